"""The words, signs and codes of every verdict: one table each, shared by all renderers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from verify_derivations.model import Enclosure, Status, Witness
from verify_derivations.render.plain import printable
from verify_derivations.results import Origin


@dataclass(frozen=True, slots=True)
class Look:
    """How a status is shown: sign and word always together, colour only in addition."""

    sign: str
    slug: str
    color: str
    code: str | None
    help: str


LOOKS: dict[Status, Look] = {
    Status.PROVED: Look("✓", "proved", "green", None, ""),
    Status.REFUTED: Look(
        "✗",
        "refuted",
        "red",
        "VD101",
        'correct the line; if the source really says this, mark it: expect="refuted", wrong="what is wrong"',
    ),
    Status.UNDECIDED: Look(
        "?",
        "undecided",
        "yellow",
        "VD102",
        "declare where the symbols live, or split the step into smaller ones",
    ),
    Status.ILL_FORMED: Look(
        "!",
        "ill-formed",
        "magenta",
        "VD103",
        'correct the line; if the source says this, mark it: expect="ill-formed", wrong="what is wrong"',
    ),
    Status.NOT_UNDERSTOOD: Look(
        "~",
        "not-understood",
        "cyan",
        "VD104",
        "declare what the reason names, or mark the line with d.unreadable(reason, intended=...)",
    ),
    Status.VACUOUS: Look(
        "0",
        "vacuous",
        "magenta",
        "VD105",
        "look at the declarations: there is no point at which both sides are defined",
    ),
}

DOCUMENT_HELP: dict[str, str] = {
    "VD101": "correct the line; if it is meant to be wrong, say so in a comment: vd: expect refuted: reason",
    "VD103": "correct the line, or say why it is no statement: vd: ignore: reason",
    "VD104": "declare in a comment what the reason names (vd: ...), or leave it out: vd: ignore: reason",
    "VD107": "look at the line: it is misprinted, or meant as the reason says (then declare that: vd: ...)",
}
"""What would help where the line stands in a document and not in a claim file, by code."""

SUSPECTED_CODE = "VD107"
"""A step that is not understood, and looks wrong."""

UNEXPECTED_CODE = "VD106"
"""A step that was said to fail in a known way, and does not."""

UNEXPECTED_HELP = "if the source has been corrected, take expect=... and wrong=... away"

ORIGINS: dict[Origin, tuple[str, str]] = {
    Origin.INTRODUCED: ("introduced", "the error starts here"),
    Origin.INHERITED: ("inherited", "carried on from {culprit}"),
    Origin.REPAIRED: ("repaired", "undoes the error of {culprit} silently"),
    Origin.UNCLEAR: ("unclear", "the error starts here or before"),
}
"""The slug and the label of what a step does to the truth of its chain."""


def value_text(value: Enclosure) -> str:
    """A certified value, exactly where it is known exactly.

    >>> value_text(Enclosure("0.25", "1/4")), value_text(Enclosure("0.3333", "1/3"))
    ('1/4 = 0.25', '1/3 ≈ 0.3333')
    >>> value_text(Enclosure("0e-18"))
    '0 to 18 decimals'
    """
    if value.decimal.startswith("0e-"):  # no digit but the zero is sure
        return printable(f"0 to {value.decimal.removeprefix('0e-')} decimals")
    if value.exact is None or value.exact == value.decimal:
        return printable(value.decimal)
    sign = "=" if _rational(value.exact) == _rational(value.decimal) is not None else "≈"
    return printable(f"{value.exact} {sign} {value.decimal}")


def point_text(witness: Witness) -> str:
    """The point of a counterexample, sizes first, in one line."""
    return printable(str(witness))


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "statement"), counted(2, "statement")
    ('1 statement', '2 statements')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def _rational(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except ValueError:
        return None
