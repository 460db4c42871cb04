"""Elements of a field written back as terms, so that a lemma can say what it found."""

from __future__ import annotations

from typing import Any

from verify_derivations.kernel.algebra.field import Element, Field, Polynomial, monomials
from verify_derivations.term.syntax.build import add, div, mul, number, power
from verify_derivations.term.syntax.nodes import ONE, Term


def monomial_term(field: Field, exponents: Any) -> Term:
    """The product of generators with these exponents."""
    generators = field.generators
    return mul(
        *[
            generators[j].term if k == 1 else power(generators[j].term, int(k))
            for j, k in enumerate(exponents)
            if k
        ]
    )


def polynomial_term(field: Field, p: Polynomial) -> Term:
    """The polynomial, with what its generators stand for."""
    parts = []
    for exponents, coefficient in monomials(p):
        monomial = monomial_term(field, exponents)
        parts.append(monomial if coefficient == 1 else mul(number(int(coefficient)), monomial))
    return add(*parts)


def element_term(field: Field, a: Element) -> Term:
    """The quotient."""
    top = polynomial_term(field, a[0])
    return top if a[1].is_one() else div(top, polynomial_term(field, a[1]))


__all__ = ["ONE", "element_term", "monomial_term", "polynomial_term"]
