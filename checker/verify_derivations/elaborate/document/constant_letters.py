r"""Letters that mostly are constants, e and \pi, where they may be names: an eccentricity, a policy."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from fractions import Fraction

from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Digits, Node, Scripts, Sum, children, nodes
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.decimals import printed_value
from verify_derivations.term.syntax.nodes import Decimal

E, PI = "e", "\\pi"

NAMED = {
    E: re.compile(
        r"\b(?:edges?|graphs?|vertices|eccentric\w*|errors?|residuals?|charges?|elasticit\w*|efforts?|energ\w+|"
        r"(?:identity|neutral|unit) element|groups?|electrons?)\b|边数|误差|偏心|离心|电荷|单位元",
        re.IGNORECASE,
    ),
    PI: re.compile(
        r"\b(?:profits?|polic(?:y|ies)|inflation|permutations?|priors?|stationary|projections?|prices?|partitions?|"
        r"mixing|mixture|homotopy|prime[- ]counting|primes)\b|利润|策略|通[货胀]|排列|置换|先验|投影|素数",
        re.IGNORECASE,
    ),
}
"""Words of texts in which the letter is mostly something else."""

THE_CONSTANT = re.compile(
    r"Euler|Napier|natural log\w*|base of|exponential|archimedes|half a turn|circumference|circle|2[.,]7|"
    r"3[.,]1|欧拉|自然[对底常]|圆周率",
    re.IGNORECASE,
)
"""Words with which a text says that the constant is meant."""

NEAR = {E: (Fraction(5, 2), Fraction(3)), PI: (Fraction(14, 5), Fraction(7, 2))}
"""Between which numbers digits are meant to be those of the constant."""


def may_be_names(
    claim: Claim, roots: Iterable[Node], relevant: Iterable[Said], settled: Container[str], words: str
) -> Iterator[Alternative]:
    """The doubts that e and pi are constants, in a statement without unknowns.

    Args:
        claim: as it was read.
        roots: its notation.
        relevant: the definitions of names in it.
        settled: letters that the author says are constants.
        words: what the section says around it.
    """
    if free_names(claim):
        yield from _described(claim, roots, settled, words)
        return
    roots = [*roots, *(said.body for said in relevant if said.body is not None)]
    for letter, may_be in ((E, _may_be_e), (PI, _may_be_pi)):
        if letter in settled or not _holds(letter, roots):
            continue
        named = NAMED[letter].search(words) is not None
        if named and (letter == PI or may_be(roots)):
            pass  # e^{-x} is a power of the constant whatever the text speaks of
        elif not may_be(roots) or (_is_alone(letter, roots) and _is_near(letter, claim)):
            continue
        help = (
            "write \\mathrm{e}" if letter == E else "constant $\\pi$ if it is the number, or let $\\pi=...$"
        )
        yield Alternative(f"{letter} is a name here", help, covered=not _is_called_a_name(letter, words))


DESCRIBED = re.compile(
    r"\b(?:edges?|eccentric\w*|errors?|residuals?|(?:electric |elementary )?charges?|elasticit\w*|efforts?|"
    r"energ(?:y|ies)|(?:identity|neutral|unit) element)\s*(?:is\s*|be\s*|,\s*)?\$\s*e\s*\$"
    r"|\$\s*e\s*\$\s*(?:is|be|are|denotes?|means|stands for)\s+(?:the|an?|our)\s(?!base\b|number\b)",
    re.IGNORECASE,
)
"""A text says what e is, and it is not the constant: "the charge $e$"."""


def _described(
    claim: Claim, roots: Iterable[Node], settled: Container[str], words: str
) -> Iterator[Alternative]:
    """The doubt about powers of an e of which the text says what it is: the derivative of e^x."""
    if E in settled or not _holds(E, [*roots]) or THE_CONSTANT.search(words):
        return
    if DESCRIBED.search(words):
        yield Alternative("e is a name here", "write \\mathrm{e}", covered=False)


def _is_called_a_name(letter: str, words: str) -> bool:
    """The text says what the letter is, and does not say that it is the constant."""
    said = re.search(rf"\$\s*{re.escape(letter)}\s*(?:\$|=)", words)
    return said is not None and not THE_CONSTANT.search(words)


def _holds(letter: str, roots: list[Node]) -> bool:
    return any(_is(letter, node) for root in roots for node in nodes(root))


def _may_be_e(roots: list[Node]) -> bool:
    """It stands by itself or with a small number above it; e^{-x}, e^{5.5} are nothing but powers of the
    constant."""
    powers = [
        node for root in roots for node in nodes(root) if isinstance(node, Scripts) and _is(E, node.base)
    ]
    if any(node.sup is not None and not _is_small(plain(node.sup)) for node in powers):
        return False
    return any(_is(E, node) for root in roots for node in nodes(root))


def _is_small(above: Node) -> bool:
    """A number of which a name is a power, as in e^2."""
    return isinstance(above, Digits) and above.text in ("1", "2", "3", "4")


def _may_be_pi(roots: list[Node]) -> bool:
    """It is a whole side, or a summand."""
    summands = [
        part for root in roots for node in nodes(root) if isinstance(node, Sum) for _, part in node.parts
    ]
    return any(_is(PI, node) for node in (*roots, *summands))


def _is(letter: str, node: Node) -> bool:
    return not children(node) and base_name(node) == letter


def _is_alone(letter: str, roots: list[Node]) -> bool:
    return any(_is(letter, plain(root)) for root in roots)


def _is_near(letter: str, claim: Claim) -> bool:
    """The other side is a number near the constant."""
    lower, upper = NEAR[letter]
    for side in (claim.lhs, claim.rhs):
        value = printed_value(side) if isinstance(side, Decimal) else None
        value = rational(side) if value is None else value
        if value is not None and lower <= value <= upper:
            return True
    return False


__all__ = ["may_be_names"]
