"""A prime at a name: a derivative of what the name is defined to be, or a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.bare_functions import at_variable
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import Scripts, nodes
from verify_derivations.term.syntax.nodes import ZERO, Derivative, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


def primed(reading: Elaborator, base: str, node: Scripts) -> Term | None:
    """The derivative that a prime stands for; None if it makes another name, or may do so.

    Raises:
        NotRead: the name is one of a function, and its argument is missing.
    """
    scope = reading.scope
    name = scripted_name(node._replace(primes=0, sup=None)) or base
    own = name + "'" * node.primes
    function = at_variable(reading, name)
    if function is not None:
        return Derivative(function, Symbol(scope.variable), node.primes)
    if name in scope.functions or name in scope.usage.called:
        raise NotRead(f"{name}' stands without its argument", node, help=f"write {name}'(x)")
    names = scope.depends.get(name)
    help = f"write the derivative as a fraction, or, of a name of its own, constant ${name}'$"
    if own in scope.scalars or own in scope.defined:
        return None
    constant = names is not None and not names and not _has_derivatives(reading)  # then c' is another one
    if names is None or len(names) > 1 or constant or node.sup is not None:
        options = (f"{name}' is a name of its own", f"{name}' is a derivative of {name}")
        reading.choose(Choice(f"{name}'", options, help, modelled=False))
        return None
    # a proof stands with the derivative; what is refuted may be another name that is said to be something
    options = (f"{name}' is the derivative of {name}", f"{name}' is a name of its own")
    reading.choose(Choice(f"{name}'", options, help, modelled=False))
    return Derivative(Symbol(name), Symbol(min(names)), node.primes) if names else ZERO


def _has_derivatives(reading: Elaborator) -> bool:
    """A prime stands at a name that is defined by another one: so primes mean derivatives here."""
    primed = (
        node for root in reading.roots for node in nodes(root) if isinstance(node, Scripts) and node.primes
    )
    names = (scripted_name(node._replace(primes=0, sup=None)) or "" for node in primed)
    return any(reading.scope.depends.get(name) for name in names)


__all__ = ["primed"]
