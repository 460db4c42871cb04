"""Formulas in quotation marks, in the text of a link, in a question: what they say is only spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verify_derivations.elaborate.document.behind import begins_a_sentence
from verify_derivations.elaborate.document.in_words import Key, key_of
from verify_derivations.manuscript import Annotation, Manuscript, Prose, Region, Role

Block = Prose | Region | Annotation

QUOTES = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〞",
    "〈": "〉",
    "《": "》",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "``": "''",
    "`": "'",
    "[": "]",
}
"""The signs between which something is quoted or linked, each with those that end it."""

MARKS = re.compile("``|''|[\"'`“”„‟«»‹›「」『』〝〞〈〉《》‘’‚\\[\\]]")
AMBIGUOUS = frozenset("'`‘’‚")
"""Signs that are apostrophes within words."""

LONGEST = 300
"""What stands between two of them is not longer than this."""

FORMULA = "\ufffc"
"""What stands for a formula in the words of a paragraph."""

END = re.compile(r"[.!?](?=[\s\"'”’»)\]*_]|$)|[。！？]|\n\s*\n")
ABBREVIATED = re.compile(
    r"(?:\b(?:i\.e|e\.g|s\.t|resp|cf|viz|Eqs?|Figs?|Sec|Thm|Lem|vs|etc|z\.B|d\.h)|\b[A-Z])$"
)
ASKED = re.compile(r"[?？]|[吗呢么](?=\W*$)")
"""The signs of a question at the end of a sentence."""

UNDER = re.compile(
    r"^\W*(?:(?:so|now|then|and|but)\s+)?(?:let|suppose|assume|if|given|for|when|with|consider)\b"
    rf"[^?]*{FORMULA}[^?]*[,;:—–-]\s*(?:then\s+)?(?:what|how|which|who|where|why|when|find|compute)\b",
    re.IGNORECASE,
)
"""How a question reads that asks for something else, under a condition: "if $x > 0$, what is $|x|$?"."""

WOULD = re.compile(r"\b(?:would|could|should|might|if it|what if|how about|why not)\b", re.IGNORECASE)
"""Words of a question that asks for the condition itself."""


def only_spoken(manuscript: Manuscript) -> frozenset[Key]:
    """The formulas of a document that say nothing by themselves, by where they stand.

    Args:
        manuscript: the document as it was read.
    """
    return frozenset(
        key for paragraph in _paragraphs(manuscript.blocks) for key in _of_a_paragraph(paragraph)
    )


def _paragraphs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks that make a paragraph: displays belong to it, and what goes on behind them."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Annotation):
            continue
        if isinstance(block, Prose) and not _goes_on(block, found):
            yield found
            found = []
        found.append(block)
    yield found


def _goes_on(block: Prose, before: Sequence[Block]) -> bool:
    if block.continued:
        return True
    behind_display = bool(before) and isinstance(before[-1], Region)
    return behind_display and block.role is Role.PARAGRAPH and not begins_a_sentence(block.text)


def _of_a_paragraph(blocks: Iterable[Block]) -> Iterator[Key]:
    text, regions = "", list[tuple[int, Region]]()
    for block in blocks:
        for part in block.parts if isinstance(block, Prose) else (block,):
            if isinstance(part, Region):
                regions.append((len(text), part))
                stop = re.search(r"[.?!]\s*$", part.latex) if part.display else None
                text += FORMULA + (f"{stop[0]} " if stop is not None else "")
            elif isinstance(part, Annotation):
                continue
            else:
                text += part.text
        text += "\n"
    if not regions:
        return
    spans = [*quoted(text), *asked(text)]
    for at, region in regions:
        if any(start <= at < end for start, end in spans):
            yield key_of(region)


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches of a text between quotation marks or square brackets.

    >>> text = "He says “if $ > 0”, isn't it so."
    >>> [text[start:end] for start, end in quoted(text)]
    ['“if $ > 0”']
    """
    found, open_ = list[tuple[int, int]](), list[tuple[str, int]]()
    for mark in MARKS.finditer(text):
        sign, start, end = mark[0], mark.start(), mark.end()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if sign in AMBIGUOUS and _is_of_a_word(before) and _is_of_a_word(behind):
            continue
        place = next((k for k in reversed(range(len(open_))) if sign in _closers(open_[k][0])), None)
        closes = place is not None and not (sign in AMBIGUOUS and (not before or before.isspace()))
        if closes and place is not None:
            if sign not in AMBIGUOUS or end - open_[place][1] < LONGEST:
                found.append((open_[place][1], end))
            del open_[place:]
        elif sign in QUOTES and not (sign in AMBIGUOUS and _is_of_a_word(before)):
            open_.append((sign, start))
    return found


def _closers(sign: str) -> tuple[str, ...]:
    closing = QUOTES[sign]
    return (closing,) if closing == "''" else tuple(closing)


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == FORMULA


def asked(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text that are questions, but for those that only suppose something and ask more.

    >>> text = "We see. Is b so, or not? Yes."
    >>> [text[start:end] for start, end in asked(text)]
    [' Is b so, or not?']
    """
    start = 0
    for end in [*(one for one in END.finditer(text) if not _is_abbreviated(text, one)), None]:
        stop = len(text) if end is None else end.end()
        sentence = text[start:stop]
        if ASKED.search(sentence.rstrip()[-2:]) and not (
            UNDER.match(sentence) and not WOULD.search(sentence)
        ):
            yield start, stop
        start = stop


def _is_abbreviated(text: str, end: re.Match[str]) -> bool:
    return end[0] == "." and ABBREVIATED.search(text[max(0, end.start() - 6) : end.start()]) is not None


__all__ = ["asked", "only_spoken", "quoted"]
