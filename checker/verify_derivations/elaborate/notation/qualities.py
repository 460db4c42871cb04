"""What the prose says in words of matrices, vectors, numbers: a refutation has to hold for such ones, too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from verify_derivations.elaborate.notation.any_value import any_value
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.manuscript import Prose
from verify_derivations.model import Alternative, ArrayDeclaration, Claim, Declaration
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import subterms


@dataclass(frozen=True)
class Quality:
    """Words that narrow what a name can be: of an array of this rank, or of a number (rank 0).

    `meaning` is what is assumed of the array, or where the number lives; empty if there are no terms for it.
    """

    name: str
    words: re.Pattern[str]
    rank: int
    meaning: str
    help: str


def _quality(name: str, rank: int, meaning: str, help: str, words: str) -> Quality:
    latin = "|".join(word for word in words.split("|") if word.isascii())
    other = "|".join(word for word in words.split("|") if not word.isascii())
    pattern = rf"\b(?:{latin})\b" + (f"|{other}" if other else "")
    return Quality(name, re.compile(pattern, re.IGNORECASE), rank, meaning, help)


SOME_INTEGERS = "one of some integers"
"""What is said of integers that are declared, too."""

KIND = ("number", "vector", "matrix")
"""What a name of each rank is."""

MANY = ("numbers", "vectors", "matrices")
"""What several names of each rank are."""

ARTICLES = (
    ("a matrix", "matrices"),
    ("a vector", "vectors"),
    ("a whole number", "whole numbers"),
    ("one of", "some of"),
)
"""How a quality of one name begins, and of several."""

SYMMETRIC = "assume ${0}^\\top = {0}$"

SAMPLES = (
    r"(?!(?:an?|one|the|our|its|some) (?:\w+ ){0,2}(?:examples?|samples?|observations?|data|points?|records?|"
    r"instances?|vectors?|features?|inputs?|tokens?|documents?|measurements?|individuals?|persons?|cases?|"
    r"transposes?|variables?|predictors?|words?|images?|users?|items?|class|classes|units?|neurons?))"
)
"""What a row of a data matrix is mostly said to be: that says nothing of its entries."""

HAS = (
    r"(?: (?:of|in) \$)?(?: \w+){0,2}? "
    r"(?:is|are|sums?|adds?|has|have|equals?|vanish\w*|coincides?|contains?)\b"
)

PARTS_OF_MATRICES = (
    r"(?:its|their|all|each|every|both|whose) (?:\w+ )?(?:rows?|columns?|entry|entries|elements?|diagonals?|"
    rf"eigenvalues?|trace|determinant|rank|inverse|square){HAS} {SAMPLES}"
)
PARTS_OF_VECTORS = (
    r"(?:its|their|all|each|every|both|whose) (?:\w+ )?(?:entry|entries|elements?|components?|coordinates?|"
    rf"norms?|lengths?|sums?){HAS} {SAMPLES}"
)
"""Sentences about the parts of an array: "all its entries are one"."""

QUALITIES = (
    _quality(
        "symmetric",
        2,
        "sym",
        SYMMETRIC,
        r"symmetric|self-adjoint|hermitian|hessians?|gram(?:ian)?(?: matri(?:x|ces))?|fisher information|"
        r"metric tensor|inertia|(?:distance|similarity|correlation|kernel|precision|stiffness|mass|tied) "
        r"(?:matri(?:x|ces)|weights)|对称|海森|格拉姆",
    ),
    _quality(
        "positive definite",
        2,
        "spd",
        SYMMETRIC,
        r"(?:positive|semi)[- ]?(?:semi-?)?definite|covariances?|psd|spd|gram(?:ian)?|正定|协方差矩阵",
    ),
    _quality(
        "orthogonal",
        2,
        "orth",
        "assume what is needed of ${0}$ in formulas",
        r"orthogonal|orthonormal|unitary|rotations?|isometr\w+|正交",
    ),
    _quality(
        "a matrix of a special kind",
        2,
        "",
        "assume what is needed of ${0}$ in formulas",
        r"diagonal|triangular|idempotent|projection|projector|skew|antisymmetric|anti-symmetric|singular|"
        r"stochastic|permutation|nilpotent|commut(?:e|es|ing)|adjacency|laplacians?|householder|"
        r"reflections?|involut\w+|circulant|toeplitz|hankel|transition matri(?:x|ces)|markov|rank[- ]one|"
        r"(?:centering|hat|companion|normal|hadamard) matri(?:x|ces)|all-ones|traceless|unimodular|"
        r"(?:one|1)[- ]dimension\w*|one dimension|scalar case|(?:for|are|as|case of) scalars|"
        r"(?:matri(?:x|ces)|arrays?) with (?:a single|one|only one)|"
        r"(?:size|dimension|order) (?:is |equals |of )?(?:one|1)|一维|一阶|标量情[形况]|"
        rf"magic square|squares? to|its own|their own|{PARTS_OF_MATRICES}|"
        r"(?:all|each|every one|none) of whose (?:row|column|entr|element|eigenvalue)\w*|"
        r"whose (?:rows?|columns?|entries|elements|diagonal\w*|off-diagonal\w*|eigenvalues?|determinant|"
        r"trace|inverse|transpose|square|rank|(?:first|last|only|non-?zero|i-th|other) \w+)|"
        r"matri(?:x|ces) (?:in which|for which|such that|satisfying|of (?:all )?(?:ones|zeros|rank|full rank)"
        r"|with (?:equal|identical|constant|zero|non-?negative|positive|orthonormal|unit|all|full|rank|trace|"
        r"determinant|eigenvalues?|the same))|对角|三角矩阵|幂等|投影|奇异|反对称|斜对称|反称|不对称|"
        r"非对称|邻接|转移矩阵|循环矩阵|[每各其](?:一|个)?(?:行|列|元素|迹|行列式|秩)",
    ),
    _quality(
        "a vector whose entries add up to 1",
        1,
        "simplex",
        "assume what is needed of ${0}$ in formulas",
        r"(?:sum|add)(?:s|ing)?(?: up)? to (?:one|1|unity)|和为一",
    ),
    _quality(
        "a vector of a special kind",
        1,
        "",
        "assume what is needed of ${0}$ in formulas",
        r"unit vectors?|unit (?:norm|length|sphere|ball)|(?:length|norm) (?:one|1)|normali[sz]ed|"
        r"standardi[sz]ed|eigenvectors?|one-hot|binary|orthogonal|orthonormal|perpendicular|parallel|collinear|"
        r"uncorrelated|linearly (?:in)?dependent|cent(?:er|re)(?:ed|ing)|mean[- ]zero|zero[- ](?:mean|sum)|"
        r"(?:mean|average|sum|residual|deviation)s?(?: \w+){0,5} (?:zero|vanish\w*)|"
        rf"(?:sum|add)(?:s|ing)?(?: up)? to (?!one\b|1\b|unity\b)|{PARTS_OF_VECTORS}|"
        r"(?:all of )?whose (?:entries|components|coordinates|elements|norm|length|sum)|"
        r"vectors? (?:of (?:all )?(?:ones|zeros)|such that|satisfying|for which|in the (?:kernel|null space)|"
        r"with (?:equal|zero|non-?negative|positive|unit|norm|all|constant))|单位向量|归一化|特征向量|"
        r"正交|垂直|平行|共线|中心化|零均值|均值为零|不相关|各?分量",
    ),
    _quality("a whole number", 0, "integer", "${0} \\in \\mathbb Z$", r"integers?|whole numbers?|整数"),
    _quality(
        "even or odd",
        0,
        "",
        "write it as $2k$ or $2k+1$",
        r"(?:even|odd)(?: positive| negative)? (?:integers?|numbers?)|is (?:even|odd)|偶数|奇数",
    ),
    _quality(
        SOME_INTEGERS,
        0,
        "",
        "write it as $2k$ or $2k+1$",
        r"(?:it|which|this|that|they|these|those|both|each|number|integer)s? (?:is|are|be)"
        r"(?: both| all| not)? (?:even|odd|prime|composite|divisible)",
    ),
)
"""What is heard of the prose, wherever it stands: a word need not stand beside the name that it is about."""


@dataclass(frozen=True)
class Heard:
    """A quality that a document speaks of: with which words, the first ones, and where."""

    quality: Quality
    words: str
    line: int


def spoken_of(blocks: Iterable[Prose]) -> tuple[Heard, ...]:
    """The qualities that these paragraphs speak of, each with the words that tell it first.

    >>> from verify_derivations.manuscript import SourceText
    >>> text = SourceText("notes.md", "Long.\\nLet A be symmetric.").placed(0, 25)
    >>> [(heard.quality.name, heard.words, heard.line) for heard in spoken_of([Prose((text,))])]
    [('symmetric', 'symmetric', 2)]
    """
    found = list(blocks)
    return tuple(filter(None, (_first(quality, found) for quality in QUALITIES)))


def _first(quality: Quality, blocks: Iterable[Prose]) -> Heard | None:
    for block in blocks:
        if match := quality.words.search(block.text):
            return Heard(quality, " ".join(match[0].split()), block.line_at(match.start()))
    return None


OTHERS_TOO = re.compile(r"(?:\s*(?:,|and|or|,\s*and|、|和|与)?\s*\$)*")
"""Other names of which the same is said."""

OTHERS_BEFORE = re.compile(r"(?:\$\s*(?:,|and|or|,\s*and|、|和|与)?\s*)+$")
"""The same before it."""

APART = re.compile(
    r"(?:[,，]|\band\b|[且而又])\s*(?:and\s+)?(?:(?:let|take|put|where|with)\s*|[设令])?$", re.IGNORECASE
)
"""Words before a name with which something else begins."""

CUT = re.compile(r"[.;:!?$。；：！？]")


def qualities_beside(before: str, behind: str) -> frozenset[Quality]:
    """The qualities of which the words right beside a formula speak, up to the next one.

    >>> [quality.name for quality in qualities_beside("Let ", " be symmetric. Let $ be large.")]
    ['symmetric']
    """
    behind = behind[OTHERS_TOO.match(behind).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    before = OTHERS_BEFORE.sub("", before)
    near = "" if APART.search(before) else CUT.split(before)[-1], CUT.split(behind)[0]
    return frozenset(q for q in QUALITIES if any(q.words.search(words) for words in near))


def narrowed_by_words(
    claim: Claim,
    others: Iterable[Claim],
    spoken: Iterable[Heard],
    any_ones: Collection[str],
    special: Collection[str],
) -> Iterator[Alternative]:
    """The claim where its names are all that the prose speaks of.

    A counterexample that has all of these qualities refutes it, whichever name they are meant for.

    Args:
        claim: as it was read.
        others: how it may be read besides, each as a claim.
        spoken: what the prose speaks of.
        any_ones: names that are declared to stand for anything, of which nothing else is said.
        special: names beside which such words stand, which no declaration of that kind settles.
    """
    told = [(one, names) for one in spoken if (names := _bearers(claim, one.quality, any_ones))]
    if not told:
        return
    words = ", ".join(
        f"{' and '.join(names)} {_are(names, one.quality)}, as line {one.line} says of something "
        f'("{one.words}")'
        for one, names in told
    )
    heard = [(one.quality, names) for one, names in told]
    first, names = heard[0]
    help = first.help.format(names[0])
    plain = [name for name in names if not {name, stem(name)} & set(special)]
    if plain:
        whichever = f"it is any {KIND[first.rank]}" if len(plain) == 1 else f"they are any {MANY[first.rank]}"
        help += f", or, if {whichever}, {'; '.join(any_value(name, claim) for name in plain)}"
    if not all(quality.meaning for quality, _ in heard):
        yield Alternative(words, help, covered=True)
        return
    for one in (claim, *others):
        yield Alternative(words, help, _with_all(one, heard), covered=True)


def _are(names: list[str], quality: Quality) -> str:
    if len(names) == 1:
        return f"is {quality.name}"
    for one, many in ARTICLES:
        if quality.name.startswith(one):
            return f"are {many}{quality.name.removeprefix(one)}"
    return f"are {quality.name}"


def _bearers(claim: Claim, quality: Quality, any_ones: Collection[str]) -> list[str]:
    """The names of the claim that may have this quality, and are not known to have it, or not to."""
    if quality.rank:
        found = [array.name for array in claim.context.arrays if _may_be(array, quality)]
    elif quality.name == SOME_INTEGERS:
        found = sorted(d.name for d in claim.context.declarations if d.domain.field == "integer")
    else:
        found = _numbers(claim)
    return [name for name in found if name not in any_ones]


def _may_be(array: ArrayDeclaration, quality: Quality) -> bool:
    if len(array.shape) != quality.rank or quality.meaning in array.assumed:
        return False
    return quality.rank == 1 or quality.meaning == "orth" or array.shape[0] is array.shape[1]


def _numbers(claim: Claim) -> list[str]:
    """The numbers in a claim of which nothing is declared."""
    declared = {d.name for d in claim.context.declarations} | {name for name, _ in claim.context.indices}
    symbols = {part.name for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Symbol)}
    heads = {part.name for d in claim.context.definitions if isinstance(part := d.head, Symbol)}
    return sorted(symbols - declared - heads)


def _with_all(claim: Claim, heard: list[tuple[Quality, list[str]]]) -> Claim:
    """The claim with all of these assumed of whatever may have them."""
    arrays = tuple(
        replace(
            array,
            assumed=(*array.assumed, *(q.meaning for q, names in heard if q.rank and array.name in names)),
        )
        for array in claim.context.arrays
    )
    more = [
        Declaration(name, DOMAINS[quality.meaning])
        for quality, names in heard
        if not quality.rank
        for name in names
    ]
    declarations = tuple(sorted((*claim.context.declarations, *more), key=lambda d: d.name))
    return replace(claim, context=replace(claim.context, arrays=arrays, declarations=declarations))


__all__ = ["Heard", "Quality", "narrowed_by_words", "qualities_beside", "spoken_of"]
