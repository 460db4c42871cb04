"""Numbers that may live in a smaller set than is declared: natural numbers without 0, even ones, primes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from verify_derivations.elaborate.notation.any_value import any_value
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import subterms


class Narrower(NamedTuple):
    """What the words say that the declaration does not.

    `part` is the name of the domain, if there is one; `within` is one that was said before, too.
    """

    words: str
    part: str = ""
    within: Domain | None = None


AS_BEFORE = "also what was said of it before"
NATURAL = Narrower("not 0, as natural numbers may begin with 1", "posint")
EARLIER = Narrower("in an interval, as was said before")


OF_A_SIGN = re.compile(
    r"\b(?:strictly\s+)?(?P<sign>positive|negative|non-?negative|non-?positive|non-?zero)"
    r"(?:\s+(?:real|whole|rational|integers?|numbers?|reals?|values?|scalars?|constants?))*\s+"
    r"(?:\$\s*(?:,|and)?\s*)*$",
    re.IGNORECASE,
)
"""Words before a set that say of which sign its numbers are: "for positive $x \\in S$"."""


def of_a_sign(words: str) -> Narrower | None:
    """What words right before a declaration say of its names.

    >>> of_a_sign("For positive real ").part, of_a_sign("For real ")
    ('positive', None)
    """
    found = OF_A_SIGN.search(words)
    if found is None:
        return None
    return Narrower(f'"{found["sign"]}", as the text says', found["sign"].lower().replace("-", ""))


def narrower_readings(
    claim: Claim, narrower: Mapping[str, Narrower], wider: Mapping[str, Domain]
) -> Iterator[Alternative]:
    """The claim where its names live in smaller sets, in which a counterexample has to be; or in larger ones.

    Args:
        claim: as it was read.
        narrower: what is known of names besides where they live.
        wider: the sets that were said, too, and of which those are parts in which they are taken to live.
    """
    if not narrower and not wider:
        return
    terms = (claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions))
    names = {part.name for part in subterms(*terms) if isinstance(part, Symbol)}
    found = {d.name: d for d in claim.context.declarations if d.name in names & narrower.keys()}
    larger = {d.name: wider[d.name] for d in claim.context.declarations if d.name in names & wider.keys()}
    if larger:
        name = min(larger)
        words = f"{name} is any number of the set that was said last"
        yield Alternative(
            words, f"let ${name} > 0$, or let ${name} \\in ...$, right before it", _living(claim, larger)
        )
    lost = next((name for name in sorted(names & narrower.keys()) if _meant(narrower[name]) is None), None)
    if lost is not None:
        yield Alternative(f"{lost} is {narrower[lost].words}", any_value(lost, claim), covered=True)
        return
    both = {name: in_both(d.domain, _meant(narrower[name]) or d.domain) for name, d in found.items()}
    smaller = {name: domain for name, domain in both.items() if domain is not None}
    changed = sorted(name for name, domain in smaller.items() if domain != found[name].domain)
    if changed:
        name = changed[0]
        other = _living(claim, smaller)
        help = HELPS.get(narrower[name].part, ALL_OF_IT).format(name)
        words = f"{name} is {narrower[name].words}"
        yield Alternative(words, help, other, covered=True)


def _living(claim: Claim, domains: Mapping[str, Domain]) -> Claim:
    """The claim with these domains."""
    declarations = tuple(
        replace(d, domain=domains[d.name]) if d.name in domains else d for d in claim.context.declarations
    )
    return replace(claim, context=replace(claim.context, declarations=declarations))


HELPS = {
    "posint": r"${0} \in \mathbb N_0$ or ${0} \in \mathbb N_+$",
    "unit": r"$0 < {0} < 1$ or ${0} \in [0, 1]$",
}


ALL_OF_IT = "let ${0} > 0$, or let ${0} \\in ...$, with all that is said of it in one formula"


def _meant(said: Narrower) -> Domain | None:
    return DOMAINS[said.part] if said.part else said.within


def in_both(one: Domain, other: Domain) -> Domain | None:
    """The part that two domains have in common; None where one is complex and the other one is not.

    >>> in_both(DOMAINS["positive"], DOMAINS["integer"]).describe("x")
    'x > 0, integer'
    """
    fields = {one.field, other.field}
    if len(fields) > 1 and "complex" in fields:
        return None
    lower = [(d.lower, d.lower_open) for d in (one, other) if d.lower is not None]
    upper = [(d.upper, not d.upper_open) for d in (one, other) if d.upper is not None]
    low = max(lower, default=(None, True))
    high = min(upper, default=(None, False))
    return replace(
        one,
        field=one.field if len(fields) == 1 else "integer",
        lower=low[0],
        lower_open=low[1],
        upper=high[0],
        upper_open=not high[1],
        nonzero=one.nonzero or other.nonzero,
    )


__all__ = ["AS_BEFORE", "EARLIER", "NATURAL", "Narrower", "in_both", "narrower_readings", "of_a_sign"]
