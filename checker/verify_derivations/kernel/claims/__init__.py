"""What a claim says, made ready to be judged: a statement, where it speaks, what its relation asks."""
