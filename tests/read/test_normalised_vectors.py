r"""Vectors whose entries are said to add up to 1: softmax with cross-entropy, as course notes write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SOFTMAX = r"Let $a_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$ and $L = -\sum_i y_i \log a_i$"
CLAIM = r"$$\frac{\partial L}{\partial z_j} = a_j - y_j$$"

SAID = [
    (rf"{SOFTMAX}, where $\sum_i y_i = 1$. Then", "proved"),
    (rf"{SOFTMAX}. The targets satisfy $\sum_i y_i = 1$." + "\n\nWe get", "proved"),
    (rf"{SOFTMAX} for a label vector $y$ with $y_i \ge 0$ and $\sum_i y_i = 1$." + "\n\nThen", "proved"),
    (rf"The label $y$ is one-hot. {SOFTMAX}.", "proved"),
    (rf"Let $y$ be a one-hot vector. {SOFTMAX}.", "proved"),
    (rf"Take the one-hot encoded label $y$. {SOFTMAX}.", "proved"),
    (rf"{SOFTMAX} with a probability vector $y$. Then", "proved"),
    (rf"{SOFTMAX}." + "\n\n<!-- vd: assume $\\sum_k y_k = 1$ -->", "proved"),
    # of a case, wanted, denied, or never said
    (rf"{SOFTMAX}." + "\n\nIn general", "not understood"),
    (rf"{SOFTMAX}. If $\sum_i y_i = 1$, it is simpler." + "\n\nIn general", "not understood"),
    (rf"{SOFTMAX}, where $y$ is not one-hot." + "\n\nThen", "not understood"),
    # ledger dev-304: it was assumed all the same, and proved
    (rf"{SOFTMAX}. We do not assume that $\sum_i y_i = 1$." + "\n\nThen", "not understood"),
    (rf"{SOFTMAX}, where $\sum_i y_i = 1$ is not assumed." + "\n\nThen", "not understood"),
    (rf"{SOFTMAX}. We want weights such that $\sum_i y_i = 1$." + "\n\nThen", "not understood"),
    # it is another vector from here on
    (rf"{SOFTMAX}, where $\sum_i y_i = 1$." + "\n\n# B\n\nLet $y \\in \\mathbb R^K$.", "not understood"),
]


@pytest.mark.parametrize(("before", "verdict"), SAID)
def test_softmax_with_cross_entropy(before: str, verdict: str, tmp_path: Path):
    assert told(f"{before}\n\n{CLAIM}", tmp_path)[-1] == verdict


def test_a_slip_is_refuted_by_a_vector_whose_entries_add_up(tmp_path: Path):
    before = r"Let $z, y \in \mathbb R^K$ with $\sum_i y_i = 1$, $a = \operatorname{softmax}(z)$,"
    claim = r"$$\frac{\partial L}{\partial z_j} = y_j - a_j$$"
    assert told(rf"{before} $L = -\sum_i y_i \log a_i$. Then" + f"\n\n{claim}", tmp_path)[-1] == "refuted"
