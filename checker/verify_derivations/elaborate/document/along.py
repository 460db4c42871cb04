"""Derivatives with a straight d along which other names change, by definition or by an equation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from verify_derivations.elaborate.notation.free_names import head_name, names_of
from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Node, nodes
from verify_derivations.term.syntax.nodes import Derivative, Entry, Symbol
from verify_derivations.term.syntax.traverse import subterms

Depends = Mapping[str, frozenset[str]]
"""For names that are defined, the names in what they are defined to be."""

HELP = "write \\partial where {0} stays as it is, or constant ${0}$"


CHANGING = re.compile(
    r"\b(?:demand|supply|sales|quantity|quantities|output|consumption|price|volume|pressure|temperature)\s+"
    r"(?:that |which )?(?:falls?|rises?|grows?|declines?|drops?|shrinks?|(?:de|in)creases?|depends?|"
    r"responds?|reacts?|varies|changes)\s+(?:with|on|to|as)\s+(?:the|its|their)\s+\w+",
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
    signs = (leibniz(node) for root in roots for node in nodes(root))
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
        variable = _name(part)
        held = _behind(names_of(part.body) - {variable}, {**depends, variable: frozenset()})
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


def _name(derivative: Derivative) -> str:
    variable = derivative.variable
    return (
        variable.array
        if isinstance(variable, Entry)
        else variable.name
        if isinstance(variable, Symbol)
        else ""
    )


def _with_definition(variable: str, part: Derivative, held: set[str], depends: Depends) -> str:
    """A name by way of which the variable is defined, and that stands beside it."""
    if variable not in depends or variable not in held | names_of(part.body):
        return ""
    return min(_behind(depends[variable], depends) & held - {variable}, default="")


def _tied(variable: str, free: set[str], equations: Iterable[frozenset[str]]) -> str:
    """A name that an equation of the text ties to the variable, and to nothing else that could change."""
    tied = (names - {variable} for names in equations if variable in names and names - {variable} <= free)
    return min(frozenset[str]().union(*tied), default="")


def _equations(context: Context) -> Iterator[frozenset[str]]:
    """The names in each equation of the text that is no definition."""
    for lhs, relation, rhs in (*context.given, *context.local, *context.passed):
        if relation == "=":
            yield names_in(lhs) | names_in(rhs)
    for names, said in context.mentions:
        if any(relation.name == "=" for relation in said.relations):
            yield names
    for constraint in context.constraints:
        if not any(leibniz(node) for member in constraint.statement.members for node in nodes(member)):
            yield constraint.names


def _behind(names: Iterable[str], depends: Depends) -> set[str]:
    """These names, and those by way of which they are defined."""
    seen, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += depends.get(name, frozenset())
    return seen


__all__ = ["along"]
