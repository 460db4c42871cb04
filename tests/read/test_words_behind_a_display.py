"""Words behind a display: which go on with its sentence, and which begin something new."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

VERDICTS = ("proved", "refuted", "not understood")

SQUARE = r"(a + b)^2 = a^2 + b^2"
ROOT = r"\sqrt{b^2} = b"

BEHIND = [
    # a sentence that goes on says what its names are
    (f"We have\n$$ {ROOT} $$\nfor $b > 0$.", "proved"),
    (f"We have\n$$ {ROOT} $$\nwhere $b > 0$.", "proved"),
    (f"We have\n$$ {ROOT} . $$\nHere we assume $b > 0$.", "proved"),
    (f"我们有\n$$ {ROOT} $$\n当 $b > 0$ 时。", "proved"),
    ("We have\n$$ f'(x) = 2 x $$\nwhere $f(x) = x^2$.", "proved"),
    ("The square is\n$$ y^2 = 4 x^2 $$\nwith $y = 2 x$.", "proved"),
    # ledger dev-490: what begins behind it was heard for it, too
    (f"For all real $a$ and $b$ we obtain\n$$ {SQUARE} . $$\nNow let $b = 0$.", "refuted"),
    (f"For all real $a$ and $b$ we obtain\n$$ {SQUARE} . $$\nNext, we let $b = 0$.", "refuted"),
    (f"For all real $a$ and $b$ we obtain\n$$ {SQUARE} . $$\nWith $b = 0$ it is trivial.", "refuted"),
    (f"For all real $a$ and $b$ we obtain\n$$ {SQUARE} . $$\nWrite $b = 0$ to see it.", "refuted"),
    (f"We see\n$$ {SQUARE} $$\nso no term is left, and if we let $b = 0$, we are done.", "not understood"),
    (f"Let $b \\in \\mathbb R$. Then\n$$ {ROOT} . $$\nFrom now on let $b > 0$.", "not understood"),
    (f"我们有\n$$ {ROOT} 。 $$\n若 $b > 0$，一切都好。", "not understood"),
    ("Let $f(x) = x^2$. Then\n$$ f'(x) = 2 x . $$\nNow define $f(x) = x^3$.", "proved"),
    ("Let $a = 2$. Then\n$$ a^2 = 4 . $$\nLet now $a = 3$.", "proved"),
    # an author may say afterwards what was meant
    (f"Then\n$$ {SQUARE} $$\nLet $b = 0$.", "not understood"),
    ("We know\n$$ a^2 = 4 $$\nLet $a = 2$ here.", "not understood"),
    ("We have\n$$ f'(x) = 2 x $$\nDefine $f(x) = x^2$.", "not understood"),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_words_behind_a_display(text: str, expected: str, tmp_path: Path) -> None:
    assert [one for one in told(text, tmp_path) if one in VERDICTS] == [expected]
