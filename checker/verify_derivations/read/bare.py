r"""LaTeX in plain text with no delimiters at all: `where \hat{y} is`, a line `\delta^{l} = a (z)`."""

from __future__ import annotations

import re

from verify_derivations.read.braces import Braces

KNOWN = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi "
    "psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega varepsilon varphi frac sqrt sum prod "
    "int partial nabla bigtriangledown hat bar tilde vec dot mathbf mathbb mathrm mathcal boldsymbol "
    "operatorname log ln exp sin cos tan max min lim left right cdot times odot bigodot leq geq neq le "
    "ge ne approx in infty to rightarrow Rightarrow begin text quad ldots cdots therefore".split()
)
"""A text without any of these commands is no LaTeX: `C:\\Users` is not."""

SHORT_WORDS = frozenset("is of to in it as be at by or if we on an no so do us my he me up go am".split())

COMMAND = re.compile(r"\\([A-Za-z]+)")
UNIT = re.compile(
    r"""
      (?P<brace> \{ )
    | \\(?:[A-Za-z]+|[{}|,;:!\\])                       # a command
    | (?P<name> (?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z]) )
    | (?<![A-Za-z])(?:sin|cos|tan|log|ln|exp|max|min|tanh)(?![A-Za-z])
    | \d+(?:\.\d+)? | [\u0391-\u03c9]                   # a number, a Greek letter
    | [-+*/=<>()\[\]^_|,'&−≤≥≠≈×·∂∑∫∈∞]|[.!:](?!\s)     # a sign; at the end of words, none
    | (?P<blank> [ ]+ )
    """,
    re.VERBOSE,
)
ARTICLE = r"(?<![A-Za-z])[aAI](?=\s+[^\s=+*/<>^_&|−≤≥≠≈×·-])"
EDGES = re.compile(rf"(?:[\s,.:!'&)\]]|{ARTICLE})*+")
TAIL = re.compile(r"(?:(?<![=+*/<>^_&|(−≤≥≠≈×·-])\s[aAI]|[\s,.:!'&(\[])\Z")


def bare_formulas(text: str) -> list[tuple[int, int]]:
    r"""Where LaTeX stands in a text of words, in order.

    >>> text = r"where \hat{y} = a is a variable"
    >>> [text[slice(*place)] for place in bare_formulas(text)]
    ['\\hat{y} = a']
    """
    found: list[tuple[int, int]] = []
    if COMMAND.search(text) is None:
        return found
    braces, at = Braces(text), 0
    while at < len(text):
        end = _run_end(text, at, braces)
        start, stop = _trimmed(text, at, end)
        if any(command[1] in KNOWN for command in COMMAND.finditer(text, start, stop)):
            found.append((start, stop))
        at = max(end, at + 1)
    return found


def _run_end(text: str, at: int, braces: Braces) -> int:
    """Where what begins here stops to be mathematics."""
    while (unit := UNIT.match(text, at)) is not None and unit[0].lower() not in SHORT_WORDS:
        group = braces.group(at) if unit["brace"] else (at, at)
        if group is None:
            break
        at = group[1] + 1 if unit["brace"] else unit.end()
    return at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, punctuation and articles at both ends."""
    edge = EDGES.match(text, start, end)
    start = edge.end() if edge is not None else start
    while start < end and (tail := TAIL.search(text, max(start, end - 2), end)) is not None:
        end = tail.start()
    return start, end
