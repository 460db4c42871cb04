"""Refuters: they search for points at which a statement fails, and decide nothing."""
