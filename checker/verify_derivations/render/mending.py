"""What would mend a refuted step, in words: `holds if 1 - exp(-x) is 1 + exp(-x) (a sign)`."""

from __future__ import annotations

from dataclasses import dataclass

from verify_derivations.model import Repair
from verify_derivations.render.parts import term_text
from verify_derivations.term.latex import RELATIONS, latex
from verify_derivations.term.nodes import Term

LEADS = {"left": "holds if on the left", "both": "holds if on both sides"}
"""How it begins, where it is not the right side that is edited."""


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
    old = "" if repair.is_whole_side else part_latex(repair.old)
    return Mending(_lead(repair), old, part_latex(repair.new), repair.slip)


def mending_text(repair: Repair) -> str:
    """The repair in one line of plain text."""
    old = "" if repair.is_whole_side else f" {part_text(repair.old)}"
    return f"{_lead(repair)}{old} is {part_text(repair.new)} ({repair.slip})"


def part_text(part: Term | str) -> str:
    """What is exchanged, a term or the sign of a relation, as plain text."""
    return part if isinstance(part, str) else term_text(part)


def part_latex(part: Term | str) -> str:
    """The same as LaTeX."""
    return RELATIONS.get(part, part) if isinstance(part, str) else latex(part)


def _lead(repair: Repair) -> str:
    if repair.is_whole_side:
        return f"holds if the {repair.side} side"
    return LEADS.get(repair.side, "holds if")


__all__ = ["Mending", "mending", "mending_text", "part_latex"]
