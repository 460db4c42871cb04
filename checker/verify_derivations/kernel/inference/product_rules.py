"""The rules of inference for products over an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.errors import CertificateError
from verify_derivations.term.syntax.nodes import Apply, Product, Sum, Term

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation


def logarithm_of_a_product(v: Valuation, term: Term, becomes: Term) -> None:
    """log of a product of f(k) is the sum of log f(k), where every f(k) is positive.

    Where the logarithm stands in a statement about real numbers, the product is positive, so factors that are
    nowhere negative are positive.
    """
    match term, becomes:
        case Apply("log", (Product(_, lower, upper, body),)), Sum(_, first, last, Apply("log", (inner,))):
            if body is not inner or (lower, upper) != (first, last):
                raise CertificateError("not the sum of the logarithms of the factors")
            _, opened = v.sums.opened(term.children[0])  # type: ignore[arg-type]  # a product, as matched
            value = v.value(opened)
            if v.signs.positive(value):
                return
            if not (term in v.reals and v.signs.nonnegative(value)):
                raise CertificateError("a factor of the product may not be positive")
            if not v.sums.surely_there(term):
                raise CertificateError("a factor may not be positive where there is no such index")
            v.signs.learn(value, "> 0")
        case _:
            raise CertificateError("not the logarithm of a product")


PRODUCT_RULES = {"logarithm of a product": logarithm_of_a_product}

__all__ = ["PRODUCT_RULES"]
