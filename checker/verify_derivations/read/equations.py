"""Several equations in one block, blank lines between them, as Sphinx understands its `math` directive."""

from __future__ import annotations

import re

from verify_derivations.manuscript import Placed

BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{")


def separate_equations(block: Placed) -> list[Placed]:
    """The equations of a block, each by itself; a blank line within an environment separates nothing.

    >>> from verify_derivations.manuscript import SourceText
    >>> source = SourceText("a.rst", "a = b\\n\\nc = d")
    >>> [equation.text for equation in separate_equations(source.placed(0, 12))]
    ['a = b', 'c = d']
    """
    found, at, depth, seen = [], 0, 0, 0
    for gap in BLANK_LINES.finditer(block.text):
        for sign in ENVIRONMENT.finditer(block.text, seen, gap.start()):
            depth += 1 if sign[1] == "begin" else -1
        seen = gap.end()
        if depth <= 0:
            found.append(block.cut(at, gap.start()))
            at = gap.end()
    found.append(block.cut(at, len(block.text)))
    return [equation.stripped() for equation in found if equation.text.strip()]
