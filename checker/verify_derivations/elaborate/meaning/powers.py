"""Powers: whether the superscript of a name is an exponent, and what it makes of a number or a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components, letter_of, numbered
from verify_derivations.elaborate.notation.names import base_name, plain, quantity, script_text, scripted_name
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.tables import DOTS, LAYERS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import times
from verify_derivations.parse.tree import Digits, Empty, Letter, Mark, Node, Scripts, Text
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import MINUS_ONE, Number, Pow, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


OF_ENTRIES = "a power of a matrix that is not square may be one of each of its entries"

SQUARED = frozenset(("\\sigma", "\\tau", "s"))
"""Names of deviations, by whose squares is differentiated."""

LARGEST_POWER = 6
"""Powers of matrices are written out up to this one."""


def is_power(reading: Elaborator, base: str, node: Scripts) -> bool:
    """Whether the superscript of a name is an exponent; if it is none, it belongs to the name."""
    sup = node.sup
    if sup is None:
        return False
    usage = reading.scope.usage
    if numbered(sup) is not None:
        return _bracketed_power(reading, base, node)
    sup = plain(sup)
    if isinstance(sup, Mark) or (isinstance(sup, Text) and sup.text != ""):
        return False
    if isinstance(sup, Letter) and sup.text in DOTS | {"\\dagger", "\\prime", "\\circ", "\\infty", "\\perp"}:
        return False
    letter = letter_of(sup)
    if _is_bound(reading, node) and base not in usage.sup_declared and letter not in usage.sup_letters:
        return True
    if base in usage.sup_bases:
        return False
    if letter is not None and letter in usage.sup_letters:
        return False
    if isinstance(sup, Digits) and node.sub is not None:
        return _is_power_of_number(reading, base, sup)
    if base in usage.sup_ones and isinstance(sup, Digits | Letter):
        return _is_power_beside_one(reading, base, node)
    layer = letter in LAYERS or (
        letter is not None and _has_letters(node.sub) and letter not in reading.bound
    )
    if not layer or letter in reading.scope.scalars or letter in reading.scope.defined:
        return True
    shown = scripted_name(node) or base
    choice = Choice(
        f"superscript {letter} of {base}",
        (f"the superscript of {shown} numbers it", f"{shown} is a power"),
        f"index ${base}^{{{letter}}}$, or constant ${letter}$ for a power",
    )
    return reading.choose(choice).endswith("power")


def _is_bound(reading: Elaborator, node: Scripts) -> bool:
    """A parameter of what is defined, or a variable of a sum or integral: nothing numbers those."""
    name = quantity(node)
    return name is not None and (name in reading.bound or name in reading.scope.parameters)


def power_of_square(reading: Elaborator, base: str, node: Scripts) -> int | None:
    r"""What power of \sigma^2, by which is differentiated, \sigma^4 is."""
    if base not in SQUARED or node.sub is not None or node.primes or not isinstance(node.sup, Digits):
        return None
    by = [
        one
        for one in map(plain, reading.scope.usage.by)
        if isinstance(one, Scripts) and base_name(one.base) == base
    ]
    squares = all(isinstance(one.sup, Digits) and one.sup.text == "2" and one.sub is None for one in by)
    exponent = int(node.sup.text) if node.sup.text.isdigit() else 0
    return exponent // 2 if by and squares and exponent > 2 and exponent % 2 == 0 else None


def _is_power_of_number(reading: Elaborator, base: str, sup: Digits) -> bool:
    r"""a_{12}^2 is a square to most, and to some the second layer."""
    if base in reading.scope.scalars or base in reading.scope.defined:
        return True
    options = ("superscript numbers are powers", "superscript numbers of names with subscripts number them")
    choice = Choice("superscript numbers", options, f"index ${base}^{{{sup.text}}}$", usual=True)
    return reading.choose(choice) == options[0]


def _is_power_beside_one(reading: Elaborator, base: str, node: Scripts) -> bool:
    """q^2 in a text in which q^1 stands, too: the second q, or a square."""
    if base in reading.scope.scalars or base in reading.scope.defined:
        return True
    shown = scripted_name(node) or base
    options = (f"what stands above {base} numbers it", f"what stands above {base} is a power")
    help = f"index ${shown}$, or constant ${base}$ for a power"
    return reading.choose(Choice(f"what stands above {base}", options, help)) == options[1]


def _bracketed_power(reading: Elaborator, base: str, node: Scripts) -> bool:
    """x^{(i)} numbers x; f^{(n)} of a function would be a derivative, x^{(a+b)} of two letters a power."""
    if base in reading.scope.functions:
        raise NotRead(
            f"the superscript of {base} may be the order of a derivative or number the function", node
        )
    inside = numbered(node.sup) if node.sup is not None else None
    return inside is not None and script_text(inside) is None


def _has_letters(sub: Node | None) -> bool:
    return any(letter_of(part) is not None for part in components(sub))


def raised(reading: Elaborator, value: Array, node: Scripts) -> Array:
    """A power; of a matrix only the inverse."""
    exponent = _exponent(reading, node)
    if not value.rank:
        return scalar(Pow(value.body, exponent))
    if value.rank == 2 and exponent is MINUS_ONE:
        if not all(map(reading.sizes.fit, *value.axes)):
            raise NotRead("the inverse of a matrix that is not square", node)
        return arrays.inverse(Array((value.axes[0], value.axes[0]), value.body))
    if value.rank == 2 and isinstance(exponent, Number) and exponent.value in range(1, LARGEST_POWER + 1):
        return _multiplied(reading, value, int(exponent.value), node)
    raise NotRead(_unread_power(node), node)


def _unread_power(node: Scripts) -> str:
    r"""What would settle a superscript of an array: it may number it, as in \delta^2 = \delta^3 W."""
    if not isinstance(plain(node.base), Letter) or node.sup is None or script_text(node.sup) is None:
        return "a power of an array is not read yet"
    shown = scripted_name(node)
    return f"a power of an array is not read yet; if the superscript numbers it, declare so: index ${shown}$"


def _multiplied(reading: Elaborator, value: Array, count: int, node: Scripts) -> Array:
    """A matrix times itself."""
    if count > 1 and not all(map(reading.sizes.fit, *value.axes)):
        raise NotRead(OF_ENTRIES, node, help=r"write $\odot$ if it is a power of each entry")
    out = value
    for _ in range(count - 1):
        out = times(reading.sizes, out, "", value, node)
    return out


def _exponent(reading: Elaborator, node: Scripts) -> Term:
    if node.sup is None or isinstance(node.sup, Empty):
        raise NotRead("the exponent is missing", node)
    return reading.term(node.sup)
