r"""Expressions by cases: \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verify_derivations.elaborate.meaning.exclusive import are_exclusive
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import FormulaError
from verify_derivations.parse import parse
from verify_derivations.parse.tree import (
    Chain,
    Empty,
    Fenced,
    Grid,
    Letter,
    Listing,
    Node,
    Product,
    Scripts,
    Separator,
    children,
)
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import TRUE, All, Comparison, Piecewise

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

GRIDS = frozenset(("cases", "dcases"))
COMPARED = frozenset(("<", "<=", ">", ">=", "=", "!="))

OPENING = frozenset("if when for whenever where provided in case falls wenn für 若 当 如果 对 对于".split())
"""Words that say no more than that a condition follows."""
JOINING = frozenset("and und with & 且 并且 以及 同时".split()) | {"", ","}
PARTING = frozenset("or oder 或 或者".split())
OTHER = re.compile(
    r"otherwise|else|elsewhere|sonst|if not|in (?:all|any|every) other cases?|"
    r"(?:其他|其它|其余)(?:情况|情形)?|否则"
)
"""Words of the case that applies where no other does."""


class Case(NamedTuple):
    """A value, and the conjunctions one of which holds where it applies."""

    value: Term
    conditions: tuple[All, ...]


def is_by_cases(node: Node) -> bool:
    """It is an expression by cases: an environment of cases, or an array behind a brace."""
    node = plain(node)
    if isinstance(node, Fenced):
        inner = plain(node.body)
        return node.left == "\\{" and node.right == "." and isinstance(inner, Grid)
    return isinstance(node, Grid) and node.name in GRIDS


def by_cases(reading: Elaborator, node: Fenced | Grid) -> Term:
    """The expression by cases.

    Raises:
        NotRead: a condition is not read, or too many cases may apply at once.
    """
    grid = plain(node.body) if isinstance(node, Fenced) else node
    if not isinstance(grid, Grid):
        raise NotRead("an expression by cases is not read", node)
    found = [_case(reading, row, grid) for row in grid.rows if any(not isinstance(c, Empty) for c in row)]
    last = [case for case in found if TRUE in case.conditions]
    first = [case for case in found if TRUE not in case.conditions]
    if len(last) > 1 or not first:
        raise NotRead("which of these cases applies is not said", node)
    overlapping = [pair for pair in combinations(range(len(first)), 2) if _overlap(*(first[k] for k in pair))]
    if any(a[1] == b[0] or a[0] == b[0] or a[1] == b[1] for a, b in combinations(overlapping, 2)):
        raise NotRead("more than two of these cases may apply at once", node, help=EXCLUSIVE)
    made = _piecewise([*first, *last])
    if not overlapping:
        return made
    options = ("where cases overlap the first one counts", "where cases overlap the last one counts")
    chosen = reading.choose(Choice(f"overlap of {text(made)}", options, EXCLUSIVE))
    return made if chosen == options[0] else _piecewise([*reversed(first), *last])


EXCLUSIVE = "write conditions of which no two hold at once"


def _piecewise(cases: Sequence[Case]) -> Piecewise:
    pairs = [(case.value, condition) for case in cases for condition in case.conditions]
    return Piecewise([value for value, _ in pairs], [condition for _, condition in pairs])


def _overlap(one: Case, other: Case) -> bool:
    """Both may apply, with different values."""
    if one.value is other.value:
        return False
    return not all(are_exclusive(a, b) for a in one.conditions for b in other.conditions)


# ---- rows ----------------------------------------------------------------------------------------------
def _case(reading: Elaborator, row: tuple[Node, ...], grid: Grid) -> Case:
    """The case of a row: its value, then its condition, in another cell or behind a comma."""
    items = [item for cell in row for item in _items(cell)]
    told = [item for item in items if not isinstance(item, Empty)]
    if not told or isinstance(told[0], Separator):
        raise NotRead("the value of a case is missing", grid)
    value, rest = told[0], told[1:]
    if isinstance(value, Chain) or not [one for one in rest if not _is_layout(one)]:
        raise NotRead(
            "the condition of a case is missing", value, help="write where it applies, or otherwise"
        )
    return Case(reading.term(value), _condition(reading, rest, value))


def _items(cell: Node) -> Iterator[Node]:
    """The items of a cell; formulas that are set within words, too."""
    for item in cell.items if isinstance(cell, Listing) else (cell,):
        if not isinstance(item, Separator) or item.kind != "text" or "$" not in item.text:
            yield item
            continue
        for k, part in enumerate(item.text.split("$")):
            if k % 2 == 0:
                yield item._replace(text=part)
                continue
            try:
                yield parse(part).root
            except FormulaError as error:
                raise NotRead(error.message, item) from error


def _is_layout(item: Node) -> bool:
    return isinstance(item, Separator) and item.kind != "text"


def _condition(reading: Elaborator, items: Sequence[Node], at: Node) -> tuple[All, ...]:
    """The conjunctions one of which has to hold."""
    found: list[list[Comparison]] = [[]]
    parting, words = False, ""
    for item in items:
        if isinstance(item, Separator):
            word = item.text.strip(" .,;:~").lower() if item.kind == "text" else ""
            words = f"{words} {word}".strip()
            continue
        if not isinstance(item, Chain):
            words = f"{words} {_spelled(item)}".strip()
            continue
        parting = _is_parting(words, item, begins=not any(found))
        if parting:
            found.append([])
        found[-1] += _comparisons(reading, item)
        words = ""
    if OTHER.fullmatch(words) and not any(found):
        return (TRUE,)
    if words or not all(found):
        raise NotRead(f"the condition of a case is not read: {words}" if words else NO_CONDITION, at)
    return tuple(map(All, found))


NO_CONDITION = "the condition of a case is missing"


def _is_parting(words: str, item: Node, *, begins: bool) -> bool:
    """The words before a comparison begin an alternative; if not, it holds together with those before it."""
    said = [word for word in words.split() if word not in OPENING]
    if all(word in JOINING for word in said):
        return False
    if not begins and all(word in PARTING for word in said):
        return True
    raise NotRead(f"the words of this case are not read: {words}", item)


def _spelled(item: Node) -> str:
    """Letters that are set one by one and spell a word."""
    parts = [part for _, part in item.parts] if isinstance(item, Product) else [item]
    if not all(isinstance(part, Letter) and len(part.text) == 1 for part in parts):
        raise NotRead("the condition of a case is not read", item)
    return "".join(part.text for part in parts if isinstance(part, Letter))


def _comparisons(reading: Elaborator, chain: Chain) -> Iterator[Comparison]:
    """The comparisons of a chain of numbers."""
    letters = reading.scope.usage.bound | reading.scope.ranges.keys() | reading.notes.free.keys()
    for member in chain.members:
        if letters & set(_bare(member)):
            raise NotRead("a case of an index is not read yet", member)
    values = [reading.term(member) for member in chain.members]
    for relation, left, right in zip(chain.relations, values, values[1:], strict=False):
        if relation.name not in COMPARED:
            raise NotRead(f"the sign {relation.text} in a case is not read", chain)
        yield Comparison(left, relation.name, right)


def _bare(node: Node) -> Iterator[str]:
    """Names that stand in a formula, those of its scripts not."""
    name = base_name(node)
    if name is not None:
        yield name
    for child in (node.base,) if isinstance(node, Scripts) else children(node):
        yield from _bare(child)


__all__ = ["by_cases", "is_by_cases"]
