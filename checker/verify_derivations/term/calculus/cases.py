"""Choosing among the cases of an expression by cases, and differentiating it."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.comparisons import all_true
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.build import rational, sub
from verify_derivations.term.syntax.nodes import ZERO, Binder, Term
from verify_derivations.term.syntax.piecewise import TRUE, All, Comparison, Piecewise, Region, regions
from verify_derivations.term.syntax.substitute import rebuild
from verify_derivations.term.syntax.traverse import kinds

Truth = Callable[[All], bool | None]

STRICT = {"<": "<", "<=": "<", ">": ">", ">=": ">", "!=": "!="}
"""The inside of where a comparison holds."""


def has_cases(*terms: Term) -> bool:
    """An expression by cases occurs."""
    return kinds(*terms) & Piecewise.kind != 0


def chosen(term: Piecewise, holds: Truth) -> Term | None:
    """The value of the first case whose condition holds; None if that cannot be told, or there is none."""
    for value, condition in zip(term.values, term.conditions, strict=True):
        truth = holds(condition)
        if truth is None:
            return None
        if truth:
            return value
    return None


def settled(term: Term, holds: Truth) -> Term:
    """The term with the case that applies in the place of every expression by cases where it is known.

    What stands under a sum or an integral is left as it is.
    """
    return _settled(term, holds, {})


def _settled(term: Term, holds: Truth, memo: dict[Term, Term]) -> Term:
    found = memo.get(term)
    if found is None:
        value = chosen(term, holds) if isinstance(term, Piecewise) else None
        if value is not None:
            found = _settled(value, holds, memo)
        else:
            inner = term.body if isinstance(term, Binder) else None
            children = (c if c is inner else _settled(c, holds, memo) for c in term.children)
            found = rebuild(term, tuple(children))
        memo[term] = found
    return found


COMPARED: dict[str, Callable[[object, object], bool]] = {
    "<": lambda a, b: a < b,  # type: ignore[operator]  # of fractions
    "<=": lambda a, b: a <= b,  # type: ignore[operator]
    ">": lambda a, b: a > b,  # type: ignore[operator]
    ">=": lambda a, b: a >= b,  # type: ignore[operator]
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def between_numbers(condition: All) -> bool | None:
    """The truth of a condition between rational numbers; None if it is about something else."""
    return all_true(_compared(part) for part in condition.parts)


def _compared(part: Comparison) -> bool | None:
    left, right = rational(part.left), rational(part.right)
    return None if left is None or right is None else COMPARED[part.relation](left, right)


# ---- derivatives -------------------------------------------------------------------------------------
def derivative(term: Piecewise, slope: Callable[[Term], Term]) -> Term:
    """The derivative inside each region. On the boundary of one there is none.

    Args:
        term: the expression by cases.
        slope: what differentiates the parts.

    Raises:
        TermError: there are too many regions.
    """
    every = regions(term)
    if every is None:
        raise TermError("an expression by cases has too many regions to be differentiated")
    inside = [
        (slope(value), inner) for value, region in every if (inner := _inside(region, slope)) is not None
    ]
    if not inside:
        raise TermError("an expression by cases has no derivative where its conditions are equations")
    constant = [inner for _, inner in inside] == [region for _, region in every]
    if constant and all(value is ZERO for value, _ in inside) and term.conditions[-1] is TRUE:
        return ZERO  # the conditions are the same all around, and one of them holds
    return Piecewise([value for value, _ in inside], [All(region) for _, region in inside])


def _inside(region: Region, slope: Callable[[Term], Term]) -> Region | None:
    """Where the comparisons hold, and do around it; None if that is nowhere."""
    inner = []
    for part in region:
        if slope(sub(part.left, part.right)) is ZERO:
            inner.append(part)
            continue
        if has_cases(part.left, part.right) or requirements((), (part.left, part.right)):
            raise TermError("an expression by cases whose conditions are not smooth is not differentiated")
        if part.relation in STRICT:
            inner.append(Comparison(part.left, STRICT[part.relation], part.right))
        else:
            return None
    return tuple(inner)


__all__ = ["between_numbers", "chosen", "derivative", "has_cases", "settled"]
