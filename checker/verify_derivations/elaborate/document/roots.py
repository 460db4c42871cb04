"""Names of which only the square is defined: they may be the negative root as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.powers import SQUARED
from verify_derivations.elaborate.notation.free_names import head_name, names_of
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Digits, Node, Scripts
from verify_derivations.term.syntax.nodes import MINUS_ONE, Derivative, Mul
from verify_derivations.term.syntax.traverse import subterms


def squared(head: Node) -> Node | None:
    r"""What a left side is the square of; None if it is no square of a name.

    >>> from verify_derivations.parse import parse
    >>> names = squared(parse(r"\sigma_x^2").root), squared(parse("x^3").root)
    >>> [None if name is None else scripted_name(name) for name in names]
    ['\\sigma_x', None]
    """
    head = plain(head)
    if (
        not isinstance(head, Scripts)
        or head.primes
        or not isinstance(head.sup, Digits)
        or head.sup.text != "2"
    ):
        return None
    name = head.base if head.sub is None else head._replace(sup=None)
    return None if scripted_name(name) is None else name


def other_roots(
    sides: Sides, claim: Claim, context: Context, relevant: Iterable[Said]
) -> Iterator[Alternative]:
    """The readings in which a name whose square is defined is the negative root.

    The square of a name of which nothing is said may be what the statement is about.
    """
    signed = [said for said in relevant if said.signed]
    for said in signed:
        definitions = tuple(
            replace(d, body=Mul((MINUS_ONE, d.body))) if head_name(d) == said.name else d
            for d in claim.context.definitions
        )
        other = replace(claim, context=replace(claim.context, definitions=definitions))
        if other != claim:
            words = f"{said.name} is negative, of which {said.place} defines the square"
            yield Alternative(words, f"let ${said.name} \\ge 0$, before its square is defined", other)
    root = squared(sides[0]) if signed else None
    name = None if root is None else scripted_name(root)
    if name is not None and context.is_open(name):
        yield Alternative(f"it says what {name} is", f"let ${name}=...$", covered=True)


def beside_their_square(claim: Claim, free: set[str]) -> Iterator[Alternative]:
    r"""The doubt that x depends on x^2, by which is differentiated: \frac{d}{dx^2} x = \frac{1}{2x}."""
    slopes = (part for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Derivative))
    for by in sorted({name for slope in slopes for name in names_of(slope.variable)}):
        name = by.removesuffix("^2")
        odd = {other for other in free if other != by and other.rstrip("0123456789") == f"{name}^"}
        if name != by and (name in free or (odd and name in SQUARED)):
            shown = name if name in free else min(odd)
            words = f"${shown}$ depends on ${by}$, as that is a square"
            yield Alternative(words, f"write another letter for ${by}$, and its root for ${name}$")


__all__ = ["beside_their_square", "other_roots", "squared"]
