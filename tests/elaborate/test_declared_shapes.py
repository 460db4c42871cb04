"""Shapes that a document declares and that clash: ill-formed, with the lost transpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult

SHAPES = r"""Let $W \in \mathbb R^{k \times h}$, $V \in \mathbb R^{h \times d}$, $x \in \mathbb R^d$,
$a \in \mathbb R^h$, $\delta, u, v \in \mathbb R^k$ and $c \in \mathbb R$.
Put $z = W a$, $L = \frac12 \|z - u\|^2$, $\epsilon = z - u$."""


def last(text: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


def reason_of(step: StepResult) -> str:
    return step.verdict.reason if step.verdict is not None else ""


ROWS = [
    # what clashes: the formula, what is told of it, the repair
    (r"\operatorname{tr}(W V) = \operatorname{tr}(V W)", "the shape of this one is (k, d)", ""),
    (r"\operatorname{tr}(W) = \sum_i W_{ii}", "the shape of this one is (k, h)", ""),
    (r"\det(W^\top) = \det(W)", "the shape of this one is (h, k)", ""),
    (r"\nabla_a L = W \epsilon", "(k, h) and (k)", r"W^T \epsilon"),
    (r"\frac{\partial L}{\partial a} = W \epsilon", "(k, h) and (k)", r"W^T \epsilon"),
    (r"\nabla_W L = a \epsilon^T", "(k, h) and (h, k)", r"\epsilon a^T"),
    (r"a \delta^T = W", "(h, k) and (k, h)", ""),
    (r"\delta^T W a = a^T W \delta", "(1, h) and (k, h)", r"a^T W^T \delta"),
]


@pytest.mark.parametrize(("formula", "reason", "repair"), ROWS)
def test_where_all_shapes_are_declared_a_clash_is_final(
    formula: str, reason: str, repair: str, tmp_path: Path
):
    step = last(f"{SHAPES}\n\n$${formula}$$", tmp_path)
    assert str(step.status) == "ill-formed"
    assert reason in reason_of(step)
    assert repair in (str(step.repair.new) if step.repair is not None else "")


OPEN = [
    # in numerator layout this is right
    (r"\frac{\partial L}{\partial W} = a \epsilon^T", "numerator layout"),
    (r"\frac{\partial L}{\partial a} = \epsilon^T W", "one is a row, the other a column"),
]


@pytest.mark.parametrize(("formula", "reason"), OPEN)
def test_what_another_convention_or_declaration_would_mend_is_asked_about(
    formula: str, reason: str, tmp_path: Path
):
    step = last(f"{SHAPES}\n\n$${formula}$$", tmp_path)
    assert str(step.status) == "not understood"
    assert reason in reason_of(step)


def test_a_matrix_of_which_nothing_is_said_may_stand_between(tmp_path: Path):
    """Ledger dev-300: it was called ill-formed, as another W with a number is declared."""
    before = r"Let $W_2 \in \mathbb R^{k \times h}$, $x \in \mathbb R^d$ and $v \in \mathbb R^k$."
    step = last(f"{before}\n\n$$W_2 W_5 x = W_2 W_5 x + v$$", tmp_path)
    assert str(step.status) == "not understood"
    assert "declare the shapes" in reason_of(step)


LAYOUTS = [
    # what is said of derivatives, whether the clash is final
    ("We use denominator layout.", "ill-formed"),
    ("The gradient has the same shape as the matrix.", "ill-formed"),
    ("In denominator layout it is the transpose of what it is in numerator layout.", "not understood"),
    ("The matrix $V^T$ has the same shape as others.", "not understood"),
]


@pytest.mark.parametrize(("words", "status"), LAYOUTS)
def test_words_settle_the_layout(words: str, status: str, tmp_path: Path):
    formula = r"\frac{\partial L}{\partial W} = a \epsilon^T"
    assert str(last(f"{SHAPES} {words}\n\n$${formula}$$", tmp_path).status) == status


def test_in_denominator_layout_the_derivatives_of_an_entry_stand_in_a_column(tmp_path: Path):
    formula = r"\frac{\partial (W a)}{\partial a} = W^\top"
    assert str(last(f"{SHAPES}\n\n$${formula}$$", tmp_path).status) == "not understood"
    assert str(last(f"{SHAPES} We use denominator layout.\n\n$${formula}$$", tmp_path).status) == "proved"


LOOSE = [
    # ledger dev-316: by what else the text says sizes agree, or others are meant; all were ill-formed
    (r"Let $A \in \mathbb R^{m \times n}$ with $m = n$. Then", r"\operatorname{tr}(A) = \sum_i A_{ii}"),
    (r"Let $A \in \mathbb R^{m \times n}$. Suppose now that $m = n$. Then", r"\det(A^\top) = \det(A)"),
    (
        r"Let $A \in \mathbb R^{m \times n}$. In the square case,",
        r"\operatorname{tr} A = \operatorname{tr} A^\top",
    ),
    (r"Let $A \in \mathbb R^{m \times n}$, $x \in \mathbb R^m$. If $A$ is square,", "A x = A x"),
    (
        r"Let $W \in \mathbb R^{d \times k}$, $x \in \mathbb R^d$. In code we store the transpose, so",
        "W x = x^T W",
    ),
]


def test_a_power_of_a_matrix_that_is_not_square_may_be_one_of_entries(tmp_path: Path):
    """Ledger dev-321: it was ill-formed."""
    before = r"Let $M \in \mathbb R^{m \times n}$."
    assert str(last(f"{before}\n\n$$M^2 = M \\odot M$$", tmp_path).status) == "not understood"


@pytest.mark.parametrize(("before", "formula"), LOOSE)
def test_words_that_say_more_of_shapes_keep_a_clash_open(before: str, formula: str, tmp_path: Path):
    step = last(f"{before}\n\n$${formula}$$", tmp_path)
    assert str(step.status) == "not understood"


HOLD = [
    r"\frac{\partial L}{\partial a} = \frac{\partial z}{\partial a} \epsilon",
    r"\frac{\partial L}{\partial W} = \epsilon a^T",
    r"V^T (W^T u + W^T v) = (W V)^T (u + v)",
]


@pytest.mark.parametrize("formula", HOLD)
def test_what_fits_is_read(formula: str, tmp_path: Path):
    assert str(last(f"{SHAPES}\n\n$${formula}$$", tmp_path).status) == "proved"


PRODUCTS = [
    # the declaration, the formula, what is told: a declared matrix with a transpose is a factor before a sum
    (r"Let $W_2 \in \mathbb R^{k \times h}$ and $u, v \in \mathbb R^k$.", "proved"),
    (r"Let $u, v \in \mathbb R^k$.", "not understood"),
]


@pytest.mark.parametrize(("before", "status"), PRODUCTS)
def test_a_declared_matrix_is_a_factor(before: str, status: str, tmp_path: Path):
    assert (
        str(last(f"{before}\n\n$$W_2^\\top (u + v) = W_2^\\top u + W_2^\\top v$$", tmp_path).status) == status
    )


def test_a_matrix_at_a_time_is_no_product(tmp_path: Path):
    before = r"Let $W_2 \in \mathbb R^{k \times h}$ and $u \in \mathbb R^k$."
    assert (
        str(last(f"{before}\n\n$$W_2^\\top (t + 1) u = W_2^\\top u (t + 1)$$", tmp_path).status) != "proved"
    )
