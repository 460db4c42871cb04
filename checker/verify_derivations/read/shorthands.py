r"""Authors' commands that open or close a displayed formula: `\be` for `\begin{equation}`."""

from __future__ import annotations

import re

DISPLAYS = frozenset(
    "equation align alignat flalign gather multline eqnarray displaymath dmath dgroup xalignat xxalignat "
    "IEEEeqnarray empheq".split()
)
"""Environments that are displayed formulas; a star may follow the name."""

OPENS_DISPLAY = re.compile(r"\s*(?:\\begin\s*\{(?P<name>[A-Za-z]+\*?)\}|(?P<dollars>\$\$)|(?P<bracket>\\\[))")

BRACKETS = {"$$": "$$", "\\[": "\\]"}
"""What closes a display that is no environment, by what opens it."""


def opened_by(body: str) -> str | None:
    """The environment, `$$` or `\\[` that a command's body opens first of all."""
    found = OPENS_DISPLAY.match(body)
    if found is None or (found["name"] and found["name"].rstrip("*") not in DISPLAYS):
        return None
    return found["name"] or found["dollars"] or found["bracket"]


def closes(body: str, opens: str) -> bool:
    """Whether a command's body closes what another one opens."""
    return BRACKETS.get(opens, f"\\end{{{opens}}}") in body


def halves(begin: str, end: str, opens: str) -> tuple[str, str, str]:
    """What belongs to the formula before and behind it, and the name of its environment."""
    if opens in BRACKETS:
        return begin.partition(opens)[2], "", end.partition(BRACKETS[opens])[0]
    return begin, opens, end
