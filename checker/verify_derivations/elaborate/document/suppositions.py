"""What a document says nearby or further down and may hold here too: the claim is read with it as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import ANOTHER_LAW, read_claim
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.notation.free_names import free_names, names_of
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import printed_names
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.declarations import ORDERS, pairs
from verify_derivations.elaborate.prose.said import Below
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim

MOST_DEFINITIONS = 3
"""With more ways to define a name further down than this, they are not tried out."""


def suppositions(
    sides: Sides, context: Context, known: Known, claim: Claim, names: set[str]
) -> Iterator[Alternative]:
    """The ways to understand a claim in which what stands nearby or further down holds, too.

    A counterexample that agrees with all of it refutes the claim whether it is meant or not.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
        names: the names in it, by way of definitions too.
    """
    nearby = [
        said
        for mentioned, said in context.nearby
        if mentioned & names and _says(mentioned, context) and _concerns(said, mentioned, names, claim, known)
    ]
    free = sorted(names_of(claim.lhs, claim.rhs) & free_names(claim))
    wanted = {name: _below(name, context) for name in free if name not in context.constants}
    wanted = {name: found for name, found in wanted.items() if found and context.is_fresh(name)}
    if not nearby and not wanted:
        return
    words, help = _words(nearby, wanted)
    most = max([1, *map(len, wanted.values())])
    if most > MOST_DEFINITIONS or not all(found.equates for ways in wanted.values() for found in ways):
        yield Alternative(words, help, covered=True)
        return
    for k in range(most):
        chosen = {name: ways[min(k, len(ways) - 1)] for name, ways in wanted.items()}
        also = supposed(sides, known, claim, nearby, chosen, context)
        true = () if wanted else holding(nearby, known, context)
        yield Alternative(words, help, also, covered=True, supposed=true)


def _concerns(said: Statement, mentioned: Iterable[str], names: set[str], claim: Claim, known: Known) -> bool:
    r"""What is said nearby speaks of a name of the claim, which is not so where it is only bound in it.

    \int_0^1 f(x)\,dx = 1 says nothing of any x. What speaks of numbers alone may show what is meant if it is
    wrong.
    """
    if names & set(mentioned) & CONSTANTS.keys():
        return True  # they may be names
    here = {stem(name) for name in names | names_of(claim.lhs, claim.rhs) | free_names(claim)}
    for left, relation, right in pairs(said):
        try:
            read = read_claim((left, relation, right), replace(known, around=(left, right)))
        except (NotRead, TermError):
            return True
        found = names_of(read.claim.lhs, read.claim.rhs) | free_names(read.claim)
        about_others = bool(found) and not here & {stem(name) for name in found}
        if not (about_others and all(other.covered for other in read.alternatives)):
            return True
    return False


def holding(nearby: Iterable[Statement], known: Known, context: Context) -> tuple[Claim, ...]:
    """What stands nearby as claims, in all ways to read it; nothing where one of them has no terms."""
    found = list[Claim]()
    for left, relation, right in (pair for statement in nearby for pair in pairs(statement)):
        sides = (left, "=" if relation == "==" else relation, right)
        try:
            read = read_claim(sides, replace(_with(known, [sides], {}, context), given=known.given))
        except (NotRead, TermError):
            return ()
        others = [other.claim for other in read.alternatives if not other.covered]
        if None in others:
            return ()
        found += [read.claim, *(other for other in others if other is not None)]
    return tuple(found)


def _says(mentioned: Iterable[str], context: Context) -> bool:
    """A relation says something of its own, unless everything in it is defined."""
    return not all(stem(name) in context.said for name in mentioned)


def _words(nearby: list[Statement], wanted: dict[str, list[Below]]) -> tuple[str, str]:
    if nearby:
        return f"{nearby[0].shown} holds here, which stands nearby", f"assume {nearby[0].shown}"
    name, ways = next(iter(wanted.items()))
    return f"{name} is what line {ways[-1].line} says it is", f"let ${name}=...$"


def supposed(
    sides: Sides,
    known: Known,
    claim: Claim,
    nearby: Iterable[Statement],
    chosen: dict[str, Below],
    context: Context,
) -> Claim | None:
    """The claim with all of this put in; None where that cannot be said in terms.

    Args:
        sides: the claim as notation.
        known: what is known of it.
        claim: the claim as it was read.
        nearby: what is supposed besides.
        chosen: definitions, by name, that are supposed, too.
        context: what the document says.
    """
    given = [pair for statement in nearby for pair in pairs(statement)]
    if any(relation not in ORDERS | {"=", "=="} for _, relation, _ in given):
        return None
    given = [(left, "=" if relation == "==" else relation, right) for left, relation, right in given]
    more = _with(known, given, chosen, context)
    try:
        read = read_claim(sides, more)
        if ANOTHER_LAW in read.alternatives:
            return None  # of the laws for which all of this holds, one may make the claim true
        made = read.claim
        spoken = set[str]().union(*(_spoken(pair, replace(more, given=known.given)) for pair in given))
    except (NotRead, TermError):
        return None
    left = free_names(made)
    if left & set(chosen) or _apart(spoken, free_names(claim)):
        return None
    return made


def _with(known: Known, given: list[Sides], chosen: dict[str, Below], context: Context) -> Known:
    """What is known, with this said and defined, too, and what is known of the names in that."""
    roots = [side for left, _, right in given for side in (left, right)]
    around = context.known([*known.around, *roots]) if roots else known
    heads = {id(head) for head, _ in known.definitions}
    more = [pair for pair in around.definitions if id(pair[0]) not in heads]
    definitions = {found.name: (found.head, found.body) for found in chosen.values()}
    return replace(
        around,
        definitions=(*more, *known.definitions, *definitions.values()),
        given=(*known.given, *given),
        arrays=known.arrays,
        around=known.around,
    )


def _spoken(pair: Sides, known: Known) -> set[str]:
    claim = read_claim(pair, replace(known, around=(pair[0], pair[2]))).claim
    return free_names(claim)


def _apart(spoken: set[str], free: set[str]) -> bool:
    """Something is said of a name that the claim has in another form: of y_i, and there it is the array y."""
    stems = {stem(name) for name in free}
    return any(name not in free and stem(name) in stems for name in spoken)


def _below(name: str, context: Context) -> list[Below]:
    """The definitions further down that may say what the name is; S = S_1 + S_2 does not say it of S_1."""
    return [
        found
        for found in context.below.get(stem(name), ())
        if _may_be(name, found.name) and (found.name == name or name not in printed_names(found.body))
    ]


CONCRETE = re.compile(r"[_^]\{?\(?(?:\d+|\\mathrm\{.*\})\)?\}?$")
"""A script that is a number or a word, and so names one thing."""


def _may_be(name: str, defined: str) -> bool:
    """A definition of one name may say what another one is: of x what x_1 is, of x_i too, of x_2 not."""
    if name == defined or stem(defined) == defined:
        return True
    if stem(name) == name:
        return False
    return not (CONCRETE.search(name) and CONCRETE.search(defined))


__all__ = ["holding", "supposed", "suppositions"]
