"""The renderers: each makes one text of a report."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.render.html import render_html
from verify_derivations.render.json import render_json
from verify_derivations.render.latex import render_latex
from verify_derivations.render.options import RenderOptions
from verify_derivations.render.text import render_concise, render_full
from verify_derivations.results import Report

Renderer = Callable[[Report, RenderOptions], str]

RENDERERS: dict[str, Renderer] = {
    "full": render_full,
    "concise": render_concise,
    "json": render_json,
    "html": render_html,
    "latex": render_latex,
}
"""The output formats by name, in the order in which they are listed."""

__all__ = ["RENDERERS", "RenderOptions", "Renderer"]
