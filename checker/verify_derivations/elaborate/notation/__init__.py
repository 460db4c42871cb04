"""Names and how they are used in a piece of notation: evidence, before anything is read."""
