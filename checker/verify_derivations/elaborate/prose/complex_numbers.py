"""Names that may be complex, as words say: what is told of them has to hold for complex numbers, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.prose.context import Context

SPOKEN_OF = re.compile(
    r"\bcomplex[- ](?:numbers?|plane|conjugat\w+|valued|variables?|analysis|roots?|scalars?|values?|"
    r"entries|field|domain|function theory|arguments?|amplitudes?|\$)"
    r"|\b(?:over|in|on|from|of|field|plane) \$\s*(?:\\mathbb\{?\s*C\s*\}?|\\C|ℂ)\s*\$"
    r"|\bnumbers? (?:is|are|may be|can be) complex\b|\bholomorphic\b|\bkomplexe\w*|复数|复平面|复变",
    re.IGNORECASE,
)
"""Words of complex numbers."""

CALLED = re.compile(
    r"\bcomplex(?:[- ](?:valued|numbers?|variables?))?\b(?! (?:of|models?))|复|\bkomplex", re.I
)
"""Words with which a name is called complex."""

HELP = "$x \\in \\mathbb R$, or $z \\in \\mathbb C$"


def complex_readings(claim: Claim, free: set[str], context: Context) -> Iterator[Alternative]:
    """The claim for complex values of the names that may have them.

    Where words call a name complex that is an array, there are no terms for it.

    Args:
        claim: as it was read.
        free: the names in it that are not defined.
        context: what the document says.
    """
    called = {name for name, said in context.described.items() if CALLED.search(said.words)}
    if not called and not context.speaks_of_complex:
        return
    arrays = {array.name for array in claim.context.arrays} & free
    lost = sorted((called & arrays) - {d.name for d in claim.context.declarations})
    if lost:
        yield Alternative(f"{lost[0]} is complex, as the text says", HELP)
        return
    names = _open_numbers(claim) & (free if context.speaks_of_complex else called)
    if not names:
        return
    more = (Declaration(name, DOMAINS["complex"]) for name in names)
    declarations = tuple(sorted((*claim.context.declarations, *more), key=lambda d: d.name))
    other = replace(claim, context=replace(claim.context, declarations=declarations))
    yield Alternative(f"{min(names)} is a complex number", HELP, other)


def _open_numbers(claim: Claim) -> set[str]:
    """The names of numbers of which nothing says where they live."""
    bodies = (d.body for d in claim.context.definitions)
    symbols = {part.name for part in subterms(claim.lhs, claim.rhs, *bodies) if isinstance(part, Symbol)}
    known = {d.name for d in claim.context.declarations} | {name for name, _ in claim.context.indices}
    return symbols - known


__all__ = ["SPOKEN_OF", "complex_readings"]
