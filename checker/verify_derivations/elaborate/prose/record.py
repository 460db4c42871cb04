"""All that is kept of what a document has said so far: fields, and when what is in them ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.recurrences import Rule
from verify_derivations.elaborate.meaning.stacked import Stack
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.layouts import Layout
from verify_derivations.elaborate.notation.qualities import Heard, Quality
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.prose.described import Description
from verify_derivations.elaborate.prose.listed import Listed
from verify_derivations.elaborate.prose.narrower import Narrower
from verify_derivations.elaborate.prose.said import Below, Constraint, Otherwise, Said
from verify_derivations.elaborate.prose.spoken_shapes import SpokenShape
from verify_derivations.manuscript import Region
from verify_derivations.parse.tree import Node
from verify_derivations.span import Span
from verify_derivations.term.syntax.domain import Domain

if TYPE_CHECKING:
    from verify_derivations.elaborate.document.anew import Before

MOST_STATED = 40
"""So many claims of sentences are looked at beside another one; of older ones the names are remembered."""

STAYING = frozenset(
    (
        "used",
        "overlooked",
        "doubted",
        "quantified",
        "mentions",
        "stated",
        "passed_names",
        "passed_doubts",
        "told",
    )
)
"""What a supposition adds to for good."""


@dataclass
class Record:
    """What was said up to a place of a document; it grows as the document is read.

    Attributes:
        said: definitions and opaque names, by name.
        replaced: definitions, by name, that a later one took the place of.
        otherwise_said: definitions, by name, with equations further down that may be other ones.
        domains: where names of numbers live.
        narrower: names of numbers that may live in a smaller set than `domains` says.
        wider: the same, in a larger one.
        worded: names whose domain the text gives in words: the words, and where they stand.
        maybe_defined: functions of the table by the letters that an equation may define, with its sides.
        for_all: names for all of whose values the sentence that is read is said to hold.
        bounded: names of which this section says where they live.
        just_said: names of which the sentence that is read says where they live.
        numbered_otherwise: matrices of which two digits below them may be no entry, "" for all; where that is
            True, also in expressions with them.
        values_spoken: sets of values of which the text does not say what has them.
        nouns: what stood beside names so far, as "the radius $r$".
        families: names of numbers that a list with dots declares, with where their members live.
        shapes: arrays and the sizes of their places.
        functions: names declared to be functions of which nothing else is known.
        constants: names declared to stand for any number.
        ranges: index letters with their last values.
        indices: names whose superscripts number things.
        given: what is assumed until the end of the document; `local`: for the formulas nearby.
        symmetric: matrices that are said to be symmetric, as long as they are not declared anew.
        kinds: what else they are said to be, `spd` or `inv`.
        intervals: between which ends numbers live, where these are no printed numbers.
        normalised: vectors whose entries are said to add up to 1, likewise.
        letters: the first letter below a name, by names, anywhere in the document.
        mentions: relations nearby that were not made into context; a refutation may overlook them.
        stated: the last claims within sentences of this section, which a refutation may overlook, too.
        quantified: names of which a quantifier in the section says something.
        overlooked: names of which something is said nearby that is not taken in.
        doubted: names of which a condition nearby is only spoken of.
        ended: those of the assumptions nearby that may have been said of one sentence only.
        passed: those of other paragraphs or cases of this section; `passed_names`: names of which something
            was said there that is not one; `passed_doubts`: where that was only spoken of.
        anew: names that were introduced anew, with what was said of them before.
        places: where each name was declared.
        lived_since: where names of numbers live, with the place that said so.
        assumed_at: what is assumed, by identity, as it is printed and where.
        recent: names that were declared in this section.
        section: the number of this section.
        parameters: names that stand in this section for what a function depends on.
        used: names that came up in a statement.
        restricted: names that live where only some distribution knows.
        transposed: names that are transposed somewhere, and so arrays, with a line where.
        speaks_of_positive: the prose says of something that it is positive or not negative.
        speaks_of_laws: it speaks of densities or distributions.
        speaks_of_complex: it speaks of complex numbers; `complex_sets`: its formulas name sets of them.
        qualities: what the prose says in words of matrices, vectors or numbers, wherever it stands.
        spoken: shapes that the prose gives in words, wherever it does.
        stacks: names of rows and columns of matrices, as the prose gives them.
        units: names that the prose says are identity matrices, with the size, if it says one.
        layers: letters that number layers, as the prose says, and whether each of them numbers all.
        layers_differ: some layer is computed in another way than others.
        another_product: a formula of the document says what an inner product in angle brackets is.
        another_base: the document speaks of logarithms that are not natural.
        alone: names of which the prose says something else than convention does.
        described: what words say of names that stand alone in a sentence.
        applied: names that stand right before brackets somewhere.
        called: names that stand before letters in brackets in a formula that is nothing else.
        valued: functions of which the text says in which set their values are, numbers or some arrays.
        ones_above: names, without scripts, that have a 1 above them somewhere.
        derived: names of which derivatives are printed somewhere.
        special: names beside which words speak of qualities, wherever that is, with these.
        vectors: names that words call numbers, vectors or matrices, with how many axes they have.
        random: names, without scripts, that the document uses as random quantities somewhere.
        otherwise: operators on random quantities that the text calls something else.
        means: its words are about random quantities.
        samples: its variances may be those of data.
        primes_transpose: its primes are transposes.
        layout: what its words say of the layout of derivatives by arrays.
        loose_shapes: they speak of sizes that agree, of rows or of batches.
        below: what formulas of the document may define, by the names without scripts.
        constraints: equations of the document that tie names together.
        starts: first values of index letters that are not 1.
        rules: recurrences and what else is defined for their letters, by the names of the sequences.
        after: the words behind the formula that is read, in its sentence.
        told: the words and formulas of this section that were read, piece by piece.
    """

    said: dict[str, Said] = field(default_factory=dict)
    replaced: dict[str, Said] = field(default_factory=dict)
    otherwise_said: dict[str, Otherwise] = field(default_factory=dict)
    domains: dict[str, Domain] = field(default_factory=dict)
    narrower: dict[str, Narrower] = field(default_factory=dict)
    wider: dict[str, Domain] = field(default_factory=dict)
    worded: dict[str, str] = field(default_factory=dict)
    maybe_defined: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    for_all: set[str] = field(default_factory=set)
    bounded: set[str] = field(default_factory=set)
    just_said: set[str] = field(default_factory=set)
    families: dict[str, Listed] = field(default_factory=dict)
    values_spoken: tuple[Domain, ...] = ()
    nouns: dict[str, set[str]] = field(default_factory=dict)
    shapes: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    functions: dict[str, None] = field(default_factory=dict)
    constants: set[str] = field(default_factory=set)
    ranges: dict[str, Node] = field(default_factory=dict)
    indices: list[Node] = field(default_factory=list)
    given: list[Sides] = field(default_factory=list)
    local: list[Sides] = field(default_factory=list)
    symmetric: dict[str, Sides] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    intervals: dict[str, tuple[Sides, ...]] = field(default_factory=dict)
    normalised: dict[str, Sides] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    mentions: list[tuple[frozenset[str], Statement]] = field(default_factory=list)
    stated: list[tuple[frozenset[str], Statement]] = field(default_factory=list)
    quantified: set[str] = field(default_factory=set)
    overlooked: set[str] = field(default_factory=set)
    doubted: set[str] = field(default_factory=set)
    ended: list[Sides] = field(default_factory=list)
    passed: list[Sides] = field(default_factory=list)
    passed_names: set[str] = field(default_factory=set)
    passed_doubts: set[str] = field(default_factory=set)
    anew: dict[str, Before] = field(default_factory=dict)
    numbered_otherwise: dict[str, bool] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    lived_since: dict[str, tuple[Domain, Span]] = field(default_factory=dict)
    assumed_at: dict[int, tuple[Sides, str, Span]] = field(default_factory=dict)
    recent: set[str] = field(default_factory=set)
    section: int = 0
    parameters: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    restricted: set[str] = field(default_factory=set)
    transposed: dict[str, str] = field(default_factory=dict)
    speaks_of_positive: bool = False
    speaks_of_laws: bool = False
    speaks_of_complex: bool = False
    complex_sets: bool = False
    qualities: tuple[Heard, ...] = ()
    spoken: Mapping[str, SpokenShape] = field(default_factory=dict)
    another_product: bool = False
    another_base: bool = False
    layers: dict[str, bool] = field(default_factory=dict)
    layers_differ: bool = False
    stacks: dict[str, Stack] = field(default_factory=dict)
    units: dict[str, Node | None] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    described: dict[str, Description] = field(default_factory=dict)
    applied: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    valued: dict[str, str] = field(default_factory=dict)
    ones_above: set[str] = field(default_factory=set)
    derived: set[str] = field(default_factory=set)
    special: dict[str, set[Quality]] = field(default_factory=dict)
    vectors: dict[str, int] = field(default_factory=dict)
    random: set[str] = field(default_factory=set)
    otherwise: set[str] = field(default_factory=set)
    means: bool = False
    samples: bool = False
    primes_transpose: bool = False
    layout: Layout = Layout.UNSAID
    loose_shapes: bool = False
    below: dict[str, list[Below]] = field(default_factory=dict)
    constraints: list[Constraint] = field(default_factory=list)
    starts: dict[str, int | None] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    after: str = ""
    told: list[str] = field(default_factory=list)

    @contextmanager
    def supposing(self) -> Iterator[None]:
        """What is said within is only supposed, and forgotten behind it; what withholds refutations stays."""
        kept = {one.name: copy(getattr(self, one.name)) for one in fields(self) if one.name not in STAYING}
        try:
            yield
        finally:
            for name, value in kept.items():
                setattr(self, name, value)

    def heard_at(self, region: Region) -> None:
        """What was said of numbers since this was called last, this formula said."""
        for name, domain in self.domains.items():
            known = self.lived_since.get(name)
            if known is None or known[0] != domain:
                self.lived_since[name] = domain, region.whole
        for one in (*self.given, *self.local):
            if id(one) not in self.assumed_at:
                shown = " ".join(region.latex[one[0].start : one[2].end].split())
                self.assumed_at[id(one)] = one, shown, region.whole

    def leave_paragraph(self) -> None:
        """What was said for the formulas nearby ends, or goes on without being said again."""
        self.passed += self.local
        spoken = [names for names, _ in self.mentions if not names <= self.doubted]
        self.passed_names.update(self.overlooked, *spoken)
        self.passed_doubts |= self.doubted
        self.local.clear()
        self.ended.clear()
        self.mentions.clear()
        self.overlooked.clear()
        self.doubted.clear()

    def leave_section(self) -> None:
        """What was said for the formulas of a section ends."""
        self.anew = {name: before for name, before in self.anew.items() if before.lasting}
        self.bounded.clear()
        self.told.clear()
        self.leave_paragraph()
        self.passed.clear()
        self.passed_names.clear()
        self.passed_doubts.clear()
        self.stated.clear()

    @property
    def nearby(self) -> list[tuple[frozenset[str], Statement]]:
        """Relations nearby that are no part of the context, with their names."""
        return [*self.mentions, *self.stated]

    def settle(self, names: Iterable[str]) -> None:
        """What is supposed of these names is said now: conditions that were only spoken of are not meant."""
        named = frozenset(names)
        settled = self.doubted & named
        self.doubted -= named
        self.passed_doubts -= named
        self.mentions = [one for one in self.mentions if not (one[0] and one[0] <= settled)]

    def state(self, names: frozenset[str], statement: Statement) -> None:
        """A sentence claims this: it may tie its names together for what follows in the section."""
        self.stated.append((names, statement))
        if len(self.stated) > MOST_STATED:
            self.passed_names |= self.stated.pop(0)[0]


__all__ = ["Record"]
