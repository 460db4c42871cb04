"""What a document says of its notation: brackets, bars and norms with a meaning of their own, exponents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.model import Alternative

SENTENCE = re.compile(r"[.!?]\s+(?=[^a-z])|[。！？]|\n\s*\n")
"""Where a sentence ends."""

NAMED_BRACKETS = re.compile(
    r"\$\s*(?:\\left\s*)?(\[|\\\{)\s*(?:[a-zA-Z]|\\[a-z]+|\\cdot|\\,)\s*(?:\\right\s*)?(?:\]|\\\})\s*[$=]"
)
"""A name alone in brackets, of which the text says what they mean."""

NAMED_BARS = re.compile(
    r"\$\s*(?:\\left\s*)?(?:\||\\vert)\s*(?:[a-zA-Z]|\\[a-z]+|\\cdot|\\,)\s*(?:\\right\s*)?(?:\||"
    r"\\vert)(?:_[^$=]*)?\s*\$"
    r"\s*(?:be|is|are|denotes?|means|stands for|for|counts)\b(?![^.$]*(?:absolute|modul|magnitude|"
    r"determinant|norm))"
    r"|\b(?:cardinalit\w+|number of \w+|size|order|length of)\s*\$\s*(?:\||\\vert)"
    r"|\b(?:words?|strings?|sequences?|paths?|"
    r"lists?)\b[^.$]*(?:\$[^$]*\$[^.$]*)?\blengths?\s*\$\s*(?:\||\\vert)"
    r"|(?:串|词|序列)[^。$]*(?:\$[^$]*\$\s*)?的?\s*长度[为是记作]*\s*\$\s*(?:\||\\vert)"
    r"|\$\s*(?:have|has|with|having)\s+(?:exactly\s+)?(?:\$[^$]*\$|\w+)\s+elements?\b|"
    r"\bpower ?sets?\b|幂集|个元素",
    re.IGNORECASE,
)
"""The same in bars, which are no absolute value."""

NAMED_NORM = re.compile(
    r"\b(?:any|some|arbitrary|general|maximum|max|supremum|sup|infinity|uniform|taxicab|Manhattan|"
    r"operator|spectral|nuclear|"
    r"trace|energy|weighted|semi|[Ll]_?1|induced|Frobenius)[- ]?norm\b"
)
NORM = re.compile(
    r"(?:\\\||\\lVert|\\Vert)(?:(?!\\\||\\rVert|\\Vert).)*(?:\\\||\\rVert|\\Vert)(?!\s*_)", re.DOTALL
)
"""A norm without a subscript, and words for one that is not Euclidean."""

RECIPROCAL = re.compile(
    r"\\(?:arc)?(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|log|ln|exp)\s*\^\s*\{\s*-\s*1\s*\}"
)

ITERATED = re.compile(
    r"\\(?P<name>sin|cos|tan|log|ln|exp)\s*\^\s*\{?\s*\d.*\\(?P=name)\s*(?:\\left)?\s*\(?\s*\\(?P=name)", re.S
)
"""A function with a number above it beside the function of itself, which it may be."""

NAMED_LAW = (
    r"(?:\\mathcal\s*\{?\s*N\s*\}?|\\(?:mathrm|text|operatorname|textrm|mathsf)\s*\{\s*(?:N|Normal|Bin|"
    r"Binomial|Ber|Bern|Bernoulli|Poi|Pois|Poisson|Unif|Uniform|Exp|Expo|Gamma|Beta|Geo|Geom|Dir|Cat|Mult|"
    r"Multinomial|NB|Laplace|Cauchy)\s*\})\s*(?:\\left\s*)?\((?:(?!\\mid|\\vert|[|;)]).)*\)"
)
LAW = re.compile(
    rf"(?:[-+\d]|(?<![A-Za-z\\])[a-zA-Z]|\\cdot)\s*{NAMED_LAW}|{NAMED_LAW}\s*(?:[-+/*\d^]|\\cdot)"
)
"""A law by its name in a sum or product, without a bar or a semicolon before its parameters: no density."""

NORMAL = re.compile(
    r"\$\s*N\s*\([^$|;]*\)\s*\$[^.$]{0,40}\b(?:law|normal|gauss\w*|distribution)", re.IGNORECASE
)
CALLED_N = re.compile(r"(?<![A-Za-z\\])N\s*\([^|;)]*,[^|;)]*\)")
"""The same where a text calls N(0, 1) the normal law."""

COVARIANCE = re.compile(
    r"\\?(?<![A-Za-z])(?:Cov|cov|Var|var|Corr)(?![a-z])\s*\}?\s*(?:\\left\s*)?[(\[][^()\[\]_]*[)\]]"
)
OF_VECTORS = re.compile(
    r"\brandom (?:vectors?|matri(?:x|ces)|elements?)|\bcomplex(?:[- ]valued)? random|\bvector[- ]valued|"
    r"随机(?:向量|矩阵)",
    re.IGNORECASE,
)
"""Covariances of vectors are matrices, those of complex numbers are conjugated."""

HATS = re.compile(r"\\(?:wide)?hat\b")
OF_OPERATORS = re.compile(
    r"\b(?:quantum|operators?|observables?|hamiltonians?|commutators?|eigenstates?|schr[öo]dinger|"
    r"heisenberg)\b|算[子符]|量子",
    re.IGNORECASE,
)
"""Names with hats, in texts about operators."""

DIFFERENTIATES = re.compile(
    r"\$\s*(?P<name>[A-Za-z]|\\[A-Za-z]+)\s*(?::=|=|\\equiv|\\coloneqq)\s*"
    r"\\[dt]?frac\s*\{\s*(?:d|\\mathrm\s*\{?\s*d\s*\}?|\\partial)\s*(?:\^\s*\{?\w\}?\s*)?\}\s*"
    r"\{\s*(?:d|\\mathrm\s*\{?\s*d\s*\}?|\\partial)[^{}]*\}\s*[$,.;]"
)
"""A name for a derivative of nothing, which is an operator: D = d/dx."""

NUMBERED = (
    r"(?:coordinates?|components?|iterates?|value functions?|utilit(?:y|ies)|profits?|payoffs?|"
    r"strateg(?:y|ies)|returns?)"
)
SCRIPT = r"\^\s*\{?\s*(?:[a-z]|\\[a-z]+)\s*\}?"
ABOVE = (
    re.compile(
        rf"\$(?P<name>[A-Za-z]){SCRIPT}\$ (?:be|are|is|denotes?) (?:the|its|our) "
        rf"(?:[\w-]+ ){{0,2}}{NUMBERED}\b"
    ),
    re.compile(
        rf"\b{NUMBERED}\b(?: (?:is|are|be|of|by|denoted))* \$(?P<name>[A-Za-z]){SCRIPT}\$", re.IGNORECASE
    ),
    re.compile(
        r"\$(?P<name>[a-z])\s*\^\s*\{\s*(?P<step>[ktn])\s*\+\s*1\s*\}\s*(?:=|:=|\\gets|\\leftarrow)\s*"
        r"(?P=name)\s*\^\s*\{?\s*(?P=step)\s*\}?\s*[-+]"
    ),
)
"""A name above which no exponent stands, as the text says what it is of, or how one follows from another."""

STAR = r"(?:\*|\\ast(?![a-z])|\\star(?![a-z]))"
CONVOLVED = re.compile(
    rf"\(\s*[^()]*[^\^_{{(\s]\s*{STAR}\s*[^()]+\)\s*(?:\\left\s*)?[(\[](?!\s*\d*\s*[A-Za-z]\s*[-+])"
)
STARRED = re.compile(rf"[^\^_{{(\s]\s*{STAR}\s*[^\s}})]")
CONVOLUTIONS = re.compile(r"\bconvol\w+|\bcross-?correlat\w+|\bFaltung\w*|卷积", re.IGNORECASE)
"""A star between names with an argument behind the brackets around them, or in texts about convolutions."""

INDEXED = re.compile(
    r"(?<![A-Za-z\\])(?![EPVHIDL])[A-Za-z]\s*\[\s*(?:\d+|[i-nt](?:\s*[-+]\s*\d+)?)\s*\](?![\^_'])"
)
"""A letter with a number or an index in square brackets: x[n], A[1]."""

BRACKETS = Alternative("its brackets mean what the text says of them", "write a function for them")
ANOTHER_NORM = Alternative("its norm is the one that the text speaks of", "write a subscript at the norm")
POWER = Alternative("the exponent -1 is that of a power", "write \\arcsin or a fraction", covered=True)

OF_LAWS = Alternative("laws stand in it for what is drawn from them", "write the quantities themselves")
OF_MATRICES = Alternative("its covariances are matrices", "declare which names are random numbers")
HATTED = Alternative(
    "names with hats are operators, whose order matters", "let $\\hat{x} \\in \\mathbb R$ if they are not"
)
OPERATOR = Alternative("a name in it is an operator that differentiates", "write the derivatives out")
MEMBERS = "what stands above {name} numbers it, or says of what it is"
CONVOLUTION = Alternative("a star in it is a convolution", "write \\cdot for products, or the integral")
AN_INDEX = Alternative(
    "what stands in square brackets behind a name numbers it", "write a subscript, or round brackets"
)
ITERATE = Alternative("the number above a function counts how often it is applied", "write it out")


def of_notation(latex: str, text: str) -> Iterator[Alternative]:
    """What a text says of the notation of a formula, or leaves open of it."""
    if any(found[1] in latex for found in NAMED_BRACKETS.finditer(text)):
        yield BRACKETS
    if re.search(r"(?<!\\)\||\\[lr]?vert(?![a-z])", latex) and NAMED_BARS.search(text):
        yield BRACKETS
    if NORM.search(latex) and any(NORM.search(part) for part in _with_norms(text)):
        yield ANOTHER_NORM
    if RECIPROCAL.search(latex):
        yield POWER
    if ITERATED.search(latex):
        yield ITERATE
    yield from _of_what_is_no_number(latex, text)


def _of_what_is_no_number(latex: str, text: str) -> Iterator[Alternative]:
    """What stands in the formula for a law, a matrix or an operator, by its sign and by the text."""
    if LAW.search(latex) or (CALLED_N.search(latex) and NORMAL.search(text)):
        yield OF_LAWS
    if COVARIANCE.search(latex) and OF_VECTORS.search(text):
        yield OF_MATRICES
    if HATS.search(latex) and OF_OPERATORS.search(text):
        yield HATTED
    if CONVOLVED.search(latex) or (STARRED.search(latex) and CONVOLUTIONS.search(text)):
        yield CONVOLUTION
    if INDEXED.search(latex):
        yield AN_INDEX
    if any(found["name"] in latex for found in DIFFERENTIATES.finditer(text)):
        yield OPERATOR
    for name in sorted({found["name"] for pattern in ABOVE for found in pattern.finditer(text)}):
        above = rf"(?<![A-Za-z\\]){name}\s*\^\s*(\{{[^{{}}]*\}}|\\[a-z]+|\w)"
        if len(set(re.findall(above, latex))) > 1:
            yield Alternative(MEMBERS.format(name=name), f"index ${name}^k$")


def _with_norms(text: str) -> Iterator[str]:
    """The sentences that speak of a norm that is not Euclidean."""
    yield from (part for part in SENTENCE.split(text) if NAMED_NORM.search(part))


__all__ = ["SENTENCE", "of_notation"]
