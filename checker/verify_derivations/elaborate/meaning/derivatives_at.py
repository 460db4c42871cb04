r"""Derivatives with an argument behind them: `\frac{df}{dt}(s)` is the derivative at s, and no product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.calls import listed
from verify_derivations.elaborate.meaning.evaluations import at_point
from verify_derivations.elaborate.notation.leibniz import Leibniz, leibniz
from verify_derivations.elaborate.notation.names import plain, quantity
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import number
from verify_derivations.parse.tree import Fenced, Fraction, Node, Product, Scripts, Sum
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import Pow, Symbol

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]


def derivative_at(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """The derivative of a function at what stands in the brackets behind it; None for anything else."""
    found = leibniz(part) if isinstance(part, Fraction) else None
    if found is None or found.body is None or k + 1 == len(parts) or parts[k + 1][0] != "":
        return None
    following = plain(parts[k + 1][1])
    brackets = plain(following.base) if isinstance(following, Scripts) else following
    name = quantity(found.body)
    if not isinstance(brackets, Fenced) or brackets.left != "(" or name is None:
        return None
    if name not in reading.scope.functions:
        _leave_open(reading, name, brackets, part)
        return None
    arguments = listed(brackets)
    names = _parameters(reading, name, found)
    if len(arguments) != len(names) or (len(names) == 1 and _is_factor(reading, name, arguments[0], part)):
        return None
    if isinstance(following, Scripts) and (following.sub is not None or following.sup is None):
        raise NotRead("what is printed on these brackets is not read", following)
    body = number(reading.value(part), part)
    point = {name: reading.term(node) for name, node in zip(names, arguments, strict=True)}
    point = {name: value for name, value in point.items() if value is not Symbol(name)}
    value = at_point(reading, body, point, part) if point else body
    if isinstance(following, Scripts) and following.sup is not None:
        value = Pow(value, reading.term(following.sup))
    return scalar(value), k + 2


def _parameters(reading: Elaborator, name: str, found: Leibniz) -> tuple[str, ...]:
    """What the function depends on; of one of which nothing else is known, what it is differentiated by."""
    known = reading.scope.functions[name]
    if known is not None:
        return known
    return tuple(variable for node, _ in found.variables if (variable := quantity(node)) is not None)


def _is_factor(reading: Elaborator, name: str, argument: Node, part: Node) -> bool:
    r"""A sum or a product in the brackets may as well be a factor: `\frac{df}{dx}(x + 1)`."""
    if not isinstance(plain(argument), Sum | Product | Fraction):
        return False
    options = (f"the brackets behind the derivative of {name} hold its argument", "they hold a factor")
    help = f"write ${name}'(...)$, or \\cdot for a product"
    return reading.choose(Choice(f"derivative at {part.start}", options, help)) == options[1]


def _leave_open(reading: Elaborator, name: str, brackets: Fenced, part: Node) -> None:
    """Of a quantity, too, the derivative may be taken at what stands in brackets."""
    options = ("the brackets behind the derivative hold a factor", "it is the derivative at what they hold")
    help = f"write \\cdot for a product, or ${name}(x) = ...$"
    reading.choose(Choice(f"derivative at {part.start}", options, help, modelled=False, general=True))


__all__ = ["derivative_at"]
