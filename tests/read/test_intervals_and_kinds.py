r"""Declarations by intervals with \pi in them, and of matrices that are positive definite."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

INTERVALS = [
    (r"Let $t \in (-\pi, \pi)$.", r"\sqrt{\cos^2(t/2)} = \cos(t/2)", "proved"),
    (r"Let $t \in (-\pi, \pi)$.", r"\sqrt{\sin^2(t/2)} = \sin(t/2)", "refuted"),
    (r"Let $t \in [0, 2\pi)$.", r"\sqrt{\sin^2(t/2)} = \sin(t/2)", "proved"),
    (r"For $t \in \left(0, \frac{\pi}{2}\right)$ we have", r"|\cos t| = \cos t", "proved"),
    (r"Let $t \in (-\infty, -\pi]$.", r"|t| = -t", "proved"),
    # another t: what was said of it is over, also in other words
    (
        "Let $t \\in [0, 2\\pi)$.\n\n# B\n\nLet $t \\in \\mathbb R$.",
        r"\sqrt{\sin^2(t/2)} = \sin(t/2)",
        "refuted",
    ),
    (
        "Let $t \\in (-\\pi, \\pi)$.\n\n# B\n\nLet $t \\in [0, 2\\pi)$.",
        r"\sqrt{\sin^2(t/2)} = \sin(t/2)",
        "proved",
    ),
    # that t is real says nothing new of it: no refutation from outside of the interval
    (
        r"Let $t \in (-\pi, \pi)$. Since $t \in \mathbb R$, we have",
        r"|\cos(t/2)| = \cos(t/2)",
        "not understood",
    ),
    # ledger dev-319: said of a case or of one sentence; these were proved
    (r"If $t \in [0, \pi]$, all is easy. In general,", r"|t| = t", "not understood"),
    (r"If $t \in (0, 1)$, all is easy. In general,", r"|t| = t", "not understood"),
    (r"The integral over $t \in [0, \pi]$ is easy. Also", r"\sqrt{1 - \cos^2 t} = \sin t", "not understood"),
    (r"Draw the curve for $t \in [0, 1]$. Outside of the picture", r"|t| = t", "not understood"),
    (r"If $t \in [0, \pi]$, then", r"|t| = t", "proved"),
    # ends of which nothing is known
    (r"Let $t \in (a, b)$.", r"|t| = t", "not understood"),
]


@pytest.mark.parametrize(("before", "formula", "verdict"), INTERVALS)
def test_intervals_with_constants_as_ends(before: str, formula: str, verdict: str, tmp_path: Path):
    assert told(f"{before}\n\n$${formula}$$", tmp_path)[-1] == verdict


A = r"Let $x \in \mathbb R^n$. Let $A \in \mathbb R^{n \times n}$ be"

KINDS = [
    (f"{A} symmetric positive definite.", r"x^\top A x \ge 0", "proved"),
    (f"{A} symmetric and positive definite.", r"(A^{-1})^\top = A^{-1}", "proved"),
    (f"{A} symmetric positive definite.", r"\det A > 0", "proved"),
    (f"{A} symmetric positive definite.", r"\nabla_x (x^\top A x) = A x", "refuted"),
    # a positive definite matrix need not be meant to be symmetric, but has an inverse
    (f"{A} positive definite.", r"A^\top = A", "not understood"),
    (f"{A} positive definite.", r"A^{-1} A = I", "proved"),
    # a semidefinite one has none; nothing is refuted that may hold for it
    (f"{A} symmetric positive semidefinite.", r"A^\top = A", "proved"),
    (f"{A} positive semidefinite.", r"x^\top A x \ge 0", "not understood"),
    # ledger dev-320: taken back; these were proved
    (f"{A} symmetric.\n\n# Without symmetry\n\nThen", r"A^\top A = A A^\top", "not understood"),
    (f"{A} symmetric. Dropping this,", r"A^\top = A", "not understood"),
    # declared anew
    (
        f"{A} symmetric positive definite.\n\n# B\n\nLet $A \\in \\mathbb R^{{n \\times n}}$.",
        r"(A^{-1})^\top = A^{-1}",
        "not understood",
    ),
]


@pytest.mark.parametrize(("before", "formula", "verdict"), KINDS)
def test_kinds_of_matrices(before: str, formula: str, verdict: str, tmp_path: Path):
    assert told(f"{before}\n\n$${formula}$$", tmp_path)[-1] == verdict


DENSITY = r"Let $f(t) = \lambda e^{-\lambda t}$ for $t \ge 0$, with $\lambda > 0$."

WITHIN = [
    (r"\int_0^\infty f(t)\,dt = 1", "proved"),
    (r"\int_0^\infty t f(t)\,dt = \frac{1}{\lambda}", "proved"),
    (r"\int_{-1}^1 f(t)\,dt = e^\lambda - e^{-\lambda}", "not understood"),
    (r"f(-1) = \lambda e^\lambda", "not understood"),
    (r"f(2) = \lambda e^{-2\lambda}", "proved"),
]


@pytest.mark.parametrize(("formula", "verdict"), WITHIN)
def test_a_definition_under_a_condition_is_in_force_where_it_holds(
    formula: str, verdict: str, tmp_path: Path
):
    assert told(f"{DENSITY}\n\n$${formula}$$", tmp_path)[-1] == verdict
