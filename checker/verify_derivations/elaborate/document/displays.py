"""Displayed formulas into steps: what stands beside the equations is heard first, rows that fail are told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from verify_derivations.elaborate.document.asserted import as_claimed
from verify_derivations.elaborate.document.beside import (
    LASTING,
    Display,
    display,
    hear,
    shown,
    suppositions_in,
)
from verify_derivations.elaborate.document.defining import EQUALITIES
from verify_derivations.elaborate.document.depending import DEPENDS, says_what_it_depends_on
from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.in_words import Key, key_of
from verify_derivations.elaborate.document.partly import in_a_case
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.document.rows import rows_of
from verify_derivations.elaborate.document.sentences import unsaid
from verify_derivations.elaborate.document.solving import is_half_read, solving_steps
from verify_derivations.elaborate.document.steps import Chain
from verify_derivations.elaborate.document.variants import variants_of_text
from verify_derivations.elaborate.notation.quantifiers import FOR_ALL
from verify_derivations.elaborate.notation.statements import (
    BEHIND,
    Statement,
    after_remarks,
    statements,
)
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.asides import is_compared
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import (
    CONDITIONAL,
    Cue,
    cue_of,
    is_ended,
)
from verify_derivations.elaborate.prose.declarations import ORDERS, declare, pairs
from verify_derivations.elaborate.prose.not_supposed import is_not_supposed
from verify_derivations.elaborate.prose.quantified import with_doubts
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.elaborate.prose.supposing import defines, supposes, unread_words
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Region
from verify_derivations.model import Kind, Status, Step, Variant
from verify_derivations.parse.tree import Node
from verify_derivations.parse.words import is_remark


class Displays:
    """Reads one displayed formula after the other; a chain goes on from one to the next.

    `ids` are the identifiers of the steps of the document that are taken; `spoken` are formulas that are only
    spoken of.
    """

    def __init__(self, context: Context, trees: Trees, spoken: frozenset[Key] = frozenset()) -> None:
        self.context, self.trees, self.spoken = context, trees, spoken
        self.chain: Chain | None = None
        self.ids: set[str] = set()
        self.noted: set[str] = set()
        """The names that the last formula defines beside words that may restrict it."""
        self.claimed: tuple[int | None, ...] = ()
        """The lines of the next formula that annotations claim; None stands for all of it."""

    def steps(
        self, region: Region, clause: str, section: int, subject: Region | None = None, sentence: str = ""
    ) -> list[Step]:
        """The steps of a displayed formula, behind the words of its clause and the last formula in it."""
        self.noted = set()
        place = self.place(region, clause, section, subject, sentence)
        if region.problem is not None:
            return [self.unread(region, place, region.problem.message)]
        try:
            root = self.trees.of(region)
        except FormulaError as error:
            if "=" not in region.latex:
                self.chain = None
                return []
            return self.row_by_row(region, place, error)
        return self.all_stated(root, place)

    def place(
        self, region: Region, clause: str, section: int, subject: Region | None = None, sentence: str = ""
    ) -> Place:
        """Where a formula stands, behind the words of its clause and the last formula in it."""
        place = Place(region, section, cue_of(clause), self.ids, clause, bool(CONDITIONAL.search(clause)))
        place.claimed = self.claimed
        if clause.strip() and not is_ended(clause):
            sentence = sentence or clause
            place.supposed, place.defines = supposes(sentence), defines(sentence)
            place.unread = () if place.defines else unread_words(sentence)
        if key_of(region) in self.spoken:
            place.spoken, place.supposed, place.defines = True, False, False
        with suppress(FormulaError):
            if subject is not None and subject.problem is None:
                place.subject = self.trees.of(subject)
        return place

    def all_stated(self, root: Node, place: Place) -> list[Step]:
        supposed = suppositions_in(statements(root))
        if not supposed:
            return self.under_its_conditions(root, place)
        with self.context.supposing():
            found = self.read_on(root, self.beside(root, place), place)
        self.context.mentions += [(frozenset(names), shown(place)(one)) for one, names in supposed]
        self.chain = None
        return found

    def under_its_conditions(self, root: Node, place: Place) -> list[Step]:
        """The steps of a display; what it says beside them of a case may be meant of its lines only."""
        before, said = len(self.context.local), dict(self.context.said)
        made = self.beside(root, place)
        found = self.read_on(root, made, place)
        if made.unheard:
            self.noted = {name for name, one in self.context.said.items() if said.get(name) is not one}
        if any(one.words.endswith(FOR_ALL) for one in made.conditions):
            self.over(before)
            return found
        cases = [one for one in made.conditions if cue_of(one.words) not in LASTING]
        if cases:
            self.context.ended += self.context.local[before:]
        for name, one in self.context.said.items():
            if cases and said.get(name) is not one:
                self.context.said[name] = in_a_case(one, cases)
        return found

    def beside(self, root: Node, place: Place) -> Display:
        """The statements of a display; what it says beside its equations is heard before they are read."""
        latex = place.region.latex
        made = display(after_remarks(statements(root), latex), root, latex, self.context)
        hear(made, place, self.context)
        self.context.heard_at(place.region)
        return made

    def read_on(self, root: Node, made: Display, place: Place) -> list[Step]:
        found = solving_steps(root, self.context, place)
        stated: list[Step] = []
        for k, statement in enumerate(made.stated):
            stated += self.stated(statement, place if k == 0 else replace(place, cue=Cue.NONE))
        if not found and is_half_read(root):
            stated = [self.half_read(step) for step in stated]
        found = found or stated  # what the conditions say of names is in force below either way
        return with_doubts(found, place.region.latex, made.unheard)

    def restricted(self, root: Node, place: Place) -> list[Step] | None:
        r"""The steps of a formula in a sentence that says itself where it holds, `|x| = x \text{ if } x > 0`.

        What it says so ends with it. None for any other formula, and for one that may define something where
        that is no comparison: it is read with the words of the sentence.
        """
        latex = place.region.latex
        made = display(after_remarks(statements(root), latex), root, latex, self.context)
        if not made.equates or not made.conditions or not all(map(self._is_restrictable, made.stated)):
            return None
        if any(map(_may_define, made.stated)) and not all(map(_only_compares, made.conditions)):
            return None
        chain, self.chain = self.chain, None
        before = len(self.context.local)
        found = self.all_stated(root, place)
        self.chain = chain
        self.over(before)
        return [unsaid(step, place) for step in found] if place.cue is Cue.NONE else found

    def _is_restrictable(self, statement: Statement) -> bool:
        """It gives no value to a name of which nothing is said, as that would hold elsewhere, too."""
        head = defined_name(statement.members[0])
        return head is None or head[1] or head[0] in self.context.said

    def over(self, before: int) -> None:
        """What a formula says of names for itself ends with it."""
        self.context.passed += self.context.local[before:]
        del self.context.local[before:]

    def row_by_row(self, region: Region, place: Place, error: FormulaError) -> list[Step]:
        """A display that is not read as a whole: the rows that are, and which of them are not."""
        rows = rows_of(region.latex)
        if not rows:
            unread = self.unread(region, place, error.message)
            unread = replace(unread, variants=self.rebalanced(region.latex))
            self.chain = None
            return [unread]
        found: list[Step] = []
        made = [None if row.root is None else self.beside(row.root, place) for row in rows]
        unheard = next((one.unheard for one in made if one is not None and one.unheard), "")
        for row, read in zip(rows, made, strict=True):
            if row.root is not None and read is not None:
                found += self.read_on(row.root, replace(read, unheard=unheard), place)
                continue
            unread = self.unread(region, place, row.trouble, (row.start, row.end))
            found.append(replace(unread, variants=self.rebalanced(region.latex[row.start : row.end])))
            if self.chain is not None and row.equates:
                self.chain.lose_last()
            else:
                self.chain = None
        lost = [row for row in rows if row.root is None and is_compared(region.latex[row.start : row.end])]
        return with_doubts(found, "", "what one of the lines says" if lost else "")

    def rebalanced(self, latex: str) -> tuple[Variant, ...]:
        """What a formula may be meant to be whose brackets do not pair, if it goes on from what is known."""
        head = self.chain.members[self.chain.heads[0]] if self.chain and self.chain.heads else None
        return variants_of_text(latex, head, lambda sides: in_context(sides, self.context))

    def stated(self, statement: Statement, place: Place) -> list[Step]:
        if statement.words and statement.words != BEHIND:
            place = replace(place, cue=cue_of(statement.words))
        asked = any("?" in one.note or "!" in one.note for one in statement.relations)
        if (asked or place.spoken or is_not_supposed(place.words)) and self.context.is_new(
            statement.members[0]
        ):
            place = replace(place, cue=Cue.CONDITION)
        if statement.continues:
            return self.continued(statement, place)
        if says_what_it_depends_on(statement, self.context, place):
            self.chain = None
            step = Chain(statement, self.context, place).no_claim(1, Kind.DECLARED)
            return [replace(step, note=DEPENDS)]
        span = place.span(statement.start, statement.end)
        if len(statement.relations) == 1:
            declare(statement, self.context, span, place.section)
        local = len(self.context.local)
        for condition in statement.conditions:
            self.context.local.extend(pairs(condition))
        self.context.heard_at(place.region)
        chain = Chain(statement, self.context, as_claimed(statement, self.context, place))
        if not is_remark(statement.words):  # a line further down goes on with what stood before a remark
            equates = len(statement.relations) > 1 or statement.relations[0].name in EQUALITIES
            self.chain = chain if equates else None
        found = list(chain.steps())
        del self.context.local[local:]
        return found

    def continued(self, statement: Statement, place: Place) -> list[Step]:
        """A display that begins with a relation sign goes on with the statement before it."""
        if self.chain is None:
            extent = statement.start, statement.end
            return [self.unread(place.region, place, "it goes on from a line that is not found", extent)]
        self.chain.extend(statement, place)
        return list(self.chain.steps())

    def half_read(self, step: Step) -> Step:
        """A claim that is only one direction of an equivalence."""
        if step.kind is not Kind.CLAIM:
            return step
        return replace(step, claim=None, local=None, unreadable=(Status.NOT_UNDERSTOOD, HALF_READ))

    def unread(
        self, region: Region, place: Place, reason: str, extent: tuple[int, int] | None = None
    ) -> Step:
        """What is not read: a formula, or the part of it from here to there."""
        span = region.whole if extent is None else region.span(*extent)
        return Step(
            place.id(span),
            Kind.CLAIM,
            None,
            span,
            printed=" ".join(region.latex[slice(*extent or (None, None))].split()),
            line=span.line,
            unreadable=(Status.NOT_UNDERSTOOD, reason),
            by_itself=True,
        )


def _may_define(statement: Statement) -> bool:
    return defined_name(statement.members[0]) is not None


def _only_compares(condition: Statement) -> bool:
    """x > 0: what is defined is so within these limits."""
    return all(relation.name in ORDERS for relation in condition.relations)


HALF_READ = "an equivalence whose other direction is not read"


__all__ = ["Displays"]
