"""**What lines of Markdown begin with**, in its dialects: the patterns, and which directives hold no text."""

from __future__ import annotations

import re

from verify_derivations.read.formulas import ANNOTATED

FENCE = re.compile(r"(`{3,}|~{3,}|:{3,})[ \t]*([^\n]*)")
DIRECTIVE = re.compile(r"\{([A-Za-z][\w:.+-]*)\}[ \t]*(.*)")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
BREAK = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|\+\+\+.*)$")
REFERENCE = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S")
NO_TEXT = re.compile(
    r"[ \t]*(?:\{:[^}\n]*\}|\([\w:.-]+\)=|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)|\[\[?_?TOC_?\]\]?)[ \t]*$"
)
MYST_COMMENT = re.compile(rf"[ \t]*%(?={ANNOTATED})")
ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)"
    r"[^\n\"]*(?:\"([^\"\n]*)\")?[ \t]*$"
)
TAG = re.compile(
    r"[ ]{0,3}(?:<(?P<tag>details|blockquote|aside|div|section|article|[A-Z]\w*)\b"
    r"(?P<attributes>[^<>\n]*)(?<!/)>"
    r"|\{\{[<%]\s*(?P<code>\w+)(?P<given>[^{}\n]*?)(?<!/)[%>]\}\}"
    r"|\{%-?\s*(?P<block>\w+)(?P<said>[^{}\n]*?)%\})"
)
"""A tag of HTML, a component, a shortcode of Hugo, or a block of Liquid, which something closes."""

CLOSING_TAG = re.compile(
    r"</(details|blockquote|aside|div|section|article|[A-Z]\w*)\s*>"
    r"|\{\{[<%]\s*/\s*(\w+)\s*[%>]\}\}|\{%-?\s*end(\w+)",
)
LIQUID = re.compile(r"[ \t]*\{%-?[ \t]*(highlight|raw|comment)\b")
OPTION = re.compile(r"[ \t]*:([\w-]+):[ \t]*([^\n]*)")
DEFINITION = re.compile(
    r"[ \t]*(?=\\(?:(?:re)?newcommand|providecommand|[gex]?def|let|DeclareMathOperator)\b)"
)
FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
TITLE = re.compile(r"^title:[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\n]*))", re.MULTILINE)

CODE = frozenset(
    "code code-block code-cell sourcecode literalinclude parsed-literal raw eval-rst mermaid toctree "
    "csv-table bibliography image figure-md include embed tikz graphviz plot doctest testcode iframe video "
    "download".split()
)
"""Directives of MyST whose content is no text."""

ENCLOSING = {
    "<!--": "-->",
    "{::comment}": "{:/",
    "<pre": "</pre",
    "<script": "</script",
    "<style": "</style",
}
"""What goes on to its end, whatever stands between."""

NOTE = re.compile(r"\s*\[\^[^\]\s]+\]:")
"""How a footnote begins."""

GATES = ("-start", "-end")
"""How a directive is called that begins or ends what stands in no fence."""

ASIDES = frozenset(("figure", "margin", "aside", "sidebar"))
"""Directives with words that stand beside the text."""

__all__ = [
    "ADMONITION",
    "ASIDES",
    "BREAK",
    "CLOSING_TAG",
    "CODE",
    "DEFINITION",
    "DIRECTIVE",
    "ENCLOSING",
    "FENCE",
    "FRONT_MATTER_END",
    "GATES",
    "HEADING",
    "LIQUID",
    "MYST_COMMENT",
    "NOTE",
    "NO_TEXT",
    "OPTION",
    "REFERENCE",
    "TAG",
    "TITLE",
    "UNDERLINE",
]
