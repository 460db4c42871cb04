"""How much of real documents is read: formulas parsed, steps elaborated, what stands in the way, verdicts.

`python -m benchmarks.reading FOLDER` reads every document below the folder and prints the figures; with
`--refuted` also each step that is refuted, for somebody to look at.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from verify_derivations.check import check_documents
from verify_derivations.elaborate.document.documents import document_of
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Manuscript
from verify_derivations.model import Kind, Status
from verify_derivations.parse import parse
from verify_derivations.read.manuscripts import FORMATS, read_manuscript
from verify_derivations.results import Report, StepResult

SECONDS = 1.0
"""What a claim may take."""

MOST_REASONS = 10


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for a folder."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--seconds", type=float, default=SECONDS)
    options.add_argument("--refuted", action="store_true")
    given = options.parse_args(arguments)
    start = time.perf_counter()
    paths = sorted(p for p in given.folder.rglob("*") if p.suffix in FORMATS and p.name != "SOURCES.md")
    manuscripts = [read_manuscript(str(path)) for path in paths]
    # as on the command line, documents are read while the claims of those before them are decided
    report = check_documents(map(document_of, manuscripts), jobs=given.jobs, seconds=given.seconds)
    seconds = time.perf_counter() - start
    for line in figures(manuscripts, report):
        print(line)
    print(f"seconds: {seconds:.1f} to read and to check")
    if given.refuted:
        for line in refuted(report):
            print(line)


def figures(manuscripts: Sequence[Manuscript], report: Report) -> Iterator[str]:
    """The figures, a line each."""
    parsed = Counter(_parses(region.latex) for m in manuscripts for region in m.regions())
    yield f"documents: {len(manuscripts)}"
    yield f"formulas: {parsed.total()}, parsed {parsed[True] / max(1, parsed.total()):.2%}"
    results = list(report.steps())
    kinds = Counter(result.step.kind for result in results)
    yield "statements: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    claims = [result for result in results if result.step.kind is Kind.CLAIM]
    made = [result for result in claims if result.step.claim is not None]
    yield f"steps: {len(claims)}, elaborated {len(made) / max(1, len(claims)):.1%}"
    checkable = [r for r in claims if not _is_out_of_reach(r)]
    good = [r for r in checkable if r.step.claim is not None]
    yield f"steps of checkable chains: {len(checkable)}, elaborated {len(good) / max(1, len(checkable)):.1%}"
    counts = report.counts()
    yield "verdicts: " + ", ".join(f"{count} {status}" for status, count in counts.most_common())
    yield "why steps are not elaborated:"
    for reason, count in Counter(_reason(r) for r in claims if r.step.claim is None).most_common(
        MOST_REASONS
    ):
        yield f"  {count:5} {reason}"
    yield "why refutations are not told:"
    held = [r for r in made if r.status is Status.NOT_UNDERSTOOD and r.verdict is not None]
    for reason, count in Counter(_held(r) for r in held).most_common(MOST_REASONS):
        yield f"  {count:5} {reason}"
    yield "why steps are undecided:"
    open_steps = [r for r in made if r.status is Status.UNDECIDED and r.verdict is not None]
    for reason, count in Counter(_reason(r) for r in open_steps).most_common(MOST_REASONS):
        yield f"  {count:5} {reason}"


def _parses(latex: str) -> bool:
    try:
        parse(latex)
    except FormulaError:
        return False
    return True


OUT_OF_REACH = re.compile(
    r"an expectation|a probability|a variance|a covariance|an argument of the|a maximum over|a minimum over|"
    r"a condition is not read|a divergence or a condition|an inner product or a mean|"
    r"dots leave|a quantifier|an indicator"
)
"""Reasons that say: this is no statement about numbers and arrays of them."""


def _is_out_of_reach(result: StepResult) -> bool:
    return result.step.unreadable is not None and OUT_OF_REACH.search(result.step.unreadable[1]) is not None


def _reason(result: StepResult) -> str:
    reason = result.step.unreadable[1] if result.step.unreadable else ""
    if not reason and result.verdict is not None:
        reason = result.verdict.reason
    return re.sub(r"\d+", "#", re.sub(r"\(.*", "", reason.split(";")[0]))[:80].strip()


def _held(result: StepResult) -> str:
    reason = result.verdict.reason if result.verdict else ""
    words = reason.partition("but if ")[2]
    for name, pattern in HELD.items():
        if re.search(pattern, words):
            return name
    return words[:70] or reason[:70]


HELD = {
    "a name on one side only": "side only",
    "a definition that is not read": "is what|has to do with",
    "an undeclared function": "particular function",
    "something said nearby": "stands nearby",
    "decimals": "decimal",
    "a condition": "condition",
    "defined anew": "defined anew",
    "matrices": "matrices",
    "call or factor": "is a factor|is a function",
}


def refuted(report: Report) -> Iterator[str]:
    """Each refuted step: place, as printed, as read, where it fails."""
    for result in report.steps():
        if result.status is Status.REFUTED and result.verdict is not None and result.verdict.witness:
            yield ""
            yield f"{result.step.span} {result.origin}"
            yield f"   printed {result.step.printed[:300]}"
            yield f"   read    {result.read_as[:300]}"
            witness = result.verdict.witness
            yield f"   fails   {str(witness)[:150]}: {witness.lhs.decimal}, {witness.rhs.decimal}"


if __name__ == "__main__":
    main()
