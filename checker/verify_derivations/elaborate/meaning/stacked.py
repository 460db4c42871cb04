"""Rows and columns of a matrix that have names: x_i^T is the i-th row of X, as the prose says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, is_transpose, plain
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import transposed
from verify_derivations.parse.tree import Chain, Digits, Listing, Node, Scripts
from verify_derivations.term.arrays.array import Array, scalar, tabulated
from verify_derivations.term.syntax.nodes import Entry, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


@dataclass(frozen=True)
class Stack:
    """The matrix of which the members are rows, or columns, and the section that says so."""

    matrix: str
    rows: bool
    section: int


FORMULA = r"\s*⟨(?P<number>\d+)⟩\s*"
SAID = (
    "{member}(?:is|as|for|denotes)(?: the)?{formula}-?(?:th)? {axis} of{matrix}",
    "[Tt]he{formula}-?(?:th)? {axis} of{matrix}is{member}",
    "{axis}{formula}of{matrix}is{member}",
    "{axis}s of{matrix}are(?: the vectors)?{member}",
    "{matrix}(?:with|has|have|having)(?: the)? {axis}s{member}",
    "{matrix}be the matrix (?:with|that has)(?: the)? {axis}s{member}",
    "{matrix},? (?:with|whose) {axis}s (?:are|being){member}",
)
"""How the prose says which formula is the matrix and which is a row or column of it."""

PATTERNS = tuple(
    re.compile(
        said.replace(" ", r"\s+").format(
            formula=FORMULA,
            matrix=r"\s*⟨(?P<matrix>\d+)⟩\s*",
            member=r"\s*⟨(?P<member>\d+)⟩\s*",
            axis="(?P<axis>[Rr]ow|[Cc]olumn)",
        )
    )
    for said in SAID
)

OPEN = re.compile(
    r"\b(?:if|not|no|unless|suppose|when|whether|would|could|may|might|were|instead|other|neither"
    r"|assum\w*|contradict\w*|except|only|some\w*|often|usual\w*|author\w*|books?|after|before|until"
    r"|divided|multiplied|times|twice|half|scaled?|weighted|normali[sz]ed|norm|cent(?:ered|red|ering|ring)"
    r"|shifted|permuted|sorted|reversed?|inverse|transposed?|squared?|minus|plus|mean|average|product|sum"
    r"|previous\w*|formerly|earlier|last|modulo|approximately|up to)\b",
    re.I,
)
"""Words with which it may be said of a case, of something else, or be denied."""

BEFORE = re.compile(
    r"(?:^|[,:(]|\b(?:where|[Hh]ere|and|with|[Ll]et|such that|so that|that is|[Tt]he|[Dd]enot\w+|matrix))\s*$"
)
"""How what is said begins: nothing stands there that makes something else of it."""

BEHIND = re.compile(r"\s*(?:$|[.,;:)]|\b(?:and|where|so|for|then|we|which|with)\b)")
"""How it ends."""


def stacks_in(words: str, formulas: Sequence[Node | None], section: int) -> dict[str, Stack]:
    """The names of rows and columns that a paragraph gives.

    Args:
        words: the paragraph, with ⟨k⟩ for its formula number k.
        formulas: these formulas; None for one that is not read.
        section: where it stands.
    """
    found: dict[str, Stack] = {}
    for sentence in re.split(r"(?<=[.;:!?])\s", words):
        if OPEN.search(sentence):
            continue
        for pattern in PATTERNS:
            for said in pattern.finditer(sentence):
                if not (BEFORE.search(sentence[: said.start()]) and BEHIND.match(sentence[said.end() :])):
                    continue
                number = said.groupdict().get("number")
                matrix = _matrix(formulas[int(said["matrix"])])
                member = _member(formulas[int(said["member"])])
                rows = said["axis"].lower() == "row"
                if number is not None and (
                    member is None or not _is_letter(formulas[int(number)], member[2])
                ):
                    continue
                if matrix and member and (rows or not member[1]):
                    found[member[0]] = Stack(matrix, rows, section)
    return found


def _matrix(node: Node | None) -> str | None:
    """X, and X of "X in R^{n x d}"."""
    if isinstance(node, Chain) and node.relations[0].name == "in":
        node = node.members[0]
    name = None if node is None else base_name(plain(node))
    return name if name and name[-1:].strip("}").isupper() else None


def _is_letter(node: Node | None, number: str) -> bool:
    """The formula is this very letter."""
    return node is not None and base_name(plain(node)) == number


def _member(node: Node | None) -> tuple[str, bool, str] | None:
    """The name of x_i, of x_i^T, of x_1, ..., x_n; whether it is transposed, and its letter."""
    first = isinstance(node, Listing)
    if isinstance(node, Listing):
        node = node.items[0]
    if not isinstance(node, Scripts) or node.primes or (node.sup is not None and not is_transpose(node.sup)):
        return None
    name, subs = base_name(node.base), components(node.sub)
    if len(subs) != 1 or name is None:
        return None
    one = isinstance(subs[0], Digits) and subs[0].text == "1"
    letter = "" if one else base_name(subs[0])
    return (name, node.sup is not None, letter) if letter is not None and one == first else None


def in_force(stacks: Mapping[str, Stack], section: int, names: frozenset[str] | set[str]) -> dict[str, Stack]:
    """Those that hold here: in the section that says it, and elsewhere beside the matrix."""
    return {
        base: stack
        for base, stack in stacks.items()
        if base in names and (stack.section == section or stack.matrix in names)
    }


def _entry(stack: Stack, own: Term, other: Term) -> Entry:
    """The entry of the matrix in the row or column of this number."""
    return Entry(stack.matrix, (own, other) if stack.rows else (other, own))


def row_or_column(reading: Elaborator, base: str, node: Scripts) -> Array | None:
    """x_i as a vector of entries of X, or x_{ij} as one of them; None if the name is no such one."""
    stack = reading.scope.stacks.get(base)
    if stack is None:
        return None
    subs = components(node.sub)
    if not 1 <= len(subs) <= 2 or node.primes:
        raise NotRead(
            f"{base} has the number of a {'row' if stack.rows else 'column'} of {stack.matrix}", node
        )
    from verify_derivations.elaborate.meaning.powers import raised
    from verify_derivations.elaborate.meaning.scripts import index

    places = reading.places(stack.matrix, 2)
    along, across = places if stack.rows else places[::-1]
    first = index(reading, subs[0], along)
    if len(subs) == 2:
        value = scalar(_entry(stack, first, index(reading, subs[1], across)))
    else:
        value = tabulated([(across,)], lambda k: _entry(stack, first, k[0]))
    if is_transpose(node.sup):
        return transposed(value)
    return value if node.sup is None else raised(reading, value, node)


__all__ = ["Stack", "in_force", "row_or_column", "stacks_in"]
