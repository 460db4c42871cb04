"""Logarithms of products with exponentials in them, opened: far away the product is a ball around zero."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.term.syntax.build import add, call, mul, number, power
from verify_derivations.term.syntax.nodes import ONE, ZERO, Add, Apply, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import subterms


def with_opened_logarithms(term: Term) -> Term:
    """The same with u + log(v) for log(exp(u)*v), where u is a polynomial: of real numbers, so exp(u) > 0.

    Args:
        term: what is evaluated where all its symbols are real numbers.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(with_opened_logarithms(parse_plain("x*log(exp(-x)/(2*exp(-3*x)))")))
    'x*(-x + 3*x + log(1/2))'
    """
    for call_of_log in [t for t in subterms(term) if isinstance(t, Apply) and t.function == "log"]:
        opened = _opened(call_of_log)
        if opened is not call_of_log and not call_of_log.loose:
            term = exchanged(term, call_of_log, opened)
    return term


def _opened(logarithm: Apply) -> Term:
    exponents, rest = [], []
    for factor, k in _factors(logarithm.arguments[0], 1):
        match factor:
            case Apply("exp", (u,)) if _is_polynomial(u):
                exponents.append(mul(number(k), u))
            case _:
                rest.append(power(factor, k))
    if not exponents:
        return logarithm
    left = mul(*rest)
    return add(*exponents) if left is ONE else add(*exponents, call("log", left))


def _factors(term: Term, k: int) -> Iterator[tuple[Term, int]]:
    """The factors of a product to the power of k, with their whole exponents; none that may have no value is
    lost."""
    match term:
        case Mul(factors):
            for factor in factors:
                yield from _factors(factor, k)
        case Pow(base, Number(exponent)) if exponent.denominator == 1 and exponent != 0:
            yield from _factors(base, k * int(exponent))
        case _:
            yield term, k


def _is_polynomial(term: Term) -> bool:
    """In real symbols, divided by numbers and symbols perhaps: a real number where it has a value."""
    match term:
        case Number() | Symbol():
            return True
        case Mul(factors) if ZERO in factors:
            return False  # what is multiplied by zero would be lost
        case Add() | Mul():
            return all(_is_polynomial(child) for child in term.children)
        case Pow(base, Number(exponent)):
            return exponent.denominator == 1 and _is_polynomial(base)
    return False


__all__ = ["with_opened_logarithms"]
