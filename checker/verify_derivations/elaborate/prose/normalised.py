r"""Vectors whose entries are said to add up to 1: `\sum_i y_i = 1` behind "where", or one-hot."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name, stem
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.parse import parse
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Chain, Digits, Letter, Node, Product, Scripts, nodes

SAID = re.compile(
    r"\b(?:where|with|satisf(?:y|ies|ying)|such that|so that|since|because|as|"
    r"(?:note|recall|assume|assuming) that|"
    r"assum(?:e|ing)|and|for which|whose entries)\b[^.;:]*$|其中|满足|由于|因为|假设",
    re.IGNORECASE,
)
"""The words before the formula, by which it is said of the vector for good."""

OPEN = re.compile(
    r"\b(?:if|when(?:ever)?|suppose|unless|not|never|whether|need|want|should|must|would|could|may|might|some|"
    r"case|\w+n.t|either|neither|only|example|e\.g|check|verify|show|prove|unlike|instead|longer|cannot|without|"
    r"set of|find|choose|seek|determine|exists?|there (?:is|are)|"
    r"often|usually|typical\w*|sometimes|most\w*|many|few|special\w*|simpl\w+|parts?|chapters?|earlier|later|papers?|"
    r"myth|think|thought|believ\w*|claim\w*|differs?|unlike|settings?|drop\w*|restrict\w*|relax\w*|first|second|"
    r"normali[sz]ing|enforce|impose|constrain\w*|subject|maximi[sz]\w+|minimi[sz]\w+)\b"
    r"|如果|若|当|不|例如|约束|证明|最大|最小|有时|通常|往往|情形|情况|特别",
    re.IGNORECASE,
)
"""Words of a sentence in which it may be said of a case, be wanted, or be denied."""

OUTRIGHT = frozenset((Cue.DEFINE, Cue.ASSUME, Cue.FACT))
"""What words behind a display have to make of it."""

ONE_HOT = r"(?:one-hot(?:[- ]encoded)?|probability|stochastic)"
WHAT = r"(?:(?:label|target|class|true|ground[- ]truth|unit|row|column|indicator) )*"
NOUN = r"(?:vectors?|labels?|targets?|encodings?(?: of the [\w ]+)?|distributions?)"
KIND = rf"(?:{ONE_HOT} {WHAT}{NOUN}|one-hot(?:[- ]encoded)?)"

BEFORE = re.compile(rf"\b(?:a|an|the|each|every|any|its|our) {KIND} $", re.IGNORECASE)
BEHIND = re.compile(
    rf"\s*(?:is|be|are|being|denotes?|denoting)\s+(?:an? |the )?(?:true )?{KIND}\s*(?:[.,;:)]|and\b|$)",
    re.IGNORECASE,
)
"""The words right before a name and right behind it."""

CHINESE = re.compile(r"\s*(?:是|为)(?:一个)?(?:独热|one-hot)(?:向量|编码|标签|的)*\s*(?:[，。；,.;]|$)")

FROM_ZERO = re.compile(r"\b(?:index\w*|zero|python|over|support\w*|starting|from)\b|下标", re.IGNORECASE)
"""Words behind it with which its first entry may be another one."""

LINKED = re.compile(
    r"\$|(?:targets?|labels?|weights?|probabilities|entries|assum\w+|note|recall)\b", re.IGNORECASE
)
"""What has to stand in the sentence before "where", for it to be said of what is meant here."""

INDICES = frozenset("ijklmcnq")
USUAL = "k"
"""The index of a vector of which no entry is printed."""


def _vector_of(statement: Statement) -> str | None:
    r"""The name of the vector, y of `\sum_i y_i = 1`; None for anything else."""
    if len(statement.members) != 2 or statement.relations[0].name not in ("=", "=="):
        return None
    left, right = map(plain, statement.members)
    if not (isinstance(right, Digits) and right.text == "1"):
        return None
    bound = survey([left]).bound
    if not isinstance(left, Product) or len(left.parts) != 2 or len(bound) != 1:
        return None
    entry = plain(left.parts[1][1])
    if not isinstance(entry, Scripts) or entry.sup is not None or entry.primes:
        return None
    letters = [base_name(part) for part in components(entry.sub)]
    return base_name(entry.base) if letters == [*bound] else None


def said_normalised(statement: Statement, words: str, cue: Cue, context: Context) -> bool:
    """What is said outright of a vector that nothing defines, into the context; False if it is no such.

    Args:
        statement: what is stated within a sentence.
        words: those before it in its clause; none if they stand behind a display.
        cue: what they make of it.
        context: what is known.
    """
    name = _vector_of(statement)
    outright = (SAID.search(words) and not OPEN.search(words)) if words else cue in OUTRIGHT
    linked = not re.search(r"\b(?:where|with|such that|so that|for which)\b[^$]*$", words) or LINKED.search(
        words
    )
    if name is None or not outright or not linked or _is_defined(name, context):
        return False
    context.normalised[name] = (statement.members[0], "=", statement.members[1])
    return True


def said_in_words(formula: Node, before: str, behind: str, context: Context) -> None:
    """A vector that is called one-hot, or a probability vector, right beside its name."""
    root = plain(formula)
    if isinstance(root, Chain) and root.relations[0].name == "in":
        root = plain(root.members[0])
    name = scripted_name(root)
    if name is None or isinstance(root, Scripts) or _is_defined(name, context):
        return
    sentence = re.split(r"[.!?]\s", before)[-1]
    called = BEFORE.search(before) or BEHIND.match(behind) or CHINESE.match(behind)
    if not called or OPEN.search(sentence) or FROM_ZERO.search(re.split(r"[.!?。]\s", behind)[0]):
        return
    letter = context.letters.get(name, USUAL)
    context.normalised[name] = (parse(rf"\sum_{letter} {name}_{letter}").root, "=", parse("1").root)


@remembered
def letters_below(root: Node) -> dict[str, str]:
    """The letter below each name that has one alone below it: of y_k it is k."""
    found = dict[str, str]()
    for node in nodes(root):
        if isinstance(node, Scripts) and node.sup is None and isinstance(plain(node.sub or node), Letter):
            name, letter = base_name(node.base), base_name(node.sub or node)
            if name is not None and letter in INDICES:
                found.setdefault(name, letter)
    return found


def _is_defined(name: str, context: Context) -> bool:
    """It is made of something else: that its entries add up to 1 follows, or is wrong."""
    return any(said.body is not None and stem(one) == name for one, said in context.said.items())


__all__ = ["letters_below", "said_in_words", "said_normalised"]
