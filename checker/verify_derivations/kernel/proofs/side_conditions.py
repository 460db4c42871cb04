"""What must hold at a point for a proof to speak about it, beyond the declarations: found, and worded."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.certificate import Argument, Order
from verify_derivations.kernel.calculus.continuity import holds_given
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.arguments import unmet_requirements
from verify_derivations.model import Condition
from verify_derivations.term.arrays.matrix_form import NoMatrixForm, Shapes, matrix_form
from verify_derivations.term.arrays.matrix_notation import form_latex, form_text
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.notation.latex import latex
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import ZERO, Determinant, Entry, Symbol, Term

Words = tuple[str, str]
"""The same in plain text and in LaTeX."""

SIGNS: dict[str, Words] = {
    "> 0": ("> 0", "> 0"),
    ">= 0": (">= 0", r"\ge 0"),
    "!= 0": ("!= 0", r"\ne 0"),
    "nonpole": ("not in 0, -1, -2, ...", r"\notin \{0, -1, -2, \dots\}"),
}
"""What is required of a term."""


def side_conditions(
    s: Statement, argument: Argument | Order, found: list[Requirement] | None
) -> tuple[Condition, ...]:
    """What must hold at a point for the proof to speak about it, beyond the declarations; each once.

    `found` are those that the check of the argument has told already.
    """
    shapes = {name: array.shape for name, array in s.arrays.items()}
    shown: dict[str, Condition] = {}
    for requirement in unmet_requirements(s, argument, found):
        if _is_given(s, requirement):
            continue
        condition = _condition(requirement, shapes)
        shown.setdefault(condition.text, condition)
    return tuple(shown.values())


def _is_given(s: Statement, requirement: Requirement) -> bool:
    """The author's hypotheses give what an integral requires in order to converge: nothing is to be told."""
    own = {(r.term, ">", ZERO) for r in s.converging}
    if requirement not in s.converging or len(own) == len(s.assumed):
        return False
    return holds_given(replace(s, assumed=tuple(a for a in s.assumed if a not in own)), requirement)


def _condition(requirement: Requirement, shapes: Shapes) -> Condition:
    plain, tex = _printed(requirement.term, shapes)
    plain_sign, tex_sign = SIGNS[requirement.relation]
    where, tex_where = _everywhere(requirement)
    return Condition(f"{plain} {plain_sign}{where}", f"{tex} {tex_sign}{tex_where}")


def _everywhere(requirement: Requirement) -> Words:
    """Through what the indices in it run; those of entries of arrays run through all there are.

    A variable of integration lies between its bounds: at these themselves nothing is required.
    """
    named = _names_apart_from_entries(requirement.term)
    inside = [r for r in requirement.ranges if r.name in named]
    words, tex = "", ""
    for r in inside:
        before, link = ("from", "to") if r.whole else ("between", "and")
        words += f" for every {r.name} {before} {text(r.lower)} {link} {text(r.upper)}"
        k, a, b = latex(Symbol(r.name)), latex(r.lower), latex(r.upper)
        tex += rf" \text{{ for every }} {k} \text{{ {before} }} {a} \text{{ {link} }} {b}"
    return words, tex


def _names_apart_from_entries(term: Term) -> set[str]:
    if isinstance(term, Entry):
        return set()
    if isinstance(term, Symbol):
        return {term.name}
    return set().union(*map(_names_apart_from_entries, term.children))


def _printed(term: Term, shapes: Shapes) -> Words:
    """The term; a determinant in matrix notation, as nobody reads one in sums over entries."""
    if isinstance(term, Determinant):
        try:
            form = matrix_form(term, (), shapes)
            return form_text(form), form_latex(form)
        except NoMatrixForm:
            pass
    return text(term), latex(term)


__all__ = ["side_conditions"]
