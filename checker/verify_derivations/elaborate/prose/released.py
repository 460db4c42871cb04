"""**The table of words** with which names are introduced anew, or set free of what was said of them."""

from __future__ import annotations

import re

NOUNS = r"(?:(?!(?:of|in|with|to|on|from|by|such|we|the|where|and|or)\b)[^\W\d_][\w-]*\s+){0,3}"
"""A few words between "for all" and the names: "real numbers"."""

MORE = r"(?:\$\s*(?:,|and|or|und|,\s*and)?\s*)*$"
"""Other names before this one."""

ALL_OF_THEM = re.compile(
    rf"\b(?:(?:for|given|let|take|fix|choose|consider|pick)\s+)(?:now\s+|an?\s+|some\s+)*"
    rf"(?:all|any|every|each|both|arbitrary|general|generic|real|complex|random|other|"
    rf"another)\s+{NOUNS}{MORE}"
    rf"|\b(?:all|any|every|arbitrary)\s+{NOUNS}{MORE}"
    rf"|\b(?:für|fuer)\s+(?:alle|jede\w*|beliebige\w*|reelle\w*)\s+{NOUNS}{MORE}"
    r"|(?:任意|任何|所有|一切|每个|每一个)[的一个实数复向量矩阵]*\s*" + MORE,
    re.IGNORECASE,
)
"""Words before names that stand for anything."""

LET = re.compile(
    r"\b(?:let|take|fix|choose|pick|consider|suppose|assume|seien?)\s+"
    rf"(?:(?:now|then|again|nun|next)\s+)*{MORE}"
    r"|[设令]\s*" + MORE,
    re.IGNORECASE,
)
"""Words that may introduce names, where those behind them say no more than what kind of thing they are."""

AGAIN = re.compile(
    r"\b(?:again|anew|once more|from now on|now|nun|wieder|jetzt|here)\b|又|再|重新|现在|此处", re.IGNORECASE
)
"""Words with which a name is what it was before it had a value."""

ANY_FUNCTION = re.compile(
    r"\b(?:let|take|fix|choose|pick|consider|suppose|assume|for|given|if|when|with|seien?|für)\b(?P<of>[^$]*)"
    rf"{MORE}|[设令对若](?P<han>[^$]*){MORE}",
    re.IGNORECASE,
)
"""Words with which functions are introduced, with what is said of them: "for smooth $f$"."""

OF_A_FUNCTION = re.compile(
    r"\b(?:smooth|differentiable|continuous\w*|convex|concave|measurable|integrable|analytic|holomorphic|"
    r"monoton\w*|increasing|decreasing|bounded|lipschitz|periodic|even|odd|functions?|maps?|mappings?|"
    r"funktion\w*|abbildung\w*)\b|函数|映射",
    re.IGNORECASE,
)
"""Words for functions and what they are."""

SUPPOSING = re.compile(
    r"\b(?:for|if|when|where|whenever|provided|given|with|suppos\w+|assum\w+|as long as|für|wenn|falls)"
    rf"(?:\s+that)?\s+(?:(?:now|then|again|some|any|points?|numbers?|values?)\s+)*(?:with\s+)?{MORE}"
    r"|\b(?:conditions?|constraints?|assumptions?|restrictions?|lines?|circles?|planes?|curves?|"
    rf"regions?|sets?)\s+(?:is\s+|are\s+|that\s+)?{MORE}"
    r"|[若当对设]\s*" + MORE,
    re.IGNORECASE,
)
"""Words before what is compared, which may so be of another quantity of that name in another section."""

NARROWED = re.compile(
    r"\s*(?:\$\s*)?(?:(?:is|are|lies?|being|have|has|satisf\w+)\s+)?"
    r"(?:between|at (?:most|least)|near|close to|"
    r"less than|greater than|larger than|smaller than|below|up to|within|outside|not|different from|"
    r"in a neighbou?rhood|\$)|\s*(?:在|小于|大于|不)",
    re.IGNORECASE,
)
"""Words behind a name that is supposed to have some values only."""

KIND = re.compile(
    r"\s*(?:now\s+|then\s+)?(?:be|denote|ein\w*|sei\w*|vary|range|run)\s+(?:now\s+)?"
    r"(?!the\b|as\b|given by\b)|\s*(?:arbitrary|beliebig|be\b\s*$)|\s*(?:为|是)(?:任意|一个|实数|复数)",
    re.IGNORECASE,
)
"""What words behind names say of them that introduce them: "be a number", but not "be the number"."""

FREE = re.compile(
    r"\s*,?\s*(?:(?:is|are|be|was|were|being|now|chosen|again|ist|sind)\s+)*"
    r"(?:arbitrary|arbitrarily|unrestricted|free\b(?! (?:of|from|to|for)\b)|beliebig)|\s*(?:是|为)?任意",
    re.IGNORECASE,
)
"""Words behind names that stand for anything."""

FOR_EACH = re.compile(
    r"\s*,?\s*(?:(?:which|that|it|this|is|are|holds?|true|valid|correct|then|gilt|ist)\s+)*"
    r"(?:always|in (?:all|any|every|each) cases?|in (?:full )?general(?:ity)?|generally|unconditionally|"
    r"(?:without|under no) (?:any )?(?:conditions?|assumptions?|restrictions?)|identically|no matter|"
    r"regardless|irrespective|whatever|everywhere|immer|stets|allgemein|in jedem Fall)\b"
    r"|\s*[,，]?\s*(?:这|都|也)?(?:总是?|恒|永远|始终|无条件|一般地?|在任何情[况形]下?)(?:都|也|为真|成立)",
    re.IGNORECASE,
)
"""Words behind a formula that say that it holds whatever was assumed."""

OTHERS = (
    r"non-?integ\w+|fraction(?:s|al)?|half-integ\w+|real|complex|rational|irrational|negative|arbitrary|"
    r"either"
)
"""Words for numbers of which more may be meant than those that were declared."""

IF = r"(?:if|when|for|where|suppose|assume)"

HOWEVER = r"(?:however|instead|by contrast|in contrast|on the contrary)"
"""Words beside "if" with which the case before is over."""

RELEASED = re.compile(
    r"\b(?:drop|remov|relax|lift|abandon|weaken|discard|without|forget|give up|giving up|omit)\w*\s+"
    r"(?:\w+\s+){0,4}?(?:assumption|restriction|condition|constraint|hypothes[ie]s|requirement)s?\b"
    r"|\b(?:regardless|irrespective\w*|whatever|no matter|no longer)\b"
    r"|\bindependent(?:ly)? of (?:whether|the sign)\b"
    rf"|\b(?:(?:for|if|when|with|to|take|let)\s+(?:(?:all|any|every)\s+|\$\s+(?:be|is|are|take|"
    rf"takes)\s+(?:an?\s+)?)*)"
    rf"(?:{OTHERS})\b"
    r"|\b(?:continuous variable|either sign|what if|by continuity|extends? to|also for|even (?:for|if|"
    r"when))\b"
    rf"|\b(?:may|can|could|might|will|must|to)\s+(?:also\s+|now\s+|well\s+|be\s+|have\s+|take\s+|"
    rf"any\s+){{1,4}}"
    rf"(?:{OTHERS}|values?|sign)\b"
    r"|\b(?:dropping|without|giving up|relaxing)\s+(?:\w+\s+)?(?:positivity|signs?)\b"
    r"|\bfor (?:the moment|a moment|now)\b"
    r"|\b(?:for|by|towards?|to (?:get|reach|derive|obtain)) (?:a |the )?contradiction\b"
    r"|\bsign of\s+\$\s+(?:does|is|plays)\b|\$\s+(?:is|need|may) not\b"
    r"|\binclud(?:e[sd]?|ing)\s+(?:zero|negative|\$)|\bzero\s+(?:is\s+|be\s+)?(?:included|allowed|"
    r"permitted)\b"
    r"|\ballow(?:s|ed|ing)?\s+(?:for\s+)?(?:zero|negative|any|\$)|\bin place of\b"
    r"|\b(?:on|over|for)\s+(?:all of|the (?:whole|entire|full|"
    r"real))\b"
    r"|非整数|不是|推广到|即使|即便|对[负实复全]|也成立|同样|也有|包括|允许|可[以]?为|包含"
    r"|\bwithout\s+(?:\w+\s+)?(?:symmetry|normali[sz]\w+|positivity|(?:in)?definiteness|invertibility)\b"
    r"|\b(?:drop|relax|weaken)\w*\s+(?:this|that|these|it|symmetry|the symmetry)\b"
    r"|\ballow(?:s|ed|ing)?\s+(?:them|it)\b"
    r"|\b(?:is|are|be|being)\s+(?:now\s+)?(?:arbitrary|unrestricted|unnormali[sz]ed)\b|\bunnormali[sz]ed\b"
    r"|\bindex\w*\s+(?:from|at|starting)\b|\b(?:zero|0)-(?:based|indexed)\b"
    r"|\b(?:all|negative) values\b"
    rf"|\b{IF},?\s+{HOWEVER}\b|\b(?:{HOWEVER}|but),?\s+{IF}\b"
    r"|\b(?:wenn|falls|für) (?:jedoch|aber|dagegen)\b|但(?:若|如果|当|是[若当])|[若当]相反"
    r"|\b(?:recod|relabel|re-?encod|re-label)\w*\b|\brelax\w*\s+\$|\bmixup\b"
    r"|\b(?:labels?|targets?)\b[^.;]{0,24}\b(?:now|instead)\b|\bnow\b[^.;]{0,16}\b(?:labels?|targets?)\b"
    r"|\b(?:soft|smooth|smoothed|fractional) (?:labels?|targets?)\b|\b(?:label|target) smoothing\b"
    r"|\bother (?:cases?|numbers|values|signs?|points|half)\b|\bwhat about\b|其他[的]?(?:数|值|情)"
    r"|\b(?:altogether|all in all|either way|overall|in (?:both|summary|conclusion)|both cases|"
    r"to summari[sz]e|summari[sz]ing|summing up|"
    r"(?:put\w*|tak\w+) (?:\w+ ){0,3}together|"
    r"(?:other )?cases? (?:is|are) (?:similar|analogous|symmetric)|insgesamt|zusammen\w*)\b"
    r"|综上|总[之而]"
    r"|\bwithout (?:it|this|that|them)\b"
    r"|\bgeneral\W{0,3}:|\b(?:a|another) (?:new|different) (?:problem|exercise|question|task|situation)\b"
    r"|\bgeneral case\b|\bin (?:any|either|both|all|every|each) cases?\b"
    r"|(?<!\bthen )(?<!\bthen, )\bin general\b(?! position)|\bin full generality\b"
    r"|\b(?:more )?generally\b(?!\s+(?:\w+ed|speaking)\b)"
    r"|\balways\s+(?:have|has|had|holds?|hold|true|valid|correct|get|obtain|find|equals?|the case)\b"
    r"|\balways\s*[,:]|\b(?:and|but|yet|while|even|in fact)\s+always\b|\bbefore (?:that|then)\b|"
    r"\buntil then\b|\b(?:then|now|next|finally),? (?:for )?the (?:rest|remaining|others?)\b|"
    r"\b(?:bis dahin|davor|vorher)\b|\b(?:immer|stets)\s+(?:gilt|ist|hat|haben)\b|\b(?:gilt|"
    r"ist)\s+(?:immer|stets)\b"
    r"|\b(?:allgemein\w*|im Allgemeinen|unabh[äa]ngig|ohne (?:diese|die) \w+)\b"
    r"|一般情[况形]|一般地|一般来说|一般的?\s*\$|总[有是]|恒有|恒成立|在任何情[况形]|去掉.{0,6}(?:条件|假设|限制)|无论|不论|不管",
    re.IGNORECASE,
)
"""Words with which what is assumed may hold no more."""

CODED = re.compile(
    r"\b(?:labels?|labell?ed|targets?|coded|encoded|encodings?|classes|spins?|signs?|Klassen|"
    r"Labels)\b[^.;]*\$"
    r"|(?:标签|类别|目标)[^。；]*\$",
    re.IGNORECASE,
)
"""Words with which a section may say anew which values names of sections before have."""

DROPPED = re.compile(
    r"\b(?:assumption|restriction|condition|constraint|hypothesis|requirement)s? (?:\w+ ){0,4}"
    r"(?:dropped|removed|relaxed|lifted|abandoned|weakened|discarded)\b"
    r"|(?:条件|假设|限制).{0,6}(?:去掉|取消|放宽)",
    re.IGNORECASE,
)
"""Words with which what is assumed holds no more, in the sections behind neither."""

PART = r"\s*\W{0,4}\((?:[a-h]|[ivx]{1,4})\)"
"""How a part of an exercise begins: (a), (ii)."""

IS_PART = re.compile(rf"{PART}\W*")
"""Only that."""

STATEMENT = re.compile(
    r"\s*\W*(?:Theorem|Lemma|Proposition|Corollary|Exercise|Problem|Satz|"
    r"Aufgabe)(?:\s+[\w.]+)?\s*(?:\([^)]*\))?\W*"
    rf"|\s*\W*(?:定理|引理|命题|推论|习题)\s*[\d.]*\W*|{PART}\W*"
)
"""How a statement begins of which those before are not a part."""

LABEL = re.compile(
    r"\s*\W*(?:Theorem|Lemma|Proposition|Corollary|Example|Exercise|Problem|Satz|Beispiel|"
    r"Aufgabe)\s+[\w.]+\s*"
    r"(?:\([^)]*\))?\W{0,3}?[:：—–]\W*|\s*\W*(?:定理|引理|命题|推论|习题|例|题)\s*[\d.]+\s*[:：]\W*"
    rf"|{PART}\s+"
)
"""How the sentence begins that is the statement or its title, behind its number."""

EXAMPLE = re.compile(
    r"\s*\W*(?:Example|Exercise|Problem|Case|Beispiel|Aufgabe|Fall)(?:\s+(?:[\w.]+|"
    r"\$[^$]*\$?))?\s*(?:\([^)]*\))?\W*"
    r"|\s*\W*(?:The )?(?:General case|Generali[sz]ation)\W*"
    r"|\s*\W*(?:例|习题|题)\s*[\d.]*\W*|\s*\W*\(?(?:[a-h]|[ivx]{1,4})\)\W*"
)
"""How an example or a part of an exercise begins: names have values in it that they do not have elsewhere."""

OF_THE_PARAGRAPH = re.compile(
    r"\b(?:in|for|throughout|within) (?:this|the present) (?:paragraph|step|sentence|paragraphs|argument|"
    r"computation|calculation|example|remark|case|part)\b"
    r"|\bfor (?:now|the moment|the time being)\b|\b(?:temporarily|provisionally|momentarily)\b|暂时|暂且"
    r"|[本此该这](?:一)?(?:段|步|例)",
    re.IGNORECASE,
)
"""Words with which something is said of one paragraph."""

LASTING = re.compile(
    r"\b(?:throughout|henceforth|from now on|in what follows|always|in (?:this|these) \w+)\b"
    r"|以下|本[文节章]|始终",
    re.IGNORECASE,
)
"""Words with which something is said of all statements below."""

OF_NOTATION = re.compile(
    r"\b(?:notations?|notational|preliminaries|conventions?|settings?|set-?up|assumptions?|symbols|"
    r"throughout|"
    r"Bezeichnung\w*|Voraussetzung\w*)\b|记号|符号|约定|预备|假设",
    re.IGNORECASE,
)
"""Headings below which names are declared for all sections."""

IS = re.compile(
    r"\b(?:is|are|be|called|denoted(?: by)?|given by|defined (?:as|by))\s*$|[是为]\s*$", re.IGNORECASE
)
"""Words right before an equation that tell what a quantity is."""

QUANTITY = re.compile(
    r"\b(?:mass|slope|length|time|instant|speed|velocity|acceleration|temperature|charge|current|"
    r"radius|diameter|"
    r"distance|height|width|depth|area|volume|density|pressure|force|voltage|resistance|price|rate|"
    r"weight|age|"
    r"phase|amplitude|frequency|energy|momentum|angle|probability|wave number|refractive index|"
    r"concentration|"
    r"(?:spring |rate )?constant|coefficient|capacity|power|intensity|friction|ratio)s?\s+(?:(?:is|"
    r"are|of|be)\s+)?"
    r"(?:\$\s*(?:,|and)?\s*)*$"
    r"|(?:质量|斜率|长度|时间|时刻|速度|温度|电荷|电流|半径|距离|高度|面积|体积|密度|压力|概率)\s*[为是]?\s*$",
    re.IGNORECASE,
)
"""Words right before names that call them quantities: these need not be the numbers of the same name."""

CALLED = re.compile(
    r"\b(?:an?|the|our|its|their|whose)\s+(?:[\w'’-]+\s+){0,2}?(?P<noun>[A-Za-z][\w'’-]*)\s+"
    r"(?:(?:is|are|be)\s+)?(?:\$\s*(?:,|and)?\s*)*$",
    re.IGNORECASE,
)
"""A noun right before names."""

CALLED_BEHIND = re.compile(
    r"(?:\s*(?:,|and)?\s*\$)*\s*(?:be|is|are|denotes?|represents?|for|,|\()\s*(?:an?|the|our|its)\s+"
    r"(?P<words>[\w'’ -]+)"
    r"|(?:\s*[、和与,]?\s*\$)*\s*(?:是|为|表示|代表)(?!实数|正数|负数|整数|常数|任意|正整数|自然数)(?P<said>[\u4e00-\u9fff]+)",
    re.IGNORECASE,
)
"""Nouns right behind names."""

PLOTTED = re.compile(
    r"\b(?:lines?|curves?|graphs?|parabolas?|circles?|planes?|points?)\s+$|[线圆]\s*$", re.IGNORECASE
)
"""Words before an equation whose names are coordinates."""

AS_A_FUNCTION = re.compile(
    r"\b(?:functions?|maps?|mappings?|graphs?(?: of)?|plots?(?: of)?|plot|draw|sketch|curves?|funktion\w*|"
    r"abbildung\w*)\s+(?:(?:the|function|given by|defined by|with|of)\s+)*(?:\$\s*,?\s*)?$"
    r"|(?:函数|映射|图像|图象|曲线)\s*(?:\$\s*[,，]?\s*)?$",
    re.IGNORECASE,
)
"""Words before a formula that call it a function: its argument may be any."""

ON_ALL = re.compile(
    r"\s*,?\s*(?:(?:is |are )?(?:defined |considered )?(?:on|over|for|from)\s+(?:all|every|any|each|"
    r"the (?:whole |entire |real )*(?:real )?(?:line|axis|numbers|reals)|real|\$\s*\\mathbb\s*\{?\s*R)|"
    r"auf ganz|für alle|fuer alle)|\s*[,，]?\s*(?:对|定义在)",
    re.IGNORECASE,
)
"""Words behind one that let its argument be any."""

VALUE = re.compile(
    r"\b(?:with|put|putting|at|mit|bei|plug\w*|insert\w*|substitut\w*|tak\w+|choos\w+|e\.g|say)\b[^$]*$", re.I
)
"""Words that give a name a value for what is said next."""

QUANTIFIED = re.compile(
    r"(?:\\forall|∀|\b(?:all|any|every|each|arbitrary)\b[^$\\{}=]*(?:\}|\$))\s*(?:\\[,;: ]|~|\s)*"
    r"(?P<names>(?:\\?[A-Za-z]+\s*,?\s*)+)"
)
"""The names behind a quantifier within a formula."""


MAPPED = re.compile(r"(?P<name>\\?[A-Za-z]+)\s*(?:\\mapsto|↦)")
"""The argument of a map."""

OF_A_CASE = re.compile(
    r"\b(?:if|when(?:ever)?|integrals?|sums?|over|plot\w*|draw\w*|sketch\w*|graphs?|curves?|cases?|"
    r"range)\b[^$]*$"
    r"|(?:如果|若|当|积分|画|图)[^$]*$",
    re.IGNORECASE,
)
"""Words before a set to which names belong in this sentence, and perhaps in this one only."""

OF_EXAMPLES = re.compile(
    r"\s*(?:is|are|be|denotes?|counts?)\b[^.;]*\b(?:examples?|samples?|observations?|instances?|number|"
    r"counts?|"
    r"records?|"
    r"trials?|-?th)\b|\s*-th\b",
    re.IGNORECASE,
)
"""Words behind y_k with which k numbers examples, or y_k is no share."""


__all__ = [
    "ALL_OF_THEM",
    "ANY_FUNCTION",
    "AS_A_FUNCTION",
    "CALLED",
    "CALLED_BEHIND",
    "CODED",
    "DROPPED",
    "EXAMPLE",
    "FOR_EACH",
    "FREE",
    "IS",
    "IS_PART",
    "KIND",
    "LABEL",
    "LASTING",
    "LET",
    "MAPPED",
    "NARROWED",
    "OF_A_CASE",
    "OF_A_FUNCTION",
    "OF_EXAMPLES",
    "OF_NOTATION",
    "OF_THE_PARAGRAPH",
    "ON_ALL",
    "PLOTTED",
    "QUANTIFIED",
    "QUANTITY",
    "RELEASED",
    "STATEMENT",
    "SUPPOSING",
    "VALUE",
]
