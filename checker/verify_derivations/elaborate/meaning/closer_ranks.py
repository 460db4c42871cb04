r"""Vectors and matrices by a closer look, where a formula has no meaning with numbers in their place.

In `(y - X\beta)^T V^{-1} (y - X\beta)` nothing but the brackets is transposed; what stands in them are
arrays all the same. Capitals beside arrays are matrices, small letters behind matrices vectors, as everybody
calls them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from verify_derivations.elaborate.notation.indices import components, letter_of
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    script_text,
    scripted_name,
)
from verify_derivations.elaborate.notation.order import CAPITAL, VECTOR
from verify_derivations.elaborate.notation.usage import Usage, in_brackets, operator_word
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import (
    Digits,
    Fenced,
    Fraction,
    Node,
    Product,
    Scripts,
    Sum,
    children,
    nodes,
)

ACCENTED = re.compile(r"\\(?:hat|bar|tilde|check|breve)\{(.*)\}(_.*)?")

SIDE_BY_SIDE = frozenset(("", ".", "point"))
"""The signs of a product of matrices."""

NUMBER, VECTOR_KIND, ROW, MATRIX = "number", "vector", "row", "matrix"

PRODUCTS = {
    (MATRIX, VECTOR_KIND): VECTOR_KIND,
    (MATRIX, MATRIX): MATRIX,
    (ROW, MATRIX): ROW,
    (ROW, VECTOR_KIND): NUMBER,
    (VECTOR_KIND, ROW): MATRIX,
}
FLIPPED = {VECTOR_KIND: ROW, ROW: VECTOR_KIND}
RANKS = {VECTOR_KIND: 1, MATRIX: 2}
KINDS = {1: VECTOR_KIND, 2: MATRIX}
MOST_ROUNDS = 12


def closer_ranks(
    roots: Iterable[Node],
    equal: Iterable[tuple[Node, Node]],
    usage: Usage,
    known: Mapping[str, int],
    numbers: Collection[str],
) -> dict[str, int]:
    """The ranks of names, with their subscripts where these number nothing.

    Args:
        roots: the formulas.
        equal: expressions that are equal to each other.
        usage: how names are used in them.
        known: the ranks that are declared.
        numbers: names that are none of arrays.
    """
    roots, equal = list(roots), list(equal)
    functions = frozenset[str]().union(*map(_called, roots))
    look = _Look(dict(known), frozenset((*numbers, *functions, *usage.bound, "\\pi")), usage)
    for _ in range(MOST_ROUNDS):
        before = len(look.found)
        for root in roots:
            look.at(root)
        for left, right in equal:
            for one, other in ((left, right), (right, left)):
                kind = look.kind(one)
                if kind in RANKS:
                    look.assign(other, kind)
        if len(look.found) == before:
            break
    return {name: rank for name, rank in look.found.items() if name not in known}


@remembered
def _called(root: Node) -> frozenset[str]:
    r"""Names before brackets around arguments: f of f(x, y) and f(x + y), but no capital before a sum."""
    found = set[str]()
    for node in nodes(root):
        for (_, left), (sign, right) in pairwise(node.parts if isinstance(node, Product) else ()):
            name, inside = quantity(left), in_brackets(right)
            if sign or name is None or inside is None:
                continue
            product = isinstance(plain(inside.body), Sum | Product) and convention(name) == MATRIX
            if not product:
                found.add(name)
    return frozenset(found)


@remembered
def has_transposes(root: Node) -> bool:
    """Something is transposed in it."""
    return any(isinstance(node, Scripts) and is_transpose(node.sup) for node in nodes(root))


@dataclass
class _Look:
    """What has been found out."""

    found: dict[str, int]
    numbers: frozenset[str]
    usage: Usage
    names: dict[int, tuple[Node, str | None]] = field(default_factory=dict)
    """By the identity of a node, which is kept with it: nodes are asked for again in each round."""
    kinds: dict[int, tuple[Node, str]] = field(default_factory=dict)
    """The same; they hold until something more is found."""
    seen: dict[int, int] = field(default_factory=dict)
    """By the identity of a formula, how much was known when it told nothing new."""

    def at(self, root: Node) -> None:
        """Take in the evidence in a formula; it has no more to tell while nothing else is found."""
        before = len(self.found)
        if self.seen.get(id(root)) != before:
            self.visit(root)
            if len(self.found) == before:
                self.seen[id(root)] = before

    # ---- names -------------------------------------------------------------------------------------
    def name(self, node: Node) -> str | None:
        """A name that may be that of an array, with a subscript in which nothing runs."""
        known = self.names.get(id(node))
        if known is None:
            known = self.names[id(node)] = node, self._name(node)
        return known[1]

    def _name(self, node: Node) -> str | None:
        node = plain(node)
        if not isinstance(node, Scripts):
            return base_name(node)
        if node.sup is not None or node.primes or base_name(node.base) is None:
            return None
        letters = {letter_of(part) for part in components(node.sub)}
        runs = letters & (self.usage.bound | {"i", "j", "k", "l"})
        return None if runs or script_text(node.sub) is None else scripted_name(node)

    def take(self, name: str | None, kind: str) -> None:
        """The name is one of a vector or matrix."""
        if name is not None and kind in RANKS and name not in self.numbers and name not in self.found:
            self.found[name] = RANKS[kind]
            self.kinds.clear()

    def open(self, node: Node) -> str | None:
        """The name of which nothing is known yet, if it may be that of an array."""
        name = self.name(node)
        return name if name is not None and name not in self.found and name not in self.numbers else None

    # ---- what stands where -----------------------------------------------------------------------------
    def visit(self, node: Node) -> None:
        """Take in the evidence in an expression."""
        node = plain(node)
        match node:
            case Scripts(base, _, sup) if is_transpose(sup):
                self._transposed(node, base)
            case Sum(parts):
                kind = next((k for k in (self.kind(part) for _, part in parts) if k in RANKS), "")
                if kind:
                    self.assign(node, kind)
            case Product(parts):
                self._product([part for _, part in parts if not isinstance(plain(part), Digits)])
        if self.name(node) is None:
            for child in children(node):
                self.visit(child)

    def _transposed(self, node: Scripts, base: Node) -> None:
        own = self.name(node._replace(sup=None)) if node.sub is not None else self.name(base)
        if own is not None:
            self.take(own, self.kind(base) if own in self.found else convention(own))
        elif isinstance(plain(base), Fenced):
            self.assign(base, self.kind(base) if self.kind(base) in RANKS else self._expected(base))

    def _expected(self, node: Node) -> str:
        """By how its terms are called: vectors if one of them ends with a small letter."""
        node = _opened(node)
        terms = [part for _, part in node.parts] if isinstance(node, Sum) else [node]
        lasts = [_last_factor(term) for term in terms]
        names = [name for name in map(self.name, lasts) if name is not None]
        return (
            VECTOR_KIND if any(convention(name) == VECTOR_KIND for name in names) else MATRIX if names else ""
        )

    def _product(self, factors: list[Node]) -> None:
        """A capital beside an array is a matrix, a small letter behind a matrix a vector."""
        for left, right in pairwise(factors):
            if operator_word(left):
                continue
            before, after = self.kind(left), self.kind(right)
            if before in (MATRIX, ROW):
                name = self.open(_base_of_power(right))
                if name is not None and (convention(name) == MATRIX or self._is_plain(right)):
                    self.take(name, convention(name))
            if after in (MATRIX, VECTOR_KIND):
                name = self.open(_base_of_power(left))
                if name is not None and convention(name) == MATRIX:
                    self.take(name, MATRIX)

    def _is_plain(self, node: Node) -> bool:
        """A name without an exponent, that stands nowhere as only numbers do."""
        return self.name(node) is not None and self.name(node) not in self.usage.numbers

    # ---- kinds -----------------------------------------------------------------------------------------
    def kind(self, node: Node) -> str:
        """What an expression is, as far as is known."""
        known = self.kinds.get(id(node))
        if known is None:
            kind = self._kind(_opened(node))
            known = self.kinds[id(node)] = node, kind
        return known[1]

    def _kind(self, node: Node) -> str:
        name = self.name(node)
        if name is not None:
            return KINDS.get(self.found.get(name, 0), NUMBER)
        match node:
            case Scripts(base, _, sup) if is_transpose(sup):
                inner = self.kind(base if node.sub is None else node._replace(sup=None))
                return FLIPPED.get(inner, inner)
            case Scripts(base, sub, sup) if sup is not None:
                inner = self.kind(base if sub is None else node._replace(sup=None))
                return inner if inner == MATRIX else NUMBER
            case Sum(parts):
                kinds = (self.kind(part) for _, part in parts)
                return next((kind for kind in kinds if kind != NUMBER), NUMBER)
            case Fraction(top=top):
                return self.kind(top)
            case Product(parts) if all(sign in SIDE_BY_SIDE for sign, _ in parts):
                return self._multiplied([part for _, part in parts])
        return NUMBER

    def _multiplied(self, factors: list[Node]) -> str:
        out = NUMBER
        for factor in factors:
            if operator_word(factor):
                return NUMBER
            kind = self.kind(factor)
            out = kind if out == NUMBER else out if kind == NUMBER else PRODUCTS.get((out, kind), NUMBER)
        return out

    def assign(self, node: Node, kind: str) -> None:
        """An expression is of this kind: so is what it is made of."""
        node = _opened(node)
        name = self.name(node)
        if name is not None:
            self.take(name, kind)
            return
        match node:
            case Scripts(base, sub, sup) if is_transpose(sup) and kind == MATRIX:
                self.assign(base if sub is None else node._replace(sup=None), MATRIX)
            case Sum(parts):
                for _, part in parts:
                    self.assign(part, kind)
            case Fraction(top=top):
                self.assign(top, kind)
            case Product(parts) if all(sign in SIDE_BY_SIDE for sign, _ in parts):
                self._assign_factors([part for _, part in parts], kind)

    def _assign_factors(self, factors: list[Node], kind: str) -> None:
        """The last factor of a vector is one; capitals before it are matrices."""
        if any(operator_word(factor) for factor in factors) or self._multiplied(factors) == kind:
            return
        *before, last = factors
        name = self.open(last)
        if name is None:
            return
        if convention(name) == kind:
            self.take(name, kind)
        for factor in before:
            other = self.open(_base_of_power(factor))
            if other is not None and convention(other) == MATRIX:
                self.take(other, MATRIX)


def convention(name: str) -> str:
    r"""Capitals are matrices, and other letters vectors, whatever stands above them.

    >>> convention("X_0"), convention(r"\hat{\beta}"), convention(r"\hat{B}"), convention(r"\mathbf{x}")
    ('matrix', 'vector', 'matrix', 'vector')
    """
    accented = ACCENTED.fullmatch(name)
    inner = name if accented is None else accented[1] + (accented[2] or "")
    return MATRIX if CAPITAL.fullmatch(inner) and not VECTOR.fullmatch(inner) else VECTOR_KIND


def _opened(node: Node) -> Node:
    node = plain(node)
    while isinstance(node, Fenced) and (node.left, node.right) in (("(", ")"), ("[", "]")):
        node = plain(node.body)
    return node


def _base_of_power(node: Node) -> Node:
    """V of V^{-1} and of V^T."""
    node = plain(node)
    if not isinstance(node, Scripts) or node.sup is None:
        return node
    inverse = script_text(node.sup) == "-1" or is_transpose(node.sup)
    return (node.base if node.sub is None else node._replace(sup=None)) if inverse else node


def _last_factor(node: Node) -> Node:
    node = _opened(node)
    return node.parts[-1][1] if isinstance(node, Product) else node


__all__ = ["closer_ranks", "convention", "has_transposes"]
