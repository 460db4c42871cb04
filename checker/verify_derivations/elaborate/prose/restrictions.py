"""Provisos of statements about unknowns: words that except some of their values, or quote a wrong line."""

from __future__ import annotations

from verify_derivations.elaborate.prose.proviso import Reach, proviso

OF_SOME = "say of which it holds in a formula: for $n \\geq 5$"
QUOTED_HERE = "expect refuted: it is quoted as wrong"

SUBJECT = (
    r"(?:it|they|which|that|these|those|this|both|one|ones|them|numbers?|integers?|indices|variables|"
    r"quantities|letters|all)"
)
COMPARATIVE = r"(?:greater|larger|bigger|smaller|less|fewer|more|higher|lower|longer|shorter|older)"
NUMERAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d+)"

SEVERAL = "give different things different names"

RESTRICTIONS = (
    proviso(
        "is said of one of two things that the text tells apart",
        Reach.SENTENCE,
        SEVERAL,
        r"(?:for|with|in|of|to) the (?:former|latter)|(?:for|with|in) the (?:first|second|third|other)"
        r"(?: (?:one|case|function|example|version|choice|definition|model))?(?=\s*[,:$]|\s*$)|"
        r"im (?:ersten|zweiten|anderen) Fall",
        r"[前后]者|[第]?[一二]种情[况形]",
        denies=True,
    ),
    proviso(
        "is said of some numbers only",
        Reach.SENTENCE,
        OF_SOME,
        rf"at (?:least|most)|exceed\w*|{NUMERAL} (?:or|and) (?:more|less|larger|greater|above|below|up|"
        rf"higher)|"
        r"except\w*|apart from|aside from|save (?:for|the|that|when|if|in|at)|other than|remaining|"
        r"the (?:others?|rest)|else|provided|as soon as|once|from \w+ on(?:wards?)?|from now on|onwards?|"
        r"(?:start|beginn)ing (?:with|from|at)|(?:de|in)creasing order|by symmetry|"
        rf"the {COMPARATIVE}(?: one| of)?|{SUBJECT},? (?:(?:is|are|be|being|not|no) )*{COMPARATIVE} than|"
        rf"(?:above|below|under|over|beyond|past|pass(?:es)?|reach(?:es)?|up to|after) {NUMERAL}|"
        r"one of (?:the following|these|them|those)|alternatives?|negat(?:ion|es)|examples?|"
        r"breaks? down|lacks?|"
        r"hypothes[ie]s|aims?|goals?|half-?(?:line|axis)|to the (?:right|left) of|where it|(?:if|"
        r"as) (?:necessary|"
        r"needed|need be|required)|suitabl[ye]|positive (?:numbers|values|ones)|counts? as|"
        r"call\w* (?:\w+ ){1,2}"
        rf"(?:if|when)|the (?:first|second|former|latter) (?:one )?is|but {NUMERAL}|{NUMERAL}-digit|"
        rf"digits?|inclusive|"
        r"mindestens|h[öo]chstens|ausgenommen|au(?:ß|ss)er(?:dem)?|[üu]brigen|ab \d+",
        r"\$\s*,?\s*(?:(?:is|are|be|being|to be|not|no)\s+)*(?:"
        + COMPARATIVE
        + r"\s+than|at (?:least|most)|exceeds?)\b|大于|小于|不少于|不多于|至少|至多|超过|有限个|某个|某些|"
        r"\b(?:using|as in|back to|return\w* to|in the (?:situation|setting) of) (?:part |case )?"
        r"\((?:[a-h]|[ivx]+)\)|"
        r"例外|除[^。，]{0,10}外|其余|想让|只需|为使|欲使|不妨|位数|较大|较小|若|"
        r"(?i:\b(?:if|when|whenever|iff|either|or|unless|whether|of|event|set|means that|"
        r"said to be)[,:]?\s*\n\n)",
    ),
    proviso(
        "is said of numbers of which more is said",
        Reach.SECTION,
        OF_SOME,
        rf"{SUBJECT} (?:is|are|be|means?|denotes?) (?:(?:always|all|both|now|assumed(?: to be)?|"
        rf"taken(?: to be)?|"
        r"understood(?: to be)?|said to be|here) )*(?:strictly )?(?:positive|non-?negative|negative|"
        r"non-?positive|nonzero|non-zero)|(?:time|t) runs|in (?:the rest|what remains|"
        r"the remainder) of (?:this|the) "
        r"(?:section|chapter|proof|paper)|from now on|we only (?:look|care|consider|need)|"
        r"(?:by|for|because of) symmetry|without (?:any )?loss|wlog|may (?:take|assume|suppose)|"
        r"means? (?:positive|negative|nonnegative|nonzero)|(?:were|was|have been|has been) (?:treated|"
        r"dealt with|excluded|ruled out|"
        r"handled)|(?:left to the reader|are (?:easy|trivial|clear))",
        r"\b(?:cases?|values?) \$[^$]*\$ (?:is|are|was|were|have|has)|w\.l\.o\.g|不失一般性|以下(?:总|均|都|"
        r"皆)?(?:假[定设]|设)|总假定",
    ),
    proviso(
        "may be quoted as wrong",
        Reach.SECTION,
        QUOTED_HERE,
        r"err?at(?:um|a)|corrigend\w+|bogus|fake|fallac\w+|amiss|misconceptions?|misread\w*|myths?|"
        r"nightmare|"
        r"(?:common|typical|frequent|popular|classic|usual) (?:mistakes?|errors?)|pitfalls?|howlers?|"
        r"find the (?:mistake|error|flaw)s?|spot the|should (?:have )?(?:read|been)|corrected|homework|"
        r"(?:some|many|most) (?:people|students|authors|beginners|textbooks|pupils)|beginners?|pupils?|"
        r"(?:first|early|earlier|old) (?:draft|version)s?|(?:\w+'s|student|wrong) (?:answer|solution|"
        r"attempt)s?|"
        r"who (?:has|is|got) (?:it )?(?:right|wrong)|(?:the|contrast\w*) (?:true|correct|right) "
        r"(?:formula|version|identity|statement|answer|one)|sloppy|careless\w*|"
        r"Irrtum|Trugschluss|Fehlvorstellung",
        r"错解|误区|勘误|判断题|改错|错在|哪里(?:有)?错|错误(?:解法|做法|写法)|有的同学|有些同学|学生(?:常|容易)|误写",
    ),
)
"""**The table**: restrictions in words, and words around lines that somebody else wrote."""


__all__ = ["OF_SOME", "RESTRICTIONS"]
