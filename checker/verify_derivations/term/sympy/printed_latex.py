r"""Expressions with vectors and matrices in them as LaTeX, as they are written: `X^{\top} (X w - y)`.

A term says what such an expression means, entry by entry; this is how its author wrote it. Numbers without
arrays in them are printed as terms are. What has no row in the tables is not printed in this way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.matrices.expressions.applyfunc import ElementwiseApplyFunction
from sympy.matrices.expressions.diagonal import DiagMatrix, DiagonalOf

from verify_derivations.errors import TermError
from verify_derivations.term.notation.latex import ATOM, POWER, PRODUCT, RELATIONS, SUM, bound_latex
from verify_derivations.term.notation.latex_names import array_latex
from verify_derivations.term.sympy.from_sympy import term_from_sympy
from verify_derivations.term.sympy.printed_matrices import Number as PrintedNumber
from verify_derivations.term.sympy.printed_matrices import Operation, is_array

Printed = tuple[str, int]
"""LaTeX, and how tightly its outermost operation binds."""


class Unprintable(TermError):
    """Something that has no notation of its own here."""


def printed_latex(expression: Any) -> str:
    r"""The expression as LaTeX, as it is written; empty where some part has no such notation.

    >>> from verify_derivations.term.sympy.printed_matrices import as_printed, vector
    >>> m, n = sympy.symbols("m n")
    >>> X, w, y = sympy.MatrixSymbol("X", m, n), vector("w", n), vector("y", m)
    >>> with as_printed():
    ...     print(printed_latex(X.T*(X*w - y)/m))
    \frac{1}{m} X^{\top} \left(X w - y\right)
    """
    try:
        return _at(sympy.sympify(expression, strict=True), SUM)
    except (TermError, sympy.SympifyError):  # or it is no expression of SymPy's
        return ""


def printed_relation(lhs: Any, sign: str, rhs: Any) -> str:
    r"""A statement about arrays as LaTeX, as it is written; empty where it has no such notation.

    >>> A = sympy.MatrixSymbol("A", 2, 2)
    >>> printed_relation(A.T, "=", A), printed_relation(sympy.Symbol("x"), "=", 1)
    ('A^{\\top} = A', '')
    """
    if not (made_of_arrays(lhs) or made_of_arrays(rhs)):
        return ""
    left, right = printed_latex(lhs), printed_latex(rhs)
    return f"{left} {RELATIONS.get(sign, sign)} {right}" if left and right else ""


def made_of_arrays(e: Any) -> bool:
    """Some part is an array, and not only an entry of one that has a name."""
    if not isinstance(e, sympy.Basic | sympy.MatrixBase):
        return False
    if isinstance(e, sympy.Indexed) or _is_entry_of_a_name(e):
        return False
    return isinstance(e, ARRAYS) or any(made_of_arrays(a) for a in e.args)


def _is_entry_of_a_name(e: Any) -> bool:
    return isinstance(e, PrintedNumber) and e.name == "entry" and isinstance(e.operands[0], NAMED)


def _at(e: Any, level: int) -> str:
    out, own = _printed(e)
    return out if own >= level else rf"\left({out}\right)"


def _printed(e: Any) -> Printed:
    rule = next((rule for kind, rule in KINDS if isinstance(e, kind)), None)
    if rule is not None and not _is_entry_of_a_name(e):
        return rule(e)
    if is_array(e):
        raise Unprintable(f"there is no notation for a {type(e).__name__}")
    return _number(e)


# ---- numbers ---------------------------------------------------------------------------------------
def _number(e: Any) -> Printed:
    """A number: what is made of arrays in it is printed by itself, and stands there as a name would."""
    return bound_latex(term_from_sympy(_with_names(e, SUM)))


def _with_names(e: Any, level: int) -> Any:
    """The expression with a symbol in the place of every part that is made of arrays."""
    if not made_of_arrays(e):
        return e
    if isinstance(e, ARRAYS):
        return _as_symbol(_at(e, level))
    if isinstance(e, sympy.Sum):
        return _sum(e)
    inner = SKELETON.get(type(e), SUM if isinstance(e, sympy.Function) else None)
    if inner is None:
        raise Unprintable(f"there is no notation for arrays within a {type(e).__name__}")
    return e.func(*(_with_names(a, inner) for a in e.args), evaluate=False)


def _as_symbol(shown: str) -> Any:
    """A symbol that is printed so: a name with braces is taken as LaTeX."""
    return sympy.Symbol(f"{{{shown}}}")


def _sum(e: Any) -> Any:
    if e.bound_symbols and set(e.bound_symbols) & set(e.free_symbols):
        raise Unprintable("an index that is bound and free would be renamed")
    made = sympy.Expr.__new__(sympy.Sum, _with_names(e.function, PRODUCT), *e.limits)  # without another 1*
    made.is_commutative = True  # SymPy's own way of making one says so, and a product around it asks
    return made


SKELETON: dict[Any, int] = {sympy.Add: PRODUCT, sympy.Mul: POWER, sympy.Pow: ATOM}
"""The operations on numbers, and how tightly what they are applied to has to bind."""


# ---- arrays ----------------------------------------------------------------------------------------
def _operands(e: Any) -> tuple[Any, ...]:
    return e.operands if isinstance(e, Operation | PrintedNumber) else e.args


def _name(e: Any) -> Printed:
    out = array_latex(str(e.label if isinstance(e, sympy.IndexedBase) else e.name))
    return out, POWER if "^" in out else ATOM


def _plus(e: Any) -> Printed:
    first, *rest = (_at(term, SUM if k == 0 else PRODUCT - 1) for k, term in enumerate(_operands(e)))
    out = first
    for term in rest:
        out += f" - {term[1:]}" if term.startswith("-") else f" + {term}"
    return out, SUM


def _times(e: Any) -> Printed:
    first, *rest = _operands(e)
    if first == -1 and rest:
        return f"-{_line(rest) if len(rest) > 1 else _at(rest[0], PRODUCT)}", SUM
    return _line([first, *rest]), PRODUCT


def _line(factors: list[Any]) -> str:
    """The factors side by side; a reciprocal at the end stands in front, as 1/m does."""
    if len(factors) > 1 and _is_reciprocal(factors[-1]):
        factors = [factors[-1], *factors[:-1]]
    return " ".join(
        _at(f, POWER if isinstance(f, ARRAYS) and (k or _has_a_sign(f)) else PRODUCT)
        for k, f in enumerate(factors)
    )


def _has_a_sign(e: Any) -> bool:
    """A product with a sign of its own; with another factor behind it, it has to have brackets."""
    return isinstance(e, sympy.HadamardProduct | sympy.KroneckerProduct) or (
        isinstance(e, Operation) and e.name in ("hadamard", "elementwise")
    )


def _is_reciprocal(e: Any) -> bool:
    return (isinstance(e, sympy.Pow) and e.exp == -1) or (isinstance(e, sympy.Rational) and e.p == 1)


def _after(suffix: str) -> Callable[[Any], Printed]:
    """An operation that is written as an exponent."""
    return lambda e: (f"{_base(_operands(e)[0])}^{{{suffix}}}", POWER)


def _power(e: Any) -> Printed:
    base, exponent = _operands(e)[:2]
    return f"{_base(base)}^{{{_at(exponent, SUM)}}}", POWER


def _base(e: Any) -> str:
    return _at(e, ATOM)


def _between(sign: str) -> Callable[[Any], Printed]:
    """A product with a sign of its own."""
    return lambda e: (f" {sign} ".join(_at(a, POWER) for a in _operands(e)), PRODUCT)


def _call(name: str) -> Callable[[Any], Printed]:
    """An operation with a name, applied to all its operands."""
    return lambda e: (rf"{name}\left({', '.join(_at(a, SUM) for a in _operands(e))}\right)", ATOM)


def _outer(e: Any) -> Printed:
    u, v = _operands(e)
    return rf"{_at(u, POWER)} {_base(v)}^{{\top}}", PRODUCT


def _norm(e: Any) -> Printed:
    return rf"\left\lVert {_at(_operands(e)[0], SUM)} \right\rVert", ATOM


def _entry(e: Any) -> Printed:
    array, *places = _operands(e)
    return f"{_base(array)}_{{{' '.join(_at(place, SUM) for place in places)}}}", ATOM


def _column(e: Any) -> Printed:
    return _grid([[a] for a in _operands(e)])


def _explicit(e: Any) -> Printed:
    return _grid([[e[i, j] for j in range(e.cols)] for i in range(e.rows)])


def _grid(rows: list[list[Any]]) -> Printed:
    lines = r" \\ ".join(" & ".join(_at(a, SUM) for a in row) for row in rows)
    return rf"\begin{{pmatrix}}{lines}\end{{pmatrix}}", ATOM


def _identity(e: Any) -> Printed:
    return f"I_{{{_at(e.rows, SUM)}}}", ATOM


def _ones(e: Any) -> Printed:
    return r"\mathbf{1}", ATOM


def _zeros(e: Any) -> Printed:
    return "0", ATOM


# ---- derivatives -----------------------------------------------------------------------------------
def _derivative(e: Any) -> Printed:
    body, variable = (e.operands[:2]) if isinstance(e, Operation) else (e.expr, e.variables[0])
    return _quotient(r"\partial", body, _at(variable, SUM))


def _gradient(e: Any) -> Printed:
    body, variable = e.operands
    return rf"\nabla_{{{_at(variable, SUM)}}} {_at(body, POWER)}", PRODUCT


def _jacobian(e: Any) -> Printed:
    body, variable = e.operands
    return _quotient(r"\partial", body, rf"{_base(variable)}^{{\top}}")


def _quotient(sign: str, body: Any, by: str) -> Printed:
    """As a fraction; what is more than a name stands behind it."""
    shown, own = _printed(body)
    if own == ATOM and len(shown) <= LONG_NUMERATOR:
        return rf"\frac{{{sign} {shown}}}{{{sign} {by}}}", PRODUCT
    return rf"\frac{{{sign}}}{{{sign} {by}}} {_at(body, POWER)}", PRODUCT


LONG_NUMERATOR = 20


# ---- entry by entry --------------------------------------------------------------------------------
def _elementwise(e: Any) -> Printed:
    function, *arrays = e.operands
    return _entrywise(function.expr, dict(zip(function.variables, arrays, strict=True)))


def _applied(e: Any) -> Printed:
    return _entrywise(e.function.expr, dict(zip(e.function.variables, (e.expr,), strict=True)))


def _entrywise(body: Any, arrays: dict[Any, Any]) -> Printed:
    """A function of entries, with the signs that say so: a product of two arrays is a Hadamard product."""
    if body in arrays:
        return _printed(arrays[body])
    if not body.has(*arrays):
        return _number(body)
    if isinstance(body, sympy.Add):
        return _signed([_entrywise(term, arrays) for term in body.args])
    if isinstance(body, sympy.Mul):
        return _product(body, arrays)
    if isinstance(body, sympy.Pow) and not body.exp.has(*arrays) and body.base != sympy.E:
        base, own = _entrywise(body.base, arrays)
        return f"{_bracketed(base, own, ATOM)}^{{\\odot {_at(body.exp, SUM)}}}", POWER
    if isinstance(body, sympy.Function):
        inner = (_as_symbol(_entrywise(argument, arrays)[0]) for argument in body.args)
        return bound_latex(term_from_sympy(body.func(*inner, evaluate=False)))
    raise Unprintable(f"there is no notation for {body} entry by entry")


def _product(body: Any, arrays: dict[Any, Any]) -> Printed:
    numbers = [f for f in body.args if not f.has(*arrays)]
    below = [f for f in body.args if isinstance(f, sympy.Pow) and f.exp == -1 and f not in numbers]
    above = [f for f in body.args if f not in numbers and f not in below]
    sign = "-" if sympy.S.NegativeOne in numbers else ""
    front = [_at(f, POWER) for f in numbers if f != -1]
    shown = [_bracketed(*_entrywise(f, arrays), POWER) for f in above]
    out = " ".join([*front, r" \odot ".join(shown or ["1"] if below else shown)])
    for factor in below:
        out += rf" \oslash {_bracketed(*_entrywise(factor.base, arrays), POWER)}"
    return sign + out, SUM if sign else PRODUCT


def _signed(terms: list[Printed]) -> Printed:
    out = terms[0][0]
    for term, _ in terms[1:]:
        out += f" - {term[1:]}" if term.startswith("-") else f" + {term}"
    return out, SUM


def _bracketed(shown: str, own: int, level: int) -> str:
    return shown if own >= level else rf"\left({shown}\right)"


# ---- tables ----------------------------------------------------------------------------------------
Rule = Callable[[Any], Printed]

OPERATIONS: dict[str, Rule] = {
    "plus": _plus,
    "times": _times,
    "power": _power,
    "transpose": _after(r"\top"),
    "inverse": _after("-1"),
    "hadamard": _between(r"\odot"),
    "elementwise": _elementwise,
    "softmax": _call(r"\operatorname{softmax}"),
    "diag": _call(r"\operatorname{diag}"),
    "outer": _outer,
    "stack": _column,
    "D": _derivative,
    "grad": _gradient,
    "jacobian": _jacobian,
    "entry": _entry,
    "norm": _norm,
}
"""How the operations of `term.sympy.printed_matrices` are written."""


def _operation(e: Any) -> Printed:
    rule = OPERATIONS.get(e.name)
    if rule is None:
        raise Unprintable(f"there is no notation for {e.name}")
    return rule(e)


NAMED = (sympy.MatrixSymbol, sympy.IndexedBase)

KINDS: tuple[tuple[Any, Rule], ...] = (
    ((Operation, PrintedNumber), _operation),
    (NAMED, _name),
    (sympy.MatAdd, _plus),
    (sympy.MatMul, _times),
    (sympy.Inverse, _after("-1")),
    (sympy.MatPow, _power),
    (sympy.Transpose, _after(r"\top")),
    (sympy.Trace, _call(r"\operatorname{tr}")),
    (sympy.Determinant, _call(r"\det")),
    (sympy.HadamardProduct, _between(r"\odot")),
    (sympy.KroneckerProduct, _between(r"\otimes")),
    (sympy.Identity, _identity),
    (sympy.ZeroMatrix, _zeros),
    (sympy.OneMatrix, _ones),
    ((DiagMatrix, DiagonalOf), _call(r"\operatorname{diag}")),
    (ElementwiseApplyFunction, _applied),
    (sympy.MatrixBase, _explicit),
)
"""How SymPy's classes are written; the first row that fits counts."""

ARRAYS = tuple({kind for kinds, _ in KINDS for kind in (kinds if isinstance(kinds, tuple) else (kinds,))})

__all__ = ["made_of_arrays", "printed_latex", "printed_relation"]
