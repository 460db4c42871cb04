"""Words of no table beside a claim keep a refutation away; a proof stands, and `vd: claim` settles it."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

FALSE = "(a + b)^2 = a^2 + b^2"
ROWS = [
    ("Expanding, we get {}.", "refuted"),
    ("By the binomial theorem and the chain rule we therefore have {}.", "refuted"),
    ("As in the previous section, the sum of squares is {}.", "refuted"),
    # somebody else's words, a joke, a story
    ("The committee rejects that {}.", "not understood"),
    ("A lazy schoolboy scribbles {}.", "not understood"),
    ("Gossip has it that {}.", "not understood"),
    ("Freshmen dream that {}.", "not understood"),
    ("We get {} modulo quadratic debris.", "not understood"),
    ("We get {}, alas.", "not understood"),
    # ledger dev-611: adjectives with which more holds
    ("Let the signals be orthogonal. Then {}.", "not understood"),
    ("The errors are uncorrelated. Hence {}.", "not understood"),
    ("The two-element field is used. We get {}.", "not understood"),
    ("由于正交，{}。", "not understood"),
    # in Chinese, too, word by word
    ("展开可得 {}。", "refuted"),
    ("利用求导公式，我们有 {}。", "refuted"),
    ("委员会拒绝 {}。", "not understood"),
    ("传说 {}。", "not understood"),
    # what it is concluded from counts, too
    ("The sources are incoherent. Hence {}.", "not understood"),
    ("The axioms of the cult are strange.\n\nThis is known. We get {}.", "refuted"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_false_statement_beside_words(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text.format(f"${FALSE}$"), tmp_path) == [expected]


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_a_true_one_is_proved_beside_them(text: str, tmp_path: Path) -> None:
    words = text.format("$(a + b)^2 = a^2 + 2ab + b^2$")
    assert told(words, tmp_path)[-1] in ("proved", "not understood")
    assert "refuted" not in told(words, tmp_path)


def test_the_annotation_that_says_that_it_is_claimed(tmp_path: Path) -> None:
    text = f"<!-- vd: claim -->\n\nA lazy schoolboy scribbles\n\n$${FALSE}$$"
    assert told(text, tmp_path) == ["refuted"]
