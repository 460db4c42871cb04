"""Arguments to which an equation gives a value: what is said of the function may be said of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.meaning.definitions import head_of
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim

WORDS = "{name} is any argument, and not what the text finds it to be"
HELP = "constant ${0}$, or write another name for the value: ${0}^*$"


def of_any_argument(sides: Sides, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The claim about all arguments of a function, where an equation says what the argument is somewhere.

    Behind "the minimum is at $w = y/x$" the derivative at $w$ is mostly that at any $w$, where both sides
    print it.

    Args:
        sides: the claim as notation.
        known: what of the document is known of it.
        claim: the claim as it was read.
    """
    defined = {name: head for head, _ in known.definitions if (name := scripted_name(head)) is not None}
    arguments = set[str]()
    for head, _ in known.definitions:
        found = head_of(head)
        arguments.update(found.parameters or () if found is not None else ())
    printed = names_in(sides[0]) & names_in(sides[2])
    names = sorted(arguments & defined.keys() & printed)
    if not names:
        return
    heads = {id(defined[name]) for name in names}
    rest = replace(known, definitions=tuple(d for d in known.definitions if id(d[0]) not in heads))
    words, help = WORDS.format(name=names[0]), HELP.format(names[0])
    try:
        other = read_claim(sides, rest).claim
    except (NotRead, TermError):
        yield Alternative(words, help)
        return
    if other != claim:
        yield Alternative(words, help, other)


__all__ = ["of_any_argument"]
