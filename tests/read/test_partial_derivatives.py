"""What a partial derivative holds, and what a function of a section depends on."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def last(text: str) -> str:
    """The verdict on the last formula of a document."""
    Path("notes.md").write_text(text, encoding="utf-8")
    report = check_documents(read_paths(["notes.md"]), seconds=5)
    return str([*report.steps()][-1].status)


OF_A_FUNCTION = [
    (r"\frac{\partial f}{\partial x}", "y", "proved"),
    (r"\frac{\partial f(x,y)}{\partial x}", "y", "proved"),
    (r"\frac{\partial}{\partial x} f", "y", "proved"),
    (r"\frac{\partial f}{\partial y}", "x", "proved"),
    (r"\frac{df}{dx}", "3 x^2", "proved"),
    (r"\frac{\partial f}{\partial x}", "2 y", "refuted"),
    (r"\frac{\partial f}{\partial x}", "3 x^2", "not understood"),  # some write it so; ledger dev-110
]

OF_A_QUANTITY = [
    (r"\frac{\partial F}{\partial x}", "3 x^2", "proved"),
    (r"\frac{\partial F}{\partial x}", "2 x^2", "refuted"),
    (r"\frac{\partial F}{\partial x}", "y", "not understood"),  # ledger dev-110
    (r"\frac{\partial (x y + x)}{\partial x}", "y + 1", "not understood"),
]


@pytest.mark.parametrize(("left", "right", "status"), OF_A_FUNCTION)
def test_a_partial_derivative_of_a_function_holds_its_other_arguments(
    left: str, right: str, status: str
) -> None:
    assert last(f"Let $y = x^2$ and $f(x, y) = x y$. Then\n$${left} = {right}$$") == status


@pytest.mark.parametrize(("left", "right", "status"), OF_A_QUANTITY)
def test_of_a_quantity_what_is_held_is_open(left: str, right: str, status: str) -> None:
    assert last(f"Let $y = x^2$ and $F = x y$. Then\n$${left} = {right}$$") == status


MIXED = [
    # ledger dev-87: what is held while it is differentiated once is held while it is the second time
    (r"\frac{\partial^2 f}{\partial y \partial x}", "2 y", "proved"),
    (r"\frac{\partial^2 f}{\partial x \partial y}", "2 y", "proved"),
    (r"\frac{\partial}{\partial x} \frac{\partial f}{\partial y}", "2 y", "proved"),
    (r"\frac{\partial}{\partial y} \frac{\partial f}{\partial x}", "2 y", "proved"),
    (r"\frac{\partial^2 f}{\partial y \partial x}", "6 x^2", "not understood"),
    (r"\frac{\partial}{\partial x} \frac{\partial f}{\partial y}", "6 x^2", "not understood"),
    (r"\frac{\partial}{\partial x} \frac{\partial f}{\partial y}", "3 y", "refuted"),
    (r"\frac{\partial}{\partial x} (f(x, y) + x)", "5 x^4 + 1", "not understood"),
    (r"\frac{\partial f(2x, y)}{\partial x}", r"\frac{\partial f(x, y)}{\partial x}", "refuted"),
    (r"\frac{\partial f(2x, y)}{\partial x}", r"2 \frac{\partial f(x, y)}{\partial x}", "proved"),
]


@pytest.mark.parametrize(("left", "right", "status"), MIXED)
def test_partial_derivatives_of_partial_derivatives(left: str, right: str, status: str) -> None:
    assert last(f"Let $y = x^2$ and $f(x, y) = x y^2$. Then\n$${left} = {right}$$") == status


LAYERS = [
    # ledger dev-88: what F is defined by is defined by something that may be held, too
    (r"\frac{\partial F}{\partial x}", "3 x^2 + 1", "proved"),
    (r"\frac{\partial F}{\partial x}", "y + 1", "not understood"),
    (r"\frac{\partial F}{\partial x}", "1", "not understood"),
    (r"\frac{\partial F}{\partial x}", "2 y + 1", "refuted"),
    (r"\frac{\partial g}{\partial x}", "y + G", "not understood"),
    (r"\frac{\partial g}{\partial x}", "y + 4 x^3", "not understood"),
]


@pytest.mark.parametrize(("left", "right", "status"), LAYERS)
def test_what_is_held_may_be_defined_by_something_else(left: str, right: str, status: str) -> None:
    defined = "Let $y = x^2$, $G = x y$, $F = G + x$, $f(x) = x G$ and $g(x, y) = f(x) + x y$."
    assert last(f"{defined} Then\n$${left} = {right}$$") == status


GRADIENTS = [
    (r"\nabla_x J", "2 q", "not understood"),  # ledger dev-88
    (r"\frac{\partial J}{\partial x}", "2 q", "not understood"),
    (r"\frac{\partial J}{\partial x}", "2 (A + A^T) x", "proved"),
    (r"\frac{\partial J}{\partial x}", "2 A x + A^T x", "refuted"),
]


@pytest.mark.parametrize(("left", "right", "status"), GRADIENTS)
def test_of_a_quantity_an_array_that_is_defined_may_be_held(left: str, right: str, status: str) -> None:
    text = r"Let $A \in \mathbb{R}^{n\times n}$, $x, q \in \mathbb{R}^n$, $q = A x$ and $J = 2 x^T q$. Then"
    assert last(f"{text}\n$${left} = {right}$$") == status


def test_whether_an_array_that_is_defined_is_held_is_open() -> None:
    text = (
        r"Let $A \in \mathbb{R}^{n\times n}$, $x, q \in \mathbb{R}^n$, $q = A x$ and $g(x, q) = x^T q$. Then"
        "\n$$\\nabla_x g(x, q) = RIGHT$$"
    )
    for right in ("q", "(A + A^T) x"):  # ledger dev-110
        assert last(text.replace("RIGHT", right)) == "not understood"


IN_A_NEW_SECTION = [
    (r"\frac{\partial f}{\partial x}", r"y + \cos x", "proved"),  # ledger dev-111
    (r"\frac{\partial f}{\partial x}", r"2 y + \cos x", "refuted"),
    (r"f(x, y) + x", r"x y + \sin x + x", "proved"),
    (r"f(x, y)/x", r"\arctan x + \sin(x)/x", "not understood"),  # true of the y of another section
    (r"\frac{df}{dx}", r"y + \cos x", "not understood"),
    (r"\left. \frac{df}{dx} \right|_{x=2}", r"y + \cos 2", "not understood"),  # ledger dev-89
    (r"\int f(x, y) \, dx", r"\frac{x^2 y}{2} - \cos x", "not understood"),  # ledger dev-89
]


@pytest.mark.parametrize(("left", "right", "status"), IN_A_NEW_SECTION)
def test_what_a_function_of_a_section_depends_on_is_not_what_an_earlier_one_defines(
    left: str, right: str, status: str
) -> None:
    text = "# One\n\nLet $y = \\arctan x$.\n\n# Two\n\nLet $f(x, y) = x y + \\sin x$. Then\n"
    assert last(f"{text}$${left} = {right}$$") == status


def test_it_is_where_something_of_its_definition_is_printed() -> None:
    text = "# One\n\nLet $a = 1/(1+e^{-z})$.\n\n# Two\n\nLet $L(a, y) = -y \\log a - (1-y) \\log(1-a)$.\n"
    assert last(rf"{text}$$\frac{{\partial L}}{{\partial z}} = a - y$$") == "proved"
    assert last(rf"{text}$$\frac{{\partial L}}{{\partial z}} = y - a$$") == "refuted"
    assert last(rf"{text}$$2 L(a, y) = 2\log(1 + e^z) - 2 y z$$") == "proved"
