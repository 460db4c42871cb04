"""What is required of all entries of an array is known of each; of anything less it is not."""

from __future__ import annotations

import pytest

from verify_derivations.kernel.claims.all_entries import narrowed
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.calculus.conditions import Range, Requirement
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import ONE, Entry, Number, Symbol, Term

N, M, I, J = map(Symbol, ("n", "m", "i", "j"))
VECTOR = ArrayDeclaration("p", (N,))
MATRIX = ArrayDeclaration("A", (N, M))
ALL_I = Range("i", ONE, N, whole=True)
ALL_J = Range("j", ONE, M, whole=True)
ARRAYS = {"p": VECTOR, "A": MATRIX, "z": ArrayDeclaration("z", (N,), (), DOMAINS["complex"])}


def required(term: Term, *ranges: Range, relation: str = "> 0") -> Requirement:
    return Requirement(term, relation, ranges)


def test_a_requirement_of_all_entries_narrows_where_they_live() -> None:
    found = narrowed(ARRAYS, required(Entry("p", (I,)), ALL_I))
    assert found is not None
    assert found.entries == DOMAINS["positive"]
    assert narrowed(ARRAYS, required(Entry("A", (I, J)), ALL_J, ALL_I)) is not None


LESS: list[tuple[str, Requirement]] = [
    ("all but the first", required(Entry("p", (I,)), Range("i", Number(2), N, whole=True))),
    ("up to another size", required(Entry("p", (I,)), Range("i", ONE, M, whole=True))),
    ("for a variable of integration", required(Entry("p", (I,)), Range("i", ONE, N, whole=False))),
    ("a diagonal", required(Entry("A", (I, I)), ALL_I)),
    ("a row", required(Entry("A", (J, I)), ALL_I)),
    ("transposed", required(Entry("A", (J, I)), ALL_I, ALL_J)),
    ("under a sum that may be empty", required(Entry("p", (I,)), ALL_I, Range("k", ONE, M, whole=True))),
    ("of an index that is given twice", required(Entry("p", (I,)), ALL_I, ALL_I)),
    ("of one entry", required(Entry("p", (ONE,)))),
    ("of another relation", required(Entry("p", (I,)), ALL_I, relation="nonpole")),
    ("of complex entries", required(Entry("z", (I,)), ALL_I)),
    ("of an array that nobody declared", required(Entry("q", (I,)), ALL_I)),
    ("of something made of entries", required(Symbol("p"), ALL_I)),
]


@pytest.mark.parametrize(("what", "requirement"), LESS, ids=[what for what, _ in LESS])
def test_a_requirement_of_anything_less_does_not(what: str, requirement: Requirement) -> None:
    assert narrowed(ARRAYS, requirement) is None
