r"""What \approx says of a number whose digits are printed: a claim where the number is known exactly."""

from __future__ import annotations

from collections.abc import Iterable

from verify_derivations.elaborate.document.in_context import Reading, in_context
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.printed import ROUGHLY, printed_decimal
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.parse.tree import Digits, Node, Relation, nodes

SIGNS = frozenset(("\\approx", "\\simeq", "\\doteq", "\\thickapprox", "≈", "≃"))
"""The signs that are put before digits; others that look like them have meanings of their own."""

NOT_CLAIMED = frozenset((Cue.CONDITION, Cue.ASSUME, Cue.RESTRICT, Cue.DEFINE))


def approximation(
    left: Node, relation: Relation, right: Node, context: Context, place: Place
) -> Reading | None:
    r"""The claim that a number has these digits; None where it is not known exactly.

    Names have to be defined without rounded numbers, which may be why digits differ.
    """
    if relation.text.strip() not in SIGNS or place.cue in NOT_CLAIMED:
        return None
    try:
        read = in_context((left, ROUGHLY, right), context)
    except NotRead:
        return None
    claim = read.read.claim
    if free_names(claim) or claim.context.functions or claim.context.arrays:
        return None
    relevant, _ = context.relevant([left, right])
    bodies = [said.body for said in relevant if said.body is not None]
    sides = [side for side in (left, right) if printed_decimal(side, whole=True) is None]
    if any(said.opaque or said.limits is not None for said in relevant) or _has_rounded([*sides, *bodies]):
        return None
    return read


def _has_rounded(roots: Iterable[Node]) -> bool:
    """A printed decimal with more than one digit behind its point may be a rounded input."""
    digits = [node.text for root in roots for node in nodes(root) if isinstance(node, Digits)]
    return any(len(text.partition(".")[2]) > 1 for text in digits)


__all__ = ["approximation"]
