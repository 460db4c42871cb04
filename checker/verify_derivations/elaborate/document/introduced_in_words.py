"""What the words around a formula introduce: names that are called or supposed to be something, functions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, MutableMapping

from verify_derivations.elaborate.document.introduced import COMPARING, functions_with_a_range, taken_by
from verify_derivations.elaborate.notation.mentioned import names_in, printed_names
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.prose.cues import Cue, cue_of, last_clause
from verify_derivations.elaborate.prose.describing_words import FUNCTION, HARMLESS
from verify_derivations.elaborate.prose.if_then import IF
from verify_derivations.elaborate.prose.released import (
    ANY_FUNCTION,
    AS_A_FUNCTION,
    CALLED,
    CALLED_BEHIND,
    LET,
    NARROWED,
    OF_A_FUNCTION,
    ON_ALL,
    PLOTTED,
    SUPPOSING,
)
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.parse.tree import Chain, Node

CONCLUDED = frozenset((Cue.CLAIM, Cue.FACT))
"""Words before a comparison that speaks of what is known."""

CLAUSE_END = re.compile(r"[.,;:$。，；：]")
"""How a clause ends."""


def any_functions(root: Node, names: list[str], sign: str, words: str, behind: str) -> list[str]:
    """The functions that words introduce, of which they say no more than what kind they are.

    Args:
        root: the formula.
        names: those that stand alone in it, or are compared.
        sign: the sign between them.
        words: those of its sentence so far.
        behind: the words behind it.
    """
    said = ANY_FUNCTION.search(words)
    signed = functions_with_a_range(root)
    if said is None or not (signed or (names and not sign)):
        return []
    about = f"{said['of'] or said['han'] or ''} {'' if signed else CLAUSE_END.split(behind)[0]}"
    return signed or (names if OF_A_FUNCTION.search(about) else [])


def any_arguments(root: Node, words: str, behind: str) -> frozenset[str]:
    """What a formula is taken at that words call a function, or say to be one on all numbers.

    Args:
        root: the formula.
        words: those of its sentence so far.
        behind: the words behind it.
    """
    called = AS_A_FUNCTION.search(words) is not None
    return taken_by(root, alone=called) if called or ON_ALL.match(behind) else frozenset()


def newly_called(
    names: Iterable[str],
    sign: str,
    words: str,
    behind: str,
    nouns: MutableMapping[str, set[str]],
    foreign: Container[str],
) -> frozenset[str]:
    """The names before which a noun stands that did not stand beside them so far.

    Args:
        names: those that stand alone in the formula, or are compared.
        sign: the sign between them.
        words: those of its sentence so far.
        behind: the words behind it.
        nouns: those that stood beside each name; the new ones are written down.
        foreign: names of sections of which this one is no part.
    """
    found, later = CALLED.search(words), CALLED_BEHIND.match(behind)
    said = {*(later["words"] or later["said"]).lower().split()} if later is not None else set[str]()
    noun = "" if found is None else found["noun"].lower()
    if later is not None and not noun and (LET.search(words) or any(name in foreign for name in names)):
        noun = (later["words"] or later["said"]).lower().split()[0]
    noun = "" if noun in HARMLESS | FUNCTION else noun
    new = {name for name in names if noun and noun not in nouns.get(name, ())}
    for name in names:
        nouns.setdefault(name, set()).update(said, (noun,))
    return frozenset() if sign else frozenset(new)


def supposed(root: Node, sign: str, words: str, behind: str) -> frozenset[str]:
    """The names of which a condition says something: it may be about others than in a section before.

    Args:
        root: the formula.
        sign: the sign between its names, where they are compared.
        words: those of its sentence so far.
        behind: the words behind it.
    """
    alone = scripted_name(root)
    if alone is not None:
        narrowed = SUPPOSING.search(words) and NARROWED.match(behind)
        return frozenset((alone,)) if narrowed else frozenset()
    if PLOTTED.search(words):
        return frozenset(names_in(root))
    if sign in COMPARING:
        told = cue_of(last_clause(words)) in CONCLUDED
        return frozenset(names_in(root)) if SUPPOSING.search(words) or not told else frozenset()
    if not isinstance(root, Chain) or root.relations[0].name != "=":
        return frozenset()
    head = defined_name(root.members[0])
    if head is not None and head[1]:  # f(x) = ...
        return frozenset(names_in(root.members[0]) - {head[0]})
    defines = any(scripted_name(member) is not None for member in root.members)
    if defines:
        return printed_names(root) if IF.search(last_clause(words)) else frozenset()
    return frozenset(names_in(root)) if SUPPOSING.search(words) else frozenset()


__all__ = ["any_arguments", "any_functions", "newly_called", "supposed"]
