"""A statement where a term has a sign: the two cases into which the points of which it speaks fall."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import holds_everywhere, surely_real
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.nodes import ZERO, Binder, I, Term
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def require_real(*terms: Term) -> None:
    """No imaginary unit stands in them."""
    if any(t is I for t in subterms(*terms)):
        raise CertificateError("the terms may be complex")


def supposing(s: Statement, term: Term, relation: str) -> Statement:
    """The claim where the term, a real number wherever the statement is defined, has a sign or is zero."""
    require_real(term)
    if any(name not in s.domains for name in free_symbols(term)):
        raise CertificateError("the term holds a symbol that does not occur")
    if term not in outer_terms(s.lhs, s.rhs):
        if not surely_real(s, term):
            raise CertificateError("the term that is distinguished may not be a real number")
        known = {(r.term, r.relation) for r in s.required if not r.bound}
        for r in requirements((term,)):
            if (r.term, r.relation) not in known and (r.bound or not holds_everywhere(s, r)):
                raise CertificateError("the term that is distinguished may have no value")
    return replace(s, assumed=(*s.assumed, (term, relation, ZERO)))


def outer_terms(*terms: Term) -> set[Term]:
    """The subterms that stand in no sum, product, integral or case: they have values where these do."""
    found: set[Term] = set()
    stack = list(terms)
    while stack:
        term = stack.pop()
        if term not in found:
            found.add(term)
            if not isinstance(term, Piecewise):
                stack.extend((term.lower, term.upper) if isinstance(term, Binder) else term.children)
    return found


__all__ = ["outer_terms", "require_real", "supposing"]
