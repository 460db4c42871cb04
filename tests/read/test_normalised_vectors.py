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
    # ledger dev-317: said of others, or of some; these were proved
    (
        rf"{SOFTMAX}. In the first part, $y$ is a one-hot vector. In the second part $y$ counts words.\n",
        "not understood",
    ),
    (rf"{SOFTMAX}. It is a myth that $y$ is a one-hot vector." + "\n\nThen", "not understood"),
    (
        rf"{SOFTMAX}. Kim's paper has labels such that $\sum_k y_k = 1$. Ours are arbitrary.\n",
        "not understood",
    ),
    (rf"{SOFTMAX}. This differs from the setting where $\sum_k y_k = 1$." + "\n\nThen", "not understood"),
    (rf"{SOFTMAX}. We drop the restriction to those with $\sum_k y_k = 1$." + "\n\nThen", "not understood"),
    (
        rf"{SOFTMAX}, where $\sum_k y_k = 1$ was assumed in the last chapter only." + "\n\nThen",
        "not understood",
    ),
    # it is another vector from here on
    (
        rf"{SOFTMAX}. Here $y$ is a one-hot vector." + "\n\n## Counts\n\nNow $y$ has several ones.",
        "not understood",
    ),
    (rf"{SOFTMAX}, where $\sum_i y_i = 1$." + "\n\n# B\n\nLet $y \\in \\mathbb R^K$.", "not understood"),
]


@pytest.mark.parametrize(("before", "verdict"), SAID)
def test_softmax_with_cross_entropy(before: str, verdict: str, tmp_path: Path):
    assert told(f"{before}\n\n{CLAIM}", tmp_path)[-1] == verdict


OTHERS = [
    # ledger dev-318: what is numbered, or from where, is another thing; these were proved
    r"Let $y$ be a one-hot vector. Let $y_k$ be the label of example $k$. $$\sum_k y_k = 1$$",
    r"Let $p$ be a probability vector. Let $p_i$ be the number of successes. $$\sum_i p_i = 1$$",
    r"Let $p$ be a probability vector, for example over $0, 1, \dots, n$. $$\sum_{k=1}^n p_k = 1$$",
    r"Let $y$ be one-hot, indexed from zero, as in Python. $$\sum_{k=1}^n y_k = 1$$",
    r"A probability vector $p$ has $p_0 > 0$ here. $$\sum_{k=1}^n p_k = 1$$",
]


@pytest.mark.parametrize("text", OTHERS)
def test_entries_that_may_be_others_do_not_add_up(text: str, tmp_path: Path):
    assert told(text, tmp_path)[-1] == "not understood"


def test_a_slip_is_refuted_by_a_vector_whose_entries_add_up(tmp_path: Path):
    before = r"Let $z, y \in \mathbb R^K$ with $\sum_i y_i = 1$, $a = \operatorname{softmax}(z)$,"
    claim = r"$$\frac{\partial L}{\partial z_j} = y_j - a_j$$"
    assert told(rf"{before} $L = -\sum_i y_i \log a_i$. Then" + f"\n\n{claim}", tmp_path)[-1] == "refuted"
