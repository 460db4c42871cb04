"""How many slips put into the text of documents are found: proved steps, changed where they are printed.

`python -m benchmarks.recall FOLDER` checks every document below the folder, changes each step that is proved
in a few ways (a sign, a factor, an exponent, an index ...), reads the document again with this change, and
tells what becomes of the step, beside the other lines of its chain. "suspected" is what is not understood and
looks wrong. A changed step that is proved has to be true after all: these are listed.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verify_derivations.check import check_documents
from verify_derivations.elaborate.document.documents import document_of
from verify_derivations.model import Derivation, Document, Status, Step
from verify_derivations.pool import Done, Pool
from verify_derivations.read.manuscripts import FORMATS, read_manuscript
from verify_derivations.results import DocumentResult, Report, StepResult
from verify_derivations.span import Span

MOST_EACH = 4
"""So many changes are made to one step."""

SECONDS_TO_READ = 60.0
"""What reading a changed document may take."""

SLIPS: tuple[tuple[str, str, str], ...] = (
    ("sign", r"(?<=[\w)}\]] )\+|(?<=[\w)}\]])\+(?=[\s\w\\({])", "-"),
    ("sign", r"(?<=[\w)}\]] )-(?=[\s\w\\({])|(?<=[\w)}\]])-(?=[\s\w\\({])", "+"),
    ("exponent", r"(?<=\^)2|(?<=\^\{)2(?=\})", "3"),
    ("factor", r"(?<![\w^_.{\\])2(?![\w.])", "3"),
    ("fraction", r"\\frac\{([^{}]+)\}\{([^{}]+)\}", r"\\frac{\2}{\1}"),
    ("index", r"(?<=_)i\b|(?<=_\{)i(?=\})", "j"),
    ("function", r"\\(?:ln|log)\b", r"\\exp"),
    ("function", r"\\cos\b", r"\\sin"),
    ("function", r"\\exp\b", r"\\log"),
    ("one", r"(?<![\w^_.{\\])1(?![\w.])", "2"),
    ("transpose", r"\^\{?(?:\\mathrm\{T\}|\\top|T)\}?", ""),
    ("factor", r"(?<=[=+] )(?=[a-zA-Z\\])(?!\\(?:left|right|begin|end|q?quad|text|label))", "2 "),
)
"""Slips as authors make them: their kind, the place in the LaTeX, what is put there."""


@dataclass(frozen=True)
class Slip:
    """A step of a document, with a change in its text."""

    path: Path
    step: Step
    kind: str
    at: int
    text: str
    shown: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for a folder."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--seconds", type=float, default=1.0)
    options.add_argument("--list", action="store_true", help="tell of each slip that is not refuted")
    given = options.parse_args(arguments)
    folder = given.folder
    paths = sorted(p for p in (folder.rglob("*") if folder.is_dir() else [folder]) if p.suffix in FORMATS)
    for line in recall(paths, given.jobs, given.seconds, given.list):
        print(line)


def recall(paths: Sequence[Path], jobs: int, seconds: float, listed: bool = False) -> Iterator[str]:
    """The figures, a line each."""
    documents = [document_of(read_manuscript(str(path))) for path in paths]
    report = check_documents(documents, jobs=jobs, seconds=seconds)
    slips = [slip for path, steps in proved(paths, report) for step in steps for slip in slips_of(path, step)]
    with Pool("benchmarks.recall:work", jobs=jobs, seconds=SECONDS_TO_READ, fork=True) as pool:
        changed = [o.value if isinstance(o, Done) else None for o in pool.map(slips)]
    after = check_documents([document for document in changed if document], jobs=jobs, seconds=seconds)
    found = iter(after.documents)
    results = []
    for slip, document in zip(slips, changed, strict=True):
        outcome = _outcome(slip, next(found)) if document else None
        reason = outcome.verdict.reason if outcome and outcome.verdict else ""
        results.append((slip, _status(outcome), reason))
    counts = Counter(status for _, status, _ in results)
    shares = ", ".join(f"{n} {status} ({n / max(1, len(slips)):.0%})" for status, n in counts.most_common())
    yield f"slips put into proved steps: {len(slips)} in {len({s.step.id for s in slips})} steps: {shares}"
    reasons = Counter(_short(reason) for _, status, reason in results if status == "not understood")
    yield "why slips are not understood:"
    yield from (f"  {count:5} {reason}" for reason, count in reasons.most_common(12))
    yield "slips that are proved:"
    for slip, status, _ in results:
        if status == "proved":
            yield f"  {slip.step.span} {slip.kind}: {slip.shown}"
    if listed:
        for slip, status, reason in results:
            if status not in ("proved", "refuted"):
                yield f"{slip.step.span} {slip.kind}: {slip.shown}\n    {status}: {reason}"


def proved(paths: Sequence[Path], report: Report) -> Iterator[tuple[Path, list[Step]]]:
    """For each file its steps that are proved."""
    for path, document in zip(paths, report.documents, strict=True):
        results = [r for d in document.derivations for r in d.steps]
        yield path, [r.step for r in results if r.status is Status.PROVED and r.step.span.cell is None]


def slips_of(path: Path, step: Step) -> Iterator[Slip]:
    """A few changes of a step, of different kinds."""
    text = path.read_bytes().decode("utf-8", "replace")
    start, end = _offsets(text, step.span)
    relation = re.search(r"=|\\leq?\b|\\geq?\b|<|>", text[start:end])
    start += relation.end() if relation else 0
    made = 0
    for kind, pattern, put in SLIPS:
        found = next((m for m in re.finditer(pattern, text) if start <= m.start() and m.end() <= end), None)
        if found is None or made == MOST_EACH:
            continue
        changed = text[: found.start()] + found.expand(put) + text[found.end() :]
        shown = " ".join(changed[start - 1 : end + len(changed) - len(text)].split())
        made += 1
        yield Slip(path, step, kind, found.start(), changed, shown)


def _offsets(text: str, span: Span) -> tuple[int, int]:
    lines = text.splitlines(keepends=True)
    before = [0]
    for line in lines:
        before.append(before[-1] + len(line))
    return (
        before[span.line - 1] + span.column - 1,
        before[(span.end_line or span.line) - 1] + (span.end_column or 1) - 1,
    )


def work(slip: Slip, seconds: float) -> Document | None:
    """The document with the change in it, of which only the changed step and its chain are kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / slip.path.name
        path.write_text(slip.text, encoding="utf-8")
        document = document_of(read_manuscript(str(path)))
    for derivation in document.derivations:
        for step in derivation.steps:
            if _is_there(slip, step):
                chain = [s for s in derivation.steps if s is step or (step.chain and s.chain == step.chain)]
                alone = Derivation(derivation.id, derivation.title, derivation.span, steps=tuple(chain))
                return Document(document.path, document.title, (alone,))
    return None


def _is_there(slip: Slip, step: Step) -> bool:
    return (step.span.line, step.span.column) == (slip.step.span.line, slip.step.span.column)


def _outcome(slip: Slip, result: DocumentResult) -> StepResult:
    """What became of the changed step."""
    return next(r for r in result.derivations[0].steps if _is_there(slip, r.step))


def _status(outcome: StepResult | None) -> str:
    if outcome is None:
        return "gone"
    return "suspected" if outcome.suspicion else str(outcome.status or outcome.step.kind)


def _short(reason: str) -> str:
    words = reason.partition("but if ")[2] or reason
    return re.sub(r"\$[^$]*\$", "...", re.sub(r"\d+", "#", " ".join(words.split()[1:])))[:60]


if __name__ == "__main__":
    main()
