r"""Names with a superscript right before brackets: f^{(n)}(x) is a call, x^n(1 + x) a product.

A product is read only where something says that the name is a quantity: what is declared or defined, or
its standing alone. Everything else is left open, as a product proves of any function that it is linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import may_be_power, numbered
from verify_derivations.elaborate.notation.leibniz import d_sign, leibniz
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    script_text,
    scripted_name,
)
from verify_derivations.elaborate.notation.tables import FUNCTION_LETTERS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import (
    Accent,
    Digits,
    Fenced,
    Fraction,
    Letter,
    Mark,
    Node,
    Product,
    Scripts,
    Sum,
    Text,
    children,
    nodes,
)

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]

COEFFICIENTS = frozenset(
    "a b c d k m n r \\alpha \\beta \\gamma \\delta \\epsilon \\varepsilon \\eta \\lambda \\rho".split()
)
"""Letters whose powers are numbers where one of them is a factor of something else, too."""

EXAMPLES = frozenset("ij")
"""Letters that number examples where they stand in brackets above a name; others may number derivatives."""


@dataclass
class Seen:
    """How the names of a formula stand in it.

    Attributes:
        bare: names that stand alone, without a superscript.
        above: names that stand alone, with their superscripts.
        factors: those of them that are multiplied by something.
        applied: names without a superscript right before brackets.
    """

    bare: set[str] = field(default_factory=set)
    above: set[str] = field(default_factory=set)
    factors: set[str] = field(default_factory=set)
    applied: set[str] = field(default_factory=set)


@remembered
def applied_names(root: Node) -> frozenset[str]:
    """The names that stand right before brackets in a formula, and have no superscript."""
    return frozenset(seen(root).applied)


@remembered
def with_one_above(root: Node) -> frozenset[str]:
    r"""The letters with a 1 above them: as an exponent nobody prints it, but between x^0 and x^2.

    >>> from verify_derivations.parse import parse
    >>> sorted(with_one_above(parse(r"q^1 + p^{(1)} + e^1 + a_i^1").root))
    ['a', 'q']
    """
    found = [node for node in nodes(root) if isinstance(node, Scripts)]
    named = (base_name(n.base) for n in found if isinstance(n.sup, Digits) and n.sup.text == "1")
    return frozenset(name for name in named if name is not None and name != "e")


@remembered
def seen(root: Node) -> Seen:
    """How names stand in a formula."""
    found = Seen()
    _visit(root, found)
    return found


def _visit(node: Node, found: Seen) -> None:
    node = plain(node)
    name = base_name(node)
    if name is not None:
        found.bare.add(name)
    elif isinstance(node, Scripts):
        _visit_scripts(node, found)
    elif isinstance(node, Product):
        _visit_product(node.parts, found)
    elif isinstance(node, Fraction) and (derivative := leibniz(node)) is not None:
        for variable, _ in derivative.variables:
            _visit(variable, found)
        if derivative.body is not None and quantity(derivative.body) is None:
            _visit(derivative.body, found)  # a name alone there may well be a function
    else:
        for child in children(node):
            _visit(child, found)


def _visit_scripts(node: Scripts, found: Seen) -> None:
    name = quantity(node)
    if name is None:
        _visit(node.base, found)
    elif node.sup is None:
        found.bare.add(name)
    else:
        found.above.update(filter(None, (scripted_name(node),)))
    if node.sup is not None:
        _visit(node.sup, found)


def _visit_product(parts: Parts, found: Seen) -> None:
    for k, (_, part) in enumerate(parts):
        part = plain(part)
        name = quantity(part)
        above = isinstance(part, Scripts) and part.sup is not None
        if name is not None and k + 1 < len(parts) and parts[k + 1][0] == "" and _brackets(parts[k + 1][1]):
            found.applied.update(() if above else (name,))
            continue
        if name is not None and above:
            found.factors.update(filter(None, (scripted_name(part),)))
        _visit(part, found)


def _brackets(node: Node) -> Fenced | None:
    node = plain(node)
    node = plain(node.base) if isinstance(node, Scripts) else node
    return node if isinstance(node, Fenced) and node.left in ("(", "[", "\\{") else None


# ---- what says that it is a product ------------------------------------------------------------------------
def refuse_open_call(reading: Elaborator, part: Node, brackets: Fenced) -> None:
    """Nothing is done for a name without a superscript, and where one before brackets is surely a factor.

    Raises:
        NotRead: it may be a function.
    """
    named = _within(part)
    if named is None or brackets.left not in ("(", "[", "\\{") or d_sign(named):
        return
    name, sup = quantity(named), named.sup
    if name is None or sup is None or _is_quantity(reading, named, name, sup, brackets):
        return
    if script_text(sup) == "-1":
        raise NotRead("this may be an inverse function or a quotient", named, help="write a fraction")
    shown = scripted_name(named) or name
    if base_name(named.base) in reading.scope.ranks:
        raise NotRead(f"whether {shown} is multiplied by these brackets or applied to them is open", named)
    raise NotRead(
        f"{shown}(...) may be a function with its argument or a product",
        named,
        help="write \\cdot for a product, or give the function a name without a superscript",
    )


def _within(part: Node) -> Scripts | None:
    """A name with a superscript, by itself or in brackets of its own: (f^*)(x), {f^*}_k(x)."""
    part, sup = plain(part), None
    above: Scripts | None = None
    while True:
        if isinstance(part, Scripts):
            above = part if part.sup is not None else above
            sup, part = part.sup or sup, plain(part.base)
        elif isinstance(part, Fenced) and part.left == "(" and sup is None and above is None:
            part = plain(part.body)
        else:
            break
    if above is None or base_name(part) is None:
        return None
    return above if quantity(above) is not None else above._replace(base=part)


def _is_quantity(reading: Elaborator, node: Scripts, name: str, sup: Node, brackets: Fenced) -> bool:
    """Something says that it is a number or an array."""
    scope, base, shown = reading.scope, base_name(node.base) or "", scripted_name(node) or name
    known = scope.scalars | scope.defined
    if _is_own(reading, shown, name, brackets) or (shown in known and shown not in scope.functions):
        return True
    if base in scope.functions or name in scope.functions:
        return False
    if base in scope.ranks and (
        scope.ranks[base] == 2 or (is_transpose(sup) and base not in FUNCTION_LETTERS)
    ):
        return True  # f^T may be a function at the horizon T
    if is_transpose(sup) and name in scope.shaped and base not in FUNCTION_LETTERS:
        return _is_array(reading, brackets)  # W_2 of W_2^T(u + v) is declared
    index = numbered(sup)
    if index is not None and base_name(index) in EXAMPLES and name not in scope.applied:
        return isinstance(brackets.body, Sum) and _numbers_examples(reading, base, shown)
    if not may_be_power(sup):
        return False
    if base in ("e", "\\mathrm{e}") or name in known | set(reading.bound):
        return True
    around = [seen(root) for root in reading.roots]
    if any(name in one.bare for one in around):
        return True
    multiplied = any(shown in one.factors for one in around)
    if name in scope.applied:
        return False
    if _is_number(sup):
        return multiplied or not _names_a_function(node)
    return multiplied and base in COEFFICIENTS


def _is_array(reading: Elaborator, brackets: Fenced) -> bool:
    """In the brackets stands a vector or a matrix that is computed there: no time and no point."""
    if not isinstance(plain(brackets.body), Sum | Product | Fraction):
        return False
    try:
        return reading.value(brackets.body).rank > 0
    except NotRead:
        return False


def _numbers_examples(reading: Elaborator, base: str, shown: str) -> bool:
    r"""y^{(i)} is multiplied elsewhere, and x^{(i)} stands there alone: the number of an example."""
    mark = shown.removeprefix(base)
    around = [seen(root) for root in reading.roots]
    others = {above for one in around for above in one.above if above != shown and above.endswith(mark)}
    others -= {letter + mark for letter in FUNCTION_LETTERS}
    return base not in FUNCTION_LETTERS and bool(others) and any(shown in one.factors for one in around)


def _is_own(reading: Elaborator, shown: str, name: str, brackets: Fenced) -> bool:
    """It stands alone in its own brackets: a^{(i)}(1 - a^{(i)}) is no call of a at itself."""
    inside = seen(brackets.body)
    own = isinstance(brackets.body, Sum) and (shown in inside.above)
    return own and name not in reading.scope.applied and name not in reading.scope.functions


def _is_number(sup: Node) -> bool:
    """A printed number, with a sign or a line in it."""
    return not any(isinstance(part, Letter | Text | Accent | Mark) for part in nodes(sup))


def _names_a_function(node: Scripts) -> bool:
    r"""A letter or a word that stands for a function by convention; \sigma^2 is a variance."""
    letters = {base_name(part) for part in _letters(node.base)}
    return isinstance(plain(node.base), Text) or bool(letters & (FUNCTION_LETTERS - {"\\sigma"}))


def _letters(node: Node) -> Iterator[Node]:
    node = plain(node)
    while isinstance(node, Accent):
        yield node
        node = plain(node.body)
    yield node


__all__ = ["applied_names", "refuse_open_call"]
