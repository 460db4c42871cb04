"""The examples in the docstrings of the package are true."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import verify_derivations

NAMES = (found.name for found in pkgutil.walk_packages(verify_derivations.__path__, "verify_derivations."))
MODULES = ["verify_derivations", *sorted(NAMES)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    results = doctest.testmod(import_module(name))
    assert results.failed == 0


def test_there_are_examples() -> None:
    """The test above would pass if doctest found nothing."""
    found = [
        test
        for name in MODULES
        for test in doctest.DocTestFinder().find(import_module(name))
        if test.examples
    ]
    assert len(found) >= 20
