r"""Documents in which what is printed, or what words say of a declared name, tells what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.told import told

LOGARITHMS = [
    # words; a formula; its verdict: ledger dev-440
    ("All logarithms are to base two.", r"\frac{d}{dx} \log x = \frac1x", "not understood"),
    ("Logs are base 10.", r"\log e = 1", "not understood"),
    ("With binary logarithms we have", r"\log e = 1", "not understood"),
    ("Entropy is measured in bits.", r"\log e = 1", "not understood"),
    ("The surprise is $\\log_2(1/p)$.", r"\frac{d}{dp} \log p = \frac1p", "not understood"),
    ("对数以 2 为底。", r"\frac{d}{dx} \log x = \frac1x", "not understood"),
    # what holds for every base is told, and what is printed with one; so are natural ones
    ("All logarithms are to base two.", r"\log(x^2 y^2) = \log x^2 + \log y^2", "proved"),
    ("All logarithms are to base two.", r"\ln e = 1", "proved"),
    ("All logarithms are to base two.", r"\log (x + y) = \log x + \log y", "refuted"),
    ("All logarithms are to base $e$.", r"\frac{d}{dx} \log x = \frac1x", "proved"),
    ("The log base rate is small.", r"\ln e = 1", "proved"),
    ("We have", r"\frac{d}{dx} \log x = \frac1x", "proved"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), LOGARITHMS)
def test_logarithms_where_the_text_speaks_of_another_base(
    words: str, formula: str, verdict: str, tmp_path: Path
) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == verdict


PRODUCTS = [
    # in both orders: ledger dev-441
    ("For linear maps $S$ and $T$ we write", "fg = gf", "not understood"),
    ("Let $f$ and $g$ be functions, and $fg$ their composition.", "fg = gf", "not understood"),
    ("Let $s$ and $t$ be words.", "st = ts", "not understood"),
    ("With differentiation $D$", "Dx = xD", "not understood"),
    ("In Clifford algebra", "e_1 e_2 = e_2 e_1", "not understood"),
    ("Hence it follows that", "xp - px = y - y", "not understood"),
    ("We have", "ab = ba", "not understood"),
    ("Let $a$ and $b$ be numbers.", "ab = ba", "proved"),
    ("Let $a, b \\in \\mathbb R$.", "ab = ba", "proved"),
    ("Let $B \\in \\mathbb R^{n \\times n}$.", "a B = B a", "proved"),
    # what holds of matrices, too, is told
    ("We have", "(a + b)^2 = a^2 + ab + ba + b^2", "proved"),
    ("We have", "(a + b)(c + d) = ac + ad + bc + bd", "proved"),
    ("We have", "\\sum_i x_i y_i = \\sum_i y_i x_i", "proved"),
    # dots in brackets, and products without one: ledger dev-441
    ("For vectors,", r"(a \cdot b) c = a (b \cdot c)", "not understood"),
    ("The dot product of velocity and acceleration:", r"(v \cdot a)^2 = v^2 a^2", "not understood"),
    ("Let $x$ and $y$ be vectors.", r"|x \cdot y| = |x| |y|", "not understood"),
    ("Powers of products:", r"(a \cdot b)^2 = a^2 \cdot b^2", "proved"),
    ("Products of three:", r"(a \cdot b) \cdot c = a \cdot (b \cdot c)", "proved"),
    ("Let $a, b, c \\in \\mathbb R$.", r"(a \cdot b) c = a (b \cdot c)", "proved"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), PRODUCTS)
def test_products_that_nobody_prints_of_numbers(
    words: str, formula: str, verdict: str, tmp_path: Path
) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == verdict


MODULI = [
    # bars with an even power: ledger dev-442
    ("With the impedance $Z$ we get", "|Z|^2 = Z^2", "not understood"),
    ("The state has amplitudes $\\alpha$ and $\\beta$.", "|\\alpha|^2 = \\alpha^2", "not understood"),
    ("Let $w$ be a phasor.", "w^2 = |w|^2", "not understood"),
    ("On the unit circle", "|z^2| = z^2", "not understood"),
    ("The density is", "|\\psi(x)|^2 = \\psi(x)^2", "not understood"),
    ("If $r$ is a root, then", "r^2 \\ge 0", "not understood"),
    # what holds of complex numbers, too, is told; so is what is real by a declaration
    ("We have", "|z w|^2 = |z|^2 |w|^2", "proved"),
    ("Let $z \\in \\mathbb R$.", "|z|^2 = z^2", "proved"),
    ("Let $z > 0$.", "|z|^2 = z^2", "proved"),
    ("We have", "\\sqrt{x^2} = |x|", "proved"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), MODULI)
def test_bars_with_even_powers_are_of_complex_numbers(
    words: str, formula: str, verdict: str, tmp_path: Path
) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == verdict


MATRICES = "Let $A, B \\in \\mathbb R^{n\\times n}$"
DECLARED = [
    # what words say of names that a formula declares: ledger dev-443
    (f"{MATRICES} share all eigenvectors.", "AB = BA", "not understood"),
    (f"{MATRICES} be plane rotations.", "AB = BA", "not understood"),
    (f"{MATRICES} where one is a multiple of the identity.", "AB = BA", "not understood"),
    ("Let $A \\in \\mathbb R^{n\\times n}$ be a nice projector.", "A^2 = A", "not understood"),
    ("Let $x \\in \\mathbb R$ be a fixed point of the map.", "x^2 = x", "not understood"),
    ("Let $x \\in \\mathbb R^n$ have entries zero and one.", "x_i^2 = x_i", "not understood"),
    (
        "Let $u \\in \\mathbb R^n$ and $v \\in \\mathbb R^n$ form a right angle.",
        "\\|u + v\\|^2 = \\|u\\|^2 + \\|v\\|^2",
        "not understood",
    ),
    ("Let $n \\in \\mathbb N$ be the smallest solution. Then", "2^n = n + n", "not understood"),
    # these words say no more than the formula does
    (f"{MATRICES}.", "AB = BA", "refuted"),
    (f"{MATRICES} be the weight matrices.", "AB = BA", "refuted"),
    (f"{MATRICES} be given. Then", "AB = BA", "refuted"),
    (f"{MATRICES}, then we have", "AB = BA", "refuted"),
    (
        "Let $x \\in \\mathbb R^n$ be the input and $y \\in \\mathbb R^n$ the output.",
        "x^\\top y + x^\\top x = x^\\top x - x^\\top y",
        "refuted",
    ),
    (f"{MATRICES} share all eigenvectors.", "(AB)^\\top = B^\\top A^\\top", "proved"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), DECLARED)
def test_words_behind_a_declaration_narrow_it(words: str, formula: str, verdict: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == verdict


OTHER_NUMBERS = [
    # ledger dev-444
    ("Consider the field with two elements. There", "(a + b)^2 = a^2 + b^2", "not understood"),
    ("Here the characteristic is two.", "(x + 1)^2 = x^2 + 1", "not understood"),
    ("With nilpotent $\\varepsilon$,", "(1 + \\varepsilon)^3 = 1 + 3\\varepsilon", "not understood"),
    ("We drop the quadratic term. Then", "(1 + x)^2 = 1 + 2x", "not understood"),
    ("The Legendre symbol is multiplicative. So", "\\left(\\frac{4}{7}\\right) = 1", "not understood"),
    ("The temperature of $20\\,^\\circ$C in Fahrenheit is", "20 = 68", "not understood"),
    ("Union is written as a sum. Then", "A + A = A", "not understood"),
    ("For events, $AB$ denotes the joint occurrence. So", "A^2 = A", "not understood"),
    ("Logical conjunction is a product. For a proposition $p$ we have", "p^2 = p", "not understood"),
    ("The union is strong. Then", "A + A = A", "refuted"),
    ("The field has two corners.", "(a + b)^2 = a^2 + b^2", "refuted"),
    ("We walk the dog. Then", "(1 + x)^2 = 1 + 2x", "not understood"),
    ("The symbol is new. So", "\\left(\\frac{4}{7}\\right) = 1", "refuted"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), OTHER_NUMBERS)
def test_other_numbers_and_terms_left_out(words: str, formula: str, verdict: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == verdict


ANGLES = [
    # words; a formula; its verdict: ledger dev-445
    ("Here the trigonometric functions take degrees.", r"\frac{d}{dx} \sin x = \cos x", "not understood"),
    ("The calculator is in degree mode.", r"\cos(2\pi) = 1", "not understood"),
    ("We measure the angle in turns.", r"\cos(2\pi) = 1", "not understood"),
    ("Angles are given in gradians.", r"\cos(2\pi) = 1", "not understood"),
    ("They act in turns.", r"\cos(2\pi) = 1", "proved"),
    ("For two rotations $p$ and $q$,", "(pq)^2 = p^2 q^2", "not understood"),
    ("The Fourier coefficient $c$ has", "|c| = \\sqrt{c^2}", "not understood"),
    ("The coefficient $c$ has", "|c| = \\sqrt{c^2}", "proved"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), ANGLES)
def test_words_of_other_angles_and_other_things(
    words: str, formula: str, verdict: str, tmp_path: Path
) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == verdict
