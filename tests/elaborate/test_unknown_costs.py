"""Back-propagation with a cost of which nothing is said but on what it depends."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.answers import answer_record


def answer(left: str, right: str, *said: str) -> dict[str, Any]:
    facts = [text for text in said if "'" in text.partition("=")[0]]
    lets = [text for text in said if text not in facts]
    return answer_record({"syntax": "latex", "lhs": left, "rhs": right, "let": lets, "given": facts}, 10.0)


NETWORK = (
    r"z_j^l = \sum_k w_{jk}^l a_k^{l-1} + b_j^l",
    r"a_j^l = \sigma(z_j^l)",
    r"\delta_j^l = \frac{\partial C}{\partial z_j^l}",
)

LAST = (r"\delta_j^L = \frac{\partial C}{\partial z_j^L}", r"a_j^L = \sigma(z_j^L)")

CHAINS = [
    # what is printed, and what is said before it
    (
        r"\frac{\partial C}{\partial z}",
        r"\frac{\partial C}{\partial a} \sigma'(z)",
        (r"a = \sigma(z)",),
        "z",
        "a",
    ),
    (r"\frac{dC}{dx}", r"\frac{dC}{du} \frac{du}{dx}", ("u = x^2",), "x", "u"),
    (r"\delta_j^L", r"\frac{\partial C}{\partial a_j^L} \sigma'(z_j^L)", LAST, "z^L", "a^L"),
    (r"\delta^{L}", r"\nabla_{a} C \odot \sigma'(z^{L})", LAST, "z^L", "a^L"),
    (
        r"\frac{\partial C}{\partial x_j}",
        r"\sum_{i=1}^m \frac{\partial C}{\partial y_i} w_{ij}",
        (r"y_i = \sum_{j=1}^n w_{ij} x_j + b_i",),
        "x",
        "y",
    ),
    (r"\frac{\partial C}{\partial w_{jk}^l}", r"a_k^{l-1} \delta_j^l", NETWORK, "w^l", "z^l"),
    (r"\frac{\partial C}{\partial b_j^l}", r"\delta_j^l", NETWORK, "b^l", "z^l"),
]


@pytest.mark.parametrize(("left", "right", "said", "by", "through"), CHAINS)
def test_the_chain_rule_holds_for_every_cost_that_depends_on_it_so(
    left: str, right: str, said: tuple[str, ...], by: str, through: str
) -> None:
    found = answer(left, right, *said)
    assert found["status"] == "proved"
    assert f"C depends on {by} through {through} only" in found["conditions"]


@pytest.mark.parametrize(("left", "right", "said", "by", "through"), CHAINS)
def test_nothing_is_refuted_of_a_cost_that_may_be_a_particular_one(
    left: str, right: str, said: tuple[str, ...], by: str, through: str
) -> None:
    found = answer(left, "2 " + right, *said)
    assert found["status"] == "not understood"
    assert "if C is a particular one" in found["reason"]


ELSEWHERE = [
    (r"\frac{\partial^2 C}{\partial z^2}", r"\frac{\partial C}{\partial a} \sigma''(z)", ()),
    (
        r"\frac{\partial}{\partial z} \frac{\partial C}{\partial z}",
        r"\frac{\partial C}{\partial a} \sigma''(z)",
        (),
    ),
    (
        r"\frac{\partial d}{\partial z}",
        r"\frac{\partial C}{\partial a} \sigma''(z)",
        (r"d = \frac{\partial C}{\partial z}",),
    ),
    (
        r"\int_0^1 \frac{\partial C}{\partial z} dz",
        r"\frac{\partial C}{\partial a} (\sigma(1) - \sigma(0))",
        (),
    ),
    (
        r"\left. \frac{\partial C}{\partial z} \right|_{z=0}",
        r"\frac{\partial C}{\partial a} \sigma'(0)",
        (),
    ),
    (
        "g(z) - g(y)",
        r"\frac{\partial C}{\partial a} (\sigma'(z) - \sigma'(y))",
        (r"g(z) = \frac{\partial C}{\partial z}",),
    ),
]


@pytest.mark.parametrize(("left", "right", "said"), ELSEWHERE)
def test_its_derivatives_are_numbers_at_one_point_only(left: str, right: str, said: tuple[str, ...]) -> None:
    """They are other numbers at other points: nothing is said where they are moved or differentiated."""
    assert answer(left, right, r"a = \sigma(z)", *said)["status"] == "not understood"


NOT_SEEN = [
    (r"\frac{\partial C}{\partial z} - C", r"\frac{\partial C}{\partial a} \sigma'(z) - C", ()),  # C itself
    (
        r"\frac{\partial C}{\partial z}",
        r"\frac{\partial C}{\partial a} + \frac{\partial C}{\partial b}",
        ("b = z",),
    ),
]


@pytest.mark.parametrize(("left", "right", "said"), NOT_SEEN)
def test_where_it_is_open_what_it_depends_on_nothing_is_said(
    left: str, right: str, said: tuple[str, ...]
) -> None:
    assert answer(left, right, r"a = \sigma(z)", *said)["status"] == "not understood"


UNSEEN = [
    (r"\frac{\partial C}{\partial b_j^l}", r"2 \delta_j^l"),  # ledger dev-112
    (r"\frac{\partial C}{\partial w_{jk}^l}", r"a_j^{l-1} \delta_k^l"),
    (r"\frac{\partial C}{\partial b_j^l}", "0"),
]


@pytest.mark.parametrize(("left", "right"), UNSEEN)
def test_what_is_computed_between_two_layers_is_not_seen(left: str, right: str) -> None:
    found = answer(left, right, *NETWORK[:2], r"C = \frac12 \sum_j (y_j - a_j^L)^2", NETWORK[2])
    assert found["status"] == "not understood"
    assert "nothing says how a_i^L depends on" in found["reason"]
