"""Words right beside a formula that say what the matrix in it is: symmetric, positive definite."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.statements import statements
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Node

DEFINITE = r"positive[- ](?:semi-?)?definite"
KIND = (
    rf"(?P<kind>(?:real |square )*(?:symmetric(?:,? (?:and )?{DEFINITE})?|{DEFINITE}(?: and symmetric)?|"
    r"invertible|non-?singular))(?: matri(?:x|ces))?"
)

WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"symmetric.*\bdefinite|\bdefinite.*symmetric"), "spd"),
    (re.compile(r"\bdefinite|invertible|singular"), "inv"),
)
"""What a matrix of such a kind is assumed to be besides symmetric; others need not be symmetric.

A positive definite matrix is invertible, whether it is meant to be symmetric or not.
"""

START = r"(?:^|(?:\w\w|[)$]\s?)[.!?]\s)\s*"
"""Where a sentence begins; not behind the point of "i.e."."""

LET = re.compile(rf"{START}(?:Now |Again,? )?[Ll]et\s+$")
FACT = re.compile(
    rf"{START}(?:(?:Here|Recall that|Note that),?|Since|As|Because)\s+$|,\s+(?:since|as|because)\s+$"
)
"""The words before a formula of which something is said outright.

Behind any others it may be said only of a case, be asked or be denied: if, when, suppose, unless, whether ...
"""

BE = re.compile(rf"\s+be\s+(?:an? )?{KIND}\s*(?:[.,;](?:\s|$)|(?:and\s*)?$)")
IS = re.compile(rf"\s+(?:is|are)\s+(?:an? )?{KIND}\s*[.,;:](?:\s|$)")
"""The words behind it: nothing may follow that takes some of it back."""

GIVEN = re.compile(rf"{START}(?:Let|Consider|Take|Given)\s+(?:an? |the |any |some )?{KIND}\s+$")
OF_A_NEW = re.compile(rf"{START}(?:For|With)\s+(?:an? |any |some )?{KIND}\s+$")
"""The words before it; with "for", only if the formula declares the matrix."""

LET_IN_CHINESE = re.compile(r"(?:^|[。！？；\n]|[.;]\s)\s*(?:设|令)\s*$")
IS_IN_CHINESE = re.compile(
    r"\s*[是为](?:一个)?\s*(?P<kind>实?对称正定|正定对称|实?对称|正定|可逆|非奇异)(?:的)?(?:矩阵|方阵)\s*(?:[,，。；;]|$)"
)
"""The same in Chinese: before a formula, and behind it."""

CHINESE = {"对称": "symmetric ", "正定": "definite ", "可逆": "invertible", "非奇异": "invertible"}


def said_of_matrices(formula: Node, before: str, behind: str, context: Context) -> None:
    """What is said to be symmetric or positive definite, and is a matrix by declaration, is assumed to be."""
    declared = [s for s in statements(formula) if s.relations[0].name == "in"]
    said = (LET.search(before) and BE.match(behind)) or (FACT.search(before) and IS.match(behind))
    said = said or (LET_IN_CHINESE.search(before) and IS_IN_CHINESE.match(behind))
    said = said or GIVEN.search(before) or (OF_A_NEW.search(before) if declared else None)
    if not said:
        return
    kind = said["kind"].lower().replace("-", " ")
    kind += "".join(f" {word}" for chinese, word in CHINESE.items() if chinese in kind)
    word = next((word for pattern, word in WORDS if "semi" not in kind and pattern.search(kind)), "")
    named = [formula, *(node for s in declared for node in (*s.loose, s.members[0]))]
    for name in dict.fromkeys(map(scripted_name, named)):
        if name is None or len(context.shapes.get(name, ())) != 2:
            continue
        if "symmetric" in kind:
            context.symmetric[name] = (parse(f"{name}^\\top").root, "=", parse(name).root)
        if word:
            context.kinds[name] = word


__all__ = ["said_of_matrices"]
