"""Wrong verdicts on LaTeX records: what convention makes of a name may not be guessed."""

from __future__ import annotations

import pytest

from verify_derivations.answers import answer_record


def verdict(lhs: str, rhs: str, relation: str = "=") -> dict[str, object]:
    return answer_record({"syntax": "latex", "lhs": lhs, "relation": relation, "rhs": rhs}, 10)


# true as their authors mean them, or open: they must not be refuted
NOT_REFUTED = [
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


def test_two_indices_and_nothing_else_are_those_of_kronecker_s_delta() -> None:
    assert verdict(r"\delta_{ij}", r"\delta_{ji}")["status"] == "proved"
    assert verdict(r"\sum_j \delta_{ij} x_j", "x_i")["status"] == "proved"


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
    # what is put in at a bar or between bounds, and how far that reaches
    (r"\left. \sum_{i=1}^n x_i^2 \right|_{x_1=3}", r"\sum_{i=1}^n x_i^2", "no name of a number"),
    (r"\left. e^x \right|_{e=2}", "e^x", "no name of a number"),
    ("[y]_i^2", "2 - i", "an entry to a power"),
    (r"\left. y \right|_{x=2}", "y", "how y depends on x is not seen here"),
    (r"(x - a) \frac{d}{dx} x^2 \Big|_{x=a}", "0", "whether the bar is of the derivative only"),
    (r"1 + x^2 \Big|_0^1", "1", "the bar is of the last term only, it is refuted"),
    (r"x + \frac{d}{dx} x^2 \Big|_{x=1}", "3", "the bar is of the last term only, it is refuted"),
    (r"\left. x^2 \right|_{x=0}^{t=1}", "1", "for which name"),
]


@pytest.mark.parametrize(("lhs", "rhs", "reason"), NOT_PROVED, ids=[row[0] for row in NOT_PROVED])
def test_it_is_not_proved(lhs: str, rhs: str, reason: str) -> None:
    found = verdict(lhs, rhs)
    assert found["status"] == "not understood"
    assert reason in str(found["reason"])


AT_TWO_POINTS = (r"\left. \frac{d}{dx} x^2 \right|_{x=a} = 2", r"\left. \frac{d}{dx} x^3 \right|_{x=a} = 2")


def test_derivatives_at_points_on_both_sides_of_a_step_are_not_one() -> None:
    found = verdict(AT_TWO_POINTS[0], AT_TWO_POINTS[1], r"\iff")
    assert (found["status"], "two derivatives at points" in str(found["reason"])) == ("not understood", True)
    assert verdict(AT_TWO_POINTS[0], "a = 1", r"\iff")["status"] == "proved"


def test_what_is_put_in_reaches_into_a_derivative_at_a_point() -> None:
    inner = r"\left. \frac{d}{dx} (x y) \right|_{x=1}"
    assert verdict(rf"\left. \left( {inner} \right) \right|_{{y=2}}", "2")["status"] == "proved"
    assert verdict(rf"\left. \left( {inner} \right) \right|_{{y=2}}", "3")["status"] == "refuted"
    assert verdict(rf"\lim_{{y \to 2}} {inner}", "y")["status"] == "not understood"


def test_values_of_one_name_in_rows_may_be_alternatives() -> None:
    rows = r"\begin{cases} x = 2 \\ x = -2 \end{cases}"
    found = verdict("x^2 = 4", rows, r"\iff")
    assert (found["status"], "all of these values, or one" in str(found["reason"])) == (
        "not understood",
        True,
    )


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
