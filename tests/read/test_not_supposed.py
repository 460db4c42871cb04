"""Conditions that words do not suppose, and equations that hold for a moment only."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

CLAIM = "$|x| = x$"
NOT_SUPPOSED = [
    # ledger dev-550: words right before a condition, or right behind it
    f"Regardless of whether $x > 0$, {CLAIM}.",
    f"Apart from $x > 0$, {CLAIM}.",
    f"Except for $x > 0$ we have {CLAIM}.",
    f"Rather than $x > 0$, let $x$ be real. {CLAIM}.",
    f"Until $x > 0$, {CLAIM}.",
    f"Had we $x > 0$, this would follow. We get {CLAIM}.",
    f"Suppose $x > 0$ were false. Then {CLAIM}.",
    f"If $x > 0$ is violated, then {CLAIM}.",
    f"The assumption $x > 0$ is too strong. {CLAIM}.",
    f"The assumption $x > 0$ can be removed: {CLAIM}.",
    f"Some authors assume $x > 0$; here {CLAIM}.",
    f"In the literature $x > 0$ is often assumed. We show {CLAIM}.",
    f"Ob $x > 0$ oder nicht, es gilt {CLAIM}.",
    f"Ohne die Voraussetzung $x > 0$ gilt {CLAIM}.",
    f"Auch wenn nicht $x > 0$ ist, gilt {CLAIM}.",
    f"无论 $x > 0$ 与否，都有 {CLAIM}。",
    f"如果没有 $x > 0$，{CLAIM}。",
    # ledger dev-555: conditions of events, sets and points, and sets that nobody supposes
    f"Let $A$ be the event $x > 0$. {CLAIM}.",
    f"Let $A$ be the set of all $x$ with $x > 0$. {CLAIM}.",
    f"Let $p$ be the probability of $x > 0$. {CLAIM}.",
    f"There are points with $x > 0$. {CLAIM}.",
    f"It is increasing where $x > 0$. {CLAIM}.",
    f"Demand is positive as long as $x > 0$. {CLAIM}.",
    f"The density is supported on $x \\in (0, 1)$. {CLAIM}.",
    f"Whether $x \\in (0, 1)$ or not, {CLAIM}.",
    f"We do not require $x \\in (0, 1)$. {CLAIM}.",
    f"Usually $x \\in (0, 1)$. {CLAIM}.",
    f"We treat $x > 0$ first. {CLAIM}. Then the rest. {CLAIM}.",
    # ledger dev-551: what ends a case within its sentence
    f"If $x > 0$, then {CLAIM}, else {CLAIM}.",
    f"If $x > 0$, then {CLAIM}; in all other cases {CLAIM}.",
    f"For $x > 0$ we have {CLAIM} and in general {CLAIM}.",
    f"For $x > 0$ we have {CLAIM} and always {CLAIM}.",
    f"For $x > 0$ {CLAIM}, and this extends to all real numbers: {CLAIM}.",
    f"Falls $x > 0$, so gilt {CLAIM}, sonst gilt {CLAIM}.",
    f"若 $x > 0$，则 {CLAIM}；否则 {CLAIM}。",
]


@pytest.mark.parametrize("text", NOT_SUPPOSED)
def test_what_is_not_supposed_proves_nothing(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "not understood"


SUPPOSED = [
    f"If $x > 0$, then {CLAIM}.",
    f"For $x > 0$ we have {CLAIM}.",
    f"Let $x > 0$ be the step size. Then {CLAIM}.",
    f"As long as $x > 0$, we have {CLAIM}.",
    f"It is not hard to see that $x > 0$ or so. Let $x \\in (0, 1)$. Then {CLAIM}.",
    f"As before $x > 0$, so {CLAIM}.",
    f"Let $x$ be the rate, where $x > 0$ is unknown. Then {CLAIM}.",
    f"For $x > 0$ we have $2x = x + x$ and {CLAIM}.",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_is_supposed_does(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"


FOR_A_MOMENT = [
    # ledger dev-552: equations that nobody says to hold define nothing
    "Whether or not $b = 2a$, we go on.",
    "Do we have $b = 2a$?",
    "Compare this with $b = 2a$.",
    "It is tempting to write $b = 2a$.",
    "We would like $b = 2a$.",
    "A student writes $b = 2a$.",
    "Some authors write $b = 2a$.",
    "The wrong formula is $b = 2a$.",
    "Perhaps $b = 2a$.",
    "$b = 2a$ is forbidden.",
    "Wäre $b = 2a$, so wäre alles leicht.",
    "能否 $b = 2a$？",
    # ledger dev-553: nor do those of an example, a case or a picture, for what stands behind their sentence
    "A natural guess is $b = 2a$.",
    "We first try $b = 2a$.",
    "With the choice $b = 2a$ we get $a + b = 3a$.",
    "The line $b = 2a$ passes through the origin.",
    "In the worst case $b = 2a$.",
    "Usually $b = 2a$.",
    "Approximately $b = 2a$.",
    "If the coin is fair, $b = 2a$.",
    "Under $H_0$, $b = 2a$.",
    "For instance, $b = 2a$.",
    "Either $b = 2a$ or $a = 0$.",
    "Hence $b = 2a$ or $b = -2a$.",
    "Für den Spezialfall $b = 2a$ gilt $a + b = 3a$.",
    "有时 $b = 2a$。",
]


@pytest.mark.parametrize("text", FOR_A_MOMENT)
def test_what_holds_for_a_moment_is_no_definition(text: str, tmp_path: Path) -> None:
    assert told(f"{text} Also $a + b = 3a$.", tmp_path)[-1] == "not understood"
    assert told(f"{text}\n\nThe total is\n\n$$ a + b = 3a $$", tmp_path)[-1] == "not understood"


DISPLAYED = [
    # ledger dev-556: the same behind words before a display, and of functions
    "A natural guess is\n\n$$ b = 2a. $$\n\nThe total is\n\n$$ a + b = 3a $$",
    "A student writes\n\n$$ b = 2a. $$\n\nThe total is\n\n$$ a + b = 3a $$",
    "It would be wrong to set\n\n$$ b = 2a. $$\n\nThe total is\n\n$$ a + b = 3a $$",
    "In the special case\n\n$$ b = 2a $$\n\nwe have $a + b = 3a$. In general $a + b = 3a$.",
    "Do we have $f(x) = x^2$? Now $f'(x) = 2x$.",
    "A student writes $f(x) = x^2$. Then $f'(x) = 2x$ in truth.",
    "The asymptotes are $b = 2a$ and $b = -2a$. So $a + b = 3a$.",
]


@pytest.mark.parametrize("text", DISPLAYED)
def test_so_it_is_behind_displays_and_of_functions(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "not understood"


def test_of_two_equations_one_is_not_refuted(tmp_path: Path) -> None:
    assert "refuted" not in told("Hence $b = 2a$ or $b = -2a$.", tmp_path)


DEFINED = [
    "The total is\n\n$$ b = 2a. $$\n\nIt grows.",
    "In the special case\n\n$$ b = 2a $$\n\nwe have $2b = 4a$ and",
    "The sum is $b = 2a$.",
    "We have $b = 2a$.",
    "In two dimensions $b = 2a$.",
    "In this model, $b = 2a$.",
    "The simplest choice is $b = 2a$.",
    "We have $b = 2a$ or $a = b / 2$.",
]


@pytest.mark.parametrize("text", DEFINED)
def test_others_are(text: str, tmp_path: Path) -> None:
    assert told(f"{text} so $a + b = 3a$.", tmp_path)[-1] == "proved"


EXAMPLES = [
    ("For example, let $f(x) = x^2$. Then", "f'(x) = 2x"),
    ("An example is $f(x) = x^2$. Its derivative is", "f'(x) = 2x"),
    ("In practice the loss is $L = (y - a)^2$. Then", r"\frac{\partial L}{\partial a} = -2(y - a)"),
]


@pytest.mark.parametrize(("words", "claim"), EXAMPLES)
def test_functions_of_an_example_are_spoken_of_behind_it(words: str, claim: str, tmp_path: Path) -> None:
    assert told(f"{words} ${claim}$.", tmp_path)[-1] == "proved"


ANOTHER = [
    # ledger dev-557: a condition that says less than the one before, and equations of one expression
    "Let $x > 1$. Then $|x - 1| = x - 1$. For $x > 0$, $|x - 1| = x - 1$.",
    "Suppose $x > 1$. Then $|x - 1| = x - 1$. Suppose $x > 0$. Then $|x - 1| = x - 1$.",
    "Let $x > 1$. Now weaken this to $x > 0$. Then $|x - 1| = x - 1$.",
    "Let $y' = ky$. Now let $y' = -ky$. Then $y' = ky$.",
    "Let $y' = ky$. For $y' = -ky$, $y' = ky$.",
]


@pytest.mark.parametrize("text", ANOTHER)
def test_what_is_supposed_anew_takes_its_place(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "not understood"


STILL = [
    "Let $x > 1$. Since $x > 0$, we have $|x| = x$ and $|x - 1| = x - 1$.",
    "Let $x > 1$, so that $x > 0$. Then $|x - 1| = x - 1$.",
    "Let $x > 1$. For $x > 2$ we have $|x - 2| = x - 2$.",
    "Let $x > 1$. For $x > 0$, $|x| = x$.",
    "Suppose $a + b = 1$. Suppose $c + d = 2$. Then $a^2 + 2ab + b^2 = 1$.",
]


@pytest.mark.parametrize("text", STILL)
def test_what_it_does_not_touch_holds(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"
