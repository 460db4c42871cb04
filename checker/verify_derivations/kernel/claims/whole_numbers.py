"""Whole numbers: which terms are some, and which of two is surely not the larger one, by what is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.arrays.affine import Affine, affine, least, surely_at_most
from verify_derivations.term.syntax.nodes import Term


def is_whole(s: Statement, term: Term) -> bool:
    """A whole number plus whole multiples of whole numbers, at every point of the domain."""
    form = affine(term)
    return form is not None and _is_whole(s, form)


def _is_whole(s: Statement, form: Affine) -> bool:
    names = dict(form.parts)
    whole = all(name in s.domains and s.domains[name].field == "integer" for name in names)
    return whole and form.constant.denominator == 1 and all(c.denominator == 1 for c in names.values())


def at_most(s: Statement, left: Term, right: Term) -> bool:
    """left <= right, by the domains, or by them and one or two of the hypotheses.

    >>> from verify_derivations.model import Claim
    >>> from verify_derivations.kernel.claims.statement import statement
    >>> from verify_derivations.term.syntax.nodes import ONE, ZERO
    >>> at_most(statement(Claim(ZERO, "=", ZERO)), ZERO, ONE)
    True
    """
    if surely_at_most(left, right, s.domains):
        return True
    small, large = affine(left), affine(right)
    if small is None or large is None:
        return False
    difference, known = large.minus(small), list(_nonnegative(s))
    for taken in (*((one,) for one in known), *combinations(known, 2)):
        rest = difference
        for one in taken:
            rest = rest.minus(one)
        found = least(rest, s.domains)
        if found is not None and found >= 0:
            return True
    return False


def _nonnegative(s: Statement) -> Iterator[Affine]:
    """What the hypotheses say is not negative."""
    for lhs, relation, rhs in s.assumed:
        if relation not in ("<", "<=", ">", ">="):
            continue
        small, large = (lhs, rhs) if relation[0] == "<" else (rhs, lhs)
        left, right = affine(small), affine(large)
        if left is None or right is None:
            continue
        found = right.minus(left)
        if len(relation) == 1 and _is_whole(s, found):  # more than 0, so at least 1
            found = found.minus(Affine(Fraction(1)))
        yield found


__all__ = ["at_most", "is_whole"]
