"""Limits, by asymptotic expansions that the kernel computes anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import inf
from typing import TypeVar

from verify_derivations.certificate import LimitValue, NoLimit
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import DividedByZero, Element
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.calculus.asymptotics import Scale, Series
from verify_derivations.kernel.calculus.coefficients import Coefficients
from verify_derivations.kernel.calculus.continuity import covered
from verify_derivations.kernel.calculus.expansion import Expansion
from verify_derivations.kernel.calculus.leibniz import require_smooth_ways
from verify_derivations.kernel.claims.defined import surely_holds_an_index
from verify_derivations.kernel.claims.facts import facts
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity, Limit, has_limits
from verify_derivations.term.syntax.nodes import Bound, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols, subterms

LARGEST_ORDER = 24

Result = TypeVar("Result")


def replaced_limit(s: Statement, term: Term, becomes: Term) -> Statement:
    """The statement with a limit replaced on both sides, and in the hypotheses."""

    def put(t: Term) -> Term:
        return exchanged(t, term, becomes)

    lost = set(free_symbols(term)) - set(free_symbols(put(s.lhs), put(s.rhs)))
    return replace(
        s,
        lhs=put(s.lhs),
        rhs=put(s.rhs),
        # what the statement requires may still be about symbols that occur in it no more
        differentiated=(*s.differentiated, *(Symbol(name) for name in sorted(lost))),
        required=tuple(replace(r, term=put(r.term)) for r in s.required),
        assumed=tuple((put(a), relation, put(b)) for a, relation, b in s.assumed),
    )


def check_limit(s: Statement, value: LimitValue, deadline: float = inf, *, sequences: bool = True) -> None:
    """The limit exists, from every side that is meant, and is what it is said to be.

    Without `sequences` the body has to be defined at all numbers near the point, not at whole ones only.

    Raises:
        CertificateError: that is not shown.
    """
    for direction in directions(value.term):
        if not one_sided(s, value.term, direction, value.order, value.becomes, deadline, sequences=sequences):
            raise CertificateError("the limit is another")
    if not isinstance(value.becomes, Infinity) and not covered(s, value.becomes):
        raise CertificateError("what takes the place of a limit is not defined everywhere")


def directions(term: Term) -> tuple[str, ...]:
    """The sides from which the point is approached."""
    if not isinstance(term, Limit):
        raise CertificateError("not a limit")
    if isinstance(term.point, Infinity):
        return ("-" if term.point is OO else "+",)
    return (term.direction,) if term.direction else ("+", "-")


def one_sided(
    s: Statement,
    term: Term,
    direction: str,
    order: int,
    becomes: Term,
    deadline: float = inf,
    *,
    sequences: bool = True,
) -> bool:
    """The limit from one side is `becomes`; that of a sequence, along even and along odd numbers.

    Raises:
        CertificateError: the limit is not known.
    """

    def work(capacity: int, parity: int) -> tuple[bool, bool]:
        infinite, c, v, turned = _computed(s, term, direction, order, capacity, deadline, parity)
        if isinstance(becomes, Infinity) or infinite:
            return isinstance(becomes, Infinity) and becomes.sign == infinite, turned
        return v.field.equal(Coefficients(Scale(v, order)).closed(becomes), c), turned

    right, is_sequence = _in_field(lambda capacity: work(capacity, 1 if sequences else 0))
    return right and (not is_sequence or _in_field(lambda capacity: work(capacity, -1))[0])


def computed(s: Statement, term: Term, direction: str, order: int, deadline: float = inf) -> Term:
    """The limit from one side, as a term or an infinity; of a sequence, that along even numbers.

    Raises:
        CertificateError: it is not known.
    """

    def work(capacity: int) -> Term:
        infinite, c, v, _ = _computed(s, term, direction, order, capacity, deadline, 1)
        return {1: OO, -1: MINUS_OO}.get(infinite) or element_term(v.field, c)

    return _in_field(work)


def _in_field(work: Callable[[int], Result]) -> Result:
    try:
        return in_large_enough_field(work)
    except DividedByZero:
        raise CertificateError("something divides by zero near the point") from None


def _computed(
    s: Statement, term: Term, direction: str, order: int, capacity: int, deadline: float, parity: int
) -> tuple[int, Element, Valuation, bool]:
    """Which infinity, or 0 and the limit; the valuation; whether it is the limit of a sequence only."""
    if not isinstance(term, Limit):
        raise CertificateError("not a limit")
    if s.complex_values:
        raise CertificateError("limits are taken over the real numbers only")
    if not 1 <= order <= LARGEST_ORDER:
        raise CertificateError("no such order of an expansion")
    v = Valuation.of(s, capacity, RULES, deadline)
    known = [r for r in facts(s) if not has_limits(r.term)]
    v.suppose(spoken_of(s), known, real=True)
    v.assume(s.assumed)
    name = f"{term.index}@"
    scale = Scale(v, order)
    coefficients = Coefficients(scale, ((r.term, r.relation) for r in known if not r.bound))
    for requirement in known:  # once more, opened as the coefficients are
        if not requirement.bound:
            v.signs.learn(coefficients.closed(requirement.term), _learned(requirement))
    body = instantiate_bound(term.body, Symbol(name))
    at = _approach(scale, term, direction)
    at_infinity = isinstance(term.point, Infinity)
    expansion = Expansion(scale, name, at, coefficients, parity if at_infinity else 0)
    infinite, c = scale.limit(expansion.of(body))
    if expansion.turns.met and not expansion.turns.only_whole:
        raise CertificateError("a power of what is negative has values between whole numbers, too")
    return infinite, c, v, expansion.turns.met


def spoken_of(s: Statement) -> tuple[Term, ...]:
    """What has a value wherever the statement speaks: its terms apart from limits, and what stands in these
    without depending on their variables."""
    found: list[Term] = []
    todo: list[Term] = [s.lhs, s.rhs, *s.differentiated]
    while todo:
        term = todo.pop()
        if isinstance(term, Piecewise):
            continue
        if isinstance(term, Sum | Product) and not surely_holds_an_index(term.lower, term.upper, s.domains):
            todo += [term.lower, term.upper]  # what stands in an empty sum need not have a value
        elif any(isinstance(t, Limit | Infinity | Bound | Piecewise) for t in subterms(term)):
            todo.extend(term.children)
        else:
            found.append(term)
    return tuple(found)


def _learned(requirement: Requirement) -> str:
    return "!= 0" if requirement.relation == "nonpole" else requirement.relation


def _approach(scale: Scale, term: Limit, direction: str) -> Series:
    """The variable, as t goes to 0 from above: a + t, a - t, 1/t or -1/t."""
    one = scale.field.one
    sign = scale.field.rational(Fraction(1 if direction == "+" else -1))
    if isinstance(term.point, Infinity):
        return scale.power_of_t(Fraction(-1), scale.field.scale(one, Fraction(term.point.sign)))
    if not scale.v.is_real(term.point):
        raise CertificateError("the point of a limit may be complex")
    return scale.add(scale.constant(scale.v.value(term.point)), scale.power_of_t(Fraction(1), sign))


# ---- verdicts ----------------------------------------------------------------------------------------
def same_infinity(s: Statement) -> bool:
    """Both sides are the same infinity."""
    return isinstance(s.lhs, Infinity) and s.lhs is s.rhs


def check_no_limit(s: Statement, certificate: NoLimit) -> None:
    """From above and from below there are limits, and at every point they differ.

    Raises:
        CertificateError: that is not shown.
    """
    require_smooth_ways(s)
    term, above, below = certificate.term, certificate.above, certificate.below
    if directions(term) != ("+", "-"):
        raise CertificateError("the limit has a direction")
    if term.loose or term not in subterms(s.lhs, s.rhs, *s.hypotheses):
        raise CertificateError("the limit does not stand in the statement")
    for direction, becomes in (("+", above), ("-", below)):
        if not one_sided(s, term, direction, certificate.order, becomes):
            raise CertificateError("the limit is another")
    if isinstance(above, Infinity) or isinstance(below, Infinity):
        if above is below:
            raise CertificateError("the two limits are the same")
    elif not surely_differ(s, above, below):
        raise CertificateError("the two limits may be the same")


def surely_differ(s: Statement, left: Term, right: Term) -> bool:
    """Two terms without limits have different values at every point of the statement."""

    def work(capacity: int) -> bool:
        v = Valuation.of(s, capacity, RULES)
        v.suppose(spoken_of(s), [r for r in facts(s) if not has_limits(r.term)], real=True)
        v.assume(s.assumed)
        return Scale(v, 1).nonzero(v.field.sub(v.value(left), v.value(right)))

    return bool(_in_field(work))


def is_closed(term: Limit) -> bool:
    """No other limit stands in it."""
    return not any(isinstance(t, Limit) and t is not term for t in subterms(term))
