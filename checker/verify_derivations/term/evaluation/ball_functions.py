"""The functions of the table, and the constants, of balls; `nan` where there is no value."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from flint import acb, arb, fmpq

Ball = Any
"""An `arb` or an `acb`; python-flint ships no types."""


class Undefined(Exception):
    """A term has no value at the point."""


class SurelyUndefined(Undefined):
    """It has none at any precision."""


def exact(value: Fraction) -> Ball:
    """A rational as a ball."""
    numerator, denominator = value.as_integer_ratio()
    return arb(numerator) if denominator == 1 else arb(fmpq(numerator, denominator))


def _sign(x: Ball) -> Ball:
    if x > 0:
        return arb(1)
    if x < 0:
        return arb(-1)
    return arb.nan()


def _complex_sign(z: Ball) -> Ball:
    return acb(_sign(z.real)) if z.imag == 0 else z / abs(z)


def _real_part(z: Ball) -> Ball:
    return z.real if z.imag.contains(0) else arb.nan()


def _polylog(s: Ball, u: Ball) -> Ball:
    """Arb gives no value at 1, where it is that of the zeta function for s > 1."""
    if u == 1:  # not so for a ball that only holds 1
        return s.zeta() if s.real > 1 else type(s)("nan")
    return u.polylog(s)


REAL: dict[str, Callable[..., Ball]] = {
    "exp": arb.exp,
    "log": arb.log,
    "sin": arb.sin,
    "cos": arb.cos,
    "tan": arb.tan,
    "cot": arb.cot,
    "sec": arb.sec,
    "csc": arb.csc,
    "sinh": arb.sinh,
    "cosh": arb.cosh,
    "tanh": arb.tanh,
    "coth": arb.coth,
    "sech": arb.sech,
    "csch": arb.csch,
    "asin": arb.asin,
    "acos": arb.acos,
    "atan": arb.atan,
    "asinh": arb.asinh,
    "acosh": arb.acosh,
    "atanh": arb.atanh,
    "Abs": abs,
    "sign": _sign,
    "conjugate": lambda x: x,
    "re": lambda x: x,
    "im": lambda x: arb(0),
    "floor": arb.floor,
    "ceiling": arb.ceil,
    "erf": arb.erf,
    "erfc": arb.erfc,
    "gamma": arb.gamma,
    "loggamma": arb.lgamma,
    "digamma": arb.digamma,
    "polygamma": lambda s, u: _real_part(acb(u).polygamma(acb(s))),
    "erfi": arb.erfi,
    "Ei": arb.ei,
    "li": arb.li,
    "Si": arb.si,
    "Ci": arb.ci,
    "Shi": arb.shi,
    "Chi": arb.chi,
    "fresnels": arb.fresnel_s,
    "fresnelc": arb.fresnel_c,
    "LambertW": arb.lambertw,
    "uppergamma": lambda s, u: u.gamma_upper(s),
    "polylog": _polylog,
    "zeta": arb.zeta,
}
"""Functions of real balls; nan where the value is not real."""

COMPLEX: dict[str, Callable[..., Ball]] = {
    name: getattr(acb, name)
    for name in (
        "exp log sin cos tan cot sec csc sinh cosh tanh coth sech csch "
        "asin acos atan asinh acosh atanh erf erfc gamma digamma"
    ).split()
} | {
    "Abs": lambda z: acb(abs(z)),
    "sign": _complex_sign,
    "conjugate": acb.conjugate,
    "re": lambda z: acb(z.real),
    "im": lambda z: acb(z.imag),
    "loggamma": acb.lgamma,
    "polygamma": lambda s, u: u.polygamma(s),
    "erfi": acb.erfi,
    "Ei": acb.ei,
    "li": acb.li,
    "Si": acb.si,
    "Ci": acb.ci,
    "Shi": acb.shi,
    "Chi": acb.chi,
    "fresnels": acb.fresnel_s,
    "fresnelc": acb.fresnel_c,
    "LambertW": acb.lambertw,
    "uppergamma": lambda s, u: u.gamma_upper(s),
    "polylog": _polylog,
    "zeta": acb.zeta,
}
"""The same functions of complex balls, principal branches."""

CONSTANTS: dict[str, Callable[[], Ball]] = {
    "pi": arb.pi,
    "EulerGamma": arb.const_euler,
    "i": lambda: acb(0, 1),
}


__all__ = ["COMPLEX", "CONSTANTS", "REAL", "Ball", "SurelyUndefined", "Undefined", "exact"]
