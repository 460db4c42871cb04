"""Measurements: our engine beside SymPy's simplify and equals and, where it is installed, Maxima."""
