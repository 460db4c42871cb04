"""Names to which a sentence gives a value for a moment only: in an example, or as one of two values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from verify_derivations.elaborate.document.introduced import equated
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.elaborate.prose.tentative import is_said_of_a_case
from verify_derivations.parse.tree import Chain, Node

OR = re.compile(r"\$\s*,?\s*(?:or|oder|或者?)(?:\s+(?:that|else))?\s*$", re.IGNORECASE)
"""Words between two equations of which one holds."""

AND = re.compile(r"\$\s*[,;，、]?\s*(?:and|und|和)?\s*$", re.IGNORECASE)
"""Words between two equations, each of which holds somewhere if they are about one name: "the lines"."""


@dataclass
class ForAMoment:
    """Listens to a sentence for equations that hold in a case, or of which one holds."""

    either: set[str] = field(default_factory=set)
    """Names that equal one of two things, "$x = 2$ or $x = 3$"."""
    noted: set[str] = field(default_factory=set)
    """Names that a display defines beside words of which it is not known whether they restrict it."""
    name: str | None = None
    """The name that the last formula says something of."""
    is_number: bool = False
    """That it says that it is a number."""

    def formula(self, root: Node, words: str) -> None:
        """A formula of the sentence, behind these words; with "or" it may say the same of two names."""
        name, number = equated(root), isinstance(root, Chain) and not names_in(root.members[-1])
        both = {one for one in (name, self.name) if one is not None}
        twice = len(both) == 1 and name == self.name
        if (OR.search(words) and (twice or number or self.is_number)) or (AND.search(words) and twice):
            self.either |= both
        self.name, self.is_number = name, number

    def over(self, words: str, before: Mapping[str, Said], now: Mapping[str, Said]) -> list[str]:
        """The names defined in the sentence that ends, whose values may end with it."""
        case = is_said_of_a_case(words)
        new = [name for name, said in now.items() if not said.parameters and before.get(name) is not said]
        found = [name for name in new if case or name in self.either]
        found += [name for name in now if name in self.noted and before.get(name) is not now[name]]
        self.either.clear()
        self.noted.clear()
        self.name, self.is_number = None, False
        return found


__all__ = ["ForAMoment"]
