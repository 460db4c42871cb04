r"""\begin{cases} in definitions and claims: which cases apply, how conditions are written, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

RELU = r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}"
CLAIMS = [
    (rf"\max(x, 0) = {RELU}", "proved"),
    (rf"\max(x, 0) = -{RELU}", "refuted"),
    (r"|x| = \begin{cases} x, & x \ge 0, \\ -x, & \text{else} \end{cases}", "proved"),
    (r"|x| = \begin{cases} x, & x \ge 0, \\ x, & \text{else} \end{cases}", "refuted"),
    (r"|x| = \begin{cases} x & \text{if } x \ge 0, \\ -x & \text{if } x < 0. \end{cases}", "proved"),
    (r"|x| = \begin{cases} x & \text{if $x \ge 0$,} \\ -x & \text{if $x < 0$.} \end{cases}", "proved"),
    (r"|x| = \begin{dcases} x & 0 \le x \\ -x & else \end{dcases}", "proved"),
    (r"|x| = \begin{cases} x & x \ge 0 \\ -x & x \le 0 \end{cases}", "proved"),
    (r"|x| = \begin{cases} x, & \text{若 } x \ge 0 \\ -x, & \text{其他} \end{cases}", "proved"),
    (
        r"|x| = \left\{\begin{array}{ll} x & \mbox{if } x \ge 0 \\ -x & \mbox{otherwise} \end{array}\right.",
        "proved",
    ),
    (r"\frac{d}{dx} |x| = \begin{cases} 1 & x > 0 \\ -1 & x < 0 \end{cases}", "proved"),
    (r"\frac{d}{dx} |x| = \begin{cases} 1 & x > 0 \\ 1 & x < 0 \end{cases}", "refuted"),
    (r"\frac{d}{dx} \max(0, x) = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}", "proved"),
    (r"\min(a, b) = \begin{cases} a & a \le b \\ b & \text{otherwise} \end{cases}", "proved"),
    (r"\max(a, b) = \begin{cases} a & a \le b \\ b & \text{otherwise} \end{cases}", "refuted"),
    (r"x^2 = \begin{cases} x^2 & x < -1 \text{ or } x > 1 \\ |x|^2 & -1 \le x \le 1 \end{cases}", "proved"),
]


@pytest.mark.parametrize(("latex", "expected"), CLAIMS)
def test_a_claim_by_cases(latex: str, expected: str, tmp_path: Path) -> None:
    assert told(f"We have\n\n$${latex}$$", tmp_path) == [expected]


DEFINED = [
    (RELU, r"f(x) = \max(0, x)", "proved"),
    (RELU, r"f(x) = \frac{x + |x|}{2}", "proved"),
    (RELU, r"f(x) + f(-x) = 2 |x|", "refuted"),
    (RELU, r"f(3) = 3", "proved"),
    (RELU, r"f(-3) = 3", "refuted"),
    (RELU, r"f'(2) = 1", "proved"),
    (RELU, r"f'(-2) = 1", "refuted"),
    # the Heaviside function, with and without a value at 0
    (r"\begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}", r"f(x) + f(-x) = 1", "proved"),
    (r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}", r"x + f(x) + f(-x) = x + 1", "refuted"),
    (r"\begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}", r"x f(x) = |x|", "proved"),
    (r"\begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}", r"f(-x) = -f(x)", "proved"),
    (r"\begin{cases} 1 & x > 0 \\ -1 & \text{其他} \end{cases}", r"f(-x) = -f(x)", "refuted"),
    (r"\begin{cases} x^2 & |x| \le 1 \\ 2 |x| - 1 & |x| > 1 \end{cases}", r"f(2) = 3", "proved"),
    # cases that overlap: only what holds either way
    (r"\begin{cases} x & x \ge 0 \\ 2 x & x \le 1 \end{cases}", r"f(2) = 2", "proved"),
    (r"\begin{cases} x & x \ge 0 \\ 2 x & x \le 1 \end{cases}", r"f(\frac12) = 1", "not understood"),
    (r"\begin{cases} x & x \ge 0 \\ 2 x & x \le 1 \end{cases}", r"f(\frac12) = \frac12", "not understood"),
    (r"\begin{cases} x & x \ge 0 \\ 2 x & x \le 1 \end{cases}", r"f(\frac12) = 3", "refuted"),
]


@pytest.mark.parametrize(("body", "claim", "expected"), DEFINED)
def test_a_definition_by_cases(body: str, claim: str, expected: str, tmp_path: Path) -> None:
    assert told(f"Let $f(x) = {body}$. Then we have\n\n$${claim}$$", tmp_path) == ["definition", expected]


REFUSED = [
    (r"\begin{cases} x & x \text{ even} \\ 0 & \text{otherwise} \end{cases}", "not read"),
    (r"\begin{cases} 1 & x \in \mathbb{Q} \\ 0 & x \notin \mathbb{Q} \end{cases}", r"the sign \in"),
    (r"\begin{cases} 1 & \text{if it rains} \\ 0 & \text{otherwise} \end{cases}", "it rains"),
    (r"\begin{cases} 1 & \text{unless } x > 0 \\ 0 & \text{otherwise} \end{cases}", "unless"),
    (r"\begin{cases} 0 \\ 1 & x > 0 \end{cases}", "the condition of a case is missing"),
    (r"\begin{cases} 0 & \text{otherwise} \\ 1 & \text{otherwise} \end{cases}", "which of these cases"),
    (r"\begin{cases} 1 & x > 0 \\ 2 & x > 1 \\ 3 & x > 2 \end{cases}", "more than two of these cases"),
]


@pytest.mark.parametrize(("body", "reason"), REFUSED)
def test_conditions_that_are_not_read(body: str, reason: str, tmp_path: Path) -> None:
    (found,) = results(f"We have\n\n$$x^2 + 1 = {body}$$", tmp_path)
    assert str(found.status) == "not understood"
    assert reason in (found.verdict.reason if found.verdict else "")
