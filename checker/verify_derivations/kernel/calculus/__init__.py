"""Continuity, limits, integrals, sums and series: what the theorems of calculus ask for is checked."""
