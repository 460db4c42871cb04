r"""Kronecker's delta: \delta_{ij}, unless the letter is declared; a definition by cases settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain, script_text, scripted_name
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.parse.tree import Chain, Digits, Fenced, Grid, Listing, Node, Product, Scripts
from verify_derivations.term.syntax.nodes import Delta, Number, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

LETTER = "\\delta"
INDICATORS = frozenset(("\\mathbb{1}", "\\mathbf{1}", "\\mathbb{I}", "\\mathrm{1}", "\\mathbf{I}"))


def delta(reading: Elaborator, base: str, node: Scripts) -> Term | None:
    """Kronecker's delta at two indices; None if the name is another one."""
    subs = components(node.sub)
    if base not in (LETTER, *reading.scope.kroneckers) or node.sup is not None or node.primes:
        return None
    if len(subs) != 2 or not any(map(base_name, subs)) or not all(map(_is_place, subs)):
        return None
    if base not in reading.scope.kroneckers and not _is_meant(reading, base, node):
        return None
    size = reading.sizes.unknown(f"{base}{node.start}")  # both indices run over the same
    return Delta(_place(reading, subs[0], size), _place(reading, subs[1], size))


def _is_place(node: Node) -> bool:
    """What numbers a row: a small letter, a Greek one, or a number."""
    name = base_name(node)
    return isinstance(plain(node), Digits) if name is None else not name[:1].isupper()


def _is_meant(reading: Elaborator, base: str, node: Scripts) -> bool:
    scope = reading.scope
    name = scripted_name(node) or base
    if {base, name} & (scope.scalars | scope.defined | scope.ranks.keys() | scope.functions.keys()):
        return False
    options = (f"{base} is Kronecker's delta", f"{base} is an array of any numbers")
    letters = "=".join(script_text(part) or "" for part in components(node.sub))
    help = f"let ${name}=[{letters}]$, or constant ${name}$"
    # errors of layers are called so, too; with two indices and nothing else nobody means those, unless it is
    # said what they are
    alone = all(key[1:] == (0, 2) for key in scope.usage.slots if key[0] == base)
    usual = alone and base not in scope.spoken_of
    return reading.choose(Choice(f"{base} with two indices", options, help, usual=usual)) == options[0]


def _place(reading: Elaborator, node: Node, size: Term) -> Term:
    """A whole number, or an index."""
    from verify_derivations.elaborate.meaning.scripts import index

    node = plain(node)
    if isinstance(node, Digits):
        return Number(int(node.text))
    return index(reading, node, size)


def kronecker_definition(head: Node, body: Node) -> str | None:
    r"""The name that is defined to be Kronecker's delta: \delta_{ij} = [i = j]; None if none is."""
    head = plain(head)
    if not isinstance(head, Scripts) or head.sup is not None or head.primes:
        return None
    name, letters = base_name(head.base), [base_name(part) for part in components(head.sub)]
    if name is None or len(letters) != 2 or None in letters or letters[0] == letters[1]:
        return None
    condition = _condition(plain(body))
    if condition is None or len(condition.members) != 2 or condition.relations[0].name != "=":
        return None
    return name if {base_name(member) for member in condition.members} == set(letters) else None


def _condition(body: Node) -> Chain | None:
    """The statement that an indicator indicates."""
    match body:
        case Fenced("[", Chain() as inside, "]"):
            return inside
        case Product(((_, sign), (_, Fenced(_, Chain() as inside, _)))) if base_name(sign) in INDICATORS:
            return inside
        case Scripts(base, Chain() as inside, None, 0) if base_name(base) in INDICATORS:
            return inside
        case Grid("cases" | "dcases", ((one, condition), (zero, _))):
            digits = [cell.text for cell in (one, zero) if isinstance(cell, Digits)]
            return _within(condition) if digits == ["1", "0"] else None
    return None


def _within(cell: Node) -> Chain | None:
    if isinstance(cell, Chain):
        return cell
    found = [item for item in cell.items if isinstance(item, Chain)] if isinstance(cell, Listing) else []
    return found[0] if len(found) == 1 else None


__all__ = ["delta", "kronecker_definition"]
