"""Names with a mark above, x^*, beside powers of the same letter: dev-498."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

# what is defined, what holds, what does not
ROWS = [
    (r"Let $f(x) = (x-3)^2 + x^2$ and $x^* = \frac32$.", "f'(x^*) = 0", "f'(x^*) = -3"),
    ("Let $g(x) = x^3 - 3x$ and $x^* = 1$.", "g'(x^*) = 0", "g'(x^*) = -3"),
    (r"Let $G(q) = pq - \frac{c}{2} q^2$ and $q^* = p/c$.", "G'(q^*) = 0", "G'(q^*) = p"),
    ("Let $h(x) = x^{1/2} + x$ with $x^* = 1$.", r"h'(x^*) = \frac32", "h'(x^*) = 1"),
    ("Let $k(x_1) = x_1^2 + x_1$ and $x_1^* = 1$.", "k'(x_1^*) = 3", "k'(x_1^*) = 1"),
    ("Let $m(x, y) = x^2 + xy$, and let $x^* = 1$ and $y^* = 2$.", "m(x^*, y^*) = 3", "m(x^*, y^*) = 5"),
    ("Let $x^+ = 1$ and $m(x) = x^2 + x$.", "m'(x^+) = 3", "m'(x^+) = 1"),
    ("Let $x^{(1)} = 1$ and $m(x) = x^2 + x$.", "m'(x^{(1)}) = 3", "m'(x^{(1)}) = 1"),
    (r"Let $t^\star = 3$ and $F(x) = \int_0^x t^2 \,dt$.", r"F(t^\star) = 9", r"F(t^\star) = 18"),
    (r"Let $k^\ast = 3$ and $S(n) = \sum_{k=1}^n k^2$.", r"S(k^\ast) = 14", r"S(k^\ast) = 9"),
    ("Let $a > 0$, $f(x) = a x^2 - 2 b x$ and $x^* = b/a$.", "f(x) - f(x^*) = a (x - x^*)^2",
     "f(x) - f(x^*) = a (x + x^*)^2"),
    ("Let $p, r > 0$, $v(k) = (1-k)^2 p + k^2 r$ and $k^* = p/(p+r)$.",
     r"\frac{1}{v(k^*)} = \frac1p + \frac1r",
     r"\frac{1}{v(k^*)} = \frac1p - \frac1r"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "holds", "fails"), ROWS)
def test_a_mark_numbers_nothing(words: str, holds: str, fails: str, tmp_path: Path) -> None:
    assert told(f"{words} Then\n\n$$ {holds} $$", tmp_path)[-1] == "proved"
    assert told(f"{words} Then\n\n$$ {fails} $$", tmp_path)[-1] == "refuted"


ABSURD = [
    # ledger dev-499: what is assumed of a defined function was put in for its value
    "Let $f(x) = x^2 + x$. Suppose $f'(x_0) = 1$ where $x_0 = 2$. Then\n\n$$f'(x_0) = 1$$",
    "Let $f(x) = x^2 + x$. Assume $f(x_0) = 1$ where $x_0 = 2$. Then\n\n$$f(x_0) = 1$$",
]


@pytest.mark.parametrize("text", ABSURD)
def test_what_is_assumed_of_a_defined_function_is_not_put_in(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] != "proved"


def test_a_claim_keeps_itself_from_nothing(tmp_path: Path) -> None:
    assert told("Let $u(c) = c^2$. Let $d = 3$. Then\n\n$$u'(d) = 5.$$", tmp_path)[-1] == "refuted"


DECLARED = [
    # ledger dev-549: the superscripts of a parameter of which the author says that they number it
    ("k(u) = u^1 + u^2", "k(u) = u + (u)^2"),
    ("k(u) = 3 u^2", "k(u) = 3 (u)^2"),
]


@pytest.mark.parametrize(("definition", "claim"), DECLARED)
def test_what_an_annotation_says_of_superscripts_holds_of_parameters(
    definition: str, claim: str, tmp_path: Path
) -> None:
    text = f"<!-- vd: index $u^i$ -->\n\nLet ${definition}$. Then\n\n$$ {claim} $$"
    assert told(text, tmp_path)[-1] not in ("proved", "refuted")


def test_a_value_of_another_section_is_no_point(tmp_path: Path) -> None:
    text = "# A\n\nLet $t = 3$.\n\n# B\n\nLet $F(x) = x^2$. Then\n\n$$ F(t) = t^3 $$"
    assert told(text, tmp_path)[-1] != "refuted"


ONES_ABOVE = [
    # ledger dev-572: where something has a 1 above it, a 2 there may number it as well
    ("Let $q^1$ and $q^2$ be the outputs. Then $q^1 q^1 = q^2$.", "not understood"),
    ("Let $q^1$ and $q^2$ be the outputs. Then $q^1 q^2 = q^2 q^1$.", "proved"),
    (r"The profits are $\pi^1$ and $\pi^2$. Then $\pi^1 \pi^2 = \pi^3$.", "not understood"),
    ("Let $y > 0$. Then $y^1 y^2 = y^3$.", "proved"),
    ("Let $y > 0$. Then $y^1 y^2 = y^4$.", "refuted"),
    ("<!-- vd: index $q^1$ -->\n\nSo $q^1 q^1 = q^2$.", "not understood"),
]


@pytest.mark.parametrize(("text", "expected"), ONES_ABOVE)
def test_a_one_above_a_name_may_number_it(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected
