"""The figures of slips put into documents: what is changed, and what becomes of it is counted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(
    0, str(Path(__file__).resolve().parents[2])
)  # the benchmarks are run from the root, not installed

from benchmarks.recall import SLIPS, main, slips_of

from verify_derivations.check import check_documents
from verify_derivations.elaborate.document.documents import document_of
from verify_derivations.model import Step
from verify_derivations.read.manuscripts import read_manuscript


def steps_of(path: Path, text: str) -> list[Step]:
    path.write_text(text, encoding="utf-8")
    report = check_documents([document_of(read_manuscript(str(path)))])
    return [result.step for result in report.steps()]


def told(folder: Path, text: str, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    (folder / "notes.md").write_text(text, encoding="utf-8")
    main([str(folder), "--jobs", "1", *options])
    return capsys.readouterr().out.splitlines()


PRINTED = [
    ("$$x = a + b$$", "sign", "= a - b"),
    ("$$x = a - b$$", "sign", "= a + b"),
    ("$$x = a^2$$", "exponent", "= a^3"),
    ("$$x = 2 a$$", "factor", "= 3 a"),
    (r"$$x = \frac{a}{b}$$", "fraction", r"= \frac{b}{a}"),
    ("$$x = a_i$$", "index", "= a_j"),
    (r"$$x = \log a$$", "function", r"= \exp a"),
    (r"$$x = \cos a$$", "function", r"= \sin a"),
    (r"$$x = \exp(a)$$", "function", r"= \log(a)"),
    ("$$x = 1 + a$$", "one", "= 2 + a"),
    (r"$$x = a^T b$$", "transpose", "= a b"),
    ("$$x = a b$$", "factor", "= 2 a b"),
]


@pytest.mark.parametrize(("text", "kind", "changed"), PRINTED)
def test_a_slip_is_put_behind_the_first_relation(text: str, kind: str, changed: str, tmp_path: Path) -> None:
    [step] = steps_of(tmp_path / "notes.md", text)
    slips = list(slips_of(tmp_path / "notes.md", step))
    assert (kind, changed) in [(slip.kind, slip.shown) for slip in slips]
    assert all(slip.text != text for slip in slips)


def test_there_is_a_row_for_every_kind_of_slip() -> None:
    assert {kind for _, kind, _ in PRINTED} == {kind for kind, _, _ in SLIPS}


def test_slips_are_put_into_proved_steps_only_and_counted_by_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = told(tmp_path, "$$(a + b)^2 = a^2 + 2 ab + b^2$$\n\n$$(a + b)^2 = a^2 + b^2$$\n", capsys)
    assert lines[0] == "slips put into proved steps: 4 in 1 steps: 4 refuted (100%)"


def test_a_slip_that_leaves_the_step_true_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = told(tmp_path, "$$(a - b)(c - c) = c - c + 0$$\n", capsys)
    shown = lines[lines.index("slips that are proved:") + 1 :]
    assert len(shown) == 1
    assert shown[0].endswith("sign: = c - c - 0")


def test_what_is_not_understood_and_looks_wrong_is_counted_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = r"""
$$\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - 2 \bar{x} \sum_{i=1}^n x_i + n \bar{x}^2$$
"""
    lines = told(tmp_path, text, capsys, "--list")
    assert lines[0] == "slips put into proved steps: 4 in 1 steps: 4 suspected (100%)"
    assert [line for line in lines if line.lstrip().startswith("suspected: it is refuted as read here, but")]
