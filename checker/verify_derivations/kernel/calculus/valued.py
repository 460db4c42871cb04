"""What is surely required: without it a statement has no value, by any convention.

The requirements of a statement are enough for it to be defined. Some are not needed: a derivative may exist
where the table of functions does not say that the body is smooth, as that of `x*|x|` does at 0; `0**n` is 0
for most authors if n is a positive whole number; and a few functions have real values where their rows of
the table do not say so. Where a statement is called vacuous, or nothing is listed as a condition, only those
count that are surely needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.kernel.calculus.continuity import holds_everywhere
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Add, Apply, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import rebuild
from verify_derivations.term.syntax.traverse import subterms

NARROW = frozenset(name for name, row in FUNCTIONS.items() if row.narrow)
"""Functions that may have real values where the table does not say so."""


def surely_required(s: Statement) -> tuple[Requirement, ...]:
    """The requirements of a statement without which it has no value.

    >>> from verify_derivations.model import Claim
    >>> from verify_derivations.kernel.claims.statement import statement
    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> s = statement(Claim(parse_plain("log(x) + y**z"), "=", parse_plain("0")))
    >>> len(s.required), len(surely_required(s))
    (2, 1)
    """
    if not s.required:
        return ()
    exact = set(requirements(map(_plainly, _of_values(s))))
    every = dict.fromkeys(
        (*s.required, *requirements(s.differentiated))
    )  # what is differentiated has a value
    return tuple(r for r in every if r in exact)


def _of_values(s: Statement) -> tuple[Term, ...]:
    """What has to have a value. Where a body may not be smooth, what its derivative is written as may have no
    value where the derivative has one; then it is the body that was differentiated first."""
    terms = (s.lhs, s.rhs, *s.hypotheses, *s.differentiated)
    doubtful = [t for t in s.differentiated if not _is_sharp(t)]
    if set(requirements((), doubtful)) <= set(requirements(doubtful)):
        return terms
    return s.differentiated[:1]


def _is_sharp(body: Term) -> bool:
    """What surely has no derivative by its symbol where the table says that it is not smooth."""
    match body:
        case Apply("Abs" | "relu", (Symbol() | Number(),)):  # a number where it is taken at a point
            return True
        case Pow(Symbol(), Number(exponent)):
            return 0 < exponent < 1
    return False


def _plainly(term: Term) -> Term:
    """The term with what powers and functions are taken of in their place, where these may have a value
    although the table does not say so."""
    found: dict[Term, Term] = {}
    for part in subterms(term):
        children = tuple(found[child] for child in part.children)
        if _is_narrow(part):
            found[part] = Add(children) if len(children) > 1 else children[0]
        else:
            found[part] = rebuild(part, children)
    return found[term]


def _is_narrow(term: Term) -> bool:
    match term:
        case Apply(name, _):
            return name in NARROW
        case Pow(base, exponent):
            return not isinstance(exponent, Number) and not (isinstance(base, Number) and base.value)
    return False


def exactly_where_defined(s: Statement) -> bool:
    """What the statement requires beyond its declarations is required by every author."""
    bare = replace(s, required=(), assumed=(), differentiated=())
    told = undisputed(s)
    return all(r in told or holds_everywhere(bare, r) for r in s.required)


def undisputed(s: Statement) -> set[Requirement]:
    """What is surely required, also where `sign(0)`, `Heaviside(0)` and `0**0` have values."""
    terms = subterms(s.lhs, s.rhs, *s.hypotheses, *s.differentiated)
    return set(surely_required(s)).difference(r for term in terms for r in _by_convention(term))


def _by_convention(term: Term) -> Iterator[Requirement]:
    """What this term requires only because `sign(0)`, `Heaviside(0)` and `0**0` have no value here."""
    match term:
        case Apply("sign" | "Heaviside", (argument,)):
            yield Requirement(argument, "!= 0")
        case Pow(_, Number(exponent)) if exponent == 0:
            yield from requirements((term,))


__all__ = ["exactly_where_defined", "surely_required", "undisputed"]
