r"""Two digits below a matrix, A_{12}: the row and the column of an entry, where nothing speaks against it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.model import Alternative
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Chain, Digits, Fenced, Grid, Node, Scripts, nodes

OTHERWISE = re.compile(
    r"\b(?:cofactors?|minors?|adjugates?|adjoints?|adjuncts?|complements?|expan\w+|Laplace|Cramer\S*"
    r"|sub-?matri\w+|(?:sub)?blocks?|block\w*|partition\w*|delet\w+|remov\w+|omit\w+|stri(?:k\w+|ck\w+)"
    r"|zero-based|0-based|(?:indexed|count\w*) from (?:0|zero)"
    r"|(?:start|begin)\w* (?:at|with|from) (?:0|zero))\b|余子|子式|伴随|分块|去掉|删去|从\s*(?:0|零)",
    re.I,
)
"""Words with which numbers below a matrix mean something else than its entries, or are counted from 0."""

ANYTHING = ""
"""Stands for every name, where the text has such words."""


def digits_of(node: Scripts) -> tuple[Digits, Digits] | None:
    r"""The two digits that stand below something: of _{12}, _{1,2}; None where something else does.

    >>> from verify_derivations.parse import parse
    >>> found = [digits_of(parse(f"A_{{{sub}}}").root) for sub in ("12", "1,2", "n")]
    >>> [digits and tuple(one.text for one in digits) for digits in found]
    [('1', '2'), ('1', '2'), None]
    """
    match components(node.sub):
        case [Digits(text, start) as both] if len(text) == 2 and text.isdigit():
            return both._replace(text=text[0]), Digits(text[1], start, both.end)
        case [Digits(first) as row, Digits(second) as column] if len(first) == len(second) == 1:
            return row, column
    return None


def are_within(digits: Iterable[Digits], sizes: Iterable[int | None]) -> bool:
    """The digits number a row and a column of a matrix of these sizes, and can be told apart."""
    return all(
        size is not None and 2 <= size <= 9 and 1 <= int(digit.text) <= size
        for digit, size in zip(digits, sizes, strict=True)
    )


@remembered
def numbered_otherwise(root: Node) -> Mapping[str, bool]:
    """Names of matrices of which two digits may be no entry, and whether that is so in expressions, too.

    Their rows are counted from 0, their cells may be blocks, or small letters name their entries, so that
    the capital may number cofactors.
    """
    return dict(sorted(_otherwise(root)))


def _otherwise(root: Node) -> Iterator[tuple[str, bool]]:
    for node in nodes(root):
        if isinstance(node, Scripts):
            digits, name = digits_of(node), base_name(node.base)
            if digits is not None and name is not None and "0" in (digits[0].text, digits[1].text):
                yield name, True
        elif isinstance(node, Chain):
            members = [plain(member) for member in node.members]
            grids = [member for member in members if isinstance(member, Grid)]
            cells = [cell for grid in grids for row in grid.rows for cell in row]
            named = {name for cell in cells for part in nodes(cell) if (name := base_name(part)) is not None}
            for name in filter(None, map(base_name, members)):
                if any(_is_capital(other) for other in named):
                    yield name, True
                elif name.lower() in named - {name}:
                    yield name, False


def _is_capital(name: str) -> bool:
    r"""S, \Sigma, \mathbf{B}."""
    return name.rstrip("}").rpartition("{")[2].lstrip("\\")[:1].isupper()


def another_numbering(
    roots: Iterable[Node], otherwise: Mapping[str, bool], arrays: Collection[str]
) -> Iterator[Alternative]:
    """What two digits below a matrix may mean, where the text has another use of them.

    Args:
        roots: the formulas.
        otherwise: names of which the text has another use, and whether also in expressions.
        arrays: names of matrices and vectors in them; below another name digits are part of it.
    """
    for node in (node for root in roots for node in nodes(root)):
        digits = digits_of(node) if isinstance(node, Scripts) else None
        if digits is None or not isinstance(node, Scripts):
            continue
        name, within = base_name(node.base), names_in(node.base)
        if name is not None and name not in arrays:
            continue
        apart = len(components(node.sub)) == 2
        if apart and isinstance(node.base, Fenced) and base_name(plain(node.base.body)) is not None:
            continue  # (A)_{1,2} is what is advised
        known = name in otherwise if name is not None else any(otherwise.get(one, False) for one in within)
        if known or (ANYTHING in otherwise and (name is not None or not apart)):
            shown = f"{name or '(...)'}_{{{digits[0].text}{digits[1].text}}}"
            entry = f"write $({name or 'B'})_{{{digits[0].text},{digits[1].text}}}$ for an entry"
            help = entry if name is not None else f"let $B=...$ be what is in the brackets, and {entry}"
            yield Alternative(f"{shown} is a block, a cofactor or counted from 0", help)


__all__ = ["ANYTHING", "OTHERWISE", "another_numbering", "are_within", "digits_of", "numbered_otherwise"]
