"""Matrix expressions that stay as they are written, and the operations on arrays that SymPy lacks.

SymPy carries its operators for matrices out at once, and where evaluation is switched off it does so wrongly:
`A + A` becomes `A`, and `S.I*S` a power with the exponent `-1 + 1`. So inside a `with` block of a claim file
the operators of its matrix expressions are those below, which do nothing but keep what was written. They
check no shapes either: a clash of shapes is a finding about the statement, not an exception in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import sympy
from sympy.core.symbol import Str
from sympy.matrices.expressions.matexpr import MatrixExpr

from verify_derivations.errors import TermError

Shape = tuple[Any, Any]

LAYOUTS = ("denominator", "numerator")

LAYOUT: ContextVar[str] = ContextVar("LAYOUT", default="denominator")
"""How derivatives by vectors and matrices are laid out where they are written."""


class Operation(MatrixExpr):  # type: ignore[misc]  # SymPy ships no types
    """An operation on arrays, by name; nothing is computed.

    The rows of `OPERATIONS` say which shape the result has; its meaning, in `term.sympy.from_sympy_arrays`.
    """

    def __new__(cls, name: str, *operands: Any) -> Operation:
        return MatrixExpr.__new__(cls, Str(str(name)), *operands)  # type: ignore[no-any-return]  # no types

    @property
    def name(self) -> str:
        return str(self.args[0].name)

    @property
    def operands(self) -> tuple[Any, ...]:
        return tuple(self.args[1:])

    @property
    def shape(self) -> Shape:
        return OPERATIONS[self.name](*self.operands)

    @property
    def free_symbols(self) -> set[Any]:
        return set().union(*(o.free_symbols for o in self.operands))

    @property
    def func(self) -> Callable[..., Operation]:
        return lambda name, *operands: Operation(name.name, *operands)

    def doit(self, **hints: Any) -> Operation:
        """Nothing is carried out."""
        return self

    def _sympystr(self, printer: Any) -> str:
        write = WRITTEN.get(self.name)
        shown = [printer._print(o) for o in self.operands]
        return write(*shown) if write else f"{self.name}({', '.join(shown)})"


class Number(sympy.Expr):  # type: ignore[misc]  # SymPy ships no types
    """A number made of arrays, by name: an entry (`entry`) or a norm."""

    is_commutative = True
    _diff_wrt = True

    def __new__(cls, name: str, *operands: Any) -> Number:
        return sympy.Expr.__new__(cls, Str(str(name)), *operands)  # type: ignore[no-any-return]  # no types

    @property
    def name(self) -> str:
        return str(self.args[0].name)

    @property
    def operands(self) -> tuple[Any, ...]:
        return tuple(self.args[1:])

    @property
    def free_symbols(self) -> set[Any]:
        return set().union(*(o.free_symbols for o in self.operands))

    @property
    def func(self) -> Callable[..., Number]:
        return lambda name, *operands: Number(name.name, *operands)

    def _sympystr(self, printer: Any) -> str:
        shown = [printer._print(o) for o in self.operands]
        if self.name == "entry":
            return f"{_in_brackets(shown[0])}[{', '.join(shown[1:])}]"
        return f"{self.name}({', '.join(shown)})"


def is_array(e: Any) -> bool:
    """A vector or a matrix, of whatever size."""
    return bool(getattr(e, "is_Matrix", False)) or isinstance(e, sympy.IndexedBase)


def shape_of(e: Any) -> Shape:
    """The shape as far as SymPy knows it; a number is 1 x 1, a vector of indexed symbols a column."""
    if isinstance(e, sympy.IndexedBase):
        shape = tuple(e.shape or ())
        return shape if len(shape) == 2 else (shape[0] if shape else sympy.S.One, sympy.S.One)
    return tuple(e.shape) if is_array(e) else (sympy.S.One, sympy.S.One)


def _is_number(e: Any) -> bool:
    return shape_of(e) == (1, 1)


# ---- shapes ----------------------------------------------------------------------------------------
def _of_first(*operands: Any) -> Shape:
    """The shape of the first operand that is no number."""
    return shape_of(next((o for o in operands if not _is_number(o)), operands[0]))


def _of_product(*operands: Any) -> Shape:
    """From left to right; a product that is a number, as x.T*y, goes with any array."""
    number: Shape = (sympy.S.One, sympy.S.One)
    shape = number
    for operand in operands:
        rows, columns = shape_of(operand)
        if (rows, columns) != number:
            shape = (rows, columns) if shape == number else (shape[0], columns)
    return shape


def _length(e: Any) -> Any:
    rows, columns = shape_of(e)
    return columns if rows == 1 else rows


def _of_derivative(body: Any, variable: Any, layout: Str) -> Shape:
    if _is_number(body):
        rows, columns = shape_of(variable)
        return (rows, columns) if layout.name == "denominator" else (columns, rows)
    if _is_number(variable):
        return shape_of(body)
    pair = (_length(body), _length(variable))
    return pair if layout.name == "numerator" else pair[::-1]


def _of_stack(*parts: Any) -> Shape:
    rows: Any = sum(int(r) if r.is_Integer else r for r in (shape_of(p)[0] for p in parts))
    return sympy.sympify(rows, strict=True), shape_of(parts[0])[1]


OPERATIONS: dict[str, Callable[..., Shape]] = {
    "plus": _of_first,
    "times": _of_product,
    "power": lambda base, exponent: shape_of(base),
    "transpose": lambda a: shape_of(a)[::-1],
    "inverse": shape_of,
    "hadamard": _of_first,
    "elementwise": lambda f, *operands: _of_first(*operands),
    "softmax": shape_of,
    "diag": lambda v: (_length(v), _length(v)),
    "outer": lambda u, v: (_length(u), _length(v)),
    "stack": _of_stack,
    "D": _of_derivative,
    "grad": lambda value, variable: shape_of(variable),
    "jacobian": lambda value, variable: (_length(value), _length(variable)),
}
"""The operations, and the shape of what each gives."""


def _in_brackets(shown: str) -> str:
    return shown if re.fullmatch(r"-?[\w']+(\([^()]*\)|\[[^]]*\])?(\.[TI])*", shown) else f"({shown})"


WRITTEN: dict[str, Callable[..., str]] = {
    "plus": lambda *terms: " + ".join(terms).replace("+ -", "- "),
    "times": lambda *factors: "*".join(_in_brackets(f) for f in factors).replace("-1*", "-", 1),
    "power": lambda base, exponent: f"{_in_brackets(base)}**{_in_brackets(exponent)}",
    "transpose": lambda a: f"{_in_brackets(a)}.T",
    "inverse": lambda a: f"{_in_brackets(a)}.I",
    "elementwise": lambda f, *operands: f"elementwise({f}, {', '.join(operands)})",
    "D": lambda body, variable, layout: f"D({body}, {variable})",
}
"""How an operation is written in messages, where it is no call."""


# ---- operators -------------------------------------------------------------------------------------
def _sympified(other: Any) -> Any:
    return sympy.sympify(other, strict=True)


def _joined(name: str, *operands: Any) -> Any:
    """The operation, with a first operand that is the same operation opened: a - b + c is one sum."""
    first, *rest = (_sympified(o) for o in operands)
    if isinstance(first, Operation) and first.name == name:
        return Operation(name, *first.operands, *rest)
    return Operation(name, first, *rest)


def _negative(a: Any) -> Any:
    return Operation("times", sympy.S.NegativeOne, _sympified(a))


def _reciprocal(a: Any) -> Any:
    other = _sympified(a)
    return Operation("power", other, sympy.S.NegativeOne) if is_array(other) else 1 / other


def _entry(array: Any, key: Any) -> Any:
    """X[i, j], or x[i] of a vector; counted from 1, as in print."""
    places = key if isinstance(key, tuple) else (key,)
    if any(isinstance(place, slice) for place in places):
        raise TermError(f"{array}[...]: rows and columns are taken entry by entry")
    return Number("entry", array, *(_sympified(place) for place in places))


def _refuse_iteration(array: Any) -> Any:
    raise TermError(f"{array} cannot be gone through: it has no size known to Python")


OPERATORS: dict[str, Any] = {
    "__neg__": _negative,
    "__add__": lambda a, b: _joined("plus", a, b),
    "__radd__": lambda b, a: _joined("plus", a, b),
    "__sub__": lambda a, b: _joined("plus", a, _negative(b)),
    "__rsub__": lambda b, a: _joined("plus", a, _negative(b)),
    "__mul__": lambda a, b: _joined("times", a, b),
    "__rmul__": lambda b, a: _joined("times", a, b),
    "__matmul__": lambda a, b: _joined("times", a, b),
    "__rmatmul__": lambda b, a: _joined("times", a, b),
    "__truediv__": lambda a, b: _joined("times", a, _reciprocal(b)),
    "__rtruediv__": lambda b, a: _joined("times", a, _reciprocal(b)),
    "__pow__": lambda a, b: Operation("power", a, _sympified(b)),
    "__getitem__": _entry,
    "__iter__": _refuse_iteration,
    "transpose": lambda a: Operation("transpose", a),
    "T": property(lambda a: Operation("transpose", a)),
    "inverse": lambda a: Operation("inverse", a),
    "inv": lambda a: Operation("inverse", a),
    "I": property(lambda a: Operation("inverse", a)),
}
"""What takes the place of the attributes of SymPy's matrix expressions."""


@contextmanager
def as_printed(layout: str = "denominator") -> Iterator[None]:
    """Within the block, SymPy's matrix expressions keep what is written.

    Args:
        layout: one of `LAYOUTS`, of the derivatives by arrays that are written in the block.

    >>> A = sympy.MatrixSymbol("A", 2, 2)
    >>> with as_printed():
    ...     print(A + A, A.T.T, A[2, 1])
    A + A A.T.T A[2, 1]
    >>> print(A + A)
    2*A
    """
    before = {name: MatrixExpr.__dict__[name] for name in OPERATORS if name in MatrixExpr.__dict__}
    token = LAYOUT.set(layout)
    try:
        for name, operator in OPERATORS.items():
            setattr(MatrixExpr, name, operator)
        yield
    finally:
        LAYOUT.reset(token)
        for name in OPERATORS:
            if name in before:
                setattr(MatrixExpr, name, before[name])
            else:
                delattr(MatrixExpr, name)


# ---- what SymPy lacks ------------------------------------------------------------------------------
def vector(name: str, size: Any) -> Any:
    """A column vector: `MatrixSymbol(name, size, 1)`, whose entries are written `x[i]`."""
    return sympy.MatrixSymbol(name, size, 1)


def grad(value: Any, variable: Any) -> Any:
    """The gradient of a number: the derivatives by all entries of an array, in the shape of that array."""
    return Operation("grad", _sympified(value), _sympified(variable))


def jacobian(value: Any, variable: Any) -> Any:
    """The matrix of the derivatives of the i-th entry of a vector (rows) by the j-th of another (columns)."""
    return Operation("jacobian", _sympified(value), _sympified(variable))


def hadamard(*factors: Any) -> Any:
    """The product entry by entry."""
    return Operation("hadamard", *(_sympified(f) for f in factors))


def elementwise(function: Any, *arrays: Any) -> Any:
    """A function, entry by entry: `elementwise(tanh, z)`, `elementwise(lambda a, b: a / b, u, v)`."""
    places = [sympy.Dummy(f"x{k}") for k in range(1, len(arrays) + 1)]
    body = sympy.sympify(function(*places), strict=True)
    return Operation("elementwise", sympy.Lambda(tuple(places), body), *(_sympified(a) for a in arrays))


def softmax(z: Any) -> Any:
    """exp divided by the sum of exp: over a vector, or along each row of a matrix."""
    return Operation("softmax", _sympified(z))


def diag(v: Any) -> Any:
    """The square matrix with this vector on its diagonal."""
    return Operation("diag", _sympified(v))


def outer(u: Any, v: Any) -> Any:
    """The matrix of all products of an entry of u (row) and an entry of v (column)."""
    return Operation("outer", _sympified(u), _sympified(v))


def stack(*parts: Any) -> Any:
    """Numbers and columns of given sizes, one below the other: `stack(1, a)` puts a bias in front."""
    return Operation("stack", *(_sympified(p) for p in parts))


def norm(a: Any) -> Any:
    """The Euclidean norm of a vector, the Frobenius norm of a matrix."""
    return Number("norm", _sympified(a))
