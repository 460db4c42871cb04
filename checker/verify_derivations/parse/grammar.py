r"""The grammar: a Pratt parser over tokens, with precedence as a table. Nothing about meaning is decided.

`f(x)`, `x^{(i)}` and `\sum_i a b` are kept as they stand: things side by side, with scripts. How far a sum
reaches and whether f is a function is for the reader of the tree to find out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verify_derivations.errors import FormulaError
from verify_derivations.parse import commands
from verify_derivations.parse.bars import with_roles
from verify_derivations.parse.brackets import joined, partners
from verify_derivations.parse.layout import ENDS, LAYOUT, parts_statements
from verify_derivations.parse.tokens import Token, tokens
from verify_derivations.parse.tree import (
    Accent,
    Chain,
    Digits,
    Empty,
    Fenced,
    Formula,
    Fraction,
    Grid,
    Label,
    Letter,
    Listing,
    Mark,
    Node,
    Postfix,
    Product,
    Relation,
    Root,
    Scripts,
    Separator,
    Sum,
    Text,
)
from verify_derivations.parse.words import BARE, is_prose

DEEPEST = 100
"""Levels of operators, brackets and arguments within each other."""

LIST, CHAIN, SUM, PRODUCT = 1, 2, 3, 4

BINDING: dict[str, int] = {
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


class _Parser:
    """One formula being parsed; `at` is the number of the next token."""

    def __init__(self, source: str) -> None:
        self.source = source
        found = with_roles(joined(tokens(source)))
        self.labels = tuple(Label(t.name, t.text, t.start, t.end) for t in found if t.kind == "label")
        self.tokens = [t for t in found if t.kind != "label"]
        self.partner = partners(self.tokens)
        self.at = 0
        self.frames = ["flow"]
        self.in_script = 0
        self.depth = 0

    # ---- tokens ------------------------------------------------------------------------------------
    def peek(self) -> Token:
        return self.tokens[self.at]

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def last_end(self) -> int:
        return self.tokens[self.at - 1].end if self.at else 0

    def formula(self) -> Formula:
        root = self.expression(0)
        token = self.peek()
        if token.kind != "end-of-text":
            raise FormulaError(f"{token.text!r} is not expected here", token.start, token.end)
        return Formula(root, self.labels, self.source)

    # ---- infix -------------------------------------------------------------------------------------
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
        made: Node = NODES[level](tuple(parts), start, end)
        return made

    def deeper(self) -> None:
        """One level further in; what is nested too deeply is turned down before it exhausts the stack."""
        self.depth += 1
        if self.depth > DEEPEST:
            token = self.peek()
            raise FormulaError("the formula is nested too deeply to be read", token.start, token.end)

    def infix(self) -> str:
        """The kind of the infix sign that comes next, "" if none; layout without meaning is passed over."""
        while True:
            token = self.peek()
            kind = token.kind
            if kind in LAYOUT:
                if self.parts_cells(kind):
                    return ""
                bracket = self.frames[-1] == "bracket"
                if not parts_statements(self.tokens, self.at, self.partner, bracket=bracket):
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

    def over_relation(self) -> tuple[Token, str] | None:
        r"""The sign and the note of \overset{note}{=} and its like, if the next command is one."""
        token = self.peek()
        if token.text not in commands.SET_OVER or self.tokens[self.at + 1].kind != "lbrace":
            return None
        close = self.partner[self.at + 1]
        note = self.source[self.tokens[self.at + 1].end : self.tokens[close].start]
        first, *rest = self.tokens[close + 1 : close + 4]
        if first.kind == "lbrace":
            first, *rest = rest
            if rest[0].kind != "rbrace":
                return None
        return (first, note) if first.kind == "relation" else None

    def skip_argument(self) -> None:
        self.at = self.partner[self.at] + 1 if self.peek().kind == "lbrace" else self.at + 1

    # ---- prefix ------------------------------------------------------------------------------------
    signed: Node | None = None

    def prefix(self) -> Node:
        """An operand with its scripts, a signed term, or nothing."""
        while self.peek().kind in LAYOUT and not self.parts_cells(self.peek().kind):
            self.at += 1
        token = self.peek()
        if token.kind in ENDS or (token.kind in BINDING and token.kind not in ("add", "multiply")):
            return Empty(token.start, token.start)
        if token.kind == "text" and token.name != "\\mathrm" and is_prose(token.text, self.in_script > 0):
            return Empty(token.start, token.start)
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

    # ---- operands ----------------------------------------------------------------------------------
    def atom(self) -> Node:
        """One operand, without its scripts."""
        token = self.next()
        rule = ATOMS.get(token.kind)
        if rule is None:
            raise FormulaError(f"{token.text!r} is not expected here", token.start, token.end)
        return rule(self, token)

    def scripts(self, base: Node) -> Node:
        """The operand with the scripts, primes and factorial signs that follow."""
        sub: Node | None = None
        sup: Node | None = None
        primes = 0
        start = base.start
        while True:
            token = self.peek()
            if token.kind == "prime":
                self.at += 1
                primes += 2 if token.text in DOUBLE else 1
            elif token.kind == "script":
                self.at += 1
                node = self.argument(token, script=True)
                counted = _primes(node)
                if token.text == "^" and counted:
                    primes += counted
                elif token.text == "_" and sub is None:
                    sub = node
                elif token.text == "^" and sup is None:
                    sup = node
                else:
                    which = "subscripts" if token.text == "_" else "superscripts"
                    raise FormulaError(f"two {which} on one base", token.start, node.end)
            else:
                break
        if sub is not None or sup is not None or primes:
            base = Scripts(base, sub, sup, primes, start, self.last_end())
        if self.peek().text != "!":
            return base
        self.deeper()
        token = self.next()
        base = self.scripts(Postfix(base, "!", start, token.end))
        self.depth -= 1
        return base

    def argument(self, command: Token, script: bool = False) -> Node:
        """What a command or a script sign is applied to: a group in braces or one sign."""
        token = self.peek()
        if token.kind in ENDS or token.kind in LAYOUT:
            raise FormulaError(f"{command.text} has nothing to be applied to", command.start, command.end)
        if token.kind == "number" and len(token.text) > 1:
            if script:
                raise FormulaError(
                    f"{command.text}{token.text} prints {token.text[0]} as a script and the rest beside it",
                    command.start,
                    token.end,
                    help=f"write {command.text}{{{token.text}}}",
                )
            rest = token._replace(
                text=token.text[1:], name=token.text[1:], start=token.start + 1, spaced=False
            )
            self.tokens[self.at] = rest
            return Digits(token.text[0], token.start, token.start + 1)
        self.deeper()
        self.in_script += script
        if token.kind in SINGLE_SIGNS:
            self.at += 1
            found: Node = Mark(token.name, token.start, token.end)
        else:
            found = self.atom()
        self.in_script -= script
        self.depth -= 1
        return found

    def group(self, token: Token) -> Node:
        body = self.within(token)
        return body._replace(start=token.start, end=self.last_end()) if isinstance(body, Empty) else body

    def within(self, token: Token) -> Node:
        """What stands up to the bracket that closes `token`, which is passed, too."""
        close = self.partner[self.at - 1]
        body = self.framed(FRAMES[token.kind])
        if self.at != close:
            wrong = self.peek()
            raise FormulaError(f"{wrong.text!r} is not expected here", wrong.start, wrong.end)
        self.at = close + 1
        return body

    def framed(self, frame: str) -> Node:
        """An expression within something."""
        self.frames.append(frame)
        body = self.expression(0)
        self.frames.pop()
        return body

    def fenced(self, token: Token) -> Node:
        body = self.within(token)
        return Fenced(token.name, body, self.tokens[self.at - 1].name, token.start, self.last_end())

    def letter(self, token: Token) -> Node:
        """A letter, or a bare word of the table such as `log`."""
        before = self.tokens[self.at - 2] if self.at > 1 else None
        if before is not None and before.kind == "letter" and before.end == token.start:
            return Letter(token.text, token.start, token.end)
        run, k = token.text, self.at
        while self.tokens[k].kind == "letter" and self.tokens[k].start == self.tokens[k - 1].end:
            run += self.tokens[k].text
            k += 1
        if run in BARE:
            self.at = k
            return Text(run, "", token.start, self.last_end())
        return Letter(token.text, token.start, token.end)

    def command(self, token: Token) -> Node:
        name = token.text
        for table, rule in COMMANDS:
            if name in table:
                return rule(self, token)
        return Letter(name, token.start, token.end)

    def accent(self, token: Token) -> Node:
        if self.peek().kind in ENDS:
            return Letter(token.text, token.start, token.end)
        body = self.argument(token)
        return Accent(token.name, body, token.start, self.last_end())

    def switch(self, token: Token) -> Node:
        r"""{\bf x}: the font holds up to the end of the group."""
        body = self.expression(0)
        return Accent(commands.SWITCHES[token.text], body, token.start, self.last_end())

    def fraction(self, token: Token) -> Node:
        top = self.argument(token)
        bottom = self.argument(token)
        return Fraction(token.text, top, bottom, token.start, self.last_end())

    def root(self, token: Token) -> Node:
        degree = None
        if self.peek().text == "[":
            opening = self.next()
            degree = self.within(opening)
        return Root(self.argument(token), degree, token.start, self.last_end())

    def environment(self, token: Token) -> Node:
        name = token.name.rstrip("*")
        close = self.partner[self.at - 1]
        if name not in commands.GRIDS or (name == "array" and self.is_flow(close)):
            return self.within(token)
        rows: list[tuple[Node, ...]] = []
        cells: list[Node] = []
        while self.at <= close:
            cells.append(self.framed("grid"))
            after = self.next()
            if after.kind != "amp":
                rows.append(tuple(cells))
                cells = []
            if after.kind not in ("amp", "row"):
                break
        if self.at - 1 != close:
            raise FormulaError(f"{after.text!r} is not expected here", after.start, after.end)
        if len(rows) > 1 and all(isinstance(cell, Empty) for cell in rows[-1]):
            rows.pop()  # a line end behind the last row
        return Grid(name, tuple(rows), token.start, self.last_end())

    def is_flow(self, close: int) -> bool:
        """An array that only aligns: some cell begins with a relation sign."""
        k = self.at
        while k < close:
            if k in self.partner:
                k = self.partner[k]
            elif self.tokens[k].kind == "amp" and self.tokens[k + 1].kind == "relation":
                return True
            k += 1
        return False

    def text(self, token: Token) -> Node:
        return Text(token.text, token.name, token.start, token.end)

    def empty_base(self, token: Token) -> Node:
        self.at -= 1
        return Empty(token.start, token.start)


def _primes(node: Node) -> int:
    r"""How many primes a superscript such as ^{'} or ^{\prime\prime} is; 0 if it is something else."""
    match node:
        case Letter(text="\\prime"):
            return 1
        case Letter(text="\\dprime"):
            return 2
        case Scripts(Empty(), None, None, primes):
            return primes
        case Product(parts) if all(sign == "" and _primes(part) for sign, part in parts):
            return sum(_primes(part) for _, part in parts)
    return 0


FRAMES = {"open": "bracket", "left": "bracket", "lbrace": "group", "begin": "flow"}
DOUBLE = frozenset("″")
SINGLE_SIGNS = {"add", "multiply", "relation", "separator"}
SEPARATORS = {"text": "text", "prose": "text", "row": "\\\\", "amp": "&", "quad": "quad"}

Rule = Callable[["_Parser", Token], Node]

ATOMS: dict[str, Rule] = {
    "number": lambda parser, token: Digits(token.text, token.start, token.end),
    "letter": _Parser.letter,
    "command": _Parser.command,
    "text": _Parser.text,
    "lbrace": _Parser.group,
    "open": _Parser.fenced,
    "left": _Parser.fenced,
    "begin": _Parser.environment,
    "script": _Parser.empty_base,
    "prime": _Parser.empty_base,
}
"""What reads an operand that starts with a token of this kind."""

COMMANDS: tuple[tuple[frozenset[str], Rule], ...] = (
    (commands.STACKED | commands.SET_OVER, _Parser.fraction),
    (commands.ACCENTS | commands.FONTS | commands.WRAPPERS | commands.UPRIGHT, _Parser.accent),
    (frozenset(commands.SWITCHES), _Parser.switch),
    (frozenset(("\\sqrt",)), _Parser.root),
)
"""What reads a command with arguments; any other command is a sign by itself."""

FIRST: dict[int, Callable[[Any, bool], list[Any]]] = {
    PRODUCT: lambda left, signed: [("", left)],
    SUM: lambda left, signed: list(left.parts) if signed else [("", left)],
    CHAIN: lambda left, signed: [left],
    LIST: lambda left, signed: [left],
}
"""What the operand before the first operator of a level begins; a signed term is a sum already."""

NEXT: dict[int, Callable[[_Parser, list[Any], str], None]] = {
    PRODUCT: _Parser.next_factor,
    SUM: _Parser.next_term,
    CHAIN: _Parser.next_member,
    LIST: _Parser.next_item,
}
"""What gathers an operator and the operand behind it."""

NODES: dict[int, Callable[..., Node]] = {PRODUCT: Product, SUM: Sum, LIST: Listing}
