"""LaTeX to MathML: the one place that knows math-core; what cannot be converted is shown as it was typed."""

from __future__ import annotations

import re
from functools import lru_cache

import math_core
from markupsafe import Markup

from verify_derivations.render.plain import printable

_ALIGNED = "split|align|eqnarray|alignat|flalign"
_GATHERED = "gather|multline|equation|displaymath|math"

_TALL = "left|right|begin|end|[dt]?frac|binom|sum|prod|i*nt|lim|big|sqrt|over|under|wide|text|math|operator"
# possessive and bounded: a formula of thousands of commands must not be tried in every way
_FLAT = rf"(?:[\w\s,+=-]|\\(?!{_TALL})[A-Za-z]++){{0,40}}+"

NORMALISER: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\\(?:label|tag\*?|intertext)\s*\{[^{}]*\}"), ""),
    (re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])"), ""),
    (re.compile(r"\\(begin|end)\s*\{alignat\*?\}(\{\d+\})?"), r"\\\1{aligned}"),
    (re.compile(rf"\\(begin|end)\s*\{{(?:{_ALIGNED})\*?\}}"), r"\\\1{aligned}"),
    (re.compile(rf"\\(begin|end)\s*\{{(?:{_GATHERED})\*?\}}"), r"\\\1{gathered}"),
    (re.compile(r"\\cr(?![A-Za-z])"), r"\\\\"),
    (re.compile(r"\\mbox(?![A-Za-z])"), r"\\text"),
    # brackets that could grow are set apart as if they had: f (z) for f(z)
    (re.compile(rf"\\left\s*\(({_FLAT})\\right\s*\)"), r"(\1)"),
    (re.compile(r"\\Arrowvert(?![A-Za-z])"), r"\\Vert"),
)
"""What authors write around a formula and math-core does not take, with what says the same."""

NESTING_LIMIT = 300
"""math-core recurses, and a formula nested thousands of levels deep ends the process instead of raising."""

_LEVEL = re.compile(r"\\(?:[A-Za-z]+|.)|[{}^_]", re.DOTALL)
# a formula that defines commands can unfold to any nesting, and none that is printed has a reason to
_DEFINES = re.compile(
    r"\\(?:g?def|edef|xdef|let|(?:re)?newcommand|providecommand|DeclareMathOperator)(?![A-Za-z])"
)

_CONVERTER = math_core.LatexToMathML(allow_unreliable_rendering=True, fancy_error=False)


def mathml(tex: str, *, display: bool = False) -> Markup:
    r"""The formula as MathML, or its LaTeX in a `<code>` element where it cannot be converted.

    >>> mathml("x^2")
    Markup('<math><msup><mi>x</mi><mn>2</mn></msup></math>')
    >>> mathml(r"\frac{<b>")
    Markup('<code class="tex">\\frac{&lt;b&gt;</code>')
    """
    tex = printable(tex).strip()
    return _convert(tex, display) or Markup('<code class="tex">{}</code>').format(tex)


def normalised(tex: str) -> str:
    r"""The formula without what math-core does not take.

    >>> normalised(r"\begin{align*} a &= b \label{e} \end{align*}")
    '\\begin{aligned} a &= b  \\end{aligned}'
    """
    for pattern, replacement in NORMALISER:
        tex = pattern.sub(replacement, tex)
    if re.search(r"(?<!\\)&|\\\\", tex) and "\\begin" not in tex:
        tex = rf"\begin{{aligned}}{tex}\end{{aligned}}"
    return tex


def nesting(tex: str) -> int:
    r"""An upper bound of how deep the formula nests: a command may nest in every one before it in its group.

    >>> nesting(r"\frac{a}{b} + \hat{c}"), nesting(r"\hat\hat x")
    (3, 2)
    """
    deepest, groups = 0, [0]
    for token in _LEVEL.findall(tex):
        if token == "{":
            groups.append(groups[-1] + 1)
        elif token == "}":
            del groups[max(1, len(groups) - 1) :]
        else:
            groups[-1] += 1
        deepest = max(deepest, groups[-1])
    return deepest


@lru_cache(maxsize=4096)
def _convert(tex: str, display: bool) -> Markup | None:
    plain = normalised(tex)
    if not plain or nesting(plain) > NESTING_LIMIT or _DEFINES.search(plain):
        return None
    try:
        converted: str = _CONVERTER.convert_with_local_state(plain, displaystyle=display)
    except math_core.LatexError:
        return None
    return Markup(converted)


__all__ = ["NESTING_LIMIT", "NORMALISER", "mathml", "nesting", "normalised"]
