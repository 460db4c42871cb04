"""Claims in words of no table, "on the left half-line": what was assumed before may not hold there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.any_value import some_kind
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.other_words import unknown_words, with_what_leads_to_it
from verify_derivations.elaborate.prose.own_notation import SENTENCE
from verify_derivations.elaborate.prose.restating import ITEM
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.domain import REAL, Domain

WORDS = 'what was said of {name} does not hold where "{words}" is said'
HELP = "say what holds of it here: let ${0} = ...$, {1}"

CONDITION = re.compile(r"\$[^$]*(?:[<>]|\\(?:[gl]eq?|[lg]eqslant|in|neq?|[lg]t|geqslant)(?![a-zA-Z]))[^$]*\$")
"""A formula that says again where names live."""


ANOTHER_CLAUSE = re.compile(r"[;；]|,?\s*\b(?:and|but|while|whereas|so|or)\b|[，,]\s*(?:而|但|且|所以)")
"""Where the words behind a claim go on to another one."""

RESTRICTING = re.compile(
    r"\b(?:on|in|to|at|within|inside|outside|over|along|left|right) (?:of )?(?:the|its|this|that|our|each) "
    r"(?:[\w-]+[ -]){0,2}?(?:half-?(?:line|plane|axis|space)|range|region|axis|quadrant|strip|branch|sector|"
    r"origin|boundary|(?:left|right) half|negatives?|positives?)\b"
    r"|在[^$，。]{0,4}(?:半轴|半平面|区间|范围|区域|象限|一侧|左边|右边|分支)",
    re.IGNORECASE,
)
"""Words of the tables that say together where something holds."""

CHANGING = re.compile(
    r"\b(?:add|remov|delet|drop|append|gain|los|includ|exclud|omit|repeat|draw)\w* "
    r"(?:an?|one|two|three|another|some|more|\d+) (?:more |other |new |single |extra |additional )?"
    r"(?!(?:constant|term|multiple|factor|equation|both|sides?|zero|number|power|summand|to|from)\b)[a-z]+\b"
    r"|(?:加|减|去掉|增加|删除|添加)(?:上|入|去)?(?:一|两|二|三)[个次步项点]",
    re.IGNORECASE,
)
"""Words of the tables with which something is changed."""


def in_other_circumstances(
    sides: Sides, context: Context, known: Known, claim: Claim
) -> Iterator[Alternative]:
    """The claim without what sentences before assumed, where its own words may restrict or change something.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    begins, sentence = _sentence(context)
    words = _words(f"{sentence} {ANOTHER_CLAUSE.split(context.after)[0]}")
    if not words or len(CONDITION.findall(sentence)) > (claim.relation != "="):
        return
    assumed = [one for one in known.given if any(one is other for other in (*context.given, *context.local))]
    bounded = {name for name, domain in known.domains.items() if _is_bounded(domain)} - context.just_said
    heads = {
        id(said.head): said.name for said in context.said.values() if _is_older_value(said, begins, context)
    }
    values = [heads[id(head)] for head, _ in known.definitions if id(head) in heads]
    names = sorted({*bounded, *values}.union(*(names_in(one[0]) | names_in(one[2]) for one in assumed)))
    if not names:
        return
    rest = replace(
        known,
        definitions=tuple(one for one in known.definitions if id(one[0]) not in heads),
        given=tuple(one for one in known.given if not any(one is other for other in assumed)),
        domains={name: REAL if name in bounded else domain for name, domain in known.domains.items()},
    )
    text, help = WORDS.format(name=names[0], words=words[0]), HELP.format(names[0], some_kind(names[0]))
    try:
        other = read_claim(sides, rest).claim
    except (NotRead, TermError):
        yield Alternative(text, help)
        return
    if other != claim:
        yield Alternative(text, help, other)


def _words(sentence: str) -> tuple[str, ...]:
    """The words that may restrict or change something."""
    told = next((found for one in (RESTRICTING, CHANGING) if (found := one.search(sentence))), None)
    return unknown_words(sentence) if told is None else (told[0],)


def _is_bounded(domain: Domain) -> bool:
    """Real numbers, but not all of them: which whole numbers there are is no matter of circumstances."""
    return domain.field == "real" and domain != REAL


def _is_older_value(said: Said, begins: int, context: Context) -> bool:
    """A sentence before says that the name is a number."""
    here = said.section == context.section and said.at > begins
    return not here and said.body is not None and not said.parameters and not names_in(said.body)


def _sentence(context: Context) -> tuple[int, str]:
    """Where the sentence of the claim begins among what was told, and its words up to the claim."""
    first = next((k for k in reversed(range(len(context.told))) if context.told[k] in ("\n", ITEM)), 0)
    text = ""
    for k in reversed(range(first, len(context.told))):
        text = context.told[k] + text
        if SENTENCE.search(text):
            begun = "".join(context.told[first:])
            return k, with_what_leads_to_it(begun)
    return first, text


__all__ = ["in_other_circumstances"]
