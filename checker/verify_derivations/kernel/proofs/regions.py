"""Proof by cases of an expression by cases: the claim holds in each region in which one case applies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify_derivations.certificate import Argument, EmptyDomain, NeverDefined, Regions
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import DividedByZero
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.vacuity import check_never_defined
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.bounds import FLIPPED, narrowed
from verify_derivations.term.syntax.nodes import Number, Symbol, Term
from verify_derivations.term.syntax.piecewise import Comparison, Piecewise, Region, regions
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import walk

Check = Callable[[Statement, Argument], object]


def check_regions(s: Statement, argument: Regions, check: Check) -> None:
    """In every region the claim holds, or there is no point.

    Raises:
        CertificateError: that is not shown.
    """
    parts = region_statements(s, argument.term)
    if len(parts) != len(argument.parts):
        raise CertificateError("not as many arguments as there are regions")
    for part, inner in zip(parts, argument.parts, strict=True):
        match inner:
            case NeverDefined():
                check_never_defined(part, inner)
            case EmptyDomain(name):
                if name not in part.domains or not part.domains[name].is_empty:
                    raise CertificateError(f"the domain of {name} is not empty")
            case _:
                check(part, inner)


def region_statements(s: Statement, term: Term) -> list[Statement]:
    """The statement in each region, with the value of the expression there in its place.

    The regions hold every point at which the expression has a value.

    Raises:
        CertificateError: the expression stands nowhere in the statement by itself, or has too many regions.
    """
    if not isinstance(term, Piecewise):
        raise CertificateError("not an expression by cases")
    terms = (s.lhs, s.rhs, *s.differentiated, *s.hypotheses)
    if s.complex_values:
        raise CertificateError("cases are told apart over the real numbers only")
    if not any(sub is term and depth == 0 for t in terms for sub, depth in walk(t)):
        raise CertificateError("the expression does not occur outside of sums and integrals")
    found = regions(term)
    if found is None:
        raise CertificateError("the expression has too many regions")
    return [_within(_with_value(s, term, value), region) for value, region in found]


def _with_value(s: Statement, term: Piecewise, value: Term) -> Statement:
    def put(t: Term) -> Term:
        return exchanged(t, term, value, throughout=True)

    return replace(
        s,
        lhs=put(s.lhs),
        rhs=put(s.rhs),
        differentiated=tuple(put(t) for t in s.differentiated),
        required=tuple(replace(r, term=put(r.term)) for r in s.required),
        assumed=tuple((put(a), relation, put(b)) for a, relation, b in s.assumed),
    )


def _within(s: Statement, region: Region) -> Statement:
    """The statement where the comparisons hold too: a bound of a symbol narrows its domain, the rest is
    assumed."""
    for part in region:
        s = _narrowed(s, part)
    known = {(r.term, r.relation, r.ranges) for r in s.required}
    sides = (s.lhs, s.rhs, *s.hypotheses, *(side for part in region for side in (part.left, part.right)))
    new = [r for r in requirements(sides, s.differentiated) if (r.term, r.relation, r.ranges) not in known]
    return replace(s, required=(*s.required, *new))


def _narrowed(s: Statement, part: Comparison) -> Statement:
    left, relation, right = _solved(s, part)
    bound = narrowed(s.domains, left, relation, right)
    if bound is not None and set(bound) <= set(s.domains):
        return replace(s, domains={**s.domains, **bound})
    return replace(s, assumed=(*s.assumed, (part.left, part.relation, part.right)))


def _solved(s: Statement, part: Comparison) -> tuple[Term, str, Term]:
    """The comparison as one of a symbol with a number, where it is linear in a symbol and in nothing else."""

    def work(capacity: int) -> tuple[Term, str, Term] | None:
        v = Valuation.of(s, capacity, RULES)
        difference = v.field.sub(v.value(part.left), v.value(part.right))
        used = [j for j, k in enumerate(difference[0].degrees()) if k] if not difference[0].is_zero() else []
        if not difference[1].is_constant() or difference[0].total_degree() != 1 or len(used) != 1:
            return None
        generator = v.field.generators[used[0]].term
        if not isinstance(generator, Symbol):
            return None
        slope = difference[0].derivative(used[0])
        rest = difference[0] - slope * v.field.polynomials[used[0]]
        constant = 0 if rest.is_zero() else int(rest.leading_coefficient())
        top = int(slope.leading_coefficient())
        denominator = int(difference[1].leading_coefficient())  # positive in lowest terms
        value = Number(Number(-constant).value / top)
        sign = part.relation if (top > 0) == (denominator > 0) else FLIPPED.get(part.relation, part.relation)
        return generator, sign, value

    try:
        found = in_large_enough_field(work)
    except (CertificateError, DividedByZero):
        found = None
    return found or (part.left, part.relation, part.right)


__all__ = ["check_regions", "region_statements"]
