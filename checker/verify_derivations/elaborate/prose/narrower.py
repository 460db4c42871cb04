"""Numbers that may live in a smaller set than is declared: natural numbers without 0, even ones, primes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from verify_derivations.elaborate.notation.any_value import any_value
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import subterms


class Narrower(NamedTuple):
    """What the words say that the declaration does not: `part` is the name of the domain, if there is one."""

    words: str
    part: str = ""


NATURAL = Narrower("not 0, as natural numbers may begin with 1", "posint")
EARLIER = Narrower("in an interval, as was said before")


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
    lost = next((name for name in sorted(names & narrower.keys()) if not narrower[name].part), None)
    if lost is not None:
        yield Alternative(f"{lost} is {narrower[lost].words}", any_value(lost, claim), covered=True)
        return
    smaller = {name: _both(d.domain, DOMAINS[narrower[name].part]) for name, d in found.items()}
    changed = sorted(name for name, domain in smaller.items() if domain != found[name].domain)
    if changed:
        name = changed[0]
        other = _living(claim, smaller)
        words, help = f"{name} is {narrower[name].words}", HELPS[narrower[name].part].format(name)
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


def _both(one: Domain, other: Domain) -> Domain:
    """The part that two domains of the same field have in common, where the other one is smaller."""
    lower = [(d.lower, d.lower_open) for d in (one, other) if d.lower is not None]
    upper = [(d.upper, not d.upper_open) for d in (one, other) if d.upper is not None]
    low = max(lower, default=(None, True))
    high = min(upper, default=(None, False))
    return replace(
        one,
        lower=low[0],
        lower_open=low[1],
        upper=high[0],
        upper_open=not high[1],
        nonzero=one.nonzero or other.nonzero,
    )


__all__ = ["EARLIER", "NATURAL", "Narrower", "narrower_readings"]
