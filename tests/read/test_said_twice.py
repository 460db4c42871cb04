"""What is said twice of a name: in one sentence, in two sections, of two cases, of two functions."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

BOTH = [
    # ledger dev-453: the set that was said last was all that counted
    (r"Let $x > 0$ and $x \in \mathbb{Z}$. Then", "|x| = x", "proved"),
    (r"Let $x \neq 0$ and $x \in \{-1, 0, 1\}$. Then", "x^2 = 1", "proved"),
    (r"Let $0 < x \in \mathbb{R}$. Then", "|x| = x", "proved"),
    (r"Let $0 < x \in \mathbb{R}$. Then", "x^2 x^2 = x^2", "refuted"),
    (r"Let $x > 0$. If $x \in [-1, 1]$, then", "|x| = x", "not understood"),
    (r"Let $x > 0$. Suppose $x \in \mathbb{Z}$. Then", "|x| = x", "not understood"),
    (r"Let $x > 0$. Suppose $x \in \mathbb{Z}$. Then", "x^2 x^2 = x^2", "refuted"),
    (r"Let $x > 0$. Let $x \in \mathbb{Z}$. Then", "|x| = x", "not understood"),
    # ledger dev-465: intervals whose ends are constants
    (r"Let $x \ge 0$ and $x \in [-\pi, \pi]$. Then", "|x| = x", "proved"),
    (r"Let $x \ge 0$. If $x \in [-\pi, \pi]$, then", "|x| = x", "not understood"),
    (r"Let $x \in [-\pi, \pi]$. Then", "|x| = x", "refuted"),
    # ledger dev-466: signs in words before a set
    (r"For positive $x \in \mathbb{R}$", "|x| = x", "not understood"),
    (r"For positive $x \in \mathbb{Z}$", "|x| = x", "not understood"),
    (r"For positive $x \in \mathbb{Z}$", "x^2 x^2 = x^2", "refuted"),
    (r"For negative $x \in \mathbb{Z}$", "|x| = -x", "not understood"),
    (r"For negative $x \in \mathbb{Z}$", "(x + 1)^2 = x^2 + 1", "refuted"),
    (r"For real $x \in \mathbb{R}$", "|x| = x", "refuted"),
    # ledger dev-467: words behind a set, and nouns before it
    (r"Let $x, y \in \mathbb{R}$, both positive. Then", "|xy| = xy", "not understood"),
    (r"Let $x \in \mathbb{R}$ (positive). Then", "|x| = x", "not understood"),
    (r"The acute angle $t \in \mathbb{R}$ has", r"|\sin t| = \sin t", "not understood"),
    (r"The angle $t \in \mathbb{R}$ is acute, so", r"|\sin t| = \sin t", "not understood"),
    (r"The angle $t \in \mathbb{R}$ has", r"\sin 2t = \sin t \cos t", "refuted"),
]
SECTION = "# A\n\nLet $x > 0$. Then $|x| = x$.\n\n# B\n\n"
SECTIONS = [
    # ledger dev-454: conditions of another section, whatever words stand before them
    ("For $|x| < 1$,", "|x| = x", "not understood"),
    ("As long as $x < 1$ we have", "|x| = x", "not understood"),
    ("On $-1 < x < 1$ we have", "|x| = x", "not understood"),
    ("The condition is $|x| < 1$. We have", "|x| = x", "not understood"),
    ("The series converges for $|x| < 1$. There we have", "|x| = x", "not understood"),
    ("For $x$ between $-1$ and $1$ we have", "|x| = x", "not understood"),
    ("Consider the line $x + y = 1$. There", "|x| = x", "not understood"),
    (r"Consider $f : \mathbb{R} \to \mathbb{R}$, $x \mapsto |x|$. Then", "|x| = x", "not understood"),
    ("Let $f$ be given by $f(x) = |x|$. Then", "f(x) = x", "not understood"),
    ("Here $x \\in \\{1, \\dots, K\\}$. Then", "|x| = x", "not understood"),
    ("The prediction is $x$. Then", "|x| = x", "not understood"),
    ("The curve $x = t^3$ has", "|x| = x", "not understood"),
    ("Given $x \\neq 0$,", "|x| = x", "not understood"),
    # it goes on to hold where nothing is said of the name
    ("Then", "|x| = x", "proved"),
    ("We have $x + 1 > 0$. So", "|x| = x", "proved"),
    ("Let $x < 5$. Then", "|x| = x", "not understood"),
]
SAME = [
    ("Let $x > 0$ be the size of the box.", "With the size $x$ we have"),
    ("Let the size be $x > 0$.", "The size is $x$, so"),
]
CASES = [
    # ledger dev-455: either of two conditions is no condition that both hold
    ("For $x > 0$ or $x < 0$ we have", "x / x = 1", "proved"),
    ("For $x > 0$, and also for $x < 0$, we have", "|x| = x", "not understood"),
    ("For $x < 1$ or $x > 0$ we have", "|x| = x", "not understood"),
    ("The cases $x > 0$ and $x < 0$ are alike:", "x^2 = |x|^2", "proved"),  # of any number
    ("For $x > 0$ and $x < 1$ we have", "|x| = x", "proved"),
    # ledger dev-456: a sentence that goes on to other cases
    ("For $x > 0$ this is clear, whereas for others", "|x| = x", "not understood"),
    ("For $x > 0$ this is clear, but for negative numbers", "|x| = x", "not understood"),
    ("For $x > 0$ this is clear, but elsewhere", "|x| = x", "not understood"),
    ("When $x > 0$ the claim is clear, so assume $x < 1$. Then", "|x| = x", "not understood"),
    ("If $x > 0$, but $x < 5$, then", "|x| = x", "proved"),
    # ledger dev-457: parts of an exercise that are referred to
    ("(a) Let $x > 0$.\n\n(b) Let $x < 0$.\n\n(c) Using (a) again, we have", "|x| = x", "not understood"),
    ("(a) Let $x > 0$.\n\n(b) Let $x < 0$.\n\n(c) We have", "|x| = x", "refuted"),
]
FUNCTIONS = [
    # ledger dev-458: two functions of one name
    ("We compare $f(x) = x^2$ with $f(x) = x^3$. For the former,", "f(2) = 4", "not understood"),
    ("Let $f(x) = x^2$ for the first and $f(x) = x^3$ for the second. Then", "f'(x) = 2x", "not understood"),
    ("Let $f(x) = x^2$. Then", "f'(x) = 2x", "proved"),
    # ledger dev-459: maps that are composed
    ("Let $f, g$ be maps. Then", "(fg)^2 = f^2 g^2", "not understood"),
    ("We write $fg$ for the composition. Then", "(fg)^2 = f^2 g^2", "not understood"),
    (r"Let $f, g$ be maps. Then", "f(x) + g(x) = g(x) + f(x)", "proved"),
    ("Let $f, g$ be numbers. Then", "(fg)^2 = f^2 g^2", "proved"),
]
OTHERS = [
    # ledger dev-460: what a matrix is made of
    (r"Let $A, B \in \mathbb{R}^{n \times n}$ with $B$ a power of $A$. Then", "AB = BA", "not understood"),
    (
        r"Let $A, B \in \mathbb{R}^{n \times n}$ with $B$ a polynomial in $A$. Then",
        "AB = BA",
        "not understood",
    ),
    (r"Let $A, B \in \mathbb{R}^{n \times n}$. Then", "AB = BA", "refuted"),
    # ledger dev-461: entries that are numbered from 0
    (r"Indices start at $0$. Let $x \in \mathbb{R}^n$.", r"\|x\|^2 = \sum_{i=1}^n x_i^2", "not understood"),
    (r"We index from zero. Let $x \in \mathbb{R}^n$.", r"\|x\|^2 = \sum_{i=1}^n x_i^2", "not understood"),
    (r"We start with zero. Let $x \in \mathbb{R}^n$.", r"\|x\|^2 = \sum_{i=1}^n x_i^2", "proved"),
    ("Indices start at $0$.", "(a + b)^2 = a^2 + 2ab + b^2", "proved"),
    # ledger dev-463: units that are converted
    ("Five miles are eight kilometres, so", "5 = 8", "not understood"),
    ("One foot is twelve inches. Hence", "1 = 12", "not understood"),
    ("We walk five miles. Hence", "5 = 8", "refuted"),
    # ledger dev-464: quantities without a name that change with each other
    (
        "Revenue is $R = pq$, where demand falls with the price. Then",
        r"\frac{d}{dp}(pq) = q",
        "not understood",
    ),
    ("Demand $q$ falls with the price. Then", r"\frac{d}{dp}(pq) = q", "not understood"),
    ("The revenue is $pq$. Then", r"\frac{d}{dp}(pq) = q", "proved"),
]


@pytest.mark.parametrize(("text", "claim", "status"), [*BOTH, *CASES, *FUNCTIONS, *OTHERS])
def test_what_is_said_twice(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$$ {claim} $$", tmp_path)[-1] == status


@pytest.mark.parametrize(("text", "claim", "status"), SECTIONS)
def test_what_another_section_says(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{SECTION}{text}\n\n$$ {claim} $$", tmp_path)[-1] == status


@pytest.mark.parametrize(("first", "second"), SAME)
def test_the_same_noun_names_the_same_quantity(first: str, second: str, tmp_path: Path) -> None:
    text = f"# A\n\n{first} Then $|x| = x$.\n\n# B\n\n{second}\n\n$$ |x| = x $$"
    assert told(text, tmp_path)[-1] == "proved"
