r"""Functions of vectors and matrices: J(w) stands for what it is defined to be, with the argument put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.scope import ArrayFunction, Scope
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.parse.tree import Node
from verify_derivations.term.arrays.array import Array
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

DEEPEST = 10
"""Functions of arrays within one another."""


def by_itself(reading: Elaborator, name: str, node: Node) -> Array:
    """The function without its arguments: at the names by which it is defined."""
    found = reading.scope.expanded[name]
    return called(reading, name, [reading.value(parameter) for parameter in found.parameters], node)


def called(reading: Elaborator, name: str, arguments: Sequence[Array], node: Node) -> Array:
    """What the function is at these arguments."""
    found = reading.scope.expanded[name]
    if len(arguments) != len(found.parameters):
        message = f"{name} is defined for {len(found.parameters)} arguments and used with {len(arguments)}"
        raise NotRead(message, node)
    if len(reading.within) >= DEEPEST:
        raise NotRead(f"{name} is defined by way of itself", node)
    given: dict[str, Array] = {}
    before, reading.locals = reading.locals, {}
    try:
        for parameter, argument in zip(found.parameters, arguments, strict=True):
            own = reading.value(parameter)
            _fit(reading, name, own, argument, node)
            if argument != own:
                given[scripted_name(parameter) or ""] = argument
        _refuse_capture(reading, name, found, given, node)
        reading.locals = given
        reading.within.append(name)
        value = reading.value(found.body)
        reading.within.pop()
        return value
    finally:
        reading.locals = before


def _fit(reading: Elaborator, name: str, wanted: Array, argument: Array, node: Node) -> None:
    """An argument has the shape of the parameter."""
    same = wanted.rank == argument.rank and all(
        len(a) == len(b) and all(map(reading.sizes.fit, a, b))
        for a, b in zip(wanted.axes, argument.axes, strict=True)
    )
    if not same:
        raise NotRead(f"{name} is defined for an argument of another shape", node, help="declare the shapes")


def _refuse_capture(
    reading: Elaborator, name: str, found: ArrayFunction, given: dict[str, Array], node: Node
) -> None:
    """What is put in must keep its meaning, and nothing else in the body may depend on the parameter."""
    names = names_in(found.body)
    letters = survey([found.body]).bound
    taken = {s for argument in given.values() for s in free_symbols(argument.body)}
    if letters & taken or (names - letters) & set(reading.bound):
        raise NotRead(f"an index in {name} has the name of one around it: not read yet", node)
    others = names - {scripted_name(parameter) for parameter in found.parameters}
    for parameter in given:
        for other in sorted(others):
            if _may_depend(other, parameter, reading.scope):
                message = f"{other} may depend on {parameter}, for which {name} has something else here"
                raise NotRead(message, node, help=f"write {other} out where {name} is defined")


def _may_depend(name: str, parameter: str, scope: Scope) -> bool:
    if name in scope.defined or name in scope.expanded or scope.functions.get(name) is not None:
        return True
    return name != parameter and parameter in name and "_" in name


__all__ = ["by_itself", "called"]
