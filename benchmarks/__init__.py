"""Measurements: our engine beside SymPy and, where they are installed, Maxima and NumPy."""
