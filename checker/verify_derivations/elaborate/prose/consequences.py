"""Words among which an equation for a defined name can only be a consequence: no others may stand there."""

from __future__ import annotations

import re

FAMILIAR = frozenset(
    # what joins sentences and parts of them
    "the a an and of in to for with where that this which these it its is are as by from all on only real "
    "positive number numbers integer integers vector vectors matrix function functions variable variables "
    "polynomial smooth continuous differentiable convex called name notation short formula expression term "
    "terms definition value "
    # what defines
    "let define defines defined set put write denote denotes be "
    # what concludes
    "we you one have get gets obtain obtains see find conclude note recall know can also then again thus "
    "therefore hence so clearly now still immediately here consequently accordingly equivalently other words "
    "follows since because easy already above below derivative derivatives integral sum product "
    "minimum maximum "
    # what is done to an expression without changing its value
    "expand expanding multiply multiplying out collect collecting simplify simplifying factor factoring "
    "rearrange rearranging rewrite rewriting algebra binomial theorem distributing".split()
)
"""Words that speak of no other thing, nor of what is done to this one but to write it in another way."""

PHRASES = re.compile(
    r"等价地|等价于|等价|因此|所以|于是|从而|由此|可得|得到|我们|函数|实数|正数|整数|向量|矩阵|多项式|展开|化简|整理|"
    r"定义|其中|所有|对于|因式分解|也就是|[设令记为是的有则故得即又和与也对到可]"
)
CHARACTER = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


def is_familiar(text: str) -> bool:
    """Only such words stand in it, $ for formulas.

    >>> [is_familiar(text) for text in ("Let $. Hence, we also have ", "For the sphere we have ", "因此")]
    [True, False, True]
    """
    text = PHRASES.sub(" ", text)
    words = (word.lower() for word in WORD.findall(text) if not CHARACTER.search(word))
    return not CHARACTER.search(text) and all(len(word) == 1 or word in FAMILIAR for word in words)


__all__ = ["is_familiar"]
