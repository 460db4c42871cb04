"""Notation into terms: what each sign means, given what is known around it."""
