"""What a claim file tells in a word (ranges, monotonicity, extrema, digits) becomes claims to be judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Step
from verify_derivations.read.python import read_python
from verify_derivations.results import StepResult
from verify_derivations.term.notation.text import relation_text, text

Write = Callable[[str, str], Path]

HEAD = """
    from sympy import *
    from verify_derivations import D, derivation

    x, y, p, t, a, b = symbols("x y p t a b", real=True)
    g, s, n = Function("g"), Symbol("s"), Symbol("n", integer=True)
    with derivation("told", "Told in a word") as d:
        d.define(g(x), 1 / (1 + exp(-x)))
        d.define(s, g(x)**2)
        d.declare(p, domain="unit")
"""
FIRST_LINE = 11


@pytest.fixture
def told(write: Write) -> Callable[..., list[StepResult]]:
    """The results of the lines, the definitions left out."""

    def _told(*lines: str) -> list[StepResult]:
        path = write("told.py", HEAD + "".join(f"        {line}\n" for line in lines))
        document = read_python(str(path))
        assert document.diagnostics == ()
        return list(check_documents([document]).steps())[2:]

    return _told


def shown(step: Step) -> str:
    """The claim in the plain notation, with what is assumed."""
    assert step.claim is not None
    claim = step.claim
    given = [f"{text(c.lhs)} {c.relation} {text(c.rhs)}" for c in claim.context.assumptions]
    where = f" where {', '.join(given)}" if given else ""
    return relation_text(claim.lhs, claim.relation, claim.rhs) + where


HOLD = [
    # what is told, and the claims that it becomes
    ('d.claim(g(x), "<", 1)', ["g(x) < 1"]),
    ('d.claim(g(x), "≤", 1)', ["g(x) <= 1"]),
    ("d.claim(g(x) >= 0)", ["g(x) >= 0"]),
    ('d.approx(g(Rational(-11, 2)), "0.0041")', ["g(-11/2) ≈ 0.0041"]),
    ('d.claim(pi, "≈", "3.14...")', ["pi ≈ 3.14..."]),
    ("d.within(g(x), Interval.open(0, 1))", ["g(x) > 0", "g(x) < 1"]),
    ("d.within(x**2, Interval(0, oo))", ["x**2 >= 0"]),
    ('d.within(exp(x), "positive")', ["exp(x) > 0"]),
    (
        "d.range(g(x), Interval.open(0, 1), reached={x: log(t / (1 - t))})",
        ["g(x) > 0", "g(x) < 1", "g(log(t/(1 - t))) is defined", "g(log(t/(1 - t))) = t"],
    ),
    (
        "d.range(p**2, Interval.open(0, 1), reached={p: sqrt(t)})",
        [
            "p**2 > 0",
            "p**2 < 1",
            "sqrt(t) > 0",
            "sqrt(t) < 1",
            "sqrt(t)**2 is defined",
            "sqrt(t)**2 = t",
        ],
    ),
    ("d.defined(log(1 + x**2))", ["log(1 + x**2) is defined"]),
    ("d.domain(exp(x), x, Reals)", ["exp(x) is defined"]),
    ("d.domain(log(x - 1), x, Interval.open(1, oo))", ["log(x - 1) is defined", "x - 1 <= 0"]),
    ("d.domain(1/x, x, 'nonzero')", ["1/x is defined", "0 = 0"]),
    ("d.increasing(g(x), x)", ["g(x_1) < g(x_2) where x_1 < x_2"]),
    ("d.decreasing(exp(-x), x)", ["exp(-x_1) > exp(-x_2) where x_1 < x_2"]),
    ("d.nondecreasing(x**3, x)", ["x_1**3 <= x_2**3 where x_1 < x_2"]),
    ("d.nonincreasing(-x, x)", ["-x_1 >= -x_2 where x_1 < x_2"]),
    ("d.increasing(s, x)", ["(1/(1 + exp(-x_1)))**2 < (1/(1 + exp(-x_2)))**2 where x_1 < x_2"]),
    ("d.increasing(D(-log(p), p), p, because='p < 1')", None),
    (
        "d.convex(x**2, x)",
        ["(t*x_1 + (1 - t)*x_2)**2 <= t*x_1**2 + (1 - t)*x_2**2"],
    ),
    (
        "d.concave(log(p), p, strictly=True)",
        ["log(t*p_1 + (1 - t)*p_2) > t*log(p_1) + (1 - t)*log(p_2) where p_1 < p_2"],
    ),
    ("d.convex(x**4, x, strictly=True)", None),
    ("d.convex(-log(g(x)), x)", None),
    ("d.convex(log(1 + exp(x)), x, strictly=True)", None),
    ("d.convex(a*x + b, x)", None),
    ("d.concave(a*x + b, x)", None),
    ("d.convex(exp(a*x), x)", None),
    ("d.convex(p*log(p), p)", None),
    ("d.passes_through(exp(x), {x: 0}, 1)", ["exp(0) = 1"]),
    ("d.passes_through(s, {x: 0}, Rational(1, 4))", ["(1/(1 + exp(-0)))**2 = 1/4"]),
    ("d.minimum(x**2 - 2*x, {x: 1}, -1)", ["1**2 - 2*1 = -1", "x**2 - 2*x >= 1**2 - 2*1"]),
    ("d.maximum(D(g(x), x), {x: 0})", None),
    ("d.minimum(-log(p), {p: p})", ["p > 0", "p < 1", "-log(p) >= -log(p)"]),
    ("d.proportional(a * g(x), g(x), x)", ["a*g(x_1)/g(x_1) = a*g(x_2)/g(x_2)"]),
    ("d.proportional(a * b * g(x), g(x), x, factor=a * b)", ["a*b*g(x) = (a*b)*g(x)"]),
]

FAIL = [
    'd.approx(g(Rational(-11, 2)), "0.0040")',
    "d.defined(log(x))",
    "d.defined(1 / (x - 7))",
    "d.domain(log(x), x, Interval(0, oo))",
    "d.domain(log(x), x, Interval.open(1, oo))",
    "d.increasing(-log(p), p)",
    "d.increasing(x**2, x)",
    "d.minimum(x**2 - 2*x, {x: 0})",
    "d.maximum(x**2 - 2*x, {x: 1})",
    "d.passes_through(exp(x), {x: 1}, 1)",
    "d.convex(x**3, x)",
    "d.convex(g(x), x)",
    "d.convex(-Abs(x), x)",
    "d.convex(a*x + b, x, strictly=True)",
    "d.convex(a*x**2, x)",
    "d.convex(x**4 - x**2/100, x)",
    "d.concave(log(x)*x, x)",
    "d.proportional(x**2, x, x)",
    "d.proportional(a * x, x, x, a)",
]


@pytest.mark.parametrize(("line", "claims"), HOLD)
def test_it_becomes_claims_that_are_proved(
    told: Callable[..., list[StepResult]], line: str, claims: list[str] | None
) -> None:
    results = told(line)
    assert [(str(r.status), r.step.span.line) for r in results] == [("proved", FIRST_LINE)] * len(results)
    if claims is not None:
        assert [shown(r.step) for r in results] == claims


def test_a_correction_of_what_does_not_increase_is_compared_at_the_same_two_values(
    told: Callable[..., list[StepResult]],
) -> None:
    results = told("d.decreasing(log(x), x, expect='refuted', wrong='it increases', corrected=-log(x))")
    assert [(str(r.status), shown(r.step)) for r in results] == [
        ("refuted", "log(x_1) > log(x_2) where x_1 < x_2"),
        ("proved", "-log(x_1) > -log(x_2) where x_1 < x_2"),
    ]


@pytest.mark.parametrize("line", FAIL)
def test_what_is_wrong_is_refuted(told: Callable[..., list[StepResult]], line: str) -> None:
    assert "refuted" in [str(r.status) for r in told(line)]


def test_what_only_lies_in_an_interval_does_not_range_over_it(told: Callable[..., list[StepResult]]) -> None:
    results = told("d.range(sin(x), Interval(-2, 2), reached={x: asin(t)})")
    assert [str(r.status) for r in results] == ["proved", "proved", "refuted", "proved"]
    assert results[2].verdict is not None
    assert results[2].verdict.reason == "1 - t**2 must be >= 0, and is -3.00000 at this point"


def test_a_chain_may_hold_other_signs(told: Callable[..., list[StepResult]]) -> None:
    results = told(
        "d.begin(g(x) * (1 - g(x)))",
        'd.then("<=", Rational(1, 4))',
        'd.then("<", 1)',
        "d.equals(Integer(2) - 1)",
    )
    assert [(shown(r.step), str(r.status)) for r in results] == [
        ("g(x)*(1 - g(x)) <= 1/4", "proved"),
        ("g(x)*(1 - g(x)) < 1", "proved"),
        ("g(x)*(1 - g(x)) < 2 - 1", "proved"),
    ]
    assert [r.step.relation for r in results] == ["<=", "<", "="]
    assert [str(r.local.status) for r in results if r.local] == ["proved", "proved"]


def test_signs_that_lead_nowhere_leave_the_step_alone(told: Callable[..., list[StepResult]]) -> None:
    results = told("d.begin(x**2)", 'd.then(">=", 0)', 'd.then("<", exp(x))')
    assert [shown(r.step) for r in results] == ["x**2 >= 0", "0 < exp(x)"]


def test_a_corrected_decimal_is_judged_as_one(told: Callable[..., list[StepResult]]) -> None:
    line = 'd.approx(g(Rational(2, 5)), "0.5986", expect="refuted", wrong="cut off", corrected="0.5987")'
    assert [(shown(r.step), str(r.status)) for r in told(line)] == [
        ("g(2/5) ≈ 0.5986", "refuted"),
        ("g(2/5) ≈ 0.5987", "proved"),
    ]


MISTAKES = [
    ("d.approx(pi, 3.14)", "VD202", "does not tell the digits that were printed"),
    ('d.approx(pi, "three")', "VD104", ""),
    ('d.claim(x, "<<", 1)', "VD203", "the relation '<<' is none of"),
    ("d.claim(x, 1, 2)", "VD202", "two sides with the sign between them"),
    ("d.within(x, Interval(-oo, oo))", "VD202", "an interval with an end"),
    ("d.within(x, 'nonzero')", "VD202", "an interval with an end"),
    ("d.range(g(x), Interval.open(0, 1), reached={x: 0})", "VD202", "takes one"),
    ("d.range(g(x), Interval.open(0, 1), reached={x: log(x)})", "VD202", "occurs in the expression"),
    ("d.increasing(x**2, x + 1)", "VD207", "is no symbol"),
    ("d.domain(log(x)/x, x, Interval.open(0, oo))", "VD202", "more than one thing"),
    ("d.convex(x**2, x + 1)", "VD207", "is no symbol"),
    ("d.convex(n**2, n)", "VD202", "on an interval of real numbers"),
    ("d.proportional(x, y)", "VD202", "needs the symbols"),
    ("d.proportional(x, y, x, factor=x / y)", "VD202", "is not free of x"),
]


@pytest.mark.parametrize(("line", "code", "words"), MISTAKES)
def test_a_mistake_is_told_at_its_line(write: Write, line: str, code: str, words: str) -> None:
    path = write("told.py", HEAD + f"        {line}\n")
    document = read_python(str(path))
    if code == "VD104":
        (step,) = list(document.derivations[0].steps)[2:]
        assert step.unreadable is not None
        assert "no decimal" in step.unreadable[1]
        return
    [diagnostic] = document.diagnostics
    assert (diagnostic.code, diagnostic.span and diagnostic.span.line) == (code, FIRST_LINE)
    assert words in diagnostic.message
