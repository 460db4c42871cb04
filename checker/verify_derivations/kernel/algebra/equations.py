"""Hypotheses that are equations: solved for the highest power of one quantity, which they replace."""

from __future__ import annotations

from verify_derivations.kernel.algebra.field import Field, Polynomial
from verify_derivations.kernel.algebra.signs import Signs
from verify_derivations.term.syntax.nodes import Constant


def solve(field: Field, signs: Signs, p: Polynomial) -> bool:
    """Replace the highest power of a symbol by what p = 0 says it is; False if that cannot be done."""
    candidates = []
    for j, degree in enumerate(p.degrees()):
        if degree > 0 and field.generators[j].relation is None:
            top, rest = _leading(field, p, j, int(degree))
            if signs.nonzero((top, field.one[0])) and not isinstance(field.generators[j].term, Constant):
                candidates.append((int(degree), -j, top, rest))
    if candidates:
        degree, minus_j, top, rest = min(candidates, key=lambda c: c[:2])
        if degree == 1 or top.is_constant():
            field.relate(-minus_j, degree, field.lowest(-rest, top))
            return True
    return False


def _leading(field: Field, p: Polynomial, j: int, degree: int) -> tuple[Polynomial, Polynomial]:
    """The coefficient of the highest power of generator j, and the terms of lower degree."""
    top, rest = {}, {}
    for exponents, coefficient in p.to_dict().items():
        if exponents[j] == degree:
            top[(*exponents[:j], 0, *exponents[j + 1 :])] = coefficient
        else:
            rest[exponents] = coefficient
    return field.context.from_dict(top), field.context.from_dict(rest)
