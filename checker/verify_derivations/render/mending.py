"""What would mend a refuted step, in words: `holds if 1 - exp(-x) is 1 + exp(-x) (a sign)`."""

from __future__ import annotations

from dataclasses import dataclass

from verify_derivations.model import Repair
from verify_derivations.render.parts import term_text
from verify_derivations.term.latex import latex


@dataclass(frozen=True, slots=True)
class Mending:
    """A repair as something to read: what is exchanged (nothing if a whole side is), and for what.

    `old` and `new` are LaTeX; `slip` says what would have been wrong.
    """

    lead: str
    old: str
    new: str
    slip: str


def mending(repair: Repair) -> Mending:
    """The repair with its formulas in LaTeX."""
    old = "" if repair.is_whole_side else latex(repair.old)
    return Mending(_lead(repair), old, latex(repair.new), repair.slip)


def mending_text(repair: Repair) -> str:
    """The repair in one line of plain text."""
    old = "" if repair.is_whole_side else f" {term_text(repair.old)}"
    return f"{_lead(repair)}{old} is {term_text(repair.new)} ({repair.slip})"


def _lead(repair: Repair) -> str:
    if repair.is_whole_side:
        return f"holds if the {repair.side} side"
    return "holds if on the left" if repair.side == "left" else "holds if"


__all__ = ["Mending", "mending", "mending_text"]
