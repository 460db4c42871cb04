"""The ways of proving that one side is larger than the other, or differs from it, in the order of trying."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from fractions import Fraction

from verify_derivations.certificate import (
    Apart,
    Between,
    Defined,
    Either,
    Enclosed,
    Generalised,
    Least,
    Natural,
    Order,
    Ordered,
    Resolved,
    Sign,
    Split,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.calculus.leibniz import has_smooth_ways
from verify_derivations.kernel.claims.decimals import ends
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.relations import ORDERS, larger_and_smaller
from verify_derivations.kernel.claims.statement import APPROXIMATELY, DEFINED, Statement
from verify_derivations.kernel.proofs.definedness import requirement_claims
from verify_derivations.kernel.proofs.lines import least_statements
from verify_derivations.kernel.proofs.natural import natural
from verify_derivations.kernel.proofs.order import (
    at_value,
    check_order,
    generalised,
    ordered,
    part,
    without,
)
from verify_derivations.kernel.proofs.resolved import cases, resolved
from verify_derivations.kernel.proofs.supposed import outer_terms, supposing
from verify_derivations.prove.arranging import arranging
from verify_derivations.prove.bends import by_bound_of_slope, by_concavity, by_curvature, by_slope
from verify_derivations.prove.carrying import by_carrying
from verify_derivations.prove.jumps import undecided
from verify_derivations.prove.monotone import Show, by_logarithms, by_powers, of_exponentials
from verify_derivations.prove.places import dividing, refuted_at_a_glance, turning_points, vanishing
from verify_derivations.prove.signs import by_sign
from verify_derivations.prove.widening import widening
from verify_derivations.term.calculus.ranges import RANGES
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Prover = Callable[[Statement, float, int], Order | None]

DEPTH = 3
"""How many slopes, cases or new symbols may rest on each other."""

HALVINGS = 9
"""How often a domain is divided in the search for parts on which a sign shows."""

PRECISIONS = (64, 256, 1024)


def prove_order(s: Statement, deadline: float) -> Order | None:
    """An argument that the relation holds, or None.

    Args:
        s: a statement with a relation other than equality.
        deadline: a time of `time.perf_counter`.
    """
    for depth in range(DEPTH + 1) if has_smooth_ways(s) else ():
        found = show(s, deadline, depth)
        if found is not None:
            return found
    return None


def show(s: Statement, deadline: float, depth: int) -> Order | None:
    """The first argument that one of the provers finds; nothing for what a few points show to be wrong."""
    if refuted_at_a_glance(s):
        return None
    return _first(PROVERS, s, deadline, depth)


def _first(provers: Sequence[Prover], s: Statement, deadline: float, depth: int) -> Order | None:
    for prover in provers:
        if time.perf_counter() > deadline:
            return None
        try:
            found = prover(s, deadline, depth)
        except (CertificateError, TermError, RecursionError):
            continue
        if found is not None:
            return found
    return None


def _checked(s: Statement, argument: Order) -> Order | None:
    """The argument, if it checks."""
    try:
        check_order(s, argument)
    except (CertificateError, TermError):
        return None
    return argument


# ---- at once ---------------------------------------------------------------------------------------
def by_digits(s: Statement, deadline: float, depth: int) -> Order | None:
    """A printed decimal: the two ends of its interval."""
    if s.relation != APPROXIMATELY:
        return None
    lower, upper = ends(s)
    first = show(lower, deadline, depth)
    second = None if first is None else show(upper, deadline, depth)
    return None if first is None or second is None else Between(first, second)


def by_requirement(s: Statement, deadline: float, depth: int) -> Order | None:
    """An expression that is defined: what it requires, one after the other."""
    if s.relation != DEFINED:
        return None
    parts = []
    for claim in requirement_claims(s):
        inner = show(claim, deadline, depth)
        if inner is None:
            return None
        parts.append(inner)
    return Defined(tuple(parts))


def by_signs(s: Statement, deadline: float, depth: int) -> Order | None:
    """The sign of the canonical form of the difference."""
    return by_sign(s, deadline)


def by_enclosure(s: Statement, deadline: float, depth: int) -> Order | None:
    """One ball over a bounded domain."""
    for precision in PRECISIONS if not free_symbols(s.lhs, s.rhs) else PRECISIONS[:1]:
        found = _checked(s, Enclosed(precision))
        if found is not None:
            return found
    return None


# ---- one claim for another -------------------------------------------------------------------------
def by_orders(s: Statement, deadline: float, depth: int) -> Order | None:
    """Sides that differ because one is always larger."""
    if s.relation != "!=" or s.complex_values:
        return None
    for relation in (">", "<"):
        inner = show(ordered(s, relation), deadline, depth)
        if inner is not None:
            return Ordered(relation, inner)
    return None


def by_resolving(s: Statement, deadline: float, depth: int) -> Order | None:
    """Absolute values and the like whose case is known, as what they are there."""
    for term in subterms(s.lhs, s.rhs):
        for case in cases(term) if isinstance(term, Apply) else ():
            try:
                plain = resolved(s, term, case.becomes)
            except CertificateError:
                continue
            inner = show(plain, deadline, depth)
            return None if inner is None else Resolved(term, case.becomes, inner)
    return None


def by_requirements(s: Statement, deadline: float, depth: int) -> Order | None:
    """The same with the domain narrowed by what the statement requires; nothing else is tried then."""
    narrow = natural(s)
    if narrow.domains == s.domains:
        return None
    inner = show(narrow, deadline, depth)
    return None if inner is None else Natural(inner)


def _through(search: Callable[[Statement, Show], Order | None], *, deeper: bool) -> Prover:
    """A search that shows other claims, as deep as the one at hand or one level below it."""

    def prover(s: Statement, deadline: float, depth: int) -> Order | None:
        if deeper and depth == 0:
            return None
        return search(s, lambda claim: show(claim, deadline, depth - deeper))

    return prover


def by_exponentials(s: Statement, deadline: float, depth: int) -> Order | None:
    """The exponentials of sides with logarithms."""
    return of_exponentials(s, lambda claim: _first(DIRECT, claim, deadline, 0)) if depth else None


def by_widening(s: Statement, deadline: float, depth: int) -> Order | None:
    """All real numbers in the place of whole ones."""
    return widening(s, lambda own: show(own, deadline, depth)) if depth else None


def by_generalising(s: Statement, deadline: float, depth: int) -> Order | None:
    """Any number of its range in the place of a function's value."""
    for term in _values(s):
        name = _fresh(s)
        wider = generalised(s, term, name)
        inner = show(wider, deadline, depth - 1) if depth else _first(DIRECT, wider, deadline, 0)
        if inner is not None:
            return Generalised(term, name, inner)
    return None


def _values(s: Statement) -> list[Apply]:
    """The values of functions with a known range, the outermost last."""
    outer = outer_terms(s.lhs, s.rhs)
    return [t for t in subterms(s.lhs, s.rhs) if isinstance(t, Apply) and t.function in RANGES and t in outer]


def _fresh(s: Statement) -> str:
    taken = {*s.domains, *s.symbols}
    return next(name for name in ("t", *(f"t_{k}" for k in range(1, 1000))) if name not in taken)


# ---- slopes ----------------------------------------------------------------------------------------
def by_least(s: Statement, deadline: float, depth: int) -> Order | None:
    """The difference is smallest at one value of a symbol, and has the sign there."""
    if depth == 0 or s.relation not in ORDERS:
        return None
    larger, smaller = larger_and_smaller(s)
    difference = minus(larger, smaller)
    for name in free_symbols(difference):
        for at in turning_points(s, difference, name):
            try:
                found = _least(s, difference, name, at, deadline, depth - 1)
            except (CertificateError, TermError):
                continue
            if found is not None:
                return found
    return None


def _least(s: Statement, difference: Term, name: str, at: Term, deadline: float, depth: int) -> Order | None:
    there, below, above = least_statements(s, difference, Least(name, at, Sign(), None, None))
    parts = [part for part in (there, below, above) if part is not None]
    if any(refuted_at_a_glance(part) for part in parts):
        return None
    shown: list[Order | None] = []
    for statement in (there, below, above):
        inner = None if statement is None else show(statement, deadline, depth)
        if statement is not None and inner is None:
            return None
        shown.append(inner)
    return None if shown[0] is None else Least(name, at, shown[0], shown[1], shown[2])


# ---- cases -----------------------------------------------------------------------------------------
def by_cases(s: Statement, deadline: float, depth: int) -> Order | None:
    """The signs of what stands under an absolute value, or of a symbol."""
    if depth == 0:
        return None
    for term in undecided(s):
        if isinstance(term, Symbol):
            found = _split(s, term.name, Fraction(0), deadline, depth - 1)
        else:
            found = _either(s, term, deadline, depth - 1)
        if found is not None:
            return found
    return None


def _split(s: Statement, name: str, at: Fraction, deadline: float, depth: int) -> Order | None:
    below = show(part(s, name, at, below=True), deadline, depth)
    above = None if below is None else show(part(s, name, at, below=False), deadline, depth)
    return None if below is None or above is None else Split(name, at, below, above)


def _either(s: Statement, term: Term, deadline: float, depth: int) -> Order | None:
    first = show(supposing(s, term, ">="), deadline, depth)
    second = None if first is None else show(supposing(s, term, "<="), deadline, depth)
    return None if first is None or second is None else Either(term, first, second)


def by_end(s: Statement, deadline: float, depth: int) -> Order | None:
    """The closed end of a domain by itself, or a point where the sides are equal, and then the rest."""
    if depth == 0:
        return None
    for name in free_symbols(s.lhs, s.rhs):
        domain = s.domains[name]
        closed = [domain.upper] if domain.upper is not None and not domain.upper_open else []
        for at in [*closed, *vanishing(s, name)]:
            there = show(at_value(s, name, at), deadline, depth - 1)
            rest = None if there is None else show(without(s, name, at), deadline, depth - 1)
            if there is not None and rest is not None:
                return Apart(name, at, there, rest)
    return None


def by_halving(s: Statement, deadline: float, depth: int) -> Order | None:
    """Parts of the domain on each of which a sign or a ball shows the claim."""
    names = free_symbols(s.lhs, s.rhs)
    if depth < 2 or not 1 <= len(names) <= 2 or s.relation not in ORDERS:
        return None
    return _halved(s, names, deadline, HALVINGS)


def _halved(s: Statement, names: Sequence[str], deadline: float, left: int) -> Order | None:
    if time.perf_counter() > deadline or refuted_at_a_glance(s):
        return None
    found = _first((by_enclosure, by_signs), s, deadline, 0)
    if found is not None or left == 0:
        return found
    name, at = dividing(s, names, left)
    below = _halved(part(s, name, at, below=True), names, deadline, left - 1)
    above = None if below is None else _halved(part(s, name, at, below=False), names, deadline, left - 1)
    return None if below is None or above is None else Split(name, at, below, above)


DIRECT: tuple[Prover, ...] = (by_signs, by_enclosure)
"""What needs nothing else."""


def by_arranging(s: Statement, deadline: float, depth: int) -> Order | None:
    """Positive numbers by the order of their size."""
    return arranging(s, lambda own: by_signs(own, deadline, 0))


def by_induction(s: Statement, deadline: float, depth: int) -> Order | None:
    """From each whole number to the next."""
    return by_carrying(s, lambda own: show(own, deadline, depth - 1)) if depth else None


PROVERS: tuple[Prover, ...] = (
    by_digits,
    by_requirement,
    by_signs,
    by_enclosure,
    by_requirements,
    by_resolving,
    by_orders,
    _through(by_slope, deeper=False),
    _through(by_curvature, deeper=False),
    _through(by_bound_of_slope, deeper=False),
    by_exponentials,
    _through(by_powers, deeper=True),
    _through(by_logarithms, deeper=True),
    by_arranging,
    by_induction,
    by_widening,
    by_generalising,
    by_least,
    _through(by_concavity, deeper=True),
    by_cases,
    by_end,
    by_halving,
)
"""In this order."""


__all__ = ["PROVERS", "prove_order", "show"]
