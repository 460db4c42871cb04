"""Integrals within integrals: what does not hold the inner variable is taken out of the inner one."""

from __future__ import annotations

from collections.abc import Container

from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, mul, neg
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import ZERO, Add, Apply, Integral, Mul, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound
from verify_derivations.term.syntax.traverse import walk


def unused(name: str, taken: Container[str]) -> str:
    """The name, with marks behind it until it is not taken."""
    while name in taken:
        name += "@"
    return name


def factored(term: Integral) -> Integral:
    """The integral with each one that stands in its integrand as factors times an integral.

    They are equal wherever all of them have values.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> term = parse_plain("integrate(integrate(x*exp(x + y), (y, 0, 1)), (x, 0, 1))")
    >>> text(factored(term))
    'integrate(x*exp(x)*integrate(exp(y), (y, 0, 1)), (x, 0, 1))'
    """
    if not term.body.holds(Integral):
        return term
    variable = Symbol(unused(f"{term.index}@", term.names))
    body = instantiate_bound(term.body, variable)
    for inner in _outermost(body):
        body = exchanged(body, inner, _taken_out(factored(inner)))
    return Integral(term.index, term.lower, term.upper, bind(body, variable.name))


def _outermost(body: Term) -> list[Integral]:
    """The integrals in the body that stand in no other binder."""
    return list(dict.fromkeys(t for t, depth in walk(body) if depth == 0 and isinstance(t, Integral)))


def _taken_out(term: Integral) -> Term:
    """The factors of the integrand without the variable, times the integral of the rest.

    What would be multiplied by the number zero stays where it is, as it must have a value all the same.
    """
    variable = Symbol(unused(f"{term.index}@", term.names))
    outside: list[Term] = []
    inside: list[Term] = []
    for factor in _factors(instantiate_bound(term.body, variable)):
        (inside if variable.name in factor.names else outside).append(factor)
    if ZERO in outside:
        return term
    if not inside and not any(isinstance(bound, Infinity) for bound in (term.lower, term.upper)):
        length = add(term.upper, neg(term.lower))
        return term if length is ZERO else mul(*outside, length)
    rest = Integral(term.index, term.lower, term.upper, bind(mul(*inside), variable.name))
    return mul(*outside, rest)


def _factors(term: Term) -> list[Term]:
    """The factors of a product, an exponential of a sum as one for each summand."""
    match term:
        case Mul(factors):
            return [f for factor in factors for f in _factors(factor)]
        case Apply("exp", (exponent,)):
            return [Apply("exp", (t,)) for t in _summands(exponent)]
    return [term]


def _summands(term: Term) -> list[Term]:
    """The summands of a sum, or of a product with one sum among its factors."""
    if isinstance(term, Add):
        return [t for part in term.terms for t in _summands(part)]
    factors = _factors(term)
    sums = [f for f in factors if isinstance(f, Add)]
    if len(sums) != 1 or ZERO in factors:
        return [term]
    rest = [f for f in factors if f is not sums[0]]
    return [part for t in sums[0].terms for part in _summands(mul(*rest, t))]


def levels(term: Term) -> int:
    """How many integrals stand within each other in a term, at most.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> levels(parse_plain("integrate(integrate(x*y, (y, 0, x)), (x, 0, 1)) + integrate(x, (x, 0, 1))"))
    2
    """
    if not term.holds(Integral):
        return 0
    return isinstance(term, Integral) + max(levels(child) for child in term.children)


__all__ = ["factored", "levels", "unused"]
