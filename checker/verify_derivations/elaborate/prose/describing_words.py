"""The words with which texts describe names, as tables: what restricts nothing, what narrows, what varies."""

from __future__ import annotations

import re

VERBS = (
    r"(?:is|are|be|being|was|were|denotes?|denoting|represents?|means|measures?|stands? for|has|"
    r"have|having|depends?|"
    r"depending|varies|vary|changes?|takes?|taking|lies?|lying|ranges?|satisf\w+|comes?|follows?|"
    r"equals?|does not|do not|falls?|rises?|grows?|declines?|drops?|shrinks?|(?:de|in)creases?)\b|"
    r"是|为|表示|代表|取|依赖|满足"
)
MORE = r"(?:\s*(?:,|and|or|,\s*and|、|和|与)?\s*\$)*"
"""Other names that are spoken of, too."""

BEHIND = (
    re.compile(
        rf"{MORE}[\s,]*(?:(?:which|that|both|all|each|also|here|now)\s+)*(?P<words>(?:{VERBS})"
        r"[^.;:!?$()。；，]*)(?P<of>\$)?"
    ),
    re.compile(rf"{MORE}\s*[,(]\s*(?:the|an?|both|all)\s+(?P<words>[^.;:!?$()]*)(?P<of>\$)?"),
    re.compile(
        rf"{MORE}\s+(?:the|an?)\s+(?P<words>(?:[\w-]+\s+){{0,2}}(?:powers?|polynomials?|functions?|multiples?|"
        r"inverse|roots?|adjoint|transposes?|conjugate)\s+(?:of|in)\b)\s*(?P<of>\$)?"
    ),
    re.compile(rf"{MORE}\s+(?P<words>[\w-]+)\s*(?:[,.;:)]|$|\s(?:and|or|we)\b)(?P<of>)"),
    re.compile(rf"{MORE}\s+(?:in|on|within|inside|above|below|beyond)\s+(?P<words>[^.,;:!?$()]*)(?P<of>\$)?"),
)
"""`$x$ is a length`, `$x$, the length`, `$b$, $c$ positive`, `$x$ in the unit interval`.

What is called `of` is the sign of another formula behind the words.
"""

BEFORE = re.compile(r"(?P<words>(?:[A-Za-zÀ-ÿ][\w'’-]*\s+){1,4})(?:\$\s*(?:,|and|or|、|和|与)?\s*)*$")

FUNCTION = frozenset(
    "let for with of in on by to from at as if when where that then and or we us get gets have has "
    "had is are be the "
    "a an any all some each every both one now here put set take taking write writing denote call "
    "define so thus "
    "hence since because into over than about only using use uses respect wrt it its this these "
    "those there which "
    "who what how also but not does do can may must will would again same first second third next "
    "last multiply "
    "multiplying divide dividing substitute substituting replace replacing plug plugging insert inserting "
    "differentiate differentiating integrate integrating expand expanding solve solving consider introduce "
    "introducing choose assume suppose compute find eliminate collect collecting simplify isolate "
    "isolating "
    "between against via name called say says yields yield gives give see find finding without "
    "cancel cancelling "
    "subtract subtracting add adding equal equals i two three four denotes denoting represents "
    "means stands".split()
)
"""Words that describe nothing."""

HARMLESS = frozenset(
    "real reals number numbers scalar scalars vector vectors matrix matrices constant constants "
    "variable variables "
    "parameter parameters function functions functional arbitrary fixed given general free unknown "
    "unknowns "
    "quantity quantities differentiable smooth continuous real-valued vector-valued column row "
    "square invertible "
    "entry entries element elements symbol symbols letter letters name names term terms expression "
    "side equation "
    "independent dependent index indices".split()
)
"""Words with which a name may have any value."""

CONSTANT = HARMLESS | frozenset(
    "mean means variance deviation standard rate coefficient coefficients size sizes factor factors "
    "weight threshold "
    "dimension degree level scale shift known deterministic expectation expected nonrandom finite "
    "positive negative "
    "nonnegative integer integers natural true population intercept slope location".split()
)
"""Words with which a quantity is not random."""

IS_A_NUMBER = (
    r"(?:is|are|be|equals?) (?:(?:minus )?(?:one|two|three|four|five|half|unity)|-?\d+)(?!\s*[\w%-])"
)
"""Words with which something is a number, and not one of so many things."""

PARTICULAR = re.compile(
    r"\b(?:acute|obtuse|quadrants?|even|odd|primes?|(?:an?|perfect) squares?(?! matri)|multiples?|"
    r"divisors?|divi(?:des|sible)|binary|boolean|bits?|roots?|solutions?|solves?|"
    r"zeros?|minimi\w+|"
    r"maximi\w+|optim\w+|stationary|critical|eigen\w+|fixed point|depend\w*|determined|given by|"
    r"chosen|such|satisf\w+|"
    r"equal\w*|same|proportional|limit|distinct|different|nearest|closest|largest|smallest|values?|"
    r"either|between|"
    r"at (?:most|least)|than|bounded|interval|unit|normali[sz]ed|triangle|sum|product|difference|"
    r"ratio|quotient|average|"
    r"inverse|reciprocal|derivative|integral|hypotenuse|discriminant|complement|conjugate|indicator|"
    r"signs?|labels?|spins?|large|small|big|huge|tiny|sufficiently|enough|perfect|abundant|order(?:ed)?|"
    r"(?:de|in)creasing|larger|smaller|greater|bigger|less|fixed points?|idempotents?|involutions?|"
    r"(?:powers?|polynomials?) (?:of|in)|"
    r"digits?|complementary|supplementary|perpendicular|orthogonal|parallel|collinear|reciprocals|opposites?|"
    r"bernoulli|rademacher|legs|congruent|isosceles|equilateral|conjugates|"
    rf"{IS_A_NUMBER})\b|"
    r"[是为]?(?:偶|奇|素|质)数|根|解|最[大小优]|锐角|充分大|足够大|很[大小]",
    re.IGNORECASE,
)
"""Words that narrow a name to particular values, or say what it is."""

SOME_INTEGERS = re.compile(
    r"\b(?:even|odd|prime|composite|divisible|multiples?|divides|squarefree|square-free|perfect)\b"
    r"|[偶奇素质]数|整除|倍数",
    re.IGNORECASE,
)
"""Words that narrow integers, which no domain does."""

OTHER_THINGS = re.compile(
    r"\b(?:(?:sub)?sets?|events?|operators?|variations?|differentials?|increments?|\w*transform(?:s|"
    r"ation)?|"
    r"(?:sub)?groups?|graphs?|permutations?|polynomials? over|quaternions?|rotations?|"
    r"reflections?|automorphisms?|maps|mappings|transformations)\b|集合|事件|算子",
    re.IGNORECASE,
)
"""Words for what is no number and no array of numbers."""

MAPS = re.compile(r"\b(?:maps|mappings|transformations)\b", re.IGNORECASE)
"""Those of them of which the values are numbers."""

DEPENDENT = re.compile(
    r"\bdepend(?:s|ent|ing)? (?:up)?on\b|\bfunctions? of\b|\b(?:var(?:y|ies|ying)|change[sd]?|"
    r"changing|falls?|rises?|grows?|declines?|drops?|shrinks?|(?:de|in)creas(?:es?|ing)) (?:with|as)\b|"
    r"\bdetermined by\b|依赖|的函数",
    re.IGNORECASE,
)
"""Words with which a quantity changes with another one."""

WORD = re.compile(r"[A-Za-z][\w'’-]*|[\u4e00-\u9fff]+")
ORDINARY = re.compile(
    r"(?:是|为|表示|代表|实数|向量|矢量|矩阵|常数|常量|参数|变量|函数|标量|任意|一个|的|个|数|列)+"
)


OF_ITS_FORMULA = re.compile(r"(?:must |also |then )*(?:satisf(?:y|ies)|obeys?|solves?)", re.IGNORECASE)
"""Words with which all that is said of a name stands in the formula behind them."""


BESIDE = re.compile(
    r"(?:after|before|during|until|once|upon|per|within|through|while)\b.*"
    r"|.*\b(?:is|are|was|were|be|becomes?|gives|to|of)",
    re.IGNORECASE,
)
"""Words that begin or end as no description does: "after $n$", "the cost is $y$"."""

__all__ = [
    "BEFORE",
    "BEHIND",
    "BESIDE",
    "CONSTANT",
    "DEPENDENT",
    "FUNCTION",
    "HARMLESS",
    "IS_A_NUMBER",
    "MAPS",
    "MORE",
    "OF_ITS_FORMULA",
    "ORDINARY",
    "OTHER_THINGS",
    "PARTICULAR",
    "SOME_INTEGERS",
    "VERBS",
    "WORD",
]
