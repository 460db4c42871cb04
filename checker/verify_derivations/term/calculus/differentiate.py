"""Differentiation by our own rules; functions bring their derivative from their row of the table."""

from __future__ import annotations

from functools import singledispatch

from verify_derivations.errors import TermError, TooLarge
from verify_derivations.term.arrays.families import matrix_at, over_rows_and_columns
from verify_derivations.term.calculus import cases
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.calculus.unknown import partial
from verify_derivations.term.syntax.build import add, call, mul, neg, power, sub
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    ONE,
    ZERO,
    Add,
    Apply,
    Binder,
    Bound,
    Constant,
    Delta,
    Derivative,
    Determinant,
    Entry,
    Integral,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import instantiate_bound, shift
from verify_derivations.term.syntax.traverse import free_symbols, subterms

MOST_PARTS = 300_000
"""A derivative with more parts is not carried out: those of derivatives of products grow without bounds."""


def differentiate(term: Term, variable: Term, integrals: list[Term] | None = None) -> Term:
    """The derivative of a term by a Symbol or an Entry, valid wherever the term is differentiable.

    An Entry differs from another Entry of the same array by Kronecker deltas: dx_i/dx_j is delta_ij. With a
    list for `integrals`, these are differentiated by Leibniz's rule and put into it: the caller has to see to
    it that the rule holds (`kernel.calculus.leibniz`).

    Raises:
        TermError: a function has no known derivative, or the node has no rule.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(differentiate(parse_plain("x**2*exp(3*x)"), parse_plain("x")))
    '2*x*exp(3*x) + 3*x**2*exp(3*x)'
    """
    return _Differentiation({}, integrals).of(term, variable)


class _Differentiation:
    """One run of differentiation, with what it has already differentiated."""

    def __init__(self, memo: dict[tuple[Term, Term], Term], integrals: list[Term] | None) -> None:
        self.memo, self.integrals = memo, integrals
        self.parts = 0

    def of(self, term: Term, variable: Term) -> Term:
        if type(variable) is Symbol and variable.name not in term.names:
            return ZERO
        key = (term, variable)
        found = self.memo.get(key)
        if found is None:
            rule = _RULES.get(type(term)) or _rule.dispatch(type(term))  # the call of _rule itself is slow
            found = self.memo[key] = rule(term, variable, self)
            self.parts += 1 + len(found.children)
            if self.parts > MOST_PARTS:
                raise TooLarge("a derivative that is too long to be carried out")
        return found


@singledispatch
def _rule(term: Term, x: Term, d: _Differentiation) -> Term:
    raise TermError(f"no rule differentiates a {type(term).__name__}")


_RULES = _rule.registry


@_rule.register(Number)
@_rule.register(Constant)
@_rule.register(Bound)
def _constant(term: Term, x: Term, d: _Differentiation) -> Term:
    return ZERO


@_rule.register
def _delta(term: Delta, x: Term, d: _Differentiation) -> Term:
    """A Kronecker delta is constant in everything but its own indices, in which it jumps."""
    if d.of(term.left, x) is not ZERO or d.of(term.right, x) is not ZERO:
        raise TermError("a Kronecker delta has no derivative by its own index")
    return ZERO


@_rule.register
def _symbol(term: Symbol, x: Term, d: _Differentiation) -> Term:
    return ONE if term is x else ZERO


@_rule.register
def _entry(term: Entry, x: Term, d: _Differentiation) -> Term:
    if not isinstance(x, Entry) or x.array != term.array:
        return ZERO
    if len(x.indices) != len(term.indices):
        raise TermError(f"{term.array} has {len(term.indices)} indices here and {len(x.indices)} there")
    pairs = zip(term.indices, x.indices, strict=True)
    return mul(*(ONE if i is j else Delta(i, j) for i, j in pairs))


@_rule.register
def _add(term: Add, x: Term, d: _Differentiation) -> Term:
    return add(*(d.of(t, x) for t in term.terms))


@_rule.register
def _mul(term: Mul, x: Term, d: _Differentiation) -> Term:
    parts = []
    for k, factor in enumerate(term.factors):
        slope = d.of(factor, x)
        if slope is not ZERO:
            parts.append(mul(*term.factors[:k], slope, *term.factors[k + 1 :]))
    return add(*parts)


@_rule.register
def _pow(term: Pow, x: Term, d: _Differentiation) -> Term:
    base, exponent = term.base, term.exponent
    by_base, by_exponent = d.of(base, x), d.of(exponent, x)
    out: Term = ZERO
    if by_base is not ZERO:
        lower = sub(exponent, ONE)
        lowered = base if lower is ONE else ONE if lower is ZERO else power(base, lower)
        out = mul(exponent, lowered, by_base)
    if by_exponent is not ZERO:
        out = add(out, mul(term, call("log", base), by_exponent))
    return out


@_rule.register
def _apply(term: Apply, x: Term, d: _Differentiation) -> Term:
    slopes = [d.of(argument, x) for argument in term.arguments]
    if all(slope is ZERO for slope in slopes):
        return ZERO
    row = FUNCTIONS.get(term.function)
    if row is None:
        arity = len(term.arguments)
        parts = (
            mul(call(partial(term.function, k, arity), *term.arguments), slope)
            for k, slope in enumerate(slopes)
        )
        return add(*parts)
    if not row.derivative and row.means_real:
        return d.of(instantiate(row.means_real, term.arguments), x)
    if not row.derivative or any(slope is not ZERO for slope in slopes[:-1]):
        raise TermError(f"the derivative of {term.function} by this argument is not known")
    return mul(instantiate(row.derivative, term.arguments), slopes[-1])


@_rule.register
def _sum(term: Sum, x: Term, d: _Differentiation) -> Term:
    _constant_bounds(term, x, d)
    body = d.of(term.body, shift(x, 1))
    return ZERO if body is ZERO else Sum(term.index, term.lower, term.upper, body)


@_rule.register
def _integral(term: Integral, x: Term, d: _Differentiation) -> Term:
    """Leibniz: the integrand at the ends, times their slopes, and the slope of the integrand integrated."""
    if d.integrals is None or term.loose or not isinstance(x, Symbol):
        raise TermError("an integral is not differentiated here")
    if isinstance(term.lower, Infinity) or isinstance(term.upper, Infinity):
        raise TermError("an integral to infinity is not differentiated")
    if not under_the_integral(term.body):
        raise TermError("an integral is differentiated where no case, jump or sum stands within it")
    d.integrals.append(term)
    inner, lower, upper = d.of(term.body, x), d.of(term.lower, x), d.of(term.upper, x)
    parts: list[Term] = []
    if upper is not ZERO:
        parts.append(mul(instantiate_bound(term.body, term.upper), upper))
    if lower is not ZERO:
        parts.append(neg(mul(instantiate_bound(term.body, term.lower), lower)))
    if inner is not ZERO:
        parts.append(Integral(term.index, term.lower, term.upper, inner))
    return add(*parts)


def under_the_integral(body: Term) -> bool:
    """No part of the integrand jumps, and none is a binder or an expression by cases.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> under_the_integral(parse_plain("exp(t)")), under_the_integral(parse_plain("floor(t)"))
    (True, False)
    """
    for part in subterms(body):
        row = FUNCTIONS.get(part.function) if isinstance(part, Apply) else None
        if (row is not None and not row.continuous) or not isinstance(part, UNDER_THE_INTEGRAL):
            return False
    return True


UNDER_THE_INTEGRAL = (Number, Constant, Symbol, Bound, Add, Mul, Pow, Apply)


@_rule.register
def _product(term: Product, x: Term, d: _Differentiation) -> Term:
    """Leibniz: the sum over i of the derived i-th factor times the product of all the others."""
    _constant_bounds(term, x, d)
    slope = d.of(term.body, shift(x, 1))
    if slope is ZERO:
        return ZERO
    # Inside Sum_i, Product_k the index k is Bound(0) and i is Bound(1); the factor k = i is replaced by one.
    same = Delta(Bound(0), Bound(1))
    factor = add(mul(sub(ONE, same), shift(term.body, 1, above=1)), same)
    others = Product(term.index + "'", shift(term.lower, 1), shift(term.upper, 1), factor)
    return Sum(term.index, term.lower, term.upper, mul(slope, others))


def _constant_bounds(term: Binder, x: Term, d: _Differentiation) -> None:
    if d.of(term.lower, x) is not ZERO or d.of(term.upper, x) is not ZERO:
        raise TermError("the bounds of a sum or product depend on the variable of the derivative")


@_rule.register
def _limit(term: Limit, x: Term, d: _Differentiation) -> Term:
    if isinstance(x, Symbol) and x.name not in free_symbols(term):
        return ZERO
    raise TermError("a limit is not differentiated")


@_rule.register
def _piecewise(term: Piecewise, x: Term, d: _Differentiation) -> Term:
    return cases.derivative(term, lambda part: d.of(part, x))


@_rule.register
def _inverse_entry(term: InverseEntry, x: Term, d: _Differentiation) -> Term:
    """d(M**-1) = -M**-1 dM M**-1."""
    _constant_indices((*term.row, *term.column), x, d)

    def each(a: tuple[Symbol, ...], b: tuple[Symbol, ...]) -> Term:
        left, right = InverseEntry(term.matrix, term.row, a), InverseEntry(term.matrix, b, term.column)
        return mul(left, d.of(matrix_at(term.matrix, a, b), x), right)

    return neg(over_rows_and_columns(term.matrix, each))


@_rule.register
def _determinant(term: Determinant, x: Term, d: _Differentiation) -> Term:
    """d det M = det M tr(M**-1 dM), where M is invertible (Jacobi)."""

    def each(a: tuple[Symbol, ...], b: tuple[Symbol, ...]) -> Term:
        return mul(InverseEntry(term.matrix, b, a), d.of(matrix_at(term.matrix, a, b), x))

    return mul(term, over_rows_and_columns(term.matrix, each))


def _constant_indices(indices: tuple[Term, ...], x: Term, d: _Differentiation) -> None:
    if any(d.of(index, x) is not ZERO for index in indices):
        raise TermError("an index depends on the variable of the derivative")


@_rule.register
def _derivative(term: Derivative, x: Term, d: _Differentiation) -> Term:
    raise TermError("a derivative is written out (term.unfold) before it is differentiated")
