"""Certificates for inequalities and printed decimals: the genuine are accepted, the forged turned down."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from forgery import claim, counterexample, point

from verify_derivations.certificate import (
    Apart,
    Arranged,
    Bent,
    Between,
    Carried,
    Concave,
    Defined,
    Either,
    Enclosed,
    Exponentiated,
    Generalised,
    KnownSeries,
    Least,
    Lemma,
    Lipschitz,
    Logarithmic,
    Natural,
    Order,
    Ordered,
    Proof,
    Raised,
    Replaced,
    Resolved,
    Rewriting,
    Sign,
    Slope,
    Split,
    Squares,
    Widened,
)
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.series import known_value
from verify_derivations.kernel.proofs.curvature import arc_and_chord
from verify_derivations.model import Claim, Context, Declaration, Status
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.decimals import read_decimal
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ONE, ZERO, Apply, Mul, Number, Pow, Sum, Symbol

SIGN = Sign()
HALF = Domain("real", Fraction(0), Fraction(1, 2), False, False)
CLOSED = Domain("real", Fraction(0), Fraction(1), False, False)
COUNTED = Domain("integer")
FROM_0, ABOVE_0 = Domain("real", Fraction(0), None, False), Domain("real", Fraction(0))
MORE = "requires more|does not occur"
WIDE = Domain("real", Fraction(0), Fraction(2), False, False)
SMALL = Domain("real", Fraction(1), Fraction(2), False, False)


def order(argument: Order, **at: str | int) -> Proof:
    """A proof by an argument for an inequality, defined at a point."""
    return Proof(argument, point(**at))


def over(stated: Claim, *given: tuple[str, str, str], **domains: Domain) -> Claim:
    """The claim with intervals for domains, and hypotheses."""
    declarations = tuple(Declaration(name, domain) for name, domain in sorted(domains.items()))
    assumed = tuple(Claim(parse_plain(a), sign, parse_plain(b)) for a, sign, b in given)
    return Claim(stated.lhs, stated.relation, stated.rhs, Context(declarations, assumptions=assumed))


VECTORS = {"x": {"shape": ["n"]}, "y": {"shape": ["n"]}}


def vectors(lhs: str, relation: str, rhs: str) -> Claim:
    """A claim about two vectors of one size."""
    return read_record({"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": VECTORS})


def squares(term: str) -> Proof:
    """That the larger side exceeds the smaller one by this term, seen at n = 1."""
    entries = (("x", (1,), Fraction(1)), ("y", (1,), Fraction(1)))
    symbols = {**VECTORS, "t": "real"}
    exceeds = read_record({"lhs": term, "rhs": "0", "symbols": symbols}).lhs
    return Proof(Squares(exceeds, Rewriting()), point(n=1), entries=entries)


def about(lhs: str, digits: str) -> Claim:
    """The left side is printed so."""
    return Claim(parse_plain(lhs), "≈", read_decimal(digits))


def defined(term: str, **domains: str) -> Claim:
    """The term has a value everywhere."""
    stated: Claim = claim(term, term, "defined", **domains)
    return stated


def lemma(rule: str, term: str, becomes: str) -> Lemma:
    return Lemma(rule, parse_plain(term), parse_plain(becomes))


INVERSE = lemma("exponential", "exp(-x)", "exp(x)**(-1)")
RISING = ("x", "<", "y")
WEIGHT = Domain("real", Fraction(0), Fraction(1), False, False)
INNER_WEIGHT = Domain("real", Fraction(0), Fraction(1))


def arc(
    function: str, relation: str, *given: tuple[str, str, str], t: Domain = WEIGHT, **domains: Domain
) -> Claim:
    """The function, in x, between x and y, and its chord."""
    lhs, rhs = arc_and_chord(parse_plain(function), "x", "y", "t")
    return over(Claim(lhs, relation, rhs), *given, t=t, **domains)


def bent(function: str, *apart: int) -> Proof:
    values = tuple(Fraction(value) for value in apart)
    return order(Bent("x", "y", "t", parse_plain(function), SIGN, values), x=1, y=2, t="1/2")


def resolve(term: str, becomes: str) -> Resolved:
    return Resolved(parse_plain(term), parse_plain(becomes), SIGN)


BOUNDED = Enclosed()
LIPSCHITZ = Lipschitz("x", "y", SIGN)
CONCAVE = Concave("x", SIGN, SIGN, SIGN)


GENUINE: list[tuple[Claim, Proof]] = [
    (claim("x**2 + 1", "0", ">"), order(SIGN, x=1)),
    (claim("n**2", "n", ">=", n="natural"), order(Carried("n", ONE, SIGN, SIGN), n=2)),
    (claim("1/(1 + exp(-x))", "1", "<"), order(Sign((INVERSE,)), x=1)),
    (over(claim("exp(x)", "3", "<"), x=CLOSED), order(Enclosed(), x=1)),
    (claim("exp(x)", "-1", "!="), order(Ordered(">", SIGN), x=1)),
    (claim("log(x)", "log(x + 1)", "<"), order(Exponentiated(Sign((
        lemma("exponential", "exp(log(x))", "x"),
        lemma("exponential", "exp(log(x + 1))", "x + 1"),
    ))), x=1)),
    (claim("exp(x)", "exp(2*x)", "<=", x="positive"), order(Logarithmic(Sign((
        lemma("logarithm", "log(exp(x))", "x"),
        lemma("logarithm", "log(exp(2*x))", "2*x"),
    )), SIGN, SIGN), x=1)),
    (claim("sqrt(x)", "x + 1", "<=", x="positive"), order(Raised(2, SIGN, SIGN), x=1)),
    (claim("Abs(x) + x", "x", ">", x="positive"), order(resolve("Abs(x)", "x"), x=1)),
    (over(claim("Max(x, y)", "x", "<="), ("y", "<=", "x")), order(resolve("Max(x, y)", "x"), x=2, y=1)),
    (over(claim("Min(x, y)", "y", "<="), ("x", "<", "y")), order(resolve("Min(x, y)", "x"), x=1, y=2)),
    (claim("Abs(atan(x) - atan(y))", "Abs(x - y)", "<="), order(Lipschitz("x", "y", Sign((
        lemma("absolute", "Abs((1 + x**2)**(-1))", "(1 + x**2)**(-1)"),
    ))), x=1, y=2)),
    (over(claim("3*Abs(y - x)", "Abs(y**2 - x**2 + x - y)", ">="), x=CLOSED, y=CLOSED),
        order(Lipschitz("x", "y", BOUNDED), x=1, y="1/2")),
    (over(claim("x", "x**2", ">="), x=CLOSED), order(CONCAVE, x=1)),
    (over(claim("x", "x**2", ">"), x=INNER_WEIGHT), order(CONCAVE, x="1/2")),
    (claim("1/(1 + x) + log(1 + x)", "0", ">"), order(Natural(Least(
        "x", ZERO, SIGN, SIGN, SIGN)), x=1)),
    (claim("Abs(x)", "x", ">="), order(Split("x", Fraction(0), SIGN, SIGN), x=1)),
    (claim("n**2 + 1", "n", ">", n="posint"), order(Widened("n", SIGN), n=1)),
    (claim("x**2", "0", ">="), order(Apart("x", Fraction(0), SIGN, SIGN), x=1)),
    (
        claim("x**3 + y**3", "x**2*y + x*y**2", ">=", x="positive", y="positive"),
        order(Arranged(("x", "y"), (SIGN, SIGN)), x=1, y=1),
    ),
    (claim("Abs(x + y)", "x + y", ">="), order(Either(parse_plain("x + y"), SIGN, SIGN), x=1, y=1)),
    (claim("sin(x)", "1", "<="), order(Generalised(parse_plain("sin(x)"), "t", SIGN), x=1)),
    (claim("exp(x)", "1 + x", ">="), order(Least("x", ZERO, SIGN, SIGN, SIGN), x=1)),
    (over(claim("y", "x", ">="), ("x", "<=", "y"), x=FROM_0, y=FROM_0),
        order(Least("y", Symbol("x"), SIGN, None, SIGN), x=1, y=2)),
    (over(claim("y", "x", ">"), ("x", "<", "y"), x=FROM_0, y=FROM_0),
        order(Least("y", Symbol("x"), SIGN, None, SIGN), x=1, y=2)),
    (over(claim("x**3", "y**3", "<"), RISING), order(Slope("x", "y", SIGN, (Fraction(0),)), x=1, y=2)),
    (arc("x**2", "<="), bent("x**2")),
    (arc("-exp(x)", ">="), bent("-exp(x)")),
    (arc("x**4", "<", RISING, t=INNER_WEIGHT), bent("x**4", 0)),
    (vectors("x@x", ">=", "0"), squares("sum(x**2)")),
    (vectors("2*x@y", "<=", "x@x + y@y"), squares("sum((x - y)**2)")),
    (about("pi", "3.14"), order(Between(Enclosed(), Enclosed()))),
    (about("pi", "3.1415..."), order(Between(Enclosed(), Enclosed()))),
    (about("pi", "3.14"), order(Between(SIGN, SIGN))),
    (defined("exp(x)"), order(Defined(), x=1)),
    (defined("sqrt(1 + x**2)/(1 + x**2)"), order(Defined((SIGN, SIGN)), x=1)),
    (defined("diff(sqrt(x), x)", x="positive"), order(Defined((SIGN,)), x=1)),
]  # fmt: skip

NO_SIGN = "no such sign that can be seen"

FORGED: list[tuple[Claim, Proof, str]] = [
    # an induction that carries nothing on; more of them in test_carried.py
    (claim("n**2", "n", ">=", n="natural"), order(Carried("n", ZERO, SIGN, SIGN), n=2), "may depend"),
    # the wrong kind of proof for the relation
    (claim("x", "x + 1", "<"), Proof(Rewriting(), point(x=1)), "no such argument for the relation <"),
    (claim("x", "x"), order(SIGN, x=1), "no such argument for the relation ="),
    (about("pi", "3.14"), order(SIGN), "a sign says nothing about the relation"),
    (claim("z", "0", ">", z="complex"), order(SIGN, z=1), "complex numbers have no order"),
    # a sign that the difference has at the point only
    (claim("x", "0", ">"), order(SIGN, x=1), NO_SIGN),
    (claim("x**2", "0", ">"), order(SIGN, x=1), NO_SIGN),
    (claim("x**2", "x", ">="), order(SIGN, x=2), NO_SIGN),
    (claim("x", "0", "!="), order(SIGN, x=1), NO_SIGN),
    (claim("exp(x)", "0", ">"), order(Sign((lemma("meaning", "exp(x)", "x"),)), x=1), "no meaning"),
    (claim("x", "0", ">"), order(SIGN, x=-1), "the relation fails at the point"),
    # logarithms of what may not be positive
    (claim("x", "2*x", "<="), order(Logarithmic(SIGN, SIGN, SIGN), x=1), NO_SIGN),
    (claim("exp(x)", "exp(x + 1)", "!="), order(Logarithmic(SIGN, SIGN, SIGN), x=1), "compared for an order"),
    (claim("exp(x)", "exp(x + y)", "<="), order(Logarithmic(SIGN, SIGN, SIGN), x=1, y=1), NO_SIGN),
    # the wrong case, one that may not apply, one that does not where an argument is zero
    (claim("Abs(x)", "x", "<="), order(resolve("Abs(x)", "x"), x=1), "the case applies"),
    (claim("sign(x)", "1", ">=", x="nonnegative"), order(resolve("sign(x)", "1"), x=1), "the case applies"),
    (claim("Max(x, y)", "x", "<="), order(resolve("Max(x, y)", "x"), x=2, y=1), "the case applies"),
    (claim("Abs(x)", "-x", "<=", x="negative"), order(resolve("Abs(x)", "x"), x=-1), "the case applies"),
    (claim("sin(x)", "0", ">="), order(resolve("sin(x)", "x"), x=1), "the case applies"),
    (claim("x", "0", ">="), order(resolve("Abs(x)", "x"), x=1), "does not stand where"),
    (claim("Sum(Abs(x - k), (k, 1, n))", "0", ">", n="posint"),
        order(resolve("Abs(x)", "x"), x=1, n=2), "does not stand where"),
    (claim("x", "0", ">="), order(resolve("x", "0"), x=1), "goes by no sign"),
    # a slope that is not bounded so, a bound that moves, sides of another form, a function with a kink
    (claim("Abs(x**2 - y**2)", "Abs(x - y)", "<="), order(LIPSCHITZ, x="1/2", y="1/4"), NO_SIGN),
    (claim("Abs(atan(x) - atan(y))", "Abs(x - y)", "<"), order(LIPSCHITZ, x=1, y=2), "about <= only"),
    (claim("Abs(sin(x) - sin(y))", "Abs(x)*Abs(x - y)", "<="), order(LIPSCHITZ, x=2, y=1), "no bound times"),
    (claim("Abs(sin(x) - sin(y))", "Abs(x - 2*y)", "<="), order(LIPSCHITZ, x=4, y=1), "no bound times"),
    (claim("Abs(x - 2*y)", "Abs(x - y)", "<="), order(LIPSCHITZ, x=1, y="1/2"), "no distance between"),
    (claim("Abs(sin(x) + sin(y))", "Abs(x - y)", "<="), order(LIPSCHITZ, x=4, y=1), "no distance between"),
    (claim("Abs(x - y + 1)", "Abs(x - y)", "<="), order(LIPSCHITZ, x=1, y=2), "no distance between"),
    (claim("Abs(Abs(x) - Abs(y))", "Abs(x - y)/2", "<="), order(LIPSCHITZ, x=1, y=-1), "not smooth"),
    (claim("Abs(1/x - 1/y)", "Abs(x - y)", "<=", x="nonzero", y="nonzero"), order(LIPSCHITZ, x=1, y=2),
        "not an interval"),
    (claim("Abs(log(x) - log(y))", "Abs(x - y)", "<=", x="gt1", y="positive"), order(LIPSCHITZ, x=2, y=1),
        "different domains"),
    (claim("Abs(log(x) - log(y))", "Abs(x - y)", "<=", x="positive", y="positive"),
        order(LIPSCHITZ, x=2, y=1), NO_SIGN),
    # a function that bends the other way, is negative or zero at an end, has none, or is not continuous there
    (over(claim("(x - 1/2)**2", "1/5", ">="), x=CLOSED), order(CONCAVE, x=1), NO_SIGN),
    (over(claim("x", "1/2", ">="), x=CLOSED), order(CONCAVE, x=1), NO_SIGN),
    (over(claim("x", "x**2", ">"), x=CLOSED), order(CONCAVE, x="1/2"), NO_SIGN),
    (over(claim("x", "2*x", ">"), x=INNER_WEIGHT), order(CONCAVE, x="1/2"), "relation fails|" + NO_SIGN),
    (claim("x", "x - 1", ">="), order(CONCAVE, x=1), "not bounded"),
    (over(claim("5 - x", "1/x", ">="), x=INNER_WEIGHT), order(CONCAVE, x="1/2"), "not smooth"),
    (over(claim("1 - Abs(x - 1/2)", "0", ">="), x=CLOSED), order(CONCAVE, x="1/4"), "not smooth"),
    (over(claim("x", "1/2", "!="), x=CLOSED), order(CONCAVE, x=1), "about an order only"),
    # a ball over less than the domain, or around nothing
    (claim("x", "7", "<"), order(Enclosed(), x=1), "not bounded"),
    (over(claim("x", "1", "<"), x=CLOSED), order(Enclosed(), x="1/2"), "does not have the sign"),
    (over(claim("1/x", "0", ">"), x=CLOSED), order(Enclosed(), x="1/2"), "no value on the whole domain"),
    # real numbers for whole ones: the claim may be wrong between these, or not be one
    (claim("n**2", "n", ">=", n="natural"), order(Widened("n", SIGN), n=2), NO_SIGN),
    (claim("x**2", "x", ">=", x="gt1"), order(Widened("x", SIGN), x=2), "x is no whole number"),
    (claim("2**n", "n", ">", n="posint"), order(Widened("n", SIGN), n=2), "stands in an exponent"),
    (claim("Sum(k, (k, 1, n))", "n", ">=", n="posint"), order(Widened("n", SIGN), n=2), "under a sum"),
    # an order for sides that may be equal
    (claim("x", "0", "<="), order(Ordered("<", SIGN), x=-1), "only sides that differ"),
    (claim("x", "0", "!="), order(Ordered("<=", SIGN), x=-1), "only sides that differ"),
    # exponentials and powers
    (claim("x", "1", "<"), order(Exponentiated(SIGN), x="1/2"), NO_SIGN),
    (claim("x", "1", ">"), order(Raised(2, SIGN, SIGN), x=2), NO_SIGN),
    (claim("-2", "x", ">", x="negative"), order(Raised(2, SIGN, SIGN), x=-3), NO_SIGN),
    (claim("x", "-1", ">"), order(Raised(1, SIGN, SIGN), x=1), "an exponent of at least 2|" + NO_SIGN),
    # cases that leave something out
    (claim("x", "0", ">", x="positive"), order(Split("x", Fraction(0), SIGN, SIGN), x=1), "does not divide"),
    (claim("x", "0", ">="), order(Split("x", Fraction(0), SIGN, SIGN), x=1), NO_SIGN),
    (claim("x", "0", ">="), order(Split("y", Fraction(0), SIGN, SIGN), x=1), "no real symbol"),
    (claim("x**2", "0", ">"), order(Apart("x", Fraction(0), SIGN, SIGN), x=1), NO_SIGN),
    (
        claim("x**3 + y**3", "x**2*y + x*y**2", ">", x="positive", y="positive"),
        order(Arranged(("x", "y"), (SIGN, SIGN)), x=1, y=2),
        NO_SIGN,
    ),
    (claim("x", "0", ">="), order(Either(Symbol("y"), SIGN, SIGN), x=1), "does not occur"),
    (claim("x**2", "0", ">="), order(Either(parse_plain("log(x)"), SIGN, SIGN), x=1), "may have no value"),
    (claim("x**2", "0", ">="), order(Either(parse_plain("I*x"), SIGN, SIGN), x=1), "may be complex"),
    # a range that is too narrow, or of something that has no value of its own
    (claim("sin(x)", "1", "<"), order(Generalised(parse_plain("sin(x)"), "t", SIGN), x=1), NO_SIGN),
    (claim("sin(x)", "x", "<="), order(Generalised(parse_plain("sin(x)"), "x", SIGN), x=1), "is taken"),
    (claim("x**2", "0", ">="), order(Generalised(parse_plain("exp(x)"), "t", SIGN), x=1), "does not stand"),
    (
        claim("Sum(sin(k*x), (k, 1, 2))", "3", "<="),
        order(Generalised(parse_plain("sin(k*x)"), "t", SIGN), x=1),
        "does not stand",
    ),
    # a least value that is none
    (claim("exp(x)", "2*x", ">="), order(Least("x", ZERO, SIGN, SIGN, SIGN), x=2), NO_SIGN),
    (claim("exp(x)", "1 + x", ">="), order(Least("x", ONE, SIGN, SIGN, SIGN), x=2), NO_SIGN),
    (claim("exp(x)", "1 + x", ">"), order(Least("x", ZERO, SIGN, SIGN, SIGN), x=2), NO_SIGN),
    (claim("exp(x)", "1 + x", ">="), order(Least("x", ZERO, SIGN, None, SIGN), x=2), "nothing is shown"),
    (claim("exp(x)", "1 + x", ">="), order(Least("x", Symbol("x"), SIGN, SIGN, SIGN), x=2), "not given by"),
    (claim("1/x", "-1", ">", x="nonzero"), order(Least("x", ONE, SIGN, SIGN, SIGN), x=1), "not an interval"),
    (claim("1/x + x**2", "0", ">"), order(Least("x", ONE, SIGN, SIGN, SIGN), x=1), "not smooth"),
    (claim("Abs(x) + x**2", "0", ">="), order(Least("x", ZERO, SIGN, SIGN, SIGN), x=1), "not smooth"),
    (over(claim("x", "0", ">="), x=SMALL), order(Least("x", ZERO, SIGN, None, SIGN), x=1), "outside"),
    (claim("n**2", "n", ">=", n="integer"), order(Least("n", ONE, SIGN, SIGN, SIGN), n=1), "not an interval"),
    (
        over(claim("x", "0", ">="), ("x**2", ">", "1")),
        order(Least("x", ZERO, SIGN, SIGN, SIGN), x=2),
        NO_SIGN,
    ),
    (
        claim("x*Abs(y)", "0", ">=", x="nonnegative"),
        order(Least("x", Number(-1), SIGN, None, SIGN), x=1, y=1),
        "outside of the domain",
    ),
    # a least value at what may be an open end, where the difference has no value; or is no number somewhere
    (over(claim("x + 0*log(x) + y", "1", ">=", x="positive", y="natural"), ("x", ">=", "y")),
        order(Least("x", Symbol("y"), Natural(Carried("y", ONE, SIGN, SIGN)), None, SIGN), x=2, y=1),
        "not smooth"),
    (claim("(x - 1)**2 + y", "0", ">="),
        order(Least("x", parse_plain("1 + 0*sqrt(y)"), SIGN, SIGN, SIGN), x=2, y=1), "everywhere"),
    # a least value at what need not be the open end by which it is bounded: there it may be a value itself
    (over(claim("y", "x", ">"), ("x", "<=", "y"), x=FROM_0, y=ABOVE_0),
        order(Least("y", Symbol("x"), SIGN, None, SIGN), x=1, y=2), NO_SIGN),
    (over(claim("y", "x", ">"), ("y", ">", "0"), ("x", "<=", "y"), x=FROM_0, y=FROM_0),
        order(Least("y", Symbol("x"), SIGN, None, SIGN), x=1, y=2), NO_SIGN),
    # slopes: of another function, on what is no interval, or without the assumption
    (over(claim("x**3", "y**3", "<"), RISING), order(Slope("x", "y", SIGN), x=1, y=2), NO_SIGN),
    (over(claim("x**2", "y**2", "<"), RISING), order(Slope("x", "y", SIGN), x=1, y=2), NO_SIGN),
    (over(claim("x", "y**3", "<"), RISING), order(Slope("x", "y", SIGN), x=1, y=2), "values of one function"),
    (over(claim("x", "y", "<"), ("x", "<", "2*y")), order(Slope("x", "y", SIGN), x=1, y=2), "something else"),
    (claim("x", "y", "<"), order(Slope("x", "y", SIGN), x=1, y=2), "not assumed"),
    (over(claim("x", "y", "<"), RISING, y=SMALL), order(Slope("x", "y", SIGN), x=1, y=2), "different"),
    (over(claim("-1/x", "-1/y", "<"), RISING), order(Slope("x", "y", SIGN), x=1, y=2), "not smooth"),
    (over(claim("floor(x)", "floor(y)", "<="), RISING), order(Slope("x", "y", SIGN), x=1, y=2), "continuous"),
    # curvature: of the wrong sign, of a function with a kink or a gap, of another one, with weights beyond
    (arc("x**3 + x", "<="), bent("x**3 + x"), NO_SIGN),
    (arc("x**2", "<", RISING), bent("x**2"), "arc and its chord meet"),
    (arc("x**2", "<", t=INNER_WEIGHT), bent("x**2"), "may be one"),
    (arc("x", "<", RISING, t=INNER_WEIGHT), bent("x"), "the relation fails at the point"),
    (arc("x**4", "<", RISING, t=INNER_WEIGHT), bent("x**4"), NO_SIGN),
    (arc("Abs(x)", "<="), bent("Abs(x)"), "not smooth"),
    (arc("-1/x", "<="), bent("-1/x"), "the relation fails|not smooth"),
    (arc("x**2", "<=", x=COUNTED, y=COUNTED), bent("x**2"), "not an interval"),
    (arc("x**2", "<=", t=WIDE), bent("x**2"), "from 0 to 1"),
    (arc("x**2", "<="), bent("x**4"), "not arc and chord"),
    (arc("x**2", "<=", ("x", "<", "2*y")), bent("x**2"), "something else"),
    (arc("x**2", "<=", x=SMALL), bent("x**2"), "different domains"),
    (arc("x**2", "<="), bent("x**2 + y"), "more than its own symbol"),
    # squares: what may be negative, is another difference, needs more, or shows too much
    (vectors("x@x", ">", "0"), squares("sum(x**2)"), "shows nothing more"),
    (vectors("sum(x)", ">=", "-100"), squares("sum(x)"), "not seen to be nowhere negative"),
    (vectors("sum(x**3)", ">=", "-100"), squares("sum(x**3)"), "not seen to be nowhere negative"),
    (vectors("x@x", ">=", "y@y"), squares("sum(x**2)"), "not zero"),
    (vectors("-(x@x)", ">=", "-100"), squares("sum((I*x)**2)"), "imaginary"),
    (vectors("x@x", ">=", "-1"), squares("sum(x**2)"), "not zero"),
    (vectors("x@x", ">=", "0"), squares("sum(x**2)*sqrt(sum(y))/sqrt(sum(y))"), MORE),
    (vectors("x@x + y@y", ">=", "0"), squares("sum(x**2) + sum(y**2)*x[1]/x[1]"), MORE),
    (vectors("x@x", ">=", "0"), squares("t**2"), "does not occur"),
    (vectors("x@x", ">=", "0"), order(Enclosed()), "for arrays|says nothing"),
    # decimals
    (about("pi", "3.15"), order(Between(SIGN, SIGN)), "the relation fails at the point"),
    (about("pi", "3.15"), order(Between(Enclosed(), Enclosed())), "the relation fails"),
    (claim("x", "x + 1", "<"), order(Between(SIGN, SIGN), x=1), "no printed decimal"),
    # what is defined in places only, or nobody knows where
    (defined("log(x)"), order(Defined((SIGN,)), x=1), NO_SIGN),
    (defined("diff(sqrt(x), x)", x="nonnegative"), order(Defined((SIGN,)), x=1), NO_SIGN),
    (defined("log(x)"), order(Defined(), x=1), "something is left to be shown"),
    (defined("log(x)*log(1 + x**2)"), order(Defined((SIGN, SIGN)), x=1), NO_SIGN),
    (defined("log(x)"), order(Natural(Defined((SIGN,))), x=1), "as it stands"),
    (defined("log(x)"), order(Generalised(parse_plain("log(x)"), "t", Defined()), x=1), "as it stands"),
    (defined("log(x)"), order(Either(parse_plain("log(x)"), Defined((SIGN,)), Defined((SIGN,))), x=1),
        "as it stands"),
    (defined("x**y"), order(Defined((SIGN,)), x=1, y=1), "not known exactly where"),
    (defined("beta(x, y)"), order(Defined(), x=1, y=1), "not known exactly where"),
    (defined("Sum(1/k, (k, 1, 2))"), order(Defined(), x=1), "not known exactly where"),
    (claim("x", "x"), order(Defined(), x=1), "no such argument for the relation ="),
    (claim("x", "x + 1", "<"), order(Defined(), x=1), "not claimed that something is defined"),
    (claim("x", "x + 1", "defined"), order(Defined(), x=1), "said of one expression"),
    (defined("log(z)", z="complex"), order(Defined((SIGN,)), z=1), "no order"),
]  # fmt: skip

REFUTED = [
    # claim, point, whether it is a counterexample
    (claim("x**2", "0", ">"), counterexample(x=0), True),
    (claim("x**2", "0", ">"), counterexample(x=1), False),
    (claim("x", "0", ">="), counterexample(x=-1), True),
    (claim("x", "0", ">="), counterexample(x=0), False),
    (claim("x", "0", "!="), counterexample(x=0), True),
    (claim("x", "0", "!="), counterexample(x=1), False),
    (claim("x", "0", "<="), counterexample(x=0), False),
    (claim("log(x)", "5", "<"), counterexample(x=-1), False),
    (about("sigmoid(-11/2)", "0.0040"), counterexample(), True),
    (about("sigmoid(-11/2)", "0.0041"), counterexample(), False),
    (about("3/10", "0.2..."), counterexample(), True),
    (claim("z", "0", "<", z="complex"), counterexample(z=1), False),
    (defined("log(x)"), counterexample(x=0), True),
    (defined("log(x)"), counterexample(x=1), False),
    (defined("1/(x - 1)"), counterexample(x=1), True),
    (defined("1/(x - 1)"), counterexample(x=2), False),
    (defined("log(x)", x="positive"), counterexample(x=-1), False),
    (defined("sqrt(x)"), counterexample(x=0), False),
    (defined("gamma(x)"), counterexample(x=-2), True),
    (defined("gamma(x)"), counterexample(x="-1/2"), False),
    (defined("x**y"), counterexample(x=-1, y="1/2"), False),
]


@pytest.mark.parametrize(("stated", "certificate"), GENUINE)
def test_a_genuine_argument_is_accepted(stated: Claim, certificate: Proof) -> None:
    assert judge(stated, certificate).status is Status.PROVED


def test_no_kind_of_argument_is_left_out() -> None:
    kinds = set(Order.__args__)
    assert {type(proof.argument) for _, proof in GENUINE} == kinds
    assert {type(proof.argument) for _, proof, _ in FORGED} >= kinds


@pytest.mark.parametrize(("stated", "certificate", "why"), FORGED)
def test_a_forged_argument_is_turned_down(stated: Claim, certificate: Proof, why: str) -> None:
    with pytest.raises(CertificateError) as refusal:
        judge(stated, certificate)
    if not re.search(why, str(refusal.value)):
        pytest.fail(f"turned down for another reason: {refusal.value}")


def test_a_statement_is_not_narrowed_by_what_it_does_not_require() -> None:
    stated = claim("sqrt(1 + x)*0 + x", "0", ">=")
    with pytest.raises(CertificateError, match=NO_SIGN):
        judge(stated, order(Natural(SIGN), x=1))


@pytest.mark.parametrize(("stated", "certificate", "genuine"), REFUTED)
def test_a_point_refutes_only_where_the_relation_surely_fails(stated, certificate, genuine):
    if genuine:
        assert judge(stated, certificate).status is Status.REFUTED
        return
    with pytest.raises(CertificateError):
        judge(stated, certificate)


@pytest.mark.parametrize(
    "stated",
    [
        Claim(read_decimal("0.5"), "=", parse_plain("1/2")),
        Claim(parse_plain("1/2"), "=", read_decimal("0.5")),
        Claim(parse_plain("1/2"), "<=", read_decimal("0.5")),
        Claim(parse_plain("1/2"), "≈", parse_plain("1/2")),
        Claim(read_decimal("0.5"), "≈", read_decimal("0.5")),
    ],
)
def test_a_decimal_stands_nowhere_but_in_an_approximation(stated: Claim) -> None:
    with pytest.raises(CertificateError, match="decimal"):
        judge(stated, counterexample())
    with pytest.raises(CertificateError, match=r"decimal|no such argument"):
        judge(stated, order(SIGN))


def squares_of_powers() -> Proof:
    """x**(2*y) as the square of x**y; at x = -4, y = 1/2 it is -4."""
    log = parse_plain("log(x)")
    double, single = (Apply("exp", (Mul((parse_plain(e), log)),)) for e in ("2*y", "y"))
    lemmas = (
        Lemma("power", parse_plain("x**(2*y)"), double),
        Lemma("power", parse_plain("x**y"), single),
        Lemma("exponential", double, Pow(single, Number(2))),
    )
    return order(Squares(parse_plain("(x**y)**2"), Rewriting(lemmas)), x=1, y=1)


def squares_in_a_series() -> Proof:
    """1/(1 - x**2) as the sum of x**(2*k); at x = 2 it is -1/3."""
    series = parse_plain("Sum((x**k)**2, (k, 0, oo))")
    assert isinstance(series, Sum)
    evidence = KnownSeries("geometric", parse_plain("x**2"), 0, Rewriting())
    shown = Replaced(series, known_value(series, evidence), evidence, Rewriting())
    return order(Squares(series, shown), x="1/2")


@pytest.mark.parametrize(
    ("lhs", "proof"),
    [
        ("x**(2*y)", squares_of_powers()),
        ("1/(1 - x**2) + 0*Sum(x**k/factorial(k), (k, 0, oo))", squares_in_a_series()),
    ],
)
def test_squares_of_what_need_not_be_a_real_number_show_nothing(lhs: str, proof: Proof) -> None:
    with pytest.raises(CertificateError, match="no real value"):
        judge(claim(lhs, "0", ">="), proof)
