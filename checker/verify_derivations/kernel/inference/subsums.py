"""Sums within a sum that are known: by what is assumed, by an inverse, or because they stand below the line.

A rule says that the sum over some indices of a product equals a term in its other indices. It is applied to
a connected sum that holds that product, where the indices summed over occur nowhere else: then the rest can
be taken out of the inner sum, and the inner sum be replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING
from weakref import proxy

from verify_derivations.dataclass import dataclass
from verify_derivations.kernel.algebra.field import Element, Polynomial
from verify_derivations.term.syntax.nodes import Symbol, Term
from verify_derivations.term.syntax.substitute import substitute

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.sums import Powers, Sums

MOST_ASSIGNMENTS = 64
"""More ways to assign the indices of one quantity are not tried."""


@dataclass(frozen=True)
class Rule:
    """The sum over `bound` of the product of `pattern` equals `becomes`, for all values of `free`.

    The names are indices of their own (they begin with `?`); `becomes` is a term in the free ones.
    """

    bound: tuple[str, ...]
    free: tuple[str, ...]
    pattern: tuple[tuple[int, int], ...]
    becomes: Term


Assigned = dict[str, str]


class SubSums:
    """The rules of one valuation."""

    def __init__(self, sums: Sums) -> None:
        self.sums: Sums = proxy(sums)  # no circle: see `Indices`
        self.field = sums.field
        self.rules: list[Rule] = []

    def add(self, rule: Rule) -> None:
        """A rule that has been justified."""
        if rule not in self.rules:
            self.rules.append(rule)

    def rewritten(
        self, bound: tuple[str, ...], powers: Powers, under: Polynomial
    ) -> tuple[tuple[str, ...], Element] | None:
        """What is left to be summed, and over what, after a rule was applied; None if none applies."""
        for rule in list(self.rules):
            for assigned, left in self._matches(rule.pattern, rule, bound, powers, under):
                gone = {assigned[b] for b in rule.bound}
                put: dict[str, Term] = {name: Symbol(assigned[name]) for name in rule.free}
                value = self.sums.v.value(substitute(rule.becomes, put))
                rest: Element = (self.sums.product(left)[0], under)
                return tuple(b for b in bound if b not in gone), self.field.mul(rest, value)
        return self._below_the_line(bound, powers, under)

    # ---- sums below the line -----------------------------------------------------------------------
    def _below_the_line(
        self, bound: tuple[str, ...], powers: Powers, under: Polynomial
    ) -> tuple[tuple[str, ...], Element] | None:
        """S/(c S + r) is (1 - r/(c S + r))/c, where the sum S stands below and is found above the line."""
        if under.is_one():
            return None
        for factor, _ in under.factor()[1]:
            for j, k in enumerate(factor.degrees()):
                if k != 1 or j not in self.sums.summands:
                    continue
                split = self._linear(factor, j)
                if split is None:
                    continue
                found = self._sum_above(j, bound, powers, under)
                if found is not None:
                    gone, left = found
                    coefficient, rest = split
                    top = self.sums.product(left)[0] * (factor - rest)
                    element = self.field.lowest(top, under * coefficient)
                    return tuple(b for b in bound if b not in gone), element
        return None

    def _linear(self, p: Polynomial, j: int) -> tuple[Polynomial, Polynomial] | None:
        """(c, r) where p = c g_j + r with a number c."""
        top: dict[tuple[int, ...], int] = {}
        rest: dict[tuple[int, ...], int] = {}
        for exponents, coefficient in p.to_dict().items():
            if exponents[j]:
                top[(*exponents[:j], 0, *exponents[j + 1 :])] = int(coefficient)
            else:
                rest[exponents] = int(coefficient)
        c = self.field.context.from_dict(top)
        return (c, self.field.context.from_dict(rest)) if c.is_constant() else None

    def _sum_above(
        self, j: int, bound: tuple[str, ...], powers: Powers, under: Polynomial
    ) -> tuple[set[str], Powers] | None:
        """The indices and what is left of the product without the summand of this sum."""
        names, element = self.sums.reopened(j, set(bound) | self.sums.held(under), "?")
        if not element[1].is_one() or len(element[0]) != 1:
            return None
        pattern, _ = self.sums.labelling.split(element)
        rule = Rule(tuple(names), (), tuple(pattern), Symbol("?"))
        for assigned, left in self._matches(rule.pattern, rule, bound, powers, under):
            return {assigned[b] for b in names}, left
        return None

    # ---- matching ----------------------------------------------------------------------------------
    def _matches(
        self,
        pattern: tuple[tuple[int, int], ...],
        rule: Rule,
        bound: tuple[str, ...],
        powers: Powers,
        under: Polynomial,
        assigned: Assigned | None = None,
    ) -> Iterator[tuple[Assigned, Powers]]:
        """Assignments of the indices of a rule with which its pattern divides the product, and the rest."""
        assigned = assigned or {}
        if not pattern:
            if self._detached(rule, assigned, bound, powers, under):
                yield assigned, powers
            return
        (p, e), rest = pattern[0], pattern[1:]
        for place, (j, k) in enumerate(powers):
            if k < e:
                continue
            left = [*powers[:place], *([(j, k - e)] if k > e else []), *powers[place + 1 :]]
            for more in self._unified(p, j, rule, assigned):
                yield from self._matches(rest, rule, bound, left, under, more)

    def _detached(
        self, rule: Rule, assigned: Assigned, bound: tuple[str, ...], left: Powers, under: Polynomial
    ) -> bool:
        """The indices summed over are different ones, summed over here, and occur nowhere else."""
        images = [assigned[b] for b in rule.bound]
        if len(set(images)) < len(images) or not set(images) <= set(bound):
            return False
        others = self.sums.held(under).union(*(self.sums.indices_of(j) for j, _ in left))
        if not set(rule.free) <= assigned.keys():
            return False
        return not set(images) & (others | {assigned[f] for f in rule.free})

    def _unified(self, p: int, j: int, rule: Rule, assigned: Assigned) -> Iterator[Assigned]:
        """Assignments with which a quantity of the pattern is this quantity."""
        if self._head(p) != self._head(j):
            return
        wanted = [i for i in sorted(self.sums.indices_of(p)) if i in (*rule.bound, *rule.free)]
        open_ = [i for i in wanted if i not in assigned]
        there = sorted(self.sums.indices_of(j))
        if len(there) ** len(open_) > MOST_ASSIGNMENTS:
            return
        code = self.sums.labelling.of_generator(j, {})
        for images in product(there, repeat=len(open_)):
            more = {**assigned, **dict(zip(open_, images, strict=True))}
            if any(self.sums.ranges[i] != self.sums.ranges[more[i]] for i in open_):
                continue
            if self.sums.labelling.of_generator(p, more) == code:
                yield more

    def _head(self, j: int) -> tuple[str, str]:
        """What two quantities must have in common to be the same for some indices."""
        term = self.field.generators[j].term
        return type(term).__name__, getattr(term, "array", "") or getattr(term, "function", "")


__all__ = ["Rule", "SubSums"]
