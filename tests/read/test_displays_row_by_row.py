r"""Displays whose lines are parted by remarks, or of which one line cannot be read: the others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.parse import parse
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def results(text: str) -> list[StepResult]:
    Path("notes.md").write_text(text, encoding="utf-8")
    return list(check_documents(read_paths(["notes.md"]), seconds=5).steps())


def verdicts(text: str) -> list[str]:
    return [str(result.status or result.step.kind) for result in results(text)]


def display(*rows: str) -> str:
    return "$$\n\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}\n$$\n"


# ---- remarks between two lines -------------------------------------------------------------------------
REMARKS = [
    r"\text{Now factor out } x",
    r"\quad \text{Apply } (a+b)c = ac + bc \text{ on the left}",
    r"& \text{Move the sign inside } \sum",
    r"\text{Replace } q(x) \text{ with its value}",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_between_two_lines_is_no_line_of_the_chain(remark: str):
    found = verdicts(display("x^2 + x", "&= x x + x", remark, r"&= x (x + 1)", r"&= x (x - 1)"))
    assert [status for status in found if status != "proved"] == ["refuted"]
    assert found.count("proved") == (3 if "=" in remark else 2)


def test_words_that_connect_statements_are_no_remark():
    """The second line begins a statement that the third goes on with."""
    found = verdicts(display("x + x = 2 x", r"\text{and } x x", r"&= x^2", r"&= x^3"))
    assert found == ["proved", "proved", "refuted"]


def test_a_remark_at_the_begin_of_a_display_does_not_end_the_chain_before_it():
    rest = display(r"\text{Apply } a + b = b + a \text{ on the left}", r"&= x (x + 1)", r"&= x (x + 2)")
    assert verdicts(display("x^2 + x", "&= x x + x") + "\n" + rest) == ["proved"] * 3 + ["refuted"]


# ---- lines that cannot be read ---------------------------------------------------------------------------
UNBALANCED = display("x^2 + x &= x x + x", "&= (x x + x", r"&= x (x + 1)", r"&= x (x - 1)")


def test_a_line_with_unbalanced_brackets_spoils_only_itself():
    found = results(UNBALANCED)
    assert [str(r.status) for r in found] == ["proved", "ill-formed", "proved", "refuted"]
    assert found[1].verdict is not None
    assert found[1].verdict.reason == "the bracket ( is never closed"
    assert (found[1].step.printed, found[1].step.span.line) == ("= (x x + x", 4)


def test_what_follows_a_line_that_is_not_read_is_compared_with_the_head_only():
    [_, _, after, _] = results(UNBALANCED)
    assert after.step.local is None
    assert after.step.claim is not None


SPOILED = [r"&\le (x x + x + 1", r"&\approx (x x", r"\Rightarrow y &= (x x + x + 1"]


@pytest.mark.parametrize("row", SPOILED)
def test_what_follows_a_line_with_another_sign_is_not_compared_with_the_head(row: str):
    rows = ("x^2 + x &= x x + x", row, r"&= x (x + 1) + 1")
    assert verdicts(display(*rows)) == ["proved", "not understood", "not understood"]


@pytest.mark.parametrize(("remark", "last"), [("y = 2x", "x^2 + 3y/2"), ("x y = x^2", "x^2 + 3x")])
def test_a_line_behind_a_remark_goes_on_with_the_chain_and_not_with_the_remark(remark: str, last: str):
    found = verdicts(display("x^2 + 3x", "&= x x + 3x", rf"\text{{Now use }} {remark}", f"&= {last}"))
    assert (found[-1], found.count("refuted")) == ("proved", 0)


def test_a_line_that_goes_on_with_a_sign_is_not_parted_from_the_one_before_it():
    """Read by itself the first line were wrong, and it is not."""
    assert verdicts(display("x + 2 &= x + 1", "  + 1", "&= (2 + x")) == ["proved", "ill-formed"]


# ---- braces that print nothing ---------------------------------------------------------------------------
SAME = [
    ("{a = b} + c = d", "a = b + c = d"),
    (r"{{a = b}} \cdot c = d", r"a = b \cdot c = d"),
    ("a {=} b", "a = b"),
    (r"a + {b \le c}", r"a + b \le c"),
]


@pytest.mark.parametrize(("printed", "same"), SAME)
def test_braces_around_a_relation_print_nothing(printed: str, same: str):
    bare, wanted = parse(printed).root, parse(same).root
    assert [type(part) for part in bare.members] == [type(part) for part in wanted.members]  # type: ignore[union-attr]
    assert [r.name for r in bare.relations] == [r.name for r in wanted.relations]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "kept", [r"\sum_{i = 1} x", r"\boxed{a = b} + c", r"{\bf a = b} + c", r"\frac{a = b}{c = d}"]
)
def test_braces_that_are_arguments_stay(kept: str):
    assert type(parse(kept).root).__name__ != "Chain"
