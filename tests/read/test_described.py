"""What words say of names beside a formula may restrict them: a refutation has to hold all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

ROOT = r"\sqrt{x^2} = x"
POWER = "(-x)^n = x^n"
COSINE = r"\cos\theta = \sqrt{1 - \sin^2\theta}"


def last(text: str, folder: Path) -> str:
    """The verdict on the last equation of a document."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    return str([r.status for r in steps if r.step.claim is not None and r.step.claim.relation == "="][-1])


RESTRICTED = [
    # ledger dev-151
    ("The length $x$ is given. Then", ROOT, ""),
    ("We get", ROOT, "as $x$ is a length."),
    ("With $x$, the distance from the origin, we get", ROOT, ""),
    ("Let $x$ be never less than zero. Then", ROOT, ""),
    ("Let $p$ be the probability of success. Then", "|1 - p| = 1 - p", ""),
    ("Since $x$ is binary,", "x^2 = x", ""),
    ("Since $x$ takes the values 0 and 1,", "x^2 = x", ""),
    ("For $x$ in the unit interval", "|x| = x", ""),
    ("For $x$ on the half-line", "|x| = x", ""),
    (r"Let $\theta$ be an acute angle. Then", COSINE, ""),
    (r"If $\theta$ lies in the first quadrant,", COSINE, ""),
    ("Let $x$ be at least one. Then", "|x - 1| = x - 1", ""),
    ("For $n$ even and any $x$,", POWER, ""),
    ("For $x$ real and $n$ even,", POWER, ""),
    ("The two numbers $a$, $b$ are equal. Then", "(a + b)^2 = 4 a b", ""),
    ("Let $s$ be the sum of $a$ and $b$. Then", "s - a - b = a + b - s", ""),
    ("Let $t$ be a root of $p$. Then", "t^2 = t + 2 t", ""),
    ("设 $x$ 为半径。则", ROOT, ""),
]

FREE = [
    ("Let $x$ be real. Then", ROOT),
    ("Let $x$ and $y$ be real numbers. Then", ROOT),
    ("For arbitrary $x$ we have", ROOT),
    ("设 $x$ 为实数。则", ROOT),
    ("Differentiating by $x$ we get", r"\frac{d}{dx} x^2 = 3 x"),
    ("where $w$ is the weight, $x$ the input and $b$ the bias. We have", "(w x + b)^2 = w^2 x^2 + b^2"),
    ("The speed $v$ and the momentum $p$ are related.", "(v + p)^2 = v^2 + p^2"),
]


@pytest.mark.parametrize(("words", "formula", "behind"), RESTRICTED)
def test_words_may_restrict_a_name(words: str, formula: str, behind: str, tmp_path: Path) -> None:
    assert last(f"{words}\n$${formula}$$\n{behind}", tmp_path) == "not understood"


@pytest.mark.parametrize(("words", "formula"), FREE)
def test_words_that_restrict_nothing_leave_a_refutation(words: str, formula: str, tmp_path: Path) -> None:
    assert last(f"{words}\n$${formula}$$", tmp_path) == "refuted"


ANOTHER = [
    # what may be no number, or change with another name: not even a proof stands; ledger dev-158
    ("For sets $A$, $B$", "|A B| = |A| |B|", "not understood"),
    ("Let $D$ be a linear operator. Then", "(D + 1)^2 = D^2 + 2 D + 1", "not understood"),
    (r"Let $\delta$ denote the variation.", r"\delta (x y) = x \delta y + y \delta x", "not understood"),
    ("Let $y$ be a function of $x$. Then", r"\frac{d}{dx} (x y) = y", "not understood"),
    ("Here $y$ depends on $x$.", r"\frac{d}{dx} (x y) = y", "not understood"),
    ("With $y = y(x)$,", r"\frac{d}{dx} (x y) = y", "not understood"),
    ("Here $y$ is constant.", r"\frac{d}{dx} (x y) = y", "proved"),
    ("Here $y$ depends on $x$.", "(x + y)^2 = x^2 + 2 x y + y^2", "proved"),
    (r"Let $a_0, \dots, a_{n-1}$ be numbers.", r"\sum_i a_i = \sum_{i=1}^n a_i", "not understood"),
    (r"Let $a_1, \dots, a_n$ be numbers.", r"\sum_i a_i = \sum_{i=1}^n a_i", "proved"),
]


@pytest.mark.parametrize(("words", "formula", "status"), ANOTHER)
def test_words_for_what_is_no_number_or_varies_withhold_a_proof(
    words: str, formula: str, status: str, tmp_path: Path
) -> None:
    assert last_or_unread(f"{words}\n$${formula}$$", tmp_path) == status


LINEAR = r"\mathbb{E}[a X + b] = a \mathbb{E}[X] + b"

MEANS = [
    # what may vary is no constant beside an expectation: ledger dev-152
    ("", LINEAR, "proved"),
    ("Let $a$ and $b$ be constants. Then", LINEAR, "proved"),
    ("For fixed $a$ and $b$", LINEAR, "proved"),
    ("The coefficient $a$ is known. Then", LINEAR, "proved"),
    ("The coefficient $a$ varies from draw to draw. Then", LINEAR, "not understood"),
    ("where $b$ depends on $X$. Then", LINEAR, "not understood"),
    ("Let $t$ be a stopping time. Then", r"\mathbb{E}[t X] = t \mathbb{E}[X]", "not understood"),
    (
        r"Let $\lambda$ be a latent variable. Then",
        r"\mathbb{E}[\lambda X] = \lambda \mathbb{E}[X]",
        "not understood",
    ),
    # operators that are something else: ledger dev-153
    (
        "Let $E$ be a matrix. The expectation of the noise is 0.",
        "E[A + B] = E[A] + E[B]",
        "not understood",
    ),
    (
        "The error is a function $E(w)$. The expected value is small.",
        "E[w + v] = E[w] + E[v]",
        "not understood",
    ),
    (
        r"Let $\mathbb{E}$ be the extension operator.",
        r"\mathbb{E}[f + g] = \mathbb{E}[f] + \mathbb{E}[g]",
        "not understood",
    ),
    (
        r"Let $\mathrm{Var}(X)$ be the variety of $X$.",
        r"\mathrm{Var}(X + c) = \mathrm{Var}(X)",
        "not understood",
    ),
    (
        r"Here $\mathrm{Var}(X)$ is the variance of $X$.",
        r"\mathrm{Var}(X + c) = \mathrm{Var}(X)",
        "proved",
    ),
]


@pytest.mark.parametrize(("words", "formula", "status"), MEANS)
def test_what_words_say_of_quantities_in_expectations(
    words: str, formula: str, status: str, tmp_path: Path
) -> None:
    assert last_or_unread(f"{words}\n$${formula}$$", tmp_path) == status


def last_or_unread(text: str, folder: Path) -> str:
    """The verdict on the last step, which may not be read."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)
