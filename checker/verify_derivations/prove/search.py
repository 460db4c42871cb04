"""The ways of proving, in the order in which they are tried: cheapest and most direct first.

A way that few claims need is loaded where one does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from fractions import Fraction

from verify_derivations.certificate import (
    Argument,
    Cases,
    ConstantDifference,
    Counterexample,
    EachValue,
    Exponentials,
    Inducted,
    Lemma,
    Point,
    Powers,
    Rewriting,
    Turn,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.algebraic import require_equal
from verify_derivations.kernel.calculus.continuity import require_connected_and_continuous
from verify_derivations.kernel.calculus.leibniz import has_smooth_ways
from verify_derivations.kernel.claims.specialised import specialised
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.reduced import (
    at_anchor,
    at_each_value,
    derived,
    exponentiated,
    half,
    raised,
    require_near,
    require_nonnegative,
    turned,
    undefined_at_zero,
)
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import (
    Apply,
    Binder,
    Delta,
    Integral,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import applied_functions, free_symbols, subterms

Prover = Callable[[Statement, float, Point], Argument | None]

MOST_SYMBOLS = 2
"""Derivatives are compared for statements with at most so many symbols."""


def prove(
    s: Statement, deadline: float, seen: Counterexample, provers: slice = slice(None)
) -> Argument | None:
    """An argument that the sides are equal, or None.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
        seen: a point at which the sides were seen to agree.
        provers: which of `PROVERS` are tried.
    """
    if not has_smooth_ways(s):
        return None
    return _first(PROVERS[provers], s, deadline, seen.point)


def _first(provers: Sequence[Prover], s: Statement, deadline: float, seen: Point) -> Argument | None:
    """The first argument that one of the provers finds in time."""
    for prover in provers:
        if time.perf_counter() > deadline:
            return None
        try:
            argument = prover(s, deadline, seen)
        except (CertificateError, TermError):
            continue
        if argument is not None:
            return argument
    return None


def by_replacement(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Something simpler in the place of an integral, a sum or a product."""
    if not s.holds(Binder):
        return None
    from verify_derivations.prove.replacing import by_replacing

    return by_replacing(s, deadline, seen, lambda inner, until, point: _first(PROVERS, inner, until, point))


def by_table(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """An integral of the table with symbols as exponents, of which values at many points take longer."""
    if not s.holds(Integral):
        return None
    from verify_derivations.prove.replacing import by_tables

    return by_tables(s, deadline, seen, lambda inner, until, point: _first(PROVERS, inner, until, point))


def by_quantities(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Integrals as quantities that depend on each other, or are any numbers."""
    if not s.holds(Integral):
        return None
    from verify_derivations.prove.linear_integrals import by_naming

    return by_naming(s, deadline)


def by_taking_apart(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """An expression by cases, region by region."""
    from verify_derivations.prove.regions import by_regions

    return by_regions(s, deadline, seen, lambda inner, until, point: _first(PROVERS, inner, until, point))


def by_values_told_apart(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Each value of an index by itself, where the statement itself tells its values apart."""
    deltas = [t for t in subterms(s.lhs, s.rhs) if isinstance(t, Delta)] if s.holds(Delta) else []
    if not any(_tells_apart(s, t) for t in deltas):
        return None
    return by_each_value(s, deadline, seen)


def _tells_apart(s: Statement, delta: Delta) -> bool:
    named = any(isinstance(i, Symbol) and i.name in s.indices for i in delta.children)
    return named and any(isinstance(i, Number) for i in delta.children)


def by_each_value(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Each value by itself, of an index or a whole number that runs up to a small number."""
    whole = [
        name for name, domain in s.domains.items() if domain.field == "integer" and name not in s.indices
    ]
    for index in (*s.indices, *whole):
        try:
            members = at_each_value(s, index)
        except CertificateError:
            continue
        arguments = []
        for _, member in members:
            argument = _first(PROVERS, member, deadline, seen)
            if argument is None:
                return None
            arguments.append(argument)
        return EachValue(index, tuple(arguments))
    return None


def by_algebraic_numbers(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Two numbers made of roots."""
    if s.symbols or s.arrays or not (s.holds(Pow) or s.holds(Apply)):
        return None
    term, becomes = (s.rhs, s.lhs) if s.lhs in subterms(s.rhs) else (s.lhs, s.rhs)
    require_equal(term, becomes)
    return Rewriting((Lemma("algebraic", term, becomes),))


def by_rewriting(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Canonical form."""
    return rewriting(s, deadline)


def by_logarithms(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Canonical form with the inverse functions opened as logarithms."""
    if not _has_inverse_functions(s):
        return None
    return rewriting(s, deadline, logarithms=True)


def by_exponentials(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Two real sides are equal if their exponentials are."""
    if s.complex_values or not (_has_inverse_functions(s) or "log" in applied_functions(s.lhs, s.rhs)):
        return None
    inner = rewriting(exponentiated(s), deadline)
    return Exponentials(inner) if inner is not None else None


def by_powers(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Two nonnegative sides with roots in them are equal if their squares (or cubes) are."""
    if not any(isinstance(t, Pow) and _is_root(t.exponent) for t in subterms(s.lhs, s.rhs)):
        return None
    require_nonnegative(s)
    for exponent in (2, 3, 4):
        inner = rewriting(raised(s, exponent), deadline)
        if inner is not None:
            return Powers(exponent, inner)
    return None


def _is_root(exponent: Term) -> bool:
    return isinstance(exponent, Number) and exponent.value.denominator > 1


def by_turn(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Two angles that are equal modulo a turn, near at one point, and continuous."""
    if s.complex_values or not _has_inverse_functions(s):
        return None
    require_connected_and_continuous(s)
    require_near(s, seen)
    for factor in (1, 2):
        inner = rewriting(turned(s, factor), deadline)
        if inner is not None:
            return Turn(factor, inner, seen)
    return None


def by_derivative(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Equal derivatives on a connected domain, and equal at one simple point."""
    if not s.symbols or len(s.symbols) > MOST_SYMBOLS:
        return None
    require_connected_and_continuous(s, smooth=True)
    slopes = []
    for name in s.symbols:
        inner = rewriting(derived(s, name), deadline)
        if inner is None:
            return None
        slopes.append((name, inner))
    for anchor in _anchors(s):
        at = rewriting(at_anchor(s, anchor), deadline)
        if at is not None:
            return ConstantDifference(tuple(slopes), anchor, at)
    return None


def by_cases(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Positive, negative and zero values of one symbol by themselves, and so on within these.

    Where no symbol is positive the fewest functions have values, and the most signs matter. What is not shown
    there, with all that is known of signs, is hardly shown in a larger part, so the others are not tried.
    """
    if s.complex_values:
        return None
    tried: Tried = {}
    free = _of_any_sign(s)
    if len(free) > 1:
        part = s
        for name in free:
            part = half(part, name, positive=False)
        if _direct(part, deadline, _moved(part, seen), tried) is None:
            return None
    return _by_cases(s, deadline, seen, tried)


def _of_any_sign(s: Statement) -> list[str]:
    """The symbols of which cases are made."""
    free = [n for n, d in s.domains.items() if d.field == "real" and d.lower is None and d.upper is None]
    return free[:MOST_CASES]


MOST_CASES = 3
"""So many symbols are told apart by their signs."""


Tried = dict[tuple[Domain, ...], Argument | None]
"""What was found for the parts of the domain: they are met again where symbols are told apart in another
order."""


def _by_cases(s: Statement, deadline: float, seen: Point, tried: Tried) -> Argument | None:
    for name in _of_any_sign(s):
        halves = []
        for positive in (True, False):
            part = half(s, name, positive=positive)
            halves.append(_direct(part, deadline, _moved(part, seen), tried))
            if halves[-1] is None:
                break
        if None in halves:
            continue
        zero = None
        if not (s.domains[name].nonzero or undefined_at_zero(s, name)):
            zero = rewriting(specialised(s, {name: Fraction(0)}), deadline)
            if zero is None:
                continue
        first, second = halves
        if first is not None and second is not None:
            return Cases(name, first, second, zero)
    return None


def _direct(s: Statement, deadline: float, seen: Point, tried: Tried) -> Argument | None:
    """By the ways of proving before cases, else by cases of another symbol."""
    region = tuple(s.domains.values())
    if region not in tried:
        first = PROVERS[: PROVERS.index(by_cases)]
        tried[region] = _first(first, s, deadline, seen) or _first(
            (lambda part, until, point: _by_cases(part, until, point, tried),), s, deadline, seen
        )
    return tried[region]


def _moved(s: Statement, seen: Point) -> Point:
    """The point, with values outside of the domain replaced by their opposites."""
    return tuple(
        (name, value if value[0] in s.domains.get(name, REAL) else (-value[0], value[1]))
        for name, value in seen
    )


def _anchors(s: Statement) -> list[Point]:
    """Simple points of the domain."""
    out: list[Point] = []
    for simple in (Fraction(0), Fraction(1), Fraction(1, 2), Fraction(-1), Fraction(2)):
        values = []
        for name in s.symbols:
            domain = s.domains[name]
            candidates = [simple, Fraction(1), Fraction(1, 2), Fraction(-1), Fraction(2)]
            inside = [c for c in candidates if c in domain]
            if not inside:
                return out
            values.append((name, (inside[0], Fraction(0))))
        if tuple(values) not in out:
            out.append(tuple(values))
    return out


def by_induction(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Both sides grow by the same: where sums up to n stand in a way that is not solved for one of them."""
    ends = {name for t in subterms(s.lhs, s.rhs) if isinstance(t, Sum) for name in free_symbols(t.upper)}
    if not ends:
        return None
    from verify_derivations.kernel.proofs.induction import inducted

    for name in sorted(ends):
        try:
            first, growth = inducted(s, name)
        except CertificateError:
            continue
        base, step = (rewriting(part, deadline) for part in (first, growth))
        if base is not None and step is not None:
            return Inducted(name, base, step)
    return None


def _has_inverse_functions(s: Statement) -> bool:
    names = applied_functions(s.lhs, s.rhs)
    return any(
        FUNCTIONS[n].exponential or FUNCTIONS[n].logarithmic or n == "acos" for n in names if n in FUNCTIONS
    )


def by_telling_apart(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """The signs of what stands under absolute values, in maxima and the like."""
    from verify_derivations.prove.told_apart import by_signs_within

    return by_signs_within(s, deadline)


def by_multiples(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Equations between matrices times what they invert."""
    if not s.indices:
        return None
    from verify_derivations.prove.multiplying import by_multiplying

    return by_multiplying(s, deadline, seen)


PROVERS: tuple[Prover, ...] = (
    by_values_told_apart,
    by_rewriting,
    by_quantities,
    by_table,
    by_taking_apart,
    by_algebraic_numbers,
    by_multiples,
    by_each_value,
    by_logarithms,
    by_exponentials,
    by_powers,
    by_turn,
    by_derivative,
    by_telling_apart,
    by_cases,
    by_replacement,
    by_induction,
)
"""In this order."""

ALL, QUICK, THOROUGH = slice(None), slice(4), slice(4, None)
"""All of them; what decides nearly always; and the rest."""
