"""Statements between numbers: claimed in displays and sentences, unless words suppose or quote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

DISPLAYED = [
    (r"\int_{-1}^{1} x^3\,dx = 0", "proved"),
    (r"\int_0^1 x\,dx = 0", "refuted"),
    (r"\int_0^{2\pi} \sin^2 x\,dx = 0", "refuted"),
    (r"\sin\pi = 0", "proved"),
    (r"\cos\pi = 0", "refuted"),
    (r"e^{i\pi} + 1 = 0", "proved"),
    (r"\log 1 = 0", "proved"),
    (r"\lim_{x\to 0} \frac{\sin x}{x} = 0", "refuted"),
    (r"\sum_{k=1}^\infty \frac{1}{k^2} = 0", "refuted"),
    (r"\begin{vmatrix} 1 & 2 \\ 2 & 4 \end{vmatrix} = 0", "proved"),
    # a name may be meant, or an unknown stands in it
    ("e = 0", "condition"),
    (r"x^2 - 1 = 0", "condition"),
    (r"\nabla f = 0", "condition"),
    # ledger dev-262: angles may be in degrees
    (r"\sin 30 = \frac12", "not understood"),
    (r"\tan 45 = 1", "not understood"),
    (r"\arctan 1 = 45", "not understood"),
    (r"\sin 1 = 2", "refuted"),
    # ledger dev-266: e may be a name, as that of an eccentricity
    (r"1 - e^2 = \frac34", "not understood"),
    (r"\frac{e^2}{2} = 0", "not understood"),
    (r"e^{i\pi} = 1", "refuted"),
    (r"\pi = 3", "refuted"),
    (r"\int_0^{90} \cos x\,dx = 1", "refuted"),
]


@pytest.mark.parametrize(("latex", "expected"), DISPLAYED)
def test_a_display_between_numbers_is_a_claim(latex: str, expected: str, tmp_path: Path) -> None:
    assert told(f"We have\n\n$${latex}$$", tmp_path) == [expected]


@pytest.mark.parametrize(("latex", "expected"), DISPLAYED[:5])
def test_so_it_is_in_latex(latex: str, expected: str, tmp_path: Path) -> None:
    assert told(f"The value is\n\\[ {latex} \\]", tmp_path, ".tex") == [expected]


SENTENCES = [
    ("As everybody knows, $2+2=5$.", "refuted"),
    ("As everybody knows, $2+2=4$.", "proved"),
    ("Clearly $2+2=4$.", "proved"),
    (r"Here $\pi^2 > 9$.", "proved"),
    (r"Since $\sqrt{2} < 1$, we stop.", "refuted"),
    ("显然 $2 + 2 = 5$。", "refuted"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_between_numbers_is_a_claim(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == [expected]


WITHHELD = [
    # spoken of, or chosen from
    "The equation $2+2=5$ is famous.",
    "Winston writes $2+2=5$.",
    "Which of these holds? We have $2^3 = 9$.",
    "Exercise: true or false?\n\n$$2^3 = 9$$",
    "Is it true that $2^3 = 9$?",
    # ledger dev-263: what follows from something that is supposed
    "Suppose $1 = 0$. Then $$2 = 0$$",
    "Suppose to the contrary that $a = b$. Dividing by $a - b$ we get $$2 = 1$$",
    "Suppose $$1 = 0.$$",
    "If $1 = 0$, then $2 = 0$.",
    "若 $1 = 0$，则 $2 = 0$。",
    # ledger dev-261: other arithmetics
    r"In $\mathbb{Z}_{12}$ we have $$7 + 8 = 3$$",
    "The field with two elements has $$1 + 1 = 0$$",
    "Let $+$ be exclusive or. Then $$1 + 1 = 0$$",
    "On a clock we have $$9 + 4 = 1$$",
    "In binary we have $1 + 1 = 10$.",
    "In base 8 we have $7 + 1 = 10$.",
    "In Boolean algebra we have $1 + 1 = 1$.",
    "In the ring $\\mathbb{Z}/4\\mathbb{Z}$ we get $$2 \\cdot 2 = 0$$",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_nothing_is_refuted_that_may_not_be_claimed_of_numbers(text: str, tmp_path: Path) -> None:
    assert "refuted" not in told(text, tmp_path)


WANTED = ["We want", "The condition is", "We solve", "Set", "If", "We look for the case that"]


@pytest.mark.parametrize("words", WANTED)
def test_what_words_ask_for_is_no_claim(words: str, tmp_path: Path) -> None:
    assert "refuted" not in told(f"{words} $$\\cos\\pi = 0$$", tmp_path)


def test_percent(tmp_path: Path) -> None:
    (first, second) = results(r"So we get $\frac14 = 25$ percent, and hence $\frac14 = 26$.", tmp_path)
    assert "in percent" in (first.verdict.reason if first.verdict else "")
    assert str(second.status) == "refuted"
