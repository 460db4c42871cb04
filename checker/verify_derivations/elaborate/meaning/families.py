r"""Arrays that are numbered by an index that runs: the vectors x_i \in \mathbb R^d, for i = 1, ..., n."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import is_transpose, with_scripts
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import transposed
from verify_derivations.parse.tree import Scripts
from verify_derivations.term.arrays.array import Array, scalar, tabulated
from verify_derivations.term.syntax.nodes import Entry

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Size = TypeVar("Size")

NUMBERED = re.compile(r"([^_^]+)_(?:([a-zA-Z])|\{([a-zA-Z]{2,3})\})")
"""A name with letters below: x_i, A_{kl}."""


class Family(NamedTuple):
    """How many letters number the members, and how many axes each member has."""

    letters: int
    rank: int

    def array(self, base: str) -> str:
        """The array of all entries of all members, which x_{ij} is an entry of, too."""
        return with_scripts(base, "".join(f"#{k + 1}" for k in range(self.letters + self.rank)), "")


def numbered_name(name: str) -> tuple[str, str] | None:
    """The name without its subscript, and the letters in it; None if it has no letters below."""
    found = NUMBERED.fullmatch(name)
    return None if found is None else (found[1], found[2] or found[3])


def families(shapes: Mapping[str, Sequence[Size]], running: Collection[str]) -> dict[str, Family]:
    """Those among declared arrays that are numbered by letters of which one runs, by their bare names.

    >>> families({"x_i": ("d",), "W_h": ("d", "d")}, {"i"})
    {'x': Family(letters=1, rank=1)}
    """
    found: dict[str, Family] = {}
    for name, sizes in shapes.items():
        numbered = numbered_name(name)
        if numbered is not None and set(numbered[1]) & set(running):
            found.setdefault(numbered[0], Family(len(numbered[1]), len(sizes)))
    return found


def member(reading: Elaborator, base: str, node: Scripts) -> Array | None:
    """A member of a family of arrays, or an entry of one; None if the name is none of a family."""
    family = reading.scope.families.get(base)
    if family is None:
        return None
    subs = components(node.sub)
    if node.primes or len(subs) not in (family.letters, family.letters + family.rank):
        raise NotRead(f"{base} is numbered by {family.letters} indices, and {len(subs)} stand here", node)
    name = family.array(base)
    places = reading.places(name, family.letters + family.rank)
    from verify_derivations.elaborate.meaning.powers import raised
    from verify_derivations.elaborate.meaning.scripts import index

    indices = [index(reading, part, size) for part, size in zip(subs, places, strict=False)]
    if len(indices) > family.letters:
        value = scalar(Entry(name, indices))
    else:
        axes = [(size,) for size in places[family.letters :]]
        value = tabulated(axes, lambda *groups: Entry(name, [*indices, *(g[0] for g in groups)]))
    if is_transpose(node.sup):
        return transposed(value)
    return value if node.sup is None else raised(reading, value, node)


__all__ = ["Family", "families", "member", "numbered_name"]
