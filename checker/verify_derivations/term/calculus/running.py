"""Definitions by what runs: with `y := x**2`, the integral of `y` over `x` may be meant in two ways.

A definition is put in for a name wherever it stands. Under a sum, an integral or a limit in which `x` runs,
what is defined by `x` would be that of another `x`, while the author most likely means this one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verify_derivations.errors import TermError
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import (
    Antiderivative,
    Apply,
    Binder,
    Delta,
    Derivative,
    Entry,
    Family,
    Integral,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import subterms


def require_nothing_runs(definitions: Sequence[tuple[Term, Term]], *terms: Term) -> None:
    """No name that is used under a binder is defined, directly or not, by the name that runs there.

    Args:
        definitions: pairs of a head and a body.
        terms: where they are put in.

    Raises:
        TermError: one is.

    >>> from verify_derivations.term.notation.plain import parse_plain as p
    >>> require_nothing_runs([(p("y"), p("x**2"))], p("integrate(y, (t, 0, x))"))
    >>> require_nothing_runs([(p("y"), p("x**2"))], p("integrate(y, (x, 0, 1))"))
    Traceback (most recent call last):
        ...
    verify_derivations.errors.TermError: y is defined by x, and x runs where y is used
    """
    depends = dependence(definitions)
    for term in (*terms, *(body for _, body in definitions)):
        if not term.holds(Binder):
            continue
        for part in subterms(term):
            if isinstance(part, Binder):
                _check(part, depends)


def _check(binder: Binder, depends: Mapping[str, frozenset[str]]) -> None:
    for name in sorted(_used(binder.body)):
        if binder.index in depends.get(name, ()):
            raise TermError(
                f"{name} is defined by {binder.index}, and {binder.index} runs where {name} is used",
                help=f"write out what {name} is, or call the one that runs otherwise",
            )


def require_known_slopes(
    definitions: Sequence[tuple[Term, Term]], told: Sequence[tuple[Term, Term]], *terms: Term
) -> None:
    """No derivative or integral is by a name on which another one in it depends by a hypothesis; nor a limit.

    With `y = x**2` given, the slope of `y` by `x` may be meant along the curve, and that by a fixed `y` is 0.

    Args:
        definitions: pairs of a head and a body, which are put in.
        told: the sides of hypotheses that are equations, which are not.
        terms: where derivatives may stand.

    Raises:
        TermError: one is.

    >>> from verify_derivations.term.notation.plain import parse_plain as p
    >>> require_known_slopes([], [(p("y"), p("x**2"))], p("diff(x**2, x)*y"))
    >>> require_known_slopes([], [(p("y"), p("x**2"))], p("diff(y, x)"))
    Traceback (most recent call last):
        ...
    verify_derivations.errors.TermError: y is given by x, and a derivative by x is taken of what holds y
    """
    told = [(_member(left), _member(right)) for left, right in told]
    if not told:
        return
    given = dependence([pair for left, right in told for pair in _solved(left, right)])
    ties = [_quantities(left, right) for left, right in told if not _solved(left, right)]
    defined = dependence(definitions)
    for part in subterms(*terms, *(body for _, body in definitions)):
        if isinstance(part, Derivative):
            _check_moved(_name(part.variable), part.body, SLOPE, given, ties, defined)
        elif isinstance(part, Antiderivative):
            _check_moved(_name(part.variable), part.body, AREA, given, ties, defined)
        elif isinstance(part, Integral | Limit):
            _check_moved(part.index, part.body, RUN, given, ties, defined)


def _solved(left: Term, right: Term) -> list[tuple[Term, Term]]:
    """The equation as what it says of a name that stands on one side of it."""
    if isinstance(left, Symbol | Entry):
        return [(left, right)]
    return [(right, left)] if isinstance(right, Symbol | Entry) else []


def _quantities(*terms: Term) -> frozenset[str]:
    """The names of symbols and arrays, which an equation between the terms ties together; not those of sizes
    and indices."""
    found, todo = set[str](), list(terms)
    while todo:
        part = todo.pop()
        if isinstance(part, Symbol | Entry):
            found.add(_name(part))
        elif isinstance(part, Binder | Family):
            todo.append(part.body)
        elif not isinstance(part, Delta):
            todo += part.children
    return frozenset(found)


def _member(term: Term) -> Term:
    """What a family holds."""
    while isinstance(term, Family):
        term = term.body
    return term


SLOPE, AREA, RUN = (
    "a derivative by {by} is taken of what holds {name}",
    "an integral over {by} is taken of what holds {name}",
    "{by} runs where {name} is used",
)
"""What is done with the name on which another one depends."""


def _check_moved(
    by: str,
    body: Term,
    done: str,
    given: Mapping[str, frozenset[str]],
    ties: Sequence[frozenset[str]],
    defined: Mapping[str, frozenset[str]],
) -> None:
    """Nothing in the body depends on the name that is moved, by any of the hypotheses."""
    held = _used(body)
    held = held.union(*(defined.get(name, ()) for name in held))
    for name in sorted(held - {by}):
        if by in given.get(name, ()):
            raise TermError(f"{name} is given by {by}, and {done.format(by=by, name=name)}", help=HELP)
    reached = held.union(*(given.get(name, ()) for name in held - {by})) - {by}
    hidden = reached & given.get(by, frozenset())
    if hidden:
        name = min(hidden)
        raise TermError(f"{by} is given by {name}, and {done.format(by=by, name=name)}", help=HELP)
    for tie in ties:
        if by in tie and reached & tie:
            name = min(reached & tie)
            raise TermError(
                f"{name} is tied to {by} by a hypothesis, and {done.format(by=by, name=name)}", help=HELP
            )


HELP = "say what it is with a definition, or write it out"


def dependence(definitions: Sequence[tuple[Term, Term]]) -> dict[str, frozenset[str]]:
    """For each name that is defined the names by which it is, also through others."""
    direct = {_name(head): _used(body) - _used(*head.children) for head, body in definitions}
    found: dict[str, frozenset[str]] = {}
    for name in direct:
        reached, todo = set[str](), [name]
        while todo:
            new = direct.get(todo.pop(), frozenset()) - reached
            reached |= new
            todo += new
        found[name] = frozenset(reached)
    return found


def _used(*terms: Term) -> frozenset[str]:
    """The names of symbols, of arrays and of functions in the terms."""
    names = {name for term in terms for name in term.names}
    parts = subterms(*terms)
    names |= {part.array for part in parts if isinstance(part, Entry)}
    return frozenset(names | {part.function for part in parts if isinstance(part, Apply)})


def _name(head: Term) -> str:
    match head:
        case Symbol(name):
            return name
        case Apply(name, _):
            return name
    return head.array if isinstance(head, Entry) else ""


__all__ = ["dependence", "require_known_slopes", "require_nothing_runs"]
