r"""A bold 1 is the vector of ones, if nothing else is said of it; so is a 1 in elementwise products."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, is_transpose, plain
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.values import transposed
from verify_derivations.parse.tree import Digits, Fenced, Node, Product, Scripts, Sum
from verify_derivations.term.arrays.array import Array, filled, filled_like
from verify_derivations.term.syntax.nodes import ONE
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator, Parts

LETTERS = frozenset(("\\mathbf{1}", "\\boldsymbol{1}", "\\vec{1}"))


def ones(reading: Elaborator, name: str | None, node: Node) -> Array | None:
    """The vector of ones, of the size that is printed below it or that fits; None for anything else."""
    scope = reading.scope
    if name not in LETTERS or name in scope.usage.called or name in scope.spoken_of:
        return None
    if any(name in names for names in (scope.scalars, scope.defined, scope.functions, scope.families)):
        return None
    subs = components(node.sub) if isinstance(node, Scripts) else []
    if len(subs) > 1 or (isinstance(node, Scripts) and node.primes) or not all(map(_is_size, subs)):
        return None
    options = ("a bold 1 is the vector of ones", "it is another vector, or an indicator")
    reading.choose(Choice(name, options, f"constant ${name}$", modelled=False))
    size = reading.term(subs[0]) if subs else reading.sizes.unknown(f"{name}@{node.start}")
    reading.notes.sizes.update(dict.fromkeys(free_symbols(size) if subs else ()))
    made = filled(ONE, (size,))
    if not isinstance(node, Scripts) or node.sup is None:
        return made
    return transposed(made) if is_transpose(node.sup) else None


def _is_size(node: Node) -> bool:
    """A letter that may be a size, or a number."""
    return isinstance(node, Digits) or (base_name(node) or "") in tuple("nmdpN")


def beside_vectors(
    node: Sum, parts: Parts, summands: list[tuple[str, Array]], factors: Iterable[Sum]
) -> list[tuple[str, Array]]:
    """The terms of a sum; a printed number beside a vector stands for a vector of such numbers: 1 - a.

    It does so where an elementwise product is a term of the sum, or the sum a factor of one.

    Args:
        node: the sum.
        parts: its terms as they are printed.
        summands: what they are, with their signs.
        factors: the sums that are factors of elementwise products.
    """
    vectors = [value for _, value in summands if value.rank == 1]
    pairs = list(zip(parts, summands, strict=True))
    numerals = [isinstance(plain(part), Digits) and not value.rank for (_, part), (_, value) in pairs]
    products = [plain(part) for _, part in parts]
    entrywise = any(sign == "odot" for p in products if isinstance(p, Product) for sign, _ in p.parts)
    if not vectors or not any(numerals) or not (entrywise or any(one is node for one in factors)):
        return summands
    return [
        (sign, filled_like(value.body, vectors[0]) if numeral else value)
        for (sign, value), numeral in zip(summands, numerals, strict=True)
    ]


def bracketed_sums(parts: Iterable[Node]) -> Iterator[Sum]:
    """The sums in brackets, without anything above these, among some factors."""
    for part in map(plain, parts):
        body = plain(part.body) if isinstance(part, Fenced) and part.left in ("(", "[") else None
        if isinstance(body, Sum):
            yield body


__all__ = ["beside_vectors", "bracketed_sums", "ones"]
