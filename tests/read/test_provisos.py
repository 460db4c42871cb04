"""Words around a formula with which it is not meant exactly, or is not claimed: nothing is refuted there."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

SQUARE = r"(x + y)^2 = x^2 + y^2"
FULL = r"(x + y)^2 = x^2 + 2 x y + y^2"


def statuses(text: str, folder: Path) -> list[str]:
    """The verdicts on the equations of a document."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(r.status) for r in steps if r.step.claim is not None and r.step.claim.relation == "="]


BEFORE = [
    # ledger dev-150: words before the formula, what it says
    ("For small $x$,", r"\sin x = x"),
    ("As $x \\to 0$,", r"\sin x = x"),
    ("To first order,", r"e^x = 1 + x"),
    ("To order $x^2$ we have", r"\cos x = 1 - x^2/2"),
    ("Approximately,", r"\log(1 + x) = x"),
    ("Neglecting terms of second order,", r"(1 + h)^2 = 1 + 2 h"),
    ("We drop the terms that do not depend on $x$:", r"(x + y)^2 = x^2 + 2 x y"),
    ("Up to a constant,", r"\log(2 x) = \log x"),
    ("Ignoring constants, we have", r"\log(2 x) = \log x"),
    ("With $x \\ll 1$ we get", r"e^x = 1 + x"),
    ("# First-order terms\n\nWe get", r"e^x = 1 + x"),
    ("Modulo 2,", r"x + y = x - y"),
    ("Working modulo $p$ we get", SQUARE),
    ("We work in characteristic 2 throughout.\n\n# Squares\n\nHere", SQUARE),
    ("In the field $\\mathbb{F}_2$,", SQUARE),
    ("Almost surely", "X + 1 = X"),
    ("近似地有", r"e^x = 1 + x"),
    ("忽略高阶项，", r"e^x = 1 + x"),
    ("Näherungsweise gilt", r"e^x = 1 + x"),
    # in a language that is not read
    ("Sei $x$ positiv. Dann gilt", r"\sqrt{x^2} = x"),
    ("Soit $x$ un nombre positif. Alors on a", r"\sqrt{x^2} = x"),
    ("Пусть $x$ положительно. Тогда", r"\sqrt{x^2} = x"),
    # it is denied
    ("It is not true that", SQUARE),
    ("A common mistake is to write", SQUARE),
    ("One might think that", SQUARE),
    ("If this were true, we would have", "1 = 2"),
    # ledger dev-178: it is asked, to be solved, or said of what words describe
    ("Is it true that", SQUARE),
    ("For which $x$ and $y$ do we have", SQUARE),
    ("Consider the equation", SQUARE),
    ("We look for numbers with", SQUARE),
    ("The two curves meet where", SQUARE),
    ("For a unit vector,", "x^2 + y^2 = x + y"),
    ("By Stirling's formula", r"\ln n! = n \ln n - n"),
    ("We use integer division.", "5 / 2 = 2"),
    ("Replacing $x$ by $-x$ in the last line,", "x + y = y - x"),
]

BEHIND = [
    ("", SQUARE, "is wrong in general."),
    ("The identity\n", SQUARE, "\ndoes not hold."),
    ("We would like to have\n", SQUARE, "\nbut this fails."),
    ("One gets", r"e^x = 1 + x", "to first order."),
    ("One gets\n", r"e^x = 1 + x", "\nwhere terms of second order were neglected."),
    ("One gets", r"\sin x = x", "as $x \\to 0$."),
    # ledger dev-178
    ("Show that", SQUARE, "implies that $x y = 0$."),
    ("When does", SQUARE, "hold?"),
    ("One gets", r"|x| = x", "on the positive axis."),
    ("One gets", r"|x y| = x y", "whenever both factors have the same sign."),
    ("One gets", r"|x| = x", "under this assumption."),
]


@pytest.mark.parametrize(("words", "formula"), BEFORE)
def test_words_before_a_formula_withhold_its_refutation(words: str, formula: str, tmp_path: Path) -> None:
    assert statuses(f"{words}\n$${formula}$$", tmp_path) == ["not understood"]


@pytest.mark.parametrize(("words", "formula", "behind"), BEHIND)
def test_words_behind_a_formula_do_too(words: str, formula: str, behind: str, tmp_path: Path) -> None:
    assert statuses(f"{words}\n$${formula}$$\n{behind}", tmp_path) == ["not understood"]


DENIED = [
    ("It is not true that", ""),
    ("A common mistake is to write", ""),
    ("The identity", "does not hold."),
]


@pytest.mark.parametrize(("words", "behind"), DENIED)
def test_what_is_denied_is_not_proved(words: str, behind: str, tmp_path: Path) -> None:
    assert statuses(f"{words}\n$${FULL}$$\n{behind}", tmp_path) == ["not understood"]


MATRICES = r"Let $A, B \in \mathbb{R}^{n\times n}$."

NOTATION = [
    # ledger dev-159: the document gives a notation another meaning
    ("Let $[x]$ be the integer part of $x$. Then", "[2 x] = 2 [x]", "not understood"),
    (r"Let $\{x\}$ be the fractional part. Then", r"\{x + 1\} = \{x\}", "not understood"),
    ("", "[2 x] = 2 [x]", "proved"),
    ("All angles are in degrees.", r"\sin 90 = 1", "not understood"),
    ("All angles are in degrees.", r"\sin(x + 2 \pi) = \sin x", "not understood"),
    ("In tensor notation, with indices above,", "x^2 x^2 = x^4", "not understood"),
    ("Let $x^2$ be the second coordinate of $x$.", "x^2 x^2 = x^4", "not understood"),
    ("Repeated indices are summed.", r"\delta_{ij} \delta_{ij} = \delta_{ij}", "not understood"),
    ("Let $|x|$ denote the length of the string $x$.", "|x y| = |x| + |y|", "not understood"),
    ("Let $|z|$ be the number of digits of $z$.", "|x y| = |x| |y|", "not understood"),
    ("Let $|x|$ be the absolute value of $x$.", "|x y| = |x| |y|", "proved"),
    (r"Let $\|x\|$ be the maximum norm.", r"\|x\|^2 = x^\top x", "not understood"),
    (r"Let $\|\cdot\|$ be any norm.", r"\|x\|^2 = x^\top x", "not understood"),
    (r"Here $\|x\|_1$ is the L1 norm.", r"\|x\|^2 = x^\top x", "proved"),
    ("", r"\sin^{-1}(x) = 1 / \sin x", "not understood"),
    # ledger dev-175
    ("", r"\log^2 x = \log(\log x)", "not understood"),
    ("", r"\log^2 x = (\log x)^2", "proved"),
    # ledger dev-179
    ("Let $G$ be a group. In $G$", "(a b)^{-1} = a^{-1} b^{-1}", "not understood"),
    ("Let $a$ and $b$ be elements of a ring.", "(a + b)^2 = a^2 + 2 a b + b^2", "not understood"),
    ("We write $x y$ for the concatenation of strings.", "x y = y x", "not understood"),
    (r"Let $x, y \in \mathbb{H}$.", "x y = y x", "not understood"),
    ("Let $u$ and $v$ be vectors.", "u v = v u", "not understood"),
    ("Let $u$ and $v$ be vectors and $a$ a number.", "a (u + v) = a v + a u", "proved"),
    ("Let $u$ and $v$ be numbers.", "u v = v u", "proved"),
    ("Let $u$ and $v$ be entries of a matrix.", "u v = v u", "proved"),
    ("The matrix is the concatenation of two others.", "x (y z) = (x y) z", "proved"),
    (r"Here $x \in m_2$.", "x (y z) = (x y) z", "proved"),
    # ledger dev-180
    ("Let $x > 0$. Replacing $x$ by $-x$,", "|x| = x", "not understood"),
    ("Let $e$ be the error.", "e^2 = 2 e", "not understood"),
    ("Let $e$ be the unit vector.", r"\log e = 1", "not understood"),
    ("Let $e$ be Euler's number.", r"\log e = 1", "proved"),
    (f"{MATRICES} Products are elementwise.", "A B = B A", "not understood"),
    (f"{MATRICES} Here $A B$ is the Hadamard product.", "A B = B A", "not understood"),
    (f"{MATRICES} The function acts elementwise.", "A B = B A", "refuted"),
]


@pytest.mark.parametrize(("words", "formula", "status"), NOTATION)
def test_a_notation_with_another_meaning(words: str, formula: str, status: str, tmp_path: Path) -> None:
    assert statuses(f"{words}\n$${formula}$$", tmp_path) == [status]


def test_a_star_between_arrays_is_not_read(tmp_path: Path) -> None:
    assert statuses(f"{MATRICES} $$A * B = B * A$$", tmp_path) == []


PLAIN = [
    # other words do not keep a refutation from being told, and none of these a proof
    ("We expand the square, and get", SQUARE, "refuted"),
    ("Let $x$ and $y$ be real numbers. Then", SQUARE, "refuted"),
    ("展开得", SQUARE, "refuted"),
    ("", SQUARE, "refuted"),
    ("This does not depend on $z$, and so", FULL, "proved"),
    ("Neglecting nothing,", FULL, "proved"),
    ("Modulo 2,", FULL, "proved"),
    ("To first order the sum is small. Exactly,", FULL, "proved"),
    ("Dann gilt nach der Formel", FULL, "proved"),
]


@pytest.mark.parametrize(("words", "formula", "status"), PLAIN)
def test_other_words_change_nothing(words: str, formula: str, status: str, tmp_path: Path) -> None:
    assert statuses(f"{words}\n$${formula}$$", tmp_path) == [status]


def test_what_is_expected_to_be_refuted_may_be_denied_in_words(tmp_path: Path) -> None:
    text = f"A common mistake is\n\n<!-- vd: expect refuted: a summand is lost -->\n$${SQUARE}$$"
    assert statuses(text, tmp_path) == ["refuted"]


POLE, WHOLE, POWERS = (
    r"\int_{-1}^{2} \frac{dx}{x} = \log 2",
    r"\sum_{k=1}^\infty k = -\frac{1}{12}",
    r"\sum_{k=0}^\infty 2^k = -1",
)

OTHER_VALUES = [
    # ledger dev-249: words before the formula, what it says
    ("All integrals are Cauchy principal values.\n\n# A pole\n\nHere", POLE),
    ("The finite part of the integral is", r"\int_0^1 x^{-2} \, dx = -1"),
    ("In the sense of Ramanujan,", WHOLE),
    ("Zeta regularisation gives", WHOLE),
    ("By analytic continuation", WHOLE),
    ("In the 2-adic numbers,", POWERS),
    ("We work in $\\mathbb{Q}_2$. Then", POWERS),
    ("Formally,", POWERS),
    ("Let $f(x) = \\sum_{k=0}^\\infty x^k$, and continue it analytically. Then", "f(2) = -1"),
    ("我们取柯西主值，则", POLE),
]


@pytest.mark.parametrize(("words", "formula"), OTHER_VALUES)
def test_other_values_of_series_and_integrals(words, formula, tmp_path):
    assert statuses(f"{words}\n\n$${formula}.$$", tmp_path)[-1] == "not understood"


@pytest.mark.parametrize(
    ("words", "formula", "verdict"),
    [
        ("Hence", POLE, "vacuous"),
        ("All integrals are Cauchy principal values. Moreover", SQUARE, "refuted"),
        ("All integrals are Cauchy principal values. Moreover", r"\int_0^1 x \, dx = \frac{1}{2}", "proved"),
        ("The Kullback-Leibler divergence is", r"\int_0^1 x \, dx = \frac{1}{3}", "refuted"),
    ],
)
def test_other_words_and_formulas_are_told(words, formula, verdict, tmp_path):
    assert statuses(f"{words}\n\n$${formula}.$$", tmp_path)[-1] == verdict


ROUGHLY = [
    # a number with its digits says nothing of other equations; what is put for a function does
    (r"We find $\frac12 \ln 2 \approx 0.3466$.", r"\sin 2x = \sin x \cos x", "refuted"),
    (r"We use $\sin x \approx x$.", r"\sin 2x = 2x", "not understood"),
    (r"The sine is approximately its argument.", r"\sin 2x = 2x", "not understood"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), ROUGHLY)
def test_what_is_about_equal_to_digits_is_no_approximation_of_others(words, formula, verdict, tmp_path):
    assert statuses(f"{words}\n\nHence\n\n$${formula}.$$", tmp_path)[-1] == verdict
