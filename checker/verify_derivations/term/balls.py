"""Certified evaluation: every subterm as an Arb ball that surely holds its value at an exact point.

Over the reals a value that is not a real number is undefined, and so is everything built on it. In the
complex reading a function that has no real value at real arguments is redone in the complex numbers, so
that exact negative reals sit exactly on the branch cut (principal values).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Any

from flint import acb, acb_mat, arb, arb_mat, ctx, fmpq

from verify_derivations.errors import TermError
from verify_derivations.term import cases
from verify_derivations.term.comparisons import all_true, truth
from verify_derivations.term.decimals import printed_value
from verify_derivations.term.exact import rational_value
from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.limit import Infinity, Limit
from verify_derivations.term.nodes import (
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
    Sum,
    Symbol,
    Term,
    subterms,
)
from verify_derivations.term.piecewise import All, Comparison, Piecewise
from verify_derivations.term.substitute import instantiate_bound
from verify_derivations.term.unknown import Coefficients, parse_name, polynomial_derivative

Ball = Any
"""An `arb` or an `acb`; python-flint ships no types."""

LARGEST_RANGE = 10_000
"""Sums and products with more terms than this at a point are not evaluated."""


LARGEST_MATRIX = 64
"""Larger matrices are not evaluated."""

MOST_PRECISION = 1 << 17
"""More binary digits than this are refused."""


class Undefined(Exception):
    """A term has no value at the point."""


def exact(value: Fraction) -> Ball:
    """A rational as a ball."""
    numerator, denominator = value.numerator, value.denominator
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
    "polylog": lambda s, u: u.polylog(s),
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
    "polylog": lambda s, u: u.polylog(s),
}
"""The same functions of complex balls, principal branches."""

CONSTANTS: dict[str, Callable[[], Ball]] = {
    "pi": arb.pi,
    "EulerGamma": arb.const_euler,
    "i": lambda: acb(0, 1),
}


class Evaluation:
    """The values of terms at one point.

    Args:
        point: a ball for every free symbol (`exact(Fraction)` for a rational).
        entries: the entries of arrays, by name and integer indices.
        functions: for every unknown function a polynomial, by its coefficients from the constant on; a
            function of several arguments is that polynomial of 1 times the first + 2 times the second ...
        complex_values: allow values off the real line.
        rationals: the exact values of symbols, by which the conditions of cases are told exactly.

    >>> from verify_derivations.term.plain import parse_plain
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
        self.memo: dict[Term, Ball] = {}
        self.inverses: dict[Term, tuple[Any, list[tuple[int, ...]]]] = {}
        self.left_the_reals = False

    def value(self, term: Term) -> Ball:
        """The ball of a term at the current precision of flint's context.

        Raises:
            Undefined: it has no value there (over the reals: no real value).
            TermError: the term cannot be evaluated at all.
        """
        found = self.memo.get(term)
        return found if found is not None else self._evaluated(term)

    def _evaluated(self, term: Term) -> Ball:
        memo = self.memo
        for sub in (term,) if _is_lazy(term) else subterms(term):
            if sub not in memo:
                value = RULES[type(sub)](self, sub)
                if not value.is_finite():
                    raise Undefined(sub)
                memo[sub] = value
        return memo[term]

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
        if type(base) is arb and not base > 0:
            if base.contains(0):
                raise Undefined(of)
            if type(exponent) is arb and exponent.is_integer():
                return base ** int(exponent.mid().fmpq().p)
            if not self.complex_values:
                raise Undefined(of)
            self.left_the_reals = True
            base = acb(base)
        return (base.log() * exponent).exp()


@lru_cache(maxsize=256)  # asked at every point anew
def _is_lazy(term: Term) -> bool:
    """Some part of the term has no value, or need not have one: under a binder, in a case."""
    return any(isinstance(sub, Binder | Piecewise) for sub in subterms(term))


def _number(e: Evaluation, term: Number) -> Ball:
    return exact(term.value)


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
    value = e.value
    first, *rest = term.terms
    total = value(first)
    for t in rest:
        total = total + value(t)
    return total


def _mul(e: Evaluation, term: Mul) -> Ball:
    value = e.value
    first, *rest = term.factors
    total = value(first)
    for f in rest:
        total = total * value(f)
    return total


def _pow(e: Evaluation, term: Pow) -> Ball:
    base = e.value(term.base)
    if not isinstance(term.exponent, Number):
        return e.power(base, e.value(term.exponent), term)
    p, q = term.exponent.value.numerator, term.exponent.value.denominator
    if q == 1:
        if p <= 0 and base.contains(0):
            raise Undefined(term)
        return base**p
    if p < 0 and base.contains(0):
        raise Undefined(term)
    base = e.root_base(base)
    if q == 2:
        return base.sqrt() ** p
    if type(base) is arb and base == 0:
        return arb(0)
    return (base.log() * arb(fmpq(p, q))).exp()


def _apply(e: Evaluation, term: Apply) -> Ball:
    values = [e.value(argument) for argument in term.arguments]
    name = term.function
    real, row = REAL.get(name), FUNCTIONS.get(name)
    if real is None:
        formula = row and (row.means or row.means_real)
        if not row or not formula:
            return _unknown(e, name, values)
        return e.value(instantiate(formula, term.arguments))
    if all(type(value) is arb for value in values):
        result = real(*values)
        if result.is_finite() or not e.complex_values:
            return result
        e.left_the_reals = True
    return COMPLEX[name](*(acb(value) for value in values))


def _unknown(e: Evaluation, name: str, values: list[Ball]) -> Ball:
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
    indices = tuple(_integer(e.value(i), term) for i in term.indices)
    try:
        return e.entries[term.array, indices]
    except KeyError:
        raise Undefined(term) from None


def _integer(value: Ball, term: Term) -> int:
    if type(value) is not arb or not value.is_integer():
        raise Undefined(term)
    return int(value.mid().fmpq().p)


def _binder(e: Evaluation, term: Binder) -> Ball:
    lower, upper = _integer(e.value(term.lower), term), _integer(e.value(term.upper), term)
    if upper - lower >= LARGEST_RANGE:
        raise TermError(f"a range of {upper - lower + 1} terms is too long to evaluate")
    total = arb(1) if isinstance(term, Product) else arb(0)
    for k in range(lower, upper + 1):
        value = e.value(instantiate_bound(term.body, Number(k)))
        total = total * value if isinstance(term, Product) else total + value
    return total


def _family(e: Evaluation, term: Family) -> Ball:
    """A family is no number; it has a value, 0, where all of its members have one."""
    for k in _indices(e, term):
        e.value(instantiate_bound(term.body, Number(k)))
    return arb(0)


def _indices(e: Evaluation, term: Binder) -> range:
    return range(_integer(e.value(term.lower), term), _integer(e.value(term.upper), term) + 1)


def _rows(e: Evaluation, matrix: Term) -> tuple[list[list[Ball]], list[range]]:
    """The entries of a square matrix that is given as families, and the ranges of the indices of a row."""
    ranges: list[range] = []
    inner = matrix
    while isinstance(inner, Family):
        ranges.append(_indices(e, inner))
        inner = instantiate_bound(inner.body, Number(ranges[-1].start))
    half = len(ranges) // 2
    if ranges[:half] != ranges[half:]:
        raise TermError("a matrix that is not square")
    side = list(product(*ranges[:half]))
    if len(side) > LARGEST_MATRIX:
        raise TermError(f"a matrix of {len(side)} rows is too large to evaluate")
    return [[e.value(_member(matrix, (*i, *j))) for j in side] for i in side], ranges[:half]


def _member(matrix: Term, indices: tuple[int, ...]) -> Term:
    for k in indices:
        if isinstance(matrix, Family):
            matrix = instantiate_bound(matrix.body, Number(k))
    return matrix


def _as_matrix(rows: list[list[Ball]]) -> Any:
    real = all(type(value) is arb for row in rows for value in row)
    return arb_mat(rows) if real else acb_mat(rows)


def _determinant(e: Evaluation, term: Determinant) -> Ball:
    return _as_matrix(_rows(e, term.matrix)[0]).det()


def _inverse_entry(e: Evaluation, term: InverseEntry) -> Ball:
    inverse = e.inverses.get(term.matrix)
    if inverse is None:
        rows, ranges = _rows(e, term.matrix)
        try:
            inverse = _as_matrix(rows).inv(), list(product(*ranges))
        except ZeroDivisionError:
            raise Undefined(term) from None
        e.inverses[term.matrix] = inverse
    values, side = inverse
    row, column = (tuple(_integer(e.value(i), term) for i in part) for part in (term.row, term.column))
    if row not in side or column not in side:
        raise Undefined(term)
    return values[side.index(row), side.index(column)]


def _integral(e: Evaluation, term: Integral) -> Ball:
    """A rigorous enclosure, of an integrand that is real all the way."""
    from verify_derivations.term.integration import enclose

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
    Family: _family,
    Determinant: _determinant,
    InverseEntry: _inverse_entry,
    Bound: _bound,
    Piecewise: _piecewise,
    Limit: _no_number,
    Infinity: _no_number,
}


def set_precision(bits: int) -> None:
    """The working precision of all balls of this process, in bits.

    Raises:
        TermError: no precision at which one could work.
    """
    if not 2 <= bits <= MOST_PRECISION:
        raise TermError(f"a precision of {bits} bits")
    ctx.prec = bits
