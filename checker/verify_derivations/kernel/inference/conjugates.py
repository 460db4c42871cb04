"""Complex conjugates and moduli: the conjugate of a term by how it is built, and the rules for both.

A function that is real on the real axis and analytic wherever it is defined takes conjugate values at
conjugate arguments (H. A. Schwarz): that is so for the functions without a cut. What is not known to be of
such a form keeps its conjugate as a quantity of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.errors import CertificateError
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.evaluation.holomorphic import NO_CUT
from verify_derivations.term.syntax.nodes import Add, Apply, I, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import rebuild

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.atoms import Atoms
    from verify_derivations.kernel.inference.valuation import Valuation


def conjugated(v: Atoms, term: Term) -> Term:
    """The conjugate of a term, as far as its structure tells.

    Args:
        v: says what is real.
        term: a term.
    """
    if v.is_real(term):
        return term
    match term:
        case Add() | Mul():
            return rebuild(term, tuple(conjugated(v, child) for child in term.children))
        case Pow(base, exponent) if is_whole(v, exponent):
            return Pow(conjugated(v, base), exponent)
        case Pow(base, exponent) if v.signs.positive(v.value(base)):
            return Pow(base, conjugated(v, exponent))
        case Apply("conjugate", (u,)):
            return u
        case Apply(name, (u,)) if name in NO_CUT:
            return Apply(name, (conjugated(v, u),))
        case _ if term is I:
            return Mul((Number(-1), I))
    return Apply("conjugate", (term,))


def is_whole(v: Atoms, exponent: Term) -> bool:
    """A whole number, made of whole numbers by sums, products and powers."""
    match exponent:
        case Number(value):
            return value.denominator == 1
        case Symbol(name):
            return v.is_whole_name(name)
        case Add() | Mul() if all(is_whole(v, child) for child in exponent.children):
            return True
        case Pow(base, Number(k)):
            return k.denominator == 1 and k > 0 and is_whole(v, base)
    form = affine(exponent)
    if form is None or form.constant.denominator != 1:
        return False
    return all(c.denominator == 1 and v.is_whole_name(name) for name, c in form.parts)


def conjugate(v: Valuation, term: Term, becomes: Term) -> None:
    """The conjugate of u, by how u is built."""
    match term:
        case Apply("conjugate", (u,)):
            _require(becomes is not term and becomes is conjugated(v, u), "not the conjugate")
        case _:
            raise CertificateError("not a conjugate")


def modulus(v: Valuation, term: Term, becomes: Term) -> None:
    """|u| = w where w is not negative and w**2 is u times its conjugate."""
    match term:
        case Apply("Abs", (u,)):
            _require(_nonnegative(v, becomes), "it may be negative")
            w = v.value(becomes)
            square = v.field.mul(v.value(u), v.value(conjugated(v, u)))
            _require(v.field.equal(v.field.mul(w, w), square), "its square is not u times its conjugate")
        case _:
            raise CertificateError("not an absolute value")


def _nonnegative(v: Valuation, term: Term) -> bool:
    """The term is a real number and not negative, by its factors."""
    match term:
        case Mul(factors):
            return all(_nonnegative(v, factor) for factor in factors)
        case Apply("Abs", _):
            return True
        case Apply("exp", (u,)):
            return v.is_real(u)
        case Pow(base, Number()):
            return _nonnegative(v, base)
    return v.signs.nonnegative(v.value(term))


def modulus_of_a_power(v: Valuation, term: Term, becomes: Term) -> None:
    """|b**e| = |b|**e for real e and b != 0: b**e is exp(e log b), and the real part of log b is log |b|."""
    match term:
        case Apply("Abs", (Pow(base, exponent),)):
            _require(becomes is Pow(Apply("Abs", (base,)), exponent), "not that power of the absolute value")
            _require(v.is_real(exponent), "the exponent may be complex")
            _require(v.signs.nonzero(v.value(base)), "the base may be zero")
        case _:
            raise CertificateError("not the absolute value of a power")


def _require(condition: bool, why_not: str) -> None:
    if not condition:
        raise CertificateError(why_not)


CONJUGATE_RULES = {
    "conjugate": conjugate,
    "modulus": modulus,
    "modulus of a power": modulus_of_a_power,
}

__all__ = ["CONJUGATE_RULES", "conjugated", "is_whole"]
