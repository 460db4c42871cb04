"""One random instance of a claim about arrays in NumPy: the least that a check can do, and no proof."""

from __future__ import annotations

import ast
import importlib.util
import operator
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import permutations, product
from typing import Any

from benchmarks.to_sympy import Untranslatable

STEP = 1e-4
"""Of a central difference: good to about eight digits, also when two are nested."""

TOLERANCE = 1e-5
"""Relative to the largest entry: what differs by less agrees."""

NOTHING = 1e-7
"""Below this a difference is rounding, however small the entries."""

DRAWS = 20
"""So often may an instance come out as no number (the logarithm of a negative one) before we give up."""

SIZES = (3, 2, 4, 5, 6, 7, 8, 9)
"""Different for different names, so that shapes which do not fit are seen."""


def importable() -> bool:
    """Whether NumPy is there; it is no dependency."""
    return importlib.util.find_spec("numpy") is not None


def compare(record: Mapping[str, Any], seed: int = 1) -> str:
    """proved (that is: the sides agree at one instance), refuted, ill-formed (shapes) or undecided.

    Raises:
        Untranslatable: the claim uses something that is not in the tables here.
    """
    import numpy

    if record.get("given") or record.get("relation", "=") != "=":
        raise Untranslatable("an instance of what is given would have to be found")
    random = numpy.random.default_rng(seed)
    with numpy.errstate(all="ignore"):
        for _ in range(DRAWS):
            instance = Instance(record, numpy, random)
            pairs = instance.sides()
            if any(a.shape != b.shape and 0 not in (a.ndim, b.ndim) for a, b in pairs):
                return "ill-formed"
            if all(numpy.isfinite(a).all() and numpy.isfinite(b).all() for a, b in pairs):
                agree = all(_agree(numpy, a, b) for a, b in pairs)
                return "proved" if agree else "refuted"
    return "undecided"


def _agree(numpy: Any, a: Any, b: Any) -> bool:
    scale = max(abs(a).max(), abs(b).max())
    return bool((abs(a - b) <= NOTHING + TOLERANCE * scale).all())


class Instance:
    """Sizes, numbers and arrays for the names of a record."""

    def __init__(self, record: Mapping[str, Any], numpy: Any, random: Any) -> None:
        self.np, self.random, self.record = numpy, random, record
        self.bodies = {name: _tree(body) for name, body in record.get("let") or ()}
        self.indices: Mapping[str, str] = record.get("indices") or {}
        symbols = {
            name: said if isinstance(said, dict) else {"domain": said}
            for name, said in (record.get("symbols") or {}).items()
        }
        axes = [axis for said in symbols.values() for axis in said.get("shape") or ()]
        self.known: dict[str, Any] = self._sizes([*axes, *self.indices.values()])
        for name, said in symbols.items():
            self.known[name] = self._draw(said)
        self.calls = self._functions()

    def _sizes(self, axes: list[Any]) -> dict[str, Any]:
        names = list(dict.fromkeys(a for a in axes if isinstance(a, str)))
        if not all(name.isidentifier() for name in names) or len(names) > len(SIZES):
            raise Untranslatable("sizes")
        condition = self.record.get("sizes")
        for chosen in permutations(SIZES[: len(names)]):
            sizes = dict(zip(names, chosen, strict=True))
            if not condition or _holds(condition, sizes):
                return sizes
        raise Untranslatable(str(condition))

    def _draw(self, said: Mapping[str, Any]) -> Any:
        shape = [self.known[a] if isinstance(a, str) else a for a in said.get("shape") or ()]
        domain = said.get("domain") or "real"
        if domain not in DOMAINS:
            raise Untranslatable(domain)
        array = self.np.asarray(DOMAINS[domain](self.random, shape), dtype=float)
        for word in said.get("assume") or ():
            if word not in ASSUMED:
                raise Untranslatable(word)
            array = ASSUMED[word](self.np, array)
        return array

    def _functions(self) -> dict[str, Callable[..., Any]]:
        """Those of the notation, and an example of each function of which nothing is known."""
        np = self.np
        calls = {**_table(np), **{name: getattr(np, other) for name, other in SAME.items()}}
        for k, name in enumerate(self.record.get("functions") or ()):
            if name[-1:] in ("1", "2"):
                continue
            calls[name] = lambda x, k=k: np.sin(x + k) + x * x / 3
            calls[name + "1"] = lambda x, k=k: np.cos(x + k) + 2 * x / 3
            calls[name + "2"] = lambda x, k=k: 2 / 3 - np.sin(x + k)
        return calls

    def sides(self) -> list[tuple[Any, Any]]:
        """Both sides, at every value of the indices that stand free."""
        trees = [_tree(self.record[side]) for side in ("lhs", "rhs")]
        free = [i for i in self.indices if any(_stands_free(i, t) for t in trees)]
        pairs = []
        for values in product(*(range(self.known[self.indices[i]]) for i in free)):
            with self._set(dict(zip(free, values, strict=True))):
                lhs, rhs = (self.np.asarray(self.value(tree)) for tree in trees)
            pairs.append((lhs, rhs))
        return pairs

    @contextmanager
    def _set(self, values: Mapping[str, Any]) -> Iterator[None]:
        before = self.known
        self.known = {**before, **values}
        try:
            yield
        finally:
            self.known = before

    def value(self, node: ast.expr) -> Any:
        """The number or array of a piece of the text."""
        match node:
            case ast.Constant(value=int() | float() as number):
                return self.np.asarray(float(number))
            case ast.Name(id=name):
                return self._name(name)
            case ast.UnaryOp(op=ast.USub(), operand=body):
                return -self.value(body)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return OPERATORS[type(op)](self.value(left), self.value(right))
            case ast.Subscript(value=body, slice=place):
                return self.value(body)[self._place(place)]
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return self._call(name, arguments)
        raise Untranslatable(ast.unparse(node))

    def _name(self, name: str) -> Any:
        if name in self.known:
            return self.known[name]
        if name in self.bodies:  # anew each time: what it is made of may have been moved by a derivative
            return self.value(self.bodies[name])
        if name in ("pi", "E"):
            return {"pi": self.np.pi, "E": self.np.e}[name]
        raise Untranslatable(name)

    def _place(self, node: ast.expr) -> tuple[int, ...]:
        parts = node.elts if isinstance(node, ast.Tuple) else [node]
        return tuple(int(self.value(part)) for part in parts)

    def _call(self, name: str, arguments: list[ast.expr]) -> Any:
        match name, arguments:
            case "S", [ast.Name(id=index), body] if index in self.indices:
                total = 0.0
                for k in range(self.known[self.indices[index]]):
                    with self._set({index: k}):
                        total = total + self.value(body)
                return total
            case (("grad" | "jac"), [body, ast.Name(id=by)]):
                places = list(self.np.ndindex(self.np.shape(self.known[by])))
                slopes = [self._slope(body, by, self._unit(by, place)) for place in places]
                shape = self.np.shape(slopes[0]) + self.np.shape(self.known[by])
                return self.np.stack(slopes, axis=-1).reshape(shape)
            case "D", [body, ast.Subscript(value=ast.Name(id=by), slice=place)]:
                return self._slope(body, by, self._unit(by, self._place(place)))
            case "D", [body, ast.Name(id=by)]:
                return self._slope(body, by, 1.0)
            case "dd", [body, ast.Name(id=by), direction]:
                return self._slope(body, by, self.value(direction))
        if name not in self.calls:
            raise Untranslatable(name)
        return self.calls[name](*(self.value(a) for a in arguments))

    def _unit(self, name: str, place: tuple[int, ...]) -> Any:
        unit = self.np.zeros(self.np.shape(self.known[name]))
        unit[place] = 1.0
        return unit

    def _slope(self, body: ast.expr, by: str, direction: Any) -> Any:
        at, ends = self.known[by], []
        for step in (STEP, -STEP):
            with self._set({by: at + step * direction}):
                ends.append(self.value(body))
        return (ends[0] - ends[1]) / (2 * STEP)


def _tree(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def _holds(condition: str, sizes: Mapping[str, int]) -> bool:
    match _tree(condition):
        case ast.Compare(left=ast.Name(id=a), ops=[op], comparators=[ast.Name(id=b)]) if type(op) in ORDERS:
            return bool(ORDERS[type(op)](sizes[a], sizes[b]))
    raise Untranslatable(condition)


def _stands_free(index: str, node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name):
            return name == index
        case ast.Call(func=ast.Name(id="S"), args=[ast.Name(id=name), _]) if name == index:
            return False
    return any(_stands_free(index, child) for child in ast.iter_child_nodes(node))


ORDERS: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.GtE: operator.ge,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.Lt: operator.lt,
}
OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.MatMult: operator.matmul,
}
DOMAINS: dict[str, Callable[[Any, list[int]], Any]] = {
    "real": lambda random, shape: random.normal(size=shape),
    "nonzero": lambda random, shape: random.normal(size=shape),
    "positive": lambda random, shape: random.uniform(0.5, 2, size=shape),
    "nonnegative": lambda random, shape: random.uniform(0.5, 2, size=shape),
    "negative": lambda random, shape: -random.uniform(0.5, 2, size=shape),
    "unit": lambda random, shape: random.uniform(0.1, 0.9, size=shape),
    "sym1": lambda random, shape: random.uniform(-0.9, 0.9, size=shape),
    "gt1": lambda random, shape: random.uniform(1.1, 3, size=shape),
    "integer": lambda random, shape: random.integers(-3, 4, size=shape),
    "posint": lambda random, shape: random.integers(1, 5, size=shape),
}
ASSUMED: dict[str, Callable[[Any, Any], Any]] = {
    "inv": lambda np, a: a,
    "sym": lambda np, a: a + a.T,
    "spd": lambda np, a: a @ a.T + np.eye(len(a)),
    "pos": lambda np, a: np.exp(a),
    "orth": lambda np, a: np.linalg.qr(a)[0],
    "simplex": lambda np, a: np.exp(a) / np.exp(a).sum(axis=-1, keepdims=True),
}
SAME = {
    **{name: name for name in "exp log sin cos tan sinh cosh tanh sqrt sign outer kron".split()},
    "Abs": "abs",
    "diagv": "diagonal",
    "diag": "diag",
    "tr": "trace",
}


def _table(np: Any) -> dict[str, Callable[..., Any]]:
    return {
        "T": np.transpose,
        "inv": np.linalg.inv,
        "det": np.linalg.det,
        "logdet": lambda a: np.log(np.linalg.det(a)),
        "norm": np.linalg.norm,
        "vec": lambda a: a.flatten("F"),
        "eye": lambda n: np.eye(int(n)),
        "ones": lambda *shape: np.ones([int(n) for n in shape]),
        "zeros": lambda *shape: np.zeros([int(n) for n in shape]),
        "sum": lambda a, *axis: np.sum(a, *(int(k) for k in axis)),
        "softmax": lambda a: np.exp(a) / np.exp(a).sum(axis=-1, keepdims=True),
        "delta": lambda i, j: float(i == j),
        "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
        "softplus": lambda x: np.log1p(np.exp(x)),
        "relu": lambda x: np.maximum(x, 0),
        "Heaviside": lambda x: np.heaviside(x, 0.5),
        "Rational": operator.truediv,
    }


__all__ = ["compare", "importable"]
