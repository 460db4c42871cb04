"""Words with which an equation says more of what is defined already: "hence", if none between begins anew."""

from __future__ import annotations

import re

from verify_derivations.elaborate.prose.consequences import is_familiar
from verify_derivations.elaborate.prose.own_notation import SENTENCE

RESTATES = re.compile(
    r"\b(?:therefore|hence|thus|consequently|accordingly|equivalently|in other words|"
    r"(?:it|this|which) follows|it is easy to see|"
    r"we (?:(?:also|then|again|thus|therefore|hence|clearly|now|still|immediately) )*"
    r"(?:have|get|obtain|see|find|conclude))\b"
    r"|\bso(?! that\b)(?![- ](?:called|far|many|much))\b"
    r"|\balso\W*$"
    r"|因此|所以|于是|等价地|等价于|从而|故|可得|得到|由此",
    re.IGNORECASE,
)
"""Words before an equation with which it is a consequence of what its names are."""

ANOTHER = re.compile(
    r"\b(?:suppos\w*|assum\w*|if|instead|(?:an)?other|different\w*|new|now (?:let|consider|take|we)|"
    r"examples?|"
    r"e\.g|for instance|exercises?|problems?|questions?|find|determine|solv\w+|satisf\w+|such that|"
    r"cases?|otherwise|else|modif\w+|chang\w+|replac\w+|shift\w*|scal\w+|perturb\w*|redefin\w*|again let|"
    r"next|alternativ\w*|similar\w*|likewise|analog\w*|second|third|others?|variants?|versions?|correct\w*|"
    r"rather|not|no|wrong\w*|mistake\w*|would|could|might|should|must|longer|generali[sz]\w*|general|"
    r"initial\w*|boundary|conditions?|constraints?|constants?|up to|periodic\w*|exten[ds]\w*|restrict\w*|"
    r"updat\w*|iterat\w*|steps?|after|before|becomes?|first|last|old|when\w*|unless|until|at|near|about|"
    r"approximat\w*|roughly|guess\w*|try|trial|candidates?|choices?|choos\w+|pick|take|any|some|every|each|"
    r"all|family|both|either|or|but|however|whereas|while|student\w*|claims?|angenommen|andere\w*|statt|neu\w*)\b"
    r"|假设|设想|如果|若|例|习题|练习|问题|求|满足|使得|另|换|改|新|不同|修改|类似|同理|一般|推广|否则|情形|情况|"
    r"但|而是|当|初始|边界|条件|常数|近似|更新|迭代|步|下一|第二|错|不",
    re.IGNORECASE,
)
"""Words between a definition and an equation with which the same name may be that of something else."""

INTRODUCES = re.compile(
    r"\b(?:let|define\w*|set|put|denot\w+|call\w*|writ\w+|consider|introduc\w+|where|with|for|given)\b"
    r"|其中|设|令|记|定义|对于|取|考虑",
    re.IGNORECASE,
)
"""Words of a sentence that may introduce the names in it."""

ANOTHER_PART = re.compile(r"\s*(?:\*\*|__)?\(?(?:[b-h]|i[iv]+|vi*|[2-9])[.)]\)?(?:\*\*|__)?\s")
"""How a paragraph begins that is another part of an exercise: "(b)"; what (a) supposes may be over."""

ITEM = "\n\n\u2022 "
"""How an item of a list begins, in what was read."""


ITEMS = re.compile(r"\u2022|\n\s*(?:\(?(?:\d+|[a-zA-Z])[.)]|[-*+])\s")
"""The next item of a list, which may be another example."""


def is_restated(name: str, before: str, behind: str, words: str, after: str = "") -> bool:
    """An equation for a name that is defined says more of it, and does not define it anew.

    Args:
        name: what stands on its left side.
        before: what stands in its section up to the formula that defines it.
        behind: what stands behind that formula, up to the equation.
        words: those before the equation in its clause.
        after: those behind it in its sentence.

    >>> is_restated("f", "Let $f(x) = x^2$", ".", "Hence ")
    True
    >>> is_restated("f", "Let $f(x) = x^2$", ". Now let $f$ be odd.", "Hence ")
    False
    """
    if not RESTATES.search(words) or ITEMS.search(behind):
        return False
    sentence = SENTENCE.split(before)[-1]
    spoken = _spoken(f"{sentence} {behind} {words} {after}")
    if ANOTHER.search(spoken) or not is_familiar(spoken):
        return False
    letter = re.compile(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z])")
    sentences = SENTENCE.split(behind)[1:]
    return not any(INTRODUCES.search(_spoken(part)) and letter.search(part) for part in sentences)


def _spoken(text: str) -> str:
    """The words alone, each formula a dollar sign."""
    return re.sub(r"\$[^$]*\$", " $ ", text)


__all__ = ["ANOTHER_PART", "ITEM", "is_restated"]
