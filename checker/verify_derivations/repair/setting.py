"""What a wrong line could have lost or mistaken: the names and terms that stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify_derivations.errors import TermError
from verify_derivations.model import Claim, Context
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    PI,
    TWO,
    Add,
    Apply,
    Bound,
    Derivative,
    Entry,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import All, Comparison
from verify_derivations.term.syntax.traverse import free_symbols, subterms

LARGEST = 14
"""Nodes of a term that could have been lost."""

MOST = 28
"""How many terms are tried as something that was lost."""

PARTNERS = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh"}
"""Functions that come in pairs: where one is written, the other may have been lost."""

PRIMED = re.compile(r"'+$")


@dataclass(frozen=True)
class Setting:
    """Where an edit is made.

    Attributes:
        names: the symbols that are written in the statement or in its neighbours.
        declared: those of the definitions as well.
        defined: the symbols that have a definition.
        functions: the author's functions of one argument.
        terms: what a line could have lost, simplest first.
        inner_derivatives: what the chain rule multiplies with.
        shapes: the sizes of the arrays, by name.
        defined_arrays: the arrays that have a definition, with how many indices each has.
        indices: the free indices, and the size up to which each runs.
        written: the arrays that are written in the statement or in its neighbours.
        ranges: the sizes of arrays and indices.
        prefactors: what the other side multiplies the whole of a sum with.
    """

    names: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()
    defined: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    inner_derivatives: tuple[Term, ...] = ()
    shapes: tuple[tuple[str, tuple[Term, ...]], ...] = ()
    defined_arrays: tuple[tuple[str, int], ...] = ()
    indices: tuple[tuple[str, Term], ...] = ()
    written: tuple[str, ...] = ()
    ranges: tuple[Term, ...] = ()
    prefactors: tuple[Term, ...] = ()

    def size(self, array: str, place: int) -> Term | None:
        """The size of an array in one of its indices, if it is known."""
        shape = dict(self.shapes).get(array, ())
        return shape[place] if place < len(shape) else None

    def has_like_shapes(self, first: str, second: str) -> bool:
        """Two arrays have equally many indices, as far as is known."""
        shapes = dict(self.shapes)
        return len(shapes.get(first, ())) == len(shapes.get(second, ()))


def setting(claim: Claim, side: Term, lines: Sequence[Term]) -> Setting:
    """The surroundings of one side of a claim.

    Args:
        claim: the statement.
        side: the side that is edited.
        lines: the other lines of its chain, nearest first.
    """
    written = (side, claim.rhs if side is claim.lhs else claim.lhs, *lines)
    bodies = [term for d in claim.context.definitions for term in (d.head, d.body)]
    heads = [d.head for d in claim.context.definitions]
    names = free_symbols(*written)
    return Setting(
        names=tuple(names),
        declared=tuple(dict.fromkeys((*names, *free_symbols(*bodies)))),
        defined=tuple(d.head.name for d in claim.context.definitions if isinstance(d.head, Symbol)),
        functions=tuple(_functions(written, claim.context)),
        terms=tuple(_lost(claim, side, written)),
        shapes=tuple((a.name, a.shape) for a in claim.context.arrays),
        defined_arrays=tuple((h.array, len(h.indices)) for h in heads if isinstance(h, Entry)),
        indices=claim.context.indices,
        written=tuple(sorted({t.array for t in subterms(*written) if isinstance(t, Entry)})),
        ranges=tuple(_ranges(claim.context)),
        prefactors=tuple(_prefactors(written[1])),
        inner_derivatives=tuple(_inner_derivatives(claim, side)),
    )


def _ranges(context: Context) -> list[Term]:
    """The sizes of the arrays and of the indices."""
    sizes = [size for a in context.arrays for size in a.shape] + [size for _, size in context.indices]
    return list(dict.fromkeys(sizes))


def _prefactors(other: Term) -> Iterator[Term]:
    """What stands before (and below) a sum in brackets, or a sum over an index."""
    if isinstance(other, Mul):
        rest = tuple(f for f in other.factors if not isinstance(f, Add | Sum))
        if len(rest) == len(other.factors) - 1 and rest != (MINUS_ONE,):
            yield rest[0] if len(rest) == 1 else Mul(rest)


def _functions(written: Sequence[Term], context: Context) -> list[str]:
    """The author's functions of one argument, without primes."""
    heads = [d.head for d in context.definitions]
    found = {t.function for t in heads if isinstance(t, Apply) and len(t.arguments) == 1}
    named = {
        PRIMED.sub("", t.function)
        for t in subterms(*written)
        if isinstance(t, Apply) and len(t.arguments) == 1
    }
    return sorted(found | (named & set(context.functions)))


def _lost(claim: Claim, side: Term, written: Sequence[Term]) -> list[Term]:
    """Terms that may belong into the side: missing names first, then what stands nearby, by size."""
    other = written[1]
    missing = [name for name in _reached(claim, other) if name not in _reached(claim, side)]
    first: list[Term] = [Symbol(name) for name in missing]
    nearby = [t for t in _nearby(written) if t is not other and t is not side]
    functions = [t for t in nearby if isinstance(t, Apply) and t.function in PARTNERS]
    nearby += [Apply(PARTNERS[t.function], t.arguments) for t in functions]
    constants = [t for t in (PI,) if t in subterms(*written)]
    hidden = [Symbol(n) for n in _hidden(claim)]
    found = dict.fromkeys((*first, ONE, TWO, *constants, *nearby, *hidden))
    return list(found)[:MOST]


def _hidden(claim: Claim) -> list[str]:
    """The symbols that the definitions are made of, and which have none themselves."""
    heads = [d.head for d in claim.context.definitions]
    bound = free_symbols(*(c for head in heads for c in head.children))
    known = [*(h.name for h in heads if isinstance(h, Symbol)), *bound]
    bodies = [d.body for d in claim.context.definitions]
    indices = [name for name, _ in claim.context.indices]
    return [name for name in free_symbols(*bodies) if name not in (*known, *indices)]


def _reached(claim: Claim, term: Term) -> list[str]:
    """The symbols on which a term depends, by way of definitions too."""
    try:
        meaning = Unfolding([(d.head, d.body) for d in claim.context.definitions]).meaning(term)
    except (TermError, RecursionError):
        return free_symbols(term)
    return free_symbols(meaning)


def _nearby(written: Sequence[Term]) -> list[Term]:
    """The closed subterms of what is written, smallest first; signs and bare numbers are no content."""
    sizes: dict[Term, int] = {}
    for term in subterms(*written):
        inside = sum(sizes.get(child, LARGEST + 1) for child in term.children)
        size = min(1 + inside, LARGEST + 1)
        if size <= LARGEST and not isinstance(term, (Bound, All, Comparison, Infinity)):
            sizes[term] = size
    kept = [t for t in sizes if not isinstance(t, Number) and not _is_signed(t)]
    return sorted(kept, key=lambda term: sizes[term])


def _is_signed(term: Term) -> bool:
    return isinstance(term, Mul) and isinstance(term.factors[0], Number)


def _inner_derivatives(claim: Claim, side: Term) -> Iterator[Term]:
    """What the chain rule multiplies with: du/dz for what stands within a function, dt/dz for a defined t."""
    defined = {d.head.name for d in claim.context.definitions if isinstance(d.head, Symbol)}
    derivatives = [t for t in subterms(claim.lhs, claim.rhs) if isinstance(t, Derivative)]
    for variable in dict.fromkeys(t.variable for t in derivatives):
        if not isinstance(variable, Symbol):
            continue
        for name in free_symbols(side):
            if name in defined and name != variable.name:
                yield Derivative(Symbol(name), variable)
        for inner in _inner(*(t.body for t in derivatives if t.variable is variable)):
            if variable in subterms(inner) and inner is not variable:
                yield _carried_out(inner, variable)


def _inner(*bodies: Term) -> Iterator[Term]:
    """The arguments of functions and the bases of powers."""
    for term in subterms(*bodies):
        match term:
            case Apply(_, (argument,)):
                yield argument
            case Pow(base, _):
                yield base


def _carried_out(inner: Term, variable: Symbol) -> Term:
    """The derivative, worked out where that is shorter."""
    try:
        out = differentiate(inner, variable)
    except TermError:
        return Derivative(inner, variable)
    return out if len(subterms(out)) <= len(subterms(inner)) + 1 else Derivative(inner, variable)


__all__ = ["Setting", "setting"]
