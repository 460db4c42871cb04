"""Records that state a step between conditions, or a chain in one: solutions kept, lost or gained."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.answers import answer_record

PLAIN = [
    # the left condition, the relation, the right one, what else is said, the verdict, words of the reason
    ("x**2 = 4", "equivalent", "x = 2 or x = -2", {}, "proved", ""),
    ("x**2 = 4", "iff", "x = 2", {}, "refuted", "a solution is lost"),
    ("x**2 = 4", "<=>", "x == 2", {"symbols": {"x": "positive"}}, "proved", ""),
    ("x = 2", "implies", "x**2 = 4", {}, "proved", ""),
    ("x**2 = 4", "=>", "x = 2", {}, "refuted", "a solution is lost"),
    ("sqrt(x) = y", "equivalent", "x = y**2", {}, "refuted", "a solution is gained"),
    ("x + y = 3 and x - y = 1", "iff", "x = 2 and y = 1", {}, "proved", ""),
    ("0 < x < 1", "implies", "x**2 < 1", {}, "proved", ""),
    ("a*x = b", "iff", "x = b/a", {"given": ["a != 0"]}, "proved", ""),
    ("a*x = b", "iff", "x = b/a", {}, "refuted", "is not defined (a must be != 0, and is 0"),
    ("y = f(x)", "iff", "2*y = 2*f(x)", {"functions": ["f"]}, "proved", ""),
    ("exp(z) = 3", "iff", "z = log(3)", {"let": [["z", "2*t"]]}, "proved", ""),
    ("x**2 >= 4", "=>", "x", {}, "not understood", '"at least" is >='),
    ("x = 1", "iff", "x = 1 and y = 1 or y = 2", {}, "not understood", "'and' connects here, and not both"),
    ("x = 1", "iff", "x = 1 or 0 < y < 1", {}, "not understood", "one of several conditions"),
    ("x = 1", "iff", "g(x) = 1", {}, "not understood", "nothing is known about the function g"),
    ("1/0 = x", "iff", "x = 1", {}, "ill-formed", "divides by zero"),
    ("x < 1", "<", "2", {}, "not understood", "a comparison is no expression"),
    ("v = 0", "iff", "2*v = 0", {"symbols": {"v": {"shape": ["n"]}}}, "not understood", "on arrays"),
]

LATEX = [
    ("x^2 = 4", r"\iff", r"x = \pm 2", {}, "proved", ""),
    ("x^2 = 4", r"\Leftrightarrow", r"x = 2 \text{ or } x = -2", {}, "proved", ""),
    ("x^2 = 4", r"\iff", "x = 2", {}, "refuted", "a solution is lost"),
    ("x^2 = 4", "equivalent", "x = 2", {"symbols": {"x": "positive"}}, "proved", ""),
    (r"x = \sqrt{y}", r"\iff", "x^2 = y", {}, "refuted", "a solution is gained"),
    (r"\begin{cases} x+y = 3 \\ x-y = 1 \end{cases}", r"\iff", r"x = 2 \text{ and } y = 1", {}, "proved", ""),
    (
        "ax^2 + bx + c = 0",
        r"\iff",
        r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
        {"given": [r"a \neq 0"]},
        "proved",
        "",
    ),
    ("|x| < 1", r"\iff", "-1 < x < 1", {}, "proved", ""),
    ("2x = 4.", r"\implies", "x = 2", {}, "proved", ""),
    ("AB = 0", r"\iff", r"A = 0 \text{ or } B = 0", {}, "not understood", "if A and B are matrices"),
    ("A^2 = 1", r"\iff", r"A = \pm 1", {}, "not understood", "if A is a matrix"),
    ("A^2 = 1", r"\iff", r"A = \pm 1", {"symbols": {"A": "real"}}, "proved", ""),
    (r"x \pm y = \pm 1", r"\iff", "x = 1", {}, "not understood", "several signs that may be both"),
    (r"x \in A", r"\iff", "x = 1", {}, "not understood", "no comparison"),
    ("x = 1, y = 2", r"\iff", "x = 1", {}, "not understood", "this is no condition"),
    ("x + 1", r"\iff", "x = 1", {}, "not understood", "this is no condition"),
    (r"\sum_{i=1}^n x_i = 0", r"\iff", r"2\sum_{i=1}^n x_i = 0", {}, "not understood", "on arrays"),
]


def answered(lhs: str, relation: str, rhs: str, **more: Any) -> dict[str, Any]:
    return answer_record({"lhs": lhs, "relation": relation, "rhs": rhs, **more}, 5.0)


@pytest.mark.parametrize(("lhs", "relation", "rhs", "more", "status", "words"), PLAIN)
def test_steps_between_conditions(
    lhs: str, relation: str, rhs: str, more: dict[str, Any], status: str, words: str
) -> None:
    answer = answered(lhs, relation, rhs, **more)
    assert answer["status"] == status, answer["reason"]
    assert words in answer["reason"]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "more", "status", "words"), LATEX)
def test_the_same_in_latex(
    lhs: str, relation: str, rhs: str, more: dict[str, Any], status: str, words: str
) -> None:
    answer = answered(lhs, relation, rhs, syntax="latex", **more)
    assert answer["status"] == status, answer["reason"]
    assert words in answer["reason"]


def test_an_answer_tells_the_solution_that_is_lost_and_how_both_conditions_are_read() -> None:
    answer = answered("x^2 = 4", r"\iff", "x = 2", syntax="latex")
    assert answer["witness"]["values"] == {"x": "-2"}
    assert answer["read_as"] == "x**2 = 4 ⇔ x = 2"


CHAINS = [
    (r"(x+1)^2 = x^2 + 2x + 1", "(x+1)(1+x)", "proved", ""),
    (
        r"\begin{aligned} (x+1)^2 &= x^2+2x+1 \\ &= x^2+2x \end{aligned}",
        "x^2+2x+1",
        "refuted",
        "step 2 of 3: ",
    ),
    (r"\frac{x^2-1}{x-1} = x + 1", "1 + x", "proved", ""),
    (
        "2x = 4",
        "x = 2",
        "not understood",
        'are said to be equivalent, it is proved; declare which is meant: "rel',
    ),
    (r"x \in A", "x", "not understood", "something else than equations"),
    ("x + y = z + w", "2x + y - x", "not understood", "step 1 of 2"),
]


@pytest.mark.parametrize(("lhs", "rhs", "status", "words"), CHAINS)
def test_a_side_of_a_record_may_be_a_chain(lhs: str, rhs: str, status: str, words: str) -> None:
    answer = answered(lhs, "=", rhs, syntax="latex")
    assert answer["status"] == status, answer["reason"]
    assert words in answer["reason"]


def test_a_chain_is_proved_under_the_conditions_of_all_of_its_steps() -> None:
    answer = answered(r"\frac{x^2-1}{x-1} = x + 1", "=", r"\frac{x^2+x}{x}", syntax="latex")
    assert answer["status"] == "proved"
    assert set(answer["conditions"]) == {"x - 1 != 0", "x != 0"}
    assert answer["read_as"].count(" = ") == 2
