"""Derivatives with a straight d along which other names change, by definition or by an equation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify_derivations.elaborate.document.answering import Depends, answering, names_behind, variable_of
from verify_derivations.elaborate.notation.free_names import head_name, names_of
from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Node, nodes
from verify_derivations.term.syntax.nodes import Derivative
from verify_derivations.term.syntax.traverse import subterms

HELP = "write \\partial where {0} stays as it is, or constant ${0}$"


WHOLE = r"(?:perimeter|area|volume|sum|product|budget|circumference|surface(?: area)?|hypotenuse|total)"
"""What sides, radii and the like make up together."""

CHANGING = re.compile(
    r"\b(?:demand|supply|sales|quantity|quantities|output|consumption|price|volume|pressure|temperature)\s+"
    r"(?:that |which )?(?:falls?|rises?|grows?|declines?|drops?|shrinks?|(?:de|in)creases?|depends?|"
    r"responds?|reacts?|varies|changes)\s+(?:with|on|to|as)\s+(?:the|its|their)\s+\w+"
    rf"|\b(?:fixed|given|constant|prescribed)\s+{WHOLE}\b"
    rf"|\b{WHOLE}\s+(?:(?:is|are|stays?|remains?|be|being|of|equals?|kept|held)\s+)*"
    r"(?:fixed|constant|given|prescribed|\$?\d)"
    r"|\b(?:litres?|liters?|met(?:re|er)s?|m|feet|ft|cm) of (?:fenc\w+|wire|rope|string|paper|metal)\b"
    r"|\bleans? against\b|\b(?:lies?|lying|moves?|moving|runs?|point) (?:on|along) (?:the|a) "
    r"(?:\w+ )?(?:circle|curve|line|ellipse|parabola|hyperbola)\b"
    r"|\b(?:is|are) fixed by\b|(?:周长|面积|体积|和|长度)(?:是|为|保持)?(?:固定|一定|不变|定值)",
    re.IGNORECASE,
)
"""Words with which quantities without a name change with each other: "demand falls with the price"."""


def along(roots: Iterable[Node], claim: Claim, context: Context) -> Iterator[Alternative]:
    r"""Where \frac{dE}{dx} may be the derivative along x with which another name in E changes.

    That is so where an equation of the text ties them, x^2 + y^2 = 1, or where x is defined by way of that
    name: of q = 2x and E = q^2 + x.

    Args:
        roots: the notation of the claim.
        claim: as it was read.
        context: what the document says.
    """
    signs = [leibniz(node) for root in roots for node in nodes(root)]
    yield from answering(claim, context, any(found is not None and found.sign == "d" for found in signs))
    if not any(found is not None and found.sign == "d" for found in signs):
        return
    depends = {
        head_name(d): frozenset(names_of(d.body) - names_of(*d.head.children))
        for d in claim.context.definitions
    }
    equations = list(_equations(context))
    seen = set[tuple[str, str]]()
    for part in subterms(claim.lhs, claim.rhs):
        if not isinstance(part, Derivative):
            continue
        variable = variable_of(part)
        held = names_behind(names_of(part.body) - {variable}, {**depends, variable: frozenset()})
        free = held - depends.keys() - {variable}
        if free and (words := CHANGING.search("".join(context.told) + context.after)):
            yield Alternative(
                f'{min(free)} changes along with {variable}, as "{words[0]}" may say', HELP.format(min(free))
            )
            return
        moved = _with_definition(variable, part, held, depends) or _tied(variable, free, equations)
        if moved and (moved, variable) not in seen:
            seen.add((moved, variable))
            yield Alternative(
                f"{moved} changes along with {variable}, to which it is tied", HELP.format(moved)
            )


def _with_definition(variable: str, part: Derivative, held: set[str], depends: Depends) -> str:
    """A name by way of which the variable is defined, and that stands beside it."""
    if variable not in depends or variable not in held | names_of(part.body):
        return ""
    return min(names_behind(depends[variable], depends) & held - {variable}, default="")


def _tied(variable: str, free: set[str], equations: Iterable[frozenset[str]]) -> str:
    """A name that an equation of the text ties to the variable, and to nothing else that could change."""
    tied = (names - {variable} for names in equations if variable in names and names - {variable} <= free)
    return min(frozenset[str]().union(*tied), default="")


def _equations(context: Context) -> Iterator[frozenset[str]]:
    """The names in each equation of the text that is no definition."""
    for lhs, relation, rhs in (*context.given, *context.local, *context.passed):
        if relation == "=":
            yield names_in(lhs) | names_in(rhs)
    for names, said in context.nearby:
        if any(relation.name == "=" for relation in said.relations):
            yield names
    for constraint in context.constraints:
        if not any(leibniz(node) for member in constraint.statement.members for node in nodes(member)):
            yield constraint.names


__all__ = ["along"]
