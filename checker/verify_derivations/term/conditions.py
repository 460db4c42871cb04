"""What must hold at a point for a statement to speak about it, read off the terms as written.

Requirements are collected before anything cancels: x/x requires x != 0. They are exact: where they hold
and the symbols are real, every subterm has a real value; where one fails, some subterm has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.nodes import Add, Apply, Binder, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.substitute import instantiate_bound


@dataclass(frozen=True, slots=True)
class Requirement:
    """`term relation`, where relation is one of "> 0", ">= 0", "!= 0", "nonpole" (none of 0, -1, -2, ...).

    `bound` says that the term stands under a sum or product and holds for each of its indices.
    """

    term: Term
    relation: str
    bound: bool = False


def requirements(terms: Iterable[Term], differentiated: Iterable[Term] = ()) -> list[Requirement]:
    """Where the terms are defined, and the differentiated ones smooth; in order of occurrence.

    >>> from verify_derivations.term.plain import parse_plain
    >>> [r.relation for r in requirements([parse_plain("(x**2 - 1)/(x - 1)*log(y)")])]
    ['!= 0', '> 0']
    """
    found: dict[tuple[Term, str], Requirement] = {}
    for smooth, group in ((False, terms), (True, differentiated)):
        seen: set[tuple[Term, bool]] = set()
        for term in group:
            _collect(term, smooth, False, seen, found)
    return list(found.values())


def _collect(
    term: Term,
    smooth: bool,
    bound: bool,
    seen: set[tuple[Term, bool]],
    found: dict[tuple[Term, str], Requirement],
) -> None:
    """What a term requires, its subterms first; a term that occurs often is looked at once."""
    if (term, bound) in seen:
        return
    seen.add((term, bound))
    if isinstance(term, Binder):
        _collect(term.lower, smooth, bound, seen, found)
        _collect(term.upper, smooth, bound, seen, found)
        _collect(instantiate_bound(term.body, Symbol(term.index)), smooth, True, seen, found)
        return
    for child in term.children:
        _collect(child, smooth, bound, seen, found)
    for requirement in _own(term, smooth, bound):
        found.setdefault((requirement.term, requirement.relation), requirement)


def _own(term: Term, smooth: bool, bound: bool) -> Iterator[Requirement]:
    """What the term requires of its operands."""
    if isinstance(term, Pow):
        yield from _of_power(term, smooth, bound)
    elif isinstance(term, Apply) and term.function in FUNCTIONS:
        row = FUNCTIONS[term.function]
        for text in row.defined + (row.smooth if smooth else ()):
            formula, relation = _split(text)
            yield Requirement(instantiate(formula, term.arguments), relation, bound)


def _of_power(term: Pow, smooth: bool, bound: bool) -> Iterator[Requirement]:
    if not isinstance(term.exponent, Number):
        return
    exponent = term.exponent.value
    if exponent.denominator == 1:
        if exponent <= 0:
            for factor in _factors(term.base):
                yield Requirement(factor, "!= 0", bound)
        return
    strict = exponent < 0 or (smooth and exponent < 1)
    if not (isinstance(term.base, Number) and term.base.value > 0):
        yield Requirement(term.base, "> 0" if strict else ">= 0", bound)


def _factors(term: Term) -> Iterator[Term]:
    """What must differ from zero for a product of powers to do so; numbers that do are left out."""
    match term:
        case Mul(factors):
            for factor in factors:
                yield from _factors(factor)
        case Pow(base, Number(exponent)) if exponent > 0:
            yield from _factors(base)
        case _ if not _is_nonzero_number(term):
            yield term


def _is_nonzero_number(term: Term) -> bool:
    match term:
        case Number(value):
            return value != 0
        case Mul(factors):
            return all(_is_nonzero_number(factor) for factor in factors)
        case Pow(base, _):
            return _is_nonzero_number(base)
        case Add(terms) if all(isinstance(t, Number) for t in terms):
            return sum(t.value for t in terms if isinstance(t, Number)) != 0
    return False


def _split(text: str) -> tuple[str, str]:
    for relation in (">= 0", "> 0", "!= 0", "nonpole"):
        if text.endswith(relation):
            return text.removesuffix(relation).strip(), relation
    raise ValueError(f"a row of the function table has a condition without a relation: {text}")
