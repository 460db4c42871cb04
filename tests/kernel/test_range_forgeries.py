"""Sums and products over ranges that may be empty, shifted by what is not whole, or with a member apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify_derivations.certificate import Rewriting, Sign
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.inference.product_rules import logarithm_of_a_product
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.kernel.proofs.order import check_order
from verify_derivations.model import Claim
from verify_derivations.read.records import read_record
from verify_derivations.term.syntax.nodes import Apply, Bound, Entry, Mul, Number, Product, Sum, Symbol, Term

SCALARS = {"n": "posint", "x": "real", "y": "real"}

EQUATIONS = [
    # genuine or not, left, right, why not
    (True, "Sum(k/(k*y), (k, 1, n))", "n/y", ""),
    (True, "y*Sum(1/(k + y**2), (k, 1, n - 1))", "Sum(y/(k + y**2), (k, 1, n - 1))", ""),
    # at n = 1 there is no index, so y may be 0 and n - 1 is
    (False, "Sum(k/(k*(n - 1)), (k, 1, n - 1))", "1", "comes out of it divides by zero"),
    (False, "Sum(sqrt(k*(n - 1))**(-2)*k, (k, 1, n - 1))", "1", "comes out of it divides by zero"),
    # an index is a whole number, and k + x is none
    (True, "Sum(Abs(k + x)*exp(I*pi*k)**2, (k, 1, n))", "Sum(Abs(k + x), (k, 1, n))", ""),
    (False, "Sum(Abs(k + x)*exp(I*pi*(k + x))**2, (k, 1, n))", "Sum(Abs(k + x), (k, 1, n))", "not zero"),
    (
        False,
        "Sum(cos(k + 1/2)*exp(I*pi*(k + 1/2))**2, (k, 1, n))",
        "Sum(cos(k + 1/2), (k, 1, n))",
        "not zero",
    ),
]


@pytest.mark.parametrize(("genuine", "lhs", "rhs", "why"), EQUATIONS)
def test_what_comes_out_of_a_sum_is_not_zero_and_indices_are_whole(genuine, lhs, rhs, why):
    s = statement(read_record({"lhs": lhs, "rhs": rhs, "symbols": SCALARS}))
    if genuine:
        check_argument(s, Rewriting(()))
        return
    with pytest.raises(CertificateError, match=why):
        check_argument(s, Rewriting(()))


def test_the_product_of_the_others_does_not_tell_that_the_member_left_out_is_not_zero():
    """The first factor is 1 and not 1/(x - y): that the product is positive says nothing of x - y."""
    others = "prod(1/((k*x - y)*(1 - delta(k, 1)) + delta(k, 1)), (k, 1, n))"
    record = {"lhs": f"(x - y)*(1 + log({others})**2)", "relation": "!=", "rhs": "0", "symbols": SCALARS}
    with pytest.raises(CertificateError, match="no such sign"):
        check_order(statement(read_record(record)), Sign(()))


@pytest.mark.parametrize(("first", "why"), [("1", None), ("2", "no such index")])
def test_factors_are_positive_where_the_logarithm_of_their_product_stands(first, why):
    """Under an index of a range that may be empty it says nothing of factors without that index."""
    text = f"Sum(log(prod(x[k]*y[j], (k, 1, n))), (j, {first}, n))"
    symbols = {name: {"shape": ["n"], "domain": "nonnegative"} for name in "xy"}
    s = statement(read_record({"lhs": text, "rhs": text, "symbols": symbols}))
    v = Valuation.of(s, 64, RULES)
    v.suppose((s.lhs,), (), real=True)
    assert isinstance(s.lhs, Sum)
    _, term = v.sums.opened(s.lhs)
    product = term.children[0]
    assert isinstance(product, Product)
    becomes = Sum("k", product.lower, product.upper, Apply("log", (product.body,)))
    if why is None:
        logarithm_of_a_product(v, term, becomes)
        return
    with pytest.raises(CertificateError, match=why):
        logarithm_of_a_product(v, term, becomes)


@pytest.mark.parametrize(("first", "told"), [("1", True), ("2", False)])
def test_a_term_is_surely_there_where_its_indices_are(first, told):
    s = statement(read_record({"lhs": f"Sum(k*y, (k, {first}, n))", "rhs": "0", "symbols": SCALARS}))
    v = Valuation.of(s, 64, RULES)
    assert isinstance(s.lhs, Sum)
    _, body = v.sums.opened(s.lhs)
    assert v.sums.surely_there(body) is told


def test_an_index_that_is_called_by_a_number_is_none():
    """The sum of x[k]*x[i] is not that of x[k]*x[2], for an index i whose name is "2"."""
    context = replace(
        read_record({"lhs": "sum(x)", "rhs": "sum(x)", "symbols": {"x": {"shape": ["n"]}}}).context,
        indices=(("2", Symbol("n")),),
    )

    def total(place: Term) -> Term:
        return Sum("k", Number(1), Symbol("n"), Mul((Entry("x", (Bound(0),)), Entry("x", (place,)))))

    for left, right in (
        (total(Symbol("2")), total(Number(2))),
        (Entry("x", (Symbol("2"),)), Entry("x", (Number(2),))),
    ):
        with pytest.raises(CertificateError, match="not zero"):
            check_argument(statement(Claim(left, "=", right, context)), Rewriting(()))
