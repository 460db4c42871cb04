"""A rewriting in words: its lemmas in the order of reading, and what both sides are in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from verify_derivations.certificate import Lemma
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget, Capacity, DividedByZero, as_rational
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.arguments import checked
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.render.rules import rule_in_words
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Apply, Constant, Number, Pow, Term

MOST_LEMMAS = 60
"""A proof with more is cut there and says how many were left out."""

FAILURES = (CertificateError, TermError, Budget, Capacity, DividedByZero, ArithmeticError, RecursionError)


def rewriting_parts(s: Statement, lemmas: Sequence[Lemma]) -> tuple[Part, ...]:
    """The lemmas of an equation, and what both sides are after them."""
    if s.lhs is s.rhs:
        return (Part("Both sides are the same expression."),)
    used = [lemma for lemma in _in_reading_order((s.lhs, s.rhs), lemmas) if _says_something(lemma)]
    return (*listed_lemmas(s, lemmas), *_conclusion(s, tuple(lemmas), bool(used)))


def listed_lemmas(s: Statement, lemmas: Sequence[Lemma]) -> tuple[Part, ...]:
    """What is given, and the lemmas: those that the sides use first."""
    used = _in_reading_order((s.lhs, s.rhs), lemmas)
    others = [lemma for lemma in lemmas if lemma not in used and _says_something(lemma)]
    used = [lemma for lemma in used if _says_something(lemma)]
    parts = [Part(f"Given that {equation}:") for equation in _hypotheses(s)]
    parts += _listed(used)
    if others:
        parts.append(Part("To check these lines, and the signs that they need:"))
        parts += _listed(others)
    return tuple(parts)


def _says_something(lemma: Lemma) -> bool:
    """Not a mere change of structure, which shows nowhere: sqrt(x - 1) = sqrt(x + (-1))."""
    return text(lemma.term) != text(lemma.becomes)


def _hypotheses(s: Statement) -> list[str]:
    return [f"{one_line(text(lhs))} {relation} {one_line(text(rhs))}" for lhs, relation, rhs in s.assumed]


def _listed(lemmas: Sequence[Lemma]) -> list[Part]:
    parts = [Part(rule_in_words(lemma), (lemma.term, lemma.becomes)) for lemma in lemmas[:MOST_LEMMAS]]
    if len(lemmas) > MOST_LEMMAS:
        parts.append(Part(f"... and {len(lemmas) - MOST_LEMMAS} more such lines"))
    return parts


def _in_reading_order(sides: Iterable[Term], lemmas: Iterable[Lemma]) -> list[Lemma]:
    """The lemmas that the sides use, from the outside in: each before those about what it leads to."""
    by_term = {lemma.term: lemma for lemma in lemmas}
    used: list[Lemma] = []
    seen: set[Term] = set()
    stack = list(reversed(list(sides)))
    while stack:
        term = stack.pop()
        if term in seen:
            continue
        seen.add(term)
        lemma = by_term.get(term)
        stack.extend(reversed(term.children))
        if lemma is not None:
            used.append(lemma)
            stack.append(lemma.becomes)
    return used


def _conclusion(s: Statement, lemmas: tuple[Lemma, ...], rewritten: bool) -> tuple[Part, ...]:
    """What both sides are in the end; nothing if that is out of reach here."""
    try:
        v = checked(s, lemmas)
        value = v.field.reduced(v.value(s.lhs))
    except FAILURES:
        return (Part("Both sides are the same rational function of independent quantities."),)
    number, now = as_rational(value), " now" if rewritten else ""
    if number is not None:
        return (Part(f"Both sides are{now} the number {number}."),)
    names = [_quantity(v, j) for j in _occurring(v, value)]
    shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
    return (Part(f"Both sides are{now} the same rational function of: {shown}."),)


def _occurring(v: Valuation, value: tuple[Any, Any]) -> list[int]:
    """The independent quantities that a value is made of."""
    degrees = zip(value[0].degrees(), value[1].degrees(), strict=True)
    return [j for j, (above, below) in enumerate(degrees) if above or below]


def _quantity(v: Valuation, j: int) -> str:
    """A quantity by name, with the equation that it satisfies where it is not free."""
    generator = v.field.generators[j]
    name = one_line(text(generator.term))
    if generator.relation is None:
        return name
    for applies, words in RELATED:
        if applies(generator.term):
            return f"{name} ({words(generator.term, name)})"
    return f"{name} (whose power with {generator.relation[0]} is known)"


def _is_root(term: Term) -> bool:
    return isinstance(term, Pow) and isinstance(term.exponent, Number) and term.exponent.value.numerator == 1


def _root_words(term: Term, name: str) -> str:
    if not (isinstance(term, Pow) and isinstance(term.exponent, Number)):
        return name
    return f"{name}**{term.exponent.value.denominator} = {one_line(text(term.base))}"


def _squared(term: Term) -> str:
    return one_line(text(Pow(term.children[0], Number(2))))


def _is(kind: type[Term], name: str, term: Term) -> bool:
    return isinstance(term, kind) and name in (getattr(term, "function", None), getattr(term, "name", None))


RELATED: tuple[tuple[Callable[[Term], bool], Callable[[Term, str], str]], ...] = (
    (partial(_is, Constant, "i"), lambda term, name: "I**2 = -1"),
    (partial(_is, Apply, "Abs"), lambda term, name: f"{name}**2 = {_squared(term)}"),
    (partial(_is, Apply, "exp"), lambda term, name: "a root of unity"),
    (_is_root, _root_words),
)
"""What ties a quantity to others, for each kind that is not free."""


__all__ = ["FAILURES", "listed_lemmas", "rewriting_parts"]
