"""What sentences before assume may not hold where the words of a claim restrict or change something."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

OPEN = "not understood"

ELSEWHERE = [
    # ledger dev-632
    r"Let $x>0$. On the left half-line $\sqrt{x^2} = x$.",
    r"Let $x>0$. To the left of the origin $\sqrt{x^2} = x$.",
    r"Let $x>0$. In the negative range, $\sqrt{x^2} = x$.",
    r"Let $x>0$. The committee finds $\sqrt{x^2} = x$.",
    "Let $a>b$. In the lower half-plane we have $|a-b| = a-b$.",
    "Let $n=3$. Adding one observation we obtain $n^2=9$.",
    "Let $n=3$. After removing two points, $n^2=9$.",
    "Let $n=3$. A newcomer brings us to $n^2=9$.",
    "Let $n=3$. A newcomer comes. Hence\n\n$$ n^2=9 $$",
    r"设 $x>0$。在左半轴上有 $\sqrt{x^2} = x$。",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_is_said_elsewhere_may_not_hold(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == OPEN


HERE = [
    r"Let $x>0$. On the right-hand side we have $\sqrt{x^2} = x$.",
    r"Let $x>0$. Taking the root, we get $\sqrt{x^2} = x$.",
    r"Let $x>0$. The committee finds $(x+1)^2 = x^2+2x+1$.",
    r"For $x>0$ the committee shows that we have $\sqrt{x^2} = x$.",
    "Let $n=3$. Adding one to both sides we obtain $n^2=9$.",
    "Let $n=3$. Then $n^2=9$. The committee agrees.",
    r"Let $f(x)=x^2$. The committee finds $f(-x) = f(x)$.",
]


@pytest.mark.parametrize("text", HERE)
def test_otherwise_it_does(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"
