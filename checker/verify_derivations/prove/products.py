"""Lemmas for products over an index: logarithms of them, and exponentials of sums of logarithms."""

from __future__ import annotations

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import DividedByZero
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.build import call
from verify_derivations.term.syntax.nodes import Apply, Product, Sum, Term


def for_logarithm(u: Term) -> list[tuple[str, Term]]:
    """The logarithm of a product as the sum of the logarithms."""
    if not isinstance(u, Product):
        return []
    return [("logarithm of a product", Sum(u.index, u.lower, u.upper, call("log", u.body)))]


def of_logarithms(v: Valuation, total: Term) -> Product | None:
    """The product whose logarithm the sum of logarithms is known to be."""
    product = _product(total)
    if product is None:
        return None
    try:
        same = v.field.equal(v.value(call("log", product)), v.value(total))
    except (CertificateError, DividedByZero):
        return None
    return product if same else None


def absolute(term: Term) -> Term:
    """The absolute value; of a product that of every factor."""
    if isinstance(term, Product):
        return Product(term.index, term.lower, term.upper, absolute(term.body))
    return call("Abs", term)


def _product(total: Term) -> Product | None:
    match total:
        case Sum(index, lower, upper, Apply("log", (body,))):
            return Product(index, lower, upper, body)
        case Sum(index, lower, upper, Sum() as inner):
            product = _product(inner)
            return None if product is None else Product(index, lower, upper, product)
    return None


__all__ = ["absolute", "for_logarithm", "of_logarithms"]
