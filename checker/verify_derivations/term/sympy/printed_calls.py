"""SymPy's calls that would compute (`diff`, `integrate`, `M.inv()`) give what is written, as in print.

Where SymPy does not evaluate, its algorithms go astray: they raise, or run for minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sympy
from sympy.matrices.matrixbase import MatrixBase

from verify_derivations.errors import TermError
from verify_derivations.term.sympy.from_sympy import D
from verify_derivations.term.sympy.printed_substitutions import PUTTING_IN


def _derivative(body: Any, *variables: Any, **_: Any) -> Any:
    """`diff(f, x)`, `diff(f, x, 2)`, `diff(f, x, y)`, `diff(f, (x, 2))`: it sees through definitions."""
    if not variables:
        raise TermError("a derivative has to say by what it is taken", help="diff(f, x)")
    for variable, order in _orders([sympy.sympify(v, strict=True) for v in variables]):
        body = D(body, variable, order)
    return body


def _derivative_of_entries(matrix: Any, *variables: Any, **_: Any) -> Any:
    return matrix.applyfunc(lambda entry: _derivative(entry, *variables))


def _made(cls: type, *given: Any, **more: Any) -> Any:
    """`Derivative(f, x)`; the classes below it stay SymPy's own."""
    return _derivative(*given) if cls is sympy.Derivative else NEW(cls, *given, **more)


NEW = sympy.Derivative.__new__


def _orders(variables: list[Any]) -> Iterator[tuple[Any, int]]:
    """Each variable with how often the derivative by it is taken."""
    while variables:
        variable = variables.pop(0)
        if isinstance(variable, sympy.Tuple | tuple):
            if len(variable) > 1 and not getattr(variable[1], "is_Number", False):
                raise TermError(f"a derivative is taken a number of times, and {variable[1]} is none")
            variables[:0] = list(variable)
            continue
        order = variables.pop(0) if variables and getattr(variables[0], "is_Number", False) else 1
        if not (isinstance(order, int) or order.is_Integer) or order < 1:
            raise TermError(f"a derivative is taken once or more often, not {order} times")
        yield variable, int(order)


def _itself(written: Any, **_: Any) -> Any:
    return written


def _power(matrix: Any, exponent: Any) -> Any:
    return _inverse(matrix) if exponent == -1 else sympy.MatPow(sympy.ImmutableMatrix(matrix), exponent)


def _inverse(matrix: Any, *_: Any, **__: Any) -> Any:
    return sympy.Inverse(sympy.ImmutableMatrix(matrix))


def _determinant(matrix: Any, *_: Any, **__: Any) -> Any:
    return sympy.Determinant(sympy.ImmutableMatrix(matrix))


WRITTEN: tuple[tuple[type, str, Callable[..., Any]], ...] = (
    (sympy.Integral, "doit", _itself),
    (sympy.Sum, "doit", _itself),
    (sympy.Product, "doit", _itself),
    (sympy.Limit, "doit", _itself),
    (sympy.Expr, "diff", _derivative),
    (sympy.Derivative, "__new__", _made),
    (MatrixBase, "diff", _derivative_of_entries),
    (MatrixBase, "__pow__", _power),
    (MatrixBase, "inv", _inverse),
    (MatrixBase, "det", _determinant),
    *PUTTING_IN,
)
"""What takes the place of a method of SymPy; `integrate`, `limit`, `summation` and `product` call `doit`."""


@contextmanager
def calls_as_printed() -> Iterator[None]:
    """Within the block, calls that would compute give what is written.

    >>> x = sympy.Symbol("x")
    >>> with calls_as_printed():
    ...     print(sympy.diff(x**2, x), sympy.integrate(x, x), sympy.Matrix([[x]]).det())
    D(x**2, x) Integral(x, x) Determinant(Matrix([[x]]))
    >>> print(sympy.diff(x**2, x))
    2*x
    """
    before = [(owner, name, owner.__dict__[name]) for owner, name, _ in WRITTEN]
    try:
        for owner, name, instead in WRITTEN:
            setattr(owner, name, instead)
        yield
    finally:
        for owner, name, method in before:
            setattr(owner, name, method)
