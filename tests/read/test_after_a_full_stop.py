"""Words of a sentence that is over say nothing of the display behind it; what can be written is claimed."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def said(text: str, folder: Path) -> list[str]:
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(step.status) for step in steps if str(step.status)]


ENDED = [
    # a comparison that stands alone behind a finished sentence is no assumption
    "Let $f(x) = x^2 - x$.\n\n$$ x^2 > x $$\n\n$$ |f(x)| = f(x) $$\n",
    "Let $x$ and $y$ be real numbers.\n\n$$ x^2 > x $$\n\n$$ |x^2 - x| = x^2 - x $$\n",
]


@pytest.mark.parametrize("text", ENDED)
def test_a_comparison_behind_a_finished_sentence_is_not_assumed(text: str, tmp_path: Path) -> None:
    """Ledger dev-251."""
    assert said(text, tmp_path)[-2:] == ["not understood", "not understood"]


STILL_CONDITIONS = [
    # a bare name that is compared with a number says where it lives
    "Let $x$ be a real number.\n\n$$ x > 0 $$\n\n$$ |x| = x $$\n",
    "Assume the usual condition, i.e.\n\n$$ x^2 > x. $$\n\nThen $$ |x^2 - x| = x^2 - x. $$\n",
    "Suppose that\n\n$$ x^2 > x. $$\n\nThen $$ |x^2 - x| = x^2 - x. $$\n",
]


@pytest.mark.parametrize("text", STILL_CONDITIONS)
def test_what_is_still_a_condition(text: str, tmp_path: Path) -> None:
    assert said(text, tmp_path)[-1] == "proved"


def test_what_can_be_written_of_something_defined_is_claimed(tmp_path: Path) -> None:
    """Ledger dev-252."""
    text = (
        "Let $J = (wx-y)^2$. We can also write $$J = w^2x^2 - 2wxy - y^2.$$\n\n"
        "Its derivative is $$\\frac{\\partial J}{\\partial y} = -2wx - 2y$$\n"
    )
    assert said(text, tmp_path)[-2:] == ["not understood", "not understood"]


def test_what_can_be_written_first_defines(tmp_path: Path) -> None:
    text = "We can write $$g(x) = x^2.$$ Then $$g'(x) = 2x$$ and $$g'(x) = 3x.$$\n"
    assert said(text, tmp_path)[-2:] == ["proved", "refuted"]
