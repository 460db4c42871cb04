"""Names that are defined by what is differentiated by, or by what runs in a sum, an integral, a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> str:
    """The verdict on the last formula of a document."""
    path = folder / "notes.md"
    path.write_text(text, encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


DEPENDENT = [
    # ledger dev-131: it is not the y of another x
    ("y = x^2", r"\int_0^1 x y \, dx = \frac{y}{2}"),
    ("y = x^2", r"\sum_{x=1}^3 x y = 6 y"),
    ("y = x^2", r"\lim_{x \to 1} x y = y"),
    # ledger dev-132: what is not put in is no constant
    (r"y = \inf_z h(z, x)", r"\frac{d}{dx} (x y) = y"),
    (r"y = \inf_z h(z, x)", r"\frac{\partial}{\partial x} (x y) = y"),
    ("y = x^2", r"\sum_{k=1}^3 \frac{\partial (k x y)}{\partial x} = 6 y"),
]

INDEPENDENT = [
    ("y = z^2", r"\int_0^1 x y \, dx = \frac{z^2}{2}"),
    ("y = z^2", r"\sum_{x=1}^3 x y = 6 z^2"),
    (
        r"\bar y = \frac1n \sum_{i=1}^n y_i",
        r"\sum_{i=1}^n (y_i - \bar y)^2 = \sum_{i=1}^n y_i^2 - n \bar y^2",
    ),
    ("y = x^2", r"\frac{d}{dx} (x y) = 3 x^2"),
    (r"y = \inf_z h(z, t)", r"\frac{\partial}{\partial x} (x y) = y"),
    ("f(x) = x^2", r"\int_0^1 f(x) \, dx = \frac13"),
]


LAWS = [
    # ledger dev-103: what is printed in the brackets does not name all that the law depends on
    (r"\frac{d}{d\mu}(\mu\,\mathrm{Pr}(X>0)) = \mathrm{Pr}(X>0)", "not understood"),
    (r"\frac{d}{d\phi}(\phi p(y|\theta)) = p(y|\theta)", "not understood"),
    (
        r"\frac{\partial}{\partial\theta} \log p(y|\theta)"
        r" = \frac{1}{p(y|\theta)}\frac{\partial p(y|\theta)}{\partial\theta}",
        "proved",
    ),
    (r"2 p(y|\theta) - p(y|\theta) = p(y|\theta)", "proved"),
]


@pytest.mark.parametrize(("formula", "verdict"), LAWS)
def test_a_law_may_depend_on_what_is_not_printed(formula: str, verdict: str, tmp_path: Path) -> None:
    assert last(f"$${formula}$$\n", tmp_path) == verdict


@pytest.mark.parametrize(("definition", "formula"), DEPENDENT)
def test_a_proof_that_takes_it_for_a_constant_is_not_told(
    definition: str, formula: str, tmp_path: Path
) -> None:
    assert last(f"Let ${definition}$. Then\n$${formula}$$\n", tmp_path) == "not understood"


@pytest.mark.parametrize(("definition", "formula"), INDEPENDENT)
def test_what_does_not_depend_on_it_is_put_in(definition: str, formula: str, tmp_path: Path) -> None:
    assert last(f"Let ${definition}$. Then\n$${formula}$$\n", tmp_path) == "proved"
