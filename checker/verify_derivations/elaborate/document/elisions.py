"""Statements that leave terms out: read as sums where that is certain, else not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain
from verify_derivations.elaborate.notation.progressions import WrittenOut, few_are_printed, written_out
from verify_derivations.elaborate.notation.tables import DOTS
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.parse.tree import Fenced, Grid, Letter, Listing, Node
from verify_derivations.term.syntax.domain import DOMAINS

ELIDED = "terms are left out, and what is printed does not say which"
WRITE_OUT = "write a sum \\sum_{k=1}^n or a product \\prod_{k=1}^n"
LIST = "a list or a table with dots is not checked"


DOUBLED = re.compile(
    r"\b(?:doubl\w+|twice|halv\w+|powers? of (?:two|2|\$)|binary|heaps?|divisors?|geometric\w*|amorti[sz]\w+|"
    r"primes?|odd|even|perfect number|Fibonacci)\b|加倍|翻倍|两倍|二叉|约数|因数|几何|素数|质数|奇|偶",
    re.IGNORECASE,
)
"""Words with which terms may follow one another in other ways than by one more each."""


def in_full(node: Node, context: Context) -> WrittenOut | None:
    """The expression with sums for what it leaves out; None where that is not certain."""
    if DOUBLED.search("".join(context.told)) and few_are_printed(node):
        return None
    known = (context.said, context.domains, context.shapes, context.functions, context.constants)
    return written_out(node, {*names_in(node), *(name for names in known for name in names)})


def is_a_list(node: Node) -> bool:
    """A tuple, a set or a matrix, or dots alone: no number."""
    node = plain(node)
    if isinstance(node, Fenced):
        return isinstance(node.body, Listing | Grid) or node.left == "\\{"
    return isinstance(node, Grid | Listing) or (isinstance(node, Letter) and node.text in DOTS)


def longer(claim: Claim, ends: Iterable[tuple[str, int]]) -> Iterator[Alternative]:
    """The claim for so many terms that all printed ones are there: it may not be meant of fewer.

    Args:
        claim: as it was read.
        ends: what numbers the last terms, and the least values that are surely meant.
    """
    for name, least in dict.fromkeys(ends):
        words, help = f"it is meant for {name} >= {least} only", f"let ${name} \\geq {least}$"
        number = next((d for d in claim.context.declarations if d.name == name), None)
        if number is None or number.domain.field != "integer":
            yield Alternative(words, help, covered=True)
            continue
        low = number.domain.lower
        if low is not None and low >= least:
            continue
        domain = replace(
            DOMAINS["integer"], lower=Fraction(least), lower_open=False, upper=number.domain.upper
        )
        domain = replace(domain, upper_open=number.domain.upper_open)
        others = (Declaration(name, domain) if d is number else d for d in claim.context.declarations)
        context = replace(claim.context, declarations=tuple(others))
        yield Alternative(words, help, replace(claim, context=context), covered=True)


__all__ = ["ELIDED", "LIST", "WRITE_OUT", "in_full", "is_a_list", "longer"]
