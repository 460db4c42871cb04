"""What less a refuted equation may say: an inequality, equal digits, a constant factor, a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from flint import arb

from verify_derivations.model import Claim, Declaration, Reading, Repair, Status, Verdict
from verify_derivations.repair.parts import product
from verify_derivations.repair.relations import Exchange, rounded
from verify_derivations.repair.screen import Screen, Seen
from verify_derivations.term.evaluation.balls import Ball
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain
from verify_derivations.term.syntax.nodes import Decimal, Entry, Number
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Decide = Callable[[Claim], Verdict]

AN_INEQUALITY = "an equation for an inequality"
DIGITS = "equal to {} digits only"
FACTOR = "a constant factor: the sides are proportional"
CONDITION = "a condition"

FEWEST_POINTS = 3
"""At so many points it has to be seen."""

FEWEST_DIGITS, MOST_DIGITS = 3, 12
"""Numbers that agree to fewer digits are different numbers."""

LARGEST_DENOMINATOR = 60
"""A factor is a fraction that somebody would print."""

CONDITIONS = ("nonnegative", "nonpositive", "positive", "negative", "integer")
"""Where a symbol may be meant to live of which nothing is said, the widest first."""

USUAL = ("nonnegative", "positive")
"""Where all of them may be meant to live, and those of an inequality."""

MOST_SYMBOLS = 3

Fails = Callable[[Ball], bool]

FAILS: dict[str, Fails] = {
    "=": lambda difference: not difference.contains(0),
    "<": lambda difference: _is_real(difference) and bool(difference >= 0),
    "<=": lambda difference: _is_real(difference) and bool(difference > 0),
    ">": lambda difference: _is_real(difference) and bool(difference <= 0),
    ">=": lambda difference: _is_real(difference) and bool(difference < 0),
}
"""Whether a statement surely fails, by the difference of its sides."""


def _is_real(ball: Ball) -> bool:
    return isinstance(ball, arb)


def weaker(claim: Claim, screen: Screen, decide: Decide) -> Repair | None:
    """The refuted equation as something less that is proved, if its sides differ in a way that says so."""
    if claim.relation != "=":
        return None
    for other in (*_by_a_factor(claim, screen), *_to_digits(claim, screen), *_ordered(claim, screen)):
        verdict = decide(other.claim)
        if verdict.status is Status.PROVED:
            return Repair(other.side, other.slip, other.old, other.new, other.claim, verdict)
    return None


# ---- inequalities ----------------------------------------------------------------------------------
def _ordered(claim: Claim, screen: Screen) -> Iterator[Exchange]:
    """One side is nowhere the smaller one; a difference that is the same everywhere says nothing."""
    if not _depends(claim):  # that a side has a sign is not what an author means to say
        return
    differences = [one.lhs - one.rhs for one in screen.seen(claim.lhs, claim.rhs) if _are_real(one)]
    if len(differences) < FEWEST_POINTS or all(a.overlaps(b) for a, b in pairwise(differences)):
        return
    for sign, fails in (("<=", lambda d: d > 0), (">=", lambda d: d < 0)):
        if not any(map(fails, differences)):
            yield Exchange(AN_INEQUALITY, "relation", "=", sign, replace(claim, relation=sign))


def _are_real(one: Seen) -> bool:
    return isinstance(one.lhs, arb) and isinstance(one.rhs, arb)


# ---- numbers ---------------------------------------------------------------------------------------
def _to_digits(claim: Claim, screen: Screen) -> Iterator[Exchange]:
    """Two numbers that are the same when they are rounded; the most digits of which that is so."""
    left, right = screen.constant(claim.lhs), screen.constant(claim.rhs)
    if left is None or right is None:
        return
    for places in range(MOST_DIGITS, 0, -1):
        digits, others = rounded(left, places), rounded(right, places)
        if digits is None or digits != others:
            continue
        if len(str(abs(digits))) >= FEWEST_DIGITS:
            decimal = Decimal(digits, places)
            words = DIGITS.format(len(str(abs(digits))))
            yield Exchange(words, "relation", "=", "≈", replace(claim, relation="≈", rhs=decimal))
        return


# ---- factors ---------------------------------------------------------------------------------------
def _by_a_factor(claim: Claim, screen: Screen) -> Iterator[Exchange]:
    """The sides have the same ratio at all points, and it is a fraction."""
    if not _depends(claim):
        return
    ratio: Fraction | None = None
    seen = [one for one in screen.seen(claim.lhs, claim.rhs) if _are_real(one)]
    for one in seen:
        if one.rhs.contains(0):
            continue
        found = one.lhs / one.rhs
        if ratio is None:
            ratio = _fraction(found)
        if ratio is None or not (found * ratio.denominator - ratio.numerator).contains(0):
            return
    if ratio is None or ratio in (0, 1, -1) or len(seen) < FEWEST_POINTS:
        return
    meant = product(Number(ratio), claim.rhs)
    if meant is claim.lhs:  # that would only repeat the other side
        return
    yield Exchange(FACTOR, "right", claim.rhs, meant, replace(claim, rhs=meant))


def _depends(claim: Claim) -> bool:
    """Both sides depend on something, so that a ratio says something."""
    return all(
        free_symbols(side) or any(isinstance(t, Entry) for t in subterms(side))
        for side in (claim.lhs, claim.rhs)
    )


def _fraction(ball: Ball) -> Fraction | None:
    """The fraction with a small denominator that a ball holds."""
    for denominator in range(1, LARGEST_DENOMINATOR + 1):
        numerator = (ball * denominator).unique_fmpz()
        if numerator is not None:
            return Fraction(int(numerator), denominator)
    return None


# ---- conditions ------------------------------------------------------------------------------------
def under_condition(claim: Claim, screen: Screen, decide: Decide) -> Repair | None:
    """The same statement where one symbol, of which nothing is said, lives in a part of the reals."""
    names = _open_names(claim)
    keys = CONDITIONS if claim.relation == "=" else USUAL
    tried = (((name,), key) for name in names[:MOST_SYMBOLS] for key in keys)
    return _first_proved(tried, claim, screen, decide)


def under_conditions(claim: Claim, screen: Screen, decide: Decide) -> Repair | None:
    """The same where all symbols do of which nothing is said."""
    names = _open_names(claim)
    tried = ((tuple(names), key) for key in USUAL if 1 < len(names) <= MOST_SYMBOLS)
    return _first_proved(tried, claim, screen, decide)


def _open_names(claim: Claim) -> list[str]:
    if claim.relation not in FAILS or claim.context.reading is not Reading.NATURAL:
        return []
    return [name for name in free_symbols(claim.lhs, claim.rhs) if _is_open(claim, name)]


def _first_proved(
    tried: Iterable[tuple[tuple[str, ...], str]], claim: Claim, screen: Screen, decide: Decide
) -> Repair | None:
    seen: list[Seen] | None = None
    for chosen, key in tried:
        seen = screen.seen(claim.lhs, claim.rhs) if seen is None else seen
        if not _may_hold_in(DOMAINS[key], chosen, seen, FAILS[claim.relation]):
            continue
        narrow = _narrowed(claim, chosen, DOMAINS[key])
        verdict = decide(narrow)
        if verdict.status is Status.PROVED:
            words = ", ".join(_lives(name, key) for name in chosen)
            return Repair("condition", CONDITION, ", ".join(chosen), words, narrow, verdict)
    return None


def _lives(name: str, key: str) -> str:
    return f"{name} is an integer" if key == "integer" else DOMAINS[key].describe(name)


def _is_open(claim: Claim, name: str) -> bool:
    defined = {d.head for d in claim.context.definitions}
    known = {n for n, _ in claim.context.indices} | {getattr(head, "name", "") for head in defined}
    return name not in known and claim.context.domain(name) == REAL


def _may_hold_in(domain: Domain, names: Sequence[str], seen: list[Seen], fails: Fails) -> bool:
    """It fails at none of the points in the domain that are seen, and there are several, other than 0."""
    inside = [(one, [one.at(name) for name in names]) for one in seen]
    inside = [(one, at) for one, at in inside if all(value is not None and value in domain for value in at)]
    if any(fails(one.lhs - one.rhs) for one, _ in inside):
        return False
    return len({tuple(at) for _, at in inside if Fraction(0) not in at}) > 1


def _narrowed(claim: Claim, names: Sequence[str], domain: Domain) -> Claim:
    others = [d for d in claim.context.declarations if d.name not in names]
    more = [Declaration(name, domain) for name in names]
    declared = tuple(sorted((*others, *more), key=lambda d: d.name))
    return replace(claim, context=replace(claim.context, declarations=declared))


__all__ = ["under_condition", "under_conditions", "weaker"]
