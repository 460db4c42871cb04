r"""Names in binomial coefficients: they count, and 0 <= k <= n, where all authors agree about the value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.tables import COUNTS
from verify_derivations.errors import TermError
from verify_derivations.model import Claim, Context, Declaration
from verify_derivations.term.arrays.affine import Affine, affine
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Apply, Binder, Derivative, Number, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols, subterms

MOST_NAMES = 4
"""With more names, whether all the ranges together leave a point is not looked at."""

TRIED = range(6)

LETTER = re.compile(r"[a-zA-Z]|\\ell")


class Call(NamedTuple):
    """A binomial coefficient: its upper and lower place, and the ranges of the indices in them."""

    top: Affine
    low: Affine
    runs: tuple[tuple[str, Affine, Affine], ...]


def counted(claim: Claim, said: Mapping[str, Domain], given: frozenset[str]) -> Claim:
    """The claim with names in binomial coefficients as whole numbers, and k <= n where nothing else is said.

    Elsewhere the value is a matter of convention. Nothing is narrowed in series, which may speak of other
    upper numbers too, nor what is differentiated by, nor what the author says is a real number.

    Args:
        claim: as it was read.
        said: where names live, as the author declared.
        given: names of which an assumption speaks.
    """
    calls = _calls(claim)
    names = sorted({name for call in calls for name in _names(call)})
    domains = {d.name: d.domain for d in claim.context.declarations}
    open_names = [name for name in names if domains.get(name, REAL).field != "integer"]
    made = {name: _whole(name, domains.get(name, REAL), said) for name in open_names}
    tops = {name for call in calls for name, _ in call.top.parts}
    if any(domain is None for domain in made.values()) or not all(
        stem(n) in COUNTS for n in tops & set(made)
    ):
        return claim
    bounds = list(_triangles(calls, frozenset(names) - said.keys() - given))
    if not calls or not _leaves_a_point(bounds, names):
        return claim
    context = _declared(claim.context, {name: domain for name, domain in made.items() if domain is not None})
    return replace(claim, context=_within_bounds(context, bounds))


def counted_remark(claim: Claim) -> Iterator[str]:
    """What a claim takes for granted of the names in its binomial coefficients, in words."""
    names = {name for call in _calls(claim) for name in _names(call)}
    whole = {d.name for d in claim.context.declarations if d.domain.field == "integer"} & names
    if whole and whole == names:
        bounds = [
            a
            for a in claim.context.assumptions
            if a.relation == "<" and set(free_symbols(a.lhs, a.rhs)) <= whole
        ]
        shown = [", ".join(sorted(whole)) + " whole", *(f"{text(a.lhs)} < {text(a.rhs)}" for a in bounds)]
        yield f"in binomial coefficients: {', '.join(shown)}; elsewhere their value is a matter of convention"


# ---- what is there ---------------------------------------------------------------------------------------
def _calls(claim: Claim) -> list[Call]:
    """The binomial coefficients in sums of names, with definitions put in; none in series."""
    bodies = [d.body for d in claim.context.definitions]
    if not any(map(_is_binomial, subterms(claim.lhs, claim.rhs, *bodies))):
        return []
    unfolding = Unfolding([(d.head, d.body) for d in claim.context.definitions])
    try:
        sides = [unfolding.meaning(side) for side in (claim.lhs, claim.rhs)]
    except TermError:
        return []  # why it has no meaning is told by those who judge it
    parts = list(subterms(*sides, claim.lhs, claim.rhs))
    calls = [call for side in sides for call in _within(side, ())]
    by = {
        part.variable.name
        for part in parts
        if isinstance(part, Derivative) and isinstance(part.variable, Symbol)
    }
    endless = any(isinstance(part, Infinity) for part in parts)
    return [] if endless or any(name in by for call in calls for name in _names(call)) else calls


def _is_binomial(part: Term) -> bool:
    return isinstance(part, Apply) and part.function == "binomial"


def _within(term: Term, runs: tuple[tuple[str, Affine, Affine], ...]) -> Iterator[Call]:
    """The calls in a term, with the ranges around them; none within what is bound in another way."""
    if isinstance(term, Apply) and _is_binomial(term):
        top, low = map(affine, term.arguments)
        if top is not None and low is not None:
            yield Call(top, low, runs)
    if not isinstance(term, Binder):
        for child in term.children:
            yield from _within(child, runs)
    elif isinstance(term, Sum | Product):
        lower, upper = affine(term.lower), affine(term.upper)
        if lower is not None and upper is not None:
            name = f"@{len(runs)}"
            inner = instantiate_bound(term.body, Symbol(name))
            yield from _within(inner, (*runs, (name, lower, upper)))


def _names(call: Call) -> list[str]:
    """The names that a call depends on, by the bounds of what runs, too."""
    forms = (call.top, call.low, *(_at_its_least(form, call.runs) for form in (call.top, call.low)))
    return [name for form in forms for name, _ in form.parts if not name.startswith("@")]


# ---- where names live ------------------------------------------------------------------------------------
def _whole(name: str, domain: Domain, said: Mapping[str, Domain]) -> Domain | None:
    """The whole numbers from 0 on in what is known to be the domain; None if another one was said."""
    if LETTER.fullmatch(stem(name)) is None or said.get(name) == REAL:
        return None
    if domain == REAL:
        return DOMAINS["natural"]
    counts = domain.field == "real" and domain.lower is not None and domain.lower >= 0
    return replace(domain, field="integer") if counts and stem(name) in COUNTS else None


def _declared(context: Context, made: Mapping[str, Domain]) -> Context:
    kept = [d for d in context.declarations if d.name not in made]
    new = [Declaration(name, domain) for name, domain in made.items()]
    return replace(context, declarations=tuple(sorted((*kept, *new), key=lambda d: d.name)))


# ---- the triangle ----------------------------------------------------------------------------------------
def _triangles(calls: Iterable[Call], silent: frozenset[str]) -> Iterator[Affine]:
    """What is not negative, n, k and n - k, where something has to be known and nobody says anything."""
    found: dict[Affine, None] = {}
    for call in calls:
        for form in (call.top, call.low, call.top.minus(call.low)):
            least = _at_its_least(form, call.runs)
            positive = least.constant >= 0 and all(factor > 0 for _, factor in least.parts)
            if not positive and least.parts and {name for name, _ in least.parts} <= silent:
                found.setdefault(least)
    yield from found


def _at_its_least(form: Affine, runs: Sequence[tuple[str, Affine, Affine]]) -> Affine:
    """What a form is at the ends of the ranges at which it is least, the inner ones first."""
    for name, lower, upper in reversed(runs):
        factor = form.of(name)
        if factor:
            without = form.minus(Affine(Fraction(0), ((name, factor),)))
            form = without.plus(lower if factor > 0 else upper, factor)
    return form


def _leaves_a_point(bounds: list[Affine], names: list[str]) -> bool:
    """Some small whole numbers are in all of these ranges."""
    if len(names) > MOST_NAMES:
        return not bounds
    points = (dict(zip(names, values, strict=True)) for values in product(TRIED, repeat=len(names)))
    return any(all(_at(form, point) >= 0 for form in bounds) for point in points)


def _at(form: Affine, point: Mapping[str, int]) -> Fraction:
    return form.constant + sum((factor * point[name] for name, factor in form.parts), Fraction(0))


def _within_bounds(context: Context, bounds: Iterable[Affine]) -> Context:
    """The bounds assumed: of whole numbers k <= n says the same as k < n + 1, which also tells a sign."""
    domains = {d.name: d.domain for d in context.declarations}
    more = list[Claim]()
    forms = [*bounds, *_assumed(context, domains)]
    for form in forms:
        large = Affine(
            max(form.constant, Fraction(-1)) + 1, tuple(part for part in form.parts if part[1] > 0)
        )
        small = large.minus(form).minus(Affine(Fraction(1)))
        bound = narrowed(domains, small.term(), "<", large.term())
        if bound is None:
            more.append(Claim(small.term(), "<", large.term()))
        else:
            domains |= bound
    for form in forms:
        domains |= _from_below(form, domains)
    declarations = tuple(Declaration(name, domain) for name, domain in sorted(domains.items()))
    return replace(context, declarations=declarations, assumptions=(*context.assumptions, *more))


def _from_below(form: Affine, domains: Mapping[str, Domain]) -> dict[str, Domain]:
    """What a form that is not negative says of the one name that is added in it: n >= 2 if 1 <= k < n."""
    added = [(name, factor) for name, factor in form.parts if factor > 0]
    least = form.constant
    for name, factor in form.parts:
        lower = domains.get(name, REAL).lower
        if factor < 0 and lower is None:
            return {}
        least += factor * lower if factor < 0 and lower is not None else 0
    if len(added) != 1 or added[0][0] not in domains:
        return {}
    name, factor = added[0]
    return narrowed(domains, Symbol(name), ">=", Number(-least / factor)) or {}


def _assumed(context: Context, domains: Mapping[str, Domain]) -> Iterator[Affine]:
    """What the author says is not negative, where it is a whole number."""
    for claim in context.assumptions:
        left, right = affine(claim.lhs), affine(claim.rhs)
        if claim.relation not in ("<=", ">=") or left is None or right is None:
            continue
        form = right.minus(left) if claim.relation == "<=" else left.minus(right)
        whole = all(
            domains.get(name, REAL).field == "integer" and c.denominator == 1 for name, c in form.parts
        )
        if whole and form.parts and form.constant.denominator == 1:
            yield form


__all__ = ["counted", "counted_remark"]
