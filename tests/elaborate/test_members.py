"""Vectors x_i that nobody declared, and shapes that a paragraph behind a display gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> str:
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    *_, step = check_documents(read_paths([str(path)]), seconds=5).steps()
    return str(step.status)


LOGISTIC = r"""
Let $\sigma(t) = \frac{1}{1 + e^{-t}}$ and

$$
\ell(w) = \sum_{i=1}^n \left[ y_i \log \sigma(w^\top x_i) + (1 - y_i) \log (1 - \sigma(w^\top x_i)) \right].
$$

Then
"""
LEAST = r"Let $L = \sum_{i=1}^n (w^\top x_i - y_i)^2$."
EARLIER = "Let $x \\in \\mathbb{R}^d$, and $y \\in \\mathbb{R}$.\n\n# Samples\n\n"

ROWS = [
    (LOGISTIC, r"\nabla_w \ell = \sum_{i=1}^n (y_i - \sigma(w^\top x_i)) x_i", "proved"),
    (LOGISTIC, r"\nabla_w \ell = \sum_{i=1}^n (y_i + \sigma(w^\top x_i)) x_i", "refuted"),
    (
        LOGISTIC,
        r"\nabla_w^2 \ell = -\sum_{i=1}^n \sigma(w^\top x_i) (1 - \sigma(w^\top x_i)) x_i x_i^\top",
        "proved",
    ),
    (LEAST, r"\nabla_w L = 2 \sum_{i=1}^n (w^\top x_i - y_i) x_i", "proved"),
    (LEAST, r"\nabla_w L = \sum_{i=1}^n (w^\top x_i - y_i) x_i", "refuted"),
    (EARLIER + LEAST, r"\nabla_w L = 2 \sum_{i=1}^n (w^\top x_i - y_i) x_i", "proved"),
    ("", r"\operatorname{tr} \sum_{i=1}^n x_i x_i^\top = \sum_{i=1}^n x_i^\top x_i", "proved"),
    # unit vectors
    ("", r"\sum_{i=1}^n (w^\top e_i) (e_i^\top e_i) = \sum_{i=1}^n w^\top e_i", "not understood"),
    ("Let $u_i$ be unit vectors.", r"\sum_i (w^\top u_i) u_i^\top u_i = \sum_i w^\top u_i", "not understood"),
    # a name that stands there by itself, too, has entries
    ("", r"\sum_{i=1}^n w^\top x_i = n w^\top x", "not understood"),
]


@pytest.mark.parametrize(("before", "formula", "verdict"), ROWS)
def test_what_stands_behind_a_transposed_vector_is_one(
    before: str, formula: str, verdict: str, tmp_path: Path
) -> None:
    assert last(f"{before}\n\n$${formula}$$", tmp_path) == verdict


NETWORK = r"""
$$z = W x + b, \qquad L = v^\top \tanh(z)$$

{where}

$$\frac{\partial L}{\partial b} = v \odot (1 - \tanh(z) \odot \tanh(z))$$
"""


def test_a_paragraph_behind_a_display_says_what_stands_there(tmp_path: Path) -> None:
    shapes = r"$x \in \mathbb{R}^d$, $W \in \mathbb{R}^{m \times d}$ and $b, v \in \mathbb{R}^m$."
    assert last(NETWORK.replace("{where}", f"where {shapes}"), tmp_path) == "proved"


def test_a_size_that_is_not_known_is_told_by_its_array(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("$$h = \\tanh(z)$$\n\n$$v^\\top h + 1 = v^\\top + 1$$\n", encoding="utf-8")
    reasons = [s.verdict.reason for s in check_documents(read_paths([str(path)])).steps() if s.verdict]
    assert reasons
    assert not any("?" in reason for reason in reasons)


def test_a_function_without_its_argument_is_told_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("We have $\\tanh' = 1 - \\tanh^2$.\n", encoding="utf-8")
    (step,) = check_documents(read_paths([str(path)])).steps()
    assert step.verdict is not None
    assert "stands without an argument" in step.verdict.reason
