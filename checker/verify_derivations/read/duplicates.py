"""Identifiers stand in reports and URLs, so one that two things of a run share is a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Document
from verify_derivations.span import Span


def marked_duplicates(documents: Iterable[Document]) -> Iterator[Document]:
    """The same documents, one by one; that with the second use of an identifier says so, naming both places.

    The steps of a derivation that is itself a duplicate are passed over: their numbers are made from
    its identifier, and one mistake should give one message.
    """
    derivations: dict[str, Span] = {}
    steps: dict[str, Span] = {}
    for document in documents:
        yield _with(document, tuple(_found(document, derivations, steps)))


def _found(document: Document, derivations: dict[str, Span], steps: dict[str, Span]) -> Iterable[Diagnostic]:
    for derivation in document.derivations:
        if derivation.id in derivations:
            yield _twice("derivation", derivation.id, derivation.span, derivations[derivation.id])
            continue
        derivations[derivation.id] = derivation.span
        for step in derivation.steps:
            if step.id in steps:
                yield _twice("step", step.id, step.span, steps[step.id])
            else:
                steps[step.id] = step.span


def _twice(noun: str, id: str, here: Span, first: Span) -> Diagnostic:
    return Diagnostic(
        "VD204",
        f'the {noun} id "{id}" is used twice: here and at {first.path}:{first.line}',
        here,
        "give one of them another id; reports and links name a derivation by it",
    )


def _with(document: Document, found: tuple[Diagnostic, ...]) -> Document:
    return replace(document, diagnostics=document.diagnostics + found) if found else document
