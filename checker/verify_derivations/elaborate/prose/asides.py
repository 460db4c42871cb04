r"""Words within a formula, and whether they may restrict what it states: only known ones surely do not."""

from __future__ import annotations

import re

from verify_derivations.parse.words import is_remark

REASON = re.compile(
    r"(?:now|so|then|and|again)?\s*(?:by|using|use|from|via|due to|thanks to|follows? from|see|cf|recall|"
    r"apply\w*|definition|def|defn|eq|eqn|equation|rule|theorem|lemma|line|step|part)\b|由|根据|利用|因为",
    re.IGNORECASE,
)
"""How words begin that give a reason."""

REASONS = re.compile(
    r"\b(?:rules?|laws?|theorem|lemma|identity|identities|definition|def|defn|expansion|formula|linearity|"
    r"trick|commutativity|associativity|distributivity|symmetry|algebra|simplification|substitution|"
    r"factori[sz]ation|cancellation|notation|above|before|previous)\b|法则|定理|定义|公式|恒等式",
    re.IGNORECASE,
)
"""What a reason is called that is given without a verb: "chain rule"."""

CONNECTIVE = re.compile(
    r"(?:and|so|hence|thus|therefore|then|we|get|gets|have|obtain|gives|give|yields|yield|which|that|is|this|"
    r"means|equivalently|i\.?e|likewise|similarly|also|finally|now|since|because|as|just|simply|again|it|"
    r"follows|hence|use|instead|bad|do|not|where|with|let|for|all|any|every|each|if|when|whenever|given|"
    r"provided|long|assum(?:e|ing)|suppose|such|其中|设|令|因此|所以|于是|即|得|则|有|若|当|对|对于|对任意|任意|和|且|与)",
    re.IGNORECASE,
)
"""Words that connect what is printed around them, where that is looked at by itself."""

ATTACHING = re.compile(
    r"\b(?:for|if|when|whenever|given|provided|as long as|assum(?:e|ing)|suppose|with|where|let|since|"
    r"because|as|such that|all|any|every|each)\b|其中|设|令|若|当|对|对于|对任意|任意",
    re.IGNORECASE,
)
"""Words that need something behind them: without it, it is not known what they say."""

WHEN = (
    r"for|if|when|whenever|where|wherever|without|provided|assum\w+|given|unless|except|only|while|until|"
    r"as long|almost|not|or|either|some|positive|negative|non\w+|real|complex|integers?|natural|even|odd|"
    r"prime|small|large|big|sufficiently|constant|independent\w*|symmetric|orthogonal|orthonormal|invertible|square|"
    r"diagonal|unit|finite|convex|bounded|continuous|distinct|different|equal|approximat\w+|asymptotic\w+|"
    r"local\w*|both"
)
WHERE = r"on|in|at|over|inside|outside|within|near|under|between|below|with|zero"
CHINESE = "若|当|如果|只|仅|非|正|负|零|实|整数|偶|奇|充分|足够|近似|几乎|或|除"
RESTRICTING = re.compile(rf"\b(?:{WHEN}|{WHERE})\b|{CHINESE}", re.IGNORECASE)
"""Words with which a reason may say when it holds."""

OPERATING = re.compile(rf"\b(?:{WHEN})\b|{CHINESE}", re.IGNORECASE)
"""The same of what calls for an operation: where it is done restricts nothing."""

PHRASE = re.compile(
    r"(?:on (?:the|both|each|either) (?:left|right|sides?)(?: term)?|"
    r"with (?:its|their) (?:values?|definitions?))$",
    re.IGNORECASE,
)
"""The end of a remark about an operation: on which side it is done, with what."""

WORD = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]+)*|[\u3400-\u4dbf\u4e00-\u9fff]+|[^\W\d_]+")
MATHEMATICS = re.compile(r"\$([^$]*)\$")
SINGLE = re.compile(r"\s*(?:\\?[A-Za-z]+(?:_\{?\w\}?)?[\s,]*)+$")
COMPARED = re.compile(r"[<>≤≥≠∈∀∃]|\\(?:[gl]eq?q?|[gl]t|geqslant|leqslant|neq?|in|forall|exists)(?![A-Za-z])")


def is_compared(latex: str) -> bool:
    """A sign of order, of membership or a quantifier stands in it."""
    return COMPARED.search(latex) is not None


def may_restrict(words: str, *, attached: bool = False) -> bool:
    r"""Whether words may narrow what stands beside them; `attached`: they introduce what follows.

    >>> [may_restrict(text) for text in ("by the chain rule", "(chain rule)", "so we get", "Now factor out")]
    [False, False, False, False]
    >>> [may_restrict(text) for text in ("for positive", "a.s.", "by linearity, if", "on the axis", "if")]
    [True, True, True, True, True]
    >>> may_restrict("for all", attached=True), may_restrict("for small", attached=True)
    (False, True)
    """
    if any(SINGLE.match(inside) is None for inside in MATHEMATICS.findall(words)):
        return True
    words = MATHEMATICS.sub(" ", words)
    found = WORD.findall(words)
    if all(CONNECTIVE.fullmatch(word) for word in found):
        return not attached and ATTACHING.search(words) is not None
    said = words.strip(" (,.;:[])")
    if PHRASE.match(said):
        return False
    if is_remark(said):
        return OPERATING.search(words) is not None
    if REASON.match(said) or REASONS.search(said):
        return RESTRICTING.search(words) is not None
    return True


def note_restricts(latex: str) -> bool:
    r"""Whether what is printed above a sign or as a tag may narrow what stands there.

    >>> [note_restricts(note) for note in (r"\text{def}", "(1)", r"\eqref{eq:a}", "b > 0", r"\text{if real}")]
    [False, False, False, True, True]
    """
    if is_compared(latex):
        return True
    words = re.sub(r"\\(?:eq)?ref\{[^}]*\}|\\(?!text|mathrm)[A-Za-z]+", " ", latex)
    return RESTRICTING.search(re.sub(r"\\(?:text\w*|mathrm)|[{}]", " ", words)) is not None


__all__ = ["is_compared", "may_restrict", "note_restricts"]
