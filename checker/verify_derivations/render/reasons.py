"""Reasons on a page: the formulas in them as formulas, what an author may type as it is typed."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from verify_derivations.render.mathml import mathml
from verify_derivations.render.plain import printable

ADVICE = re.compile(r"\b(?:declare (?:which is meant|it|its|the|one|what)|write|let|assume|constant|say)\b")
"""How the part of a reason begins that says what to type."""

FORMULA = re.compile(r"\$([^$]+)\$")


def told(reason: str) -> Markup:
    r"""The reason as HTML.

    >>> told("if $x$ is 0; declare which is meant: let $x=...$")
    Markup('if <math><mi>x</mi></math> is 0; declare which is meant: let <code>$x=...$</code>')
    >>> told('as "$a" may say <b>')
    Markup('as &#34;$a&#34; may say &lt;b&gt;')
    """
    reason = printable(reason)
    if reason.count("$") % 2:
        return escape(reason)
    before, mark, advice = _parted(reason)
    return _with(before, as_typed=False) + escape(mark) + _with(advice, as_typed=True)


def _parted(reason: str) -> tuple[str, str, str]:
    """What is said, the semicolon, and what is to be typed; there is no such part where no words begin it.

    >>> _parted("it is open; declare which is meant: let $x = 1$; constant $y$")
    ('it is open', '; ', 'declare which is meant: let $x = 1$; constant $y$')
    """
    begins = len(reason)
    at = reason.rfind("; ")
    while at >= 0:
        if reason[:at].count("$") % 2 == 0:
            if ADVICE.match(reason, at + 2):
                begins = at
            elif begins < len(reason) and reason[at + 2] != "$":
                break
        at = reason.rfind("; ", 0, at)
    if begins == len(reason):
        return reason, "", ""
    return reason[:begins], "; ", reason[begins + 2 :]


def _with(text: str, *, as_typed: bool) -> Markup:
    parts = FORMULA.split(text)
    made = (
        escape(part) if k % 2 == 0 else Markup("<code>${}$</code>").format(part) if as_typed else mathml(part)
        for k, part in enumerate(parts)
    )
    return Markup("").join(made)


__all__ = ["told"]
