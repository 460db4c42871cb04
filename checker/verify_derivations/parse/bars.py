"""Vertical bars: which of them open, which close and which part something (`P(A|B)`); they look alike."""

from __future__ import annotations

from collections.abc import Sequence

from verify_derivations.parse.tokens import Token

OPERAND_ENDS = frozenset("number letter command text close right rbrace end prime".split())
INWARD = frozenset(("open", "left", "lbrace", "begin"))
OUTWARD = frozenset(("close", "right", "rbrace", "end"))
STRETCH_ENDS = INWARD | OUTWARD | {"row", "amp", "separator", "relation", "prose", "quad", "end-of-text"}
SINGLE, DOUBLE = "|", "\\|"


def with_roles(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with every bar turned into an opening or closing bracket, a separator or a mere sign.

    A bar that no operand precedes opens. Behind an operand it closes what is open; with nothing open it
    opens if the bars left over in its stretch pair up (`x|y|`), and parts if not (`P(A|B)`). A stretch lies
    in one bracket between two separators or relation signs.

    >>> from verify_derivations.parse.tokens import tokens
    >>> [t.kind for t in with_roles(tokens("|x||y|")) if t.text == "|"]
    ['open', 'close', 'open', 'close']
    >>> [t.kind for t in with_roles(tokens("p(x|y)")) if t.text == "|"]
    ['separator']
    """
    if not any(token.kind == "bar" for token in tokens):
        return list(tokens)
    run = _Run(list(tokens))
    for k in range(len(run.tokens)):
        run.step(k)
    return [token for token in run.tokens if token.kind != "gone"]


class _Run:
    """One pass over the tokens; `levels` holds the open bars of each bracket around the place."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.left = _left_over(tokens)
        self.levels: list[list[int]] = [[]]

    def step(self, k: int) -> None:
        kind = self.tokens[k].kind
        if kind == "bar":
            self.bar(k)
        elif kind in INWARD:
            self.levels.append([])
        elif kind in OUTWARD and len(self.levels) > 1:
            self.give_up(self.levels.pop())
        elif kind in STRETCH_ENDS:
            self.give_up(self.levels[-1])
            self.levels[-1] = []

    def give_up(self, opened: list[int]) -> None:
        """Bars that nothing closes are signs."""
        for k in opened:
            self.turn(k, "letter", self.tokens[k].name)

    def turn(self, k: int, kind: str, name: str) -> None:
        self.tokens[k] = self.tokens[k]._replace(kind=kind, name=name)

    def bar(self, k: int) -> None:
        opened = self.levels[-1]
        behind_operand = k > 0 and self.tokens[k - 1].kind in OPERAND_ENDS
        twin = self.is_twin(k)
        if not behind_operand:
            self.open(k, twin)
        elif _takes_a_point(self.tokens, k):
            self.turn(k, "letter", self.tokens[k].name)
        elif opened:
            self.close(k, twin)
        elif self.tokens[k + 1].kind == "script":
            self.turn(k, "letter", self.tokens[k].name)
        elif self.left[k] == 2 if twin else self.left[k] % 2 == 1:
            self.turn(k, "separator", DOUBLE if twin else SINGLE)
            if twin:
                self.merge(k)
        else:
            self.open(k, twin)

    def is_twin(self, k: int) -> bool:
        """Two bars side by side, as in ||x||."""
        here, after = self.tokens[k], self.tokens[k + 1]
        return after.kind == "bar" and here.name == after.name == SINGLE and here.end == after.start

    def merge(self, k: int) -> None:
        after = self.tokens[k + 1]
        self.tokens[k] = self.tokens[k]._replace(text="||", end=after.end)
        self.tokens[k + 1] = after._replace(kind="gone")

    def open(self, k: int, twin: bool) -> None:
        self.turn(k, "open", DOUBLE if twin else self.tokens[k].name)
        if twin:
            self.tokens[k + 1] = self.tokens[k + 1]._replace(kind="gone")
        self.levels[-1].append(k)

    def close(self, k: int, twin: bool) -> None:
        opened = self.levels[-1]
        name = self.tokens[opened[-1]].name
        written_double = self.tokens[opened[-1]].text == "|" and name == DOUBLE
        if written_double and twin:
            self.turn(k, "close", DOUBLE)
            self.merge(k)
        elif written_double:  # ||x|-|y||: two single bars after all
            first = opened[-1]
            self.turn(first, "open", SINGLE)
            self.tokens[first + 1] = self.tokens[first + 1]._replace(kind="open", name=SINGLE)
            opened.append(first + 1)
            self.turn(k, "close", SINGLE)
        else:
            self.turn(k, "close", name if name == self.tokens[k].name else self.tokens[k].name)
        opened.pop()


def _takes_a_point(tokens: Sequence[Token], k: int) -> bool:
    """The bar of f(x)|_{x=0}: with a subscript that says what something is."""
    start = tokens[k + 1 : k + 3]
    if [token.kind for token in start] != ["script", "lbrace"] or start[0].text != "_":
        return False
    end = next((n for n in range(k + 3, len(tokens)) if tokens[n].kind == "rbrace"), k)
    return any(token.kind == "relation" and token.name == "=" for token in tokens[k + 3 : end])


def _left_over(tokens: Sequence[Token]) -> dict[int, int]:
    """For each bar, how many of its kind are left in its stretch, itself included."""
    counts: dict[int, int] = {}
    levels: list[dict[str, list[int]]] = [{}]

    def count(stretch: dict[str, list[int]]) -> None:
        for places in stretch.values():
            counts.update((place, n) for n, place in enumerate(reversed(places), start=1))

    for k, token in enumerate(tokens):
        if token.kind == "bar" and _takes_a_point(tokens, k):
            counts[k] = 0
        elif token.kind == "bar":
            levels[-1].setdefault(token.name, []).append(k)
        elif token.kind in INWARD:
            levels.append({})
        elif token.kind in OUTWARD and len(levels) > 1:
            count(levels.pop())
        elif token.kind in STRETCH_ENDS:
            count(levels[-1])
            levels[-1] = {}
    for stretch in levels:  # of brackets that are never closed
        count(stretch)
    return counts
