r"""What has a bar or an event in its brackets, as `p(y|\theta)`: an unknown function of all names in it.

It is named by what is printed in its brackets, so that only what is printed alike is the same; its
arguments are the values of these names, so that what runs over one of them finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.operators import with_scripts as with_power
from verify_derivations.elaborate.notation.divergences import between_bars
from verify_derivations.elaborate.notation.names import base_name, plain, quantity, script_text, with_scripts
from verify_derivations.elaborate.notation.randomness import OPERATORS
from verify_derivations.elaborate.notation.tables import PROBABILITY
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Fenced,
    Listing,
    Node,
    Product,
    Scripts,
    Separator,
    Sum,
    Text,
    children,
)
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]

INFORMATION = "\\mathrm{I}"
"""Of two things it is no indicator."""

BARS = frozenset(("|", "\\|"))
READ = (Listing, Separator, Chain, Product, Sum, Digits, Text)
"""What may stand in the brackets beside names."""


def conditional(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    r"""A density or divergence with a bar in its brackets, or the probability of an event."""
    if k + 1 >= len(parts) or parts[k + 1][0] != "":
        return None
    following = plain(parts[k + 1][1])
    brackets = plain(following.base) if isinstance(following, Scripts) else following
    base = base_name(part.base if isinstance(part, Scripts) else part)
    if base is None or not isinstance(brackets, Fenced):
        return None
    if between_bars(brackets) is not None:
        if _is_defined(reading, part):
            return None
        if isinstance(brackets.body, Chain):
            help = f"let ${quantity(part) or base}(p \\| q) = ...$, for numbers or declared arrays p and q"
            raise NotRead("a divergence that nothing defines is not read", part, help=help)
    if not _is_read(base, brackets):
        return None
    name, arguments = _named(base, part, brackets), _arguments(reading, part, brackets)
    reading.notes.functions.setdefault(name)
    reading.notes.laws.setdefault(name)
    value = Apply(name, arguments) if arguments else Symbol(name)
    return with_power(reading, scalar(value), following), k + 2


def _is_defined(reading: Elaborator, part: Node) -> bool:
    """A function of two arguments that the document defines: a call like any other."""
    name = quantity(part) or ""
    return reading.scope.functions.get(name) is not None or name in reading.scope.expanded


def _is_read(base: str, brackets: Fenced) -> bool:
    """A condition that is no operator on random quantities, an event, or the information of two things."""
    what = PROBABILITY.get(base)
    if _has_bar(brackets):
        return base not in OPERATORS and what in (None, "a probability")  # E[X|Y] is random where Y is
    if brackets.left not in ("(", "[", "\\{"):
        return False
    items = brackets.body.items if isinstance(brackets.body, Listing) else ()
    return (what == "a probability" and "{" in base) or (base == INFORMATION and len(items) == 3)


def _has_bar(brackets: Fenced) -> bool:
    body = brackets.body
    items = body.items if isinstance(body, Listing) and brackets.left in ("(", "[", "\\{") else ()
    return sum(isinstance(item, Separator) and item.kind in BARS for item in items) == 1


def _named(base: str, part: Node, brackets: Fenced) -> str:
    """The name of the function: all that is printed in its subscript and in its brackets."""
    if isinstance(part, Scripts) and (part.sup is not None or part.primes):
        raise NotRead("a power or prime before a condition is not read", part)
    sub = script_text(part.sub) if isinstance(part, Scripts) else ""
    inside = script_text(brackets.body)
    if not inside or sub is None:
        raise NotRead("a condition is not read yet", brackets)
    return with_scripts(base, f"{sub};{inside}" if sub else inside, "")


LAW = re.compile(r"(.+?)_\{(?:([^{}|;]*);)?([^;]*\|[^;]*)\}")


def law_shown(name: str) -> str | None:
    r"""How a density or divergence is printed of which nothing is known; None if it is another name.

    >>> law_shown(r"D_{KL;p\|q}"), law_shown("p_{y|x}"), law_shown("f_{xy}")
    ('D_{KL}(p\\|q)', 'p(y|x)', None)
    """
    found = LAW.fullmatch(name)
    if found is None:
        return None
    sub = with_scripts(found[1], found[2] or "", "")
    return f"{sub}({found[3]})"


def law_of(node: Node) -> str | None:
    """The name of the function that a density or divergence is, as `p(y|x)`; None for anything else."""
    node = plain(node)
    parts = node.parts if isinstance(node, Product) else ()
    if len(parts) != 2 or parts[1][0] != "" or not isinstance(brackets := plain(parts[1][1]), Fenced):
        return None
    part = parts[0][1]
    base = base_name(part.base if isinstance(part, Scripts) else part)
    return _named(base, part, brackets) if base is not None and _has_bar(brackets) else None


def _arguments(reading: Elaborator, part: Node, brackets: Fenced) -> list[Term]:
    """The values of all names in the subscript and in the brackets."""
    roots = [part.sub] if isinstance(part, Scripts) and part.sub is not None else []
    found: dict[Term, None] = {}
    for node in _names([*roots, brackets.body]):
        value = reading.value(node)
        if value.rank:
            raise NotRead("a condition with an array in it is not read yet", node)
        found.setdefault(value.body)
    return list(found)


def _names(roots: list[Node]) -> Iterator[Node]:
    stack = list(reversed(roots))
    while stack:
        node = plain(stack.pop())
        if isinstance(node, READ):
            stack.extend(children(node)[::-1])
        elif base_name(node.base if isinstance(node, Scripts) else node) is not None:
            yield node
        else:
            raise NotRead("a condition is not read yet", node)


__all__ = ["conditional", "law_of", "law_shown"]
