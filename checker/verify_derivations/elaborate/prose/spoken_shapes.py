r"""Shapes that the prose gives in words: `x is an m x n matrix`; what clashes with them is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verify_derivations.parse import parse
from verify_derivations.parse.tree import Node

GREEK = "alpha beta gamma delta epsilon theta lambda mu nu xi pi rho sigma tau phi chi psi omega".split()
NAMES = {name: f"\\{name}" for name in GREEK} | {"heta": "\\theta"}
"""Names in words, also as they are left of a page where the backslash and the letter behind it were eaten."""

SIZE = r"(?:[a-zA-Z]|\d{1,4})"
MATRIX = re.compile(
    rf"(?<![\w\\])(?P<name>[A-Za-z]|{'|'.join(NAMES)})\s+(?:is|be|denotes)\s+(?:an?|the)\s+"
    rf"(?P<rows>{SIZE})\s?[x×]\s?(?P<columns>{SIZE})\s+(?:[a-z]+\s+)?matrix\b"
)


@dataclass(frozen=True)
class SpokenShape:
    """The sizes that the prose gives an array."""

    sizes: tuple[Node, ...]
    words: str


def shapes_in(texts: Iterable[str]) -> Mapping[str, SpokenShape]:
    """The shapes that these texts give, by the names of the arrays.

    >>> list(shapes_in(["- x is an mxn matrix with one row for each record, theta is a 1xn matrix"]))
    ['x', '\\\\theta']
    """
    found: dict[str, SpokenShape] = {}
    for text in texts:
        for said in MATRIX.finditer(text):
            name = NAMES.get(said["name"], said["name"])
            sizes = (parse(said["rows"]).root, parse(said["columns"]).root)
            found[name] = SpokenShape(sizes, " ".join(said[0].split()))
    return found


__all__ = ["SpokenShape", "shapes_in"]
