"""What is in force at a place of a document: which definitions, domains and assumptions concern a formula."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from verify_derivations.elaborate.meaning.closed_forms import ClosedForm, closed_form, is_numbered, members
from verify_derivations.elaborate.meaning.definitions import head_of
from verify_derivations.elaborate.meaning.dots import TIME, behind_dots, undotted
from verify_derivations.elaborate.meaning.families import numbered_name
from verify_derivations.elaborate.meaning.kronecker import kronecker_definition
from verify_derivations.elaborate.meaning.recurrences import (
    first_of,
    follows,
    key_of,
    put_in,
    rule_of,
    rules_among,
)
from verify_derivations.elaborate.meaning.stacked import in_force
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.layers import at_layers, is_at_a_layer, is_defined_at_a_layer
from verify_derivations.elaborate.notation.mentioned import names_in, printed_names
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.numbered import as_numbered
from verify_derivations.elaborate.notation.randomness import CUSTOMARY_CONSTANTS
from verify_derivations.elaborate.prose.contradicted import without_contradicted
from verify_derivations.elaborate.prose.described import Description
from verify_derivations.elaborate.prose.listed import listed_domains
from verify_derivations.elaborate.prose.own_notation import SENTENCE
from verify_derivations.elaborate.prose.record import Record
from verify_derivations.elaborate.prose.said import Said, as_pairs, defined_name, said_again
from verify_derivations.parse.tree import Digits, Node
from verify_derivations.span import Span
from verify_derivations.term.syntax.domain import REAL

FIXED = frozenset(("\\pi", "\\infty"))
"""What says nothing of other names that are compared with it, unless it is a name itself."""


class Context(Record):
    """What is in force at a place of a document, asked about names and formulas."""

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
        said = said_again(before, said)
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
