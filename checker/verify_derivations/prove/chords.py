"""Statements that compare an arc with its chord: which function it is, between which points."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.certificate import Bent, Sign
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.curvature import arc_and_chord
from verify_derivations.term.syntax.nodes import Add, Mul, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols


def chords(s: Statement) -> Iterator[Bent]:
    """The ways to see one side as a chord, and the other one as the arc above or below it."""
    for chord in (s.lhs, s.rhs):
        match chord:
            case Add((Mul((Symbol(weight), function)), Mul((_, other)))):
                for first, second in _points(s, weight, function, other):
                    if {s.lhs, s.rhs} == set(arc_and_chord(function, first, second, weight)):
                        yield Bent(first, second, weight, function, Sign())


def _points(s: Statement, weight: str, function: Term, other: Term) -> Iterator[tuple[str, str]]:
    """The symbols of the two points: each stands in one of the values only."""
    here, there = free_symbols(function), free_symbols(other)
    for first in here:
        for second in there:
            if first not in there and second not in here and weight not in (first, second):
                yield first, second


__all__ = ["chords"]
