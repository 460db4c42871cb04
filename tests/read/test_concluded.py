r"""Equations behind words that conclude: for members of a sequence, and for the numbers \pi and e."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

SEQUENCES = [
    # the formula says what a further member is
    ("Let $a_n = 2^n$. Hence $$a_{n+1} = 3a_n$$", "refuted"),
    ("Let $a_n = 2^n$. Hence $$a_{n+1} = 2a_n$$", "proved"),
    ("Let $a_n = 2^n$. Hence $a_{n+1} = 3a_n$.", "refuted"),
    ("Let $a_n = 2^n$. Hence $a_3 = 9$.", "refuted"),
    ("Let $a_n = 2^n$. Hence $a_3 = 8$.", "proved"),
    ("Let $a_n = n^2$. Hence $$a_n + 2n = a_{n+1}$$", "refuted"),
    (r"Let $a_n = \frac{1}{n(n+1)}$. Hence $$(n+2)a_{n+1} = n a_n$$", "proved"),
    ("Let $a_n = n!$. Hence $$(n+1)a_n = a_{n+1}$$", "proved"),
    (r"Let $a_n = (-1)^n n$. Hence $$a_n + a_{n+1} = (-1)^{n+1}$$", "proved"),
    (r"We then have $t_n = n\tau$. We also have $t_{n+1} = t_n + \tau$.", "proved"),
    ("设 $a_n = 2^n$。因此 $a_{n+1} = 3a_n$。", "refuted"),
    ("设 $a_n = 2^n$，故 $a_{n+1} = 2a_n$。", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), SEQUENCES)
def test_a_formula_says_what_further_members_are(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected


OTHERS = [
    # another sequence, a choice, a case, an example, or where the formula does not hold
    "Let $a_n = 2^n$. Hence, with $c = 3$, we have $a_{n+1} = c a_n$.",
    "Let $a_n = 2^n$. For the new sequence we then have $a_{n+1} = 3a_n$.",
    "Let $a_n = 2^n$. So let $a_{n+1} = 3a_n$.",
    "Let $a_n = 2^n$. Then either $a_{n+1} = 3a_n$ or $a_{n+1} = 2a_n$.",
    "Let $a_n = 2^n$. Therefore we choose $a_3 = 9$.",
    "Let $a_n = 2^n$. So the constraint becomes $a_3 = 9$.",
    "Let $a_n = 2^n$. If $n$ is even, then $a_{n+1} = 3a_n$.",
    "Let $a_n = 2^n$. So $a_3 = 9$ in our example.",
    r"Let $a_n = 2^n$ for $n \ge 5$. Hence $a_3 = 9$.",
    r"Let $a_n = 2^n$ for $n \ge 1$ and $a_0 = 7$. Hence $a_0 = 7$.",
    "Let $a_n = 2^n$ for $n = 5$ and $a_6 = 7$. Hence $a_6 = 7$.",
    "Let $u_n = n^2$ be the old state. So the new state is $u_{n+1} = u_n + 1$.",
    "Let $c_n = n$ where $n = 5$. Then $c_6 = 5$.",
    "Let $a_n = b_n + 1$. Hence $a_{n+1} = 3a_n$.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_may_be_another_sequence_is_not_refuted(text: str, tmp_path: Path) -> None:
    found = told(text, tmp_path)
    assert "refuted" not in found
    assert "proved" not in found


NUMBERS = [
    (r"Hence $\pi = 22/7$.", "refuted"),
    (r"Hence $\pi = \frac{22}{7}$.", "refuted"),
    (r"Hence $$\pi = \frac{22}{7}$$", "refuted"),
    (r"Hence $\pi = 3.14$.", "proved"),
    (r"因此 $\pi = 22/7$。", "refuted"),
    (r"Therefore $\mathrm{e} = 3$.", "refuted"),
    ("Therefore $e = 3$.", "not understood"),
    # ledger dev-431: a text in which it is something else
    ("Profit is revenue minus cost, so\n\n$$\\pi = 3$$", "not understood"),
    (r"Let $\pi$ be the price. Hence $\pi = 3$.", "not understood"),
    (r"Profit is revenue minus cost. Then $$2\pi = 6$$", "not understood"),
    ("通胀率为 3，因此\n\n$$\\pi = 3$$", "not understood"),
    # no word concludes it, or others stand beside it
    (r"Using $\pi = 22/7$, the area is $22/7$.", None),
    (r"Archimedes found $\pi = 22/7$.", None),
    (r"So the engineers used $\pi = 22/7$.", None),
    (r"Hence we may take $\pi = 22/7$.", None),
    (r"If the world were flat, then $\pi = 3$.", None),
    (r"With the first terms of the series, we get $\pi = 3.15$.", None),
    (r"By Monte Carlo we get $\pi = 3.2$.", None),
    (r"The prior is uniform, so $\pi = 1/2$.", "definition"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_with_a_name_are_not_defined(text: str, expected: str | None, tmp_path: Path) -> None:
    found = told(text, tmp_path)
    if expected is None:
        assert "refuted" not in found
        assert "proved" not in found
    else:
        assert found[-1] == expected


def test_the_annotation_that_settles_it(tmp_path: Path) -> None:
    text = "<!-- vd: constant $\\pi$ -->\n\nThe price is a number, so\n\n$$\\pi = 3$$"
    assert [str(one.status) for one in results(text, tmp_path)] == ["refuted"]
