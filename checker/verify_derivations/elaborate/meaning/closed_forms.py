"""Sequences given by a formula: a_n = 2^n says what a_{n+1} and a_3 are, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from verify_derivations.elaborate.meaning.recurrences import Key, Pair, key_of
from verify_derivations.elaborate.notation.indices import bound_letters
from verify_derivations.elaborate.notation.layers import layer_of
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.parse.tree import Digits, Fenced, Letter, Node, Scripts, Sum, nodes

NUMBERED = re.compile(r"(.+)_\{?(?:[A-Za-z]\+)?\d+\}?")


class ClosedForm(NamedTuple):
    """What a_n is for each n, and from which value of n on; None where that is not known."""

    base: str
    letter: str
    shift: int
    head: Node
    body: Node
    first: int | None


def closed_form(head: Node, body: Node, first: int | None) -> ClosedForm | None:
    """The closed form that a definition is: its index is a number there, and no member of the sequence is.

    >>> from verify_derivations.parse import parse
    >>> found = closed_form(parse("a_n").root, parse("2^n").root, 0)
    >>> found and (found.base, found.letter)
    ('a', 'n')
    >>> closed_form(parse("a_n").root, parse("b_n + 1").root, 0)
    """
    key = key_of(head)
    if key is None or not key[1][0] or plain(head).sup is not None:  # type: ignore[union-attr]
        return None
    base, (letter, shift) = key
    if any(letter in bound_letters(node) or base_name(node) == base for node in nodes(body)):
        return None
    return ClosedForm(base, letter, shift, head, body, first) if _is_counted(body, letter) else None


def _is_counted(node: Any, letter: str) -> bool:
    """The letter stands somewhere as a number: not below a name, nor above one, where it may be a label."""
    if not isinstance(node, tuple):
        return False
    if isinstance(node, Scripts):
        above = isinstance(plain(node.base), Digits | Fenced) and _is_counted(node.sup, letter)
        return above or (base_name(node) is None and _is_counted(node.base, letter))
    if isinstance(node, Letter):
        return base_name(node) == letter
    parts = (part for part in node if isinstance(part, tuple))
    return any(_is_counted(part, letter) for part in parts)


def members(forms: Iterable[ClosedForm], roots: Iterable[Node], defined: Iterable[Node]) -> Iterator[Pair]:
    """The definitions of further members that stand in these formulas, those behind the one that is defined.

    Args:
        forms: the closed forms in force.
        roots: the formulas.
        defined: what is defined by itself.
    """
    roots = list(roots)
    taken = {key for head in defined if (key := key_of(head)) is not None}
    bound = {letter for root in roots for node in nodes(root) for letter in bound_letters(node)}
    own = {form.base: form for form in forms if form.letter not in bound}
    for root in roots:
        for node in nodes(root):
            key = key_of(node) if isinstance(node, Scripts) and node.sup is None else None
            form = own.get(key[0]) if key is not None else None
            if key is None or form is None or key in taken or not is_behind(key, form):
                continue
            taken.add(key)
            letter, number = key[1]
            yield node, put(form.body, form.letter, letter, number - form.shift)


def is_numbered(name: str, base: str) -> bool:
    """A member with a number below it, or further on: a_3, a_{12}, a_{n+1}."""
    found = NUMBERED.fullmatch(name)
    return found is not None and found[1] == base


def is_behind(key: Key, form: ClosedForm) -> bool:
    """A member further on than the one that is defined, and surely not before the first one."""
    letter, number = key[1]
    if not letter:
        return form.first is not None and number - form.shift >= max(form.first, 1)
    return letter == form.letter and number > form.shift


def put(node: Any, before: str, letter: str, number: int) -> Any:
    """The notation with another index in the place of a letter, in brackets where it is a factor."""
    if not isinstance(node, tuple):
        return node
    if isinstance(node, Letter) and base_name(node) == before:
        return _index(letter, number, node)
    if not hasattr(node, "_fields"):
        return tuple(put(part, before, letter, number) for part in node)
    found = layer_of(node) if isinstance(node, Sum) else None
    if found is not None and found[0] == before:
        return _index(letter, number + found[1], node)
    inner = {name: put(value, before, letter, number) for name, value in zip(node._fields, node, strict=True)}
    if isinstance(node, Scripts):  # a whole script needs no brackets
        bare = {
            name: getattr(node, name) for name in ("sub", "sup") if isinstance(getattr(node, name), Letter)
        }
        inner |= {name: _without_brackets(inner[name]) for name in bare}
    made: Any = node
    return made._replace(**inner)


def _without_brackets(node: Node) -> Node:
    return node.body if isinstance(node, Fenced) else node


def _index(letter: str, number: int, at: Any) -> Node:
    digits = Digits(str(abs(number)), at.start, at.end)
    if not letter:
        return digits
    first = Letter(letter, at.start, at.end)
    if not number:
        return first
    return Fenced(
        "(", Sum((("", first), ("+" if number > 0 else "-", digits)), at.start, at.end), ")", at.start, at.end
    )


__all__ = ["ClosedForm", "closed_form", "is_behind", "is_numbered", "members", "put"]
