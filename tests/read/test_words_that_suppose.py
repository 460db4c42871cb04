"""Sentences in words of no table: what they speak of is neither supposed nor defined by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

SPOKEN_OF = [
    "It would be a pity that $x > 0$.",
    "Bob bets on $x > 0$.",
    "The sign of the moon is such that Bob likes $x > 0$.",
    "We are far from knowing $x > 0$.",
    "Little speaks for $x > 0$.",
    "The referee asked for $x > 0$.",
    "There is no evidence for $x > 0$.",
    "Our colleagues dispute $x > 0$.",
    "A proof with $x > 0$ is in the appendix.",
    "The situation of Lemma 3, with $x > 0$, is boring.",
    "The converse was shown by Gauss for $x > 0$.",
    "It took years to get rid of $x > 0$.",
    "This was once done for $x > 0$.",
    "A computer search for $x > 0$ found nothing.",
    "He gave a talk about $x > 0$.",
    "The next chapter treats $x > 0$.",
    "Do not think of $x > 0$.",
    "Readers who want $x > 0$ may skip this.",
    "To get a feeling, plot it for $x > 0$.",
    "The table lists values for $x > 0$.",
    "Figure 2 is for $x > 0$.",
    "The program crashes for $x > 0$.",
    "The case $x > 0$ is left to the reader.",
    "The case $x > 0$ was treated by Euler.",
    "If $x > 0$ bothers you, read on.",
    "When $x > 0$ was proposed, nobody listened.",
    "For $x > 0$ see the appendix.",
    "With $x > 0$ one would be done.",
    "Since $x > 0$ cannot be excluded, we go on.",
    "Suppose Bob told you $x > 0$.",
    "Let nobody tell you $x > 0$.",
    "Assume for contradiction $x > 0$.",
    "Imagine $x > 0$.",
    "As a warm-up, $x > 0$.",
    "Under suspicion: $x > 0$.",
    "Whoever says $x > 0$ is brave.",
    "Symmetry breaks down at $x > 0$.",
    "Where others take $x > 0$, we do not.",
    "We do not know if $x > 0$.",
    "Ask yourself if $x > 0$.",
    "Check if $x > 0$.",
    "It matters little if $x > 0$.",
    "I wonder when $x > 0$.",
    "It is open for which $a$ we have $x > 0$.",
    "The code tests if $x > 0$.",
    "Only God knows if $x > 0$.",
    "Given the doubts about $x > 0$, we proceed.",
    "Because of the doubts on $x > 0$, we proceed.",
    "The assumption $x > 0$ is lifted.",
    "The condition $x > 0$ is a nuisance.",
    "With the assumption $x > 0$ gone, we go on.",
    "The situation of Lemma 3, with $x > 0$, is boring.",
]


@pytest.mark.parametrize("behind", [" We have $|x| = x$.", "\n\n$$ |x| = x $$"])
@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_what_is_spoken_of_is_not_supposed(sentence: str, behind: str, tmp_path: Path) -> None:
    """Ledger dev-596."""
    assert told(sentence + behind, tmp_path)[-1] == "not understood"


SAID_SOMEHOW = [
    "It would be a pity that $b = 2a$.",
    "Bob bets on $b = 2a$.",
    "Our rivals have $b = 2a$.",
    "A sloppy reading suggests $b = 2a$.",
    "The referee asked for $b = 2a$.",
    "People used to take $b = 2a$.",
    "The old manual has $b = 2a$.",
    "On Mondays $b = 2a$.",
    "Gauss tried $b = 2a$.",
    "The naive rule is $b = 2a$.",
    "A popular myth is $b = 2a$.",
    "The competitor's model reads $b = 2a$.",
    "To first order $b = 2a$.",
    "In a bad approximation $b = 2a$.",
    "As a caricature, $b = 2a$.",
    "Legend has it that $b = 2a$.",
    "The rumour is $b = 2a$.",
    "My first thought was $b = 2a$.",
    "Dimensional analysis hints at $b = 2a$.",
    "The machine printed $b = 2a$.",
    "Excel shows $b = 2a$.",
    "The answer key has $b = 2a$.",
    "The typo $b = 2a$ was found.",
    "The equation $b = 2a$ is unphysical.",
    "The formula $b = 2a$ is obsolete.",
    "The relation $b = 2a$ has been disproved.",
    "The identity $b = 2a$ was believed for long.",
    "$b = 2a$ is a common misprint.",
    "$b = 2a$ was Bob's answer.",
    "$b = 2a$ would violate causality.",
    "With $b = 2a$ nothing works.",
    "Using $b = 2a$ is tempting.",
    "Set $b = 2a$ aside.",
    "Let $b = 2a$ go.",
    "We write $b = 2a$ nowhere.",
    "Suppose Bob told you $b = 2a$.",
    "For the wrong planet $b = 2a$.",
    "For a toy model, $b = 2a$.",
    "The student found $b = 2a$.",
    "Students find $b = 2a$.",
]


@pytest.mark.parametrize("sentence", SAID_SOMEHOW)
def test_what_is_said_somehow_refutes_nothing(sentence: str, tmp_path: Path) -> None:
    """Ledger dev-597."""
    assert told(sentence + " Then $b + a = 4a$.", tmp_path)[-1] != "refuted"


SUPPOSED = [
    "Let $x > 0$.",
    "Suppose that $x > 0$.",
    "If $x > 0$, then",
    "For every $x > 0$,",
    "Here the radius $x > 0$ is fixed, and",
    "Without loss of generality, let $x > 0$.",
    "As long as $x > 0$,",
    "With the Lipschitz constant $x > 0$,",
    "Case 1: $x > 0$.",
    "A mass $x > 0$ hangs on a rod, and",
    "设 $x > 0$。则",
    "其中 $x > 0$，",
]


@pytest.mark.parametrize("sentence", SUPPOSED)
def test_what_is_supposed(sentence: str, tmp_path: Path) -> None:
    assert told(sentence + " we have $|x| = x$.", tmp_path)[-1] == "proved"


DEFINED = [
    "Let $b = 2a$.",
    "The velocity is $b = 2a$.",
    "We write $b = 2a$.",
    "With the Lipschitz constant $b = 2a$ we go on.",
    "The energy $b = 2a$ is conserved.",
    "In an LSTM the cell is $b = 2a$.",
    "This gives $b = 2a$.",
    "Denote the error by $b = 2a$.",
    "$b = 2a$.",
    "令 $b = 2a$。",
]


@pytest.mark.parametrize("sentence", DEFINED)
def test_what_is_defined(sentence: str, tmp_path: Path) -> None:
    assert told(sentence + " Then $b + a = 4a$.", tmp_path)[-1] == "refuted"


def test_it_is_told_what_would_settle_it(tmp_path: Path) -> None:
    step = results("Bob bets on $b = 2a$. Then $b = 3a$.", tmp_path)[-1]
    assert step.verdict is not None
    assert "where no word tells that it is so" in step.verdict.reason
    assert "let $b = 2a$" in step.verdict.reason


SETTLED = [
    # what is advised decides it, whatever was only spoken of before
    "Bob bets on $x > 0$. Let $x > 0$. Then $|x| = -x$.",
    "Bob bets on $x > 0$. <!-- vd: assume $x > 0$; claim -->\n\n$$|x| = -x$$",
    "Bob bets on $x > 0$. Let $x < 0$. Then $|x| = x$.",
    "Bob bets on $x \\in (0, 1)$. Let $x \\in (0, 2)$. Then $|x| = -x$.",
    "Bob bets on $x > 0$. We get\n\n$$x = x$$\n\nLet $x > 0$. Then\n\n$$|x| = -x$$",
]


@pytest.mark.parametrize("text", SETTLED)
def test_what_is_said_settles_what_was_spoken_of(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "refuted"
