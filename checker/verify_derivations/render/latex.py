"""A report as a LaTeX file that compiles with pdfLaTeX and LuaLaTeX, whatever the text."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from verify_derivations.model import Status
from verify_derivations.render.options import DEFAULTS, RenderOptions
from verify_derivations.render.place import shown_place
from verify_derivations.render.plain import one_line, shortened
from verify_derivations.render.tableau import tex_matrix
from verify_derivations.render.texmath import compilable
from verify_derivations.render.textext import tex_text
from verify_derivations.render.view import arrange
from verify_derivations.render.wording import LOOKS, point_text, value_text
from verify_derivations.results import Report

LONGEST = 1500
"""Characters of a formula that are shown: a page holds no more, and the JSON report has the rest."""


def render_latex(report: Report, options: RenderOptions = DEFAULTS) -> str:
    """The file. Text is escaped by the environment, so a template cannot forget to."""
    template = _environment().get_template("report.tex.jinja")
    return template.render(view=arrange(report), title=options.title) + "\n"


def formula(tex: str) -> Markup:
    r"""The formula in display style, or its LaTeX in typewriter where it may not compile.

    >>> formula("x^2"), formula("x^{2")
    (Markup('\\vdformula{x^2}'), Markup('\\vdverbatim{x\\textasciicircum{}\\{2}'))
    """
    tex = tex.strip()
    sure = compilable(tex) if len(tex) <= LONGEST else None
    if sure is not None:
        return Markup(rf"\vdformula{{{sure}}}")
    return Markup(rf"\vdverbatim{{{escaped(tex)}}}")


def escaped(value: object) -> Markup:
    """What is not LaTeX already, as LaTeX on one line."""
    if isinstance(value, Markup):
        return value
    return Markup(tex_text(shortened(one_line(str(value)), LONGEST)))


def _color(status: Status) -> Markup:
    """The part of a colour's name that the status gives."""
    return Markup("".join(filter(str.isalpha, LOOKS[status].slug)))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("verify_derivations.render", "templates"),
        undefined=StrictUndefined,
        finalize=escaped,
        autoescape=True,  # `finalize` has made it all Markup; this makes what a macro gives Markup too
        trim_blocks=True,
        lstrip_blocks=True,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters.update(
        formula=formula,
        color=_color,
        place=shown_place,
        value=value_text,
        point=point_text,
        matrix=tex_matrix,
    )
    return environment
