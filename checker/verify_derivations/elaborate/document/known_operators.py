"""Left sides that an equation does not define without a word: Im(w), and f_x where f is a function of x."""

from __future__ import annotations

from dataclasses import dataclass

from verify_derivations.elaborate.meaning.definitions import head_of, parameters_of
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name
from verify_derivations.elaborate.notation.tables import OPERATOR_NAMES
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Fraction, Letter, Node, Product, Scripts


@dataclass(frozen=True)
class Subscripted:
    """A left side f_x as the derivative that it may be, and the doubt that it is another name."""

    node: Node
    doubt: Alternative


def unread_operator(head: Node, name: str, shown: str, context: Context) -> NotRead | None:
    """Why an equation for this left side says something of an operator, which is not read; else None.

    Args:
        head: the left side.
        name: the name that it would define.
        shown: the left side, as it is printed.
        context: what the document says.
    """
    word = name.removeprefix("\\mathrm{").removesuffix("}")
    if name in context.said or word == name or word not in OPERATOR_NAMES:
        return None
    help = f"let ${shown}=...$ if it is defined here"
    return NotRead(f"{OPERATOR_NAMES[word]} ({word}) is not read yet", head, help=help)


def subscripted(head: Node, name: str, shown: str, context: Context) -> Subscripted | None:
    """What f_x = ... says where f is defined as a function of x, and nothing defines f_x.

    Args:
        head: the left side.
        name: the name that it would define.
        shown: the left side, as it is printed.
        context: what the document says.
    """
    found = None if name in context.said else _partial_derivative(head, context)
    if found is None:
        return None
    function, letters = found
    below = " ".join(rf"\partial {letter}" for letter in letters)
    above = r"\partial" if len(letters) == 1 else rf"\partial^{len(letters)}"
    latex = rf"\frac{{{above} {function}}}{{{below}}}"
    words = f"{shown} is not the derivative of {function}, which {context.said[function].place} defines"
    help = f"write ${latex}$ or vd: claim before it, or let ${shown}=...$ if it is defined here"
    node = parse(latex).root
    if not isinstance(node, Fraction):
        return None
    return Subscripted(node._replace(start=head.start, end=head.end), Alternative(words, help, covered=True))


def _partial_derivative(head: Node, context: Context) -> tuple[str, list[str]] | None:
    """The function and the parameters of f_x, f_{xy} and f_x(x, y), where f is defined as one of these."""
    head = plain(head)
    at = [scripted_name(one) for one in parameters_of(head)] if isinstance(head, Product) else None
    if isinstance(head, Product) and len(head.parts) == 2:
        head = plain(head.parts[0][1])
    if not isinstance(head, Scripts) or head.sub is None or head.sup is not None or head.primes:
        return None
    said = context.said.get(base_name(head.base) or "")
    if said is None or not said.parameters or said.head is None:
        return None
    subs = [part for _, part in head.sub.parts] if isinstance(head.sub, Product) else [head.sub]
    letters = [one.text for one in subs if isinstance(one, Letter)]
    parameters = head_of(said.head).parameters or ()
    known = len(letters) == len(subs) and all(letter in parameters for letter in letters)
    known = known and (at is None or tuple(at) == parameters)  # f_x(y) is no function of x
    return (said.name, letters) if known else None


__all__ = ["Subscripted", "subscripted", "unread_operator"]
