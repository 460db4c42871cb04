"""From SymPy's matrix expressions to arrays: entry by entry, as printed.

Everything is a matrix here, as in SymPy: a vector is a column, with one column. An axis of size 1 is left out
of the names of entries (`x[i]`, not `x[i, 1]`), and what is 1 x 1 is a number. Entries are counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.matrices.expressions.applyfunc import ElementwiseApplyFunction
from sympy.matrices.expressions.diagonal import DiagMatrix, DiagonalMatrix, DiagonalOf
from sympy.matrices.expressions.matexpr import MatrixElement, MatrixExpr

from verify_derivations.errors import TermError
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays import matrix_operations as matrices
from verify_derivations.term.arrays.array import Array, ShapeError
from verify_derivations.term.arrays.matrix_operations import UNIT, as_number
from verify_derivations.term.sympy.from_sympy import Bindings, convert, local_name, term_from_sympy
from verify_derivations.term.sympy.printed_matrices import LAYOUT, Operation
from verify_derivations.term.sympy.printed_matrices import Number as PrintedNumber
from verify_derivations.term.syntax.nodes import ONE, ZERO, Entry, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute


def array_from_sympy(expression: Any) -> Array:
    """The array that a SymPy expression prints: two axes, or none for a number.

    Raises:
        ShapeError: the shapes of two parts do not fit.
        TermError: the expression has no meaning here.

    >>> m, n = sympy.symbols("m n")
    >>> X, w = sympy.MatrixSymbol("X", m, n), sympy.MatrixSymbol("w", n, 1)
    >>> arrays.shape_text(array_from_sympy(X * w))
    '(m, 1)'
    """
    if isinstance(expression, sympy.MatrixBase | MatrixExpr | sympy.IndexedBase | sympy.Derivative):
        return convert_array(expression, ())
    return arrays.scalar(term_from_sympy(expression))


def convert_array(e: Any, bound: Bindings) -> Array:
    """The array that an expression below some bound indices prints."""
    rule = next((rule for kind, rule in KINDS if isinstance(e, kind)), None)
    if rule is None:
        return arrays.scalar(convert(e, bound))
    try:
        return as_number(rule(e, bound))
    except ShapeError as error:
        if error.message.startswith("in "):
            raise
        raise ShapeError(f"in {e}: {error.message}", help=error.help) from error


def convert_number(e: Any, bound: Bindings) -> Term:
    """The number that an expression with arrays in it prints.

    Raises:
        ShapeError: it is no number.
    """
    array = convert_array(e, bound)
    if array.rank:
        raise ShapeError(
            f"in {e}: a number is expected here, not an array of shape {arrays.shape_text(array)}",
            help="elementwise(f, x) applies a function to every entry",
        )
    return array.body


def size_of(size: Any) -> Term:
    """A size: a name or a whole number from 1.

    Raises:
        TermError: it is neither.
    """
    term = convert(size, ())
    if isinstance(term, Symbol) or (
        isinstance(term, Number) and term.value.denominator == 1 and term.value >= 1
    ):
        return term
    raise TermError(f"the size {size} is neither a name nor a whole number from 1")


# ---- names -----------------------------------------------------------------------------------------
def name_of(e: Any) -> str | None:
    """The name of a named array or number, None for any other expression."""
    if isinstance(e, sympy.IndexedBase):
        return str(e.label)
    return str(e.name) if isinstance(e, sympy.MatrixSymbol | sympy.Symbol) else None


def _matrix_symbol(e: Any, bound: Bindings) -> Array:
    return matrices.named(str(e.name), [size_of(size) for size in e.shape])


def _indexed_base(e: Any, bound: Bindings) -> Array:
    if e.shape is None:
        raise TermError(f"{e} has no shape", help=f'IndexedBase("{e.label}", shape=(m, n))')
    sizes = [size_of(size) for size in e.shape]
    if len(sizes) > 2:
        raise TermError(f"{e} has more than two axes, so it is no matrix")
    return matrices.named(str(e.label), [*sizes, ONE][:2])


def _entry(e: PrintedNumber, bound: Bindings) -> Array:
    array, *places = e.operands
    whole = convert_array(array, bound)
    indices = [convert(place, bound) for place in places]
    if len(indices) == 1 and whole.rank == 2 and UNIT in whole.axes:
        indices = [*indices, ONE] if whole.axes[1] == UNIT else [ONE, *indices]
    for index, axis in zip(indices, whole.axes, strict=False):
        if axis == UNIT and index is not ONE:
            raise ShapeError(
                f"the index {index.value if isinstance(index, Number) else index} of an axis of size 1"
            )
    return arrays.scalar(arrays.entry(whole, indices))


# ---- operations ------------------------------------------------------------------------------------
Rule = Callable[[Any, Bindings], Array]


def _operands(e: Any) -> tuple[Any, ...]:
    return e.operands if isinstance(e, Operation | PrintedNumber) else e.args


def _of_one(make: Callable[[Array], Array]) -> Rule:
    """An operation on one array."""
    return lambda e, bound: make(convert_array(_operands(e)[0], bound))


def _of_all(make: Callable[[list[Array]], Array]) -> Rule:
    """An operation on any number of arrays."""
    return lambda e, bound: make([convert_array(a, bound) for a in _operands(e)])


def _power(e: Any, bound: Bindings) -> Array:
    base, exponent = _operands(e)[:2]
    return matrices.power(convert_array(base, bound), convert_number(exponent, bound))


def _hadamard_power(e: Any, bound: Bindings) -> Array:
    base, exponent = convert_array(e.base, bound), convert_number(e.exp, bound)
    return arrays.elementwise(lambda entry: Pow(entry, exponent), base)


def _elementwise(e: Operation, bound: Bindings) -> Array:
    function, *operands = e.operands
    return _applied(function, [convert_array(a, bound) for a in operands], bound)


def _applyfunc(e: Any, bound: Bindings) -> Array:
    return _applied(e.function, [convert_array(e.expr, bound)], bound)


def _applied(function: Any, operands: list[Array], bound: Bindings) -> Array:
    """A Lambda, entry by entry; its variables are local names, as bound indices are."""
    inner = (*bound, *function.variables)
    places = [local_name(inner, depth) for depth in range(len(bound), len(inner))]
    body = convert(function.expr, inner)
    return matrices.entry_by_entry(
        "a function entry by entry",
        lambda *entries: substitute(body, dict(zip(places, entries, strict=True))),
        operands,
    )


def _explicit(e: Any, bound: Bindings) -> Array:
    """A matrix that is written down entry by entry."""
    rows, columns = e.shape
    if not rows * columns:
        raise ShapeError("a matrix without entries")
    places = [(i, j) for i in range(1, rows + 1) for j in range(1, columns + 1)]
    return matrices.written_out(
        rows, columns, {(i, j): convert_number(e[i - 1, j - 1], bound) for i, j in places}
    )


def _identity(e: Any, bound: Bindings) -> Array:
    size = size_of(e.rows)
    return arrays.scalar(ONE) if size is ONE else arrays.identity(size)


def _filled(value: Term) -> Rule:
    return lambda e, bound: arrays.filled(value, [size_of(size) for size in e.shape])


def _added(parts: list[Array]) -> Array:
    return matrices.entry_by_entry("a sum", matrices.added, parts)


def _hadamard(parts: list[Array]) -> Array:
    return matrices.entry_by_entry("a product entry by entry", matrices.multiplied, parts)


def _trace(array: Array) -> Array:
    return arrays.trace(array) if array.rank else array


def _determinant(array: Array) -> Array:
    return arrays.determinant(array) if array.rank else array


def _diagonal_matrix(array: Array) -> Array:
    return arrays.diagonal_matrix(matrices.as_vector(array, "diag"))


def _outer(parts: list[Array]) -> Array:
    return arrays.outer(*(matrices.as_vector(part, "an outer product") for part in parts))


# ---- derivatives -----------------------------------------------------------------------------------
def _variable(e: Any, bound: Bindings) -> Array:
    """What something is differentiated by: a named array, a name, or an entry."""
    array = convert_array(e, bound)
    if name_of(e) is None and not (not array.rank and isinstance(array.body, Entry | Symbol)):
        raise TermError(
            f"a derivative by {e} has no meaning here", help="differentiate by a name or an entry"
        )
    return array


def _derivative(e: Operation, bound: Bindings) -> Array:
    body, variable, layout = e.operands
    value, by = convert_array(body, bound), _variable(variable, bound)
    return matrices.derivative(value, by, numerator=layout.name == "numerator")


def _sympy_derivative(e: Any, bound: Bindings) -> Array:
    if len(e.variable_count) != 1 or e.variable_count[0][1] != 1:
        raise TermError(f"in {e}: one derivative at a time is taken by an array")
    value, by = convert_array(e.expr, bound), _variable(e.variable_count[0][0], bound)
    return matrices.derivative(value, by, numerator=LAYOUT.get() == "numerator")


def _by_variable(make: Callable[[Array, Array], Array]) -> Rule:
    return lambda e, bound: make(convert_array(e.operands[0], bound), _variable(e.operands[1], bound))


# ---- tables ----------------------------------------------------------------------------------------
def _operation(e: Operation | PrintedNumber, bound: Bindings) -> Array:
    return OPERATIONS[e.name](e, bound)


def _refused_element(e: Any, bound: Bindings) -> Array:
    raise TermError(
        f"{e} was written outside of the with block, where SymPy counts from 0; here, from 1",
        help="write the entry inside the with block",
    )


def _refused_matrix(e: Any, bound: Bindings) -> Array:
    raise TermError(f"{type(e).__name__} has no meaning here: {e}")


OPERATIONS: dict[str, Rule] = {
    "plus": _of_all(_added),
    "times": _of_all(matrices.product),
    "power": _power,
    "transpose": _of_one(arrays.transpose),
    "inverse": _of_one(matrices.inverse),
    "hadamard": _of_all(_hadamard),
    "elementwise": _elementwise,
    "softmax": _of_one(matrices.softmax),
    "diag": _of_one(_diagonal_matrix),
    "outer": _of_all(_outer),
    "stack": _of_all(matrices.stacked),
    "D": _derivative,
    "grad": _by_variable(matrices.gradient),
    "jacobian": _by_variable(matrices.jacobian),
    "entry": _entry,
    "norm": _of_one(arrays.norm),
}
"""What the operations of `term.sympy.printed_matrices` mean."""

KINDS: tuple[tuple[Any, Rule], ...] = (
    ((Operation, PrintedNumber), _operation),
    (sympy.MatrixSymbol, _matrix_symbol),
    (sympy.IndexedBase, _indexed_base),
    (sympy.MatAdd, _of_all(_added)),
    (sympy.MatMul, _of_all(matrices.product)),
    (sympy.Inverse, _of_one(matrices.inverse)),
    (sympy.MatPow, _power),
    (sympy.Transpose, _of_one(arrays.transpose)),
    (sympy.Trace, _of_one(_trace)),
    (sympy.Determinant, _of_one(_determinant)),
    (sympy.HadamardProduct, _of_all(_hadamard)),
    (sympy.HadamardPower, _hadamard_power),
    (sympy.KroneckerProduct, _of_all(matrices.kronecker)),
    (sympy.Identity, _identity),
    (sympy.ZeroMatrix, _filled(ZERO)),
    (sympy.OneMatrix, _filled(ONE)),
    (DiagMatrix, _of_one(_diagonal_matrix)),
    (DiagonalOf, _of_one(matrices.diagonal)),
    (DiagonalMatrix, _of_one(matrices.diagonal_part)),
    (ElementwiseApplyFunction, _applyfunc),
    (sympy.MatrixBase, _explicit),
    (sympy.Derivative, _sympy_derivative),
    (MatrixElement, _refused_element),
    (MatrixExpr, _refused_matrix),
)
"""What SymPy's classes mean; the first row that fits counts."""

__all__ = ["array_from_sympy", "convert_array", "convert_number", "name_of", "size_of"]
