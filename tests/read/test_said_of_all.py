"""What is said "for all x": equations and inequalities are claimed of every value."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def verdicts(text: str, folder: Path) -> list[str]:
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    found = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(step.status or step.step.kind) for step in found]


CLAIMED = [
    # a document, the verdict on what it states last
    (r"For all $x$, $\tanh x < \frac12$.", "refuted"),
    ("Now\n\n$$\\tanh x < \\frac12$$\n\nfor all $x$.", "refuted"),
    ("For every $x$\n\n$$\\tanh x < 2.$$", "proved"),
    (r"$$\tanh x < \frac12$$ for all $x$.", "refuted"),
    (r"Let $f(x) = x^2 + 1$. Then $f(x) > 0$ for all $x$.", "proved"),
    ("Let $f(x) = x^2 - 1$. For all $x$\n\n$$f(x) > 0$$", "refuted"),
    (r"For every integer $n$, $\sin(n\pi) = 0$.", "proved"),
    (r"For every integer $n$, $\sin(n) = 0$.", "refuted"),
    (r"We have $\cos(n\pi) = 1$ for all integers $n$.", "refuted"),
    (r"For all $x > 0$, $|x| = x$.", "proved"),
    (r"We have $x^2 \geq 0$ for all $x$.", "proved"),
    # it defines a function
    (r"For all $x$, $f(x) = x^2$. Then $f(3) = 9$.", "proved"),
]


@pytest.mark.parametrize(("text", "status"), CLAIMED)
def test_what_is_said_of_all_values_is_claimed(text: str, status: str, tmp_path: Path) -> None:
    assert verdicts(text, tmp_path)[-1] == status


CONDITIONS = [
    # another name is to be found, or a case is set up
    (r"Find $a$ such that for all $x$, $a x = 0$.", ["condition"]),
    (r"For all $x$, $a x + b = 0$.", ["condition"]),
    (r"For $x = 2$, $y = 4$.", ["condition", "condition"]),
    (r"For all $x$, $f(x) > 0$.", []),
]


@pytest.mark.parametrize(("text", "kinds"), CONDITIONS)
def test_what_is_sought_is_not_claimed(text: str, kinds: list[str], tmp_path: Path) -> None:
    assert verdicts(text, tmp_path) == kinds


def test_it_ends_with_the_sentence(tmp_path: Path) -> None:
    text = r"We have $\cos(2n\pi) = 1$ for all integers $n$. Also $\cos(n \pi) = 1$."
    assert verdicts(text, tmp_path) == ["proved", "not understood"]
