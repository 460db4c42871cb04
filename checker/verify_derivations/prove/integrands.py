"""Integrals with something in their integrand that goes first: other integrals and sums, absolute values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Argument, Cut, Evidence, Integrand, Point, Replaced, Rewriting
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.calculus.continuity import holds_given
from verify_derivations.kernel.calculus.integrands import check_cut, check_integrand, cut, integrand_statement
from verify_derivations.kernel.calculus.integrands import with_integrand as over_the_same_way
from verify_derivations.kernel.calculus.replacements import replaced
from verify_derivations.kernel.claims.facts import as_hypotheses, minus, told
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.arcs import ARCS, FARTHEST
from verify_derivations.prove.jumps import BY_SIGN, told_by
from verify_derivations.term.arrays.affine import Affine, affine
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.functions import instantiate
from verify_derivations.term.syntax.build import div, mul, number
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import PI, ZERO, Apply, Binder, Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import applications, free_symbols, walk

Prove = Callable[[Statement, float, Point], Argument | None]
Replacements = Callable[[Statement, Binder, float, Point, Prove], Iterator[tuple[Term, Evidence]]]

NOTHING = Rewriting()


def by_integrand(
    s: Statement, term: Integral, deadline: float, seen: Point, prove: Prove, replacements: Replacements
) -> Iterator[tuple[Term, Integrand | Cut]]:
    """What an integral is by another integrand, or cut where an absolute value has its kink."""
    if not (term.body.holds(Binder) or term.body.holds(Apply)):
        return
    name = f"{term.index}_" + "".join(free_symbols(term))
    body = instantiate_bound(term.body, Symbol(name))
    for kink in _kinks(body, name):
        if kink in (term.lower, term.upper):
            continue
        try:
            check_cut(s, term, cut(term, Cut(kink)), Cut(kink), lambda _, __: None)
        except (CertificateError, TermError):
            continue
        yield cut(term, Cut(kink)), Cut(kink)
    draft = Integrand(name, body, NOTHING)
    try:
        on_the_way = integrand_statement(s, term, draft)
    except CertificateError:
        return
    for other, identity in (
        *_without_signs(on_the_way, body, deadline, seen, prove),
        *(
            _inside_out(on_the_way, body, deadline, _with(seen, name, on_the_way), prove, replacements)
            if body.holds(Binder)
            else ()
        ),
    ):
        evidence = replace(draft, body=other, identity=identity)
        becomes = over_the_same_way(term, evidence)
        try:
            check_integrand(s, term, becomes, evidence, lambda _, __: None)
        except (CertificateError, TermError):
            continue
        yield becomes, evidence


# ---- signs -------------------------------------------------------------------------------------------
def _kinks(body: Term, name: str) -> Iterator[Term]:
    """Where the argument of a function that goes by its sign is zero, if it is a linear one or a wave."""
    found: dict[Term, None] = {}
    for call in applications(body):
        if call.function in BY_SIGN and name in call.names:
            inside = told_by(call)
            if isinstance(inside, Apply) and inside.function in ARCS:
                found.update(dict.fromkeys(_zeros(inside, name)))
                continue
            form = affine(inside)
            if form is not None and form.of(name):
                slope = form.of(name)
                rest = form.plus(Affine(Fraction(0), ((name, slope),)), -1)
                found.setdefault(Affine(Fraction(0)).plus(rest, -1 / slope).term())
    yield from found


def _zeros(wave: Apply, name: str) -> Iterator[Term]:
    """Zeros of a sine or cosine whose argument is linear in the variable, those next to zero first."""
    phase = wave.arguments[0]
    slope = differentiate(phase, Symbol(name))
    if name in slope.names or slope is ZERO:
        return
    start = substitute(phase, {name: ZERO})
    for k in sorted(range(-FARTHEST, FARTHEST), key=abs):
        first, length = ARCS[wave.function]
        angle = mul(number(first + length * k), PI)
        yield div(minus(angle, start), slope)


def _without_signs(
    s: Statement, body: Term, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Argument]]:
    """The integrand without a function whose argument has one sign all the way."""
    given = replace(s, rhs=s.lhs, assumed=(*s.assumed, *as_hypotheses(s)))
    for call in applications(body):
        if call.function not in BY_SIGN:
            continue
        argument = told_by(call)
        for formula, size in zip(BY_SIGN[call.function], (argument, minus(ZERO, argument)), strict=True):
            if holds_given(given, Requirement(size, ">= 0")):
                other = exchanged(body, call, instantiate(formula, call.arguments))
                identity = prove(replace(s, rhs=other), deadline, seen)
                if identity is not None:
                    yield other, identity


# ---- integrals and sums within -----------------------------------------------------------------------
def _inside_out(
    s: Statement, body: Term, deadline: float, seen: Point, prove: Prove, replacements: Replacements
) -> Iterator[tuple[Term, Argument]]:
    """The integrand without integrals and sums, one after the other replaced by what it is."""
    inner = list(dict.fromkeys(t for t, depth in walk(body) if depth == 0 and isinstance(t, Binder)))
    if not inner:
        yield body, NOTHING
    for term in inner:
        for becomes, evidence in replacements(told(s, term), term, deadline, seen, prove):
            step = Replaced(term, becomes, evidence, NOTHING)
            other = exchanged(body, term, becomes)
            for last, rest in _inside_out(replaced(s, step), other, deadline, seen, prove, replacements):
                yield last, replace(step, argument=rest)


def _with(seen: Point, name: str, s: Statement) -> Point:
    """The point with a value for the variable, somewhere on the way."""
    return (*seen, (name, (_inner(s.domains[name]), Fraction(0))))


def _inner(domain: Domain) -> Fraction:
    """A number of the interval, and not one of its ends if there are others."""
    lower, upper = domain.lower, domain.upper
    if lower is not None and upper is not None:
        return (lower + upper) / 2
    return lower + 1 if lower is not None else upper - 1 if upper is not None else Fraction(1)


__all__ = ["by_integrand"]
