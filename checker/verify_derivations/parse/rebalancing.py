"""Where a bracket may be missing, or be too many, in a formula whose brackets do not pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify_derivations.errors import FormulaError
from verify_derivations.parse.brackets import partners
from verify_derivations.parse.commands import OPENING
from verify_derivations.parse.tokens import Token, tokens

MISSING = "a missing bracket"
TOO_MANY = "a bracket too many"
OTHER_KIND = "a bracket of another kind"

OPENERS = {closing: opening for opening, closing in reversed(OPENING.items())}
"""For each closing bracket one that opens it, the plainest."""

SIDES = frozenset(("relation", "row", "quad", "separator", "end-of-text"))
"""What a bracket hardly reaches across."""


def rebalanced(latex: str) -> Iterator[tuple[str, str]]:
    r"""Formulas with one bracket less, more, or exchanged, and what was wrong with each.

    The one with less comes first: where that holds, no bracket is needed. Nothing if the brackets pair, or if
    braces or environments do not; nor if the one too many numbers an item.

    >>> [text for _, text in rebalanced("2(a + b = c")][:3]
    ['2a + b = c', '2(a + b) = c', '2(a +) b = c']
    """
    try:
        found = tokens(latex)
    except FormulaError:
        return
    try:
        partners(found)
    except FormulaError as error:
        place = next((k for k, token in enumerate(found) if token.start == error.start), len(found) - 1)
        token = found[place]
        if token.kind in ("open", "left"):
            yield from _of_opening(latex, found, place, error)
        elif token.kind in ("close", "right") and not _is_item(found, place):
            yield TOO_MANY, latex[: token.start] + latex[token.end :]
            yield from _with_opening(latex, found, place)


def _is_item(found: Sequence[Token], place: int) -> bool:
    """It stands behind the number or the letter of an item, as in 1) or iv), and nothing is wrong with it."""
    first = next((k + 1 for k in range(place - 1, -1, -1) if found[k].kind in ("row", "quad")), 0)
    before = found[first:place]
    alone = len(before) == 1 and before[0].kind in ("number", "letter", "text", "prose")
    return alone or (bool(before) and all(token.text in ("i", "v", "x") for token in before))


def _of_opening(
    latex: str, found: Sequence[Token], place: int, error: FormulaError
) -> Iterator[tuple[str, str]]:
    """A bracket that is not closed, or closed by one of another kind."""
    token = found[place]
    closing = _closing(token)
    if error.end > token.end:
        last = next(t for t in found if t.end == error.end)
        yield OTHER_KIND, latex[: last.start] + closing + latex[last.end :]
        yield OTHER_KIND, latex[: token.start] + OPENERS.get(last.name, "(") + latex[token.end :]
        return
    yield TOO_MANY, latex[: token.start] + latex[token.end :]
    yield from ((MISSING, latex[:at] + closing + latex[at:]) for at in _behind(found, place))


def _behind(found: Sequence[Token], place: int) -> Iterator[int]:
    """Where it may be closed: at the end of its side first, then further in, then beyond."""
    end = next(k for k, token in enumerate(found) if k > place and token.kind in SIDES)
    inside = [found[k - 1].end for k in range(end, place + 1, -1)]
    beyond = [token.end for token in found[end:-1]]
    yield from dict.fromkeys(inside + beyond)


def _with_opening(latex: str, found: Sequence[Token], place: int) -> Iterator[tuple[str, str]]:
    """A bracket that closes nothing: where it may be opened, from the beginning of its side on."""
    token = found[place]
    name = OPENERS.get(token.name, "(")
    opening = f"\\left{name}" if token.kind == "right" else name
    start = next((k + 1 for k in range(place - 1, -1, -1) if found[k].kind in SIDES), 0)
    for before in (*found[start:place], *found[:start]):
        yield MISSING, latex[: before.start] + opening + latex[before.start :]


def _closing(token: Token) -> str:
    name = OPENING.get(token.name, ")")
    return f"\\right{name}" if token.kind == "left" else name


__all__ = ["rebalanced"]
