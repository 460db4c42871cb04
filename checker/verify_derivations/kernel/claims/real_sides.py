"""Sides that are real though complex numbers stand in them, by how they are written: these have an order."""

from __future__ import annotations

from collections.abc import Mapping

from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import Add, Apply, Constant, Mul, Number, Pow, Symbol, Term

ALWAYS_REAL = frozenset(("Abs", "re", "im"))
"""Functions with real values at complex arguments."""


def has_real_sides(s: Statement) -> bool:
    """Both sides are real wherever they have a value.

    >>> from verify_derivations.kernel.claims.statement import statement
    >>> from verify_derivations.read.records import read_record
    >>> record = {"lhs": "abs(z)", "relation": ">=", "rhs": "re(z)", "symbols": {"z": "complex"}}
    >>> has_real_sides(statement(read_record(record)))
    True
    """
    return all(_is_real(side, s.domains) for side in (s.lhs, s.rhs))


def _is_real(term: Term, domains: Mapping[str, Domain]) -> bool:
    match term:
        case Number():
            return True
        case Constant(name):
            return name != "i"
        case Symbol(name):
            return domains.get(name, REAL).field != "complex"
        case Add(parts) | Mul(parts):
            return all(_is_real(part, domains) for part in parts)
        case Pow(base, Number(exponent)):
            return _is_real(base, domains) if exponent.denominator == 1 else _is_nonnegative(base, domains)
        case Apply(name, arguments):
            row = FUNCTIONS.get(name)
            everywhere = row is not None and not row.defined and not row.narrow and not row.convention
            return name in ALWAYS_REAL or (everywhere and all(_is_real(a, domains) for a in arguments))
    return False


def _is_nonnegative(term: Term, domains: Mapping[str, Domain]) -> bool:
    match term:
        case Number(value):
            return value >= 0
        case Apply("Abs", _):
            return True
        case Add(parts) | Mul(parts):
            return all(_is_nonnegative(part, domains) for part in parts)
        case Pow(base, Number(exponent)) if exponent.denominator == 1 and exponent % 2 == 0:
            return _is_real(base, domains)
    return False


__all__ = ["has_real_sides"]
