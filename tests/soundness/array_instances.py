"""Random exact instances of claim records about arrays: sizes, and entries that are as is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import prod
from random import Random
from typing import Any

from array_judge import differ
from array_numbers import ONE, ZERO, Array, matmul, scalar, tabulate, transpose

SIZES = (2, 3, 1)
ONCE_IN_A_WHILE = 0.1


def sizes_of(record: Mapping[str, Any]) -> list[str]:
    """The names of the sizes of a record."""
    said = [s for what in record["symbols"].values() for s in what.get("shape") or []]
    said += list((record.get("indices") or {}).values())
    return sorted({s.partition(" - ")[0] for s in said if isinstance(s, str)})


def choices(names: list[str]) -> list[dict[str, int]]:
    """Values for the sizes: different ones first, then those with a 1 among them."""
    found = [dict(zip(names, sizes, strict=True)) for sizes in product(SIZES, repeat=len(names))]
    return sorted(found, key=lambda s: (list(s.values()).count(1), -len(set(s.values()))))


def instances(
    record: Mapping[str, Any], rng: Random, count: int
) -> Iterator[tuple[dict[str, int], dict[str, Array]]]:
    """Sizes, and an array for each name."""
    sizes = choices(sizes_of(record))
    for k in range(count):
        chosen = sizes[k % len(sizes)]
        values = {}
        for name, what in record["symbols"].items():
            shape = [chosen.get(s, s) for s in what.get("shape") or []]
            words = set(what.get("assume") or []) | ({"pos"} if what.get("domain") == "positive" else set())
            values[name] = drawn(shape, words, rng)
        yield chosen, values


def counterexample(record: Mapping[str, Any], rng: Random, count: int = 6) -> Any:
    """An instance at which the two sides have values and differ, if one is found."""
    for sizes, values in instances(record, rng, count):
        if differ(record, sizes, values):
            return sizes, {name: shown(array) for name, array in values.items()}
    return None


def shown(array: Array) -> Any:
    return [str(x) for x in array.entries] if array.shape else str(array.entries[0])


def drawn(shape: list[int], words: set[str], rng: Random) -> Array:
    """An array that is what is assumed of it."""
    if not shape:
        value = _number(rng)
        return scalar(abs(value) if "pos" in words else value)
    zeros = not words & {"pos", "simplex"}
    out = Array(tuple(shape), tuple(_number(rng, zeros=zeros) for _ in range(prod(shape))))
    if "orth" in words:
        return _orthonormal(shape, rng)
    if "spd" in words:
        return _plus(matmul(out, transpose(out)), _unit(shape[0]))
    if "sym" in words:
        out = _plus(out, transpose(out))
    if "inv" in words:
        out = _plus(out, Array(tuple(shape), tuple(11 * x for x in _unit(shape[0]).entries)))
    if words & {"pos", "simplex"}:
        out = Array(out.shape, tuple(abs(x) for x in out.entries))
    if "simplex" in words:
        rows = {k[:-1]: ZERO for k in product(*map(range, shape))}
        for k in product(*map(range, shape)):
            rows[k[:-1]] += out[k]
        out = tabulate(shape, lambda *k: out[k] / rows[k[:-1]])
    return out


def _number(rng: Random, *, zeros: bool = False) -> Fraction:
    if zeros and rng.random() < ONCE_IN_A_WHILE:
        return Fraction(0)
    return Fraction(rng.choice((-3, -2, -1, 1, 2, 3, 5)), rng.choice((1, 2, 3)))


def _unit(size: int) -> Array:
    return tabulate((size, size), lambda i, j: Fraction(int(i == j)))


def _plus(a: Array, b: Array) -> Array:
    return Array(a.shape, tuple(x + y for x, y in zip(a.entries, b.entries, strict=True)))


def _orthonormal(shape: list[int], rng: Random) -> Array:
    """The first columns of a product of reflections."""
    size, width = shape
    out = _unit(size)
    for _ in range(size):
        v = [_number(rng) for _ in range(size)]
        square = sum((x * x for x in v), ZERO)
        mirror = tabulate((size, size), lambda i, j: ONE * (i == j) - 2 * v[i] * v[j] / square)  # noqa: B023
        out = matmul(out, mirror)
    return tabulate((size, width), lambda i, j: out[i, j])
