"""The lines of a chain with one sign flipped, at every place where that can be done."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.model import Status, Step
from verify_derivations.term.syntax.nodes import MINUS_ONE, ZERO, Add, Mul, Term
from verify_derivations.term.syntax.substitute import rebuild


def outermost_sum(term: Term) -> Add | None:
    """The sum nearest to the top of a term, the left one of two."""
    level = [term]
    while level:
        for node in level:
            if isinstance(node, Add):
                return node
        level = [child for node in level for child in node.children]
    return None


def replaced(term: Term, old: Term, new: Term) -> Term:
    """The term with its first occurrence of `old`, counted from the top, replaced."""
    if term is old:
        return new
    for place, child in enumerate(term.children):
        changed = replaced(child, old, new)
        if changed is not child:
            return rebuild(term, (*term.children[:place], changed, *term.children[place + 1 :]))
    return term


def flips(term: Term) -> Iterator[tuple[int, Term]]:
    """The term with one sign flipped: of a summand of its outermost sum, or of the whole if it has none.

    The sign of a line that says 0 is nobody's mistake.
    """
    if term is ZERO:
        return
    found = outermost_sum(term)
    if found is None:
        yield 0, Mul((MINUS_ONE, term))
        return
    for place, summand in enumerate(found.terms):
        flipped = Mul((MINUS_ONE, summand))
        yield place, replaced(term, found, Add((*found.terms[:place], flipped, *found.terms[place + 1 :])))


def is_true_line(step: Step) -> bool:
    """A line of a chain, as printed, that is expected to be proved."""
    return step.claim is not None and step.chain is not None and step.expect in (None, Status.PROVED)
