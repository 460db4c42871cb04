"""Claims behind words that go on to something else: they must not rest on definitions of what was before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.contrasts import passed_on
from verify_derivations.elaborate.prose.own_notation import SENTENCE
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Node

WORDS = 'what {place} defines {name} to be is not meant any more, as "{words}" may say'
HELP = "say what holds of it here: let ${0}$"
ENDS = re.compile(r"[;；]")
"""Where a part of a sentence ends that has a subject of its own."""


def contrasted(sides: Sides, context: Context, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The claim without what was defined before the text went on to something else.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    used = {id(head) for head, _ in known.definitions}
    heads, words = set[int](), list[tuple[str, str]]()
    for said in context.said.values():
        if id(said.head) not in used or said.body is None:
            continue
        first, later = around(said, context)
        found = passed_on(first, later, value=_is_value(said.body))
        if found:
            heads.add(id(said.head))
            words.append((WORDS.format(place=said.place, name=said.name, words=found), equation_of(said)))
    if not words:
        return
    rest = replace(known, definitions=tuple(d for d in known.definitions if id(d[0]) not in heads))
    text, help = words[0][0], HELP.format(words[0][1])
    try:
        other = read_claim(sides, rest).claim
    except (NotRead, TermError):
        yield Alternative(text, help)
        return
    if other != claim:
        yield Alternative(text, help, other)
        yield Alternative(text, help, covered=True)  # it is something else then, and not just anything


def equation_of(said: Said) -> str:
    """A definition as an author may say it again."""
    return said.printed or f"{said.name} = ..."


def around(said: Said, context: Context) -> tuple[str, str]:
    """The sentence of a definition, and what stands behind it up to the end of the sentence of the claim."""
    told = context.told
    if said.section != context.section:
        return said.words, f"{''.join(told)} {context.after}"
    before, behind = "".join(told[: said.at]), f"{''.join(told[said.at :])} {context.after}"
    first = ENDS.split(SENTENCE.split(before)[-1])[-1]
    ends = [found.start() for pattern in (SENTENCE, ENDS) if (found := pattern.search(behind))]
    end = min(ends, default=0)
    return first + behind[:end], behind[end:]


def _is_value(body: Node) -> bool:
    """Numbers alone, or another name: what a name may be for a moment."""
    return not names_in(body) or scripted_name(plain(body)) is not None


__all__ = ["around", "contrasted", "equation_of"]
