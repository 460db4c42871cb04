"""What arguments reduce a statement to: exponentials, powers, derivatives of sides, parts of a domain."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import (
    Point,
)
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.continuity import holds_everywhere
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.specialised import specialised
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ONE, Apply, I, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def exponentiated(s: Statement) -> Statement:
    """exp(lhs) = exp(rhs): for real sides the same claim, as exp is injective on the reals."""
    require_real_sides(s)
    return replace(s, lhs=Apply("exp", (s.lhs,)), rhs=Apply("exp", (s.rhs,)))


def require_real_sides(s: Statement) -> None:
    """Both sides are real numbers: so they are read, and no imaginary unit was brought in."""
    if s.complex_values or any(t is I for t in subterms(s.lhs, s.rhs)):
        raise CertificateError("the sides may be complex")


def turned(s: Statement, factor: int) -> Statement:
    """exp(i factor (lhs - rhs)) = 1, over the same points."""
    difference = Mul((Number(factor), I, minus(s.lhs, s.rhs)))
    return replace(s, lhs=Apply("exp", (difference,)), rhs=ONE)


def require_near(s: Statement, anchor: Point) -> None:
    """The sides differ by less than 1 at the anchor."""
    set_precision(64)
    evaluation = Evaluation(_values(s, anchor))
    try:
        near = bool(abs(evaluation.value(s.lhs) - evaluation.value(s.rhs)) < 1)
    except Undefined:
        near = False
    if not near:
        raise CertificateError("the sides are not near each other at the anchor")


def _values(s: Statement, anchor: Point) -> dict[str, Ball]:
    return {name: exact(value) for name, value in anchor_values(s, anchor).items()}


def anchor_values(s: Statement, anchor: Point) -> dict[str, Fraction]:
    """The real point of the domain that an anchor names."""
    values = {name: real for name, (real, imaginary) in anchor if imaginary == 0}
    for name in s.symbols:
        if name not in values or name not in s.domains or values[name] not in s.domains[name]:
            raise CertificateError(f"the anchor gives no value of the domain to {name}")
    return values


def raised(s: Statement, exponent: int) -> Statement:
    """lhs**n = rhs**n: for nonnegative sides the same claim."""
    if exponent < 2:
        raise CertificateError("the exponent is at least 2")
    return replace(s, lhs=Pow(s.lhs, Number(exponent)), rhs=Pow(s.rhs, Number(exponent)))


def require_nonnegative(s: Statement) -> None:
    """Both sides are real and nowhere negative."""
    require_real_sides(s)
    for side in (s.lhs, s.rhs):
        if not (_is_even_root(side) or holds_everywhere(s, Requirement(side, ">= 0"))):
            raise CertificateError("a side may be negative")


def _is_even_root(side: Term) -> bool:
    """A square root, fourth root ...: where it is real it is not negative."""
    match side:
        case Pow(_, Number(exponent)):
            return exponent.denominator % 2 == 0
    return False


def derived(s: Statement, name: str) -> Statement:
    """The derivatives of both sides by a symbol, claimed to be equal."""
    x = Symbol(name)
    lhs, rhs = differentiate(s.lhs, x), differentiate(s.rhs, x)
    required = requirements((lhs, rhs), (s.lhs, s.rhs))
    out = replace(s, lhs=lhs, rhs=rhs, differentiated=(s.lhs, s.rhs), required=tuple(required))
    if not all(holds_everywhere(out, r) for r in required):
        raise CertificateError("a derivative is not defined on the whole domain")
    return out


def at_anchor(s: Statement, anchor: Point) -> Statement:
    """The statement at one point."""
    return specialised(s, anchor_values(s, anchor))


MOST_VALUES = 16
"""An index or a whole number with more values is not looked at value by value."""


def at_each_value(s: Statement, name: str) -> list[tuple[int, Statement]]:
    """The values of an index that runs up to a number, or of a bounded whole number, with the statement.

    Raises:
        CertificateError: it is no such name.
    """
    others = {index: size for index, size in s.indices.items() if index != name}
    values = _whole_numbers(s, name)
    return [(k, replace(specialised(s, {name: Fraction(k)}), indices=others)) for k in values]


def _whole_numbers(s: Statement, name: str) -> list[int]:
    size = rational(s.indices[name]) if name in s.indices else None
    domain = s.domains.get(name) if size is None else Domain("integer", Fraction(1), size, False, False)
    if name in s.indices and (size is None or size.denominator != 1):
        domain = None
    if domain is None or domain.field != "integer" or domain.lower is None or domain.upper is None:
        raise CertificateError(f"{name} is no index or whole number that runs up to a small number")
    if name in free_symbols(*s.indices.values(), *(size for a in s.arrays.values() for size in a.shape)):
        raise CertificateError(f"{name} is the size of something")
    first, last = math.floor(domain.lower), math.ceil(domain.upper)
    found = [k for k in range(first, min(last, first + 2 * MOST_VALUES) + 1) if Fraction(k) in domain]
    if not 1 <= len(found) <= MOST_VALUES:
        raise CertificateError(f"{name} is no index or whole number that runs up to a small number")
    return found


def half(s: Statement, name: str, *, positive: bool) -> Statement:
    """The statement for the positive, or the negative, values of a symbol that may have any sign."""
    domain = s.domains[name]
    if domain.field != "real" or domain.lower is not None or domain.upper is not None:
        raise CertificateError(f"{name} is not any real number")
    narrow = Domain(lower=Fraction(0)) if positive else Domain(upper=Fraction(0))
    return replace(s, domains={**s.domains, name: narrow})


def undefined_at_zero(s: Statement, name: str) -> bool:
    """A requirement fails where the symbol is zero."""
    at_zero = specialised(s, {name: Fraction(0)})
    for before, requirement in zip(s.required, at_zero.required, strict=True):
        if requirement.bound or before.term is requirement.term:
            continue
        try:
            zero, sign = zero_and_sign(at_zero.domains, requirement.term)
        except (CertificateError, DividedByZero, Budget):
            continue
        if requirement.relation in ("!= 0", "> 0", "nonpole") and zero:
            return True
        if requirement.relation in ("> 0", ">= 0") and sign == "-" and not s.complex_values:
            return True
    return False


def zero_and_sign(domains: Mapping[str, Domain], term: Term) -> tuple[bool, str]:
    """Whether a term is identically zero, and its sign, from the declarations alone."""

    def work(capacity: int) -> tuple[bool, str]:
        v = Valuation(domains, capacity, RULES)
        value = v.value(term)
        return bool(value[0].is_zero()), v.signs.of_element(value)

    return in_large_enough_field(work)


__all__ = [
    "anchor_values",
    "at_anchor",
    "at_each_value",
    "derived",
    "exponentiated",
    "half",
    "raised",
    "require_near",
    "require_nonnegative",
    "require_real_sides",
    "turned",
    "undefined_at_zero",
    "zero_and_sign",
]
