"""The parts that all renderers share: numbers, places, harmless text, and how steps are arranged."""

from __future__ import annotations

import pytest
from sample_reports import CLAIM, LOCAL, chain, only, open_verdict, proved, refuted, sample, step

from verify_derivations.model import Enclosure, Status
from verify_derivations.render.place import shown_path
from verify_derivations.render.plain import printable, width, wrapped
from verify_derivations.render.summary import summarize_report
from verify_derivations.render.text import render_full
from verify_derivations.render.view import arrange
from verify_derivations.render.wording import LOOKS, value_text
from verify_derivations.results import Origin, StepResult


def test_coverage_counts_only_definite_answers():
    report = only(
        StepResult(step(1, "a=b"), proved()),
        StepResult(step(2, "a=b"), refuted()),
        StepResult(step(3, "a=b"), open_verdict(Status.UNDECIDED, "budget")),
        StepResult(step(4, "a=b"), open_verdict(Status.NOT_UNDERSTOOD, "?")),
        StepResult(step(5, "a=b"), open_verdict(Status.ILL_FORMED, "?")),
    )
    assert summarize_report(report).coverage == "3 of 5 statements checked, 1 undecided, 1 not understood"


def test_corrected_lines_are_counted_apart():
    summary = summarize_report(sample())
    assert (summary.statements, summary.counts[Status.PROVED]) == (10, 4)
    assert summary.corrections[Status.PROVED] == 2
    assert summary.others == "1 definition, 1 update rule, 2 corrected lines proved"


def test_expected_and_unexpected_are_all_that_was_judged():
    summary = summarize_report(sample())
    judged = [result for result in sample().steps() if result.verdict and result.step.corrects is None]
    assert summary.as_expected + summary.unexpected == len(judged) == summary.statements
    assert (summary.unexpected, summary.known) == (5, 2)


def test_a_corrected_line_that_is_not_proved_is_counted_apart():
    wrong = StepResult(step("3-corrected", "x", corrects="sigmoid.3"), refuted())
    summary = summarize_report(only(chain().steps[1], wrong))
    assert summary.outcome == "all 1 as expected, 1 corrected line not proved"
    assert "all 1 as expected, 1 corrected line not proved" in render_full(only(chain().steps[1], wrong))


def test_every_status_has_its_look():
    assert list(LOOKS) == list(Status)
    assert len({look.slug for look in LOOKS.values()}) == len({look.sign for look in LOOKS.values()}) == 6


def test_an_error_is_traced_back_to_the_step_that_starts_it():
    steps = arrange(only(*chain().steps)).documents[0].derivations[0].steps
    assert [(view.number, view.origin and view.origin[1]) for view in steps] == [
        ("1", None),
        ("2", None),
        ("3", "the error starts here"),
        ("4", "carried on from step 3"),
        ("5", "undoes the error of step 3 silently"),
    ]
    assert steps[3].culprit == ("3", steps[2].anchor)


def test_a_correction_stands_beside_what_it_corrects_and_is_not_a_step_of_its_own():
    steps = arrange(only(*chain().steps)).documents[0].derivations[0].steps
    assert [view.result.step.id for view in steps[2].corrections] == ["sigmoid.3-corrected"]
    assert steps[2].corrections[0].label == "corrected"


def test_no_step_is_ever_left_out():
    orphan = StepResult(step(9, "a=b", corrects="nowhere"), proved())
    loop = StepResult(step(8, "a=b", corrects="sigmoid.9"), proved())
    assert len(list(arrange(only(orphan, loop)).steps())) == 2


def test_a_line_of_a_chain_gets_its_relation_once():
    told = {"chain": "c", "local": LOCAL}
    steps = [
        StepResult(step(1, "a = b", chain="c"), proved()),
        StepResult(step(2, "c", **told), proved()),
        StepResult(step(3, "= d", **told), proved()),
        StepResult(step(4, r"\le d", **told), proved()),
        StepResult(step(5, r"\leftarrow", **told), proved()),
    ]
    formulas = [view.formula for view in arrange(only(*steps)).steps()]
    assert formulas == ["a = b", "= c", "= d", r"\le d", r"= \leftarrow"]


def test_both_verdicts_are_shown_only_where_they_differ():
    same = StepResult(step(1, "a"), refuted(), refuted(), Origin.INTRODUCED)
    other = StepResult(step(2, "a"), refuted(), proved(), Origin.INHERITED)
    assert [view.local is None for view in arrange(only(same, other)).steps()] == [True, False]


@pytest.mark.parametrize(
    ("printed", "read", "differs"),
    [
        ("e^{-z}", r"e^{- z}", False),
        (r"(\frac12)", r"\left(\frac{1}{2}\right)", False),
        ("x^ab", "x^{ab}", True),
        (r"\leftarrow", r"\arrow", True),
    ],
)
def test_a_reading_differs_only_if_it_looks_different(printed, read, differs):
    (view,) = arrange(only(StepResult(step(1, printed), proved(), read_as=read))).steps()
    assert bool(view.read_as) is differs


def test_anchors_are_unique_and_fit_a_url():
    twice = [StepResult(step("1 <x>", "a", claim=CLAIM), proved()) for _ in range(2)]
    anchors = [view.anchor for view in arrange(only(*twice)).steps()]
    assert anchors == ["sigmoid.1-x", "sigmoid.1-x-2"]


@pytest.mark.parametrize(
    ("status", "expect", "code"),
    [
        (Status.UNDECIDED, None, "VD102"),
        (Status.ILL_FORMED, None, "VD103"),
        (Status.NOT_UNDERSTOOD, None, "VD104"),
        (Status.UNDECIDED, Status.REFUTED, "VD106"),
        (Status.UNDECIDED, Status.UNDECIDED, None),
    ],
)
def test_codes(status, expect, code):
    result = StepResult(step(1, "a", expect=expect, wrong="w"), open_verdict(status, "r"))
    (view,) = arrange(only(result)).steps()
    assert view.code == code
    assert view.known == (code is None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Enclosure("0.25", "1/4"), "1/4 = 0.25"),
        (Enclosure("0.33", "1/3"), "1/3 ≈ 0.33"),
        (Enclosure("2", "2"), "2"),
        (Enclosure("2.71828"), "2.71828"),
        (Enclosure("2.71828", "e"), "e ≈ 2.71828"),
    ],
)
def test_values_are_exact_where_they_can_be(value, text):
    assert value_text(value) == text


def test_places_are_relative_or_a_file_name(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path / "link")
    assert shown_path("a/b.py") == shown_path("./a/../a/b.py") == "a/b.py"
    assert (
        shown_path(str(tmp_path / "real" / "b.py")) == shown_path(str(tmp_path / "link" / "b.py")) == "b.py"
    )
    assert shown_path("../b.py") == shown_path("/nowhere/in/particular/b.py") == "b.py"
    assert shown_path("") == ""


def test_text_is_harmless_and_measured_as_a_terminal_shows_it():
    assert printable("a\x1b[2Jb\x00\ud800\u202e\n") == "a�[2Jb���\n"
    assert width("S 型函数") == 8
    assert width("e\u0301") == 1
    assert wrapped("因此 ab cd", 6) == ["因此", "ab cd"]
