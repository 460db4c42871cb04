"""What is said of a step in one line: code, verdict, step, and the fact that decides."""

from __future__ import annotations

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Status, Verdict
from verify_derivations.render.mending import mending_text
from verify_derivations.render.place import shown_place
from verify_derivations.render.plain import one_line
from verify_derivations.render.view import StepView
from verify_derivations.render.wording import UNEXPECTED_CODE, point_text, value_text


def step_message(view: StepView) -> str:
    """`VD101 refuted: step 3 of sigmoid, the error starts here: at z = 1/7 left 0.25, right 0.5`."""
    expected = view.result.step.expect
    told = f", expected {expected}" if view.code == UNEXPECTED_CODE else ""
    head = f"{view.code} {view.result.status}{told}: {step_name(view)}"
    if view.origin:
        head += f", {view.origin[1]}"
    repair = view.result.repair
    facts = (_fact(view.result.verdict), mending_text(repair) if repair else "")
    said = "; ".join(fact for fact in facts if fact)
    return f"{head}: {said}" if said else head


def known_message(view: StepView) -> str:
    """`refuted as expected: step 3 of sigmoid: the sign is lost`, for a known error."""
    told = one_line(view.result.step.wrong) or view.reason
    head = f"{view.result.status} as expected: {step_name(view)}"
    return f"{head}: {told}" if told else head


def diagnostic_message(diagnostic: Diagnostic) -> str:
    """`notes.py:4:1: VD203 oo is no number`."""
    place = f"{shown_place(diagnostic.span)}: " if diagnostic.span else ""
    return f"{place}{diagnostic.code} {one_line(diagnostic.message)}"


def step_name(view: StepView) -> str:
    """`step 3 of sigmoid`, with the name that the source's inventory gives it."""
    ref = f" ({one_line(view.result.step.ref)})" if view.result.step.ref else ""
    return f"step {view.number} of {one_line(view.derivation.id)}{ref}"


def _fact(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    if verdict.status is Status.REFUTED and verdict.witness:
        left, right = value_text(verdict.witness.lhs), value_text(verdict.witness.rhs)
        return f"at {point_text(verdict.witness)} left {left}, right {right}"
    return one_line(verdict.reason)
