"""The figures of labelled documents: what became of each error, as they stand and with annotations."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the benchmarks are run from the root

from benchmarks.labelled import main, original_lines

TEXT = """The notes.

$$ p^2 - q^2 = (p + q)(p - q) $$

$$ (p + q)^2 = p^2 + q^2 $$

$$ h(x) = x^{-1} $$

The value is v2=(a1+b)2 here.
"""

ANNOTATED = TEXT.replace("$$ h", "% vd: let $h(x) = x + 1$\n$$ h")


def label(name: str, line: int, printed: str, truth: str) -> dict[str, object]:
    found = {"id": name, "document": "notes.txt", "line": line, "printed": printed, "truth": truth}
    return {**found, "severity": "math", "step": None}


LABELS = [
    label("difference", 3, "p^2 - q^2 = (p + q)(p - q)", "holds"),
    label("square", 5, "(p + q)^2 = p^2 + q^2", "fails"),
    label("inverse", 7, "h(x) = x^{-1}", "fails"),
    label("in words", 9, "v2=(a1+b)2", "fails"),
]


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    for name, text in (("raw", TEXT), ("annotated", ANNOTATED)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.txt").write_text(text, encoding="utf-8")
    (tmp_path / "labels.json").write_text(json.dumps({"statements": LABELS}), encoding="utf-8")
    labels, raw, annotated = (str(tmp_path / n) for n in ("labels.json", "raw", "annotated"))
    return [labels, raw, "--annotated", annotated, "--jobs", "1"]


def test_both_figures_stand_beside_each_other(folders: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(folders)
    raw, annotated = capsys.readouterr().out.split("annotated: ")
    assert "errors of mathematics: 3: 1 reported, 1 passed over, 1 not found" in raw
    assert "errors of mathematics: 3: 1 reported, 1 not understood, 1 not found" in annotated
    assert "inverse passed over: h(x) = x^{-1}" in raw
    for figures in (raw, annotated):
        assert "true statements: 1: 1 proved" in figures
        assert "in words not found" in figures


def test_annotations_are_kept_by_themselves(
    folders: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()[:12]
    annotations = {digest: [[7, "% vd: let $h(x) = x + 1$"]], "0": [[1, "% vd: constant $p$"]]}
    (tmp_path / "annotations.json").write_text(json.dumps(annotations), encoding="utf-8")
    main([*folders[:2], "--annotations", str(tmp_path / "annotations.json"), "--jobs", "1"])
    _, annotated = capsys.readouterr().out.split("annotations.json: ")
    assert "1 in notes.txt" in annotated
    assert "errors of mathematics: 3: 1 reported, 1 not understood, 1 not found" in annotated


def test_a_copy_may_differ_in_lines_of_annotations_only(folders: list[str]) -> None:
    copy = Path(folders[3]) / "notes.txt"
    copy.write_text(ANNOTATED.replace("p^2 + q^2", "p^2 + 2pq + q^2"), encoding="utf-8")
    with pytest.raises(SystemExit, match="more than lines of annotations"):
        main(folders)
    copy.write_text("% vd: constant $p$\n" * 16 + TEXT, encoding="utf-8")
    with pytest.raises(SystemExit, match="16 lines of annotations: 15 may be"):
        main(folders)


def test_lines_are_those_of_the_text_without_annotations() -> None:
    assert original_lines(b"a\n% vd: constant $c$\n  <!-- vd: constant $d$ -->\nb") == {1: 1, 4: 2}
