"""Cases that a text leaves again, "for all $y$" and "always" behind a formula; notes at frames; iterates."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

CASE = "If $y = 2x$, then $x + y = 3x$."
SIGN = "If $x > 0$, then $|x| = x$."
ROWS = [
    # ledger dev-530: words behind a formula that say that it holds whatever the case
    (f"{CASE} Hence $x + y = 3x$ always.", ["proved", "not understood"]),
    (f"{CASE} Thus $x + y = 3x$ in all cases.", ["proved", "not understood"]),
    (f"{CASE} Thus $x + y = 3x$ for every $y$.", ["proved", "not understood"]),
    (f"{CASE} The identity $x + y = 3x$ holds for all $y$.", ["proved", "not understood"]),
    (f"{CASE} So\n$$x + y = 3x$$\nfor all $x, y$.", ["proved", "not understood"]),
    (f"{SIGN} Hence $|x| = x$ always.", ["proved", "not understood"]),
    (f"{SIGN} The identity $|x| = x$ holds for all $x$.", ["proved", "not understood"]),
    ("如果 $x > 0$，则 $|x| = x$。所以 $|x| = x$ 恒成立。", ["proved", "not understood"]),
    (f"{CASE} Hence $x + y = 3x$.", ["proved", "proved"]),
    (f"{SIGN} We see $2|x| = 2x$ for all $x > 0$.", ["proved", "proved"]),
    ("Let $x$ be positive. Then $|x| = x$ holds for every $x$.", ["proved"]),
    ("Let $x > 0$ and $y > 0$. Then $|xy| = xy$ for all such $x$ and $y$.", ["proved"]),
    ("Let $q = 1 - p$. Then $p + q = 1$ always.", ["proved"]),
    # ledger dev-531: what the sentence itself has said of a name that it introduces for all values
    (
        "If $y = 2x$, then $x + y = 3x$, and for every other $y$ we have $x + y = 3x$ too.",
        ["proved", "not understood"],
    ),
    (
        "If $y = 2x$, then $x + y = 3x$. In fact, for all $x, y$,\n$$x + y = 3x.$$",
        ["proved", "not understood"],
    ),
    # ledger dev-535: another case within the sentence, whose equation is not taken in
    ("If $y = 2x$, then $x + y = 3x$ (and if $y = x$, then $x + y = 3x$).", ["proved", "not understood"]),
    (
        "If $t = 0$ then $e^t = 1$, and if $t = 1$ then $e^t = e$. Also $e^t = 1$.",
        ["proved", "not understood", "not understood"],
    ),
    # what has a condition in brackets is no function of names
    ("Let $p(x | y) = p(x) = 1$.", []),
    # ledger dev-532: notes that say where a framed statement holds, or that ask
    (r"$$\underbrace{x + x = 3x}_{x = 0}$$", ["not understood"]),
    (r"$$\underbrace{x^2 = x}_{x = 1}$$", ["not understood"]),
    (r"$$\underbrace{\sin x = x}_{x \to 0}$$", ["not understood"]),
    (r"$$\overbrace{x + x = 3x}^{?}$$", ["not understood"]),
    (r"$$\underbrace{x + x = 3x}_{(1)}$$", ["refuted"]),
    (r"$$\underbrace{x + x = 2x}_{x = 0}$$", ["proved"]),
    # ledger dev-533: a line above a statement denies it
    (r"$$\overline{x + x = 2x}$$", []),
    (r"$$\overline{x + x = 3x}$$", []),
    (r"$$\underline{x + x = 3x}$$", ["refuted"]),
    # ledger dev-534: superscripts of iterates
    (r"Let $f(x) = (x-1)^2$. With gradient descent $x^{k+1} = x^k - \frac12 f'(x^k)$.", ["not understood"]),
    (r"Let $f(x) = (x-1)^2$. Then $$x^{k+1} = x^k - \frac12 f'(x^k).$$", ["not understood"]),
    ("The recursion is $y^{n+1} = y^n + 2$.", ["not understood"]),
    ("$$x^{n+1} = x^n + x$$", ["refuted"]),
    ("$$x^{n+1} = x x^n$$", ["proved"]),
    ("$$e^{n+1} = 2 e^n$$", ["refuted"]),
    ("$$(1+r)^{n+1} = (1+r)^n + r$$", ["refuted"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_said_of_all_values(tmp_path: Path, text: str, expected: list[str]):
    claims = [
        one for one in told(text, tmp_path) if one not in ("condition", "definition", "cases", "restriction")
    ]
    assert claims == expected
