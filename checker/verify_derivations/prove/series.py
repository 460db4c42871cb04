"""What series are: rows of the table that have the same ratio of neighbouring terms, or partial sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from verify_derivations.certificate import (
    Argument,
    Induction,
    KnownSeries,
    PartialSums,
    Point,
    Rewriting,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.limits import computed
from verify_derivations.kernel.calculus.replacements import induction_statements
from verify_derivations.kernel.calculus.series import (
    INDEX,
    always_converges,
    check_known,
    first_index,
    in_row,
    known_value,
    limit_of_partial,
    partial_sum,
    polynomial,
    ratio_statement,
    row_of,
    surely_not_zero,
    taken_apart,
    without_terms,
)
from verify_derivations.kernel.calculus.series_table import SERIES
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.build import add, mul, neg, number, power, sqrt
from verify_derivations.term.syntax.nodes import ONE, Number, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Prove = Callable[[Statement, float, Point], Argument | None]

SHIFTS = (0, 1, -1, 2, -2)
ORDERS = (3, 6)
LAST = "n@"


def series_values(
    s: Statement, term: Sum, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, KnownSeries | PartialSums]]:
    """What a series is, with the evidence."""
    with suppress(CertificateError, TermError):
        yield from _known(s, term, deadline, seen, prove)
    yield from _by_partial_sums(s, term, deadline, seen, prove)


def _known(
    s: Statement, term: Sum, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, KnownSeries]]:
    first = first_index(term)
    for name, row in SERIES.items():
        for at in _arguments(term) if "z" in free_symbols(formula(row.ratio)) else [ONE]:
            for shift in SHIFTS:
                if first + shift < row.start:
                    continue
                evidence = KnownSeries(name, at, shift, Rewriting())
                if not _looks_right(s, term, evidence, seen):
                    continue
                found = _shown(s, term, evidence, deadline, seen, prove)
                if found is not None:
                    yield known_value(term, found), found


def _arguments(term: Sum) -> list[Term]:
    """What may be put for z: the base of the powers in the terms, its root, and the quantities in them."""
    parts = taken_apart(term)
    base = mul(*(power(b, slope) for b, slope, _ in parts.powers)) if parts.powers else ONE
    found = [base, neg(base)]
    for b, slope, _ in parts.powers:
        if slope % 2 == 0:
            found.append(power(b, slope // 2))
    found += [sqrt(base), sqrt(neg(base))]
    inside = subterms(*parts.below, *parts.above)
    found += [t for t in inside if INDEX not in free_symbols(t) and not isinstance(t, Number)]
    numbers = [t for t in inside if isinstance(t, Number)]
    found += [sqrt(t) for t in inside if INDEX not in free_symbols(t) and t not in numbers]
    found += numbers
    return list(dict.fromkeys(found))


def _looks_right(s: Statement, term: Sum, evidence: KnownSeries, seen: Point) -> bool:
    """At the point the ratios are the same for two indices."""
    try:
        ratios = ratio_statement_sides(s, term, evidence)
    except (CertificateError, TermError):
        return False
    set_precision(64)
    for k in (first_index(term), first_index(term) + 3):
        values = {name: exact(re) for name, (re, im) in seen if im == 0}
        try:
            e = Evaluation({**values, INDEX: exact(number(k).value)})
            if not (e.value(ratios[0]) - e.value(ratios[1])).contains(0):
                return False
        except (Undefined, TermError):
            return False
    return True


def ratio_statement_sides(s: Statement, term: Sum, evidence: KnownSeries) -> tuple[Term, Term]:
    """The two ratios, without looking at where they are defined."""
    index = add(Symbol(INDEX), number(evidence.shift))
    return taken_apart(term).ratio(), in_row(row_of(evidence).ratio, evidence, index)


def _shown(
    s: Statement, term: Sum, evidence: KnownSeries, deadline: float, seen: Point, prove: Prove
) -> KnownSeries | None:
    try:
        ratio = prove(ratio_statement(s, term, evidence), deadline, seen)
        if ratio is None:
            return None
        evidence = replace(evidence, ratio=ratio)
        if not always_converges(SERIES[evidence.row]) and not surely_not_zero(s, polynomial(term, evidence)):
            nothing = prove(without_terms(s, term, evidence), deadline, seen)
            if nothing is None:
                return None
            evidence = replace(evidence, nothing=nothing)
        check_known(s, term, known_value(term, evidence), evidence, lambda _, __: None)
    except (CertificateError, TermError, Budget, DividedByZero):
        return None
    return evidence


# ---- partial sums ---------------------------------------------------------------------------------------
def _by_partial_sums(
    s: Statement, term: Sum, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, PartialSums]]:
    """Partial sums that SymPy's summation in closed form (R. W. Gosper, 1978) suggests."""
    partial = _suggested(term)
    if partial is None:
        return
    for order in ORDERS:
        draft = PartialSums(LAST, partial, Induction(LAST, Rewriting(), Rewriting()), order)
        try:
            extended, finite = partial_sum(s, term, draft)
            base, step = induction_statements(extended, LAST, finite, partial)
            limit = computed(s, limit_of_partial(ONE, draft).term, "-", order, deadline)
            first = prove(base, deadline, seen)
            second = prove(step, deadline, seen) if first is not None else None
        except (CertificateError, TermError, Budget, DividedByZero, ArithmeticError):
            continue
        if first is not None and second is not None:
            yield limit, PartialSums(LAST, partial, Induction(LAST, first, second), order)
            return


def _suggested(term: Sum) -> Term | None:
    """A closed form of the sum up to n that can be read as a term."""
    import sympy
    from sympy.concrete.gosper import gosper_sum

    from verify_derivations.term.sympy.from_sympy import term_from_sympy
    from verify_derivations.term.sympy.to_sympy import to_sympy

    try:
        k, n = sympy.Symbol("k", integer=True), sympy.Symbol("n", integer=True, positive=True)
        body = to_sympy(instantiate_bound(term.body, Symbol("k")), evaluate=True)
        body = body.subs(sympy.Symbol("k", real=True), k).subs(sympy.Symbol("k"), k)
        found = gosper_sum(body, (k, first_index(term), n))
        if found is None:
            return None
        return substitute(term_from_sympy(sympy.factor(sympy.simplify(found))), {"n": Symbol(LAST)})
    except (TermError, NotImplementedError, ValueError, TypeError, AttributeError, RecursionError):
        return None  # SymPy fails in many ways; a suggestion is all that is lost


__all__ = ["series_values"]
