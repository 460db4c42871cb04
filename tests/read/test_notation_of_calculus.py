"""Derivatives as lecturers write them: primes at bare functions, orders in brackets, subscripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def verdict(words: str, left: str, right: str) -> str:
    """What is said of an equation below these words."""
    Path("notes.md").write_text(f"{words}\n\n$${left} = {right}$$\n", encoding="utf-8")
    report = check_documents(read_paths(["notes.md"]), seconds=5)
    result = [*report.steps()][-1]
    return str(result.status or result.step.kind)


RULES = [
    ("(f + g)'", "f' + g'", "proved"),
    ("(f g)'", "f' g + f g'", "proved"),
    ("(f g)'", "f' g'", "not understood"),  # f and g may be particular ones
    (r"\left(\frac{u}{v}\right)'", r"\frac{u' v - u v'}{v^2}", "proved"),
    (r"\left(\frac{u}{v}\right)'", r"\frac{u' v + u v'}{v^2}", "not understood"),
    (r"(f \circ g)'", r"(f' \circ g) g'", "proved"),
    (r"(f \circ g)'", r"(f' \circ g) f'", "not understood"),
    ("(u v)''", "u'' v + 2 u' v' + u v''", "proved"),
    ("(c f)'", "c f'", "proved"),
    ("(f^n)'", "n f^{n-1} f'", "proved"),
    ("(e^f)'", "f' e^f", "proved"),
    ("(x y)'", "y + x y'", "proved"),
    ("(x y)'", "y", "not understood"),  # y may depend on x
    ("(x^n)'", "n x^{n-1}", "proved"),
    ("(f_1 f_2)'", "f_1' f_2 + f_1 f_2'", "proved"),
    ("(A B)'", "B' A'", "not understood"),  # transposes
]


@pytest.mark.parametrize(("left", "right", "status"), RULES)
def test_primes_at_bare_functions_are_derivatives(left: str, right: str, status: str) -> None:
    assert verdict("For all functions", left, right) == status


def test_functions_that_are_declared_may_be_any() -> None:
    words = "<!-- vd: function $f$; function $g$ -->"
    assert verdict(words, "(f g)'", "f' g + f g'") == "proved"
    assert verdict(words, "(f g)'", "f' g'") == "refuted"


OF_TWO = [
    (r"\partial_x f", r"2 x y + y \cos(x y)", "proved"),
    (r"\partial_x f", r"2 x y + x \cos(x y)", "refuted"),
    (r"\partial_x^2 f", r"2 y - y^2 \sin(x y)", "proved"),
    (r"\partial_x \partial_y f", r"2 x + \cos(x y) - x y \sin(x y)", "proved"),
    (r"\partial_{xy} f", r"2 x + \cos(x y) - x y \sin(x y)", "proved"),
    (r"\nabla f", r"\begin{pmatrix} 2 x y + y \cos(x y) \\ x^2 + x \cos(x y) \end{pmatrix}", "proved"),
    (r"\nabla f(x, y)", r"\begin{pmatrix} 2 x y + y \cos(x y) \\ x^2 + y \cos(x y) \end{pmatrix}", "refuted"),
]


@pytest.mark.parametrize(("left", "right", "status"), OF_TWO)
def test_derivatives_of_a_function_of_two_numbers(left: str, right: str, status: str) -> None:
    assert verdict(r"Let $f(x, y) = x^2 y + \sin(x y)$.", left, right) == status


ORDERS = [
    ("g^{(3)}(x)", "(12 x - 8 x^3) e^{-x^2}", "proved"),
    ("g^{(4)}(0)", "12", "proved"),
    ("g^{(4)}(0)", "-12", "not understood"),  # the number may count functions
]


@pytest.mark.parametrize(("left", "right", "status"), ORDERS)
def test_a_number_in_brackets_above_a_function_is_the_order_of_a_derivative(
    left: str, right: str, status: str
) -> None:
    assert verdict("Let $g(x) = e^{-x^2}$.", left, right) == status


LAYERS = r"""
# A loss

Let $y = W x + b$ with $W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$.

# Two layers

Let $x \in \mathbb{R}^d$, $W_1 \in \mathbb{R}^{h\times d}$, $W_2 \in \mathbb{R}^{k\times h}$,
$b_1 \in \mathbb{R}^h$, $b_2, y \in \mathbb{R}^k$ and
$$z_1 = W_1 x + b_1, \quad a_1 = \tanh(z_1), \quad z_2 = W_2 a_1 + b_2, \quad L = \frac12 \|z_2 - y\|^2.$$
"""

OF_LAYERS = [
    (r"\frac{\partial L}{\partial z_2}", "z_2 - y", "proved"),
    (r"\frac{\partial L}{\partial W_2}", r"(z_2 - y) a_1^\top", "proved"),
    (r"\frac{\partial L}{\partial z_1}", r"W_2^\top (z_2 - y) \odot (1 - a_1 \odot a_1)", "proved"),
    (
        r"\frac{\partial C}{\partial z_1}",
        r"W_2^\top \frac{\partial C}{\partial z_2} \odot (1 - a_1 \odot a_1)",
        "proved",
    ),
    (r"\frac{\partial L}{\partial z_1}", r"W_2^\top (z_2 + y) \odot (1 - a_1 \odot a_1)", "refuted"),
]


@pytest.mark.parametrize(("left", "right", "status"), OF_LAYERS)
def test_layers_whose_names_have_numbers_are_arrays(left: str, right: str, status: str) -> None:
    assert verdict(LAYERS, left, right) == status


def test_what_a_section_declares_anew_is_not_what_an_earlier_one_defines() -> None:
    words = "# One\n\nLet $y = \\arctan x$.\n\n# Two\n\nLet $x, y \\in \\mathbb{R}$."
    assert verdict(words, r"\tan y", "x") == "not understood"
    assert verdict(words, "(x + y)^2", "x^2 + 2 x y + y^2") == "proved"


NETWORK = r"""
Consider a network with $L$ layers. For each layer $l$,
$$z_j^l = \sum_k w_{jk}^l a_k^{l-1} + b_j^l, \qquad a_j^l = \sigma(z_j^l).$$
Define
$$\delta_j^l = \frac{\partial C}{\partial z_j^l}.$$
Then
"""

FROM_LAYER_TO_LAYER = [
    (r"\delta_j^L", r"\frac{\partial C}{\partial a_j^L} \sigma'(z_j^L)", "proved"),
    (r"\delta_j^l", r"\sum_k w_{kj}^{l+1} \delta_k^{l+1} \sigma'(z_j^l)", "proved"),
    (r"\delta_j^l", r"\sum_k w_{jk}^{l+1} \delta_k^{l+1} \sigma'(z_j^l)", "not understood"),
    (r"\frac{\partial z_k^{l+1}}{\partial z_j^l}", r"w_{kj}^{l+1} \sigma'(z_j^l)", "proved"),
    (r"\frac{\partial C}{\partial w_{jk}^l}", r"a_k^{l-1} \delta_j^l", "proved"),
    (r"\frac{\partial C}{\partial w_{jk}^l}", r"a_j^{l-1} \delta_k^l", "not understood"),
]


@pytest.mark.parametrize(("left", "right", "status"), FROM_LAYER_TO_LAYER)
def test_what_is_defined_for_each_layer_holds_for_the_next(left: str, right: str, status: str) -> None:
    assert verdict(NETWORK, left, right) == status


def test_what_is_defined_for_hidden_layers_does_not_hold_for_the_last() -> None:
    words = NETWORK.replace("For each layer", "For each hidden layer")
    left, right, _ = FROM_LAYER_TO_LAYER[0]
    assert verdict(words, left, right) == "definition"
