"""Edits of what stands at an array: another index, another array, layer and index swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.repair.parts import exchanged_at
from verify_derivations.repair.setting import Setting
from verify_derivations.repair.slips import FAMILY
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.nodes import (
    ONE,
    Add,
    Apply,
    Bound,
    Derivative,
    Entry,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import substitute

LAYER = re.compile(r"(\D+)(\d+)")
"""The name of an array that ends with the number of its layer."""


def free_index(term: Term, setting: Setting) -> Iterator[Term]:
    """One free index for another: a_k for a_j, wherever it is printed."""
    if isinstance(term, Entry):
        for place, own in enumerate(term.indices):
            for name, size in setting.indices:
                fits = setting.size(term.array, place) in (None, size)
                if fits and own is not Symbol(name) and Symbol(name) not in term.indices:
                    yield Entry(term.array, exchanged_at(term.indices, place, Symbol(name)))


def array_of_the_family(term: Term, setting: Setting) -> Iterator[Term]:
    """An array for one of the same letter and shape: that of another layer."""
    if isinstance(term, Entry):
        for name in _of_the_same_shape(term.array, setting):
            if FAMILY.sub("", name) == FAMILY.sub("", term.array):
                yield Entry(name, term.indices)


def other_array(term: Term, setting: Setting) -> Iterator[Term]:
    """An array for any other of the same shape that is written nearby."""
    if isinstance(term, Entry):
        for name in _of_the_same_shape(term.array, setting):
            if FAMILY.sub("", name) != FAMILY.sub("", term.array) and name in setting.written:
                yield Entry(name, term.indices)


def _of_the_same_shape(array: str, setting: Setting) -> list[str]:
    """Arrays of the same shape; of defined ones no more is known than how many indices they have."""
    shapes, ranks = dict(setting.shapes), dict(setting.defined_arrays)
    declared = [name for name, shape in shapes.items() if array in shapes and shape == shapes[array]]
    defined = [name for name, rank in ranks.items() if array in ranks and rank == ranks[array]]
    return [name for name in dict.fromkeys((*declared, *defined)) if name != array]


def layer_for_index(term: Term, setting: Setting) -> Iterator[Term]:
    """The number of the layer and that of the neuron the wrong way round: entry 2 of b1 for entry 1 of b2."""
    match term:
        case Entry(array, (Number(index),)) if index.denominator == 1:
            named = LAYER.fullmatch(array)
            other = f"{named[1]}{index}" if named else ""
            if named and other in _of_the_same_shape(array, setting) and int(named[2]) != index:
                yield Entry(other, (Number(int(named[2])),))


def sum_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """What is printed for one value of an index is meant as the sum over all of them."""
    if isinstance(term, Entry | Mul | Apply | Pow | Add) and not term.loose:
        for name, size in setting.indices:
            differentiated = any(isinstance(t, Derivative) and name in t.variable.names for t in _below(term))
            if name in term.names and not differentiated:
                yield Sum(name, ONE, size, bind(term, name))


def running_index(term: Term, setting: Setting) -> Iterator[Term]:
    """A free index in what is summed is meant as the one that runs: x_i for x_j in a sum over i."""
    if not isinstance(term, Sum | Product):
        return
    for name, size in setting.indices:
        differentiated = any(isinstance(t, Derivative) and name in t.variable.names for t in _below(term))
        if name in term.body.names and size is term.upper and not differentiated:
            meant = substitute(term.body, {name: Bound(0)})
            yield type(term)(term.index, term.lower, term.upper, meant)


def _below(term: Term) -> Iterator[Term]:
    yield term
    for child in term.children:
        yield from _below(child)


__all__ = ["array_of_the_family", "free_index", "layer_for_index", "other_array", "running_index", "sum_lost"]
