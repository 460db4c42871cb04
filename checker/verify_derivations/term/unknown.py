"""Functions of which nothing is known but that they are smooth: f, and its derivatives f', f''.

A partial derivative of a function of several arguments is named by the places of the arguments: `g'12`
is the derivative of g by its first and its second argument, in either order; where there are ten
arguments or more, each place has two digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from verify_derivations.term.functions import FUNCTIONS
from verify_derivations.term.nodes import Term, applications

MARK = "'"


def is_unknown(name: str) -> bool:
    """The name is not a row of the table of functions."""
    return name not in FUNCTIONS


def partial(name: str, place: int, arity: int) -> str:
    """The name of the derivative of a function by the argument at `place`, counted from 0.

    >>> partial("f", 0, 1), partial("f'", 0, 1), partial("g'2", 0, 2)
    ("f'", "f''", "g'12")
    """
    if arity == 1:
        return name + MARK
    stem, _, places = name.partition(MARK)
    return stem + MARK + "".join(sorted([*_places(places, arity), str(place + 1).zfill(_width(arity))]))


def _width(arity: int) -> int:
    """How many digits name a place: all of them equally many, so that 1 and 1 is not read as 11."""
    return len(str(arity))


def _places(text: str, arity: int) -> list[str]:
    width = _width(arity)
    return [text[k : k + width] for k in range(0, len(text), width)]


def parse_name(name: str, arity: int) -> tuple[str, tuple[int, ...]]:
    """The function and how often it is derived by each argument.

    >>> parse_name("g'122", 2)
    ('g', (1, 2))
    """
    stem, mark, rest = name.partition(MARK)
    if arity == 1:
        return stem, (len(mark) + len(rest),)
    places = [int(place) for place in _places(rest, arity)]
    return stem, tuple(places.count(place + 1) for place in range(arity))


def unknown_functions(*terms: Term) -> list[tuple[str, int]]:
    """The unknown functions that occur, with their numbers of arguments, sorted; derivatives left out."""
    unknown = [t for t in applications(*terms) if t.function not in FUNCTIONS]
    if not unknown:
        return []
    return sorted({(parse_name(t.function, len(t.arguments))[0], len(t.arguments)) for t in unknown})


Coefficients = Sequence[Fraction]


def polynomial_derivative(coefficients: Coefficients, order: int) -> list[Fraction]:
    """The coefficients, from the constant on, of a derivative of a polynomial."""
    out = list(coefficients)
    for _ in range(order):
        out = [k * c for k, c in enumerate(out)][1:]
    return out
