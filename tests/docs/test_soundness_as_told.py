"""What SOUNDNESS.md tells of conventions, rules and arguments, held against the software row by row."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify_derivations.certificate import (
    Argument,
    BothOrders,
    Cases,
    ConstantDifference,
    EachValue,
    EitherSign,
    Exponentials,
    Inducted,
    Lemma,
    Multiplied,
    Named,
    Powers,
    Primitive,
    Regions,
    Replaced,
    Rewriting,
    Sign,
    Turn,
    WrittenOut,
)
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.kernel.proofs.reduced import turned
from verify_derivations.model import ArrayDeclaration, Claim, Context, Declaration, Definition
from verify_derivations.read.records import read_record
from verify_derivations.term.arrays.array import entry, families
from verify_derivations.term.arrays.plain_arrays import Shapes, parse_array
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import ONE, Symbol

NO_LEMMA = Rewriting(())


def claim(lhs: str, rhs: str, let: tuple[tuple[str, str], ...] = (), **domains: str) -> Claim:
    """`lhs = rhs` in the plain notation, read over the reals unless a domain is complex."""
    declarations = tuple(Declaration(name, DOMAINS[domain]) for name, domain in domains.items())
    definitions = tuple(Definition(parse_plain(head), parse_plain(body)) for head, body in let)
    functions = ("f",)
    context = Context(declarations, definitions, (), functions)
    return Claim(parse_plain(lhs, functions), "=", parse_plain(rhs, functions), context)


def same(text: str, **domains: str) -> Statement:
    """The statement that a term equals itself."""
    return statement(claim(text, text, (), **domains))


# ---- conventions -------------------------------------------------------------------------------
CONVENTIONS = [
    (claim("sqrt(x)*sqrt(y)", "sqrt(x*y)"), "proved", ["x >= 0", "y >= 0"]),
    (claim("sqrt(x)*sqrt(y)", "sqrt(x*y)", x="complex", y="complex"), "refuted", []),
    (claim("x/x", "1"), "proved", ["x != 0"]),
    (claim("log(-1)", "I*pi"), "proved", []),
    (claim("log(-1) - log(-4)", "-log(4)"), "proved", []),
    (claim("x**y", "x**y"), "proved", ["x != 0"]),
    (claim("binomial(x, y)", "binomial(x, y)"), "undecided", []),
    (claim("beta(x, y)", "beta(x, y)"), "proved", []),
    (claim("(-8)**(1/3)", "-2"), "vacuous", []),
    (claim("0**0", "1"), "vacuous", []),
    (claim("x**0", "1"), "proved", ["x != 0"]),
    (claim("sign(0)", "0"), "vacuous", []),
    (claim("Heaviside(0)", "1/2"), "vacuous", []),
    (claim("diff(log(x), x)", "1/x"), "proved", ["x > 0"]),
    (claim("diff(Abs(x), x)", "sign(x)"), "proved", ["x != 0"]),
    (claim("diff(L, a)", "2*sin(z)", let=(("L", "a**2"), ("a", "sin(z)"))), "proved", []),
    (claim("diff(Abs(z), z)", "sign(z)", z="complex"), "undecided", []),
    (claim("f(x)", "f(-x)"), "refuted", []),
    (claim("diff(f(x)**2, x)", "2*f(x)*diff(f(x), x)"), "proved", []),
    (claim("0.25", "1/4"), "proved", []),
    (claim("Sum(k, (k, 1, 0))", "0"), "proved", []),
    (claim("Product(k, (k, 1, 0))", "1"), "proved", []),
    (claim("Integral(x, (x, 1, 0))", "-1/2"), "proved", []),
    (claim("binomial(2, 5)", "0"), "undecided", []),
    (claim("Piecewise((1/x, x != 0), (0, True))*x", "Piecewise((1, x != 0), (0, True))"), "proved", []),
    (claim("Piecewise((1, x > 0))", "Heaviside(x)"), "proved", ["x != 0"]),
    (claim("diff(Piecewise((x, x > 0), (-x, True)), x)", "diff(Abs(x), x)"), "proved", ["x != 0"]),
]


@pytest.mark.parametrize(("stated", "status", "conditions"), CONVENTIONS)
def test_a_convention_is_kept(stated, status, conditions):
    verdict = decide(stated)
    assert (str(verdict.status), [c.text for c in verdict.conditions]) == (status, conditions)


# ---- rules: for each a lemma that is right, and one that lacks what the rule asks for ---------------
Row = tuple[str, str, dict[str, str], str]
RIGHT_AND_WRONG: dict[str, tuple[Row, Row]] = {
    "conjugate": (
        ("conjugate(z*exp(w))", "conjugate(z)*exp(conjugate(w))", {"z": "complex", "w": "complex"}, ""),
        ("conjugate(log(z))", "log(conjugate(z))", {"z": "complex"}, "not the conjugate"),
    ),
    "floor": (
        ("floor(x + 2*n)", "2*n + floor(x)", {"n": "integer"}, ""),
        ("floor(x + y)", "y + floor(x)", {}, "may be no whole number"),
    ),
    "whole power": (
        ("(-exp(z))**n", "(-1)**n*exp(n*z)", {"z": "complex", "n": "integer"}, ""),
        ("exp(z)**t", "exp(t*z)", {"z": "complex"}, "not a power with a whole number"),
    ),
    "modulus": (
        ("Abs(x + I*y)", "sqrt(x**2 + y**2)", {}, ""),
        ("Abs(exp(z))", "exp(z)", {"z": "complex"}, "may be negative"),
    ),
    "modulus of a power": (
        ("Abs(exp(z)**t)", "Abs(exp(z))**t", {"z": "complex"}, ""),
        ("Abs(exp(z)**w)", "Abs(exp(z))**w", {"z": "complex", "w": "complex"}, "may be complex"),
    ),
    "meaning": (
        ("sinh(x)", "(exp(x) - exp(-x))/2", {}, ""),
        ("relu(z)", "(z + Abs(z))/2", {"z": "complex"}, "an argument may be complex"),
    ),
    "exponential": (
        ("exp(2*x)", "exp(x)**2", {}, ""),
        ("exp(z/2)", "exp(z)**(1/2)", {"z": "complex"}, "the base|exponents do not add up"),
    ),
    "logarithm": (
        ("log(x*y)", "log(x) + log(y)", {"x": "positive", "y": "positive"}, ""),
        ("log(x*y)", "log(x) + log(y)", {}, "may not be positive"),
    ),
    "negative": (
        ("log(-x)", "log(x) + I*pi", {"x": "positive"}, ""),
        ("log(-x)", "log(x) + I*pi", {}, "may not be positive"),
    ),
    "scaled logarithm": (
        ("log(4*z)", "log(4) + log(z)", {"z": "complex"}, ""),
        ("log(w*z)", "log(w) + log(z)", {"w": "complex", "z": "complex"}, "may not be positive"),
    ),
    "root": (
        ("sqrt(x**2)", "Abs(x)", {}, ""),
        ("sqrt(x**2)", "x", {}, "the root may be negative"),
    ),
    "scaling": (
        ("sqrt(4*z)", "2*sqrt(z)", {"z": "complex"}, ""),
        ("sqrt(w*z)", "sqrt(w)*sqrt(z)", {"w": "complex", "z": "complex"}, "taken out may not be positive"),
    ),
    "power": (
        ("x**y", "exp(y*log(x))", {"x": "positive"}, ""),
        ("x**y", "exp(y*log(x))", {}, "the base may be zero"),
    ),
    "absolute": (
        ("Abs(x)", "-x", {"x": "negative"}, ""),
        ("Abs(x)", "-x", {}, "it may be negative"),
    ),
    "sign": (
        ("sign(x)", "x/Abs(x)", {"x": "nonzero"}, ""),
        ("sign(x)", "x/Abs(x)", {}, "may be zero"),
    ),
    "parity": (
        ("cos(-x)", "cos(x)", {}, ""),
        ("cos(x + y)", "cos(x - y)", {}, "the arguments are not opposite"),
    ),
    "logarithmic": (
        ("asinh(x)", "log(x + sqrt(x**2 + 1))", {}, ""),
        ("asinh(x)", "log(x - sqrt(x**2 + 1))", {}, "not the logarithm of the table"),
    ),
    "inverse": (
        ("exp(I*asin(z))", "I*z + sqrt(1 - z**2)", {"z": "complex"}, ""),
        ("exp(I*atan(z))", "(1 + I*z)/sqrt(1 + z**2)", {"z": "complex"}, "may not be real|may be zero"),
    ),
    "principal": (
        ("asin(sin(x))", "x", {"x": "sym1"}, ""),
        ("acos(cos(x))", "x", {"x": "sym1"}, "outside the range"),
    ),
    "recurrence": (
        ("gamma(x + 1)", "x*gamma(x)", {"x": "positive"}, ""),
        ("gamma(x + 1)", "x*gamma(x)", {}, "may not be positive"),
    ),
    "value": (
        ("asin(1/2)", "pi/6", {}, ""),
        ("asin(-1/2)", "pi/6", {}, "the argument is another"),
    ),
    "unity": (
        ("exp(I*pi/3)", "1/2 + I*sqrt(3)/2", {}, ""),
        ("exp(I*pi/3)", "1/2 - I*sqrt(3)/2", {}, "another root of unity"),
    ),
    "algebraic": (
        ("sqrt(5 + 2*sqrt(6))", "sqrt(2) + sqrt(3)", {}, ""),
        ("sqrt(5 - 2*sqrt(6))", "sqrt(2) - sqrt(3)", {}, "the two numbers differ"),
    ),
}


SQUARE_MATRICES = {name: ArrayDeclaration(name, (Symbol("n"), Symbol("n"))) for name in ("A", "B")}
REGULAR = {name: ArrayDeclaration(name, (Symbol("n"), Symbol("n")), ("inv",)) for name in ("A", "B")}
VECTOR = {"x": ArrayDeclaration("x", (Symbol("n"),))}
OBLONG = {
    "P": ArrayDeclaration("P", (Symbol("n"), Symbol("m"))),
    "Q": ArrayDeclaration("Q", (Symbol("m"), Symbol("n"))),
}
Arrays = dict[str, ArrayDeclaration]
ABOUT_MATRICES: dict[str, tuple[tuple[str, str, Arrays, str], tuple[str, str, Arrays, str]]] = {
    "inverse matrix": (
        ("inv(inv(A))", "A", REGULAR, ""),
        ("inv(inv(A))", "T(A)", REGULAR, "not the unit matrix"),
    ),
    "inverse of a product": (
        ("inv(A@B)", "inv(B)@inv(A)", REGULAR, ""),
        ("inv(A@B)", "inv(A)@inv(B)", REGULAR, "the matrix is not the product"),
    ),
    "inverse of a Kronecker product": (
        ("inv(kron(A, B))", "kron(inv(A), inv(B))", REGULAR, ""),
        ("inv(kron(A, B))", "kron(inv(B), inv(A))", REGULAR, "not the Kronecker product"),
    ),
    "determinant of a product": (
        ("det(A@B)", "det(A)*det(B)", SQUARE_MATRICES, ""),
        ("det(A + B)", "det(A)*det(B)", SQUARE_MATRICES, "the matrix is not the product"),
    ),
    "determinant of a multiple": (
        ("det(3*A)", "3**n*det(A)", SQUARE_MATRICES, ""),
        ("det(3*A)", "3**n*det(B)", SQUARE_MATRICES, "the matrix is not that multiple"),
    ),
    "determinant of an inverse": (
        ("det(inv(A))", "det(A)**(-1)", REGULAR, ""),
        ("det(inv(A))", "det(B)**(-1)", REGULAR, "not inverse to each other"),
    ),
    "determinant of a diagonal matrix": (
        ("det(diag(x))", "prod(x[k], (k, 1, n))", VECTOR, ""),
        ("det(outer(x, x))", "prod(x[k]**2, (k, 1, n))", VECTOR, "not a diagonal matrix"),
    ),
    "logarithm of a product": (
        ("log(prod(exp(x[k]), (k, 1, n)))", "Sum(log(exp(x[k])), (k, 1, n))", VECTOR, ""),
        ("log(prod(x[k], (k, 1, n)))", "Sum(log(x[k]), (k, 1, n))", VECTOR, "may not be positive"),
    ),
    "Sylvester": (
        ("det(eye(n) + P@Q)", "det(eye(m) + Q@P)", OBLONG, ""),
        ("det(eye(n) + 2*P@Q)", "det(eye(m) + Q@P)", OBLONG, "the matrix is not of that form"),
    ),
}


@pytest.mark.parametrize("rule", ABOUT_MATRICES)
def test_a_rule_for_matrices_takes_what_is_right_and_nothing_else(rule):
    (term, becomes, arrays, _), (false_term, false_becomes, other, why) = ABOUT_MATRICES[rule]
    check_matrix_lemma(rule, term, becomes, arrays)
    with pytest.raises(CertificateError, match=why):
        check_matrix_lemma(rule, false_term, false_becomes, other)


def check_matrix_lemma(rule: str, term: str, becomes: str, arrays: Arrays) -> None:
    """The lemma checks at the entry (i, j, ...), with nothing known but what is declared of the arrays."""
    shapes = Shapes({a.name: tuple((size,) for size in a.shape) for a in arrays.values()})
    sizes = dict.fromkeys(("n", "m"), DOMAINS["posint"])
    left, right = (parse_array(text, shapes) for text in (term, becomes))
    places = [Symbol(name) for name in "ijkl"[: sum(len(axis) for axis in left.axes)]]
    indices = dict(zip("ijkl", [size for axis in left.axes for size in axis], strict=False))
    v = Valuation(sizes, 64, RULES, arrays=arrays, indices=indices)
    v.given.add(entry(left, places))
    v.state(rule, entry(left, places), entry(right, places))
    v.value(entry(left, places))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in ABOUT_MATRICES])
def test_a_rule_takes_what_is_right_and_nothing_else(rule):
    (term, becomes, domains, _), (false_term, false_becomes, other, why) = RIGHT_AND_WRONG[rule]
    check_lemma(rule, term, becomes, domains)
    with pytest.raises(CertificateError, match=why):
        check_lemma(rule, false_term, false_becomes, other)


def check_lemma(rule: str, term: str, becomes: str, domains: dict[str, str]) -> None:
    """The lemma checks by itself: with nothing known but where its symbols live."""
    v = Valuation({name: DOMAINS[domain] for name, domain in domains.items()}, 32, RULES)
    v.state(rule, parse_plain(term), parse_plain(becomes))
    v.value(parse_plain(term))


# ---- arguments ---------------------------------------------------------------------------------
def at(x: int) -> tuple[tuple[str, tuple[Fraction, Fraction]], ...]:
    return (("x", (Fraction(x), Fraction(0))),)


CUBE = statement(claim("Abs(a - b)**3", "Abs(a - b)*(a - b)**2"))
BETWEEN = parse_plain("a - b")


def size_of_difference(size: str) -> Rewriting:
    return Rewriting((Lemma("absolute", parse_plain("Abs(a - b)"), parse_plain(size)),))


def no_turn(s: Statement) -> Rewriting:
    """The lemma that exp(i*0) = 1, for two sides whose difference is 0."""
    return Rewriting((Lemma("exponential", turned(s, 1).lhs, ONE),))


INVERSE_SQUARE = parse_plain("Integral(1/x**2, (x, -1, 1))")
SQUARE = parse_plain("Integral(x**2, (x, 0, 1))")
RECIPROCAL = parse_plain("Piecewise((1/x, x > 0), (0, True))")
HARD = parse_plain("Integral(sin(x**3), (x, 0, 1))")
FIRST_THREE = parse_plain("Sum(k, (k, 1, 3))")


def by_primitive(term: str, becomes: str, function: str) -> Replaced:
    evidence = Primitive("t", parse_plain(function), NO_LEMMA)
    return Replaced(parse_plain(term), parse_plain(becomes), evidence, NO_LEMMA)


def about_matrices(lhs: str, rhs: str) -> Statement:
    regular = {"shape": ["n", "n"], "assume": ["inv"]}
    return statement(read_record({"lhs": lhs, "rhs": rhs, "symbols": {"A": regular, "B": regular}}))


MATRIX_A = families(parse_array("A", Shapes({"A": ((Symbol("n"),),) * 2})))

FIRST_OF_TWO = {"lhs": "v[1]*delta(i, 1) + v[2]*delta(i, 2)", "rhs": "v[i]", "indices": {"i": 2}}


def about_entries(**changed: object) -> Statement:
    return statement(read_record({**FIRST_OF_TWO, "symbols": {"v": {"shape": [2]}}, **changed}))


TWO_SUMS = statement(claim("Sum(k, (k, 1, n)) + Sum(k**2, (k, 1, n))", "n*(n + 1)*(n + 2)/3", n="posint"))

ACCEPTED: list[tuple[Statement, Argument]] = [
    (about_entries(), EachValue("i", (NO_LEMMA, NO_LEMMA))),
    (CUBE, EitherSign(BETWEEN, size_of_difference("a - b"), size_of_difference("b - a"))),
    (same("x"), BothOrders(Sign(), Sign())),
    (same("integrate(sin(x**3), (x, 0, 1))"), Named((("J", HARD),), NO_LEMMA)),
    (about_matrices("inv(A)@B", "inv(A)@B"), Multiplied(MATRIX_A, "i", True, NO_LEMMA)),
    (TWO_SUMS, Inducted("n", NO_LEMMA, NO_LEMMA)),
    (same("log(x)"), Exponentials(NO_LEMMA)),
    (same("Abs(x)"), Powers(2, NO_LEMMA)),
    (same("atan(x)"), Turn(1, no_turn(same("atan(x)")), at(1))),
    (same("x"), ConstantDifference((("x", NO_LEMMA),), at(0), NO_LEMMA)),
    (same("x"), Cases("x", NO_LEMMA, NO_LEMMA, NO_LEMMA)),
    (same("Piecewise((1/x, x > 0), (0, True))"), Regions(RECIPROCAL, (NO_LEMMA, NO_LEMMA))),
    (same("Sum(k, (k, 1, 3))"), Replaced(FIRST_THREE, parse_plain("1 + 2 + 3"), WrittenOut(), NO_LEMMA)),
    (
        same("Integral(x**2, (x, 0, 1))"),
        by_primitive("Integral(x**2, (x, 0, 1))", "1**3/3 + -1*(0**3/3)", "t**3/3"),
    ),
]

TURNED_DOWN: list[tuple[Statement, Argument, str]] = [
    (
        CUBE,
        EitherSign(BETWEEN, size_of_difference("a - b"), size_of_difference("a - b")),
        "may be negative",
    ),
    (statement(claim("Abs(a - b)", "a - b")), EitherSign(BETWEEN, NO_LEMMA, NO_LEMMA), "is not zero"),
    (CUBE, EitherSign(Symbol("c"), NO_LEMMA, NO_LEMMA), "does not occur"),
    (CUBE, EitherSign(parse_plain("log(a)"), NO_LEMMA, NO_LEMMA), "may have no value"),
    (
        same("x"),
        EitherSign(Symbol("x"), ConstantDifference((("x", NO_LEMMA),), at(0), NO_LEMMA), NO_LEMMA),
        "no such argument where a term has a sign",
    ),
    (same("z", z="complex"), EitherSign(Symbol("z"), NO_LEMMA, NO_LEMMA), "for real numbers only"),
    (about_entries(), EitherSign(Symbol("n"), NO_LEMMA, NO_LEMMA), "for real numbers only"),
    (same("integrate(sin(x**3), (x, 0, 1)) + J"), Named((("J", HARD),), NO_LEMMA), "is taken"),
    (same("Abs(integrate(sin(x**3), (x, 0, 2)))"), Named((("J", HARD),), NO_LEMMA), "integrals is not"),
    (statement(claim("integrate(sin(x**3), (x, 0, 1))", "1")), Named((("J", HARD),), NO_LEMMA), "not zero"),
    (statement(claim("Abs(x)", "x")), BothOrders(Sign(), Sign()), "no such sign"),
    (statement(claim("x", "Abs(x)")), BothOrders(Sign(), Sign()), "no such sign"),
    (same("z", z="complex"), BothOrders(Sign(), Sign()), "may be complex"),
    (about_entries(), EachValue("i", (NO_LEMMA,)), "i has 2 values, and 1 are looked at"),
    (about_entries(rhs="v[1]"), EachValue("i", (NO_LEMMA, NO_LEMMA)), "is not zero"),
    (
        about_entries(),
        EachValue("j", (NO_LEMMA, NO_LEMMA)),
        "j is no index or whole number that runs up to a small number",
    ),
    (
        about_entries(lhs="v[i]", symbols={"v": {"shape": ["n"]}}, indices={"i": "n"}),
        EachValue("i", (NO_LEMMA,)),
        "i is no index or whole number that runs up to a small number",
    ),
    (
        about_matrices("inv(B)@A", "inv(B)@A"),
        Multiplied(MATRIX_A, "i", True, NO_LEMMA),
        "does not invert this matrix",
    ),
    (
        same("Sum(k, (k, 1, n))"),
        Inducted("n", NO_LEMMA, NO_LEMMA),
        "n does not run through the whole numbers",
    ),
    (
        statement(claim("r*Sum(r**k, (k, 0, n))", "Sum(r**k, (k, 1, n))", n="posint")),
        Inducted("n", NO_LEMMA, NO_LEMMA),
        "is not zero",
    ),
    (same("log(z)", z="complex"), Exponentials(NO_LEMMA), "may be complex"),
    (statement(claim("x", "Abs(x)")), Powers(2, NO_LEMMA), "a side may be negative"),
    (
        statement(claim("atan(x) + atan(1/x)", "pi/2")),
        Turn(2, NO_LEMMA, at(1)),
        "not defined on the whole domain",
    ),
    (
        statement(claim("sign(x)", "1")),
        ConstantDifference((("x", NO_LEMMA),), at(1), NO_LEMMA),
        "not continuous",
    ),
    (same("x"), ConstantDifference((), at(0), NO_LEMMA), "nothing is shown about the derivative"),
    (same("x"), Cases("x", NO_LEMMA, NO_LEMMA, None), "nothing is shown for x = 0"),
    (statement(claim("Abs(x)", "x")), Cases("x", NO_LEMMA, NO_LEMMA, NO_LEMMA), "is not zero"),
    (
        statement(claim("Piecewise((1/x, x > 0), (0, True))*x", "1")),
        Regions(RECIPROCAL, (NO_LEMMA, NO_LEMMA)),
        "is not zero",
    ),
    (
        same("Sum(k, (k, 1, 3))"),
        Replaced(FIRST_THREE, parse_plain("1 + 2 + 4"), WrittenOut(), NO_LEMMA),
        "not the terms",
    ),
    (
        same("Integral(1/x**2, (x, -1, 1))"),
        by_primitive("Integral(1/x**2, (x, -1, 1))", "-1/1 + -1*(-1/-1)", "-1/t"),
        "not defined|not smooth|not the difference",
    ),
]


@pytest.mark.parametrize(("s", "argument"), ACCEPTED, ids=lambda value: type(value).__name__)
def test_an_argument_that_is_right_is_accepted(s, argument):
    check_argument(s, argument)


@pytest.mark.parametrize(("s", "argument", "why"), TURNED_DOWN, ids=lambda value: type(value).__name__)
def test_an_argument_that_lacks_something_is_turned_down(s, argument, why):
    with pytest.raises(CertificateError, match=why):
        check_argument(s, argument)


def test_no_kind_of_argument_is_left_out():
    kinds = set(Argument.__args__) - {Rewriting}
    assert {type(a) for _, a in ACCEPTED} == kinds == {type(a) for _, a, _ in TURNED_DOWN}
