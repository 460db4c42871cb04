"""A manuscript into derivations, one for each section: one context grows down the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from verify_derivations.elaborate.adjectives import said_symmetric
from verify_derivations.elaborate.asides import is_compared
from verify_derivations.elaborate.beside import Display, display, hear, is_only_compared
from verify_derivations.elaborate.blocks import regions_of, standing_alone, words_of
from verify_derivations.elaborate.cases import Cases
from verify_derivations.elaborate.context import Below, Context, defined_name
from verify_derivations.elaborate.cues import (
    CONDITIONAL,
    DENIED,
    GOES_ON,
    POSITIVE,
    Cue,
    cue_of,
    last_clause,
)
from verify_derivations.elaborate.declarations import ORDERS, declare, pairs, shaped_names
from verify_derivations.elaborate.described import described
from verify_derivations.elaborate.distributions import support
from verify_derivations.elaborate.fences import ANOTHER_PRODUCT, says_what_angles_are
from verify_derivations.elaborate.identities import units_in
from verify_derivations.elaborate.in_context import in_context
from verify_derivations.elaborate.layers import has_exceptions, layers_in
from verify_derivations.elaborate.marks import Remarks
from verify_derivations.elaborate.mentioned import names_in
from verify_derivations.elaborate.names import scripted_name, stem
from verify_derivations.elaborate.provisos import Heard, with_provisos
from verify_derivations.elaborate.qualities import spoken_of
from verify_derivations.elaborate.quantified import is_quantified, with_doubts
from verify_derivations.elaborate.randomness import (
    ENERGIES,
    MEANS,
    SAMPLES,
    called_random,
    random_names,
    something_else,
)
from verify_derivations.elaborate.rows import rows_of
from verify_derivations.elaborate.sentences import inline_steps
from verify_derivations.elaborate.solving import solved_for, solving_steps
from verify_derivations.elaborate.spoken_alone import spoken_alone
from verify_derivations.elaborate.spoken_shapes import shapes_in
from verify_derivations.elaborate.stacked import stacks_in
from verify_derivations.elaborate.statements import (
    BEHIND,
    Statement,
    after_remarks,
    index_range,
    statements,
)
from verify_derivations.elaborate.steps import EQUALITIES, Chain, Place, is_changed
from verify_derivations.elaborate.usage import survey
from verify_derivations.elaborate.variants import variants_of_text
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Manuscript, Placed, Prose, Region, Role
from verify_derivations.model import Derivation, Document, Kind, Source, Status, Step, Variant
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Digits, Node
from verify_derivations.parse.words import is_remark
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


EVERYWHERE = -1
"""The section of what holds in all of them."""


@dataclass
class _Section:
    """What stands below a heading."""

    number: int
    title: str
    span: Span
    steps: list[Step] = field(default_factory=list)


class _Walk:
    """Goes down a manuscript; `words` is what stands before the place where it is, in the same paragraph."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.context = Context()
        self.words = ""
        self.seen_display = False
        self.chain: Chain | None = None
        self.ids: set[str] = set()
        self.remarks = Remarks()
        self.done: set[tuple[int | None, int]] = set()
        self.trees: dict[int, Node | FormulaError] = {}
        self.ahead: list[Step] = []
        self.transposed: dict[int, dict[str, int]] = {}
        self.cases = Cases(self.context)
        self.heard = Heard(block.text for block in manuscript.blocks if isinstance(block, Prose))

    def derivations(self) -> Iterator[Derivation]:
        title = self.manuscript.title or self.manuscript.path
        section = _Section(0, title, Span(self.manuscript.path, 1))
        self.find_definitions()
        self.begin_section(section.number)
        texts = [block.text for block in self.manuscript.blocks if isinstance(block, Prose)]
        self.context.speaks_of_positive = any(POSITIVE.search(text) for text in texts)
        self.context.qualities = spoken_of(texts)
        self.context.spoken = shapes_in(texts)
        self.context.layers_differ = has_exceptions(texts)
        for k, block in enumerate(self.manuscript.blocks):
            match block:
                case Prose(role=Role.HEADING):
                    yield from self.derivation(section)
                    section = _Section(section.number + 1, " ".join(block.text.split()), block.span)
                    self.begin_section(section.number)
                    self.heard.hear(block.text)
                    self.context.passed_names |= self.named_in_relations(block)
                case Prose() if (formula := standing_alone(block)) is not None:
                    self.displayed(formula, k, section)
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
        following = self.manuscript.blocks[k + 1] if k + 1 < len(self.manuscript.blocks) else None
        if isinstance(following, Prose) and (following.continued or GOES_ON.match(following.text)):
            self.look_ahead(following, section)
        self.overhear(k)
        for annotation in region.annotations:
            self.remarks.take(annotation, self.context, section.number)
        behind = following if isinstance(following, Prose) and following.role is not Role.HEADING else None
        said = self.heard.around(self.heard.last, behind.text if behind else "", region.latex)
        section.steps += with_provisos(self.remarks.marked(self.display(region, section), region), said)
        section.steps += with_provisos(self.ahead, said)
        self.ahead = []

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
                self.context.overlooked |= is_only_compared(self.tree(block))
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

    def tree(self, region: Region) -> Node:
        """The notation tree of a formula.

        Raises:
            FormulaError: it is not read.
        """
        found = self.trees.get(id(region))
        if found is None:
            try:
                found = parse(region.latex).root
            except FormulaError as error:
                found = error
            self.trees[id(region)] = found
        if isinstance(found, FormulaError):
            raise found
        return found

    def find_definitions(self) -> None:
        """Which names the document may define or transpose somewhere, before anything is read."""
        section, shaped = 0, set[str]()
        texts = [block.text for block in self.manuscript.blocks if isinstance(block, Prose)]
        self.context.samples = any(map(SAMPLES.search, texts))
        self.context.means = any(map(MEANS.search, texts)) and not any(map(ENERGIES.search, texts))
        self.context.another_product = any(map(ANOTHER_PRODUCT.search, texts))
        for block in self.manuscript.blocks:
            if isinstance(block, Prose) and block.role is Role.HEADING:
                section, shaped = section + 1, set()
            for region, words, behind in regions_of(block):
                try:
                    root = self.tree(region)
                except FormulaError:
                    continue
                line = region.span().line
                self.context.random |= random_names([root], plain_ones=self.context.means)
                self.context.random |= called_random(root, words, behind)
                self.context.alone.update(filter(None, (spoken_alone(root, words, behind),)))
                self.context.describe(described(root, words, behind))
                self.context.otherwise.update(filter(None, (something_else(root, words, behind),)))
                for name in survey([root]).transposed:
                    # what a section declares to be an array may be a number in the others
                    where = self.transposed.setdefault(section if name in shaped else EVERYWHERE, {})
                    where.setdefault(name, line)
                shaped |= set(shaped_names(root))
                self.context.another_product |= says_what_angles_are(root)
                self.find_below(root, line, cue_of(last_clause(words)) is Cue.DEFINE)

    def find_below(self, root: Node, line: int, said: bool) -> None:
        unknown = solved_for(root)
        for statement in statements(root):
            head = defined_name(statement.members[0])
            sign = statement.relations[0].name
            left, right = statement.members[:2]
            if head is None or head[0] in unknown or (sign == "~" and support(right) is not None):
                continue
            if sign in EQUALITIES | {":=", "~"} and not is_changed(head[0], right):
                found = Below(head[0], left, right, line, sign != "~", said or sign == ":=")
                self.context.below.setdefault(stem(head[0]), []).append(found)

    def begin_section(self, number: int) -> None:
        self.context.quantified.clear()
        self.words, self.chain = "", None
        self.heard.begin_section()
        here = self.transposed.get(number, {})
        self.context.transposed = {**here, **self.transposed.get(EVERYWHERE, {})}
        self.context.leave_section()
        self.cases = Cases(self.context)
        self.context.recent.clear()
        self.context.section = number
        self.context.parameters.clear()

    # ---- prose -------------------------------------------------------------------------------------
    def named_in_relations(self, heading: Prose) -> set[str]:
        """The names of which a heading says something, "The case $x > 0$"."""
        found = set[str]()
        for part in heading.parts:
            with suppress(FormulaError):
                if isinstance(part, Region) and statements(root := self.tree(part)):
                    found |= names_in(root)
        return found

    def prose(self, prose: Prose, section: _Section) -> None:
        if not prose.continued:
            self.words = ""
            self.cases.end()
            if self.seen_display:
                self.context.leave_paragraph()
                self.seen_display = False
        found: list[Step] = []
        for k, part in enumerate(prose.parts):
            if isinstance(part, Region):
                before = len(self.context.local)
                made = self.inline(part, last_clause(self.words), section)
                claims = any(step.claim is not None for step in made)
                self.cases.formula(self.context.local[before:], claims=claims)
                if claims:
                    around = words_of(prose.parts[:k]), words_of(prose.parts[k + 1 :])
                    said = self.heard.around(*around, part.latex)
                    made = with_provisos(made, said)
                found += made
                self.described(part, prose.parts[k + 1 : k + 2])
                self.words += " $ "
            else:
                self.words += part.text
                self.cases.read(part.text)
        if any(step.kind is Kind.CLAIM for step in found):
            found = self.remarks.marked(found, prose)
        self.hear(prose, section)
        section.steps += found

    def hear(self, prose: Prose, section: _Section) -> None:
        """Names that the paragraph gives to rows and columns of matrices, and to layers."""
        words, formulas = "", list[Node | None]()
        for part in prose.parts:
            if isinstance(part, Region):
                words += f"⟨{len(formulas)}⟩"
                with suppress(FormulaError):
                    formulas.append(None if part.problem is not None else self.tree(part))
                formulas += [None] * (words.count("⟨") - len(formulas))
            else:
                words += part.text.replace("⟨", "<")
        if formulas:
            self.context.stacks.update(stacks_in(words, formulas, section.number))
            self.context.number_layers(layers_in(words, formulas))
            for name, size in units_in(words, formulas):
                known = self.context.said.get(name)
                if known is None or known.section != section.number:
                    self.context.declare_unit(name, size)

    def described(self, region: Region, behind: Sequence[Placed | Region]) -> None:
        """What the words beside a formula say of the arrays in it."""
        words = "".join(part.text for part in behind if not isinstance(part, Region))
        with suppress(FormulaError):
            if region.problem is None:
                said_symmetric(self.tree(region), self.words, words, self.context)

    def look_ahead(self, prose: Prose, section: _Section) -> None:
        """What the words right behind a display say of it: "where ...", "for x > 0"."""
        words = ""
        for part in prose.parts:
            if not isinstance(part, Region):
                words += part.text
                if len(last_clause(words)) < len(words):
                    return
                continue
            if cue_of(words) not in (Cue.DEFINE, Cue.ASSUME, Cue.RESTRICT, Cue.FACT):
                return
            self.ahead += self.inline(part, words, section, ahead=True)
            words += " $ "

    def inline(self, region: Region, clause: str, section: _Section, *, ahead: bool = False) -> list[Step]:
        """The steps of a formula within a sentence, behind the words of its clause."""
        key = (region.source.cell, region.start)
        if key in self.done or region.problem is not None:
            return []
        self.done.add(key)
        place = Place(
            region,
            section.number,
            cue_of(clause),
            self.ids,
            "" if ahead else clause,
            bool(CONDITIONAL.search(clause)),
        )
        try:
            root = self.tree(region)
        except FormulaError as error:
            return [self.unread(region, place, error.message)] if "=" in region.latex else []
        if self.range(root):
            return []
        if is_quantified(region.latex):
            self.context.quantified |= names_in(root)
            return []
        found: list[Step] = []
        for statement in statements(root):
            statement = _shown(statement, region)
            if DENIED.search(clause) and all(sign.name in ORDERS for sign in statement.relations):
                self.context.overlooked |= names_in(root)
                continue
            cue = cue_of(statement.words) if statement.words.strip(BEHIND) else place.cue
            found += inline_steps(statement, self.context, replace(place, cue=cue))
        return found

    def range(self, root: Node) -> bool:
        found = index_range(root)
        if found is None:
            return False
        letter = scripted_name(found[0])
        if letter is not None and isinstance(found[1], Digits) and found[1].text == "1":
            self.context.ranges[letter] = found[2]
        return True

    # ---- displays ----------------------------------------------------------------------------------
    def display(self, region: Region, section: _Section) -> list[Step]:
        self.seen_display = True
        clause, self.words = last_clause(self.words), ""
        conditional = bool(CONDITIONAL.search(clause))
        place = Place(region, section.number, cue_of(clause), self.ids, clause, conditional)
        if region.problem is not None:
            return [self.unread(region, place, region.problem.message)]
        try:
            root = self.tree(region)
        except FormulaError as error:
            if "=" not in region.latex:
                self.chain = None
                return []
            return self.row_by_row(region, place, section, error)
        return self.all_stated(root, place, section)

    def all_stated(self, root: Node, place: Place, section: _Section) -> list[Step]:
        return self.read_on(root, self.beside(root, place), place, section)

    def beside(self, root: Node, place: Place) -> Display:
        """The statements of a display; what it says beside its equations is heard before they are read."""
        latex = place.region.latex
        made = display(after_remarks(statements(root), latex), root, latex, self.context)
        hear(made, place, self.context)
        return made

    def read_on(self, root: Node, made: Display, place: Place, section: _Section) -> list[Step]:
        found = solving_steps(root, self.context, place)
        stated: list[Step] = []
        for k, statement in enumerate(made.stated):
            stated += self.stated(statement, place if k == 0 else replace(place, cue=Cue.NONE), section)
        found = found or stated  # what the conditions say of names is in force below either way
        return with_doubts(found, place.region.latex, made.unheard)

    def row_by_row(self, region: Region, place: Place, section: _Section, error: FormulaError) -> list[Step]:
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
                found += self.read_on(row.root, replace(read, unheard=unheard), place, section)
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

    def stated(self, statement: Statement, place: Place, section: _Section) -> list[Step]:
        if statement.words and statement.words != BEHIND:
            place = replace(place, cue=cue_of(statement.words))
        if statement.continues:
            return self.continued(statement, place)
        span = place.span(statement.start, statement.end)
        if len(statement.relations) == 1:
            declare(statement, self.context, span, section.number)
        local = len(self.context.local)
        for condition in statement.conditions:
            self.context.local.extend(pairs(condition))
        chain = Chain(statement, self.context, place)
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


def _shown(statement: Statement, region: Region) -> Statement:
    """The statement with its LaTeX, for messages about it."""
    return replace(statement, shown=f"${' '.join(region.latex[statement.start : statement.end].split())}$")


__all__ = ["document_of"]
