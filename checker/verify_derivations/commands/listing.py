"""What was found in documents and how each statement reads, a line each; nothing is checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Document, Kind, Step
from verify_derivations.render.place import shown_place
from verify_derivations.render.plain import one_line, shortened
from verify_derivations.term.notation.text import text

LONGEST = 300


def listing(documents: Sequence[Document]) -> Iterator[str]:
    """A line for each statement and message: its place, what it is, and how it reads.

    A claim along a chain reads `first = this`; what is not read has the reason behind a tilde.
    """
    for document in documents:
        for derivation in document.derivations:
            for step in derivation.steps:
                yield shortened(f"{shown_place(step.span)}: {step.kind}: {_reading(step)}", LONGEST)
        yield from map(_message, document.diagnostics)


def _reading(step: Step) -> str:
    if step.claim is not None:
        claim = step.claim
        sign = ":=" if step.kind is Kind.DEFINITION else claim.relation
        return one_line(f"{text(claim.lhs)} {sign} {text(claim.rhs)}")
    if step.unreadable is not None:
        return one_line(f"{step.printed} ~ {step.unreadable[0]}: {step.unreadable[1]}")
    return one_line(f"{step.printed} ~ {step.note}" if step.note else step.printed)


def _message(diagnostic: Diagnostic) -> str:
    place = f"{shown_place(diagnostic.span)}: " if diagnostic.span else ""
    return f"{place}{diagnostic.code} {one_line(diagnostic.message)}"


__all__ = ["listing"]
