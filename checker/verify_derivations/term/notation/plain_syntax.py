"""The grammar of the plain notation: text into a tree of what is written, without deciding what it means.

It is Python's expression grammar, as far as formulas need it. Sums and products are flat, so that a long
one is not a deep one; decimals are read digit by digit, so that 0.1 is one tenth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NoReturn

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError

MOST_CHARACTERS = 1_000_000
DEEPEST = 100
MOST_DIGITS = 4_000
LONG = 40
"""Longer words are not remembered."""


class TooLarge(TermError):
    """The text is beyond the bounds within which it is read."""


@dataclass(slots=True)
class Node:
    """A piece of the text: `kind` says what it is, `value` what is written, `at` in which column.

    (Not frozen: a long formula has thousands, and a frozen one takes three times as long to make.)

    Kinds: number, name, text (a quoted word), call (value: the function), tuple, index, negative, sum,
    product, matmul, power, compare, and, or. A sum and a product give the operator before each of their parts
    after the first in `value` ("+-", "*/"); a compare gives its relations. A method is a call of a function:
    `e.diff(x)` is `diff(e, x)`, and `A.T` is `T(A)`.
    """

    kind: str
    value: str | Fraction | tuple[str, ...]
    parts: tuple[Node, ...]
    at: int


_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_KINDS = (
    rf"(?P<number>{_NUMBER})|(?P<name>[^\W\d]\w*)|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign>\*\*|//|<=|>=|==|!=|[-+*/@<>=(),\[\]])|(?P<other>\S)"
)
_KIND = re.compile(_KINDS).match
_WORDS = re.compile(rf"\s*(?:{re.sub('[?]P<[a-z]+>', '?:', _KINDS)})").findall
_RELATIONS = frozenset(("<", "<=", ">", ">=", "=", "==", "!="))
_ADDING, _MULTIPLYING, _OPENING = frozenset("+-"), frozenset("*/@"), frozenset("([")
CONNECTIVES = frozenset(("and", "or"))
_HINTS = {
    "^": "a power is written **",
    "!": "a factorial is written factorial(n)",
    "//": "a quotient is written /",
    "%": "a percentage is written as a fraction",
    "{": "use round brackets",
    "|": "an absolute value is written Abs(x)",
    "−": "the minus sign is written -",
    "·": "a product is written *",
    "×": "a product is written *",
    ".": "behind a point stands a method, as in A.T or e.diff(x)",
}

ATTRIBUTES: dict[str, str] = {"T": "T"}
"""What is written behind a point without brackets, and the function that it is."""

METHODS: dict[str, tuple[str, int | None]] = {
    "transpose": ("T", 0),
    "inv": ("inv", 0),
    "det": ("det", 0),
    "trace": ("tr", 0),
    "dot": ("@", 1),
    "sum": ("sum", None),
    "conj": ("conjugate", 0),
    "conjugate": ("conjugate", 0),
    "diff": ("diff", None),
    "integrate": ("integrate", None),
    "limit": ("limit", None),
    "doit": ("", 0),
}
"""NumPy's and SymPy's methods: the function that is called with the object before the arguments ("": it is
the object, as a term is its value), and how many arguments there are (None: the function says)."""


def parse(text: str) -> Node:
    """The tree of an expression, a comparison or a tuple.

    Raises:
        TooLarge: the text, a number or the nesting is beyond the bounds.
        TermError: the text follows no rule of the grammar; the message names the column.

    >>> parse("a + 2*b").kind, parse("0.10").value
    ('sum', Fraction(1, 10))
    """
    return _parsed(text, _Parser.comparison)


def parse_condition(text: str) -> Node:
    """The tree of comparisons that are connected by `and`, or by `or`.

    Raises:
        TooLarge: the text, a number or the nesting is beyond the bounds.
        TermError: the text follows no rule of the grammar; the message names the column.

    >>> parse_condition("x == 2 or x == -2").kind
    'or'
    """
    return _parsed(text, _Parser.condition)


def _parsed(text: str, rule: Callable[[_Parser], Node]) -> Node:
    if len(text) > MOST_CHARACTERS:
        raise TooLarge(f"the text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read")
    parser = _Parser(text)
    try:
        node = rule(parser)
    except RecursionError:  # the caller was deep in calls already
        raise TooLarge(f"nested too deeply: {_shown(text)}") from None
    if parser.kind != "end":
        juxtaposed = parser.kind in ("name", "number") or parser.sign == "("
        parser.fail(("a product is written *; " if juxtaposed else "") + "an operator was expected before")
    return node


def _tokens(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Kind, word, the word again if it is a sign, and column of each token, and then of the end."""
    at = 1
    for spaced in _WORDS(text):
        kind, word, sign, spaces = _token(spaced) if len(spaced) < LONG else _token.__wrapped__(spaced)
        yield kind, word, sign, at + spaces
        at += len(spaced)
    yield "end", "", "", len(text) + 1


@lru_cache(maxsize=1024)  # formulas are written with few words
def _token(spaced: str) -> tuple[str, str, str, int]:
    """Kind, word, the word again if it is a sign, of a word and the spaces before it; and their number."""
    word = spaced.lstrip()
    match = _KIND(word)
    kind = match.lastgroup or "" if match else ""
    return kind, word, word if kind == "sign" else "", len(spaced) - len(word)


class _Parser:
    """One text, one token of which is in view: `kind`, `word`, `at`, and `sign` if it is a sign."""

    def __init__(self, text: str) -> None:
        self.text, self.depth = text, 0
        self.tokens = _tokens(text)
        self.comma = False
        self.step()

    def step(self) -> None:
        """Go to the next token."""
        self.kind, self.word, self.sign, self.at = next(self.tokens)

    def fail(self, what: str) -> NoReturn:
        """Say what is wrong with the token in view."""
        if self.kind == "end":
            raise TermError(f"the text ends too early: {_shown(self.text)}")
        hint = _HINTS.get(self.word, "")
        message = f"column {self.at}: {what} {self.word[:20]!r} in {_shown(self.text)}"
        raise TermError(message + (f"; {hint}" if hint else ""), help=hint)

    # ---- the grammar, loosest first --------------------------------------------------------------
    def condition(self) -> Node:
        at, word, parts = self.at, "", [self.comparison()]
        while self.kind == "name" and self.word in CONNECTIVES:
            if word and self.word != word:
                self.fail(f"{word!r} connects here, and not both; not")
            word = self.word
            self.step()
            parts.append(self.comparison())
        return Node(word, "", tuple(parts), at) if word else parts[0]

    def comparison(self) -> Node:
        at, first = self.at, self.sum()
        if self.sign not in _RELATIONS:
            return first
        parts, relations = [first], []
        while self.sign in _RELATIONS:
            relations.append("=" if self.sign == "==" else self.sign)
            self.step()
            parts.append(self.sum())
        return Node("compare", tuple(relations), tuple(parts), at)

    def sum(self) -> Node:
        at, first = self.at, self.product()
        if self.sign not in _ADDING:
            return first
        parts, signs = [first], []
        while self.sign in _ADDING:
            signs.append(self.sign)
            self.step()
            parts.append(self.product())
        return Node("sum", "".join(signs), tuple(parts), at)

    def product(self) -> Node:
        at, first = self.at, self.operand()
        if self.sign not in _MULTIPLYING:
            return first
        parts, signs = [first], []
        while self.sign in _MULTIPLYING:
            signs.append(self.sign)
            self.step()
            parts.append(self.operand())
        return Node("product", "".join(signs), tuple(parts), at)

    def operand(self) -> Node:
        """A signed power; a power binds its base tighter than a sign, its exponent looser: -x**-y."""
        negative, at = False, self.at
        while self.sign in _ADDING:
            negative ^= self.sign == "-"
            self.step()
        node = self.postfix()
        if self.sign == "**":
            power_at = self.at
            self.step()
            self.deeper()
            node = Node("power", "", (node, self.operand()), power_at)
            self.depth -= 1
        return Node("negative", "", (node,), at) if negative else node

    def postfix(self) -> Node:
        """An atom, and what stands behind it: the brackets of a call or an entry, a method."""
        kind, word, at = self.kind, self.word, self.at
        if kind == "number":
            self.step()
            return Node(kind, _number(word), (), at)
        if kind == "name":
            self.step()
            called = self.sign == "("
            node = Node("call", word, self.items(")"), at) if called else Node(kind, word, (), at)
            if self.sign not in _OPENING and self.word != ".":
                return node
        else:
            node = self.bracket() if self.sign == "(" else self.quoted()
        depth = self.depth
        while self.sign in _OPENING or self.word == ".":
            if self.word == ".":
                self.deeper()
                node = self.method(node)
            elif self.sign == "[":
                node = Node("index", "", (node, *self.items("]")), at)
            elif node.kind == "name":
                node = Node("call", node.value, self.items(")"), at)
            else:
                self.fail("a product is written *; an operator was expected before")
        self.depth = depth
        return node

    def method(self, of: Node) -> Node:
        """`e.name(...)`: a function of e and of the arguments; the point is in view."""
        self.step()
        name, at = self.word, self.at
        if name not in ATTRIBUTES and name not in METHODS:
            known = ", ".join((*ATTRIBUTES, *(f"{method}()" for method in METHODS)))
            self.fail(f"behind a point one of {known} was expected, not")
        self.step()
        if name in ATTRIBUTES:
            return Node("call", ATTRIBUTES[name], (of,), at)
        if self.sign != "(":
            self.fail(f"a method is called, as in e.{name}(...): '(' was expected, not")
        function, count = METHODS[name]
        arguments = self.items(")")
        if count is not None and len(arguments) != count:
            wanted = "one argument" if count else "no arguments"
            raise TermError(f"column {at}: .{name}() takes {wanted}")
        if function == "@":
            return Node("product", "@", (of, *arguments), at)
        return Node("call", function, (of, *arguments), at) if function else of

    def quoted(self) -> Node:
        kind, word, at = self.kind, self.word, self.at
        if kind != "text":
            self.fail("an expression was expected, not")
        self.step()
        return Node(kind, word[1:-1], (), at)

    def bracket(self) -> Node:
        at, items = self.at, self.items(")")
        return items[0] if len(items) == 1 and not self.comma else Node("tuple", "", items, at)

    def items(self, closing: str) -> tuple[Node, ...]:
        """What stands between brackets, with commas between; the opening one is in view."""
        self.step()
        self.deeper()
        found: list[Node] = []
        comma = False
        while self.sign != closing:
            found.append(self.comparison())
            comma = self.sign == ","
            if comma:
                self.step()
            elif self.sign != closing:
                self.fail(f"{closing!r} was expected, not")
        self.comma = comma  # a tuple of one has a comma: (x,)
        self.depth -= 1
        self.step()
        return tuple(found)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooLarge(f"column {self.at}: nested more than {DEEPEST} deep")


@lru_cache(maxsize=256)
def _number(word: str) -> Fraction:
    """The exact value of a numeral.

    >>> _number("1.50e-1")
    Fraction(3, 20)
    """
    if len(word) < 10 and word.isdigit():
        return Fraction(int(word))
    mantissa, _, exponent = word.lower().partition("e")
    whole, _, decimals = mantissa.partition(".")
    if max(len(mantissa), len(exponent)) > MOST_DIGITS or abs(int(exponent or "0")) > MOST_DIGITS:
        raise TooLarge(f"the number {word[:20]}... has more than {MOST_DIGITS:,} digits")
    return Fraction(int(whole + decimals or "0")) * Fraction(10) ** (int(exponent or "0") - len(decimals))


def _shown(text: str) -> str:
    text = text.strip()
    return repr(text if len(text) <= 60 else text[:57] + "...")


__all__ = ["DEEPEST", "MOST_CHARACTERS", "MOST_DIGITS", "Node", "TooLarge", "parse", "parse_condition"]
