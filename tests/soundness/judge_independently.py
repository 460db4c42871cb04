"""A judge that shares no code with the software: mpmath, numerical derivatives, its own walk over the tree.

It answers for one exact point: the values of the two sides, or that they have none, or that it cannot tell
(a point so near to a pole, a kink or a branch cut that rounding could decide). Over the reals a value that
is not real is none. It knows the nodes of the term language by name and nothing else of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any

import mpmath
from mpmath import mpc, mpf
from mpvalues import (
    DIGITS,
    FINE,
    KNOWN,
    LONGEST,
    MANY_DIGITS,
    SMALL,
    STEP,
    TOLERANCE,
    CannotTell,
    NoValue,
    Value,
    is_real,
    near_zero,
    off_the_cut,
    real_only,
)


class Judge:
    """The values of terms at one point.

    Args:
        point: the value of every symbol.
        complex_reading: values off the real line are values.
        symbols: defined symbols, with their bodies.
        functions: defined functions, with their parameters and bodies.
    """

    def __init__(
        self,
        point: Mapping[str, Value],
        complex_reading: bool,
        symbols: Mapping[str, Any] | None = None,
        functions: Mapping[str, tuple[tuple[str, ...], Any]] | None = None,
        largest: list[Value] | None = None,
    ) -> None:
        self.point = dict(point)
        self.complex_reading = complex_reading
        self.symbols, self.functions = dict(symbols or {}), dict(functions or {})
        self.indices: tuple[Value, ...] = ()
        """The values of bound indices, the innermost last."""
        self.largest = [mpf(0)] if largest is None else largest
        """The size of the largest value met, in a box that judges of parts share."""

    def _at(self, values: Mapping[str, Value]) -> Judge:
        """The same with other values of some symbols."""
        point = {**self.point, **values}
        inner = Judge(point, self.complex_reading, self.symbols, self.functions, self.largest)
        inner.indices = self.indices
        return inner

    def value(self, term: Any) -> Value:
        v = getattr(self, "_" + type(term).__name__.lower())(term)
        if isinstance(v, mpc) and v.imag == 0:
            v = v.real
        if not mpmath.isfinite(v):
            raise NoValue
        if abs(v) > mpf(10) ** 400:
            raise CannotTell
        if not self.complex_reading:
            real_only(v)
        self.largest[0] = max(self.largest[0], abs(v))
        return v

    def _number(self, t: Any) -> Value:
        return mpf(t.value.numerator) / t.value.denominator

    def _symbol(self, t: Any) -> Value:
        if t.name in self.point:
            return self.point[t.name]
        return self.value(self.symbols[t.name])

    def _constant(self, t: Any) -> Value:
        return {"pi": +mpmath.pi, "EulerGamma": +mpmath.euler, "i": mpc(0, 1)}[t.name]

    def _add(self, t: Any) -> Value:
        total = mpf(0)
        for part in t.terms:
            total = total + self.value(part)
        return total

    def _mul(self, t: Any) -> Value:
        total = mpf(1)
        for part in t.factors:
            total = total * self.value(part)
        return total

    def _pow(self, t: Any) -> Value:
        base, exponent = self.value(t.base), self.value(t.exponent)
        whole = is_real(exponent) and mpmath.isint(exponent)
        if near_zero(base):
            if not is_real(exponent):
                raise NoValue
            if not near_zero(exponent) and exponent > 0:
                return mpf(0)
            raise NoValue
        if whole:
            if abs(exponent) > 10**4:
                raise CannotTell
            return base ** int(exponent)
        if is_real(exponent) and abs(exponent - mpmath.nint(exponent)) < SMALL:
            raise CannotTell
        if is_real(base) and base < 0 and not self.complex_reading:
            raise NoValue
        off_the_cut(base)
        return mpmath.exp(exponent * mpmath.log(base))

    def _apply(self, t: Any) -> Value:
        arguments = [self.value(a) for a in t.arguments]
        if t.function in self.functions:
            return self._call(t.function, arguments)
        return KNOWN[t.function](self, *arguments)

    def _call(self, name: str, arguments: list[Value]) -> Value:
        parameters, body = self.functions[name]
        inner = self._at(dict(zip(parameters, arguments, strict=True)))
        return inner.value(body)

    def _bound(self, t: Any) -> Value:
        return self.indices[-1 - t.level]

    def _sum(self, t: Any) -> Value:
        return sum(self._terms(t), mpf(0))

    def _product(self, t: Any) -> Value:
        return mpmath.fprod(self._terms(t))

    def _terms(self, t: Any) -> list[Value]:
        """The body at every whole number between the bounds, both included."""
        lower, upper = self.value(t.lower), self.value(t.upper)
        if not (is_real(lower) and is_real(upper) and mpmath.isint(lower) and mpmath.isint(upper)):
            raise NoValue
        if upper - lower > LONGEST:
            raise CannotTell
        inner = self._at({})
        out = []
        for k in range(int(lower), int(upper) + 1):
            inner.indices = (*self.indices, mpf(k))
            out.append(inner.value(t.body))
        return out

    def _piecewise(self, t: Any) -> Value:
        for value, condition in zip(t.values, t.conditions, strict=True):
            if self.holds(condition):
                return self.value(value)
        raise NoValue

    def holds(self, condition: Any) -> bool:
        """A conjunction is false if one part is, whatever the others are."""
        missing: Exception | None = None
        for part in condition.parts:
            try:
                if not self.compared(part):
                    return False
            except (NoValue, CannotTell) as error:
                missing = error
        if missing is not None:
            raise missing
        return True

    def compared(self, part: Any) -> bool:
        left, right = self.value(part.left), self.value(part.right)
        if not (is_real(left) and is_real(right)):
            raise NoValue
        if left != right and abs(left - right) < SMALL * max(1, abs(left), abs(right)):
            raise CannotTell
        order = (left > right) - (left < right)
        return (
            order
            in {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1), "=": (0,), "!=": (-1, 1)}[part.relation]
        )

    def _derivative(self, t: Any) -> Value:
        def at(x: Value, order: int) -> Value:
            if order == 0:
                return self._at({name: x}).value(t.body)
            return slope(lambda y: at(y, order - 1), x, self.complex_reading and not is_real(x))

        name = t.variable.name
        mentions(t.body, self._turns)
        return at(self.value(t.variable), t.order)

    def _turns(self, term: Any) -> bool:
        """On a boundary between cases there is no derivative: that is a condition of every verdict."""
        if type(term).__name__ == "Comparison" and near_zero(self.value(term.left) - self.value(term.right)):
            raise NoValue
        return False


def slope(g: Callable[[Value], Value], x: Value, plane: bool) -> Value:
    """The derivative at x, by differences from both sides (and from above and below in the plane)."""
    here = g(x)
    out = []
    for h in (STEP, mpc(0, STEP)) if plane else (STEP,):
        right, left = (g(x + h) - here) / h, (here - g(x - h)) / h
        middle = (right + left) / 2
        if abs(right - left) > mpf(10) ** -4 * (1 + abs(middle)):
            raise CannotTell if abs(right - left) < mpf(10) ** -1 else NoValue
        out.append(middle)
    if abs(out[0] - out[-1]) > mpf(10) ** -6 * (1 + abs(out[0])):
        raise NoValue
    return out[0]


# ---- statements ----------------------------------------------------------------------------------


def mentions(term: Any, wanted: Callable[[Any], bool]) -> bool:
    """A subterm is as wanted."""
    return wanted(term) or any(mentions(child, wanted) for child in term.children)


def is_derivative(term: Any) -> bool:
    return type(term).__name__ == "Derivative"


def is_approximated(term: Any) -> bool:
    """More digits do not make its value here better and better."""
    return type(term).__name__ in ("Derivative", "Integral", "Limit", "Sum", "Product")


class Pair:
    """Two sides in their context, as the independent judge sees them."""

    def __init__(self, claim: Any) -> None:
        self.lhs, self.rhs = claim.lhs, claim.rhs
        self.domains = {d.name: d.domain for d in claim.context.declarations}
        self.symbols = {d.head.name: d.body for d in claim.context.definitions if not d.head.children}
        self.functions = {
            d.head.function: (tuple(p.name for p in d.head.arguments), d.body)
            for d in claim.context.definitions
            if d.head.children
        }
        bodies = [self.lhs, self.rhs, *self.symbols.values()]
        self.differences = any(mentions(t, is_derivative) for t in bodies)
        self.approximated = any(mentions(t, is_approximated) for t in bodies)
        self.complex_reading = any(mentions(t, self._is_complex) for t in bodies)

    def _is_complex(self, term: Any) -> bool:
        name = getattr(term, "name", "")
        if type(term).__name__ == "Symbol":
            return name in self.domains and self.domains[name].field == "complex"
        return type(term).__name__ == "Constant" and bool(name == "i")

    def differ(self, point: Mapping[str, tuple[Fraction, Fraction]]) -> bool | None:
        """Both sides are defined at the point and differ; None where nothing of that can be told."""
        surely: bool | None = None
        for digits in (DIGITS, 2 * DIGITS):
            with mpmath.workdps(digits):
                values = {name: _exact(*value) for name, value in self._filled(point).items()}
                judge = Judge(values, self.complex_reading, self.symbols, self.functions)
                try:
                    left, right = judge.value(self.lhs), judge.value(self.rhs)
                except (NoValue, CannotTell, ZeroDivisionError, OverflowError, ValueError, MemoryError):
                    return None
                scale = max(mpf(1), abs(left), abs(right))
                largest = max(scale, judge.largest[0])
                if self.differences:  # an error of a numerical derivative is as large as what it was taken of
                    scale = largest
                elif largest * mpf(10) ** (12 - digits) > TOLERANCE * scale:
                    return None
                difference = abs(left - right)
                if difference > TOLERANCE * scale:
                    now = True
                elif difference <= FINE * max(abs(left), abs(right)):
                    now = False
                else:
                    return None
            if surely is not None and surely != now:
                return None
            surely = now
            if not now:
                return None if self._part_far_behind(point) else False
        return surely

    def _part_far_behind(self, point: Mapping[str, tuple[Fraction, Fraction]]) -> bool:
        """Sides that agree to all digits differ in later ones, as erf(9) and erf(81) do."""
        if self.approximated:
            return False
        with mpmath.workdps(MANY_DIGITS):
            values = {name: _exact(*value) for name, value in self._filled(point).items()}
            judge = Judge(values, self.complex_reading, self.symbols, self.functions)
            try:
                left, right = judge.value(self.lhs), judge.value(self.rhs)
            except (NoValue, CannotTell, ZeroDivisionError, OverflowError, ValueError, MemoryError):
                return False
            rounding = mpf(10) ** (-MANY_DIGITS // 2) * max(mpf(1), judge.largest[0])
            return bool(abs(left - right) > rounding)

    def _filled(self, point: Mapping[str, tuple[Fraction, Fraction]]) -> dict[str, tuple[Fraction, Fraction]]:
        """The point, with some value for each symbol that it leaves out as it does not matter."""
        return {
            name: point.get(name) or _some(Random(0), domain, False) for name, domain in self.domains.items()
        }

    def counterexample(self, rng: Random, tries: int = 40) -> dict[str, tuple[Fraction, Fraction]] | None:
        """A point of the domain at which the two sides are defined and differ, if one is found."""
        for point in self.points(rng, tries):
            if self.differ(point):
                return point
        return None

    def points(self, rng: Random, tries: int) -> Iterator[dict[str, tuple[Fraction, Fraction]]]:
        """Special points first, then random ones."""
        for k in range(tries):
            special = k % 2 == 0
            yield {name: _some(rng, domain, special) for name, domain in self.domains.items()}


def _exact(real: Fraction, imaginary: Fraction) -> Value:
    x = mpf(real.numerator) / real.denominator
    return x if imaginary == 0 else mpc(x, mpf(imaginary.numerator) / imaginary.denominator)


SPECIAL = [Fraction(t) for t in "0 1 -1 1/2 -1/2 2 -2 3 -3 1/3 -1/1000000 1/1000000 40 -40 5/4 -7/3".split()]


def _some(rng: Random, domain: Any, special: bool) -> tuple[Fraction, Fraction]:
    """A value of the domain."""
    ends = [e for e in (domain.lower, domain.upper) if e is not None]
    for _ in range(200):
        x = rng.choice(SPECIAL + ends) if special else Fraction(rng.randint(-600, 600), 97)
        if domain.field == "integer":
            x = Fraction(round(x))
        if domain.field == "complex":
            y = rng.choice(SPECIAL[:9]) if special else Fraction(rng.randint(-300, 300), 89)
            return x, y
        if not special and domain.lower is not None and domain.upper is not None:
            x = domain.lower + (domain.upper - domain.lower) * Fraction(rng.randint(1, 96), 97)
        if x in domain:
            return x, Fraction(0)
    return Fraction(1), Fraction(0)
