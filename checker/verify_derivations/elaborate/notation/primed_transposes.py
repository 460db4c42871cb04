"""Primes that transpose, X'X, as in econometrics, where the text says so; else a prime is a derivative."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from verify_derivations.elaborate.notation.names import plain, quantity
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Fenced, Letter, Listing, Node, Product, Scripts, Separator, children

SAYS = re.compile(
    r"\bprimes?\b[^.;]{0,30}?\b(?:denotes?|indicates?|means?|marks?|stands? for|is used for|represents?)\s+"
    r"(?:the\s+|a\s+|matrix\s+|vector\s+)*transpos"
    r"|\btranspos\w*\b[^.;]{0,60}?\b(?:denoted|written|indicated|marked)\b[^.;]{0,30}?\bprimes?\b"
    r"|\$[^$]{1,12}'\$\s*(?:is|be|denotes?|means|stands for|for|represents)\s+(?:the\s+|its\s+|a\s+)*transpos"
    r"|\btranspose of\s+\$[^$]{1,12}\$\s+(?:is|by|as)\s+\$[^$]{1,12}'\$"
    r"|撇[号]?\s*(?:表示|代表|为)\s*转置|\$[^$]{1,12}'\$\s*(?:表示|为|是)[^.;。；]{0,12}转置",
    re.IGNORECASE,
)
UNSURE = re.compile(
    r"\b(?:not|no|unlike|instead|than|differs?|different|some|others?|would|avoid\w*|or|sometimes|often|authors?|"
    r"books?|never|neither|if|whereas)\b|n['’]t\b|不|而非|有些|如果|或",
    re.IGNORECASE,
)
"""Words of a sentence that may speak of primes as the text does not use them."""

SENTENCES = re.compile(r"[.!?。；;]\s+|\n\s*\n")


def says_that_primes_transpose(texts: Iterable[str]) -> bool:
    """The prose says that a prime is a transpose.

    Args:
        texts: paragraphs, with formulas between dollar signs.

    >>> says_that_primes_transpose(["A prime denotes the transpose."])
    True
    >>> says_that_primes_transpose(["Some authors say that a prime denotes the transpose."])
    False
    """
    sentences = (part for text in texts for part in SENTENCES.split(text))
    return any(SAYS.search(one) and not UNSURE.search(one) for one in sentences)


@remembered
def with_transposes(root: Node) -> Node:
    r"""The formula with transposes for its primes, but for those of functions, f'(x).

    Args:
        root: the formula.

    >>> from verify_derivations.parse import parse
    >>> found = with_transposes(parse("X'X - f'(x)").root)
    >>> [node.sup.text for node in (found.parts[0][1].parts[0][1],)], found.parts[1][1].parts[0][1].primes
    (['\\top'], 1)
    """
    if isinstance(root, Product):
        return root._replace(
            parts=tuple(
                (sign, part if _is_a_function(root, k) else with_transposes(part))
                for k, (sign, part) in enumerate(root.parts)
            )
        )
    made = _with_transposes_below(root)
    if isinstance(made, Scripts) and made.primes == 1 and made.sup is None:
        return made._replace(primes=0, sup=Letter("\\top", made.end, made.end))
    return made if children(root) else root


def _with_transposes_below(node: Any) -> Node:
    made: Node = type(node)(*map(_below, node))
    return made


def _below(part: Any) -> Any:
    """What stands in a field of a node: a node, several of them with their signs, or no node."""
    if isinstance(part, tuple):
        node: Any = part
        return with_transposes(node) if hasattr(part, "_fields") else tuple(map(_below, part))
    return part


def _is_a_function(product: Product, k: int) -> bool:
    """A name with a prime right before letters in brackets."""
    part = plain(product.parts[k][1])
    if not isinstance(part, Scripts) or part.primes != 1 or k + 1 == len(product.parts):
        return False
    sign, behind = product.parts[k + 1][0], plain(product.parts[k + 1][1])
    if sign or not isinstance(behind, Fenced):
        return False
    inside = plain(behind.body)
    items = inside.items if isinstance(inside, Listing) else (inside,)
    return all(quantity(plain(item)) is not None for item in items if not isinstance(item, Separator))


__all__ = ["says_that_primes_transpose", "with_transposes"]
