r"""Formulas that were copied without their layout: `f′(z)=(11+e−z)′` was a fraction and a power."""

from __future__ import annotations

import re

FUNCTIONS = "sigmoid softmax tanh sinh cosh log ln exp sin cos tan max min".split()

LETTERS = (
    rf"(?:[A-Za-z]{{0,2}}(?:{'|'.join(FUNCTIONS)})[A-Za-z]?|[A-Za-z]{{1,2}}|[A-Za-z]{{3}}(?=[=−+∑]))"
    r"(?![A-Za-z])"
)
SIGNS = "−∑∏∫∂∇√∗∞≤≥≈≠±·×⋅⊙′″‘’∈∥⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠"
GREEK = "\u0391-\u03c9ϵϕϑ"

PUNCTUATION = r"[-+*/=<>^_|'()\[\]{},.; \t]"
LINE = re.compile(
    rf"(?:[A-Z][a-z]+:[ \t]+)?"
    rf"(?P<formula>(?:(?<![A-Za-z]){LETTERS}|\d|[{SIGNS}{GREEK}]|{PUNCTUATION})+)"
)
TELLING = re.compile(rf"[{SIGNS}{GREEK}(]")
"""What a line has that is a formula, and no setting of a program."""

REASON = (
    "it was copied without its layout: what was above, below or beside is not known; "
    "write it as LaTeX between dollar signs"
)


def flattened(line: str) -> tuple[int, int] | None:
    """Where in a line of text a formula stands that lost its layout, if that is all of the line.

    >>> [flattened(line) for line in ("J=−1m∑i=1mlog(hi)", "Derivative: F ‘(z) = f (z)", "so x = 1", "lr=1")]
    [(0, 17), (12, 26), None, None]
    """
    found = LINE.fullmatch(line.strip())
    if found is None or "=" not in found["formula"] or TELLING.search(found["formula"]) is None:
        return None
    before = len(line) - len(line.lstrip())
    start, end = found.span("formula")
    return before + start, before + end


__all__ = ["REASON", "flattened"]
