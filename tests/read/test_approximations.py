r"""\approx between a number and printed digits: shown, refuted, or left open with what the digits are."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

SHOWN = [
    (r"\pi \approx 3.14", "the rounded value, and the truncated one"),
    (r"e^{-1} \approx 0.368", "the rounded value, not the truncated one"),
    (r"e^{-1} \approx 0.367", "the truncated value; rounded to as many digits it is 0.368"),
    (r"\sqrt{2} \simeq 1.41", "the rounded value"),
    (r"\sqrt{3} \doteq 1.732", "the rounded value"),
    (r"3.14 \approx \pi", "the rounded value"),
    (r"-\sqrt{2} \approx -1.4", "the rounded value"),
    (r"e^{10} \approx 2.2 \times 10^4", "the rounded value"),
    (r"e^5 \approx 148", "the rounded value"),
    (r"\pi \approx 3.14\ldots", "the rounded value"),
    (r"\int_0^1 e^{-x^2}\,dx \approx 0.7468", "the rounded value"),
    (r"\log_{10} 2 \approx 0.30", "the rounded value"),
    (r"e^{1.5} \approx 4.4817", "the rounded value"),
]


@pytest.mark.parametrize(("latex", "words"), SHOWN)
def test_rounded_and_truncated_digits_are_shown(latex: str, words: str, tmp_path: Path) -> None:
    (found,) = results(f"$${latex}$$", tmp_path)
    assert str(found.status) == "proved"
    assert words in (found.verdict.reason if found.verdict else "")


WRONG = [
    (r"\ln 2 \approx 0.96", "rounded to as many digits it is 0.69"),
    (r"\pi \approx 3.41", "rounded to as many digits it is 3.14"),
    (r"\frac{\pi}{4} \approx 0.875", "rounded to as many digits it is 0.785"),
    (r"-\sqrt{2} \approx 1.41", "rounded to as many digits it is -1.41"),
    (r"\frac{1 + \sqrt 5}{2} \approx 1.681", "rounded to as many digits it is 1.618"),
    (r"e^{-1} \approx 0.638", "rounded to as many digits it is 0.368"),
    (r"\pi \approx 3.41\ldots", "it is 3.14"),
]


@pytest.mark.parametrize(("latex", "words"), WRONG)
def test_digits_that_are_far_away_are_refuted(latex: str, words: str, tmp_path: Path) -> None:
    (found,) = results(f"$${latex}$$", tmp_path)
    assert str(found.status) == "refuted"
    assert words in (found.verdict.reason if found.verdict else "")


NEAR = [
    (r"\pi \approx 3.15", "3.14"),
    (r"\sqrt 2 \approx 1.5", "1.4"),
    (r"\sqrt{5} \approx 2.8", "2.2"),
]


@pytest.mark.parametrize(("latex", "digits"), NEAR)
def test_digits_nearby_are_left_open_and_the_right_ones_told(latex: str, digits: str, tmp_path: Path) -> None:
    (found,) = results(f"$${latex}$$", tmp_path)
    assert str(found.status) == "undecided"
    assert f"it is {digits}" in (found.verdict.reason if found.verdict else "")


NOT_CLAIMED = [
    r"g \approx 9.81",
    r"f(3) \approx 0.5",
    r"x^2 \approx 2.5",
    r"\sin x \approx x",
    r"2^{10} \approx 1000",
    r"10^6 \approx 2^{20}",
    r"\pi \approx \frac{22}{7}",
    r"1.96 \cdot 0.314 \approx 0.7",
    r"\mathbb{R} \cong 3.14",
    r"7 \approx 9.81",
]


@pytest.mark.parametrize("latex", NOT_CLAIMED)
def test_of_names_and_of_rounded_inputs_nothing_is_told(latex: str, tmp_path: Path) -> None:
    assert told(f"$${latex}$$", tmp_path) == ["approximation"]


WITHHELD = [
    r"The trapezoidal rule gives $\int_0^1 x^2\,dx \approx 0.375$.",
    r"By Newton's method we get $\sqrt 2 \approx 1.75$ in the first step.",
    r"The Babylonians had $\pi \approx 3.125$, and so did the Egyptians with $\pi \approx 3.16$.",
    "We have $$\\sin(30) \\approx 0.5$$",
    "We have $$\\cos 60 \\approx 0.5$$",
    r"So we get $\frac13 \approx 33.3$ percent.",
    "We have $$\\log 2 \\approx 0.30$$",
    r"If $\pi \approx 3.25$, then we are done.",
    r"Let $\pi \approx 3.25$.",
    # e and pi may be names
    r"The eccentricity is $e \approx 0.0167$.",
    "The eccentricity of the orbit is $e$. We have $$1 - e^2 \\approx 0.9997$$",
    r"Inflation is $\pi \approx 0.02$, so prices grow by $1 + \pi \approx 1.02$.",
    "$$\\alpha = \\frac{e^2}{4 \\pi} \\approx 0.0073$$",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_no_other_reading_is_refuted(text: str, tmp_path: Path) -> None:
    assert "refuted" not in told(text, tmp_path)


def test_definitions_are_put_in(tmp_path: Path) -> None:
    text = r"""Let $\sigma(z) = \frac{1}{1 + e^{-z}}$. Then
$$\sigma(1) \approx 0.731, \qquad \sigma(-5.5) \approx 0.0040, \qquad \sigma(2) \approx 0.99$$"""
    assert told(text, tmp_path) == ["definition", "proved", "proved", "refuted"]


def test_of_rounded_definitions_nothing_is_told(tmp_path: Path) -> None:
    text = "Let $a = 1.41$. Then\n\n$$a^2 \\approx 2.5$$"
    assert told(text, tmp_path) == ["definition", "approximation"]


def test_at_the_end_of_a_chain(tmp_path: Path) -> None:
    sum_of_squares = r"$$\sum_{k=1}^\infty \frac{1}{k^2} = \frac{\pi^2}{6} \approx "
    assert told(f"{sum_of_squares}1.645$$", tmp_path) == ["proved", "proved"]
    assert told(f"{sum_of_squares}1.465$$", tmp_path) == ["proved", "refuted"]


def test_in_sentences(tmp_path: Path) -> None:
    text = r"We have $\pi \approx 3.14$ and $e \approx 2.7$, so $\sqrt{2} \approx 1.73$."
    assert told(text, tmp_path) == ["proved", "proved", "refuted"]


def test_only_half_a_unit_where_a_claim_says_so(tmp_path: Path) -> None:
    """An equation with digits, as claims and records have it, allows for rounding only."""
    assert told(r"$$e^{-1} = 0.367$$", tmp_path) == ["refuted"]
