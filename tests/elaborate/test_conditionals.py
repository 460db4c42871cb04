"""Densities with conditions, divergences, probabilities of events: unknown functions of what is in them."""

from __future__ import annotations

import pytest

from verify_derivations.answers import answer_record

PROVED = [
    (r"\ln \frac{p(y|\theta) p(\theta)}{p(y)}", r"\ln p(y|\theta) + \ln p(\theta) - \ln p(y)"),
    (r"p(x \mid y) p(y)", r"p(y) p(x \vert y)"),
    (r"\ln\left( \prod_{i=1}^n p(y_i|\theta) \right)", r"\sum_{i=1}^n \ln p(y_i|\theta)"),
    (
        r"\frac{\partial}{\partial \theta} \ln p(y|\theta)",
        r"\frac{1}{p(y|\theta)} \frac{\partial p(y|\theta)}{\partial \theta}",
    ),
    (r"\mathrm{KL}[P||Q] + \mathrm{KL}[P||Q]", r"2 \mathrm{KL}[P||Q]"),
    (r"\mathbb{E}_z[a \log p_\theta(x|z)]", r"a \mathbb{E}_z[\log p_\theta(x|z)]"),
    (r"1 - \mathrm{Pr}(X \leq x) + \mathrm{Pr}(X \leq x)", "1"),
    (r"2 \mathrm{Pr}(\text{rain} | \text{wind})", r"\mathrm{Pr}(\text{rain} | \text{wind}) \cdot 2"),
    (r"\mathrm{I}(X, Y) - \mathrm{H}(X) + \mathrm{H}(X)", r"\mathrm{I}(X, Y)"),
]

LEFT_OPEN = [
    # no law of probability, and nothing that is not printed alike
    (r"p(x|y)", r"p(y|x)"),
    (r"p(x|y) p(y)", r"p(x, y)"),
    (r"\mathrm{Pr}(X \leq x)", r"1 - \mathrm{Pr}(X > x)"),
    (r"\mathrm{KL}[P||Q]", r"\mathrm{KL}[Q||P]"),
    (r"\mathrm{I}(X, Y)", r"\mathrm{I}(Y, X)"),
    (r"\int_0^1 p(x|y) dx", r"\int_0^1 p(t|y) dt"),
    # what runs over a name, or differentiates by it, finds it: in the brackets and in subscripts
    (r"\sum_{i=1}^n p(y_i|\theta)", r"n p(y_1|\theta)"),
    (r"\sum_{i=1}^n p_i(y|\theta)", r"n p_1(y|\theta)"),
    (r"\sum_{i=1}^n p(y=i|\theta)", r"n p(y=1|\theta)"),
    (r"\sum_{x=1}^n \mathrm{Pr}(X = x)", r"n \mathrm{Pr}(X = 1)"),
    (r"\prod_{i=1}^n \mathrm{KL}[p_i||q]", r"\mathrm{KL}[p_1||q]^n"),
    (r"\frac{\partial}{\partial \theta} p(y|\theta)", "0"),
    (r"\frac{\partial}{\partial \theta} p_\theta(x|z)", "0"),
    (r"\int_0^1 p(x|y) dx", r"p(0|y)"),
    (r"\mathbb{E}_z[\log p(x|z)]", r"\log p(x|z)"),
    # not read
    (r"\mathrm{E}[X|Y]", r"\mathrm{E}[X|Y]"),
    (r"p^2(x|y)", r"p(x|y)^2"),
    (r"p(f(x)|y)", r"p(f(x)|y)"),
]


@pytest.mark.parametrize(("lhs", "rhs"), PROVED)
def test_what_algebra_gives_is_proved(lhs: str, rhs: str) -> None:
    answer = answer_record({"syntax": "latex", "lhs": lhs, "rhs": rhs}, 10)
    assert answer["status"] == "proved", answer["reason"]


@pytest.mark.parametrize(("lhs", "rhs"), LEFT_OPEN)
def test_a_law_of_probability_is_not_used(lhs: str, rhs: str) -> None:
    answer = answer_record({"syntax": "latex", "lhs": lhs, "rhs": rhs}, 10)
    assert answer["status"] in ("not understood", "undecided"), answer["read_as"]


def test_what_a_name_is_defined_to_be_is_put_in_and_nothing_more() -> None:
    record = {"syntax": "latex", "let": ["y = x^2"], "lhs": r"p(y|\theta)"}
    assert answer_record({**record, "rhs": r"p(x^2|\theta)"}, 10)["status"] == "not understood"
    assert answer_record({**record, "rhs": r"p(y|\theta) + y - x^2"}, 10)["status"] == "proved"
