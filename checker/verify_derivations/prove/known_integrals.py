"""Of which rows of the table of integrals an integral may be the sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from verify_derivations.certificate import Argument, KnownIntegral, Point, Rewriting
from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.integral_table import INTEGRALS
from verify_derivations.kernel.calculus.known_integrals import (
    check_known_integral,
    identity_statement,
    known_integral,
)
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.prove.zeta_integrals import Part, zeta_parts
from verify_derivations.term.evaluation.hypergeometric import coefficients
from verify_derivations.term.syntax.build import add, call, mul, neg, number, power, rational, sub
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import ONE, ZERO, Add, Apply, Integral, Mul, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols

Prove = Callable[[Statement, float, Point], Argument | None]

FAILURES = (CertificateError, TermError, Budget, DividedByZero)


def known_integrals(
    s: Statement, term: Integral, deadline: float, seen: Point, prove: Prove, *, symbolic: bool = False
) -> Iterator[tuple[Term, KnownIntegral]]:
    """What an integral from 0 to 1 or to infinity is by the table, with the evidence.

    With `symbolic`, only where an exponent is no number, so that there is no primitive to be shown instead.
    """
    if rational(term.lower) != 0 or not (rational(term.upper) == 1 or term.upper is OO):
        return
    name = f"{term.index}_" + "".join(free_symbols(term))
    try:
        parts = _found(instantiate_bound(term.body, Symbol(name)), name, unit=term.upper is not OO)
        if not parts or (symbolic and _has_primitive(parts)):
            return
        draft = KnownIntegral(name, tuple(parts), Rewriting())
        value = known_integral(draft)
        check_known_integral(s, term, value, draft, lambda _, __: None)
        identity = prove(identity_statement(s, term, draft), deadline, seen)
    except FAILURES:
        return
    if identity is not None:
        yield value, replace(draft, identity=identity)


def _found(body: Term, name: str, *, unit: bool) -> list[Part]:
    """The rows by the form of the integrand."""
    try:
        parts = _parts(body, name, unit=unit)
    except TermError:
        parts = []
    return parts or zeta_parts(body, name, unit=unit)


@dataclass
class Collected:
    """The integrand as a product: c*polynomial*x**a*(1 - x)**b*(1 + x)**d*exp(-t*x**p)*log(x)**k."""

    name: str
    constant: Term = ONE
    polynomial: Term = ONE
    at_zero: Term = ZERO
    at_one: Term | None = None
    at_minus_one: Term | None = None
    rate: Term = ZERO
    degree: Term = ONE
    logarithms: Term | None = None

    def take(self, factor: Term, exponent: Term = ONE) -> None:
        """A further factor, raised to a power.

        Raises:
            TermError: it is of no such form.
        """
        if self.name not in free_symbols(factor):
            self.constant = mul(self.constant, power(factor, exponent))
            return
        match factor:
            case Symbol():
                self.at_zero = add(self.at_zero, exponent)
            case Mul(factors):
                for f in factors:
                    self.take(f, exponent)
            case Pow(base, inner) if self.name not in free_symbols(inner):
                self.take(base, mul(exponent, inner))
            case Pow(base, inner):
                self._exponential(mul(exponent, inner, call("log", base)))
            case Apply("exp", (inner,)):
                self._exponential(mul(exponent, inner))
            case Apply("log", (Symbol(),)):
                self.logarithms = add(self.logarithms or ZERO, exponent)
            case _:
                self._linear(factor, exponent)

    def _exponential(self, exponent: Term) -> None:
        """exp(c + r*x**p)."""
        terms = exponent.terms if isinstance(exponent, Add) else (exponent,)
        for term in terms:
            if self.name not in free_symbols(term):
                self.constant = mul(self.constant, call("exp", term))
                continue
            inner = Collected(self.name)
            inner.take(term)
            plain = (inner.at_one, inner.at_minus_one, inner.logarithms) == (None, None, None)
            another = self.rate is not ZERO and inner.at_zero is not self.degree
            if not plain or inner.polynomial is not ONE or inner.rate is not ZERO or another:
                raise TermError("not a power in the exponent")
            self.rate, self.degree = add(self.rate, neg(inner.constant)), inner.at_zero

    def _linear(self, factor: Term, exponent: Term) -> None:
        """A polynomial; with other exponents only 1 - x and 1 + x, times a number."""
        found = coefficients(factor, self.name)
        times = rational(exponent)
        if times is not None and times.denominator == 1 and 0 < times <= 6:
            self.polynomial = mul(self.polynomial, power(factor, exponent))
            return
        values = [rational(c) for c in found]
        if len(found) != 2 or None in values or not values[0]:
            raise TermError("not linear")
        self.constant = mul(self.constant, power(found[0], exponent))
        if values[0] == values[1]:
            self.at_minus_one = add(self.at_minus_one or ZERO, exponent)
        elif values[0] == -(values[1] or 0):
            self.at_one = add(self.at_one or ZERO, exponent)
        else:
            raise TermError("another zero")


def _parts(body: Term, name: str, *, unit: bool) -> list[Part]:
    """The rows with their factors and parameters, one for each power in the polynomial."""
    found = Collected(name)
    found.take(body)
    out: list[Part] = []
    for j, c in enumerate(coefficients(found.polynomial, name)):
        if rational(c) == 0:
            continue
        s = add(found.at_zero, number(j + 1))
        row = _row(found, s, unit=unit)
        if row is None:
            return []
        out.append((row[0], mul(found.constant, c, row[1]), row[2]))
    return out


def _has_primitive(parts: list[Part]) -> bool:
    """An elementary primitive may be found: all exponents are numbers, and no row needs the zeta function."""
    return all(_exponents_are_numbers(p) and "zeta" not in INTEGRALS[p[0]].value for p in parts)


def _exponents_are_numbers(part: Part) -> bool:
    """The exponents of the row are numbers; the rate of a gamma integral is no exponent."""
    name, _, parameters = part
    exponents = [p for k, p in enumerate(parameters) if not (name == "gamma" and k == 1)]
    return all(rational(p) is not None for p in exponents)


def _row(found: Collected, s: Term, *, unit: bool) -> Part | None:
    """The row, the sign that it takes, and its parameters."""
    others = (found.at_one, found.at_minus_one, found.logarithms)
    if not unit and found.rate is not ZERO and others == (None, None, None):
        return "gamma", ONE, (s, found.rate, found.degree)
    if not unit and found.at_minus_one is not None and found.rate is ZERO and found.logarithms is None:
        return "beta to infinity", ONE, (s, sub(neg(found.at_minus_one), s))
    if unit and (found.at_one, found.at_minus_one) == (None, None) and found.rate is ZERO:
        times = rational(found.logarithms or ZERO)
        if times is not None and times.denominator == 1 and times >= 0:
            return "logarithms", number(-1 if times % 2 else 1), (s, number(times + 1))
    if unit and found.at_one is not None and others[1:] == (None, None) and found.rate is ZERO:
        return "beta", ONE, (s, add(found.at_one, ONE))
    return None


__all__ = ["known_integrals"]
