"""Partial derivatives: those of f(x, y) by x hold y, even where y is defined by way of x."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.scope import Choice, Scope
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import Node
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.syntax.nodes import Apply, Derivative, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

MOST_LEVELS = 3
"""So many definitions of what is held are put in, one after the other."""


def partial(
    reading: Elaborator, body: Term, variables: Sequence[tuple[Term, int]], node: Node
) -> Term | None:
    """The derivative that holds what else is printed; None where it is the one with definitions put in.

    The two differ where something beside the name by which is differentiated is defined by way of it. Of
    f(x, y) the former is meant, of a quantity that is defined by x and y nearly always the latter; of an
    expression, or where one of the names by which is differentiated is defined by way of another, it is open.

    Raises:
        NotRead: whether something depends on that name is open.
    """
    scope, core = reading.scope, _core(body)
    by = [variable.name for variable, _ in variables if isinstance(variable, Symbol)]
    call = isinstance(core, Apply) and reading.is_function(core.function)
    levels = _levels(body, core, by, scope, opened=not call)
    if not levels or len(by) < len(variables) or not set(by) <= set(free_symbols(_opened(core, scope))):
        return None
    whole, held = levels[0]
    mixed = bool(set(held) & {*by, *_inner(body)})
    if set(free_symbols(whole)) & set(reading.bound) or (isinstance(core, Apply) and _hidden(core, scope)):
        raise NotRead(f"whether {held[0]} depends on {by[0]} here is open", node, help="write it out")
    words = [f"{_listed(names)} held" for _, names in levels]
    depends = f"{held[0]} depends on {next(n for n in (*by, *_inner(body)) if n != held[0])}"
    options = (*words, depends) if call or mixed else (depends, *words)
    help = "write d instead of \\partial" if call else f"constant ${held[0]}$, or write a function of it"
    usual = call or (isinstance(body, Symbol) and not mixed)
    chosen = reading.choose(Choice(" or ".join(options), options, help, usual=usual))
    if chosen == depends:
        return None
    return _holding(reading, levels[words.index(chosen)][0], core, variables)


Level = tuple[Term, list[str]]
"""What is differentiated, with some definitions put in, and the names that are held then."""


def _levels(body: Term, core: Term, by: list[str], scope: Scope, *, opened: bool) -> list[Level]:
    """What may be held: what a quantity is defined by, or what that is defined by, and so on."""
    found: list[Level] = []
    whole = substituted(body, core, _opened(core, scope)) if opened else body
    for _ in range(MOST_LEVELS):
        held = _held(whole, [*by, *_inner(whole)], by, scope)
        if not held:
            return found
        found.append((whole, held))
        put = {name: scope.values[name] for name in held if name in scope.values and name not in by}
        if not opened or not put or whole.holds(Derivative):
            return found
        whole = substitute(whole, put)
    return found


def _held(whole: Term, by: list[str], outer: list[str], scope: Scope) -> list[str]:
    """The names that depend on one by which is differentiated, and are not the very one."""
    several = len(set(by)) > 1
    return [
        name
        for name in free_symbols(whole)
        if (name not in by or several) and _reaches(name, set(by if name in by else outer) - {name}, scope)
    ]


def _core(body: Term) -> Term:
    """What is differentiated, without the derivatives that are taken before."""
    while isinstance(body, Derivative):
        body = body.body
    return body


def _inner(body: Term) -> list[str]:
    """The names by which is differentiated before."""
    found = []
    while isinstance(body, Derivative):
        found += [body.variable.name] if isinstance(body.variable, Symbol) else []
        body = body.body
    return found


def _opened(core: Term, scope: Scope) -> Term:
    """What a quantity is defined to be; anything else as it is."""
    return scope.values.get(core.name, core) if isinstance(core, Symbol) else core


def substituted(body: Term, core: Term, other: Term) -> Term:
    """The same derivatives of something else."""
    if not isinstance(body, Derivative):
        return other if body is core else body
    return Derivative(substituted(body.body, core, other), body.variable, body.order)


def _holding(reading: Elaborator, whole: Term, core: Term, variables: Sequence[tuple[Term, int]]) -> Term:
    """The derivative as a function of all names that are printed, at these names."""
    made = whole
    for variable, order in variables:
        made = Derivative(made, variable, order)
    name = core.function if isinstance(core, Apply) else core.name if isinstance(core, Symbol) else ""
    orders = [(v, order) for v, order in variables if isinstance(v, Symbol)]
    before = [(Symbol(name_), 1) for name_ in reversed(_inner(whole))]
    shown = " ".join(f"\\partial_{{{v.name}}}" for v, order in (*orders, *before) for _ in range(order))
    return reading.at_places(made, free_symbols(whole), name and f"{shown} {name}")


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names) + (" is" if len(names) == 1 else " are")


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


def _hidden(call: Apply, scope: Scope) -> bool:
    """What a function is defined to be has something in it that is defined elsewhere."""
    seen, waiting = set[str](), [call.function]
    while waiting:
        for name in scope.hidden.get(waiting.pop(), frozenset()) - seen:
            seen.add(name)
            waiting.append(name)
    return bool(seen & scope.defined)


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


def gradient(reading: Elaborator, body: Term, variable: Array, name: str, node: Node) -> Array | None:
    """The gradient of a quantity that holds arrays defined by way of the variable, if that is to be tried.

    They are nearly always meant to depend on it, so that a proof stands; of an expression it is open. None
    for that reading.

    Raises:
        NotRead: the gradient has no terms.
    """
    scope, whole = reading.scope, _opened(body, reading.scope)
    levels: list[Level] = []
    for _ in range(MOST_LEVELS):
        names = names_of(whole)
        held = sorted(other for other in names - {name} if _reaches(other, {name}, scope))
        if not held or name not in names:
            break
        levels.append((whole, held))
        put = {other: scope.values[other] for other in held if other in scope.values}
        if not put or whole.holds(Derivative):
            break
        whole = substitute(whole, put)
    if not levels:
        return None
    words = [f"{_listed(held)} held" for _, held in levels]
    options = (f"{levels[0][1][0]} depends on {name}", *words)
    help = f"constant ${levels[0][1][0]}$"
    usual = isinstance(body, Symbol)
    chosen = reading.choose(Choice(" or ".join(options), options, help, usual=usual))
    if chosen == options[0]:
        return None
    made = arrays.gradient(scalar(levels[words.index(chosen)][0]), name, variable)
    try:
        return replace(made, body=Unfolding().meaning(made.body))
    except TermError as error:
        raise NotRead(error.message, node) from error


__all__ = ["gradient", "partial", "refuse_held"]
