"""Functions whose values are a matter of convention: whether a claim keeps to where all authors agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.kernel.calculus.continuity import holds_everywhere
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.claims.whole_numbers import at_most
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.notation.layout import fresh_index
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ONE, Apply, Binder, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import applied_functions


def disputed(s: Statement) -> str:
    """Why nothing can be said, where a function's value is a matter of convention; "" where it is not."""
    terms = (s.lhs, s.rhs, *s.hypotheses, *s.differentiated)
    if not any(FUNCTIONS[name].convention for name in applied_functions(*terms) if name in FUNCTIONS):
        return ""
    for side in terms:
        for at, term in _calls(s, side, frozenset()):
            for condition in FUNCTIONS[term.function].convention:
                inside = instantiate(condition.removesuffix(" > 0"), term.arguments)
                if not _positive(at, inside):
                    return (
                        f"the value of {text(term)} is a matter of convention unless {text(inside)} > 0;"
                        " declare it"
                    )
    return ""


def _calls(s: Statement, term: Term, seen: frozenset[str]) -> Iterator[tuple[Statement, Apply]]:
    """The calls of such functions, each with what is known where it stands: the ranges around it."""
    if not term.holds(Apply):
        return
    if isinstance(term, Apply) and term.function in FUNCTIONS and FUNCTIONS[term.function].convention:
        yield s, term
    if not isinstance(term, Binder):
        for child in term.children:
            yield from _calls(s, child, seen)
        return
    for bound in term.children[:-1]:
        yield from _calls(s, bound, seen)
    name = fresh_index(term, tuple(seen | set(s.domains)))
    inner = _at_index(s, term, name) if isinstance(term, Sum | Product) else s
    yield from _calls(inner, instantiate_bound(term.body, Symbol(name)), seen | {name})


def _at_index(s: Statement, term: Sum | Product, name: str) -> Statement:
    """What is known where the index has one of its values."""
    k = Symbol(name)
    domain = Domain("integer", rational(term.lower), rational(term.upper), False, False)
    return replace(
        s,
        domains={**s.domains, name: domain},
        assumed=(*s.assumed, (k, ">=", term.lower), (k, "<=", term.upper)),
    )


def _positive(s: Statement, term: Term) -> bool:
    return at_most(s, ONE, term) or holds_everywhere(s, Requirement(term, "> 0"))


__all__ = ["disputed"]
