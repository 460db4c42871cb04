"""A certificate in words: each kind of argument is told, with the rules that it uses."""

from __future__ import annotations

import pytest

from verify_derivations.certificate import (
    Cases,
    ConstantDifference,
    EachValue,
    Exponentials,
    Powers,
    Proof,
    Replaced,
    Rewriting,
    Turn,
)
from verify_derivations.check import decide
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.read.records import read_record
from verify_derivations.render.parts import proof_lines
from verify_derivations.render.proof import how_it_was_shown
from verify_derivations.render.rules import RULES_IN_WORDS
from verify_derivations.term.syntax.nodes import Apply


def shown(lhs: str, rhs: str, **symbols: str) -> tuple[type, str]:
    """The kind of the argument and the text."""
    claim = read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols})
    verdict = decide(claim)
    certificate = verdict.certificate
    kind = type(certificate.argument) if isinstance(certificate, Proof) else type(certificate)
    return kind, "\n".join(proof_lines(how_it_was_shown(claim, verdict)))


def test_every_rule_of_the_kernel_has_its_sentence() -> None:
    assert set(RULES_IN_WORDS) == set(RULES)


def test_a_rewriting_names_its_rules_and_what_is_left() -> None:
    kind, told = shown("diff(1/(1+exp(-z)),z)", "exp(-z)/(1+exp(-z))**2")
    assert kind is Rewriting
    assert "exp(-z) = 1/exp(z)\n    by exponential: exp(a + b) = exp(a) exp(b)" in told
    assert "Both sides are now the same rational function of: exp(z)." in told
    assert "Evaluated independently at z = 1" in told


def test_a_rewriting_without_a_lemma_is_a_computation() -> None:
    kind, told = shown("(a + b)**2", "a**2 + 2*a*b + b**2")
    assert kind is Rewriting
    assert told.startswith("Both sides are the same rational function of: a, b.")


def test_the_same_twice_needs_no_more_words() -> None:
    assert shown("diff(sigmoid(z), z)", "diff(sigmoid(z), z)")[1].startswith(
        "Both sides are the same expression."
    )


def test_each_value_of_an_index_is_told() -> None:
    record = {
        "lhs": "v[1]*delta(i, 1) + v[2]*delta(i, 2)",
        "rhs": "v[i]",
        "symbols": {"v": {"shape": [2]}},
        "indices": {"i": 2},
    }
    claim = read_record(record)
    verdict = decide(claim)
    assert isinstance(verdict.certificate, Proof)
    assert isinstance(verdict.certificate.argument, EachValue)
    told = "\n".join(proof_lines(how_it_was_shown(claim, verdict)))
    assert "For i = 1:" in told
    assert "For i = 2:" in told


def test_numbers_are_told_as_numbers() -> None:
    assert "Both sides are the number 5/6." in shown("1/2 + 1/3", "5/6")[1]


def test_what_is_tied_to_something_else_says_so() -> None:
    assert "Abs(x) (Abs(x)**2 = x**2)" in shown("sqrt(x**2)", "Abs(x)")[1]


def test_lemmas_stand_in_the_order_of_reading() -> None:
    """The function first, then the exponentials that its definition brings in."""
    told = shown("sinh(2*x)", "2*sinh(x)*cosh(x)")[1]
    assert told.index("sinh(2*x) =") < told.index("exp(2*x) =") < told.index("\nsinh(x) =")


def test_lemmas_that_only_check_others_come_apart() -> None:
    told = shown("log(x*y)", "log(x) + log(y)", x="positive", y="positive")[1]
    assert told.index("log(x*y) = ") < told.index("To check these lines") < told.index("exp(log(x)) = x")


@pytest.mark.parametrize(
    ("kind", "lhs", "rhs", "symbols", "words"),
    [
        (
            Powers,
            "sqrt(2*x*sqrt(x**2 + 1) + 2*x**2 + 1)",
            "sqrt(x**2 + 1) + x",
            {},
            "it is enough that their squares agree:",
        ),
        (Turn, "atan(x) + atan(1/x)", "pi/2", {"x": "positive"}, "At x = 1 the sides are less than 1 apart"),
    ],
)
def test_other_arguments_come_down_to_a_rewriting(
    kind: type, lhs: str, rhs: str, symbols: dict[str, str], words: str
) -> None:
    found, told = shown(lhs, rhs, **symbols)
    assert found is kind
    assert words in told
    assert "\n  Both sides are now the" in told


def test_an_induction_is_told_with_its_base_and_its_step() -> None:
    kind, told = shown("Sum(k, (k, 1, n))", "n*(n + 1)/2", n="posint")
    assert kind is Replaced
    assert "by induction on n; for its least value\n  1 = (1 + 1)/2" in told
    assert "and from n to n + 1\n  n*(n + 1)/2 + (n + 1) = (n + 1)*(n + 1 + 1)/2" in told


def test_an_integral_is_told_with_its_primitive() -> None:
    kind, told = shown("integrate(x**2, (x, 0, 1))", "1/3")
    assert kind is Replaced
    assert "the integral is the difference of x_**3/3 at its bounds" in told
    assert "With that in its place the claim is\n1**3/3 - 0**3/3 = 1/3" in told


def made(lhs: str, rhs: str, argument: object, **symbols: str) -> str:
    """The words for an argument that the searcher did not choose."""
    claim = read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols})
    verdict = decide(claim)
    certificate = verdict.certificate
    assert isinstance(certificate, Proof)
    from dataclasses import replace

    other = replace(certificate, argument=argument)  # type: ignore[arg-type]
    stub = type("V", (), {"certificate": other, "witness": None})
    return "\n".join(proof_lines(how_it_was_shown(claim, stub)))  # type: ignore[arg-type]


def test_exponentials() -> None:
    told = made("x + y", "y + x", Exponentials(Rewriting()))
    assert "exp is one-to-one on the reals" in told
    assert "exp(x + y) = exp(y + x)\n  Both sides are the same rational function of: exp(" in told


def test_a_constant_difference_has_its_slopes_and_its_point() -> None:
    anchor = (("x", (decide(read_record({"lhs": "x", "rhs": "x"})).certificate.point[0][1])),)  # type: ignore[union-attr]
    told = made("x**2", "x*x", ConstantDifference((("x", Rewriting()),), anchor, Rewriting()))
    assert "Their derivatives by x agree:\n2*x" in told
    assert "So their difference is constant. At x = 1 it is zero:" in told


def test_cases_are_told_one_by_one() -> None:
    told = made("x", "x", Cases("x", Rewriting(), Rewriting(), Rewriting()))
    assert [line for line in told.splitlines() if line.startswith("For")] == [
        "For x > 0:",
        "For x < 0:",
        "For x = 0:",
    ]
    told = made("x/x", "1", Cases("x", Rewriting(), Rewriting(), None))
    assert "For x = 0 it says nothing" in told


def test_a_refutation_gives_the_point_and_both_values() -> None:
    told = shown("sqrt(x**2)", "x")[1]
    assert "At the point x = -2 both sides are defined:" in told
    assert "the left side is 2," in told
    assert "the right side is -2." in told


def test_a_very_long_proof_is_cut_and_says_so() -> None:
    total = " + ".join(f"sinh({k}*x)" for k in range(1, 45))
    told = shown(total, total + " + 0")[1]
    assert "more such lines" in told or told.count("by ") <= 60


def test_every_function_of_the_table_can_be_named() -> None:
    from verify_derivations.certificate import Lemma
    from verify_derivations.render.rules import rule_in_words
    from verify_derivations.term.calculus.functions import FUNCTIONS
    from verify_derivations.term.syntax.nodes import ONE

    for name in FUNCTIONS:
        for rule in RULES_IN_WORDS:
            assert "{" not in rule_in_words(Lemma(rule, Apply(name, (ONE,)), ONE))
