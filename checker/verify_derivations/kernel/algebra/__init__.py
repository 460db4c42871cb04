"""Exact arithmetic in a field of rational functions, the signs of its elements, and equations in it."""
