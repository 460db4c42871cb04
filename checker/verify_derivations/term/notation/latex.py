"""Terms as LaTeX, as an author would write them."""

from __future__ import annotations

from functools import singledispatch
from itertools import pairwise

from verify_derivations.errors import TermError
from verify_derivations.term.notation.latex_names import array_latex, name_latex, without_subscript
from verify_derivations.term.notation.layout import (
    fractions,
    fresh_index,
    named_array,
    outer_names,
    split_sign,
    with_indices,
)
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.decimals import decimal_text
from verify_derivations.term.syntax.function_table import FUNCTIONS
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    Add,
    Antiderivative,
    Apply,
    Binder,
    Bound,
    Constant,
    Decimal,
    Delta,
    Derivative,
    Determinant,
    Entry,
    Family,
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
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise

SUM, PRODUCT, POWER, ATOM = range(4)

RELATIONS: dict[str, str] = {
    "=": "=",
    ":=": ":=",
    "<=": r"\le",
    ">=": r"\ge",
    "!=": r"\ne",
    "≈": r"\approx",
    "⇒": r"\Rightarrow",
    "⇔": r"\Leftrightarrow",
}
"""How a relation is printed; a sign that is not listed prints as itself."""

CONSTANTS = {"pi": r"\pi", "i": r"\mathrm{i}", "EulerGamma": r"\gamma"}


def latex(term: Term) -> str:
    r"""The term as LaTeX.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> print(latex(parse_plain("exp(-z)/(1 + exp(-z))**2")))
    \frac{e^{-z}}{\left(1 + e^{-z}\right)^{2}}
    """
    return _write(term, SUM, outer_names(term))


def bound_latex(term: Term) -> tuple[str, int]:
    """The term as LaTeX, and how tightly its outermost operation binds: one of SUM to ATOM."""
    return _latex(term, outer_names(term))


def relation_latex(lhs: Term, relation: str, rhs: Term) -> str:
    """A whole statement as LaTeX."""
    if relation == "defined":
        return rf"{latex(lhs)} \text{{ is defined}}"
    names = outer_names(lhs, rhs)
    return f"{_write(lhs, SUM, names)} {RELATIONS.get(relation, relation)} {_write(rhs, SUM, names)}"


def _write(term: Term, level: int, names: tuple[str, ...]) -> str:
    out, own = _latex(term, names)
    return out if own >= level else rf"\left({out}\right)"


@singledispatch
def _latex(term: Term, names: tuple[str, ...]) -> tuple[str, int]:
    raise TermError(f"no rule prints a {type(term).__name__}")


@_latex.register
def _number(term: Number, names: tuple[str, ...]) -> tuple[str, int]:
    value = abs(term.value)
    out = (
        str(value.numerator)
        if value.denominator == 1
        else rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
    )
    own = ATOM if value.denominator == 1 else PRODUCT
    return (out, own) if term.value >= 0 else (f"-{out}", SUM)


@_latex.register
def _decimal(term: Decimal, names: tuple[str, ...]) -> tuple[str, int]:
    mantissa, _, exponent = decimal_text(term, dots=False).partition("e")
    scale = rf" \cdot 10^{{{exponent}}}" if exponent else ""
    out = mantissa + (r"\dots" if term.cut else "") + scale
    return out, SUM if term.digits < 0 else PRODUCT if exponent else ATOM


@_latex.register
def _symbol(term: Symbol, names: tuple[str, ...]) -> tuple[str, int]:
    out = name_latex(term.name)
    return out, (POWER if "^" in out else ATOM)


@_latex.register
def _constant(term: Constant, names: tuple[str, ...]) -> tuple[str, int]:
    return CONSTANTS[term.name], ATOM


@_latex.register
def _bound(term: Bound, names: tuple[str, ...]) -> tuple[str, int]:
    return (names[-1 - term.level] if term.level < len(names) else rf"\#_{{{term.level}}}"), ATOM


@_latex.register
def _add(term: Add, names: tuple[str, ...]) -> tuple[str, int]:
    out = _write(term.terms[0], PRODUCT if _ends_open(term.terms[0]) else SUM, names)
    for k, t in enumerate(term.terms[1:], start=2):
        negative, size = split_sign(t)
        level = SUM if k == len(term.terms) and _ends_open(size) else PRODUCT
        out += f" {'-' if negative else '+'} {_write(size, level, names)}"
    return out, SUM


def _ends_open(term: Term) -> bool:
    """The term ends with a sum or product over an index, which would swallow what is printed behind it."""
    match term:
        case Sum() | Product():
            return True
        case Mul(factors):
            return _ends_open(factors[-1])
        case Derivative(body, _, _):
            return not _is_a_name(body) and _ends_open(body)
    return False


@_latex.register
def _mul(term: Mul, names: tuple[str, ...]) -> tuple[str, int]:
    negative, size = split_sign(term)
    if negative:
        return "-" + _write(size, PRODUCT, names), SUM
    parts: list[str] = []
    pending: list[Term] = []
    for over, under in fractions(term):
        if under:
            parts.append(rf"\frac{{{_line(over, names)}}}{{{_line(under, names)}}}")
        else:
            pending = over
    own = SUM if pending and _ends_open(pending[-1]) else PRODUCT
    if not parts:
        return _factors(pending, names), own
    return _joined([*parts, *(_factor(f, f is pending[-1], names) for f in pending)]), own


def _line(factors: list[Term], names: tuple[str, ...]) -> str:
    """What stands above or below the line of a fraction."""
    if not factors:
        return "1"
    return _write(factors[0], SUM, names) if len(factors) == 1 else _factors(factors, names)


def _factors(factors: list[Term], names: tuple[str, ...]) -> str:
    return _joined([_factor(f, k == len(factors), names) for k, f in enumerate(factors, start=1)])


def _factor(term: Term, last: bool, names: tuple[str, ...]) -> str:
    """One factor; a sum that comes last needs no brackets."""
    return _write(term, SUM if last and isinstance(term, Sum | Product) else POWER, names)


def _joined(parts: list[str]) -> str:
    """A product: a dot where two numbers would meet, a thin space where two names would."""
    out = parts[0]
    for before, part in pairwise(parts):
        dot = part[0].isdigit() or (part.startswith(r"\frac") and before[-1].isdigit())
        space = not part.startswith((r"\left(", r"\frac")) and not before[-1].isdigit()
        out += (r" \cdot " if dot else r" \, " if space else " ") + part
    return out


@_latex.register
def _pow(term: Pow, names: tuple[str, ...]) -> tuple[str, int]:
    if isinstance(term.exponent, Number):
        value = term.exponent.value
        if value < 0:
            base = term.base if value == -1 else Pow(term.base, Number(-value))
            return rf"\frac{{1}}{{{_write(base, SUM, names)}}}", PRODUCT
        if value * 2 == 1:
            return rf"\sqrt{{{_write(term.base, SUM, names)}}}", ATOM
        if value.numerator == 1 and value.denominator > 1:
            return rf"\sqrt[{value.denominator}]{{{_write(term.base, SUM, names)}}}", ATOM
    return rf"{_write(term.base, ATOM, names)}^{{{_write(term.exponent, SUM, names)}}}", POWER


@_latex.register
def _apply(term: Apply, names: tuple[str, ...]) -> tuple[str, int]:
    arguments = [_write(a, SUM, names) for a in term.arguments]
    if term.function == "exp":
        return f"e^{{{arguments[0]}}}", POWER
    row = FUNCTIONS.get(term.function)
    name = row.latex if row else _function_name(term.function)
    if "{s}" in name:
        name = name.replace("{s}", arguments.pop(0))
    if "{u}" in name:
        inner = _write(term.arguments[-1], ATOM, names) if name.startswith("{u}") else arguments[-1]
        return name.replace("{u}", inner), ATOM
    return rf"{name}\left({', '.join(arguments)}\right)", ATOM


def _function_name(name: str) -> str:
    return name_latex(name)


@_latex.register
def _entry(term: Entry, names: tuple[str, ...]) -> tuple[str, int]:
    indices = [_write(i, SUM, names) for i in term.indices]
    said = with_indices(term.array, indices)
    if said is not None:
        return said, (POWER if "^" in said else ATOM)
    name, below, own = without_subscript(term.array)
    shown = f"{own}, {' '.join(indices)}" if own else " ".join(indices)
    return f"{name}_{{{shown}}}", (POWER if below else ATOM)


@_latex.register
def _delta(term: Delta, names: tuple[str, ...]) -> tuple[str, int]:
    return rf"\delta_{{{_write(term.left, SUM, names)} {_write(term.right, SUM, names)}}}", ATOM


@_latex.register
def _derivative(term: Derivative, names: tuple[str, ...]) -> tuple[str, int]:
    order = f"^{{{term.order}}}" if term.order != 1 else ""
    variable = _write(term.variable, POWER, names)
    if term.order != 1:
        variable = _write(term.variable, ATOM, names)
    d = r"\partial" if isinstance(term.variable, Entry) else "d"
    if _is_a_name(term.body):
        return rf"\frac{{{d}{order} {_write(term.body, ATOM, names)}}}{{{d} {variable}{order}}}", PRODUCT
    level = SUM if isinstance(term.body, Sum | Product) else POWER
    own = SUM if _ends_open(term.body) else PRODUCT
    return rf"\frac{{{d}{order}}}{{{d} {variable}{order}}} {_write(term.body, level, names)}", own


def _is_a_name(term: Term) -> bool:
    """What is derived stands above the line of the fraction."""
    return isinstance(term, Symbol | Entry) or (isinstance(term, Apply) and term.function not in FUNCTIONS)


@_latex.register
def _antiderivative(term: Antiderivative, names: tuple[str, ...]) -> tuple[str, int]:
    return rf"\int {_write(term.body, PRODUCT, names)} \, d{_write(term.variable, ATOM, names)}", PRODUCT


@_latex.register
def _determinant(term: Determinant, names: tuple[str, ...]) -> tuple[str, int]:
    return rf"\det\left({_write(term.matrix, SUM, names)}\right)", ATOM


@_latex.register
def _inverse_entry(term: InverseEntry, names: tuple[str, ...]) -> tuple[str, int]:
    matrix = _write(term.matrix, SUM, names)
    base = (
        matrix if isinstance(term.matrix, Family) and named_array(term.matrix) else rf"\left({matrix}\right)"
    )
    indices = " ".join(_write(i, SUM, names) for i in (*term.row, *term.column))
    return rf"\left({base}^{{-1}}\right)_{{{indices}}}", ATOM


@_latex.register
def _family(term: Family, names: tuple[str, ...]) -> tuple[str, int]:
    array = named_array(term)
    if array is not None:
        return array_latex(array), ATOM
    shown: list[str] = []
    body: Term = term
    while isinstance(body, Family):
        shown.append(fresh_index(body, (*names, *shown)))
        body = body.body
    indices = " ".join(name_latex(name) for name in shown)
    return rf"\left[{_write(body, SUM, (*names, *shown))}\right]_{{{indices}}}", ATOM


@_latex.register
def _binder(term: Binder, names: tuple[str, ...]) -> tuple[str, int]:
    name = fresh_index(term, names)
    if isinstance(term, Integral):
        bounds = f"_{{{_write(term.lower, SUM, names)}}}^{{{_write(term.upper, SUM, names)}}}"
        return rf"\int{bounds} {_write(term.body, PRODUCT, (*names, name))} \, d{name_latex(name)}", PRODUCT
    sign = r"\sum" if isinstance(term, Sum) else r"\prod"
    bounds = f"_{{{name_latex(name)}={_write(term.lower, SUM, names)}}}^{{{_write(term.upper, SUM, names)}}}"
    level = SUM if _ends_open(term.body) else PRODUCT
    return f"{sign}{bounds} {_write(term.body, level, (*names, name))}", SUM


@_latex.register
def _limit(term: Limit, names: tuple[str, ...]) -> tuple[str, int]:
    name = fresh_index(term, names)
    side = f"^{{{term.direction}}}" if term.direction else ""
    under = rf"{name_latex(name)} \to {_write(term.point, PRODUCT if side else SUM, names)}{side}"
    return rf"\lim_{{{under}}} {_write(term.body, PRODUCT, (*names, name))}", SUM


@_latex.register
def _infinity(term: Infinity, names: tuple[str, ...]) -> tuple[str, int]:
    return (r"\infty", ATOM) if term.sign > 0 else (r"-\infty", SUM)


@_latex.register
def _comparison(term: Comparison, names: tuple[str, ...]) -> tuple[str, int]:
    relation = RELATIONS.get(term.relation, term.relation)
    return f"{_write(term.left, SUM, names)} {relation} {_write(term.right, SUM, names)}", ATOM


@_latex.register
def _all(term: All, names: tuple[str, ...]) -> tuple[str, int]:
    parts = [_write(part, SUM, names) for part in term.parts]
    return (r" \text{ and } ".join(parts) if parts else r"\text{otherwise}"), ATOM


@_latex.register
def _any_of(term: AnyOf, names: tuple[str, ...]) -> tuple[str, int]:
    return r" \text{ or } ".join(_write(part, SUM, names) for part in term.parts), ATOM


@_latex.register
def _piecewise(term: Piecewise, names: tuple[str, ...]) -> tuple[str, int]:
    rows = []
    for value, condition in zip(term.values, term.conditions, strict=True):
        word = r"\text{if } " if isinstance(condition, All) and condition.parts else ""
        rows.append(f"{_write(value, SUM, names)} & {word}{_write(condition, SUM, names)}")
    body = r" \\ ".join(rows)
    return rf"\begin{{cases}} {body} \end{{cases}}", ATOM
