r"""Sums and integrals over a set of which only the name is printed, `x \in \mathcal X`.

Both are read as sums over finitely many points with weights that are not negative. What holds of such sums
for all points and weights holds for every measure, the counting and the usual one among them, with which they
converge absolutely: finitely many integrals are those of a measure on finitely many points (Tchakaloff).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components, letter_of
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name
from verify_derivations.elaborate.notation.scope import Notes
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import TermError
from verify_derivations.model import Condition
from verify_derivations.parse.tree import Accent, Letter, Node, Scripts, nodes
from verify_derivations.term.arrays.array import Array, elementwise
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    ONE,
    Antiderivative,
    Apply,
    Delta,
    Derivative,
    Entry,
    Integral,
    Mul,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

NUMBERS = frozenset(
    ("\\N", "\\Z", "\\R", *(f"\\{font}{{{k}}}" for font in ("mathbb", "mathbf") for k in "NZQRC"))
)
"""Names of sets that everybody knows."""

KINDS = {"sum": ("sums", "n"), "integral": ("integrals", "d")}


def set_name(reading: Elaborator, node: Node) -> str | None:
    r"""The name of a set of which nothing else is known, \mathcal X or C; else None."""
    node = plain(node)
    base = plain(node.base) if isinstance(node, Scripts) else node
    if not isinstance(base, Letter | Accent) or (isinstance(node, Scripts) and node.primes):
        return None
    stem, name = base_name(base), scripted_name(node)
    if stem is None or name is None or stem in NUMBERS or not _is_capital(stem):
        return None
    scope = reading.scope
    taken = {*reading.bound, *scope.usage.bound, *scope.ranges}
    scripts = (node.sub, node.sup) if isinstance(node, Scripts) else ()
    letters = {letter_of(part) for script in scripts for part in components(script)}
    letters |= {base_name(part) for script in scripts if script is not None for part in nodes(script)}
    known = any(name in names for names in (scope.ranks, scope.scalars, scope.defined, scope.functions))
    return None if letters & taken or known else name


def _is_capital(stem: str) -> bool:
    """X, \\mathcal{X}, \\Omega: a small letter is a number or a vector to most."""
    inner = stem[stem.find("{") + 1 :].rstrip("}") if "{" in stem else stem
    return inner.lstrip("\\")[:1].isupper()


def over_set(reading: Elaborator, kind: str, name: str, letter: str, value: Array, sign: Node) -> Array:
    """The sum or integral of a value in which the letter stands for the members of a set.

    Raises:
        NotRead: the letter is an index, or something is differentiated by it.
    """
    if reading.spaces:
        raise NotRead("a sum over a set within an expectation is not read", sign)
    if any(_numbers(part, letter) for part in subterms(value.body)):
        raise NotRead(f"{letter}, which runs through a set, is an index here: not read yet", sign)
    factors = sorted(reading.scope.usage.called & set(free_symbols(value.body)))
    if factors:
        message = f"{factors[0]} before brackets may be a function of what runs through the set"
        raise NotRead(message, sign, help=f"function ${factors[0]}$, or write \\cdot")
    words, mark = KINDS[kind]
    points, weights = f"{name}[#1]", f"\\mathrm{{{mark}}}_{{{name}}}[#1]"
    size = reading.sizes.unknown(points)
    reading.notes.places[points] = reading.notes.places[weights] = (size,)
    latex = rf"\text{{{words} over }} {name} \text{{ converge absolutely}}"
    reading.notes.measures[weights] = Condition(f"{words} over {name} converge absolutely", latex)

    def entry(body: Term) -> Term:
        at_point = substitute(body, {letter: Entry(points, (Symbol(letter),))})
        return Sum(letter, ONE, size, bind(Mul((Entry(weights, (Symbol(letter),)), at_point)), letter))

    try:
        return elementwise(entry, value)
    except TermError as error:
        raise NotRead(f"something is differentiated by {letter}, which runs through a set", sign) from error


def _numbers(part: Term, letter: str) -> bool:
    """The letter is an index in this."""
    if isinstance(part, Delta):
        return letter in free_symbols(part)
    return isinstance(part, Entry) and any(letter in free_symbols(index) for index in part.indices)


def refuse_endless(notes: Notes, sides: Iterable[Term], relation: str, node: Node) -> None:
    """Infinitely many sums over a set are not read: derivatives, integrals, limits and series speak of them.

    Sums within one another are infinitely many, too; equal they are all the same, as all that is done to sums
    is done to integrals that converge absolutely.

    Raises:
        NotRead: there is such a thing beside one.
    """
    if not notes.measures:
        return
    for part in subterms(*sides):
        primed = isinstance(part, Apply) and part.function.endswith("'")
        if primed or isinstance(part, Derivative | Antiderivative | Integral | Limit | Infinity):
            raise NotRead(
                "a sum over a set beside a derivative, an integral or a limit is not read yet", node
            )
        inner = list(subterms(part.body)) if isinstance(part, Sum) and relation != "=" else []
        if any(_is_weighted(other, notes) for other in inner):
            raise NotRead("an inequality with sums over sets within one another is not read yet", node)


def _is_weighted(part: Term, notes: Notes) -> bool:
    """A sum over the points of a set."""
    weighed = part.body.factors[0] if isinstance(part, Sum) and isinstance(part.body, Mul) else None
    return isinstance(weighed, Entry) and weighed.array in notes.measures


__all__ = ["over_set", "refuse_endless", "set_name"]
