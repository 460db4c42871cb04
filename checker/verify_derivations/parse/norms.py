r"""Subscripts that say which norm is meant: the F of \|A\|_F is no name, though the text may have an F."""

from __future__ import annotations

from verify_derivations.parse.tree import Accent, Letter, Mark, Node, Product, Text

KINDS = {"F": "F", "Fro": "F", "fro": "F", "op": "op", "HS": "HS", "nuc": "nuc", "max": "max", "tr": "tr"}
"""The norms that have a name of letters, by what stands below their bars."""

FONTS = frozenset(
    f"\\{font}"
    for font in "mathrm mathup mathit mathsf mathbf rm it text textrm textit textup textsf".split()
)
"""In other fonts, and under accents, a letter is a name of its own."""


def which_norm(sub: Node) -> Node:
    r"""A subscript of double bars, as a mark where it names a norm; any other as it is.

    Of one letter only F is such a mark: \|x\|_A belongs to a matrix, \|x\|_p has an exponent.

    >>> from verify_derivations.parse import parse
    >>> from verify_derivations.parse.tree import Scripts
    >>> [parse(rf"\|A\|_{sub}").root.sub.text for sub in ("F", r"{\mathrm F}", "{op}", "p")]
    ['F', 'F', 'op', 'p']
    """
    kind = KINDS.get(_letters(sub))
    return sub if kind is None else Mark(kind, sub.start, sub.end)


def _letters(node: Node) -> str:
    """The letters that a subscript is, side by side, in whatever font."""
    match node:
        case Letter(text) | Text(text):
            return text.removeprefix("\\")
        case Accent(command, body) if command in FONTS:
            return _letters(body)
        case Product(parts) if all(sign == "" for sign, _ in parts):
            return "".join(_letters(part) for _, part in parts)
    return ""


__all__ = ["which_norm"]
