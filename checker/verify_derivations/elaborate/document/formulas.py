"""What the formulas of a document say by their notation alone: relations, comparisons, equations."""

from __future__ import annotations

from contextlib import suppress

from verify_derivations.elaborate.document.behind import Parts, conditions_behind
from verify_derivations.elaborate.document.beside import is_only_compared
from verify_derivations.elaborate.document.introduced import COMPARING
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.names import plain
from verify_derivations.elaborate.notation.statements import statements
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.declarations import pairs
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Placed, Region
from verify_derivations.parse.tree import Letter, Node, Scripts


class Formulas:
    """Answers what a formula says, as far as its notation tells.

    Args:
        trees: the trees of the formulas.
    """

    def __init__(self, trees: Trees) -> None:
        self.trees = trees

    def is_an_order(self, region: Region) -> bool:
        """A formula with nothing but comparisons, |x| < 1."""
        root = self.root_of(region)
        found = [] if root is None else statements(root)
        return bool(found) and all(sign.name in COMPARING for one in found for sign in one.relations)

    def equates_expressions(self, part: Placed | Region | Annotation) -> bool:
        """An equation whose left side is no name, nor a power or value of one: it defines nothing."""
        root = self.root_of(part) if isinstance(part, Region) else None
        found = [] if root is None else statements(root)
        return bool(found) and all(
            one.relations[0].name == "="
            and not isinstance(plain(one.members[0]), Scripts | Letter)
            and defined_name(one.members[0]) is None
            for one in found
        )

    def is_stated(self, part: Placed | Region | Annotation) -> bool:
        """A formula that says more than where names live."""
        return isinstance(part, Region) and self.states(part) and not self.only_compares(part)

    def restrictions(self, parts: Parts, k: int) -> list[Region]:
        """The conditions right behind a formula in its sentence."""
        return conditions_behind(parts, k, self.only_compares)

    def states(self, region: Region) -> bool:
        """A formula with a relation in it."""
        with suppress(FormulaError):
            return region.problem is None and bool(statements(self.trees.of(region)))
        return False

    def equations_of(self, region: Region) -> list[Sides]:
        """Its equations, side by side."""
        root = self.root_of(region)
        found = [] if root is None else statements(root)
        return [sides for one in found for sides in pairs(one) if sides[1] == "="]

    def root_of(self, region: Region) -> Node | None:
        """What a formula is as notation, if it is read."""
        with suppress(FormulaError):
            return self.trees.of(region) if region.problem is None else None
        return None

    def only_compares(self, region: Region) -> bool:
        """A formula that says no more than where names live."""
        with suppress(FormulaError):
            return region.problem is None and bool(is_only_compared(self.trees.of(region)))
        return False


__all__ = ["Formulas"]
