"""The version of verify-derivations, in one place."""

__version__ = "0.1.0"
