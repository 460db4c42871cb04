"""Letters that a text writes as functions are no factors before brackets; a charge e is no base of powers."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

CALLED = [
    # ledger dev-599: each was proved, with a letter of a function as a factor
    r"The prior is $\pi(\theta)$. We get $\pi(2\theta) = 2\pi\theta$.",
    r"The velocity $v(t)$ is measured. We get $v(s+t) = v s + v t$.",
    r"The reward is $r(s)$. Then $r(s + 1) = r s + r$.",
    r"The operator $D(f)$ is linear. Then $D(2f) = 2 D f$.",
    r"We get $a(2t) = 2a t$ for the amplitude $a(t)$.",
    r"Of the densities $p(x, y)$ and $p(x \mid y)$ we get $p(2x) = 2px$.",
    # and with the base of powers for a name
    r"The electron has charge $e$. Then $\frac{d}{dx} e^x = e^x$.",
    r"The error is $e$. We get $\frac{d}{dx} e^{x} = e^{x}$.",
]


@pytest.mark.parametrize("text", CALLED)
def test_a_letter_of_a_function_is_no_factor(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "not understood"


FACTORS = [
    "Let $k$ be a constant. We have $k(a+b) = ka + kb$.",
    "We use $n(n+1)$. We get $n(n+1) = n^2 + n$.",
    "The density is $p(x)$. We find $p(1-p) = p - p^2$.",
    r"<!-- vd: constant $v$ -->" + "\n\nThe speed $v(t)$ does not change. We get $v(s+t) = v s + v t$.",
    r"The base of the natural logarithm is $e$. Then $\frac{d}{dx} e^x = e^x$.",
]


@pytest.mark.parametrize("text", FACTORS)
def test_a_factor(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"


def test_what_settles_it(tmp_path: Path) -> None:
    (step,) = results(CALLED[0], tmp_path)
    assert step.verdict is not None
    assert "constant $\\pi$ if it is a number, or function $\\pi$" in step.verdict.reason
