r"""Names that a text uses as random: alone in an expectation, before `\sim`, called so in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verify_derivations.elaborate.notation.names import base_name, plain, quantity, scripted_name, stem
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Chain, Fenced, Listing, Node, Product, Scripts, children, nodes

Parts = tuple[tuple[str, Node], ...]

OPERATORS: dict[str, str] = {
    **dict.fromkeys(("E", "\\mathbb{E}", "\\mathrm{E}", "\\mathbf{E}"), "an expectation"),
    **dict.fromkeys(("\\mathrm{Var}", "\\mathbb{V}", "\\mathrm{var}"), "a variance"),
    **dict.fromkeys(("\\mathrm{Cov}", "\\mathrm{cov}"), "a covariance"),
}
"""Operators on random quantities, by their names."""

PLAIN = frozenset(("E", "\\mathbf{E}"))
"""Names that are often something else: an energy, an error, an electric field."""

UPRIGHT = "\\mathrm{E}"
"""Before round brackets this may be an elliptic integral."""

CUSTOMARY_CONSTANTS = frozenset(r"a b c d k m n t \alpha \beta \lambda \mu \sigma".split())
"""Letters that are constants beside what is random, unless something says that they may vary, too."""

MEANS = re.compile(r"\bexpected values?\b|\bexpectation|\brandom variable|期望|随机变量", re.IGNORECASE)
"""Words by which a text says that it is about random quantities."""

SAMPLES = re.compile(
    r"\b(?:sample|empirical|estimated) (?:mean|variance|covariance|expectation)|样本(?:均|方|协方)|经验",
    re.IGNORECASE,
)
"""Words by which variances may be those of data, with n - 1 or n below the line."""

WORDS = (
    r"\brandom|\bstochastic|\bdistribut|\bdrawn\b|\bsampled\b|\bindependent|\bi\.?i\.?d\b|\bcorrelated|"
    r"\buncorrelated|\bprior|\bposterior|\bgamma|\bexponential|\bdirichlet|\bbinomial|\bmultinomial|\bcauchy|\blaplace|"
    r"\bnoise\b|\buniform|\bgaussian|\bnormal|\bbernoulli|\bpoisson|随机|独立|分布|服从|抽取|采样|噪声"
)
OTHERS = r"and|or|with|from|by|of|on|over|where|parameters?|mean|variance|deviation|size|number"
BETWEEN = rf"(?:\s*(?!(?:{OTHERS})\b)\w+){{0,2}}"
LISTED = r"[\s,]*(?:\$\s*(?:,|and|or|、|和|与)?\s*)*$"
CALLED_RANDOM = re.compile(rf"(?:{WORDS})\w*{BETWEEN}{LISTED}", re.IGNORECASE)
IS_RANDOM = re.compile(
    r"[\s,]*(?:(?:and|or|,|、|和|与)?\s*\$[\s,]*)*"  # other names that are spoken of, too
    rf"(?:\b(?:is|are|be|being|was|were|has|have)\b|[是为服])[^.;:$。；]*(?:{WORDS})",
    re.IGNORECASE,
)
"""Words that make what stands beside them in a sentence random."""


BAYES = re.compile(r"\b(?:hyper)?prior\b|\bposterior\b|\bbayesian\b", re.IGNORECASE)
END = re.compile(r"[.!?](?:\s|$)")

ENERGIES = re.compile(r"\bfunctionals?\b|\benerg(?:y|ies)\b|\belectric", re.IGNORECASE)
"""Words by which an italic E is something else, whatever the text says of expectations."""


class Applied(NamedTuple):
    """An operator on random quantities before its brackets."""

    name: str
    brackets: Fenced


def applied_operator(parts: Parts, k: int, *, plain_ones: bool) -> Applied | None:
    """The operator at part k with its brackets; E[x] only where the text is about such (`plain_ones`)."""
    if k + 1 >= len(parts) or parts[k + 1][0] != "":
        return None
    part, following = plain(parts[k][1]), plain(parts[k + 1][1])
    name = base_name(part.base if isinstance(part, Scripts) else part)
    brackets = plain(following.base) if isinstance(following, Scripts) else following
    if name not in OPERATORS or not isinstance(brackets, Fenced) or brackets.left not in ("(", "[", "\\{"):
        return None
    if name in PLAIN and not (plain_ones and brackets.left == "["):
        return None
    if name == UPRIGHT and brackets.left == "(" and not plain_ones:
        return None
    return Applied(name, brackets)


def random_names(roots: Iterable[Node], *, plain_ones: bool) -> frozenset[str]:
    r"""Names, without scripts, that stand alone in an expectation or before \sim, in these formulas.

    >>> from verify_derivations.parse import parse
    >>> sorted(random_names([parse(r"\mathrm{E}[X^2] + \mathrm{Cov}(Y_i, a Z)").root], plain_ones=False))
    ['X', 'Y']
    """
    return frozenset().union(*(_random(root, plain_ones) for root in roots))


@remembered
def _random(root: Node, plain_ones: bool) -> frozenset[str]:
    return frozenset(_each_random(root, plain_ones))


def _each_random(root: Node, plain_ones: bool) -> Iterator[str]:
    stack = [root]
    while stack:
        node = plain(stack.pop())
        if isinstance(node, Chain) and node.relations[0].name == "~":
            yield from _plain_names(node.members[0])
        if isinstance(node, Product):
            for k in range(len(node.parts)):
                found = applied_operator(node.parts, k, plain_ones=plain_ones)
                if found is not None:
                    yield from _plain_names(found.brackets.body)
        stack.extend(children(node))


def _plain_names(node: Node) -> Iterator[str]:
    """The name that a node is, or the names in a list."""
    for item in node.items if isinstance(node, Listing) else (node,):
        name = scripted_name(item)
        if name is not None and stem(name):
            yield stem(name)


MOMENTS = re.compile(r"expect|mean|averag|varianc|moment|期望|方差|均值|平均", re.IGNORECASE)


def something_else(root: Node, before: str, behind: str) -> str | None:
    """An operator, alone or before its brackets in a formula, whose sentence calls it something else."""
    root = plain(root)
    if isinstance(root, Product) and len(root.parts) == 2 and isinstance(plain(root.parts[1][1]), Fenced):
        root = plain(root.parts[0][1])
    name = base_name(root)
    if name not in OPERATORS or MOMENTS.search(f"{END.split(before)[-1]} {END.split(behind)[0]}"):
        return None
    return name


def of_numbers(roots: Iterable[Node]) -> set[str]:
    """The names in what variances and covariances are taken of, which are read as numbers."""
    found = set[str]()
    for node in (part for root in roots for part in nodes(root) if isinstance(part, Product)):
        for k in range(len(node.parts)):
            applied = applied_operator(node.parts, k, plain_ones=False)
            if applied is not None and OPERATORS[applied.name] != "an expectation":
                inside = (name for part in nodes(applied.brackets) for name in (quantity(part),))
                found.update(name for name in inside if name is not None)
    return found


def called_random(root: Node, before: str, behind: str) -> frozenset[str]:
    """The names in a formula that the words around it call random: "random variables $X$ and $Y$".

    In a sentence with a prior, all may be so.
    """
    sentence = f"{END.split(before)[-1]} {END.split(behind)[0]}"
    if not (BAYES.search(sentence) or CALLED_RANDOM.search(before) or IS_RANDOM.match(behind)):
        return frozenset()
    return frozenset(_plain_names(root))


def outside(roots: Iterable[Node], *, plain_ones: bool) -> frozenset[str]:
    """Names, without scripts, that stand outside of all expectations, variances and covariances."""
    return frozenset().union(*(_outside(root, plain_ones) for root in roots))


@remembered
def _outside(root: Node, plain_ones: bool) -> frozenset[str]:
    found = set[str]()
    stack = [root]
    while stack:
        node = plain(stack.pop())
        name = base_name(node)
        if name is not None:
            found.add(stem(name))
            continue
        if isinstance(node, Product):
            stack.extend(_without_arguments(node.parts, plain_ones))
        else:
            stack.extend(children(node))
    return frozenset(found)


def _without_arguments(parts: Parts, plain_ones: bool) -> Iterator[Node]:
    skipped = set[int]()
    for k, (_, part) in enumerate(parts):
        if applied_operator(parts, k, plain_ones=plain_ones) is not None:
            skipped |= {k, k + 1}
            following = plain(parts[k + 1][1])
            if isinstance(following, Scripts) and following.sup is not None:
                yield following.sup
        elif k not in skipped:
            yield part


__all__ = [
    "CUSTOMARY_CONSTANTS",
    "ENERGIES",
    "MEANS",
    "OPERATORS",
    "SAMPLES",
    "applied_operator",
    "called_random",
    "of_numbers",
    "outside",
    "random_names",
    "something_else",
]
