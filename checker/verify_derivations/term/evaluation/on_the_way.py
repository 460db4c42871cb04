"""Integrands on complex balls, as Arb asks for them: a term is laid out once, and run thousands of times.

Every subterm is one step; what does not hold a variable of integration is computed once, beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from flint import acb

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.evaluation.ball_functions import COMPLEX, Ball, Undefined
from verify_derivations.term.evaluation.ball_matrices import integer
from verify_derivations.term.evaluation.balls import root_of_square, unknown_value
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Integral,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound

if TYPE_CHECKING:
    from verify_derivations.term.evaluation.balls import Evaluation

NOT_ANALYTIC = acb("nan", "nan")

MEROMORPHIC = frozenset(
    "exp sin cos tan cot sec csc sinh cosh tanh coth sech csch erf erfc erfi gamma digamma".split()
)
"""Functions that are analytic but for poles, where their balls are not finite."""

Values = list[Any]
Step = Callable[[Values, bool], Any]
"""From the values so far, and whether the integrand has to be analytic, to the next value."""

Inner = Callable[["OnTheWay", Integral], Step]
"""Lays out an integral within the integrand."""

FAILURES = (Undefined, TermError, ValueError, ZeroDivisionError)


class OnTheWay:
    """An integrand, laid out for the variables on whose ways it is integrated.

    The values are not finite where the integrand has to be analytic and may not be.

    Args:
        e: what everything else is, at a point.
        names: the variables of integration, the outermost first; their values go into a call in this order.
        term: the integrand.
        inner: how an integral within it is laid out.

    Raises:
        Undefined: a part without a variable has no value.
        TermError: a part cannot be evaluated.
    """

    def __init__(self, e: Evaluation, names: Sequence[str], term: Term, inner: Inner) -> None:
        self.e, self.names, self.inner = e, (*names,), inner
        self.all_real = not any(type(value) is acb for value in e.point.values())
        """Everything else is a real number, so parts of the integrand are real on the way."""
        self.values: Values = [None] * len(names)
        self.steps: list[tuple[int, Step]] = []
        self.places: dict[Term, int] = {Symbol(name): k for k, name in enumerate(names)}
        self.result = self.place(term)

    def __call__(self, at: Sequence[Ball], analytic: bool) -> Ball:
        """The value for these values of the variables; not finite where it has none."""
        values = self.values.copy()
        values[: len(at)] = at
        try:
            for place, step in self.steps:
                values[place] = step(values, analytic)
            return acb(values[self.result])
        except FAILURES:  # nothing can be raised through Arb
            return NOT_ANALYTIC

    def place(self, term: Term) -> int:
        """Where the value of a term will be; the steps to it are laid out."""
        found = self.places.get(term)
        if found is not None:
            return found
        if term.names.isdisjoint(self.names):
            place = self._put(self.e.value(term), None)
        else:
            layout = LAYOUTS.get(type(term))
            if layout is None:
                raise TermError(f"a {type(term).__name__} is not integrated")
            place = self._put(None, layout(self, term))
        self.places[term] = place
        return place

    def _put(self, value: Any, step: Step | None) -> int:
        place = len(self.values)
        self.values.append(value)
        if step is not None:
            self.steps.append((place, step))
        return place

    # ---- the nodes -----------------------------------------------------------------------------------
    def sum(self, term: Add) -> Step:
        return self._total([self.place(t) for t in term.terms])

    def product(self, term: Mul) -> Step:
        return self._times([self.place(f) for f in term.factors])

    def _total(self, places: list[int]) -> Step:
        first, *rest = places

        def step(values: Values, analytic: bool) -> Any:
            total = values[first]
            for place in rest:
                total = total + values[place]
            return total

        return step

    def _times(self, places: list[int]) -> Step:
        first, *rest = places

        def step(values: Values, analytic: bool) -> Any:
            product = values[first]
            for place in rest:
                product = product * values[place]
            return product

        return step

    def power(self, term: Pow) -> Step:
        exponent = term.exponent
        if isinstance(exponent, Number) and exponent.ratio[1] == 1:
            base, k = self.place(term.base), exponent.ratio[0]
            return lambda values, analytic: acb(values[base]) ** k
        square_of = root_of_square(term) if self.all_real else None
        if square_of is not None:
            inside = self.place(square_of)
            return lambda values, analytic: acb(values[inside]).real_abs(analytic=analytic)
        base, above = self.place(term.base), self.place(exponent)
        return lambda values, analytic: (acb(values[base]).log(analytic=analytic) * values[above]).exp()

    def function(self, term: Apply) -> Step:
        name = term.function
        row = FUNCTIONS.get(name)
        if name in SENSITIVE and (self.all_real or name not in OF_REALS):
            inside, method = self.place(term.arguments[0]), SENSITIVE[name]
            return lambda values, analytic: method(acb(values[inside]), analytic)
        if row is not None and name not in MEROMORPHIC:
            meaning = row.means or (row.means_real if self.all_real else "") or row.logarithmic
            if meaning:
                same = self.place(instantiate(meaning, term.arguments))
                return lambda values, analytic: values[same]
        places = [self.place(a) for a in term.arguments]
        if row is None:
            return lambda values, analytic: unknown_value(self.e, name, [acb(values[p]) for p in places])
        value = COMPLEX.get(name)
        if value is None:
            raise TermError(f"{name} is not integrated")
        if name in MEROMORPHIC:
            if len(places) == 1:
                only = places[0]
                return lambda values, analytic: value(acb(values[only]))
            return lambda values, analytic: value(*(acb(values[p]) for p in places))
        return lambda values, analytic: NOT_ANALYTIC if analytic else value(*(acb(values[p]) for p in places))

    def range(self, term: Sum | Product) -> Step:
        """A sum or product within the integrand, over a range that does not move with the variables."""
        if not (term.lower.names | term.upper.names).isdisjoint(self.names) or isinstance(
            term.upper, Infinity
        ):
            raise TermError("a range that moves, or a series, within an integral")
        lower, upper = (integer(self.e.value(bound), bound) for bound in (term.lower, term.upper))
        self.e.take(upper - lower + 1)
        nothing = self._put(acb(1) if isinstance(term, Product) else acb(0), None)
        members = [self.place(instantiate_bound(term.body, Number(k))) for k in range(lower, upper + 1)]
        return (self._times if isinstance(term, Product) else self._total)([nothing, *members])

    def integral(self, term: Integral) -> Step:
        return self.inner(self, term)


SENSITIVE: dict[str, Callable[[Ball, bool], Ball]] = {
    "log": lambda z, analytic: z.log(analytic=analytic),
    "Abs": lambda z, analytic: z.real_abs(analytic=analytic),
    "sign": lambda z, analytic: z.real_sgn(analytic=analytic),
}
"""Functions that know where they are not analytic."""

OF_REALS = frozenset({"Abs", "sign"})
"""Of these they are the continuations of what they are of real numbers: of others they are something else."""

LAYOUTS: dict[type[Term], Callable[[OnTheWay, Any], Step]] = {
    Add: OnTheWay.sum,
    Mul: OnTheWay.product,
    Pow: OnTheWay.power,
    Apply: OnTheWay.function,
    Sum: OnTheWay.range,
    Product: OnTheWay.range,
    Integral: OnTheWay.integral,
}
"""How each node is laid out; any other is not integrated."""

__all__ = ["FAILURES", "NOT_ANALYTIC", "Inner", "OnTheWay", "Step", "Values"]
