"""Lemmas for logarithms and roots: taken of the factors whose sign is known."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from verify_derivations.kernel.algebra.field import Element
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.prove import products
from verify_derivations.prove.radicals import in_others
from verify_derivations.prove.split import Factor, split, take_out
from verify_derivations.term.syntax.build import add, call, mul, number, power
from verify_derivations.term.syntax.nodes import MINUS_ONE, PI, Add, Apply, I, Mul, Number, Pow, Product, Term

if TYPE_CHECKING:
    from verify_derivations.prove.canonical import Search


def logarithm(search: Search, u: Term) -> list[tuple[str, Term]]:
    """Lemmas for log u: that of a product over an index, or those of the factors."""
    return [*products.for_logarithm(u), *_log_by_factors(search, u)]


def _log_by_factors(search: Search, u: Term) -> list[tuple[str, Term]]:
    value = search.v.value(u)
    factors = split(search.v, value)
    if factors is None:
        if search.v.signs.of_element(value) != "-":
            return _scaled_log(search, value)
        opposite = element_term(search.v.field, search.v.field.neg(value))
        return [("negative", Add((call("log", opposite), Mul((I, PI)))))]
    becomes = add(*(_log_of(f) for f in factors))
    for part in becomes.terms if isinstance(becomes, Add) else (becomes,):
        search.prepare(call("exp", part))  # the rule compares exponentials of the summands
    return [("logarithm", becomes)]


def _scaled_log(search: Search, value: Element) -> list[tuple[str, Term]]:
    """Take the positive factors out of a logarithm whose argument has no known sign."""
    if value[0].is_zero():
        return []
    out, rest = take_out(search.v, value)
    if not out:
        return []
    parts = [_log_of(f) for f in out]
    for part in parts:
        search.prepare(call("exp", part))
    return [("scaled logarithm", Add((*parts, call("log", element_term(search.v.field, rest)))))]


def _log_of(f: Factor) -> Term:
    match f.base:
        case Apply("exp", (v,)):
            return mul(number(f.exponent), v)
        case Apply("gamma", (v,)):
            return mul(number(f.exponent), call("loggamma", v))
        case Pow(b, Number(r)) if r.denominator != 1:
            return mul(number(f.exponent * r), call("log", b))
    return mul(number(f.exponent), call("log", f.base))


def root(search: Search, base: Term, exponent: Fraction) -> list[tuple[str, Term]]:
    """Lemmas for base**exponent, with an exponent that is no whole number."""
    if base is MINUS_ONE:
        return [("power", call("exp", Mul((number(exponent), call("log", base)))))]
    factors = split(search.v, search.v.value(base))
    if factors is None:
        return _scaled_root(search, base, exponent)
    parts = [_root_of(search, f.base, f.exponent * exponent) for f in factors]
    becomes = mul(*parts)
    if becomes is Pow(base, Number(exponent)):
        return _dependent(search, base, exponent)
    return [("root", becomes)]


def _scaled_root(search: Search, base: Term, exponent: Fraction) -> list[tuple[str, Term]]:
    """Take the positive factors out of a root whose base has no known sign."""
    field = search.v.field
    out, rest = take_out(search.v, search.v.value(base))
    if search.v.value(base)[0].is_zero():
        return []
    left = element_term(field, rest)
    finest = search.finest(left, exponent.denominator)
    radical = Pow(left, Number(Fraction(1, finest)))
    k = exponent * finest
    last = radical if k == 1 else Pow(radical, Number(k))
    becomes = Mul((*(_root_of(search, f.base, f.exponent * exponent) for f in out), last))
    if not out and k == 1:
        return _dependent(search, base, exponent)
    return [("scaling", becomes if out else last)]


def _dependent(search: Search, base: Term, exponent: Fraction) -> list[tuple[str, Term]]:
    """A root that nothing can be taken out of: in terms of others, or else a quantity of its own."""
    if exponent.numerator != 1:
        return []
    found = list(in_others(search.v, search.v.value(base), exponent.denominator))
    if not found:
        search.v.value(Pow(base, Number(exponent)))  # so that others may be told in terms of it
    return [("root", becomes) for becomes in found]


def _root_of(search: Search, base: Term, exponent: Fraction) -> Term:
    match base:
        case Apply("exp", (v,)):
            return call("exp", mul(number(exponent), v))
        case Pow(b, Number(r)) if r.denominator != 1:
            return _root_of(search, b, exponent * r)
        case Product(index, lower, upper, body):
            return Product(index, lower, upper, Pow(body, Number(exponent)))
    finest = search.finest(base, exponent.denominator)
    if finest == 1:
        return power(base, exponent)
    k = exponent * finest
    radical = Pow(base, Number(Fraction(1, finest)))
    return radical if k == 1 else Pow(radical, Number(k))


__all__ = ["logarithm", "root"]
