"""Which names stand for vectors and matrices, as far as notation shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.order import CAPITAL, VECTOR
from verify_derivations.elaborate.notation.usage import Usage
from verify_derivations.parse.tree import Digits, Fraction, Node, Product, Scripts, Sum


def ranks(
    usage: Usage,
    equal: Iterable[tuple[Node, Node]] = (),
    known: Mapping[str, int] | None = None,
    numbers: Iterable[str] = (),
    arrays: Iterable[str] = (),
) -> dict[str, int]:
    """The number of axes of each name that must be an array.

    A name that is transposed, or stands right behind a transposed one, is an array; so is one in what a
    trace, a determinant or a norm is taken of, and one that stands with and without subscripts in an
    expression of which an entry is taken. The subscripts of its entries say how many axes it has; without
    any, a capital is a matrix and a small letter a vector. What is added to an array, or equals one, is an
    array too, and so is what a vector is differentiated by, if it has entries.

    Args:
        usage: how names are used.
        equal: expressions that are equal to each other.
        known: the ranks that are declared.
        numbers: names that are none of arrays.
        arrays: names that are arrays elsewhere.
    """
    found: dict[str, int] = {}
    operated = usage.within_operator - usage.numbers - usage.called - usage.bound
    for name in usage.transposed | usage.behind_row | operated | set(arrays):
        count = usage.entries.get(name)
        matrix = CAPITAL.fullmatch(name) and not VECTOR.fullmatch(name)
        found[name] = count if count is not None else 2 if matrix else 1
    for name in usage.within_entry:
        if name in usage.entries:
            found[name] = usage.entries[name]
    numbers = set(numbers)
    found = {name: rank for name, rank in found.items() if rank <= 2 and name not in numbers}
    others = {*numbers, *usage.numbers, *usage.bound, *usage.called, "\\pi"}
    return _Spread({**found, **(known or {})}, others, usage).over(list(equal))


@dataclass
class _Spread:
    """Carries ranks over from what is an array to what is added to it or equals it."""

    found: dict[str, int]
    numbers: set[str]
    usage: Usage

    def over(self, equal: list[tuple[Node, Node]]) -> dict[str, int]:
        while True:
            before = len(self.found)
            for left, right in equal:
                for one, other in ((left, right), (right, left)):
                    rank = self.rank(one)
                    if rank:
                        self.assign(one, rank)
                        self.assign(other, rank)
                    self.differentiated(one)
            if len(self.found) == before:
                return self.found

    def differentiated(self, side: Node) -> None:
        """A vector is differentiated by what has entries elsewhere: that is a vector, too."""
        found = leibniz(plain(side))
        if found is None or found.body is None or self.rank(found.body) != 1 or len(found.variables) != 1:
            return
        name = _name(plain(found.variables[0][0]))
        if name is not None and self.usage.entries.get(name) == 1 and name not in self.numbers:
            self.found.setdefault(name, 1)

    def rank(self, node: Node) -> int:
        """The rank that an expression is known to have, else 0."""
        node = plain(node)
        name = _name(node)
        if name is not None:
            return self.found.get(name, 0)
        match node:
            case Sum(parts):
                return max((self.rank(part) for _, part in parts), default=0)
            case Product(parts):
                factors = _factors(parts)
                known = [self.rank(factor) for factor in factors]
                if len(factors) == 1:
                    return known[0]
                return known[1] if len(factors) == 2 and known[0] == 2 else 0
        return 0

    def assign(self, node: Node, rank: int) -> None:
        """An expression has this rank: so have the names of which it is made."""
        node = plain(node)
        name = _name(node)
        if name is not None:
            if name not in self.numbers and self.usage.entries.get(name, rank) == rank:
                self.found.setdefault(name, rank)
            return
        match node:
            case Sum(parts):
                for _, part in parts:
                    self.assign(part, rank)
            case Product(parts):
                factors = _factors(parts)
                if len(factors) == 1:
                    self.assign(factors[0], rank)
                elif len(factors) == 2 and self._is_matrix(factors[0]):
                    self.assign(factors[0], 2)
                    self.assign(factors[1], rank)

    def _is_matrix(self, node: Node) -> bool:
        name = _name(plain(node))
        return name is not None and self.found.get(name, 2 if CAPITAL.fullmatch(name) else 0) == 2


def _name(node: Node) -> str | None:
    """A name without subscripts or superscripts."""
    return None if isinstance(node, Scripts) else base_name(node)


def _factors(parts: tuple[tuple[str, Node], ...]) -> list[Node]:
    """The factors that may be arrays: not the printed numbers."""
    if any(sign not in ("", ".", "*") for sign, _ in parts):
        return []
    return [part for _, part in parts if not isinstance(plain(part), Digits | Fraction)]
