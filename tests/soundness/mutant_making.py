"""True lines of derivations made wrong: every edit of the table, at every place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from verify_derivations.model import Claim, Document, Kind, Step
from verify_derivations.repair.edits import EDITS, Edit
from verify_derivations.repair.places import edited
from verify_derivations.repair.setting import setting
from verify_derivations.term.notation.text import text


@dataclass(frozen=True)
class Mutant:
    """A true line with one edit. `same` says that the edit changed nothing."""

    step: Step
    slip: str
    claim: Claim
    same: Claim

    def __str__(self) -> str:
        name = f"{self.step.id} ({self.step.ref})" if self.step.ref else self.step.id
        return f"{name}, {self.slip}: {text(self.claim.lhs)} = {text(self.claim.rhs)}"


def true_lines(documents: Iterable[Document]) -> list[Step]:
    """The equations that are to be proved, as printed or as meant."""
    return [
        step
        for document in documents
        for derivation in document.derivations
        for step in derivation.steps
        if step.kind is Kind.CLAIM
        and step.claim
        and step.claim.relation == "="
        and step.expect in (None, "proved")
    ]


def mutants(step: Step, edits: tuple[Edit, ...] = EDITS) -> Iterator[Mutant]:
    """The line edited in every way: its right side, and the left side of one that stands alone."""
    claim = step.claim
    assert claim is not None
    for change in edited(claim.rhs, edits, setting(claim, claim.rhs, ())):
        same = replace(claim, lhs=claim.rhs, rhs=change.whole)
        yield Mutant(step, change.edit.name, replace(claim, rhs=change.whole), same)
    if step.chain is None:
        for change in edited(claim.lhs, edits, setting(claim, claim.lhs, ())):
            same = replace(claim, rhs=change.whole)
            yield Mutant(step, change.edit.name, replace(claim, lhs=change.whole), same)


PRINTED_WRONGLY = tuple(edit for edit in EDITS if edit.cost == 1)
"""The edits that bring nothing in from elsewhere; those that do are four times as many."""


__all__ = ["PRINTED_WRONGLY", "Mutant", "mutants", "true_lines"]
