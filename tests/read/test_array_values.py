r"""Functions whose values are vectors or matrices: the order of factors matters, and shapes fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

MATRICES = [
    # ledger dev-573: whatever was said of their values, functions had numbers as values
    r"Let $A(t), B(t) \in \mathbb{R}^{n \times n}$.",
    r"The matrices $A(t)$ and $B(t)$ do not commute in general.",
    r"Let $A : \mathbb{R} \to \mathbb{R}^{n \times n}$ and $B : I \to V$ be smooth.",
    r"Let $A(t)$ be the Hamiltonian operator and $B(t)$ the density operator.",
    r"Consider the transfer matrices $A(t)$, $B(t)$.",
    r"The elementary rotations are combined.",
    r"Let $A(t) \in SO(3)$.",
    # ledger dev-591: what is said of something else in the same sentence
    r"The Jacobian $J(\theta)$ is an $n \times n$ matrix, and so is the smooth $A(t)$.",
    r"Here $J(t)$ is a matrix, as is $A(t)$.",
]


@pytest.mark.parametrize("text", MATRICES)
def test_values_of_matrices_do_not_commute(text: str, tmp_path: Path) -> None:
    assert told(f"{text} We have\n\n$$A(t) B(t) = B(t) A(t)$$", tmp_path)[-1] == "not understood"


PRODUCTS = [
    (r"Let $A(t) \in \mathbb{R}^{n \times n}$.", r"\frac{d}{dt} A(t)^2 = 2 A(t) A'(t)", "not understood"),
    (
        "Let $A(t)$ be a matrix.",
        r"\frac{d}{dt} e^{\int_0^t A(s) ds} = A(t) e^{\int_0^t A(s) ds}",
        "not understood",
    ),
    (r"Let $a(t) \in \mathbb{R}^3$.", r"\frac{a(t)}{a(t)} = 1", "not understood"),
    (r"The rotations are $R(\alpha)$.", r"R(\alpha) R(\beta) = R(\beta) R(\alpha)", "not understood"),
    (
        r"Let $\mathbf{r}(t)$ be smooth.",
        r"\mathbf{r}(t)^2 - 1 = (\mathbf{r}(t) - 1)(\mathbf{r}(t) + 1)",
        "not understood",
    ),
    # sums of values with numbers before them hold of arrays, too, where their shapes fit
    (r"Let $A(t), B(t) \in \mathbb{R}^{n \times n}$.", "A(t) + B(t) = B(t) + A(t)", "proved"),
    (
        r"Let $A(t) \in \mathbb{R}^{n \times n}$ and $B(t) \in \mathbb{R}^{p \times q}$.",
        "A(t) + B(t) = B(t) + A(t)",
        "not understood",
    ),
    # of numbers nothing changes
    ("Let $f$ and $g$ be functions.", "f(x) g(x) = g(x) f(x)", "proved"),
    (r"Let $A(t) \in \mathbb{R}$ and $B(t) \in \mathbb{R}$.", "A(t) B(t) = B(t) A(t)", "proved"),
    (r"Let $f : \mathbb{R}^n \to \mathbb{R}$.", "f(x)^2 - 1 = (f(x) - 1)(f(x) + 1)", "proved"),
    ("Let $f(x)$ be a function of the vector $x$.", "f(x)^2 - 1 = (f(x) - 1)(f(x) + 1)", "proved"),
]


@pytest.mark.parametrize(("text", "formula", "expected"), PRODUCTS)
def test_what_is_linear_in_the_values_holds_of_arrays(
    text: str, formula: str, expected: str, tmp_path: Path
) -> None:
    assert told(f"{text} Then\n\n$${formula}$$", tmp_path)[-1] == expected


SETTLED = [
    r"let $A(t) \in \mathbb{R}$; let $B(t) \in \mathbb{R}$",
    r"$A(t), B(t) \in \mathbb{R}$",
    r"$A, B: \mathbb{R} \to \mathbb{R}$",
]


@pytest.mark.parametrize("annotation", SETTLED)
def test_an_annotation_says_that_values_are_numbers(annotation: str, tmp_path: Path) -> None:
    text = f"The matrix functions are wanted.\n\n<!-- vd: {annotation} -->\n\n$$A(t) B(t) = B(t) A(t)$$"
    assert told(text, tmp_path)[-1] == "proved"
