"""Domains that a condition of a sentence contradicts: "for x < 0" is about another x than "let x > 0"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.names import script_text, scripted_name
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import Digits, Node
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Number, Symbol, Term


def number_or_name(node: Node) -> Term | None:
    """The term of a printed number or of a name; None for anything else."""
    if isinstance(node, Digits):
        return Number(Fraction(node.text))
    name = scripted_name(node)
    if name is not None:
        return Symbol(name)
    text = script_text(node)
    try:
        return None if text is None else Number(Fraction(text))
    except ValueError:
        return None


def without_contradicted(domains: Mapping[str, Domain], local: Iterable[Sides]) -> dict[str, Domain]:
    """The domains, without those in which a condition nearby leaves nothing.

    Args:
        domains: where numbers live, by names.
        local: what is compared nearby.
    """
    found = dict(domains)
    for left, sign, right in local:
        terms = number_or_name(left), number_or_name(right)
        if terms[0] is None or terms[1] is None:
            continue
        try:
            made = narrowed(domains, terms[0], sign, terms[1])
        except TermError:
            continue
        for name, domain in (made or {}).items():
            if domain.is_empty and name in domains and not domains[name].is_empty:
                found.pop(name, None)
    return found


__all__ = ["number_or_name", "without_contradicted"]
