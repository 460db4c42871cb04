"""Markdown, LaTeX, notebooks, reStructuredText and plain text as documents with claims."""

from __future__ import annotations

from verify_derivations.elaborate.document.documents import document_of
from verify_derivations.model import Document
from verify_derivations.read.manuscripts import read_manuscript


def read_document(path: str) -> Document:
    """What a document claims.

    Raises:
        OSError: the file cannot be read.
    """
    return document_of(read_manuscript(path))


__all__ = ["read_document"]
