"""**The table of words** beside a condition that do not suppose it: "whether $x > 0$", "$x > 0$ is false"."""

from __future__ import annotations

import re

LEFT_OPEN = (
    r"whether(?: or not)?(?: or)?|no matter (?:if|when|how)|(?:apart|aside|different|away|far) from|"
    r"except(?:ing)?(?: for| when| if| where| that)?|besides|beside|beyond|outside(?: of)?|rather than|"
    r"as (?:if|though)|instead of|in place of|as opposed to|contrary to|unlike|unless|until|till|"
    r"(?<!as )before|short of|despite|"
    r"in spite of|other than|save for|if only|lest|avoid(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|"
    r"forbid(?:s|den)?|rul(?:e|es|ed|ing) out|contradict(?:s|ed|ing)?|violat(?:e|es|ed|ing)|"
    r"(?:we )?(?:doubt|wonder|hope|wish|guess|suspect|conjecture)(?: that| if| for)?|"
    r"(?:compar(?:e|ed|ing)|contrast(?:ed|ing)?)(?: (?:this|it|that|these|those))? (?:with|to)|"
    r"not the same as|(?:differs?|distinct) from|as against|versus|either|"
    r"would (?:like|be (?:nice|good|great|wrong|better)|want|prefer|love|need)(?: to)?(?: have| get| see|"
    r" write| set| put| use| take| say| assume| conclude)?|"
    r"aim(?:s|ing)? (?:for|at)|(?:goal|target|aim|hope|wish|dream) (?:is|was)(?: to have| to get)?|ideally|"
    r"tempt(?:ed|ing) to (?:write|think|say|put|set|conclude|claim|believe)(?: that)?|perhaps|maybe|possibly|"
    r"conceivably|wrongly|falsely|mistakenly|erroneously|"
    r"(?:wrong|false|incorrect|erroneous|naive|mistaken|obsolete) (?:\w+ ){1,2}(?:is|was|reads?|would be)|"
    r"(?:old|previous|former|earlier) (?:definition|formula|version|result|convention|rule)s? "
    r"(?:is|was|were|read)|"
    r"with (?:high|low|small|large|positive|overwhelming|some|little) probability|almost surely|"
    r"with probability (?:one|zero|half|at|less|more|close|almost|approaching|tending)(?: [\w-]+){0,2}|"
    r"vielleicht|m[öo]glicherweise|f[äa]lschlich(?:erweise)?|entweder|"
    r"ob|egal(?: ob)?|anstelle(?: von)?|(?:an)?statt|abgesehen von|au(?:ß|ss)er(?: f[üu]r| wenn)?|bevor|"
    r"solange nicht|es sei denn,?|ohne(?: (?:da(?:ß|ss)|die (?:Voraussetzung|Annahme|Bedingung)))?|nicht|"
    r"keine?|keineswegs"
)
"""Words right before a condition that leave it open, except it, or say that it does not hold."""

UNREAL = r"(?:were|had|h[äa]tten?|w[äa]ren?|gäbe)(?: (?:we|it|there|they|one|wir|es))?"
"""Words with which a clause begins that supposes what is not so."""

QUOTED = (
    r"(?:he|she|they|someone|somebody|others?|bob|alice|(?:an?|the|one|another|some|many|most|several|few|"
    r"other) "
    r"(?:\w+ ){0,2}(?:students?|pupils?|people|authors?|books?|textbooks?|texts?|papers?|friends?|"
    r"colleagues?|"
    r"beginners?|programs?|solutions?)|some|many|most|PyTorch|TensorFlow|NumPy|MATLAB|Wikipedia) "
    r"(?:\w+ly )?(?:writes?|wrote|claim(?:s|ed)?|thinks?|thought|believ(?:e|es|ed)|obtain(?:s|ed)?|f(?:i|"
    r"ou)nds?|"
    r"g[eo]ts?|says?|said|argu(?:e|es|ed)|defin(?:e|es|ed)|us(?:e|es|ed)|answers?|answered|puts?|sets?|"
    r"takes?|took|"
    r"chooses?|chose)(?: that)?|(?<!we )(?:thought|believed|conjectured|alleged)(?: that)?"
)
"""Words that tell what others write."""

ASKED = (
    r"(?:^|[;:]\s*)\W*(?:is|are|does|do we have|is it (?:true|possible)(?: that)?|can|could|when is|"
    r"when does|why is)"
)
"""How a question begins."""

OTHERS = (
    r"(?:(?:some|many|most|other|certain|several|few|the|old(?:er)?) )?"
    r"(?:authors|books|textbooks|texts|people|students|papers|sources|beginners|pupils|readers|writers|"
    r"courses|implementations|someone|others) (?:\w+ ){0,2}"
    r"(?:assum|requir|suppos|restrict|demand|impos|think|believ|insist|prefer|argu)\w*(?: that| on| to)?|"
    r"in the literature|elsewhere|usually|often|typically|sometimes|traditionally|rarely|seldom|hardly|"
    r"manche|viele Autoren|oft|meist|h[äa]ufig"
)
"""Words that tell what others suppose, or what is mostly so."""

PARTS = (
    r"(?:the |an? )?(?:events?|half-planes?)|(?:probability|chance|odds|likelihood)(?: that| of)?|"
    r"(?:set|collection|family|number|proportion|fraction|share|percentage|subset) of"
    r"(?: all| the| those)?(?: \w+)?"
    r"(?:\s*\$)?(?: (?:with|for which|where|such that|that satisfy|in))?|"
    r"there (?:are|exist) [^$.;]*(?:with|where|for which)|"
    r"(?:points|indices|examples|samples|observations|rows|columns|people|students|sets?|subsets?|regions?|"
    r"domains?|half-?(?:planes?|lines?|spaces?)|quadrants?|intervals?) (?:with|where|for which)|"
    r"(?:increasing|decreasing|positive|negative|convex|concave|continuous|differentiable|smooth|zero|constant|"
    r"supported|concentrated|flat|steep) (?:for|when|if|whenever|at)(?: all| every| each)?|"
    r"(?:denotes?|be|is|calls?|called|names?) (?:the|this|an?) (?:hypothesis|assumption|event|condition|"
    r"statement|claim|case|constraint|requirement|proposition|inequality)|"
    r"(?:increasing|decreasing|positive|negative|convex|concave|continuous|differentiable|smooth|valid|true|zero|"
    r"constant|supported|concentrated|flat|steep) (?:where|on|over|in|as long as|so long as)"
)
"""Words that speak of a set, or of a part of one, where a condition holds."""

HAN = (
    r"(?:能否|可否|错误地|误以为|希望|没有|不要求|不需要?|不必|不用|不假[设定]|无论|不管|不论|除了?|除非|"
    r"是否|并非|未必|直到|而不是|若非|不一定有?|有人|通常|往往)"
)

BEFORE = re.compile(
    rf"(?:\b(?:{LEFT_OPEN})|(?:^|[,;:]\s*)\W*{UNREAL}|\b(?:{OTHERS})|\b(?:{PARTS})|\b(?:{QUOTED})|{ASKED}),?"
    r"\s+(?:(?:also|even|just|only|the (?:case|assumption|condition|requirement|restriction)(?: that| of)?|"
    r"auch|nur|gerade)\s+)*$"
    rf"|{HAN}[^$。；，]{{0,6}}$",
    re.IGNORECASE,
)
"""All of these, right before a formula."""

DROPPED = (
    r"violated|false|wrong|untrue|dropped|removed|relaxed|lifted|weakened|omitted|discarded|abandoned|"
    r"bad|forbidden|prohibited|nonsense|unlikely|undesirable|possible|conceivable|superfluous|unnecessary|"
    r"redundant|needless|not|never|no longer|too|impossible|absurd|excluded|"
    r"unrealistic|irrelevant|questionable|doubtful|unclear|unknown whether|stronger|more than|"
    r"ruled out|forgotten|ignored|inessential|unessential|only (?:needed|used|for|sufficient)|"
    r"(?:often|usually|sometimes|typically|mostly|frequently|commonly) (?:assumed|required|supposed|"
    r"imposed|made)|"
    r"(?:assumed|required|supposed|imposed) (?:by (?:some|many|most|other)|elsewhere|in (?:the literature|"
    r"most|many))"
)
"""What is said of a condition that does not hold, or is not wanted."""

SPARED = (
    r"verletzt|falsch|[üu]berfl[üu]ssig|unn[öo]tig|zu stark|zu streng|ausgeschlossen|nicht|nie|"
    r"unm[öo]glich|entbehrlich|weggelassen|fallen gelassen"
)
"""The same in German."""

BEHIND = re.compile(
    r"\s*[,(]?\s*(?:or not|or otherwise|oder nicht|fails?|failed|failing|breaks?|broke|(?:do|does|did|need|"
    r"may|might|could|can|will|would|should)(?:\s*not|n['’]t)|cannot|would (?:be|have|lead|give|mean|imply|"
    r"contradict)|(?:is|are|was|were|has|have)n['’]t|were|"
    r"seems?|"
    rf"(?:(?:is|are|was|be|being|been|can|could|may|might|has|have|to|should|must|will|would|now|here|"
    rf"actually|really|in fact|simply|even)\s+){{1,5}}(?:{DROPPED})|"
    rf"(?:(?:ist|sind|war|sei|wird|wurde|kann|hier|auch|dann)\s+){{1,4}}(?:{SPARED})|gilt nicht|"
    r"verletzt ist|nicht (?:gilt|ist|erf[üu]llt)|nicht)(?![A-Za-z])"
    r"|\s*(?:与否|不成立|不满足|不再|不必|不是必[须需要]|是?多余|太强|过强|被?去掉|可以?(?:去掉|省略|放宽)|还是|或不)",
    re.IGNORECASE,
)
"""Words right behind a condition that say this of it."""


def is_not_supposed(before: str, behind: str = "") -> bool:
    """The words beside a condition do not suppose it.

    Args:
        before: those of its clause before it, $ for formulas.
        behind: those up to the end of its sentence.

    >>> is_not_supposed("Whether or not "), is_not_supposed("If ", " is violated"), is_not_supposed("If ")
    (True, True, False)
    """
    return BEFORE.search(" ".join(before.split()) + " ") is not None or BEHIND.match(behind) is not None


__all__ = ["is_not_supposed"]
