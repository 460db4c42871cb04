"""What a document says of its notation: brackets, bars and norms with a meaning of their own, exponents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.model import Alternative

SENTENCE = re.compile(r"[.!?]\s+(?=[^a-z])|[。！？]|\n\s*\n")
"""Where a sentence ends."""

NAMED_BRACKETS = re.compile(
    r"\$\s*(?:\\left\s*)?(\[|\\\{)\s*(?:[a-zA-Z]|\\[a-z]+|\\cdot|\\,)\s*(?:\\right\s*)?(?:\]|\\\})\s*[$=]"
)
"""A name alone in brackets, of which the text says what they mean."""

NAMED_BARS = re.compile(
    r"\$\s*(?:\\left\s*)?(?:\||\\vert)\s*(?:[a-zA-Z]|\\[a-z]+|\\cdot|\\,)\s*(?:\\right\s*)?(?:\||"
    r"\\vert)(?:_[^$=]*)?\s*\$"
    r"\s*(?:be|is|are|denotes?|means|stands for|for|counts)\b(?![^.$]*(?:absolute|modul|magnitude|"
    r"determinant|norm))"
    r"|\b(?:cardinalit\w+|number of \w+|size|order|length of)\s*\$\s*(?:\||\\vert)"
    r"|\b(?:words?|strings?|sequences?|paths?|"
    r"lists?)\b[^.$]*(?:\$[^$]*\$[^.$]*)?\blengths?\s*\$\s*(?:\||\\vert)"
    r"|(?:串|词|序列)[^。$]*(?:\$[^$]*\$\s*)?的?\s*长度[为是记作]*\s*\$\s*(?:\||\\vert)"
    r"|\$\s*(?:have|has|with|having)\s+(?:exactly\s+)?(?:\$[^$]*\$|\w+)\s+elements?\b|"
    r"\bpower ?sets?\b|幂集|个元素",
    re.IGNORECASE,
)
"""The same in bars, which are no absolute value."""

NAMED_NORM = re.compile(
    r"\b(?:any|some|arbitrary|general|maximum|max|supremum|sup|infinity|uniform|taxicab|Manhattan|"
    r"operator|spectral|nuclear|"
    r"trace|energy|weighted|semi|[Ll]_?1|induced|Frobenius)[- ]?norm\b"
)
NORM = re.compile(
    r"(?:\\\||\\lVert|\\Vert)(?:(?!\\\||\\rVert|\\Vert).)*(?:\\\||\\rVert|\\Vert)(?!\s*_)", re.DOTALL
)
"""A norm without a subscript, and words for one that is not Euclidean."""

RECIPROCAL = re.compile(
    r"\\(?:arc)?(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|log|ln|exp)\s*\^\s*\{\s*-\s*1\s*\}"
)

ITERATED = re.compile(
    r"\\(?P<name>sin|cos|tan|log|ln|exp)\s*\^\s*\{?\s*\d.*\\(?P=name)\s*(?:\\left)?\s*\(?\s*\\(?P=name)", re.S
)
"""A function with a number above it beside the function of itself, which it may be."""

BRACKETS = Alternative("its brackets mean what the text says of them", "write a function for them")
ANOTHER_NORM = Alternative("its norm is the one that the text speaks of", "write a subscript at the norm")
POWER = Alternative("the exponent -1 is that of a power", "write \\arcsin or a fraction", covered=True)

ITERATE = Alternative("the number above a function counts how often it is applied", "write it out")


def of_notation(latex: str, text: str) -> Iterator[Alternative]:
    """What a text says of the notation of a formula, or leaves open of it."""
    if any(found[1] in latex for found in NAMED_BRACKETS.finditer(text)):
        yield BRACKETS
    if re.search(r"(?<!\\)\||\\[lr]?vert(?![a-z])", latex) and NAMED_BARS.search(text):
        yield BRACKETS
    if NORM.search(latex) and any(NORM.search(part) for part in _with_norms(text)):
        yield ANOTHER_NORM
    if RECIPROCAL.search(latex):
        yield POWER
    if ITERATED.search(latex):
        yield ITERATE


def _with_norms(text: str) -> Iterator[str]:
    """The sentences that speak of a norm that is not Euclidean."""
    yield from (part for part in SENTENCE.split(text) if NAMED_NORM.search(part))


__all__ = ["SENTENCE", "of_notation"]
