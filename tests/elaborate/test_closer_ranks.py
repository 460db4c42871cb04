r"""Vectors and matrices that nobody declared, where a formula has no meaning with numbers in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def result(text: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


def reason(found: StepResult) -> str:
    return found.verdict.reason if found.verdict else (found.step.unreadable or ("", ""))[1]


PROVED = [
    r"$$(y - X\beta)^\top (y - X\beta) = y^\top y - 2 y^\top X \beta + \beta^\top X^\top X \beta$$",
    r"$$(x-\mu)^\top (x - y) = (x-y)^\top (x-\mu)$$",
    r"$$(y - X_0 \beta)^\top V (y - x) = y^\top V (y - x) - \beta^\top X_0^\top V (y - x)$$",
    r"$$(\Lambda_n \mu_n)^\top = \mu_n^\top \Lambda_n^\top$$",
    r"$$\ln|\Sigma| + (x-\mu)^\top \Sigma^{-1} (x-\mu) = (\mu-x)^\top \Sigma^{-1} (\mu-x) + \ln|\Sigma|$$",
]


@pytest.mark.parametrize("text", PROVED)
def test_products_around_transposed_brackets_are_read_with_arrays(text: str, tmp_path: Path) -> None:
    found = result(text, tmp_path)
    assert str(found.status) == "proved", reason(found)


WITHHELD = {
    "no matrix commutes with a transpose": (
        r"$$(x-\mu)^\top \Sigma^{-1} (x - y) = (x-y)^\top \Sigma^{-1} (x - \mu)$$",
        "symmetric",
    ),
    "an outer product is no inner one": (
        r"$$(x-\mu)(x-\mu)^\top = (x-\mu)^\top(x-\mu)$$",
        "transposed",
    ),
    "half of a quadratic form": (
        r"$$(y - X_0\beta)^\top V (y - X_0\beta) = y^\top V y + \beta^\top X_0^\top V X_0 \beta$$",
        "refuted as read here",
    ),
    "it would fit for one entry alone": (r"$$x^\top A = A x^\top$$", "do not fit"),
    "f may be a function of arrays": (r"$$f(x) f(y)^\top = f(y)^\top f(x)$$", "transposed"),
    "the order of matrices": (r"$$(A x - y)^\top B = (A x)^\top B - B y^\top$$", ""),
    "a matrix on the wrong side": (r"$$(x - y)^\top A = A (x - y)^\top$$", ""),
    "a scalar is not told from a matrix": (r"$$A (x - y)^\top B = B (x - y)^\top A$$", ""),
}


@pytest.mark.parametrize(("text", "words"), WITHHELD.values(), ids=WITHHELD.keys())
def test_what_is_wrong_for_arrays_is_neither_proved_nor_refuted(
    text: str, words: str, tmp_path: Path
) -> None:
    found = result(text, tmp_path)
    assert str(found.status) in ("not understood", "ill-formed")
    assert words in reason(found)


POWERS = [
    r"$$(1+r)^T = 1 + r$$",
    r"$$(1-\beta)^T (1 - \beta) = (1-\beta)^2$$",
    r"$$x (a+b)^\top = x a + x b$$",
    r"Let $a, b \in \mathbb R$. $$(a+b)^T = a + b$$",
    r"$$\left(\frac{a}{b}\right)^T = \frac{a}{b}$$",
    r"$$f(x)^T = f(x)$$",
]


@pytest.mark.parametrize("text", POWERS)
def test_a_number_is_not_transposed(text: str, tmp_path: Path) -> None:
    """Ledger dev-240: it may be a power, or what was taken for a number is none."""
    found = result(text, tmp_path)
    assert str(found.status) == "not understood"
    assert "what is transposed here is a number as far as is known, or this is a power" in reason(found)


def test_a_number_that_is_made_of_arrays_is_transposed(tmp_path: Path) -> None:
    assert str(result(r"$$(x^\top y)^\top = y^\top x$$", tmp_path).status) == "proved"


def test_a_determinant_within_a_logarithm_says_nothing_of_numbers(tmp_path: Path) -> None:
    text = r"$$\ln|\Sigma| + (x-\mu)^\top \Sigma^{-1} y = \ln|\Sigma| + y^\top \Sigma^{-1} (x-\mu)$$"
    assert str(result(text, tmp_path).status) == "not understood"
