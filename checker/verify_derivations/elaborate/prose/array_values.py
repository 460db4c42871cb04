r"""Functions whose values the text declares to be arrays, or calls so: "the operator $H(t)$"."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.known import NUMBERS
from verify_derivations.elaborate.notation.names import plain, quantity
from verify_derivations.elaborate.notation.statements import statements
from verify_derivations.elaborate.notation.usage import in_brackets
from verify_derivations.elaborate.prose.declarations import domain_of, is_interval
from verify_derivations.elaborate.prose.described import items_of
from verify_derivations.elaborate.prose.describing_words import MORE
from verify_derivations.parse.tree import Digits, Letter, Listing, Node, Product, Separator, nodes

ARRAYS = (
    r"(?:vectors?|matri(?:x|ces)|tensors?|operators?|hessians?|jacobians?|gradients?|rotations?|"
    r"quaternions?|propagators?|hamiltonians?|vektor\w*|matri[xz]\w*)(?![\w-])|向量|矢量|矩阵|张量|算子|算符"
)
"""Words for what is no number."""

BEFORE = re.compile(
    rf"(?<![\w-])(?:{ARRAYS})(?:\s+(?:function|field|valued|is|are|by|of|functions?|called|at|time))*\s*"
    r"(?:\$\s*(?:,|and|or|、|和|与)*\s*)*$",
    re.IGNORECASE,
)
LIKEWISE = re.compile(
    rf"(?<![\w-])(?:{ARRAYS})[^.;]*\b(?:(?:and|as|just) so (?:is|are)|so (?:is|are)|as (?:is|are)"
    rf"|like|unlike|likewise|also|both|the same (?:is true|holds|goes)|similarly)\b[^.;$]*\$?\s*$",
    re.IGNORECASE,
)
"""How a sentence goes on to something else that is one, too: "is a matrix, and so is the smooth $M(t)$"."""

BEHIND = re.compile(
    rf"{MORE}[\s,(]*(?:(?!(?:of|on|at|to|with|by|in|for|from|between|acts?|applied)\b)[\w-]+,?\s+){{0,6}}?"
    rf"(?:[\w-]+[- ])?(?:{ARRAYS})|{MORE}.{{0,4}}(?:向量|矢量|矩阵|张量|算子|算符)",
    re.IGNORECASE,
)
"""Where these words stand beside what they are said of."""

OF_FUNCTIONS = frozenset(("O", "o", "\\mathcal{O}"))
"""Sets of functions, in which no values are."""


def declared_values(root: Node) -> dict[str, str]:
    r"""The functions of which a formula says in which set their values are, with that set; or with `NUMBERS`.

    >>> from verify_derivations.parse import parse
    >>> declared_values(parse(r"A(t), b(t) \in \mathbb R^n").root)
    {'A': 'R n', 'b': 'R n'}
    >>> declared_values(parse(r"f: \mathbb R^n \to \mathbb R").root), declared_values(parse("x \\to 0").root)
    ({'f': 'numbers'}, {})
    """
    maps = isinstance(root, Listing) and any(isinstance(i, Separator) and i.kind == ":" for i in root.items)
    found = dict[str, str]()
    for statement in statements(root):
        sign, where = statement.relations[0].name, statement.members[1]
        if sign == "in":
            heads = map(called_name, (*statement.loose, statement.members[0]))
        elif sign == "->" and maps:
            heads = map(quantity, statement.loose)
        else:
            continue
        if not any(quantity(node) in OF_FUNCTIONS for node in nodes(where)):
            numbers = domain_of(where) is not None or is_interval(where)
            shown = " ".join(node.text for node in nodes(where) if isinstance(node, Letter | Digits))
            found |= {name: NUMBERS if numbers else shown for name in heads if name is not None}
    return found


def called_name(node: Node) -> str | None:
    """The name of the function of which a formula is a value: A of A(t)."""
    node = plain(node)
    if not isinstance(node, Product) or len(node.parts) != 2 or node.parts[1][0] != "":
        return None
    head, brackets = node.parts[0][1], node.parts[1][1]
    return None if in_brackets(brackets) is not brackets else quantity(head)


def called_arrays(root: Node, before: str, behind: str) -> frozenset[str]:
    """The functions whose values words call vectors, matrices or operators.

    Args:
        root: the formula, which lists values of functions or begins with one.
        before: the words of the paragraph before it, with a dollar sign for each formula.
        behind: those behind it.
    """
    if not (BEFORE.search(before) or LIKEWISE.search(before) or BEHIND.match(behind)):
        return frozenset()
    stated = [statement.members[0] for statement in statements(root)[:1]]
    return frozenset(name for node in (*stated, *items_of(root)) if (name := called_name(node)) is not None)


__all__ = ["called_arrays", "called_name", "declared_values"]
