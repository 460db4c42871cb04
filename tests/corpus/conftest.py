"""What the tests of the corpus share: the derivations as read, and one run over all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Document
from verify_derivations.read.python import read_python
from verify_derivations.results import Report

DERIVATIONS = Path(__file__).parents[2] / "derivations"


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    """The documents of derivations/, in the order of their names."""
    return [read_python(str(path)) for path in sorted(DERIVATIONS.glob("document_*.py"))]


@pytest.fixture(scope="session")
def report(documents: list[Document]) -> Report:
    """The verdicts on everything in derivations/."""
    return check_documents(documents)
