"""Where hypotheses end: behind "in general", in another paragraph than "for x > 0", in another problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> tuple[str, str]:
    """The verdict on the last statement of a document, and its reason."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    *_, found = check_documents(read_paths([str(path)]), seconds=5).steps()
    return str(found.status), found.verdict.reason if found.verdict is not None else ""


FOR = r"For $x > 0$ we have $\ln x^2 = 2 \ln x$."
LET = r"Let $x > 0$. Then $\ln x^2 = 2 \ln x$."

OVER = [
    # ledger dev-404: words with which a claim is general
    LET + "\n\nIn general, we have $\\sqrt{x^2} = x$.",
    LET + "\n\nIn all cases, we have $\\sqrt{x^2} = x$.",
    LET + "\n\nWe always have $\\sqrt{x^2} = x$.",
    LET + "\n\nIt is always true that $\\sqrt{x^2} = x$.",
    LET + "\n\nMore generally, we have $\\sqrt{x^2} = x$.",
    LET + "\n\nFor arbitrary $x$, we have $\\sqrt{x^2} = x$.",
    "设 $x > 0$。则 $\\ln x^2 = 2 \\ln x$。\n\n一般地，有 $\\sqrt{x^2} = x$。",
    "设 $x > 0$。则 $\\ln x^2 = 2 \\ln x$。\n\n总有 $\\sqrt{x^2} = x$。",
    "# One\n\nLet $x > 0$.\n\n# Two\n\nIn general, $$|x| = x.$$",
    # ledger dev-405: what a sentence only claims something of
    FOR + "\n\nWe have $\\sqrt{x^2} = x$.",
    FOR + "\n\nIn general, we have $\\sqrt{x^2} = x$.",
    FOR + "\n\nHence $$\\sqrt{x^2} = x.$$",
    "For $x > 0$, $\\ln x^2 = 2 \\ln x$.\n\nMoreover, we have $\\sqrt{x^2} = x$.",
    "For all $x > 0$ we have $\\ln x^2 = 2 \\ln x$.\n\nMoreover, we have $\\sqrt{x^2} = x$.",
    "If $x > 0$, then $\\ln x^2 = 2 \\ln x$.\n\nMoreover, we have $\\sqrt{x^2} = x$.",
    # ledger dev-406: other problems, with titles and in one sentence
    f"**Problem 1.** {LET}\n\n**Problem 2.** We have $|x| = x$.",
    f"Problem 1: {LET}\n\nProblem 2: We have $|x| = x$.",
    f"# Problem 1: roots\n\n{LET}\n\n# Problem 2: values\n\nWe have $|x| = x$.",
    f"# Exercise 1 — roots\n\n{LET}\n\n# Exercise 2 — values\n\nWe have $|x| = x$.",
    # ledger dev-417: parts of an exercise
    "(a) Let $x > 0$. Show that $\\ln x^2 = 2\\ln x$.\n\n(b) Show that $|x| = x$.",
    "(i) Let $x > 0$. Then $\\ln x^2 = 2\\ln x$.\n\n(ii) We have $|x| = x$.",
    # words that set a name free: ledger dev-418
    "Let $x > 0$. Now $x$ may be negative. Then $|x| = x$.",
    "Let $x > 0$. Here $x$ can have any sign. Then $|x| = x$.",
    "Let $x > 0$. Dropping positivity, $|x| = x$.",
    "Assume first that $x > 0$. Then $|x| = x$. The other case is similar: we get $\\sqrt{x^2} = x$.",
    "Let $x > 0$. Then $|x| = x$.\n\n*Remark.* What about other numbers? There $\\sqrt{x^2} = x$.",
    "习题 1：设 $x > 0$，则 $\\ln x^2 = 2 \\ln x$。\n\n习题 2：我们有 $|x| = x$。",
]


@pytest.mark.parametrize("text", OVER)
def test_it_may_be_over_and_what_the_name_is_is_asked(text: str, tmp_path: Path):
    status, reason = last(text, tmp_path)
    assert status == "not understood"
    assert "x" in reason
    assert "what holds of it here" in reason


ON = [
    # the hypothesis is still meant
    "Let $x > 0$. We take roots.\n\nThen $\\sqrt{x^2} = x$.",
    LET + "\n\nMoreover, we have $\\sqrt{x^2} = x$.",
    FOR + " Hence we have $\\sqrt{x^2} = x$.",
    "Consider the case $x > 0$.\n\nThen we have $\\sqrt{x^2} = x$.",
    "We assume $x > 0$ and so $\\ln x^2 = 2 \\ln x$.\n\nMoreover, we have $\\sqrt{x^2} = x$.",
    "Problem 1: We have $|x^2| = x^2$.\n\nProblem 2: Let $x > 0$. Then $|x| = x$.",
    "Let $x > 0$. Then in general, we have $\\sqrt{x^2} = x$.",
    "Let $x > 0$.\n\n(a) $\\ln x^2 = 2\\ln x$.\n\n(b) We have $|x| = x$.",
    "Let $y$ be a negative number, and $x > 0$. Then $|x| = x$.",
    # it is said again
    LET + "\n\nIn general, let $x > 0$. Then we have $\\sqrt{x^2} = x$.",
    FOR + "\n\nFor $x > 0$ we also have $\\sqrt{x^2} = x$.",
    # it holds without it
    LET + "\n\nIn general, we have $\\sqrt{x^2} = |x|$.",
    FOR + "\n\nWe have $(x + 1)^2 = x^2 + 2x + 1$.",
    # other words
    LET + "\n\nSince $e^x$ is always positive, we have $\\sqrt{x^2} = x$.",
]


@pytest.mark.parametrize("text", ON)
def test_it_holds_still_or_is_not_needed(text: str, tmp_path: Path):
    assert last(text, tmp_path)[0] == "proved"


FOR_NOW = [
    # ledger dev-612
    "We restrict ourselves to $x > 0$ for now.\n\n# Next\n\nThen $|x| = x$.",
    "For the moment let $x > 0$.\n\nWe get\n\n$$|x| = x.$$\n\n# Next\n\nThen $|x| = x$.",
    "By assumption of the critics, $x > 0$. Then $|x| = x$.",
]


@pytest.mark.parametrize("text", FOR_NOW)
def test_what_is_said_for_now(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] == "not understood"
