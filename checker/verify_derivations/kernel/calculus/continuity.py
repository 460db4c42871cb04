"""When a statement is defined, real and continuous (or smooth) on the whole of a connected domain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flint import arb

from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.facts import as_hypotheses
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.calculus.cases import has_cases
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.limit import OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Binder,
    Delta,
    Integral,
    Mul,
    Number,
    Pow,
    Sum,
    Term,
)
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def require_connected_and_continuous(s: Statement, *, smooth: bool = False, along: str = "") -> None:
    """Both sides are real continuous functions on the whole domain, which is a product of intervals.

    With `smooth`, they are differentiable throughout as well. With `along`, they are so along this symbol,
    which runs through an interval, for all values of the others, which may be whole numbers; hypotheses,
    which do not hold that symbol, are facts.

    Raises:
        CertificateError: that cannot be shown.
    """
    if s.complex_values or (along and along in free_symbols(*s.hypotheses)):
        raise CertificateError("the domain is not a product of real intervals")
    if not along and not all(_always(s, *a) for a in s.assumed):
        raise CertificateError("the domain is not a product of real intervals")
    for name, domain in s.domains.items():
        if (domain.field != "real" or domain.nonzero) and along in ("", name):
            raise CertificateError(f"the domain of {name} is not an interval")
    for term in subterms(s.lhs, s.rhs):
        require_continuous(s, term, smooth=smooth)
    body = (s.lhs, s.rhs)
    needed = requirements((), body) if smooth else requirements(body)
    holds = holds_given if along else holds_everywhere
    for requirement in [*s.required, *needed]:
        if not holds(s, requirement):
            raise CertificateError("the statement is not defined on the whole domain")


def _always(s: Statement, lhs: Term, relation: str, rhs: Term) -> bool:
    """A hypothesis holds on the whole domain, so that it takes nothing away from it."""
    if relation not in (">", ">=", "<", "<=", "!="):
        return False
    left, right = (lhs, rhs) if relation[0] in ">!" else (rhs, lhs)
    difference = Add((left, Mul((Number(-1), right))))
    free = replace(s, assumed=())
    return holds_everywhere(free, Requirement(difference, relation.replace("<", ">") + " 0"))


def require_continuous(s: Statement, term: Term, *, smooth: bool) -> None:
    """The node at the top of the term is continuous (or smooth) where it is defined (and smooth)."""
    match term:
        case Apply(name, _):
            row = FUNCTIONS.get(name)
            if row is not None and not (row.analytic if smooth else row.continuous):
                raise CertificateError(f"{name} is not continuous (or not smooth)")
        case Pow(base, exponent) if not isinstance(exponent, Number):
            if not holds_everywhere(s, Requirement(base, "> 0")):
                raise CertificateError("the base of a power may not be positive")
        case Piecewise():
            raise CertificateError("an expression by cases may not be continuous")
        case Binder() | Delta():
            raise CertificateError("a sum or a delta is not looked into here")


def holds_everywhere(s: Statement, requirement: Requirement) -> bool:
    """The requirement holds at every point of the domain, by signs or by one ball over a bounded domain."""
    if requirement.bound:
        return False
    if requirement.relation == "nonpole":  # what is positive is none of 0, -1, -2, ...
        requirement = replace(requirement, relation="> 0")

    def work(capacity: int) -> str:
        v = Valuation.of(s, capacity, RULES)
        return v.signs.of_element(v.value(requirement.term))

    try:
        sign = in_large_enough_field(work)
    except (CertificateError, DividedByZero, Budget):
        sign = "r"
    allowed = {"> 0": ("+",), ">= 0": ("+", "0+"), "!= 0": ("+", "-")}[requirement.relation]
    return sign in allowed or _by_ball(s, requirement)


def holds_given(s: Statement, requirement: Requirement) -> bool:
    """The requirement holds at every point of the domain at which the hypotheses hold."""
    if holds_everywhere(s, requirement):
        return True
    if not s.assumed or requirement.bound or requirement.relation == "nonpole":
        return False

    def work(capacity: int) -> bool:
        v = Valuation.of(s, capacity, RULES)
        v.assume(s.assumed)
        return v.meets(v.value(requirement.term), requirement.relation)

    try:
        return in_large_enough_field(work)
    except (CertificateError, DividedByZero, Budget):
        return False


def covered(s: Statement, becomes: Term) -> bool:
    """Where the statement is defined, so is the new term: what it requires is known or always met."""
    known = {(r.term, r.relation) for r in s.required if not r.bound}
    given = replace(s, assumed=(*s.assumed, *as_hypotheses(s)))
    return (
        not has_cases(becomes)
        and surely_real(s, becomes)
        and all(
            (r.term, r.relation) in known or (not r.bound and holds_given(given, r))
            for r in requirements((becomes,))
        )
    )


def surely_real(s: Statement, *terms: Term) -> bool:
    """The terms have real values where the statement is defined, its hypotheses and their requirements hold.

    Of two kinds of nodes the requirements tell too little. A power with an exponent that is no number is real
    if its base is positive, or its exponent a whole number; a series, an improper integral or a limit may not
    converge. What stands in the statement has a value, though.
    """
    if s.complex_values:
        return True
    own = set(defined_parts(s.domains, s.lhs, s.rhs))
    for series in [t for t in own if isinstance(t, Sum) and t.upper is OO]:  # it has terms
        own.update(t for t in defined_parts(s.domains, series.body) if not t.loose)
    todo = list(terms)
    while todo:
        term = todo.pop()
        if term in own:
            continue
        if isinstance(term, Infinity | Limit | Integral) or not _is_real_power(s, term):
            return False
        todo.extend(term.children)
    return True


def _is_real_power(s: Statement, term: Term) -> bool:
    match term:
        case Pow(base, exponent) if not isinstance(exponent, Number):
            return _is_whole(s, exponent) or holds_given(s, Requirement(base, "> 0"))
    return True


def _is_whole(s: Statement, exponent: Term) -> bool:
    """A whole number plus whole multiples of whole numbers."""
    form = affine(exponent)
    if form is None or form.constant.denominator != 1:
        return False
    names = dict(form.parts)
    whole = all(name in s.domains and s.domains[name].field == "integer" for name in names)
    return whole and all(c.denominator == 1 for c in names.values())


def _by_ball(s: Statement, requirement: Requirement) -> bool:
    """One ball evaluation with the whole of a bounded domain as its argument."""
    boxes = {name: box(s.domains.get(name, REAL)) for name in free_symbols(requirement.term)}
    if any(box is None for box in boxes.values()):
        return False
    set_precision(64)
    try:
        value = Evaluation(boxes).value(requirement.term)
    except (Undefined, TermError):
        return False
    match requirement.relation:
        case "> 0":
            return bool(value > 0)
        case ">= 0":
            return bool(value >= 0)
        case _:
            return not value.contains(0)


def box(domain: Domain) -> Any:
    """The bounded interval as one ball, None if it is not bounded."""
    if domain.lower is None or domain.upper is None:
        return None
    middle, radius = (domain.lower + domain.upper) / 2, (domain.upper - domain.lower) / 2
    return exact(middle) + arb(0, 1) * exact(radius)
