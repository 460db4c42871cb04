r"""Rows of a display that only say what is done next, as `\text{Now factor out } x_j` between two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verify_derivations.parse.tokens import Token
from verify_derivations.parse.words import is_remark

OPENS = frozenset(("open", "left", "lbrace", "begin"))
CLOSES = frozenset(("close", "right", "rbrace", "end"))
LAYOUT = frozenset(("amp", "quad"))


def with_remarks(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with such a row as one piece of prose.

    It begins with words that call for an operation and states nothing, and the row behind it goes on with a
    relation sign. A row that does state something is left as it is.
    """
    rows = list(_rows(tokens))
    out: list[Token] = []
    at = 0
    for (start, end), following in pairwise(rows):
        words = _first(tokens, start, end)
        behind = _first(tokens, *following)
        if words is None or behind is None or behind.kind != "relation":
            continue
        if not is_remark(words.text) or words.kind != "text" or _states(tokens, start, end):
            continue
        last = tokens[end - 1]
        shown = " ".join(token.text.strip() for token in tokens[start:end] if token.kind not in LAYOUT)
        out += tokens[at:start]
        out.append(Token("prose", shown, shown, words.start, last.end, words.spaced))
        at = end
    return [*out, *tokens[at:]]


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The rows, wherever they stand: each from behind a line end or the begin of an environment."""
    starts = [0]
    for k, token in enumerate(tokens):
        if token.kind == "begin":
            starts.append(k + 1)
        elif token.kind in ("row", "end", "end-of-text"):
            yield starts[-1], k
            if token.kind == "end" and len(starts) > 1:
                starts.pop()
            starts[-1] = k + 1


def _first(tokens: Sequence[Token], start: int, end: int) -> Token | None:
    """The first token of a row that prints something."""
    return next((token for token in tokens[start:end] if token.kind not in LAYOUT), None)


def _states(tokens: Sequence[Token], start: int, end: int) -> bool:
    """There is a relation sign in the row, or a bracket that it does not close."""
    depth = 0
    for token in tokens[start:end]:
        depth += (token.kind in OPENS) - (token.kind in CLOSES)
        if depth < 0 or (token.kind == "relation" and depth == 0):
            return True
    return depth != 0


__all__ = ["with_remarks"]
