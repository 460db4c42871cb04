"""Claim records whose formulas are LaTeX: verdicts, and what is open in them."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations import verify
from verify_derivations.answers import answer_record
from verify_derivations.read.records import RecordError, read_record

SQUARE = {"shape": ["n", "n"]}
SIGMOID = r"f(z) = \frac{1}{1 + e^{-z}}"

VERDICTS: list[tuple[dict[str, Any], str]] = [
    ({"lhs": r"\frac{d}{dx} e^{x}", "rhs": "e^{x}"}, "proved"),
    ({"lhs": "f'(z)", "rhs": "f(z)(1 - f(z))", "let": [SIGMOID]}, "proved"),
    ({"lhs": "f'(z)", "rhs": "f(z) f(1 - f(z))", "let": [SIGMOID]}, "refuted"),
    ({"lhs": "a", "rhs": r"\frac{1}{1 + e^{-z}}", "let": [["a", r"1/(1 + e^{-z})"]]}, "proved"),
    ({"lhs": r"\sqrt{x^2}", "rhs": "x", "symbols": {"x": "positive"}}, "proved"),
    ({"lhs": r"\sqrt{\theta_1^2}", "rhs": r"\theta_1", "given": [r"0 < \theta_1"]}, "proved"),
    ({"lhs": r"\delta^L", "rhs": r"\delta^l", "symbols": {r"\delta^L": "real", r"\delta^l": {}}}, "refuted"),
    # arrays, as in plain records
    ({"lhs": "A B", "rhs": "B A", "symbols": {"A": SQUARE, "B": SQUARE}}, "refuted"),
    ({"lhs": "A^T", "rhs": "A", "symbols": {"A": SQUARE}}, "refuted"),
    ({"lhs": "A^T", "rhs": "A", "symbols": {"A": {**SQUARE, "assume": ["sym"]}}}, "proved"),
    ({"lhs": "A^{-1} A x", "rhs": "x", "symbols": {"A": SQUARE, "x": {"shape": ["n"]}}}, "proved"),
    ({"lhs": r"\sqrt{x_i^2}", "rhs": "x_i", "symbols": {"x": {"shape": ["n"], "assume": ["pos"]}}}, "proved"),
    ({"lhs": r"\sum_i p_i", "rhs": "1", "symbols": {"p": {"shape": ["n"], "assume": ["simplex"]}}}, "proved"),
    (
        {"lhs": "|n - m|", "rhs": "n - m", "symbols": {"n": "posint", "m": "posint"}, "sizes": r"n \ge m"},
        "proved",
    ),
    ({"lhs": r"\sum_i \delta_{ij} x_i", "rhs": "x_j", "let": [r"\delta_{ij} = [i = j]"]}, "proved"),
    ({"lhs": r"\sum_i \delta_{ij} x_i", "rhs": "x_j", "symbols": {r"\delta": SQUARE}}, "refuted"),
    ({"lhs": r"\frac{y}{a_k^l} - \frac{1-y}{1-a_k^l}", "rhs": r"\frac{y-a_k^l}{a_k^l(1-a_k^l)}"}, "proved"),
    ({"lhs": "u(x + y)", "rhs": "u(x) + u(y)", "functions": ["u"]}, "refuted"),
    # operators on arrays
    ({"lhs": r"\operatorname{tr}(AB)", "rhs": r"\operatorname{tr}(BA)"}, "proved"),
    ({"lhs": r"\operatorname{tr}(ABC)", "rhs": r"\operatorname{tr}(BAC)"}, "not understood"),  # symmetric?
    ({"lhs": r"\operatorname{tr}(AB)", "rhs": r"\operatorname{tr} A \operatorname{tr} B"}, "refuted"),
    ({"lhs": r"\det(AB)", "rhs": r"\det A \det B"}, "proved"),
    ({"lhs": r"\det(2A)", "rhs": r"2 \det A"}, "refuted"),
    ({"lhs": r"\nabla_x \frac12 \|A x - b\|_2^2", "rhs": "A^T (A x - b)"}, "proved"),
    ({"lhs": r"\nabla_x \frac12 \|A x - b\|_2^2", "rhs": "A^T (A x + b)"}, "refuted"),
    ({"lhs": r"\nabla_x^2 (x^T A x)", "rhs": "A + A^T"}, "proved"),
    ({"lhs": r"\nabla_X \log\det X", "rhs": "X^{-T}"}, "proved"),
    ({"lhs": r"\|x + y\|^2", "rhs": r"\|x\|^2 + \|y\|^2"}, "refuted"),
    ({"lhs": r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}", "rhs": "ad - bc"}, "proved"),
    ({"lhs": r"\det \begin{pmatrix} a & b \\ c & d \end{pmatrix}", "rhs": "ad + bc"}, "refuted"),
    # printed digits
    ({"lhs": r"\frac{1}{1 + e^{5.5}}", "rhs": "0.0040"}, "refuted"),
    ({"lhs": r"\frac{1}{1 + e^{5.5}}", "relation": r"\approx", "rhs": "0.0041"}, "proved"),
    ({"lhs": r"3 \cdot 0.33", "rhs": "1.00"}, "not understood"),
    ({"lhs": r"\pi", "relation": "≈", "rhs": r"\frac{22}{7}"}, "not understood"),
    # limits
    ({"lhs": r"\lim_{x \to -\infty} \frac{1}{1 + e^{-x}}", "rhs": "0"}, "proved"),
    ({"lhs": r"\lim_{x \to 1} \frac{x^2 - 1}{x - 1}", "rhs": "3"}, "refuted"),
    ({"lhs": r"\lim_{x \to 0} \frac{1}{x}", "rhs": r"\infty"}, "ill-formed"),
    # orders
    ({"lhs": "e^x", "relation": r"\geq", "rhs": "1 + x"}, "proved"),
    ({"lhs": "|a + b|", "relation": r"\ge", "rhs": "|a| + |b|"}, "refuted"),
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
    ({"lhs": "a", "rhs": "a", "symbols": {"a": {"shape": "n"}}}, "ill-formed"),
    ({"lhs": "a", "rhs": "a", "symbols": {"a": {"assume": ["sym"]}}}, "ill-formed"),
    ({"lhs": "a", "rhs": "a", "symbols": {"a": {"shape": ["n"], "assume": ["sym"]}}}, "not understood"),
    ({"lhs": "a", "rhs": "a", "sizes": "n"}, "not understood"),
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
        '"functions": ["u"] or "symbols": {"u": "real"}',
    ),
    ({"lhs": "y(1 - s(z)", "rhs": "0"}, "lhs, column 2: the bracket ( is never closed"),
    (
        {"lhs": "0", "rhs": "x^10"},
        "rhs, column 2: ^10 prints 1 as a script and the rest beside it; write ^{10}",
    ),
    ({"lhs": "a", "rhs": "b", "relation": r"\propto"}, 'the relation "\\propto" is none of = != < <= > >= ≈'),
    ({"lhs": "a", "rhs": "b", "let": ["a < b"]}, '"let" defines with = or :=, not with <'),
    # what is declared is a name: these were told to be bugs
    (
        {"lhs": r"\Phi(t) A", "rhs": r"A \Phi(t)", "symbols": {r"\Phi(t)": {"shape": ["n", "n"]}}},
        r'symbols: "\\Phi(t)" is no name; if it is a value of a function, write "functions": ["\\Phi"]; such '
        "values are numbers: for an array that depends on something write a name alone",
    ),
    (
        {"lhs": "x", "rhs": "x", "symbols": {"2x": "positive"}},
        r'symbols: "2x" is no name; declare a name, as in "x", "x_1" or "\\alpha"',
    ),
    (
        {"lhs": "x", "rhs": "x", "indices": {"2": "n"}},
        r'indices: "2" is no name; declare a name, as in "x", "x_1" or "\\alpha"',
    ),
]


@pytest.mark.parametrize(("record", "reason"), REASONS)
def test_a_latex_record_is_answered_with_the_reason(record: dict[str, Any], reason: str) -> None:
    assert answer_record({"syntax": "latex", **record}, 10)["reason"] == reason


MEAN = r"(a + b)^2 \bar{x} + x"
SUSPECTED = [
    # one misprint away from a proof, and a doubt about a name is left
    (r"(a^2 - 2ab + b^2) \bar{x} + x", "holds if a**2 - 2*a*b + b**2 is a**2 + 2*a*b + b**2 (a sign)"),
    (r"(a^2 + 3ab + b^2) \bar{x} + x", "holds if 3*a*b is 2*a*b (a number)"),
    # two slips, or another formula: nothing speaks for an error more than for the doubt
    (r"(a^3 - 3ab + b^2) \bar{x} + x", ""),
    (r"(ab + x^2 + 5 b^3) \bar{x} + x", ""),
]


@pytest.mark.parametrize(("rhs", "repair"), SUSPECTED)
def test_what_is_not_understood_and_looks_wrong_is_told(rhs: str, repair: str) -> None:
    answer = answer_record({"syntax": "latex", "lhs": MEAN, "rhs": rhs}, 10)
    assert answer["status"] == "not understood"
    _, looks, told = answer["reason"].partition("; it looks wrong: at ")
    assert (bool(looks), told.endswith(repair)) == (bool(repair), True)
    assert answer["reason"].startswith(
        r"it is refuted as read here, but nothing can be said if \bar{x} is made from x"
    )


def test_from_python_latex_is_asked_for_by_name() -> None:
    assert str(verify(r"\frac{d}{dx} x^2", "2x", syntax="latex").status) == "proved"
    assert str(verify("A B", "B A", syntax="latex").status) == "not understood"


def test_a_record_that_leaves_something_open_is_not_read_as_one_claim() -> None:
    with pytest.raises(RecordError, match="it is open whether A and B are matrices"):
        read_record({"syntax": "latex", "lhs": "A B", "rhs": "B A"})
    assert read_record({"syntax": "latex", "lhs": "x + x", "rhs": "2x"}).relation == "="


DEFINED = [
    # ledger dev-606: the last of two definitions of a name was put in, and the first one not told of
    ({"lhs": "a", "rhs": "2", "let": [["a", "2"], ["a", "3"]]}, "ill-formed"),
    ({"lhs": "a", "rhs": "3", "let": ["a = 2", "a = 3"]}, "ill-formed"),
    ({"lhs": "f(3)", "rhs": "6", "let": [["f(x)", "x^2"], ["f(y)", "2y"]]}, "ill-formed"),
    ({"lhs": "x_2", "rhs": "2", "let": [["x_i", "2"], ["x_2", "3"]]}, "ill-formed"),
    ({"lhs": "x_k", "rhs": "2", "let": [["x_k", "2"], ["x_1", "3"]], "indices": {"k": "n"}}, "ill-formed"),
    ({"lhs": "x_1 + x_2", "rhs": "5", "let": [["x_1", "2"], ["x_2", "3"]]}, "proved"),
    ({"lhs": "W_q + W_k", "rhs": "5", "let": [["W_q", "2"], ["W_k", "3"]]}, "proved"),
    # ledger dev-607: an exponent -1 was that of the inverse function, whatever was meant
    ({"lhs": r"\sin^{-1}(x)", "rhs": r"1 / \sin(x)"}, "not understood"),
    ({"lhs": r"\tan^{-1} x", "rhs": r"\cot x"}, "not understood"),
    ({"lhs": r"\arcsin(x)", "rhs": r"1 / \sin(x)"}, "refuted"),
    ({"lhs": r"\frac{d}{dx} \tan^{-1} x", "rhs": r"\frac{1}{1 + x^2}"}, "proved"),
]


@pytest.mark.parametrize(("record", "status"), DEFINED)
def test_names_are_defined_once_and_signs_stay_open(record: dict[str, Any], status: str) -> None:
    assert answer_record({"syntax": "latex", **record}, 10)["status"] == status
