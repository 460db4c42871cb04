r"""The grammar: a Pratt parser over tokens, with precedence as a table. Nothing about meaning is decided.

`f(x)`, `x^{(i)}` and `\sum_i a b` are kept as they stand: things side by side, with scripts. How far a sum
reaches and whether f is a function is for the reader of the tree to find out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verify_derivations.errors import FormulaError
from verify_derivations.parse import commands
from verify_derivations.parse.layout import ENDS, LAYOUT, parts_statements
from verify_derivations.parse.operands import Operands
from verify_derivations.parse.tokens import Token
from verify_derivations.parse.tree import (
    Chain,
    Empty,
    Formula,
    Fraction,
    Listing,
    Mark,
    Node,
    Product,
    Relation,
    Separator,
    Sum,
    Text,
)
from verify_derivations.parse.words import CONSTANT, is_constant, is_prose

STACK, LIST, CHAIN, SUM, PRODUCT = 1, 2, 3, 4, 5

BINDING: dict[str, int] = {
    "stack": STACK,
    "separator": LIST,
    "prose": LIST,
    "quad": LIST,
    "row": LIST,
    "amp": LIST,
    "relation": CHAIN,
    "add": SUM,
    "multiply": PRODUCT,
    "operand": PRODUCT,
}
"""How tightly the kinds of infix signs bind; `operand` is juxtaposition."""

OPERANDS = {"number", "letter", "command", "text", "open", "left", "lbrace", "begin", "script", "prime"}


def parse(source: str) -> Formula:
    r"""The notation tree of a formula.

    Raises:
        FormulaError: brackets do not balance, an argument is missing; with the place.

    >>> parse(r"\frac12 x").root.parts[1]
    ('', Letter(text='x', start=8, end=9))
    """
    return _Parser(source).formula()


class _Parser(Operands):
    """The operators: an operand, then every operator that binds tightly enough with the operand behind it."""

    signed: Node | None = None

    def formula(self) -> Formula:
        root = self.expression(0)
        token = self.peek()
        if token.kind != "end-of-text":
            raise FormulaError(f"{token.text!r} is not expected here", token.start, token.end)
        return Formula(root, self.labels, self.source)

    def expression(self, floor: int) -> Node:
        """Everything from here on that binds more tightly than `floor`."""
        self.deeper()
        left = self.prefix()
        level, parts = 0, list[Any]()
        while True:
            kind = self.infix()
            following = BINDING.get(kind, 0)
            if following <= floor:
                break
            if following != level:  # an operator that binds less tightly: what is gathered is its operand
                left = self.gathered(level, parts, left)
                level, parts = following, FIRST[following](left, left is self.signed)
            NEXT[level](self, parts, kind)
        self.depth -= 1
        return self.gathered(level, parts, left)

    def gathered(self, level: int, parts: list[Any], left: Node) -> Node:
        """The node of a level, of what was gathered between its operators."""
        if level == 0:
            return left
        start, end = left.start, self.last_end()
        if level == CHAIN:
            return Chain(tuple(parts[::2]), tuple(parts[1::2]), start, end)
        if level == STACK:
            return self.stacked(parts, start, end)
        made: Node = NODES[level](tuple(parts), start, end)
        return made

    def infix(self) -> str:
        """The kind of the infix sign that comes next, "" if none; layout without meaning is passed over."""
        while True:
            token = self.peek()
            kind = token.kind
            if kind in LAYOUT:
                if self.parts_cells(kind):
                    return ""
                bracket = self.frames[-1] in ("bracket", "open")
                parted = parts_statements(self.tokens, self.at, self.partner, bracket=bracket)
                if not parted or self.over_relation(self.behind_layout()) is not None:
                    self.at += 1
                    continue
                return kind
            if kind == "text":
                prose = is_prose(token.text, self.in_script > 0) and token.name != "\\mathrm"
                return "prose" if prose else "operand"
            if kind in OPERANDS:
                if kind == "command" and self.over_relation() is not None:
                    return "relation"
                return "operand"
            return kind if kind in BINDING else ""

    def next_factor(self, parts: list[Any], kind: str) -> None:
        sign = self.next().name if kind == "multiply" else ""
        parts.append((sign, self.expression(PRODUCT)))

    def next_term(self, parts: list[Any], kind: str) -> None:
        parts.append((self.next().name, self.expression(SUM)))

    def next_member(self, parts: list[Any], kind: str) -> None:
        parts.append(self.relation())
        parts.append(self.expression(CHAIN))

    def next_item(self, parts: list[Any], kind: str) -> None:
        token = self.next()
        name = SEPARATORS.get(token.kind, token.name)
        parts.append(Separator(name, token.text, token.start, token.end))
        parts.append(self.expression(LIST))

    def next_stack(self, parts: list[Any], kind: str) -> None:
        token = self.next()
        if len(parts) > 1:
            help = "put one of them in braces"
            what = f"{token.text} stands in one group with {parts[1]}"
            raise FormulaError(what, token.start, token.end, help=help)
        parts += [token.text, self.expression(STACK)]

    def stacked(self, parts: list[Any], start: int, end: int) -> Node:
        r"""{a \over b}: a command that parts what stands in braces, or in a cell of a display."""
        top, command, bottom = parts
        layout = any(t.kind in ("row", "amp") and start <= t.start < end for t in self.tokens)
        if self.frames[-1] == "open" or layout:  # it would be printed through the brackets, or be a cell only
            what = f"{command} parts the whole group in which it stands"
            raise FormulaError(what, start, end, help=f"write {{a {command} b}}")
        return Fraction(command, top, bottom, start, end)

    def relation(self) -> Relation:
        token = self.next()
        if token.kind != "command":
            note = self.note_of_arrow(token)
            return Relation(token.name, token.text, note, token.start, self.last_end())
        self.at -= 1
        sign, note = self.over_relation() or (token, "")
        self.at += 1
        self.skip_argument()
        self.skip_argument()
        return Relation(sign.name, sign.text, note, token.start, self.last_end())

    def note_of_arrow(self, token: Token) -> str:
        r"""What is printed on an arrow: \xrightarrow[below]{above}."""
        if token.text not in commands.EXTENSIBLE:
            return ""
        start = token.end
        if self.peek().text == "[":
            self.at = self.partner[self.at] + 1
        if self.peek().kind == "lbrace":
            self.skip_argument()
        return self.source[start : self.last_end()]

    def behind_layout(self) -> int:
        """Where something stands again that prints."""
        k = self.at
        while self.tokens[k].kind in LAYOUT:
            k += 1
        return k

    def over_relation(self, at: int | None = None) -> tuple[Token, str] | None:
        r"""The sign and the note of \overset{note}{=} and its like, if the next command is one."""
        at = self.at if at is None else at
        if self.tokens[at].text not in commands.SET_OVER or self.tokens[at + 1].kind != "lbrace":
            return None
        close = self.partner[at + 1]
        note = self.source[self.tokens[at + 1].end : self.tokens[close].start]
        first, *rest = self.tokens[close + 1 : close + 4]
        if first.kind == "lbrace":
            first, *rest = rest
            if rest[0].kind != "rbrace":
                return None
        return (first, note) if first.kind == "relation" else None

    def prefix(self) -> Node:
        """An operand with its scripts, a signed term, or nothing."""
        while self.peek().kind in LAYOUT and not self.parts_cells(self.peek().kind):
            self.at += 1
        token = self.peek()
        if token.kind in ENDS or (token.kind in BINDING and token.kind not in ("add", "multiply")):
            return Empty(token.start, token.start)
        if token.kind == "text" and token.name != "\\mathrm" and is_prose(token.text, self.in_script > 0):
            added = self.at > 0 and self.tokens[self.at - 1].kind == "add"
            if not added or not is_constant(token.text):
                return Empty(token.start, token.start)
            self.at += 1
            return Text(CONSTANT, "\\mathrm", token.start, token.end)
        if token.kind in ("add", "multiply"):
            return self.sign_in_front(token)
        if token.kind == "command" and self.over_relation() is not None:
            return Empty(token.start, token.start)
        return self.scripts(self.atom())

    def parts_cells(self, kind: str) -> bool:
        """Layout directly in a grid parts its cells and rows."""
        return self.frames[-1] == "grid" and kind != "quad"

    def sign_in_front(self, token: Token) -> Node:
        following = self.tokens[self.at + 1]
        alone = following.kind in ENDS or following.kind in ("separator", "script", "relation")
        if token.kind == "multiply" and (alone or self.in_script):
            self.at += 1
            return self.scripts(Mark(token.name, token.start, token.end))
        if token.kind == "multiply":
            return Empty(token.start, token.start)
        self.at += 1
        if alone:
            return self.scripts(Mark(token.name, token.start, token.end))
        made = Sum(((token.name, self.expression(SUM)),), token.start, self.last_end())
        self.signed = made
        return made


SEPARATORS = {"text": "text", "prose": "text", "row": "\\\\", "amp": "&", "quad": "quad"}

FIRST: dict[int, Callable[[Any, bool], list[Any]]] = {
    PRODUCT: lambda left, signed: [("", left)],
    SUM: lambda left, signed: list(left.parts) if signed else [("", left)],
    CHAIN: lambda left, signed: [left],
    LIST: lambda left, signed: [left],
    STACK: lambda left, signed: [left],
}
"""What the operand before the first operator of a level begins; a signed term is a sum already."""

NEXT: dict[int, Callable[[_Parser, list[Any], str], None]] = {
    PRODUCT: _Parser.next_factor,
    SUM: _Parser.next_term,
    CHAIN: _Parser.next_member,
    LIST: _Parser.next_item,
    STACK: _Parser.next_stack,
}
"""What gathers an operator and the operand behind it."""

NODES: dict[int, Callable[..., Node]] = {PRODUCT: Product, SUM: Sum, LIST: Listing}
