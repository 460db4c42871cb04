"""One way to read a statement and what is known around it: into a claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from verify_derivations.elaborate.meaning.array_facts import family, symmetric_names
from verify_derivations.elaborate.meaning.bare_functions import bare_functions
from verify_derivations.elaborate.meaning.closer_ranks import closer_ranks
from verify_derivations.elaborate.meaning.costs import Cost, find_costs, index_counts, refuse_elsewhere
from verify_derivations.elaborate.meaning.counts import counted
from verify_derivations.elaborate.meaning.defining import put_in_force, zeros
from verify_derivations.elaborate.meaning.definitions import base_of, in_terms
from verify_derivations.elaborate.meaning.expectations import refuse_stray
from verify_derivations.elaborate.meaning.families import Family, families, numbered_name
from verify_derivations.elaborate.meaning.how_many import counting, means_in
from verify_derivations.elaborate.meaning.identities import LETTERS, MATRIX
from verify_derivations.elaborate.meaning.kronecker import kronecker_definition
from verify_derivations.elaborate.meaning.limits import infinity
from verify_derivations.elaborate.meaning.named_sets import refuse_endless
from verify_derivations.elaborate.meaning.ranks import ranks
from verify_derivations.elaborate.meaning.terms import Elaborator
from verify_derivations.elaborate.meaning.undeclared import undeclared
from verify_derivations.elaborate.meaning.values_assumed import read_as_factor
from verify_derivations.elaborate.notation.depths import refuse_unseen
from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, stem
from verify_derivations.elaborate.notation.naming import Naming
from verify_derivations.elaborate.notation.printed import approximated
from verify_derivations.elaborate.notation.randomness import outside, random_names
from verify_derivations.elaborate.notation.scope import Notes, Scope
from verify_derivations.elaborate.notation.sizes import Sizes, is_unknown
from verify_derivations.elaborate.notation.superscripted import applied_names
from verify_derivations.elaborate.notation.trouble import Clash, NotRead
from verify_derivations.elaborate.notation.usage import Usage
from verify_derivations.elaborate.notation.values import fitting, number
from verify_derivations.errors import TermError
from verify_derivations.model import (
    ArrayDeclaration,
    Claim,
    Condition,
    Context,
    Declaration,
    Definition,
)
from verify_derivations.parse.tree import Node, Scripts
from verify_derivations.parse.words import CONSTANT
from verify_derivations.term.arrays.array import Array, entry, scalar
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain
from verify_derivations.term.syntax.nodes import Antiderivative, Apply, Entry, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

UNNAMED = f"\\mathrm{{{CONSTANT}}}"
ANY_NUMBER = "a constant without a name may be another one each time"


class OneReading:
    """One way to read a statement and what is known around it."""

    def __init__(self, sides: Sides, known: Known, usage: Usage, settled: Mapping[str, str]) -> None:
        self.sides, self.known = sides, known
        self.notes = Notes(functions=dict.fromkeys(known.functions))
        self.facts: dict[Term, Term] = {}
        self.sizes = Sizes()
        self.symmetric = symmetric_names(known.given)
        deltas = ((k, kronecker_definition(*pair)) for k, pair in enumerate(known.definitions))
        self.kroneckers = {k: name for k, name in deltas if name is not None}
        self.families = self.find_families(usage)
        self.costs = self.find_costs()
        heads = {stem(base_of(head)) for head, _ in known.definitions}
        taken = {*heads, *known.domains, *known.shapes, *known.ranges, *known.arrays}
        bare = bare_functions((sides[0], sides[2]), known.functions, taken | usage.called | usage.bound)
        if bare:
            self.notes.functions = {f: None for f in self.notes.functions if f not in bare[1]}
        units = LETTERS if MATRIX in settled else frozenset()
        self.scope = Scope(
            usage=usage,
            scalars=frozenset(known.domains) - frozenset(known.functions),
            functions={f: None for f in known.functions if not bare or f not in bare[1]},
            ranks={
                **{n: k for n, k in self.ranks(usage).items() if n not in units},
                **{n: len(sizes) for n, sizes in known.shapes.items()},
                **{stack.matrix: 2 for stack in known.stacks.values()},
            },
            shaped=frozenset(known.shapes),
            settled=settled,
            families=self.families,
            kroneckers=frozenset(self.kroneckers.values()),
            spoken_of=known.spoken_of | self.defined_or_assumed(),
            said=known.spoken_of,
            applied=known.applied.union(*map(applied_names, self.formulas())),
            another_product=known.another_product,
            another_base=known.another_base,
            stacks=known.stacks,
            units=known.units,
            random=known.random | random_names(self.formulas(), plain_ones=known.means),
            outside=outside((sides[0], sides[2], *known.around), plain_ones=known.means),
            otherwise=known.otherwise,
            means=known.means,
            samples=known.samples,
            layout=known.layout,
            closely=known.closely,
            costs=self.costs,
            bare=bare[1] if bare else frozenset(),
            variable=bare[0] if bare else "",
            means_of={} if known.shapes else means_in(self.formulas()),
            counting=counting(self.formulas(), {*known.shapes, *usage.bound, *usage.called}),
        )
        ranges = {letter: self.term(last) for letter, last in known.ranges.items()}
        self.scope = replace(self.scope, ranges=ranges)
        for name, sizes in known.shapes.items():
            numbered = numbered_name(name)
            if numbered is not None and numbered[0] in self.families:
                self.declare_family(numbered[0], tuple(map(self.term, sizes)))
            else:
                self.declare(name, tuple(map(self.term, sizes)))

    def has_open_identities(self) -> bool:
        """There is an identity matrix of which nothing says what size it has."""
        return any(is_unknown(self.sizes.of(size)) for size in self.notes.units)

    def with_heads(self) -> list[Node]:
        """The same, and the names that are defined."""
        return [*self.formulas(), *(head for head, _ in self.known.definitions)]

    def computed(self) -> frozenset[str]:
        """Names, without scripts, that are defined with something above them: layer by layer."""
        heads = [plain(head) for head, _ in self.known.definitions]
        above = {base_of(head) for head in heads if isinstance(head, Scripts) and head.sup is not None}
        return self.known.computed | above

    def find_costs(self) -> dict[str, Cost]:
        """Quantities of which only derivatives are printed."""
        known = self.known
        names = {*known.domains, *known.functions, *known.ranges, *known.shapes}
        roots = list({id(root): root for root in self.with_heads()}.values())
        return find_costs(roots, known.definitions, names)

    def defined_or_assumed(self) -> frozenset[str]:
        """Names of which a definition or an assumption says something, without scripts."""
        heads = [head for k, (head, _) in enumerate(self.known.definitions) if k not in self.kroneckers]
        sides = [side for left, _, right in self.known.given for side in (left, right)]
        return frozenset(stem(name) for root in (*heads, *sides) for name in names_in(root))

    def formulas(self) -> list[Node]:
        """The statement, what belongs together with it, and definitions."""
        bodies = [body for _, body in self.known.definitions]
        return [self.sides[0], self.sides[2], *self.known.around, *bodies]

    def ranks(self, usage: Usage) -> dict[str, int]:
        """The ranks of names that nobody declared, by how they are used and by what equals what."""
        equal = [(self.sides[0], self.sides[2]), *self.known.definitions]
        equal += [(left, right) for left, relation, right in self.known.given if relation == "="]
        numbers = {*self.known.domains, *self.known.functions, *self.known.ranges}
        known = {name: len(sizes) for name, sizes in self.known.shapes.items()}
        for base, kind in self.find_families(usage).items():
            known |= {f"{base}_{letter}": kind.rank for letter in usage.bound if kind.letters == 1}
        if self.known.closely:
            return closer_ranks(self.with_heads(), equal, usage, known, numbers | usage.numbers)
        counts = index_counts(self.with_heads(), self.costs)
        known = {**{n: k for n, k in counts.items() if k <= 2 and n not in numbers}, **known}
        return ranks(usage, equal, known, numbers, self.known.arrays)

    def find_families(self, usage: Usage) -> dict[str, Family]:
        """The arrays that an index numbers; so are members of which no size is known."""
        shapes = {**{name: (name,) for name in self.known.members}, **self.known.shapes}
        return families(shapes, usage.bound | self.known.ranges.keys())

    def declare(self, name: str, sizes: tuple[Term, ...]) -> None:
        """A name is an array of this shape; names among the sizes are whole numbers from 1 on."""
        self.notes.places[name] = sizes
        self.notes.sizes.update(dict.fromkeys(free_symbols(*sizes)))

    def declare_family(self, base: str, sizes: tuple[Term, ...]) -> None:
        """Arrays of this shape, as many as the index that numbers them says."""
        family = self.families[base]
        if len(sizes) != family.rank:
            raise NotRead(f"the arrays called {base} differ in their numbers of axes", self.sides[0])
        name = family.array(base)
        numbers = tuple(self.sizes.unknown(f"{name}:{k}") for k in range(family.letters))
        self.declare(name, (*numbers, *sizes))

    def term(self, node: Node) -> Term:
        return number(self.value(node), node)

    def value(self, node: Node) -> Array:
        reading = Elaborator(self.scope, (self.sides[0], self.sides[2]))
        reading.facts, reading.notes, reading.sizes = self.facts, self.notes, self.sizes
        return reading.value(node)

    def claim(self) -> Claim:
        definitions = enumerate(self.known.definitions)
        made = [put_in_force(self, *pair) for k, pair in definitions if k not in self.kroneckers]
        defined = [definition for definition in made if definition is not None]
        domains = dict(self.known.domains)
        assumptions = [
            claim for claim in (self.assumption(given, domains) for given in self.known.given) if claim
        ]
        left, relation, right = self.both()
        left, right = zeros(left, right), zeros(right, left)
        right = self.fitted(left, right)  # before the sizes get their names
        known = Naming(self.sizes, self.scope.usage, self.notes)
        arrays = [
            self.array(name, tuple(known(size) for size in places))
            for name, places in sorted(self.notes.places.items())
        ]
        self.refuse_ragged(arrays)
        indices = {letter: known(size) for letter, size in self.notes.free.items()}
        both = sorted(set(indices) & set(self.notes.sizes))
        if both:
            raise NotRead(f"{both[0]} is an index here and ends a range there: not read yet", self.sides[0])
        over, lhs, rhs = self._entries(left, right, known)
        heads = [Definition(d.head, d.body if d.value is None else d.value.body) for d in defined]
        refuse_stray(self.notes, self.scope.random, (lhs, rhs), heads, self.sides[0])
        refuse_endless(self.notes, (lhs, rhs, *(d.body for d in heads)), relation, self.sides[0])
        sizes = {name: DOMAINS["posint"] for name in self.notes.sizes if name not in domains}
        declared = {**sizes, **domains, **_whole(domains, self.notes.sizes)}
        context = Context(
            declarations=tuple(Declaration(name, declared[name]) for name in sorted(declared)),
            definitions=(
                *(in_terms(d, known) for d in defined),
                *(Definition(head, known(body)) for head, body in self.notes.evaluated),
            ),
            assumptions=tuple(Claim(known(a.lhs), a.relation, known(a.rhs)) for a in assumptions),
            functions=tuple(sorted(set(self.notes.functions) - self._defined_functions())),
            arrays=tuple(arrays),
            indices=tuple(sorted({**indices, **over}.items())),
            matrices=bool(over) and not indices and list(over) == sorted(over),
            provided=tuple(dict.fromkeys(self.supposed())),
        )
        claim = counted(Claim(lhs, relation, rhs, context), self.known.domains, self.spoken_of_in_given())
        refuse_unseen(claim, self.computed(), self.sides[0])
        if UNNAMED in names_of(lhs, rhs) and not (lhs.holds(Antiderivative) or rhs.holds(Antiderivative)):
            raise NotRead(ANY_NUMBER, self.sides[2], help="give it a name, as in C")
        if self.notes.costs:
            refuse_elsewhere(claim, self.notes.costs, self.sides[0])
        return claim

    def spoken_of_in_given(self) -> frozenset[str]:
        """Names of which an assumption speaks."""
        sides = [side for left, _, right in self.known.given for side in (left, right)]
        return frozenset[str]().union(*map(names_in, sides))

    def supposed(self) -> list[Condition]:
        """What is supposed without being declared."""
        costs = [condition for condition in self.notes.costs.values() if condition is not None]
        return [*costs, *self.notes.measures.values()]

    def both(self) -> tuple[Array, str, Array]:
        """The sides, and the relation between them; digits with a point are those of a rounded value."""
        rounded = approximated(self.sides)
        if rounded is not None:
            return scalar(self.term(rounded[0])), "≈", scalar(rounded[1])
        return self.side(self.sides[0]), self.sides[1], self.side(self.sides[2])

    def fitted(self, left: Array, right: Array) -> Array:
        """The right side with the axes of the left one."""
        try:
            return fitting(self.sizes, left, right, self.sides[2])
        except Clash as clash:
            clash.declared = self.all_declared(self.sides[0]) and self.all_declared(self.sides[2])
            raise

    def all_declared(self, side: Node) -> bool:
        """Every name in it is declared or defined: nothing was taken for a number by default."""
        return not undeclared(side, self.known, self.scope.usage.bound)

    def side(self, node: Node) -> Array:
        """A side of the statement, which may be an infinity."""
        far = infinity(node)
        try:
            return self.value(node) if far is None else scalar(far)
        except Clash as clash:
            clash.declared, clash.within = self.all_declared(node), True
            raise

    def array(self, name: str, shape: tuple[Term, ...]) -> ArrayDeclaration:
        """What is known of an array."""
        if name in self.notes.weights:
            return ArrayDeclaration(name, shape, ("simplex",))
        if name in self.notes.measures:
            return ArrayDeclaration(name, shape, (), DOMAINS["nonnegative"])
        if name in self.notes.random:
            return ArrayDeclaration(name, shape, (), self.known.domains.get(self.notes.random[name], REAL))
        if name in self.known.assumed:
            return ArrayDeclaration(name, shape, *self.known.assumed[name])
        square = len(shape) == 2 and shape[0] is shape[1]
        words = [self.known.kinds[name]] if name in self.known.kinds else []
        words += ["sym"] if name in self.symmetric and "spd" not in words else []
        assumed = tuple(words) if square else ()
        return ArrayDeclaration(name, shape, assumed, self.entries_of(name))

    def entries_of(self, array: str) -> Domain:
        """Where the entries of an array live: what is said of x_i is said of all of them."""
        stem = array.split("_")[0].split("^")[0]
        members = (f"{stem}_", f"{stem}^")
        said = {domain for name, domain in self.known.domains.items() if name.startswith(members)}
        return said.pop() if len(said) == 1 else REAL

    def refuse_ragged(self, arrays: list[ArrayDeclaration]) -> None:
        """A size that depends on an index, as n_i of the i-th group."""
        for array in arrays:
            ragged = any(isinstance(part, Entry) for size in array.shape for part in subterms(size))
            if ragged or set(free_symbols(*array.shape)) & self.scope.usage.bound:
                raise NotRead(f"the rows of {array.name} differ in length: not read yet", self.sides[0])

    def _entries(self, left: Array, right: Array, known: Naming) -> tuple[dict[str, Term], Term, Term]:
        """Both sides entry by entry, and the size of each index."""
        places = known.indices(left.rank)
        over = {place.name: known(axis[0]) for place, axis in zip(places, left.axes, strict=True)}
        return over, known(entry(left, places)), known(entry(right, places))

    def _defined_functions(self) -> set[str]:
        return {name for name, parameters in self.scope.functions.items() if parameters is not None}

    def _for_all(self, sides: tuple[Array, Array], relation: str, node: Node) -> Claim:
        """What is assumed of arrays is assumed of all of their entries."""
        left, right = zeros(sides[0], sides[1]), zeros(sides[1], sides[0])
        right = fitting(self.sizes, left, right, node)
        if any(len(axis) != 1 for axis in left.axes):
            raise NotRead("an assumption about an array like this is not read", node)
        return Claim(family(left), relation, family(right))

    def assumption(self, given: Sides, domains: dict[str, Domain]) -> Claim | None:
        """What is assumed; a bound of a name narrows its domain, f'(x) = ... says what to put for it."""
        sides, relation = (self.value(given[0]), self.value(given[2])), given[1]
        if symmetric_names([given]) and all(side.rank == 2 for side in sides):
            fitting(self.sizes, *sides, given[2])  # the array is declared to be symmetric
            return None
        factor = read_as_factor(given[::2], [side.body for side in sides])
        if factor is not None:
            self.notes.valued.setdefault(factor)
            return None
        if any(side.rank for side in sides):
            return self._for_all(sides, relation, given[2])
        left, right = (side.body for side in sides)
        try:
            bound = narrowed(domains, left, relation, right)
        except TermError as error:
            raise NotRead(error.message, given[0]) from error
        if bound is not None:
            domains.update(bound)
            return None
        if relation == "=" and _is_fact(left, self._defined_functions()):
            self.facts[left] = right
            return None
        return Claim(left, relation, right)


def _is_fact(left: Term, defined: Collection[str]) -> bool:
    """A call of an unknown function at names: wherever it stands, the other side can be put."""
    return (
        isinstance(left, Apply)
        and left.function not in FUNCTIONS
        and left.function.rstrip("'") not in defined
        and all(isinstance(part, Symbol | Entry | Pow) for a in left.arguments for part in subterms(a))
    )


def _whole(domains: Mapping[str, Domain], sizes: Iterable[str]) -> dict[str, Domain]:
    """Names at which ranges end are whole, also where no more is said than n >= 1."""
    found = {name: domains[name] for name in sizes if name in domains}
    return {
        name: replace(domain, field="integer")
        for name, domain in found.items()
        if domain.field == "real" and domain.lower is not None and domain.lower >= 0
    }


__all__ = ["OneReading"]
