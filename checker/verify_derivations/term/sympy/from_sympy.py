"""From SymPy expressions to terms, as printed, and the declarations that SymPy's assumptions make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.symbol import Str
from sympy.matrices.expressions.matexpr import MatrixElement, MatrixExpr

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.sympy.printed_matrices import LAYOUT, Operation, is_array
from verify_derivations.term.sympy.printed_matrices import Number as PrintedNumber
from verify_derivations.term.sympy.sympy_cases import piecewise_from_sympy
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    EULER_GAMMA,
    ONE,
    PI,
    Add,
    Antiderivative,
    Apply,
    Delta,
    Derivative,
    Entry,
    I,
    Integral,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)


class D(sympy.Expr):  # type: ignore[misc]  # SymPy ships no types
    """A derivative as printed: `D(expression, x)` or `D(expression, x, 2)`, never evaluated.

    SymPy's own Derivative answers 0 when `x` is not visible in the expression, which is wrong where the
    expression depends on x through a definition (dL/dz with a = sigma(z)). By an array it is an array.

    >>> from sympy import symbols
    >>> L, z = symbols("L z")
    >>> D(L, z)
    D(L, z)
    """

    def __new__(cls, expression: Any, variable: Any, order: int = 1) -> Any:
        body, by = sympy.sympify(expression, strict=True), sympy.sympify(variable, strict=True)
        if is_array(body) or is_array(by):
            if order != 1:
                raise TermError("a derivative by an array is taken once", help="D(D(f, x), x)")
            return Operation("D", body, by, Str(LAYOUT.get()))
        return sympy.Expr.__new__(cls, body, by, sympy.Integer(order))

    @property
    def free_symbols(self) -> set[Any]:
        return self.args[0].free_symbols | self.args[1].free_symbols  # type: ignore[no-any-return]

    def _latex(self, printer: Any) -> str:
        return latex_of_derivative(printer._print(self.args[0]), printer._print(self.args[1]))

    def _sympystr(self, printer: Any) -> str:
        shown = self.args if self.args[2] != 1 else self.args[:2]
        return f"D({', '.join(printer._print(a) for a in shown)})"


def latex_of_derivative(body: str, variable: str) -> str:
    """The LaTeX of an unevaluated derivative."""
    return rf"\frac{{d}}{{d {variable}}} {body}"


def term_from_sympy(expression: Any) -> Term:
    """The term that a SymPy expression prints.

    Raises:
        TermError: the expression has no meaning here (a float, an infinity, an unknown class).

    >>> from sympy import Symbol, exp
    >>> from verify_derivations.term.notation.text import text
    >>> text(term_from_sympy(exp(-Symbol("z"))))
    'exp(-z)'
    """
    if isinstance(expression, bool) or expression in (sympy.true, sympy.false):
        raise TermError(
            "this is a truth value, not an expression",
            help="SymPy evaluated a relation; give both sides: claim(lhs, rhs)",
        )
    if isinstance(expression, int):
        return Number(expression)
    if isinstance(expression, Fraction):
        return Number(expression)
    if isinstance(expression, (float, sympy.Float)):
        raise TermError(
            f"{expression} is a decimal, which stands for an interval and not for a number",
            help="write an exact number: Rational(1, 4) for 0.25",
        )
    if not isinstance(expression, sympy.Basic):
        raise TermError(f"{expression!r} is no SymPy expression")
    return convert(expression, ())


Bindings = tuple[Any, ...]


def convert(e: Any, bound: Bindings) -> Term:
    """The number that an expression below some bound indices prints."""
    for kind, rule in RULES:
        if isinstance(e, kind):
            return rule(e, bound)
    if isinstance(e, AppliedUndef):
        return _undefined(e, bound)
    if isinstance(e, sympy.Function):
        return _known(e, bound)
    raise TermError(f"{type(e).__name__} has no meaning here: {e}")


def _children(e: Any, bound: Bindings) -> list[Term]:
    return [convert(a, bound) for a in e.args]


def _symbol(e: Any, bound: Bindings) -> Term:
    for depth in reversed(range(len(bound))):
        if e == bound[depth]:
            return Symbol(local_name(bound, depth))
    return Symbol(e.name)


def local_name(bound: Bindings, depth: int) -> str:
    """A name for the bound index at this depth that nothing outside of its binder has."""
    return f"{bound[depth].name}@{depth}"


def _float(e: Any, bound: Bindings) -> Term:
    return term_from_sympy(e)


def _flat(e: Any, kind: type, bound: Bindings) -> list[Term]:
    """Operands, with a nested operand of the same kind at the first place opened: a - b + c is one sum."""
    first, *rest = e.args
    head = _flat(first, kind, bound) if isinstance(first, kind) else [convert(first, bound)]
    return head + [convert(a, bound) for a in rest]


def _ordered(e: Any, kind: type, bound: Bindings) -> list[Term]:
    return _flat(e, kind, bound) if e.args else []


def _undefined(e: Any, bound: Bindings) -> Term:
    name = str(e.func.__name__)
    if name in FUNCTIONS:
        raise TermError(
            f"Function({name!r}) has the name of a known function", help=f"use sympy.{name}, or another name"
        )
    return Apply(name, _children(e, bound))


NAMES: dict[str, str] = {
    "Abs": "Abs",
    "sign": "sign",
    "Max": "Max",
    "Min": "Min",
    "Heaviside": "Heaviside",
    "polygamma": "polygamma",
}


def _known(e: Any, bound: Bindings) -> Term:
    name = NAMES.get(e.func.__name__, e.func.__name__)
    row = FUNCTIONS.get(name)
    arguments = _children(e, bound)
    if name == "log" and len(arguments) == 2:
        return Mul((Apply("log", arguments[:1]), Pow(Apply("log", arguments[1:]), Number(-1))))
    if name == "Heaviside":
        arguments = arguments[:1]
    if name in ("Max", "Min") and len(arguments) > 2:
        nested = arguments[0]
        for argument in arguments[1:]:
            nested = Apply(name, (nested, argument))
        return nested
    if row is None:
        raise TermError(f"nothing is known about the function {name}")
    if len(arguments) != row.arity:
        raise TermError(f"{name} takes {row.arity} arguments, not {len(arguments)}")
    return Apply(name, arguments)


def _derivative(e: Any, bound: Bindings) -> Term:
    if any(is_array(part) for part in (e.args[0], *(p[0] for p in e.args[1:] if isinstance(p, sympy.Tuple)))):
        return _of_arrays(e, bound)
    body = convert(e.args[0], bound)
    pairs = [(e.args[1], e.args[2])] if isinstance(e, D) else [tuple(p) for p in e.args[1:]]
    for variable, order in pairs:
        target = convert(variable, bound)
        if not order.is_Integer or order < 1:
            raise TermError(f"a derivative of order {order} has no meaning here")
        if variable in bound and isinstance(body, Apply) and _is_of(e.args[0], body, target):
            body = Apply(body.function + "'" * int(order), body.children)
            continue
        if not isinstance(target, (Symbol, Entry)) or variable in bound:
            raise TermError(
                f"a derivative by {variable} has no meaning here", help="differentiate by a symbol"
            )
        body = Derivative(body, target, int(order))
    return body


def _is_of(e: Any, body: Term, variable: Term) -> bool:
    """f(x) or f'(x), of an unknown function of the variable alone: its derivative is f'(x) again."""
    return isinstance(e, AppliedUndef) and body.children == (variable,)


def _binder(kind: type[Sum] | type[Product] | type[Integral]) -> Callable[[Any, Bindings], Term]:
    def read(e: Any, bound: Bindings) -> Term:
        function, *limits = e.args
        inner = bound + tuple(limit[0] for limit in reversed(limits))
        body = _without_one(convert(function, inner))
        for k, limit in enumerate(limits):
            if len(limit) != 3:
                raise TermError(f"the index {limit[0]} has no bounds")
            outer = inner[: len(inner) - 1 - k]
            lower, upper = convert(limit[1], outer), convert(limit[2], outer)
            body = kind(str(limit[0].name), lower, upper, bind(body, local_name(inner, len(outer))))
        return body

    return read


def _integral(e: Any, bound: Bindings) -> Term:
    """An integral with bounds, or one without, over a single variable."""
    if len(e.limits) == 1 and len(e.limits[0]) == 1:
        variable = convert(e.limits[0][0], bound)
        return Antiderivative(_without_one(convert(e.function, bound)), variable)
    return _binder(Integral)(e, bound)


def _limit(e: Any, bound: Bindings) -> Term:
    """`Limit(e, x, a, dir)`; SymPy's direction, "+" by default, is what was written."""
    body, variable, point, side = e.args
    direction = {"+": "+", "-": "-", "+-": ""}[str(side)]
    at = convert(point, bound)
    inside = (*bound, variable)
    inner = bind(convert(body, inside), local_name(inside, len(bound)))
    return Limit(str(variable.name), at, "" if isinstance(at, Infinity) else direction, inner)


def _without_one(term: Term) -> Term:
    """SymPy writes the body of an unevaluated sum as 1*body."""
    if isinstance(term, Mul) and len(term.factors) > 1 and term.factors[0] is ONE:
        return term.factors[1] if len(term.factors) == 2 else Mul(term.factors[1:])
    return term


def _indexed(e: Any, bound: Bindings) -> Term:
    return Entry(str(e.base.label), [convert(i, bound) for i in e.indices])


def _refuse(what: str) -> Callable[[Any, Bindings], Term]:
    def refuse(e: Any, bound: Bindings) -> Term:
        raise TermError(f"{what} has no meaning here: {e}")

    return refuse


RULES: tuple[tuple[Any, Callable[[Any, Bindings], Term]], ...] = (
    (sympy.Symbol, _symbol),
    (sympy.Rational, lambda e, bound: Number(Fraction(int(e.p), int(e.q)))),
    (sympy.Float, _float),
    (type(sympy.oo), lambda e, bound: OO),
    (type(-sympy.oo), lambda e, bound: MINUS_OO),
    ((type(sympy.zoo), type(sympy.nan)), _refuse("an infinity without a sign")),
    (sympy.Limit, _limit),
    (type(sympy.pi), lambda e, bound: PI),
    (type(sympy.E), lambda e, bound: Apply("exp", (ONE,))),
    (type(sympy.I), lambda e, bound: I),
    (type(sympy.EulerGamma), lambda e, bound: EULER_GAMMA),
    (sympy.Add, lambda e, bound: Add(_ordered(e, sympy.Add, bound))),
    (sympy.Mul, lambda e, bound: Mul(_ordered(e, sympy.Mul, bound))),
    (sympy.Pow, lambda e, bound: _power(e, bound)),
    (sympy.exp, lambda e, bound: Apply("exp", _children(e, bound)[-1:])),
    ((D, sympy.Derivative), _derivative),
    (sympy.Sum, _binder(Sum)),
    (sympy.Product, _binder(Product)),
    (sympy.Integral, _integral),
    (sympy.Indexed, _indexed),
    (sympy.Piecewise, lambda e, bound: piecewise_from_sympy(e, lambda part: convert(part, bound))),
    ((sympy.Max, sympy.Min), lambda e, bound: _known(e, bound)),  # not of the class Function in SymPy
    (sympy.KroneckerDelta, lambda e, bound: Delta(*_children(e, bound)[:2])),
    (
        (MatrixExpr, sympy.MatrixBase, MatrixElement, PrintedNumber, sympy.Trace, sympy.Determinant),
        lambda e, bound: _of_arrays(e, bound),
    ),
    (sympy.IndexedBase, lambda e, bound: _of_arrays(e, bound)),
)


def _of_arrays(e: Any, bound: Bindings) -> Term:
    """A number that is made of arrays."""
    from verify_derivations.term.sympy.from_sympy_arrays import convert_number  # it builds on this module

    return convert_number(e, bound)


def _power(e: Any, bound: Bindings) -> Term:
    base, exponent = _children(e, bound)
    if e.base is sympy.E:
        return Apply("exp", (exponent,))
    return Pow(base, exponent)


# ---- declarations ----------------------------------------------------------------------------------
def declared_domains(expression: Any) -> dict[str, Domain]:
    """The domain of every free symbol, from SymPy's assumptions; no assumption means real."""
    symbols: set[Any] = getattr(expression, "free_symbols", set())
    found = {}
    for symbol in sorted((s for s in symbols if isinstance(s, sympy.Symbol)), key=lambda s: str(s.name)):
        found[str(symbol.name)] = _assumed(symbol)
    return found


WHOLE = {"positive": DOMAINS["posint"], "nonnegative": DOMAINS["natural"]}
"""The domains of whole numbers that have a name."""


def _assumed(symbol: Any) -> Domain:
    stated = symbol.assumptions0
    if symbol.is_integer:
        for word in ("positive", "negative", "nonnegative", "nonpositive"):
            if stated.get(word):
                return WHOLE.get(word) or replace(DOMAINS[word], field="integer")
        return replace(DOMAINS["integer"], nonzero=stated.get("zero") is False)
    for word in ("positive", "negative", "nonnegative", "nonpositive"):
        if stated.get(word):
            return DOMAINS[word]
    if stated.get("real") and stated.get("zero") is False:
        return DOMAINS["nonzero"]
    if stated.get("real") is None and stated.get("complex"):
        return DOMAINS["complex"]
    if stated.get("imaginary"):
        raise TermError(f"{symbol.name} is declared imaginary; declare it complex, or write I*{symbol.name}")
    return DOMAINS["real"]


def domain_from_set(interval: Any) -> Domain:
    """The domain that a SymPy set names: an Interval with rational ends, Reals, Integers, Complexes."""
    named = {
        sympy.S.Reals: "real",
        sympy.S.Integers: "integer",
        sympy.S.Naturals: "posint",
        sympy.S.Naturals0: "natural",
        sympy.S.Complexes: "complex",
    }
    if interval in named:
        return DOMAINS[named[interval]]
    if not isinstance(interval, sympy.Interval):
        raise TermError(f"{interval} is no interval", code="VD207")
    lower, upper = (_end(end) for end in (interval.start, interval.end))
    return Domain("real", lower, upper, bool(interval.left_open), bool(interval.right_open))


def _end(end: Any) -> Fraction | None:
    if end in (sympy.oo, -sympy.oo):
        return None
    if not isinstance(end, sympy.Rational):
        raise TermError(f"{end} is no rational end of an interval", code="VD207")
    return Fraction(int(end.p), int(end.q))
