"""Vectors and matrices as terms with indices: what operations on them mean, how they are written."""
