"""The command `explain`: a code of a message, a step of a claim file, or a claim given on the spot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from verify_derivations.codes import EXPLANATIONS
from verify_derivations.errors import CODES, UsageError

if TYPE_CHECKING:
    from verify_derivations.model import Claim, Document
    from verify_derivations.read.place import Place

CODE = re.compile(r"VD\d+", re.IGNORECASE)


@click.command("explain")
@click.argument("what", required=False, metavar="[CODE | FILE[:LINE] | FILE::STEP]")
@click.option("--claim", metavar="TEXT", help="Explain a claim in the plain notation: 'lhs = rhs'.")
@click.option(
    "--domain", "domains", multiple=True, metavar="NAME=DOMAIN", help="Where a symbol of --claim lives."
)
@click.option("--let", "lets", multiple=True, metavar="NAME=TEXT", help="A definition for --claim.")
@click.option("--given", "givens", multiple=True, metavar="TEXT", help="An assumption for --claim: 'x > y'.")
@click.option(
    "--debug", is_flag=True, expose_value=False, help="Show the traceback of a bug of this program."
)
def explain(
    what: str | None, claim: str | None, domains: Sequence[str], lets: Sequence[str], givens: Sequence[str]
) -> int:
    """Explain a code of a message (VD101), the steps of a file, or a claim.

    A step is shown with what was printed, how it was read, where its symbols live, what it means, the
    verdict, and how that was shown. A claim file is code, and is run.

    \b
    verify-derivations explain VD101
    verify-derivations explain notes.py:41
    verify-derivations explain notes.md:41
    verify-derivations explain notes.ipynb:3:2      (cell 3, line 2)
    verify-derivations explain notes.py::sigmoid.2
    verify-derivations explain --claim 'log(x*y) = log(x) + log(y)' --domain x=positive --domain y=positive
    """
    if (what is None) == (claim is None):
        raise UsageError(
            "explain takes one thing: a code, a place in a claim file, or --claim",
            help="for instance: explain VD101, explain notes.py:41, explain --claim 'x + x = 2*x'",
        )
    if what is not None and (domains or lets or givens):
        raise UsageError("--domain, --let and --given go with --claim")
    if claim is not None:
        lines = _claim(claim, domains, lets, givens)
    elif what is not None and CODE.fullmatch(what):
        lines = _code(what.upper())
    else:
        lines = _place(what or "")
    click.echo("\n".join(lines))
    return 0


# ---- a code --------------------------------------------------------------------------------------------
def _code(code: str) -> list[str]:
    """The text of a code: needs neither SymPy nor the engine."""
    if code not in CODES or code not in EXPLANATIONS:
        close = get_close_matches(code, EXPLANATIONS, n=3, cutoff=0.7)
        raise UsageError(
            f"there is no code {code}",
            help=f"near it: {', '.join(close)}" if close else f"the codes are {', '.join(EXPLANATIONS)}",
        )
    said = EXPLANATIONS[code]
    labelled = (("meaning", said.meaning), ("example", said.example), ("help", said.help))
    lines = [f"{code}: {CODES[code]}"]
    for label, words in labelled:
        lines += ["", *_wrapped(label, words)]
    return lines


def _wrapped(label: str, words: str) -> list[str]:
    first, *rest = wrap(words, 84)
    return [f"  {label:>8}: {first}", *(" " * 12 + line for line in rest)]


# ---- a place in a claim file -----------------------------------------------------------------------------
def _place(what: str) -> list[str]:
    """The steps at FILE, FILE:LINE or FILE::STEP."""
    from verify_derivations.read.paths import read_paths
    from verify_derivations.read.place import place_of
    from verify_derivations.registry import readers

    path, separator, step = what.partition("::")
    place = None if separator else place_of(what)
    path = path if place is None else place.path
    documents = read_paths([path], readers=readers())
    chosen = _chosen(documents, step if separator else None, place)
    if not chosen:
        _complain_about(documents, path, place)
    lines = _explained(documents, chosen)
    return [*lines, *_problems(documents)]


def _chosen(documents: Sequence[Document], step: str | None, place: Place | None) -> set[str]:
    """The identifiers of the steps that are meant."""
    from verify_derivations.read.place import steps_at

    every = [(d, s) for document in documents for d in document.derivations for s in d.steps]
    if place is not None:
        return {s.id for document in documents for s in steps_at(document, place)}
    if step is None:
        return {s.id for _, s in every}
    chosen = {s.id for d, s in every if step in (s.id, s.ref, d.id)}
    if not chosen and every:
        names = [name for d, s in every for name in (s.id, d.id)]
        close = get_close_matches(step, names, n=3)
        known = f"did you mean {', '.join(close)}?" if close else f"the first is {every[0][1].id}"
        raise UsageError(f"there is no step {step}", help=known)
    return chosen


def _complain_about(documents: Sequence[Document], path: str, place: Place | None) -> None:
    from verify_derivations.read.place import places_with_steps

    for document in documents:
        for diagnostic in document.diagnostics:
            raise UsageError(diagnostic.message, code=diagnostic.code, help=diagnostic.help)
    places = [found for document in documents for found in places_with_steps(document)]
    if place is None or not places:
        raise UsageError(f"{path} states nothing that could be explained")
    cell = place.cell or 0
    nearest = sorted(places, key=lambda p: (abs((p.cell or cell) - cell), abs(p.line - place.line)))[:3]
    near = (f"{p.cell}:{p.line}" if p.cell else f"{p.line}" for p in places if p in nearest)
    cells = " (cell:line)" if places[0].cell else ""
    message = f"no step stands at {place} of {path}"
    raise UsageError(message, help=f"there are steps at {', '.join(near)}{cells}")


def _explained(documents: Sequence[Document], chosen: set[str]) -> list[str]:
    """The chosen steps, each with its verdict; their derivations are checked, and no others."""
    from dataclasses import replace

    from verify_derivations.check import check_documents
    from verify_derivations.render.explanation import explain_step

    kept = [
        replace(document, derivations=tuple(d for d in document.derivations if _any_of(d.steps, chosen)))
        for document in documents
    ]
    lines: list[str] = []
    for result in check_documents(kept).documents:
        for derivation in result.derivations:
            for step in derivation.steps:
                if step.step.id in chosen:
                    lines += ([""] if lines else []) + explain_step(step, derivation.derivation)
    return lines


def _any_of(steps: Sequence[object], chosen: set[str]) -> bool:
    return any(getattr(step, "id", None) in chosen for step in steps)


def _problems(documents: Sequence[Document]) -> list[str]:
    """What could not be read of the file: a step may be missing for that."""
    from verify_derivations.render.message import diagnostic_message

    found = [diagnostic_message(d) for document in documents for d in document.diagnostics]
    return ["", *found] if found else []


# ---- a claim given on the spot ---------------------------------------------------------------------------
def _claim(claim: str, domains: Sequence[str], lets: Sequence[str], givens: Sequence[str]) -> list[str]:
    """A claim in the plain notation, as a document of one step."""
    from verify_derivations.errors import TermError
    from verify_derivations.model import Derivation, Document, Kind, Step
    from verify_derivations.read.records import RecordError, read_readings
    from verify_derivations.span import Span
    from verify_derivations.term.notation.plain import parse_relations

    try:
        comparisons = parse_relations(claim)
        if len(comparisons) != 1:
            raise UsageError("--claim takes one relation; a chain is several claims")
        lhs, relation, rhs = comparisons[0]
        record = {"lhs": lhs, "relation": relation, "rhs": rhs, "given": list(givens)}
        record["symbols"] = dict(_pair(domain, "--domain") for domain in domains)
        record["let"] = [_pair(let, "--let") for let in lets]
        read = read_readings(record)
    except (TermError, RecordError) as error:
        raise UsageError(error.message, help=error.help) from error
    stated = read.claim if domains else _over_the_reals(read.claim)
    step = Step("the claim", Kind.CLAIM, stated, Span("", 1), alternatives=read.alternatives)
    return _explained([Document("", "", (Derivation("claim", "", Span("", 1), steps=(step,)),))], {step.id})


def _over_the_reals(claim: Claim) -> Claim:
    """Where no domain is given none is meant: points at which a side is not real are not looked at."""
    from dataclasses import replace

    from verify_derivations.model import Reading

    return replace(claim, context=replace(claim.context, reading=Reading.NATURAL))


def _pair(text: str, option: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise UsageError(f"{option} {text}: it should be NAME=...", help=f"for instance {option} x=...")
    return name.strip(), value.strip()


__all__ = ["explain"]
