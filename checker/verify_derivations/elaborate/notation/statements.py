r"""What a formula states: runs of members with relation signs between them, and the words around each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verify_derivations.elaborate.notation.framed import framed
from verify_derivations.elaborate.notation.names import plain
from verify_derivations.elaborate.notation.quantifiers import without_quantifiers
from verify_derivations.elaborate.notation.several import spread
from verify_derivations.elaborate.notation.tables import DOTS
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Empty,
    Fenced,
    Grid,
    Letter,
    Listing,
    Node,
    Product,
    Relation,
    Separator,
    nodes,
)
from verify_derivations.parse.words import is_remark

ARROWS = frozenset(("=>", "<==", "<=>", "therefore", "because", "|-"))
"""Signs that connect statements rather than what they state."""


@dataclass(frozen=True)
class Statement:
    """Members with relations between them; `members` is one longer.

    The first member is `Empty` where the statement goes on from what stands before the formula. `words` are
    those printed before it within the formula, `link` the arrow before it, `loose` what was listed before it
    with commas (a and b of `a, b \\in S`), `conditions` what was printed behind it as a restriction, `shown`
    its LaTeX, where that is known.
    """

    members: tuple[Node, ...]
    relations: tuple[Relation, ...]
    words: str = ""
    link: str = ""
    loose: tuple[Node, ...] = ()
    conditions: tuple[Statement, ...] = ()
    remarks: tuple[Node, ...] = ()
    shown: str = ""

    @property
    def start(self) -> int:
        return self.relations[0].start if isinstance(self.members[0], Empty) else self.members[0].start

    @property
    def end(self) -> int:
        return max(self.members[-1].end, self.relations[-1].end)

    @property
    def continues(self) -> bool:
        """It begins with a relation sign."""
        return isinstance(self.members[0], Empty)


def statements(root: Node) -> list[Statement]:
    r"""The statements of a formula, in order; a row that begins with a relation goes on with the last.

    >>> from verify_derivations.parse import parse
    >>> found = statements(parse(r"a &= b \\ &\overset{(1)}{=} c, \quad d < e").root)
    >>> [[relation.name for relation in one.relations] for one in found]
    [['=', '='], ['<']]
    """
    found: list[Statement] = []
    for item in _items(root):
        goes_on = _goes_on(item, found)
        if goes_on is not None:
            last = found[goes_on]
            found[goes_on] = replace(
                last, members=last.members + item.members[1:], relations=last.relations + item.relations
            )
        elif item.words == BEHIND and found:
            found[-1] = replace(found[-1], conditions=(*found[-1].conditions, item))
        else:
            found.append(item)
    return found


def _goes_on(item: Statement, found: Sequence[Statement]) -> int | None:
    """The number of the statement that this one goes on with: not of one in a remark between two lines."""
    if not item.continues or item.link or not found:
        return None
    aside = is_remark(found[-1].words)
    if item.words and not (aside or is_remark(item.words)):
        return None
    chains = [k for k, one in enumerate(found) if not is_remark(one.words)]
    if aside or item.words:
        return chains[-1] if chains else None
    return len(found) - 1


def after_remarks(found: Sequence[Statement], latex: str) -> list[Statement]:
    """The same statements, where one in a remark ends with its row: what follows goes on with the chain."""
    out: list[Statement] = []
    for one in found:
        gaps = zip(one.members[1:], one.relations[1:], strict=False) if is_remark(one.words) else ()
        ends = (k for k, (m, r) in enumerate(gaps, start=1) if "\\\\" in latex[m.start : r.start])
        cut = next(ends, None)
        if cut is None:
            out.append(one)
            continue
        start = one.relations[cut].start
        rest = (Empty(start, start), *one.members[cut + 1 :])
        out.append(replace(one, members=one.members[: cut + 1], relations=one.relations[:cut]))
        out.append(Statement(rest, one.relations[cut:], conditions=one.conditions))
    return out


BEHIND = "("
"""The words of a statement in brackets behind another one, as in `f(x) = x  (x > 0)`."""


def _items(root: Node) -> Iterator[Statement]:
    words, loose = "", list[Node]()
    parts = root.items if isinstance(root, Listing) else (root,)
    for item in spread(_over_points(without_quantifiers(parts))):
        match item:
            case Separator("text", text):
                words = f"{words} {text}".strip()
            case Separator("," | ";" | ":" | "." | "|", _) | Empty():
                pass
            case Separator():
                loose = []
            case Chain():
                first, *rest = _split(item)
                yield replace(first, words=words, loose=tuple(loose))
                yield from rest
                words, loose = "", []
            case Fenced("(" | "[", Chain() | Listing() as inside, ")" | "]") if not is_list(inside):
                yield from _in_brackets(inside)
            case Fenced("\\{", Grid() as grid, "."):
                yield from _cells(grid)
            case Grid(name="array" | "cases"):
                yield from _cells(item)
            case _ if (stated := framed(item)) is not None:
                for one in _items(stated):
                    yield replace(one, words=f"{words} {one.words}".strip())
                    words = ""
                loose = []
            case _:
                loose.append(item)


def is_list(inside: Node) -> bool:
    """It ends with something that no sign compares: the values in `(i = 1, 2)` are no condition each."""
    items = inside.items if isinstance(inside, Listing) else (inside,)
    told = [item for item in items if not isinstance(item, Separator | Empty)]
    return any(isinstance(item, Chain) for item in told) and not isinstance(told[-1], Chain)


def _in_brackets(inside: Node) -> list[Statement]:
    """The statements of a condition in brackets: words in it say what it is, else that it stands there."""
    found = list(_items(inside))
    return found if any(one.words for one in found) else [replace(one, words=BEHIND) for one in found]


def _over_points(items: Sequence[Node]) -> list[Node]:
    """The items, where a point between two of them is a sign: it may multiply, and so parts nothing."""
    out: list[Node] = []
    pending: Separator | None = None
    for item in items:
        ends = isinstance(item, Separator | Empty)
        if isinstance(item, Separator) and item.kind == "." and out and not isinstance(out[-1], Separator):
            pending = item
        elif pending is not None and not ends and not _is_condition(item) and _near(pending, item):
            out[-1] = _with_point(out[-1], item)
            pending = None
            continue
        else:
            if pending is not None:
                out.append(pending)
            pending = None
            out.append(item)
    return out


def _near(point: Separator, item: Node) -> bool:
    r"""No more than a space stands between: a \quad parts statements."""
    return item.start - point.end <= len(r" \, ")


def _is_condition(item: Node) -> bool:
    return isinstance(item, Fenced) and isinstance(item.body, Chain)


def _with_point(left: Node, right: Node) -> Node:
    """Two items as one: the last member of the left one, a point, and the first of the right one."""
    first, last = (left.members[-1] if isinstance(left, Chain) else left), right
    if isinstance(right, Chain):
        last = right.members[0]
    between = Product((("", first), ("point", last)), first.start, last.end)
    before = (left.members[:-1], left.relations) if isinstance(left, Chain) else ((), ())
    behind = (right.members[1:], right.relations) if isinstance(right, Chain) else ((), ())
    if not before[0] and not behind[0]:
        return between
    members = (*before[0], between, *behind[0])
    return Chain(members, (*before[1], *behind[1]), left.start, right.end)


def _cells(grid: Grid) -> Iterator[Statement]:
    """The statements of a system that is set as a table."""
    for row in grid.rows:
        for cell in row:
            yield from _items(cell)


def _split(chain: Chain) -> list[Statement]:
    """A chain, cut at the arrows in it."""
    out: list[Statement] = []
    members: list[Node] = [chain.members[0]]
    relations: list[Relation] = []
    link = ""
    for relation, member in zip(chain.relations, chain.members[1:], strict=True):
        if relation.name not in ARROWS:
            relations.append(relation)
            members.append(member)
            continue
        if relations:
            out.append(Statement(tuple(members), tuple(relations), link=link))
        members, relations, link = [member], [], relation.name
    if relations:
        out.append(Statement(tuple(members), tuple(relations), link=link))
    return out or [Statement(chain.members[:2], chain.relations[:1])]


def index_range(root: Node) -> tuple[Node, Node, Node] | None:
    r"""Letter, first and last value of `i = 1, \dots, m` and `i \in \{1, \dots, m\}`; else None."""
    if isinstance(root, Chain) and len(root.members) == 2 and root.relations[0].name == "in":
        inside = plain(root.members[1])
        if isinstance(inside, Fenced) and inside.left == "\\{":
            ends = _ends(_listed(inside.body))
            return None if ends is None else (root.members[0], *ends)
    items = _listed(root)
    if not items or not isinstance(items[0], Chain) or len(items[0].members) != 2:
        return None
    if items[0].relations[0].name != "=":
        return None
    ends = _ends([items[0].members[1], *items[1:]])
    return None if ends is None else (items[0].members[0], *ends)


RANGES = (5, 7, 9)
"""How many items `i = 1, \\dots, n` and `i = 1, 2, \\dots, n` have, separators included."""


def ranges_in(root: Node) -> list[tuple[int, tuple[Node, Node, Node]]]:
    r"""The ranges that a listing says, each with its place: of i in `a_i = b_i, \quad i = 1, \dots, n`.

    >>> from verify_derivations.parse import parse
    >>> [place for place, _ in ranges_in(parse(r"a_i = b_i, \quad (i = 1, 2, \dots, n)").root)]
    [18]
    """
    items = root.items if isinstance(root, Listing) else (root,)
    found = []
    for item in items:
        if isinstance(item, Fenced) and item.left in ("(", "[") and isinstance(item.body, Listing):
            found += ranges_in(item.body)
    for k, item in enumerate(items):
        parts = (items[k : k + length] for length in RANGES if k + length <= len(items))
        ends = (index_range(Listing(part, item.start, part[-1].end)) for part in parts)
        if isinstance(item, Chain) and (first := next(filter(None, ends), None)) is not None:
            found.append((item.start, first))
    return found


def _listed(node: Node) -> list[Node]:
    if not isinstance(node, Listing):
        return [node]
    return [item for item in node.items if not isinstance(item, Separator | Empty)]


def _ends(items: Sequence[Node]) -> tuple[Node, Node] | None:
    r"""First and last of `1, 2, \dots, m`."""
    dots = [k for k, item in enumerate(items) if isinstance(item, Letter) and item.text in DOTS]
    if len(dots) != 1 or dots[0] == 0 or dots[0] != len(items) - 2 or not isinstance(items[0], Digits):
        return None
    return items[0], items[-1]


def has_dots(node: Node) -> bool:
    """Something is left out in it."""
    return any(isinstance(part, Letter) and part.text in DOTS for part in nodes(node))


__all__ = [
    "ARROWS",
    "BEHIND",
    "Statement",
    "after_remarks",
    "has_dots",
    "index_range",
    "is_list",
    "ranges_in",
    "statements",
]
