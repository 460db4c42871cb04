r"""Dots above functions of time: \dot x and \ddot x where x(t) is defined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import in_brackets
from verify_derivations.parse.tree import Node
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import Apply, Derivative, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]

DOTTED = re.compile(r"\\(?P<dots>d{1,3})ot\{(?P<name>.+)\}")
TIME = "t"


def undotted(name: str) -> str:
    r"""The name without dots above it, "" where there are none.

    >>> undotted("\\ddot{x}"), undotted("x")
    ('x', '')
    """
    found = DOTTED.fullmatch(name)
    return found["name"] if found else ""


def behind_dots(names: Iterable[str]) -> set[str]:
    """The names that stand here with dots above them."""
    return {undotted(name) for name in names if name.startswith("\\d")} - {""}


def by_time(reading: Elaborator, name: str) -> Term | None:
    """The derivative by t that a name with dots is, if that is defined as a function of t, or by t."""
    found = DOTTED.fullmatch(name)
    if found is None or name in reading.scope.defined | reading.scope.scalars:
        return None
    if TIME in reading.scope.depends.get(found["name"], ()):
        return Derivative(Symbol(found["name"]), Symbol(TIME), len(found["dots"]))
    if reading.scope.functions.get(found["name"]) != (TIME,):
        return None
    return Derivative(Apply(found["name"], (Symbol(TIME),)), Symbol(TIME), len(found["dots"]))


def at_time(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    r"""The same with its argument: \dot x(t)."""
    brackets = in_brackets(plain(parts[k + 1][1])) if k + 1 < len(parts) and parts[k + 1][0] == "" else None
    value = None if brackets is None else by_time(reading, base_name(part) or "")
    if value is None or brackets is None:
        return None
    if brackets is not plain(parts[k + 1][1]) or base_name(brackets.body) != TIME:
        raise NotRead("a derivative with dots at another point than t is not read", part, help="write d/dt")
    return scalar(value), k + 2


__all__ = ["TIME", "at_time", "behind_dots", "by_time", "undotted"]
