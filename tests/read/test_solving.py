"""Steps in which equations, inequalities and systems are solved: solutions are neither lost nor gained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.python import read_python
from verify_derivations.render.explanation import explain_step
from verify_derivations.results import StepResult
from verify_derivations.term.notation.text import relation_text

Write = Callable[[str, str], Path]

HEAD = """
    from sympy import *
    from verify_derivations import derivation

    x, y, a, b = symbols("x y a b", real=True)
    p, q = symbols("p q", positive=True)
    n = Symbol("n", integer=True)
    with derivation("solved", "Solved") as d:
"""
FIRST_LINE = 9

PROVED = [
    "equivalent(Eq(x**2, 4), Or(Eq(x, 2), Eq(x, -2)))",
    "implies(Eq(x, 2), Eq(x**2, 4))",
    "equivalent(Eq(2*x + 4, 0), Eq(x, -2))",
    "equivalent(Eq(p**2, p), Eq(p, 1))",  # dividing is allowed here
    "equivalent(Eq(p**2, q**2), Eq(p, q))",
    "equivalent(Eq(x**2, y**2), Or(Eq(x, y), Eq(x, -y)))",
    "implies(Eq(sqrt(x), y), Eq(x, y**2))",
    "equivalent(Eq(exp(x), y), Eq(x, log(y)))",
    "equivalent(Eq(log(x), y), Eq(x, exp(y)))",
    "equivalent(Eq(log(p), log(q)), Eq(p, q))",
    "equivalent(Eq(tanh(x), y), Eq(x, atanh(y)))",
    "equivalent(Eq(exp(2*x), 1), Eq(x, 0))",
    "equivalent(Eq(1/x, 2), Eq(x, Rational(1, 2)))",
    "equivalent(Eq((x**2 - 1)/(x - 1), 0), Eq(x, -1))",
    "equivalent((Eq(x + y, 3), Eq(x - y, 1)), (Eq(x, 2), Eq(y, 1)))",
    "equivalent(Eq(x**3, 0), Eq(x, 0))",
    "equivalent(Eq(x*y, 0), Or(Eq(x, 0), Eq(y, 0)))",
    "equivalent(Eq(x**2 - 5*x + 6, 0), Or(Eq(x, 2), Eq(x, 3)))",
    "equivalent(-2*x < 4, x > -2)",
    "equivalent(p*x < b, x < b/p)",
    "equivalent(p < q, 1/p > 1/q)",
    "equivalent(p < q, p**2 < q**2)",
    "equivalent(Ne(x, 0), Eq(x/x, 1))",
    "equivalent(Eq(x, x + 1), Eq(y, y + 1))",  # neither holds anywhere
]

REFUTED = [
    # what is claimed, the point, and what becomes of it as a solution
    ("equivalent(Eq(x**2, 4), Eq(x, 2))", "x = -2", "lost"),
    ("implies(Eq(x**2, x), Eq(x, 1))", "x = 0", "lost"),
    ("equivalent(Eq(x**2, x), Eq(x**2/x, 1))", "x = 0", "lost"),  # divided by 0
    ("equivalent(Eq(a*x, b), Eq(x, b/a))", "a = 0", "lost"),
    ("equivalent(Eq(sqrt(x), y), Eq(x, y**2))", "y = -1", "gained"),  # squared
    ("implies(Eq(x, y**2), Eq(sqrt(x), y))", "y = -1", "lost"),
    ("equivalent(Eq(log(x), log(y)), Eq(x, y))", "x = -2", "gained"),
    ("equivalent(Eq((x**2 - 1)/(x - 1), 0), Eq(x**2 - 1, 0))", "x = 1", "gained"),  # multiplied by 0
    ("equivalent(Eq(x/y, 0), Eq(x, 0))", "y = 0", "gained"),
    ("equivalent(Eq(sqrt(x)*sqrt(x - 1), 0), Eq(x*(x - 1), 0))", "x = 0", "gained"),
    ("equivalent(Eq(x/x, 1), Eq(x, x))", "x = 0", "gained"),
    ("equivalent(Eq(x**2, y**2), Eq(x, y))", "y = -1", "lost"),
    ("equivalent(Eq(Abs(x), 1), Eq(x, 1))", "x = -1", "lost"),
    ("equivalent(Eq(x**2 + 1, 0), Eq(x, 5))", "x = 5", "gained"),
    ("equivalent((Eq(x + y, 3), Eq(x - y, 1)), (Eq(x, 2), Eq(y, 2)))", "y = 1", "lost"),
    ("equivalent(Eq(x**2 - 5*x + 6, 0), Or(Eq(x, 2), Eq(x, 4)))", "x = 3", "lost"),
    ("equivalent(-2*x < 4, x < -2)", "x = 1", "lost"),  # multiplied by a negative number
    ("equivalent(a*x < b, x < b/a)", "a = -1/2", "lost"),
    ("equivalent(1/x < 1, x > 1)", "x = -2", "lost"),
    ("implies(x < y, x**2 < y**2)", "x = -2", "lost"),
    ("equivalent(x > 0, x >= 0)", "x = 0", "gained"),
    ("implies(Eq(x, 1), Eq(1/(x - 1), 1/(x - 1)))", "x = 1", "lost"),
]

UNDECIDED = [
    "implies(Eq(sin(x), sin(y)), Eq(x, y))",  # no exact point is found at which it fails
    "implies(Eq(x**2, 2), Eq(x, 1))",  # the solutions are no rational numbers
    "implies(Eq(x*(x - 1), 0), Or(Eq(1/x, 1), Eq(x, 0)))",  # true, though an alternative has no value
]


@pytest.fixture
def told(write: Write) -> Callable[[str], StepResult]:
    def _told(line: str) -> StepResult:
        document = read_python(str(write("solved.py", HEAD + f"        d.{line}\n")))
        assert document.diagnostics == ()
        (result,) = check_documents([document], seconds=5).steps()
        return result

    return _told


@pytest.mark.parametrize("line", PROVED)
def test_a_step_that_keeps_the_solutions_is_proved(told: Callable[[str], StepResult], line: str) -> None:
    result = told(line)
    assert (str(result.status), result.step.span.line) == ("proved", FIRST_LINE)
    assert result.verdict is not None
    assert result.verdict.conditions == ()


@pytest.mark.parametrize(("line", "at", "becomes"), REFUTED)
def test_a_solution_that_is_lost_or_gained_is_shown(
    told: Callable[[str], StepResult], line: str, at: str, becomes: str
) -> None:
    verdict = told(line).verdict
    assert verdict is not None
    assert str(verdict.status) == "refuted"
    assert at in str(verdict.witness)
    assert verdict.reason.startswith(f"a solution is {becomes}: ")


@pytest.mark.parametrize("line", UNDECIDED)
def test_what_is_out_of_reach_is_undecided(told: Callable[[str], StepResult], line: str) -> None:
    assert str(told(line).status) == "undecided"


def test_a_step_that_only_leads_on_may_be_told_so(told: Callable[[str], StepResult]) -> None:
    repair = told("equivalent(Eq(sqrt(x), y), Eq(x, y**2))").repair
    assert repair is not None
    assert (repair.side, repair.old, repair.new) == ("relation", "⇔", "⇒")


def test_the_proof_says_what_the_difference_is_a_multiple_of(write: Write) -> None:
    document = read_python(str(write("solved.py", HEAD + "        d.equivalent(Eq(p**2, q**2), Eq(p, q))\n")))
    (result,) = check_documents([document]).steps()
    lines = "\n".join(explain_step(result, document.derivations[0]))
    assert "Where p**2 = q**2:" in lines
    assert "(p - q)**1 = 0 + (p**2 - q**2)/(p + q)" in lines
    claim = result.step.claim
    assert claim is not None
    assert relation_text(claim.lhs, claim.relation, claim.rhs) == "p**2 = q**2 ⇔ p = q"


@pytest.mark.parametrize(
    "line", ["implies(x, Eq(x, 1))", "implies(Eq(x, 1), True)", "equivalent(Eq(x, 1), Or(Eq(x, 1), y))"]
)
def test_what_is_no_condition_is_a_mistake_of_the_author(write: Write, line: str) -> None:
    document = read_python(str(write("solved.py", HEAD + f"        d.{line}\n")))
    [diagnostic] = document.diagnostics
    assert diagnostic.span is not None
    assert diagnostic.span.line == FIRST_LINE
    assert diagnostic.code in ("VD201", "VD202")
