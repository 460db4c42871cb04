r"""Sums and integrals over a set of which only the name is printed: they are linear, and no more is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def result(statement: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(f"$${statement}$$\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


def reason(found: StepResult) -> str:
    return found.verdict.reason if found.verdict else (found.step.unreadable or ("", ""))[1]


X, Y = r"\sum_{x \in \mathcal{X}}", r"\sum_{y \in \mathcal{Y}}"
INT = r"\int_{\mathcal X}"

PROVED = [
    rf"{X} (p(x) + q(x)) = {X} p(x) + {X} q(x)",
    rf"{X} p(x) = \sum_{{z \in \mathcal X}} p(z)",
    rf"{X} {Y} p(x, y) = {Y} {X} p(x, y)",
    rf"{INT} (2 p(x) + q(x)) \, dx = 2 {INT} p(x) \, dx + {INT} q(z) \, dz",
    rf"{INT} \int_{{\mathcal Y}} p(x) q(y) \, dy \, dx = {INT} p(x) \, dx \int_{{\mathcal Y}} q(y) \, dy",
    r"\int_{x \in \mathcal X} 2 p(x) \, dx = 2 \int_{\mathcal X} p(x) \, dx",
    r"\int_{\mathbb{R}} e^{-x^2} \, dx = \sqrt{\pi}",
]


@pytest.mark.parametrize("statement", PROVED)
def test_linearity_and_order_are_proved(statement: str, tmp_path: Path) -> None:
    found = result(statement, tmp_path)
    assert str(found.status) == "proved", reason(found)


def test_what_is_supposed_is_told(tmp_path: Path) -> None:
    verdict = result(PROVED[3], tmp_path).verdict
    assert verdict is not None
    assert [c.text for c in verdict.conditions] == [r"integrals over \mathcal{X} converge absolutely"]


WITHHELD = [
    rf"{X} p(x) + 1 = 2",
    rf"{X} p(x) = {Y} p(y)",
    rf"{X} p(x) = {INT} p(x) \, dx",
    rf"{INT} (2 p(x) + 3) \, dx = 2 {INT} p(x) \, dx + 3",
    rf"{X} x \, p(x) - \mu = {X} (x - \mu) p(x)",
    rf"{X} p(x) q(x) = {X} p(x) {X} q(x)",
    rf"{INT} p(x)^2 \, dx = \left({INT} p(x) \, dx\right)^2",
    rf"{X} (p(x) + 1) = {X} p(x) + n",
    rf"{INT} p(x) \, dx \ge 0",
]


@pytest.mark.parametrize("statement", WITHHELD)
def test_what_is_not_so_for_all_sets_is_neither_proved_nor_refuted(statement: str, tmp_path: Path) -> None:
    found = result(statement, tmp_path)
    assert str(found.status) == "not understood"
    assert "it is refuted as read here, but nothing can be said if the set" in reason(found)


REFUSED = [
    (rf"\log p + {X} 2 p(x) = \log p + 2 {X} p(x)", "may be a function of what runs"),
    (rf"\frac{{d}}{{da}} {INT} e^{{a x}} \, dx = {INT} x e^{{a x}} \, dx", "over a set beside"),
    (
        rf"{INT} p(x) \, dx + \int_0^1 t \, dt = \int_0^1 t \, dt + {INT} p(x) \, dx",
        "over a set beside",
    ),
    (r"\sum_{i \in S} x_i = \sum_{i \in S} (x_i + 0)", "what it numbers is not read yet"),
    (r"\prod_{x \in \mathcal X} a p(x) = a \prod_{x \in \mathcal X} p(x)", "a product over a set"),
    (r"\sum_{x \in \mathbb N} p(x) = \sum_{x \in \mathbb N} (p(x) + 0)", "a range other than"),
    (r"\sum_{x \in s} p(x) = \sum_{x \in s} (p(x) + 0)", "a range other than"),
    (r"\sum_{y=1}^n \sum_{x \in X_y} p(x) = \sum_{y=1}^n \sum_{x \in X_y} (p(x) + 0)", "a range other than"),
    (r"\sum_{x_i \in C} f(x_i) = \sum_{x_i \in C} (f(x_i) + 0)", "a range other than"),
    (r"\int_{S(x)} p(x) \, dx = \int_{S(x)} (p(x) + 0) \, dx", "the domain of this integral is not read"),
    (r"\oint_{C} p(z) \, dz = \oint_{C} (p(z) + 0) \, dz", "is not read yet"),
    (rf"{X} {Y} p(x, y)^2 \ge {X} {Y} (p(x, y)^2 - 1)", "within one another"),
]


@pytest.mark.parametrize(("statement", "words"), REFUSED)
def test_other_sums_over_sets_are_refused_for_their_reason(
    statement: str, words: str, tmp_path: Path
) -> None:
    found = result(statement, tmp_path)
    assert str(found.status) == "not understood"
    assert words in reason(found)
