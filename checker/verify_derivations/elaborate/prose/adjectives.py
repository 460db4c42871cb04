"""Words right beside a formula that say what the matrix in it is: symmetric."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.statements import statements
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Node

SYMMETRIC = r"(?:real |square )*symmetric(?: positive[- ](?:semi-?)?definite)?(?: matri(?:x|ces))?"

START = r"(?:^|(?:\w\w|[)$]\s?)[.!?]\s)\s*"
"""Where a sentence begins; not behind the point of "i.e."."""

LET = re.compile(rf"{START}(?:Now |Again,? )?[Ll]et\s+$")
FACT = re.compile(
    rf"{START}(?:(?:Here|Recall that|Note that),?|Since|As|Because)\s+$|,\s+(?:since|as|because)\s+$"
)
"""The words before a formula of which something is said outright.

Behind any others it may be said only of a case, be asked or be denied: if, when, suppose, unless, whether ...
"""

BE = re.compile(rf"\s+be\s+(?:an? )?{SYMMETRIC}\s*(?:[.,;](?:\s|$)|(?:and\s*)?$)")
IS = re.compile(rf"\s+(?:is|are)\s+(?:an? )?{SYMMETRIC}\s*[.,;:](?:\s|$)")
"""The words behind it: nothing may follow that takes some of it back."""

GIVEN = re.compile(rf"{START}(?:Let|Consider|Take|Given)\s+(?:an? |the |any |some )?{SYMMETRIC}\s+$")
OF_A_NEW = re.compile(rf"{START}(?:For|With)\s+(?:an? |any |some )?{SYMMETRIC}\s+$")
"""The words before it; with "for", only if the formula declares the matrix."""


def said_symmetric(formula: Node, before: str, behind: str, context: Context) -> None:
    """What is said to be symmetric, and is a matrix by declaration, is assumed to be."""
    declared = [s for s in statements(formula) if s.relations[0].name == "in"]
    said = (LET.search(before) and BE.match(behind)) or (FACT.search(before) and IS.match(behind))
    if not (said or GIVEN.search(before) or (declared and OF_A_NEW.search(before))):
        return
    named = [formula, *(node for s in declared for node in (*s.loose, s.members[0]))]
    for name in dict.fromkeys(map(scripted_name, named)):
        if name is not None and len(context.shapes.get(name, ())) == 2:
            context.symmetric[name] = (parse(f"{name}^\\top").root, "=", parse(name).root)


__all__ = ["said_symmetric"]
