r"""**The table of words** for numbers: "a positive integer", "非负整数", each with the set that it means."""

from __future__ import annotations

import re
from typing import NamedTuple

HARMLESS = frozenset("arbitrary fixed given general finite single 任意 给定 固定 一个 某个".split())
"""Adjectives that say nothing of a value."""

FIELDS: dict[str, str] = {
    "integer": "integer",
    "integers": "integer",
    "whole": "whole",
    "natural": "natural",
    "naturals": "natural",
    "real": "real",
    "reals": "real",
    "rational": "rational",
    "irrational": "irrational",
    "complex": "complex",
    "even": "even",
    "odd": "odd",
    "prime": "prime",
    "primes": "prime",
    "probability": "probability",
    "probabilities": "probability",
    "整数": "integer",
    "自然数": "natural",
    "实数": "real",
    "有理数": "rational",
    "无理数": "irrational",
    "复数": "complex",
    "偶数": "even",
    "奇数": "odd",
    "素数": "prime",
    "质数": "prime",
    "概率": "probability",
}
"""Words for kinds of numbers, adjectives and nouns."""

SIGNS: dict[str, str] = {
    "positive": ">",
    "negative": "<",
    "nonnegative": ">=",
    "non-negative": ">=",
    "nonpositive": "<=",
    "non-positive": "<=",
    "nonzero": "!=",
    "non-zero": "!=",
    "正": ">",
    "负": "<",
    "非负": ">=",
    "非正": "<=",
    "非零": "!=",
    "正数": ">",
    "负数": "<",
    "非负数": ">=",
    "非零数": "!=",
}
"""Words for the sign of a number."""

STRICTLY = frozenset(("strictly", "严格"))
"""Words that may stand before the sign."""

NARROWING = frozenset(
    "one ones distinct different coprime consecutive composite square-free squarefree 不同 互素".split()
)
"""Words that narrow a number in a way for which there are no terms: "a negative one" may be an integer."""

NOUNS = frozenset(
    "number numbers constant constants scalar scalars parameter parameters variable variables "
    "数 常数 参数".split()
)
"""Words that say only that it is a number."""

MEASURES = frozenset(
    "acceleration amplitude angle area bandwidth base capacitance charge coefficient concentration "
    "constant cost current curvature damping depth deviation diameter discount distance duration energy "
    "exponent factor force frequency height hyperparameter inductance length mass modulus number "
    "parameter period precision pressure price probability quantity radius rate resistance scalar size "
    "speed stepsize stiffness strength temperature threshold time tolerance value variable variance "
    "viscosity voltage volume wavelength width".split()
)
"""Nouns for quantities that are single numbers."""

HAN_MEASURES = "|".join(
    "正则化参数 弹性系数 步长 学习率 质量 长度 半径 方差 标准差 概率 系数 参数 常数 "
    "速率 温度 能量 频率 面积 体积 数".split()
)
"""The same in Chinese."""

SETS: dict[tuple[str, str], str] = {
    ("integer", ""): r"\mathbb{Z}",
    ("integer", ">"): r"\mathbb{Z}_{>0}",
    ("integer", ">="): r"\mathbb{Z}_{\geq 0}",
    ("integer", "<"): r"\mathbb{Z}_{<0}",
    ("integer", "<="): r"\mathbb{Z}_{\leq 0}",
    ("integer", "!="): r"\mathbb{Z}_{\neq 0}",
    ("natural", ""): r"\mathbb{N}",
    ("natural", ">"): r"\mathbb{Z}_{>0}",
    ("natural", "!="): r"\mathbb{Z}_{>0}",
    ("natural", ">="): r"\mathbb{Z}_{\geq 0}",
    ("real", ""): r"\mathbb{R}",
    ("real", ">"): r"(0, \infty)",
    ("real", ">="): r"[0, \infty)",
    ("real", "<"): r"(-\infty, 0)",
    ("real", "<="): r"(-\infty, 0]",
    ("real", "!="): r"\mathbb{R}_{\neq 0}",
    ("complex", ""): r"\mathbb{C}",
    ("probability", ""): "[0, 1]",
}
"""Kinds of numbers and their signs, as the set in notation."""

SUBSETS: dict[str, tuple[str, str]] = {
    "whole": ("integer", "posint"),
    "probability": ("probability", "unit"),
    "even": ("integer", ""),
    "odd": ("integer", ""),
    "prime": ("integer", ""),
    "rational": ("real", ""),
    "irrational": ("real", ""),
}
"""Kinds that are parts of others, or may be: of which one, and the name of the smaller domain if it has one.

A whole number may be any integer, or one that counts something; a probability may be neither 0 nor 1.
"""

COMPARISONS = {">": "> 0", ">=": r"\geq 0", "<": "< 0", "<=": r"\leq 0", "!=": r"\neq 0"}


class Meant(NamedTuple):
    """What words say that a number is.

    `set` is the set in notation, empty for a sign alone ("positive"); `sign` the comparison of a real number
    with zero; `narrower` tells that it may be less than the whole set, with `part` the name of the smaller
    domain if there is one.
    """

    words: str
    set: str
    sign: str = ""
    narrower: bool = False
    part: str = ""

    @property
    def is_quality(self) -> bool:
        """It is an adjective that may be said of functions and matrices, too: positive, real."""
        return not self.set or self.words.lower() in ("real", "complex")


LATIN = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
HAN = re.compile(
    "|".join(
        sorted(
            (w for w in (*FIELDS, *SIGNS, *HARMLESS, *NOUNS, *NARROWING, *STRICTLY) if not w.isascii()),
            key=len,
            reverse=True,
        )
    )
)


def meant(words: str) -> Meant | None:
    r"""What words say that a number is; None if they say nothing, or nothing that is known here.

    >>> meant("positive integer").set, meant("非负整数").set, meant("positive").sign
    ('\\mathbb{Z}_{>0}', '\\mathbb{Z}_{\\geq 0}', '> 0')
    >>> meant("even integer").narrower, meant("small number"), meant("arbitrary constant")
    (True, None, None)
    """
    kinds, signs, narrower = set[str](), set[str](), False
    for word in _parts(words):
        if word in FIELDS:
            kinds.add(FIELDS[word])
        elif word in SIGNS:
            signs.add(SIGNS[word])
        elif word in NARROWING:
            narrower = True
        elif word not in HARMLESS | NOUNS | STRICTLY:
            return None
    if len(signs) > 1:
        return None
    sign = next(iter(signs), "")
    if "prime" in kinds and not sign:
        sign = ">"
    parts = {kind for kind in kinds if kind in SUBSETS}
    kinds = {SUBSETS[kind][0] if kind in SUBSETS else kind for kind in kinds}
    if kinds == {"integer", "natural"}:
        kinds = {"natural"}
    if len(kinds) > 1 or len(parts) > 1 or not (kinds or signs):
        return None
    found = SETS.get((next(iter(kinds), "real"), sign))
    if found is None:
        return None
    part = SUBSETS[next(iter(parts))][1] if parts else ""
    bare = not kinds and not set(_parts(words)) & NOUNS and not words.endswith("数")
    shown = " ".join(words.split())
    real = not kinds or kinds == {"real"}
    return Meant(
        shown,
        "" if bare else found,
        COMPARISONS.get(sign, "") if real else "",
        narrower or bool(parts),
        "" if narrower or sign else part,
    )


def _parts(words: str) -> list[str]:
    """The words of the tables in a phrase, and whatever else is in it."""
    found = list[str]()
    for piece in words.lower().split():
        if LATIN.fullmatch(piece):
            found.append(piece)
        else:
            found += HAN.findall(piece)
            found += [rest for rest in HAN.sub(" ", piece).replace("的", " ").split() if rest]
    return found


WORDS = (*FIELDS, *SIGNS, *HARMLESS, *NOUNS, *NARROWING, *STRICTLY)
"""All words of the tables."""


__all__ = ["HAN_MEASURES", "MEASURES", "WORDS", "Meant", "meant"]
