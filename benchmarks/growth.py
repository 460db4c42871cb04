"""How the time grows with the number of terms: three claims of machine learning, written out in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.children import children


@dataclass(frozen=True)
class Growth:
    """One size of one claim: its characters, and for each engine the answer and the milliseconds."""

    family: str
    size: int
    characters: int
    answers: dict[str, tuple[str, float]]


def _record(lhs: str, rhs: str, names: Iterable[str]) -> dict[str, Any]:
    return {"id": "growth", "lhs": lhs, "rhs": rhs, "symbols": {name: {"domain": "real"} for name in names}}


def logistic(samples: int, weights: int = 10) -> dict[str, Any]:
    """The derivative of the cross entropy of logistic regression by its first weight."""
    ws = [f"w{j}" for j in range(weights)]
    rows = [[f"x{i}_{j}" for j in range(weights)] for i in range(samples)]
    inner = ["+".join(f"{w}*{x}" for w, x in zip(ws, row, strict=True)) for row in rows]
    loss = "+".join(f"y{i}*log(sigmoid({z}))+(1-y{i})*log(1-sigmoid({z}))" for i, z in enumerate(inner))
    slope = "+".join(f"(sigmoid({z})-y{i})*{rows[i][0]}" for i, z in enumerate(inner))
    names = [*ws, *(x for row in rows for x in row), *(f"y{i}" for i in range(samples))]
    return _record(f"diff(-({loss})/{samples},w0)", f"({slope})/{samples}", names)


def softmax(classes: int) -> dict[str, Any]:
    """The derivative of the cross entropy of a softmax by its first input."""
    zs, ys = ([f"{name}{k}" for k in range(classes)] for name in "zy")
    total = "+".join(f"exp({z})" for z in zs)
    loss = "+".join(f"{y}*log(exp({z})/({total}))" for y, z in zip(ys, zs, strict=True))
    return _record(f"diff(-({loss}),z0)", f"exp(z0)/({total})*({'+'.join(ys)})-y0", [*zs, *ys])


def chain(depth: int) -> dict[str, Any]:
    """The derivative of a chain of sigmoid units by its input."""
    ws = [f"w{k}" for k in range(depth)]
    unit, slope = "t", []
    for w in ws:
        unit = f"sigmoid({w}*{unit})"
        slope.append(f"{w}*{unit}*(1-{unit})")
    return _record(f"diff({unit},t)", "*".join(slope), ["t", *ws])


FAMILIES: dict[str, tuple[Callable[[int], dict[str, Any]], tuple[int, ...]]] = {
    "logistic gradient, 10 weights, m samples": (logistic, (1, 5, 10, 20, 50)),
    "softmax and cross entropy, k classes": (softmax, (2, 5, 10, 20, 50)),
    "chain of sigmoid units, depth d": (chain, (1, 2, 4, 6, 8)),
}


def growth(engines: list[str], cap: float, largest: int) -> list[Growth]:
    """The families up to a size; an engine that overran at a size is not asked for larger ones."""
    running, out = children(engines), []
    try:
        for family, (make, sizes) in FAMILIES.items():
            asked = list(engines)
            for size in (s for s in sizes if s <= largest):
                record = make(size)
                answers = {name: running[name].ask(record, cap) for name in asked}
                asked = [name for name in asked if answers[name][0] != "timeout"]
                shown = {name: (answer, 1000 * seconds) for name, (answer, seconds) in answers.items()}
                out.append(Growth(family, size, len(record["lhs"]) + len(record["rhs"]), shown))
    finally:
        for child in running.values():
            child.close()
    return out


__all__ = ["Growth", "growth"]
