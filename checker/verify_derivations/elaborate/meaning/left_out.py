r"""Sums that leave out an index, \\sum_{i \\ne j}, and those of which the first value is not printed."""

from __future__ import annotations

from collections.abc import Sequence

from verify_derivations.elaborate.meaning.ranges import Range
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import Node
from verify_derivations.term.arrays.array import Array, elementwise
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    Add,
    Apply,
    Delta,
    Entry,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import free_symbols, subterms

TOTAL = frozenset("exp sin cos sinh cosh tanh Abs Max Min sigmoid".split())
"""Functions that have a value everywhere."""


def refuse_silent(value: Array, found: Sequence[Range], sign: Node) -> None:
    """Where no first value is printed, what runs has to number entries.

    Raises:
        NotRead: it does not.
    """
    for run in found:
        if run.silent and _counts_with(value.body, run.letter):
            help = "write it below the sign"
            raise NotRead(f"the first value of {run.letter} is not printed", sign, help=help)
        if run.silent and run.letter not in free_symbols(value.body):
            raise NotRead(f"whether {run.letter} runs here is open", sign, help="write i = 1 and n, too")


def left_out(kind: str, value: Array, run: Range, sign: Node) -> Array:
    """What is summed or multiplied, without the index that the range leaves out.

    Raises:
        NotRead: there the term has no value.
    """
    if not run.without:
        return value
    if any(_may_fail(part, run) for part in subterms(value.body)):
        message = f"a sum without {run.letter} = {run.without}, where a term has no value, is not read yet"
        raise NotRead(message, sign, help=f"write the sums before and behind {run.without}")
    kept = Add((ONE, Mul((MINUS_ONE, Delta(Symbol(run.letter), Symbol(run.without))))))
    if kind == "sum":
        return elementwise(lambda entry: Mul((kept, entry)), value)
    return elementwise(lambda entry: Add((ONE, Mul((kept, Add((entry, MINUS_ONE)))))), value)


def _counts_with(body: Term, letter: str) -> bool:
    """The letter stands for a number, not for the index of an entry."""
    stack = [body]
    while stack:
        part = stack.pop()
        if part is Symbol(letter):
            return True
        if not isinstance(part, Entry | Delta):
            stack.extend(part.children)
    return False


def _may_fail(part: Term, run: Range) -> bool:
    """It has no value for some arguments, and both indices stand in it: 1/(x_i - x_j)."""
    if not {run.letter, run.without} <= set(free_symbols(part)):
        return False
    if isinstance(part, Pow):
        exponent = part.exponent
        return not (isinstance(exponent, Number) and exponent.value.denominator == 1 and exponent.value >= 0)
    return isinstance(part, Apply) and part.function not in TOTAL


__all__ = ["left_out", "refuse_silent"]
