"""What stands in quotation marks, in a link, in a question or behind a label is only spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

OPEN = "not understood"

SPOKEN = [
    # ledger dev-620: signs of quotation
    "The book says “if $x > 0$, all is well”.",
    '"Suppose $x > 0$." That was her opening.',
    "The phrase ‘let $x > 0$’ is common.",
    "A 'let $x > 0$' stands there.",
    "«Let $x > 0$», she said.",
    "„Let $x > 0$“, sagte sie.",
    "「设 $x > 0$」。",
    "他说：『若 $x > 0$』。",
    '"let $x$ be positive" is a phrase.',
    'The book says: "Let\n$$x > 0$$\nas usual."',
    # ledger dev-621: links and pictures
    "[Suppose $x > 0$](a.md).",
    "![Suppose $x > 0$](a.png)",
    "See [let $x > 0$][1].\n\n[1]: http://a.b\n\nThere.",
    # ledger dev-622: questions
    "Suppose $x > 0$?",
    "Suppose $x > 0$, would it be simpler?",
    "Let $x > 0$, or should it be $x < 0$?",
    "Should we suppose, as others do, that $x > 0$, even so?",
    "设 $x > 0$ 吗？",
    "Shall we suppose that\n$$x > 0?$$",
    # ledger dev-623: labels and other words before a colon, a dash or a comma
    "A wrong answer: suppose $x > 0$.",
    "Common mistake — let $x > 0$.",
    "Bob's rule — suppose $x > 0$ — is bad.",
    "Another world – with $x > 0$ – is possible.",
    "It would be wrong, for example, to assume $x > 0$.",
    "Nobody would, given $x > 0$, say this.",
    "Later, let $x > 0$.",
    "In a moment, let $x > 0$.",
    "In Section 5, let $x > 0$.",
]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_a_condition_that_is_only_spoken_of(sentence: str, tmp_path: Path) -> None:
    assert told(sentence + r" We have $\sqrt{x^2} = x$.", tmp_path)[-1] == OPEN


DEFINED = [
    'The book says "$b = 2a$".',
    "“Let $b = 2a$,” he said.",
    '"Let $b = 2a$."',
    "「设 $b = 2a$。」",
    "[Let $b = 2a$](x.md).",
    "Let $b = 2a$?",
    "Suppose $b = 2a$, is it then simpler?",
    'The book says: "Let\n$$b = 2a$$\nas usual."',
    "Wrong: let $b = 2a$.",
    "A typical error: $b = 2a$.",
    "The opposite: let $b = 2a$.",
    "Let $b = 2a$ (or not).",
    # ledger dev-624: what is said of a name in words that do not tell that it is so
    "Yesterday, $b = 2a$.",
    "Bob bets on $b = 2a$.",
]


@pytest.mark.parametrize("sentence", DEFINED)
def test_a_definition_that_is_only_spoken_of(sentence: str, tmp_path: Path) -> None:
    assert told(sentence + " We have $a + b = 3a$.", tmp_path)[-1] == OPEN


SUPPOSED = [
    "Proof: let $x > 0$.",
    "(a) Let $x > 0$.",
    "The idea is simple: let $x > 0$.",
    "In particular, let $x > 0$.",
    "Without loss of generality, let $x > 0$.",
    "As it doesn't matter, and isn't hard: let $x > 0$. Now let $x > 0$.",
    "What do we see? Let $x > 0$.",
    "Let $x > 0$, what is $|x|$?",
    "Let $x > 0$ (see [1]).",
    "The 'sign' of it is 'plus': let $x > 0$. Let $x > 0$.",
]


@pytest.mark.parametrize("sentence", SUPPOSED)
def test_what_is_supposed_beside_such_signs(sentence: str, tmp_path: Path) -> None:
    assert told(sentence + r" We have $\sqrt{x^2} = x$.", tmp_path)[-1] == "proved"


def test_a_name_in_quotation_marks_takes_nothing_back(tmp_path: Path) -> None:
    text = r'The loss "L" is $L = (y-a)^2$. Then $\frac{\partial L}{\partial a} = -2(y-a)$.'
    assert told(text, tmp_path)[-1] == "proved"
