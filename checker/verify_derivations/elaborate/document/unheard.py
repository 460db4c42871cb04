"""What a display says that is in no statement: names that are compared, words that may restrict something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify_derivations.elaborate.notation.framed import framed
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.statements import ARROWS, is_list, ranges_in
from verify_derivations.elaborate.prose.asides import may_restrict, note_restricts
from verify_derivations.elaborate.prose.declarations import ORDERS
from verify_derivations.parse.tree import (
    Accent,
    Chain,
    Empty,
    Fenced,
    Grid,
    Listing,
    Node,
    Product,
    Scripts,
    Separator,
    Text,
    nodes,
)

COMPARING = ORDERS | {"in"}
"""The signs with which names are restricted."""

WORDS = frozenset((r"\text", r"\textrm", r"\textit", r"\textnormal", r"\mbox", r"\hbox"))
"""The commands with which words are set."""

TAG = re.compile(r"\\tag\*?\{((?:[^{}]|\{[^{}]*\})*)\}")


def names_unheard(root: Node) -> set[str]:
    """Names in comparisons that no statement holds: within a set, below a brace, at the end of an arrow."""
    found = set[str]()
    for node in nodes(root):
        match node:
            case Scripts(Accent() as frame, sub, sup) if framed(frame) is not None:
                if any(map(_says_something, (sub, sup))):
                    found |= names_in(node)
            case Scripts(Accent("\\underbrace" | "\\overbrace"), sub, sup):
                for script in (sub, sup):
                    if script is not None and _orders(script):
                        found |= names_in(node)
            case Chain(members, relations) if any(sign.name in ARROWS for sign in relations):
                found |= _loose_ends(members, [sign.name in ARROWS for sign in relations])
    ranges = {place for place, _ in ranges_in(root)}
    for node in nodes(root):
        if isinstance(node, Fenced) and is_list(node.body) and ranges.isdisjoint(_starts(node.body)):
            found |= names_in(node.body)
    for item in _items(root):
        if not isinstance(item, Chain | Separator) and any(_orders(part) for part in nodes(item)):
            found |= names_in(item)
    return found


def _starts(body: Node) -> set[int]:
    return {item.start for item in (body.items if isinstance(body, Listing) else (body,))}


def _loose_ends(members: Sequence[Node], arrows: Sequence[bool]) -> set[str]:
    """The names of members that stand alone between arrows, as b of `... \\because b, c > 0`."""
    found = set[str]()
    for k, member in enumerate(members):
        if all(arrows[j] for j in (k - 1, k) if 0 <= j < len(arrows)):
            found |= names_in(member)
    return found


def _orders(node: Node) -> bool:
    return isinstance(node, Chain) and any(sign.name in COMPARING for sign in node.relations)


def _says_something(note: Node | None) -> bool:
    r"""A note at what is framed that relates something to something else, x = 1 or x \to 0, or asks."""
    if note is None:
        return False
    return any(isinstance(part, Chain) or getattr(part, "text", "") in ("?", "\\to") for part in nodes(note))


def _items(node: Node) -> Iterator[Node]:
    """What a display is made of, row by row; what stands in brackets by itself, too."""
    match node:
        case Listing(items):
            for item in items:
                yield from _items(item)
        case Grid(name="array" | "cases", rows=rows):
            yield from (part for row in rows for cell in row for part in _items(cell))
        case Fenced("\\{", Grid() as grid, "."):
            yield from _items(grid)
        case Fenced("(" | "[", Chain() | Listing() as body, ")" | "]"):
            yield from _items(body)
        case _:
            yield node


def words_unheard(root: Node, latex: str) -> Iterator[str]:
    """Words, notes above signs and tags that may restrict something."""
    items = list(_items(root))
    for k, item in enumerate(items):
        if isinstance(item, Separator) and item.kind == "text":
            behind = next((one for one in items[k + 1 :] if not _is_layout(one)), None)
            attached = behind is not None and not isinstance(behind, Separator)
            if may_restrict(item.text, attached=attached):
                yield item.text.strip()
        elif isinstance(item, Chain):
            yield from (sign.note for sign in item.relations if sign.note and note_restricts(sign.note))
            yield from (part.text for part in _factors(item) if isinstance(part, Text) and _is_word(part))
        else:
            yield from (part.text for part in nodes(item) if isinstance(part, Text) and _is_word(part))
    yield from (part.text for part in nodes(root) if isinstance(part, Text) and _restricts(part))
    yield from (tag for tag in TAG.findall(latex) if note_restricts(tag))


def _factors(item: Chain) -> Iterator[Node]:
    """What multiplies something in a comparison: "both" of `c \\text{ both } > 0`."""
    if _orders(item):
        products = (member for member in item.members if isinstance(member, Product))
        yield from (part for product in products for _, part in product.parts)


def _is_word(part: Text) -> bool:
    """It is set as text, and not as the name of something."""
    return part.command in WORDS


def _restricts(part: Text) -> bool:
    return _is_word(part) and part.text[:1] != "" and note_restricts(part.text)


def _is_layout(item: Node) -> bool:
    return isinstance(item, Empty) or (isinstance(item, Separator) and item.kind in ("quad", "&"))


__all__ = ["COMPARING", "names_unheard", "words_unheard"]
