"""A manuscript into derivations, one for each section: one context grows down the document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile

from verify_derivations.elaborate.document.arrays_in_words import arrays_in_words
from verify_derivations.elaborate.document.behind import (
    CAPTION,
    REMARK,
    as_denied,
    begins_a_sentence,
    first_parts,
    is_no_heading,
    is_remark_in_brackets,
)
from verify_derivations.elaborate.document.beside import is_only_compared
from verify_derivations.elaborate.document.blocks import (
    names_in_relations,
    numbered_formulas,
    outline,
    rest_of_sentence,
    standing_alone,
    words_of,
)
from verify_derivations.elaborate.document.displays import Displays
from verify_derivations.elaborate.document.formulas import Formulas
from verify_derivations.elaborate.document.here import Here
from verify_derivations.elaborate.document.in_words import in_words
from verify_derivations.elaborate.document.inline import Inline
from verify_derivations.elaborate.document.items import Items, begins_with_formula, lead_of
from verify_derivations.elaborate.document.marks import Remarks
from verify_derivations.elaborate.document.named_in_words import named_in_words
from verify_derivations.elaborate.document.only_spoken import only_spoken
from verify_derivations.elaborate.document.overview import hear_of_kinds, overview
from verify_derivations.elaborate.document.set_apart import SetApart
from verify_derivations.elaborate.meaning.stacked import stacks_in
from verify_derivations.elaborate.notation.layers import layers_in
from verify_derivations.elaborate.notation.primed_transposes import says_that_primes_transpose
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import (
    GOES_ON,
    Cue,
    cue_of,
    in_sentence,
    is_ended,
    last_clause,
)
from verify_derivations.elaborate.prose.provisos import Heard, with_provisos
from verify_derivations.elaborate.prose.restating import ANOTHER_PART, ITEM
from verify_derivations.elaborate.prose.spoken_identities import units_in
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Manuscript, Prose, Region, Role
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
    """Goes down a manuscript, block by block."""

    def __init__(self, manuscript: Manuscript) -> None:
        texts = [block.text for block in manuscript.blocks if isinstance(block, Prose)]
        self.trees = Trees(primes_transpose=says_that_primes_transpose(texts))
        named = named_in_words(manuscript, self.trees)
        self.worded = in_words(arrays_in_words(named, self.trees), self.trees)
        self.manuscript = self.worded.manuscript
        self.formulas = Formulas(self.trees)
        self.context = Context(primes_transpose=self.trees.primes_transpose)
        self.here = Here(self.context)
        self.remarks = Remarks()
        self.displays = Displays(self.context, self.trees, only_spoken(self.manuscript))
        self.transposed = overview(manuscript, self.trees, self.context)
        if not any(one.supposed for one in self.worded.found.values()):
            hear_of_kinds(self.manuscript, self.context)
        self.inline = Inline(self.here, self.formulas, self.displays, self.worded.found)
        self.items, self.lead = Items(self.context), ""
        self.set_apart = SetApart(manuscript.enclosed)
        self.heard = Heard(texts)

    def derivations(self) -> Iterator[Derivation]:
        title = self.manuscript.title or self.manuscript.path
        section = _Section(0, title, Span(self.manuscript.path, 1))
        self.begin_section(section)
        self.hear_notes(0)
        for k, block in enumerate(self.manuscript.blocks):
            self.set_apart.reach(k, self.context, self.here.anew)
            match block:
                case Prose(role=Role.HEADING):
                    yield from self.derivation(section)
                    level, title = block.level, " ".join(block.text.split())
                    section = _Section(section.number + 1, title, block.span, level)
                    self.begin_section(section)
                    self.hear_notes(k + 1)
                    self.heard.hear(block.text)
                    self.context.told.append(f"{block.text}\n\n")
                    self.here.anew.read(block.text)
                    self.context.passed_names |= names_in_relations(block, self.trees)
                case Prose(role=Role.ITEM) if self.lead and begins_with_formula(block):
                    self.prose(block, section, self.lead)
                case Prose() if (formula := standing_alone(block)) is not None:
                    if block.role is Role.ITEM:
                        self.here.begin_paragraph(goes_on=False)
                        self.items.paragraph(block, self.here.anew)
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
        self.here.cases.display()
        self.lead = ""
        ahead: list[Step] = []
        following = self.manuscript.blocks[k + 1] if k + 1 < len(self.manuscript.blocks) else None
        if isinstance(following, Prose) and (following.continued or GOES_ON.match(outline(following.parts))):
            before = len(self.context.local)
            ahead = self.inline.look_ahead(following, region.latex)
            self.here.cases.behind(self.context.local[before:])
        elif isinstance(following, Prose) and REMARK.match(following.text):
            self.inline.not_taken_in(first_parts(following.parts))
        self.overhear(k)
        with suppress(FormulaError):
            if region.problem is None:
                self.here.anew.defined(self.trees.of(region))
        self.here.anew.quantified(region.latex)
        for annotation in region.annotations:
            self.remarks.take(annotation, self.context, section.number)
        behind = following if isinstance(following, Prose) and following.role is not Role.HEADING else None
        beside = [one for one in self.manuscript.blocks[max(0, k - 2) : k + 3] if isinstance(one, Region)]
        displays = "\n".join(f"${one.latex}$" for one in beside)
        self.heard.shown = region.latex
        said = self.heard.around(self.heard.last, behind.text if behind else "", region.latex, displays)
        self.here.seen_display = True
        clause = self.before_display()
        sentence, self.here.words = in_sentence(clause, self.here.words) if clause else "", ""
        self.displays.claimed = self.remarks.claimed(region)
        self.context.told.append(f"\n${region.latex}$\n")
        self.context.after = rest_of_sentence(following.parts) if isinstance(following, Prose) else ""
        subject = self.here.subject if "$" in clause else None
        made = self.displays.steps(region, clause, self.context.section, subject, sentence)
        self.displays.claimed = ()
        self.items.stated(made)
        self.here.anew.moment.noted |= self.displays.noted
        goes_on = isinstance(following, Prose) and not begins_a_sentence(following.text)
        self.here.anew.displayed(self.formulas.root_of(region), ends=is_ended(region.latex) or not goes_on)
        section.steps += with_provisos(self.remarks.marked(made, region), said)
        section.steps += with_provisos(ahead, said)

    def before_display(self) -> str:
        """The words of the clause before a display; what the sentence before asks of a formula is said."""
        clause = last_clause(self.here.words)
        said = (
            is_ended(clause) and clause.rstrip(".!?。 \n").endswith("$") and cue_of(clause) is Cue.CONDITION
        )
        subject = self.here.subject
        return "" if said and subject is not None and self.formulas.states(subject) else clause

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
        self.here.begin_section(section.title if section.number else "", section.level)
        self.context.quantified.clear()
        self.displays.chain = None
        self.heard.begin_section()
        self.context.transposed = self.transposed.in_section(section.number)
        self.items, self.lead = Items(self.context), ""
        self.context.recent.clear()
        self.context.section = section.number
        self.context.parameters.clear()

    # ---- prose -------------------------------------------------------------------------------------
    def prose(self, prose: Prose, section: _Section, lead: str = "") -> None:
        """A paragraph, behind words that lead to each of a list."""
        self.context.told.append(ITEM if prose.role is Role.ITEM else "\n")
        if not prose.continued:
            self.here.begin_paragraph(goes_on=self.here.seen_display and not begins_a_sentence(prose.text))
            self.items.paragraph(prose, self.here.anew)
            if ANOTHER_PART.match(prose.text):
                self.context.ended += self.context.local
            self.here.words = lead
            self.lead = lead or lead_of(prose) or (self.lead if prose.role is Role.ITEM else "")
        found: list[Step] = []
        self.displays.claimed = self.remarks.claimed(prose)
        for k, part in enumerate(prose.parts):
            self.context.told.append(words_of((part,)))
            if isinstance(part, Region):
                before = len(self.context.local)
                self.context.after = rest_of_sentence(prose.parts[k + 1 :])
                self.inline.introduce(part, prose.parts[k + 1 : k + 2])
                clause = last_clause(self.here.words)
                if self.formulas.is_stated(part):
                    clause = self.inline.without_condition(prose.parts, k, clause)
                self.inline.look_behind(prose, k, clause)
                if is_remark_in_brackets(prose.parts, k) and self.formulas.only_compares(part):
                    self.here.words += " $ "
                    continue
                made = self.inline.read(part, as_denied(clause, prose.parts, k))
                claims = any(step.claim is not None for step in made)
                self.here.partly.formula(self.context.local[before:], self.formulas.root_of(part))
                equates = self.formulas.is_stated(part)
                if equates:
                    self.here.anew.stated()
                equations = self.formulas.equations_of(part) if equates else []
                now = self.context.local[before:]
                self.here.cases.formula(now, claims=claims, equates=equates, equations=equations)
                self.items.stated(made)
                if claims:
                    around = words_of(prose.parts[:k]), words_of(prose.parts[k + 1 :])
                    said = self.heard.around(*around, part.latex)
                    made = with_provisos(made, said)
                found += made
                self.inline.described(part, prose.parts[k + 1 : k + 2])
                self.here.words += " $ "
                self.here.subject = part
            else:
                self.here.read(part.text)
        self.displays.claimed = ()
        if any(step.kind is Kind.CLAIM for step in found):
            found = self.remarks.marked(found, prose)
        self.hear(prose, section)
        section.steps += found

    def note(self, prose: Prose, section: _Section) -> None:
        """A footnote or caption: what it says holds in it only, and what it claims is claimed."""
        with self.here.aside():
            self.prose(prose, section)

    def hear_notes(self, k: int) -> None:
        """What footnotes and captions of a section say of numbers may be meant anywhere in it."""
        for block in takewhile(is_no_heading, self.manuscript.blocks[k:]):
            if isinstance(block, Prose) and (block.role is Role.NOTE or CAPTION.match(block.text)):
                for part in block.parts:
                    root = self.formulas.root_of(part) if isinstance(part, Region) else None
                    self.context.quantified |= set() if root is None else is_only_compared(root)

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


__all__ = ["document_of"]
