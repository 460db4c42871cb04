"""Exact points of a domain, simplest first: the witness that an author will read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product

from verify_derivations.certificate import Interpretation, Point
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Add, Mul, Number, Term
from verify_derivations.term.syntax.traverse import free_symbols

Complex = tuple[Fraction, Fraction]

SIMPLE: tuple[Fraction, ...] = tuple(
    Fraction(text)
    for text in "1 -2 1/2 3 -1/2 2 -1 3/2 1/3 -3 4 -2/3 7/3 5 -5/3 1/4 0 -7/2 5/7 11/4 -9/5 7 13/5".split()
)
"""Numbers in the order in which they are tried, moved into the domain where they lie outside.

There is a prime number of them, so that the steps from symbol to symbol lead through all.
"""

WHOLE: tuple[Fraction, ...] = tuple(
    Fraction(text) for text in "1 -2 0 3 -1 2 -4 4 -3 5 -5 7 6 -6 8 -8 10 -7 9 -9 12 11 -10".split()
)
"""The same for whole numbers."""

IMAGINARY: tuple[Fraction, ...] = tuple(
    Fraction(text) for text in "1 -2 0 1/2 4 -1 0 -7/2 3 -1/3 5 0".split()
)

STEPS = (1, 5, 7, 11, 3, 13, 17, 19)


def points(names: Sequence[str], domains: dict[str, Domain], count: int, first: int = 0) -> Iterator[Point]:
    """Up to `count` points but for the `first`, with different values for different symbols where the domain
    has room."""
    for k in range(first, count):
        yield tuple([(name, _value(domains[name], k, i)) for i, name in enumerate(names)])


GRID = tuple(Fraction(text) for text in "-1 2 1/2 -2 3".split())


def grid(names: Sequence[str], domains: dict[str, Domain]) -> Iterator[Point]:
    """All combinations of a few numbers for up to three symbols: where exponents are symbols, a power of a
    negative number is real only for special ones."""
    if 0 < len(names) <= 3 and all(domains[name].field != "complex" for name in names):
        choices = [[value for value in GRID if value in domains[name]] for name in names]
        for values in product(*choices):
            yield tuple((name, (value, Fraction(0))) for name, value in zip(names, values, strict=True))


def coincidences(names: Sequence[str], domains: dict[str, Domain]) -> Iterator[Point]:
    """Points at which two whole numbers are the same: where many a formula with two of them fails.

    >>> whole = Domain("integer", Fraction(1), None, False, False)
    >>> [[int(real) for _, (real, _) in point] for point in coincidences("mn", {"m": whole, "n": whole})]
    [[1, 1], [2, 2], [3, 3]]
    """
    whole = [name for name in names if domains[name].field == "integer"]
    for first, second in combinations(whole, 2):
        for point in points(names, domains, COINCIDENCES):
            value = dict(point)[first]
            if value[0] in domains[second]:
                yield tuple((name, value if name == second else at) for name, at in point)


COINCIDENCES = 3
"""So many for each two of them."""


@lru_cache(maxsize=1024)
def _value(domain: Domain, k: int, i: int) -> Complex:
    """The value of the i-th symbol at the k-th point."""
    numbers = WHOLE if domain.field == "integer" else SIMPLE
    n = len(numbers)
    simple = numbers[(k + i * STEPS[k % len(STEPS)]) % n]
    if k >= n:
        simple += k // n if domain.field == "integer" else Fraction(k // n, 7 + i)
    if domain.field == "complex":
        return simple, IMAGINARY[(k + 5 * i) % len(IMAGINARY)]
    return inside(domain, simple, k, i), Fraction(0)


def inside(domain: Domain, simple: Fraction, k: int, i: int) -> Fraction:
    """A number of the domain near a simple one."""
    if simple in domain:
        return simple
    lower, upper = domain.lower, domain.upper
    if domain.field == "integer":
        return _integer(domain, k, i)
    if lower is not None and upper is not None:
        parts = 2 + (k + i) % 7
        return lower + (upper - lower) * Fraction(1 + (k * i) % (parts - 1), parts)
    size = abs(simple) or Fraction(1, 2)
    if lower is not None:
        return lower + size
    if upper is not None:
        return upper - size
    return size


def _integer(domain: Domain, k: int, i: int) -> Fraction:
    step = k + i
    if domain.lower is not None:
        low = domain.lower.__ceil__() + (1 if domain.lower_open and domain.lower.denominator == 1 else 0)
        room = None if domain.upper is None else int(domain.upper.__floor__()) - low + 1
        value = Fraction(low + (step if room is None else step % max(room, 1)))
    elif domain.upper is not None:
        value = Fraction(domain.upper.__floor__() - step - 1)
    else:
        value = Fraction(step)
    return value if value in domain else value + 1


POLYNOMIALS: tuple[tuple[Fraction, ...], ...] = tuple(
    tuple(Fraction(c) for c in text.split())
    for text in ("0 0 1", "1 1", "0 1 0 1", "2 0 1 1", "1 -1 1/2", "0 2 1 0 1")
)
"""Polynomials that stand for unknown functions, simplest first."""


def interpretation(functions: Sequence[tuple[str, int]], k: int) -> Interpretation:
    """A polynomial for every unknown function, at the k-th point."""
    return tuple((name, POLYNOMIALS[(k + i) % len(POLYNOMIALS)]) for i, (name, _) in enumerate(functions))


CANDIDATES = tuple(Fraction(text) for text in "0 1 -1 1/2 2 -2 1/3 3".split())


def fitted(
    point: Point, domains: dict[str, Domain], assumed: Sequence[tuple[Term, str, Term]]
) -> Point | None:
    """The point moved, one symbol at a time, so that the assumed equations hold; None if that fails."""
    values = {name: real for name, (real, _) in point}
    fixed: set[str] = set()
    for lhs, relation, rhs in assumed:
        if relation != "=":
            continue
        difference = Add((lhs, Mul((Number(-1), rhs))))
        if rational_value(difference, values) == 0:
            fixed.update(free_symbols(difference))
            continue
        for name in reversed([n for n in free_symbols(difference) if n in values and n not in fixed]):
            root = zero_of(difference, name, values, domains[name])
            if root is not None:
                values[name] = root
                break
        else:
            return None
        fixed.update(free_symbols(difference))
    return tuple((name, (values[name], imaginary)) for name, (_, imaginary) in point)


def zero_of(term: Term, name: str, values: dict[str, Fraction], domain: Domain) -> Fraction | None:
    """A value of the symbol in its domain at which the term is zero, where it is linear or simple."""
    at = [rational_value(term, {**values, name: Fraction(k)}) for k in (0, 1, 2)]
    first, second, third = at
    if first is not None and second is not None and third is not None:
        slope = second - first
        if slope and third - second == slope:
            root = -first / slope
            return root if root in domain else None
    order = (values[name].numerator + values[name].denominator) % 2
    for candidate in CANDIDATES[order:] + CANDIDATES[:order]:
        if candidate in domain and rational_value(term, {**values, name: candidate}) == 0:
            return candidate
    return None
