"""What the steps of a derivation stand on, as a small layered drawing in SVG with links to the steps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from verify_derivations.model import Kind
from verify_derivations.render.plain import printable, shortened
from verify_derivations.render.standing import Edges, says_something, standing
from verify_derivations.render.view import DerivationView, StepView
from verify_derivations.term.notation.text import text

HEIGHT, GAP_X, GAP_Y, PADDING = 24, 34, 10, 10
LETTER = 7.2
"""The width of a character, about; the boxes are a little wider than their labels."""

LONGEST_LABEL = 14
MOST_STEPS = 60
SWEEPS = 4


@dataclass(frozen=True, slots=True)
class _Box:
    """A step in the drawing."""

    step: StepView
    label: str
    x: float
    y: float
    width: float


def graph(view: DerivationView) -> Markup:
    """The drawing; empty where it would only show lines one behind the other.

    Args:
        view: the derivation.
    """
    edges = standing(view.result)
    if len(view.steps) > MOST_STEPS or not says_something(edges):
        return Markup()
    used = {below for found in edges.values() for below in found}
    steps = [s for s in view.steps if edges.get(_id(s)) or _id(s) in used]
    boxes = _placed(steps, edges)
    width = max(box.x + box.width for box in boxes.values()) + PADDING
    height = max(box.y for box in boxes.values()) + HEIGHT + PADDING
    drawn = [_line(boxes[below], boxes[name]) for name in boxes for below in sorted(edges[name])]
    drawn += [_drawn(box) for box in boxes.values()]
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    inner = "\n".join(drawn)
    return Markup(f'<svg {size} role="img" aria-label="what each step stands on">\n{inner}\n</svg>')


# ---- the layout ----------------------------------------------------------------------------------
def _placed(steps: Sequence[StepView], edges: Edges) -> dict[str, _Box]:
    """Every step to the right of all on which it stands, at the height of these where there is room."""
    layers = _layers(steps, edges)
    rows = _ordered(layers, edges)
    named = {_id(step): step for step in steps}
    boxes: dict[str, _Box] = {}
    x = float(PADDING)
    for layer in layers:
        labels = {name: _label(named[name]) for name in layer}
        width = max(len(label) for label in labels.values()) * LETTER + 16
        for name in layer:
            boxes[name] = _Box(named[name], labels[name], x, PADDING + rows[name] * (HEIGHT + GAP_Y), width)
        x += width + GAP_X
    return {name: boxes[name] for name in named}


def _layers(steps: Sequence[StepView], edges: Edges) -> list[list[str]]:
    """The steps by the longest way that leads to them."""
    depth: dict[str, int] = {}
    for step in steps:
        depth[_id(step)] = 1 + max((depth.get(below, 0) for below in edges[_id(step)]), default=0)
    return [[name for name in depth if depth[name] == k] for k in range(1, max(depth.values()) + 1)]


def _ordered(layers: list[list[str]], edges: Edges) -> dict[str, float]:
    """A row for every step; a few sweeps bring it near to its neighbours in the drawing."""
    rows = {name: float(k) for layer in layers for k, name in enumerate(layer)}
    above: dict[str, list[str]] = {name: [] for name in rows}
    for name in rows:
        for below in edges[name]:
            above[below].append(name)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for layer in layers if forward else reversed(layers):
            wish = {name: _middle(name, edges[name] if forward else above[name], rows) for name in layer}
            layer.sort(key=lambda name: (wish[name], rows[name]))
            taken = -1.0
            for name in layer:
                taken = rows[name] = max(float(round(wish[name])), taken + 1)
    highest = min(rows.values())
    return {name: row - highest for name, row in rows.items()}


def _middle(name: str, neighbours: Sequence[str] | frozenset[str], rows: dict[str, float]) -> float:
    return sum(rows[other] for other in neighbours) / len(neighbours) if neighbours else rows[name]


# ---- what is drawn -------------------------------------------------------------------------------
def _drawn(box: _Box) -> str:
    kind = "definition" if box.step.result.step.kind is Kind.DEFINITION else "claim"
    look = f" {box.step.look.slug}" if box.step.look else ""
    title = f"step {box.step.number}" + (": " + box.label if kind == "definition" else "")
    middle = f'x="{box.x + box.width / 2:.1f}" y="{box.y + HEIGHT / 2 + 4:.1f}"'
    return (
        f'<a href="#{escape(box.step.anchor)}" class="{kind}{look}"><title>{escape(printable(title))}</title>'
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{HEIGHT}" rx="5"/>'
        f"<text {middle}>{escape(printable(box.label))}</text></a>"
    )


def _line(start: _Box, end: _Box) -> str:
    x0, y0 = start.x + start.width, start.y + HEIGHT / 2
    x1, y1 = end.x, end.y + HEIGHT / 2
    bend = min((x1 - x0) / 2, 2 * GAP_X)
    return (
        f'<path d="M{x0:.1f} {y0:.1f}C{x0 + bend:.1f} {y0:.1f} {x1 - bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"/>'
    )


def _label(step: StepView) -> str:
    """The head of a definition, the number of another step."""
    told = step.result.step
    if told.kind is not Kind.DEFINITION or told.claim is None:
        return step.number
    return shortened(re.sub(r"[A-Za-z]{2,}", _greek, text(told.claim.lhs)), LONGEST_LABEL)


def _greek(name: re.Match[str]) -> str:
    size = "SMALL" if name[0].islower() else "CAPITAL"
    letter = name[0].upper().replace("LAMBDA", "LAMDA")
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {letter}")
    except KeyError:
        return name[0]


def _id(step: StepView) -> str:
    return step.result.step.id


__all__ = ["graph"]
