r"""Terms left out, `1 + 2 + \dots + n`: read as sums where the printed ones leave no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

from verify_derivations.elaborate.notation.progressions import written_out
from verify_derivations.parse import parse

CERTAIN = [
    r"1 + 2 + \dots + n",
    r"1 + 2 + \dots + (n-1) + n",
    r"1 + 2 + \dots + n + (n+1)",
    r"1 + 3 + \dots + (2n-1)",
    r"2 + 4 + \cdots + 2n",
    r"1^2 + 2^2 + \cdots + n^2",
    r"1 + 4 + 9 + \dots + n^2",
    r"1 + 2 + 4 + \dots + 2^n",
    r"2 + 2^2 + \dots + 2^n",
    r"1 + x + \dots + x^n",
    r"a + ar + ar^2 + \dots + ar^{n-1}",
    r"1 + 2x + 3x^2 + \dots + nx^{n-1}",
    r"1 + \frac12 + \dots + \frac1n",
    r"1 + 1/2 + 1/3 + … + 1/n",
    r"1 + \frac12 + \frac14 + \dots + \frac{1}{2^n}",
    r"\frac{1}{1 \cdot 2} + \frac{1}{2 \cdot 3} + \dots + \frac{1}{n(n+1)}",
    r"1 \cdot 2 + 2 \cdot 3 + \dots + n(n+1)",
    r"\frac{x_1 + \dots + x_n}{n}",
    r"a_1 b_1 + a_2 b_2 + \dots + a_n b_n",
    r"f(1) + f(2) + \dots + f(n)",
]
DOUBTFUL = [
    (r"1 + 2 + \dots + 2^n", "all numbers up to 2^n, or powers of two"),
    (r"2 + 4 + \dots + 2^n", "even numbers, or powers of two"),
    (r"1 + \frac12 + \dots + \frac{1}{2^n}", "the harmonic series, or powers"),
    (r"1 + 4 + \dots + n^2", "too few terms for squares"),
    (r"1 + \dots + n", "too few terms"),
    (r"1 + \dots + n^2", "too few terms"),
    (r"1 + 2 + \dots + x", "no letter that counts"),
    (r"1 + \dots + 2n", "even numbers would not begin with 1"),
    (r"1 + 2 + 3 + \dots + 2^n", "the printed terms are no powers"),
    (r"1 + 3 + \dots + n", "odd numbers up to n, which has to be odd"),
    (r"1 - 2 + 3 - \dots + n", "signs alternate"),
    (r"1 + 2 + \dots", "no last term"),
    (r"1 + 2 + \dots + 100", "no letter to count with"),
    (r"a + 1 + 2 + \dots + n", "the first term does not belong to the others"),
    (r"1 + x + \dots + y^n", "the printed terms are powers of something else"),
    (r"1 \cdot 2 \cdots n", "a product"),
]


@pytest.mark.parametrize("latex", CERTAIN)
def test_a_progression_is_read(latex: str) -> None:
    assert written_out(parse(latex).root, ()) is not None


@pytest.mark.parametrize(("latex", "why"), DOUBTFUL)
def test_another_progression_may_be_meant(latex: str, why: str) -> None:
    assert why
    assert written_out(parse(latex).root, ()) is None


ROWS = [
    (r"1 + 2 + 4 + \dots + 2^n = 2^{n+1} - 1", "proved"),
    (r"1 + 2 + 4 + \dots + 2^n = 2^n - 1", "refuted"),
    (r"1^2 + 2^2 + \cdots + n^2 = \frac{n(n+1)(2n+1)}{6}", "proved"),
    (r"1 + 2 + \cdots + n = \frac{n(n-1)}{2}", "refuted"),
    (r"(1 + 2 + \dots + n)^2 = 1^3 + 2^3 + \dots + n^3", "proved"),
    (r"1 + x + \dots + x^n = \frac{1 - x^{n+1}}{1 - x}", "proved"),
    (r"1 + x + \dots + x^n = \frac{1 - x^n}{1 - x}", "refuted"),
    (r"1 + 2 + \dots + n \leq n^2", "proved"),
    # true where both terms before the dots are there: of fewer it is not meant
    (r"1 + 2 + \dots + n \geq n + 1", "not understood"),
    (r"1 + 2 + \dots + n \geq n + 3", "not understood"),
    (r"1 + 2 + \dots + n \geq n + 4", "refuted"),
    (r"1 + 2 + \dots + 2^n = 2^{n+1} - 1", "not understood"),
    (r"1 \cdot 2 \cdots n = n!", "not understood"),
    (r"1 + \frac12 + \frac14 + \dots = 2", "not understood"),
    # dots within something else
    (r"\sqrt{1 + 3 + \dots + (2n-1)} = n", "proved"),
    (r"\hat{a} + \sqrt{1 + 2 + \dots + n} = \hat{a} + \sqrt{\frac{n(n+1)}{2}}", "proved"),
    (r"\begin{pmatrix} a & \dots & b \end{pmatrix} + \sqrt{2} = 1 + 2 + \dots + n", "not understood"),
    # lists and tables claim nothing, and are told as what they are
    (r"(x, y) = (x_1, \dots, x_n)", "elided"),
]


@pytest.mark.parametrize(("latex", "found"), ROWS)
def test_claims_that_leave_terms_out(latex: str, found: str, tmp_path: Path) -> None:
    assert told(f"$$ {latex} $$", tmp_path) == [found]


SUM = r"$$ \sum_{k=1}^n k = \frac{n(n+1)}{2} $$"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (r"For all $n \geq 1$,", ["proved"]),  # where a sum ends n is whole, also if no word says so
        (r"Let $n > 0$.", ["proved"]),
    ],
)
def test_where_a_sum_ends_numbers_are_whole(said: str, found: list[str], tmp_path: Path) -> None:
    assert told(f"{said}\n\n{SUM}", tmp_path) == found


def test_what_is_left_out_is_told_with_what_would_help(tmp_path: Path) -> None:
    [step] = results(r"$$ 1 + 2 + \dots + 2^n = 2^{n+1} - 1 $$", tmp_path)
    assert step.step.unreadable is not None
    assert "terms are left out" in step.step.unreadable[1]
    assert r"write a sum \sum_{k=1}^n" in step.step.unreadable[1]


def test_a_sum_with_dots_can_be_defined(tmp_path: Path) -> None:
    text = r"Let $S = 1 + 2 + \dots + n$. Hence $$S = \frac{n(n+1)}{2}$$ and so $$S = \frac{n(n-1)}{2}$$"
    assert told(text, tmp_path) == ["definition", "proved", "refuted"]


DOUBTED = [
    # ledger dev-314: what stands behind a bare n may belong to the last term; these were refuted
    (r"$$1 + 2 + \dots + n - 1 = \frac{n(n-1)}{2}$$", "not understood"),
    (r"$$0 + 1 + \dots + n-1 = \frac{n(n-1)}{2}$$", "not understood"),
    (r"$$1 + 2 + \dots + n + 1 = \frac{(n+1)(n+2)}{2}$$", "not understood"),
    (r"$$1 + 2 + \dots + n-k = \frac{(n-k)(n-k+1)}{2}$$", "not understood"),
    (r"$$1 + 2 + \dots + k + (k+1) = \frac{(k+1)(k+2)}{2}$$", "proved"),
    # ledger dev-315: where words double, 1 + 2 may go on with 4; these were refuted
    (r"Let $n$ be a power of two. Then $$1 + 2 + \dots + n = 2n - 1.$$", "not understood"),
    (r"The payoff doubles, with total $$1 + 2 + \dots + n = 2n - 1$$", "not understood"),
    (r"A complete binary tree has $$1 + 2 + \dots + n = 2n - 1$$ nodes.", "not understood"),
    (r"每次加倍，总和为 $$1 + 2 + \dots + n = 2n-1$$", "not understood"),
]


@pytest.mark.parametrize(("text", "status"), DOUBTED)
def test_what_may_end_or_go_on_otherwise_is_not_read(text: str, status: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == status
