"""What is known where a formula stands: declared names, definitions, indices; and the choices left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.layouts import Layout
from verify_derivations.elaborate.notation.usage import Usage
from verify_derivations.model import Condition
from verify_derivations.parse.tree import Node
from verify_derivations.term.syntax.nodes import Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.costs import Cost
    from verify_derivations.elaborate.meaning.families import Family
    from verify_derivations.elaborate.meaning.stacked import Stack


@dataclass(frozen=True)
class Choice:
    """A place that can be read in more than one way; `options` are the readings in words, the first is taken.

    The other readings are tried, too, where they have terms (`modelled`). Where they have none, a proof
    holds for them all the same if the first reading is the most `general` one. Where the first is `usual`,
    what everybody prints it for, a proof of it stands, and a refutation has to hold for all of them.
    """

    key: str
    options: tuple[str, ...]
    help: str
    modelled: bool = True
    general: bool = True
    usual: bool = False


@dataclass(frozen=True)
class ArrayFunction:
    """A function of arrays: its parameters and what it is defined to be, as notation."""

    parameters: tuple[Node, ...]
    body: Node


@dataclass
class Scope:
    """What is in force around a formula.

    Attributes:
        usage: how names are used in all formulas that belong together.
        scalars: names that are declared to be numbers.
        functions: names that are declared or defined to be functions, with the parameters of the definition.
        defined: names that are defined as quantities.
        depends: for quantities that are defined, the names in what they are defined to be.
        values: for quantities that are defined, what they are defined to be.
        hidden: for functions and arrays that are defined, the names in what they are but their parameters.
        entries: arrays of which the entries are defined.
        ranks: names that are arrays, with their numbers of axes.
        shaped: names that are declared to be arrays.
        families: arrays that an index numbers, by their bare names.
        ranges: declared index letters, with the last value of each.
        settled: the choices that are made, by key.
        expanded: functions of arrays, which are put in as they are read.
        kroneckers: names that are defined to be Kronecker's delta.
        spoken_of: names, without scripts, of which something is said.
        said: names, without scripts, that are defined somewhere, whether that is put in here or not.
        bare: functions that stand without their argument, which is the `variable`.
        costs: quantities of which only derivatives are printed.
        stacks: names of rows and columns of matrices.
        units: names that the text says are identity matrices, with their sizes.
        applied: names that stand right before brackets somewhere, or are said to be functions.
        another_product: the text says what an inner product in angle brackets is.
        random: names, without scripts, that are random somewhere.
        outside: names, without scripts, that stand outside of expectations.
        otherwise: operators on random quantities that the text calls something else.
        another_base: a logarithm without a base may be to another one than e.
        means: E[x] is an expectation.
        samples: a variance may be that of data.
        layout: what the text says of the layout of derivatives by arrays.
        closely: names with a subscript that are no arrays are names of their own.
        parameters: what the function depends on whose definition is read.
        means_of: for the letters of sums without an end, the names by which these are divided, as in a mean.
        counting: names that may say how many there are, as n.
    """

    usage: Usage
    scalars: frozenset[str] = frozenset()
    functions: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    defined: frozenset[str] = frozenset()
    depends: Mapping[str, frozenset[str]] = field(default_factory=dict)
    values: Mapping[str, Term] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict)
    entries: frozenset[str] = frozenset()
    ranks: Mapping[str, int] = field(default_factory=dict)
    shaped: frozenset[str] = frozenset()
    families: Mapping[str, Family] = field(default_factory=dict)
    ranges: Mapping[str, Term] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    kroneckers: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    applied: frozenset[str] = frozenset()
    another_product: bool = False
    another_base: bool = False
    stacks: Mapping[str, Stack] = field(default_factory=dict)
    units: Mapping[str, Node | None] = field(default_factory=dict)
    random: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    means: bool = False
    samples: bool = False
    layout: Layout = Layout.UNSAID
    closely: bool = False
    parameters: frozenset[str] = frozenset()
    costs: Mapping[str, Cost] = field(default_factory=dict)
    bare: frozenset[str] = frozenset()
    variable: str = ""
    expanded: Mapping[str, ArrayFunction] = field(default_factory=dict)
    means_of: Mapping[str, str] = field(default_factory=dict)
    counting: frozenset[str] = frozenset()


@dataclass
class Notes:
    """What reading a formula brought up.

    Attributes:
        choices: the open choices that were met, by key.
        sizes: names that end a range, so that they are whole numbers from 1 on.
        functions: functions of which nothing is known.
        places: for each array, the sizes of its places.
        free: letters that stand free as indices, with the size of their place.
        random: arrays of the values that random quantities have at all outcomes, with the names of these.
        weights: arrays of the probabilities of outcomes.
        costs: names of derivatives of unknown functions, with what is supposed of these functions.
        evaluated: functions made of derivatives that are taken at a point, as heads and bodies.
        units: the sizes of identity matrices.
        measures: weights of the points of sets that have a name only, with what is supposed of them.
        valued: functions of whose values something is assumed that was not taken in.
        laws: densities and probabilities of events, of which only what is printed in their brackets is known.
    """

    choices: dict[str, Choice] = field(default_factory=dict)
    sizes: dict[str, None] = field(default_factory=dict)
    functions: dict[str, None] = field(default_factory=dict)
    places: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    free: dict[str, Term] = field(default_factory=dict)
    random: dict[str, str] = field(default_factory=dict)
    weights: dict[str, None] = field(default_factory=dict)
    costs: dict[str, Condition | None] = field(default_factory=dict)
    evaluated: list[tuple[Term, Term]] = field(default_factory=list)
    units: list[Term] = field(default_factory=list)
    measures: dict[str, Condition] = field(default_factory=dict)
    valued: dict[str, None] = field(default_factory=dict)
    laws: dict[str, None] = field(default_factory=dict)
