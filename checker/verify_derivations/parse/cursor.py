"""Where a parser stands in the tokens of a formula: what comes next, within what, and how deep."""

from __future__ import annotations

from verify_derivations.errors import FormulaError
from verify_derivations.parse.bars import with_roles
from verify_derivations.parse.brackets import joined, partners, unwrapped
from verify_derivations.parse.remarks import with_remarks
from verify_derivations.parse.tokens import Token, tokens
from verify_derivations.parse.tree import Label

DEEPEST = 100
"""Levels of operators, brackets and arguments within each other."""


class Cursor:
    """One formula being parsed; `at` is the number of the next token."""

    def __init__(self, source: str) -> None:
        self.source = source
        found = with_roles(with_remarks(unwrapped(joined(tokens(source)))))
        self.labels = tuple(Label(t.name, t.text, t.start, t.end) for t in found if t.kind == "label")
        self.tokens = [t for t in found if t.kind != "label"]
        self.partner = partners(self.tokens)
        self.at = 0
        self.frames = ["flow"]
        self.in_script = 0
        self.depth = 0

    def peek(self) -> Token:
        return self.tokens[self.at]

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def last_end(self) -> int:
        return self.tokens[self.at - 1].end if self.at else 0

    def deeper(self) -> None:
        """One level further in; what is nested too deeply is turned down before it exhausts the stack."""
        self.depth += 1
        if self.depth > DEEPEST:
            token = self.peek()
            raise FormulaError("the formula is nested too deeply to be read", token.start, token.end)

    def skip_argument(self) -> None:
        self.at = self.partner[self.at] + 1 if self.peek().kind == "lbrace" else self.at + 1


__all__ = ["DEEPEST", "Cursor"]
