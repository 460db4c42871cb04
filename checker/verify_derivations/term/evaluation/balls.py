"""Certified evaluation: every subterm as an Arb ball that surely holds its value at an exact point.

Over the reals a value that is not a real number is undefined, and so is everything built on it. In the
complex reading a function that has no real value at real arguments is redone in the complex numbers, so
that exact negative reals sit exactly on the branch cut (principal values).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flint import acb, arb, ctx, fmpq

from verify_derivations.errors import TermError
from verify_derivations.term.calculus import cases
from verify_derivations.term.calculus.comparisons import all_true, truth
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.calculus.unknown import Coefficients, parse_name, polynomial_derivative
from verify_derivations.term.evaluation.ball_functions import (
    COMPLEX,
    CONSTANTS,
    REAL,
    Ball,
    SurelyUndefined,
    Undefined,
    exact,
)
from verify_derivations.term.evaluation.ball_matrices import determinant, family, integer, inverse_entry
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.evaluation.patience import require_time
from verify_derivations.term.evaluation.series import series
from verify_derivations.term.syntax.decimals import printed_value
from verify_derivations.term.syntax.limit import OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Binder,
    Bound,
    Constant,
    Decimal,
    Delta,
    Determinant,
    Entry,
    Family,
    Integral,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Product,
    RoughDecimal,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import subterms

LARGEST_RANGE = 10_000
"""Sums and products with more terms than this at a point are not evaluated."""

MOST_MEMBERS = 30_000
"""Nor are so many terms of all of them together, which would take seconds."""


MOST_PRECISION = 1 << 17
"""More binary digits than this are refused."""


class Evaluation(dict[Term, Ball]):
    """The values of terms at one point: those that were asked for, and those of their parts.

    Args:
        point: a ball for every free symbol (`exact(Fraction)` for a rational).
        entries: the entries of arrays, by name and integer indices.
        functions: for every unknown function a polynomial, by its coefficients from the constant on; a
            function of several arguments is that polynomial of 1 times the first + 2 times the second ...
        complex_values: allow values off the real line.
        rationals: the exact values of symbols, by which the conditions of cases are told exactly.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> value = Evaluation({"x": exact(Fraction(1, 2))}).value(parse_plain("x**2 + 1/4"))
    >>> bool(value == exact(Fraction(1, 2)))
    True
    """

    def __init__(
        self,
        point: Mapping[str, Ball],
        entries: Mapping[tuple[str, tuple[int, ...]], Ball] | None = None,
        functions: Mapping[str, Coefficients] | None = None,
        *,
        complex_values: bool = False,
        rationals: Mapping[str, Fraction] | None = None,
    ) -> None:
        self.point = point
        self.rationals = rationals or {}
        self.functions = functions or {}
        self.entries = entries or {}
        self.complex_values = complex_values
        self.inverses: dict[Term, tuple[Any, list[tuple[int, ...]]]] = {}
        self.left_the_reals = False
        self.members = 0

    def value(self, term: Term) -> Ball:
        """The ball of a term at the current precision of flint's context.

        Raises:
            Undefined: it has no value there (over the reals: no real value).
            TermError: the term cannot be evaluated at all.
        """
        try:
            return self[term]
        except RecursionError:
            if term.holds(Binder) or term.holds(Piecewise):  # there, some part need not have a value
                raise
        for sub in subterms(term):  # children come first, so this goes to any depth
            value = self[sub]
        return value

    def take(self, members: int) -> None:
        """So many terms of a sum, a product or a condition under one are about to be looked at.

        Raises:
            TermError: they are too many, by themselves or with those before.
        """
        self.members += max(members, 0)
        if members > LARGEST_RANGE:
            raise TermError(f"a range of {members} terms is too long to evaluate")
        if self.members > MOST_MEMBERS:
            raise TermError(f"more than {MOST_MEMBERS} terms of sums and products are too many to evaluate")

    def __missing__(self, term: Term) -> Ball:
        value = RULES.get(type(term), _no_number)(self, term)
        if not value.is_finite():
            raise Undefined(term)
        self[term] = value
        return value

    def root_base(self, value: Ball) -> Ball:
        """A base about to be raised to a power that is no integer: not negative, or complex if allowed."""
        if type(value) is arb and not value >= 0:
            if not self.complex_values:
                return value
            self.left_the_reals = True
            return acb(value)
        return value

    def power(self, base: Ball, exponent: Ball, of: Term) -> Ball:
        """base ** exponent, where the exponent is no rational number written down."""
        if base.contains(0):
            raise Undefined(of)
        if type(exponent) is arb and exponent.is_integer() and abs(exponent) < LARGEST_EXPONENT:
            return base ** int(exponent.mid().fmpq().p)  # without the errors of a logarithm: 2**4 is 16
        if type(base) is arb and not base > 0:
            if type(exponent) is arb and exponent.is_integer():
                return base ** int(exponent.mid().fmpq().p)
            if not self.complex_values:
                raise (Undefined if exponent.contains_integer() else SurelyUndefined)(of)
            self.left_the_reals = True
            base = acb(base)
        return (base.log() * exponent).exp()


LARGEST_EXPONENT = 1 << 16
"""A higher power is computed by way of a logarithm."""


def _number(e: Evaluation, term: Number) -> Ball:
    numerator, denominator = term.ratio
    if denominator == 1:
        known = WHOLE.get(numerator)
        return arb(numerator) if known is None else known
    return arb(fmpq(numerator, denominator))


WHOLE = {n: arb(n) for n in range(-16, 17)}
"""Balls of the whole numbers that are met most."""
_ONE = WHOLE[1]


def _decimal(e: Evaluation, term: Decimal) -> Ball:
    return exact(printed_value(term))


def _symbol(e: Evaluation, term: Symbol) -> Ball:
    try:
        return e.point[term.name]
    except KeyError:
        raise TermError(f"{term.name} has no value at the point") from None


def _constant(e: Evaluation, term: Constant) -> Ball:
    if term.name == "i" and not e.complex_values:
        raise Undefined(term)
    return CONSTANTS[term.name]()


def _add(e: Evaluation, term: Add) -> Ball:
    terms = iter(term.terms)
    total = e[next(terms)]
    for t in terms:
        total = total + e[t]
    return total


def _mul(e: Evaluation, term: Mul) -> Ball:
    factors = iter(term.factors)
    total = e[next(factors)]
    for f in factors:
        total = total * e[f]
    return total


def _pow(e: Evaluation, term: Pow) -> Ball:
    exponent = term.exponent
    if type(exponent) is not Number:
        return e.power(e[term.base], e[exponent], term)
    p, q = exponent.ratio
    if q == 1:
        base = e[term.base]
        if p <= 0 and base.contains(0):
            raise Undefined(term)
        if type(base) is arb and (p == -1 or p == 2):  # the same ball, sooner
            return base * base if p == 2 else _ONE / base
        return base**p
    square_of = root_of_square(term)
    if square_of is not None and type(inner := e[square_of]) is arb:
        return abs(inner)
    base = e[term.base]
    if p < 0 and base.contains(0):
        raise Undefined(term)
    base = e.root_base(base)
    if q == 2:
        return base.sqrt() ** p
    if type(base) is arb and base == 0:
        return arb(0)
    return (base.log() * arb(fmpq(p, q))).exp()


def root_of_square(term: Pow) -> Term | None:
    """u where the term is sqrt(u**2), which is |u| for real u: a ball of u**2 may hold negative numbers."""
    match term:
        case Pow(Pow(u, Number(square)), Number(root)) if square == 2 and root == Fraction(1, 2):
            return u
    return None


def _apply(e: Evaluation, term: Apply) -> Ball:
    name = term.function
    values = [e[argument] for argument in term.arguments]
    real = REAL.get(name)
    if real is None:
        row = FUNCTIONS.get(name)
        formula = row and (row.means or row.means_real)
        if not row or not formula:
            return unknown_value(e, name, values)
        return e[instantiate(formula, term.arguments)]
    if acb not in map(type, values):
        result = real(*values)
        if result.is_finite() or not e.complex_values:
            return result
        e.left_the_reals = True
    if name not in COMPLEX:
        raise Undefined(term)
    return COMPLEX[name](*(acb(value) for value in values))


def unknown_value(e: Evaluation, name: str, values: list[Ball]) -> Ball:
    """An unknown function, or a derivative of one, with the polynomial that the point gives for it."""
    stem, orders = parse_name(name, len(values))
    coefficients = e.functions.get(stem)
    if coefficients is None:
        raise TermError(f"the function {name} cannot be evaluated")
    argument, scale = arb(0), 1
    for place, (value, order) in enumerate(zip(values, orders, strict=True), start=1):
        argument = argument + place * value
        scale *= place**order
    total = arb(0)
    for coefficient in reversed(polynomial_derivative(coefficients, sum(orders))):
        total = total * argument + exact(coefficient)
    return total * scale


def _delta(e: Evaluation, term: Delta) -> Ball:
    difference = e.value(term.left) - e.value(term.right)
    if difference.contains(0) and not difference == 0:
        raise Undefined(term)
    return arb(1) if difference == 0 else arb(0)


def _entry(e: Evaluation, term: Entry) -> Ball:
    indices = tuple(integer(e.value(i), term) for i in term.indices)
    try:
        return e.entries[term.array, indices]
    except KeyError:
        raise Undefined(term) from None


def _binder(e: Evaluation, term: Binder) -> Ball:
    if term.upper is OO and isinstance(term, Sum):
        return series(e, term, integer(e.value(term.lower), term))
    lower, upper = integer(e.value(term.lower), term), integer(e.value(term.upper), term)
    e.take(upper - lower + 1)
    total = arb(1) if isinstance(term, Product) else arb(0)
    for k in range(lower, upper + 1):
        require_time()
        value = e.value(instantiate_bound(term.body, Number(k)))
        total = total * value if isinstance(term, Product) else total + value
    return total


def _integral(e: Evaluation, term: Integral) -> Ball:
    """A rigorous enclosure, of an integrand that is real all the way."""
    from verify_derivations.term.evaluation.integration import enclose

    value = enclose(e, term)
    if value is None:
        raise Undefined(term)
    return value


def _compared(e: Evaluation, part: Comparison) -> bool | None:
    """The truth of a comparison at the point; None if the balls do not tell, or a side has no real value."""
    left, right = (rational_value(side, e.rationals) for side in (part.left, part.right))
    if left is not None and right is not None:
        return cases.COMPARED[part.relation](left, right)
    try:
        return truth(part.relation, e.value(part.left) - e.value(part.right))
    except Undefined:
        return None


def holds(e: Evaluation, condition: All) -> bool | None:
    """The truth of the condition of a case at the point; None if the balls do not tell."""
    return all_true(_compared(e, part) for part in condition.parts)


def _piecewise(e: Evaluation, term: Piecewise) -> Ball:
    value = cases.chosen(term, lambda condition: holds(e, condition))
    if value is None:
        raise Undefined(term)
    return e.value(value)


def _no_number(e: Evaluation, term: Limit | Infinity) -> Ball:
    raise TermError(f"a {type(term).__name__} has no ball")


def _bound(e: Evaluation, term: Bound) -> Ball:
    raise TermError("a bound index has no value outside its sum")


RULES: dict[type[Term], Callable[[Evaluation, Any], Ball]] = {
    Number: _number,
    Decimal: _decimal,
    RoughDecimal: _decimal,
    Symbol: _symbol,
    Constant: _constant,
    Add: _add,
    Mul: _mul,
    Pow: _pow,
    Apply: _apply,
    Delta: _delta,
    Entry: _entry,
    Sum: _binder,
    Product: _binder,
    Integral: _integral,
    Family: family,
    Determinant: determinant,
    InverseEntry: inverse_entry,
    Bound: _bound,
    Piecewise: _piecewise,
}


def set_precision(bits: int) -> None:
    """The working precision of all balls of this process, in bits.

    Raises:
        TermError: no precision at which one could work.
    """
    if not 2 <= bits <= MOST_PRECISION:
        raise TermError(f"a precision of {bits} bits")
    if ctx.prec != bits:
        ctx.prec = bits


__all__ = [
    "Ball",
    "Evaluation",
    "SurelyUndefined",
    "Undefined",
    "exact",
    "holds",
    "root_of_square",
    "set_precision",
]
