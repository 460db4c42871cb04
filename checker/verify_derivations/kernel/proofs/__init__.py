"""Proofs: the kinds of argument for a statement, each checked by what it comes down to."""
