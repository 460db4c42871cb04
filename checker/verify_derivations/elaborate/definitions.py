"""What is being defined: a quantity, or a function of parameters."""

from __future__ import annotations

from dataclasses import dataclass

from verify_derivations.elaborate.calls import listed
from verify_derivations.elaborate.names import plain, scripted_name
from verify_derivations.elaborate.trouble import NotRead
from verify_derivations.elaborate.usage import in_brackets, quantity
from verify_derivations.parse.tree import Fenced, Node, Product, Scripts
from verify_derivations.term.nodes import ZERO, Apply, Symbol, Term


@dataclass(frozen=True)
class Defined:
    """A definition: its name, its parameters if it is a function."""

    name: str
    head: Term
    body: Term = ZERO
    parameters: tuple[str, ...] | None = None


def head_of(node: Node) -> Defined:
    """What the left side of a definition defines.

    Raises:
        NotRead: nothing that can be defined.
    """
    node = plain(node)
    if isinstance(node, Product) and len(node.parts) == 2 and node.parts[1][0] == "":
        name, brackets = quantity(node.parts[0][1]), in_brackets(node.parts[1][1])
        if (
            name is not None
            and not name.endswith("'")
            and brackets is not None
            and brackets is node.parts[1][1]
        ):
            return _function(name, brackets)
    name = scripted_name(node)
    if name is None or (isinstance(node, Scripts) and node.primes):
        raise NotRead("this is no name that can be defined", node)
    return Defined(name, Symbol(name))


def _function(name: str, brackets: Fenced) -> Defined:
    parameters = [scripted_name(item) for item in listed(brackets)]
    if any(p is None for p in parameters) or len(set(parameters)) < len(parameters):
        raise NotRead(f"{name} is defined at something else than different names", brackets)
    names = tuple(p for p in parameters if p is not None)
    return Defined(name, Apply(name, [Symbol(p) for p in names]), parameters=names)
