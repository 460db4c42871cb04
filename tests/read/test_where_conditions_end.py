"""Conditions that belong to a formula, a sentence or a paragraph, and not to what stands behind them."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ROOT = r"$\sqrt{x^2} = x$"
ROWS = [
    # ledger dev-517: a condition right behind a claim is its own
    (f"We have {ROOT} for $x > 0$, and", "|x| = x", "not understood"),
    (f"We know that {ROOT} for $x > 0$; hence", "|x| = x", "not understood"),
    (rf"Clearly {ROOT} for $x \ge 0$, while", "|x| = x", "not understood"),
    (f"我们有 {ROOT} ($x > 0$)，并且", "|x| = x", "not understood"),
    (f"For $x > 0$ we have {ROOT}, and", "|x| = x", "proved"),
    (f"We have {ROOT} if $x > 0$, and", r"|x|^2 = x^2", "proved"),
    # ledger dev-518: what implies something is not said to hold; cases end where something is concluded
    ("$x > 0$ implies $|x| = x$. Also", "|x| = x", "not understood"),
    (r"$|x| = x$ requires $x \ge 0$. Then", "|x| = x", "not understood"),
    ("(i) $x > 0$: $|x| = x$. (ii) $x < 0$: $|x| = -x$. So", "|x| = -x", "not understood"),
    (
        "Assume first that $x > 0$. Then $|x| = x$. Assume next that $x < 0$. Then $|x| = -x$. Altogether",
        "|x| = -x",
        "not understood",
    ),
    ("Assume that $x > 0$. So", "|x| = x", "proved"),
    # ledger dev-519: one of two conditions
    (r"Let $x \ge 0$ or $y \ge 0$. Then", "|x| = x", "not understood"),
    (r"Assume that $x \ge 0$ or $y \ge 0$. Then", "|x| = x", "not understood"),
    (r"Let $x \ge 0$ and $y \ge 0$. Then", "|x| = x", "proved"),
    # ledger dev-520: what holds in a paragraph
    (
        "We assume $x > 0$ in this paragraph. So $|x| = x$.\n\nFurther down, we have",
        "|x| = x",
        "not understood",
    ),
    ("We assume $x > 0$ in this section. So $|x| = x$.\n\nFurther down, we have", "|x| = x", "proved"),
]


@pytest.mark.parametrize(("text", "claim", "status"), ROWS)
def test_where_conditions_end(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$$ {claim} $$", tmp_path)[-1] == status
