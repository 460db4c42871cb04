"""What a notation tree means in its context: terms, claims, statements, documents."""
