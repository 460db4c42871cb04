"""Wrong verdicts on LaTeX records: what convention makes of a name may not be guessed."""

from __future__ import annotations

import pytest

from verify_derivations.answers import answer_record


def verdict(lhs: str, rhs: str, relation: str = "=") -> dict[str, object]:
    return answer_record({"syntax": "latex", "lhs": lhs, "relation": relation, "rhs": rhs}, 10)


# true as their authors mean them, or open: they must not be refuted
NOT_REFUTED = [
    (r"\delta_{ij}", r"\delta_{ji}", "array of any numbers"),
    (r"\sum_j \delta_{ij} x_j", "x_i", "array of any numbers"),
    (r"\delta_{ij} \delta_{jk}", r"\delta_{ik}", "summed over"),
    (r"\delta_i^j", r"\delta_j^i", "which stands on the left side only"),
    (r"\sigma'(z)", r"\sigma(z)(1 - \sigma(z))", "a particular function"),
    (r"\Phi(-x)", r"1 - \Phi(x)", "a particular function"),
    (r"\bar{x}", r"\frac1n \sum_i x_i", "is made from x"),
    (r"z \bar z", "|z|^2", "is made from z"),
    (r"\sin x y", r"y \sin x", "sin takes the first factor only"),
    (r"\tan x / y", r"\tan(x/y)", "the argument of tan is divided"),
    (r"\frac{d}{dx} \sin (n+1)x", r"(n+1)\cos((n+1)x)", "behind its brackets"),
    (r"\mathbf{a} \times \mathbf{b}", r"-\mathbf{b} \times \mathbf{a}", "a cross product"),
    (r"\log 100", "2", r"\log is to base 10"),
    ("i^2", "-1", "i is the imaginary unit"),
    (r"\varphi^2", r"\varphi + 1", "the golden ratio"),
    ("I^2", "I", "an identity matrix"),
    (r"\sqrt{\sigma^2}", r"\sigma", r"\sigma is positive"),
    (r"n \sin(n\pi)", "0", "stands on the left side only"),
    (r"\cos(2\pi n) n", "n", "n is a positive whole number"),
    (r"\sum_i p_i (1 - p_i)", r"1 - \sum_i p_i^2", "add up to 1"),
    (r"\nabla_x (x^T A x)", "2 A x", "A is symmetric"),
    ("A", "A^T", "A is symmetric"),
    ("E", "m c^2", "which stands on the left side only"),
    ("F_{n+1}^2 - F_n F_{n+1}", "F_n^2 + F_{n+1}", "members of one sequence"),
    ("x_{n+1}^2 - x_n x_{n+1}", "x_n^2 + x_{n+1}", "members of one sequence"),
    (r"\epsilon_{ijk} \epsilon_{ijk}", r"6 + \epsilon_{ijk}", "the Levi-Civita symbol"),
]


@pytest.mark.parametrize(("lhs", "rhs", "reason"), NOT_REFUTED, ids=[row[0] for row in NOT_REFUTED])
def test_it_is_not_refuted(lhs: str, rhs: str, reason: str) -> None:
    found = verdict(lhs, rhs)
    assert found["status"] == "not understood"
    assert reason in str(found["reason"])


def test_bold_small_letters_are_vectors() -> None:
    assert verdict(r"\mathbf{w}^T \mathbf{x}", r"\mathbf{x}^T \mathbf{w}")["status"] == "proved"


NO_VALUE = [
    (r"\sqrt[3]{-8}", "-2", "odd degree"),
    ("0^0", "1", "convention"),
    (r"0 \log 0", "0", "convention"),
    (r"\operatorname{sgn}(0)", "0", "convention"),
]


@pytest.mark.parametrize(("lhs", "rhs", "reason"), NO_VALUE, ids=[row[0] for row in NO_VALUE])
def test_what_has_a_value_by_convention_is_not_vacuous(lhs: str, rhs: str, reason: str) -> None:
    found = verdict(lhs, rhs)
    assert (found["status"], reason in str(found["reason"])) == ("not understood", True)


NOT_PROVED = [
    (r"x \times y", r"y \times x", "a cross product"),
    ("(A + B)(A - B)", "A^2 - B^2", "A and B are matrices, it is refuted"),
    ("e^{A + B}", "e^A e^B", "A and B are matrices"),
    (r"(\mathbf{x} \cdot \mathbf{y}) \mathbf{z}", r"\mathbf{x} (\mathbf{y} \cdot \mathbf{z})", "are vectors"),
    ("W_1 W_2 x", "W_2 W_1 x", "W_1 and W_2 are matrices"),
    ("|i|^2 + i^2", "2 i^2", "i is the imaginary unit"),
]


@pytest.mark.parametrize(("lhs", "rhs", "reason"), NOT_PROVED, ids=[row[0] for row in NOT_PROVED])
def test_it_is_not_proved(lhs: str, rhs: str, reason: str) -> None:
    found = verdict(lhs, rhs)
    assert found["status"] == "not understood"
    assert reason in str(found["reason"])


MISREAD = [
    (r"\frac{d}{dt} x^2", "0", "nothing says how x depends on t"),
    (r"\mathbb{E} x y", r"y \mathbb{E} x", "an expectation"),
    ("f^{-1}(f(x))", "x", "an inverse function or a quotient"),
    ("n!!", "n (n - 2)!!", "a double factorial"),
    (r"\Re z", "z", "a real part"),
]


@pytest.mark.parametrize(("lhs", "rhs", "reason"), MISREAD, ids=[row[0] for row in MISREAD])
def test_what_was_misread_is_not_read(lhs: str, rhs: str, reason: str) -> None:
    found = verdict(lhs, rhs)
    assert (found["status"], reason in str(found["reason"])) == ("not understood", True)


# what is wrong whatever the names mean is refuted all the same
STILL_REFUTED = [
    ("(a + b)^2", "a^2 + b^2"),
    (r"\frac{d}{dx} \sin k x", r"k \sin k x"),
    (r"\frac{d}{dx} \log x", r"\frac{2}{x^2}"),
    (r"\sin 2x", r"2 \sin x"),
    ("AB + A", "AB + 2A"),
    (r"\sqrt{x^2}", "x"),
    (r"\frac{n(n + 1)}{2}", r"\frac{n^2}{2}"),
]


@pytest.mark.parametrize(("lhs", "rhs"), STILL_REFUTED)
def test_what_no_meaning_mends_is_refuted(lhs: str, rhs: str) -> None:
    assert verdict(lhs, rhs)["status"] == "refuted"


def test_a_trace_takes_what_stands_beside_it() -> None:
    assert verdict(r"\operatorname{tr} A B", r"B \operatorname{tr} A")["status"] == "not understood"


def test_an_integral_of_an_unknown_function_is_enclosed() -> None:
    integral = r"\int_0^1 f(x) \, dx"
    record = {"syntax": "latex", "lhs": integral, "rhs": f"2 {integral}", "functions": ["f"]}
    assert answer_record(record, 10)["status"] == "refuted"
    assert verdict(r"\int_a^b f(x) \, dx", r"-\int_b^a f(x) \, dx")["status"] in ("proved", "undecided")
