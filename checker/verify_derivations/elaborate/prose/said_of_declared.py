r"""What words say of names that a formula declares: of x in "let $x \in \mathbb R$ be a fixed point".

A set says what kind of thing a name is, and the words behind it which of them: what is false of some of that
kind may be true of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.prose.declarations import ORDERS
from verify_derivations.elaborate.prose.described import Description, noun_of
from verify_derivations.elaborate.prose.describing_words import (
    BEFORE,
    CONSTANT,
    FUNCTION,
    PARTICULAR,
    SOME_INTEGERS,
)
from verify_derivations.parse.tree import Chain, Fenced, Listing, Node, Scripts, Separator

DECLARES = re.compile(
    r"(?:\b(?:let|suppose|assume|consider|given|take|fix|choose|pick|for|with|and|where|here|are|is|of)"
    r"(?: (?:that|all|any|both|also|a|an|the|two|three|some|now|matri(?:x|ces)|vectors?|numbers?))*"
    r"|[设令取若])"
    r"[\s,]*(?:\$\s*(?:,|and|、|和|与)?\s*)*$",
    re.IGNORECASE,
)
"""Words before a formula that declares."""

BEHIND = re.compile(r"(?:\s*(?:,|and|、|和|与)?\s*\$)*(?P<words>[^.;:!?$()。；，]*)")
"""The words behind it, up to the next sign or formula, and behind others of its list."""

BEHIND_ALL = re.compile(
    r"\s*[,(]\s*(?:(?:both|all|each|and)\s+)?(?P<words>(?:strictly\s+)?(?:positive|negative|"
    r"non-?negative|non-?positive|non-?zero|even|odd|prime)\b)(?!\s+(?:semi-?)?definite)"
    r"|\s+(?:is|are)\s+(?:an?\s+)?(?:acute|obtuse|even|odd|prime)\b",
    re.IGNORECASE,
)
"""Words behind a declaration that say of all of its names which numbers they are: ", both positive"."""

OVER = re.compile(
    r",\s*(?:then|so|we|it|this|there|by|hence|thus|one)\b"
    r"|\b(?:then|we|it (?:is|holds|follows)|there (?:is|are|exists?)|"
    r"show|prove|compute|find|verify|holds?)\b"
)
"""With these words something else begins."""

USUAL = CONSTANT | frozenset(
    "data design weight weights bias biases feature features input inputs output outputs target targets "
    "label labels state states hidden activation activations logit logits score scores observation "
    "observations sample samples training test batch loss gradient jacobian kernel filter embedding query "
    "key value values parameter regression residual residuals error errors noise noisy coordinate "
    "coordinates space layer layers dataset image images pixel pixels token tokens position velocity "
    "acceleration force prediction predictions throughout everywhere below above following always "
    "otherwise respectively nonsingular non-singular regular full-rank conformable dimension dimensions "
    "shape shapes axes axis rectangular real-valued bounded such whatever several many more less further "
    "another others time times learnable trainable hyperparameter rows row columns column entries "
    "symmetric definite positive-definite semidefinite semi-definite spd psd be denote stand stands mean "
    "used given fixed".split()
)
"""Words with which an array may have any entries."""

WORD = re.compile(r"[A-Za-z][\w'’-]*|[\u4e00-\u9fff]+")
KINDS = re.compile(
    r"(?:是|为|表示|实|任意|一个|两个|的|向量|矩阵|矢量|方阵|常数|参数|数据|权重|输入|输出|和|与|都|均)+"
)


OF_A_CLASS = re.compile(r"\b(?:labels?|spins?|signs?)$", re.IGNORECASE)
"""Nouns for numbers of a few values: the set that is declared says which."""


def said_of_declared(root: Node, before: str, behind: str) -> dict[str, Description]:
    """The names that a formula declares, with what the words behind it say that may restrict them.

    Args:
        root: the formula.
        before: the words of the paragraph before it, with a dollar sign for each formula.
        behind: those behind it.
    """
    names = list(_declared(root))
    if not names:
        return {}
    said = BEHIND_ALL.match(behind)
    found = BEFORE.search(before)
    phrase = (said["words"] or said[0]) if said else noun_of(found["words"]) if found else ""
    if phrase and (said or (PARTICULAR.search(phrase) and not OF_A_CLASS.search(phrase))):
        return {name: Description(" ".join(phrase.split()), True, may_vary=False) for name, _ in names}
    if DECLARES.search(before) is None:
        return {}
    words = " ".join(OVER.split(BEHIND.match(behind)["words"])[0].split())  # type: ignore[index]  # it matches all
    telling = [word for word in _words(words) if word not in FUNCTION | USUAL]
    if not telling:
        return {}
    narrow = PARTICULAR.search(words) is not None
    some = words if SOME_INTEGERS.search(words) else ""
    return {
        name: Description(words, narrow or is_array, may_vary=False, some_integers=some)
        for name, is_array in names
    }


def _words(text: str) -> list[str]:
    words = (KINDS.sub("", word.lower()) for word in WORD.findall(text))
    return [word for word in words if word]


def _declared(root: Node) -> Iterator[tuple[str, bool]]:
    r"""The names before the sign of `A, B \in \mathbb R^n` and of `a > 0`, and whether they are arrays."""
    root = plain(root)
    items = root.items if isinstance(root, Listing) else (root,)
    waiting = list[str]()
    for item in (plain(item) for item in items if not isinstance(item, Separator)):
        if isinstance(item, Chain) and item.relations[0].name in ORDERS | {"in"}:
            first = plain(item.members[0])
            inner = plain(first.body) if isinstance(first, Fenced) else first
            listed = inner.items if isinstance(inner, Listing) else (inner,)
            names = [*waiting, *(name for name in map(scripted_name, listed) if name is not None)]
            behind = plain(item.members[1])
            is_array = (
                isinstance(behind, Scripts) and behind.sup is not None and not isinstance(first, Fenced)
            )
            yield from ((name, is_array) for name in names)
            waiting.clear()
        elif (name := scripted_name(item)) is not None:
            waiting.append(name)


__all__ = ["said_of_declared"]
