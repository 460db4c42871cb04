"""Which bracket belongs to which: found before parsing, in one pass, so that an error has its exact place."""

from __future__ import annotations

from collections.abc import Sequence

from verify_derivations.errors import FormulaError
from verify_derivations.parse.commands import BAR_PAIRS, OPENING, SWITCHES
from verify_derivations.parse.tokens import Token

DEEPEST = 64
"""Brackets within brackets; deeper ones are turned down, so that no input exhausts the stack."""

CLOSERS = {"close", "right", "rbrace", "end"}
OPENERS = {"open": "close", "left": "right", "lbrace": "rbrace", "begin": "end"}
INTERVALS = {("(", "]"), ("[", ")")}
BREAKS = {"row", "amp", "quad"}


def joined(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without the pairs `\right. \\ \left.` that only let a bracket go on in the next line."""
    out: list[Token] = []
    skip: set[int] = set()
    for k, token in enumerate(tokens):
        if k in skip:
            continue
        if token.kind == "right" and token.name == ".":
            following = k + 1
            while tokens[following].kind in BREAKS:
                following += 1
            if tokens[following].kind == "left" and tokens[following].name == "." and following > k + 1:
                skip.add(following)
                continue
        out.append(token)
    return out


PLAIN_BEFORE = frozenset(
    "relation add multiply open left lbrace amp row quad separator prose letter number".split()
)
"""Kinds of tokens behind which a brace opens no argument."""


def unwrapped(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without braces around a relation, which print nothing: `{a = b} + c = d`, `a {=} b`.

    Those that are arguments stay, and so do those that bound what a font is in force for.
    """
    drop: set[int] = set()
    opened: list[int] = []
    for k, token in enumerate(tokens):
        if token.kind in OPENERS:
            opened.append(k)
        elif token.kind in CLOSERS:
            if opened:
                opened.pop()
        elif token.kind == "relation":
            for start in reversed(opened):
                before = tokens[start - 1].kind if start else "relation"
                if tokens[start].kind != "lbrace" or before not in PLAIN_BEFORE:
                    break
                drop.add(start)
    return _without_pairs(tokens, drop)


def _without_pairs(tokens: Sequence[Token], drop: set[int]) -> list[Token]:
    """Without these braces and those that close them; with them, where one is never closed."""
    opened: list[int] = []
    gone = set[int]()
    for k, token in enumerate(tokens):
        if token.kind in OPENERS:
            opened.append(k)
        elif token.kind in CLOSERS and opened:
            start = opened.pop()
            if start in drop and token.kind == "rbrace" and tokens[start + 1].text not in SWITCHES:
                gone |= {start, k}
    return [token for k, token in enumerate(tokens) if k not in gone]


def partners(tokens: Sequence[Token]) -> dict[int, int]:
    r"""For each opening bracket, brace or \begin the number of the token that closes it.

    Raises:
        FormulaError: one is never closed, or closed by another kind, or there are too many of them.

    >>> from verify_derivations.parse.tokens import tokens
    >>> partners(tokens("(a + {b})"))
    {3: 5, 0: 6}
    """
    found: dict[int, int] = {}
    opened: list[int] = []
    for k, token in enumerate(tokens):
        if token.kind in OPENERS:
            opened.append(k)
            if len(opened) > DEEPEST:
                raise FormulaError(f"brackets are nested more than {DEEPEST} deep", token.start, token.end)
        elif token.kind in CLOSERS:
            if not opened:
                raise FormulaError(f"{_shown(token)} closes nothing", token.start, token.end)
            _check_pair(tokens[opened[-1]], token)
            found[opened.pop()] = k
    if opened:
        token = tokens[opened[-1]]
        raise FormulaError(f"{_shown(token)} is never closed", token.start, token.end)
    return found


def _check_pair(first: Token, last: Token) -> None:
    if OPENERS[first.kind] != last.kind:
        raise FormulaError(f"{_shown(first)} is never closed", first.start, first.end)
    if first.kind == "begin" and first.name != last.name:
        raise FormulaError(
            f"\\begin{{{first.name}}} is closed by \\end{{{last.name}}}", first.start, last.end
        )
    if first.kind == "open":
        wanted = OPENING.get(first.name) or BAR_PAIRS.get(first.name)
        if wanted is not None and wanted != last.name and (first.name, last.name) not in INTERVALS:
            raise FormulaError(f"{_shown(first)} is closed by {_shown(last)}", first.start, last.end)


def _shown(token: Token) -> str:
    if token.kind in ("begin", "end"):
        return f"\\{token.kind}{{{token.name}}}"
    size = {"left": "\\left", "right": "\\right"}.get(token.kind, "")
    what = "the brace" if token.kind in ("lbrace", "rbrace") else "the bracket"
    return f"{what} {size}{token.text}"
