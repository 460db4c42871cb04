"""The terminal: source frames with carets that fit, one line a problem, and the numbers at the end."""

from __future__ import annotations

import re

from sample_reports import LINES, PATH, chain, only, open_verdict, proved, refuted, sample, step

from verify_derivations.model import Condition, Status
from verify_derivations.render import RenderOptions
from verify_derivations.render.frame import source_frame
from verify_derivations.render.plain import width
from verify_derivations.render.text import render_concise, render_full
from verify_derivations.results import Origin, Report, StepResult
from verify_derivations.span import Span

CHAIN = """\
derivations/sigmoid.py:4:5: VD101 refuted: step 3 of sigmoid, the error starts here: \
at z = 1/7 left 1/4 = 0.25, right 0.5
  |
4 |     d.equals((1 + exp(-z)) / (1 + exp(-z)) ** 2, because="因此")
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        printed: \\frac{1+e^{-z}}{(1+e^{-z})^2}
        read as: \\frac{d}{d z} f(z) = \\frac{1 + e^{- z}}{\\left(1 + e^{- z}\\right)^{2}}
       fails at: z = 1/7: left 1/4 = 0.25, right 0.5
      corrected: \\frac{e^{-z}}{(1+e^{-z})^2} (proved)
        because: 因此
         source: logistic-notes.md:75
           help: the corrected line is proved: put it in the place of this one

derivations/sigmoid.py:3:5: refuted as expected: step 4 of sigmoid, carried on from step 3: \
the −1 of the numerator is lost
derivations/sigmoid.py:3:5: step 5 of sigmoid undoes the error of step 3 silently; the line before differs \
at z = 1/7 left 1/4 = 0.25, right 0.5

the chain of sigmoid: An error starts at step 3, carried on by step 4, step 5 is right again and does not \
say so. The first and the last line agree all the same.

derivations/sigmoid.py: 4 statements, 2 proved, 2 refuted, 1 of them known and as expected
In all: 2 proved, 2 refuted; 1 definition, 1 corrected line proved.

4 of 4 statements checked; 3 as expected, 1 not.
"""


def test_full_shows_the_line_the_failure_the_correction_and_the_numbers():
    assert render_full(only(*chain().steps)) == CHAIN


def test_concise_is_one_line_a_problem_and_one_of_numbers():
    *problems, undone, closing = render_concise(sample()).splitlines()
    assert len(problems) == 6
    assert "step 5 of sigmoid undoes the error of step 3 silently" in undone
    assert all(re.match(r"derivations/sigmoid\.py:\d+:\d+: VD\d{3} ", line) for line in problems)
    assert closing.startswith(
        "8 of 10 statements checked, 1 undecided, 1 not understood; 5 as expected, 5 not"
    )


def test_color_is_used_only_if_asked_for():
    for render in (render_full, render_concise):
        plain, colored = render(sample()), render(sample(), RenderOptions(color=True))
        assert "\x1b" not in plain
        assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
        assert colored != plain


def test_lines_are_wrapped_at_the_width():
    reason = "no rule applies to 这个积分 " * 12
    report = only(StepResult(step(1, "a = b"), open_verdict(Status.UNDECIDED, reason)))
    labelled = [
        line for line in render_full(report, RenderOptions(width=60)).splitlines() if line[:4] == "    "
    ]
    assert len(labelled) > 5
    assert max(map(width, labelled)) <= 60


def test_a_place_that_is_not_in_the_text_has_no_frame():
    report = only(StepResult(step(1, "a = b", at=99), refuted()))
    text = render_full(report)
    assert "VD101 refuted" in text
    assert " | " not in text
    assert " | " not in render_full(Report(report.documents))


def test_what_is_wrong_with_an_inherited_error_is_where_it_comes_from():
    steps = [result for result in chain().steps if result.step.id != "sigmoid.4"]
    carried = [
        StepResult(
            step(6, "c", chain="sigmoid", local=steps[2].step.local), refuted(), proved(), Origin.INHERITED
        )
    ]
    text = render_full(only(*steps[:3], *carried))
    assert "carried on from step 3" in text
    assert "help: mend step 3: this line only carries its error on" in text
    assert "line before: proved against the line before" in text


def test_conditions_are_listed_where_an_expected_error_is_proved():
    conditions = (Condition("x != 0", r"x \neq 0"), Condition("y > 0", "y > 0"))
    proof = StepResult(step(1, "a = b", expect=Status.REFUTED, wrong="sign"), proved(*conditions))
    text = render_full(only(proof))
    assert "VD106 proved, expected refuted" in text
    assert "where: x != 0, y > 0" in text


def test_carets_stand_below_wide_characters():
    _, line, carets = source_frame(["因此 = f(数, x)"], Span(PATH, 1, 6, 1, 13))
    assert line == "1 | 因此 = f(数, x)"
    assert width(carets[: carets.index("^")]) == width("1 | 因此 = ")
    assert carets.count("^") == width("f(数, x)")


def test_a_long_line_is_cut_around_the_place():
    text = "x" * 200 + "HERE" + "y" * 200
    _, line, carets = source_frame([text], Span(PATH, 1, 201, 1, 205), 80)
    assert width(line) <= 80
    start = carets.index("^")
    assert line[start : start + 4] == "HERE"
    assert carets.count("^") == 4


def test_a_tab_does_not_shift_the_carets():
    _, line, carets = source_frame(["\tclaim(a)"], Span(PATH, 1, 2))
    assert line[carets.index("^") :] == "claim(a)"


def test_every_line_of_the_sample_has_a_frame_of_three_lines():
    assert all(len(source_frame(LINES, Span(PATH, number))) == 3 for number in range(1, len(LINES) + 1))
