r"""What a formula says within itself: conditions behind words in it, frames around it, \forall before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SAID = [
    # ledger dev-497: in a sentence the condition within a formula was lost
    (r"So $|x| = x \text{ if } x > 0$.", "proved"),
    (r"So $|x| = x \text{ for all } x > 0$.", "proved"),
    (r"So $|x| = x \quad (x > 0)$.", "proved"),
    (r"So $|x| = x,\; \forall x > 0$.", "proved"),
    (r"So $|x| = x \;\forall x > 0$.", "proved"),
    (r"So $|x| = -x \text{ if } x > 0$.", "refuted"),
    (r"Let $x > 0$. So $|x| = x \text{ on the right half-line}$.", "proved"),
    (r"So $|x| = x \text{ on the right half-line}$.", "not understood"),
    # it ends with the formula
    (r"Then $\sqrt{a^2} = a \text{ where } a \ge 0$, and $\sqrt{a^2} = a$.", "not understood"),
    # ledger dev-548: a value that a name has in a case is none elsewhere
    (r"The bonus is $b = 5 \text{ if } n = 2$. Then $b^2 = 25$.", "not understood"),
    (r"The bonus is $b = 5 \text{ if } n > 2$. Then $b^2 = 25$.", "not understood"),
    # what stands in a frame was passed over
    (r"So $$\boxed{(a + b)^2 = a^2 + b^2}$$", "refuted"),
    (r"So $$\boxed{(a + b)^2 = a^2 + 2ab + b^2}$$", "proved"),
    (r"So $$\boxed{|x| = x \text{ if } x > 0}$$", "proved"),
    (r"So $$\boxed{\text{for } x > 0: |x| = x}$$", "proved"),
    (r"Then $\underline{(a + b)^2 = a^2 + b^2}$.", "refuted"),
    ("\\begin{align}\n(a+b)^2 &= (a+b)(a+b) \\\\\n\\Aboxed{(a+b)^2 &= a^2 + b^2}\n\\end{align}", "refuted"),
    (r"We set $$\boxed{f(x) = x^2}$$ Then $f'(x) = 2x$.", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_a_formula_says_within_itself(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected


CROSSED_OUT = [r"$$\cancel{(a + b)^2 = a^2 + b^2}$$"]


@pytest.mark.parametrize("text", CROSSED_OUT)
def test_what_is_crossed_out_is_not_claimed(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []
