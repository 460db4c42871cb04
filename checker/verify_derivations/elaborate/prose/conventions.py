"""What convention makes of names that nobody declared: a proof stands with it, a refutation does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.tables import CONSTANT_LETTERS, CUSTOMARY, SYMBOL_LETTERS, WEIGHTS
from verify_derivations.model import Alternative, ArrayDeclaration, Claim, Declaration
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import ONE, ZERO, Apply, Entry, Pow, Sum, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms


def conventions(claim: Claim, names: set[str], declared: Callable[[str], bool]) -> Iterator[Alternative]:
    """Other ways to understand a claim, by what its names mean in most texts.

    Args:
        claim: as it was read.
        names: what its sides depend on.
        declared: whether somebody said what a name is.
    """
    free = sorted(name for name in names if not declared(name))
    for name in free:
        meaning = CONSTANT_LETTERS.get(name) or (SYMBOL_LETTERS.get(stem(name)) if _indices(name) > 1 else "")
        if meaning:
            yield Alternative(f"{name} is {meaning}", f"constant ${name}$, or let ${name}=...$", covered=True)
    if any(map(_by_convention, subterms(claim.lhs, claim.rhs))):
        words = "0^0, 0 \\log 0 or a sign of 0 have the value that convention gives them"
        yield Alternative(words, "write the value that is meant", covered=True)
    yield from _sequences(free)
    yield from _narrowed(claim, free)
    yield from _factors(claim, free)


def _by_convention(term: Term) -> bool:
    """What has no value here, and one by convention in many texts."""
    if isinstance(term, Pow):
        return term.base is ZERO and term.exponent is ZERO
    return (
        isinstance(term, Apply) and term.function in ("log", "sign", "Heaviside") and ZERO in term.arguments
    )


def _indices(name: str) -> int:
    r"""How many letters number a name: 3 for \epsilon_{ijk}; none where there are only digits."""
    scripts = re.sub(r"\\[a-zA-Z]+\s?", "a", name[len(stem(name)) :])
    found = re.findall(r"[a-zA-Z]|#\d", scripts)
    return len(found) if found else 0


def _sequences(free: list[str]) -> Iterator[Alternative]:
    """F_n and F_{n+1} are members of one sequence."""
    families: dict[str, list[str]] = {}
    for name in free:
        families.setdefault(stem(name), []).append(name)
    for members in families.values():
        moved = [name for name in members if re.search(r"[+-]\d|\d[+-]", name[len(stem(name)) :])]
        if moved and len(members) > 1:
            first = moved[0]
            other = next(name for name in members if name != first)
            words = f"{first} and {other} are members of one sequence"
            yield Alternative(words, f"constant ${first}$, constant ${other}$", covered=True)


def _narrowed(claim: Claim, free: list[str]) -> Iterator[Alternative]:
    """The claim where names live as they mostly do: n is a whole number, a standard deviation is positive."""
    known = {d.name for d in claim.context.declarations}
    symbols = {part.name for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Symbol)}
    found = {
        name: CUSTOMARY[stem(name)]
        for name in free
        if name in symbols - known and stem(name) in CUSTOMARY and "'" not in name
    }
    weights = sorted(
        part.array
        for part in subterms(claim.lhs, claim.rhs)
        if isinstance(part, Entry) and stem(part.array) in WEIGHTS and part.array in free
    )
    square = [a.name for a in claim.context.arrays if _is_square(a) and a.name in free]
    if not found and not weights and not square:
        return
    more = tuple(Declaration(name, DOMAINS[domain]) for name, domain in found.items())
    declarations = tuple(sorted((*claim.context.declarations, *more), key=lambda d: d.name))
    context = replace(claim.context, declarations=declarations)
    shown = [f"{name} is {WORDS[domain]}" for name, domain in found.items()]
    helps = [HELPS[domain].format(name) for name, domain in found.items()]
    sizes = {a.name: a.shape for a in claim.context.arrays}
    for name in dict.fromkeys(weights):
        if len(sizes.get(name, ())) == 1:
            total = Sum("k", ONE, sizes[name][0], bind(Entry(name, (Symbol("k"),)), "k"))
            context = replace(context, assumptions=(*context.assumptions, Claim(total, "=", ONE)))
            shown.append(f"the entries of {stem(name)} add up to 1")
            helps.append(f"assume $\\sum_k {stem(name)}_k = 1$")
    if square:
        arrays = tuple(replace(a, assumed=("sym",)) if a.name in square else a for a in context.arrays)
        context = replace(context, arrays=arrays)
        shown += [f"{name} is symmetric" for name in square]
        helps += [f"assume ${name}^T = {name}$" for name in square]
    if shown:
        yield Alternative(", ".join(shown), helps[0], replace(claim, context=context), covered=True)


def _factors(claim: Claim, free: list[str]) -> Iterator[Alternative]:
    """The claim where a matrix that is taken apart has the factors of most texts, as in Q R, U S V^T."""
    matrices = {
        a.name for a in claim.context.arrays if len(a.shape) == 2 and not a.assumed and a.name in free
    }
    apart = names_of(*(d.body for d in claim.context.definitions)) & matrices
    turned = sorted(name for name in apart if stem(name) in ORTHOGONAL)
    if not turned:
        return
    square = {a.name for a in claim.context.arrays if _is_square(a)} & apart - {*turned}
    arrays = tuple(
        replace(a, assumed=("orth",))
        if a.name in turned
        else replace(a, assumed=("sym",))
        if a.name in square and stem(a.name) in DIAGONAL
        else a
        for a in claim.context.arrays
    )
    words = f"{turned[0]} is orthogonal, as where a matrix is taken apart"
    help = f"assume ${turned[0]}^\\top {turned[0]} = I$, or say that ${turned[0]}$ is any matrix"
    yield Alternative(
        words, help, replace(claim, context=replace(claim.context, arrays=arrays)), covered=True
    )


ORTHOGONAL = frozenset(("Q", "U", "V"))
"""Letters of orthogonal factors."""

DIAGONAL = frozenset((r"\Sigma", r"\Lambda", "D", "S"))
"""Letters of diagonal factors."""


def _is_square(array: ArrayDeclaration) -> bool:
    """A square matrix of which nothing is assumed."""
    return len(array.shape) == 2 and array.shape[0] is array.shape[1] and not array.assumed


WORDS = {
    "posint": "a positive whole number",
    "positive": "positive",
    "unit": "between 0 and 1",
}
HELPS = {
    "posint": "assume ${} \\in \\mathbb N_+$",
    "positive": "assume ${} > 0$",
    "unit": "assume $0 < {} < 1$",
}


__all__ = ["conventions"]
