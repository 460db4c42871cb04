"""Documents that say anew what a name is, without a word that says so; and words that tie names together."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path, name: str = "notes.md") -> tuple[str, str]:
    """The verdict on the last statement of a document, and its reason."""
    path = folder / name
    path.write_text(text + "\n", encoding="utf-8")
    found = [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]
    return str(found.status or found.step.kind), found.verdict.reason if found.verdict else ""


ANEW = [
    # an equation further up says something else of a name than its definition: the reason names that equation
    ("Let $a = 3$ and $b = 4$. Now try $a = 5$, $b = 12$. Then $a^2 + b^2 = 169$.", "a = 5"),
    ("Let $a = 3$ and $b = 4$. Now try $a = 5$, $b = 12$. Then $a^2 + b^2 = 25$.", "a = 5"),
    ("Start with $n = 27$. It is odd, so $n = 82$. Then $3n + 1 = 247$.", "n = 82"),
    (
        "The function $f(x) = x^2$ satisfies $f(-x) = f(x)$. Vice versa, $f(x) = x^3$ satisfies "
        "$f(-x) = -f(x)$. So $f(2) = 4$.",
        "f(x) = x^3",
    ),
    ("Let $m = 2n$. Conversely, if $m = 2n + 1$, then $m - 1 = 2n$. So $m^2 = 4n^2$.", "m = 2n + 1"),
    ("Let $s^2 = \\frac1n v$. Unbiased: $s^2 = \\frac1{n-1} v$. Then $n s^2 = v$.", "s^2 = \\frac1{n-1} v"),
    (
        "Let $S = 1 + r + r^2$. For infinitely many terms, $S = \\frac{1}{1-r}$. We have $S - 1 = r + r^2$.",
        "S = \\frac{1}{1-r}",
    ),
    ("Let $f(x) = 1 + x$. For the second table, $f(x) = 2 + x$. We have $f(0) = 1$.", "f(x) = 2 + x"),
    ("1. Let $x = 4$.\n2. Solve $x + y = 9$ and $x - y = 1$. So $x = 5$ and $x^2 = 16$.", "x = 5"),
]


@pytest.mark.parametrize(("text", "words"), ANEW)
def test_what_an_equation_may_say_anew(text: str, words: str, tmp_path: Path) -> None:
    status, reason = last(text, tmp_path)
    assert status == "not understood"
    assert words in reason


def test_what_a_display_of_restructured_text_says_anew(tmp_path: Path) -> None:
    text = "Let :math:`a = 2`.\n\n.. math::\n\n   a &= 3 \\\\\n   a^2 &= 9\n"
    assert last(text, tmp_path, "notes.rst")[0] == "not understood"


def test_a_chain_that_may_begin_anew_is_doubted_as_its_second_line_is(tmp_path: Path) -> None:
    text = "A ball is thrown with $v = 20$.\n\nAnother ball falls for $t = 3$. Its speed is $v = 10t = 30$."
    assert last(text, tmp_path)[0] == "not understood"


def test_a_start_value_is_over_where_the_function_is_defined_anew(tmp_path: Path) -> None:
    text = (
        "Consider $\\dot x = -x$ with $x(0) = 1$: $x(t) = e^{-t}$. "
        "With $x(0) = 2$, $x(t) = 2e^{-t}$. So $x(1) = 2/e$."
    )
    assert last(text, tmp_path)[0] != "vacuous"


AGREE = [
    # the equation says the same, or a value at a point, or an annotation says what it is
    "Let $f(x) = x^2 + 2x$. We have $f(x) = (x+1)^2 - 1$. So $f(1) = 3$.",
    "Let $L = (wx - y)^2$. With $z = wx - y$ we have $L = z^2$. "
    "Then $\\frac{\\partial L}{\\partial w} = 2x(wx - y)$.",
    "Let $y = mx + b$. At $x = 0$, $y = b$. Then $\\frac{dy}{dx} = m$.",
    "Let $f(x) = x^2$. $f(x) = 4$ has two roots. $f(3) = 9$.",
    "Let $f(x) = x^2$. Setting $f(x) = x$ gives $x = 0$ or $x = 1$. $f(3) = 9$.",
    "Let $a = 3$. Now try $a = 5$. Let $a = 5$. Then $a^2 = 25$.",
]


@pytest.mark.parametrize("text", AGREE)
def test_what_says_the_same_takes_nothing_away(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] == "proved"


PASSED_ON = [
    # words with which a definition is over, or a value
    "Let $\\rho = 1$ after normalisation. In the original variables, $M = \\rho V$. Then $M = V$.",
    "Let $f(x) = x^2 - 2$. Changing $f$ to $x^3 - 2$ we get $f(2) = 2$.",
    "Let $x = 2$. Replace $x$ by its square. Then $x + 1 = 5$.",
    "Let $x = 2$. Replace $x$ by its square. Then $x + 1 = 3$.",
    "Let $x = 3$. Let $x$ be replaced with $-x$. Then $x^3 = -27$.",
    "Let $x > 0$. Then $\\sqrt{x^2} = x$.\n\n## All values\n\nWe have $|x| = x$.",
    "Let $A = \\begin{pmatrix}1 & 2\\\\ 0 & 1\\end{pmatrix}$. In general, $\\det A = 1$.",
    "Let $f(x) = x^2$ on $[0, 1]$. Extend $f$ by $f(x + 1) = f(x)$.",
    "## Case $d = 2$\n\nThe volume is $V = \\pi r^2$.\n\n## General case\n\n"
    "We have $\\frac{dV}{dr} = 2\\pi r$.",
    "Let $x = y$ for the time being. From here on, $x$ and $y$ are unrelated. Then $x^2 = xy$.",
    "Let $t = 0$ at launch. After a minute, $e^t = 1$.",
    "$|x| = x$ if and only if $x \\ge 0$. Hence $\\sqrt{x^2} = x$.",
]


@pytest.mark.parametrize("text", PASSED_ON)
def test_words_with_which_what_was_said_is_over(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] not in ("proved", "refuted")


TIED = [
    # what words or equations with a zero say of vectors, matrices and numbers
    "After centering, $\\sum_{i=1}^n x_i = 0$. "
    "Then $\\sum_{i=1}^n (x_i - c)^2 = \\sum_{i=1}^n x_i^2 + nc^2$.",
    "We have $\\sum_{i=1}^n a_i b_i = 0$. Hence "
    "$\\sum_{i=1}^n (a_i + b_i)^2 = \\sum_{i=1}^n a_i^2 + \\sum_{i=1}^n b_i^2$.",
    "The mean of the data is zero. We have $\\sum_{i=1}^n (x_i + c)^2 = \\sum_{i=1}^n x_i^2 + nc^2$.",
    "Let $a, b \\in \\mathbb R^n$ be perpendicular. Then $\\|a + b\\|^2 = \\|a\\|^2 + \\|b\\|^2$.",
    "$a$ and $b$ are orthogonal vectors in $\\mathbb R^n$. Then $\\|a + b\\|^2 = \\|a\\|^2 + \\|b\\|^2$.",
    "$u \\in \\mathbb R^n$ has length one. "
    "Then $\\|u + v\\|^2 = 1 + \\|v\\|^2 + 2u^\\top v$ for $v \\in \\mathbb R^n$.",
    "Let $A \\in \\mathbb R^{n\\times n}$ be the adjacency matrix of a graph. Then $A^\\top = A$.",
    "Let $H \\in \\mathbb R^{n\\times n}$ be the Hessian. Then $H^\\top = H$.",
    "设 $a, b \\in \\mathbb R^n$ 互相垂直。则 $\\|a + b\\|^2 = \\|a\\|^2 + \\|b\\|^2$。",
    "Let $X$ be a Bernoulli variable. Then $X^2 = X$.",
    "Two complementary angles $\\alpha$ and $\\beta$: "
    "then $\\sin\\alpha\\sin\\beta = \\cos\\alpha\\cos\\beta$.",
    "The triangle is isosceles with legs $a$, $b$. Then $a^2b = ab^2$.",
]


@pytest.mark.parametrize("text", TIED)
def test_what_ties_names_together_keeps_from_refuting(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] == "not understood"


ROOT = "$\\sqrt{1 - \\cos^2 x} = \\sin x$"
RANGES = [
    # where what is claimed holds, as words and formulas beside it say
    f"For $x$ in $[0, \\pi]$ we have {ROOT}.",
    f"On $[0, \\pi]$ we have {ROOT}.",
    f"We have {ROOT} over the whole interval $(0, \\pi)$.",
    f"For $x$ between $0$ and $\\pi$ we have {ROOT}.",
    f"当 $x$ 从 $0$ 变到 $\\pi$ 时，有 {ROOT}。",
    f"Choose the branch with $\\sin x$ positive. Then {ROOT}.",
    f"As $\\sin x \\ge 0$, we get {ROOT}.",
    f"We take the positive root, thus {ROOT}.",
    f"$$\\int_0^\\pi \\sqrt{{1 - \\cos^2 x}}\\,dx = 2$$\n\nsince {ROOT}.",
    "The masses are equal. Then $m_1^2m_2 = m_1m_2^2$.",
    "In a symmetric equilibrium the firms produce equal amounts. Then $q_1^2 q_2 = q_1q_2^2$.",
    "The angle is small. We have $\\sin\\theta\\cos\\theta = \\theta$.",
    "To compute $\\int_0^1 \\sqrt{1 - x^2}\\,dx$, put $x = \\sin t$. Then $\\sqrt{1 - x^2} = \\cos t$.",
]


@pytest.mark.parametrize("text", RANGES)
def test_ranges_in_words_keep_from_refuting(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] == "not understood"


SKEW = "设 $B \\in \\mathbb R^{n\\times n}$ 是反对称矩阵。则 $B^\\top = -B$。"


def test_a_word_within_another_one_is_not_the_quality(tmp_path: Path) -> None:
    assert last(SKEW, tmp_path)[0] == "not understood"


TIES = [
    # an equation that ties names together, in another section, behind, in a footnote, by its number
    "## Assumptions\n\nA1. $\\alpha + \\beta = 1$.\n\n## Results\n\n"
    "We have $\\alpha^2 + \\beta = \\beta^2 + \\alpha$.",
    "$$x + y = 1 \\tag{1}$$\n\n## Next\n\nBy (1), we have $x^2 + y = y^2 + x$.",
    "- $x + y = 1$\n- $x y = c$\n\nSo $x^2 + y = y^2 + x$.",
    "> $x + y = 1$\n\nWe have $x^2 + y = y^2 + x$.",
]


@pytest.mark.parametrize("text", TIES)
def test_what_ties_names_together_elsewhere_keeps_from_refuting(text: str, tmp_path: Path) -> None:
    status, reason = last(text, tmp_path)
    assert status == "not understood"
    assert "= 1$ holds here" in reason


LOOSE = [
    # false of what the words say, too, or said of nothing of the kind
    ("Let $x + y = 1$.\n\n## Next\n\nWe have $(x + y)^2 = x^2 + y^2$.", "refuted"),
    ("Let $x \\in \\mathbb R$. Then $\\sqrt{x^2} = x$.", "refuted"),
    ("$$\\int_0^1 x\\,dx = \\frac12$$\n\nThen $(x + 1)^2 = x^2 + 1$.", "refuted"),
    ("Let $a, b \\in \\mathbb R^n$. Then $\\|a + b\\|^2 = \\|a\\|^2 + \\|b\\|^2$.", "refuted"),
    (
        "Let $a, b \\in \\mathbb R^n$ be orthogonal. "
        "Then $\\|a + b\\|^2 = \\|a\\|^2 + 2a^\\top b + \\|b\\|^2$.",
        "proved",
    ),
]


@pytest.mark.parametrize(("text", "status"), LOOSE)
def test_what_holds_or_fails_all_the_same(text: str, status: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] == status
