"""Functions of which nothing is known but that they are smooth: f, and its derivatives f', f''.

A partial derivative of a function of several arguments is named by the places of the arguments: `g'12`
is the derivative of g by its first and its second argument, in either order; where there are ten
arguments or more, each place has two digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.traverse import applications

MARK = "'"
PLACES = re.compile(rf"{MARK}(\d*)$")


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
    stem, places = _parted(name)
    return stem + MARK + "".join(sorted([*_places(places, arity), str(place + 1).zfill(_width(arity))]))


def _parted(name: str) -> tuple[str, str]:
    """A name and the places behind its mark; one within its script is of another quantity: `p_{x'|y}`."""
    found = PLACES.search(name)
    return (name, "") if found is None else (name[: found.start()], found[1])


def _width(arity: int) -> int:
    """How many digits name a place: all of them equally many, so that 1 and 1 is not read as 11."""
    return len(str(arity))


def _places(text: str, arity: int) -> list[str]:
    width = _width(arity)
    return [text[k : k + width] for k in range(0, len(text), width)]


def parse_name(name: str, arity: int) -> tuple[str, tuple[int, ...]]:
    """The function and how often it is derived by each argument.

    >>> parse_name("g'122", 2), parse_name("p_{x'|y}", 1)
    (('g', (1, 2)), ("p_{x'|y}", (0,)))
    """
    if arity == 1:
        stem = name.rstrip(MARK)
        return stem, (len(name) - len(stem),)
    stem, rest = _parted(name)
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
