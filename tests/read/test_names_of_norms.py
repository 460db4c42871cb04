r"""The F below a norm says which norm it is: no F of the text is meant by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SHAPES = r"Let $A, B \in \mathbb{R}^{n \times m}$. "

HOLDS = [
    (r"Put $L = \frac12 \|A - B\|_F^2$. Then", r"\frac{\partial L}{\partial A} = A - B"),
    (r"Put $L = \frac12 \lVert A - B \rVert_{\mathrm{F}}^2$. Then", r"\frac{\partial L}{\partial A} = A - B"),
    (r"Put $L = \frac12 \|A - B\|_{\text{F}}^2$. Then", r"\frac{\partial L}{\partial A} = A - B"),
    # the text has an F of its own
    (r"Let $F = 3$. Then", r"\|A\|_F^2 = \operatorname{tr}(A^\top A)"),
    (r"Let $F(t) = t^2$. Then", r"\|A\|_F^2 = \operatorname{tr}(A^\top A)"),
    (r"Let $F \in \mathbb{R}^{n \times n}$. Then", r"\|F\|_F^2 = \operatorname{tr}(F F^\top)"),
]
FAILS = [
    (r"Put $L = \frac12 \|A - B\|_F^2$. Then", r"\frac{\partial L}{\partial A} = A + B"),
    (r"Let $F = 3$. Then", r"\|A\|_F^2 = \operatorname{tr}(A)^2 + 1"),
    (r"Let $A, B \in \mathbb{R}^{3 \times 3}$ and $F = 3$. Then", r"\|A\|_F^3 = \operatorname{tr}(A^\top A)"),
]
NOT_READ = [
    # other norms of matrices, and norms that belong to a matrix
    r"\|A\|_{op}^2 = \operatorname{tr}(A^\top A)",
    r"\|A\|_2^2 = \operatorname{tr}(A^\top A)",
    r"\|A\|_*^2 = \operatorname{tr}(A^\top A)",
    r"\|A\|_\infty^2 = \operatorname{tr}(A^\top A)",
    r"\|A\|_{\hat F}^2 = \operatorname{tr}(A^\top A)",
    r"\|A\|_{\mathcal F}^2 = \operatorname{tr}(A^\top A)",
    r"\|A\|_M^2 = \operatorname{tr}(A^\top A)",
]


@pytest.mark.parametrize(("before", "formula"), HOLDS)
def test_a_frobenius_norm_needs_no_declaration_of_an_f(before: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{SHAPES}{before}\n\n$$ {formula}. $$", tmp_path)[-1] == "proved"


@pytest.mark.parametrize(("before", "formula"), FAILS)
def test_what_is_wrong_about_it_is_refuted(before: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{SHAPES}{before}\n\n$$ {formula}. $$", tmp_path)[-1] in ("refuted", "ill-formed")


@pytest.mark.parametrize("formula", NOT_READ)
def test_other_norms_of_matrices_are_not_taken_for_it(formula: str, tmp_path: Path) -> None:
    assert told(f"{SHAPES}Then\n\n$$ {formula}. $$", tmp_path)[-1] == "not understood"
