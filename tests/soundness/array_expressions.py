"""Random expressions with arrays, as trees that know their shapes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

Shape = tuple[str, ...]
"""The sizes, by name; a number has none."""


@dataclass(frozen=True)
class Tree:
    """An operation on parts; of a leaf, the text."""

    kind: str
    shape: Shape
    parts: tuple[Tree, ...] = ()
    word: str = ""

    def __str__(self) -> str:
        if self.kind == "leaf":
            return self.word
        if self.kind in TEXT:
            return TEXT[self.kind].format(*map(str, self.parts), word=self.word)
        return f"{self.kind}({', '.join(map(str, self.parts))})"


TEXT = {
    "+": "({} + {})",
    "-": "({} - {})",
    "*": "({}*{})",
    "/": "({}/{})",
    "@": "({}@{})",
    "neg": "(-{})",
    "power": "({}**{word})",
    "along": "sum({}, {word})",
    "over": "S({word}, {})",
    "at": "{}[{word}]",
    "grad": "grad({}, {word})",
    "jac": "jac({}, {word})",
    "dd": "dd({}, {word}, {})",
    "by": "D({}, {word})",
}

SYMBOLS: dict[str, dict[str, Any]] = {
    "c": {},
    "q": {"domain": "positive"},
    "x": {"shape": ["n"]},
    "y": {"shape": ["n"]},
    "u": {"shape": ["m"]},
    "v": {"shape": ["m"]},
    "p": {"shape": ["n"], "assume": ["simplex"]},
    "r": {"shape": ["n"], "assume": ["pos"]},
    "A": {"shape": ["n", "n"]},
    "B": {"shape": ["n", "n"], "assume": ["sym"]},
    "M": {"shape": ["n", "n"], "assume": ["inv"]},
    "P": {"shape": ["n", "n"], "assume": ["spd"]},
    "K": {"shape": ["m", "m"], "assume": ["spd"]},
    "Q": {"shape": ["n", "n"], "assume": ["orth"]},
    "C": {"shape": ["m", "m"]},
    "W": {"shape": ["n", "m"]},
    "Z": {"shape": ["n", "m"]},
    "V": {"shape": ["m", "n"]},
}
INDICES = {"i": "n", "j": "n", "k": "n", "a": "m", "b": "m", "d": "m"}
FREE = ("x", "y", "u", "v", "A", "W", "Z", "C", "V")
"""What is differentiated by: arrays of which nothing is assumed."""
BY_SIZE = {"n": ("i", "j", "k"), "m": ("a", "b", "d")}
FUNCTIONS = ("exp", "tanh", "sigmoid", "f", "sin")


def leaf(word: str, *shape: str) -> Tree:
    return Tree("leaf", shape, (), word)


def named(name: str) -> Tree:
    return leaf(name, *SYMBOLS[name].get("shape", []))


def of(kind: str, shape: Shape, *parts: Tree, word: str = "") -> Tree:
    return Tree(kind, shape, parts, word)


def add(a: Tree, b: Tree) -> Tree:
    return of("+", max(a.shape, b.shape, key=len), a, b)


def mul(a: Tree, b: Tree) -> Tree:
    return of("*", max(a.shape, b.shape, key=len), a, b)


def at(a: Tree, b: Tree) -> Tree:
    return of("@", a.shape[:-1] + b.shape[1:], a, b)


def transposed(a: Tree) -> Tree:
    return of("T", a.shape[::-1], a)


def inv(a: Tree) -> Tree:
    return of("inv", a.shape, a)


def eye(size: str) -> Tree:
    return leaf(f"eye({size})", size, size)


# ---- expressions ---------------------------------------------------------------------------------
class Maker:
    """Expressions of a given shape and depth."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def tree(self, shape: Shape, depth: int) -> Tree:
        if depth <= 0 or self.rng.random() < 0.1:
            return self.leaf(shape)
        makers = [
            self.sum_,
            self.product,
            self.product,
            self.matrix_product,
            self.matrix_product,
            self.function,
        ]
        makers += (
            [self.scalar, self.vector, self.matrix][len(shape)],
            [self.scalar, self.vector, self.matrix][len(shape)],
        )
        return self.rng.choice(makers)(shape, depth - 1)

    def leaf(self, shape: Shape) -> Tree:
        names = [n for n, what in SYMBOLS.items() if tuple(what.get("shape", [])) == shape]
        found = [named(n) for n in names]
        if len(shape) == 0:
            found += [leaf("2"), leaf("n"), leaf("m"), leaf("3")]
        if len(shape) == 1:
            found.append(leaf(f"ones({shape[0]})", *shape))
        if len(shape) == 2:
            found.append(leaf(f"ones({', '.join(shape)})", *shape))
            found += [eye(shape[0])] if shape[0] == shape[1] else []
        return self.rng.choice(found)

    def size(self) -> str:
        return self.rng.choice("nm")

    def free(self, shape: Shape | None = None) -> str:
        names = [n for n in FREE if shape is None or tuple(SYMBOLS[n]["shape"]) == shape]
        return self.rng.choice(names)

    def sum_(self, shape: Shape, depth: int) -> Tree:
        return of(self.rng.choice("+-"), shape, self.tree(shape, depth), self.tree(shape, depth))

    def product(self, shape: Shape, depth: int) -> Tree:
        other = self.rng.choice([(), shape, shape[1:]])
        return mul(self.tree(other, depth), self.tree(shape, depth))

    def matrix_product(self, shape: Shape, depth: int) -> Tree:
        k = self.size()
        left = self.tree(
            (*shape[:-1], k) if len(shape) == 2 or self.rng.random() < 0.5 else (*shape, k), depth
        )
        if len(shape) == 2:
            return at(left, self.tree((k, shape[1]), depth))
        if len(shape) == 1:
            left, right = self.tree((shape[0], k), depth), self.tree((k,), depth)
            return at(left, right)
        return at(self.tree((k,), depth), self.tree((k,), depth))

    def function(self, shape: Shape, depth: int) -> Tree:
        inner = self.tree(shape, depth - 1)
        return of(self.rng.choice(FUNCTIONS), shape, of("/", shape, inner, leaf("3")))

    def below(self) -> Tree:
        """Something positive."""
        k = self.size()
        square = of("power", (k,), self.leaf((k,)), word="2")
        return self.rng.choice(
            [
                add(leaf("2"), of("sum", (), square)),
                named("q"),
                of("sum", (), of("exp", (k,), self.leaf((k,)))),
            ]
        )

    def scalar(self, shape: Shape, depth: int) -> Tree:
        k, pick = self.size(), self.rng.randrange(11)
        if pick == 0:
            return of("sum", (), self.tree(self.rng.choice([(k,), (k, self.size())]), depth))
        if pick == 1:
            return of("tr", (), self.tree((k, k), depth))
        if pick == 2:
            return of("log", (), of("sum", (), of("exp", (k,), self.leaf((k,)))))
        if pick == 3:
            return of("/", (), self.tree((), depth), self.below())
        if pick == 4:
            return of("sqrt", (), self.below())
        if pick == 5:
            return of("logdet", (), self.rng.choice([named("P"), named("K"), self.positive(k)]))
        if pick == 6:
            return of(
                "det",
                (),
                self.rng.choice([named("A"), named("M"), at(named("A"), named("M")), transposed(named("A"))]),
            )
        if pick == 7:
            return of("norm", (), self.tree((k,), 0))
        if pick == 8:
            return of("power", (), self.tree((), depth), word=self.rng.choice("23"))
        if pick == 9:
            index = self.rng.choice(BY_SIZE[k][:2])
            return of("over", (), of("at", (), self.tree((k,), depth), word=index), word=index)
        name = self.free()
        size = tuple(SYMBOLS[name]["shape"])
        return of("dd", (), self.tree((), depth - 1), self.leaf(size), word=name)

    def positive(self, k: str) -> Tree:
        square = self.leaf((k, k))
        return add(eye(k), at(transposed(square), square))

    def vector(self, shape: Shape, depth: int) -> Tree:
        k, pick = self.size(), self.rng.randrange(7)
        if pick == 0:
            axis = self.rng.choice("01")
            return of(
                "along", shape, self.tree((k, *shape) if axis == "0" else (*shape, k), depth), word=axis
            )
        if pick == 1:
            return of("softmax", shape, self.tree(shape, depth - 1))
        if pick == 2:
            return of("diagv", shape, self.tree(shape * 2, depth))
        if pick == 3:
            return of("/", shape, self.tree(shape, depth), self.below())
        if pick == 4:
            return of("grad", shape, self.tree((), depth), word=self.free(shape))
        if pick == 5:
            index = self.rng.choice(BY_SIZE[k][:2])
            return of("over", shape, of("at", shape, self.tree((k, *shape), depth), word=index), word=index)
        return at(self.tree((shape[0], k), depth), self.tree((k,), depth))

    def matrix(self, shape: Shape, depth: int) -> Tree:
        pick = self.rng.randrange(9)
        square = shape[0] == shape[1]
        if pick == 0:
            return transposed(self.tree(shape[::-1], depth))
        if pick == 1:
            return of("outer", shape, self.tree(shape[:1], depth), self.tree(shape[1:], depth))
        if pick == 2:
            return of("softmax", shape, self.tree(shape, depth - 1))
        if pick == 3 and square:
            return of("diag", shape, self.tree(shape[:1], depth))
        if pick == 4 and square:
            return inv(
                self.rng.choice([named("M"), named("P"), self.positive("n")])
                if shape[0] == "n"
                else self.positive("m")
            )
        if pick == 5:
            return of("jac", shape, self.tree(shape[:1], depth), word=self.free(shape[1:]))
        if pick == 6 and shape in {("n", "n"), ("m", "m"), ("n", "m"), ("m", "n")}:
            return of("grad", shape, self.tree((), depth), word=self.free(shape))
        if pick == 7:
            return of("dd", shape, self.tree(shape, depth - 1), self.leaf(shape), word=self.free(shape))
        return at(self.tree((shape[0], "m"), depth), self.tree(("m", shape[1]), depth))


class IndexMaker(Maker):
    """Numbers in free indices: entries, deltas, sums over an index, derivatives by an entry."""

    def number(self, scope: tuple[str, ...], depth: int) -> Tree:
        """An expression in the indices in scope."""
        if depth <= 0:
            return self.entry(scope)
        pick = self.rng.randrange(8)
        if pick in (0, 1):
            return of(self.rng.choice("+-"), (), self.number(scope, depth - 1), self.number(scope, depth - 1))
        if pick in (2, 3):
            return mul(self.number(scope, depth - 1), self.number(scope, depth - 1))
        if pick == 4:
            return self.function((), depth, scope)
        if pick == 5:
            return of("by", (), self.number(scope, depth - 1), word=str(self.entry(scope, FREE)))
        if pick == 6:
            return of("/", (), self.number(scope, depth - 1), self.below())
        left = [name for names in BY_SIZE.values() for name in names if name not in scope]
        index = self.rng.choice(left or ["k"])
        return of("over", (), self.number((*scope, index), depth - 1), word=index)

    def function(self, shape: Shape, depth: int, scope: tuple[str, ...] = ()) -> Tree:
        inner = self.number(scope, depth - 1)
        return of(self.rng.choice(FUNCTIONS), shape, of("/", shape, inner, leaf("3")))

    def entry(self, scope: tuple[str, ...], names: tuple[str, ...] = ()) -> Tree:
        """An entry of an array, or a delta, at indices in scope."""
        by_size = {size: [i for i in scope if INDICES[i] == size] for size in BY_SIZE}
        found = []
        for name in names or SYMBOLS:
            shape = SYMBOLS[name].get("shape", [])
            if all(by_size[size] for size in shape):
                places = ", ".join(self.rng.choice(by_size[size]) for size in shape)
                found.append(leaf(f"{name}[{places}]" if shape else name))
        if not names:
            pairs = [(i, j) for i in scope for j in scope if i < j and INDICES[i] == INDICES[j]]
            found += [leaf(f"delta({i}, {j})") for i, j in pairs] * 3
            found += [leaf(self.rng.choice("23nm"))]
        return self.rng.choice(found or [leaf("x[1]" if names else "2")])
