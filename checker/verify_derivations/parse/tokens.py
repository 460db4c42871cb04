"""Text of a formula into tokens: one regular expression, then tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from verify_derivations.errors import FormulaError
from verify_derivations.parse import commands
from verify_derivations.parse.words import CJK


class Token(NamedTuple):
    """A piece of the text. `kind` is what the grammar goes by, `name` the sign's name in the tables.

    Kinds: number letter command text prose relation add multiply separator stack quad amp row prime script
    open close left right bar lbrace rbrace begin end end-of-text. `left` and `right` are delimiters behind
    \\left and \\right.
    """

    kind: str
    name: str
    text: str
    start: int
    end: int
    spaced: bool


PATTERN = re.compile(
    r"""(?P<space>(?:\s|~|%[^\n]*(?:\n|$)|[\u200b-\u200f\ufeff\u2060-\u2064\u00ad])+)
    |(?P<command>\\(?:(?:operatorname|tag|hspace|vspace|text)\*|[A-Za-z]+|.|$))
    |(?P<dots>\.(?:\s*\.){2,})
    |(?P<number>(?<![\d.^_])[1-9]\d{0,2}(?:(?:\\,|\{\\,\}|\\thinspace(?![A-Za-z])\s*)\d{3})+(?!\d)(?:\.\d+)?
        |\d+(?:\.\d+)?|\.\d+)
    |(?P<cjk>[\u3001-\u3007\u300c-\u300f\u3012-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+)
    |(?P<compound>:=|=:|==|<=>|<=|>=|=>|->|<-(?=\s))
    |(?P<sign>.)""",
    re.S | re.X,
)
SPACE = re.compile(r"(?:\s|~|%[^\n]*\n)*")
LENGTH = re.compile(r"\s*\{?\s*[-+]?\s*[\d.]*\s*(?:em|ex|pt|mu|mm|cm|in|px|bp|sp|\\[a-zA-Z]+)?\s*\}?")
ROW_SKIP = re.compile(r"\*?(?:\s*\[\s*[-+]?[\d.]*\s*(?:em|ex|pt|mu|mm|cm|in|px|bp|\\[a-zA-Z]+)?\s*\])?")
WORD = re.compile(r"[A-Za-z][A-Za-z\d\-. ]*")
THIN = re.compile(r"\\[,;:!> ]|~|\\(?:quad|thinspace|nolimits|limits)\b\s*")

GROUPED = re.compile(r"[^\d.]+")
"""What parts a number into groups of three digits."""

SIGNS = {"{": "lbrace", "}": "rbrace", "&": "amp", "_": "script", "^": "script"}
PRIMES = frozenset("'’′‘`")
NOT = {"=": "!=", "in": "notin", "!=": "="}


def _table() -> dict[str, tuple[str, str]]:
    """What each sign and command is to the grammar: (kind, name)."""
    table: dict[str, tuple[str, str]] = {}
    for kind, rows in (
        ("relation", commands.RELATIONS),
        ("add", commands.ADDITIVE),
        ("multiply", commands.MULTIPLICATIVE),
        ("separator", commands.SEPARATORS),
        ("stack", commands.STACKS),
        ("bar", commands.BARS),
        ("close", commands.CLOSING),
    ):
        table.update((sign, (kind, name)) for sign, name in rows.items())
    table.update((sign, ("open", commands.OPENED.get(sign, sign))) for sign in commands.OPENING)
    table.update((sign, ("quad", sign)) for sign in commands.QUADS)
    table.update((sign, (kind, sign)) for sign, kind in SIGNS.items())
    table.update((sign, ("prime", sign)) for sign in PRIMES)
    table.update(dict.fromkeys(("\\\\", "\\cr", "\\newline"), ("row", "\\\\")))
    return table


TABLE = _table()


def tokens(source: str) -> list[Token]:
    r"""The tokens of a formula, with one of kind `end-of-text` at the end.

    Raises:
        FormulaError: the text ends with a backslash, or an argument in braces is never closed.

    >>> [token.text for token in tokens(r"\frac12 x_i \text{ if }")]
    ['\\frac', '12', 'x', '_', 'i', ' if ', '']
    """
    return _Lexer(source).run()


class _Lexer:
    """One formula on its way into tokens."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Token] = []
        self.spaced = False
        self.role = ""
        self.role_start = 0
        self.negated: int | None = None

    def run(self) -> list[Token]:
        at, source, match = 0, self.source, PATTERN.match
        while at < len(source):
            found = match(source, at)
            if found is None:  # the last branch of the pattern takes any character
                raise FormulaError("this cannot be read", at, at + 1)
            kind, text, end = found.lastgroup, found.group(), found.end()
            if kind == "space":
                self.spaced, at = True, end
            elif kind == "dots" and not self.role:
                self.add("command", "\\dots", "\\dots", at, end)
                at = end
            elif kind == "command" and text not in TABLE:
                at = self.command(text, at, end)
            else:
                at = self.sign(kind or "", text, at, end)
        self.add("end-of-text", "", "", at, at)
        return self.found

    def add(self, kind: str, name: str, text: str, start: int, end: int) -> None:
        self.found.append(Token(kind, name, text, start, end, self.spaced))
        self.spaced = False

    def sign(self, kind: str, text: str, start: int, end: int) -> int:
        """A sign that is in the table, a number, a letter."""
        if self.role:
            return self.delimiter(text, start, end)
        known = TABLE.get(text)
        if known is None:
            if kind == "number":
                text = GROUPED.sub("", text)  # 10\,000 is one number
            kinds = {"number": "number", "cjk": "prose"}
            self.add(kinds.get(kind, "letter"), text, text, start, end)
            return end
        kind, name = known
        if kind == "relation" and self.negated is not None:
            name, start, self.negated = NOT.get(name, f"not {name}"), self.negated, None
        if kind == "row":
            end = _end(ROW_SKIP, self.source, end)
        if text in commands.LENGTHS:
            end = _end(LENGTH, self.source, end)
        self.add(kind, name, text, start, end)
        return end

    def delimiter(self, text: str, start: int, end: int) -> int:
        r"""What follows \left, \right or \middle."""
        role, self.role = self.role, ""
        if role == "separator" and text in commands.BARS:
            self.add("separator", "|", text, start, end)
        elif role == "separator":
            self.spaced = True
            return start
        else:
            name = commands.OPENED.get(text) or commands.CLOSING.get(text) or commands.BARS.get(text) or text
            self.add(role, name, text, self.role_start, end)
        return end

    def command(self, text: str, start: int, end: int) -> int:
        """A command that is not in the table of signs."""
        if text == "\\":
            raise FormulaError("the formula ends in a backslash", start, end)
        if self.role and text not in commands.SPACES:
            return self.delimiter(text, start, end)
        if text in commands.SPACES:
            self.spaced = True
            return end
        if text in ROLES:
            self.role, self.role_start = ROLES[text], start
            return end
        if text == "\\not":
            self.negated = start
            return end
        rule = RULES.get(text)
        if rule is not None:
            return rule(self, text, start, end)
        self.add("command", text, text, start, end)
        return end

    # ---- commands with arguments that are no mathematics --------------------------------------------
    def argument(self, at: int, command: str) -> tuple[str, int]:
        """The text in braces behind a command, and where it ends; without braces one character."""
        at = _end(SPACE, self.source, at)
        if at < len(self.source) and self.source[at] == "{":
            close = _closing_brace(self.source, at, command)
            return self.source[at + 1 : close], close + 1
        return self.source[at : at + 1], min(at + 1, len(self.source))

    def text(self, text: str, start: int, end: int) -> int:
        content, after = self.argument(end, text)
        self.add("text", text, content, start, after)
        return after

    def upright(self, text: str, start: int, end: int) -> int:
        r"""\mathrm{Var} is a word; \mathrm{x^2} is mathematics in another font."""
        content, after = self.argument(end, text)
        word = THIN.sub(" ", content).strip()
        if WORD.fullmatch(word) is None:
            self.add("command", "\\mathrm", text, start, end)
            return end
        self.add("text", "\\mathrm", " ".join(word.split()), start, after)
        return after

    def remark(self, text: str, start: int, end: int) -> int:
        content, after = self.argument(end, text)
        self.add("prose", content, content, start, after)
        return after

    def removed(self, text: str, start: int, end: int) -> int:
        for _ in range(commands.REMOVED[text]):
            end = _end(re.compile(r"\s*\[[^\]]*\]"), self.source, end)
            end = self.argument(end, text)[1]
        self.spaced = True
        return end

    def quantifier(self, text: str, start: int, end: int) -> int:
        r"""`x^2 \ge 0 \;\forall x`: what it says begins behind the formula, as behind a wide space."""
        if self.spaced and self.found and self.found[-1].kind in OPERAND_ENDS:
            self.add("quad", "\\quad", "", start, start)
        self.add("command", text, text, start, end)
        return end

    def label(self, text: str, start: int, end: int) -> int:
        content, after = self.argument(end, text)
        self.add("label", text, content, start, after)
        return after

    def length(self, text: str, start: int, end: int) -> int:
        self.spaced = True
        return _end(LENGTH, self.source, end)

    def environment(self, text: str, start: int, end: int) -> int:
        name, after = self.argument(end, text)
        name = name.strip()
        if text == "\\begin":
            after = _end(re.compile(r"\s*\[[a-zA-Z]\]"), self.source, after)
            for _ in range(commands.ENVIRONMENT_ARGUMENTS.get(name.rstrip("*"), 0)):
                after = self.argument(after, text)[1]
        self.add(text[1:], name, name, start, after)
        return after


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    found = pattern.match(source, at)
    return found.end() if found else at


def _closing_brace(source: str, at: int, command: str) -> int:
    """Where the brace that opens at `at` is closed."""
    depth, k = 0, at
    while k < len(source):
        sign = source[k]
        if sign == "\\":
            k += 1
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                return k
        k += 1
    raise FormulaError(f"the brace {{ of {command} is never closed", at, at + 1)


OPERAND_ENDS = frozenset("letter number close right rbrace prime".split())
"""Kinds of tokens with which a formula may end."""

ROLES = (
    dict.fromkeys(commands.SIZES_LEFT, "left")
    | dict.fromkeys(commands.SIZES_RIGHT, "right")
    | dict.fromkeys(commands.SIZES_OPEN, "open")
    | dict.fromkeys(commands.SIZES_CLOSE, "close")
    | dict.fromkeys(commands.SIZES_BETWEEN, "separator")
)
"""What a size makes of the delimiter behind it; \\big makes nothing of it."""

RULES = (
    dict.fromkeys(commands.TEXTS, _Lexer.text)
    | dict.fromkeys(commands.UPRIGHT, _Lexer.upright)
    | dict.fromkeys(commands.REMARKS, _Lexer.remark)
    | dict.fromkeys(commands.REMOVED, _Lexer.removed)
    | dict.fromkeys(commands.LABELS, _Lexer.label)
    | dict.fromkeys(commands.LENGTHS - commands.QUADS, _Lexer.length)
    | dict.fromkeys(("\\begin", "\\end"), _Lexer.environment)
    | {"\\forall": _Lexer.quantifier}
)

__all__ = ["CJK", "Token", "tokens"]
