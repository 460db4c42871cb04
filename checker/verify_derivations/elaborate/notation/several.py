r"""Comparisons of several names at once: `s, t > 0`, `0 < u, v < 1`, `0 < a, b`."""

from __future__ import annotations

from collections.abc import Sequence

from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.notation.tables import DOTS
from verify_derivations.parse.tree import Chain, Empty, Letter, Node, Scripts, Separator, nodes

UPWARDS, DOWNWARDS = frozenset(("<", "<=")), frozenset((">", ">="))
ORDERS = UPWARDS | DOWNWARDS | {"!="}

AND = frozenset(("and", "und", "et"))


def spread(items: Sequence[Node]) -> list[Node]:
    r"""The items of a listing, with a comparison for each name that one of them is about.

    A name that is a list's last word on something else (b of `x = a, b, t > 0`), or whose script is what is
    compared (`X_t, t > 0`), is left as it stands.

    >>> from verify_derivations.parse import parse
    >>> from verify_derivations.parse.tree import Chain
    >>> found = spread(parse(r"0 < u, v < 1, \quad s, t > 0").root.items)
    >>> [len(item.members) for item in found if isinstance(item, Chain)]
    [3, 3, 2, 2]
    """
    out: list[Node] = []
    at = 0
    while at < len(items):
        run = _run(items, at)
        made = _each(items, run, at) if _opens(items, at) else None
        out.extend(items[at:run] if made is None else made)
        at = run
    return out


def _run(items: Sequence[Node], at: int) -> int:
    """Where what begins here, parted by commas or an "and" only, ends."""
    end = at + 1
    while end + 1 < len(items) and _joins(items[end]) and not isinstance(items[end - 1], Separator | Empty):
        if isinstance(items[end + 1], Separator | Empty) or _whole(items[end - 1], at == end - 1):
            break
        end += 2
    return end


def _whole(item: Node, first: bool) -> bool:
    """A comparison that ends a run: all but `0 < u` at its beginning."""
    return isinstance(item, Chain) and not (first and _from_number(item))


def _joins(item: Node) -> bool:
    return isinstance(item, Separator) and (
        item.kind == "," or (item.kind == "text" and item.text.strip(" ,") in AND)
    )


def _opens(items: Sequence[Node], at: int) -> bool:
    """No list stands before that may go on here: what was said last does not end with a name."""
    before = [item for item in items[:at] if not (isinstance(item, Empty) or _joins(item))]
    if not before or isinstance(before[-1], Separator):
        return True
    last = before[-1]
    if not isinstance(last, Chain):
        return False
    return last.relations[-1].name == "in" or scripted_name(last.members[-1]) is None


def _each(items: Sequence[Node], end: int, start: int) -> list[Node] | None:
    """The comparisons of a run, one for each of its names; None if it is no comparison of several."""
    parts = [item for item in items[start:end] if not isinstance(item, Separator)]
    if len(parts) < 2:
        return None
    first, last = parts[0], parts[-1]
    opening = first if isinstance(first, Chain) else None
    closing = last if isinstance(last, Chain) else None
    if opening is None and closing is None:
        return None
    if closing is not None and not _compares(closing, opening):
        return None
    named: list[Node] = list(parts[opening is not None : len(parts) - (closing is not None)])
    if opening is not None:
        named.insert(0, opening.members[1])
    if closing is not None:
        named.append(closing.members[0])
    named = [name for name in named if not (isinstance(name, Letter) and name.text in DOTS)]
    if any(scripted_name(name) is None for name in named) or not _apart(named):
        return None
    return [_about(name, opening, closing) for name in named]


def _from_number(chain: Chain) -> bool:
    """It is `0 < u`: one sign, and no name before it."""
    return (
        len(chain.relations) == 1
        and chain.relations[0].name in UPWARDS | DOWNWARDS
        and not any(isinstance(node, Letter) for node in nodes(chain.members[0]))
        and not isinstance(chain.members[0], Empty)
    )


def _compares(closing: Chain, opening: Chain | None) -> bool:
    """It compares what it begins with, in the direction of what the run begins with."""
    names = {relation.name for relation in closing.relations}
    if opening is None:
        return names <= ORDERS
    return any(names | {opening.relations[0].name} <= way for way in (UPWARDS, DOWNWARDS))


def _apart(named: Sequence[Node]) -> bool:
    """None of the names stands in a script of another, as t does in `X_t, t > 0`."""
    bases, scripts = list[set[str]](), list[set[str]]()
    for name in map(plain, named):
        base = name.base if isinstance(name, Scripts) else name
        inside = [part for part in (name.sub, name.sup) if part] if isinstance(name, Scripts) else []
        bases.append(_letters(base))
        scripts.append(set[str]().union(*map(_letters, inside)))
    return not any(bases[i] & scripts[j] for i in range(len(named)) for j in range(len(named)) if i != j)


def _letters(node: Node) -> set[str]:
    return {part.text for part in nodes(node) if isinstance(part, Letter)}


def _about(name: Node, opening: Chain | None, closing: Chain | None) -> Chain:
    """The comparison of the run as it is about this name."""
    before = opening.members[:1] if opening is not None else ()
    behind = closing.members[1:] if closing is not None else ()
    signs = (*(opening.relations if opening else ()), *(closing.relations if closing else ()))
    members = (*before, name, *behind)
    return Chain(members, signs, members[0].start, members[-1].end)


__all__ = ["spread"]
