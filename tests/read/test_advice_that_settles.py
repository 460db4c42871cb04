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


PROJECTION = r"P = \frac{w w^\top}{w^\top w}"
UNHEARD = r"The oracle whispers $p = s(z)$, where $s(z) = \frac{1}{1 + e^{-z}}$ is its whisper."
COPIED = [
    # what is advised is the equation as it is printed, and it settles the matter above and below the sentence
    (UNHEARD, r"s(z) = \frac{1}{1 + e^{-z}}", "$s(-z) = 1 - s(z)$"),
    ("Put $f(x) = x^2$ for small $x$.", "f(x) = x^2", "$f(3) = 9$"),
]


@pytest.mark.parametrize(("sentence", "equation", "claim"), COPIED)
def test_the_equation_may_be_copied(sentence: str, equation: str, claim: str, tmp_path: Path) -> None:
    assert f"let ${equation}$" in reason(f"{sentence} Then {claim}.", tmp_path)
    note = f"<!-- vd: let ${equation}$ -->"
    assert told(f"{note}\n\n{sentence}\n\nThen {claim}.", tmp_path)[-1] == "proved"
    assert told(f"{sentence}\n\n{note}\n\nThen {claim}.", tmp_path)[-1] == "proved"


def test_another_equation_is_not_settled_by_it(tmp_path: Path) -> None:
    text = "<!-- vd: let $f(x) = x$ -->\n\nPut $f(x) = x^2$ for small $x$. Then $f(3) = 9$."
    assert told(text, tmp_path)[-1] == "not understood"


def test_the_words_that_are_not_read_are_named(tmp_path: Path) -> None:
    assert '"oracle", "whispers", "whisper" are not read' in reason(
        f"{UNHEARD} Then $s(-z) = 1 - s(z)$.", tmp_path
    )


OF_ITS_PARTS = [
    # the words are about what P is made of, which is all that P is defined for
    (rf"For a nonzero vector $w \in \mathbb{{R}}^n$ put ${PROJECTION}$.", "$P^2 = P$", "proved"),
    (rf"If $w \in \mathbb{{R}}^n$ is nonzero, put ${PROJECTION}$.", "$P^2 = 2 P$", "refuted"),
    # here about the argument, or about P itself
    ("For small $x$ put $f(x) = x$.", "$f(3) = 3$", "not understood"),
    ("For positive $P$ put $P = w$.", "$P + w = 2 w$", "not understood"),
    (rf"Let $w \in \mathbb{{R}}^n$ and ${PROJECTION}$, else zero.", "$P^2 = P$", "not understood"),
]


@pytest.mark.parametrize(("sentence", "claim", "expected"), OF_ITS_PARTS)
def test_words_about_what_a_definition_is_made_of(
    sentence: str, claim: str, expected: str, tmp_path: Path
) -> None:
    assert told(f"{sentence} Then {claim}.", tmp_path)[-1] == expected


def test_what_somebody_writes_a_name_for_is_advised_and_no_constant(tmp_path: Path) -> None:
    sentence = "Bob writes $q$ for $1 - p$."
    told_why = reason(f"{sentence} Then $p q = p - p^2$.", tmp_path)
    assert told_why.endswith("declare which is meant: let $q = 1 - p$, if it stands for that here")
    assert (
        told(f"{sentence}\n\n<!-- vd: let $q = 1 - p$ -->\n\nThen $p q = p - p^2$.", tmp_path)[-1] == "proved"
    )
