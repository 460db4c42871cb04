"""Conditions that cannot hold together, "if $a > b$" and "if $b > a$": the later one takes their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import TermError
from verify_derivations.model import Claim
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import Add, Mul, Number, Term

MOST = 60
"""With more inequalities than this nothing is found out."""

SIGNS = {"<": (-1, True), "<=": (-1, False), ">": (1, True), ">=": (1, False)}
"""The relations, as signs of left minus right, and whether they are strict."""

Row = tuple[dict[Term, Fraction], Fraction, bool]
"""A sum of multiples of terms, plus a number, is not negative, or positive where the last is True."""


def excluded(before: Sequence[Sides], said: Sequence[Sides]) -> list[Sides]:
    r"""The conditions further up that cannot hold together with those that are said now.

    Args:
        before: conditions further up.
        said: those that are said now.

    >>> from verify_derivations.elaborate.document.excluding import excluded
    >>> from verify_derivations.parse import parse
    >>> older = parse("a").root, ">", parse("b + 1").root
    >>> [len(excluded([older], [(parse("a").root, sign, parse("b").root)])) for sign in ("<", ">")]
    [1, 0]
    """
    names = frozenset[str]().union(*map(_names, said))
    around = [sides for sides in before if _names(sides) & names]
    if not around or not cannot_hold([*before, *said]):
        return []
    alone = [sides for sides in around if cannot_hold([sides, *said])]
    return alone or around


def cannot_hold(conditions: Sequence[Sides]) -> bool:
    """No real numbers fulfil all of these; False where that is not seen from the sums in them.

    Args:
        conditions: comparisons and equations; what is not read counts for nothing.
    """
    rows = [row for sides in conditions for row in _rows(sides)]
    while rows:
        if any(not terms and (number < 0 or (strict and number == 0)) for terms, number, strict in rows):
            return True
        rows = [row for row in rows if row[0]]
        if len(rows) > MOST:
            return False
        unknown = next((term for terms, _, _ in rows for term in terms), None)
        if unknown is not None:
            rows = _without(unknown, rows)
    return False


def _without(unknown: Term, rows: Sequence[Row]) -> list[Row]:
    """What follows from the inequalities for the other terms (Fourier and Motzkin)."""
    found = [row for row in rows if unknown not in row[0]]
    lower = [row for row in rows if row[0].get(unknown, 0) > 0]
    upper = [row for row in rows if row[0].get(unknown, 0) < 0]
    for one in lower:
        for other in upper:
            found.append(_sum(one, -other[0][unknown], other, one[0][unknown]))
    return found


def _sum(one: Row, times: Fraction, other: Row, others: Fraction) -> Row:
    terms = _added({t: c * times for t, c in one[0].items()}, {t: c * others for t, c in other[0].items()})
    return terms, one[1] * times + other[1] * others, one[2] or other[2]


def _added(one: dict[Term, Fraction], other: dict[Term, Fraction]) -> dict[Term, Fraction]:
    made = {term: one.get(term, Fraction(0)) + other.get(term, Fraction(0)) for term in {**one, **other}}
    return {term: count for term, count in made.items() if count}


def _rows(sides: Sides) -> Iterator[Row]:
    """A condition as inequalities with a zero; an equation is two of them."""
    claim = _read(sides)
    if claim is None:
        return
    signs = [(1, False), (-1, False)] if claim.relation == "=" else [SIGNS.get(claim.relation, (0, False))]
    (left, number), (right, other) = _linear(claim.lhs), _linear(claim.rhs)
    terms = _added(left, {term: -count for term, count in right.items()})
    for sign, strict in signs:
        if sign:
            yield {term: sign * count for term, count in terms.items()}, sign * (number - other), strict


def _read(sides: Sides) -> Claim | None:
    try:
        claim = read_claim(sides, Known()).claim
    except (NotRead, TermError):
        return None
    return None if claim.context.arrays else claim


def _linear(term: Term) -> tuple[dict[Term, Fraction], Fraction]:
    """A term as multiples of others and a number; what is no sum is multiplied by 1."""
    match folded(term):
        case Number(value=value):
            return {}, value
        case Add(terms=summands):
            made, number = dict[Term, Fraction](), Fraction(0)
            for one in summands:
                terms, more = _linear(one)
                made, number = _added(made, terms), number + more
            return made, number
        case Mul(factors=factors):
            count, rest = Fraction(1), list[Term]()
            for factor in factors:
                if isinstance(factor, Number):
                    count *= factor.value
                else:
                    rest.append(factor)
            terms, number = (
                _linear(rest[0]) if len(rest) == 1 else ({folded(Mul(tuple(rest))): Fraction(1)}, Fraction(0))
            )
            return {one: count * times for one, times in terms.items()}, count * number
        case other:
            return {other: Fraction(1)}, Fraction(0)


def _names(sides: Sides) -> frozenset[str]:
    return names_in(sides[0]) | names_in(sides[2])


__all__ = ["cannot_hold", "excluded"]
