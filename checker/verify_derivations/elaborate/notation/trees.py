"""The notation trees of the formulas of a document, each parsed once."""

from __future__ import annotations

from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Region
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Node


class Trees:
    """Trees by their formulas."""

    def __init__(self) -> None:
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
            except FormulaError as error:
                found = error
            self.known[id(region)] = found
        if isinstance(found, FormulaError):
            raise found
        return found


__all__ = ["Trees"]
