"""Advice that is followed literally settles the matter, or leads on: it is never an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from told import results, told

VECTORS = r"Let $u, v \in \mathbb{R}^d$. Then"
LEMMA = r"\det(I + u v^\top) = 1 + v^\top u"


def reason(text: str, folder: Path) -> str:
    """Why the last statement is not understood."""
    verdict = results(text, folder)[-1].verdict
    assert verdict is not None
    return str(verdict.reason)


def test_the_identity_is_advised_before_any_other_matrix(tmp_path: Path) -> None:
    told_why = reason(f"{VECTORS}\n\n$$ {LEMMA}. $$", tmp_path)
    assert "declare which is meant: identity $I$ where it is one; else let $I=...$" in told_why
    followed = f"{VECTORS}\n\n<!-- vd: identity $I$ -->\n\n$$ {LEMMA}. $$"
    assert told(followed, tmp_path) == ["proved"]


INVERSES = [
    (r"\frac{\partial K^{-1}}{\partial \theta} = - K^{-1} B K^{-1}", "proved"),
    (r"\frac{\partial K^{-1}}{\partial \theta} = K^{-1} B K^{-1}", "refuted"),
    (r"\frac{\partial K^{-1}}{\partial \theta} = - B K^{-1} K^{-1}", "refuted"),
]


@pytest.mark.parametrize(("formula", "expected"), INVERSES)
def test_the_inverse_of_a_matrix_that_is_defined_is_differentiated(
    formula: str, expected: str, tmp_path: Path
) -> None:
    text = r"Let $A, B \in \mathbb{R}^{2 \times 2}$ and $K = A + \theta B$. Then"
    assert told(f"{text}\n\n$$ {formula}. $$", tmp_path)[-1] == expected


ADVICE = [
    # no annotation defines a power
    (r"\frac{d r^{-1}}{dt} = 1", "let $r = ...$", "$r^{-1}$"),
    # an index with a sum in it has no range
    (
        r"\frac{\partial h_t}{\partial h_{t-1}} = (1 - h_t^2) W",
        "give one of them a name of its own, without the index",
        "declare the indices",
    ),
    (r"C(5, 2) = 10", "let $C(x, y)=...$", "let $C(x)=...$"),
    (r"x + \dot x = 2 x", "function $x$, with derivatives as $x'(t)$", r"let $\dot{x}=...$"),
]


@pytest.mark.parametrize(("formula", "told_so", "not_so"), ADVICE)
def test_what_is_advised_can_be_written(formula: str, told_so: str, not_so: str, tmp_path: Path) -> None:
    text = r"Let $h_t = \tanh(W h_{t-1} + b)$. Then"
    found = reason(f"{text}\n\n$$ {formula}. $$", tmp_path)
    assert told_so in found
    assert not_so not in found.replace("r^{-1} depends", "")


def test_in_a_notebook_a_reason_names_the_cell(tmp_path: Path) -> None:
    sources = ["Text.", "So $x^\\top A$.", "We have\n\n$$ e^x = 2 x. $$"]
    cells = [{"cell_type": "markdown", "metadata": {}, "source": source} for source in sources]
    text = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})
    others = results(text, tmp_path, ".ipynb")[-1].step.alternatives
    assert any("as it is transposed in line 1 of cell 2" in other.words for other in others)
