"""Arguments of functions that are not what the text finds, or supposes, them to be; products of operators."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

LOSS = r"Let $L(w) = \|Xw - y\|^2$."
ROWS = [
    # ledger dev-513: a gradient is one at any argument, not at the solution
    (
        rf"{LOSS} Setting the gradient to zero gives $w = (X^\top X)^{{-1}}X^\top y$.",
        r"\nabla L(w) = X^\top(Xw - y)",
        "",
    ),
    ("Let $L(w) = (xw - y)^2$. The minimizer is $w = y/x$. The derivative is", "L'(w) = x(xw - y)", ""),
    (
        "Let $L(w) = (xw - y)^2$. The minimizer is $w = y/x$. The derivative is",
        "L'(w) = 2x(xw - y)",
        "proved",
    ),
    (r"Let $v = \sqrt{2gh}$. The kinetic energy is $T(v) = \frac12 mv^2$. So", "T(v) = mgh", "proved"),
    # ledger dev-514: what is called a function has any argument
    (r"Let $x$ be positive. Consider the map $f:\mathbb R\to\mathbb R$, $f(x) = |x|$. Then", "f(x) = x", ""),
    ("Let $x > 0$. Then $|x| = x$. Let us now look at the function $g(x) = |x|$. We have", "g(x) = x", ""),
    (r"For $x > 0$ we have $\sqrt{x^2} = x$. The graph of $\sqrt{x^2}$ is a V. So", r"\sqrt{x^2} = x", ""),
    (r"Let $x > 0$. The function $g(x) = \ln x$ has", "g(x^2) = 2 g(x)", "proved"),
    ("Let $x > 0$ and let $g(x) = |x|$. Then", "g(x) = x", "proved"),
    # ledger dev-515: operators
    ("The number operator is $N = a^\\dagger a$. Now", r"a^\dagger a = a a^\dagger", ""),
    ("We have", r"a^\dagger a = a a^\dagger - 1", ""),
    (r"Let $H = \frac{p^2}{2m} + \frac12 m\omega^2 x^2$. Then", "xH = Hx", ""),
    ("Thus", r"\sigma_x \sigma_y = -\sigma_y \sigma_x", ""),
    ("Thus", r"\theta_1 \theta_2 = -\theta_2 \theta_1", ""),
    (r"Let $A, B \in \mathbb R^{n \times n}$. Then", "AB = -BA", "refuted"),
    # ledger dev-516: the letter e, of which the text says what it is
    ("Let $e = 0.5$ be the eccentricity. Then", r"\ln e = 1", ""),
    ("The electron has the charge $e$. Then", r"\ln e = 1", ""),
    ("Here $e$ is Euler's number. Then", r"\ln e = 1", "proved"),
]


@pytest.mark.parametrize(("text", "claim", "status"), ROWS)
def test_any_argument(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$$ {claim} $$", tmp_path)[-1] == (status or "not understood")
