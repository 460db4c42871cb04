"""Definitions of arrays, entries and random quantities in documents, in force below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Kind
from verify_derivations.read.paths import read_paths


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def last(text: str) -> str:
    """What becomes of the last statement of a text."""
    Path("notes.md").write_text(text, encoding="utf-8")
    result = list(check_documents(read_paths(["notes.md"]), seconds=5).steps())[-1]
    return str(result.status or result.step.kind)


LAYER = r"Let $W \in \mathbb{R}^{n \times m}$, $x \in \mathbb{R}^m$, $b \in \mathbb{R}^n$ and $z = W x + b$."
MEAN = r"Let $\bar{y} = \frac{1}{n} \sum_{i=1}^n y_i$ and $e_i = y_i - \bar{y}$."
RESIDUAL = r"Let $u = \hat{y} - q$ with $\hat{y} = X \beta$."

DEFINED = [
    # a vector, and what its entries are
    (LAYER, r"z_i = \sum_{j=1}^m W_{ij} x_j + b_i", "proved"),
    (LAYER, r"z_i = \sum_{j=1}^m W_{ij} x_j - b_i", "refuted"),
    (LAYER, r"\frac{\partial z_i}{\partial b_i} = 1", "proved"),
    (LAYER, r"\frac{\partial z_i}{\partial b_i} = b_i", "refuted"),
    (LAYER, r"z^\top z = (W x + b)^\top (W x + b)", "proved"),
    # the same where the shapes follow from how names are used
    (RESIDUAL, r"u^\top u = (\hat{y} - q)^\top (X \beta - q)", "proved"),
    (RESIDUAL, r"u^\top u = (\hat{y} - q)^\top (X \beta + q)", "refuted"),
    # an entry that is defined for all of its indices
    (MEAN, r"\sum_{i=1}^n e_i = \sum_{i=1}^n (y_i - \bar{y})", "proved"),
    (MEAN, r"\sum_{i=1}^n e_i = \sum_{i=1}^n (y_i + \bar{y})", "refuted"),
    (MEAN, r"\sum_{i=1}^n e_i = 0 \cdot n", "proved"),
    # a shape that is told after the definition
    (r"Let $z = W x$ where $z \in \mathbb{R}^n$.", r"z^\top z = (W x)^\top (W x)", "proved"),
    # random quantities: any value that the distribution gives
    (r"Let $X \sim \mathcal{N}(\mu, 1)$.", r"(X + 1)^2 = X^2 + 2 X + 1", "proved"),
    (r"Let $X \sim \mathcal{N}(\mu, 1)$.", r"(X + 1)^2 = X^2 + 2 X", "refuted"),
    (r"Let $X \sim \mathrm{Gam}(a, b)$.", r"\sqrt{X^2} = X", "proved"),
    (r"Let $X \sim \mathcal{N}(\mu, 1)$.", r"\sqrt{X^2} = X", "refuted"),
    (r"Let $X \sim \mathrm{Bern}(p)$.", r"|X| = X + 0", "proved"),
    (r"Let $X \sim \mathrm{Dir}(a)$.", r"X^2 = X + 0", "not understood"),
]


@pytest.mark.parametrize(("said", "formula", "expected"), DEFINED)
def test_a_definition_is_in_force_below_it(said: str, formula: str, expected: str) -> None:
    assert last(f"{said}\n\nThen\n\n$$ {formula} $$\n") == expected


def test_a_definition_of_an_array_is_shown_as_one() -> None:
    assert last(LAYER) == Kind.DEFINITION


# ---- annotations in plain text -------------------------------------------------------------------------
def test_a_line_of_plain_text_that_begins_with_a_percent_sign_is_an_annotation():
    text = "Some notes\nof mine: with\n% vd: let $k = 2$\n$$ p^k = p p $$\n"
    Path("notes.txt").write_text(text, encoding="utf-8")
    assert [str(r.status) for r in check_documents(read_paths(["notes.txt"]), seconds=5).steps()] == [
        "proved"
    ]


def test_what_an_annotation_of_plain_text_says_is_told_if_it_is_not_understood():
    Path("notes.txt").write_text("% vd: let it be\n\n$$ p + p = 2 p $$\n", encoding="utf-8")
    [document] = check_documents(read_paths(["notes.txt"]), seconds=5).documents
    assert [d.code for d in document.document.diagnostics] == ["VD405"]
