"""What functions mean: their formulas and derivatives, definitions put in, where terms are defined."""
