"""Words right beside a formula that say what the matrix in it is: symmetric."""

from __future__ import annotations

import re

from verify_derivations.elaborate.context import Context
from verify_derivations.elaborate.names import scripted_name
from verify_derivations.elaborate.statements import statements
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Node

SYMMETRIC = r"(?:real |square )*symmetric"

BEHIND = re.compile(rf"\s+(?:be|is|are)\s+(?:an? )?{SYMMETRIC}\b(?!\s+(?:if|iff|when|in|about|around|only))")
"""The words behind the formula; a condition or a comparison says something else."""

BEFORE = re.compile(
    rf"(?<!not )(?<!non-)(?<!non )\b{SYMMETRIC}(?: positive[- ](?:semi-?)?definite)?(?: matrix)?\s+$"
)
"""The words before it."""


def said_symmetric(formula: Node, before: str, behind: str, context: Context) -> None:
    """What is said to be symmetric, and is a matrix by declaration, is assumed to be."""
    if not (BEHIND.match(behind) or BEFORE.search(before)):
        return
    declared = (s for s in statements(formula) if s.relations[0].name == "in")
    named = [formula, *(node for s in declared for node in (*s.loose, s.members[0]))]
    for name in dict.fromkeys(map(scripted_name, named)):
        if name is not None and len(context.shapes.get(name, ())) == 2:
            context.symmetric[name] = (parse(f"{name}^\\top").root, "=", parse(name).root)


__all__ = ["said_symmetric"]
