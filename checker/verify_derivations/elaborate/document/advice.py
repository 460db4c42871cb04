r"""What is advised for a name: beside `constant $\sigma$` also a scale or a function is told.

A constant is any number, so what holds for positive ones only is refuted behind it; and what is
differentiated by a time is no constant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from verify_derivations.elaborate.meaning.identities import LETTERS
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.domain import REAL
from verify_derivations.term.syntax.nodes import Apply, Number, Pow, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

OF_SIGNS = frozenset(("Abs", "sign", "log", "Max", "Min", "Heaviside", "relu"))
"""Functions for which it matters whether a number is positive."""

ORDERS = frozenset(("<", "<=", ">", ">="))

CONSTANT = re.compile(r"constant \$([^$,]+)\$")

ABOUT = re.compile(r"\$\s*([^$\s=,<>]+)\s*(?:=|\\in\b|\$)")
"""The name that a piece of advice is about."""

DERIVED = re.compile(r"(?P<primed>[^_^']+)'+|\\d?dot\{(?P<dotted>.+)\}")
"""Names of derivatives, as authors print them."""


def advised(
    alternatives: Iterable[Alternative], claim: Claim, derived: Collection[str]
) -> Iterator[Alternative]:
    """The same ways to read a claim, with advice that fits what its names may be.

    Args:
        alternatives: the ways, each with what would settle it.
        claim: as it was read.
        derived: names of which the document prints derivatives, without scripts.
    """
    signed = _signed(claim)
    for other in map(_as_identity, alternatives):
        found = CONSTANT.search(other.help)
        name = "" if found is None else found[1]
        more = _more(name, other.help, signed, derived)
        yield replace(other, help=f"{other.help}{more}") if more else other


def _as_identity(other: Alternative) -> Alternative:
    r"""For a letter that mostly is the identity matrix that is advised first: with a shape it is any."""
    found = ABOUT.search(other.help)
    if found is None or found[1] not in LETTERS or "identity" in other.help:
        return other
    return replace(other, help=f"identity ${found[1]}$ where it is one; else {other.help}")


def _more(name: str, help: str, signed: Collection[str], derived: Collection[str]) -> str:
    if name in signed:
        return "" if "> 0" in help else f" (of either sign), or assume ${name} > 0$"
    if name in derived and "function" not in help:
        return f" if it does not depend on anything; else function ${name}$, printed with its argument"
    return ""


WRITTEN_FOR = re.compile(r"\bwrit(?:e|es|ing|ten|ers?)\s+\$(?P<name>[^$]+)\$\s+for\s+\$(?P<body>[^$=<>]+)\$")
"""Words by which somebody names an expression."""


def written_for(name: str, told: str) -> str:
    """What a text says that somebody writes a name for; nothing where it does not.

    Args:
        name: of a quantity.
        told: the text, formulas between dollar signs.

    >>> written_for("q", "Bob writes $q$ for $1 - p$."), written_for("q", "Let $q = 1$.")
    ('1 - p', '')
    """
    found = [one["body"] for one in WRITTEN_FOR.finditer(told) if one["name"].strip() == name]
    return found[-1].strip() if found else ""


def derived_names(names: Iterable[str]) -> frozenset[str]:
    r"""The names of which these are derivatives, as they are printed.

    >>> sorted(derived_names(["y'", r"\dot{x}", "z"]))
    ['x', 'y']
    """
    found = (DERIVED.fullmatch(stem(name) + "'" * name.count("'")) for name in names)
    return frozenset(one["primed"] or one["dotted"] for one in found if one is not None)


def _signed(claim: Claim) -> frozenset[str]:
    """The names of which nothing is declared, and whose sign matters as they stand."""
    bodies = (d.body for d in claim.context.definitions)
    sides = (claim.lhs, claim.rhs)
    matter = [part for part in subterms(*sides, *bodies) if _is_of_signs(part)]
    matter += sides if claim.relation in ORDERS else ()
    return frozenset(name for name in free_symbols(*matter) if claim.context.domain(name) == REAL)


def _is_of_signs(term: Term) -> bool:
    if isinstance(term, Pow) and isinstance(term.exponent, Number):
        return Fraction(term.exponent.value).denominator != 1
    return isinstance(term, Apply) and term.function in OF_SIGNS


__all__ = ["advised", "derived_names", "written_for"]
