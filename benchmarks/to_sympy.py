"""Our terms as SymPy expressions, derivatives not carried out: what the rival engines are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy

from verify_derivations.model import Claim
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Constant,
    Derivative,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound

ASSUMPTIONS: dict[str, dict[str, bool]] = {
    "real": {"real": True},
    "positive": {"positive": True},
    "negative": {"negative": True},
    "nonnegative": {"nonnegative": True},
    "nonpositive": {"nonpositive": True},
    "nonzero": {"real": True, "nonzero": True},
    "unit": {"positive": True},
    "sym1": {"real": True},
    "gt1": {"positive": True},
    "integer": {"integer": True},
    "posint": {"integer": True, "positive": True},
    "natural": {"integer": True, "nonnegative": True},
    "complex": {"complex": True},
}
"""What SymPy can be told of our domains."""

CONSTANTS = {"pi": sympy.pi, "i": sympy.I, "EulerGamma": sympy.EulerGamma}

SAME_NAME = (
    "exp log sin cos tan cot sec csc sinh cosh tanh coth sech csch asin acos atan acot asec acsc asinh "
    "acosh atanh acoth asech acsch atan2 Abs sign floor ceiling gamma loggamma digamma polygamma erf erfc "
    "erfi Ei li Si Ci Shi Chi fresnels fresnelc factorial binomial beta polylog zeta lowergamma uppergamma "
    "Heaviside Max Min conjugate re im arg"
).split()


class Untranslatable(Exception):
    """The expression has no counterpart there; the claim is left out for that engine."""


def difference(claim: Claim) -> Any:
    """lhs - rhs as SymPy's."""
    lhs, rhs = sides(claim)
    symbols = {d.name: _symbol(d.name, d.domain) for d in claim.context.declarations}
    translation = Translation(symbols)
    return translation.of(lhs) - translation.of(rhs)


def sides(claim: Claim) -> tuple[Term, Term]:
    """Both sides with definitions put in; derivatives are left for the engine where there are none."""
    if claim.context.assumptions:
        raise Untranslatable("an assumption")
    if not claim.context.definitions:
        return claim.lhs, claim.rhs
    unfolding = Unfolding([(d.head, d.body) for d in claim.context.definitions])
    return unfolding.meaning(claim.lhs), unfolding.meaning(claim.rhs)


def _symbol(name: str, domain: Domain) -> Any:
    known = next((word for word, other in DOMAINS.items() if other == domain), "real")
    return sympy.Symbol(name, **ASSUMPTIONS[known])


class Translation:
    """Terms into SymPy, with these symbols; any other symbol is real."""

    def __init__(self, symbols: Mapping[str, Any]) -> None:
        self.symbols = dict(symbols)

    def of(self, term: Term) -> Any:
        """The expression."""
        match term:
            case Number(value):
                return sympy.Rational(value.numerator, value.denominator)
            case Constant(name):
                return CONSTANTS[name]
            case Symbol(name):
                return self.symbols.setdefault(name, sympy.Symbol(name, real=True))
            case Add(terms):
                return sympy.Add(*map(self.of, terms))
            case Mul(factors):
                return sympy.Mul(*map(self.of, factors))
            case Pow(base, exponent):
                return sympy.Pow(self.of(base), self.of(exponent))
            case Derivative(body, variable, order):
                return sympy.Derivative(self.of(body), (self.of(variable), order))
            case Sum() | Product():
                return self._binder(term)
            case Apply(name, arguments):
                return self._call(name, arguments)
        raise Untranslatable(type(term).__name__)

    def _binder(self, term: Sum | Product) -> Any:
        index = sympy.Symbol(f"{term.index}_", integer=True)
        self.symbols[f"{term.index}_"] = index
        body = self.of(instantiate_bound(term.body, Symbol(f"{term.index}_")))
        kind = sympy.Sum if isinstance(term, Sum) else sympy.Product
        return kind(body, (index, self.of(term.lower), self.of(term.upper)))

    def _call(self, name: str, arguments: tuple[Term, ...]) -> Any:
        if name in SAME_NAME and hasattr(sympy, name):
            return getattr(sympy, name)(*map(self.of, arguments))
        row = FUNCTIONS.get(name)
        if row is None:
            if name.rstrip("'") != name:
                raise Untranslatable(name)
            return sympy.Function(name)(*map(self.of, arguments))
        if not (row.means or row.means_real):
            raise Untranslatable(name)
        return self.of(instantiate(row.means or row.means_real, arguments))


__all__ = ["Translation", "Untranslatable", "difference", "sides"]
