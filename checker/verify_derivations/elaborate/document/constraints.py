"""Equations that tie names together anywhere in a document: what is refuted is so with them, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.elaborate.document.suppositions import holding, supposed
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.notation.statements import Statement, statements
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.said import Constraint, defined_name
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Digits, Node

ARROW = re.compile(
    r"\\(?:iff|implies|impliedby|(?:Long)?(?:[Ll]eft)?[Rr]ightarrow|Leftarrow)(?![A-Za-z])|[⇒⇔]"
)
"""Between conditions that are solved, and not said to hold."""

MOST = 4
"""More than so many at a time are not looked at."""


def constraints_in(root: Node, latex: str, line: int, cue: Cue) -> Iterator[Constraint]:
    """The equations of a formula by which an expression is a number or a name, and that no word claims.

    >>> from verify_derivations.parse import parse
    >>> [sorted(found.names) for found in constraints_in(parse("x + y = 1").root, "x + y = 1", 1, Cue.NONE)]
    [['x', 'y']]
    >>> [*constraints_in(parse("(x + y)^2 = x^2 + y^2").root, "", 1, Cue.NONE)]
    []
    """
    for statement in statements(root) if cue is not Cue.CLAIM and not ARROW.search(latex) else ():
        if len(statement.members) != 2 or statement.relations[0].name != "=":
            continue
        tied, value = statement.members
        if defined_name(tied) is not None or not _is_simple(value):
            continue
        names = _free(statement)
        if len(names) > 1 or survey([tied]).bound:
            shown = " ".join(latex[statement.start : statement.end].replace("&", "").split())
            yield Constraint(names, statement, line, shown)


def _is_simple(node: Node) -> bool:
    """A number, or a name."""
    return isinstance(plain(node), Digits) or scripted_name(node) is not None


def _free(statement: Statement) -> frozenset[str]:
    bound = survey(statement.members).bound
    names = frozenset[str]().union(*map(names_in, statement.members))
    return frozenset(name for name in names if "^" not in name and name not in bound) - CONSTANTS.keys()


def constrained(
    sides: Sides, context: Context, known: Known, claim: Claim, names: set[str]
) -> Iterator[Alternative]:
    """The claim where what ties its names together elsewhere in the document holds, too.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
        names: the names in it, by way of definitions too.
    """
    nearby = [statement for _, statement in context.nearby]
    found = [one for one in context.constraints if one.names <= names and one.statement not in nearby]
    for one in found[:MOST]:
        if one.statement.members == (sides[0], sides[2]):
            continue  # it is that itself
        made = supposed(sides, known, claim, [one.statement], {}, context)
        if made is not None and any(
            (said.lhs, said.rhs) == (claim.lhs, claim.rhs) for said in made.context.assumptions
        ):
            continue  # it says the same
        words = f"${one.shown}$ holds here, too, which line {one.line} says"
        true = holding([one.statement], known, context)
        yield Alternative(words, f"assume ${one.shown}$", made, covered=True, supposed=true)


__all__ = ["constrained", "constraints_in"]
