r"""Sums with terms left out, `1 + x + \dots + x^n`, as sums over an index, where no doubt is left.

The last printed term, with an index for its n, is the general term: the printed ones before the dots have to
be its values at numbers that follow one another. Where few are printed, it also has to be of a kind that no
other progression shares: `1 + 2 + \dots + 2^n` may be a sum of all numbers up to 2^n, and is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction as Q
from typing import TypeGuard

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.statements import has_dots
from verify_derivations.elaborate.notation.tables import DOTS
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Fenced,
    Fraction,
    Letter,
    Node,
    Product,
    Relation,
    Scripts,
    Sum,
)

Monomial = tuple[Q, tuple[tuple[str, int], ...]]
"""A number times powers of names."""

FIRST = range(-3, 13)
"""The values at which a progression may begin."""

LETTERS = ("k", "j", "i", "m", "l", "p", "q", "r", "s")
"""What the index may be called, where the document calls nothing so."""

COUNTING = frozenset("djklmnpqrsDJKLMNT")
"""Letters that number the terms: `1 + \\dots + x` may be anything."""

LARGEST = 64
"""The largest exponent that is worked out."""


@dataclass(frozen=True)
class WrittenOut:
    """An expression without dots: `ends` are the last values of indices, each with the least one meant."""

    node: Node
    ends: tuple[tuple[str, int], ...] = ()


def written_out(node: Node, taken: Collection[str]) -> WrittenOut | None:
    """The expression with sums in place of its dots; None where a doubt is left, or there are no dots.

    Args:
        node: an expression.
        taken: names that the index must not have.

    >>> from verify_derivations.parse import parse
    >>> [written_out(parse(t).root, ()) is not None for t in (r"1+2+\\dots+n", r"1+2+\\dots+2^n", "1+2")]
    [True, False, False]
    """
    if isinstance(node, Sum) and any(_is_dots(part) for _, part in node.parts):
        return _sum(node, taken)
    ends = list[tuple[str, int]]()
    values = list[object]()
    for value in node:
        new, found = _within(value, taken)
        if found is None:
            return None
        values.append(new)
        ends += found
    return WrittenOut(_made(node, values), tuple(ends)) if ends else None


def few_are_printed(node: Node) -> bool:
    """Before dots in it stand fewer than three summands: others may follow than those one would guess.

    Args:
        node: an expression.
    """
    if isinstance(node, Sum):
        dots = [k for k, (_, part) in enumerate(node.parts) if _is_dots(part)]
        if dots and dots[0] < 3:
            return True
    return any(map(few_are_printed, _children(node)))


def _within(value: object, taken: Collection[str]) -> tuple[object, Collection[tuple[str, int]] | None]:
    """A field of a node without dots; None for the ends where some are left."""
    if isinstance(value, Letter) and value.text in DOTS:
        return value, None
    if _is_node(value):
        if not has_dots(value):
            return value, ()
        found = written_out(value, taken)
        return (value, None) if found is None else (found.node, found.ends)
    if isinstance(value, tuple):
        parts = [_within(part, taken) for part in value]
        ends = list[tuple[str, int]]()
        for _, part in parts:
            if part is None:
                return value, None
            ends += part
        return tuple(new for new, _ in parts), ends
    return value, ()


def _bare(node: Node) -> Node:
    """What stands in round brackets."""
    return _bare(node.body) if isinstance(node, Fenced) and (node.left, node.right) == ("(", ")") else node


def _is_dots(node: Node) -> bool:
    return isinstance(node, Letter) and node.text in DOTS


def _sum(node: Sum, taken: Collection[str]) -> WrittenOut | None:
    at = next(k for k, (_, part) in enumerate(node.parts) if _is_dots(part))
    before, rest = node.parts[:at], node.parts[at + 2 :]
    plus = all(sign in ("", "+") for sign, _ in node.parts[: at + 2])
    if not before or not plus or at + 1 >= len(node.parts) or any(has_dots(part) for _, part in rest):
        return None
    last = _bare(node.parts[at + 1][1])
    printed = [_bare(part) for _, part in before]
    if any(map(has_dots, (last, *printed))):
        return None
    if rest and _may_go_on(node.parts[at + 1][1]) and not isinstance(rest[0][1], Fenced):
        return None
    letter = next((one for one in LETTERS if one not in taken and one not in names_in(node)), None)
    found = [(name, first) for name in sorted(_letters(last)) for first in _begins(printed, last, name)]
    if letter is None or len(found) != 1 or not _is_sure(printed, last, found[0][0]):
        return None
    [(name, first)] = found
    series = Product(_over(letter, first, name, last), node.start, node.end)
    whole = series if not rest else Sum((("", series), *rest), node.start, node.end)
    return WrittenOut(whole, ((name, first + len(printed)),))


def _over(letter: str, first: int, name: str, last: Node) -> tuple[tuple[str, Node], ...]:
    """The sign of a sum over the index, from the first value to the last, and what is summed up."""
    start, end = last.start, last.end
    index = Letter(letter, start, start)
    digits: Node = Digits(str(abs(first)), start, start)
    value = digits if first >= 0 else Sum((("-", digits),), start, start)
    relation = Relation("=", "=", "", start, start)
    under = Chain((index, value), (relation,), start, start)
    sign = Scripts(Letter("\\sum", start, start), under, Letter(name, start, start), 0, start, start)
    body = _put(last, name, index)
    bracketed = Fenced("(", body, ")", start, end) if isinstance(body, Sum) else body
    return ("", sign), ("", bracketed)


def _put(node: Node, name: str, index: Letter) -> Node:
    """The node with the index for a name."""
    if isinstance(node, Letter):
        return index if node.text == name else node
    return _made(node, (_put_in(value, name, index) for value in node))


def _put_in(value: object, name: str, index: Letter) -> object:
    if _is_node(value):
        return _put(value, name, index)
    return tuple(_put_in(part, name, index) for part in value) if isinstance(value, tuple) else value


def _made(node: Node, values: Iterable[object]) -> Node:
    """A node of the same kind with these fields."""
    make: Callable[..., Node] = type(node)
    return make(*values)


def _is_node(value: object) -> TypeGuard[Node]:
    """A node, and no bare tuple of them."""
    return isinstance(value, tuple) and hasattr(value, "_fields")


def _letters(node: Node) -> set[str]:
    """The letters in it that may number its values."""
    if isinstance(node, Letter):
        return {node.text} & COUNTING
    return set().union(*map(_letters, _children(node)))


def _children(node: object) -> Iterator[Node]:
    for value in node if isinstance(node, tuple) else ():
        if _is_node(value):
            yield value
        elif isinstance(value, tuple):
            yield from _children(value)


def _begins(printed: list[Node], last: Node, name: str) -> Iterator[int]:
    """The values of the name at which the last term is the first printed one, and so on."""
    values = [value(one, {}) for one in printed]
    if None in values or len({*values}) < len(values):
        return
    for first in FIRST:
        if all(value(last, {name: first + k}) == one for k, one in enumerate(values)):
            yield first


# ---- what leaves no doubt ----------------------------------------------------------------------------
def _is_sure(printed: list[Node], last: Node, name: str) -> bool:
    """No other progression begins and ends like this one."""
    if len(printed) > 2:
        return True
    shape = _shape(last, name)
    alike = shape != "#" and any(_shape(one, name) == shape for one in printed)
    if len(printed) == 1:
        return alike and _is_numbered(last, name)
    below = _over_linear(last)
    return (
        _is_linear(last, name)
        or (below is not None and _is_linear(below, name))
        or alike
        or _is_power_of_a_name(last, name)
    )


def _over_linear(node: Node) -> Node | None:
    """What stands below a fraction bar, where only a number stands above it."""
    if isinstance(node, Fraction) and isinstance(_bare(node.top), Digits):
        return _bare(node.bottom)
    if isinstance(node, Product) and [sign for sign, _ in node.parts] == ["", "/"]:
        top, bottom = (_bare(part) for _, part in node.parts)
        return bottom if isinstance(top, Digits) else None
    return None


def _is_linear(node: Node, name: str) -> bool:
    """The name stands in it once, multiplied and added to numbers only."""
    node = _bare(node)
    match node:
        case Letter():
            return node.text == name
        case Sum(parts) | Product(parts) if all(sign != "/" for sign, _ in parts):
            others = [part for _, part in parts if not names_in(part)]
            inner = [part for _, part in parts if names_in(part)]
            return len(inner) == 1 and len(others) == len(parts) - 1 and _is_linear(inner[0], name)
    return False


def _may_go_on(last: Node) -> bool:
    """What follows a bare n may belong to the last term: n - 1."""
    return not isinstance(last, Fenced) and any(_is_linear(last, name) for name in _letters(last))


def _is_power_of_a_name(node: Node, name: str) -> bool:
    """A power of something that is no number, with factors in which the name does not stand."""
    node = _bare(node)
    parts = [part for _, part in node.parts] if isinstance(node, Product) else [node]
    holding = [part for part in parts if name in _letters(part)]
    if len(holding) != 1 or not isinstance(power := _bare(holding[0]), Scripts) or power.sup is None:
        return False
    base = _bare(power.base)
    return (
        power.sub is None and isinstance(base, Letter) and base.text != name and _is_linear(power.sup, name)
    )


def _is_numbered(node: Node, name: str) -> bool:
    """The name stands as a number below another one, x_n."""
    return (
        isinstance(node, Scripts) and node.sup is None and node.sub is not None and _is_linear(node.sub, name)
    )


def _shape(node: Node, name: str) -> object:
    """What a term looks like, with # for numbers and for what may number it."""
    node = _bare(node)
    if isinstance(node, Digits) or _is_linear(node, name):
        return "#"
    if isinstance(node, Letter):
        return node.text
    if isinstance(node, Scripts):
        scripts = (_shape(one, name) if one is not None else None for one in (node.sub, node.sup))
        return ("scripts", _shape(node.base, name), *scripts, node.primes)
    return (type(node).__name__, *(_shape(one, name) for one in _children(node)))


# ---- values ------------------------------------------------------------------------------------------
def value(node: Node, at: dict[str, int]) -> Monomial | None:
    """The value of a term: a number times powers of names; None for anything else.

    Args:
        node: a term.
        at: numbers for names.
    """
    node = _bare(node)
    match node:
        case Digits(text) if text.isdigit():
            return Q(int(text)), ()
        case Letter(text):
            return (Q(at[text]), ()) if text in at else (Q(1), ((text, 1),))
        case Sum(parts):
            found = [(sign, value(part, at)) for sign, part in parts]
            numbers = [(sign, one[0]) for sign, one in found if one is not None and not one[1]]
            if len(numbers) < len(found) or any(sign not in ("", "+", "-") for sign, _ in numbers):
                return None
            return sum((-one if sign == "-" else one for sign, one in numbers), Q(0)), ()
        case Product(parts):
            return _product([(sign, value(part, at)) for sign, part in parts])
        case Fraction("\\frac" | "\\tfrac" | "\\dfrac", top, bottom):
            return _product([("", value(top, at)), ("/", value(bottom, at))])
        case Scripts(primes=0):
            return _scripts(node, at)
    return None


def _product(parts: list[tuple[str, Monomial | None]]) -> Monomial | None:
    number, powers = Q(1), dict[str, int]()
    for k, (sign, one) in enumerate(parts):
        if one is None or sign not in ("", ".", "x", "/") or (sign == "/" and k < len(parts) - 1):
            return None
        turned = -1 if sign == "/" else 1
        if turned < 0 and not one[0]:
            return None
        number *= one[0] ** turned
        for name, power in one[1]:
            powers[name] = powers.get(name, 0) + turned * power
    return _monomial(number, powers)


def _monomial(number: Q, powers: dict[str, int]) -> Monomial:
    return number, tuple(sorted((name, power) for name, power in powers.items() if power and number))


def _scripts(node: Scripts, at: dict[str, int]) -> Monomial | None:
    if node.sub is not None:
        below = value(node.sub, at)
        if not isinstance(node.base, Letter) or below is None or below[1] or node.sup is not None:
            return None
        return Q(1), ((f"{node.base.text}_{below[0]}", 1),)
    base = value(node.base, at)
    above = None if node.sup is None or isinstance(node.sup, Fenced) else value(node.sup, at)
    if base is None or above is None or above[1] or above[0].denominator != 1 or abs(above[0]) > LARGEST:
        return None
    power = int(above[0])
    if not base[0] and power <= 0:
        return None
    return _monomial(base[0] ** power, {name: one * power for name, one in base[1]})


__all__ = ["WrittenOut", "few_are_printed", "value", "written_out"]
