"""Certificates about arrays that do not check are turned down, for their reason. Run under `python -O`."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from time import perf_counter

import pytest
from array_forgery import lemma, matrix, proof, record, refutation

from verify_derivations.certificate import Lemma, Multiplied, Rewriting
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.model import Claim, Context, Declaration, Status
from verify_derivations.prove.search import prove
from verify_derivations.refute.instances import instances
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import (
    HALF,
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Add,
    Apply,
    Bound,
    Constant,
    Delta,
    Determinant,
    Entry,
    Family,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)

N, K, J = Symbol("n"), Symbol("k"), Symbol("j")
AB = {"A": "n n inv", "B": "n n inv"}
ANY = {"A": "n n", "B": "n n"}
PQ = {"P": "n m", "Q": "m n"}

BY_A_LEMMA = [
    # rule, term, what it is, what it is not (but for one row and one column), places, symbols, why not
    ("inverse matrix", "inv(inv(A))", "A", "T(A)", "i j", AB, "not the unit matrix"),
    ("inverse of a product", "inv(A@B)", "inv(B)@inv(A)", "inv(A)@inv(B)", "i j", AB, "not the product"),
    (
        "inverse of a Kronecker product",
        "inv(kron(A, B))",
        "kron(inv(A), inv(B))",
        "kron(inv(B), inv(A))",
        "i j k l",
        AB,
        "not the Kronecker product",
    ),
    ("determinant of a product", "det(A@B)", "det(A)*det(B)", "det(T(A))*det(A)", "", ANY, "not the product"),
    ("determinant of a multiple", "det(2*A)", "2**n*det(A)", "2**1*det(A)", "", ANY, "the sizes differ"),
    ("determinant of an inverse", "det(inv(A))", "det(A)**(-1)", "det(B)**(-1)", "", AB, "not inverse"),
    (
        "determinant of a diagonal matrix",
        "det(diag(x))",
        "prod(x[k], (k, 1, n))",
        "prod(x[1], (k, 1, n))",
        "",
        {"x": "n"},
        "not the diagonal",
    ),
    (
        "logarithm of a product",
        "log(prod(x[k], (k, 1, n)))",
        "Sum(log(x[k]), (k, 1, n))",
        "Sum(log(x[1]), (k, 1, n))",
        "",
        {"x": "n pos"},
        "not the sum of the logarithms",
    ),
    (
        "Sylvester",
        "det(eye(n) + P@Q)",
        "det(eye(m) + Q@P)",
        "det(eye(m) + T(P)@T(Q))",
        "",
        PQ,
        "not of that form",
    ),
]


@pytest.mark.parametrize(("rule", "term", "right", "wrong", "places", "symbols", "why"), BY_A_LEMMA)
def test_a_lemma_is_held_to_its_rule(rule, term, right, wrong, places, symbols, why):
    genuine, forged = record(term, right, symbols), record(term, wrong, symbols)
    accepted = judge(genuine, proof(genuine, lemma(genuine, rule, term, right, places)))
    assert accepted.status is Status.PROVED
    with pytest.raises(CertificateError, match=why):
        judge(forged, proof(forged, lemma(forged, rule, term, wrong, places)))


# ---- indices that do not belong there --------------------------------------------------------------
PLACE, ROW = Symbol("?q0:2"), Symbol("?p0:n")
D_AND_E = {"d": "2", "e": "2", "A": "2 2"}
WEIGHTS = {"M": "n n pos", "A": "n n", "B": "n n"}
A_2 = Family("i", ONE, TWO, Family("j", ONE, TWO, Entry("A", (Bound(1), Bound(0)))))
M_N = Family("i", ONE, N, Family("j", ONE, N, Entry("M", (Bound(1), Bound(0)))))


def multiple(claim: Claim, text: str, *names: str) -> Lemma:
    """det(A*d) = d[column]**2*det(A): the factor of one column taken for that of all."""
    factors = [Entry(name, (PLACE,)) for name in names]
    scale: Term = factors[0] if len(factors) == 1 else Add(factors)
    return Lemma(
        "determinant of a multiple",
        Determinant(matrix(claim, text)),
        Mul((Pow(scale, TWO), Determinant(A_2))),
    )


def test_no_index_escapes_from_the_rows_and_columns_of_a_rule():
    """A factor that holds the column of the check would be the same in every column."""
    claim = record("(det(A*(d+e)) - det(A*d) - det(A*e))**2", "4*det(A*d)*det(A*e)", D_AND_E)
    lemmas = (multiple(claim, "A*(d+e)", "d", "e"), multiple(claim, "A*d", "d"), multiple(claim, "A*e", "e"))
    with pytest.raises(CertificateError, match="a lemma brings in an index"):
        check_argument(statement(claim), Rewriting(lemmas))


def test_no_row_of_an_inverse_is_taken_for_all():
    claim = record("sum(inv(M)*A*B)*sum(inv(M))", "sum(inv(M)*A)*sum(inv(M)*B)", WEIGHTS)
    row, column = Symbol("#0:n"), Symbol("#1:n")
    entry = Mul((Delta(row, ROW), Delta(ROW, column), Pow(Entry("M", (ROW, ROW)), MINUS_ONE)))
    forged = Lemma("inverse matrix", InverseEntry(M_N, (row,), (column,)), entry)
    with pytest.raises(CertificateError, match="a lemma brings in an index"):
        judge(claim, proof(claim, forged))


def named_like_an_index() -> Claim:
    """The sum of k times a number is the sum of k**2, if the number is named as the kernel names k."""
    context = Context((Declaration("n", DOMAINS["posint"]),))
    sides = [Sum("k", ONE, N, bind(Mul((K, factor)), "k")) for factor in (Symbol("#0:n"), K)]
    return Claim(sides[0], "=", sides[1], context)


def test_no_name_is_mistaken_for_an_index():
    with pytest.raises(CertificateError, match="which no name may hold"):
        judge(named_like_an_index(), proof(record("x", "x", {"x": "n"})))


def scalar_claim(lhs: Term, rhs: Term, **domains: str) -> Claim:
    return Claim(
        lhs,
        "=",
        rhs,
        Context(tuple(Declaration(name, DOMAINS[d]) for name, d in domains.items()), (), (), ("f",)),
    )


def over(body: Term, index: Symbol, last: Term, first: Term = ONE) -> Sum:
    return Sum(index.name, first, last, bind(body, index.name))


F_J = Apply("f", (J,))
IMAGINARY = Mul((Constant("i"), K))
SUMS = [
    # claim, lemmas, why it is turned down
    (
        scalar_claim(
            Mul((N, over(Mul((K, over(F_J, J, K))), K, N))),
            Mul((over(K, K, N), over(over(F_J, J, K), K, N))),
            n="posint",
        ),
        (),
        "the difference of the two sides is not zero",
    ),
    (
        scalar_claim(
            over(Apply("exp", (IMAGINARY,)), K, N),
            over(Apply("exp", (Mul((Symbol("i"), K)),)), K, N),
            n="posint",
            i="complex",
        ),
        (),
        "the difference of the two sides is not zero",
    ),
    (
        scalar_claim(over(Apply("Abs", (K,)), K, N, Number(-2)), over(K, K, N, Number(-2)), n="integer"),
        (Lemma("absolute", Apply("Abs", (Symbol("#0:-2..n"),)), Symbol("#0:-2..n")),),
        "it may be negative",
    ),
]


@pytest.mark.parametrize(("claim", "lemmas", "why"), SUMS)
def test_a_sum_is_what_it_says(claim, lemmas, why):
    with pytest.raises(CertificateError, match=why):
        check_argument(statement(claim), Rewriting(lemmas))


def test_what_stands_in_an_empty_sum_need_not_be_defined():
    """At n = 1 nothing is known of log(x); for x = -2 and y = 3 the claim is false."""
    x, y = Symbol("x"), Symbol("y")
    power, rest = Pow(x, y), over(Mul((K, Apply("log", (x,)))), K, N, TWO)
    claim = scalar_claim(
        Add((Apply("Abs", (power,)), rest)), Add((power, rest)), x="nonzero", y="integer", n="posint"
    )
    forged = (
        Lemma("power", power, Apply("exp", (Mul((y, Apply("log", (x,)))),))),
        Lemma("absolute", Apply("Abs", (power,)), power),
    )
    with pytest.raises(CertificateError, match="it may be negative"):
        check_argument(statement(claim), Rewriting(forged))
    nonempty = over(Mul((K, Apply("log", (x,)))), K, N)
    claim = scalar_claim(
        Add((Apply("Abs", (power,)), nonempty)), Add((power, nonempty)), x="nonzero", y="integer", n="posint"
    )
    check_argument(statement(claim), Rewriting(forged))  # a sum from 1 on has a term, and in it x > 0


def test_what_is_known_where_two_indices_agree_is_not_known_elsewhere():
    """x[k] > y[j] for all k; a lemma looks at i = j; then x[k] > y[i] is not known after it."""
    claim = record(
        "S(k, log(x[k] - y[j])) + det((delta(i,j)*y[i] + 1)*A) - (delta(i,j)*y[j] + 1)**n*det(A)"
        " + S(k, sqrt((x[k] - y[i])**2))",
        "S(k, log(x[k] - y[j])) + S(k, x[k] - y[i])",
        {"A": "n n", "x": "n", "y": "n"},
        indices={"i": "n", "j": "n", "k": "n"},
    )
    multiple = lemma(
        claim,
        "determinant of a multiple",
        "det((delta(i,j)*y[i] + 1)*A)",
        "(delta(i,j)*y[j] + 1)**n*det(A)",
    )
    away = Add((Entry("x", (Symbol("#0:n"),)), Mul((MINUS_ONE, Entry("y", (Symbol("i"),))))))
    root = Lemma("root", Pow(Pow(away, TWO), HALF), away)
    with pytest.raises(CertificateError, match="the root may be negative"):
        check_argument(statement(claim), Rewriting((multiple, root)))


@pytest.mark.parametrize(("more", "why"), [("", None), (" + I", "may not be positive")])
def test_under_an_index_as_elsewhere_a_logarithm_may_be_complex_where_values_are(more, why):
    """At x = -1 the principal values differ by 2*pi*i; over the reals log(x[k]) tells that x[k] > 0."""
    sums = ("2*S(k, log(x[k]))", "S(k, log(x[k]**2))")
    claim = record(*(side + more for side in sums), {"x": "n"}, indices={"k": "n"})
    x = Entry("x", (Symbol("#0:n"),))
    split = Lemma("logarithm", Apply("log", (Pow(x, TWO),)), Mul((TWO, Apply("log", (x,)))))
    if why is None:
        check_argument(statement(claim), Rewriting((split,)))
        return
    with pytest.raises(CertificateError, match=why):
        check_argument(statement(claim), Rewriting((split,)))


# ---- multiplied by a matrix --------------------------------------------------------------------------
ABX = {"A": "n n inv", "B": "n n", "x": "n", "y": "n"}
NOTHING = Rewriting(())


def by_a(claim: Claim, index: str = "i", text: str = "A") -> Multiplied:
    return Multiplied(matrix(claim, text), index, True, NOTHING)


MULTIPLIED = [
    # claim, argument, why it is turned down (None: it is accepted)
    (record("(inv(A)@A@x)[i]", "x[i]", ABX, indices={"i": "n"}), "i", "A", None),
    (record("(inv(A)@(B@x))[i]", "x[i]", ABX, indices={"i": "n"}), "i", "A", "is not zero"),
    (record("(inv(A)@A@x)[i]", "x[i]", ABX, indices={"i": "n"}), "i", "B", "does not invert this matrix"),
    (record("(inv(A)@A@x)[i]", "x[i]", ABX, indices={"i": "n"}), "n", "A", "does not fit the index"),
    (
        record("(inv(A)@B@x)[i]", "0", ABX, indices={"i": "n"}, given=[["(B@x)[i]", "0"]]),
        "i",
        "A",
        "a hypothesis is about this value of the index only",
    ),
    (
        record("(inv(A)@A@x)[i]*y[i]/y[i]", "x[i]", ABX, indices={"i": "n"}),
        "i",
        "A",
        "where the statement is defined, depends on the index",
    ),
]


@pytest.mark.parametrize(("claim", "index", "text", "why"), MULTIPLIED)
def test_a_statement_is_multiplied_only_where_that_says_the_same(claim, index, text, why):
    if why is None:
        check_argument(statement(claim), by_a(claim, index, text))
        return
    with pytest.raises(CertificateError, match=why):
        check_argument(statement(claim), by_a(claim, index, text))


# ---- what is known of a matrix -------------------------------------------------------------------------
def test_a_lemma_inverts_only_what_is_known_to_be_invertible():
    claim = record("exp(x[i])", "1", {"A": "n n", "x": "n"}, indices={"i": "n"}, given=[["A@x", "zeros(n)"]])
    forged = lemma(claim, "exponential", "exp(x[i])", "exp((inv(A)@A@x)[i])")
    with pytest.raises(CertificateError, match="a lemma inverts a matrix that may be singular"):
        judge(claim, proof(claim, forged, n=1, A=[[2]], x=[0]))


def test_a_part_of_an_invertible_matrix_may_be_singular():
    """[[0, 1], [1, 0]] is invertible, and its first entry is 0."""
    claim = record("exp(A[1, 1])", "exp(A[1, 1])", {"A": "2 2 inv"})
    part = Family("i", ONE, ONE, Family("j", ONE, ONE, Entry("A", (Bound(1), Bound(0)))))
    known = Apply("exp", (Entry("A", (ONE, ONE)),))
    inside = Mul(
        (
            Apply("exp", (Entry("A", (ONE, ONE)),)),
            Apply("exp", (Mul((ZERO, InverseEntry(part, (ONE,), (ONE,)))),)),
        )
    )
    with pytest.raises(CertificateError, match="may be singular"):
        check_argument(statement(claim), Rewriting((Lemma("exponential", known, inside),)))


def test_the_rows_of_a_matrix_are_counted_from_one():
    claim = record("det(A@B)", "det(A)*det(B)", {"A": "2 2", "B": "2 2"})
    longer = Family("i", ZERO, TWO, Family("j", ZERO, TWO, Entry("A", (Bound(1), Bound(0)))))
    forged = Lemma(
        "determinant of a product",
        Determinant(matrix(claim, "A@B")),
        Mul((Determinant(longer), Determinant(matrix(claim, "B")))),
    )
    with pytest.raises(CertificateError, match="not counted from 1"):
        judge(claim, proof(claim, forged, A=[[1, 2], [3, 4]], B=[[1, 2], [3, 4]]))


# ---- instances ---------------------------------------------------------------------------------------
S2 = {"S": "n n sym"}
INSTANCES = [
    # claim, values, what is done to the certificate, why it is turned down
    (record("T(A)", "A", {"A": "n n"}), {"n": 2, "i": 1, "j": 2, "A": [[1, 2], [3, 4]]}, None, None),
    (record("T(A)", "A", {"A": "n n"}), {"n": 1}, None, "may agree"),
    (record("T(A)", "A", {"A": "n n"}), {"n": 0}, None, "outside its domain"),
    (record("T(A)", "A", {"A": "n n"}), {"n": Fraction(3, 2)}, None, "outside its domain"),
    (record("T(A)", "A", {"A": "n n"}), {"n": 2, "i": 3, "A": [[1, 2], [3, 4]]}, None, "out of its range"),
    (record("T(A)", "A", {"A": "n n"}), {"n": 2, "i": 0, "A": [[1, 2], [3, 4]]}, None, "outside its domain"),
    (
        record("T(A)", "A", {"A": "n n"}),
        {"n": 2, "A": [[1, 2], [3, 4]]},
        "an entry less",
        "entry of A is missing",
    ),
    (record("S[1, 1]", "0", S2), {"n": 2, "S": [[1, 2], [3, 4]]}, None, "S is not sym"),
    (record("S[1, 1]", "0", {"S": "n n spd"}), {"n": 2, "S": [[1, 2], [2, 1]]}, None, "S is not spd"),
    (record("S[1, 1]", "0", {"S": "n n spd"}), {"n": 2, "S": [[1, 1], [0, 1]]}, None, "S is not spd"),
    (record("S[1, 1]", "0", {"S": "n n inv"}), {"n": 2, "S": [[1, 2], [2, 4]]}, None, "S is not inv"),
    (record("S[1, 1]", "0", {"S": "n n orth"}), {"n": 2, "S": [[1, 1], [0, 1]]}, None, "S is not orth"),
    (record("S[1, 1]", "0", {"S": "n m orth"}), {"n": 1, "m": 2, "S": [[1, 0]]}, None, "S is not orth"),
    (record("p[1]", "0", {"p": "n simplex"}), {"n": 2, "p": [1, 1]}, None, "p is not simplex"),
    (record("p[1]", "0", {"p": "n simplex"}), {"n": 2, "p": [2, -1]}, None, "outside of its domain"),
    (record("p[1]", "0", {"p": "n pos"}), {"n": 2, "p": [2, 0]}, None, "outside of its domain"),
    (
        record("sqrt(x**2)", "x", {"x": "n"}, given=[["x", ">=", "0"]]),
        {"x": [-1]},
        None,
        "a hypothesis does not surely hold",
    ),
    (
        record("x", "2*x", {"x": "n", "y": "n"}, given=[["x", "y"]]),
        {"x": [1], "y": [2]},
        None,
        "a hypothesis does not surely hold",
    ),
]


@pytest.mark.parametrize(("claim", "values", "change", "why"), INSTANCES)
def test_a_counterexample_is_an_instance_of_what_is_claimed(claim, values, change, why):
    certificate = refutation(claim, **values)
    if change is not None:
        certificate = replace(certificate, entries=certificate.entries[:-1])
    if why is None:
        assert judge(claim, certificate).status is Status.REFUTED
        return
    with pytest.raises(CertificateError) as refusal:
        judge(claim, certificate)
    if not re.search(why, str(refusal.value)):
        pytest.fail(f"turned down for another reason: {refusal.value}")


# ---- products, and ranges that may be empty ----------------------------------------------------------
PRODUCTS = [
    # term, what a lemma says that it is, the rule, symbols, why not
    (
        "det(A)",
        "prod(A[k, k], (k, 1, n))",
        "determinant of a diagonal matrix",
        {"A": "n n"},
        "not a diagonal",
    ),
    (
        "det(diag(x))",
        "prod(x[k], (k, 2, n))",
        "determinant of a diagonal matrix",
        {"x": "n"},
        "not over the diagonal",
    ),
    (
        "log(prod(x[k], (k, 1, n)))",
        "Sum(log(x[k]), (k, 1, n))",
        "logarithm of a product",
        {"x": "n"},
        "a factor of the product may not be positive",
    ),
    (
        "log(prod(x[k], (k, 1, n)))",
        "Sum(log(x[k]), (k, 2, n))",
        "logarithm of a product",
        {"x": "n pos"},
        "not the sum of the logarithms",
    ),
    (
        "log(sum(x))",
        "Sum(log(x[k]), (k, 1, n))",
        "logarithm of a product",
        {"x": "n pos"},
        "not the logarithm",
    ),
]


@pytest.mark.parametrize(("term", "becomes", "rule", "symbols", "why"), PRODUCTS)
def test_a_product_is_what_a_rule_says_it_is(term, becomes, rule, symbols, why):
    claim = record(term, f"1*{term}", symbols)
    forged = lemma(claim, rule, term, becomes)
    with pytest.raises(CertificateError, match=why):
        check_argument(statement(claim), Rewriting((forged,)))


RANGES = [
    # false at n = 1, where a range is empty, or where a factor is zero
    ("Sum(x[k], (k, 2, n - 1))", "sum(x) - x[1] - x[n]"),
    ("prod(x[k], (k, 2, n - 1))*x[1]*x[n]", "prod(x[k], (k, 1, n))"),
    ("Sum(y, (k, 3, n))", "(n - 2)*y"),
    ("prod(x[k]/x[k], (k, 1, n))*y/y", "y*prod(x[k + 1]/x[k], (k, 1, n - 1))/y"),
    # what is known within one range is not known outside of it
    ("Sum(Abs(x[k]), (k, 1, n)) + Sum(log(x[k]), (k, 2, n))", "sum(x) + Sum(log(x[k]), (k, 2, n))"),
    ("Sum(Abs(x[k]), (k, 1, n)) + Sum(log(x[k + 1]), (k, 1, n - 1))", "sum(x) + Sum(log(x[k]), (k, 2, n))"),
    ("Sum(y*Abs(y)*x[k], (k, 1, n)) + Sum(log(y*k), (k, 2, n))", "y**2*sum(x) + Sum(log(y*k), (k, 2, n))"),
    (
        "prod(Abs(x[k]), (k, 1, n)) + log(prod(x[k], (k, 2, n)))",
        "prod(x[k], (k, 1, n)) + log(prod(x[k], (k, 2, n)))",
    ),
]


@pytest.mark.parametrize(("lhs", "rhs"), RANGES)
def test_what_fails_at_an_empty_range_has_no_proof(lhs, rhs):
    """The search is honest here, but what it finds is checked by the same kernel."""
    s = statement(record(lhs, rhs, {"x": "n"}))
    argument = prove(s, perf_counter() + 2, next(instances(s, 4)))
    if argument is not None:
        with pytest.raises(CertificateError):
            check_argument(s, argument)


def test_what_stands_in_an_empty_sum_is_not_defined_by_another_index():
    """At n = 1 nothing is known of log(z), though it stands beside x[k] in a logarithm."""
    z = Apply("log", (Symbol("z"),))
    total = over(Apply("log", (Mul((Entry("x", (K,)), z)),)), K, N, TWO)
    s = statement(Claim(total, "=", total, record("sum(x)", "sum(x)", {"x": "n"}).context))
    v = Valuation.of(s, 64, RULES)
    v.suppose((total,), (), real=True)
    name, body = v.sums.opened(total)
    v.sums.renamed(v.value(body), {name: v.sums.fresh(v.sums.ranges[name], {name})})
    assert body in v.given  # what holds the index is defined wherever there is one
    assert z not in v.given
