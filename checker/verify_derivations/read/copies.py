r"""Formulas copied from a page with KaTeX, which come three times: `x 1 {x_{1}} x1`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"[^ \n]+")
LATEX = re.compile(r"[\\{}^_]")
IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
COMMAND = re.compile(r"\\([A-Za-z]+)|\\.", re.DOTALL)
SIGN = re.compile(r"[A-Za-z0-9\u0391-\u03c9]")

LONGEST = 40
"""Tokens of the LaTeX of one formula, and four times as many of its spaced form."""

VARIANTS = str.maketrans("ϵϕϑϱς", "εφθρσ")
LETTERS = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon "
        "phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega varepsilon varphi".split(),
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩεφ",
        strict=True,
    )
)
SPELLED = frozenset("log ln exp sin cos tan tanh max min lim arg det Pr".split())
"""Commands that are seen as their own names."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A formula that comes three times: where all of that starts and ends, and where its LaTeX does."""

    start: int
    latex_start: int
    latex_end: int
    end: int


def copies_in(text: str) -> list[Copy]:
    """The copies in a text, in order.

    The three must agree in every letter and digit, so a formula next to other text is not taken for one.

    >>> [copy] = copies_in("设 x 1 {x_{1}} x1是")
    >>> "设 x 1 {x_{1}} x1是"[copy.latex_start:copy.latex_end]
    '{x_{1}}'
    """
    found: list[Copy] = []
    if LATEX.search(text) is None:
        return found
    for line in re.finditer(r"[^\n]+", text):
        search = _Line(text, [token.span() for token in TOKEN.finditer(text, *line.span())])
        found.extend(search.copies())
    return found


class _Line:
    """The tokens of a line, which are what blank space separates."""

    def __init__(self, text: str, tokens: list[tuple[int, int]]) -> None:
        self.text = text
        self.tokens = tokens
        self.latex = [
            LATEX.search(text, *span) is not None and BARE.fullmatch(text, *span) is None for span in tokens
        ]

    def copies(self) -> Iterator[Copy]:
        """The copies in the line, in order."""
        number, low = 1, 0
        while number < len(self.tokens):
            copy, after = self._copy(number, low) if self._may_begin(number) else (None, 0)
            if copy is not None:
                yield copy
                low = after
            number = max(number, after) + 1

    def _may_begin(self, number: int) -> bool:
        """The token may be the first of some LaTeX: what stands before it is the end of the spaced form."""
        return self.latex[number] and not self.latex[number - 1]

    def _copy(self, number: int, low: int) -> tuple[Copy | None, int]:
        """The copy whose LaTeX begins with this token, and the number of the token behind it."""
        signs: Counter[str] = Counter()
        depth = 0
        for last in range(number, min(number + LONGEST, len(self.tokens) - 1)):
            token = self.text[slice(*self.tokens[last])]
            depth += token.count("{") - token.count("}")
            signs += _signs_of_latex(token)
            if depth or not signs:
                continue
            start, stop = self.tokens[last + 1]
            seen = IDEOGRAPH.split(self.text[start:stop], maxsplit=1)[0]
            if _signs(seen) == signs and (first := self._spaced(number, low, signs)) is not None:
                begin, end = self.tokens[number][0], self.tokens[last][1]
                return Copy(self.tokens[first][0], begin, end, start + len(seen)), last + 2
        return None, 0

    def _spaced(self, number: int, low: int, signs: Counter[str]) -> int | None:
        """The number of the token with which the spaced form begins that stands before this token."""
        left = Counter(signs)
        for first in range(number - 1, max(low, number - 4 * LONGEST) - 1, -1):
            token = self.text[slice(*self.tokens[first])]
            left.subtract(_signs(token))
            if min(left.values()) < 0 or self.latex[first]:
                return None
            if not any(left.values()):
                return self._with_operators(first, low)
        return None

    def _with_operators(self, first: int, low: int) -> int:
        """The brackets and signs before the first letter belong to it, too."""
        while first > low and OPERATOR.fullmatch(self.text[slice(*self.tokens[first - 1])]):
            first -= 1
        return first


BARE = re.compile(r"[\^_{}]")
OPERATOR = re.compile(r"[^\w\s,.;:\"'、，。；：“”]")


def _signs(text: str) -> Counter[str]:
    """The letters and digits of a text, how often each."""
    return Counter(SIGN.findall(text.translate(VARIANTS)))


def _signs_of_latex(token: str) -> Counter[str]:
    return _signs(COMMAND.sub(_seen, token))


def _seen(command: re.Match[str]) -> str:
    """What is seen of a command: a letter, its name, or nothing."""
    name = command[1] or ""
    return LETTERS.get(name, name if name in SPELLED else "")
