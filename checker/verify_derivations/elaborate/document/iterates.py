"""Superscripts that number the members of a sequence: x^{k+1} made from x^k may be the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify_derivations.elaborate.notation.indices import letter_of, may_be_power
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative
from verify_derivations.parse.tree import Letter, Node, Scripts, Sum, nodes


def iterates(roots: Sequence[Node], context: Context) -> Iterator[Alternative]:
    r"""The reading in which x^{k+1} is the member of a sequence behind x^k.

    Args:
        roots: the two sides of the statement.
        context: what the document says: of constants, and of numbers, it has powers.
    """
    for root, other in (roots, roots[::-1]) if len(roots) == 2 else ():
        head = plain(root)
        if not isinstance(head, Scripts) or head.sup is None or head.sub is not None:
            continue
        base, letter = base_name(head.base), letter_of(head.sup)
        if (
            not isinstance(plain(head.sup), Sum)
            or base is None
            or letter is None
            or not may_be_power(head.sup)
        ):
            continue
        if base == "e" and "e" not in context.said:
            continue
        if context.is_constant(base) or context.is_constant(letter) or base in context.domains:
            continue
        if _before(other, base, letter) and not _is_alone(other, base):
            words = f"{base}^{letter} is a member of a sequence, and ${base}^{{{letter}+1}}$ the next one"
            yield Alternative(words, f"index ${base}^{{{letter}}}$, or constant ${base}$", covered=True)
            return


def _before(root: Node, base: str, letter: str) -> bool:
    """The member from which the next one is made stands in it."""
    return any(
        isinstance(node, Scripts)
        and node.sup is not None
        and base_name(node.base) == base
        and letter in names_in(node.sup)
        for node in nodes(root)
    )


def _is_alone(root: Node, base: str) -> bool:
    """The name stands in it without a superscript, as one of which there are powers."""
    with_one = {
        id(plain(node.base)) for node in nodes(root) if isinstance(node, Scripts) and node.sup is not None
    }
    return any(
        isinstance(node, Letter) and node.text == base and id(node) not in with_one for node in nodes(root)
    )


__all__ = ["iterates"]
