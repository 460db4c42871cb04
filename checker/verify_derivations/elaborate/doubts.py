"""What a reader cannot rule out about a claim: with it a proof stands, a refutation does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.context import Context, Said, stem
from verify_derivations.elaborate.leibniz import d_sign
from verify_derivations.elaborate.tables import PROBABILITY
from verify_derivations.model import Alternative, Claim, Declaration, Definition
from verify_derivations.parse.tree import Digits, Node, Product, nodes
from verify_derivations.term.domain import DOMAINS
from verify_derivations.term.functions import FUNCTIONS
from verify_derivations.term.nodes import Apply, Entry, Symbol, Term, subterms


def doubts(
    claim: Claim, roots: Iterable[Node], context: Context, relevant: Iterable[Said], names: set[str]
) -> Iterator[Alternative]:
    """Other ways to understand a claim for which there are no terms.

    Args:
        claim: as it was read.
        roots: its notation.
        context: what the document says.
        relevant: what it says of the names in it.
        names: these names.
    """
    free = _free(claim, claim.lhs) | _free(claim, claim.rhs)
    yield from _opaque(claim, relevant, free)
    for mentioned, shown in context.mentions:
        if mentioned & names:
            yield _alternative(f"${shown}$ holds here, which stands nearby", f"assume ${shown}$")
    yield from _defined_below(free, context)
    yield from _accented(free, context)
    yield from _on_one_side(claim, context)
    for name in sorted(free):
        if stem(name) in PROBABILITY and name not in context.constants:
            yield _alternative(f"{name} is {PROBABILITY[stem(name)]}", f"constant ${name}$")
    yield from _positive(claim, context, free)
    yield from _unknown_functions(claim, context)
    if any(isinstance(node, Digits) and "." in node.text for root in roots for node in nodes(root)):
        yield _alternative("a printed decimal is a rounded value", "write fractions, or \\approx")
    if free & DIFFERENTIALS and any(map(_has_differential, roots)):
        yield _alternative("d stands for a differential", "write a derivative or an integral")


DIFFERENTIALS = frozenset(("d", "\\mathrm{d}", "\\partial"))


def _has_differential(root: Node) -> bool:
    """The letter d, as of differentials, right before something."""
    products = [node for node in nodes(root) if isinstance(node, Product)]
    return any(d_sign(part) for node in products for _, part in node.parts[:-1])


def _alternative(words: str, help: str) -> Alternative:
    return Alternative(words, help, covered=True)


def _opaque(claim: Claim, relevant: Iterable[Said], free: set[str]) -> Iterator[Alternative]:
    """Names that are defined in a way that is not read, or whose definition does not apply as it stands."""
    used = {_head(d) for d in claim.context.definitions}
    by_stem: dict[str, list[str]] = {}
    for name in sorted(free):
        by_stem.setdefault(stem(name), []).append(name)
    for said in relevant:
        if said.name in free and said.opaque:
            yield _alternative(
                f"{said.name} is what {said.place} says ({said.opaque})", f"let ${said.name}=...$"
            )
        elif said.name in free and said.head is not None:
            yield _alternative(
                f"{said.name} is what {said.place} defines, which could not be put in",
                f"let ${said.name}=...$",
            )
        elif said.name not in used:
            for name in by_stem.get(stem(said.name), []):
                yield _alternative(f"{name} has to do with {said.name} of {said.place}", f"constant ${name}$")


def _defined_below(free: set[str], context: Context) -> Iterator[Alternative]:
    """Names that the document defines further down only."""
    for name in sorted(free):
        below = context.below.get(stem(name))
        if below is not None and context.is_fresh(name) and name not in context.constants:
            yield _alternative(f"{name} is what line {below} says it is", f"let ${name}=...$")


def _accented(free: set[str], context: Context) -> Iterator[Alternative]:
    r"""A name with an accent is mostly made from the one without: \bar{x} and x."""
    stems = {stem(name) for name in free}
    for name in sorted(free - context.constants):
        found = ACCENTED.match(name)
        if found and found[1] in stems and context.is_fresh(name):
            yield _alternative(f"{name} is made from {found[1]}", f"let ${name}=...$, or constant ${name}$")


ACCENTED = re.compile(r"\\(?:hat|bar|tilde|dot|ddot|check|breve)\{(.*)\}")


def _head(definition: Definition) -> str:
    head = definition.head
    return head.name if isinstance(head, Symbol) else head.function if isinstance(head, Apply) else ""


def _on_one_side(claim: Claim, context: Context) -> Iterator[Alternative]:
    """A name on one side only: the statement may say what it is."""
    left, right = _free(claim, claim.lhs), _free(claim, claim.rhs)
    for name in sorted((left ^ right) - context.constants):
        side = "left" if name in left else "right"
        words = f"{name}, which stands on the {side} side only, is a quantity that is not free"
        yield _alternative(words, f"let ${name}=...$, or constant ${name}$")


def _free(claim: Claim, term: Term) -> set[str]:
    """The names that a side depends on, with definitions put in."""
    bodies = {_head(d): d for d in claim.context.definitions}
    found, waiting = set[str](), [term]
    seen = set[str]()
    while waiting:
        for part in subterms(waiting.pop()):
            name = _name(part)
            if name is None or name in seen:
                continue
            seen.add(name)
            made = bodies.get(name)
            if made is None:
                found.add(name)
            else:
                waiting.append(made.body)
    parameters = {
        a.name
        for d in claim.context.definitions
        if isinstance(d.head, Apply)
        for a in d.head.arguments
        if isinstance(a, Symbol)
    }
    indices = {name for name, _ in claim.context.indices}
    return found - indices - (parameters - _symbols(claim))


def _symbols(claim: Claim) -> set[str]:
    return {part.name for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Symbol)}


def _name(part: Term) -> str | None:
    match part:
        case Symbol(name):
            return name
        case Entry(array):
            return array
        case Apply(function) if function not in FUNCTIONS:
            return function.rstrip("'")
    return None


def _positive(claim: Claim, context: Context, free: set[str]) -> Iterator[Alternative]:
    """Parameters of a distribution live somewhere; mostly they are positive."""
    declared = {d.name for d in claim.context.declarations}
    names = sorted((free & context.restricted) - declared)
    if names:
        more = tuple(Declaration(name, DOMAINS["positive"]) for name in names)
        declarations = tuple(sorted((*claim.context.declarations, *more), key=lambda d: d.name))
        other = replace(claim, context=replace(claim.context, declarations=declarations))
        shown = ", ".join(f"{name} > 0" for name in names)
        yield Alternative(shown, f"assume ${names[0]} > 0$", other, covered=True)


def _unknown_functions(claim: Claim, context: Context) -> Iterator[Alternative]:
    """Functions that nobody declared: the document may mean particular ones."""
    defined = {_head(d) for d in claim.context.definitions}
    for name in claim.context.functions:
        if name not in context.functions and name not in defined:
            words = f"{name} is a particular function that the document does not define"
            yield _alternative(words, f"function ${name}$, or let ${name}(x)=...$")


__all__ = ["doubts"]
