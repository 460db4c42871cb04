r"""Expectations, variances and covariances: sums over the outcomes of a probability space of any size.

`E[X]` is read as the sum of `P(\omega) X(\omega)` over outcomes; the weights P add up to 1. What holds of
finitely many expectations for all finite laws holds for all laws for which they exist (SOUNDNESS.md says
why); so nothing may run over infinitely many of them: no derivative, integral, limit or series.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.calls import listed
from verify_derivations.elaborate.meaning.operators import with_scripts
from verify_derivations.elaborate.notation.names import plain, script_text, scripted_name, stem
from verify_derivations.elaborate.notation.randomness import CUSTOMARY_CONSTANTS, OPERATORS, applied_operator
from verify_derivations.elaborate.notation.scope import Notes
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import Chain, Node, Product, Scripts
from verify_derivations.term.arrays.array import Array, elementwise, scalar
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    Add,
    Antiderivative,
    Apply,
    Derivative,
    Entry,
    Integral,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import rebuild, substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator
    from verify_derivations.model import Definition

Parts = tuple[tuple[str, Node], ...]

OUTCOME = Symbol("@outcome")
TWO = Number(2)
CAPITAL = re.compile(r"[A-Z]")
"""Latin capitals are hardly ever constants beside an expectation."""


@dataclass(frozen=True)
class Space:
    """What an expectation is taken over: the name of its weights, what is random (None: whatever may be)."""

    weights: str
    random: frozenset[str] | None


def expectation(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """An expectation, variance or covariance with its argument in brackets."""
    found = applied_operator(parts, k, plain_ones=reading.scope.means)
    if found is None or found.name in reading.bound or _is_declared(reading, found.name):
        return None
    if found.name in reading.scope.otherwise:
        raise NotRead(f"{found.name} is something else here than an operator on random quantities", part)
    if isinstance(part, Scripts) and (part.sup is not None or part.primes):
        raise NotRead("a power between an expectation and its brackets is not read", part)
    items = listed(found.brackets)
    kind = OPERATORS[found.name]
    if kind != "an expectation" and reading.scope.samples:
        raise NotRead(f"{kind}, which may be that of a sample here, is not read", part)
    if len(items) != (2 if kind == "a covariance" else 1):
        raise NotRead(f"{kind} of {len(items)} things is not read", part)
    space = _space(reading, part, items)
    with _within(reading, space, part):
        values = [_at_outcome(reading, reading.value(item), space, item) for item in items]
    size = reading.sizes.unknown(space.weights)
    reading.notes.places[space.weights] = (size,)
    value = MOMENTS[kind](space, size, values, part)
    return with_scripts(reading, value, plain(parts[k + 1][1])), k + 2


def _is_declared(reading: Elaborator, name: str) -> bool:
    scope = reading.scope
    return name in scope.scalars or name in scope.defined or name in scope.functions or name in scope.ranks


# ---- over what -------------------------------------------------------------------------------------------
class _within:  # noqa: N801  # a context manager
    """While the argument of an expectation is read."""

    def __init__(self, reading: Elaborator, space: Space, part: Node) -> None:
        self.reading = reading
        if any(space.random is not None or one.random is not None for one in reading.spaces):
            raise NotRead("an expectation within an expectation over something else is not read", part)
        self.space = space

    def __enter__(self) -> None:
        self.reading.spaces.append(self.space)

    def __exit__(self, *_: object) -> None:
        self.reading.spaces.pop()


def _space(reading: Elaborator, part: Node, items: Sequence[Node]) -> Space:
    r"""What is averaged: X in E_X and in E_{X \sim p}; without a subscript, all that is random."""
    if not isinstance(part, Scripts) or part.sub is None:
        return Space(r"\Pr[#1]", None)
    text, variables = script_text(part.sub), _variables(part.sub)
    if text is None or not variables:
        raise NotRead("over what this expectation is taken is not read", part)
    if reading.bound:
        raise NotRead("an expectation whose law may depend on an index is not read", part)
    return Space(rf"\Pr_{{{text}}}[#1]", frozenset(variables))


def _variables(sub: Node) -> list[str]:
    r"""The names that a subscript calls random: x of x \sim p(x), z of q(z), z by itself."""
    sub = plain(sub)
    if isinstance(sub, Chain) and len(sub.members) == 2 and sub.relations[0].name == "~":
        sub = plain(sub.members[0])
    elif isinstance(sub, Product) and len(sub.parts) == 2:
        brackets = plain(sub.parts[1][1])
        sub = plain(getattr(brackets, "body", brackets))
    name = scripted_name(sub)
    return [] if name is None else [stem(name)]


# ---- the argument at an outcome --------------------------------------------------------------------------
def _at_outcome(reading: Elaborator, value: Array, space: Space, node: Node) -> Array:
    """The argument with what is random in it at one outcome.

    Names that also stand outside of all expectations are constants, unless something says that they are
    random; all others may be random, which is more general than to be constant.
    """
    body = _put_in(reading, value.body)
    names = [name for name in _names(body) if not _is_fixed(reading, name)]
    random = {name for name in names if _may_be_random(reading, name, space)}
    for name in names if space.random is not None else ():
        if name not in random and (stem(name) in reading.scope.random or CAPITAL.fullmatch(stem(name))):
            raise NotRead(f"{name} is random, and this expectation is not taken over it", node)
    surely = {name for name in random if stem(name) not in CUSTOMARY_CONSTANTS or _is_said(reading, name)}
    random = surely or random
    if names and not random:
        raise NotRead("nothing says what is random in this expectation", node, help="write E_{X}[...]")
    _refuse_unseen(reading, body, set(names) - random, space, node)
    defined = sorted(name for name in random if name in reading.scope.entries)
    if defined:
        raise NotRead(f"what {defined[0]} is defined to be is not put into an expectation", node)
    changed = {name: _array(reading, name, part) for name, part in _samples(body, random).items()}
    return Array(value.axes, _changed(body, changed, {}))


def _refuse_unseen(reading: Elaborator, body: Term, constants: set[str], space: Space, node: Node) -> None:
    """What is constant here is not defined by something random, and functions hold nothing that may be so.

    Raises:
        NotRead: that is not seen.
    """
    scope, waiting = reading.scope, [part.function for part in subterms(body) if isinstance(part, Apply)]
    hidden = set[str]()
    while waiting:
        found = scope.hidden.get(waiting.pop(), frozenset()) - hidden
        hidden |= found
        waiting += found
    held = {name for name in hidden if name not in scope.functions and not _is_fixed(reading, name)}
    for name in sorted(held):
        customary = stem(name) in CUSTOMARY_CONSTANTS and not _is_said(reading, name)
        if _may_be_random(reading, name, space) and not customary:
            raise NotRead(f"a function in this expectation holds {name}, which may be random", node)
    for name in sorted(constants | held):
        if stem(name) in scope.said and not _is_fixed(reading, name):
            raise NotRead(f"{name}, which is defined elsewhere, may depend on what is random", node)


def _put_in(reading: Elaborator, body: Term) -> Term:
    """The argument with the definitions of the numbers in it put in: they may hold what is random."""
    for _ in range(len(reading.scope.values) + 1):
        found = {n: reading.scope.values[n] for n in free_symbols(body) if n in reading.scope.values}
        if not found:
            break
        body = substitute(body, found)
    return body


def _names(body: Term) -> list[str]:
    """The numbers and arrays in an argument."""
    arrays = [part.array for part in subterms(body) if isinstance(part, Entry)]
    return list(dict.fromkeys((*free_symbols(body), *arrays)))


def _is_fixed(reading: Elaborator, name: str) -> bool:
    """An index, the size of something, a sum over outcomes that is made already."""
    notes = reading.notes
    made = name in notes.random or name in notes.weights or name.startswith(("@", "?"))
    known = made or name in notes.sizes or name in notes.free
    return known or name in reading.bound or name in reading.scope.parameters


def _may_be_random(reading: Elaborator, name: str, space: Space) -> bool:
    own = stem(name)
    if space.random is not None:
        return own in space.random
    scope = reading.scope
    return own in scope.random or own not in scope.outside or bool(CAPITAL.fullmatch(own))


def _is_said(reading: Elaborator, name: str) -> bool:
    """Something in the text says that the name is random."""
    return stem(name) in reading.scope.random or reading.spaces[-1].random is not None


def _samples(body: Term, random: set[str]) -> dict[str, Term]:
    """For each random name one place where it stands."""
    found: dict[str, Term] = {}
    for part in subterms(body):
        name = part.array if isinstance(part, Entry) else part.name if isinstance(part, Symbol) else ""
        if name in random:
            found[name] = part
    return found


def _array(reading: Elaborator, name: str, part: Term) -> str:
    """The array of the values that a random quantity has at all outcomes."""
    rank = len(part.indices) if isinstance(part, Entry) else 0
    shown = name if "#" in name or not rank else f"{name}_{{{''.join(f'#{k + 1}' for k in range(rank))}}}"
    array = f"{shown}[#{rank + 1}]"
    space = reading.spaces[-1]
    size = reading.sizes.unknown(space.weights)
    outer = reading.notes.places.get(name, ()) if rank else ()
    if len(outer) != rank:
        raise NotRead(f"the shape of {name} is not known")
    if array in reading.notes.random and not reading.sizes.fit(reading.notes.places[array][-1], size):
        raise NotRead(f"{name} is random in two ways here")
    reading.notes.places[array] = (*outer, size)
    reading.notes.random[array] = name
    reading.notes.weights[space.weights] = None
    return array


def _changed(term: Term, arrays: dict[str, str], made: dict[Term, Term]) -> Term:
    """The term with values at an outcome in the place of what is random; `made` is what was met before."""
    if isinstance(term, Symbol):
        return Entry(arrays[term.name], (OUTCOME,)) if term.name in arrays else term
    if term not in made:
        children = tuple(_changed(child, arrays, made) for child in term.children)
        random = isinstance(term, Entry) and term.array in arrays
        made[term] = _entry_at_outcome(term, children, arrays) if random else rebuild(term, children)
    return made[term]


def _entry_at_outcome(term: Term, indices: tuple[Term, ...], arrays: dict[str, str]) -> Term:
    return Entry(arrays[term.array], (*indices, OUTCOME)) if isinstance(term, Entry) else term


# ---- moments ---------------------------------------------------------------------------------------------
def _mean(space: Space, size: Term, value: Array) -> Array:
    weight = Entry(space.weights, (OUTCOME,))

    def entry(term: Term) -> Term:
        return Sum("\\omega", ONE, size, bind(Mul((weight, term)), OUTCOME.name))

    return elementwise(entry, value)


def _expectation(space: Space, size: Term, values: Sequence[Array], part: Node) -> Array:
    return _mean(space, size, values[0])


def _variance(space: Space, size: Term, values: Sequence[Array], part: Node) -> Array:
    off = _deviation(space, size, values[0], part)
    return _mean(space, size, scalar(Pow(off, TWO)))


def _covariance(space: Space, size: Term, values: Sequence[Array], part: Node) -> Array:
    offs = [_deviation(space, size, value, part) for value in values]
    return _mean(space, size, scalar(Mul(offs)))


def _deviation(space: Space, size: Term, value: Array, part: Node) -> Term:
    if value.rank:
        raise NotRead("a variance or covariance of arrays is not read yet", part)
    return Add((value.body, Mul((MINUS_ONE, _mean(space, size, value).body))))


MOMENTS = {"an expectation": _expectation, "a variance": _variance, "a covariance": _covariance}


# ---- what must not be --------------------------------------------------------------------------------------
def refuse_stray(
    notes: Notes,
    random: frozenset[str],
    sides: Sequence[Term],
    definitions: Iterable[Definition],
    node: Node,
) -> None:
    """A random quantity outside of an expectation is no number; infinitely many expectations are not read.

    Args:
        notes: what reading the statement brought up.
        random: names, without scripts, that are random somewhere in the text.
        sides: the statement.
        definitions: what is defined in it or for it.
        node: the statement, as notation.

    Raises:
        NotRead: there is such a thing in a statement, or in what it defines.
    """
    if not notes.weights:
        return
    made = {*notes.random, *notes.weights}
    everywhere = r"\Pr[#1]" in notes.weights
    for part in subterms(*_reached(sides, list(definitions))):
        name = part.array if isinstance(part, Entry) else part.name if isinstance(part, Symbol) else ""
        stray = name in notes.random.values() or (everywhere and stem(name) in random)
        if stray and name not in made:
            help = "say what is random: E_{X}[...]"
            raise NotRead(f"{name} is random, and stands outside of an expectation here", node, help=help)
        primed = isinstance(part, Apply) and part.function.endswith("'")
        if primed or isinstance(part, Derivative | Antiderivative | Integral | Limit | Infinity):
            raise NotRead("an expectation beside a derivative, an integral or a limit is not read yet", node)


def _reached(sides: Sequence[Term], definitions: list[Definition]) -> list[Term]:
    """The sides and all definitions that they use, by way of others too."""
    found, left = list(sides), definitions
    while True:
        names = {_head(part) for part in subterms(*found)} - {""}
        new = [d for d in left if _head(d.head) in names]
        if not new:
            return found
        left = [d for d in left if d not in new]
        found += [d.body for d in new]


def _head(term: Term) -> str:
    match term:
        case Symbol(name):
            return name
        case Entry(array):
            return array
        case Apply(function):
            return function.rstrip("'")
    return ""


__all__ = ["expectation", "refuse_stray"]
