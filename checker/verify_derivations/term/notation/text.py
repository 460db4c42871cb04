"""Terms as plain text, in the plain notation."""

from __future__ import annotations

from functools import lru_cache, singledispatch

from verify_derivations.errors import TermError
from verify_derivations.term.notation.layout import (
    fresh_index,
    is_negative,
    named_array,
    outer_names,
    quotient,
    split_sign,
    with_indices,
)
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.decimals import decimal_text
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


@lru_cache(maxsize=64)  # the steps of a chain share their sides
def text(term: Term) -> str:
    """The term in the plain notation.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> text(parse_plain("-(a - b)/(2*m)"))
    '-(a - b)/(2*m)'
    """
    return _write(term, SUM, outer_names(term))


def relation_text(lhs: Term, relation: str, rhs: Term) -> str:
    """A whole statement in the plain notation."""
    if relation == "defined":
        return f"{text(lhs)} is defined"
    if relation in CONDITIONS:
        return f"{_condition_text(lhs)} {relation} {_condition_text(rhs)}"
    return f"{text(lhs)} {relation} {text(rhs)}"


CONDITIONS = ("⇒", "⇔")
"""Relations between conditions, not between numbers."""


def _condition_text(condition: Term) -> str:
    """Comparisons that hold together with commas between them."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return ", ".join(text(part) for part in parts)


def _write(term: Term, level: int, names: tuple[str, ...]) -> str:
    kept = _KEPT.get(term)
    if kept is None:
        rule = _RULES.get(type(term)) or _text.dispatch(type(term))  # the call of _text itself is slow
        kept = rule(term, names)
        if term.children and not term.loose and not term.holds(Binder) and len(kept[0]) <= LONGEST_KEPT:
            if len(_KEPT) >= MOST_KEPT:
                _KEPT.clear()
            _KEPT[term] = kept
    out, own = kept
    return out if own >= level else f"({out})"


_KEPT: dict[Term, tuple[str, int]] = {}
"""How terms without bound indices are written: formulas that are near to each other share their parts."""
MOST_KEPT, LONGEST_KEPT = 2_000, 200


@singledispatch
def _text(term: Term, names: tuple[str, ...]) -> tuple[str, int]:
    raise TermError(f"no rule prints a {type(term).__name__}")


_RULES = _text.registry


@_text.register
def _number(term: Number, names: tuple[str, ...]) -> tuple[str, int]:
    numerator, denominator = term.ratio
    shown = str(numerator) if denominator == 1 else f"{numerator}/{denominator}"
    return shown, SUM if numerator < 0 else ATOM if denominator == 1 else PRODUCT


@_text.register
def _decimal(term: Decimal, names: tuple[str, ...]) -> tuple[str, int]:
    return decimal_text(term), SUM if term.digits < 0 else ATOM


@_text.register
def _symbol(term: Symbol, names: tuple[str, ...]) -> tuple[str, int]:
    return term.name, ATOM


@_text.register
def _constant(term: Constant, names: tuple[str, ...]) -> tuple[str, int]:
    return ("I" if term.name == "i" else term.name), ATOM


@_text.register
def _bound(term: Bound, names: tuple[str, ...]) -> tuple[str, int]:
    return (names[-1 - term.level] if term.level < len(names) else f"#{term.level}"), ATOM


@_text.register
def _add(term: Add, names: tuple[str, ...]) -> tuple[str, int]:
    out = _write(term.terms[0], SUM, names)
    for t in term.terms[1:]:
        negative, size = split_sign(t)
        out += f" {'-' if negative else '+'} {_write(size, PRODUCT, names)}"
    return out, SUM


@_text.register
def _mul(term: Mul, names: tuple[str, ...]) -> tuple[str, int]:
    negative, size = split_sign(term)
    if negative:
        return "-" + _write(size, PRODUCT, names), SUM
    over, under = quotient(term)
    top = "*".join([_write(f, POWER, names) for f in over]) or "1"
    if not under:
        return top, PRODUCT
    bottom = "*".join([_write(f, POWER, names) for f in under])
    return f"{top}/{bottom if len(under) == 1 else f'({bottom})'}", PRODUCT


@_text.register
def _pow(term: Pow, names: tuple[str, ...]) -> tuple[str, int]:
    if isinstance(term.exponent, Number):
        if term.exponent.ratio == (-1, 1):
            return f"1/{_write(term.base, POWER, names)}", PRODUCT
        if term.exponent.ratio == (1, 2):
            return f"sqrt({_write(term.base, SUM, names)})", ATOM
    return f"{_write(term.base, ATOM, names)}**{_write(term.exponent, ATOM, names)}", POWER


@_text.register
def _apply(term: Apply, names: tuple[str, ...]) -> tuple[str, int]:
    return f"{term.function}({', '.join([_write(a, SUM, names) for a in term.arguments])})", ATOM


@_text.register
def _entry(term: Entry, names: tuple[str, ...]) -> tuple[str, int]:
    shown = [_write(i, SUM, names) for i in term.indices]
    return with_indices(term.array, shown) or f"{term.array}[{', '.join(shown)}]", ATOM


@_text.register
def _delta(term: Delta, names: tuple[str, ...]) -> tuple[str, int]:
    return f"delta({_write(term.left, SUM, names)}, {_write(term.right, SUM, names)})", ATOM


@_text.register
def _derivative(term: Derivative, names: tuple[str, ...]) -> tuple[str, int]:
    order = f", {term.order}" if term.order != 1 else ""
    return f"diff({_write(term.body, SUM, names)}, {_write(term.variable, SUM, names)}{order})", ATOM


@_text.register
def _antiderivative(term: Antiderivative, names: tuple[str, ...]) -> tuple[str, int]:
    return f"integrate({_write(term.body, SUM, names)}, {_write(term.variable, SUM, names)})", ATOM


@_text.register
def _determinant(term: Determinant, names: tuple[str, ...]) -> tuple[str, int]:
    return f"det({_write(term.matrix, SUM, names)})", ATOM


@_text.register
def _inverse_entry(term: InverseEntry, names: tuple[str, ...]) -> tuple[str, int]:
    indices = ", ".join(_write(i, SUM, names) for i in (*term.row, *term.column))
    return f"inv({_write(term.matrix, SUM, names)})[{indices}]", ATOM


@_text.register
def _family(term: Family, names: tuple[str, ...]) -> tuple[str, int]:
    array = named_array(term)
    if array is not None:
        return array, ATOM
    name = fresh_index(term, names)
    size = _write(term.upper, SUM, names)
    return f"table({_write(term.body, SUM, (*names, name))}, ({name}, {size}))", ATOM


@_text.register
def _binder(term: Binder, names: tuple[str, ...]) -> tuple[str, int]:
    name = fresh_index(term, names)
    word = {Sum: "Sum", Product: "Product", Integral: "integrate"}[type(term)]
    bounds = f"{_write(term.lower, SUM, names)}, {_write(term.upper, SUM, names)}"
    return f"{word}({_write(term.body, SUM, (*names, name))}, ({name}, {bounds}))", ATOM


@_text.register
def _limit(term: Limit, names: tuple[str, ...]) -> tuple[str, int]:
    name = fresh_index(term, names)
    side = f', "{term.direction}"' if term.direction else ""
    return (
        f"limit({_write(term.body, SUM, (*names, name))}, {name}, {_write(term.point, SUM, names)}{side})",
        ATOM,
    )


@_text.register
def _infinity(term: Infinity, names: tuple[str, ...]) -> tuple[str, int]:
    return ("oo", ATOM) if term.sign > 0 else ("-oo", SUM)


@_text.register
def _comparison(term: Comparison, names: tuple[str, ...]) -> tuple[str, int]:
    return f"{_write(term.left, SUM, names)} {term.relation} {_write(term.right, SUM, names)}", ATOM


@_text.register
def _all(term: All, names: tuple[str, ...]) -> tuple[str, int]:
    parts = [_write(part, SUM, names) for part in term.parts]
    return ("True" if not parts else parts[0] if len(parts) == 1 else f"And({', '.join(parts)})"), ATOM


@_text.register
def _any_of(term: AnyOf, names: tuple[str, ...]) -> tuple[str, int]:
    return " or ".join(_write(part, SUM, names) for part in term.parts), ATOM


@_text.register
def _piecewise(term: Piecewise, names: tuple[str, ...]) -> tuple[str, int]:
    pairs = zip(term.values, term.conditions, strict=True)
    shown = (f"({_write(value, SUM, names)}, {_write(condition, SUM, names)})" for value, condition in pairs)
    return f"Piecewise({', '.join(shown)})", ATOM


__all__ = ["is_negative", "text"]
