"""Random claims about arrays, judged independently: no verdict is wrong, most that holds is proved.

A bounded run; `soak.py --what arrays` tries as many as one likes.
"""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from array_generate import Case, case
from array_instances import counterexample, instances
from array_judge import differ
from array_trial import tried
from trial import DEFECTS, Outcome

SEED, SECONDS = 1, 1.0
EQUAL, MUTANTS, FORGED = 40, 60, 4


@cache
def outcome(trial: str, kind: str, number: int) -> Outcome:
    return tried(trial, case(SEED, number, kind), Random(number), SECONDS)


def failures(trial: str, kind: str, count: int, *, defects: bool = False) -> list[str]:
    found = [(number, outcome(trial, kind, number)) for number in range(count)]
    return [
        f"case({SEED}, {n}, {kind!r}): {o.failure}"
        for n, o in found
        if o.failure and (o.said in DEFECTS) is defects
    ]


def test_with_nobody_looking_for_counterexamples_only_what_holds_is_proved():
    assert failures("prover alone", "mutant", MUTANTS) == []


def test_what_is_equal_by_laws_is_not_refuted():
    assert failures("refuter alone", "equal", EQUAL) == []


def test_an_instance_that_refutes_is_one_at_which_the_sides_differ():
    assert failures("refuter alone", "mutant", MUTANTS) == []


def test_an_argument_that_assumes_too_much_is_accepted_only_for_what_holds():
    assert failures("forger", "mutant", FORGED) == []


@pytest.mark.parametrize("kind", ["equal", "mutant"])
def test_no_verdict_is_wrong_and_nothing_is_raised(kind):
    assert failures("both", kind, EQUAL) == []
    assert failures("both", kind, EQUAL, defects=True) == []


def test_nearly_all_that_is_equal_by_laws_is_proved():
    said = [outcome("both", "equal", number).said for number in range(EQUAL)]
    assert said.count("proved") >= EQUAL * 95 // 100


# ---- the judge itself ------------------------------------------------------------------------------
SQUARE = {"A": {"shape": ["n", "n"]}, "B": {"shape": ["n", "n"]}, "x": {"shape": ["n"]}}
KNOWN = [
    # left, right, whether they differ
    ("T(A@B)", "T(B)@T(A)", False),
    ("T(A@B)", "T(A)@T(B)", True),
    ("inv(A@B)", "inv(B)@inv(A)", False),
    ("inv(A@B)", "inv(A)@inv(B)", True),
    ("grad(x@A@x, x)", "(A + T(A))@x", False),
    ("grad(x@A@x, x)", "2*A@x", True),
    ("jac(softmax(x), x)", "diag(softmax(x)) - outer(softmax(x), softmax(x))", False),
    ("grad(det(A), A)", "det(A)*T(inv(A))", False),
    ("grad(det(A), A)", "det(A)*inv(A)", True),
    ("D(S(i, x[i]**3), x[j])", "3*x[j]**2", False),
    ("D(S(i, x[i]**3), x[j])", "3*x[i]**2", True),
    ("jac(grad(sum(exp(x)), x), x)", "diag(exp(x))", False),
    ("dd(inv(A), A, B)", "-inv(A)@B@inv(A)", False),
    ("vec(A@B)", "kron(eye(n), A)@vec(B)", False),
    ("vec(A@B)", "kron(A, eye(n))@vec(B)", True),
    ("sum(A, 0)", "ones(n)@A", False),
    ("sum(A, 0)", "A@ones(n)", True),
    ("f2(x)", "jac(f1(x), x)@ones(n)", False),
]


@pytest.mark.parametrize(("lhs", "rhs", "differs"), KNOWN)
def test_the_judge_tells_what_is_known(lhs, rhs, differs):
    record = {"lhs": lhs, "rhs": rhs, "symbols": SQUARE, "indices": {"i": "n", "j": "n"}, "functions": ["f"]}
    found = [differ(record, sizes, values) for sizes, values in instances(record, Random(1), 3)]
    assert (True in found) is differs
    assert False in found  # at size 1, where nearly everything is equal, or at all of them


@pytest.mark.parametrize("text", ["log(-1 - sum(x**2))", "x/0", "inv(ones(2, 2))[1, 1]", "grad(norm(y), y)"])
def test_the_judge_knows_where_there_is_no_value(text):
    record = {"lhs": text, "rhs": text, "symbols": {"x": {"shape": ["n"]}}, "let": [["y", "0*x"]]}
    found = [differ(record, sizes, values) for sizes, values in instances(record, Random(1), 3)]
    assert set(found) == {None}


def test_laws_give_equal_expressions_and_mutations_mostly_others():
    """The generator tells the truth: what it calls equal never differs, what it mutates mostly does."""
    differing = {
        kind: sum(_differs(case(2, number, kind)) for number in range(40)) for kind in ("equal", "mutant")
    }
    assert differing["equal"] == 0
    assert differing["mutant"] >= 20


def _differs(made: Case) -> bool:
    return counterexample(made.record, Random(0), 3) is not None
