"""Conditions behind a formula in its sentence, "A = B for x < 0", are heard before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def statuses(text: str, folder: Path) -> list[str]:
    """The verdicts on the claims of a document."""
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(step.status) for step in steps if step.status is not None]


HEARD = [
    # ledger dev-176
    ("We have $|x| = -x$ for $x < 0$.", ["proved"]),
    ("We have $|x| = -x$ if $x < 0$, and more.", ["proved"]),
    ("We have $|x| = -x$ (for $x < 0$).", ["proved"]),
    ("We have $|x| = -x$ for all $x < 0$.", ["proved"]),
    ("We have $|x| = -x$ since $x < 0$.", ["proved"]),
    ("We have $|x| = -x$ for $x \\in (-1, 0)$.", ["proved"]),
    ("We have $$|x| = -x$$ for $x < 0$ and $$\\sqrt{x^2} = x$$ for $x > 0$.", ["proved", "proved"]),
    ("Then $|x y| = x y$ if $x > 0$ and $y > 0$.", ["proved"]),
    # it holds of that formula only
    ("We have $|x| = -x$ for $x < 0$. Now we get $|x| = -x$.", ["proved", "not understood"]),
    # it is the condition of the next one, or may be
    ("We see that $|x| = x$, and for $x < 0$ we have $|x| = -x$.", ["not understood", "proved"]),
    ("For $x > 0$ we have $|x| = x$, if $y < 0$ we have $|y| = -y$.", ["proved", "proved"]),
]


@pytest.mark.parametrize(("text", "expected"), HEARD)
def test_a_condition_right_behind_a_formula(text: str, expected: list[str], tmp_path: Path) -> None:
    assert statuses(text, tmp_path) == expected


SAID = [
    # what is said behind |x| = x: ledger dev-177
    ", which is true for $x > 0$.",
    " holds for $x > 0$.",
    " is true if $x > 0$.",
    " (here $x > 0$).",
    " (note that $x > 0$).",
    ". Here $x > 0$.",
    ", where we assume $x > 0$.",
    " for the range $x > 0$.",
    " in the region where $x > 0$.",
    " iff $x > 0$.",
    ", $x > 0$.",
]


@pytest.mark.parametrize("words", SAID)
def test_what_else_is_said_of_its_names_behind_it_keeps_it_from_being_refuted(
    words: str, tmp_path: Path
) -> None:
    assert statuses(f"So $|x| = x${words}", tmp_path) == ["not understood"]


DISPLAYED = [
    # the paragraph behind a display, its verdict
    ("which is true for $x > 0$.", "not understood"),
    ("Here $x > 0$.", "not understood"),
    ("Note that $x > 0$ is needed.", "not understood"),
    ("We have assumed $x > 0$.", "not understood"),
    ("Next, let $x > 0$.", "refuted"),
    ("Here $y > 0$.", "refuted"),
]


@pytest.mark.parametrize(("words", "status"), DISPLAYED)
def test_so_it_is_behind_a_display(words: str, status: str, tmp_path: Path) -> None:
    assert statuses(f"$$\\sqrt{{x^2}} = x$$\n\n{words}", tmp_path)[0] == status
