"""Series and integrals that have no value: compared with the harmonic series, or with the integral of 1/x.

If k*a(k) goes to a limit other than 0, or to infinity, the terms a(k) are in the end of one sign and at least
c/k in size; so the series diverges. The same holds for x*f(x) at infinity, and for (x - c)*f(x) at a number c
of the way.

Such a series has no value among the numbers. Many authors call it infinite: larger than every number, and
equal to what is infinite, too. So nothing is told of inequalities, and of equations whose sides may both be.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf

from verify_derivations.certificate import Diverges
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.limits import check_limit, surely_differ
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.limit import OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import ZERO, Integral, Mul, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import subterms


def rate_limit(term: Sum | Integral, at: Term, direction: str) -> Limit:
    """The limit of the term times its index, or of the integrand times the distance from the place."""
    variable = Symbol(f"{term.index}@")
    body = Mul((distance(variable, at), instantiate_bound(term.body, variable)))
    return Limit(term.index, at, "" if isinstance(at, Infinity) else direction, bind(body, variable.name))


def distance(variable: Symbol, at: Term) -> Term:
    """From the place to the variable; the variable itself where the place is 0 or infinity."""
    return variable if isinstance(at, Infinity) or at is ZERO else minus(variable, at)


def check_diverges(s: Statement, certificate: Diverges) -> None:
    """The series or integral has no value wherever the rest of the statement has one.

    Raises:
        CertificateError: that is not shown.
    """
    term, at, rate = certificate.term, certificate.at, certificate.rate
    if s.complex_values:
        raise CertificateError("divergence is shown over the real numbers only")
    if s.relation != "=":
        raise CertificateError("an infinite value may be meant to be larger than every number")
    if _may_be_infinite(s.lhs) and _may_be_infinite(s.rhs):
        raise CertificateError("both sides may be meant to be infinite")
    if (
        not isinstance(term, Sum | Integral)
        or term.loose
        or term not in defined_parts(s.domains, s.lhs, s.rhs)
    ):
        raise CertificateError("no series or integral that the statement needs")
    if isinstance(term, Sum):
        if at is not OO or term.upper is not OO:
            raise CertificateError("a sum with an end")
    elif not _is_on_the_way(term, at, certificate.direction):
        raise CertificateError("the place does not lie on the way of the integral")
    if rate.term is not rate_limit(term, at, certificate.direction):
        raise CertificateError("not the limit of the terms times their index")
    check_limit(s, rate, sequences=isinstance(term, Sum))
    if not isinstance(rate.becomes, Infinity) and not surely_differ(s, rate.becomes, ZERO):
        raise CertificateError("the limit may be zero")


def _may_be_infinite(side: Term) -> bool:
    """A series or an integral stands in it."""
    found = subterms(side)
    return any(isinstance(t, Integral) or (isinstance(t, Sum) and t.holds(Infinity)) for t in found)


def _is_on_the_way(term: Integral, at: Term, direction: str) -> bool:
    """The way holds all numbers near the place, on the side of the direction."""
    if isinstance(at, Infinity):
        return at in (term.lower, term.upper)
    place, ends = rational(at), [_number(bound) for bound in (term.lower, term.upper)]
    if place is None or direction not in ("+", "-") or None in ends:
        return False
    first, last = sorted(end for end in ends if end is not None)
    return first <= place < last if direction == "+" else first < place <= last


def _number(bound: Term) -> Fraction | float | None:
    """A bound as something that can be compared."""
    if isinstance(bound, Infinity):
        return inf if bound is OO else -inf
    return rational(bound)


__all__ = ["check_diverges", "distance", "rate_limit"]
