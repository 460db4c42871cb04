"""Provisos of statements between numbers: what is supposed, other arithmetics, methods that give a value."""

from __future__ import annotations

import re

from verify_derivations.elaborate.prose.proviso import Reach, proviso

SUPPOSED = "say that it is claimed of itself, in a section of its own"
ELSEWHERE = "write \\equiv, or say what it says of real numbers"
BY_MEASURE = "write d\\mu where another measure is meant, or say that it is claimed in a section of its own"
BY_METHOD = "write what the method gives, and = before it"

UNIT = (
    r"(?:miles?|(?:kilo|centi|milli)?met(?:er|re)s?|km|cm|feet|foot|inch(?:es)?|yards?|pounds?|ounces?|stones?|"
    r"(?:kilo|milli)?grams?|kg|tons?|tonnes?|cents?|dollars?|euros?|yen|pence|penn(?:y|ies)|shillings?|"
    r"lit(?:er|re)s?|gallons?|pints?|quarts?|cups?|(?:tea|table)?spoons?|seconds?|minutes?|hours?|days?|"
    r"weeks?|months?|years?|quarters|radians?|degrees|bytes?|joules?|calories|kelvin|points)"
)
"""Words for units in which something is counted."""

OF_NUMBERS = (
    proviso(
        "says how units are converted",
        Reach.PARAGRAPH,
        ELSEWHERE,
        rf"{UNIT} (?:is|are|equals?|makes?|make|has|have|contains?|corresponds? to|give|gives|weighs?) "
        rf"(?:about |exactly |roughly |equal to )?[^.;]{{0,20}}?\b{UNIT}|"
        rf"(?:conver\w+|chang\w+) (?:[^.;$]{{0,25}} )?(?:from {UNIT} )?(?:in)?to {UNIT}",
        r"[里米克斤元分角秒天周月年][等是为]",
    ),
    proviso(
        "rests on something that is supposed and may be absurd",
        Reach.SECTION,
        SUPPOSED,
        r"suppos\w*|assum\w*|contradict\w*|contrary|absurd\w*|impossib\w*|reductio|paradox\w*|fallac\w*|"
        r"if (?:it|this|that|these|they|we|there) (?:was|were|had|could)|were(?:n't)?|otherwise|"
        r"angenommen|Annahme|Widerspruch\w*|w[äa]re",
        r"假设|假定|假如|倘若|若不然|否则|矛盾|反证|悖论",
    ),
    proviso(
        "is said of a case",
        Reach.SENTENCE,
        SUPPOSED,
        r"if|when|whenever|in case|had|wenn|falls|sonst",
        r"若|如果|倘|当",
    ),
    proviso(
        "is one of several statements between which somebody has to choose",
        Reach.SECTION,
        SUPPOSED,
        r"which (?:of|one|is|are)|true or false|right or wrong|quiz\w*|questions?|exercises?|problems?|"
        r"(?:decide|determine|check|find out|tell) (?:whether|if|which)|multiple[- ]choice|correct the|"
        r"find the (?:mistake|error)s?|spot the|Aufgaben?|[ÜU]bung\w*",
        r"判断|选择|下列|练习|习题|哪",
    ),
    proviso(
        "is about other numbers than the real ones, or about digits in another base",
        Reach.DOCUMENT,
        ELSEWHERE,
        r"binary|ternary|octal|hexadecimal|hex|decimal expansion|base[- ]?(?:\d+|two|three|eight|sixteen)|"
        r"bases? \$|booleans?|logic(?:al)? (?:or|and)|truth values?|exclusive[- ]or|bit(?:s|wise)?|"
        r"clocks?|hours?|o'clock|weekdays?|remainders?|residues?|cyclic|wrap\w*|overflow\w*|saturat\w+|"
        r"truncated (?:subtraction|difference)|monus|cut-?off subtraction|"
        r"fields? (?:with|of)|prime fields?|rings?|semirings?|max-plus|min-plus|idempotent|"
        r"cardinal\w*|ordinal\w*|transfinite|surreal|nimbers?|nim|unusual (?:addition|arithmetic)|"
        r"(?:new|another|other|strange|different) (?:addition|multiplication|operation|arithmetic)|"
        r"(?:addition|multiplication|sum|product|operation) (?:is|be) (?:defined|redefined|given)|"
        r"denotes? (?:addition|multiplication|concatenation|exclusive)|(?:string|set) concatenation|"
        r"fahrenheit|celsius|Uhr|Rest(?:e|klassen?)?|bin[äa]r\w*|Ringe?s?",
        r"\\mathbb\s*\{?\s*Z\s*\}?\s*(?:_|/)|\\Z\s*(?:_|/)|\bZ_|\bZ/|\\oplus|\\aleph|\\omega|\\pmod|\\bmod|"
        r"\$[+*]\$|\$\\(?:cdot|times|circ|star|ast)\$|进制|布尔|异或|时钟|余数|环上|域上|整环|素域|有限域",
    ),
    proviso(
        "is an integral by another measure",
        Reach.SECTION,
        BY_MEASURE,
        r"(?<!Lebesgue )(?<!Borel )measures?|weighted integrals?|line elements?|Stieltjes|Ma(?:ß|ss)(?:es?)?",
        r"测度",
    ),
    proviso(
        "counts in thousands or millions",
        Reach.SENTENCE,
        "write the number itself",
        r"(?:thousands?|hundreds|millions?|billions?|trillions?|dozens?|Tausend|Millionen|Milliarden)",
        r"[百千万亿]",
    ),
    proviso(
        "is what a method gives, or somebody's estimate",
        Reach.SECTION,
        BY_METHOD,
        r"rules?|methods?|estimat\w*|approximat(?:ed|es?|ing|ions?)|Monte[- ]Carlo|simulat\w*|sampl\w*|"
        r"trapez\w*|Simpson\w*|midpoints?|Newton\w*|Riemann|Euler(?:'s)? (?:method|steps?)|iterat\w*|"
        r"(?:partial|finite|lower|upper) sums?|terms?|truncat\w*|crude\w*|rough\w*|ballpark|guess\w*|"
        r"measur\w*|experiment\w*|quadrature|interpolat\w*|linear\w*|tangents?|Taylor|Stirling\w*|"
        r"expansions?|order|convergents?|Archimedes|ancient|histor\w*|Egypt\w*|Babylon\w*|believ\w*|"
        r"error|accura\w*|(?:sub)?intervals?|steps?|strips?|nodes?|panels?|grids?|slide rule|bits?|"
        r"precision|degrees?|N[äa]herung\w*|Verfahren|Regel|Sch[äa]tz\w*",
        r"\$[nNmMh] ?= ?[\d.]+\$|方法|法则|估计|模拟|迭代|误差|精度|展开|公式",
    ),
)
"""**The table**: provisos of statements in which no name stands, and of approximate values."""

QUOTED = re.compile(
    r"\b(?:equations?|statements?|propositions?|formulas?|formulae|expressions?|strings?|sentences?|"
    r"claim(?:s|ed)?|writ(?:e|es|ing|ten)|wrote|sa(?:y|ys|id)|believ\w+|think\w*|thought|told|slogan|"
    r"answer\w*|type[sd]?|print(?:s|ed)?|such as|instead|rather|than|novel|would|could|might|"
    r"(?:as|like|of|from|with|for|in|on|to|about|by|at|if|when|whether|whenever|unless|until|not|no|never|"
    r"check|test|verify|compare|set|setting|that|which|is|the|a|an|this))[\s\"'“(:]*$"
    r"|(?:方程|等式|命题|式子|说|写|如果|若|当|令|设|认为)[\s“：]*$",
    re.IGNORECASE,
)
"""Words right before a formula with which it is spoken of, and not claimed."""


def is_quoted(words: str) -> bool:
    """The words before a formula speak of it, or ask for more words behind it.

    >>> [is_quoted(words) for words in ("The equation ", "As everybody knows, ", "")]
    [True, False, False]
    """
    return QUOTED.search(words) is not None


__all__ = ["BY_METHOD", "ELSEWHERE", "OF_NUMBERS", "SUPPOSED", "is_quoted"]
