"""What integrals to infinity require in order to have a value: that the exponential in them falls.

With n > 0 and C not zero, C*x**p*exp(k*x**n) from 0, or C*P(x)*exp(k*x**n) of a polynomial P from any number,
has no integral to infinity unless k < 0: otherwise it stays away from 0, or falls no faster than 1/x, or (for
k = 0 and p < -1) grows too fast at 0. So k < 0 wherever a statement with such an integral is defined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from verify_derivations.errors import TermError
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.evaluation.decay import without_exponentials
from verify_derivations.term.evaluation.hypergeometric import coefficients
from verify_derivations.term.syntax.build import add, neg, rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import MINUS_OO, OO
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Constant,
    I,
    Integral,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound

Domains = Mapping[str, Domain]

FAR = "#far"
"""The variable of integration; no author's name."""


def convergence(domains: Domains, *terms: Term) -> Iterator[Requirement]:
    """What the integrals to infinity in real terms require, where it is known.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> [found] = convergence({"t": Domain()}, parse_plain("Integral(x*exp(t*x), (x, 0, oo))"))
    >>> found.term, found.relation
    (Mul((Number(Fraction(-1, 1)), Symbol('t'))), '> 0')
    """
    for part in defined_parts(domains, *terms):
        if isinstance(part, Integral) and not part.loose:
            for rate in _rates(domains, part):
                if rate.names and not _is_positive(domains, rate):
                    yield Requirement(rate, "> 0")


def _rates(domains: Domains, integral: Integral) -> Iterator[Term]:
    """-k, for each end of the way that is at infinity."""
    ends = (integral.lower, integral.upper)
    numbers = [rational(end) for end in ends]
    body = instantiate_bound(integral.body, Symbol(FAR))
    exponents, others = without_exponentials(body)
    whole_line = ends == (MINUS_OO, OO)
    if not exponents or not (whole_line or any(n is not None for n in numbers)):
        return
    if not _surely_large(domains, others, from_zero=Fraction(0) in numbers):
        return
    try:
        found = coefficients(add(*exponents), FAR)
    except TermError:
        return
    powers = [n for n, c in enumerate(found) if n and rational(c) != 0]
    if len(powers) != 1 or not all(_is_real(domains, c) for c in found):
        return
    (n,) = powers
    if ends[1] is OO:
        yield _with_plus_first(neg(found[n]))
    if ends[0] is MINUS_OO and not (whole_line and n % 2 == 0):
        yield _with_plus_first(neg(found[n]) if n % 2 == 0 else found[n])


def _with_plus_first(term: Term) -> Term:
    """l - t, where it is -(t - l)."""
    match term:
        case Mul((Number(minus), Add(terms))) if minus == -1:
            term = add(*map(neg, terms))
    if not isinstance(term, Add):
        return term
    return add(*sorted(term.terms, key=lambda t: isinstance(t, Mul) and (rational(t.factors[0]) or 0) < 0))


def _surely_large(domains: Domains, factors: list[Term], *, from_zero: bool) -> bool:
    """The factors beside the exponential are C*P(x), or with `from_zero` C*x**p."""
    inside = [f for f in factors if FAR in f.names]
    if not all(_is_nonzero(domains, f) for f in factors if FAR not in f.names):
        return False
    if from_zero and all(_is_power(domains, f) for f in inside):
        return True
    return all(_is_polynomial(f) for f in inside)


def _is_power(domains: Domains, factor: Term) -> bool:
    match factor:
        case Symbol():
            return True
        case Pow(Symbol(), exponent):
            return FAR not in exponent.names and _is_real(domains, exponent)
    return False


def _is_polynomial(factor: Term) -> bool:
    """A polynomial whose leading coefficient is a number, and no zero."""
    try:
        return bool(rational(coefficients(factor, FAR)[-1]))
    except TermError:
        return False


def _is_nonzero(domains: Domains, term: Term) -> bool:
    """A real number other than zero, by how it is built from symbols that are none."""
    match term:
        case Number(value):
            return value != 0
        case Constant():
            return term is not I
        case Symbol(name):
            domain = domains.get(name)
            return domain is not None and domain.field != "complex" and Fraction(0) not in domain
        case Mul(factors):
            return all(_is_nonzero(domains, f) for f in factors)
        case Pow(base, exponent):
            return _is_nonzero(domains, base) and _is_real(domains, exponent)
        case Apply("exp" | "gamma", (argument,)):
            return _is_real(domains, argument)
    return False


def _is_real(domains: Domains, term: Term) -> bool:
    """A number made of real symbols by sums, products, powers with whole exponents and exponentials."""
    match term:
        case Number():
            return True
        case Constant():
            return term is not I
        case Symbol(name):
            return name in domains and domains[name].field != "complex"
        case Add(parts) | Mul(parts):
            return all(_is_real(domains, part) for part in parts)
        case Pow(base, Number(exponent)) if exponent.denominator == 1:
            return _is_real(domains, base)
        case Apply("exp", (argument,)):
            return _is_real(domains, argument)
    return False


def _is_positive(domains: Domains, term: Term, *, or_zero: bool = False) -> bool:
    """A positive number, by how it is built; then nothing has to be said of it."""
    match term:
        case Number(value):
            return value > 0 or (or_zero and value == 0)
        case Constant():
            return term is not I
        case Symbol(name):
            domain = domains.get(name)
            low = domain.lower if domain is not None else None
            return low is not None and low >= 0 and (or_zero or _is_nonzero(domains, term))
        case Add(parts):
            surely = any(_is_positive(domains, p) for p in parts)
            return (or_zero or surely) and all(_is_positive(domains, p, or_zero=True) for p in parts)
        case Mul(factors):
            return all(_is_positive(domains, f, or_zero=or_zero) for f in factors)
        case Pow(base, exponent) if _is_positive(domains, base):
            return _is_real(domains, exponent)
        case Pow(base, Number(exponent)):
            even = exponent.denominator == 1 and exponent % 2 == 0 and _is_real(domains, base)
            return even and ((or_zero and exponent > 0) or _is_nonzero(domains, base))
        case Apply("exp", (argument,)):
            return _is_real(domains, argument)
    return False


__all__ = ["convergence"]
