r"""\forall beside a statement: for all numbers, or for those that a comparison behind it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify_derivations.parse.tree import Chain, Letter, Node, Product, Separator

UNRESTRICTED = re.compile(
    r"(?:\\forall(?![A-Za-z])|∀)\s*\\?[A-Za-z]+(?:_\w|'|\s*,\s*\\?[A-Za-z]+)*\s*"
    r"(?:\\in(?![A-Za-z])\s*\\mathbb\s*(?:\{\s*R\s*\}|R)(?!\s*[\^_]))?\s*(?=$|[,:;.&]|\\(?:[,;:!]|q?quad|\\|colon|text|end)"
    r"|(?<=[A-Za-z}\s])[(|])"
)
r"""A quantifier that says no more than for what a statement holds: all numbers."""

FOR_ALL = "for all"
"""The words that a quantifier stands for."""

EQUATING = frozenset(("=", ":=", "==", "=:"))


def without_quantifiers(items: Sequence[Node]) -> list[Node]:
    r"""The items of a formula, with words for each \forall: `x > 0` behind "for all".

    Names alone behind it say nothing, and are left out.

    >>> from verify_derivations.parse import parse
    >>> without_quantifiers([parse(r"\forall x > 0").root])[1].members[0]
    Letter(text='x', start=8, end=9)
    >>> len(without_quantifiers(parse(r"\forall a, b: a + b = b + a").root.items))
    2
    """
    out: list[Node] = []
    k = 0
    while k < len(items):
        item = items[k]
        name = _behind_sign(item.members[0] if isinstance(item, Chain) else item)
        if name is None:
            out.append(item)
            k += 1
            continue
        end = k
        while end < len(items) and not isinstance(items[end], Chain) and not _parts(items[end]):
            end += 1
        compared = items[end] if end < len(items) else None
        said = Separator("text", FOR_ALL, item.start, item.start)
        if isinstance(compared, Chain) and not any(sign.name in EQUATING for sign in compared.relations):
            if end == k:
                out += [said, compared._replace(members=(name, *compared.members[1:]))]
            else:
                out += [said, name, *items[k + 1 : end + 1]]
            end += 1
        elif end == k:
            out.append(item)  # it is no comparison: \forall x\, x^2 = x
            end += 1
        k = end
    return out


def _parts(item: Node) -> bool:
    """A sign behind which something else is said."""
    return isinstance(item, Separator) and item.kind in (":", "quad", "text", "\\\\")


def _behind_sign(item: Node) -> Node | None:
    """The name behind a quantifier."""
    if not isinstance(item, Product) or len(item.parts) != 2:
        return None
    (_, first), (_, name) = item.parts
    return name if isinstance(first, Letter) and first.text == "\\forall" else None


__all__ = ["FOR_ALL", "UNRESTRICTED", "without_quantifiers"]
