"""Which definitions a claim is read with, and why others were not put in, as the remarks of a step say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results

ARRAYS = r"Let $A \in \mathbb{R}^{n \times n}$, $x \in \mathbb{R}^n$ and let $u = A x$."
ROWS = [
    # the document, what is told of a definition
    ("Let $a = b + 1$.\n\n$$a + b = 2b + 1$$", "a: line 1, defined there"),
    (
        f"{ARRAYS}\n\n$$u + 1 = u^2$$",
        "u: line 1, defined there, and not put in here: the shapes (n) and number do not fit",
    ),
    ("Let $f(x) = x^2$ for $x > 0$.\n\n$$f(3) = 9$$", "f: line 1, defined there, for some values only"),
    (r"Let $g(x) = \langle x \mid y \rangle$." + "\n\n$$g(x) = g(x)$$", "g: line 1, not read there: "),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_a_remark_tells_of_each_definition(text: str, found: str, tmp_path: Path) -> None:
    remarks = results(text, tmp_path)[-1].step.remarks
    assert any(remark.startswith(found) for remark in remarks), remarks


def test_what_is_put_in_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    remarks = results("Let $a = b + 1$.\n\n$$a + b = 2b + 1$$", tmp_path)[-1].step.remarks
    assert not any("not put in" in remark for remark in remarks)
