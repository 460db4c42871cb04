"""What a proof is told in: words, equations, and what belongs below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verify_derivations.render.plain import one_line
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Term

LONGEST = 400
"""A side of an equation with more characters is shown without its middle."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said: words, the two sides of a relation where there is one, and what belongs below it."""

    words: str
    equation: tuple[Term, Term] | None = None
    parts: tuple[Part, ...] = ()
    relation: str = "="


def proof_lines(parts: Iterable[Part], indent: str = "", longest: int = LONGEST) -> Iterator[str]:
    """The parts as lines of plain text, what belongs to a part below it and further in."""
    for part in parts:
        if part.equation is None:
            yield f"{indent}{part.words}"
        else:
            formula = equation_text(part.equation, longest, part.relation)
            yield f"{indent}{formula}"
            if part.words:
                yield f"{indent}    by {part.words}"
        yield from proof_lines(part.parts, f"{indent}  ", longest)


def equation_text(equation: tuple[Term, Term], longest: int = LONGEST, relation: str = "=") -> str:
    """`lhs = rhs` in the plain notation; the middle of a side that is too long is left out."""
    return f" {relation} ".join(term_text(side, longest) for side in equation)


def term_text(term: Term, longest: int = LONGEST) -> str:
    """The term in the plain notation, in one line; the middle of one that is too long is left out."""
    return fitting(one_line(text(term)), longest)


def fitting(formula: str, longest: int = LONGEST) -> str:
    """A formula in one line; the middle of one that is too long is left out."""
    if len(formula) <= longest:
        return formula
    kept = (longest - 5) // 2
    return f"{formula[:kept]} ... {formula[-kept:]}"


__all__ = ["Part", "equation_text", "fitting", "proof_lines", "term_text"]
