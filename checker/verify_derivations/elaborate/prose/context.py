"""What a document has said so far: definitions, where names live, what is assumed; and what may be meant."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.closed_forms import ClosedForm, closed_form, is_numbered, members
from verify_derivations.elaborate.meaning.definitions import head_of
from verify_derivations.elaborate.meaning.dots import TIME, behind_dots, undotted
from verify_derivations.elaborate.meaning.families import numbered_name
from verify_derivations.elaborate.meaning.kronecker import kronecker_definition
from verify_derivations.elaborate.meaning.recurrences import (
    Rule,
    first_of,
    follows,
    key_of,
    put_in,
    rule_of,
    rules_among,
)
from verify_derivations.elaborate.meaning.stacked import Stack, in_force
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.layers import at_layers, is_at_a_layer, is_defined_at_a_layer
from verify_derivations.elaborate.notation.layouts import Layout
from verify_derivations.elaborate.notation.mentioned import names_in, printed_names
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.numbered import as_numbered
from verify_derivations.elaborate.notation.qualities import Heard, Quality
from verify_derivations.elaborate.notation.randomness import CUSTOMARY_CONSTANTS
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.prose.contradicted import without_contradicted
from verify_derivations.elaborate.prose.described import Description
from verify_derivations.elaborate.prose.listed import Listed, listed_domains
from verify_derivations.elaborate.prose.narrower import Narrower
from verify_derivations.elaborate.prose.own_notation import SENTENCE
from verify_derivations.elaborate.prose.said import Below, Constraint, Otherwise, Said, as_pairs, defined_name
from verify_derivations.elaborate.prose.spoken_shapes import SpokenShape
from verify_derivations.parse.tree import Digits, Node
from verify_derivations.span import Span
from verify_derivations.term.syntax.domain import REAL, Domain

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

FIXED = frozenset(("\\pi", "\\infty"))
"""What says nothing of other names that are compared with it, unless it is a name itself."""


@dataclass
class Context:
    """What is in force at a place of a document; it grows as the document is read.

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
        valued: functions of which the text says in which set their values are, numbers or some arrays.
        ones_above: names, without scripts, that have a 1 above them somewhere.
        derived: names of which derivatives are printed somewhere.
        special: names beside which words speak of qualities, wherever that is, with these.
        vectors: names that words call numbers, vectors or matrices, with how many axes they have.
        random: names, without scripts, that the document uses as random quantities somewhere.
        otherwise: operators on random quantities that the text calls something else.
        means: its words are about random quantities.
        samples: its variances may be those of data.
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
    valued: dict[str, str] = field(default_factory=dict)
    ones_above: set[str] = field(default_factory=set)
    derived: set[str] = field(default_factory=set)
    special: dict[str, set[Quality]] = field(default_factory=dict)
    vectors: dict[str, int] = field(default_factory=dict)
    random: set[str] = field(default_factory=set)
    otherwise: set[str] = field(default_factory=set)
    means: bool = False
    samples: bool = False
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

    def is_fresh(self, name: str) -> bool:
        """Nothing was said of this name yet, or only its shape."""
        whole = self.said.get(stem(name))
        return name not in self.said and name not in self.domains and not (whole and whole.array)

    def is_new(self, node: Node) -> bool:
        """It is what a definition begins with, of a name of which nothing was said yet."""
        head = defined_name(node)
        return head is not None and self.is_fresh(head[0])

    def is_of_a_layer(self, head: Node) -> bool:
        """The quantity is defined for a layer already, perhaps for another one."""
        pairs = [(s.head, s.body) for s in self.said.values() if s.head is not None and s.body is not None]
        return bool(self.layers) and is_defined_at_a_layer(head, pairs, self.layers, self._general_layers())

    def number_layers(self, letters: Mapping[str, bool]) -> None:
        """Letters number layers; one that numbers some of them only does so everywhere."""
        for letter, general in letters.items():
            self.layers[letter] = general and self.layers.get(letter, True)

    def _general_layers(self) -> frozenset[str]:
        """The letters of which what is defined for one layer holds for others, too."""
        return frozenset(
            letter for letter, general in self.layers.items() if general and not self.layers_differ
        )

    def is_constant(self, name: str) -> bool:
        """The name is declared to stand for anything; the entries of something go with it."""
        if as_numbered(name) in self.constants:
            return True
        return "#" in name and stem(name) in {stem(c) for c in self.constants}

    def is_open(self, name: str) -> bool:
        """Nobody said what the name is or where it lives."""
        known = self.domains.keys() | self.shapes.keys()
        said = name in self.shapes or self.is_constant(name) or ("#" in name and stem(name) in known)
        return self.is_fresh(name) and not said

    def describe(self, said: Mapping[str, Description]) -> None:
        """What words say of names; what narrows most counts. What may vary is no constant in expectations."""
        for name, description in said.items():
            known = self.described.get(name)
            self.described[name] = description if known is None else known.with_another(description)
            if description.may_vary and stem(name) in CUSTOMARY_CONSTANTS:
                self.random.add(stem(name))

    def define(self, said: Said) -> None:
        """A definition, in force from here on; what was said of the name before is no longer."""
        before = self.said.pop(said.name, None)
        if before is not None:  # what is said last is read last
            self.replaced[said.name] = before
            self._pass(said.name)
        words = SENTENCE.split("".join(self.told))[-1]
        self.said[said.name] = replace(said, first=self._first(said.head), at=len(self.told), words=words)
        self.domains.pop(said.name, None)
        self.symmetric.pop(said.name, None)
        self.kinds.pop(said.name, None)
        self.intervals.pop(said.name, None)
        self.normalised.pop(stem(said.name), None)
        self.units.pop(said.name, None)
        self._unstack(said.name)
        self._find_rules(said.head)
        if said.parameters and said.head is not None:
            self.parameters.update(head_of(said.head).parameters or ())

    def _pass(self, name: str) -> None:
        """What was assumed nearby of a name that is defined anew was said of what it was before."""
        of_it = [one for one in self.local if name in names_in(one[0]) | names_in(one[2])]
        self.passed += of_it
        self.local = [one for one in self.local if one not in of_it]

    def begin(self, letter: str, first: Node) -> None:
        """An index letter runs from this value on."""
        self.starts[letter] = int(first.text) if isinstance(first, Digits) and first.text.isdigit() else None

    def _find_rules(self, head: Node | None) -> None:
        """What is defined under an index may be a recurrence, or belong to one."""
        if head is not None and key_of(head) is not None:
            said = (s for s in self.said.values() if not s.opaque and not s.parameters)
            found = (rule_of(s.head, s.body, s.first) for s in said if s.head and s.body is not None)
            self.rules = rules_among(rule for rule in found if rule is not None)

    def _first(self, head: Node | None) -> int | None:
        """From which value of its letter on holds what is defined here under an index."""
        key = None if head is None else key_of(head)
        letter = key[1][0] if key is not None else ""
        if not letter:
            return 0
        domain = self.domains.get(letter, REAL)
        if letter in self.quantified | self.overlooked | self.said.keys() or domain.upper is not None:
            return None
        if any(letter in names for names, _ in self.nearby):
            return None
        said = (self.starts.get(letter, 0), first_of(letter, [*self.given, *self.local, *self.passed]))
        if None in said:
            return None
        low = domain.lower
        lower = 0 if low is None else math.floor(low) + 1 if domain.lower_open else math.ceil(low)
        return max([lower, *(number for number in said if number is not None)])

    def form(self, said: Said) -> ClosedForm | None:
        """The closed form of a sequence that a definition of this section is for all values of its index."""
        if (
            said.head is None
            or said.body is None
            or said.opaque
            or said.parameters
            or said.limits is not None
        ):
            return None
        return closed_form(said.head, said.body, said.first) if said.section == self.section else None

    def _has_member(self, said: Said, names: Iterable[str]) -> bool:
        """A numbered member of the sequence that it defines, a_3, is among the names."""
        form = self.form(said)
        return form is not None and any(is_numbered(name, form.base) for name in names)

    def follows(self, head: Node, body: Node) -> bool:
        """A recurrence says already what this member of a sequence is."""
        if not self.rules or key_of(head) is None:
            return False
        return follows(head, body, as_pairs(self.relevant([head, body])[0]), self.rules)

    def is_derivative(self, name: str) -> bool:
        """It has dots above it, and without them it is defined as a function of t, or by t."""
        said = self.said.get(undotted(name))
        if undotted(name) != name and said is not None and said.body is not None and not said.parameters:
            return TIME in names_in(said.body)
        found = head_of(said.head) if said is not None and said.parameters and said.head is not None else None
        return found is not None and found.parameters == (TIME,)

    def freed(self, roots: Iterable[Node]) -> tuple[str, ...]:
        """Names that an earlier section defines, and that this one declares or makes parameters.

        Where the formulas name something else of what they are defined by, the definition is meant.
        """
        names = self.relevant(roots)[1]
        earlier = {name for name, said in self.said.items() if said.section != self.section}
        printed = frozenset[str]().union(*map(printed_names, roots)) - self.parameters - self.recent
        found = []
        for name in sorted((self.parameters | self.recent) & earlier & names):
            said = self.said[name]
            if said.head is None or said.body is None or said.opaque:
                continue  # what it is there cannot be compared with
            if not (self.relevant([said.body])[1] - names_in(said.head)) & printed:
                found.append(name)
        return tuple(found)

    def declare(self, name: str, span: Span) -> None:
        """The name stands for itself from here on, whatever it was defined to be."""
        before = self.said.pop(name, None)
        self.symmetric.pop(name, None)
        self.kinds.pop(name, None)
        self.intervals.pop(name, None)
        self.units.pop(name, None)
        self._unstack(name)
        self._find_rules(None if before is None else before.head)
        self.places[name] = span
        self.recent.add(name)

    def declare_unit(self, name: str, size: Node | None) -> None:
        """The name is an identity matrix from here on."""
        shape = self.shapes.pop(name, (size,))
        self.said.pop(name, None)
        self.domains.pop(name, None)
        self.units[name] = size if size is not None else shape[0]

    def _is_of_many(self, said: Said) -> bool:
        """What it defines is defined under other indices, too, or at other layers."""
        layered = bool(self.layers) and said.head is not None and is_at_a_layer(said.head, self.layers)
        key = key_of(said.head) if self.rules and said.head is not None else None
        return said.entries or layered or (key is not None and key[0] in self.rules)

    def _unstack(self, name: str) -> None:
        """A name that is given anew in another section is not the one whose rows have names."""
        for base, stack in [*self.stacks.items()]:
            if name in (base, stack.matrix) and stack.section != self.section:
                del self.stacks[base]

    def relevant(self, roots: Iterable[Node]) -> tuple[list[Said], set[str]]:
        """The definitions of names in these formulas, by way of others too, and all names that come up."""
        names, roots = set[str](), list(roots)
        for root in roots:
            names |= names_in(root)
        names |= behind_dots(names)
        names |= {stack.matrix for stack in in_force(self.stacks, self.section, names).values()}
        used: dict[str, Said] = {}
        while True:
            new = [
                s
                for name, s in self.said.items()
                if name not in used
                and (
                    name in names
                    or (self._is_of_many(s) and stem(name) in names)
                    or self._has_member(s, names)
                )
            ]
            if not new and not self._add_members(names, roots, used.values()):
                return [s for name, s in self.said.items() if name in used], names
            for said in new:
                used[said.name] = said
                if said.body is not None and not said.opaque:
                    names |= names_in(said.body) | behind_dots(names_in(said.body))

    def _add_members(self, names: set[str], roots: list[Node], used: Iterable[Said]) -> bool:
        """The names in what is put in for members of sequences; whether there are new ones."""
        before = len(names)
        if self.rules:
            for _, body in put_in(as_pairs(used), roots, self.rules):
                names |= names_in(body)
        return len(names) > before

    def known(self, roots: list[Node], without: Iterable[str] = ()) -> Known:
        """What is said around these formulas, as far as it concerns them."""
        found, names, given = self._connected(roots)
        dropped = set(without)
        self.used |= names
        declared = {name: domain for name, domain in self.domains.items() if name in names}
        declared |= listed_domains(names, self)
        held = without_contradicted(declared, self.local)
        definitions = tuple(as_pairs(said for said in found if said.name not in dropped))
        if self.layers:
            definitions = tuple(at_layers(definitions, roots, self.layers, self._general_layers()))
        if self.rules:
            definitions = tuple(put_in(definitions, roots, self.rules))
        forms = [form for said in found if said.name not in dropped and (form := self.form(said)) is not None]
        if forms:
            definitions += tuple(members(forms, roots, [head for head, _ in definitions]))
        return Known(
            definitions=definitions,
            given=tuple(given),
            domains=held,
            contradicted={name: domain for name, domain in declared.items() if name not in held},
            functions=tuple(name for name in self.functions if name in names),
            ranges={name: last for name, last in self.ranges.items() if name in names},
            shapes={name: sizes for name, sizes in self.shapes.items() if _comes_up(name, names)},
            indices=tuple(node for node in self.indices if names_in(node) & names),
            around=tuple(roots),
            arrays=tuple(name for name in self.transposed if name in names and self._is_open(name)),
            spoken_of=self._spoken_of(),
            applied=frozenset((*self.applied, *self.functions)),
            valued=dict(self.valued),
            ones_above=frozenset(self.ones_above),
            another_product=self.another_product,
            another_base=self.another_base,
            computed=frozenset(stem(name) for name in self.said if "^" in name),
            layers=frozenset(self.layers),
            stacks=in_force(self.stacks, self.section, names),
            units={name: size for name, size in self.units.items() if name in names},
            random=frozenset(self.random),
            otherwise=frozenset(self.otherwise),
            vectors=dict(self.vectors),
            means=self.means,
            samples=self.samples,
            kinds={name: word for name, word in self.kinds.items() if name in names},
            layout=self.layout,
            loose_shapes=self.loose_shapes,
        )

    def _sizes(self, names: set[str]) -> Iterator[Node]:
        """The sizes of declared arrays among the names, which need not be printed with them."""
        for name, sizes in self.shapes.items():
            if _comes_up(name, names):
                yield from sizes

    def _spoken_of(self) -> frozenset[str]:
        """Names, without scripts, of which something is said here or further down, but Kronecker's delta."""
        said = (
            stem(name)
            for name, said in self.said.items()
            if said.head is None or said.body is None or kronecker_definition(said.head, said.body) is None
        )
        below = (
            name
            for name, ways in self.below.items()
            if any(kronecker_definition(found.head, found.body) is None for found in ways)
        )
        return frozenset((*said, *below, *self.alone))

    def _is_open(self, name: str) -> bool:
        """Nothing says whether the name is a number or an array."""
        return not any(name in said for said in (self.said, self.domains, self.shapes, self.functions))

    def of_names(self) -> Iterator[Sides]:
        """What is assumed of names as long as they are not declared anew."""
        yield from self.symmetric.values()
        yield from self.normalised.values()
        for pairs in self.intervals.values():
            yield from pairs

    def _connected(self, roots: list[Node]) -> tuple[list[Said], set[str], list[Sides]]:
        """Definitions, names and assumptions around these formulas, by way of one another.

        An assumption about one of their names may tie it to others, of which more is assumed: of x > y and
        y > 0 none may be left out where x stands.
        """
        assumed = [*self.given, *self.local, *self.of_names()]
        reached = set[int]()
        while True:
            around = [side for k in reached for side in (assumed[k][0], assumed[k][2])]
            found, names = self.relevant([*roots, *around])
            found, names = self.relevant([*roots, *around, *self._sizes(names)])
            shared = names - (FIXED - self.said.keys() - self.domains.keys())
            new = {k for k, sides in enumerate(assumed) if _mentioned(sides) & shared} - reached
            if not new:
                return found, names, [assumed[k] for k in sorted(reached)]
            reached |= new


def _comes_up(name: str, names: set[str]) -> bool:
    """A declared array is among the names; x_i stands for every member, under whatever letter."""
    numbered = numbered_name(name)
    return name in names or (numbered is not None and numbered[0] in names)


def _mentioned(sides: Sides) -> frozenset[str]:
    return names_in(sides[0]) | names_in(sides[2])


def within(given: Iterable[Sides], names: set[str]) -> tuple[Sides, ...]:
    """Those of the assumptions that mention nothing but these names."""
    return tuple(sides for sides in given if _mentioned(sides) and _mentioned(sides) <= names)


__all__ = ["Context", "within"]
