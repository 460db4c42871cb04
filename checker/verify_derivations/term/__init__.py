"""The one term language: hash-consed, as printed, independent of SymPy."""
