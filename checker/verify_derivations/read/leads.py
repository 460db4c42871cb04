"""Paragraphs that begin with the name of a statement, "**Remark 2.** ...": what it is, how far it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

from verify_derivations.manuscript import Annotation, Enclosed, Enclosure, Prose, Region, Role

Block = Prose | Region | Annotation


class Lead(Enum):
    """What a name at the head of a paragraph begins."""

    STATEMENT = auto()
    """A theorem, an example: up to the next name, a heading, or a mark that ends it."""
    REMARK = auto()
    """A paragraph, with what is displayed or listed in it."""
    PROOF = auto()
    """What belongs to the statement before it."""
    LASTING = auto()
    """A definition, an assumption: it ends what goes before, and holds below it."""
    CASE = auto()
    """A case of what goes on, up to the next one."""
    PART = auto()
    """A step of what goes on."""


NAMES = {
    Lead.STATEMENT: (
        r"Q|Thm|Lem|Prop|Cor|Ex|Theorems?|Lemmas?|Propositions?|Corollar(?:y|ies)|Examples?|"
        r"(?:Counter|Worked |Non-?)examples?|Exercises?|Problems?|Questions?|Tasks?|Conjecture|Illustration|"
        r"Satz|S[äa]tze|Lemmata|Korollar|Folgerung|Beispiele?|Gegenbeispiel|Aufgaben?|"
        r"定理|引理|命题|推论|例题?|例子|反例|习题|练习|问题|思考题"
    ),
    Lead.REMARK: (
        r"Remarks?|Notes?|Observations?|Comments?|Warnings?|Cautions?|Tips?|Hints?|Facts?|Aside|Digression|"
        r"Important|Danger|Attention|Info|Special cases?|(?:Sanity |Quick )?check|Intuition|"
        r"Bemerkung(?:en)?|Anmerkung(?:en)?|Hinweise?|Beobachtung|Warnung|Achtung|Spezialf[aä]lle?|"
        r"Sonderf[aä]lle?|Probe|注意?|备注|注记|提示|说明|评注|特例|观察"
    ),
    Lead.PROOF: (
        r"Proofs?(?: (?:sketch|idea))?|Sketch of (?:the )?proof|(?:Alternative |Second |Another )proof|"
        r"Solutions?|Answers?|Beweis(?:idee|skizze)?|L[öo]sung(?:en)?|Antwort|证明?|解答?|答案?"
    ),
    Lead.LASTING: (
        r"Definitions?|Notations?|Assumptions?|Settings?|Set-?up|Conventions?|Axioms?|Models?|"
        r"Preliminar(?:y|ies)|Hypothes[ie]s|Conditions?|Definitionen|Bezeichnung(?:en)?|Annahmen?|"
        r"Voraussetzung(?:en)?|Konvention|定义|记号|符号|假设|约定|公理|设定"
    ),
    Lead.CASE: r"Cases?|Subcase|Fall|情形|情况",
    Lead.PART: (
        r"Steps?|Parts?|Claims?|Subclaim|Base case|Base|Basis|Induction(?: step| hypothesis)?|"
        r"Inductive (?:step|hypothesis)|Schritt|Teil|Behauptung|Induktions\w+|步骤|第.步|断言"
    ),
}
"""The names, by what they begin."""

NUMBER = r"(?:\s*\d[\w.'$-]*|\s+[A-Z](?:[\d.][\w.]*)?|\s+[IVX]+|\s+\$[^$]{0,40}\$)?"
BRACKETS = r"(?:\s*[(（\[][^()（）]{0,120}[)）\]])?"
TITLE = (
    rf"{BRACKETS}"
    r"(?:\s+(?:of|to|for|from|on|about|in|with|zu[rm]?|von)\b[^.:$\n]{1,60}?)?"
)
KIND = (
    r"(?:(?:an?|the|one|another|first|second|third|last|final|further|general|simple|toy|worked|small|quick|"
    r"brief|side|historical|technical|important|concrete|numerical|motivating|running|alternative|ein[e]?|"
    r"weitere[s]?|kleine[s]?)\s+){0,3}"
)
"""Words before a name."""

PLAIN = {
    lead: re.compile(
        rf"\W{{0,3}}{KIND}(?:{names}){NUMBER}{BRACKETS}\s*(?:[.:：](?!\w)|[—–]\s)", re.IGNORECASE
    )
    for lead, names in NAMES.items()
}
"""A name at the head of a text, ended by a full stop or a colon."""

ALONE = {
    lead: re.compile(
        rf"(?:\d[\d.]*\s+)?{KIND}(?:{names}){NUMBER}{TITLE}\W*(?:[.:：—–].*)?", re.IGNORECASE | re.DOTALL
    )
    for lead, names in NAMES.items()
}
"""A name that is all of a heading, or all that is emphasised, with a title behind it."""

LONGEST_TITLE = 40

ALERT = re.compile(r"\s*\[!(?P<name>\w+)\]")
"""How a block quote says what it is: `[!NOTE]`."""

EMPHASIS = re.compile(
    r"(?:[*_]|\\(?:text(?:bf|it|sc|sl)|emph)\s*\{\s*|\{\s*\\\w+\s+|<(?:b|i|em|strong|summary|h\d)>)$"
)
OF_NOTATION = re.compile(
    r"\b(?:notations?|conventions?|symbols|definitions?)\b|记号|符号|约定|定义", re.IGNORECASE
)
"""Words of a name below which something is said for good."""

ASIDE = re.compile(r"\W{0,3}(?:As an aside|By the way|In passing|Incidentally|Parenthetically)\b")
"""How a sentence begins that is a remark."""

SIGNS = re.compile(r"[^\w\s$*]+\s*(?=\*|__)")
"""What is no letter before an emphasised name."""

EMPHASISED = re.compile(r"(?P<name>[^*_{}<>\n]{1,80}?)(?P<end>\*+|_+|\}|<)(?P<stop>[.:：]?)")
END = re.compile(r"(?:[∎□■◻◼▢◇♦]|\bQ\.?E\.?D\.?|证毕)\s*[.。]?\s*$")
END_OF_FORMULA = re.compile(
    r"\\(?:square|blacksquare|Box|qed|qedhere|diamond|Diamond|lozenge)\b\s*\}?[.]?\s*$|[∎□■]\s*\}?$"
)
"""Marks that end a proof."""


def lead_of(block: Block) -> Lead | None:
    """What the name begins that stands at the head of a block; None where there is no such name."""
    if not isinstance(block, Prose) or block.continued or block.role is Role.NOTE:
        return None
    text = block.text
    if block.role is Role.HEADING:
        return _alone(text)
    if ALERT.match(text) or ASIDE.match(text):
        return Lead.REMARK
    if len(text) < LONGEST_TITLE and "\n" not in text and (whole := _alone(text)) is not None:
        return whole
    if re.match(r"\W{0,3}[a-z]", text):
        return _emphasised(block)
    plain = (lead for lead, pattern in PLAIN.items() if pattern.match(text))
    return next(plain, None) or _emphasised(block)


def begins_with_a_case(block: Block) -> bool:
    """Behind the name at its head a block goes on with that of a case, "Proof. Case 1." """
    if not isinstance(block, Prose):
        return False
    found = next((found for one in PLAIN.values() if (found := one.match(block.text))), None)
    rest = block.text[found.end() :] if found is not None else ""
    return PLAIN[Lead.CASE].match(rest) is not None and PLAIN[Lead.CASE].match(block.text) is None


def _alone(words: str) -> Lead | None:
    if OF_NOTATION.search(words):
        return Lead.LASTING
    return next((lead for lead, pattern in ALONE.items() if pattern.fullmatch(words.strip())), None)


def _emphasised(block: Prose) -> Lead | None:
    """What the emphasised words at the head of a paragraph begin; other names end what goes before."""
    first = block.parts[0]
    text, start = first.source.text, first.start
    signs = SIGNS.match(text, start, start + 10)
    start = start if signs is None else start + len(signs[0]) + (2 if text[signs.end() + 1] in "*_" else 1)
    before = EMPHASIS.search(text[max(0, start - 12) : start])
    words = EMPHASISED.match(text, start, start + 90)
    if before is None or words is None:
        return None
    name = words["name"].strip()
    known = _alone(name)
    ends = words["stop"] or re.match(r"\s+[A-Z]", text[words.end() : words.end() + 4])
    is_a_name = (name[-1:] in ".:：" or ends) and "$" not in name and len(name.split()) < 6
    bold = before[0] not in ("*", "_") or text[start - 2 : start] in ("**", "__")
    return known or (Lead.LASTING if is_a_name and bold and name[:1].isupper() else None)


@dataclass(frozen=True)
class _Places:
    """Where names stand, and what else ends them."""

    blocks: Sequence[Block]
    enclosed: Sequence[Enclosed]
    breaks: Set[int]
    """Blocks with a line between two parts above them."""
    leads: dict[int, Lead]

    def last_of_heading(self, k: int) -> int:
        """The last block of the section that begins there."""
        level = self._level(k) or 0
        limit = self._limits[k]
        return next((j - 1 for j in range(k + 1, limit + 1) if 0 <= (self._level(j) or -1) <= level), limit)

    def last(self, k: int) -> int:
        """The last block of what a paragraph begins."""
        lead, limit = self.leads[k], self._limits[k]
        item = self._role(k) is Role.ITEM
        for j in range(k, limit + 1):
            if j > k and (
                self._ends_before(j) or self._is_another_case(k, j) or j in self._begun or j in self.breaks
            ):
                return j - 1
            if j > k and self._role(j) is Role.ITEM and item and lead is not Lead.CASE:
                return j - 1
            if (
                j > k
                and (lead is Lead.REMARK or (item and lead is not Lead.CASE))
                and self._begins_a_paragraph(j)
            ):
                return j - 1
            if self._is_ended(j):
                return j
        return limit

    @cached_property
    def _limits(self) -> list[int]:
        """For each block the last one of the innermost thing that is set apart around it."""
        limits = [len(self.blocks) - 1] * len(self.blocks)
        for one in sorted(self.enclosed, key=lambda one: one.first - one.last):
            limits[one.first : one.last + 1] = [one.last] * (one.last + 1 - one.first)
        return limits

    @cached_property
    def _begun(self) -> frozenset[int]:
        """The blocks with which something begins that is set apart by marks."""
        return frozenset(one.first for one in self.enclosed)

    def _level(self, j: int) -> int | None:
        block = self.blocks[j]
        return block.level if isinstance(block, Prose) and block.role is Role.HEADING else None

    def _role(self, j: int) -> Role | None:
        block = self.blocks[j]
        return block.role if isinstance(block, Prose) else None

    def _ends_before(self, j: int) -> bool:
        return self._level(j) is not None or self.leads.get(j, Lead.PART) not in PARTS

    def _is_another_case(self, k: int, j: int) -> bool:
        return self.leads[k] is self.leads.get(j) is Lead.CASE

    def _begins_a_paragraph(self, j: int) -> bool:
        block = self.blocks[j]
        if not isinstance(block, Prose) or block.role is not Role.PARAGRAPH or block.continued:
            return False
        return not block.text[:1].islower()

    def _is_ended(self, j: int) -> bool:
        block = self.blocks[j]
        match block:
            case Prose():
                last = block.parts[-1]
                end = isinstance(last, Region) and END_OF_FORMULA.search(last.latex)
                return bool(end or END.search(block.text))
            case Region():
                return END_OF_FORMULA.search(block.latex) is not None
            case _:
                return False


def with_leads(
    blocks: Sequence[Block], enclosed: Sequence[Enclosed], breaks: Set[int]
) -> tuple[Enclosed, ...]:
    """What is set apart in a document, by marks around it or by a name at the head of a paragraph.

    Args:
        blocks: of the document.
        enclosed: what marks set apart.
        breaks: the numbers of blocks with a line above them that separates two parts.
    """
    leads = {k: lead for k, block in enumerate(blocks) if (lead := lead_of(block)) is not None}
    cases = {k: Lead.CASE for k in leads if begins_with_a_case(blocks[k])}
    around = [one for one in (_named(one, leads) for one in enclosed) if one is not None]
    firsts = {one.first for one in enclosed}
    begun = {k: lead for k, lead in leads.items() if k not in firsts and KINDS[lead] is not None}
    sections = [k for k in begun if isinstance(block := blocks[k], Prose) and block.role is Role.HEADING]
    places = _Places(blocks, around, breaks, leads)
    around += [
        Enclosed(KINDS[leads[k]] or Enclosure.STATEMENT, k, places.last_of_heading(k)) for k in sections
    ]
    places = replace(places, enclosed=tuple(around))
    led = [
        Enclosed(KINDS[leads[k]] or Enclosure.STATEMENT, k, places.last(k))
        for k in begun
        if k not in sections
    ]
    places = replace(places, leads=leads | cases)
    led += [Enclosed(Enclosure.STATEMENT, k, places.last(k)) for k in cases]
    return tuple(sorted((*around, *led), key=lambda one: (one.last, -one.first)))


KINDS = {
    Lead.STATEMENT: Enclosure.STATEMENT,
    Lead.REMARK: Enclosure.STATEMENT,
    Lead.PROOF: Enclosure.PROOF,
    Lead.LASTING: None,
    Lead.CASE: Enclosure.STATEMENT,
    Lead.PART: None,
}
"""What is set apart by a name."""


PARTS = (Lead.CASE, Lead.PART)
"""What does not end the statement or the proof in which it stands."""


def _named(one: Enclosed, leads: dict[int, Lead]) -> Enclosed | None:
    """What marks set apart is what the name at its head says."""
    lead = leads.get(one.first)
    if lead is None or one.kind is Enclosure.PROOF or lead in PARTS:
        return one
    kind = KINDS[lead]
    return None if kind is None else replace(one, kind=kind)


__all__ = ["Lead", "lead_of", "with_leads"]
