"""The notation trees of the formulas of a document, each parsed once."""

from __future__ import annotations

from verify_derivations.elaborate.notation.primed_transposes import with_transposes
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Region
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Node


class Trees:
    """Trees by their formulas.

    Args:
        primes_transpose: primes in them are transposes.
    """

    def __init__(self, *, primes_transpose: bool = False) -> None:
        self.primes_transpose = primes_transpose
        self.known: dict[int, Node | FormulaError] = {}

    def of(self, region: Region) -> Node:
        """The notation tree of a formula.

        Raises:
            FormulaError: it is not read.
        """
        found = self.known.get(id(region))
        if found is None:
            try:
                found = parse(region.latex).root
                found = with_transposes(found) if self.primes_transpose else found
            except FormulaError as error:
                found = error
            self.known[id(region)] = found
        if isinstance(found, FormulaError):
            raise found
        return found


__all__ = ["Trees"]
