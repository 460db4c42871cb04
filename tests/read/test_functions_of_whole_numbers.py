"""What is defined for whole numbers, or for odd ones, has values at these: elsewhere nothing is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

NO_VALUE = [
    "For odd $n$ put $f(n) = 1$. Then $f(2) = 1$.",
    "Let $n$ be an odd integer and put $f(n) = 1$. Then $f(n + 1) = 1$.",
    "For every odd $n$, let $f(n) = n^2$. Then $f'(n) = 2 n$.",
    "For all primes $p$ we define $f(p) = p$. Then $f(4) = 4$.",
    "We define $f(p) = p$ for all primes $p$. Then $f(4) = 4$.",
    "We define $f(n) = n$ for multiples $n$ of 3. Then $f(4) = 4$.",
    "若 $n$ 为奇数，令 $f(n) = 1$。则 $f(2) = 1$。",
    "For every integer $n$ let $f(n) = 1$. Then $f(1/2) = 1$.",
    "For every integer $n$ let $f(n) = n^2$. Then $f'(x) = 2 x$.",
    r"For $n \in \mathbb{Z}$ let $f(n) = 1$. Then $f(1/2) = 1$.",
    r"For $n \in \mathbb{Z}$ let $f(n) = n$. Then $\int_0^2 f(x)\,dx = 2$.",
    "For every integer $n$ let $f(n) = n$. For every $x$ let $g(x) = f(x) + 1$. Then $g(1/2) = 3/2$.",
]


@pytest.mark.parametrize("text", NO_VALUE)
def test_where_it_has_no_value(text: str, tmp_path: Path) -> None:
    found = results(text, tmp_path)[-1]
    assert (found.status, "holds for some values only" in found.verdict.reason) == ("not understood", True)


VALUE = [
    "For odd $n$ put $f(n) = 1$. Then $f(n) + 1 = 2$.",
    "For odd $n$ put $s = 2 n$. Then $s/2 = n$.",
    r"Let $n$ be a positive integer. We put $s(n) = \frac{n (n + 1)}{2}$. Then $s(2 n) = n (2 n + 1)$.",
    "For every positive integer $n$ let $f(n) = n^2$. Then $f(n + 1) - f(n) = 2 n + 1$.",
    "For every integer $n$ let $f(n) = n^2$. Then $f(k) - f(2) = k^2 - 4$.",
    r"For every integer $n$ let $f(n) = n$. Then $\sum_{k=1}^m (f(k) - f(k-1)) = m$.",
]


@pytest.mark.parametrize("text", VALUE)
def test_where_it_has_one(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"
