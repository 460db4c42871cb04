"""Conditions of cases: in which sentences they hold, where they end, and where that is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> str:
    """The verdict on the last formula of a document."""
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


ROWS = [
    # the words before |x| = x, its verdict
    ("If $x > 0$, then", "proved"),
    ("Consider the case $x > 0$. Then", "proved"),
    ("Let $x > 0$. Then", "proved"),
    ("**Case 1: $x > 0$.** Then", "proved"),
    ("Let $x > 0$.\n\nThere is more to say.\n\nThen", "proved"),
    # it may have been said of one sentence only: ledger dev-155
    ("When $x > 0$ this is clear. Now", "not understood"),
    ("For $x > 0$ the function is smooth. Then", "not understood"),
    # it surely was
    ("When $x > 0$ this is clear. For arbitrary $x$ we have", "refuted"),
    ("If $x > 0$ then fine. In general", "refuted"),
    # the other case begins: ledger dev-156
    ("If $x < 0$, nothing is to be shown. Otherwise", "not understood"),
    ("If $x < 0$ we are done. On the other hand", "not understood"),
    ("当 $x < 0$ 时显然。否则", "not understood"),
    # of two conditions on one name the later one holds
    ("If $x < 0$ then $|x| = -x$. If $x > 0$ then", "proved"),
    ("**Case 1: $x < 0$.** Then\n\n$$|x| = -x$$\n\n**Case 2: $x > 0$.** Then", "proved"),
    # it may still hold in the paragraphs behind: ledger dev-157
    ("If $x > 0$, we get\n\n$$x |x| = x^2$$\n\nand hence", "not understood"),
    ("Look at $x > 0$ first. We get\n\n$$x |x| = x^2.$$\n\nIt follows that", "not understood"),
    ("# The case $x > 0$\n\nHere", "not understood"),
    # in another section it does not
    ("# A\n\nIf $x > 0$, we get\n\n$$x |x| = x^2$$\n\n# B\n\nHere", "refuted"),
]


@pytest.mark.parametrize(("words", "status"), ROWS)
def test_where_a_condition_holds(words: str, status: str, tmp_path: Path) -> None:
    assert last(f"{words}\n$$|x| = x$$", tmp_path) == status


def test_what_holds_without_the_condition_is_told(tmp_path: Path) -> None:
    assert last("When $x > 0$ this is clear. We have\n$$\\sqrt{x^2} = |x|$$", tmp_path) == "proved"
    words = "For $x > 0$,\n\n$$|x| = x.$$\n\nNow let $y$ be anything.\n\n"
    assert last(words + "$$(x + y)^2 = x^2 + y^2$$", tmp_path) == "refuted"


BEHIND = [
    # of conditions behind displays the one behind each holds of it: ledger dev-109
    ("$$|x| = x$$\nfor $x > 0$, and\n$$|x| = -x$$\nfor $x < 0$.", ["proved", "proved"]),
    ("$$|x| = x$$\n\nfor $x > 0$, and\n\n$$|x| = -x$$\n\nfor $x < 0$.", ["proved", "proved"]),
    ("$$|x (1 - x)| = x (1 - x)$$\n\nfor $x > 0$ and $x < 1$.", ["proved"]),
    ("$$|x| = x$$\n\nwhere $x > 0$.", ["proved"]),
    # what begins a sentence of its own is not behind the display before
    ("$$x + x = 2 x$$\n\nfor $x > 0$ we get\n\n$$|x| = x$$", ["proved", "proved"]),
    ("$$|x| = x$$\n\nif $x > 0$ then $x + x = 2 x$.", ["refuted", "proved"]),
]


@pytest.mark.parametrize(("text", "statuses"), BEHIND)
def test_conditions_behind_displays(text: str, statuses: list[str], tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert [str(step.status) for step in steps if step.status is not None] == statuses


RUNNING = [
    # a condition on x further up says nothing of an x that runs, and pi is no name
    (r"$$\int_0^1 x\,dx = \frac13$$", "refuted"),
    (r"$$\sum_{x=1}^3 x = 7$$", "refuted"),
    (r"$$2 \pi y = \pi y$$", "refuted"),
    (r"$$|x| = x$$", "not understood"),
    (r"$$|x| = -x$$", "refuted"),
    (r"$$\int_0^1 2 |x| y\,dy = x$$", "not understood"),
]


@pytest.mark.parametrize(("formula", "status"), RUNNING)
def test_a_condition_is_about_names_that_stand_free(formula: str, status: str, tmp_path: Path) -> None:
    words = "For $0 \\le x \\le \\pi$ we have\n\n$$|x| = x.$$\n\nNow look at this:\n\n"
    assert last(words + formula, tmp_path) == status
