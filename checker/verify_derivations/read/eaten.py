r"""Backslashes that were eaten as escapes on the way: `rac{1}{2}` had been `\frac{1}{2}`."""

from __future__ import annotations

import re

from verify_derivations.manuscript import Placed, Repair, Run

CONTROL = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\n", "t": "\t", "v": "\v"}
"""What a backslash and this letter become in a string; a carriage return is read as a newline."""

WITH_CONTROL = (
    "alpha approx arg ast angle bar begin beta big Big bigg binom boldsymbol because bullet forall frac flat "
    "nabla neq notin nonumber rho right rangle rfloor rceil rightarrow tau tan tanh text textbf textit "
    "textrm tfrac theta therefore tilde times to top triangle vec varepsilon varphi vdots vee vert"
).split()
"""Commands that are known again by the control character in the place of their first two characters."""

WITHOUT = {
    "frac": r"(?=\s*[{\d])",
    "text": r"(?=\s*\{)",
    "textbf": r"(?=\s*\{)",
    "textrm": r"(?=\s*\{)",
    "textit": r"(?=\s*\{)",
    "tilde": r"(?=\s*\{)",
    "bar": r"(?=\s*\{)",
    "vec": r"(?=\s*\{)",
    "begin": r"(?=\s*\{)",
    "binom": r"(?=\s*\{)",
    "boldsymbol": r"(?=\s*\{)",
} | dict.fromkeys(
    "theta times nabla right alpha approx forall varepsilon varphi therefore triangle tanh".split(), ""
)
"""Commands that are known again without it, and what must follow them."""


def _pattern() -> re.Pattern[str]:
    plain = "|".join(f"{name[1:]}(?![A-Za-z]){follows}" for name, follows in WITHOUT.items())
    marked = "|".join(
        f"{re.escape(CONTROL[name[0]])}{name[1:]}(?![A-Za-z])" for name in WITH_CONTROL if name[0] in CONTROL
    )
    return re.compile(
        rf"(?P<marked>{marked})|(?<=\^)\s?(?P<top>op)(?![A-Za-z])|(?<![A-Za-z\\])(?P<plain>{plain})"
    )


EATEN = _pattern()
BY_CONTROL = {CONTROL[name[0]] + name[1:]: f"\\{name}" for name in WITH_CONTROL if name[0] in CONTROL}
BY_REST = {name[1:]: f"\\{name}" for name in WITHOUT} | {"op": r"\top"}


def mended(formula: Placed) -> tuple[Placed, tuple[Repair, ...]]:
    r"""The formula with its backslashes back, and what was mended.

    >>> from verify_derivations.manuscript import SourceText
    >>> source = SourceText("page.txt", "J(heta) = rac{1}{2}")
    >>> mended(source.placed(0, 19))[0].text
    'J(\\theta) = \\frac{1}{2}'
    """
    parts, repairs, at = [], [], 0
    for found in EATEN.finditer(formula.text):
        start, end = found.span(found.lastgroup or 0)
        read = BY_CONTROL[found[0]] if found["marked"] else BY_REST[formula.text[start:end]]
        place = formula.range(start, end)
        parts.append(formula.cut(at, start))
        parts.append(Placed(read, formula.source, (Run(0, *place, False),)))
        repairs.append(Repair(formula.source.span(*place), formula.text[start:end], read))
        at = end
    if not repairs:
        return formula, ()
    return Placed.joined(formula.source, (*parts, formula.cut(at, len(formula.text)))), tuple(repairs)
