"""What must hold at a point for a statement to speak about it, read off the terms as written.

Requirements are collected before anything cancels: x/x requires x != 0. They are exact: where they hold
and the symbols are real, every subterm has a real value; where one fails, some subterm has none. What an
expression by cases requires depends on the case that applies, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from verify_derivations.dataclass import dataclass
from verify_derivations.term.calculus.functions import FUNCTIONS, conditions_of, instantiate
from verify_derivations.term.notation.layout import fresh_index
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Binder,
    Determinant,
    Integral,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols, subterms


@dataclass(frozen=True, slots=True)
class Range:
    """An index (whole numbers) or a variable of integration, and its bounds, both included."""

    name: str
    lower: Term
    upper: Term
    whole: bool


@dataclass(frozen=True, slots=True)
class Requirement:
    """`term relation`, where relation is one of "> 0", ">= 0", "!= 0", "nonpole" (none of 0, -1, -2, ...).

    `ranges` are the sums, products and integrals in which the term stands, outermost first: it is required
    for every value of their indices, which are symbols in the term.
    """

    term: Term
    relation: str
    ranges: tuple[Range, ...] = ()

    @property
    def bound(self) -> bool:
        """The term stands under a binder."""
        return bool(self.ranges)


Found = dict[tuple[Term, str, tuple[Range, ...]], Requirement]
"""Requirements, each once."""


def requirements(terms: Iterable[Term], differentiated: Iterable[Term] = ()) -> list[Requirement]:
    """Where the terms are defined, and the differentiated ones smooth; in order of occurrence.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> [r.relation for r in requirements([parse_plain("(x**2 - 1)/(x - 1)*log(y)")])]
    ['!= 0', '> 0']
    """
    found: Found = {}
    for smooth, group in ((False, terms), (True, differentiated)):
        for term in group:
            for requirement in _of_one(term, smooth):
                found.setdefault((requirement.term, requirement.relation, requirement.ranges), requirement)
    return list(found.values())


@lru_cache(maxsize=256)  # the steps of a chain share their sides, and so do variants of a claim
def _of_one(term: Term, smooth: bool) -> tuple[Requirement, ...]:
    found: Found = {}
    if term.holds(Binder) or term.holds(Piecewise):
        _collect(term, smooth, (), set(), found)
    else:  # the same, at once
        for part in subterms(term):
            if type(part) in REQUIRING:
                for requirement in _own(part, smooth, ()):
                    found.setdefault((requirement.term, requirement.relation, ()), requirement)
    return tuple(found.values())


REQUIRING = (Pow, Apply, InverseEntry)
"""The nodes that require something of their operands."""


def _collect(
    term: Term,
    smooth: bool,
    ranges: tuple[Range, ...],
    seen: set[tuple[Term, tuple[Range, ...]]],
    found: Found,
) -> None:
    """What a term requires, its subterms first; a term that occurs often is looked at once."""
    if not term.children or (term, ranges) in seen:
        return
    seen.add((term, ranges))
    if isinstance(term, Piecewise):
        return  # what a case requires is required where the case applies
    if isinstance(term, Limit):
        _of_limit(term, ranges, seen, found)
        return
    if isinstance(term, Binder):
        _collect(term.lower, smooth, ranges, seen, found)
        _collect(term.upper, smooth, ranges, seen, found)
        name = fresh_index(term, tuple(r.name for r in ranges))
        inner = Range(name, term.lower, term.upper, not isinstance(term, Integral))
        _collect(instantiate_bound(term.body, Symbol(name)), smooth, (*ranges, inner), seen, found)
        return
    for child in term.children:
        _collect(child, smooth, ranges, seen, found)
    for requirement in _own(term, smooth, ranges):
        found.setdefault((requirement.term, requirement.relation, ranges), requirement)


def _of_limit(
    term: Limit,
    ranges: tuple[Range, ...],
    seen: set[tuple[Term, tuple[Range, ...]]],
    found: Found,
) -> None:
    """What the point requires, and what the body requires apart from its variable: near the point it has to
    be defined, so these hold."""
    _collect(term.point, False, ranges, seen, found)
    name = fresh_index(term, tuple(r.name for r in ranges)) + "@"
    inside: Found = {}
    _collect(instantiate_bound(term.body, Symbol(name)), False, ranges, set(), inside)
    for key, requirement in inside.items():
        if name not in free_symbols(requirement.term) and requirement.ranges == ranges:
            found.setdefault(key, requirement)


def _own(term: Term, smooth: bool, ranges: tuple[Range, ...]) -> Iterator[Requirement]:
    """What the term requires of its operands."""
    if isinstance(term, Pow):
        yield from _of_power(term, smooth, ranges)
    elif isinstance(term, InverseEntry):
        yield Requirement(Determinant(term.matrix), "!= 0", ranges)
    elif isinstance(term, Apply) and term.function in FUNCTIONS:
        row = FUNCTIONS[term.function]
        for text in conditions_of(row, term.arguments) + (row.smooth if smooth else ()):
            formula, relation = _split(text)
            yield Requirement(instantiate(formula, term.arguments), relation, ranges)


def _of_power(term: Pow, smooth: bool, ranges: tuple[Range, ...]) -> Iterator[Requirement]:
    if not isinstance(term.exponent, Number):
        if not _is_nonzero_number(term.base):  # such a power is read as exp(e log b)
            yield Requirement(term.base, "!= 0", ranges)
        return
    exponent = term.exponent.value
    if exponent.denominator == 1:
        if exponent <= 0:
            for factor in _factors(term.base):
                yield Requirement(factor, "!= 0", ranges)
        return
    strict = exponent < 0 or (smooth and exponent < 1)
    if not (isinstance(term.base, Number) and term.base.value > 0):
        yield Requirement(term.base, "> 0" if strict else ">= 0", ranges)


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


@cache
def _split(text: str) -> tuple[str, str]:
    for relation in (">= 0", "> 0", "!= 0", "nonpole"):
        if text.endswith(relation):
            return text.removesuffix(relation).strip(), relation
    raise ValueError(f"a row of the function table has a condition without a relation: {text}")
