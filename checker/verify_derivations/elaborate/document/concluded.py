r"""Equations that can only be concluded: of further members of sequences, of entries, of \pi and e."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from verify_derivations.elaborate.document.constant_letters import NEAR
from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.meaning.closed_forms import is_behind
from verify_derivations.elaborate.meaning.recurrences import key_of
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name, stem
from verify_derivations.elaborate.notation.printed_entries import ANYTHING, digits_of
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.restating import is_restated
from verify_derivations.parse.tree import Digits, Node, Product, Scripts
from verify_derivations.parse.tree import Fraction as Quotient
from verify_derivations.term.syntax.nodes import Entry

FRACTIONS = frozenset(("\\frac", "\\tfrac", "\\dfrac", "\\nicefrac"))
LETTERS = {"\\pi": "\\pi", "e": "e", "\\mathrm{e}": "e"}
"""Names of numbers that no text defines by a number near theirs."""


def is_concluded(sides: Sequence[Node], place: Place, context: Context) -> bool:
    """Words conclude the equation, and what its left side is is known: it is claimed, and defines nothing.

    Args:
        sides: the two sides as notation.
        place: where it stands.
        context: what the document says.
    """
    if place.cue is not Cue.CLAIM or place.conditional or place.asked:
        return False
    if is_entry(sides[0], context):
        return True
    name = scripted_name(plain(sides[0]))
    if name in LETTERS:
        value = printed_number(sides[1])
        lower, upper = NEAR[LETTERS[name]]
        near = value is not None and lower <= value <= upper
        return near and is_restated(name, "", "", place.words, context.after)
    key = key_of(sides[0])
    for said in context.said.values() if key is not None else ():
        form = context.form(said)
        if form is None or form.base != stem(name or "") or key is None or not is_behind(key, form):
            continue
        if name in context.said:
            return False
        before, behind = "".join(context.told[: said.at]), "".join(context.told[said.at :])
        return is_restated(said.name, before, behind, place.words, context.after)
    return False


def is_entry(head: Node, context: Context) -> bool:
    """An entry A_{12} of a matrix that this section defines: what equals it is claimed."""
    head = plain(head)
    if not isinstance(head, Scripts) or digits_of(head) is None:
        return False
    matrix, name = base_name(head.base) or "", scripted_name(head)
    if {matrix, ANYTHING} & context.numbered_otherwise.keys():
        return False
    said = context.said.get(matrix)
    if said is None or said.body is None or said.section != context.section or name in context.said:
        return False
    try:
        claim = in_context((head, "=", head), context).read.claim
    except NotRead:
        return False
    return isinstance(claim.lhs, Entry) and claim.lhs.array == said.name


def printed_number(node: Node) -> Fraction | None:
    r"""The number that is printed as digits, 3.14, or as a quotient of them, \frac{22}{7}.

    >>> from verify_derivations.parse import parse
    >>> [printed_number(parse(text).root) for text in (r"\frac{22}{7}", "22/7", "3.5", "x")]
    [Fraction(22, 7), Fraction(22, 7), Fraction(7, 2), None]
    """
    node = plain(node)
    if isinstance(node, Digits):
        return Fraction(node.text)
    match node:
        case Quotient(command, top, bottom) if command in FRACTIONS:
            above, below = printed_number(top), printed_number(bottom)
        case Product((("", top), ("/", bottom))):
            above, below = printed_number(top), printed_number(bottom)
        case _:
            return None
    return above / below if above is not None and below else None


__all__ = ["is_concluded", "is_entry", "printed_number"]
