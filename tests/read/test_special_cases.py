"""Special cases that words name without a formula, and matrices that are taken apart as in most texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

LINE = "Let $f(x) = ax + b$."
COST = "Let $C(q) = F + cq$."
RECTANGLE = "A rectangle with sides $a$ and $b$ has area $A = ab$ and perimeter $P = 2a + 2b$."
NORMAL = r"Let $f(x) = \frac{1}{\sigma\sqrt{2\pi}} e^{-(x-\mu)^2/(2\sigma^2)}$"
ROWS = [
    # ledger dev-510: words for special cases
    (r"A photon is massless. With $E^2 = p^2c^2 + m^2c^4$ we get", "E^2 = p^2 c^2", "not understood"),
    (f"{LINE} Lines through the origin have", "f(2x) = 2f(x)", "not understood"),
    ("Consider a horizontal line $f(x) = ax + b$. Then", "f(2x) = f(x)", "not understood"),
    ("Let $f(x) = ax + b$ be linear. Then", "f(x + y) = f(x) + f(y)", "not understood"),
    ("Let $f(x) = ax$ be increasing. Then", "|a| = a", "not understood"),
    (f"{LINE} In full", "f(2x) = 2f(x)", "refuted"),
    (f"{COST} In the long run there are no fixed costs:", "C(2q) = 2C(q)", "not understood"),
    (f"{COST} Fixed costs are zero. So", "C(2q) = 2C(q)", "not understood"),
    (f"{COST} So", "C(2q) = 2C(q)", "refuted"),
    (f"{RECTANGLE} For a square,", "P^2 = 16 A", "not understood"),
    (f"{RECTANGLE}\n\n## Squares\n\nWe have", "P^2 = 16 A", "not understood"),
    (f"{RECTANGLE} We have", "P^2 = 4a^2 + 4b^2", "refuted"),
    (r"Let $J = L + \lambda w^2$. Without regularization", "2J = 2L", "not understood"),
    (f"{NORMAL}. For the standard normal,", "f'(x) = -x f(x)", "not understood"),
    (f"{NORMAL}. Hence", "f'(x) = -x f(x)", "refuted"),
    (f"{NORMAL}. The derivative is set to zero below. Hence", "f'(x) = -x f(x)", "refuted"),
    ("设 $f(x) = ax + b$，它的图像过原点。于是", "f(2x) = 2f(x)", "not understood"),
    ("Let $P = 2(a+b)$. The width is half the length. So", "P/6 = a", "not understood"),
    (r"Let $p = 1-(1-q)^n$. For a single trial,", "2p = 2q", "not understood"),
    (r"Let $\mu = \frac{mM}{m+M}$. Bodies of the same mass have", r"2\mu = m", "not understood"),
    # ledger dev-554: more of these words
    (
        r"Let $y = v_0 t - \frac12 g t^2$. The ball is dropped from rest. Then",
        r"\frac{dy}{dt} = -gt",
        "not understood",
    ),
    ("Let $p(t) = p_0 + p_1 t$. If prices are stable, then", "p(2t) = p(t)", "not understood"),
    ("Let $f(x) = ax^2 + bx + c$. Its vertex lies on the y-axis. Then", "f(-x) = f(x)", "not understood"),
    # what is said of a function leaves its values at numbers alone
    (r"The function $f(x) = x^2$ is convex. Then", "f'(x) = 3x", "refuted"),
    # ledger dev-511: values that words change
    ("Let $p = 0.3$ and $n = 10$. If $p$ is doubled, then", "np = 6", "not understood"),
    ("Let $p = 0.3$ and $n = 10$. Then", "np = 6", "refuted"),
    # ledger dev-521: what a rule gives
    ("The trapezoid rule gives", r"\int_0^1 x^2 dx = \frac12", "not understood"),
    ("One Newton step from $x = 1$ gives", r"\sqrt2 = 1.5", "not understood"),
    ("The product rule gives", r"\frac{d}{dx}(x e^x) = e^x", "refuted"),
    # ledger dev-512: matrices that are taken apart
    ("Let $A = QR$ be the QR decomposition. Then", r"A^\top A = R^\top R", "not understood"),
    (r"Let $A = Q\Lambda Q^\top$. Then", r"A^2 = Q\Lambda^2 Q^\top", "not understood"),
    (r"Let $A = U\Sigma V^\top$. Then", r"A^{-1} = V\Sigma^{-1}U^\top", "not understood"),
    (r"Let $Q \in \mathbb R^{n \times n}$ be any matrix and $P = QQ^\top$. Then", "P^2 = 2P", "refuted"),
]


@pytest.mark.parametrize(("text", "claim", "status"), ROWS)
def test_special_cases(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$$ {claim} $$", tmp_path)[-1] == status
