"""What is said of a step in one line: code, verdict, step, and the fact that decides."""

from __future__ import annotations

import re

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Claim, Derivation, Status, Verdict
from verify_derivations.render.place import shown_path, shown_place
from verify_derivations.render.plain import one_line
from verify_derivations.render.slopes import failure
from verify_derivations.render.view import DerivationView, StepView
from verify_derivations.render.wording import UNEXPECTED_CODE


def step_message(view: StepView) -> str:
    """`VD101 refuted: step 3 of sigmoid, the error starts here: at z = 1/7 left 0.25, right 0.5`."""
    head = step_head(view)
    claim = view.result.step.claim
    suspected = f"it looks wrong: at {failure(view.suspected, claim)}" if view.suspected else ""
    repair = view.mending_text
    facts = (_fact(view.result.verdict, claim), suspected, repair)
    said = "; ".join(fact for fact in facts if fact)
    return f"{head}: {said}" if said else head


def step_head(view: StepView) -> str:
    """`VD101 refuted: step 3 of sigmoid, the error starts here`."""
    expected = view.result.step.expect
    told = f", expected {expected}" if view.code == UNEXPECTED_CODE else ""
    head = f"{view.code} {view.result.status}{told}: {step_name(view)}"
    return f"{head}, {view.origin[1]}" if view.origin else head


def known_message(view: StepView) -> str:
    """`refuted as expected: step 3 of sigmoid: the sign is lost`, for a known error."""
    told = one_line(view.result.step.wrong) or view.reason
    head = f"{view.result.status} as expected: {step_name(view)}"
    if view.origin:
        head += f", {view.origin[1]}"
    return f"{head}: {told}" if told else head


def undone_message(view: StepView) -> str:
    """`step 9 of sigmoid undoes the error of step 8 silently; the line before differs at x = 1 ...`."""
    label = view.origin[1] if view.origin else ""
    witness = view.result.local.witness if view.result.local else None
    differs = f"; the line before differs at {failure(witness, view.result.step.local)}" if witness else ""
    return f"{step_name(view)} {label}{differs}"


def chain_message(view: DerivationView, name: str, sentence: str) -> str:
    """`the chain of sigmoid: An error starts at step 6. The first and the last line do not agree.`"""
    if _is_section(view.derivation):
        line = OF_A_LINE.search(name)
        begins = f", the chain from line {line[1]} on" if line else ""
        return f"{one_line(view.source_place)}{begins}: {sentence}"
    called = f"{one_line(name)} of " if name else "of "
    return f"the chain {called}{one_line(view.derivation.id)}: {sentence}"


OF_A_LINE = re.compile(r":(\d+):\d+$")
"""Chains of documents are called by the place where they begin."""


def _is_section(derivation: Derivation) -> bool:
    """A section of a document, whose name is only made of the file's and a number."""
    return derivation.source is not None and derivation.id.startswith(f"{derivation.source.name}#")


def diagnostic_message(diagnostic: Diagnostic) -> str:
    """`notes.py:4:1: VD203 oo is no number`."""
    place = f"{shown_place(diagnostic.span)}: " if diagnostic.span else ""
    return f"{place}{diagnostic.code} {one_line(diagnostic.message)}"


def step_name(view: StepView) -> str:
    """`step 3 of sigmoid`, with the name that the inventory gives it; of a document, with the title."""
    ref = f" ({one_line(view.result.step.ref)})" if view.result.step.ref else ""
    if not _is_section(view.derivation):
        return f"step {view.number} of {one_line(view.derivation.id)}{ref}"
    title = one_line(view.derivation.title)
    if view.derivation.source is not None and title == shown_path(view.derivation.source.name):
        title = ""  # a document without headings
    return f'step {view.number} of "{title}"{ref}' if title else f"step {view.number}{ref}"


def _fact(verdict: Verdict | None, claim: Claim | None) -> str:
    if verdict is None:
        return ""
    if verdict.status is Status.REFUTED and verdict.witness:
        return f"at {failure(verdict.witness, claim)}"
    return one_line(verdict.reason)
