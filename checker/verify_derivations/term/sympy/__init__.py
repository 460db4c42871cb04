"""SymPy's expressions as they are written: into terms, as LaTeX, and back for suggestions."""
