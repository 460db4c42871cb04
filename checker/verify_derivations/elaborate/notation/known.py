"""What is said around a statement, as notation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.layouts import Layout
from verify_derivations.parse.tree import Node
from verify_derivations.term.syntax.domain import Domain

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.stacked import Stack

Sides = tuple[Node, str, Node]

NUMBERS = "numbers"
"""What is known of the values of a function if they are no arrays."""


@dataclass(frozen=True)
class Known:
    """What is said around a statement, as notation.

    Attributes:
        definitions: heads and bodies.
        given: relations that are assumed.
        domains: declared names of numbers, with where they live.
        contradicted: the same of names of which a condition nearby says something else.
        functions: names of functions of which nothing else is known.
        ranges: declared index letters, each with its last value.
        shapes: declared arrays, with the sizes of their places.
        assumed: what is assumed of declared arrays, and where their entries live.
        kinds: what words say of declared matrices besides: `spd` or `inv`.
        indices: letters and scripted names that are declared to number things.
        arrays: names that are arrays, of which nothing else is known.
        spoken_of: names, without scripts, of which something is said, whether it can be put in here or not.
        applied: names that stand right before brackets somewhere, or are said to be functions.
        valued: functions of which the text says in which set their values are, `NUMBERS` or one of arrays.
        ones_above: names, without scripts, that have a 1 above them somewhere.
        computed: names, without scripts, that are defined with something above them.
        layers: letters that number layers.
        stacks: names of rows and columns of matrices.
        members: names of x_i that are vectors, of which nothing else is known.
        units: names that the text says are identity matrices, with the size, if it says one.
        another_product: the text says what an inner product in angle brackets is.
        another_base: the text speaks of logarithms that are not natural.
        random: names, without scripts, that the text uses as random quantities.
        otherwise: operators on random quantities that the text calls something else.
        vectors: names that words call numbers, vectors or matrices, with how many axes they have.
        means: the text is about random quantities, so that E[x] is an expectation.
        samples: its variances may be those of data.
        layout: what the text says of the layout of derivatives by arrays.
        loose_shapes: it speaks of sizes that agree, of rows or of batches: shapes may be meant otherwise.
        closely: ranks are found by a closer look, as numbers have no meaning there.
        around: formulas that belong together with the statement; how they use names is evidence.
    """

    definitions: tuple[tuple[Node, Node], ...] = ()
    given: tuple[Sides, ...] = ()
    domains: Mapping[str, Domain] = field(default_factory=dict)
    contradicted: Mapping[str, Domain] = field(default_factory=dict)
    functions: tuple[str, ...] = ()
    ranges: Mapping[str, Node] = field(default_factory=dict)
    shapes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    assumed: Mapping[str, tuple[tuple[str, ...], Domain]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    indices: tuple[Node, ...] = ()
    around: tuple[Node, ...] = ()
    arrays: tuple[str, ...] = ()
    spoken_of: frozenset[str] = frozenset()
    applied: frozenset[str] = frozenset()
    another_product: bool = False
    another_base: bool = False
    valued: Mapping[str, str] = field(default_factory=dict)
    ones_above: frozenset[str] = frozenset()
    computed: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()
    stacks: Mapping[str, Stack] = field(default_factory=dict)
    members: frozenset[str] = frozenset()
    units: Mapping[str, Node | None] = field(default_factory=dict)
    random: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    vectors: Mapping[str, int] = field(default_factory=dict)
    means: bool = False
    samples: bool = False
    layout: Layout = Layout.UNSAID
    loose_shapes: bool = False
    closely: bool = False


__all__ = ["Known", "Sides"]
