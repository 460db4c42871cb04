"""Quantities that answer to others though no formula says so, and names that another section declares."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ANSWERING = [
    # ledger dev-500: a demand answers to the price
    (r"The revenue is $pq$, where $q$ is the demand.", r"\frac{d}{dp}(pq) = q", "not understood"),
    (r"Demand is $q$. Revenue is $R = pq$.", r"\frac{dR}{dp} = q", "not understood"),
    (r"The revenue is $R = pq$ with price $p$ and quantity $q$.", r"\frac{dR}{dp} = q", "not understood"),
    (r"收入为 $R = pq$，其中 $q$ 是需求量。则", r"\frac{dR}{dp} = q", "not understood"),
    (r"Demand is $q = a - bp$, so the revenue is $R = pq$.", r"\frac{dR}{dp} = a - 2bp", "proved"),
    (r"The cost is $C = wL$ where $L$ is labour.", r"\frac{dC}{dw} = L", "proved"),
    # ledger dev-501: quantities that together make up something fixed
    (r"A rectangle has perimeter 20 and sides $a$ and $b$.", r"\frac{d}{da}(ab) = b", "not understood"),
    (r"The area is $A = ab$. The perimeter is fixed.", r"\frac{dA}{da} = b", "not understood"),
    (
        r"Its height is fixed by $r$. The volume is $V = \pi r^2 h$.",
        r"\frac{dV}{dr} = 2\pi r h",
        "not understood",
    ),
    (r"There are $100$ m of fence. The area is $A = xy$.", r"\frac{dA}{dx} = y", "not understood"),
    (r"The point $(x, y)$ lies on the unit circle.", r"\frac{d}{dx}(xy) = y", "not understood"),
    (r"矩形的周长固定，边长为 $a$ 和 $b$，面积 $A = ab$。则", r"\frac{dA}{da} = b", "not understood"),
    (r"The volume is $V = \pi r^2 h$.", r"\frac{dV}{dr} = 2\pi r h", "proved"),
    # ledger dev-502: a loss, or a prediction, answers to the parameters
    (
        r"Let $J = L + \frac{\lambda}{2} w^2$ be the regularized loss.",
        r"\frac{dJ}{dw} = \lambda w",
        "not understood",
    ),
    (
        r"The loss is $L = C + \lambda w^2$, where $C$ is the data loss.",
        r"\frac{\partial L}{\partial w} = 2\lambda w",
        "not understood",
    ),
    (
        r"The loss is $L = (y - t)^2 + \lambda w^2$, where $y$ is the prediction.",
        r"\frac{\partial L}{\partial w} = 2\lambda w",
        "not understood",
    ),
    (r"The loss is $L = (y - t)^2$ and $y = wx$.", r"\frac{dL}{dw} = 2(y - t)x", "proved"),
    (r"The loss is $L = (y - t)^2$.", r"\frac{dL}{dy} = 2(y - t)", "proved"),
    (r"The loss is $L = (y - t)^2$.", r"\frac{dL}{dy} = (y - t)", "refuted"),
]

RATES = "# Rates\n\nLet $\\lambda > 0$ be the rate.\n\n"
LABELS = "Let $y \\in \\{0, 1\\}$.\n\nSo $y^2 = y$.\n\n"
SECTIONS = [
    # ledger dev-503: a definition of another section takes in a name
    (
        RATES + r"# Lagrange" + "\n\n" + r"Let $L = f + \lambda g$. Then",
        r"|\lambda| = \lambda",
        "not understood",
    ),
    (
        RATES + "# Lagrange\n\nLet\n\n$$ L = f + \\lambda g. $$\n\nThen",
        r"|\lambda| = \lambda",
        "not understood",
    ),
    (RATES + r"# Lagrange" + "\n\n" + r"Let $L = f + \lambda g$. Then", r"L - f = \lambda g", "proved"),
    (
        RATES + r"# Lagrange" + "\n\n" + r"Let $L = f + \lambda g$ with $\lambda > 0$. Then",
        r"|\lambda| = \lambda",
        "proved",
    ),
    (RATES + r"## Below" + "\n\n" + r"Let $L = f + \lambda g$. Then", r"|\lambda| = \lambda", "proved"),
    (
        RATES.replace("Rates", "Notation") + "# Lagrange\n\nLet $L = f + \\lambda g$. Then",
        r"|\lambda| = \lambda",
        "proved",
    ),
    (
        RATES.replace("Let", "Throughout, let") + "# Lagrange\n\nLet $L = f + \\lambda g$. Then",
        r"|\lambda| = \lambda",
        "proved",
    ),
    # ledger dev-504: labels that are coded in another way
    (LABELS + "## Margins\n\nWith labels $-1$ and $1$", "y^2 = y", "not understood"),
    (LABELS + "## Margins\n\nHere the labels are $\\pm 1$.", "y^2 = y", "not understood"),
    (LABELS + "With labels $-1$ and $1$", "y^2 = y", "not understood"),
    (LABELS + "## 支持向量机\n\n标签取 $-1$ 和 $+1$，则", "y^2 = y", "not understood"),
    (LABELS + "## More\n\nThe labels $y \\in \\{0, 1\\}$ give", "y^2 = y", "proved"),
    (LABELS + "## More\n\nHence", "y^2 = y", "proved"),
    (LABELS + "## More\n\nHence", "(y + 1)^2 = y^2 + 1", "refuted"),
]


@pytest.mark.parametrize(("text", "claim", "status"), ANSWERING + SECTIONS)
def test_quantities_that_answer(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$$ {claim} $$", tmp_path)[-1] == status
