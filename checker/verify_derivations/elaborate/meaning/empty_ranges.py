r"""Sums whose ends are names, \sum_{k=m}^n: authors mean m <= n, and not the empty sums beyond."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.term.arrays.affine import Affine, affine
from verify_derivations.term.notation.latex import latex
from verify_derivations.term.syntax.nodes import Product, Sum
from verify_derivations.term.syntax.traverse import subterms

WORDS = "its sums and products have terms, {lower} <= {upper}"
HELP = "assume ${lower} \\le {upper}$, or say that it holds of empty sums, too"


def with_terms(claim: Claim) -> Iterator[Alternative]:
    """The claim where its sums and products are not empty, if their ends leave that open.

    Args:
        claim: as it was read, of any whole numbers.
    """
    ranges = [
        (part.lower, part.upper)
        for part in subterms(claim.lhs, claim.rhs)
        if isinstance(part, Sum | Product) and not (part.lower.loose or part.upper.loose)
    ]
    least = {d.name: d.domain.lower for d in claim.context.declarations}
    found = dict[Affine, Claim]()
    for lower, upper in ranges:
        first, last = affine(lower), affine(upper)
        if first is not None and last is not None and _may_be_empty(last.minus(first), least):
            found.setdefault(last.minus(first), Claim(lower, "<=", upper))
    if found:
        names = {name for length in found for name, _ in length.parts}
        shown = {
            "lower": latex(next(iter(found.values())).lhs),
            "upper": latex(next(iter(found.values())).rhs),
        }
        kept = tuple(d for d in claim.context.declarations if d.name not in names)
        whole = tuple(
            Declaration(name, replace(claim.context.domain(name), field="integer")) for name in sorted(names)
        )
        context = replace(
            claim.context,
            declarations=(*kept, *whole),
            assumptions=(*claim.context.assumptions, *found.values()),
        )
        other = replace(claim, context=context)
        yield Alternative(WORDS.format(**shown), HELP.format(**shown), other, covered=True)


def _may_be_empty(length: Affine, least: dict[str, Fraction | None]) -> bool:
    """The end may lie more than one below the beginning, as far as is known."""
    smallest = length.constant
    for name, factor in length.parts:
        lower = least.get(name)
        if factor < 0 or lower is None:
            return True
        smallest += factor * lower
    return smallest < -1


__all__ = ["with_terms"]
