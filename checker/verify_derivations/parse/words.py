"""Words within formulas: names of functions that authors leave unslashed, and what makes text prose."""

from __future__ import annotations

import re

BARE = frozenset(
    """exp log ln lg sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup inf lim
    sum argmax argmin softmax sigmoid softplus relu ReLU tr Tr det diag rank sqrt erf sign sgn Var Cov var
    cov vec logit softsign erfc Softmax Sigmoid trace abs""".split()
)
"""A run of letters that is exactly one of these is this word, not a product of its letters."""

PROSE = frozenset(
    """if for where otherwise else and or with when since as because hence then thus so let given such that
    therefore iff assuming by is are from to using s.t. i.e. e.g. which provided subject st on of at in we
    else: if: while until unless note but have get elsewhere even odd all any every some constant const
    const. undefined true false minimize maximize minimise maximise follows implies define let's e.g i.e s.t
    repeat until convergence otherwise. otherwise, respectively similarly also now not""".split()
)
"""Words that connect statements; text made of anything else may be a name, as in `\\text{softmax}`."""


def is_prose(text: str, within_script: bool) -> bool:
    r"""Whether a `\text{...}` parts statements rather than names something.

    >>> [is_prose(t, False) for t in ("if ", "softmax", "for all", "stuff", "  where", "其中")]
    [True, False, True, False, True, True]
    """
    if within_script:
        return False
    words = re.sub(r"\$[^$]*\$", " ", text).split()
    if not words or CJK.search(text):
        return True
    if len(words) == 1 and text[-1:].isspace() and is_remark(text):
        return True
    return len(words) > 1 or words[0].strip(".,;:()").lower() in PROSE or words[0].endswith((",", ":", "."))


CONSTANT = "const"
"""How a constant is called that has no name of its own."""


def is_constant(text: str) -> bool:
    r"""Whether a `\text{...}` behind a sign stands for a constant without a name.

    >>> [is_constant(text) for text in ("const.", "constant", "stuff", "常数")]
    [True, True, False, True]
    """
    return text.strip(" .,;").lower() in UNNAMED


UNNAMED = frozenset(("const", "constant", "konst", "konstante", "cst", "常数", "常量"))

REMARK = re.compile(
    r"(?:\b(?:now|next|then|first|finally|we|and|let us|to|by)\b[ ,]*)*"
    r"\b(?:appl(?:y|ying)|mov(?:e|ing)|factor(?:ing)?|replac(?:e|ing)|substitut(?:e|ing)|combin(?:e|ing)|"
    r"convert(?:ing)?|simplify(?:ing)?|expand(?:ing)?|rearrang(?:e|ing)|cancel(?:l?ing)?|multiply(?:ing)?|"
    r"divid(?:e|ing)|collect(?:ing)?|distribut(?:e|ing)|rewrit(?:e|ing)|add(?:ing)?|subtract(?:ing)?|"
    r"us(?:e|ing)|insert(?:ing)?|plug(?:ging)?|pull(?:ing)?|split(?:ting)?)\b",
    re.IGNORECASE,
)
"""Words with which a remark between two lines begins: what is done to get from one to the other."""


def is_remark(text: str) -> bool:
    """Whether words call for an operation on the formula that they stand in.

    >>> [is_remark(text) for text in ("Now factor out ", "Apply ", "where ", "the usage of")]
    [True, True, False, False]
    """
    return REMARK.match(text.strip()) is not None


CJK = re.compile("[\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Chinese, Japanese and Korean signs."""
