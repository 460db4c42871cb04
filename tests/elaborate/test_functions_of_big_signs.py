r"""Functions right before a big sign, \log\prod_i p_i, and numbers before integrals without bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

ROWS = [
    (r"\log \prod_{i=1}^n p_i^{y_i} = \sum_{i=1}^n y_i \log p_i", "proved"),
    (r"\log \prod_{i=1}^n p(x_i) = \sum_{i=1}^n \log p(x_i)", "proved"),
    (r"\log \sum_{j=1}^k e^{z_j} = \log\left(\sum_{j=1}^k e^{z_j}\right)", "proved"),
    (r"\log \sum_{j=1}^k e^{z_j} = \sum_{j=1}^k z_j", "refuted"),
    (r"\exp\sum_{i=1}^n x_i = \prod_{i=1}^n e^{x_i}", "proved"),
    # a factor without the index may stand behind the product
    (r"\log \prod_{i=1}^n p_i c = \sum_{i=1}^n \log p_i + \log c", "not understood"),
    (r"\log \prod_{i=1}^n x_i y = n \log y + \sum_{i=1}^n \log x_i", "not understood"),
    (r"\log \prod_{i=1}^n c\, x_i = n \log c + \sum_{i=1}^n \log x_i", "not understood"),
    # a number before an integral
    (r"\int x^2 e^x\,dx = x^2 e^x - 2\int x e^x\,dx", "proved"),
    (r"\int x^2 e^x\,dx = x^2 e^x - 3\int x e^x\,dx", "refuted"),
    (r"\int x^2 e^x\,dx = x^2 e^x - 2 \cdot \frac12 \int 2x e^x\,dx", "proved"),
    (r"\int x^2 e^x\,dx = x^2 e^x - x\int x e^x\,dx", "not understood"),
]


@pytest.mark.parametrize(("latex", "expected"), ROWS)
def test_what_stands_before_a_big_sign(latex: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(f"We have\n\n$$ {latex} $$\n", encoding="utf-8")
    assert str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status) == expected
