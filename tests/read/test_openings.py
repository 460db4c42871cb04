"""Phrases with which authors suppose a condition, and phrases beside them that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SUPPOSED = [
    "We require $x > 0$.",
    "Throughout, $x > 0$.",
    "Throughout this section, $x > 0$.",
    "Throughout this section the regularisation constant $x > 0$ is fixed.",
    "Throughout we assume that $x > 0$.",
    "In this section, $x > 0$.",
    "In what follows, $x > 0$.",
    "Henceforth $x > 0$.",
    "We restrict ourselves to $x > 0$.",
    "We restrict attention to the case $x > 0$.",
    "We only consider $x > 0$.",
    "By assumption, $x > 0$.",
    "By hypothesis $x > 0$.",
    "Assumption: $x > 0$.",
    "Assumptions: $y > 0$ and $x > 0$.",
    "**Assumption 2.** $x > 0$.",
    "Our assumption is that $x > 0$.",
    "We make the assumption $x > 0$.",
    "The mass $m > 0$ and the length $x > 0$ are fixed.",
    "The step size $x > 0$ controls the speed.",
    "We may assume that $x > 0$.",
    "We may and do assume $x > 0$.",
    "Without loss of generality, $x > 0$.",
    "We assume without loss of generality that $x > 0$.",
    "WLOG $x > 0$.",
    "It is assumed that $x > 0$.",
    "We know that $x > 0$.",
    "Here $x > 0$ is the step size.",
    "Suppose the parameter $x$ satisfies $0 < x < 1$.",
    "Pick any $x > 0$.",
    "Let the learning rate $x$ be positive.",
    "The learning rate $x$ is positive.",
    "The mass $x$ and the length $y$ are positive.",
    "By assumption the spring constant $x$ is positive.",
    "设学习率 $x$ 为正。",
    "任取 $x > 0$。",
    "固定 $x > 0$。",
    "以下假设 $x > 0$。",
]


@pytest.mark.parametrize("sentence", SUPPOSED)
def test_what_a_phrase_supposes_holds_behind_it(sentence: str, tmp_path: Path) -> None:
    assert told(f"{sentence} Then\n\n$$ |x| = x. $$", tmp_path) == ["proved"]


OF_THE_SENTENCE = [
    "Under the assumption $x > 0$ we have",
    "Under the assumption that $x > 0$ we have",
    "Under the condition $x > 0$ we have",
    "In the regime $x > 0$ we get",
    "在 $x > 0$ 的条件下，有",
    "只要 $x > 0$，就有",
]


@pytest.mark.parametrize("words", OF_THE_SENTENCE)
def test_what_is_said_under_an_assumption_is_said_of_its_paragraph(words: str, tmp_path: Path) -> None:
    text = f"{words} $|x| = x$.\n\nMore of it.\n\nNow\n\n$$ \\sqrt{{x^2}} = x. $$"
    assert told(text, tmp_path) == ["proved", "not understood"]


NOT_SUPPOSED = [
    "We do not require $x > 0$.",
    "The theorem requires $x > 0$.",
    "We require neither $x > 0$ nor $y > 0$.",
    "Throughout the literature $x > 0$.",
    "Throughout the last section, $x > 0$.",
    "The function is convex throughout $x > 0$.",
    "Under the false assumption that $x > 0$ one gets nonsense.",
    "Bob's assumption is $x > 0$.",
    "By the assumption of Bob, $x > 0$.",
    "Contrary to the assumption, $x > 0$.",
    "We may not assume $x > 0$.",
    "It is often assumed that $x > 0$.",
    "We know the case $x > 0$.",
    "We know when $x > 0$.",
    "We do not restrict ourselves to $x > 0$.",
    "The interval $x > 0$ is open.",
    "The points $x > 0$ are drawn in red.",
    "Here $x > 0$ fails.",
    "Here $x > 0$ is not needed.",
    "From now on, we drop $x > 0$.",
    "The mass $x > 0$ could be fixed.",
    "Wrong assumption: $x > 0$.",
    "Let us see when $y$ satisfies $x > 0$.",
    "Without loss of generality $x > 0$ or $y > 0$.",
    "The random variable $x$ is positive.",
    "The number $x$ is positive or zero.",
    "In case B the number $x$ is positive.",
    "在 $x > 0$ 的讨论中犯了错。",
    "在 $x > 0$ 的条件下不成立。",
]


@pytest.mark.parametrize("sentence", NOT_SUPPOSED)
def test_what_is_not_supposed_beside_such_a_phrase(sentence: str, tmp_path: Path) -> None:
    assert told(f"{sentence} Then\n\n$$ |x| = x. $$", tmp_path) == ["not understood"]


OF_A_CASE = [
    "The number $x$ is positive if $y > 1$.",
    "$x$ is positive if $y > 1$.",
    "$x$ is a positive number when Bob wins.",
    "Since $x > 0$ if $y > 1$, we go on.",
    "Let $x > 0$ or let $y > 0$.",
    "We assume that $x > 0$ or that the mass is large.",
    "We have $y > 0$, or by assumption $x > 0$.",
    "Let us see when $x > 0$.",
    "Since $x > 0$ is one case, we go on.",
    "Let $x > 0$ in the appendix.",
]


@pytest.mark.parametrize("sentence", OF_A_CASE)
def test_what_is_said_of_a_case_is_not_supposed(sentence: str, tmp_path: Path) -> None:
    """Ledger dev-608."""
    assert told(f"{sentence} Then\n\n$$ |x| = x. $$", tmp_path)[-1] == "not understood"


OBJECTS = [
    "We want to minimise the quadratic\n\n$$ f(x) = x^2 - b x. $$\n\nThen\n\n$$ f'(x) = 2x - b. $$",
    "We want to find the minimum of $f(x) = x^2$. Then\n\n$$ f'(x) = 2x. $$",
    "目标函数为 $f(x) = x^2$。求导得\n\n$$ f'(x) = 2x. $$",
]


@pytest.mark.parametrize("text", OBJECTS)
def test_what_is_to_be_minimised_is_defined(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == ["definition", "proved"]


def test_a_minimum_in_chinese(tmp_path: Path) -> None:
    text = r"设 $f(x) = a x^2 + b x$，其中 $a > 0$。令导数为零，得到极小值点 $x_0 = -\frac{b}{2a}$。代入可得"
    assert told(f"{text}\n\n$$ f(x_0) = -\\frac{{b^2}}{{4a}}. $$", tmp_path)[-1] == "proved"
