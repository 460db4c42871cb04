r"""Steps between conditions in notation: `x^2 = 4 \iff x = \pm 2`, into a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.names import quantity
from verify_derivations.elaborate.notation.order import multiplied
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.model import Alternative, Claim, Context, Read
from verify_derivations.parse.tree import Chain, Empty, Grid, Listing, Node, Relation, Separator, Sum, nodes
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import All, Comparison
from verify_derivations.term.syntax.relations import between_conditions

ARROWS = {"=>": "⇒", "<=>": "⇔"}
"""The arrows between conditions, by the names that the parser gives them."""

EQUIVALENT = ARROWS["<=>"]

COMPARED = {"=": "=", "==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}

EQUALS = ("=", "==")

AND, OR = "and", "or"
SAY_WHICH = r"write \text{and} or \text{or} between them"
WORDS = {AND: re.compile(r"\s*(?:and|und|et)\s*"), OR: re.compile(r"\s*(?:or|oder|ou)\s*")}
EITHER_SIGN = ("+-", "-+")


@dataclass(frozen=True)
class Condition:
    """Comparisons, all of which hold, or of which one does (`word` is "or")."""

    parts: tuple[Sides, ...]
    word: str = AND

    @property
    def roots(self) -> tuple[Node, ...]:
        return tuple(node for left, _, right in self.parts for node in (left, right))


@dataclass(frozen=True)
class Arrow:
    """One condition, the sign between, and the next; `relation` is the arrow as printed, if one is."""

    first: Condition
    sign: str
    second: Condition
    relation: Relation | None = None


def condition(root: Node) -> Condition:
    r"""The condition that a formula states.

    Raises:
        NotRead: it states none.

    >>> from verify_derivations.parse import parse
    >>> condition(parse(r"x = 2 \text{ or } x = -2").root).word
    'or'
    """
    found = _pieces(root)
    if len(found) != 1 or not found[0][1]:
        raise NotRead("a condition is an equation or a comparison, or several with a word between", root)
    return _condition(found[0][1], root)


def arrows(root: Node) -> list[Arrow]:
    r"""The steps between conditions that a formula makes; empty if it makes none.

    >>> from verify_derivations.parse import parse
    >>> [arrow.sign for arrow in arrows(parse(r"2x = 4 \iff x = 2 \implies x^2 = 4").root)]
    ['⇔', '⇒']
    """
    try:
        found = [(sign, _condition(pieces, root)) for sign, pieces in _pieces(root)]
    except NotRead:
        return []
    return [Arrow(a, ARROWS[sign.name], b, sign) for (_, a), (sign, b) in pairwise(found) if sign is not None]


Pieces = list[tuple[str, Chain]]
"""Chains without arrows, each with the word before it."""


def _pieces(root: Node) -> list[tuple[Relation | None, Pieces]]:
    """What stands between arrows, each with the arrow before it.

    Raises:
        NotRead: something else stands there.
    """
    found: list[tuple[Relation | None, Pieces]] = [(None, [])]
    word = ""
    for item in _without_stop(root):
        match item:
            case Chain():
                for k, (arrow, chain) in enumerate(_cut(item)):
                    if k:
                        found.append((arrow, []))
                    found[-1][1].append((word if not k else "", chain))
                word = ""
            case Grid(name="cases") if not word and not found[-1][1]:
                found[-1][1].extend((AND if k else "", chain) for k, chain in enumerate(_rows(item)))
            case Separator("text", text) if not word:
                word = next((w for w, pattern in WORDS.items() if pattern.fullmatch(text)), "")
                if not word:
                    raise NotRead("a word that connects no conditions", item)
            case Separator("quad" | "\\\\" | "&", _) | Empty():
                pass
            case _:
                raise NotRead("this is no condition", item)
    if word:
        raise NotRead("a word with nothing behind it", root)
    return found


def _without_stop(root: Node) -> Sequence[Node]:
    """The items of a formula, without the stop at its end."""
    items = list(root.items) if isinstance(root, Listing) else [root]
    while items and isinstance(items[-1], Separator | Empty) and getattr(items[-1], "kind", ".") in STOPS:
        items.pop()
    return items


STOPS = frozenset((".", ",", ";", "quad"))


def _rows(grid: Grid) -> Iterator[Chain]:
    """The rows of a system, all of which hold; not of a list of the values that one name may have."""
    named = set[str]()
    for row in grid.rows:
        cells = [cell for cell in row if not isinstance(cell, Empty)]
        if len(cells) != 1 or not isinstance(cells[0], Chain) or len(_cut(cells[0])) != 1:
            raise NotRead("a row of this system is no condition", grid)
        name = quantity(cells[0].members[0])
        if name in named and cells[0].relations[0].name in EQUALS:
            raise NotRead(f"it is open whether {name} has all of these values, or one", grid, help=SAY_WHICH)
        if name is not None and cells[0].relations[0].name in EQUALS:
            named.add(name)
        yield cells[0]


def _cut(chain: Chain) -> list[tuple[Relation | None, Chain]]:
    """A chain, cut at its arrows."""
    out: list[tuple[Relation | None, Chain]] = []
    members, relations, arrow = [chain.members[0]], list[Relation](), None
    for relation, member in zip(chain.relations, chain.members[1:], strict=True):
        if relation.name in ARROWS:
            out.append((arrow, _chain(members, relations)))
            members, relations, arrow = [member], [], relation
        elif relation.name in COMPARED:
            members.append(member)
            relations.append(relation)
        else:
            raise NotRead(f"{relation.text} is no comparison", chain)
    return [*out, (arrow, _chain(members, relations))]


def _chain(members: Sequence[Node], relations: Sequence[Relation]) -> Chain:
    if not relations or any(isinstance(member, Empty) for member in members):
        raise NotRead("a condition is an equation or a comparison", members[0])
    return Chain(tuple(members), tuple(relations), members[0].start, members[-1].end)


def _condition(pieces: Pieces, root: Node) -> Condition:
    words = {word for word, _ in pieces[1:]}
    if len(words) > 1 or "" in words or pieces[0][0]:
        raise NotRead("conditions stand side by side without a word that says how they go together", root)
    word = words.pop() if words else AND
    compared = [sides for _, chain in pieces for sides in _compared(chain)]
    if word == OR and len(compared) > len(pieces):
        raise NotRead("one of several conditions is a chain", root)
    both = [_both_signs(sides) for sides in compared]
    if all(len(ways) == 1 for ways in both):
        return Condition(tuple(compared), word)
    if word == AND and len(compared) > 1:
        raise NotRead("a sign that may be both stands in one of several conditions", root)
    return Condition(tuple(sides for ways in both for sides in ways), OR)


def _compared(chain: Chain) -> Iterator[Sides]:
    for left, relation, right in zip(chain.members, chain.relations, chain.members[1:], strict=False):
        yield left, COMPARED[relation.name], right


# ---- a sign that is both ---------------------------------------------------------------------------
def _both_signs(sides: Sides) -> list[Sides]:
    r"""`x = a \pm b` is x = a + b or x = a - b, where this is the only such sign."""
    left, relation, right = sides
    count = sum(
        sign in EITHER_SIGN
        for side in (left, right)
        for node in nodes(side)
        if isinstance(node, Sum)
        for sign, _ in node.parts
    )
    if not count:
        return [sides]
    if count > 1 or relation != "=":
        raise NotRead("several signs that may be both: which go together is not said", left)
    return [(_signed(left, sign), relation, _signed(right, sign)) for sign in ("+", "-")]


def _signed(node: Node, sign: str) -> Node:
    """The notation with this sign in the place of the one that may be both."""

    def chosen(found: str) -> str:
        return sign if found == "+-" else {"+": "-", "-": "+"}[sign] if found == "-+" else found

    def walk(value: object) -> object:
        if isinstance(value, Sum):
            return value._replace(parts=tuple((chosen(s), walk(part)) for s, part in value.parts))  # type: ignore[misc]  # nodes stay nodes
        if hasattr(value, "_fields"):
            return type(value)(*(walk(part) for part in value))  # type: ignore[attr-defined]  # a node is a named tuple
        return tuple(walk(part) for part in value) if isinstance(value, tuple) else value

    return walk(node)  # type: ignore[return-value]  # a node becomes a node


# ---- claims ----------------------------------------------------------------------------------------
def implied(arrow: Arrow, numbers: Collection[str], read: Callable[[Sides, tuple[Node, ...]], Read]) -> Read:
    """The claim of a step between conditions.

    Args:
        arrow: the step.
        numbers: the names that are declared to be no matrices.
        read: reads one comparison, with the notation of all of them beside it.

    Raises:
        NotRead: a comparison is not understood, or is one about arrays.
    """
    roots = arrow.first.roots + arrow.second.roots
    found = {id(sides): read(sides, roots) for sides in (*arrow.first.parts, *arrow.second.parts)}
    context = _together([one.claim.context for one in found.values()], roots[0])

    def term(side: Condition) -> Term:
        claims = [found[id(sides)].claim for sides in side.parts]
        parts = [Comparison(claim.lhs, claim.relation, claim.rhs) for claim in claims]
        if any(part.relation not in COMPARED for part in parts):
            raise NotRead("an approximation is no condition", roots[0])
        return parts[0] if len(parts) == 1 else AnyOf(parts) if side.word == OR else All(parts)

    claim = Claim(term(arrow.first), arrow.sign, term(arrow.second), context)
    others = [replace(other, claim=None) for one in found.values() for other in one.alternatives]
    return Read(claim, (*others, *_matrices(roots, numbers)))


def _matrices(roots: Sequence[Node], numbers: Collection[str]) -> Iterator[Alternative]:
    """Names that may be matrices, where they are multiplied: A B = 0 does not say that A or B is 0."""
    for name in sorted({name for root in roots for name in multiplied(root, numbers)}):
        help = f"constant ${name}$, or ${name} \\in \\mathbb R^{{n\\times n}}$"
        yield Alternative(f"{name} is a matrix", help)


def _together(contexts: Sequence[Context], node: Node) -> Context:
    """What is in force for all of the comparisons."""
    declared: dict[str, object] = {}
    defined: dict[Term, object] = {}
    for context in contexts:
        if context.arrays or context.indices:
            raise NotRead("a step between conditions on arrays is not read", node)
        for one in context.declarations:
            if declared.setdefault(one.name, one) != one:
                raise NotRead(f"{one.name} lives in two domains", node)
        for definition in context.definitions:
            if defined.setdefault(definition.head, definition) != definition:  # derivatives at points
                raise NotRead("two derivatives at points in one step are not read", node)
    return replace(
        contexts[0],
        declarations=tuple(sorted({d for c in contexts for d in c.declarations}, key=lambda d: d.name)),
        definitions=tuple(dict.fromkeys(d for c in contexts for d in c.definitions)),
        assumptions=tuple(dict.fromkeys(a for c in contexts for a in c.assumptions)),
        functions=tuple(sorted({f for c in contexts for f in c.functions})),
    )


def connective(sign: str) -> str | None:
    r"""The sign of a step between conditions: of `\iff`, `<=>`, "equivalent"; None for other relations."""
    return ARROWS.get(sign) or between_conditions(sign)


__all__ = ["ARROWS", "EQUIVALENT", "Arrow", "Condition", "arrows", "condition", "connective", "implied"]
