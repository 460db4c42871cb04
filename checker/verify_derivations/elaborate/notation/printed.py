r"""Printed decimals that are a whole side of a statement: 0.5987, -1.2 \times 10^{-3}, 3.14\ldots."""

from __future__ import annotations

from verify_derivations.elaborate.notation.names import plain
from verify_derivations.elaborate.notation.tables import DOTS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import Digits, Letter, Node, Product, Scripts, Sum
from verify_derivations.term.syntax.decimals import read_decimal
from verify_derivations.term.syntax.nodes import Decimal, RoughDecimal

Sides = tuple[Node, str, Node]

ROUGHLY = "~~"
r"""The relation \approx of a document, which allows for more than rounding."""


def printed_decimal(node: Node, *, whole: bool = False) -> Decimal | None:
    """The decimal that a piece of notation is, with `whole` also one without a point; else None."""
    text = _text(plain(node))
    if text is None or not (whole or "." in text):
        return None
    try:
        return read_decimal(text)
    except TermError as error:
        raise NotRead(error.message, node, help=error.help) from error


def _text(node: Node) -> str | None:
    match node:
        case Digits(text):
            return text
        case Sum((("-" | "+" as sign, inner),)):
            rest = _text(plain(inner))
            return None if rest is None else sign + rest
        case Product(((_, Digits(text)), ("", Letter(dots)))) if dots in DOTS:
            return text + "..."
        case Product(((_, Digits(text)), ("x" | ".", Scripts(Digits("10"), None, power, 0)))):
            exponent = _text(plain(power)) if power is not None else None
            return None if exponent is None else f"{text}e{exponent}"
    return None


def roughly(left: Node, right: Node) -> tuple[Node, RoughDecimal]:
    r"""What \approx says is near some digits, and the digits.

    How many digits of 1000 are meant is open.

    Raises:
        NotRead: there is no decimal on one of the sides, or one on both.
    """
    for other, digits in ((left, right), (right, left)):
        found = printed_decimal(digits, whole=True)
        if found is None:
            continue
        if printed_decimal(other, whole=True) is not None:
            break
        if found.places == 0 and not found.digits % 10:
            raise NotRead("how many of these digits are meant is open", digits)
        return other, RoughDecimal(found.digits, found.places, found.cut)
    raise NotRead("an approximation is judged by the digits of a printed decimal", right)


def approximated(sides: Sides) -> tuple[Node, Decimal] | None:
    r"""What a statement approximates, and by which digits; None if it is no approximation.

    That something equals digits with a point says that they are its digits, rounded.

    Raises:
        NotRead: \approx stands between two things of which none is a decimal.
    """
    left, relation, right = sides
    if relation == ROUGHLY:
        return roughly(left, right)
    whole = relation == "≈"
    if relation not in ("=", "≈"):
        return None
    other, digits = left, printed_decimal(right, whole=whole)
    if digits is None:
        other, digits = right, printed_decimal(left, whole=whole)
    if digits is None and whole:
        raise NotRead("an approximation is judged by the digits of a printed decimal", right)
    if digits is None:
        return None
    if not whole and isinstance(plain(other), Digits):
        return None  # 0.50 = 0.5 compares numbers
    return other, digits


__all__ = ["ROUGHLY", "approximated", "printed_decimal", "roughly"]
