"""Exact points: a value for every symbol, every entry of an array, every unknown function."""

from __future__ import annotations

from fractions import Fraction

Point = tuple[tuple[str, tuple[Fraction, Fraction]], ...]
"""An exact value for every free symbol: real and imaginary part."""

Entries = tuple[tuple[str, tuple[int, ...], Fraction], ...]
"""An exact value for every entry of every array: its name, its indices from 1, the number."""

Interpretation = tuple[tuple[str, tuple[Fraction, ...]], ...]
"""For every unknown function a polynomial, by its coefficients from the constant on."""
