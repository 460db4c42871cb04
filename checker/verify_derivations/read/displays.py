"""Where a displayed formula ends, in text that is not LaTeX throughout; what is none is not taken for one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify_derivations.read.dollars import MATHEMATICS

OPENING = re.compile(r"(?P<dollars>(?<!\$)\$\$(?!\$))|\\begin\{(?P<name>[A-Za-z]+\*?)\}|(?P<bracket>\\\\?\[)")
"""What may open a displayed formula."""

ENVIRONMENTS = frozenset(
    "equation align alignat flalign gather multline eqnarray displaymath dmath aligned alignedat gathered "
    "split array cases matrix pmatrix bmatrix vmatrix".split()
)
"""What MathJax displays without any delimiter; a star may follow the name."""

DOLLARS = re.compile(r"\\.|\$\$", re.DOTALL)
BRACKET = {
    "\\[": re.compile(r"\\\\|\\\]|\\\[", re.DOTALL),
    "\\\\[": re.compile(r"\\\\\]|\\\\\[(?!\s*-?[\d.])|\n[ \t]*\n"),
}
ENVIRONMENT = re.compile(r"\\(begin|end)\{([A-Za-z]+\*?)\}")

BLANK_LINE = re.compile(r"\n[ \t>]*\n")
STRUCTURE = re.compile(r"^[ \t>]*(?:#{1,6}[ \t]|```|~~~|<!--)", re.MULTILINE)
TEXT_GROUP = re.compile(
    r"\\(?:text[a-z]{0,2}|mbox|hbox|intertext|tag)\s*+\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}"
)
COMMENT = re.compile(r"(?<!\\)%[^\n]*")
SINGLE_DOLLAR = re.compile(r"(?<![\\$])\$(?!\$)")
WORDS = re.compile(
    r"(?<![\\A-Za-z])[A-Za-z]{2,}+[ ,;:]++(?:(?:[A-Za-z]{2,}+|[aAI])[ ,;:]++){2}[A-Za-z]{2,}"
    r"|[\u4e00-\u9fff]{6}"
)
TWO_WORDS = re.compile(
    r"(?<![\\A-Za-z{])[A-Za-z]{2,}+[ ,;:]++[A-Za-z]{2,}|^[ \t]*[A-Za-z]{2,}+[ \t.,:;]*$|[\u4e00-\u9fff]{2}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the text between the delimiters begins and ends, and where the whole ends."""

    start: int
    inner_end: int
    end: int


class Displays:
    """The displayed formulas of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends: dict[int, tuple[int, int]] | None = None

    def close(self, opening: re.Match[str]) -> Closing | None:
        """Where the formula ends that is opened there; None if it does not, or is none."""
        if opening["dollars"]:
            return self._dollars(opening.end())
        if opening["bracket"]:
            return self._bracket(opening["bracket"], opening.end())
        if not self.is_display(opening["name"]):
            return None
        end = self._environments().get(opening.start())
        return Closing(opening.start(), end[1], end[1]) if end is not None else None

    def is_display(self, name: str) -> bool:
        """Whether an environment of this name is a displayed formula."""
        return name.rstrip("*") in ENVIRONMENTS

    def _dollars(self, at: int) -> Closing | None:
        for token in DOLLARS.finditer(self.text, at):
            if token[0] == "$$":
                inner = self.text[at : token.start()]
                closes = inner.strip() and plausible(inner) and not self._opens_another(at, token)
                return Closing(at, token.start(), token.end()) if closes else None
        return None

    def _opens_another(self, at: int, token: re.Match[str]) -> bool:
        """These dollars open a formula of their own: the one that began at `at` is never closed."""
        following = next((t for t in DOLLARS.finditer(self.text, token.end()) if t[0] == "$$"), None)
        if following is None or not is_formula(self.text[token.end() : following.start()]):
            return False
        inner = TEXT_GROUP.sub("", COMMENT.sub("", self.text[at : token.start()]))
        before = self.text.rfind("\n", at, token.start())
        begins_line = before >= 0 and not self.text[before : token.start()].strip()
        goes_on = self.text[token.end() :].partition("\n")[0].strip(" \t.,;:")
        opened_alone = not self.text[at:].partition("\n")[0].strip()
        return _is_text(inner) or (begins_line and bool(goes_on) and not opened_alone)

    def _bracket(self, opening: str, at: int) -> Closing | None:
        for token in BRACKET[opening].finditer(self.text, at):
            if token[0] == opening[:-1] + "]":
                inner = self.text[at : token.start()]
                sure = plausible(inner) and (opening != "\\[" or MATHEMATICS.search(inner) is not None)
                return Closing(at, token.start(), token.end()) if sure else None
            if token[0] != "\\\\":
                return None
        return None

    def _environments(self) -> dict[int, tuple[int, int]]:
        """For the start of every environment that is closed: where its `\\end` begins and ends."""
        if self._ends is None:
            self._ends = environment_ends(self.text)
        return self._ends


def environment_ends(text: str) -> dict[int, tuple[int, int]]:
    r"""For the place of each `\begin` that is closed, where its `\end` begins and where it ends.

    >>> environment_ends(r"\begin{a}\begin{b}\end{a}")
    {0: (18, 25)}
    """
    ends: dict[int, tuple[int, int]] = {}
    opened: list[tuple[str, int]] = []
    counts: dict[str, int] = {}
    for token in ENVIRONMENT.finditer(text):
        name = token[2]
        if token[1] == "begin":
            opened.append((name, token.start()))
            counts[name] = counts.get(name, 0) + 1
        elif counts.get(name):
            while True:  # what is open inside of it is never closed
                last, start = opened.pop()
                counts[last] -= 1
                if last == name:
                    break
            ends[start] = token.start(), token.end()
    return ends


def is_formula(inner: str) -> bool:
    """Whether this is a formula even where nothing says so: nothing but mathematics, in one paragraph.

    >>> is_formula(" (x+1)^2 = x^2 "), is_formula(" and so "), is_formula("a = b\\n\\nc = d")
    (True, False, False)
    """
    bare = TEXT_GROUP.sub("", inner)
    return plausible(inner) and MATHEMATICS.search(bare) is not None and not _is_text(bare)


def _is_text(bare: str) -> bool:
    """It has a blank line, or words in a row or on a line of their own, which formulas seldom have."""
    return BLANK_LINE.search(bare) is not None or TWO_WORDS.search(bare) is not None


def plausible(inner: str) -> bool:
    """Whether what stands between two `$$` is one formula, and not what stands between two formulas.

    >>> plausible("a = b\\n\\n+ c"), plausible("\\n\\nThis is what we had, with $x$ for $y$.\\n\\n")
    (True, False)
    """
    if STRUCTURE.search(inner):
        return False
    bare = TEXT_GROUP.sub("", COMMENT.sub("", inner))
    if SINGLE_DOLLAR.search(bare):
        return False
    return BLANK_LINE.search(inner) is None or WORDS.search(bare) is None
