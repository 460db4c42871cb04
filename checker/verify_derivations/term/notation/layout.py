"""What every printed form of a term needs: its sign, its quotient, a free name for a bound index."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    Binder,
    Bound,
    Entry,
    Family,
    Mul,
    Number,
    Pow,
    Term,
)
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def split_sign(term: Term) -> tuple[bool, Term]:
    """Whether the term is printed with a leading minus, and the term without it."""
    if isinstance(term, Number):
        return (True, Number(-term.value)) if term.ratio[0] < 0 else (False, term)
    if isinstance(term, Mul):
        first, *others = term.factors
        if isinstance(first, Number) and first.ratio[0] < 0:
            size = Number(-first.value)
            rest = others if size is ONE and others else [size, *others]
            return True, rest[0] if len(rest) == 1 else Mul(rest)
    return False, term


def is_negative(term: Term) -> bool:
    """The term is printed with a leading minus."""
    return split_sign(term)[0]


def quotient(term: Mul) -> tuple[list[Term], list[Term]]:
    """The factors above and below the line; a factor 1 is left out above when others remain."""
    over: list[Term] = []
    under: list[Term] = []
    for factor in term.factors:
        exponent = factor.exponent if isinstance(factor, Pow) else None
        if isinstance(factor, Pow) and isinstance(exponent, Number) and exponent.ratio[0] < 0:
            under.append(factor.base if exponent is MINUS_ONE else Pow(factor.base, Number(-exponent.value)))
        elif isinstance(factor, Number) and factor.ratio[1] != 1:
            numerator, denominator = factor.ratio
            over.extend([Number(numerator)] if numerator != 1 else [])
            under.append(Number(denominator))
        else:
            over.append(factor)
    if under and over and over[0] is ONE and len(over) > 1:
        over = over[1:]
    return over, under


def fractions(term: Mul) -> list[tuple[list[Term], list[Term]]]:
    """The product as printed from left to right: fractions (factors above, factors below), and a rest.

    What stands before a division goes above its line, as in a*b/c; what follows starts anew, as in
    1/m * (a - y).
    """
    out: list[tuple[list[Term], list[Term]]] = []
    over: list[Term] = []
    under: list[Term] = []
    for factor in term.factors:
        top, bottom = quotient(Mul((factor,)))
        if under and top:
            out.append((over, under))
            over, under = [], []
        over = over + top
        under = under + bottom
    out.append((over, under))
    return [
        (above[1:] if len(above) > 1 and above[0] is ONE and below else above, below) for above, below in out
    ]


def outer_names(*terms: Term) -> tuple[str, ...]:
    """The free symbols of whole terms: names that no bound index in them is to be printed with.

    A term that is a part of another one has loose indices, which such a list would give a name to.
    """
    return tuple(free_symbols(*terms)) if not any(term.loose for term in terms) else ()


LETTERS = "klpqrstuvw"
"""Names for an index whose own name is taken by one around it."""


def fresh_index(binder: Binder, names: tuple[str, ...]) -> str:
    """A printed name for the bound index that no free symbol and no outer index has: k, then l, p, q."""
    taken = {*free_symbols(binder), *names, *(t.array for t in subterms(binder) if isinstance(t, Entry))}
    name = binder.index
    if name not in taken:
        return name
    others = (letter for letter in LETTERS if letter not in taken) if name in LETTERS else iter(())
    while name in taken:
        name = next(others, name + "'")
    return name


def with_indices(array: str, shown: Sequence[str]) -> str | None:
    """An entry whose name says where its indices go, as `x_{#2}^{(#1)}` does; None if it does not say.

    >>> with_indices("x_{#2}^{(#1)}", ["i", "j"]), with_indices("x", ["i"])
    ('x_{j}^{(i)}', None)
    """
    if "#" not in array:
        return None
    return re.sub(r"#(\d)", lambda place: shown[int(place[1]) - 1], array)


def named_array(family: Family) -> str | None:
    """A where the family is just the entries of the array A."""
    depth = 0
    inner: Term = family
    while isinstance(inner, Family):
        depth, inner = depth + 1, inner.body
    if isinstance(inner, Entry) and inner.indices == tuple(Bound(k) for k in reversed(range(depth))):
        return inner.array
    return None
