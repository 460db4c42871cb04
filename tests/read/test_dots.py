r"""Dots above functions of time: \dot x is the derivative of x(t) by t where x(t) is defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def last(text: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


FALL = r"Let $x(t) = a t^2 + b$. Then "
SWING = r"Let $x(t) = A\cos(k t)$. Then "

ROWS = [
    (FALL + r"$$\dot x = 2 a t$$", "proved"),
    (FALL + r"$$\dot{x}(t) = 2 a t$$", "proved"),
    (FALL + r"$$\ddot x = 2 a$$", "proved"),
    (FALL + r"$$\dddot x = 0 \cdot a$$", "proved"),
    (FALL + r"$$\dot x = a t$$", "refuted"),
    (FALL + r"$$\ddot x(t) = 3 a$$", "refuted"),
    (SWING + r"$$\ddot x = -k^2 x$$", "proved"),
    (SWING + r"$$\ddot x = k^2 x$$", "refuted"),
    (SWING + r"$$\frac{d}{dt} \left(\frac12 m \dot x^2\right) = m \dot x \ddot x$$", "proved"),
    # other parameters, other points, other names
    (r"Let $x(s) = a s^2$. Then $$\dot x = 2 a s$$", "None"),
    (FALL + r"$$\dot x(0) = 0 \cdot a$$", "not understood"),
    (FALL + r"Let $\dot x = c$. Then $$2 \dot x = 2 c$$", "proved"),
    (r"$$\dot x = 2 a t$$", "None"),
]


@pytest.mark.parametrize(("text", "status"), ROWS)
def test_dots_are_derivatives_by_time(text: str, status: str, tmp_path: Path) -> None:
    assert str(last(text, tmp_path).status) == status


def test_a_prime_at_a_matrix_is_open(tmp_path: Path) -> None:
    verdict = last(r"Let $X \in \mathbb{R}^{n \times p}$. Then $$X'X = X^T X$$", tmp_path).verdict
    assert verdict is not None
    assert "X' may be the transpose of X, or another array" in verdict.reason
