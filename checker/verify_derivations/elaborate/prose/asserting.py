"""The table of words with which something is said to satisfy an equation, and of those that ask for it."""

from __future__ import annotations

import re

VERB = (
    r"(?:(?:also|thus|then|clearly|indeed|easily|therefore|hence|again) )*"
    r"(?:satisf(?:y|ies|ied)|obeys?|fulfill?s?)"
)
WHAT = (
    r"(?: (?:the|an?|this|following|simple|well-known|famous|useful|differential|functional|symmetry|nice|"
    r"important|same)){0,4}(?: (?:identity|equation|relation|rule|law|formula|property|ODE|recurrence))?"
    r"\s*[:,]?\s*$"
)
NOUN = (
    r"(?:[\w-]+ ){0,3}(?:derivatives?|functions?|gradients?|sigmoid|softplus|softmax|density|map|polynomial|"
    r"transform|kernel)"
)
BEFORE = r"(?:^|[,:(]|\b(?:and|so|then|hence|thus|therefore|that|here|now|clearly|but)\b)\s*"
"""What stands before the subject of a clause."""

FUNCTION = re.compile(
    rf"{BEFORE}(?:the|its|this|their|whose) {NOUN}(?: of(?: the function)? \$)?,? {VERB}{WHAT}"
    r"|(?:导数|函数|梯度)\s*(?:\$\s*)?(?:也|显然|均)?满足\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""The subject is a function, or a derivative."""

FORMULA = re.compile(
    rf"(?:{BEFORE}(?:the {NOUN} )?\$,?|\$, which) {VERB}{WHAT}"
    r"|(?:^|[,，：:、]|则|故|因此|所以|显然)\s*\$\s*(?:也|显然)?满足\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""The subject is the formula right before."""

UNNAMED = re.compile(
    rf"{BEFORE}(?:it|this|which|they) {VERB}{WHAT}|, (?:satisfy|obey|fulfill?)ing{WHAT}"
    r"|(?:其|它)满足\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""The subject is what was spoken of before."""

WANTED = re.compile(
    r"\b(?:suppos\w*|assum\w+|such that|so that|find\w*|want\w*|look\w*|seek\w*|requir\w+|must|should|"
    r"needs?|choos\w+|any|every|unknown|solv\w+|solutions?|roots?|zeros?|points?|if|whether|minim\w+|maxim\w+|"
    r"optim\w+|where|not|never)\b|假设|求|使|要求|若|如果|解|任意|任何",
    re.IGNORECASE,
)
"""Words of a clause with which an equation may be asked for, or say what an unknown is."""

ASKED = re.compile(
    r"\b(?:conditions?|constraints?|requirements?|boundary|initial|equations?|want\w*|needs?|requir\w+|if|when\w*|must|"
    r"should|such that|so that|suppos\w*|assum\w+|solv\w+|"
    r"(?<!we )find\w*)\b|条件|方程|要求|若|如果|假设|令|使|求",
    re.IGNORECASE,
)
"""Words of a clause with which a zero on one side may be what is wanted."""

STAYS = re.compile(
    r"\b(?:is|are|stays?|remains?) (?:\w+ly )?(?:conserved|constant|invariant|independent of)\b"
    r"|\b(?:does|do) not (?:depend on|change)\b|守恒|是?不变|保持不变|为常[数量]",
    re.IGNORECASE,
)
"""Words of a clause with which a quantity is said to stay the same."""

__all__ = ["ASKED", "FORMULA", "FUNCTION", "STAYS", "UNNAMED", "WANTED"]
