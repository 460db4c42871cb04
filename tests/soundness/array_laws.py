"""Laws by which an expression with arrays is rewritten, and mutations, which change one thing in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from array_expressions import (
    BY_SIZE,
    FREE,
    SYMBOLS,
    Maker,
    Tree,
    add,
    at,
    eye,
    inv,
    leaf,
    mul,
    named,
    of,
    transposed,
)

# ---- laws ------------------------------------------------------------------------------------------
Law = Callable[[Tree, Random], Tree | None]


def commuted(t: Tree, rng: Random) -> Tree | None:
    return replace(t, parts=t.parts[::-1]) if t.kind in "+*" else None


def subtracted(t: Tree, rng: Random) -> Tree | None:
    return add(t.parts[0], of("neg", t.shape, t.parts[1])) if t.kind == "-" else None


def distributed(t: Tree, rng: Random) -> Tree | None:
    if t.kind not in "*@":
        return None
    for k in (0, 1):
        part, other = t.parts[k], t.parts[1 - k]
        if part.kind in "+-" and all(p.shape == part.shape for p in part.parts):
            pairs = [(p, other) if k == 0 else (other, p) for p in part.parts]
            return of(part.kind, t.shape, *(of(t.kind, t.shape, *pair) for pair in pairs))
    return None


def regrouped(t: Tree, rng: Random) -> Tree | None:
    if t.kind == "@" and t.parts[0].kind == "@" and len(t.parts[0].shape) == 2:
        (a, b), c = t.parts[0].parts, t.parts[1]
        if len(a.shape) == 2 and len(b.shape) == 2:
            return at(a, at(b, c))
    if t.kind == "@" and t.parts[1].kind == "@":
        a, (b, c) = t.parts[0], t.parts[1].parts
        if len(b.shape) == 2 and len(a.shape) == 2:
            return at(at(a, b), c)
    return None


def turned(t: Tree, rng: Random) -> Tree | None:
    """(X Y)^T = Y^T X^T, x.y = y.x, M v = v M^T."""
    if t.kind != "@":
        return None
    a, b = t.parts
    if len(a.shape) == len(b.shape) == 2:
        return transposed(at(transposed(b), transposed(a)))
    if len(a.shape) == 1 and len(b.shape) == 1:
        return at(b, a)
    return at(b, transposed(a)) if len(b.shape) == 1 else at(transposed(b), a)


def cyclic(t: Tree, rng: Random) -> Tree | None:
    if t.kind == "tr" and t.parts[0].kind == "@":
        a, b = t.parts[0].parts
        return of("tr", (), at(b, a)) if len(a.shape) == len(b.shape) == 2 else None
    return of("sum", (), of("diagv", t.parts[0].shape[:1], t.parts[0])) if t.kind == "tr" else None


def spelled(t: Tree, rng: Random) -> Tree | None:
    """What an operation means in others."""
    s, p = t.shape, t.parts
    match t.kind:
        case "sum" if len(p[0].shape) == 1:
            name = rng.choice(BY_SIZE[p[0].shape[0]])
            return None if occurs(p[0], name) else of("over", (), of("at", (), p[0], word=name), word=name)
        case "sum" if len(p[0].shape) == 2:
            return of("sum", (), of("along", p[0].shape[1:], p[0], word="0"))
        case "along":
            ones = leaf(f"ones({p[0].shape[int(t.word)]})", p[0].shape[int(t.word)])
            return at(p[0], ones) if t.word == "1" else at(ones, p[0])
        case "softmax" if len(s) == 1:
            return of("/", s, of("exp", s, p[0]), of("sum", (), of("exp", s, p[0])))
        case "norm":
            return of("sqrt", (), at(p[0], p[0]))
        case "logdet":
            return of("log", (), of("det", (), p[0]))
        case "outer":
            return transposed(of("outer", s[::-1], p[1], p[0]))
        case "power" if t.word == "2":
            return mul(p[0], p[0])
        case "diag" if len(s) == 2:
            return mul(eye(s[0]), p[0])
        case "dd" if not s:
            size = tuple(SYMBOLS[t.word]["shape"])
            return of("sum", (), mul(of("grad", size, p[0], word=t.word), p[1]))
        case "grad":
            part = p[0]
            if part.kind in "+-":
                return of(part.kind, s, *(of("grad", s, q, word=t.word) for q in part.parts))
        case "tanh":
            two = mul(leaf("2"), p[0])
            return of("-", s, of("*", s, leaf("2"), of("sigmoid", s, two)), leaf("1"))
        case "sigmoid":
            return of("/", s, leaf("1"), add(leaf("1"), of("exp", s, of("neg", s, p[0]))))
    return None


def inverted(t: Tree, rng: Random) -> Tree | None:
    if t.kind == "inv":
        p = t.parts[0]
        return rng.choice([transposed(inv(transposed(p))), inv(transposed(transposed(p)))])
    if t.kind == "det":
        p = t.parts[0]
        if p.kind == "@":
            return mul(of("det", (), p.parts[1]), of("det", (), p.parts[0]))
        return of("det", (), transposed(p))
    return None


def padded(t: Tree, rng: Random) -> Tree | None:
    """Something equal to 1 or 0 put in."""
    if not t.shape:
        return rng.choice(
            [mul(t, of("sum", (), of("softmax", ("m",), named("u")))), mul(t, of("sum", (), named("p")))]
        )
    if t.shape[0] == "n":
        other, how = rng.choice(["M", "P", "A"]), rng.randrange(3)
        if how == 0 and other != "A":
            return at(at(named(other), inv(named(other))), t)
        if how == 1 and other != "A":
            return at(inv(named(other)), at(named(other), t))
        if how == 2:
            return at(at(transposed(named("Q")), named("Q")), t)
    return at(eye(t.shape[0]), t)


def split(t: Tree, rng: Random) -> Tree | None:
    """x = 3 x - x - x."""
    one = of("-", t.shape, mul(leaf("3"), t), t)
    return of("-", t.shape, one, t)


def renamed(t: Tree, rng: Random) -> Tree | None:
    """A sum over another index of the same size, which occurs nowhere in it."""
    if t.kind != "over":
        return None
    size = next(size for size, names in BY_SIZE.items() if t.word in names)
    other = rng.choice(BY_SIZE[size])
    return None if mentions(t, other) else with_index(t, t.word, other)


def mentions(t: Tree, index: str) -> bool:
    return re.search(rf"\b{index}\b", str(t)) is not None


def with_index(t: Tree, old: str, new: str) -> Tree:
    word = re.sub(rf"\b{old}\b", new, t.word) if t.kind in ("leaf", "over", "at", "by") else t.word
    return replace(t, word=word, parts=tuple(with_index(p, old, new) for p in t.parts))


def pulled_out(t: Tree, rng: Random) -> Tree | None:
    """A factor without the index stands before the sum; the sum of a sum is two sums; sums change places."""
    if t.kind != "over":
        return None
    (body,) = t.parts
    if body.kind == "over" and not mentions(leaf(body.word), t.word):
        return replace(body, parts=(replace(t, parts=body.parts),))
    if body.kind in "+-":
        return of(body.kind, t.shape, *(replace(t, parts=(p,)) for p in body.parts))
    if body.kind == "*" and not mentions(body.parts[0], t.word) and body.parts[1].shape == t.shape:
        return mul(body.parts[0], replace(t, parts=(body.parts[1],)))
    return None


def differentiated(t: Tree, rng: Random) -> Tree | None:
    """The derivative of a sum or a product."""
    if t.kind != "by":
        return None
    (body,) = t.parts
    if body.kind in "+-":
        return of(body.kind, (), *(replace(t, parts=(p,)) for p in body.parts))
    if body.kind == "*":
        a, b = body.parts
        return add(mul(replace(t, parts=(a,)), b), mul(a, replace(t, parts=(b,))))
    if body.kind == "over" and not re.search(rf"\b{body.word}\b", t.word):
        return replace(body, parts=(replace(t, parts=body.parts),))
    return None


LAWS: tuple[Law, ...] = (
    *(commuted, subtracted, distributed, regrouped, turned, cyclic, spelled, inverted) * 2,
    *(renamed, pulled_out, differentiated) * 2,
    padded,
    split,
)


def occurs(t: Tree, index: str) -> bool:
    return (t.word == index and t.kind in ("over", "at")) or any(occurs(p, index) for p in t.parts)


# ---- mutations --------------------------------------------------------------------------------------
def other_leaf(t: Tree, rng: Random) -> Tree | None:
    if t.kind != "leaf" or t.word in ("2", "3") or "[" in t.word or "delta" in t.word:
        return None
    found = Maker(rng).leaf(t.shape)
    return found if found.word != t.word else None


def other_sign(t: Tree, rng: Random) -> Tree | None:
    return replace(t, kind="-" if t.kind == "+" else "+") if t.kind in "+-" else None


def other_order(t: Tree, rng: Random) -> Tree | None:
    if t.kind == "@" and t.parts[0].shape == t.parts[1].shape and len(t.shape) == 2:
        return replace(t, parts=t.parts[::-1])
    return None


def turned_over(t: Tree, rng: Random) -> Tree | None:
    return transposed(t) if len(t.shape) == 2 and t.shape[0] == t.shape[1] and t.kind != "T" else None


def not_turned_over(t: Tree, rng: Random) -> Tree | None:
    return t.parts[0] if t.kind == "T" and t.shape[0] == t.shape[1] else None


def other_product(t: Tree, rng: Random) -> Tree | None:
    if t.kind in "@*" and len(t.shape) == 2 and t.parts[0].shape == t.parts[1].shape == t.shape[::-1]:
        return replace(t, kind="*" if t.kind == "@" else "@")
    return None


def doubled(t: Tree, rng: Random) -> Tree | None:
    return mul(leaf(rng.choice(["2", "n", "(-1)"])), t)


def dropped(t: Tree, rng: Random) -> Tree | None:
    return t.parts[0] if t.kind in "+-*" and t.parts[0].shape == t.shape else None


def other_word(t: Tree, rng: Random) -> Tree | None:
    if t.kind == "along" and t.parts[0].shape[0] == t.parts[0].shape[1]:
        return replace(t, word="1" if t.word == "0" else "0")
    if t.kind == "power":
        return replace(t, word="3" if t.word == "2" else "2")
    if t.kind in ("grad", "jac", "dd"):
        same = [n for n in FREE if SYMBOLS[n]["shape"] == SYMBOLS[t.word]["shape"] and n != t.word]
        return replace(t, word=rng.choice(same)) if same else None
    return None


def other_index(t: Tree, rng: Random) -> Tree | None:
    """Another index of the same size in one place, in scope or not."""
    if t.kind not in ("leaf", "by") or ("[" not in t.word and "delta" not in t.word):
        return None
    found = re.findall(r"\b[ijkabd]\b", t.word)
    if not found:
        return None
    old = rng.choice(found)
    size = next(size for size, names in BY_SIZE.items() if old in names)
    return replace(t, word=re.sub(rf"\b{old}\b", rng.choice(BY_SIZE[size]), t.word, count=1))


def without(t: Tree, rng: Random) -> Tree | None:
    kinds = ("inv", "exp", "tanh", "sigmoid", "softmax", "neg", "sin", "f")
    return t.parts[0] if t.kind in kinds and t.parts[0].shape == t.shape else None


MUTATIONS: tuple[Law, ...] = (
    other_leaf,
    other_leaf,
    other_sign,
    other_order,
    turned_over,
    not_turned_over,
    other_product,
    doubled,
    dropped,
    other_word,
    other_index,
    other_index,
    without,
)


# ---- somewhere in a tree ----------------------------------------------------------------------------
def places(t: Tree) -> list[tuple[int, ...]]:
    return [(), *((k, *rest) for k, part in enumerate(t.parts) for rest in places(part))]


def subtree(t: Tree, place: tuple[int, ...]) -> Tree:
    for k in place:
        t = t.parts[k]
    return t


def put(t: Tree, place: tuple[int, ...], new: Tree) -> Tree:
    if not place:
        return new
    k, *rest = place
    return replace(t, parts=(*t.parts[:k], put(t.parts[k], tuple(rest), new), *t.parts[k + 1 :]))


def somewhere(t: Tree, laws: tuple[Law, ...], rng: Random) -> Tree:
    """The tree with one of the laws used at some place."""
    for _ in range(60):
        place, law = rng.choice(places(t)), rng.choice(laws)
        new = law(subtree(t, place), rng)
        if new is not None and new.shape == subtree(t, place).shape:
            return put(t, place, new)
    return t
