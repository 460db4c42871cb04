r"""Names that depend on the index of a sum which is not printed on them: \sum_x (y - a) means y_x and a_x."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.names import with_scripts

NUMBERED = re.compile(r"\((?P<name>.*)\)_\{#1\}")
"""How a name with scripts of its own is numbered."""


def numbered(name: str) -> str:
    """The family that the name is one of.

    >>> numbered("y"), numbered("a_k^l")
    ('y_{#1}', '(a_k^l)_{#1}')
    """
    return with_scripts(name, "#1", "") if "_" not in name and "^" not in name else f"({name})_{{#1}}"


def as_numbered(name: str) -> str:
    """The name as it is printed, of a family that a name with scripts was made to; any other as it is.

    >>> as_numbered("(a_k^l)_{#1}"), as_numbered("y_{#1}")
    ('a_k^l', 'y_{#1}')
    """
    found = NUMBERED.fullmatch(name)
    return name if found is None else found["name"]


__all__ = ["as_numbered", "numbered"]
