"""Annotations with which a name stands for any value or for one of a kind: `constant $x$`, `let $x > 0$`."""

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


def some_kind(name: str) -> str:
    r"""An example of what may be said of a name: capitals and bold letters are mostly arrays.

    >>> some_kind("x"), some_kind("M")
    ('let $x > 0$', 'let $M \\in \\mathbb R^{n \\times n}$')
    """
    letter = name[:1]
    array = letter.isupper() or name.startswith(("\\mathbf", "\\boldsymbol", "\\bm"))
    return rf"let ${name} \in \mathbb R^{{n \times n}}$" if array else f"let ${name} > 0$"


__all__ = ["any_value", "some_kind"]
