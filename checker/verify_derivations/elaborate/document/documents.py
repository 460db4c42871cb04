"""A manuscript into derivations, one for each section: one context grows down the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import takewhile

from verify_derivations.elaborate.document.anew import Anew
from verify_derivations.elaborate.document.arrays_in_words import arrays_in_words
from verify_derivations.elaborate.document.behind import (
    CAPTION,
    REMARK,
    Parts,
    as_denied,
    begins_a_sentence,
    first_parts,
    is_no_heading,
    is_remark_in_brackets,
    reaches_back,
    said_of_a_case,
    said_of_all,
    without_ranges,
    without_restriction,
)
from verify_derivations.elaborate.document.beside import is_only_compared
from verify_derivations.elaborate.document.blocks import (
    begins_range,
    names_in_relations,
    numbered_formulas,
    outline,
    rest_of_sentence,
    standing_alone,
    words_of,
)
from verify_derivations.elaborate.document.cases import Cases
from verify_derivations.elaborate.document.displays import Displays
from verify_derivations.elaborate.document.formulas import Formulas
from verify_derivations.elaborate.document.in_words import heed, in_words, key_of
from verify_derivations.elaborate.document.items import Items, begins_with_formula, lead_of
from verify_derivations.elaborate.document.marks import Remarks
from verify_derivations.elaborate.document.named_in_words import named_in_words
from verify_derivations.elaborate.document.only_spoken import only_spoken
from verify_derivations.elaborate.document.overview import hear_of_kinds, overview
from verify_derivations.elaborate.document.partly import Partly
from verify_derivations.elaborate.document.sentences import inline_steps
from verify_derivations.elaborate.document.set_apart import SetApart
from verify_derivations.elaborate.document.unheard import words_unheard
from verify_derivations.elaborate.document.universal import all_behind, are_all, names_of
from verify_derivations.elaborate.meaning.stacked import stacks_in
from verify_derivations.elaborate.notation.layers import layers_in
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.primed_transposes import says_that_primes_transpose
from verify_derivations.elaborate.notation.statements import (
    BEHIND,
    Statement,
    statements,
)
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.adjectives import said_of_matrices
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import (
    DENIED,
    EQUIVALENT,
    GOES_ON,
    Cue,
    cue_of,
    in_sentence,
    is_ended,
    last_clause,
)
from verify_derivations.elaborate.prose.declarations import ORDERS, is_of_numbers, shaped_names
from verify_derivations.elaborate.prose.lasting import label_of
from verify_derivations.elaborate.prose.normalised import said_in_words
from verify_derivations.elaborate.prose.not_supposed import is_not_supposed
from verify_derivations.elaborate.prose.provisos import Heard, with_provisos
from verify_derivations.elaborate.prose.quantified import is_quantified, with_doubts
from verify_derivations.elaborate.prose.restating import ANOTHER_PART, ITEM
from verify_derivations.elaborate.prose.spoken_identities import units_in
from verify_derivations.elaborate.prose.supposing import defines, supposes
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Manuscript, Placed, Prose, Region, Role
from verify_derivations.model import Derivation, Document, Kind, Source, Step
from verify_derivations.span import Span


def document_of(manuscript: Manuscript) -> Document:
    """The claims of a document that was read.

    Args:
        manuscript: its prose and formulas.
    """
    walk = _Walk(manuscript)
    derivations = tuple(walk.derivations())
    title = manuscript.title or manuscript.path
    diagnostics = (*manuscript.diagnostics, *walk.remarks.problems, *walk.remarks.unused(walk.context))
    texts = {
        source.span(0, 0).text: tuple(source.text.split("\n"))
        for source in manuscript.sources
        if source.cell is not None or source.path != manuscript.path
    }
    return Document(manuscript.path, title, derivations, diagnostics, texts)


@dataclass
class _Section:
    """What stands below a heading."""

    number: int
    title: str
    span: Span
    level: int = 0
    steps: list[Step] = field(default_factory=list)


class _Walk:
    """Goes down a manuscript; `words` is what stands before the place where it is, in the same paragraph."""

    def __init__(self, manuscript: Manuscript) -> None:
        texts = [block.text for block in manuscript.blocks if isinstance(block, Prose)]
        self.trees = Trees(primes_transpose=says_that_primes_transpose(texts))
        named = named_in_words(manuscript, self.trees)
        self.worded = in_words(arrays_in_words(named, self.trees), self.trees)
        self.manuscript = self.worded.manuscript
        self.formulas = Formulas(self.trees)
        self.context = Context(primes_transpose=self.trees.primes_transpose)
        self.words = ""
        self.subject: Region | None = None
        self.seen_display = False
        self.remarks = Remarks()
        self.done: set[tuple[int | None, int]] = set()
        self.displays = Displays(self.context, self.trees, only_spoken(self.manuscript))
        self.transposed = overview(manuscript, self.trees, self.context)
        if not any(one.supposed for one in self.worded.found.values()):
            hear_of_kinds(self.manuscript, self.context)
        self.ahead: list[Step] = []
        self.cases, self.anew = Cases(self.context), Anew(self.context)
        self.items, self.lead = Items(self.context), ""
        self.heading, self.level = "", 0
        self.partly = Partly(self.context)
        self.set_apart = SetApart(manuscript.enclosed)
        self.heard = Heard(texts)

    def derivations(self) -> Iterator[Derivation]:
        title = self.manuscript.title or self.manuscript.path
        section = _Section(0, title, Span(self.manuscript.path, 1))
        self.begin_section(section)
        self.hear_notes(0)
        for k, block in enumerate(self.manuscript.blocks):
            self.set_apart.reach(k, self.context, self.anew)
            match block:
                case Prose(role=Role.HEADING):
                    yield from self.derivation(section)
                    level, title = block.level, " ".join(block.text.split())
                    section = _Section(section.number + 1, title, block.span, level)
                    self.begin_section(section)
                    self.hear_notes(k + 1)
                    self.heard.hear(block.text)
                    self.context.told.append(f"{block.text}\n\n")
                    self.anew.read(block.text)
                    self.context.passed_names |= names_in_relations(block, self.trees)
                case Prose(role=Role.ITEM) if self.lead and begins_with_formula(block):
                    self.prose(block, section, self.lead)
                case Prose() if (formula := standing_alone(block)) is not None:
                    if block.role is Role.ITEM:
                        self.begin_paragraph(goes_on=False)
                        self.items.paragraph(block, self.anew)
                    self.displayed(formula, k, section)
                case Prose(role=Role.NOTE):
                    self.note(block, section)
                case Prose() if CAPTION.match(block.text):
                    self.note(block, section)
                case Prose():
                    self.heard.hear(block.text)
                    self.prose(block, section)
                case Region():
                    self.displayed(block, k, section)
                case Annotation():
                    self.remarks.take(block, self.context, section.number)
        yield from self.derivation(section)

    def displayed(self, region: Region, k: int, section: _Section) -> None:
        """A formula that stands by itself, with what is said of it behind it and in annotations."""
        self.cases.display()
        self.lead = ""
        following = self.manuscript.blocks[k + 1] if k + 1 < len(self.manuscript.blocks) else None
        if isinstance(following, Prose) and (following.continued or GOES_ON.match(outline(following.parts))):
            before = len(self.context.local)
            self.look_ahead(following, section, region.latex)
            self.cases.behind(self.context.local[before:])
        elif isinstance(following, Prose) and REMARK.match(following.text):
            self.not_taken_in(first_parts(following.parts))
        self.overhear(k)
        with suppress(FormulaError):
            if region.problem is None:
                self.anew.defined(self.trees.of(region))
        self.anew.quantified(region.latex)
        for annotation in region.annotations:
            self.remarks.take(annotation, self.context, section.number)
        behind = following if isinstance(following, Prose) and following.role is not Role.HEADING else None
        beside = [one for one in self.manuscript.blocks[max(0, k - 2) : k + 3] if isinstance(one, Region)]
        displays = "\n".join(f"${one.latex}$" for one in beside)
        self.heard.shown = region.latex
        said = self.heard.around(self.heard.last, behind.text if behind else "", region.latex, displays)
        self.seen_display = True
        clause = self.before_display()
        sentence, self.words = in_sentence(clause, self.words) if clause else "", ""
        self.displays.claimed = self.remarks.claimed(region)
        self.context.told.append(f"\n${region.latex}$\n")
        self.context.after = rest_of_sentence(following.parts) if isinstance(following, Prose) else ""
        subject = self.subject if "$" in clause else None
        made = self.displays.steps(region, clause, section.number, subject, sentence)
        self.displays.claimed = ()
        self.items.stated(made)
        self.anew.moment.noted |= self.displays.noted
        goes_on = isinstance(following, Prose) and not begins_a_sentence(following.text)
        self.anew.displayed(self.formulas.root_of(region), ends=is_ended(region.latex) or not goes_on)
        section.steps += with_provisos(self.remarks.marked(made, region), said)
        section.steps += with_provisos(self.ahead, said)
        self.ahead = []

    def before_display(self) -> str:
        """The words of the clause before a display; what the sentence before asks of a formula is said."""
        clause = last_clause(self.words)
        said = (
            is_ended(clause) and clause.rstrip(".!?。 \n").endswith("$") and cue_of(clause) is Cue.CONDITION
        )
        return "" if said and self.subject is not None and self.formulas.states(self.subject) else clause

    def overhear(self, k: int) -> None:
        """A display right behind this one that only says where names live is not taken in for this one."""
        for block in self.manuscript.blocks[k + 1 :]:
            if isinstance(block, Prose):
                if not block.continued or len(last_clause(block.text)) < len(block.text):
                    return
                continue
            if not isinstance(block, Region) or block.problem is not None:
                return
            with suppress(FormulaError):
                self.context.overlooked |= is_only_compared(self.trees.of(block))
            return

    def derivation(self, section: _Section) -> Iterator[Derivation]:
        if section.steps:
            path = self.manuscript.path
            yield Derivation(
                f"{path}#{section.number}",
                section.title,
                section.span,
                source=Source(path),
                line=section.span.line,
                steps=tuple(section.steps),
            )

    def begin_section(self, section: _Section) -> None:
        number = section.number
        self.anew.leave_paragraph()
        self.anew.leave_section(self.heading, self.level)
        self.heading, self.level = section.title if number else "", section.level
        self.context.quantified.clear()
        self.words, self.displays.chain = "", None
        self.heard.begin_section()
        self.context.transposed = self.transposed.in_section(number)
        self.context.leave_section()
        before = self.anew
        self.cases = Cases(self.context)
        self.anew = Anew(
            self.context,
            of_statement=before.of_statement,
            within=before.within,
            of_example=before.of_example,
            in_example=before.in_example,
            levels=before.levels,
            foreign=frozenset(
                name for name, level in before.levels.items() if level >= max(section.level, 1)
            ),
        )
        self.anew.older = frozenset(self.context.normalised)
        self.anew.settle()
        self.partly = Partly(self.context)
        self.items, self.lead = Items(self.context), ""
        self.context.recent.clear()
        self.context.section = number
        self.context.parameters.clear()

    # ---- prose -------------------------------------------------------------------------------------
    def prose(self, prose: Prose, section: _Section, lead: str = "") -> None:
        """A paragraph, behind words that lead to each of a list."""
        self.context.told.append(ITEM if prose.role is Role.ITEM else "\n")
        if not prose.continued:
            self.begin_paragraph(goes_on=self.seen_display and not begins_a_sentence(prose.text))
            self.items.paragraph(prose, self.anew)
            if ANOTHER_PART.match(prose.text):
                self.context.ended += self.context.local
            self.words = lead
            self.lead = lead or lead_of(prose) or (self.lead if prose.role is Role.ITEM else "")
        found: list[Step] = []
        self.displays.claimed = self.remarks.claimed(prose)
        for k, part in enumerate(prose.parts):
            self.context.told.append(words_of((part,)))
            if isinstance(part, Region):
                before = len(self.context.local)
                self.context.after = rest_of_sentence(prose.parts[k + 1 :])
                self.introduce(part, prose.parts[k + 1 : k + 2])
                clause = last_clause(self.words)
                if self.formulas.is_stated(part):
                    clause = self.without_condition(prose.parts, k, clause)
                self.look_behind(prose, k, section, clause)
                if is_remark_in_brackets(prose.parts, k) and self.formulas.only_compares(part):
                    self.words += " $ "
                    continue
                made = self.inline(part, as_denied(clause, prose.parts, k), section)
                claims = any(step.claim is not None for step in made)
                self.partly.formula(self.context.local[before:], self.formulas.root_of(part))
                equates = self.formulas.is_stated(part)
                if equates:
                    self.anew.stated()
                equations = self.formulas.equations_of(part) if equates else []
                now = self.context.local[before:]
                self.cases.formula(now, claims=claims, equates=equates, equations=equations)
                self.items.stated(made)
                if claims:
                    around = words_of(prose.parts[:k]), words_of(prose.parts[k + 1 :])
                    said = self.heard.around(*around, part.latex)
                    made = with_provisos(made, said)
                found += made
                self.described(part, prose.parts[k + 1 : k + 2])
                self.words += " $ "
                self.subject = part
            else:
                self.words += part.text
                self.cases.read(part.text)
                self.anew.read(part.text)
                self.partly.read(part.text)
        self.displays.claimed = ()
        if any(step.kind is Kind.CLAIM for step in found):
            found = self.remarks.marked(found, prose)
        self.hear(prose, section)
        section.steps += found

    def begin_paragraph(self, *, goes_on: bool) -> None:
        """What was said in the paragraph before may be over; a sentence may go on behind a display."""
        self.words = ""
        self.cases.leave_paragraph()
        self.anew.leave_paragraph(goes_on=goes_on)
        self.partly.begin()
        if self.seen_display:
            self.context.leave_paragraph()
            self.seen_display = False

    def note(self, prose: Prose, section: _Section) -> None:
        """A footnote or caption: what it says holds in it only, and what it claims is claimed."""
        around = self.words, self.seen_display, self.subject, self.cases, self.anew, self.partly
        self.seen_display = True  # it is no part of the paragraph before it
        with self.context.supposing():
            self.cases, self.anew, self.partly = Cases(self.context), Anew(self.context), Partly(self.context)
            self.prose(prose, section)
        self.words, self.seen_display, self.subject, self.cases, self.anew, self.partly = around

    def hear_notes(self, k: int) -> None:
        """What footnotes and captions of a section say of numbers may be meant anywhere in it."""
        for block in takewhile(is_no_heading, self.manuscript.blocks[k:]):
            if isinstance(block, Prose) and (block.role is Role.NOTE or CAPTION.match(block.text)):
                for part in block.parts:
                    root = self.formulas.root_of(part) if isinstance(part, Region) else None
                    self.context.quantified |= set() if root is None else is_only_compared(root)

    def without_condition(self, parts: Parts, k: int, clause: str) -> str:
        """The words before a formula, without those that only say for which numbers it holds."""
        if said_of_all(clause) is not None and not any(
            map(self.formulas.is_stated, first_parts(parts[k + 1 :]))
        ):
            return "we have "
        case = [part for part in parts[:k] if isinstance(part, Region)][-clause.count("$") :]
        if said_of_a_case(clause, parts[k + 1 :], compared=all(map(self.formulas.is_an_order, case))):
            return "we have " if self.formulas.equates_expressions(parts[k]) else clause
        return without_restriction(clause) if self.formulas.restrictions(parts, k) else without_ranges(clause)

    def look_behind(self, prose: Prose, k: int, section: _Section, clause: str) -> None:
        """Conditions right behind a formula that is claimed: "A = B for x < 0"."""
        part = prose.parts[k]
        named = set(all_behind(prose.parts, k, self.trees))
        self.context.for_all.update(named)
        self.anew.said_of_all(named)
        if not isinstance(part, Region) or cue_of(clause) not in (Cue.CLAIM, Cue.FACT, Cue.NONE):
            return
        if self.formulas.only_compares(part) or not self.formulas.states(part):
            return
        found = self.formulas.restrictions(prose.parts, k)
        before = len(self.context.local)
        for region in found:
            self.inline(region, "for", section, ahead=True)
        self.cases.behind(self.context.local[before:], sentence=True)
        for j in range(k + 1, len(prose.parts) if found else 0):
            other = prose.parts[j]
            if (
                isinstance(other, Region)
                and self.formulas.states(other)
                and not self.formulas.only_compares(other)
            ):
                found += self.formulas.restrictions(prose.parts, j)  # each formula has conditions of its own
        self.not_taken_in(other for other in prose.parts[k + 1 :] if other not in found)

    def not_taken_in(self, parts: Iterable[Placed | Region | Annotation]) -> None:
        """What is said of names behind a formula may restrict it."""
        for part in parts:
            if isinstance(part, Region) and self.formulas.only_compares(part):
                root = self.trees.of(part)
                self.context.overlooked |= names_in(root) if not [*shaped_names(root)] else set()

    def hear(self, prose: Prose, section: _Section) -> None:
        """Names that the paragraph gives to rows and columns of matrices, and to layers."""
        words, formulas = numbered_formulas(prose.parts, self.trees)
        if formulas:
            self.context.stacks.update(stacks_in(words, formulas, section.number))
            self.context.number_layers(layers_in(words, formulas))
            for name, size in units_in(words, formulas):
                known = self.context.said.get(name)
                if known is None or known.section != section.number:
                    self.context.declare_unit(name, size)

    def introduce(self, region: Region, behind: Sequence[Placed | Region]) -> None:
        """A formula may introduce the names in it anew."""
        words = "".join(part.text for part in behind if not isinstance(part, Region))
        with suppress(FormulaError):
            if region.problem is None:
                self.anew.formula(self.trees.of(region), words)
                self.anew.defined(self.trees.of(region))
        self.anew.quantified(region.latex)

    def described(self, region: Region, behind: Sequence[Placed | Region]) -> None:
        """What the words beside a formula say of the arrays in it."""
        words = "".join(part.text for part in behind if not isinstance(part, Region))
        with suppress(FormulaError):
            if region.problem is None:
                said_of_matrices(self.trees.of(region), self.words, words, self.context)
                said_in_words(self.trees.of(region), self.words, words, self.context)

    def look_ahead(self, prose: Prose, section: _Section, display: str) -> None:
        """What the words right behind a display say of it: "where ...", "for x > 0"."""
        words = ""
        for part in prose.parts:
            if not isinstance(part, Region):
                words += part.text
                if len(last_clause(words)) < len(words):
                    return
                continue
            if not reaches_back(words, display):
                self.not_taken_in([part])
                return
            if are_all(words):
                named = set(names_of(part, self.trees))
                self.context.for_all.update(named)
                self.anew.said_of_all(named)
            if EQUIVALENT.search(words):
                with suppress(FormulaError):
                    self.context.overlooked |= names_in(self.trees.of(part))
                return
            if cue_of(words) not in (Cue.DEFINE, Cue.ASSUME, Cue.RESTRICT, Cue.FACT):
                self.not_taken_in([part])
                return
            self.ahead += self.inline(part, words, section, ahead=True)
            words += " $ "

    def inline(self, region: Region, clause: str, section: _Section, *, ahead: bool = False) -> list[Step]:
        """The steps of a formula within a sentence, behind the words of its clause."""
        key = (region.source.cell, region.start)
        if key in self.done or region.problem is not None:
            return []
        self.done.add(key)
        subject = self.subject if "$" in clause else None
        place = self.displays.place(region, clause, section.number, subject)
        behind = "" if ahead else self.context.after
        label = "" if ahead else label_of(self.words)
        words = label or (clause if ahead else in_sentence(clause, self.words))
        supposed = key_of(region) in self.worded.found or supposes(words, behind)
        if not place.spoken:
            place = replace(place, supposed=supposed, defines=defines(words, behind))
        place = replace(place, words=label or clause)
        place = replace(place, words="", claimed=()) if ahead else place
        try:
            root = self.trees.of(region)
        except FormulaError as error:
            return [self.displays.unread(region, place, error.message)] if "=" in region.latex else []
        if begins_range(root, self.context):
            return []
        if is_quantified(region.latex) and self.formulas.only_compares(region):
            self.context.quantified |= names_in(root)
            return []
        restricted = self.displays.restricted(root, place)
        if restricted is not None:
            return restricted
        found: list[Step] = []
        open_ = place.spoken or is_not_supposed(clause, behind)
        for statement in statements(root):
            statement = _shown(statement, region)
            compared = all(sign.name in ORDERS for sign in statement.relations) or is_of_numbers(statement)
            if compared and (DENIED.search(clause) or _is_equivalent(clause) or open_):
                self.context.overlooked |= names_in(root)
                continue
            cue = cue_of(statement.words) if statement.words.strip(BEHIND) else place.cue
            if open_ and self.context.is_new(statement.members[0]):
                cue = Cue.CONDITION
            elif is_not_supposed(clause):
                cue = Cue.RESTRICT
            self.partly.value(statement, cue)
            found += inline_steps(statement, self.context, replace(place, cue=cue))
            self.anew.valued(statement, clause)
            self.anew.declared(statement, clause)
        if not place.spoken:
            heed(region, self.worded.found, self.context, self.anew)
        unheard = next(words_unheard(root, region.latex), "")
        return with_doubts(found, region.latex, unheard)


def _is_equivalent(clause: str) -> bool:
    """The words right before a comparison say that it is equivalent to something, and so no condition."""
    return EQUIVALENT.search(clause.rpartition("$")[2]) is not None


def _shown(statement: Statement, region: Region) -> Statement:
    """The statement with its LaTeX, for messages about it."""
    return replace(statement, shown=f"${' '.join(region.latex[statement.start : statement.end].split())}$")


__all__ = ["document_of"]
