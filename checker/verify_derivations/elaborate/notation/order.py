"""Names that may stand for matrices or vectors: as numbers, the order of their products would not matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import big_sign
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    scripted_name,
    stem,
)
from verify_derivations.elaborate.notation.randomness import OPERATORS, of_numbers
from verify_derivations.elaborate.notation.scope import Choice, Scope
from verify_derivations.parse.tree import Fenced, Node, Product, Scripts, Sum, children, nodes

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

CAPITAL = re.compile(
    r"(?:[A-Z]|\\(?:mathbf|boldsymbol|vec)\{.*\}|\\(?:Sigma|Lambda|Phi|Psi|Omega|Theta))'*(?:_.*)?"
)
"""Names by which authors call matrices and vectors: capitals, bold letters, letters with arrows."""


DRESSED = re.compile(
    r"\\(?:hat|widehat|bar|overline|tilde|widetilde|dot|ddot|check|breve|math[a-z]+)\{(.*)\}(.*)"
)
GREEK = re.compile(r"\\(?:Gamma|Delta|Xi|Pi|Upsilon)'*(?:_.*)?")
"""How else matrices may be called, where they stand beside others."""

VECTOR = re.compile(r"\\(?:mathbf|boldsymbol)\{(?:[a-z]|\\[a-z]+)\}.*|\\vec\{.*")
"""Those of them that are vectors."""


def unordered(
    roots: Iterable[Node], scope: Scope, numbers: Iterable[str], vectors: Collection[str] = ()
) -> list[str]:
    """The names that may be matrices, if their order matters somewhere in these formulas.

    Args:
        roots: the formulas.
        scope: what is known around them.
        numbers: names that are numbers.
        vectors: names that words call vectors or matrices.
    """
    roots = list(roots)
    known = _known(roots, scope, numbers)
    found, matters = dict[str, None](), False
    for root in roots:
        found.update(dict.fromkeys(sorted(_names(root, known, vectors))))
        matters = matters or any(_mixes(node, known, vectors) for node in nodes(root))
    return list(found) if matters else []


def beside_arrays(
    roots: Iterable[Node], scope: Scope, numbers: Iterable[str], vectors: Collection[str] = ()
) -> list[str]:
    """The names that may be matrices and are multiplied by a vector or a matrix in these formulas.

    Args:
        roots: the formulas.
        scope: what is known around them.
        numbers: names that are numbers.
        vectors: names that words call vectors or matrices.
    """
    roots = list(roots)
    known, found = _known(roots, scope, numbers), dict[str, None]()
    for node in (node for root in roots for node in nodes(root) if isinstance(node, Product)):
        parts = [part for _, part in node.parts]
        if any(_has_array(part, scope.ranks) for part in parts):
            names = set[str]().union(*(_names(p, known, vectors, is_meant=may_be_capital) for p in parts))
            found.update(dict.fromkeys(sorted(names)))
    return list(found)


def may_be_capital(name: str) -> bool:
    r"""A capital, also with an accent or in script, and Greek: \hat{A}, \mathcal{A}, \Pi."""
    while (dressed := DRESSED.fullmatch(name)) is not None:
        name = dressed[1] + dressed[2]
    return CAPITAL.fullmatch(name) is not None or GREEK.fullmatch(name) is not None


def _has_array(root: Node, ranks: Collection[str]) -> bool:
    """A vector or a matrix stands in it as a whole, perhaps transposed; an entry is a number."""
    stack = [root]
    while stack:
        node = plain(stack.pop())
        name = quantity(node)
        if name in ranks:
            return True
        if name is None:
            stack.extend(children(node))
    return False


def _known(roots: list[Node], scope: Scope, numbers: Iterable[str]) -> set[str]:
    """The names that are known, or seen to be numbers."""
    known = {*scope.scalars, *scope.defined, *scope.functions, *scope.ranks, *numbers}
    known |= scope.usage.numbers | scope.usage.bound | scope.usage.sup_letters | scope.costs.keys()
    return known | of_numbers(roots) | ({"E"} if scope.means else set()) | OPERATORS.keys() - {"E"}


def _mixes(node: Node, known: set[str], vectors: Collection[str]) -> bool:
    """A product of different ones; or a power, or an exponent, with different ones in it."""
    match node:
        case Product(parts):
            named = [_names(part, known, vectors, layered=True) for _, part in parts]
            return len(set().union(*named)) > 1 and sum(map(bool, named)) > 1
        case Scripts(base, _, sup) if sup is not None and not is_transpose(sup):
            return len(_names(base, known, vectors)) > 1 or len(_names(sup, known, vectors)) > 1
    return False


def multiplied(root: Node, known: Collection[str]) -> set[str]:
    """The names that may be matrices and stand in products or powers, of which none of these is known."""
    found = set[str]()
    for node in nodes(root):
        match node:
            case Product(parts) if sum(_has_name(part) for _, part in parts) > 1:
                found |= set().union(*(_names(part, set(known)) for _, part in parts))
            case Scripts(base, _, sup) if sup is not None:
                found |= _names(base, set(known))
    return found


def _has_name(root: Node) -> bool:
    return any(base_name(node) is not None for node in nodes(root))


def _is_capital(name: str) -> bool:
    return CAPITAL.fullmatch(name) is not None


def _names(
    root: Node,
    known: set[str],
    vectors: Collection[str] = (),
    *,
    is_meant: Callable[[str], bool] = _is_capital,
    layered: bool = False,
) -> set[str]:
    """The names in it that may be matrices; `layered`: those of two layers, W^{(1)} and W^{(2)}, are two."""
    found, stack = set[str](), [plain(root)]
    while stack:
        node = plain(stack.pop())
        name = quantity(node)
        if name is not None:
            if (is_meant(name) or name in vectors) and not {name, stem(name)} & known:
                layer = layered and isinstance(node, Scripts) and isinstance(node.sup, Fenced)
                found.add(scripted_name(node) or name if layer else name)
            if isinstance(node, Scripts) and node.sup is not None and not is_transpose(node.sup):
                stack.append(node.sup)
        elif isinstance(node, Scripts) and is_transpose(node.sup):
            stack.append(node.base)  # the T of a transpose is no name
        elif not big_sign(node):
            stack.extend(children(node))
    return found


def mind_the_cross(reading: Elaborator, parts: tuple[tuple[str, Node], ...]) -> None:
    """A sign between two things that may be vectors: a product of numbers, or a cross product."""
    for (_, left), (sign, right) in pairwise(parts):
        if sign == "x" and _may_be_vector(reading, left) and _may_be_vector(reading, right):
            options = ("\\times is the product of numbers", "\\times is a cross product")
            help = f"constant ${_first(left)}$ for a number, or write \\cdot"
            reading.choose(Choice("cross product", options, help, modelled=False, general=False))


def _may_be_vector(reading: Elaborator, node: Node) -> bool:
    """A name that nobody declared, or a sum or cross product of such."""
    node = plain(node)
    match node:
        case Fenced(body=body):
            return _may_be_vector(reading, body)
        case Sum(parts) | Product(parts):
            return all(_may_be_vector(reading, part) for _, part in parts)
    name = quantity(node)
    scope = reading.scope
    if name is None or name in scope.scalars | scope.defined | scope.usage.numbers | set(reading.bound):
        return False
    return name not in scope.functions and not (isinstance(node, Scripts) and node.sup is not None)


def _first(node: Node) -> str:
    return next(name for name in map(base_name, nodes(node)) if name is not None)


__all__ = ["CAPITAL", "VECTOR", "beside_arrays", "mind_the_cross", "multiplied", "unordered"]
