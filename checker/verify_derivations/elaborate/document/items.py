"""Items of a list: what one supposes for its own claim need not hold in the next, nor below the list."""

from __future__ import annotations

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

    def _supposed(self) -> set[str]:
        """The names of which the item says where they live, what is assumed of them, or their value."""
        now, before = self.context, {id(one) for one in self.given}
        found = {name for name, domain in now.domains.items() if self.domains.get(name) != domain}
        found |= {name for name, said in now.said.items() if self.said.get(name) is not said}
        for one in (*now.given, *now.local, *now.passed):
            if id(one) not in before:
                found |= names_in(one[0]) | names_in(one[2])
        return found


def lead_of(prose: Prose) -> str:
    """The words that lead to a list of formulas, each of which they suppose: "We assume:".

    Args:
        prose: the paragraph before the list.
    """
    words = outline(prose.parts).rstrip()
    clause = last_clause(words.rstrip(":：")) + " "
    return clause if words.endswith((":", "：", "that")) and supposes(clause) else ""


def begins_with_formula(prose: Prose) -> bool:
    """An item whose first words are a formula: "- $x > 0$, the radius".

    Args:
        prose: the item.
    """
    return outline(prose.parts).lstrip().startswith("$")


__all__ = ["Items", "begins_with_formula", "lead_of"]
