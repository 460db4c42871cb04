"""Any text as LaTeX that pdfLaTeX compiles: symbols by name, other scripts marked."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from verify_derivations.render.plain import printable

ESCAPES: dict[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
    "|": r"\ensuremath{|}",
    '"': r"\vdquote{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": r"{-}",  # else two in a row become a dash
    "\n": " ",
    "\t": " ",
}
"""What has a meaning in TeX, and how it is printed as itself."""

PUNCTUATION: dict[str, str] = {
    "–": "--",
    "—": "---",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "…": r"\ldots{}",
    "\u00a0": "~",
    "ß": r"\ss{}",
    "æ": r"\ae{}",
    "Æ": r"\AE{}",
    "ø": r"\o{}",
    "Ø": r"\O{}",
    "œ": r"\oe{}",
    "ł": r"\l{}",
    "Ł": r"\L{}",
    "ı": r"\i{}",
    "§": r"\S{}",
    "\u200b": "",
    "\ufeff": "",
    "\ufffd": "?",  # LuaTeX takes this character for a broken file
}
"""Signs of text that need no mathematics."""

_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi o pi rho varsigma sigma tau"
)
_CAPITALS = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
SYMBOLS: dict[str, str] = {
    **{chr(0x3B1 + i): f"\\{name}" for i, name in enumerate(f"{_GREEK} upsilon phi chi psi omega".split())},
    "ο": "o",
    **dict(zip("ΓΔΘΛΞΠΣΥΦΨΩ", (f"\\{name}" for name in _CAPITALS.split()), strict=True)),
    "ϵ": r"\epsilon",
    "ϕ": r"\phi",
    "ϑ": r"\vartheta",
    "∂": r"\partial",
    "∇": r"\nabla",
    "∞": r"\infty",
    "∑": r"\sum",
    "∏": r"\prod",
    "∫": r"\int",
    "√": r"\surd",
    "±": r"\pm",
    "∓": r"\mp",
    "×": r"\times",
    "÷": r"\div",
    "·": r"\cdot",
    "⋅": r"\cdot",
    "∘": r"\circ",
    "⊙": r"\odot",
    "⊗": r"\otimes",
    "⊕": r"\oplus",
    "−": "-",
    "≤": r"\le",
    "≥": r"\ge",
    "≠": r"\ne",
    "≈": r"\approx",
    "≡": r"\equiv",
    "∼": r"\sim",
    "∝": r"\propto",
    "∈": r"\in",
    "∉": r"\notin",
    "⊂": r"\subset",
    "⊆": r"\subseteq",
    "∪": r"\cup",
    "∩": r"\cap",
    "∅": r"\emptyset",
    "∀": r"\forall",
    "∃": r"\exists",
    "¬": r"\neg",
    "∧": r"\land",
    "∨": r"\lor",
    "→": r"\to",
    "←": r"\leftarrow",
    "↔": r"\leftrightarrow",
    "⇒": r"\Rightarrow",
    "⇐": r"\Leftarrow",
    "⇔": r"\Leftrightarrow",
    "↦": r"\mapsto",
    "∴": r"\therefore",
    "∵": r"\because",
    "′": r"{}^{\prime}",
    "″": r"{}^{\prime\prime}",
    "ℓ": r"\ell",
    "ℝ": r"\mathbb{R}",
    "ℕ": r"\mathbb{N}",
    "ℤ": r"\mathbb{Z}",
    "ℚ": r"\mathbb{Q}",
    "ℂ": r"\mathbb{C}",
    "°": r"^{\circ}",
    "†": r"\dagger",
    "⟨": r"\langle",
    "⟩": r"\rangle",
    "‖": r"\|",
    "⋯": r"\cdots",
    "…": r"\ldots",
    "✓": r"\checkmark",
    "²": "^{2}",
    "³": "^{3}",
    "¹": "^{1}",
    "½": r"\tfrac{1}{2}",
    "ᵀ": "^{T}",
}
"""Mathematical characters and the commands that print them."""

ACCENTS: dict[str, str] = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0308": '"',
    "\u0304": "=",
    "\u0307": ".",
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0306": "u",
    "\u0327": "c",
}
"""Combining accents and LaTeX's names for them."""


def tex_text(text: str) -> str:
    r"""Text as LaTeX.

    >>> print(tex_text("50 % of x_1, θ ≤ é: 因此"))
    50 \% of x\_1, \ensuremath{\theta} \ensuremath{\le} \'{e}: \vdscript{因此}{CJK: 2}
    """
    runs = groupby(printable(text), key=_is_foreign)
    return "".join(_foreign("".join(run)) if foreign else "".join(map(_char, run)) for foreign, run in runs)


def tex_symbols(tex: str) -> str:
    r"""A formula with its characters outside ASCII made into commands.

    >>> print(tex_symbols(r"θ^2 \text{因此}"))
    {\theta}^2 \text{\text{\vdscript{因此}{CJK: 2}}}
    """
    if tex.isascii():
        return tex
    runs = groupby(tex, key=lambda char: char not in SYMBOLS and _is_foreign(char))
    return "".join(
        rf"\text{{{_foreign(''.join(run))}}}" if foreign else "".join(map(_math_char, run))
        for foreign, run in runs
    )


def _math_char(char: str) -> str:
    if char.isascii():
        return char
    return f"{{{SYMBOLS[char]}}}" if char in SYMBOLS else rf"\text{{{_char(char)}}}"


def _char(char: str) -> str:
    for table in (ESCAPES, PUNCTUATION):
        if char in table:
            return table[char]
    if char in SYMBOLS:
        return rf"\ensuremath{{{SYMBOLS[char]}}}"
    return char if char.isascii() else _accented(char)


def _accented(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    base, mark = parts[0], parts[1]
    return rf"\{ACCENTS[mark]}{{{base}}}"


def _is_foreign(char: str) -> bool:
    """No Latin letter and no sign that a command prints."""
    if char.isascii() or char in PUNCTUATION or char in SYMBOLS:
        return False
    parts = unicodedata.normalize("NFD", char)
    return not (len(parts) == 2 and parts[0].isascii() and parts[0].isalpha() and parts[1] in ACCENTS)


def _foreign(run: str) -> str:
    """A run in another script: LuaLaTeX prints it, pdfLaTeX what it is and how long."""
    names = (unicodedata.name(char, "").split(" ")[0] for char in run)
    script = next((name for name in names if re.fullmatch("[A-Z]{3,}", name)), "OTHER")
    return rf"\vdscript{{{run}}}{{{script if script == 'CJK' else script.capitalize()}: {len(run)}}}"
