r"""What stands between two operators: a sign with its scripts, a bracket, a command with its arguments."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from verify_derivations.errors import FormulaError
from verify_derivations.parse import commands
from verify_derivations.parse.cursor import Cursor
from verify_derivations.parse.layout import ENDS, LAYOUT
from verify_derivations.parse.norms import which_norm
from verify_derivations.parse.tokens import Token
from verify_derivations.parse.tree import (
    Accent,
    Digits,
    Empty,
    Fenced,
    Fraction,
    Grid,
    Letter,
    Mark,
    Node,
    Postfix,
    Product,
    Root,
    Scripts,
    Text,
)
from verify_derivations.parse.words import BARE


class Operands(Cursor, ABC):
    """Reads one operand; what stands within brackets and arguments are expressions again."""

    @abstractmethod
    def expression(self, floor: int) -> Node:
        """Everything from here on that binds more tightly than `floor`."""

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
            if sub is not None and isinstance(base, Fenced) and base.left == "\\|" == base.right:
                sub = which_norm(sub)
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
        stacked = isinstance(body, Fraction) and body.command in commands.STACKS
        if isinstance(body, Empty) or stacked:  # the braces are a part of what is printed
            return body._replace(start=token.start, end=self.last_end())
        return body

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


FRAMES = {"open": "open", "left": "bracket", "lbrace": "group", "begin": "flow"}
DOUBLE = frozenset("″")
SINGLE_SIGNS = {"add", "multiply", "relation", "separator"}

Rule = Callable[["Operands", Token], Node]

ATOMS: dict[str, Rule] = {
    "number": lambda parser, token: Digits(token.text, token.start, token.end),
    "letter": Operands.letter,
    "command": Operands.command,
    "text": Operands.text,
    "lbrace": Operands.group,
    "open": Operands.fenced,
    "left": Operands.fenced,
    "begin": Operands.environment,
    "script": Operands.empty_base,
    "prime": Operands.empty_base,
}
"""What reads an operand that starts with a token of this kind."""

COMMANDS: tuple[tuple[frozenset[str], Rule], ...] = (
    (commands.STACKED | commands.SET_OVER, Operands.fraction),
    (commands.ACCENTS | commands.FONTS | commands.WRAPPERS | commands.UPRIGHT, Operands.accent),
    (frozenset(commands.SWITCHES), Operands.switch),
    (frozenset(("\\sqrt",)), Operands.root),
)
"""What reads a command with arguments; any other command is a sign by itself."""


__all__ = ["Operands"]
