r"""Layouts of derivatives by arrays: which of them the text says, and the keys under which one is settled.

In denominator layout the derivative of a number by an array has the shape of the array, in numerator layout
that of its transpose. The first one is read unless the text says the other one; a proof in what is read
stands, and a refutation has to hold in both unless the text says "denominator layout".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

LAYOUT = "layout of derivatives"
NUMERATOR, DENOMINATOR = (
    f"derivatives by arrays are in {one} layout" for one in ("numerator", "denominator")
)
"""The key under which a layout is settled, and the two of them in words."""


class Layout(Enum):
    """What a text says of the layout of derivatives; `OPEN`: it speaks of another one, or of both."""

    UNSAID = "unsaid"
    DENOMINATOR = "denominator"
    NUMERATOR = "numerator"
    OPEN = "open"


JACOBIAN = "rows of derivatives"
ROWS, COLUMNS = "row", "column"
"""The key under which it is settled what the rows of such a derivative are, and how options begin."""

SAYS_DENOMINATOR = re.compile(
    r"\bdenominator[- ]layout"
    r"|\b(?:gradients?|derivatives?)\b[^.;]{0,80}\bthe same (?:shape|size|dimension)s? as\b"
    r"|分母布局",
    re.IGNORECASE,
)
SAYS_NUMERATOR = re.compile(r"\bnumerator[- ](?:layout|convention)\b|分子布局", re.IGNORECASE)
BOTH = re.compile(r"\blayouts\b|两种布局", re.IGNORECASE)
UNSURE = re.compile(
    r"\b(?:not|no|unlike|instead|than|contrast|differs?|different|versus|vs|whereas|if|some|others?|would|avoid\w*|"
    r"or|but|sometimes|often|authors?|books?|call(?:ed|s)?|never|neither)\b|n't\b|不|而非|有些|如果|或",
    re.IGNORECASE,
)
"""Words of a sentence that may speak of a layout which the text does not use."""


def layout_said(texts: Iterable[str]) -> Layout:
    """The layout of derivatives that the prose says it uses.

    >>> [layout_said([text]).name for text in ("We use denominator layout.", "Both layouts.")]
    ['DENOMINATOR', 'OPEN']
    >>> [layout_said([text]).name for text in ("Numerator layout is used.", "Some use numerator layout.")]
    ['NUMERATOR', 'OPEN']
    """
    found = list(texts)
    denominator = any(map(SAYS_DENOMINATOR.search, found))
    numerator = [
        sentence for text in found for sentence in _sentences(text) if SAYS_NUMERATOR.search(sentence)
    ]
    if numerator or any(map(BOTH.search, found)):
        sure = numerator and not denominator and not any(map(BOTH.search, found))
        return Layout.NUMERATOR if sure and not any(map(UNSURE.search, numerator)) else Layout.OPEN
    return Layout.DENOMINATOR if denominator else Layout.UNSAID


def _sentences(text: str) -> list[str]:
    return re.split(r"[.!?;](?=\s|$)|[。；！？]|\n\s*\n", text)


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
    "DENOMINATOR",
    "JACOBIAN",
    "LAYOUT",
    "NUMERATOR",
    "ROWS",
    "Layout",
    "layout_said",
    "says_loose_shapes",
]
