"""Proofs that take integrals as quantities: how each depends on the others, and the rest by names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from verify_derivations.certificate import Argument, Combination, Joined, Named, Replaced, Rewriting
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Element, Field
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.calculus.linear_integrals import (
    check_combination,
    combination,
    combination_statement,
    joined,
    named,
    own_integrals,
)
from verify_derivations.kernel.calculus.replacements import replaced
from verify_derivations.kernel.claims.facts import told
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.prove.canonical import Search
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.calculus.unknown import MARK, parse_name
from verify_derivations.term.syntax.build import add, mul
from verify_derivations.term.syntax.domain import REAL
from verify_derivations.term.syntax.nodes import ONE, ZERO, Add, Apply, Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound
from verify_derivations.term.syntax.traverse import applications, free_symbols, subterms

MOST_INTEGRALS = 8
"""With more integrals in a statement their dependence is not looked for."""

NOTHING = Rewriting()

Equation = tuple[list[Element], Element]
"""The coefficients of the unknown factors, and what their sum is."""


def by_naming(s: Statement, deadline: float) -> Argument | None:
    """Integrals that depend on the others are replaced; whatever numbers the rest are, the claim holds."""
    try:
        integrals = own_integrals(s)
    except CertificateError:
        return None
    steps: list[Replaced] = []
    if len(integrals) <= MOST_INTEGRALS:
        for term in sorted(integrals, key=lambda t: -len(subterms(t))):
            found = _dependence(s, term, own_integrals(s), deadline)
            if found is not None:
                steps.append(found)
                s = replaced(s, found)
    argument = _with_names(s, deadline)
    for step in reversed(steps):
        argument = argument and replace(step, argument=argument)
    return argument


def _with_names(s: Statement, deadline: float) -> Argument | None:
    """What is left holds whatever numbers the integrals in it are."""
    taken = {*s.domains, *free_symbols(s.lhs, s.rhs, *s.hypotheses)}
    free = (name for name in (f"J_{k}" for k in count(1)) if name not in taken)
    names = tuple(zip(free, own_integrals(s), strict=False))
    inner = rewriting(named(s, Named(names, NOTHING)) if names else s, deadline)
    return Named(names, inner) if names and inner is not None else inner


def _dependence(s: Statement, term: Integral, every: Sequence[Integral], deadline: float) -> Replaced | None:
    """What the integral is by the others of the statement."""
    others = [other for other in every if other is not term]
    for parts in filter(None, _ways(term, others, term.lower)):  # from a bound to itself leads none
        along = Joined(parts)
        return Replaced(term, joined(along), along, NOTHING)
    others = [other for other in others if (other.lower, other.upper) == (term.lower, term.upper)]
    draft = Combination(_name(term, s), tuple((ONE, other) for other in others), NOTHING)
    s = told(s, term)
    try:
        solved = _with_factors(s, term, draft, deadline)
        if solved is None:
            return None
        check_combination(s, term, combination(solved, term), solved, lambda _, __: None)
        identity = rewriting(combination_statement(s, term, solved), deadline)
    except (CertificateError, TermError):
        return None
    if identity is None:
        return None
    return Replaced(term, combination(solved, term), replace(solved, identity=identity), NOTHING)


def _name(term: Integral, s: Statement) -> str:
    return f"{term.index}_" + "".join(free_symbols(s.lhs, s.rhs))


def _ways(term: Integral, others: Sequence[Integral], at: Term) -> Iterator[tuple[tuple[bool, Term], ...]]:
    """The ways from a bound to the upper one over the ways of others, each of which is passed once."""
    if at is term.upper:
        yield ()
        return
    for other in others:
        if other.body is not term.body:
            continue
        left = [one for one in others if one is not other]
        for forwards, begin, end in ((True, other.lower, other.upper), (False, other.upper, other.lower)):
            if begin is at:
                for rest in _ways(term, left, end):
                    yield ((forwards, other), *rest)


# ---- factors -----------------------------------------------------------------------------------------
def _with_factors(s: Statement, term: Integral, draft: Combination, deadline: float) -> Combination | None:
    """The combination with the factors with which the other integrands, and derivatives of functions, add up
    to that of the integral; None if there are none."""
    name, x = draft.name, Symbol(draft.name)
    integrals = [part for _, part in draft.parts if isinstance(part, Integral)]
    bodies = [instantiate_bound(part.body, x) for part in integrals]
    functions = _lowered([instantiate_bound(term.body, x), *bodies], x)
    summands = [*bodies, *(differentiate(function, x) for function in functions)]
    if not summands:
        return draft  # the integral of nothing
    unknown = [f"factor {k}@" for k in range(len(summands))]
    known = combination_statement(s, term, draft)
    question = replace(
        known,
        rhs=add(*(mul(Symbol(t), summand) for t, summand in zip(unknown, summands, strict=True))),
        domains={**known.domains, **dict.fromkeys(unknown, REAL)},
    )
    found: list[Term] = []

    class Solving(Search):
        """Once the lemmas are there, the equations for the factors are linear ones."""

        def shows(self) -> bool:
            found[:] = _solved(self.v, question, unknown, name)
            return bool(found)

    if rewriting(question, deadline, search=Solving) is None:
        return None
    factors, others = found[: len(integrals)], found[len(integrals) :]
    parts = tuple((c, part) for c, part in zip(factors, integrals, strict=True) if c is not ZERO)
    function = add(*(mul(c, f) for c, f in zip(others, functions, strict=True)))
    return replace(draft, parts=parts, function=None if function is ZERO else function)


def _lowered(bodies: Sequence[Term], x: Symbol) -> list[Term]:
    """What may be the function in an integration by parts: integrands with a derivative of an unknown
    function less, as f(x)*g(x) for f(x)*g'(x)."""
    found: dict[Term, None] = {}
    for body in bodies:
        for summand in body.terms if isinstance(body, Add) else (body,):
            for call in applications(summand):
                stem, orders = parse_name(call.function, len(call.arguments))
                if call.arguments == (x,) and orders[0] and call.function not in FUNCTIONS:
                    lower = Apply(stem + MARK * (orders[0] - 1), call.arguments)
                    found.setdefault(exchanged(summand, call, lower))
    return list(found)[:MOST_FUNCTIONS]


MOST_FUNCTIONS = 6
"""Of more functions than these it is not asked which of them are meant."""


def _solved(v: Valuation, s: Statement, unknown: Sequence[str], variable: str) -> list[Term]:
    """The factors as terms; an empty list if there are none."""
    field = v.field
    difference = field.reduced(field.sub(v.value(s.rhs), v.value(s.lhs)))
    places = [v.atoms.get(("symbol", name), -2) for name in unknown]  # none where the integrand is zero
    solution = _solution(field, _equations(v, difference, places, variable))
    return [] if solution is None else [element_term(field, e) for e in solution]


def _equations(v: Valuation, difference: Element, places: Sequence[int], variable: str) -> list[Equation]:
    """That the difference is zero for all values of the variable, as equations for the factors.

    Args:
        v: the valuation of the difference.
        difference: it is linear in the factors.
        places: the generators that stand for the factors.
        variable: the name of the variable.
    """
    field = v.field
    moving = {j for j, g in enumerate(field.generators) if variable in g.term.names}
    groups: dict[tuple[int, ...], dict[int, Element]] = {}
    for exponents, coefficient in difference[0].to_dict().items():
        powers = [int(k) for k in exponents]
        group = tuple(k if j in moving else 0 for j, k in enumerate(powers))
        place = next((j for j in places if j >= 0 and powers[j]), -1)
        fixed = tuple(0 if j in moving or j == place else k for j, k in enumerate(powers))
        row = groups.setdefault(group, {})
        monomial: Element = (field.context.from_dict({fixed: coefficient}), field.one[0])
        row[place] = field.add(row.get(place, field.zero), monomial)
    return [
        ([row.get(j, field.zero) for j in places], field.neg(row.get(-1, field.zero)))
        for row in groups.values()
    ]


def _solution(field: Field, rows: Sequence[Equation]) -> list[Element] | None:
    """A solution of linear equations, with zero for what they leave open; None if there is none."""
    count = len(rows[0][0]) if rows else 0
    left, pivots = [(list(a), b) for a, b in rows], dict[int, Equation]()
    for column in range(count):
        row = next((r for r in left if not r[0][column][0].is_zero()), None)
        if row is None:
            continue
        left = [_cleared(field, r, row, column) for r in left if r is not row]
        pivots = {k: _cleared(field, r, row, column) for k, r in pivots.items()}
        pivots[column] = row
    if any(not b[0].is_zero() for _, b in left):
        return None
    return [
        _quotient(field, pivots[k][1], pivots[k][0][k]) if k in pivots else field.zero for k in range(count)
    ]


def _cleared(field: Field, row: Equation, by: Equation, column: int) -> Equation:
    """The row without the unknown of the column."""
    if row[0][column][0].is_zero():
        return row
    factor = field.neg(_quotient(field, row[0][column], by[0][column]))
    coefficients = [field.add(a, field.mul(factor, b)) for a, b in zip(row[0], by[0], strict=True)]
    return coefficients, field.add(row[1], field.mul(factor, by[1]))


def _quotient(field: Field, a: Element, b: Element) -> Element:
    return field.mul(a, field.lowest(b[1], b[0]))


__all__ = ["by_naming"]
