r"""Names of the elements of sets that are given by a condition: x of \{x : x > 0\}."""

from __future__ import annotations

import re

from verify_derivations.elaborate.prose.described import Description

IN_A_BUILT_SET = re.compile(
    r"\\\{\s*\(?(?P<names>[^{}|:=]{1,40}?)\)?\s*(?:\\in\s*[^|:]{1,30}?)?(?:\\mid(?![a-z])|\||:)"
    r"(?P<condition>[^{}]*?(?:=|<|>|\\(?:leq?|geq?|neq?|in)(?![a-z]))[^{}]*)\\\}"
)
"""A set that is given by a condition, \\{x : x > 0\\}."""

DOTS = re.compile(r"\\(?:[ldc]?dots)(?![a-z])|\.\.\.|…")
"""A list in a condition, which only numbers the elements."""


def in_built_sets(latex: str) -> dict[str, Description]:
    r"""The names for whose values a set is given by a condition: x of \\{x : x > 0\\}."""
    found = dict[str, Description]()
    for one in IN_A_BUILT_SET.finditer(latex):
        if not DOTS.search(one["condition"]):
            for name in re.findall(r"\\?[A-Za-z]+(?:_\w)?", one["names"]):
                found[name] = Description(f"in the set ${' '.join(one[0].split())}$", True, True)
    return found


__all__ = ["in_built_sets"]
