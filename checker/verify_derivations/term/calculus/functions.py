"""The formulas of the known functions, at given arguments.

To add a function, add a row to `term.syntax.function_table`; one that has no `means` also needs a ball
evaluation in `term.evaluation.balls`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.function import Function
from verify_derivations.term.syntax.function_table import FUNCTIONS
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.substitute import substitute


@cache
def formula(text: str) -> Term:
    """A formula of a row, parsed once."""
    return parse_plain(text)


@lru_cache(maxsize=1024)  # a point, a prover and the judge ask for the same in turn
def instantiate(text: str, arguments: tuple[Term, ...]) -> Term:
    """A formula of a row at given arguments: `u` the last, `s` the first of two.

    >>> from verify_derivations.term.syntax.nodes import Symbol
    >>> from verify_derivations.term.notation.text import text as show
    >>> show(instantiate("1/(1 + exp(-u))", (Symbol("z"),)))
    '1/(1 + exp(-z))'
    """
    values = {"u": arguments[-1]} | ({"s": arguments[0]} if len(arguments) == 2 else {})
    return substitute(formula(text), values)


def conditions_of(row: Function, arguments: tuple[Term, ...]) -> tuple[str, ...]:
    """What makes the value of a function a real number at real arguments, as formulas in these.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> conditions_of(FUNCTIONS["polylog"], parse_plain("polylog(2, x)").children)
    ('1 - u >= 0',)
    """
    order = rational(arguments[0]) if row.above_one else None
    if order is None:
        return row.defined
    return row.above_one if order > 1 else row.upto_one


__all__ = ["FUNCTIONS", "Function", "conditions_of", "formula", "instantiate"]
