"""A definition put in force for what is read after it: of a function, a number, an array, or its entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.definitions import (
    Defined,
    array_name,
    base_of,
    entry_head,
    entry_letters,
    head_of,
    parameters_of,
)
from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.elaborate.notation.names import plain
from verify_derivations.elaborate.notation.scope import ArrayFunction
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import fitting, number
from verify_derivations.parse.tree import Node, Scripts
from verify_derivations.term.arrays.array import Array, filled_like, scalar
from verify_derivations.term.syntax.nodes import ZERO, Entry, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.one_reading import OneReading


def put_in_force(reading: OneReading, head: Node, body: Node) -> Defined | None:
    """A definition, in force for what is read after it; None if it is put in as notation."""
    made = head_of(head)
    if made.parameters is None:
        return _quantity(reading, made, head, body)
    if any(parameter in reading.scope.ranks for parameter in made.parameters):
        _array_function(reading, made, head, body)
        return None
    before = reading.scope
    parameters = frozenset(made.parameters)
    reading.scope = replace(before, scalars=before.scalars | parameters, parameters=parameters)
    value = reading.value(body)
    if value.rank:
        reading.scope = before
        _array_function(reading, made, head, body)
        return None
    out = replace(made, body=value.body)
    hidden = frozenset(names_of(out.body)) - set(made.parameters)
    reading.scope = replace(
        before,
        functions={**before.functions, made.name: made.parameters},
        hidden={**before.hidden, made.name: hidden},
    )
    return out


def _array_function(reading: OneReading, made: Defined, head: Node, body: Node) -> None:
    """A function of vectors or matrices; what it is has to have a meaning."""
    free, reading.notes.free = reading.notes.free, {}
    try:
        reading.value(body)
        if reading.notes.free:
            raise NotRead(f"an index is free in what {made.name} is defined to be", body)
    finally:
        reading.notes.free = free
    found = ArrayFunction(parameters_of(head), body)
    reading.scope = replace(reading.scope, expanded={**reading.scope.expanded, made.name: found})


def _quantity(reading: OneReading, made: Defined, head: Node, body: Node) -> Defined:
    """The definition of a number, of an array, or of the entries of one for all their indices."""
    free, reading.notes.free = reading.notes.free, {}
    try:
        value = reading.value(body)
        if value.rank:
            reading.scope = replace(
                reading.scope, ranks={**reading.scope.ranks, array_name(head): value.rank}
            )
        own = base_of(head) in reading.scope.ranks or isinstance(plain(head), Scripts)
        target = reading.value(head) if own else scalar(made.head)
        letters = entry_letters(target.body) if not target.rank else ()
        if letters:
            left_open = sorted(set(reading.notes.free) - set(letters))
            if left_open or value.rank:
                raise NotRead(f"{made.name} is defined by something that has other indices", body)
            _defines(reading, target.body, value)
            return replace(made, head=target.body, body=value.body, indices=letters)
        if reading.notes.free:
            raise NotRead(f"an index is free in what {made.name} is defined to be", body)
        reading.scope = replace(reading.scope, defined=reading.scope.defined | {made.name})
        if not target.rank:
            names = frozenset(names_of(value.body))
            depends = {**reading.scope.depends, made.name: names}
            values = {**reading.scope.values, made.name: value.body}
            reading.scope = replace(reading.scope, depends=depends, values=values)
            return replace(made, body=number(value, body))
        value = fitting(reading.sizes, target, zeros(value, target), body)
        array = entry_head(target, made.name)
        _defines(reading, array, value)
        return replace(made, head=array, value=value)
    finally:
        reading.notes.free = free


def _defines(reading: OneReading, head: Term, value: Array) -> None:
    """The entries of this array are defined from here on."""
    if isinstance(head, Entry):
        hidden = {**reading.scope.hidden, head.array: frozenset(names_of(value.body)) - {head.array}}
        reading.scope = replace(reading.scope, entries=reading.scope.entries | {head.array}, hidden=hidden)


def zeros(side: Array, other: Array) -> Array:
    """The number 0 stands for any zeros."""
    return filled_like(ZERO, other) if not side.rank and side.body is ZERO else side


__all__ = ["put_in_force", "zeros"]
