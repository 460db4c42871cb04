"""Properties of verdicts: what is true is not refuted, what is broken not proved, and names do not matter."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import any_terms, polynomials

from verify_derivations.check import decide
from verify_derivations.model import Claim, Context, Declaration, Status
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, ZERO, Add, Apply, Mul, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import rebuild, substitute

FEW = settings(max_examples=25, deadline=None, derandomize=True)
SECONDS = 1.0

domains = st.fixed_dictionaries(
    {name: st.sampled_from(["real", "positive", "unit", "nonzero", "nonnegative"]) for name in ("x", "y")}
)


def verdict(lhs: Term, rhs: Term, where: dict[str, str]) -> Status:
    declarations = tuple(Declaration(name, DOMAINS[d]) for name, d in sorted(where.items()))
    return decide(Claim(lhs, "=", rhs, Context(declarations)), seconds=SECONDS).status


def shuffled(term: Term, rng: Random) -> Term:
    """The term with the terms of its sums and the factors of its products in another order."""
    parts = [shuffled(child, rng) for child in term.children]
    if isinstance(term, (Add, Mul)):
        rng.shuffle(parts)
    return rebuild(term, tuple(parts))


@FEW
@given(any_terms, domains, st.integers(0, 99))
def test_a_term_equals_itself_in_another_order(term, where, seed):
    assert verdict(term, shuffled(term, Random(seed)), where) is not Status.REFUTED


@FEW
@given(any_terms, any_terms, domains)
def test_a_product_is_distributed(a, b, where):
    left, right = Mul((a, Add((b, ONE)))), Add((Mul((a, b)), a))
    assert verdict(left, right, where) is not Status.REFUTED


@FEW
@given(any_terms, domains)
def test_a_term_never_equals_itself_plus_one(term, where):
    assert verdict(term, Add((term, ONE)), where) is not Status.PROVED


@FEW
@given(polynomials, polynomials, domains)
def test_a_sum_with_a_sign_changed_is_proved_only_for_zero(a, b, where):
    if verdict(Add((a, b)), Add((a, Mul((MINUS_ONE, b)))), where) is Status.PROVED:
        assert verdict(b, ZERO, where) is Status.PROVED


def claims(data) -> tuple[Term, Term]:
    """Two sides that are equal now and then."""
    a, b = data.draw(any_terms), data.draw(any_terms)
    pairs = [
        (Apply("log", (Mul((a, b)),)), Add((Apply("log", (a,)), Apply("log", (b,))))),
        (Pow(Pow(a, Add((ONE, ONE))), ONE), Mul((a, a))),
        (Apply("Abs", (a,)), a),
        (Apply("exp", (Add((a, b)),)), Mul((Apply("exp", (a,)), Apply("exp", (b,))))),
        (a, b),
    ]
    left, right = data.draw(st.sampled_from(pairs))
    return left, right


def contradict(one: Status, other: Status) -> bool:
    return {one, other} == {Status.PROVED, Status.REFUTED}


@FEW
@given(st.data(), domains)
def test_swapping_the_sides_does_not_turn_a_verdict_round(data, where):
    left, right = claims(data)
    assert verdict(left, right, where) is verdict(right, left, where)


@FEW
@given(st.data(), domains)
def test_renaming_the_symbols_does_not_change_the_verdict(data, where):
    """Names that sort in the same order, so that every symbol gets the same points."""
    left, right = claims(data)
    names = {"x": Symbol("alpha"), "y": Symbol("beta_1")}
    renamed = {names[name].name: domain for name, domain in where.items()}
    other = verdict(substitute(left, names), substitute(right, names), renamed)
    assert verdict(left, right, where) is other


@FEW
@given(st.data(), domains, st.integers(0, 99))
def test_shuffling_and_other_names_never_contradict_a_verdict(data, where, seed):
    left, right = claims(data)
    names = {"x": Symbol("y"), "y": Symbol("x")}
    renamed = {names[name].name: domain for name, domain in where.items()}
    rng = Random(seed)
    first = verdict(left, right, where)
    other = verdict(substitute(shuffled(left, rng), names), substitute(shuffled(right, rng), names), renamed)
    assume(first is not Status.UNDECIDED)
    assert not contradict(first, other)
