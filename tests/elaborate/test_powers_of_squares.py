r"""Derivatives by a square, \sigma^2, beside other powers of the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

L = r"The log-likelihood is $\ell = -\frac{n}{2}\log \sigma^2 - \frac{S}{2\sigma^2}$. Then"

SQUARES = [
    (L, r"\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{S}{2\sigma^4}", "proved"),
    (L, r"\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{S}{\sigma^4}", "refuted"),
    ("We have", r"\frac{\partial}{\partial \sigma^2} \frac{1}{\sigma^4} = -\frac{2}{\sigma^6}", "proved"),
    ("We have", r"\frac{\partial}{\partial \sigma^2} \frac{1}{\sigma^4} = -\frac{1}{\sigma^6}", "refuted"),
    ("We have", r"\frac{\partial}{\partial \sigma} \frac{1}{\sigma^4} = -\frac{4}{\sigma^5}", "proved"),
    # ledger dev-432: the root of what is differentiated by depends on it
    ("We have", r"\frac{\partial}{\partial \sigma^2} \sigma = \frac{1}{2\sigma}", "not understood"),
    ("We have", r"\frac{\partial}{\partial \sigma^2} \sigma^3 = \frac{3}{2}\sigma", "not understood"),
    (
        r"Let $f = \log\sigma$. Then",
        r"\frac{\partial f}{\partial \sigma^2} = \frac{1}{2\sigma^2}",
        "not understood",
    ),
    (r"Let $f = \log\sigma$. Then", r"2\frac{\partial f}{\partial \sigma^2} + 1 = 1", "not understood"),
    # superscripts that number layers stay names
    ("We have", r"\frac{\partial a^3}{\partial a^2} = w^3", "not understood"),
]


def last(text: str, folder: Path) -> str:
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


@pytest.mark.parametrize(("words", "latex", "expected"), SQUARES)
def test_even_powers_are_powers_of_the_square(words: str, latex: str, expected: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$ {latex} $$", tmp_path) == expected


NAMED_I = [
    (r"Let $I = \int_0^1 x e^x\,dx$. Then", "I = 1", "proved"),
    (r"Let $I = \int_0^1 x e^x\,dx$. Then", "I + 1 = 3", "refuted"),
    (
        r"Let $I = \int_0^1 x e^x\,dx$ and $A \in \mathbb R^{n\times n}$. Then",
        "A A^{-1} = I",
        "not understood",
    ),
]


@pytest.mark.parametrize(("words", "latex", "expected"), NAMED_I)
def test_a_number_called_i_is_no_identity_matrix(
    words: str, latex: str, expected: str, tmp_path: Path
) -> None:
    assert last(f"{words}\n\n$$ {latex} $$", tmp_path) == expected
