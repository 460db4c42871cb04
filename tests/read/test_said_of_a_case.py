"""What a sentence claims in a case that it begins with: "when $x < 0$, ...", "with the substitution ..."."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

CASES = [
    ("When $x<0$, $|x| = x$.", "refuted"),
    ("When $x<0$, $|x| = -x$.", "proved"),
    ("If $x<0$, $|x| = x$.", "refuted"),
    ("If $x<0$ then $|x|=x$.", "refuted"),
    ("Similarly, whenever $x<0$, $|x| = -x$.", "proved"),
    ("当 $x<0$ 时，$|x| = x$。", "refuted"),
    (r"When $x > 0$, $1 + \log x^2 = 1 + 3\log x$.", "refuted"),
    (r"When $|x| < 1$, $\sum_{k=0}^\infty x^k = \frac1{1-x}$.", "proved"),
    (r"With the substitution $u = x^2$, $\int_0^1 2x e^{x^2}\,dx = \int_0^1 e^{2u}\,du$.", "refuted"),
    (r"With the substitution $u = x^2$, $\int_0^1 2x e^{x^2}\,dx = \int_0^1 e^{u}\,du$.", "proved"),
    # several conditions, equations to be solved, questions, other claims
    ("If $x<0$, $|x|=x$, and $y>0$, we stop.", "condition"),
    ("If $x<0$, $|x|=x$, then $x = 1$.", "condition"),
    ("When $x<0$, $|x| = x$ fails.", "condition"),
    ("When $x<0$, $y = x$.", "condition"),
    ("When $x<0$, $f(x) = 0$.", "condition"),
    ("When $x<0$, $x^2 = 4$.", "condition"),
    ("When $x = 2$, $x + y = 5$.", "condition"),
    ("When $x = y$, $2x + y = 3$.", "condition"),
    (r"With the substitution $u = x^2$, $du = 3x\,dx$.", "not understood"),
    (r"With the substitution $x = \sin t$, $\sqrt{1-x^2} = \cos t$.", "not understood"),
    ("The equation is $x^4 = 16$. If $x > 0$, $2x = 4$.", "not understood"),
    ("When $x<0$, is $|x| = x$?", "not understood"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_holds_in_a_case_is_claimed_of_it(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected
