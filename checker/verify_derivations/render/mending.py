"""What would mend a refuted step, in words: `holds if 1 - exp(-x) is 1 + exp(-x) (a sign)`."""

from __future__ import annotations

from dataclasses import dataclass

from verify_derivations.model import Repair, Suspicion
from verify_derivations.render.parts import fitting, term_text
from verify_derivations.render.plain import one_line
from verify_derivations.render.wording import point_text, value_text
from verify_derivations.term.arrays.matrix_form import Form, NoMatrixForm, matrix_form
from verify_derivations.term.arrays.matrix_notation import form_latex, form_text
from verify_derivations.term.notation.latex import RELATIONS, latex
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Symbol, Term

LEADS = {
    "left": "holds if on the left",
    "both": "holds if on both sides",
    "whole": "holds if it",
    "relation": "holds if the relation",
    "condition": "holds as it stands where",
}
"""How it begins, where it is not the right side that is edited."""


@dataclass(frozen=True, slots=True)
class Mending:
    """A repair as something to read: what is exchanged (nothing if a whole side is), and for what.

    `old` and `new` are LaTeX; `slip` says what would have been wrong. `verb` stands before `new`. `under` is
    the condition, in LaTeX, under which the statement holds as it is printed. `unless` tells in words
    how it may be understood, too, and is not known to hold then.
    """

    lead: str
    old: str
    new: str
    slip: str
    verb: str = "is"
    under: str = ""
    unless: str = ""


def mending(repair: Repair) -> Mending:
    """The repair with its formulas in LaTeX."""
    under = _condition_latex(repair.under) if repair.under else ""
    unless = repair.unless
    if repair.side == "condition":
        return Mending(_lead(repair), "", _condition_latex(repair), repair.slip, verb="", unless=unless)
    form = _matrix_form(repair)
    if form is not None:
        return Mending(_whole_side(repair), "", form_latex(form), repair.slip, under=under, unless=unless)
    old = "" if _is_whole(repair) else part_latex(repair.old)
    return Mending(_lead(repair), old, part_latex(repair.new), repair.slip, under=under, unless=unless)


def mending_text(repair: Repair, *, as_latex: bool = False) -> str:
    """The repair in one line of plain text; its formulas in the plain notation, or as LaTeX.

    Args:
        repair: the edit.
        as_latex: whether the author writes LaTeX.
    """
    more = f", or as it stands where {_condition_text(repair.under, as_latex)}" if repair.under else ""
    more += f"; perhaps not if {repair.unless}" if repair.unless else ""
    if repair.side == "condition":
        return f"{_lead(repair)} {_condition_text(repair, as_latex)} (a condition){more}"
    form = _matrix_form(repair)
    if form is not None:
        side = _in_dollars(form_latex(form)) if as_latex else form_text(form)
        return f"{_whole_side(repair)} is {side} ({repair.slip}){more}"
    shown = _in_dollars_if_formula if as_latex else part_text
    old = "" if _is_whole(repair) else f" {shown(repair.old)}"
    return f"{_lead(repair)}{old} is {shown(repair.new)} ({repair.slip}){more}"


def declaring(repair: Repair) -> str:
    """The annotation with which the statement holds as it is printed; empty if there is none.

    It is proved with it, so what it says is what the author may have meant.
    """
    condition = repair if repair.side == "condition" else repair.under
    if condition is None:
        return ""
    return "; ".join(f"assume {_in_dollars(each)}" for each in _conditions(condition))


def _condition_text(repair: Repair, as_latex: bool) -> str:
    if not as_latex:
        return str(repair.new)
    return " and ".join(_in_dollars(each) for each in _conditions(repair))


def _in_dollars(formula: str) -> str:
    return f"${fitting(one_line(formula))}$"


def _in_dollars_if_formula(part: Term | str) -> str:
    return _in_dollars(part_latex(part))


def _condition_latex(repair: Repair) -> str:
    """Where symbols live, as LaTeX."""
    return ", ".join(_conditions(repair))


def _conditions(repair: Repair) -> list[str]:
    """Where each of the symbols lives, as LaTeX."""
    return [_lives(name, repair.claim.context.domain(name)) for name in str(repair.old).split(", ")]


def _lives(name: str, domain: Domain) -> str:
    if domain.field == "integer" and domain.lower is None and domain.upper is None:
        return f"{latex(Symbol(name))} \\in \\mathbb{{Z}}"
    bound, sign = (domain.lower, ">") if domain.upper is None else (domain.upper, "<")
    closed = not (domain.lower_open if sign == ">" else domain.upper_open)
    return f"{latex(Symbol(name))} {RELATIONS[sign + '=' if closed else sign]} {bound}"


def suspicion_text(suspicion: Suspicion) -> str:
    """What speaks for an error in a line whose refutation is not told, in one line of plain text."""
    witness = suspicion.refuted.witness
    where = (
        f" at {point_text(witness)} left {value_text(witness.lhs)}, right {value_text(witness.rhs)}"
        if witness
        else ""
    )
    return f"it looks wrong:{where}; {mending_text(suspicion.repair)}"


def part_text(part: Term | str) -> str:
    """What is exchanged, a term or the sign of a relation, as plain text."""
    return part if isinstance(part, str) else term_text(part)


def part_latex(part: Term | str) -> str:
    """The same as LaTeX."""
    return RELATIONS.get(part, part) if isinstance(part, str) else latex(part)


def _matrix_form(repair: Repair) -> Form | None:
    """The edited side of a statement about arrays in their notation; None where there is no such thing."""
    claim = repair.claim
    if isinstance(repair.new, str) or not claim.context.matrices or repair.side not in ("left", "right"):
        return None
    shapes = {array.name: array.shape for array in claim.context.arrays}
    try:
        return matrix_form(claim.lhs if repair.side == "left" else claim.rhs, claim.context.indices, shapes)
    except NoMatrixForm:
        return None


def _is_whole(repair: Repair) -> bool:
    return repair.is_whole_side or repair.side == "whole"


def _whole_side(repair: Repair) -> str:
    return f"holds if the {repair.side} side"


def _lead(repair: Repair) -> str:
    if repair.is_whole_side:
        return _whole_side(repair)
    return LEADS.get(repair.side, "holds if")


__all__ = ["Mending", "declaring", "mending", "mending_text", "part_latex", "suspicion_text"]
