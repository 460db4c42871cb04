"""The annotation with which a name stands for any value: `constant $x$`, of arrays with a shape."""

from __future__ import annotations

from verify_derivations.elaborate.notation.numbered import as_numbered
from verify_derivations.model import Claim
from verify_derivations.term.notation.latex import latex


def any_value(name: str, claim: Claim) -> str:
    """What an author writes so that the name is nothing in particular: of an array, with its shape.

    Args:
        name: a name in the claim.
        claim: as it was read.
    """
    shape = next((array.shape for array in claim.context.arrays if array.name == name), ())
    if not shape or "#" in name:
        return f"constant ${as_numbered(name)}$"
    sizes = r" \times ".join(latex(size) for size in shape)
    return rf"${name} \in \mathbb R^{{{sizes}}}$; constant ${name}$"


__all__ = ["any_value"]
