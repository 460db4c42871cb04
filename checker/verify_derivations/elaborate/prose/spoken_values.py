"""Values that a text speaks of without saying which name has them: "the labels are $0$ or $1$"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.term.syntax.domain import REAL, Domain

NUMBER = r"(?:\$\s*)?\{{?\s*(?P<{}>[-+]?\d+|zero|(?:minus |plus )?one)\s*\}}?(?:\s*\$|\b)"
"""A number in digits or in words, with or without the signs of a formula."""

OF_TWO = (
    re.compile(
        r"\b(?:is|are|be|being|equals?|takes?|taking|values?|either|as|always|only|by|with|"
        r"(?:label|cod|encod|mark|tagg?)\w*|entries|elements|components|coefficients|outcomes)\s+"
        r"(?:(?:all|both|each|the|either)\s+)*(?:(?:values?|labels?|numbers?)\s+)?"
        rf"{NUMBER.format('a')}\s*(?:,|or|and|oder|und)\s*{NUMBER.format('b')}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{NUMBER.format('a')}\s+(?:if|for|when)\b[^.]{{1,80}}?\b(?:and|or)\s+{NUMBER.format('b')}\s+"
        r"(?:otherwise|else|for|if|when)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:labels?|targets?|codes?)\s+{NUMBER.format('a')}[^.]{{1,60}}?[\s$]{NUMBER.format('b')}",
        re.IGNORECASE,
    ),
    re.compile(rf"{NUMBER.format('a')}\s*或\s*{NUMBER.format('b')}"),
)
"""**The table of words** with which something has one of two values."""

IN_BRACES = re.compile(r"\\\{\s*(?P<all>[-+]?\d+(?:\s*,\s*[-+]?\d+)+)\s*\\\}")
"""A set of numbers, whatever is said to be in it."""

SIGNS = re.compile(
    r"(?:\bplus or minus\b|\bplus/minus\b|±|\\pm)\s*\$?\s*(?:one\b|1(?!\d))|\bRademacher\b", re.IGNORECASE
)
"""Words for what is 1 or -1."""

BINARY = re.compile(
    r"\bbinary[- ](?:labels?|targets?|(?:decision )?variables?|outcomes?|responses?|valued?s?|features?|"
    r"classes|indicators?|masks?|matri\w+|vectors?|inputs?|codes?|gates?)\b"
    r"|\b(?:is|are|be|being|all) binary\b"
    r"|\b(?:boolean|indicator) (?:variables?|vectors?)\b|\b(?:zeros? and ones?|ones? and zeros?)\b"
    r"|\b(?:permutation|adjacency|incidence|selection) matri(?:x|ces)\b"
    r"|(?<![\d.])\$?(?:0|zero)\$?\s*[-/]\s*\$?(?:1|one)\$?[- ]"
    r"(?:labels?|variables?|valued?s?|matri\w+|vectors?)\b"
    r"|二分类|二值|二元(?:标签|变量|向量|矩阵)",
    re.IGNORECASE,
)
"""Words for what is 0 or 1, or 1 or -1."""

IN_WORDS = {"zero": 0, "one": 1, "plus one": 1, "minus one": -1}

MOST_NAMES = 6
"""With more names of which nothing is said than this, only the first ones are tried by themselves."""


def domain_of_numbers(numbers: Iterable[Fraction | int]) -> Domain | None:
    """The domain that has these numbers and no others, if there is one.

    >>> domain_of_numbers([1, 0]).describe("y"), domain_of_numbers([1, 4])
    ('0 <= y <= 1, integer', None)
    """
    found = sorted({*map(Fraction, numbers)})
    if found == [-1, 1]:
        return Domain("integer", found[0], found[-1], False, False, nonzero=True)
    in_a_row = all(after - before == 1 for before, after in pairwise(found))
    if not found or not in_a_row or found[0].denominator != 1:
        return None
    return Domain("integer", found[0], found[-1], False, False)


def values_spoken(texts: Iterable[str]) -> tuple[Domain, ...]:
    """The sets of values that texts speak of.

    >>> [domain.describe("y") for domain in values_spoken(["The labels are $0$ or $1$."])]
    ['0 <= y <= 1, integer']
    """
    found = list[list[int]]()
    for text in texts:
        pairs = (one for pattern in OF_TWO for one in pattern.finditer(text))
        found += ([_number(one["a"]), _number(one["b"])] for one in pairs)
        found += ([*map(int, one["all"].split(","))] for one in IN_BRACES.finditer(text))
        binary = BINARY.search(text) is not None
        found += [[0, 1]] if binary else []
        found += [[-1, 1]] if binary or SIGNS.search(text) else []
    return tuple(dict.fromkeys(domain for one in found if (domain := domain_of_numbers(one)) is not None))


def _number(text: str) -> int:
    words = " ".join(text.lower().split())
    return IN_WORDS[words] if words in IN_WORDS else int(words)


def of_spoken_values(
    claim: Claim, free: Set[str], spoken: Iterable[Domain], known: Collection[str]
) -> Iterator[Alternative]:
    """The claim where names of which nothing is said have values of which the text speaks without a name.

    Args:
        claim: as it was read.
        free: the free names in it.
        spoken: the sets of values.
        known: names of which the text says what they are.
    """
    said = {d.name for d in claim.context.declarations if d.domain != REAL} | {*claim.context.functions}
    said |= {name for name, _ in claim.context.indices} | {*known}
    arrays = {array.name: array.entries == REAL for array in claim.context.arrays}
    names = sorted(name for name in free | arrays.keys() if name not in said and arrays.get(name, True))
    ways = dict.fromkeys([*((name,) for name in names[:MOST_NAMES]), tuple(names)] if names else [])
    for domain in spoken:
        for some in ways:
            words = f"{' and '.join(some)} may be what the text speaks of: {domain.describe(some[0])}"
            help = f"say what values ${some[0]}$ has, or constant ${some[0]}$"
            yield Alternative(words, help, _with_values(claim, {*some}, domain), covered=True)


def _with_values(claim: Claim, names: Set[str], domain: Domain) -> Claim:
    arrays = tuple(replace(a, entries=domain) if a.name in names else a for a in claim.context.arrays)
    numbers = names - {array.name for array in arrays}
    rest = (d for d in claim.context.declarations if d.name not in numbers)
    more = (Declaration(name, domain) for name in numbers)
    declarations = tuple(sorted((*rest, *more), key=lambda d: d.name))
    return replace(claim, context=replace(claim.context, declarations=declarations, arrays=arrays))


__all__ = ["domain_of_numbers", "of_spoken_values", "values_spoken"]
