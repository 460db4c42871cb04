"""A claim without what was said of its names before they were introduced anew: another reading of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.any_value import some_kind
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim


def introduced_anew(sides: Sides, context: Context, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The claim without what was said of names before they were introduced anew.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    heads, domains, given = set[int](), set[str](), set[int]()
    words, names = list[str](), list[str]()
    for name, before in context.anew.items():
        said = context.said.get(name)
        mine = {id(said.head)} if said is not None and said is before.said else set()
        mine &= {id(head) for head, _ in known.definitions}
        old = {id(one) for one in known.given} & {id(one) for one in before.given}
        bounded = before.domain is not None and known.domains.get(name) == before.domain
        if mine or old or bounded:
            words.append(before.words)
            names.append(name)
        heads |= mine
        given |= old
        domains |= {name} if bounded else set()
    if not words:
        return
    rest = replace(
        known,
        definitions=tuple(pair for pair in known.definitions if id(pair[0]) not in heads),
        given=tuple(one for one in known.given if id(one) not in given),
        domains={name: domain for name, domain in known.domains.items() if name not in domains},
    )
    try:
        other = read_claim(sides, rest).claim
    except (NotRead, TermError):
        yield Alternative(words[0], HELP.format(names[0], some_kind(names[0])))
        return
    if other != claim:
        yield Alternative(words[0], HELP.format(names[0], some_kind(names[0])), other)


HELP = "say what holds of it here: let ${0} = ...$, {1}"


__all__ = ["introduced_anew"]
