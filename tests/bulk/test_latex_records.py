"""Claim records whose formulas are LaTeX: verdicts, and what is open in them."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.answers import answer_record

SIGMOID = r"f(z) = \frac{1}{1 + e^{-z}}"

VERDICTS: list[tuple[dict[str, Any], str]] = [
    ({"lhs": r"\frac{d}{dx} e^{x}", "rhs": "e^{x}"}, "proved"),
    ({"lhs": "f'(z)", "rhs": "f(z)(1 - f(z))", "let": [SIGMOID]}, "proved"),
    ({"lhs": "f'(z)", "rhs": "f(z) f(1 - f(z))", "let": [SIGMOID]}, "refuted"),
    ({"lhs": "a", "rhs": r"\frac{1}{1 + e^{-z}}", "let": [["a", r"1/(1 + e^{-z})"]]}, "proved"),
    ({"lhs": r"\sqrt{x^2}", "rhs": "x", "symbols": {"x": "positive"}}, "proved"),
    ({"lhs": r"\sqrt{\theta_1^2}", "rhs": r"\theta_1", "given": [r"0 < \theta_1"]}, "proved"),
    ({"lhs": r"x^{(i)} x^{(j)}", "rhs": "x^{(i+j)}"}, "refuted"),
    ({"lhs": r"\delta^{L}", "rhs": r"\delta^{l}"}, "refuted"),
    ({"lhs": r"\frac{y}{a_k^l} - \frac{1-y}{1-a_k^l}", "rhs": r"\frac{y-a_k^l}{a_k^l(1-a_k^l)}"}, "proved"),
    ({"lhs": "u(x + y)", "rhs": "u(x) + u(y)", "functions": ["u"]}, "refuted"),
    # open places that matter
    ({"lhs": "u(x + y)", "rhs": "u(x) + u(y)"}, "not understood"),
    ({"lhs": "A B", "rhs": "B A"}, "not understood"),
    ({"lhs": "A B", "rhs": "B A", "symbols": {"A": "real"}}, "proved"),
    # open places that do not
    ({"lhs": "u(x + y) - u(x + y)", "rhs": "0"}, "proved"),
    # what cannot be read
    ({"lhs": "y(1 - s(z)", "rhs": "0"}, "ill-formed"),
    ({"lhs": r"\foo", "rhs": "0"}, "not understood"),
    ({"lhs": "a = b", "rhs": "0"}, "not understood"),
    ({"lhs": "a", "rhs": "b", "relation": r"\propto"}, "not understood"),
    ({"lhs": "a", "rhs": "b", "let": [1]}, "ill-formed"),
    ({"lhs": "a", "rhs": "b", "symbols": {"a": "everywhere"}}, "not understood"),
]


@pytest.mark.parametrize(
    ("record", "status"), VERDICTS, ids=[f"{r['lhs']} = {r['rhs']}" for r, _ in VERDICTS]
)
def test_a_latex_record_gets_its_verdict(record: dict[str, Any], status: str) -> None:
    assert answer_record({"syntax": "latex", **record}, 10)["status"] == status


REASONS = [
    (
        {"lhs": "u(x + y)", "rhs": "u(x) + u(y)"},
        "it is refuted as read here, but if u is a factor here, it is proved; declare which is meant: "
        "function $u$ or constant $u$",
    ),
    ({"lhs": "y(1 - s(z)", "rhs": "0"}, "lhs, column 2: the bracket ( is never closed"),
    (
        {"lhs": "0", "rhs": "x^10"},
        "rhs, column 2: ^10 prints 1 as a script and the rest beside it; write ^{10}",
    ),
    ({"lhs": "a", "rhs": "b", "relation": r"\propto"}, 'the relation "\\propto" is none of = != < <= > >='),
    ({"lhs": "a", "rhs": "b", "let": ["a < b"]}, '"let" defines with = or :=, not with <'),
]


@pytest.mark.parametrize(("record", "reason"), REASONS)
def test_a_latex_record_is_answered_with_the_reason(record: dict[str, Any], reason: str) -> None:
    assert answer_record({"syntax": "latex", **record}, 10)["reason"] == reason
