"""A claim about arrays in SymPy's matrix expressions: MatrixSymbol, .diff for gradients, .doit to compare."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.matrices.exceptions import NonSquareMatrixError, ShapeError

from benchmarks.to_sympy import ASSUMPTIONS, Untranslatable

Q = sympy.Q

TOLD: dict[str, tuple[Any, ...]] = {
    "inv": (Q.invertible,),
    "sym": (Q.symmetric,),
    "spd": (Q.symmetric, Q.positive_definite, Q.invertible),
}
"""What SymPy can be told of our assumptions about arrays."""

NOT_THERE = ("given", "indices", "functions")
"""Fields of a record that have no counterpart in SymPy's matrix expressions; sizes are any there."""

FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    **{name: getattr(sympy, name) for name in "exp log sin cos tan sinh cosh tanh sqrt Abs sign".split()},
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": lambda x: sympy.log(1 + sympy.exp(x)),
}


@dataclass(frozen=True)
class Value:
    """A number (rank 0), a vector as a column (1), or a matrix (2)."""

    rank: int
    is_: Any


def compare(record: Mapping[str, Any]) -> str:
    """proved, refuted, ill-formed (SymPy objects to the shapes), or undecided.

    Raises:
        Untranslatable: the claim uses what SymPy's matrix expressions do not have.
    """
    for field in NOT_THERE:
        if record.get(field):
            raise Untranslatable(field)
    if record.get("relation", "=") != "=":
        raise Untranslatable("a relation")
    try:
        names = Names(record)
        lhs, rhs = (names.value(_tree(record[side])) for side in ("lhs", "rhs"))
        return _verdict(_minus(lhs, rhs), names.told)
    except (ShapeError, NonSquareMatrixError):
        return "ill-formed"


def _verdict(difference: Value, told: list[Any]) -> str:
    """The ways to see that a difference is nothing, from the cheapest on."""
    rest = difference.is_.doit()
    for step in (lambda e: e, lambda e: sympy.refine(e, sympy.And(*told)), _expanded, sympy.simplify):
        rest = step(rest)
        if rest == 0 or isinstance(rest, sympy.ZeroMatrix):
            return "proved"
    number = difference.rank == 0 and rest.is_number and rest.is_zero is False
    return "refuted" if number else "undecided"


def _expanded(expression: Any) -> Any:
    return expression.expand().doit()


def _tree(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


class Names:
    """The symbols of a record, and what its texts mean with them."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.values: dict[str, Value] = {}
        self.told: list[Any] = []
        for name, said in (record.get("symbols") or {}).items():
            self._declare(name, said if isinstance(said, dict) else {"domain": said})
        for name, body in record.get("let") or ():
            self.values[name] = self.value(_tree(body))

    def _declare(self, name: str, said: Mapping[str, Any]) -> None:
        shape = [self._size(axis) for axis in said.get("shape") or ()]
        domain = ASSUMPTIONS[said.get("domain") or "real"]
        if not shape:
            self.values[name] = Value(0, sympy.Symbol(name, **domain))
            return
        if len(shape) > 2 or said.get("domain") not in (None, "real"):
            raise Untranslatable(name)
        symbol = sympy.MatrixSymbol(name, *shape, *([1] if len(shape) == 1 else []))
        self.values[name] = Value(len(shape), symbol)
        for word in said.get("assume") or ():
            if word not in TOLD:
                raise Untranslatable(word)
            self.told += [predicate(symbol) for predicate in TOLD[word]]

    def _size(self, axis: str | int) -> Any:
        if isinstance(axis, str) and axis.isidentifier():
            size = sympy.Symbol(axis, integer=True, positive=True)
            self.values[axis] = Value(0, size)
            return size
        if isinstance(axis, int):
            return sympy.Integer(axis)
        raise Untranslatable(axis)

    def value(self, node: ast.expr) -> Value:
        """The meaning of a piece of the text."""
        match node:
            case ast.Constant(value=int() as number):
                return Value(0, sympy.Integer(number))
            case ast.Name(id=name):
                if name not in self.values:
                    raise Untranslatable(name)
                return self.values[name]
            case ast.UnaryOp(op=ast.USub(), operand=body):
                return _times(Value(0, sympy.Integer(-1)), self.value(body))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATIONS:
                return OPERATIONS[type(op)](self.value(left), self.value(right))
            case ast.Call(func=ast.Name(id="grad"), args=[body, ast.Name(id=name)]):
                return self._gradient(self.value(body), self.values.get(name))
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return _call(name, [self.value(a) for a in arguments])
        raise Untranslatable(ast.unparse(node))

    def _gradient(self, body: Value, by: Value | None) -> Value:
        if by is None or body.rank or not (by.is_.is_Symbol or isinstance(by.is_, sympy.MatrixSymbol)):
            raise Untranslatable("a gradient of this")
        return Value(by.rank, body.is_.diff(by.is_))


def _plus(a: Value, b: Value) -> Value:
    if a.rank == b.rank:
        return Value(a.rank, a.is_ + b.is_)
    if 0 not in (a.rank, b.rank):
        raise Untranslatable("a sum of a vector and a matrix")
    number, array = sorted((a, b), key=lambda v: v.rank)
    return Value(array.rank, array.is_ + number.is_ * sympy.OneMatrix(*array.is_.shape))


def _minus(a: Value, b: Value) -> Value:
    return _plus(a, _times(Value(0, sympy.Integer(-1)), b))


def _times(a: Value, b: Value) -> Value:
    if 0 in (a.rank, b.rank):
        return Value(max(a.rank, b.rank), a.is_ * b.is_)
    if a.rank != b.rank:
        raise Untranslatable("a vector times a matrix, entry by entry")
    return Value(a.rank, sympy.HadamardProduct(a.is_, b.is_))


def _over(a: Value, b: Value) -> Value:
    return _times(a, _power(b, Value(0, sympy.Integer(-1))))


def _power(a: Value, b: Value) -> Value:
    if b.rank:
        raise Untranslatable("an array as exponent")
    return Value(a.rank, sympy.HadamardPower(a.is_, b.is_) if a.rank else a.is_**b.is_)


def _product(a: Value, b: Value) -> Value:
    match a.rank, b.rank:
        case 1, 1:
            return Value(0, sympy.Trace(a.is_.T * b.is_))  # a matrix of one entry is no number in SymPy
        case 1, 2:
            return Value(1, b.is_.T * a.is_)
        case 2, 1:
            return Value(1, a.is_ * b.is_)
        case 2, 2:
            return Value(2, a.is_ * b.is_)
    raise Untranslatable("a product with a number")


OPERATIONS: dict[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: _plus,
    ast.Sub: _minus,
    ast.Mult: _times,
    ast.Div: _over,
    ast.Pow: _power,
    ast.MatMult: _product,
}


def _sum(a: Any) -> Any:
    return sympy.Trace(sympy.OneMatrix(1, a.shape[0]) * a * sympy.OneMatrix(a.shape[1], 1))


CALLS: dict[tuple[str, tuple[int, ...]], tuple[int, Callable[..., Any]]] = {
    ("T", (2,)): (2, lambda a: a.T),
    ("inv", (2,)): (2, sympy.Inverse),
    ("tr", (2,)): (0, sympy.Trace),
    ("det", (2,)): (0, sympy.Determinant),
    ("logdet", (2,)): (0, lambda a: sympy.log(sympy.Determinant(a))),
    ("outer", (1, 1)): (2, lambda a, b: a * b.T),
    ("kron", (2, 2)): (2, sympy.KroneckerProduct),
    ("diag", (1,)): (2, sympy.DiagMatrix),
    ("norm", (1,)): (0, lambda a: sympy.sqrt(sympy.Trace(a.T * a))),
    ("sum", (1,)): (0, _sum),
    ("sum", (2,)): (0, _sum),
    ("eye", (0,)): (2, sympy.Identity),
    ("ones", (0,)): (1, lambda n: sympy.OneMatrix(n, 1)),
    ("ones", (0, 0)): (2, sympy.OneMatrix),
    ("zeros", (0,)): (1, lambda n: sympy.ZeroMatrix(n, 1)),
    ("zeros", (0, 0)): (2, sympy.ZeroMatrix),
    ("Rational", (0, 0)): (0, operator.truediv),
}
"""By name and ranks of the arguments: the rank of the result, and how it is made."""


def _call(name: str, arguments: list[Value]) -> Value:
    row = CALLS.get((name, tuple(a.rank for a in arguments)))
    if row is not None:
        return Value(row[0], row[1](*(a.is_ for a in arguments)))
    if name not in FUNCTIONS or len(arguments) != 1:
        raise Untranslatable(name)
    (a,) = arguments
    entry = sympy.Dummy("entry", real=True)
    function = FUNCTIONS[name]
    return Value(a.rank, a.is_.applyfunc(sympy.Lambda(entry, function(entry))) if a.rank else function(a.is_))


__all__ = ["compare"]
