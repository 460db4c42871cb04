"""Checking that one side is larger than the other, or differs from it: each argument comes down to signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import (
    Apart,
    Arranged,
    Bent,
    Between,
    Carried,
    Concave,
    Defined,
    Either,
    Enclosed,
    Exponentiated,
    Generalised,
    Least,
    Lemma,
    Lipschitz,
    Logarithmic,
    Natural,
    Order,
    Ordered,
    Raised,
    Resolved,
    Sign,
    Slope,
    Split,
    Squares,
    Widened,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import DividedByZero
from verify_derivations.kernel.calculus.continuity import box
from verify_derivations.kernel.calculus.leibniz import require_smooth_ways
from verify_derivations.kernel.claims.decimals import ends
from verify_derivations.kernel.claims.facts import facts, minus
from verify_derivations.kernel.claims.real_sides import has_real_sides
from verify_derivations.kernel.claims.relations import HOLDS, ORDERS, larger_and_smaller
from verify_derivations.kernel.claims.specialised import specialised
from verify_derivations.kernel.claims.statement import DEFINED, Statement
from verify_derivations.kernel.inference.inequalities import learn_functions
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.arguments import check_argument, room
from verify_derivations.kernel.proofs.arranged import arrangements
from verify_derivations.kernel.proofs.concave import concave_statements
from verify_derivations.kernel.proofs.curvature import curvature_statement
from verify_derivations.kernel.proofs.definedness import requirement_claims
from verify_derivations.kernel.proofs.induction import carried
from verify_derivations.kernel.proofs.lines import least_statements, slope_statement
from verify_derivations.kernel.proofs.lipschitz import lipschitz_statement
from verify_derivations.kernel.proofs.monotone import (
    exponentiated,
    logarithmic,
    positive_sides,
    raised,
    upper_nonnegative,
)
from verify_derivations.kernel.proofs.natural import natural
from verify_derivations.kernel.proofs.resolved import resolved
from verify_derivations.kernel.proofs.squares import squares_statement
from verify_derivations.kernel.proofs.supposed import outer_terms, require_real, supposing
from verify_derivations.kernel.proofs.widened import widened
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.calculus.ranges import range_of
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, set_precision
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Bound, Integral, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def check_order(s: Statement, argument: Order) -> list[Requirement] | None:
    """The argument shows that the relation holds wherever the statement is defined.

    Returns:
        What the statement requires beyond its declarations, where the argument has found that out.

    Raises:
        CertificateError: it does not show that.
    """
    _require_such_a_statement(s, argument)
    match argument:
        case Sign(lemmas):
            v = signed(s, lemmas)
            return None if s.complex_values else v.unmet
        case Enclosed(precision):
            _check_enclosed(s, precision)
        case Ordered(relation, inner):
            check_order(ordered(s, relation), inner)
        case Exponentiated(inner):
            check_order(exponentiated(s), inner)
        case Logarithmic(inner, smaller, larger):
            _check_each((*positive_sides(s), logarithmic(s)), (smaller, larger, inner))
        case Raised():
            check_order(upper_nonnegative(s), argument.nonnegative)
            check_order(raised(s, argument.exponent), argument.argument)
        case Natural(inner):
            check_order(natural(s), inner)
        case Widened(name, inner):
            check_order(widened(s, name), inner)
        case Split(name, at, lower, upper):
            check_order(part(s, name, at, below=True), lower)
            check_order(part(s, name, at, below=False), upper)
        case Apart(name, at, there, elsewhere):
            check_order(at_value(s, name, at), there)
            check_order(without(s, name, at), elsewhere)
        case Either(term, nonnegative, nonpositive):
            check_order(supposing(s, term, ">="), nonnegative)
            check_order(supposing(s, term, "<="), nonpositive)
        case Resolved(term, becomes, inner):
            check_order(resolved(s, term, becomes), inner)
        case Generalised():
            check_order(generalised(s, argument.term, argument.name), argument.argument)
        case Least() | Slope() | Bent() | Lipschitz() | Concave():
            _check_by_derivatives(s, argument)
        case Carried():
            _check_carried(s, argument)
        case Squares(term, inner_argument):
            check_argument(squares_statement(s, term), inner_argument)
        case Arranged():
            _check_arranged(s, argument)
        case Defined(parts):
            _check_defined(s, parts)
        case Between(lower, upper):
            over, under = ends(s)
            check_order(over, lower)
            check_order(under, upper)
        case _:
            raise CertificateError(f"there is no argument of the kind {type(argument).__name__}")
    return None


def _require_such_a_statement(s: Statement, argument: Order) -> None:
    ordered_ = s.relation == "!=" or (s.relation in ORDERS and has_real_sides(s))
    if s.complex_values and not (ordered_ and isinstance(argument, Sign)):
        raise CertificateError("complex numbers have no order")
    if (s.arrays or s.indices) and not isinstance(argument, Sign | Squares):
        raise CertificateError("there is no such argument for arrays")
    if s.relation == DEFINED and not isinstance(argument, Defined):  # others may use that it has a value
        raise CertificateError("that an expression is defined is shown of the expression as it stands")
    require_smooth_ways(s)


def _check_by_derivatives(s: Statement, argument: Least | Slope | Bent | Lipschitz | Concave) -> None:
    match argument:
        case Least():
            _check_least(s, argument)
        case Slope():
            check_order(slope_statement(s, argument), argument.slope)
        case Bent():
            check_order(curvature_statement(s, argument), argument.curvature)
        case Lipschitz():
            check_order(lipschitz_statement(s, argument), argument.slope)
        case Concave():
            shown = argument.curvature, argument.lower, argument.upper
            _check_each(concave_statements(s, argument.symbol), shown)


def _check_each(claims: Sequence[Statement], arguments: Sequence[Order]) -> None:
    for claim, argument in zip(claims, arguments, strict=True):
        check_order(claim, argument)


def _check_carried(s: Statement, argument: Carried) -> None:
    base, step = carried(s, argument.symbol, argument.factor)
    check_order(base, argument.base)
    check_order(step, argument.step)


def _check_arranged(s: Statement, argument: Arranged) -> None:
    arranged = arrangements(s, argument.symbols)
    if len(argument.parts) != len(arranged):
        raise CertificateError("an order of the symbols is missing")
    _check_each(arranged, argument.parts)


def wanted(s: Statement) -> str:
    """What is claimed of the larger side minus the smaller one: `> 0`, `>= 0` or `!= 0`."""
    return s.relation.replace("<", ">") + " 0"


# ---- signs -----------------------------------------------------------------------------------------
def signed(s: Statement, lemmas: tuple[Lemma, ...]) -> Valuation:
    """The valuation, by these lemmas, in which the difference of the sides has the sign.

    Raises:
        CertificateError: it has not, or a lemma does not check.
    """
    if s.relation not in HOLDS or s.relation == "=":
        raise CertificateError(f"a sign says nothing about the relation {s.relation}")

    def work(capacity: int) -> Valuation:
        v = Valuation.of(s, capacity, RULES)
        for lemma in lemmas:
            v.state(lemma.rule, lemma.term, lemma.becomes)
        learn_ends(v, s.domains)
        v.suppose((s.lhs, s.rhs, *s.differentiated), facts(s), real=not s.complex_values)
        v.assume(s.assumed)
        if not has_sign(v, s):
            raise CertificateError("the difference of the two sides has no such sign that can be seen")
        return v

    quantities = {lemma.becomes for lemma in lemmas} | {lemma.term for lemma in lemmas}
    try:
        return in_large_enough_field(work, room(s) + len(quantities) // 3)
    except DividedByZero:
        raise CertificateError("the statement divides by zero everywhere") from None


def has_sign(v: Valuation, s: Statement) -> bool:
    """The difference of the sides, as the valuation computes it, has the sign that is claimed."""
    larger, smaller = (v.value(side) for side in larger_and_smaller(s))
    learn_functions(v)
    difference = v.field.reduced(v.field.sub(larger, smaller))
    return v.meets(difference, wanted(s))


def learn_ends(v: Valuation, domains: Mapping[str, Domain]) -> None:
    """The ends of bounded domains are facts about the symbols."""
    for name, domain in domains.items():
        x = v.value(Symbol(name))
        if domain.lower is not None:
            strict = domain.lower_open
            v.signs.learn(v.field.sub(x, v.field.rational(domain.lower)), "> 0" if strict else ">= 0")
        if domain.upper is not None:
            strict = domain.upper_open
            v.signs.learn(v.field.sub(v.field.rational(domain.upper), x), "> 0" if strict else ">= 0")


# ---- balls -----------------------------------------------------------------------------------------
def _check_enclosed(s: Statement, precision: int) -> None:
    """One ball over the whole domain; where a side has no value, nothing is claimed."""
    difference = minus(s.lhs, s.rhs)
    boxes = {name: box(s.domains.get(name, Domain())) for name in free_symbols(difference)}
    if any(ball is None for ball in boxes.values()):
        raise CertificateError("the domain is not bounded")
    if boxes and any(isinstance(t, Integral) for t in subterms(difference)):
        raise CertificateError("an integral is enclosed at single points only")
    set_precision(precision)
    try:
        value = Evaluation(boxes).value(difference)
    except (Undefined, TermError) as error:
        raise CertificateError("the difference has no value on the whole domain") from error
    if s.relation not in HOLDS or not HOLDS[s.relation](value):
        raise CertificateError("the ball around the difference does not have the sign")


# ---- one claim for another -------------------------------------------------------------------------
def ordered(s: Statement, relation: str) -> Statement:
    """A strict order in the place of `!=`."""
    if s.relation != "!=" or relation not in ("<", ">"):
        raise CertificateError("only sides that differ are so by order")
    return replace(s, relation=relation)


# ---- cases -----------------------------------------------------------------------------------------
def part(s: Statement, name: str, at: Fraction, *, below: bool) -> Statement:
    """The claim for the values of a symbol up to (or from) a number, the number included."""
    domain = _ordered_domain(s, name)
    if below:
        narrow = replace(domain, upper=at, upper_open=False)
        inside = domain.upper is None or at < domain.upper
    else:
        narrow = replace(domain, lower=at, lower_open=False)
        inside = domain.lower is None or at > domain.lower
    if not inside:  # the other part is all there is
        raise CertificateError(f"{at} does not divide the domain of {name}")
    return replace(s, domains={**s.domains, name: narrow})


def at_value(s: Statement, name: str, at: Fraction) -> Statement:
    """The claim at one value of a symbol."""
    _ordered_domain(s, name)
    return specialised(s, {name: at})


def without(s: Statement, name: str, at: Fraction) -> Statement:
    """The claim for all other values of a symbol."""
    domain = _ordered_domain(s, name)
    if at == domain.lower:
        domain = replace(domain, lower_open=True)
    elif at == domain.upper:
        domain = replace(domain, upper_open=True)
    elif at == 0:
        domain = replace(domain, nonzero=True)
    else:
        return replace(s, assumed=(*s.assumed, (Symbol(name), "!=", Number(at))))
    return replace(s, domains={**s.domains, name: domain})


def _ordered_domain(s: Statement, name: str) -> Domain:
    domain = s.domains.get(name)
    if domain is None or domain.field == "complex":
        raise CertificateError(f"{name} is no real symbol of the statement")
    return domain


# ---- any number of a range -------------------------------------------------------------------------
def generalised(s: Statement, term: Term, name: str) -> Statement:
    """The claim with a new symbol, which runs through the range of a function, in the place of its value.

    Every point of the statement gives a point of this one, with the same values of both sides.
    """
    if name in s.domains or name in s.symbols:
        raise CertificateError("the name of the new symbol is taken")
    if term not in outer_terms(s.lhs, s.rhs) or any(isinstance(t, Bound) for t in subterms(term)):
        raise CertificateError("the term does not stand where its value is a real number")
    require_real(term)
    x = Symbol(name)

    def put(t: Term) -> Term:
        return exchanged(t, term, x)

    return replace(
        s,
        lhs=put(s.lhs),
        rhs=put(s.rhs),
        domains={**s.domains, name: range_of(term)},
        differentiated=tuple(put(t) for t in s.differentiated),
        required=tuple(replace(r, term=put(r.term)) for r in s.required if not r.bound),
        assumed=tuple((put(a), relation, put(b)) for a, relation, b in s.assumed),
    )


# ---- definedness -----------------------------------------------------------------------------------
def _check_defined(s: Statement, parts: tuple[Order, ...]) -> None:
    """Each requirement of the expression holds on the whole domain, and so it has a value everywhere."""
    if s.relation != DEFINED:
        raise CertificateError("it is not claimed that something is defined")
    claims = requirement_claims(s)
    if len(parts) != len(claims):
        raise CertificateError("something is left to be shown of what the expression requires")
    _check_each(claims, parts)


# ---- the least value -------------------------------------------------------------------------------
def _check_least(s: Statement, argument: Least) -> None:
    larger, smaller = larger_and_smaller(s)
    there, below, above = least_statements(s, minus(larger, smaller), argument)
    check_order(there, argument.there)
    for statement, inner in ((below, argument.below), (above, argument.above)):
        if statement is not None and inner is not None:
            check_order(statement, inner)
        elif statement is not None:
            raise CertificateError("nothing is shown about the slope on one side")


__all__ = ["check_order", "has_sign", "learn_ends", "signed", "wanted"]
