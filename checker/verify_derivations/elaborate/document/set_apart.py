"""Theorems, examples and their proofs: what is supposed in one that is set apart holds there only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verify_derivations.elaborate.document.anew import Anew, Before
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.manuscript import Enclosed, Enclosure

WORDS = "what was said of {name} belongs to a statement, or a proof, that is over"


@dataclass(frozen=True)
class _Standing:
    """What holds of names at a place, as what changes is asked for only."""

    said: dict[str, int]
    domains: dict[str, object]
    given: frozenset[int]

    @classmethod
    def of(cls, context: Context) -> _Standing:
        said = {name: id(one) for name, one in context.said.items()}
        given = frozenset(map(id, (*context.given, *context.local, *context.of_names())))
        return cls(said, dict(context.domains), given)

    def changed(self, context: Context) -> frozenset[str]:
        """The names of which something else was said since."""
        given = (*context.given, *context.local, *context.of_names())
        tied = (side for one in given if id(one) not in self.given for side in (one[0], one[2]))
        said = {name for name, one in context.said.items() if self.said.get(name) != id(one)}
        domains = {name for name, one in context.domains.items() if self.domains.get(name) != one}
        return frozenset(said | domains).union(*map(names_in, tied))


class SetApart:
    """Where a document is among its theorems and proofs, by the numbers of its blocks."""

    def __init__(self, enclosed: Iterable[Enclosed]) -> None:
        self._ahead = sorted(enclosed, key=lambda one: (-one.first, one.last))
        self._open: list[tuple[Enclosed, _Standing, frozenset[str]]] = []
        """What goes on, with what held before it, and the names of the statement that it belongs to."""
        self._ended: frozenset[str] = frozenset()
        """The names of the statement before, within the same one."""
        self._proved: frozenset[str] = frozenset()
        """Those of its proof."""
        self._released: dict[str, Before] = {}

    def reach(self, k: int, context: Context, anew: Anew) -> None:
        """The walk comes to this block.

        Args:
            k: the number of the block.
            context: what the document said so far.
            anew: the names that may be other ones from here on.
        """
        while self._open and self._open[-1][0].last < k:
            ended, before, outer = self._open.pop()
            if ended.kind is Enclosure.PROOF:
                self._ended, self._proved = outer, before.changed(context)
            else:
                self._ended, self._proved = before.changed(context), frozenset()
        outside = bool(self._ended | self._proved)
        begins = False
        while self._ahead and self._ahead[-1].first == k:
            one = self._ahead.pop()
            begins = True
            if one.kind is Enclosure.PROOF:
                self._take_back(context)
                self._release(self._proved, context, anew, functions=True)
            else:
                self._release(self._ended | self._proved, context, anew, functions=True)
                self._ended = frozenset()
            self._open.append((one, _Standing.of(context), self._ended))
            self._ended, self._proved, self._released = frozenset(), frozenset(), {}
        if outside and not begins:
            self._release(self._ended | self._proved, context, anew, functions=False)

    def _release(self, names: frozenset[str], context: Context, anew: Anew, *, functions: bool) -> None:
        """What was said in a statement holds no more; behind it functions are still spoken of."""
        if names:
            anew.settle()
        for name in sorted(names):
            said = context.said.get(name)
            defined = functions or not (said is not None and said.parameters)
            anew.over(name, WORDS.format(name=name), definitions=defined, lasting=True)
            if name in context.anew:
                self._released[name] = context.anew[name]

    def _take_back(self, context: Context) -> None:
        """A proof goes on with the statement before it, whatever words stand between."""
        for name, before in self._released.items():
            if context.anew.get(name) is before:
                del context.anew[name]
        self._released = {}


__all__ = ["SetApart"]
