"""Random claim records about arrays: an expression, and one that means the same, or nearly the same.

A rewriting gives an equal tree by a law of algebra (a transposed product, a cyclic trace, an index by another
name, an inverse put in); a mutation changes one thing. Everything is made from a seed and a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Any

from array_expressions import INDICES, SYMBOLS, IndexMaker, Maker, Shape, Tree
from array_laws import LAWS, MUTATIONS, somewhere


# ---- cases --------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Case:
    """A claim record, and how it was made: "equal" by laws, or a "mutant"."""

    record: dict[str, Any]
    kind: str

    def __str__(self) -> str:
        return f"{self.record['lhs']} = {self.record['rhs']} ({self.kind})"


SHAPES: tuple[Shape, ...] = ((), (), ("n",), ("m",), ("n", "n"), ("n", "m"), ("m", "n"))
LARGEST = 260
"""Longer expressions are not tried."""


def case(seed: int, number: int, kind: str = "") -> Case:
    """The claim of this number."""
    rng = Random(f"arrays {seed}/{number}")
    kind = kind or ("equal" if number % 2 == 0 else "mutant")
    while True:
        first = expression(rng)
        second = first
        for _ in range(rng.randint(1, 4)):
            second = somewhere(second, LAWS, rng)
        if kind == "mutant":
            second = somewhere(second, MUTATIONS, rng)
        lhs, rhs = (first, second) if rng.random() < 0.5 else (second, first)
        if str(lhs) != str(rhs) and max(len(str(lhs)), len(str(rhs))) <= LARGEST:
            return Case(record(str(lhs), str(rhs)), kind)


def expression(rng: Random) -> Tree:
    """An array expression, or one in free indices."""
    if rng.random() < 0.35:
        return IndexMaker(rng).number(rng.choice((("i", "j"), ("i", "a"), ("a",), ())), rng.choice((2, 3, 4)))
    return Maker(rng).tree(rng.choice(SHAPES), rng.choice((2, 3, 3, 4)))


def record(lhs: str, rhs: str) -> dict[str, Any]:
    """The record of a claim, with the declarations of what it uses."""
    used = {name: what for name, what in SYMBOLS.items() if _uses(lhs + " " + rhs, name)}
    return {"lhs": lhs, "rhs": rhs, "symbols": used, "indices": INDICES, "functions": ["f"]}


def _uses(text: str, name: str) -> bool:
    return re.search(rf"\b{name}\b", text) is not None
