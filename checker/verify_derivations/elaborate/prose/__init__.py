"""What the words of a document say of its names and formulas."""
