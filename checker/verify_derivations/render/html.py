"""A report as one HTML page that needs nothing else: no network, no script, no font of the reader's."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from verify_derivations.render.graph import graph
from verify_derivations.render.mathml import mathml
from verify_derivations.render.options import DEFAULTS, RenderOptions
from verify_derivations.render.parts import equation_text
from verify_derivations.render.place import shown_place
from verify_derivations.render.plain import printable
from verify_derivations.render.plot import pictures
from verify_derivations.render.proof import how_it_was_shown
from verify_derivations.render.reasons import told
from verify_derivations.render.tableau import rows
from verify_derivations.render.view import arrange
from verify_derivations.render.wording import LOOKS, counted, point_text, value_text
from verify_derivations.results import Report

FONT = "vd-math.woff2"


def render_html(report: Report, options: RenderOptions = DEFAULTS) -> str:
    """The page. Equal reports give equal pages, to the byte."""
    template = _environment().get_template("report.html.jinja")
    return template.render(view=arrange(report), title=options.title, looks=LOOKS, font=_font()) + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("verify_derivations.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        mathml=mathml,
        printable=printable,
        told=told,
        place=shown_place,
        value=value_text,
        point=point_text,
        counted=counted,
        equation=equation_text,
        shown=how_it_was_shown,
        pictures=pictures,
        graph=graph,
        rows=rows,
        subject=_subject,
    )
    return environment


def _subject(title: str) -> str:
    """The title of a document up to its first colon, to jump to it."""
    return title.partition(":")[0].rstrip(".")


@lru_cache(maxsize=1)
def _font() -> str:
    """The mathematics font, to be put into the page: without one, many readers see boxes."""
    return b64encode((files("verify_derivations.render") / "fonts" / FONT).read_bytes()).decode("ascii")
