"""Partial derivatives: those of f(x, y) by x hold y, even where y is defined by way of x."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from verify_derivations.elaborate.mentioned import names_in
from verify_derivations.elaborate.names import scripted_name
from verify_derivations.elaborate.scope import Choice, Scope
from verify_derivations.elaborate.trouble import NotRead
from verify_derivations.parse.tree import Node
from verify_derivations.term.nodes import Apply, Derivative, Symbol, Term, free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.terms import Elaborator


def partial(
    reading: Elaborator, body: Term, variables: Sequence[tuple[Term, int]], node: Node
) -> Term | None:
    """The derivative that holds what else is printed; None where it is the one with definitions put in.

    The two differ where something beside the name by which is differentiated is defined by way of it. Of
    f(x, y) the former is meant, of a quantity that is defined by x and y nearly always the latter.

    Raises:
        NotRead: whether something depends on that name is open.
    """
    scope = reading.scope
    call = isinstance(body, Apply) and scope.functions.get(body.function) is not None
    whole = body if call or not isinstance(body, Symbol) else scope.values.get(body.name, body)
    names = list(free_symbols(whole))
    by = [variable.name for variable, _ in variables if isinstance(variable, Symbol)]
    held = [name for name in names if name not in by and _reaches(name, set(by), scope)]
    if not held or len(by) < len(variables) or not set(by) <= set(names):
        return None
    if set(names) & set(reading.bound) or (isinstance(body, Apply) and _hidden(body.function, scope)):
        raise NotRead(f"whether {held[0]} depends on {by[0]} here is open", node, help="write it out")
    options = (f"{held[0]} is held", f"{held[0]} depends on {by[0]}")
    first, other = options if call else options[::-1]
    help = "write d instead of \\partial" if call else f"constant ${held[0]}$, or write a function of it"
    choice = Choice(f"held {held[0]} at {node.start}", (first, other), help, usual=True)
    if reading.choose(choice) != options[0]:
        return None
    made = whole
    for variable, order in variables:
        made = Derivative(made, variable, order)
    shown = " ".join(f"\\partial_{{{v}}}" * order for v, (_, order) in zip(by, variables, strict=True))
    name = (
        body.function if isinstance(body, Apply) and call else body.name if isinstance(body, Symbol) else ""
    )
    return reading.at_places(made, names, name and f"{shown} {name}")


def _reaches(name: str, by: set[str], scope: Scope) -> bool:
    """A name is defined by way of one of these."""
    seen, waiting = set[str](), [name]
    while waiting:
        found = waiting.pop()
        for other in (*scope.depends.get(found, ()), *scope.hidden.get(found, ())):
            if other in by:
                return True
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return False


def _hidden(function: str, scope: Scope) -> bool:
    """What a function is defined to be has something in it that is defined elsewhere."""
    return bool(scope.hidden.get(function, frozenset()) & scope.defined)


def refuse_held(reading: Elaborator, bodies: Iterable[Node], variable: str, node: Node) -> None:
    """A gradient of g(x, q) by x, where q is an array that is defined: it may be held or not.

    Raises:
        NotRead: it is such a gradient.
    """
    scope = reading.scope
    for name in sorted(scope.expanded.keys() & set().union(*map(names_in, bodies))):
        parameters = {scripted_name(parameter) or "" for parameter in scope.expanded[name].parameters}
        others = sorted((parameters - {variable}) & (scope.defined | scope.entries))
        if variable in parameters and others:
            message = f"whether {others[0]} is held where {name} is differentiated by {variable} is open"
            raise NotRead(message, node, help=f"write out what {name} is, or constant ${others[0]}$")


__all__ = ["partial", "refuse_held"]
