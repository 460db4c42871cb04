"""What an author gives to a derivation, taken in: relations, symbols, domains, and what is told."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import sympy

from verify_derivations.errors import AuthoringError
from verify_derivations.model import Status
from verify_derivations.term.sympy.from_sympy import domain_from_set
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term
from verify_derivations.term.syntax.relations import relation_sign

RELATIONS: dict[type, str] = {
    sympy.Eq: "=",
    sympy.Ne: "!=",
    sympy.StrictLessThan: "<",
    sympy.LessThan: "<=",
    sympy.StrictGreaterThan: ">",
    sympy.GreaterThan: ">=",
}


KEYWORDS = ("ref", "tex", "line", "because", "note", "expect", "wrong", "corrected", "corrected_tex", "id")
"""What may be told of a statement."""

TOLD = frozenset(("ref", "because", "note", "relation", "local", "unreadable", "variants"))


def both_sides(lhs: Any, corrected: Any) -> tuple[Any, Any] | None:
    """The two sides of a corrected statement, of which the author may give the right one only."""
    if corrected is None or isinstance(corrected, tuple):
        return corrected
    return lhs, corrected


def check_words(told: dict[str, Any], expect: str | None, wrong: str) -> None:
    """What is told of a statement makes sense.

    Raises:
        AuthoringError: an argument that does not exist, or an expectation without a reason.
    """
    for word in told:
        if word not in TOLD:
            near = get_close_matches(word, KEYWORDS, 1)
            help_ = f"did you mean {near[0]}?" if near else "one of: " + ", ".join(KEYWORDS)
            raise AuthoringError(f"there is no argument {word}", help=help_)
    if expect is not None and expect not in tuple(Status):
        raise AuthoringError(f"expect={expect!r} is no verdict", help="one of: " + ", ".join(Status))
    if expect not in (None, "proved") and not wrong:
        raise AuthoringError(f"expect={expect!r} needs wrong=, the reason", code="VD206")


def head_name(head: Term) -> str:
    """The name that a definition gives a meaning."""
    return head.function + "()" if isinstance(head, Apply) else head.name if isinstance(head, Symbol) else ""


def relation_of(relation: Any) -> tuple[Any, str, Any]:
    """The left side, the sign and the right side of a SymPy relation.

    Raises:
        AuthoringError: it is none.
    """
    sign = RELATIONS.get(type(relation))
    if isinstance(relation, bool):
        raise AuthoringError(
            f"{relation} is no relation: Python's == compares at once", help="give claim(lhs, rhs)"
        )
    if sign is None:
        raise AuthoringError(
            f"{relation!r} is no relation",
            help="give claim(lhs, rhs), or a SymPy relation such as Eq(lhs, rhs)",
        )
    return relation.lhs, sign, relation.rhs


def sides_of(lhs: Any, rest: tuple[Any, ...]) -> tuple[Any, str, Any]:
    """What was given to `claim`: a relation, two sides of an equation, or two sides and the sign between."""
    match rest:
        case ():
            return relation_of(lhs)
        case (rhs,):
            return lhs, "=", rhs
        case (str(sign), rhs):
            return lhs, relation_sign(sign), rhs
    raise AuthoringError("claim takes a relation, two sides, or two sides with the sign between them")


def symbol_name(symbol: Any) -> str:
    """The name of a SymPy symbol.

    Raises:
        AuthoringError: it is no symbol.
    """
    if not isinstance(symbol, sympy.Symbol):
        raise AuthoringError(f"{symbol!r} is no symbol", code="VD207")
    return str(symbol.name)


def domain_of(domain: Any) -> Domain:
    """The domain that a name or a SymPy set stands for.

    Raises:
        AuthoringError: the name is not known.
    """
    if isinstance(domain, str):
        if domain not in DOMAINS:
            raise AuthoringError(
                f"{domain!r} is no domain", code="VD207", help="one of: " + ", ".join(DOMAINS)
            )
        return DOMAINS[domain]
    return domain_from_set(domain)


__all__ = ["both_sides", "check_words", "domain_of", "head_name", "relation_of", "sides_of", "symbol_name"]
