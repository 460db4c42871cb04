"""Documents whose words change what formulas say: no verdict of another reading than the author's."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path, name: str = "notes.md") -> str:
    """The verdict on the last statement of a document; what it is where it claims nothing."""
    path = folder / name
    path.write_text(text + "\n", encoding="utf-8")
    found = [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]
    return str(found.status or found.step.kind)


OF_SOME = [
    # what comes before |n - 20| = n - 20
    "Let $n$ be a positive integer, greater than twenty. Then",
    "Let $n$ be a positive integer. Since $n$ exceeds 20,",
    "Let $n$ be a positive integer. In the rest of this section $n$ is at least 20.",
    "Let $n$ be a positive integer. The cases $n \\le 20$ were treated above. From now on",
    "Let $n$ be a positive integer. By the above, we may take $n$ to be 20 or more. So",
    "For all positive integers $n$, save the first twenty,",
    "For every positive integer $n$ we have, if it is at least 20,",
    "For all remaining $n$,",
    "For all positive integers $n$, apart from some,",
    "Let $n$ be a perfect number, i.e. a positive integer with $\\tau(n) = 2n$. Then",
    "Let $n$ be a positive integer. Call it big if",
    "设 $n$ 为不小于20的整数，则",
    "设 $n$ 为正整数。以下总假定 $n$ 不小于 20。",
    "对除有限个外的所有正整数 $n$，有",
]


@pytest.mark.parametrize("words", OF_SOME)
def test_what_is_said_of_some_is_not_refuted_by_others(words: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$|n-20| = n-20.$$", tmp_path) == "not understood"


FREED = [
    # what comes before |x| = x, which says nothing of positive numbers only
    "Suppose $x$ is positive. Then it is easy. In the other case,",
    "Let $x$ be a positive real number. The sign of $x$ does not matter:",
    "Let $x$ be positive. Now $x$ may have either sign:",
    "Let $x$ be a positive number. On the whole line",
    "Let $x$ be positive. This works for negative $x$ as well:",
    "Let $x$ be positive. This restriction will be dropped.\n\n## Next\n\nWe have",
    "Let $x$ be a positive integer. The slope is $x$. Then",
    "**Lemma 1.** Let $x$ be positive. Then $x + 1 > 1$.\n\n**Lemma 2.** We have",
    "设 $x$ 为正数。对负数 $x$ 同样有",
    "设 $x$ 为正实数。推广到全体实数 $x$：",
]


@pytest.mark.parametrize("words", FREED)
def test_what_was_said_of_a_number_is_over(words: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$|x| = x.$$", tmp_path) == "not understood"


STILL = [
    # where it is not over
    "**Lemma 1.** Let $x$ be positive. Then $x + 1 > 1$.\n\n*Proof.* Indeed",
    "Throughout, let $x$ be positive.\n\n**Lemma 1.** Let $y$ be a number.\n\n**Lemma 2.** We have",
    "**Lemma 1.** Let $x$ be positive. Then $x + 1 > 1$.\n\n**Lemma 2.** Let $x$ be positive. Then",
]


@pytest.mark.parametrize("words", STILL)
def test_what_was_said_of_a_number_holds_on(words: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$|x| = x.$$", tmp_path) == "proved"


def test_a_latex_statement_begins_anew(tmp_path: Path) -> None:
    first = r"\begin{lemma} Let $x$ be positive. Then $x + 1 > 1$. \end{lemma}"
    rows = {
        r"\begin{proof} Indeed \[ |x| = x. \] \end{proof}": "proved",
        r"\begin{lemma} We have \[ |x| = x. \] \end{lemma}": "not understood",
    }
    for second, verdict in rows.items():
        text = f"\\documentclass{{article}}\\begin{{document}}\n{first}\n{second}\n\\end{{document}}"
        assert last(text, tmp_path, "paper.tex") == verdict, second


ZERO_TOO = [
    "Let $n$ be a positive integer (or zero). Then",
    "Let $n$ be a positive integer. Including zero,",
    "Let $n$ be a positive integer. By convention the case zero is included:",
    "设 $n$ 为正整数（包括零）。则",
]


@pytest.mark.parametrize("words", ZERO_TOO)
def test_zero_may_belong_to_them(words: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$2^n \\geq 2.$$", tmp_path) != "proved"


def test_a_value_outside_of_where_a_name_lives(tmp_path: Path) -> None:
    text = "Let $n$ be a positive integer. For $n = 0$\n\n$$|n - 1| = n - 1.$$"
    assert last(text, tmp_path) == "not understood"


QUOTED = [
    # a document with a line that its author does not claim
    "Let $x$ be a real number. Alice's answer:\n\n$$\\sqrt{x^2} = x$$",
    "## Bogus proofs\n\nLet $x$ be a real number.\n\n$$\\sqrt{x^2} = x$$",
    "**Erratum.** Let $x$ be a real number. On page 3, the formula\n\n$$\\sqrt{x^2} = x$$",
    "Let $x$ be a real number. The negation of\n\n$$\\sqrt{x^2} = x$$",
    "Let $x$ be a real number. One of the following holds:\n\n$$|x| = x, \\qquad |x| = -x.$$",
    "设 $x$ 为实数。错解：\n\n$$\\sqrt{x^2} = x$$",
    "设 $x$ 为实数。若\n\n$$\\sqrt{x^2} = x,$$\n\n则 $x\\ge 0$。",
    "For any involution $s$,\n\n$$s^2 = 1.$$",
    "For every idempotent $x$,\n\n$$x^2 = x.$$",
]


@pytest.mark.parametrize("text", QUOTED)
def test_a_line_that_is_not_claimed_is_not_refuted(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == "not understood"


PRINTED = [
    # a display, what is said of it
    (r"2\frac{1}{2} = \frac52", "not understood"),
    (r"12 \tfrac12 + 1 = 13 \tfrac12", "not understood"),
    (r"2\frac{3}{2} = 3", "proved"),
    (r"2 \cdot \frac12 = 1", "proved"),
    (r"1,000 \cdot 2 = 2,000", "not understood"),
    (r"3 : 2 = 6 : 4", "not understood"),
    (r"2\pi = 360", "not understood"),
    (r"2\pi = 6", "refuted"),
    (r"1 \oplus 1 = 0, \quad 1 + 1 = 0", "not understood"),
    (r"1 + 1 = 0", "refuted"),
]


@pytest.mark.parametrize(("latex", "verdict"), PRINTED)
def test_numbers_in_print(latex: str, verdict: str, tmp_path: Path) -> None:
    assert last(f"$${latex}$$", tmp_path) == verdict


def test_a_number_of_millions(tmp_path: Path) -> None:
    assert last("$$\\binom{52}{5} \\approx 2.6$$\n\n(in millions)", tmp_path) == "not understood"


def test_a_value_by_steps(tmp_path: Path) -> None:
    assert last("$$\\int_0^1 e^{-x^2}\\,dx \\approx 0.7313$$\n\n(with $n = 4$).", tmp_path) != "refuted"
    found = last("The trapezoid with four strips gives\n\n$$\\int_0^1 x^2 dx \\approx 0.34375$$", tmp_path)
    assert found == "not understood"


def test_a_square_is_said_to_be_something_else(tmp_path: Path) -> None:
    first = "$$\\sigma^2 = a^2 + b^2$$\n\n"
    assert last(f"{first}For the difference,\n\n$$\\sigma^2 = a^2 - b^2.$$", tmp_path) == "not understood"
    assert last(f"{first}Then\n\n$$\\sigma^4 = (a^2 + b^2)^2$$", tmp_path) == "proved"


def test_gamma_may_be_a_coefficient(tmp_path: Path) -> None:
    text = "The reflection coefficient is $\\Gamma$. At the load\n\n$$\\Gamma(0) = \\frac{1}{3}.$$"
    assert last(text, tmp_path) == "not understood"
    assert last("The Gamma function $\\Gamma$ has\n\n$$\\Gamma(5) = 24.$$", tmp_path) == "proved"


def test_a_list_of_values(tmp_path: Path) -> None:
    text = "For every positive integer $n$ we have\n\n$$|n-5| = n-5 \\qquad n = 5, 6, 7, \\dots$$"
    assert last(text, tmp_path) == "not understood"
