"""What the kernel's tests about arrays share: claims, lemmas by text, and instances with every entry."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from verify_derivations.certificate import Argument, Counterexample, Entries, Lemma, Point, Proof, Rewriting
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.model import Claim
from verify_derivations.read.records import read_record
from verify_derivations.term.arrays.array import Array, entry, families
from verify_derivations.term.arrays.plain_arrays import Shapes, parse_array
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.syntax.nodes import Number, Symbol, Term

Nested = Any
"""A number, or lists of lists of them."""


def record(lhs: str, rhs: str, symbols: Mapping[str, str], **more: Any) -> Claim:
    """A claim; an array is declared by its sizes and what is assumed of it, as in "n n spd"."""
    words = {name: said.split() for name, said in symbols.items()}
    assumed = ("sym", "inv", "spd", "orth", "pos", "simplex")
    declared = {
        name: {
            "shape": [int(w) if w.isdigit() else w for w in said if w not in assumed],
            "assume": [w for w in said if w in assumed],
        }
        for name, said in words.items()
    }
    return read_record({"lhs": lhs, "rhs": rhs, "symbols": declared, **more})


def array(claim: Claim, text: str) -> Array:
    """An expression in the arrays and indices of a claim."""
    axes = {a.name: tuple((size,) for size in a.shape) for a in claim.context.arrays}
    return parse_array(text, Shapes(axes, dict(claim.context.indices), claim.context.functions))


def matrix(claim: Claim, text: str) -> Term:
    """A square matrix as it stands in a determinant."""
    return families(array(claim, text))


def lemma(claim: Claim, rule: str, text: str, becomes: str, places: str = "") -> Lemma:
    """A lemma about the entry at these indices ("i j"; none for a number)."""
    at = [Symbol(name) for name in places.split()]
    return Lemma(rule, entry(array(claim, text), at), entry(array(claim, becomes), at))


def instance(claim: Claim, values: Mapping[str, Nested]) -> tuple[Point, Entries]:
    """The point and the entries with these values; of the others, sizes and indices are 1, entries are 2."""
    s = statement(claim)
    numbers = {name: Fraction(values.get(name, 1)) for name in s.symbols}
    entries = []
    for a in s.arrays.values():
        sizes = [int(rational_value(size, numbers) or 0) for size in a.shape]
        for place in product(*(range(1, size + 1) for size in sizes)):
            value = values.get(a.name, 2)
            for k in place:
                value = value[k - 1] if isinstance(value, list) else value
            entries.append((a.name, place, Fraction(value)))
    return tuple((name, (value, Fraction(0))) for name, value in numbers.items()), tuple(entries)


def proof(claim: Claim, *lemmas: Lemma, by: Argument | None = None, **values: Nested) -> Proof:
    """A proof by lemmas, or by an argument, at an instance."""
    point, entries = instance(claim, values)
    return Proof(by or Rewriting(tuple(lemmas)), point, entries=entries)


def refutation(claim: Claim, **values: Nested) -> Counterexample:
    """A counterexample at an instance."""
    point, entries = instance(claim, values)
    return Counterexample(point, entries=entries)


__all__ = ["Number", "array", "instance", "lemma", "matrix", "proof", "record", "refutation"]
