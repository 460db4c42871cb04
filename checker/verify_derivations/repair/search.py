"""The search for the smallest edit of a wrong line with which it would hold.

Lines of a chain that carry one error on are searched together: an edit that mends all of them explains them
better than one that mends the first. The order of the results follows from the terms alone; it is bounded by
numbers of candidates, not by time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from verify_derivations.certificate import Counterexample
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.model import Alternative, Claim, Repair, Status, Variant, Verdict
from verify_derivations.repair.edits import EDITS
from verify_derivations.repair.misprints import keeps_names
from verify_derivations.repair.otherwise import as_read_otherwise, stands
from verify_derivations.repair.places import Edited, edited, shown, size
from verify_derivations.repair.relations import exchanges
from verify_derivations.repair.screen import Screen, is_bare
from verify_derivations.repair.sensible import is_sensible
from verify_derivations.repair.setting import setting
from verify_derivations.repair.several import on_both_sides, pairs
from verify_derivations.repair.weaker import under_condition, under_conditions, weaker
from verify_derivations.term.evaluation.balls import Ball
from verify_derivations.term.notation.text import CONDITIONS
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.limit import has_limits
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.traverse import subterms

MOST_EDITS = 6000
"""Edits of one side that are looked at."""

MOST_PROOFS = 6
"""Edits of one line that go to the provers, at each stage."""

LARGEST_SIDE = 300
"""A side with more nodes than this is not edited."""

LEFT, RIGHT, BOTH = "left", "right", "both"
TWICE = 3
"""The cost of two edits."""

Points = Callable[[Claim, Sequence[Term]], Sequence[Counterexample]]
"""What gives points for a claim and the terms that may come into it."""

Decide = Callable[[Claim], Verdict]


@dataclass(frozen=True)
class Wrong:
    """Wrong lines that are mended together: one claim, or an error of a chain and the lines that carry it on.

    Attributes:
        claims: the refuted claims, in order.
        lines: the other lines that are known, nearest first: an edit must not just repeat one of them.
        head_is_right: some line of the chain agrees with its head, so that is not where the error is.
        misprints: only edits are looked for that keep all names: signs, numbers, exponents, brackets ...
        variants: in the place of claims, what a statement without a meaning may be meant to be.
        alternatives: for each claim the other ways to read it; none at all if there are none for any.
    """

    claims: tuple[Claim, ...]
    lines: tuple[Term, ...] = ()
    head_is_right: bool = False
    misprints: bool = False
    variants: tuple[Variant, ...] = ()
    alternatives: tuple[tuple[Alternative, ...], ...] = ()

    def read_otherwise(self, place: int) -> tuple[Alternative, ...]:
        """The other ways to read the claim at a place."""
        return self.alternatives[place] if self.alternatives else ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An edit after which the two sides agree where they are looked at."""

    side: str
    printed: Term
    change: Edited
    claim: Claim
    strange: int
    order: int

    @property
    def kind(self) -> tuple[str, str]:
        return self.side, self.change.edit.name


def repairs(wrong: Wrong, points: Points, decide: Decide) -> tuple[Repair | None, ...]:
    """For every claim the best edit with which it is proved, if there is one.

    Args:
        wrong: the refuted claims.
        points: what gives points at which a claim is looked at.
        decide: what gives the verdict of an edited claim.
    """
    if wrong.variants:
        return (_with_a_meaning(wrong.variants, decide),)
    found = _as_read(wrong, points, decide)
    return tuple(
        one and as_read_otherwise(one, claim, wrong.read_otherwise(k), decide)
        for k, (claim, one) in enumerate(zip(wrong.claims, found, strict=True))
    )


def _as_read(wrong: Wrong, points: Points, decide: Decide) -> tuple[Repair | None, ...]:
    """The same, for the claims as they are read."""
    if any(claim.relation in CONDITIONS for claim in wrong.claims):
        return tuple(_exchanged(claim, None, decide) for claim in wrong.claims)
    searches = [_Search(claim, wrong, points) for claim in wrong.claims]
    found = [_exchanged(s.claim, s.screen.constant(s.claim.lhs), decide) for s in searches]
    for stage in _stages(wrong):
        if None not in found:
            break
        candidates = [search.candidates(stage) for search in searches]
        for k, own in enumerate(candidates):
            if found[k] is None:
                others = [{c.kind for c in other} for j, other in enumerate(candidates) if j != k]
                found[k] = _first_proved(own, others, decide)
    return tuple(_with_less(search, one, decide) for search, one in zip(searches, found, strict=True))


def _with_less(search: _Search, found: Repair | None, decide: Decide) -> Repair | None:
    """The edit that was found, or what less is proved; with the condition under which it holds as printed."""
    if search.wrong.misprints:
        return found
    asked = (search.claim, search.screen, decide)
    under = under_condition(*asked)
    if found is None:
        return under or weaker(*asked) or under_conditions(*asked)
    return replace(found, under=under or under_conditions(*asked))


def _exchanged(claim: Claim, value: Ball | None, decide: Decide) -> Repair | None:
    """The claim with another relation, or with other digits."""
    for other in exchanges(claim, value):
        verdict = decide(other.claim)
        if verdict.status is Status.PROVED:
            return Repair(other.side, other.slip, other.old, other.new, other.claim, verdict)
    return None


def _with_a_meaning(variants: Sequence[Variant], decide: Decide) -> Repair | None:
    """The first of what a statement may be meant to be that is proved, however it is read."""
    for one in variants:
        verdict = decide(one.claim)
        if verdict.status is Status.PROVED and all(stands(other, decide) for other in one.alternatives):
            return Repair(one.side, one.slip, one.old, one.new, one.claim, verdict)
    return None


Stage = tuple[tuple[str, int], ...]
"""The sides that are edited, each with the cost of the edits."""


def _stages(wrong: Wrong) -> tuple[Stage, ...]:
    """What is tried before what."""
    if wrong.misprints:
        return (((RIGHT, 1),),) if wrong.head_is_right else (((RIGHT, 1),), ((LEFT, 1),))
    right: tuple[Stage, ...] = (((RIGHT, 1),), ((RIGHT, 2),))
    twice: Stage = ((RIGHT, TWICE),)
    if wrong.head_is_right:
        return (*right, twice)
    if len(wrong.claims) > 1:  # all lines are wrong in one way: their common head may be what is wrong
        return (((RIGHT, 1), (LEFT, 1)), ((BOTH, 1),), ((RIGHT, 2), (LEFT, 2)), twice)
    return (right[0], ((BOTH, 1),), right[1], ((LEFT, 1),), ((LEFT, 2),), twice)


def _first_proved(own: list[_Candidate], others: list[set[tuple[str, str]]], decide: Decide) -> Repair | None:
    def rank(candidate: _Candidate) -> tuple[object, ...]:
        mended = sum(1 for kinds in others if candidate.kind in kinds)
        change = candidate.change
        return (
            -mended,
            candidate.side == LEFT,
            EDITS.index(change.edit) if change.edit in EDITS else len(EDITS),
            not change.everywhere,
            size(change.whole),
            candidate.strange,
            candidate.order,
        )

    for candidate in sorted(own, key=rank)[:MOST_PROOFS]:
        verdict = decide(candidate.claim)
        if verdict.status is Status.PROVED:
            return _repair(candidate, verdict)
    return None


def _repair(candidate: _Candidate, verdict: Verdict) -> Repair:
    change = candidate.change
    old, new = shown(candidate.printed, change)
    return Repair(candidate.side, change.edit.name, old, new, candidate.claim, verdict)


class _Search:
    """The edits of one wrong claim that pass the screen."""

    def __init__(self, claim: Claim, wrong: Wrong, points: Points) -> None:
        self.claim, self.wrong = claim, wrong
        around = (*wrong.lines, *(other.rhs for other in wrong.claims if other is not claim))
        self.settings = {LEFT: setting(claim, claim.lhs, around), RIGHT: setting(claim, claim.rhs, around)}
        pool = [t for s in self.settings.values() for t in s.terms]
        complex_values = statement(claim).complex_values
        self.screen = Screen(claim, points(claim, pool), complex_values=complex_values)
        self.familiar = self._familiar()

    def _familiar(self) -> frozenset[Term]:
        """What the lines around the claim are made of."""
        known = (*self.wrong.lines, self.claim.lhs, self.claim.rhs)
        meanings = [m for m in map(self.screen.meaning, known) if m is not None]
        return frozenset(subterms(*known, *meanings))

    def candidates(self, stage: Stage) -> list[_Candidate]:
        """Those of a stage."""
        if self.claim.relation != "=":
            return []
        return [c for side, cost in stage for c in self._of(side, cost)]

    def _of(self, side: str, cost: int) -> Iterator[_Candidate]:
        return self._of_both() if side == BOTH else self._of_side(side, cost)

    def _of_side(self, side: str, cost: int) -> Iterator[_Candidate]:
        claim = self.claim
        printed, other = (claim.lhs, claim.rhs) if side == LEFT else (claim.rhs, claim.lhs)
        meaning, against = self.screen.meaning(printed), self.screen.meaning(other)
        if meaning is None or against is None or size(printed) > LARGEST_SIDE:
            return
        unseen = has_limits(meaning, against)
        for order, change in enumerate(islice(self._edits(side, cost, printed, unseen), MOST_EDITS)):
            if self.wrong.misprints and not keeps_names(printed, change.whole):
                continue
            new = self.screen.meaning(change.whole)
            if new is None or new is meaning or not (unseen or self.screen.may_hold(against, new)):
                continue
            repeats = cost != TWICE and self._says_nothing(change, printed, other)
            repeats = repeats or not is_sensible(change.whole, printed)
            if not is_bare(meaning, new) and not repeats and change.whole not in self.wrong.lines:
                mended = (
                    replace(claim, lhs=change.whole) if side == LEFT else replace(claim, rhs=change.whole)
                )
                strange = sum(1 for t in subterms(change.whole, new) if t not in self.familiar)
                yield _Candidate(side, printed, change, mended, strange, order)

    def _edits(self, side: str, cost: int, printed: Term, unseen: bool) -> Iterator[Edited]:
        """Where the sides cannot be seen at points, edits of limits alone."""
        if cost == TWICE:
            return iter(()) if unseen else pairs(printed, self.settings[side])
        edits = tuple(edit for edit in EDITS if edit.cost == cost and edit.of_limits >= unseen)
        return edited(printed, edits, self.settings[side])

    def _of_both(self) -> Iterator[_Candidate]:
        """The same edit on both sides."""
        claim = self.claim
        if has_limits(claim.lhs, claim.rhs) or size(claim.lhs) + size(claim.rhs) > LARGEST_SIDE:
            return
        changes = islice(on_both_sides(claim.lhs, claim.rhs, self.settings[LEFT]), MOST_EDITS)
        for order, (change, right) in enumerate(changes):
            lhs, rhs = self.screen.meaning(change.whole), self.screen.meaning(right)
            if lhs is None or rhs is None or folded(lhs) is folded(rhs):
                continue
            if self.screen.may_hold(lhs, rhs) and not is_bare(claim.lhs, lhs):
                mended = replace(claim, lhs=change.whole, rhs=right)
                strange = sum(1 for t in subterms(lhs, rhs) if t not in self.familiar)
                yield _Candidate(BOTH, claim.lhs, change, mended, strange, order)

    def _says_nothing(self, change: Edited, printed: Term, other: Term) -> bool:
        """The edited side just repeats the other side, or another line, or has the other side in it.

        After two edits that may be: which two slips lead from one long formula to the other is something.
        """
        lines = (other, *self.wrong.lines)
        if self.claim.context.arrays:  # what is printed as matrices is more alike as entries than in print
            said = change.whole in lines
        else:
            said = folded(change.whole) in map(folded, lines)
        if said:
            return True
        return other in subterms(change.whole) and other not in subterms(printed)
