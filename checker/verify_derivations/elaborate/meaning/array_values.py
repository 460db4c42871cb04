"""Claims about functions whose values may be vectors or matrices: what is linear in them holds of these."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from verify_derivations.elaborate.meaning.dots import undotted
from verify_derivations.elaborate.notation.as_printed import in_both_orders
from verify_derivations.elaborate.notation.free_names import head_name
from verify_derivations.elaborate.notation.known import NUMBERS, Known, Sides
from verify_derivations.elaborate.notation.order import may_be_capital
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import (
    ZERO,
    Add,
    Antiderivative,
    Apply,
    Derivative,
    Integral,
    Mul,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import subterms

BOLD = re.compile(r"\\(?:mathbf|boldsymbol|bm|vec|mathbfit)\{.*")
"""Names of functions by which authors call nothing but vectors and matrices."""

HELP = "let ${0}(x) \\in \\mathbb R$ if it is a number"


def of_array_values(sides: Sides, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The readings in which the values of functions are no numbers, so that the order of factors matters.

    Args:
        sides: the claim as notation.
        known: what is known of it; of some functions, that their values are arrays, or numbers.
        claim: the claim as it was read, where all values are numbers.
    """
    terms = (claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions))
    called = {part.function for part in subterms(*terms) if isinstance(part, Apply)}
    arrays = {name for name in called if _is_of_arrays(name, known)}
    while more := {
        name
        for d in claim.context.definitions
        if isinstance(d.head, Apply) and (name := head_name(d)) not in arrays and _mentions(d.body, arrays)
    }:
        arrays |= more
    sets = {found for name in arrays if (found := known.valued.get(_bare(name), ""))}
    if arrays and not (_is_linear(claim, arrays) and len(sets) < 2):
        name = min(arrays)
        yield Alternative(f"the values of {name} are vectors or matrices", HELP.format(name))
        return
    defined = {head_name(definition) for definition in claim.context.definitions}
    functions = {name for name in called - defined if known.valued.get(_bare(name)) != NUMBERS}
    ordered = {name.partition("(")[0] for name in in_both_orders(sides[::2], functions=functions)}
    if capitals := [name for name in ordered & functions if may_be_capital(name.rstrip("'"))]:
        words = f"the values of {min(capitals)} are matrices, as they stand in both orders"
        yield Alternative(words, HELP.format(min(capitals)))


def _bare(name: str) -> str:
    """The name of a function without primes and dots."""
    name = name.rstrip("'")
    return undotted(name) or name


def _is_of_arrays(name: str, known: Known) -> bool:
    values = known.valued.get(_bare(name))
    return BOLD.fullmatch(_bare(name)) is not None if values is None else values != NUMBERS


def _mentions(term: Term, names: Collection[str]) -> bool:
    return any(isinstance(part, Apply) and part.function in names for part in subterms(term))


def _is_linear(claim: Claim, arrays: Collection[str]) -> bool:
    """Both sides, and all that is put in, are sums of values with numbers before them; a zero is any zero."""
    bodies = [d.body for d in claim.context.definitions if _mentions(d.body, arrays)]
    values = [body for body in bodies if _degree(body, arrays) != 1]
    sides = [_degree(side, arrays) for side in (claim.lhs, claim.rhs) if side is not ZERO]
    return not values and (all(degree == 1 for degree in sides) or all(degree == 0 for degree in sides))


def _degree(term: Term, arrays: Collection[str]) -> int | None:
    """How many factors of each term are values; None where it is something else than a product of them."""
    match term:
        case Apply(function) if function in arrays:
            return None if any(_mentions(one, arrays) for one in term.arguments) else 1
        case Add(terms):
            return _same(_degree(part, arrays) for part in terms)
        case Mul(factors):
            found = [_degree(factor, arrays) for factor in factors]
            others = [factor for factor, degree in zip(factors, found, strict=True) if degree == 0]
            if None in found or (any(found) and any(map(_may_hold_matrices, others))):
                return None
            return sum(degree for degree in found if degree is not None)
        case Sum(body=body) | Integral(body=body):
            ends_in = _mentions(term.lower, arrays) or _mentions(term.upper, arrays)
            return None if ends_in else _degree(body, arrays)
        case Derivative(body) | Antiderivative(body):
            return _degree(body, arrays)
    return None if _mentions(term, arrays) else 0


def _may_hold_matrices(term: Term) -> bool:
    """A capital stands in it, or a function that is called so."""
    return any(
        may_be_capital(_bare(part.name if isinstance(part, Symbol) else part.function))
        for part in subterms(term)
        if isinstance(part, Symbol | Apply)
    )


def _same(degrees: Iterable[int | None]) -> int | None:
    found = set(degrees)
    return found.pop() if len(found) == 1 else None


__all__ = ["of_array_values"]
