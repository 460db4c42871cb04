"""The steps that a displayed statement makes: definitions, claims along a chain, and what claims nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from verify_derivations.elaborate.document.approximations import approximation
from verify_derivations.elaborate.document.asserted import CONDITION, WISH, is_of_means, is_settled
from verify_derivations.elaborate.document.concluded import is_concluded
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
from verify_derivations.elaborate.document.known_functions import is_known_function, said_to_be
from verify_derivations.elaborate.document.known_operators import Subscripted, subscripted, unread_operator
from verify_derivations.elaborate.document.other_definitions import may_be_otherwise
from verify_derivations.elaborate.document.partly import limits_of
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.document.restated import defined_anew, is_said_of, or_anew
from verify_derivations.elaborate.document.squares import square_anew, square_definition
from verify_derivations.elaborate.document.variants import variants_of_sides
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.meaning.definitions import is_between_bars, refused_divergence
from verify_derivations.elaborate.notation.indices import components, numbered
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name, stem
from verify_derivations.elaborate.notation.statements import Statement, has_dots
from verify_derivations.elaborate.notation.trouble import Contradicted, NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue, is_ended
from verify_derivations.elaborate.prose.said import Said, defined_name
from verify_derivations.model import Alternative, Claim, Kind, Status, Step, Variant
from verify_derivations.parse.tree import Digits, Empty, Letter, Node, Product, Relation, Scripts, Sum
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import Apply, Entry, Symbol

ORDERS = frozenset(("<", "<=", ">", ">="))
EQUALITIES = frozenset(("=", "=="))
DEFINING = frozenset((":=", "=:"))
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

    def steps(self) -> Iterator[Step]:
        """The steps of the members that were not read yet; definitions go into the context."""
        first = self.relations[0]
        if self.alone and first.name not in EQUALITIES | DEFINING | ORDERS:
            self.read = 2
            yield self.step(1)
            return
        made = None
        if begins := self.read == 1:
            made = self.defined() or (None if self.is_claimed(1) else square_definition(self))
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

    def claims_nothing(self, name: str, body: Node) -> Step | None:
        """What is said to be claimed of a name would define it, as nothing else says what it is."""
        open_ = self.context.is_open(name) and name not in self.context.functions
        if not open_ or name in self.context.relevant([body])[1] or name in CONSTANTS:
            return None
        help = f"let ${name}=...$ before it, or take vd: claim out where this is its definition"
        return self.not_read(1, NotRead(f"nothing says what {name} is", self.members[0], help=help))

    def start(self, k: int) -> int:
        """Where the step to member k begins in its formula."""
        whole = k == 1 and self.places[0].region is self.places[1].region
        return (
            self.members[0].start
            if whole and not isinstance(self.members[0], Empty)
            else self.relations[k - 1].start
        )

    # ---- definitions -------------------------------------------------------------------------------
    def defined(self) -> Step | None:
        """The definition that the first relation makes, if it makes one."""
        head = defined_name(self.members[0], layers=self.context.layers)
        if head is None or self.relations[0].name not in EQUALITIES | DEFINING:
            return None
        name, parameters = head
        if self.is_subscripted(name):
            return None
        if self.is_claimed(1):
            known_function = is_known_function(name, parameters)
            return None if known_function else self.claims_nothing(name, self.members[1])
        defining = self.places[1].cue is Cue.DEFINE and not is_ended(self.places[1].words)
        said_anew = self.relations[0].name in DEFINING or defining
        if self.context.is_derivative(name) and not said_anew:
            return None
        if self.is_derivative() or self.context.is_of_a_layer(self.members[0]):
            return None
        if not said_anew and is_concluded(self.members[:2], self.places[1], self.context):
            return None
        if name in CONSTANTS and isinstance(plain(self.members[1]), Digits):
            return None  # digits of pi, which are right or wrong
        if is_known_function(name, parameters) and not said_anew and self.context.is_fresh(name):
            self.known_function = name
            if self.places[1].cue is not Cue.FACT:
                self.context.maybe_defined.setdefault(name, (self.members[0], self.members[1]))
            return None
        shown = self.places[0].region.latex[self.members[0].start : self.members[0].end]
        unread = unread_operator(self.members[0], name, shown, self.context)
        if unread is not None and not said_anew:
            return self.not_read(1, unread)
        place = self.places[1]
        relation, body = self.relations[0], self.members[1]
        known = self.context.said.get(name)
        fresh = self.context.is_fresh(name)
        again = relation.name in DEFINING or defining
        if known is not None and known.section != place.section and not place.asked:
            again = True
        if name in self.context.relevant([body])[1]:
            moves = relation.name in DEFINING or (self.alone and is_changed(name, body))
            return self.no_claim(1, Kind.UPDATE_RULE) if moves else None
        if place.conditional and not again:
            return None
        plain_cue = place.cue in (Cue.CLAIM, Cue.NONE)
        if not again and plain_cue and self.context.follows(self.members[0], body):
            return None
        if not (fresh or again) or (place.cue is Cue.CONDITION and self.alone and not again):
            return None
        if refused_divergence(self.members[0], body) is not None:
            return None
        return self.definition(name, parameters, again)

    def definition(self, name: str, parameters: bool, again: bool) -> Step:
        """What the first relation defines, put in force."""
        place, body = self.places[1], self.members[1]
        known = self.context.said.get(name)
        span = place.span(self.members[0].start, body.end)
        told = () if known is None else (f"{name} is defined anew here; {known.place} said something else",)
        trouble = self.trouble_with(body)
        opaque = "" if trouble is None else trouble.message
        said = Said(name, span, place.section, self.members[0], body, parameters, opaque)
        said = replace(
            said, limits=limits_of(self.members[0], body, self.context.local, self.context.domains)
        )
        if isinstance(trouble, Contradicted):
            said = replace(said, opaque="")
        elif trouble is None and not again:
            trouble = self.defined_twice(name, place)
        if trouble is not None and (trouble.status is Status.ILL_FORMED or not said.opaque):
            self.context.define(said)
            return self.not_read(1, trouble)
        step = self.no_claim(1, Kind.DEFINITION, remarks=told)
        return self.with_definition(step, said, trouble)

    def is_subscripted(self, name: str) -> bool:
        """The head is f_x of a function f of x that is defined, and no word says that it is defined here."""
        place = self.places[1]
        if self.relations[0].name in DEFINING or (place.cue is Cue.DEFINE and not is_ended(place.words)):
            return False
        head = self.members[0]
        shown = self.places[0].region.latex[head.start : head.end]
        self.derivative = subscripted(head, name, shown, self.context)
        if self.derivative is not None:
            self.members[0] = self.derivative.node
        return self.derivative is not None

    def with_definition(self, step: Step, said: Said, trouble: NotRead | None) -> Step:
        """The step with what a definition claims, where that is read; it is in force from here on."""
        name, body = said.name, self.members[1]
        if (barred := is_between_bars(self.members[0])) and trouble is None:
            self.context.define(said)  # it is read as a call where it is known to be one
        with suppress(NotRead):
            claim = in_context((self.members[0], "=", body), self.context).read.claim
            if barred and not isinstance(claim.lhs, Apply):
                raise NotRead("what stands for it is put in at once", body)
            step = replace(step, claim=claim)
            array = isinstance(claim.lhs, Entry) and claim.lhs.array == name
            said = replace(said, array=array, entries=_is_for_all(self.members[0], claim))
            if isinstance(claim.lhs, Symbol) and name not in self.context.recent:
                self.context.shapes.pop(name, None)  # in this section it is a number
        self.context.define(said)
        return step

    def is_derivative(self) -> bool:
        """The head is f^{(3)}(x) of a function f that is defined."""
        head = plain(self.members[0])
        first = head.parts[0][1] if isinstance(head, Product) else None
        if not isinstance(first, Scripts) or first.sup is None or first.sub is not None:
            return False
        said = self.context.said.get(base_name(first.base) or "")
        return said is not None and said.parameters and isinstance(numbered(first.sup), Digits)

    def defined_twice(self, name: str, place: Place) -> NotRead | None:
        """Words further down in the document define the name, too, and by something else."""
        line = place.span(self.members[0].start, self.members[1].end).line
        found = self.context.below.get(stem(name), ())
        others = [b for b in found if b.name == name and b.said and b.line > line]
        if len(others) != 1 or self.same(self.members[1], others[0].body):
            return None
        message = f"{name} is defined twice, and not as the same: here, and in line {others[0].line}"
        return Contradicted(message, self.members[0], help=f"let ${name}=...$, where it is meant otherwise")

    def same(self, one: Node, other: Node) -> bool:
        """Two expressions are the same term; where they cannot be compared, they have the same names."""
        try:
            claim = in_context((one, "=", other), self.context).read.claim
        except NotRead:
            return names_in(one) == names_in(other)
        return folded(claim.lhs) is folded(claim.rhs)

    def trouble_with(self, body: Node) -> NotRead | None:
        """Why what a name is defined to be is not read; None if it is."""
        try:
            in_context((body, "=", body), self.context)
        except NotRead as error:
            return error
        return None

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
        if is_of_means(sides, self.context):
            return ""
        return "with a zero on one side it may be there to be solved; vd: claim says that it holds"

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
        more = (*self.more_doubts(k, head), *self.few_terms(read.read.claim, head, k))
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
        found = (*read.alternatives, *self.few_terms(read.read.claim, k - 1, k))
        return replace(step, claim=read.read.claim, alternatives=found, remarks=read.remarks)

    def few_terms(self, claim: Claim, *members: int) -> Iterator[Alternative]:
        """More terms are meant than those that are printed before the dots."""
        return longer(claim, [end for member in members for end in self.ends.get(member, ())])

    def not_read(self, k: int, trouble: NotRead | None) -> Step:
        status = trouble.status if trouble else Status.NOT_UNDERSTOOD
        reason = "nothing before it can be read" if trouble is None else trouble.message
        if trouble is not None and trouble.help:
            reason += f"; {trouble.help}"
        return self.no_claim(k, Kind.CLAIM, unreadable=(status, reason))


def _is_for_all(head: Node, claim: Claim) -> bool:
    """An entry x_i is defined by something that has the same free indices."""
    head = plain(head)
    letters = {base_name(part) for part in components(head.sub)} if isinstance(head, Scripts) else set()
    return bool(letters) and letters <= {name for name, _ in claim.context.indices}


def _asks(node: Node) -> bool:
    """A question mark in the place of what is to be found."""
    return isinstance(node, Letter) and node.text == "?"


def is_changed(name: str, body: Node) -> bool:
    """The name with something added: w = w - dw tells how w changes, as no number is that."""
    body = plain(body)
    return isinstance(body, Sum) and any(
        sign in ("", "+") and scripted_name(part) == name for sign, part in body.parts
    )


__all__ = ["ASSUMED", "WANTED", "Chain", "is_changed"]
