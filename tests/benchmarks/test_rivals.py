"""What the rivals are asked is what the record says, and the counting is right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import sympy

sys.path.insert(
    0, str(Path(__file__).resolve().parents[2])
)  # the benchmarks are run from the root, not installed

from benchmarks.cases import Case, sample
from benchmarks.children import MaximaChild
from benchmarks.compare import summary
from benchmarks.engines import LEFT_OUT, equals, ours, simplify
from benchmarks.growth import chain, logistic, softmax
from benchmarks.maxima import installed, maxima_text
from benchmarks.to_sympy import Translation, difference

from verify_derivations.read.records import read_record
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Apply, Symbol


def record(lhs: str, rhs: str, **symbols: str) -> dict[str, Any]:
    return {"lhs": lhs, "rhs": rhs, "symbols": {name: {"domain": domain} for name, domain in symbols.items()}}


def test_a_translation_keeps_the_meaning() -> None:
    x, y = sympy.Symbol("x", positive=True), sympy.Symbol("y", real=True)
    claim = read_record(record("diff(sigmoid(x*y), x)", "sqrt(x)/3 + pi*I", x="positive", y="real"))
    slope = sympy.Derivative(1 / (1 + sympy.exp(-x * y)), x)
    assert difference(claim) == slope - sympy.sqrt(x) / 3 - sympy.pi * sympy.I


def test_a_sum_becomes_a_sum() -> None:
    found = Translation({}).of(parse_plain("Sum(k**2, (k, 1, n))"))
    assert isinstance(found, sympy.Sum)
    assert found.subs("n", 3).subs(sympy.Symbol("n", real=True), 3).doit() == 14


@pytest.mark.parametrize("name", [n for n, row in FUNCTIONS.items() if row.arity == 1 and row.means])
def test_a_function_by_its_meaning_is_the_function(name: str) -> None:
    """What SymPy knows under the same name must be the same function: compared at one point."""
    row, at = FUNCTIONS[name], sympy.Rational(7, 5)
    from verify_derivations.term.calculus.functions import instantiate

    direct = Translation({"u": at}).of(Apply(name, (Symbol("u"),)))
    meant = Translation({"u": at}).of(instantiate(row.means, (Symbol("u"),)))
    assert abs(sympy.N(direct - meant)) < 1e-12


def test_the_engines_of_python_answer() -> None:
    right, wrong = record("2*x", "x + x", x="real"), record("2*x", "x + x + 1", x="real")
    for engine in (ours, simplify, equals):
        assert engine(right, 5.0)[0] == "proved"
        assert engine(wrong, 5.0)[0] == "refuted"
    assert simplify(record("x**2", "x**3", x="real"), 5.0)[0] == "undecided"


def test_maxima_is_written_to_in_its_own_language() -> None:
    assert maxima_text(parse_plain("diff(exp(2*pi*x), x)")) == "diff(exp(((2)*%pi*s_x)),s_x,1)"


@pytest.mark.skipif(not installed(), reason="there is no Maxima here")
def test_maxima_answers_and_survives_a_question() -> None:
    child = MaximaChild()
    try:
        asked = record("sinh(2*x)", "2*sinh(x)*cosh(x)", x="real")
        assert child.ask(asked, 30)[0] == "proved"
        assert child.ask(record("x + 1", "x", x="real"), 30)[0] == "refuted"
        assert child.ask(record("x", "y", x="positive", y="real"), 30)[0] == "undecided"
        assert child.ask(asked, 30)[0] == "proved"
    finally:
        child.close()


@pytest.mark.parametrize("family", [logistic, softmax, chain])
def test_the_growing_claims_are_true(family: Any) -> None:
    assert [ours(family(size), 20.0)[0] for size in (1, 2, 4)] == ["proved"] * 3


def test_a_sample_does_not_fall_into_step_with_the_mutants() -> None:
    cases = tuple(Case(str(k), {}, k % 4 == 0) for k in range(400))
    chosen, step = sample(cases, 50)
    assert step == 11
    assert sum(case.truth for case in chosen) == pytest.approx(len(chosen) / 4, abs=1)
    assert sample(cases, 400) == (cases, 1)


def test_a_summary_counts_each_answer_once() -> None:
    true, false = Case("t", {}, True), Case("f", {}, False)
    answers = [
        (true, ("proved", 0.001)),
        (true, ("refuted", 0.003)),
        (false, ("proved", 0.005)),
        (false, ("timeout", 9.0)),
        (false, (LEFT_OUT, 0.0)),
    ]
    row = summary("set", "simplify", answers, [(true, ("proved", 0.002)), (false, ("refuted", 0.002))])
    assert (row.claims, row.true, row.proved, row.false, row.refuted) == (4, 2, 1, 2, 0)
    assert (row.wrong, row.undecided, row.timeouts, row.left_out) == (2, 1, 1, 1)
    assert row.median_ms == pytest.approx(4.0)
    assert row.ratio == pytest.approx(2.0)
