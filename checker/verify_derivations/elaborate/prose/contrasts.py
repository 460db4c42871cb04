"""**The table of contrasts**: words with which a text goes on to something else than what it defined."""

from __future__ import annotations

import re
from functools import lru_cache

from verify_derivations.elaborate.prose.own_notation import SENTENCE

MODIFIED = re.compile(
    r"\b(?:with|add(?:ing|s)?|includ(?:ing|es?)|under|in the presence of|accounting for|account for)\s+"
    r"(?:an? |the |some |any |this |\w+ )?(?:regulari[sz]\w+|penalt\w+|weight decay|dropout|"
    r"momentum|noise|friction|"
    r"gravity|damping|bias|drag|resistance|priors?|batch norm\w*|biases|offsets?|taxes|interest|inflation|"
    r"external \w+|perturbations?)\b(?!\s*\$)"
    r"|\b(?:after|before) the (?:tax|subsidy|shock|change|reform|merger|collision|transition)\b|\bwhat if\b"
    r"|\b(?:shows?|proves?|suggests?|tells?(?: us)?) otherwise\b"
    r"|\badd(?:ing|s)?\s+an?\s+(?:\$\s+|[\w-]+\s+)?(?:term|penalty|regulari[sz]er|constraint)\b"
    r"|\b(?:penali[sz]|regulari[sz])(?:e|es|ing)\b"
    r"|\binstead\b|\bby contrast\b|\bin contrast\b"
    r"|\b(?:the|our|a|an|its)\s+(?:shifted|rotated|reflected|rescaled|scaled|modified|perturbed|transformed|"
    r"translated|mirrored|regulari[sz]ed|penali[sz]ed|better|improved|corrected|"
    r"nonlinear|relativistic|damped|parallel|competing|opposite)\s+(?!sides?\b|signs?\b|"
    r"directions?\b)[a-z]{4,}"
    r"|\b(?:the|our)\s+(?:second|other|next)\s+(?:function|curve|player|firm|model|kind|material|"
    r"circuit|example|"
    r"group|person|line|parabola|circle|wave|particle|body|network|layer|population|coin|die|urn|dataset|"
    r"experiment|company|country|car|train|species|market|asset|neuron|sphere|triangle|rectangle)\b"
    r"|\b(?:another|a (?:different|new))\s+(?:function|curve|player|firm|model|kind|material|circuit|example|"
    r"group|person|line|wave|particle|body|network|layer|loss|cost|distribution|density|problem)\b"
    r"|\b(?:after|by|on|now)?\s*(?:swapp|interchang|exchang|reflect|shift|rotat|translat|stretch|"
    r"permut|updat)ing\b"
    r"(?!\s+(?:the\s+)?(?:\w+\s+){0,2}(?:ind\w+|orders?|sums?|summations?|integrals?|integrations?|limits?|"
    r"derivatives?|differentiation|expectations?)\b)"
    r"|\bthey swap\b|\b(?:we|now|let us)\s+(?:swap|exchange|interchange|rotate|shift|reflect|"
    r"permute|update)\b"
    r"|\b(?:subtract|add)(?:ing)?\s+(?:\w+ )*(?:row|column)\b"
    r"|\b(?:(?:is|are|be|gets?|now) replaced|overwrit\w+|redefin\w+|abuse of notation|overload\w*)\b"
    r"|\b(?:extend|continue)(?:s|d|ing)?\s+(?:\$|it|this|them|periodically|by zero|as)(?=\W|$)"
    r"|\bchang(?:e|es|ed|ing)\s+\$\s+(?:in)?to\b"
    r"|\b(?:undo|ignor|forget|discard|drop)\w* (?:this|that|it|all this)\b|\b(?:a different|another) choice\b"
    r"|加上|加入|加了|改为|改用|换成|延拓|交换|平移|旋转|翻转|另一个|另一条|第二[个种条类]|相反地?，",
    re.IGNORECASE,
)
"""Words with which something is another than it was, whatever was said of it."""

GENERALLY = re.compile(
    r"\b(?:in general|more generally|generally|general case|general theory|(?:for|with) (?:general|"
    r"arbitrary|larger|"
    r"bigger|smaller|higher|lower|other|different)|restor\w*|undo(?:ing)?|undone|relax\w*|returning to|"
    r"return to|(?:SI|other|usual|physical|ordinary|original|old) (?:units|variables|coordinates|scale)|"
    r"allow (?:them|it|this|that|for|\$)|(?:to|"
    r"may|can) differ|"
    r"(?:biased|unfair|loaded) (?:coin|die|dice)|"
    r"in (?:celsius|fahrenheit|kelvin|radians|miles|inches|dollars|euros)|"
    r"no longer|next (?:day|year|week|month|time)|later on|unrelated|need not|"
    r"(?:go|goes|going|coming|turning|switching) back|revert\w*|(?:using|by|from|as in) \(\w\) again|"
    r"after (?:an?|one|two|three|some|several|\$) (?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|"
    r"years?|while|steps?|rounds?|iterations?))\b"
    r"|\b(?:add|adding|increment|increase|double|doubling|halve|update)s?\s+\$(?:\s+(?:to|by|from)\s+\$)?"
    r"|\$\s+(?:is|are|gets?|was|has been|becomes?)\s+(?:now\s+|then\s+)?(?:doubl|halv|tripl|quadrupl|increas|"
    r"decreas|reduc|rais|lower|chang|multipl|twice|half)\w*"
    r"|\$\s+(?:doubles|halves|triples|rises|falls|drops|increases|decreases|grows|changes)\b"
    r"|\breplac(?:e|es|ed|ing)\s+\$\s+(?:by|with)\b|\b(?:running|executing|run|execute) (?:the|this) cells?\b"
    r"|一般情[况形]|一般地|恢复|国际单位|最后|最终|之后|后来"
    r"|\b(?:increas|decreas|chang|doubl|halv|vary|rais|lower)\w* (?:it|them)\b"
    r"|\blet (?:it|them|this) (?:grow|vary|change|increase|decrease|shrink|go)\b"
    r"|\b(?:in|at|with|after) (?:each|every|any further) (?:step|round|iteration|turn|pass)\b|\blater,? we\b"
    r"|[把将使让给]\s*\$[^。；$]{0,12}?(?:加|减|乘|除|翻|改|换|提高|降低|增|倍|变|平方)"
    r"|\$\s*(?:翻[倍番]|加倍|减半|增[加大至到]|减[少小至到]|变[为成大小])",
    re.IGNORECASE,
)
"""Words with which a name has no longer the value that it had for a moment."""

Pair = tuple[re.Pattern[str], re.Pattern[str]]


def _pair(first: str, second: str) -> Pair:
    return re.compile(first, re.IGNORECASE), re.compile(second, re.IGNORECASE)


OPPOSITES: tuple[Pair, ...] = (
    _pair(
        r"\b(?:the|our|a|his|her)\s+first\b|第一|\b(?:the one|one of)\b",
        r"\b(?:the|our|a|his|her)\s+(?:second|third|other|next|last)(?!\s+(?:derivative|terms?|"
        r"order|moment|steps?|"
        r"equations?|summands?|factors?|parts?|equality|inequality|identity|sums?|rows?|columns?|"
        r"sides?)\b)|第二|第三|另",
    ),
    _pair(
        r"\b(?:initially|at first|(?:at|in) the (?:beginning|start)|before the|old|for now|for the moment|"
        r"until now|previous\w*|yesterday)\b|初始|开始时|原来|之前|暂",
        r"\b(?:after(?:wards| (?:the|each|every|one|this|that))|later|finally|in the end|at the end|"
        r"eventually|the new|"
        r"next (?:day|year|time)|(?:each|every) (?:step|pass|time|iteration|round)|tomorrow)\b"
        r"|最后|之后|后来|以后|新的|每一?[步次轮]",
    ),
    _pair(r"\blinear\b|线性", r"\b(?:non-?linear|deep|general)\b|非线性"),
    _pair(
        r"\b(?:ideal|ignor\w*|neglect\w*|without|absence|frictionless|negligible|undamped)\b|忽略|不计|理想",
        r"\b(?:real|includ\w*|with|presence|account\w*|damped)\b|考虑|实际|计入",
    ),
    _pair(r"\b(?:classical\w*|newton\w*)\b|经典", r"\b(?:relativ\w*|quantum|einstein\w*)\b|相对论|量子"),
    _pair(r"\bprimal\b|原问题", r"\bdual\b|对偶"),
    _pair(r"\bsupply\b|供给", r"\bdemand\b|需求"),
    _pair(r"\bridge\b|岭", r"\b(?:lasso|elastic net|ordinary)\b"),
    _pair(r"\blasso\b", r"\b(?:ridge|elastic net|ordinary)\b|岭"),
    _pair(r"\bdemand\b|需求", r"\bsupply\b|供给"),
    _pair(r"\bprior\b|先验", r"\bposterior\b|后验"),
    _pair(r"\bdiscrete\b|离散", r"\bcontinuous (?:version|case|model|time|limit)\b|连续"),
    _pair(r"\brow[- ](?:vector )?convention\b", r"\bcolumn[- ](?:vector )?convention\b"),
    _pair(r"\bnull\b|H_\{?0\}?|原假设|零假设", r"\balternative\b|H_\{?[1A]\}?|备择"),
    _pair(
        r"\b(?:(?:at|in) (?:equilibrium|the (?:optimum|minimum|maximum|steady state|origin|boundary))|"
        r"on the|inside|within)\b|平衡|边界上|内部",
        r"\b(?:out of|away from|off the|in the interior|outside|elsewhere)\b|之外|外部|内部|非平衡",
    ),
    _pair(
        r"\b(?:guess|trial|attempt|candidate|conjecture|naive)\b|猜测",
        r"\b(?:better|true|actual|right|correct|real)\b|真正",
    ),
    _pair(r"\b(?:left|lower|bottom|inner)\b|左|下", r"\b(?:right|upper|top|outer)\b|右|上"),
    _pair(r"\b(?:right|upper|top|outer)\b|右|上", r"\b(?:left|lower|bottom|inner)\b|左|下"),
    _pair(
        r"\b(?:centred|centered|normali[sz]ed|standardi[sz]ed)\b|归一化",
        r"\b(?:un|not |without )\w*(?:cent|normal|standard)\w+",
    ),
)
"""Words of the sentence of a definition, and words further down that speak of something else."""

NUMBERED = re.compile(
    r"\b(?P<noun>[A-Za-z]{3,})\s+\$?(?P<label>\d+|[IVX]+|[A-Z]|one|two|three|four)\b\$?"
    r"|\b(?P<in>in)\s+(?P<year>1\d\d\d|20\d\d)\b"
)
"""Things of one kind that are told apart by numbers or letters."""

PLACES = frozenset(
    "section chapter equation equations figure table theorem lemma proposition corollary step eq "
    "page ref reference item line lines part definition appendix and for let the than least most "
    "about note remark algorithm takes equals into from with dimension size order degree".split()
)
"""What is numbered in every text."""

TOPIC = re.compile(
    r"^\W*(?:[A-Z]?\w+,\s+)?(?:"
    r"(?P<place>for|in|at|on|during|under|inside|outside)\s+(?P<of>(?:(?:an?|the|our|its)\s+)?[a-z][\w -]*?)"
    r"(?:,|\s*\(|\s*\$|\s+(?:we|one|it|the|there)\b)"
    r"|(?P<label>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,2}):\s"
    r"|(?:an?|the)\s+(?P<owner>[a-z][\w -]*?)\s+(?:has|have|uses?|gives?|satisf\w+)\b)"
    r"|^\W*(?:对于?|在|当)(?P<cn>[^，,。$]{1,10})[，,时中]|^\W*(?P<cn2>[^，,。$]{1,8}时)\s*\$",
    re.IGNORECASE,
)
"""Of what a sentence speaks, as its beginning says."""

NO_TOPIC = re.compile(
    r"\b(?:all|every|each|any|both|example|instance|convenience|simplicity|brevity|"
    r"clarity|short|particular|fact|other words|terms?|general|turn|addition|total|"
    r"practice|principle|sum|summary|case|cases|this|that|these|those|such|which|"
    r"what|following|above|below|same|way|point|moment|first|last|end|hand|"
    r"derivatives?|gradients?|reason|now|context|section|chapter|proof|sense|form|"
    r"notation|side|sides|here|calculation|computation|product|quotient|chain|"
    r"purpose|purposes|notes?|remarks?|solution|answer|question|check|results?|"
    r"conclusion|claim|hint|recall|observation|warning|theorem|lemma|idea|goal|"
    r"method|input|output|we|so|thus|hence|backward|forward|pass|update|equation|"
    r"order|some|definition)\b"
    r"|此|这|上述|所有|任意|每|例|一般|下",
    re.IGNORECASE,
)
"""What is no other thing than that of the sentence before."""

FORMULA = re.compile(r"\$((?:\\text\w*\s*\{[^{}]*\}|[^$])*)\$")
"""A formula, with words in it that may have formulas in them."""

SMALL = re.compile(r"\b(?:an?|the|our|its|of|in|with|for|model|case)\b", re.IGNORECASE)


@lru_cache(maxsize=256)  # each pair of lines of a display is asked about with the same words
def passed_on(first: str, later: str, *, value: bool) -> str:
    """The words with which the text goes on to something else than what a sentence defined; empty if none.

    Args:
        first: the sentence of the definition.
        later: what stands behind it, up to what is claimed.
        value: the definition only gives a name a value.

    >>> passed_on("Player 1 has payoff $u$", "Player 2 has", value=False)
    'Player 2'
    >>> passed_on("The first line is $y$", "Hence its slope is", value=False)
    ''
    """
    words = _spoken(later)
    found = MODIFIED.search(words) or (GENERALLY.search(words) if value else None)
    if found is not None:
        return found[0].strip()
    said = _spoken(first)
    for one, other in OPPOSITES:
        if one.search(said) and not other.search(said) and (found := other.search(words)):
            return found[0].strip()
    return _numbered_otherwise(said, words) or _on_another_topic(said, words)


def _numbered_otherwise(first: str, later: str) -> str:
    """Another thing of a kind, by its number: Model 1, Model 2."""
    mine = {_kind(one): one for one in NUMBERED.finditer(first)}
    for one in NUMBERED.finditer(later):
        kind = _kind(one)
        if kind not in PLACES and kind in mine and mine[kind][0].lower() != one[0].lower():
            return one[0]
    return ""


def _kind(found: re.Match[str]) -> str:
    return (found["noun"] or found["in"]).lower()


def _on_another_topic(first: str, later: str) -> str:
    """Sentences that begin with other things: "For a sphere", "For a cylinder"."""
    mine = _topic(first)
    if not mine:
        return ""
    topics = (_topic(sentence) for sentence in SENTENCE.split(later))
    return next((topic for topic in topics if topic and _are_others(topic, mine)), "")


def _topic(sentence: str) -> str:
    found = TOPIC.search(sentence)
    if found is None:
        return ""
    topic = next(part for part in (*found.group("of", "owner", "label", "cn", "cn2"), "") if part is not None)
    return "" if NO_TOPIC.search(topic) else topic.strip()


def _are_others(one: str, other: str) -> bool:
    """Each topic has words that the other has not."""
    mine, others = _content(one), _content(other)
    return bool(mine - others and others - mine)


def _content(topic: str) -> set[str]:
    return {*SMALL.sub(" ", topic.lower()).split()}


def _spoken(text: str) -> str:
    """The words alone, each formula a dollar sign; names of hypotheses stay."""
    text = FORMULA.sub(lambda m: f" {m[1]} " if m[1].strip().startswith("H_") else " $ ", text)
    return re.sub(r"\\[A-Za-z]+", " ", text)


__all__ = ["passed_on"]
