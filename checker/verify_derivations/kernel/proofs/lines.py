"""Along one symbol, all others held fixed: where a function is smooth, and what its slope then says."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import prod

from verify_derivations.certificate import Least, Slope
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import covered, holds_everywhere, require_continuous
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.relations import ORDERS
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.syntax.build import add, mul, number, rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ZERO, Add, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Hypothesis = tuple[Term, str, Term]
FLIP = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


# ---- the least value -------------------------------------------------------------------------------
def least_statements(
    s: Statement, difference: Term, argument: Least
) -> tuple[Statement, Statement | None, Statement | None]:
    """What shows that the difference is smallest where the symbol is `at`, and has the sign there.

    On the way from `at` to any other value the difference is continuous, and smooth between; so if it does
    not fall on the way, it is nowhere smaller than at `at`. Where `at` itself does not belong to the domain,
    it rises strictly if that is claimed.

    Returns:
        The claim at `at`, and those about the slope below and above it; None where there is no such value.

    Raises:
        CertificateError: the difference is not smooth, or `at` does not lie in the closure of the domain.
    """
    if s.relation not in ORDERS:
        raise CertificateError("a least value says something about an order only")
    name, at = argument.symbol, argument.at
    domain = interval_of(s, name)
    if name in free_symbols(at) or any(n not in s.domains for n in free_symbols(at)):
        raise CertificateError("the place of the least value is not given by the other symbols")
    if not covered(s, at):
        raise CertificateError("the place of the least value may not be a real number everywhere")
    kept, bounds = along(s, name)
    inside = _inside(s, at, domain, bounds)
    strict = s.relation in ("<", ">")
    number = rational(at)
    closed = _closed_at(s, domain, at)
    require_line(s, difference, name, closed, interior_of(domain))
    at_point = at_place(s, name, at, kept, (">" if strict else ">=") if inside else ">=", difference)
    rises = ">" if strict and not inside else ">="
    below = above = None
    if not _nothing(domain.lower, number, bounds, at, (">", ">=")):
        interior, extra = _side(domain, name, at, number, below=True)
        below = slope_of(s, difference, name, interior, FLIP[rises], (*kept, *bounds, *extra))
    if not _nothing(domain.upper, number, bounds, at, ("<", "<=")):
        interior, extra = _side(domain, name, at, number, below=False)
        above = slope_of(s, difference, name, interior, rises, (*kept, *bounds, *extra))
    return at_point, below, above


def _nothing(
    end: Fraction | None,
    number: Fraction | None,
    bounds: tuple[Hypothesis, ...],
    at: Term,
    relations: tuple[str, str],
) -> bool:
    """There is no value of the symbol on that side of `at`."""
    if end is not None and number == end:
        return True
    return any(relation in relations and bound is at for _, relation, bound in bounds)


def along(s: Statement, name: str) -> tuple[tuple[Hypothesis, ...], tuple[Hypothesis, ...]]:
    """The hypotheses that do not hold the symbol, and those that bound it: `symbol relation term`.

    What else is assumed of the symbol may leave gaps among its values. It is dropped: what is shown is shown
    for the values in the gaps, too.
    """
    kept, bounds = [], []
    for lhs, relation, rhs in s.assumed:
        if name not in free_symbols(lhs, rhs):
            kept.append((lhs, relation, rhs))
        elif relation in ORDERS and (bound := _bound(minus(lhs, rhs), name)) is not None:
            slope, other = bound
            bounds.append((Symbol(name), relation if slope > 0 else FLIP[relation], other))
    return tuple(kept), tuple(bounds)


def _bound(term: Term, name: str) -> tuple[Fraction, Term] | None:
    """c and b, where the term is c*(symbol - b) with a number c that is not zero and b free of the symbol."""
    parts = _linear(term, Symbol(name))
    if parts is None or parts[0] == 0:
        return None
    slope, rest = parts
    return slope, mul(number(-1 / slope), add(*rest))


def _linear(term: Term, symbol: Symbol) -> tuple[Fraction, list[Term]] | None:
    """c and summands free of the symbol, where the term is c*symbol and their sum."""
    if symbol.name not in term.names:
        return Fraction(0), [term]
    match term:
        case Symbol():
            return Fraction(1), []
        case Add(terms):
            parts = [_linear(t, symbol) for t in terms]
            if None in parts:
                return None
            found = [part for part in parts if part is not None]
            return sum((c for c, _ in found), Fraction(0)), [t for _, rest in found for t in rest]
        case Mul(factors):
            numbers = [rational(f) for f in factors if f is not symbol]
            others = [f for f in factors if rational(f) is None]
            inner = _linear(others[0], symbol) if len(others) == 1 else None
            if inner is None:
                return None
            by = prod((n for n in numbers if n is not None), start=Fraction(1))
            return by * inner[0], [mul(number(by), t) for t in inner[1]]
    return None


def _inside(s: Statement, at: Term, domain: Domain, bounds: tuple[Hypothesis, ...]) -> bool:
    """`at` may be a value of the symbol; False if it is surely only the end of its values.

    Raises:
        CertificateError: it is not even that.
    """
    inside, number = True, rational(at)
    conditions = [(bound, relation) for _, relation, bound in bounds]
    if domain.lower is not None:
        conditions.append((Number(domain.lower), ">" if domain.lower_open else ">="))
    if domain.upper is not None:
        conditions.append((Number(domain.upper), "<" if domain.upper_open else "<="))
    for bound, relation in conditions:
        if at is bound or (number is not None and number == rational(bound)):
            inside = inside and relation in ("<=", ">=")
            continue
        larger, smaller = (at, bound) if relation[0] == ">" else (bound, at)
        room = Add((larger, Mul((Number(-1), smaller))))
        if not _everywhere(s, room, ">= 0"):
            raise CertificateError("the place of the least value may lie outside of the domain")
    return inside


def _everywhere(s: Statement, term: Term, relation: str) -> bool:
    return holds_everywhere(replace(s, assumed=()), Requirement(term, relation))


def _closed_at(s: Statement, domain: Domain, at: Term) -> Domain:
    """The domain with its ends included, unless `at` surely is another number: all others may have to do
    with them."""
    if domain.lower is not None and not _everywhere(s, minus(at, Number(domain.lower)), "!= 0"):
        domain = replace(domain, lower_open=False)
    if domain.upper is not None and not _everywhere(s, minus(at, Number(domain.upper)), "!= 0"):
        domain = replace(domain, upper_open=False)
    return domain


def _side(
    domain: Domain, name: str, at: Term, number: Fraction | None, *, below: bool
) -> tuple[Domain, tuple[Hypothesis, ...]]:
    """The values of the symbol strictly on one side of `at`."""
    interior = interior_of(domain)
    if number is None:
        return interior, ((Symbol(name), "<" if below else ">", at),)
    return (replace(interior, upper=number) if below else replace(interior, lower=number)), ()


def interior_of(domain: Domain) -> Domain:
    return replace(domain, lower_open=True, upper_open=True)


def at_place(
    s: Statement, name: str, at: Term, kept: tuple[Hypothesis, ...], relation: str, difference: Term
) -> Statement:
    """The difference with `at` put for the symbol, where it is smooth."""
    put = {name: at}
    fixed = tuple(r for r in s.required if name not in free_symbols(r.term))
    terms = tuple(substitute(t, put) for t in s.differentiated)
    needed = tuple(replace(r, term=substitute(r.term, put)) for r in s.required if r not in fixed)
    return replace(
        s,
        lhs=substitute(difference, put),
        relation=relation,
        rhs=ZERO,
        domains={n: d for n, d in s.domains.items() if n != name},
        differentiated=terms,
        required=(*fixed, *needed),
        assumed=kept,
    )


# ---- the slope between two values ------------------------------------------------------------------
def slope_statement(s: Statement, argument: Slope) -> Statement:
    """The derivative has the sign on the whole interval: so F(a) < F(b) for all a < b, by the mean value.

    Raises:
        CertificateError: the sides are not one function at two values, or it is not smooth between them.
    """
    lower, upper = argument.lower, argument.upper
    if s.relation not in ORDERS or lower == upper:
        raise CertificateError("a slope says something about an order only")
    domain = interval_of(s, lower)
    if s.domains.get(upper) != domain:
        raise CertificateError("the two values lie in different domains")
    kept = []
    given = False
    for a, relation, b in s.assumed:
        if (a, relation, b) in ((Symbol(lower), "<", Symbol(upper)), (Symbol(upper), ">", Symbol(lower))):
            given = True
        elif {lower, upper} & set(free_symbols(a, b)):
            raise CertificateError("something else is assumed about the two values")
        else:
            kept.append((a, relation, b))
    if not given:
        raise CertificateError(f"it is not assumed that {lower} < {upper}")
    first_is_left = upper not in free_symbols(s.lhs)
    function, other = (s.lhs, s.rhs) if first_is_left else (s.rhs, s.lhs)
    if upper in free_symbols(function) or substitute(function, {lower: Symbol(upper)}) is not other:
        raise CertificateError("the sides are not the values of one function")
    require_line(s, function, lower, domain, interior_of(domain))
    relation = FLIP[s.relation] if first_is_left else s.relation
    apart = tuple((Symbol(lower), "!=", Number(value)) for value in argument.apart)
    held = replace(s, required=tuple(r for r in s.required if upper not in free_symbols(r.term)))
    held = replace(held, domains={n: d for n, d in s.domains.items() if n != upper})
    return slope_of(held, function, lower, interior_of(domain), relation, (*kept, *apart))


def interval_of(s: Statement, name: str) -> Domain:
    domain = s.domains.get(name)
    if domain is None or domain.field != "real" or domain.nonzero or s.complex_values:
        raise CertificateError(f"the values of {name} are not an interval of real numbers")
    return domain


# ---- smoothness along a line -----------------------------------------------------------------------
def require_line(s: Statement, function: Term, name: str, closed: Domain, interior: Domain) -> None:
    """As a function of one symbol the term is continuous on `closed` and smooth on `interior`.

    The other symbols have any fixed values at which the statement is defined for some value of this one.

    Raises:
        CertificateError: that cannot be shown.
    """
    everywhere = replace(s, domains={**s.domains, name: closed}, assumed=())
    within = replace(s, domains={**s.domains, name: interior}, assumed=())
    for term in subterms(function):
        if name in free_symbols(term):
            require_continuous(everywhere, term, smooth=False)
            require_continuous(within, term, smooth=True)
    known = {(r.term, r.relation) for r in s.required if not r.bound and name not in free_symbols(r.term)}
    for required, place in (
        ([*s.required, *requirements((function,))], everywhere),
        (requirements((), (function,)), within),
    ):
        for r in required:
            if name in free_symbols(r.term):
                if not holds_everywhere(place, r):
                    raise CertificateError(f"the difference is not smooth for all values of {name}")
            elif place is everywhere and (r.term, r.relation) not in known:
                raise CertificateError("the difference requires more than the statement")


def alone(
    s: Statement, function: Term, name: str, dropped: set[str], kept: tuple[Hypothesis, ...]
) -> Statement:
    """That the function is what it is, for one point: what it requires there, and nothing of the others."""
    domains = {name: domain for name, domain in s.domains.items() if name not in dropped}
    required = tuple(r for r in s.required if not dropped & set(free_symbols(r.term)))
    own = [r for r in requirements((function,)) if name in free_symbols(r.term)]
    needed = tuple(dict.fromkeys((*required, *own)))
    return replace(
        s, lhs=function, rhs=ZERO, domains=domains, differentiated=(), required=needed, assumed=kept
    )


def slope_of(
    s: Statement,
    function: Term,
    name: str,
    interior: Domain,
    relation: str,
    assumed: tuple[Hypothesis, ...],
) -> Statement:
    """The derivative by the symbol stands in this relation to 0, on this part of its domain."""
    slope = differentiate(function, Symbol(name))
    fixed = tuple(r for r in s.required if name not in free_symbols(r.term))
    known = {(r.term, r.relation) for r in fixed if not r.bound}
    out = replace(
        s,
        lhs=slope,
        relation=relation,
        rhs=ZERO,
        domains={**s.domains, name: interior},
        differentiated=(),
        required=fixed,
        assumed=assumed,
    )
    for r in requirements((slope,)):
        if (r.term, r.relation) not in known and not holds_everywhere(out, r):
            raise CertificateError("the derivative is not defined for all values of the symbol")
    return out


__all__ = [
    "FLIP",
    "Hypothesis",
    "alone",
    "along",
    "at_place",
    "interior_of",
    "interval_of",
    "least_statements",
    "require_line",
    "slope_of",
    "slope_statement",
]
