"""Formula text into a notation tree; exports `parse`."""

from verify_derivations.parse.grammar import parse

__all__ = ["parse"]
