"""Where a number lives from here on, where something was said of it before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.narrower import AS_BEFORE, Narrower, in_both
from verify_derivations.term.syntax.domain import REAL, Domain

WHOLE = Narrower("a whole number, as was said before")


def live(name: str, domain: Domain, context: Context) -> None:
    """A set is said to hold the name: `x \\in S`.

    Where the name is not introduced anew, "x is real" says nothing new of a positive x; if that is another
    sentence, it may as well be about any real x.
    """
    old, before = context.domains.get(name), context.anew.get(name)
    introduced = before is not None and before.domain is not None
    if old is not None and old != domain and not introduced and _is_within(old, domain):
        if name not in context.just_said:
            context.wider[name] = domain
        return
    rest = None if old is None or REAL in (old, domain) else in_both(old, domain)
    if rest is not None and not rest.is_empty and name in context.just_said:
        domain = rest  # one sentence says both
    surely = before is not None and before.surely and name not in context.bounded
    context.domains[name] = domain
    context.just_said.add(name)
    context.bounded.add(name)
    for said in (context.narrower, context.worded, context.wider):
        said.pop(name, None)
    if before is not None:
        context.anew[name] = replace(before, domain=None)
    if rest is not None and not (surely or rest.is_empty or rest == domain):
        context.narrower[name] = Narrower(AS_BEFORE, within=old)


def bound(found: Mapping[str, Domain], made: Mapping[str, Domain], context: Context) -> None:
    """Comparisons leave these domains; one that leaves nothing is about another number of the same name.

    Args:
        found: the domains that are left.
        made: those of the comparisons by themselves.
        context: what is known.
    """
    for name, domain in found.items():
        old = context.domains.get(name)
        before = context.anew.get(name)
        if old == domain:
            if before is not None and made[name] == domain:
                context.anew[name] = replace(before, domain=None)
            continue
        introduced = before is not None and before.domain is not None
        if old is not None and (introduced or _is_over(domain, old, made[name])):
            if before is not None:
                context.anew[name] = replace(before, domain=None)
            context.worded.pop(name, None)
            context.narrower.pop(name, None)
            if old.field == "integer":
                context.narrower[name] = WHOLE
            elif before is not None and introduced and not before.surely and not domain.is_empty:
                context.narrower[name] = Narrower(AS_BEFORE, within=old)
            domain = made[name]
        context.domains[name] = domain
        context.wider.pop(name, None)
        context.just_said.add(name)
        context.bounded.add(name)


def widen(made: Mapping[str, Domain], context: Context) -> None:
    """Comparisons that a sentence supposes, and that say less than was said before: "for $x > 0$" of $x > 1$.

    Args:
        made: the domains of the comparisons by themselves.
        context: what is known.
    """
    for name, domain in made.items():
        old = context.domains.get(name)
        if old is None or old == domain or name in context.just_said or not _is_within(old, domain):
            continue
        context.wider[name] = domain


def _is_over(domain: Domain, old: Domain, alone: Domain) -> bool:
    """Two comparisons leave nothing, or a single number, though each of them leaves more."""
    nothing = domain.is_empty or (domain.lower is not None and domain.lower == domain.upper)
    return nothing and not any(one.is_empty or one.lower == one.upper is not None for one in (old, alone))


def _is_within(one: Domain, other: Domain) -> bool:
    """All numbers of the first domain belong to the second one."""
    if other.field == "integer" and one.field != "integer":
        return False
    if "complex" in (one.field, other.field) or (other.nonzero and Fraction(0) in one):
        return other.field == "complex"
    return _reaches(one.lower, one.lower_open, other.lower, other.lower_open, 1) and _reaches(
        one.upper, one.upper_open, other.upper, other.upper_open, -1
    )


def _reaches(
    end: Fraction | None, is_open: bool, limit: Fraction | None, limit_open: bool, sign: int
) -> bool:
    """An end of a domain does not go beyond that of another one; `sign` is -1 for upper ends."""
    if limit is None:
        return True
    if end is None or sign * end < sign * limit:
        return False
    return end != limit or is_open or not limit_open


__all__ = ["bound", "live", "widen"]
