"""Determinants of small matrices of elements, written out."""

from __future__ import annotations

from verify_derivations.kernel.algebra.field import Element, Field


def laplace(field: Field, rows: list[list[Element]]) -> Element:
    """The determinant by expansion along the first row."""
    if not rows:
        return field.one
    total = field.zero
    for j, entry in enumerate(rows[0]):
        total = field.add(total, field.mul(entry, cofactor(field, rows, 0, j)))
    return total


def cofactor(field: Field, rows: list[list[Element]], i: int, j: int) -> Element:
    """The determinant without row i and column j, with its sign in the expansion."""
    rest = [row[:j] + row[j + 1 :] for k, row in enumerate(rows) if k != i]
    minor = laplace(field, rest)
    return minor if (i + j) % 2 == 0 else field.neg(minor)


__all__ = ["cofactor", "laplace"]
