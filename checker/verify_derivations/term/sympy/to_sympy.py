"""From terms to SymPy expressions, for suggestions and printing; what SymPy answers is not believed."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import sympy

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.sympy.from_sympy import D
from verify_derivations.term.sympy.sympy_cases import piecewise_to_sympy
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    Add,
    Antiderivative,
    Apply,
    Binder,
    Constant,
    Delta,
    Derivative,
    Entry,
    Integral,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import instantiate_bound

CONSTANTS: dict[str, Any] = {"pi": sympy.pi, "i": sympy.I, "EulerGamma": sympy.EulerGamma}
BINDERS: dict[type[Binder], Any] = {Sum: sympy.Sum, Product: sympy.Product, Integral: sympy.Integral}


def to_sympy(term: Term, *, evaluate: bool = False) -> Any:
    """The SymPy expression of a term; every symbol is real.

    Args:
        term: the term.
        evaluate: let SymPy evaluate while it is built; otherwise it keeps what is printed.

    Raises:
        TermError: a function has no counterpart in SymPy.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> to_sympy(parse_plain("x + x"))
    x + x
    """
    with sympy.evaluate(evaluate):
        return _convert(term)


@singledispatch
def _convert(term: Term) -> Any:
    raise TermError(f"a {type(term).__name__} has no counterpart in SymPy")


@_convert.register
def _number(term: Number) -> Any:
    return sympy.Rational(term.value.numerator, term.value.denominator)


@_convert.register
def _symbol(term: Symbol) -> Any:
    return sympy.Symbol(term.name, real=True)


@_convert.register
def _constant(term: Constant) -> Any:
    return CONSTANTS[term.name]


@_convert.register
def _add(term: Add) -> Any:
    return sympy.Add(*map(_convert, term.terms))


@_convert.register
def _mul(term: Mul) -> Any:
    return sympy.Mul(*map(_convert, term.factors))


@_convert.register
def _pow(term: Pow) -> Any:
    return sympy.Pow(_convert(term.base), _convert(term.exponent))


@_convert.register
def _apply(term: Apply) -> Any:
    arguments = [_convert(a) for a in term.arguments]
    row = FUNCTIONS.get(term.function)
    if row is None:
        return sympy.Function(term.function)(*arguments)
    known = getattr(sympy, term.function, None)
    if known is not None:
        return known(*arguments)
    meaning = row.means or row.means_real
    if not meaning:
        raise TermError(f"{term.function} has no counterpart in SymPy")
    return _convert(instantiate(meaning, term.arguments))


@_convert.register
def _derivative(term: Derivative) -> Any:
    return D(_convert(term.body), _convert(term.variable), term.order)


@_convert.register
def _antiderivative(term: Antiderivative) -> Any:
    return sympy.Integral(_convert(term.body), _convert(term.variable))


@_convert.register
def _binder(term: Binder) -> Any:
    index = Symbol(term.index)
    body = _convert(instantiate_bound(term.body, index))
    whole = not isinstance(term, Integral)
    variable = sympy.Symbol(term.index, integer=True) if whole else _convert(index)
    body = body.xreplace({_convert(index): variable})
    return BINDERS[type(term)](body, (variable, _convert(term.lower), _convert(term.upper)))


@_convert.register
def _limit(term: Limit) -> Any:
    variable = Symbol(term.index)
    body = _convert(instantiate_bound(term.body, variable))
    return sympy.Limit(body, _convert(variable), _convert(term.point), term.direction or "+-")


@_convert.register
def _infinity(term: Infinity) -> Any:
    return sympy.oo if term.sign > 0 else -sympy.oo


@_convert.register
def _piecewise(term: Piecewise) -> Any:
    return piecewise_to_sympy(term, _convert)


@_convert.register
def _entry(term: Entry) -> Any:
    return sympy.IndexedBase(term.array)[tuple(_convert(i) for i in term.indices)]


@_convert.register
def _delta(term: Delta) -> Any:
    return sympy.KroneckerDelta(_convert(term.left), _convert(term.right))
