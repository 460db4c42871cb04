"""How a report is to be shown: the few things that a renderer may be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a caller may choose. The defaults give output that is the same on every machine.

    `color` and `width` concern the terminal alone; `title` is the heading of a page.
    """

    color: bool = False
    width: int = 100
    title: str = "Derivation report"


DEFAULTS = RenderOptions()
"""What a renderer does when nothing is said."""
