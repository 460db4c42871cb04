r"""What looks like numbers: laws, covariances of vectors, operators, indices above, ends of sums."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

OPEN = "not understood"

SUMS = [
    # ledger dev-582: sums between two names were refuted where they are empty
    (r"\sum_{k=m}^{n} 1 = n - m + 1", OPEN),
    (r"\sum_{k=m}^{n} k = \frac{(n - m + 1)(n + m)}{2}", OPEN),
    (r"\sum_{k=3}^{n} 1 = n - 2", OPEN),
    (r"\sum_{k=1}^{n-m} 1 = n - m", OPEN),
    # wrong in any range is wrong; where no sum can be empty beyond its end nothing is open
    (r"\sum_{k=m}^{n} 1 = n - m", "refuted"),
    (r"\sum_{k=3}^{n} 1 = n - 1", "refuted"),
    (r"\sum_{k=2}^{n} 1 = n - 1", "proved"),
    (r"\sum_{k=2}^{n} 1 = n", "refuted"),
    (r"\sum_{k=m}^{n} k^2 = \sum_{j=m}^{n} j^2", "proved"),
]


@pytest.mark.parametrize(("formula", "expected"), SUMS)
def test_sums_between_names_have_terms(formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"Then\n\n$${formula}$$", tmp_path) == [expected]


def test_that_they_have_terms_can_be_assumed(tmp_path: Path) -> None:
    text = "Let $m, n$ be integers with $m \\le n$. Then\n\n$$\\sum_{k=m}^{n} 1 = n - m + 1$$"
    assert told(text, tmp_path)[-1] == "proved"


NO_NUMBERS = [
    # ledger dev-583: what is drawn from a law, covariances of vectors, operators with hats were numbers
    ("Then", r"2\mathcal{N}(0, 1) = \mathcal{N}(0, 1) + \mathcal{N}(0, 1)", OPEN),
    ("Then", r"\mathrm{Bin}(n, p) + \mathrm{Bin}(n, p) = 2\mathrm{Bin}(n, p)", OPEN),
    ("Let $N(0,1)$ be the normal law.", "N(0, 1) + N(0, 1) = 2 N(0, 1)", OPEN),
    ("Let $X, Y$ be random vectors.", r"\mathrm{Cov}(X, Y) = \mathrm{Cov}(Y, X)", OPEN),
    ("Let $X, Y$ be random variables.", r"\mathrm{Cov}(X, Y) = \mathrm{Cov}(Y, X)", "proved"),
    ("In quantum mechanics,", r"(\hat x + \hat p)^2 = \hat x^2 + 2\hat x \hat p + \hat p^2", OPEN),
    ("For the estimates we have", r"(\hat x + \hat p)^2 = \hat x^2 + 2\hat x \hat p + \hat p^2", "proved"),
    (r"Let $D = \frac{d}{dx}$.", "(xD)^2 = x^2 D^2", OPEN),
    (r"Let $D = \frac{d}{2}$.", "(xD)^2 = x^2 D^2", "proved"),
    # ledger dev-584: words for other numbers kept refutations away only
    ("For quaternions,", "(p + q)^2 = p^2 + 2pq + q^2", OPEN),
    ("Let $x, y$ be octonions.", "(xy)z = x(yz)", OPEN),
    ("Let $x, y \\in G$.", "(xy)^{-1} = x^{-1} y^{-1}", OPEN),
    (r"Let $\alpha$ be a multi-index.", r"(2x)^\alpha = 2^\alpha x^\alpha", OPEN),
    (r"For multi-indices,", r"|\alpha + \beta| = |\alpha| + |\beta|", OPEN),
    ("We sum over repeated indices.", "(a_i b_i)^2 = a_i^2 b_i^2", OPEN),
    # ledger dev-585: what numbers a name above it was its exponent
    (r"The coordinates are $x^\mu$.", r"x^\mu x^\nu = x^{\mu + \nu}", OPEN),
    (r"Let $V^\pi$ be the value function.", r"V^\pi V^\mu = V^{\pi + \mu}", OPEN),
    (r"Gradient descent is $x^{k+1} = x^k - \eta g^k$.", "x^k x^k = x^{2k}", OPEN),
    (r"The coordinates are $x^\mu$.", "(y + z)^2 = y^2 + 2yz + z^2", "proved"),
    ("Let $x^k$ be the highest power.", "x^k x^m = x^{k + m}", "proved"),
    # ledger dev-594: an expectation without brackets was a factor, the prime of a row vector one of a name
    ("Let $X$ be a random variable.", "E X^2 = X E X", OPEN),
    ("Let $X$ and $Y$ be random variables.", "E(X) E(Y) = E^2 X Y", OPEN),
    ("The energy is $E$.", "E x + E y = (x + y) E", "proved"),
    ("Then", "x'A x = A x' x", OPEN),
    # ledger dev-595: true of indicators, and of the imaginary unit, and refuted
    ("For the event $A$ we have", "I_A^2 = I_A", OPEN),
    ("For the transistor we have", "I_C^2 I_C^2 = I_C^3", "refuted"),
    ("The roots of unity give", r"\sum_{i=1}^n e^{2\pi i} = n", OPEN),
    ("Then", r"\sum_{i=1}^n e^{2 i} = n", "refuted"),
    # ledger dev-579: convolutions and what stands in square brackets behind a letter were products
    ("Let $*$ denote convolution.", "f*(gh) = (f*g)h", OPEN),
    ("Then", "(f * g)(t) = f g t", OPEN),
    ("Then", "2 * (3 + x) = 6 + 2x", "proved"),
    ("Then", "(a * b)(c + d) = a b c + a b d", "proved"),
    ("Let $A[k]$ be the state matrix.", "A[1] A[2] = A[2] A[1]", OPEN),
    ("Then", "y[n - 1] + x = y n - y + x", OPEN),
    ("Then", r"\sqrt[3]{x^3} = x", "proved"),
    ("Then", r"2x[x + 1] = 2x^2 + 2x", "proved"),
]


@pytest.mark.parametrize(("text", "formula", "expected"), NO_NUMBERS)
def test_what_is_no_number(text: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$${formula}$$", tmp_path)[-1] == expected
