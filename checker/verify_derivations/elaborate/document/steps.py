"""The steps that a displayed statement makes: a definition, claims along a chain, and what claims nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.document.approximations import approximation
from verify_derivations.elaborate.document.asserted import (
    CONDITION,
    WISH,
    is_of_declared,
    is_of_means,
    is_of_what_stays,
    is_settled,
)
from verify_derivations.elaborate.document.defining import DEFINING, EQUALITIES, defined
from verify_derivations.elaborate.document.elisions import (
    ELIDED,
    LIST,
    WRITE_OUT,
    in_full,
    is_a_list,
    longer,
)
from verify_derivations.elaborate.document.in_context import Reading, in_context
from verify_derivations.elaborate.document.integration import CONSTANTS_DIFFER, has_antiderivative
from verify_derivations.elaborate.document.known_functions import said_to_be
from verify_derivations.elaborate.document.known_operators import Subscripted
from verify_derivations.elaborate.document.other_definitions import may_be_otherwise
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.document.restated import defined_anew, is_at_a_point, is_said_of, or_anew
from verify_derivations.elaborate.document.squares import square_anew, square_definition
from verify_derivations.elaborate.document.unknowns import to_be_solved
from verify_derivations.elaborate.document.variants import variants_of_sides
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.meaning.identities import LETTERS
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.statements import Statement, has_dots
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.model import Alternative, Claim, Kind, Status, Step, Variant
from verify_derivations.parse.tree import Digits, Empty, Letter, Node, Relation

ORDERS = frozenset(("<", "<=", ">", ">="))
OTHER_KINDS: dict[str, Kind] = {
    "<-": Kind.UPDATE_RULE,
    "~~": Kind.APPROXIMATION,
    "prop": Kind.PROPORTIONALITY,
    "~": Kind.DECLARED,
    "in": Kind.DECLARED,
    "!=": Kind.CONDITION,
}
"""What a relation that is neither an equality nor an order makes of a statement; others claim nothing."""


WANTED = "the words before it say that it is wanted or to be solved"
ASSUMED = "the words before it assume it"

LAYOUT = re.compile(r"(?:\s|&|\\\\(?:\[[^\]]*\])?|\\[,;:! ]|\\q?quad|\\nonumber|\\notag)+$")
"""What only moves things, at the end of a line."""


MOST_IN_A_ROW = 3
"""So many relations may stand in a row that is there to be solved: x/2 = y/3 = (x + y)/5."""


class Chain:
    """A run of members, read one relation after the other; a formula further down may go on with it."""

    def __init__(self, statement: Statement, context: Context, place: Place) -> None:
        self.context = context
        self.ends: dict[int, tuple[tuple[str, int], ...]] = {}
        """By member, what numbers the last of the terms that it leaves out, and the least value meant."""
        self.members: list[Node] = []
        self.relations: list[Relation] = []
        self.places: list[Place] = [place]
        self.heads: list[int] = [0]
        """The members that the next one is said to equal, the first of them first."""
        self.failures: Counter[int] = Counter()
        """How often a head could not be read together with another member."""
        self.read = 1
        """So many members were read already."""
        self.known_function = ""
        """A function of the table that its first relation may define, and no word says so."""
        self.derivative: Subscripted | None = None
        """The head as a derivative, where f_x stands there."""
        self.add([statement.members[0]])
        self.extend(statement, place)

    def add(self, members: Iterable[Node]) -> None:
        """Members with sums for what they leave out, where that is certain."""
        for member in members:
            found = in_full(member, self.context) if has_dots(member) else None
            if found is not None:
                self.ends[len(self.members)] = found.ends
            self.members.append(member if found is None else found.node)

    def extend(self, statement: Statement, place: Place) -> None:
        """What a formula adds; its own first member counts for nothing."""
        self.add(statement.members[1:])
        self.relations += statement.relations
        self.places += [place] * len(statement.relations)

    def lose_last(self) -> None:
        """The next line does not follow from the last one that was read: one between them is not read."""
        self.heads = self.heads[:1]

    @property
    def alone(self) -> bool:
        """A single relation."""
        return len(self.relations) == 1

    @property
    def in_one_row(self) -> bool:
        """A few relations, one behind the other in one line; further lines work something out."""
        first, last = self.members[0], self.members[-1]
        region = self.places[0].region
        printed = region.latex[first.start : last.end]
        same = all(place.region is region for place in self.places)
        return same and len(self.relations) <= MOST_IN_A_ROW and "\\\\" not in printed and "\n" not in printed

    def steps(self) -> Iterator[Step]:
        """The steps of the members that were not read yet; definitions go into the context."""
        first = self.relations[0]
        if self.alone and first.name not in EQUALITIES | DEFINING | ORDERS:
            self.read = 2
            yield self.step(1)
            return
        made = None
        if begins := self.read == 1:
            made = defined(self) or (None if self.is_claimed(1) else square_definition(self))
            if made is not None:
                yield made
                self.read, self.heads = 2, [1]
        while self.read < len(self.members):
            self.read += 1
            yield self.step(self.read - 1)
        if begins and made is None and not self.is_claimed(1):
            self.keep()

    def keep(self) -> None:
        """What its first relation says of a name that is defined may be another definition."""
        sides = self.members[0], self.members[1]
        if self.relations[0].name in EQUALITIES and not self.is_said_of(sides):
            may_be_otherwise(sides, self.places[1], self.context)

    def is_said_of(self, sides: tuple[Node, Node]) -> bool:
        """Words say that its first relation follows from what its left side is."""
        named = defined_name(sides[0])
        said = None if named is None else self.context.said.get(named[0])
        return said is not None and is_said_of(said, sides, self.places[1], self.context)

    def no_claim(self, k: int, kind: Kind, **told: object) -> Step:
        """The step to member k, as what it is."""
        place, relation = self.places[k], self.relations[k - 1]
        start = self.start(k)
        end = max(self.members[k].end, relation.end)
        end = start + len(LAYOUT.sub("", place.region.latex[start:end]))
        span = place.span(start, end)
        printed = " ".join(place.region.latex[start:end].split())
        return Step(
            place.id(span),
            kind,
            None,
            span,
            printed=printed,
            relation=relation.text,
            line=span.line,
            by_itself=True,
            claimed=kind is Kind.CLAIM and self.is_claimed(k),
            **told,  # type: ignore[arg-type]
        )

    def is_claimed(self, k: int) -> bool:
        """An annotation says that the step to member k is a claim."""
        return self.places[k].is_claimed(self.start(k), self.members[k].end)

    def start(self, k: int) -> int:
        """Where the step to member k begins in its formula."""
        whole = k == 1 and self.places[0].region is self.places[1].region
        return (
            self.members[0].start
            if whole and not isinstance(self.members[0], Empty)
            else self.relations[k - 1].start
        )

    # ---- claims ------------------------------------------------------------------------------------
    def step(self, k: int) -> Step:
        relation = self.relations[k - 1]
        if relation.name in EQUALITIES:
            step = self.equation(k)
            self.heads.append(k)
            return step
        self.heads = [k]
        if relation.name in ORDERS:
            return self.comparison(k)
        read = approximation(self.members[k - 1], relation, self.members[k], self.context, self.places[k])
        if read is None:
            return self.no_claim(k, OTHER_KINDS.get(relation.name, Kind.NO_CLAIM))
        step = self.no_claim(k, Kind.CLAIM)
        return replace(step, claim=read.read.claim, alternatives=read.alternatives, remarks=read.remarks)

    def equation(self, k: int) -> Step:
        """Head = this and previous = this; the head is the first line that can be read."""
        previous = self.heads[-1]
        asked = self.is_condition(k)
        if asked:
            return self.no_claim(k, Kind.CONDITION, note=asked)
        trouble: NotRead | None = None
        for head in [*self.heads]:
            try:
                read = self.pair(head, "=", k)
            except NotRead as error:
                trouble = trouble or error
                self.failures[head] += 1
                continue
            self.heads = list(dict.fromkeys((head, previous)))
            return self.claimed(k, head, read)
        if k == 1 and trouble is not None and not self.is_claimed(k):
            trouble = or_anew(trouble, (self.members[0], self.members[1]), self.places[1], self.context)
        variants = self.variants(k, trouble)
        self.heads = [head for head in self.heads if self.failures[head] < 2]
        return self.elided(k, previous) or replace(self.not_read(k, trouble), variants=variants)

    def elided(self, k: int, previous: int) -> Step | None:
        """A step that leaves something out: not understood, but where no number is compared."""
        sides = (self.members[previous], self.members[k])
        if not any(map(has_dots, sides)):
            return None
        if any(map(is_a_list, sides)):
            return self.no_claim(k, Kind.ELIDED, note=LIST)
        return self.not_read(k, NotRead(ELIDED, sides[1], help=WRITE_OUT))

    def variants(self, k: int, trouble: NotRead | None) -> tuple[Variant, ...]:
        """Where shapes clash, what member k (or a lone left side) may be meant to be."""
        if trouble is None or trouble.status is not Status.ILL_FORMED:
            return ()
        head = self.heads[0] if self.heads else k - 1
        latex = (self.places[head].region.latex, self.places[k].region.latex)
        sides = (self.members[head], "=", self.members[k])
        around = tuple(self.members)
        return variants_of_sides(
            sides,
            latex,
            ("right", "left") if self.alone else ("right",),
            lambda edited: in_context(edited, self.context, around),
        )

    def is_condition(self, k: int) -> str:
        """Why a lone equation is to be solved, or says what is wanted; nothing if it is claimed."""
        place, sides = self.places[k], (self.members[k - 1], self.members[k])
        if self.relations[k - 1].note.strip("{} ") in ("!", "?") or _asks(self.members[k]):
            return "it asks for something"
        if not self.alone:
            return ""
        if self.is_claimed(k):
            return ""
        named = defined_name(self.members[k - 1])
        if place.conditional and named is not None and self.context.is_open(named[0]):
            return "the words before it make it depend on a formula, and nothing says what its left side is"
        if place.cue is Cue.CONDITION:
            return WANTED
        if place.cue is Cue.ASSUME and not any(map(names_in, sides)):
            return ASSUMED
        zero = any(isinstance(side, Digits) and not float(side.text) for side in sides)
        names = names_in(sides[0]) | names_in(sides[1])
        if not zero or not names or self.of_all(names) or is_settled(sides, self.context, place):
            return ""
        if is_of_means(sides, self.context) or is_of_what_stays(sides, self.context, place):
            return ""
        if place.cue is Cue.CLAIM and (self.all_known(sides) or is_of_declared(sides, self.context)):
            return ""
        return "with a zero on one side it may be there to be solved; vd: claim says that it holds"

    def all_known(self, sides: tuple[Node, Node]) -> bool:
        """The text says where all of its names live, and more than one of them is free, or an array is."""
        names = self.context.relevant(sides)[1] - self.context.said.keys() - CONSTANTS.keys() - LETTERS
        free = {stem(name) if "^" in name else name for name in names} - self.context.said.keys()
        many = len(free) > 1 or any(name in self.context.shapes for name in free)
        return many and not any(map(self.context.is_open, free))

    def of_all(self, names: frozenset[str]) -> bool:
        """It is said to hold for all values of its names, so that there is no unknown."""
        said = self.context.for_all
        return bool(names & said) and all(
            name in said or name in CONSTANTS or not self.context.is_open(name) for name in names
        )

    def pair(self, head: int, relation: str, k: int) -> Reading:
        sides = (self.members[head], relation, self.members[k])
        return in_context(sides, self.context, tuple(self.members))

    def claimed(self, k: int, head: int, read: Reading) -> Step:
        previous = self.heads[-1]
        local = self.maybe(previous, k) if previous != head else None
        step = self.no_claim(k, Kind.CLAIM)
        more = (
            *self.more_doubts(k, head),
            *self.few_terms(read.read.claim, head, k),
            *self.unknowns(read.read.claim, k),
        )
        differ = (CONSTANTS_DIFFER,) if has_antiderivative(read.read.claim) else ()
        return replace(
            step,
            claim=read.read.claim,
            local=local.read.claim if local else None,
            alternatives=read.alternatives + more,
            local_alternatives=(
                *local.alternatives,
                *self.more_doubts(k, previous),
                *self.few_terms(local.read.claim, previous, k),
                *self.unknowns(local.read.claim, k),
                *differ,
            )
            if local
            else (),
            remarks=read.remarks,
            chain=self.name(head),
        )

    def maybe(self, head: int, k: int) -> Reading | None:
        """The claim that two members are equal, if it can be read."""
        try:
            return self.pair(head, "=", k)
        except NotRead:
            return None

    def name(self, head: int) -> str:
        """A name for the chain from this head on."""
        node = self.members[head]
        return str(self.places[head].span(node.start, node.end))

    def more_doubts(self, k: int, head: int) -> tuple[Alternative, ...]:
        if self.is_claimed(k):
            return ()
        if self.derivative is not None and head == 0:
            return (self.derivative.doubt,)
        this = self.members[k]
        names = names_in(self.members[head])
        zero = isinstance(this, Digits) and not float(this.text) and bool(names)
        zero = zero and not self.of_all(names)
        settled = zero and is_settled((self.members[head], this), self.context, self.places[k])
        if self.known_function and self.places[1].cue is not Cue.FACT:
            return (said_to_be(self.known_function),)
        if self.places[k].asked:
            return (WISH,)
        if zero and not settled:
            return (CONDITION,)
        named = defined_name(self.members[head])
        if head == 0 and named is not None and named[0] in self.context.said:
            said = self.context.said[named[0]]
            if is_said_of(said, (self.members[0], self.members[1]), self.places[1], self.context):
                return ()
            if is_at_a_point(said, self.members[0], self.context):
                return ()
            anew = self.maybe(1, k) if k > 1 and self.relations[0].name in EQUALITIES else None
            first, printed = self.members[0], self.places[0].region.latex
            shown = printed[first.start : first.end] if named[1] else named[0]
            if anew is None:
                return (defined_anew(said, shown, None),)
            others = (replace(other, covered=True) for other in anew.alternatives)
            return defined_anew(said, shown, anew.read.claim), *others
        return square_anew(self.members[0], self.context, self.places[k].words) if head == 0 else ()

    def comparison(self, k: int) -> Step:
        try:
            read = self.pair(k - 1, self.relations[k - 1].name, k)
        except NotRead as error:
            return self.elided(k, k - 1) or self.not_read(k, error)
        step = self.no_claim(k, Kind.CLAIM)
        claim = read.read.claim
        found = (*read.alternatives, *self.few_terms(claim, k - 1, k), *self.unknowns(claim, k))
        return replace(step, claim=claim, alternatives=found, remarks=read.remarks)

    def few_terms(self, claim: Claim, *members: int) -> Iterator[Alternative]:
        """More terms are meant than those that are printed before the dots."""
        return longer(claim, [end for member in members for end in self.ends.get(member, ())])

    def unknowns(self, claim: Claim, k: int) -> Iterator[Alternative]:
        """What is claimed may be there to be solved, if nothing else is said of its sides."""
        return to_be_solved(claim, self.context) if self.in_one_row and not self.is_claimed(k) else iter(())

    def not_read(self, k: int, trouble: NotRead | None) -> Step:
        status = trouble.status if trouble else Status.NOT_UNDERSTOOD
        reason = "nothing before it can be read" if trouble is None else trouble.message
        if trouble is not None and trouble.help:
            reason += f"; {trouble.help}"
        return self.no_claim(k, Kind.CLAIM, unreadable=(status, reason))


def _asks(node: Node) -> bool:
    """A question mark in the place of what is to be found."""
    return isinstance(node, Letter) and node.text == "?"


__all__ = ["ASSUMED", "WANTED", "Chain"]
