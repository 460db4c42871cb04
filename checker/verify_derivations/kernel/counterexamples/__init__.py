"""Counterexamples: an exact point at which a statement surely fails, and what is shown of it."""
