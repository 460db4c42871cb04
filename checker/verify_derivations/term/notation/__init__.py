"""How terms are written: the plain notation, read and printed, and LaTeX."""
