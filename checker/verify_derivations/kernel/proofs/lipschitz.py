"""Values of a function lie no further apart than a bound of its derivative allows: the mean value theorem."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from verify_derivations.certificate import Lipschitz
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.relations import larger_and_smaller
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.lines import alone, interior_of, interval_of, require_line, slope_of
from verify_derivations.term.syntax.build import add, built_anew, mul, neg
from verify_derivations.term.syntax.nodes import Add, Apply, Mul, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute


def lipschitz_statement(s: Statement, argument: Lipschitz) -> Statement:
    """|F'| is nowhere larger than the bound. So |F(a) - F(b)| <= bound*|a - b|: F(a) - F(b) = F'(t)*(a - b)
    with some t between a and b.

    F is continuous on the interval in which both lie, and smooth within. The bound is what |a - b| is
    multiplied by on the larger side, so it has a value.

    Raises:
        CertificateError: the sides are not of this form, or the function is not smooth.
    """
    first, second = argument.first, argument.second
    if s.relation not in ("<=", ">=") or first == second:
        raise CertificateError("a bound of the derivative says something about <= only")
    larger, smaller = larger_and_smaller(s)
    function, bound = change(smaller, first, second), distance_times(larger, first, second)
    domain = interval_of(s, first)
    if s.domains.get(second) != domain:
        raise CertificateError("the two values lie in different domains")
    kept = tuple(h for h in s.assumed if not {first, second} & (h[0].names | h[2].names))
    by_itself = alone(s, function, first, {second}, kept)
    within = interior_of(domain)
    require_line(by_itself, function, first, domain, within)
    slope = slope_of(by_itself, function, first, within, "<=", kept)
    return replace(slope, lhs=Apply("Abs", (slope.lhs,)), rhs=bound)


def change(term: Term, first: str, second: str) -> Term:
    """F, where the term is |F(first) - F(second)|.

    Raises:
        CertificateError: it is not.
    """
    match term:
        case Apply("Abs", (Add(summands),)):
            here = [t for t in summands if first in t.names and second not in t.names]
            there = [t for t in summands if second in t.names and first not in t.names]
            opposite = (built_anew(neg(substitute(t, {first: Symbol(second)}))) for t in here)
            same = Counter(opposite) == Counter(built_anew(t) for t in there)
            if same and len(here) + len(there) == len(summands):
                return add(*here)
    raise CertificateError("the smaller side is no distance between two values of a function")


def distance_times(term: Term, first: str, second: str) -> Term:
    """The bound, where the term is |first - second|, perhaps times the bound.

    Raises:
        CertificateError: it is not, or the bound holds one of the two.
    """
    a, b = Symbol(first), Symbol(second)
    distances = [Apply("Abs", (add(x, neg(y)),)) for x, y in ((a, b), (b, a))]
    factors = list(term.factors) if isinstance(term, Mul) else [term]
    for distance in distances:
        if distance in factors:
            factors.remove(distance)
            bound = mul(*factors)
            if not {first, second} & bound.names:
                return bound
    raise CertificateError("the larger side is no bound times the distance of the two")


__all__ = ["change", "distance_times", "lipschitz_statement"]
