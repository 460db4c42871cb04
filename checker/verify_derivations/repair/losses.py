"""Edits of what is not there and should be, or is there and should not: factors, summands, functions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify_derivations.repair.parts import inverted, negated, product, total, without
from verify_derivations.repair.setting import Setting
from verify_derivations.repair.slips import FAMILY
from verify_derivations.term.notation.layout import split_sign
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    TWO,
    Add,
    Apply,
    Delta,
    Derivative,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

LOSABLE_FUNCTIONS = ("log", "exp", "Abs")
"""Functions that are forgotten, besides those that are written nearby."""


# ---- too many ------------------------------------------------------------------------------------
def factor_too_many(term: Term, setting: Setting) -> Iterator[Term]:
    """One factor of a product has no business there."""
    if isinstance(term, Mul):
        for place, factor in enumerate(term.factors):
            rest = without(term.factors, place)
            if factor not in (ONE, MINUS_ONE) and any(f not in (ONE, MINUS_ONE) for f in rest):
                yield product(*rest)


def summand_too_many(term: Term, setting: Setting) -> Iterator[Term]:
    """One summand of a sum has no business there."""
    if isinstance(term, Add):
        for place in range(len(term.terms)):
            yield total(*without(term.terms, place))


def function_too_many(term: Term, setting: Setting) -> Iterator[Term]:
    """f(u) is meant as u."""
    if isinstance(term, Apply) and len(term.arguments) == 1:
        yield term.arguments[0]


# ---- lost ----------------------------------------------------------------------------------------
def number_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """A factor 2, or a half."""
    for value in (TWO, Number(Fraction(1, 2))):
        minus, rest = split_sign(term)
        if not isinstance(rest, Number):
            yield product(*([MINUS_ONE] if minus else []), value, rest)


def factor_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """A factor, or a divisor; nobody divides by a Kronecker delta."""
    there = term.factors if isinstance(term, Mul) else (term,)
    for lost in setting.terms:
        for factor in (lost,) if isinstance(lost, Delta) else (lost, inverted(lost)):
            if lost not in (ONE, TWO) and inverted(factor) not in there:  # they would cancel
                yield product(term, factor)


def prefactor_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """What stands before the bracket on the other side, and here not."""
    if isinstance(term, Add | Sum):
        yield from (product(factor, term) for factor in setting.prefactors)


def inner_derivative_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """The factor dt/dz of the chain rule."""
    for lost in setting.inner_derivatives:
        yield product(term, lost)


def summand_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """A summand, with either sign; a number beside a number would only be another number."""
    there = term.terms if isinstance(term, Add) else (term,)
    for lost in setting.terms:
        if isinstance(term, Number) and isinstance(lost, Number):
            continue
        for summand in (lost, negated(lost)):
            if negated(summand) not in there:  # they would cancel
                yield total(term, summand)


def like_summand_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """A summand like one that is there, for another name: the second path of a chain rule."""
    if isinstance(term, Mul | Derivative | Apply | Pow):
        for name in free_symbols(term):
            for other in _siblings(name, setting):
                yield total(term, substitute(term, {name: Symbol(other)}))


def _siblings(name: str, setting: Setting) -> list[str]:
    family = FAMILY.sub("", name)
    alike = [n for n in setting.declared if FAMILY.sub("", n) == family]
    defined = list(setting.defined) if name in setting.defined else []
    return [n for n in dict.fromkeys((*alike, *defined)) if n != name]


def function_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """u is meant as f(u)."""
    if isinstance(term, Number) or term in (ONE, MINUS_ONE):
        return
    nearby = {
        t.function
        for t in subterms(*setting.terms)
        if isinstance(t, Apply) and len(t.arguments) == 1 and not t.function.endswith("'")
    }
    for name in dict.fromkeys((*setting.functions, *sorted(nearby), *LOSABLE_FUNCTIONS)):
        if not (isinstance(term, Apply) and term.function == name):
            yield Apply(name, (term,))


def derivative_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """t is meant as its derivative."""
    if isinstance(term, Symbol | Apply):
        for t in setting.terms:
            if isinstance(t, Derivative) and t.body is not term and t.variable is not term:
                yield Derivative(term, t.variable)


def middle_term_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """a**2 + b**2 is meant as the square of a sum, or as a**2 + a*b + b**2."""
    match term:
        case Add((left, right)):
            first, second = _root(left), _root(split_sign(right)[1])
            if first is not None and second is not None:
                for factors in ((TWO,), (Number(-2),), (), (MINUS_ONE,)):
                    roots = [root for root in (first, second) if root is not ONE]
                    yield Add((left, product(*factors, *roots), right))


def _root(square: Term) -> Term | None:
    """What it is the square of."""
    match square:
        case Pow(base, Number(value)) if value == 2:
            return base
        case Number(value) if value == 1:
            return square
    return None


__all__ = [
    "derivative_lost",
    "factor_lost",
    "factor_too_many",
    "function_lost",
    "function_too_many",
    "inner_derivative_lost",
    "like_summand_lost",
    "middle_term_lost",
    "number_lost",
    "prefactor_lost",
    "summand_lost",
    "summand_too_many",
]
