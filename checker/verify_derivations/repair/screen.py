"""A cheap look at edited statements: most of them differ at the first point, in less than a millisecond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import acb

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import TermError
from verify_derivations.model import Claim
from verify_derivations.term.calculus.cases import has_cases
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import Entry, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

PRECISION = 64

ENOUGH = 4
"""At so many points an edited claim is looked at, if possible where the printed one is defined."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The values of both sides at a point."""

    point: tuple[tuple[str, tuple[Fraction, Fraction]], ...]
    lhs: Ball
    rhs: Ball

    def at(self, name: str) -> Fraction | None:
        """The value of a symbol there, if it has a real one."""
        real, imaginary = dict(self.point).get(name, (None, Fraction(1)))
        return None if imaginary else real


class Screen:
    """The values of the sides of edited claims, at points of the domain of the claim as printed.

    Nothing is decided here. What passes goes to the provers and to the kernel like any claim.

    Args:
        claim: the claim as printed.
        points: where it is looked at.
        complex_values: it is read in the complex numbers.
    """

    def __init__(self, claim: Claim, points: Sequence[Counterexample], *, complex_values: bool) -> None:
        self._unfolding = Unfolding([(d.head, d.body) for d in claim.context.definitions])
        everywhere = [_evaluation(point, complex_values) for point in points]
        self._everywhere = list(zip(points, everywhere, strict=True))
        sides = [side for side in (self.meaning(claim.lhs), self.meaning(claim.rhs)) if side is not None]
        seen = [e for e in everywhere if all(_value(e, side) is not None for side in sides)]
        unseen = [e for e in everywhere if e not in seen]
        self._evaluations = (seen + unseen)[:ENOUGH]
        # an edited case without a value would hold there; in no other statement does part of it fall away
        self._defined_at = seen if has_cases(*sides) else []

    def meaning(self, term: Term) -> Term | None:
        """The term with definitions put in; None if it has no meaning."""
        try:
            return self._unfolding.meaning(term)
        except (TermError, RecursionError, ArithmeticError):
            return None

    def constant(self, term: Term) -> Ball | None:
        """The value of a term that is the same at all points, if it is a number."""
        meaning = self.meaning(term)
        if meaning is None or free_symbols(meaning) or any(isinstance(t, Entry) for t in subterms(meaning)):
            return None
        set_precision(PRECISION)
        return _value(Evaluation({}, {}, {}), meaning)

    def seen(self, lhs: Term, rhs: Term) -> list[Seen]:
        """The values of two sides at all points at which both have one."""
        set_precision(PRECISION)
        left, right = self.meaning(lhs), self.meaning(rhs)
        found: list[Seen] = []
        for point, evaluation in self._everywhere:
            a = None if left is None else _value(evaluation, left)
            b = None if right is None or a is None else _value(evaluation, right)
            if a is not None and b is not None:
                found.append(Seen(point.point, a, b))
        return found

    def may_hold(self, lhs: Term, rhs: Term) -> bool:
        """The sides agree where they are seen, and are seen somewhere.

        Args:
            lhs: the meaning of the left side.
            rhs: the meaning of the right side.
        """
        set_precision(PRECISION)
        seen = 0
        for evaluation in self._evaluations:
            left = _value(evaluation, lhs)
            right = None if left is None else _value(evaluation, rhs)
            if left is None or right is None:
                if evaluation in self._defined_at:
                    return False
                continue
            if not (left - right).contains(0):
                return False
            seen += 1
        return seen > 0


def is_bare(before: Term, after: Term) -> bool:
    """The edit took all content out of the side: what depended on something is a constant now."""
    return bool(free_symbols(before)) and not free_symbols(folded(after))


def _evaluation(at: Counterexample, complex_values: bool) -> Evaluation:
    set_precision(PRECISION)
    values = {n: exact(re) if im == 0 else acb(exact(re), exact(im)) for n, (re, im) in at.point}
    entries = {(name, indices): exact(value) for name, indices, value in at.entries}
    return Evaluation(values, entries, dict(at.functions), complex_values=complex_values)


def _value(evaluation: Evaluation, term: Term) -> Ball | None:
    """The value, or None where there is none."""
    try:
        return evaluation.value(term)
    except (Undefined, TermError, ArithmeticError, RecursionError):
        return None


__all__ = ["Screen", "is_bare"]
