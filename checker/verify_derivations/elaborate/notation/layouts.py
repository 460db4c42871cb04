r"""Layouts of derivatives by arrays: which of them the text says, and the keys under which one is settled.

In denominator layout the derivative of a number by an array has the shape of the array, in numerator layout
that of its transpose. The first one is read unless nothing has a meaning in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LAYOUT = "layout of derivatives"
NUMERATOR = "numerator layout"
"""The key under which a layout is settled, and the one that is not read by default."""

JACOBIAN = "rows of derivatives"
ROWS, COLUMNS = "row", "column"
"""The key under which it is settled what the rows of such a derivative are, and how options begin."""

DENOMINATOR = re.compile(
    r"\bdenominator[- ]layout"
    r"|\b(?:gradients?|derivatives?)\b[^.;]{0,80}\bthe same (?:shape|size|dimension)s? as\b"
    r"|分母布局",
    re.IGNORECASE,
)
OTHER = re.compile(r"\bnumerator[- ]layout|\blayouts\b|分子布局", re.IGNORECASE)


def says_denominator_layout(texts: Iterable[str]) -> bool:
    """The prose says that derivatives have the shape of what they are taken by, and of no other layout.

    >>> [says_denominator_layout([text]) for text in ("We use denominator layout.", "Both layouts.")]
    [True, False]
    """
    found = list(texts)
    return any(map(DENOMINATOR.search, found)) and not any(map(OTHER.search, found))


LOOSE = re.compile(
    r"\bsquare\b(?!\s+(?:roots?|errors?|loss\w*|norms?|brackets?))|\brows?\b"
    r"|\bbroadcast\w*|\b(?:mini-?)?batch\w*"
    r"|\b(?:homogeneous coordinates|prepend\w*|append\w*|augment\w*|absorb\w*)"
    r"|\bstor(?:e|es|ed|ing)\b|\b(?:Py[Tt]orch|[Nn]um[Pp]y|TensorFlow|Keras|JAX)\b"
    r"|\$\s*[A-Za-z]\s*=\s*[A-Za-z]\s*\$|方阵|行向量|广播|批",
)
"""Words and formulas by which what is declared may be meant otherwise: sizes that agree, rows, batches."""


def says_loose_shapes(texts: Iterable[str]) -> bool:
    """The text says of shapes, sizes or code what may make those fit that do not as they are declared.

    >>> [says_loose_shapes([text]) for text in ("Let $A$ be square.", "if $m = n$", "the square root")]
    [True, True, False]
    """
    return any(map(LOOSE.search, texts))


__all__ = [
    "COLUMNS",
    "JACOBIAN",
    "LAYOUT",
    "NUMERATOR",
    "ROWS",
    "says_denominator_layout",
    "says_loose_shapes",
]
