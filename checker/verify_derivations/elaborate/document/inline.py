"""Formulas within sentences: what stands before and behind them says what is claimed, supposed or defined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from verify_derivations.elaborate.document.behind import (
    Parts,
    first_parts,
    reaches_back,
    said_of_a_case,
    said_of_all,
    without_ranges,
    without_restriction,
)
from verify_derivations.elaborate.document.blocks import (
    begins_range,
)
from verify_derivations.elaborate.document.displays import Displays
from verify_derivations.elaborate.document.formulas import Formulas
from verify_derivations.elaborate.document.here import Here
from verify_derivations.elaborate.document.in_words import Declared, Key, heed, key_of
from verify_derivations.elaborate.document.sentences import inline_steps
from verify_derivations.elaborate.document.unheard import words_unheard
from verify_derivations.elaborate.document.universal import all_behind, are_all, names_of
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.statements import (
    BEHIND,
    Statement,
    statements,
)
from verify_derivations.elaborate.prose.adjectives import said_of_matrices
from verify_derivations.elaborate.prose.cues import (
    DENIED,
    EQUIVALENT,
    Cue,
    cue_of,
    in_sentence,
    last_clause,
)
from verify_derivations.elaborate.prose.declarations import ORDERS, is_of_numbers, shaped_names
from verify_derivations.elaborate.prose.lasting import label_of
from verify_derivations.elaborate.prose.normalised import said_in_words
from verify_derivations.elaborate.prose.not_supposed import is_not_supposed
from verify_derivations.elaborate.prose.quantified import is_quantified, with_doubts
from verify_derivations.elaborate.prose.supposing import defines, supposes, unread_words
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Placed, Prose, Region
from verify_derivations.model import Step


class Inline:
    """Reads the formulas of sentences, each with the words around it.

    Args:
        here: the place that is reached.
        formulas: what formulas say by their notation.
        displays: reads displays; what a sentence says may belong to one.
        found: what whole sentences suppose in words, by the formula in them.
    """

    def __init__(
        self, here: Here, formulas: Formulas, displays: Displays, found: Mapping[Key, Declared]
    ) -> None:
        self.here, self.formulas, self.displays, self.found = here, formulas, displays, found
        self.context, self.trees = here.context, formulas.trees
        self.done: set[Key] = set()

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

    def look_behind(self, prose: Prose, k: int, clause: str) -> None:
        """Conditions right behind a formula that is claimed: "A = B for x < 0"."""
        part = prose.parts[k]
        named = set(all_behind(prose.parts, k, self.trees))
        self.context.for_all.update(named)
        self.here.anew.said_of_all(named)
        if not isinstance(part, Region) or cue_of(clause) not in (Cue.CLAIM, Cue.FACT, Cue.NONE):
            return
        if self.formulas.only_compares(part) or not self.formulas.states(part):
            return
        found = self.formulas.restrictions(prose.parts, k)
        before = len(self.context.local)
        for region in found:
            self.read(region, "for", ahead=True)
        self.here.cases.behind(self.context.local[before:], sentence=True)
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

    def introduce(self, region: Region, behind: Sequence[Placed | Region]) -> None:
        """A formula may introduce the names in it anew."""
        words = "".join(part.text for part in behind if not isinstance(part, Region))
        with suppress(FormulaError):
            if region.problem is None:
                self.here.anew.formula(self.trees.of(region), words)
                self.here.anew.defined(self.trees.of(region))
        self.here.anew.quantified(region.latex)

    def described(self, region: Region, behind: Sequence[Placed | Region]) -> None:
        """What the words beside a formula say of the arrays in it."""
        words = "".join(part.text for part in behind if not isinstance(part, Region))
        with suppress(FormulaError):
            if region.problem is None:
                said_of_matrices(self.trees.of(region), self.here.words, words, self.context)
                said_in_words(self.trees.of(region), self.here.words, words, self.context)

    def look_ahead(self, prose: Prose, display: str) -> list[Step]:
        """The steps of what the words right behind a display say of it: "where ...", "for x > 0"."""
        words = ""
        found: list[Step] = []
        for part in prose.parts:
            if not isinstance(part, Region):
                words += part.text
                if len(last_clause(words)) < len(words):
                    return found
                continue
            if not reaches_back(words, display):
                self.not_taken_in([part])
                return found
            if are_all(words):
                named = set(names_of(part, self.trees))
                self.context.for_all.update(named)
                self.here.anew.said_of_all(named)
            if EQUIVALENT.search(words):
                with suppress(FormulaError):
                    self.context.overlooked |= names_in(self.trees.of(part))
                return found
            if cue_of(words) not in (Cue.DEFINE, Cue.ASSUME, Cue.RESTRICT, Cue.FACT):
                self.not_taken_in([part])
                return found
            found += self.read(part, words, ahead=True)
            words += " $ "
        return found

    def read(self, region: Region, clause: str, *, ahead: bool = False) -> list[Step]:
        """The steps of a formula within a sentence, behind the words of its clause."""
        if region.problem is not None or key_of(region) in self.done:
            return []
        self.done.add(key_of(region))
        subject = self.here.subject if "$" in clause else None
        place = self.displays.place(region, clause, self.context.section, subject)
        behind = "" if ahead else self.context.after
        label = "" if ahead else label_of(self.here.words)
        words = label or (clause if ahead else in_sentence(clause, self.here.words))
        supposed = key_of(region) in self.found or supposes(words, behind)
        if not place.spoken:
            told = defines(words, behind)
            unread = () if told else unread_words(words, behind)
            place = replace(place, supposed=supposed, defines=told, unread=unread)
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
            self.here.partly.value(statement, cue)
            found += inline_steps(statement, self.context, replace(place, cue=cue))
            self.here.anew.valued(statement, clause)
            self.here.anew.declared(statement, clause)
        self.context.heard_at(region)
        if not place.spoken:
            heed(region, self.found, self.context, self.here.anew)
        unheard = next(words_unheard(root, region.latex), "")
        return with_doubts(found, region.latex, unheard)


def _is_equivalent(clause: str) -> bool:
    """The words right before a comparison say that it is equivalent to something, and so no condition."""
    return EQUIVALENT.search(clause.rpartition("$")[2]) is not None


def _shown(statement: Statement, region: Region) -> Statement:
    """The statement with its LaTeX, for messages about it."""
    return replace(statement, shown=f"${' '.join(region.latex[statement.start : statement.end].split())}$")


__all__ = ["Inline"]
