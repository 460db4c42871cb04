"""Costs and predictions as functions of vectors: J(w), h(x^{(i)}); and primes at names that are defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Status
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def last(text: str) -> StepResult:
    Path("notes.md").write_text(text, encoding="utf-8")
    return list(check_documents(read_paths(["notes.md"]), seconds=5).steps())[-1]


SHAPES = (
    r"Let $X \in \mathbb{R}^{m \times n}$, $w \in \mathbb{R}^n$, $v \in \mathbb{R}^n$, $y \in \mathbb{R}^m$"
)
COST = SHAPES + r" and $J(w) = \frac{1}{2} \|X w - y\|^2$."
ROWS = (
    r"Let $\theta \in \mathbb{R}^n$, $x \in \mathbb{R}^n$ and $h_\theta(x) = \theta^\top x$."
    "\n\n<!-- vd: index $x^{(i)}$; index $y^{(i)}$ -->\n\n"
    r"Let $C(\theta) = \frac{1}{2m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2$."
)
SLOPE = r"\frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}"

FUNCTIONS = [
    (COST, r"\nabla J(w) = X^\top (X w - y)", "proved"),
    (COST, r"\nabla J(w) = X^\top (X w + y)", "refuted"),
    (COST, r"\nabla_w J(w) = X^\top (X w - y)", "proved"),
    (COST, r"\frac{\partial J}{\partial w} = X^\top (X w - y)", "proved"),
    (COST, r"\nabla^2 J(w) = X^\top X", "proved"),
    (COST, r"\nabla^2 J(w) = X^\top X w", "not understood"),
    # at another argument
    (COST, r"J(v) = \frac{1}{2} (X v - y)^\top (X v - y)", "proved"),
    (COST, r"J(2 w) = \frac{1}{2} (X w - y)^\top (X w - y)", "refuted"),
    (COST, r"J(y) = J(w)", "not understood"),
    # a function within another one, and one of the members of a family
    (ROWS, rf"\frac{{\partial}}{{\partial \theta_j}} C(\theta) = {SLOPE}", "proved"),
    (ROWS, rf"\frac{{\partial}}{{\partial \theta_j}} C(\theta) = -{SLOPE}", "refuted"),
    (ROWS, r"\frac{\partial}{\partial \theta_j} h_\theta(x) = x_j", "proved"),
    (ROWS, r"\frac{\partial}{\partial \theta_j} h_\theta(x) = 2 x_j", "refuted"),
    # a size that is a number, and entries by their numbers
    (r"Let $u \in \mathbb{R}^2$.", r"u^\top u = u_1^2 + u_2^2", "proved"),
    (r"Let $u \in \mathbb{R}^2$.", r"u^\top u = 2 u_1 u_2", "refuted"),
    (r"Let $u \in \mathbb{R}^2$.", r"u^\top u = u_1^2 + u_3^2", "not understood"),
    # primes
    (r"Let $t = 1 + e^{-z}$.", r"t' = -e^{-z}", "proved"),
    (r"Let $t = 1 + e^{-z}$.", r"t' = e^{-z}", "not understood"),
    (r"Let $t = q + e^{-z}$.", r"t' = -e^{-z}", "not understood"),
    (r"Let $t = 1$ and $u = x^3$.", r"u t' + u' t = 3x^2", "proved"),
    (r"Let $c = 3$. With another constant $c'$", r"c' x + 1 = 1", "not understood"),
]


@pytest.mark.parametrize(("before", "formula", "status"), FUNCTIONS)
def test_a_function_of_an_array_stands_for_what_it_is_defined_to_be(before: str, formula: str, status: str):
    assert str(last(f"{before}\n\nThen\n\n$$ {formula} $$\n").status) == status


def test_what_may_depend_on_the_parameter_by_way_of_something_else_is_not_put_in():
    text = (
        SHAPES
        + r". Let $r = X w - y$ and $J(w) = r^\top r$."
        + "\n\nThen\n\n"
        + r"$$ J(v) = r^\top r $$"
        + "\n"
    )
    found = last(text)
    assert found.status is Status.NOT_UNDERSTOOD
    assert found.verdict is not None
    assert "r may depend on w, for which J has something else here" in found.verdict.reason


def test_an_index_of_an_argument_keeps_its_meaning_where_the_body_has_one_of_the_same_name():
    text = (
        r"Let $x \in \mathbb{R}^n$ and $s(x) = \sum_{i=1}^n x_i$."
        "\n\n<!-- vd: index $x^{(i)}$ -->\n\n"
        r"$$ \sum_{i=1}^m s(x^{(i)}) = \sum_{i=1}^m \sum_{i=1}^n x_i^{(i)} $$"
    )
    assert last(text).status is Status.NOT_UNDERSTOOD


# ---- definitions that have no meaning, questions -------------------------------------------------------
def test_a_definition_of_what_has_no_meaning_is_ill_formed():
    found = last(SHAPES + r"." + "\n\n" + r"$$ f = w^\top X $$" + "\n")
    assert (found.status, found.verdict and found.verdict.reason) == (
        Status.ILL_FORMED,
        "the shapes (1, n) and (m, n) do not fit in a product",
    )


def test_a_column_before_a_matrix_that_it_does_not_fit_as_a_row_either():
    declared = r"Let $u \in \mathbb{R}^{1 \times n}$, $X \in \mathbb{R}^{m \times n}$."
    found = last(declared + "\n\n" + r"$$ f = u^\top X $$" + "\n")
    assert found.status is Status.ILL_FORMED


def test_a_vector_before_a_matrix_may_be_meant_as_a_row():
    declared = r"Let $u \in \mathbb{R}^{m}$, $v \in \mathbb{R}^n$, $X \in \mathbb{R}^{m \times n}$."
    assert last(declared + "\n\n" + r"$$ u X + v = v $$" + "\n").status is Status.NOT_UNDERSTOOD


def test_a_question_claims_nothing():
    found = last(r"$$ \frac{d}{dx} x^3 = ? $$")
    assert (found.status, str(found.step.kind)) == (None, "condition")


def test_what_stands_in_the_way_of_the_most_plausible_reading_is_told():
    found = last(COST + "\n\nThen\n\n" + r"$$ \lg J(w) = 1 $$" + "\n")
    assert found.verdict is not None
    assert "lg may be the logarithm to the base 10 or 2" in found.verdict.reason


def test_dots_may_be_typed_one_by_one():
    found = last(
        r"$$ s = a_1 + a_2 + . . . + a_n $$" + "\n\n" + r"$$ s + 1 = a_1 + a_2 + ... + a_n + 2 $$" + "\n"
    )
    assert str(found.status) == "refuted"  # read as a sum, with s as it is defined


# ---- what the text says elsewhere ------------------------------------------------------------------------
def reason(text: str) -> str:
    found = last(text)
    assert found.status is Status.NOT_UNDERSTOOD
    assert found.verdict is not None
    return found.verdict.reason


WORDS = "Here x is an mxn matrix and theta is a 1xn matrix.\n\n"


def test_what_clashes_with_shapes_that_the_prose_gives_is_told():
    told = reason(WORDS + r"$$ h = \theta^\top x $$" + "\n")
    assert 'the text says "x is an mxn matrix"' in told
    assert "the shapes (n) and (m, n) do not fit in a product" in told


def test_an_annotation_says_what_is_meant_instead():
    declared = r"<!-- vd: $x \in \mathbb{R}^n$; $\theta \in \mathbb{R}^n$ -->" + "\n\n"
    found = last(WORDS + declared + r"$$ \theta^\top x = x^\top \theta $$" + "\n")
    assert found.status is Status.PROVED


def test_what_fits_the_shapes_of_the_prose_is_read_as_before():
    assert last(WORDS + r"$$ x \theta^\top = (\theta x^\top)^\top $$" + "\n").status is not Status.REFUTED


SENTENCES = "We compute $z = p + q$ as usual.\n{} $z = p + q + b$ and $b > 0$." + "\n"


def test_a_name_that_words_define_as_something_else_is_told_at_the_first_place():
    Path("notes.md").write_text(SENTENCES.format("Here we put"), encoding="utf-8")
    first, second = check_documents(read_paths(["notes.md"]), seconds=5).steps()
    assert first.verdict is not None
    assert first.verdict.reason.startswith("z is defined twice, and not as the same: here, and in line 2")
    assert str(second.step.kind) == "definition"


def test_a_definition_that_is_repeated_is_none_of_something_else():
    Path("notes.md").write_text("We have $z = p + q$.\n\nHere we put $z = q + p$.\n", encoding="utf-8")
    first, _ = check_documents(read_paths(["notes.md"]), seconds=5).steps()
    assert str(first.step.kind) == "definition"
