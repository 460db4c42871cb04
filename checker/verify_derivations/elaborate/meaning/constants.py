"""**Names that are constants** unless they are declared, defined or bound: pi, e, i."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning import scripts
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.parse.tree import Node
from verify_derivations.term.syntax.nodes import ONE, PI, Apply, I, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


def _pi(reading: Elaborator, node: Node) -> Term:
    usage = reading.scope.usage
    scripted = any(base == "\\pi" for base, _, _ in usage.slots) or "\\pi" in usage.called
    if scripted or any(name.startswith(("\\pi_", "\\pi^", "\\pi'")) for name in usage.alone):
        options = ("\\pi is a name here", "\\pi is the number 3.14...")
        chosen = reading.choose(Choice("\\pi", options, "constant $\\pi$ or let $\\pi=...$", usual=True))
        return PI if chosen == options[1] else Symbol("\\pi")
    return PI


def _euler(reading: Elaborator, node: Node) -> Term:
    if scripts.euler_base(reading):
        return Apply("exp", (ONE,))
    options = ("e is a name here", "e is the number 2.718...")
    chosen = reading.choose(Choice("e", options, "constant $e$, or let $e=\\exp(1)$", usual=True))
    return Apply("exp", (ONE,)) if chosen == options[1] else Symbol("e")


def _imaginary(reading: Elaborator, node: Node) -> Term:
    if scripts.imaginary(reading):
        return I
    if "i" in reading.scope.usage.ends:
        return Symbol("i")
    options = ("i is a name here", "i is the imaginary unit")
    chosen = reading.choose(Choice("i", options, "write \\mathrm{i} for the unit, constant $i$ for a name"))
    return I if chosen == options[1] else Symbol("i")


CONSTANTS: dict[str, Callable[[Elaborator, Node], Term]] = {
    "\\pi": _pi,
    "e": _euler,
    "\\mathrm{e}": lambda reading, node: Apply("exp", (ONE,)),
    "i": _imaginary,
    "\\imath": lambda reading, node: I,
    "\\mathrm{i}": lambda reading, node: I,
}
"""What each name is, where nothing else is said of it."""


__all__ = ["CONSTANTS"]
