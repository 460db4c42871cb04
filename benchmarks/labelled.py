"""Documents as they stand beside labels: is each error reported, and no true statement refuted?

`python -m benchmarks.labelled LABELS FOLDER`: LABELS is a JSON file with `statements`, each with `document`,
`line`, `printed`, `truth` (holds, fails, ill-formed, ...) and, in chains, `step`; FOLDER has the documents. A
statement is matched with the step on its line that is printed most like it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from verify_derivations.check import check_documents
from verify_derivations.elaborate.documents import document_of
from verify_derivations.model import Report, Status, StepResult
from verify_derivations.read.manuscripts import read_manuscript

ALIKE = 0.75
"""How much alike the text of a label and of a step have to be."""

REPORTED = (Status.REFUTED, Status.ILL_FORMED)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for labelled documents."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("labels", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--list", action="store_true", help="tell of each labelled error")
    given = options.parse_args(arguments)
    labels = json.loads(given.labels.read_text(encoding="utf-8"))["statements"]
    paths = sorted(given.folder / name for name in {label["document"] for label in labels})
    found = [path for path in paths if path.exists()]
    documents = [document_of(read_manuscript(str(path))) for path in found]
    report = check_documents(documents, jobs=given.jobs)
    for line in figures(labels, report, given.list):
        print(line)


def figures(labels: Sequence[dict[str, Any]], report: Report, listed: bool = False) -> Iterator[str]:
    """The figures, a line each; what must not be is told one by one."""
    matched = [(label, result) for label in labels if (result := _match(label, report)) is not None]
    errors = [pair for pair in matched if pair[0]["truth"] in ("fails", "ill-formed")]
    true = [pair for pair in matched if pair[0]["truth"] == "holds"]
    yield f"labelled statements: {len(labels)}, of which {len(matched)} are formulas that were found"
    yield f"errors among them: {len(errors)}: {_shares(_outcome(*pair) for pair in errors)}"
    yield f"true statements among them: {len(true)}: {_shares(_status(result) for _, result in true)}"
    for label, result in true:
        if result.status in (*REPORTED, Status.VACUOUS):
            yield f"TRUE AND {result.status}: {label['id']} {result.step.span} {result.step.printed}"
    for label, result in errors:
        outcome = _outcome(label, result)
        if outcome == "passed over" or listed:
            yield f"{label['id']} {outcome} ({_status(result)}): {result.step.printed[:100]}"
            yield f"    {result.verdict.reason[:200] if result.verdict else result.step.note}"


def _match(label: dict[str, Any], report: Report) -> StepResult | None:
    best, likeness = None, ALIKE
    for document in report.documents:
        if Path(document.document.path).name != label["document"]:
            continue
        for result in (r for d in document.derivations for r in d.steps):
            if result.step.span.line == label["line"]:
                found = SequenceMatcher(None, _bare(label["printed"]), _bare(result.step.printed)).ratio()
                if found > likeness:
                    best, likeness = result, found
    return best


def _bare(printed: str) -> str:
    """What is printed, without what only arranges it."""
    return re.sub(r"\\(?:left|right|therefore|quad)|[\s{}&$]|^=", "", printed)


def _outcome(label: dict[str, Any], result: StepResult) -> str:
    if result.status in REPORTED:
        return "reported"
    if result.status in (Status.NOT_UNDERSTOOD, Status.UNDECIDED):
        return str(result.status)
    if label.get("step") == "holds" and result.status is Status.PROVED:
        return "right against the line before"
    return "passed over"


def _status(result: StepResult) -> str:
    return str(result.status or result.step.kind)


def _shares(words: Iterator[str]) -> str:
    return ", ".join(f"{count} {word}" for word, count in Counter(words).most_common()) or "none"


if __name__ == "__main__":
    main()
