"""Curves as a small picture in SVG: two lines, told apart by dashes too, and the point where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup, escape

from verify_derivations.model import Claim, Verdict
from verify_derivations.render.curves import Curves, curves
from verify_derivations.render.plain import printable

WIDTH, HEIGHT = 300, 170
INSET_LEFT, INSET_RIGHT, INSET_TOP, INSET_BOTTOM = 44, 24, 10, 24
TICKS = 4
LONGEST_NAME = 4
"""Characters of a symbol for which there is room at the end of the axis; the caption has all of them."""

OUTLIERS = 0.06
"""The part of the values at each end that is left out where a pole would flatten the picture."""

GAPS = 5
"""With a pole in it a picture shows so many times the distance of the two values, up and down."""


def pictures(claim: Claim, verdict: Verdict) -> list[Markup]:
    """The pictures of a refuted claim, for a page; none where it has none."""
    return [_picture(one) for one in curves(claim, verdict)]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the plane that is shown."""

    x0: float
    x1: float
    y0: float
    y1: float

    def x(self, value: float) -> float:
        return INSET_LEFT + (value - self.x0) / (self.x1 - self.x0) * (WIDTH - INSET_LEFT - INSET_RIGHT)

    def y(self, value: float) -> float:
        return INSET_TOP + (self.y1 - value) / (self.y1 - self.y0) * (HEIGHT - INSET_TOP - INSET_BOTTOM)


def _picture(data: Curves) -> Markup:
    frame = _frame(data)
    x, left, right = data.at
    where = f"{data.symbol} = {_number(x)}" + (f", {data.fixed}" if data.fixed else "")
    title = f"both sides along {data.symbol}: at {where} left {_number(left)}, right {_number(right)}"
    parts = [
        *_axes(frame, data),
        f'<path class="left" d="{_path(frame, data.xs, data.left)}"/>',
        f'<path class="right" d="{_path(frame, data.xs, data.right)}"/>',
        f'<path class="gap" d="M{_xy(frame, x, left)}L{_xy(frame, x, right)}"/>',
        _dot(frame, "left", x, left),
        _dot(frame, "right", x, right),
    ]
    drawn = "\n".join(parts)
    caption = f"along {data.symbol}" + (f", where {data.fixed}" if data.fixed else "")
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    label = escape(printable(title))
    return Markup(
        f'<figure class="plot"><svg {size} role="img" aria-label="{label}">\n{drawn}\n</svg>'
        f'<figcaption><span class="left">left side</span> <span class="right">right side</span>'
        f" {escape(printable(caption))}</figcaption></figure>"
    )


# ---- the frame -----------------------------------------------------------------------------------
def _frame(data: Curves) -> _Frame:
    """All of the places; all of the values, unless there is a pole: then those around the point."""
    _, left, right = data.at
    values = sorted(y for y in (*data.left, *data.right) if y is not None)
    cut = int(len(values) * OUTLIERS)
    middle = values[cut : len(values) - cut]
    low, high = min(values[0], left, right), max(values[-1], left, right)
    if middle and high - low > 3 * (middle[-1] - middle[0]):
        centre, reach = (left + right) / 2, GAPS * abs(left - right)
        low, high = max(low, centre - reach), min(high, centre + reach)
    room = (high - low) * 0.06
    return _Frame(data.xs[0], data.xs[-1], low - room, high + room)


def _axes(frame: _Frame, data: Curves) -> Iterator[str]:
    left, right, top, bottom = INSET_LEFT, WIDTH - INSET_RIGHT, INSET_TOP, HEIGHT - INSET_BOTTOM
    yield f'<path class="axis" d="M{left} {top}V{bottom}H{right}"/>'
    if frame.y0 < 0 < frame.y1:
        yield f'<path class="zero" d="M{left} {frame.y(0):.1f}H{right}"/>'
    for value in _ticks(frame.y0, frame.y1):
        yield _text("tick", left - 6, frame.y(value) + 3.5, "end", _number(value))
    for value in _ticks(frame.x0, frame.x1):
        yield _text("tick", frame.x(value), bottom + 14, "middle", _number(value))
    yield _text("name", right + 5, bottom + 4, "start", printable(data.symbol)[:LONGEST_NAME])


def _text(kind: str, x: float, y: float, anchor: str, words: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _ticks(low: float, high: float) -> list[float]:
    """A few round numbers between the two."""
    rough = (high - low) / TICKS
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)
    return [k * step for k in range(ceil(low / step), floor(high / step) + 1)]


def _number(value: float) -> str:
    """The number in at most four digits, with a real minus sign."""
    return f"{value:.4g}".replace("-", "−") if value else "0"


# ---- the lines -----------------------------------------------------------------------------------
def _path(frame: _Frame, xs: Sequence[float], ys: Sequence[float | None]) -> str:
    """The line, broken where there is no value and where it leaves the picture."""
    out: list[str] = []
    pen_down = False
    for x, y in zip(xs, ys, strict=True):
        if y is None or not frame.y0 <= y <= frame.y1:
            pen_down = False
            continue
        out.append(f"{'L' if pen_down else 'M'}{_xy(frame, x, y)}")
        pen_down = True
    return "".join(out)


def _xy(frame: _Frame, x: float, y: float) -> str:
    return f"{frame.x(x):.1f} {frame.y(y):.1f}"


def _dot(frame: _Frame, side: str, x: float, y: float) -> str:
    return f'<circle class="{side}" cx="{frame.x(x):.1f}" cy="{frame.y(y):.1f}" r="3.2"/>'


__all__ = ["pictures"]
