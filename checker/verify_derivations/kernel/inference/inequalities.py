"""Inequalities between the value of a function and its argument, learned before a sign is asked for."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

from verify_derivations.kernel.inference.triangles import learn_triangles
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.calculus.functions import instantiate
from verify_derivations.term.syntax.nodes import Apply

ZERO, ONE = Fraction(0), Fraction(1)

INCREASING: dict[str, tuple[Fraction, Fraction]] = {
    "exp": (ZERO, ONE),
    "log": (ONE, ZERO),
    "atan": (ZERO, ZERO),
    "asin": (ZERO, ZERO),
    "asinh": (ZERO, ZERO),
    "atanh": (ZERO, ZERO),
    "erf": (ZERO, ZERO),
}
"""Functions that increase strictly where they are real: a point, and the value there."""

BOUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "atan": (("pi/2 - atan(u)", "> 0"), ("pi/2 + atan(u)", "> 0")),
    "asin": (("pi/2 - asin(u)", ">= 0"), ("pi/2 + asin(u)", ">= 0")),
    "erf": (("1 - erf(u)", "> 0"), ("1 + erf(u)", "> 0")),
    "Abs": (("Abs(u) - u", ">= 0"), ("Abs(u) + u", ">= 0")),
    "exp": (("exp(u) - 1 - u", ">= 0"),),
    "log": (("u - 1 - log(u)", ">= 0"), ("log(u) - 1 + 1/u", ">= 0")),
    "floor": (("u - floor(u)", ">= 0"), ("floor(u) + 1 - u", "> 0")),
}
"""What holds of a function's value for every real argument at which it is real."""


def learn_functions(v: Valuation) -> None:
    """The values of functions that have become quantities, compared with what their arguments tell."""
    for j, generator in enumerate(list(v.field.generators)):
        term = generator.term
        if not isinstance(term, Apply) or generator.sign == "c":  # it may not be real, or not be defined
            continue
        value = v.field.generator(j)
        if term.function in INCREASING and len(term.arguments) == 1:
            at, there = (v.field.rational(number) for number in INCREASING[term.function])
            sign = v.signs.of_element(v.field.sub(v.value(term.arguments[0]), at))
            if sign in ("+", "0+", "-", "0-"):
                rise = v.field.sub(value, there)
                rise = rise if sign[-1] == "+" else v.field.neg(rise)
                v.signs.learn(rise, "> 0" if len(sign) == 1 else ">= 0")
        for formula, relation in BOUNDS.get(term.function, ()) if all(map(v.is_real, term.arguments)) else ():
            v.signs.learn(v.value(instantiate(formula, term.arguments)), relation)
    _learn_differences(v)
    learn_triangles(v)


def _learn_differences(v: Valuation) -> None:
    """log(p) - log(q) is at least 1 - q/p."""
    logs = [g.term for g in v.field.generators if isinstance(g.term, Apply) and g.term.function == "log"]
    real = [t for t in logs if v.signs.positive(v.value(t.arguments[0]))]
    for first, second in permutations(real[:MOST_LOGARITHMS], 2):
        (p,), (q,) = first.arguments, second.arguments
        rise = v.field.sub(v.value(first), v.value(second))
        least = v.field.sub(v.field.one, v.field.mul(v.value(q), v.field.inverse(v.value(p))))
        v.signs.learn(v.field.sub(rise, least), ">= 0")


MOST_LOGARITHMS = 4


__all__ = ["BOUNDS", "INCREASING", "learn_functions"]
