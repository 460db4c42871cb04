"""Documents beside labels, as they stand and with annotations: is each error told, and no true line refuted?

`python -m benchmarks.labelled LABELS FOLDER --annotations FILE`: LABELS is a JSON file of `statements`, each
with `document`, `line`, `printed`, `truth` (holds, fails, ill-formed, ...), `severity` and, in chains,
`step`; FOLDER has the documents. A statement is matched with the step on its line that is printed most like
it. FILE tells before which lines annotations stand in which document, known by its content. Instead,
`--annotated COPIES` is a folder of annotated copies; one that differs in anything else is refused.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from verify_derivations.check import check_documents
from verify_derivations.elaborate.document.documents import document_of
from verify_derivations.model import Status
from verify_derivations.read.manuscripts import read_manuscript
from verify_derivations.results import Report, StepResult

ALIKE = 0.75
"""How much alike the text of a label and of a step have to be."""

REPORTED = (Status.REFUTED, Status.ILL_FORMED)
ANNOTATION = re.compile(rb"\s*(?:%|<!--|\.\.)\s*vd:")
MOST_ANNOTATIONS = 15
"""Lines of annotations that a copy may have."""

Label = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for labelled documents."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("labels", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--annotated", type=Path, help="a folder with copies that have annotations")
    options.add_argument("--annotations", type=Path, help="a JSON file with lines of annotations")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--list", action="store_true", help="tell of each error, and what is not proved")
    given = options.parse_args(arguments)
    labels = json.loads(given.labels.read_text(encoding="utf-8"))["statements"]
    runs = [checked(labels, given.folder, given.jobs)]
    if given.annotated is not None:
        refuse_other_texts(given.annotated, given.folder)
        runs.append(checked(labels, given.annotated, given.jobs))
    if given.annotations is not None:
        with tempfile.TemporaryDirectory() as copies:
            annotate(given.folder, json.loads(given.annotations.read_text(encoding="utf-8")), Path(copies))
            refuse_other_texts(Path(copies), given.folder)
            runs.append(replace(checked(labels, Path(copies), given.jobs), name=str(given.annotations)))
    for line in figures(labels, runs, given.list):
        print(line)


def annotate(folder: Path, annotations: dict[str, list[tuple[int, str]]], copies: Path) -> None:
    """Copies of the documents of a folder, with annotations before some of their lines.

    Args:
        folder: the documents.
        annotations: by the first digits of the SHA-256 of a document, numbers of its lines and annotations.
        copies: where the copies go.
    """
    for document in sorted(path for path in folder.iterdir() if path.is_file()):
        content = document.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        own = {
            line: text for key, lines in annotations.items() if digest.startswith(key) for line, text in lines
        }
        out = list[bytes]()
        for number, line in enumerate(content.split(b"\n"), 1):
            out += [own[number].encode()] if number in own else []
            out.append(line)
        (copies / document.name).write_bytes(b"\n".join(out))


@dataclass(frozen=True)
class Run:
    """What checking a folder gave: the results of each document, by lines of the text without annotations."""

    name: str
    results: dict[str, dict[int, list[StepResult]]]
    annotations: dict[str, int]


def checked(labels: Iterable[Label], folder: Path, jobs: int) -> Run:
    """Checks those documents of a folder that the labels are about."""
    paths = sorted(folder / name for name in {label["document"] for label in labels})
    found = [path for path in paths if path.exists()]
    report = check_documents([document_of(read_manuscript(str(path))) for path in found], jobs=jobs)
    lines = {path.name: original_lines(path.read_bytes()) for path in found}
    annotations = {path.name: path.read_bytes().count(b"\n") + 1 - len(lines[path.name]) for path in found}
    return Run(str(folder), _by_line(report, lines), annotations)


def _by_line(report: Report, lines: dict[str, dict[int, int]]) -> dict[str, dict[int, list[StepResult]]]:
    out: dict[str, dict[int, list[StepResult]]] = {}
    for document in report.documents:
        name = Path(document.document.path).name
        for result in (r for d in document.derivations for r in d.steps):
            line = lines[name][result.step.span.line]
            out.setdefault(name, {}).setdefault(line, []).append(result)
    return out


def original_lines(copy: bytes) -> dict[int, int]:
    """For each line of a copy that is no annotation: which line it is without them.

    >>> original_lines(b"one\\n% vd: constant $c$\\ntwo")
    {1: 1, 3: 2}
    """
    kept = [k for k, line in enumerate(copy.split(b"\n"), 1) if not ANNOTATION.match(line)]
    return {line: k for k, line in enumerate(kept, 1)}


def refuse_other_texts(annotated: Path, folder: Path) -> None:
    """A copy has to be the text, byte for byte, with no more than a few lines of annotations.

    Raises:
        SystemExit: it is not.
    """
    for copy in sorted(annotated.iterdir()):
        lines = copy.read_bytes().split(b"\n")
        kept = [line for line in lines if not ANNOTATION.match(line)]
        if b"\n".join(kept) != (folder / copy.name).read_bytes():
            raise SystemExit(f"{copy} differs from {folder / copy.name} in more than lines of annotations")
        if len(lines) - len(kept) > MOST_ANNOTATIONS:
            raise SystemExit(
                f"{copy} has {len(lines) - len(kept)} lines of annotations: {MOST_ANNOTATIONS} may be"
            )


def figures(labels: Sequence[Label], runs: Sequence[Run], listed: bool = False) -> Iterator[str]:
    """The figures of each run beside those of the others; what must not be is told one by one."""
    for run in runs:
        found = {label["id"]: result for label in labels if (result := match(label, run)) is not None}
        counts = [f"{count} in {name}" for name, count in sorted(run.annotations.items()) if count]
        yield f"{run.name}: lines of annotations: {', '.join(counts) or 'none'}"
        yield f"  labelled statements: {len(labels)}, of which {len(found)} are formulas that were found"
        for what, chosen in KINDS.items():
            meant = [
                label for label in labels if chosen(label) and (label["id"] in found or is_equation(label))
            ]
            outcomes = (outcome(label, found.get(label["id"])) for label in meant)
            yield f"  {what}: {len(meant)}: {_shares(outcomes)}"
        yield from _told(labels, found, listed)


def _told(labels: Iterable[Label], found: dict[str, StepResult], listed: bool) -> Iterator[str]:
    for label in labels:
        result = found.get(label["id"])
        said = outcome(label, result)
        wrong = result is not None and result.status in (*REPORTED, Status.VACUOUS)
        if label["truth"] == "holds" and wrong:
            yield f"  TRUE AND {said}: {label['id']} {label['printed'][:100]}"
        elif is_error(label) and (result or is_equation(label)) and (listed or said in SILENT):
            yield f"  {label['id']} {said}: {label['printed'][:100]}"
        elif not (listed and label["truth"] == "holds" and result and result.status is not Status.PROVED):
            continue
        else:
            yield f"  {label['id']} {label['truth']}, {said}: {label['printed'][:100]}"
        if result is not None:
            yield f"      {(result.verdict.reason if result.verdict else result.step.note)[:300]}"


def is_error(label: Label) -> bool:
    """What is printed is false, or has no meaning."""
    return label["truth"] in ("fails", "ill-formed")


def is_equation(label: Label) -> bool:
    """It is printed as an equation, whether or not one was found."""
    return "=" in label["printed"]


KINDS: dict[str, Callable[[Label], bool]] = {
    "errors of mathematics": lambda label: is_error(label) and label["severity"] == "math",
    "errors of notation and wording": lambda label: is_error(label) and label["severity"] != "math",
    "true statements": lambda label: label["truth"] == "holds",
}

SILENT = ("passed over", "not found")
"""What must not become of an error."""


def match(label: Label, run: Run) -> StepResult | None:
    """The step that a label is about."""
    best, likeness = None, ALIKE
    results = run.results.get(label["document"], {}).get(label["line"], [])
    for k, result in enumerate(results):
        before = results[k - 1].step.printed if k else ""  # a label may be about two steps
        found = max(alike(label["printed"], result), alike(label["printed"], result, before))
        if found > likeness:
            best, likeness = result, found
    return best


def alike(printed: str, result: StepResult, before: str = "") -> float:
    """How much a step, or two, are like what is printed; one that is not read may be more than that."""
    wanted, found = _bare(printed.rpartition("…")[2]), _bare(before + result.step.printed)
    if result.step.unreadable is not None and wanted in found:
        return 1
    return SequenceMatcher(None, _bare(printed), found).ratio()


def _bare(printed: str) -> str:
    """What is printed, without what only arranges it."""
    return re.sub(r"\\(?:left|right|therefore|quad)|[\s{}&$]|^=", "", printed)


def outcome(label: Label, result: StepResult | None) -> str:
    """What became of a labelled statement, in a word."""
    if result is None:
        return "not found"
    if result.status is None and label.get("expected_tool_verdict") == "no claim":
        return "no claim, as labelled"
    if not is_error(label):
        return str(result.status or result.step.kind)
    if result.status in REPORTED:
        return "reported"
    if result.status in (Status.NOT_UNDERSTOOD, Status.UNDECIDED):
        return str(result.status)
    if label.get("step") == "holds" and result.status is Status.PROVED:
        return "right against the line before"
    return "passed over"


def _shares(words: Iterable[str]) -> str:
    return ", ".join(f"{count} {word}" for word, count in Counter(words).most_common()) or "none"


if __name__ == "__main__":
    main()
