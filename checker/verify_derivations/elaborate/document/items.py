"""Items of a list: what one supposes for its own claim need not hold in the next, nor below the list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from verify_derivations.elaborate.document.anew import Anew
from verify_derivations.elaborate.document.blocks import outline
from verify_derivations.elaborate.document.cases import CONCLUDES
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import last_clause
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.elaborate.prose.supposing import supposes
from verify_derivations.manuscript import Prose, Role
from verify_derivations.model import Kind, Step
from verify_derivations.term.syntax.domain import Domain

WORDS = "what is said of {name} was said in another item of a list"
TAKEN_BACK = "another item of a list says something else of {name}"

ALTERNATIVES = re.compile(
    r"\b(?:one|either|any|each|every|which|or|two|three|several|cases?|options?|alternativ\w*|choices?|possibilit\w*|"
    r"scenarios?|regimes?|otherwise|respectively|resp)\b|之一|或|情形|情况|种|分别",
    re.IGNORECASE,
)
"""Words before a list of which not all items hold together."""


@dataclass
class Items:
    """Follows the items of lists, each with what it supposes."""

    context: Context
    within: bool = False
    claims: bool = False
    """The item that is read claims something."""
    said: dict[str, Said] = field(default_factory=dict)
    domains: dict[str, Domain] = field(default_factory=dict)
    given: list[Sides] = field(default_factory=list)
    """What was defined, declared and assumed before it."""
    of_list: dict[str, Domain | Said] = field(default_factory=dict)
    """What the items of the list so far say where names live, and what they are."""
    of_all: list[Sides] = field(default_factory=list)
    """What they assume."""

    def paragraph(self, prose: Prose, anew: Anew) -> None:
        """A paragraph begins, that of another item perhaps; one that concludes from the item goes on with it.

        Args:
            prose: the paragraph.
            anew: what listens for names that are set free; the sentence before has ended there.
        """
        if self.within and self.claims and not CONCLUDES.match(prose.text):
            for name in sorted(self._supposed()):
                valued = anew.is_a_value(name)
                anew.over(name, WORDS.format(name=name), definitions=valued)
        for name in sorted(self._taken_back()) if self.within else ():
            anew.over(name, TAKEN_BACK.format(name=name))
        if prose.role is not Role.ITEM:
            self.of_list, self.of_all = {}, []
        if not self.within or prose.role is not Role.NOTE:
            self.within, self.claims = prose.role is Role.ITEM, False
            self.said, self.domains = dict(self.context.said), dict(self.context.domains)
            self.given = [*self.context.given, *self.context.local]

    def stated(self, steps: Iterable[Step]) -> None:
        """What a formula states; the item may claim something by it.

        Args:
            steps: its steps.
        """
        self.claims = self.claims or any(step.kind is Kind.CLAIM for step in steps)

    def _taken_back(self) -> set[str]:
        """The names of which the item says something that cannot hold with what those before it say."""
        now, found = self.context, set[str]()
        told: dict[str, Domain | Said] = {
            name: one for name, one in now.domains.items() if self.domains.get(name) != one
        }
        told |= {name: one for name, one in now.said.items() if self.said.get(name) is not one}
        for name, one in told.items():
            if name in self.of_list and not _is_within(one, self.of_list[name]):
                found.add(name)
        self.of_list |= told
        held = {id(one) for one in (*now.given, *now.local)}
        for sides in self.of_all:
            if id(sides) not in held:
                found |= names_in(sides[0]) | names_in(sides[2])
        before = {id(one) for one in self.given}
        self.of_all += [one for one in (*now.given, *now.local) if id(one) not in before]
        return found

    def _supposed(self) -> set[str]:
        """The names of which the item says where they live, what is assumed of them, or their value."""
        now, before = self.context, {id(one) for one in self.given}
        found = {name for name, domain in now.domains.items() if self.domains.get(name) != domain}
        found |= {name for name, said in now.said.items() if self.said.get(name) is not said}
        for one in (*now.given, *now.local, *now.passed):
            if id(one) not in before:
                found |= names_in(one[0]) | names_in(one[2])
        return found


def _is_within(new: Domain | Said, old: Domain | Said) -> bool:
    """A second item says more of where the name lives, and nothing else."""
    if not (isinstance(new, Domain) and isinstance(old, Domain)) or new.is_empty:
        return False
    low = old.lower is None or (new.lower is not None and new.lower >= old.lower)
    return low and (old.upper is None or (new.upper is not None and new.upper <= old.upper))


def lead_of(prose: Prose) -> str:
    """The words that lead to a list of formulas, each of which they suppose: "We assume:".

    Args:
        prose: the paragraph before the list.
    """
    words = outline(prose.parts).rstrip()
    if ALTERNATIVES.search(words):
        return ""
    clause = last_clause(words.rstrip(":：")) + " "
    return clause if words.endswith((":", "：", "that")) and supposes(clause) else ""


def begins_with_formula(prose: Prose) -> bool:
    """An item whose first words are a formula: "- $x > 0$, the radius".

    Args:
        prose: the item.
    """
    return outline(prose.parts).lstrip().startswith("$")


__all__ = ["Items", "begins_with_formula", "lead_of"]
