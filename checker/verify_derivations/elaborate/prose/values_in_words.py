"""Words behind names with formulas for their values: `$y$ be $0$ or $1$`, `$y_1, ..., y_n$ be in $S$`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.statements import has_dots
from verify_derivations.elaborate.prose.listed import base_of
from verify_derivations.parse.tree import Node

MORE = r"(?:\s*(?:,|and|or|,\s*and|、|和|与)?\s*\$)*"
"""Other names that are spoken of, too."""

ONE_OF_VALUES = re.compile(
    rf"{MORE}\s*(?P<words>(?:(?:is|are|be|being|equals?|takes?|only|always|either|one of|the|values?)\s+)+"
    r"\$\s*(?:,\s*\$\s*)*,?\s*or\s+\$)|\s*(?P<han>[是为取]\s*\$\s*或\s*\$)"
)
"""`$y$ be $0$ or $1$`."""

IN_A_SET = re.compile(
    r"\s*(?:all\s+)?(?:be|are|lie|live|belong|is|take|taking|lying)\s+(?:all\s+)?(?:values?\s+)?"
    r"(?:in|from|to|(?:an\s+)?elements?\s+of|on)\s+(?:the\s+(?:set|interval)\s+)?\$",
    re.IGNORECASE,
)
"""`$y_1, ..., y_n$ be in $S$`."""


def values_said(behind: str) -> str:
    """The words with which names are one of a few values, which other formulas print; empty without.

    >>> values_said(" be $ or $. Then")
    'be ... or ...'
    """
    found = ONE_OF_VALUES.match(behind)
    shown = "" if found is None else (found["words"] or found["han"]).replace("$", "...")
    return " ".join(shown.split())


def families_in_a_set(items: Iterable[Node], behind: str) -> Iterator[str]:
    """The families that a list with dots names, by their members under i, where words put them in a set."""
    items = list(items)
    if IN_A_SET.match(behind) and any(map(has_dots, items)):
        names = sorted(frozenset[str]().union(*map(names_in, items)))
        yield from dict.fromkeys(f"{base}_i" for name in names if (base := base_of(name)))


def family_of(name: str) -> str:
    """The name under which words of a family are kept: that of its member under i.

    >>> family_of("y_3"), family_of("y")
    ('y_i', 'y_i')
    """
    return f"{base_of(name) or stem(name)}_i"


__all__ = ["families_in_a_set", "family_of", "values_said"]
