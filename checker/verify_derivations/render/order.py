"""An argument for an inequality in words: what it comes down to, and what is shown about that below."""

from __future__ import annotations

from itertools import permutations

from verify_derivations.certificate import (
    Apart,
    Arranged,
    Bent,
    Between,
    Carried,
    Concave,
    Defined,
    Either,
    Enclosed,
    Exponentiated,
    Generalised,
    Least,
    Lipschitz,
    Logarithmic,
    Natural,
    Order,
    Ordered,
    Raised,
    Resolved,
    Sign,
    Slope,
    Split,
    Squares,
    Widened,
)
from verify_derivations.kernel.claims.decimals import ends
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.relations import larger_and_smaller
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.arranged import arrangements
from verify_derivations.kernel.proofs.concave import concave_statements
from verify_derivations.kernel.proofs.curvature import curvature_statement
from verify_derivations.kernel.proofs.definedness import requirement_claims
from verify_derivations.kernel.proofs.induction import carried
from verify_derivations.kernel.proofs.lines import least_statements, slope_statement
from verify_derivations.kernel.proofs.lipschitz import lipschitz_statement
from verify_derivations.kernel.proofs.monotone import exponentiated, logarithmic, raised, upper_nonnegative
from verify_derivations.kernel.proofs.natural import natural
from verify_derivations.kernel.proofs.order import at_value, generalised, ordered, part, without
from verify_derivations.kernel.proofs.resolved import resolved
from verify_derivations.kernel.proofs.squares import squares_statement
from verify_derivations.kernel.proofs.supposed import supposing
from verify_derivations.kernel.proofs.widened import widened
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.render.rewriting import listed_lemmas
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import ONE, ZERO, Term

WORDS = {">": "positive", ">=": "never negative", "<": "negative", "<=": "never positive", "!=": "never zero"}
NAMES_OF_POWERS = {2: "squares", 3: "cubes"}
MOST_LEVELS = 4
"""Parts of parts of a domain are not told beyond this depth."""


def order_parts(s: Statement, argument: Order, level: int = 0) -> tuple[Part, ...]:
    """The argument in words, what it rests on below."""
    match argument:
        case Sign(lemmas):
            return (*listed_lemmas(s, lemmas), _sign_words(s))
        case Enclosed():
            where = "the whole domain" if s.domains else "the numbers"
            return (Part(f"One ball around the difference of the sides, over {where}, is {_word(s)}."),)
        case Ordered(relation, inner):
            larger = "right" if relation == "<" else "left"
            return _reduced(f"The {larger} side is always the larger:", ordered(s, relation), inner, level)
        case Exponentiated(inner):
            said = "exp increases, so it is enough to compare the exponentials of the sides:"
            return _reduced(said, exponentiated(s), inner, level)
        case Logarithmic(inner, _, _):
            said = "Both sides are positive, and log increases; so it is enough to compare the logarithms:"
            return _reduced(said, logarithmic(s), inner, level)
        case Resolved(term, becomes, inner):
            said = f"{_plain(term)} is {_plain(becomes)} here:"
            return _reduced(said, resolved(s, term, becomes), inner, level)
        case Raised():
            return _raised(s, argument, level)
        case Natural(inner):
            narrow = natural(s)
            kept = [n for n, d in narrow.domains.items() if d != s.domains.get(n)]
            where = ", ".join(narrow.domains[n].describe(n) for n in kept)
            return (Part(f"It speaks of {where} only:"), *order_parts(narrow, inner, level))
        case Widened(name, inner):
            wider = widened(s, name)
            return _reduced(
                f"It holds for all real {wider.domains[name].describe(name)}:", wider, inner, level
            )
        case Split() | Apart() | Either() | Arranged():
            return _cases(s, argument, level)
        case Generalised(term, name, inner):
            wider = generalised(s, term, name)
            any_number = wider.domains[name].describe(name)
            said = f"It holds for any number {any_number} in the place of {_plain(term)}:"
            return _reduced(said, wider, inner, level)
        case Carried():
            return _carried(s, argument, level)
        case Least() | Slope() | Bent() | Lipschitz() | Concave():
            return _by_derivatives(s, argument, level)
        case Squares(term, _):
            equal = squares_statement(s, term)
            said = "It exceeds the other side by what is nowhere negative, as it is written:"
            return (Part(said, None, (Part("", (equal.lhs, equal.rhs)),)),)
        case Defined(inner_parts):
            return _defined(s, inner_parts, level)
        case Between(lower, upper):
            below, above = ends(s)
            return (
                Part("The printed digits stand for an interval:"),
                _shown(below, lower, level),
                _shown(above, upper, level),
            )


def _by_derivatives(
    s: Statement, argument: Least | Slope | Bent | Lipschitz | Concave, level: int
) -> tuple[Part, ...]:
    match argument:
        case Least():
            return _least(s, argument, level)
        case Slope():
            slope = slope_statement(s, argument)
            apart = "".join(f", but perhaps at {value}" for value in argument.apart)
            said = f"The sides are one function at two values; its derivative has one sign{apart}:"
            return _reduced(said, slope, argument.slope, level)
        case Bent():
            bent = curvature_statement(s, argument)
            apart = "".join(f", but perhaps at {value}" for value in argument.apart)
            said = f"The sides are an arc and its chord; the second derivative has one sign{apart}:"
            return _reduced(said, bent, argument.curvature, level)
        case Lipschitz():
            bound = lipschitz_statement(s, argument)
            said = "The values of one function are no further apart than a bound of its derivative allows:"
            return _reduced(said, bound, argument.slope, level)
        case Concave():
            return _concave(s, argument, level)


def _defined(s: Statement, parts: tuple[Order, ...], level: int) -> tuple[Part, ...]:
    claims = requirement_claims(s)
    if not claims:
        return (Part("It requires nothing: every part of it has a value everywhere."),)
    shown = (_shown(c, a, level) for c, a in zip(claims, parts, strict=True))
    return (Part("It is defined where these hold, and they do on the whole domain:"), *shown)


def _carried(s: Statement, argument: Carried, level: int) -> tuple[Part, ...]:
    name, factor = argument.symbol, argument.factor
    base, step = carried(s, name, factor)
    times = "" if factor is ONE else f" {_plain(factor)} times"
    return (
        Part(f"By induction on {name}. At its least value it says:"),
        _shown(base, argument.base, level),
        Part(f"From each {name} to the next the difference is at least{times} as large as before:"),
        _shown(step, argument.step, level),
    )


def _word(s: Statement) -> str:
    return WORDS[s.relation]


def _sign_words(s: Statement) -> Part:
    """What is known of the difference, in the direction in which it is claimed."""
    if s.rhs is ZERO:
        return Part(f"By the signs of its parts the left side is {_word(s)}.")
    larger, smaller = larger_and_smaller(s)
    word = WORDS[s.relation.replace("<", ">")]
    return Part(f"By the signs of its parts {_plain(minus(larger, smaller))} is {word}.")


def _plain(term: Term) -> str:
    shown = one_line(text(term))
    return shown if len(shown) <= 120 else "the difference of the sides"


def _shown(s: Statement, argument: Order, level: int) -> Part:
    return Part("", (s.lhs, s.rhs), order_parts(s, argument, level + 1), s.relation)


def _reduced(said: str, s: Statement, inner: Order, level: int) -> tuple[Part, ...]:
    return Part(said), _shown(s, inner, level)


def _raised(s: Statement, argument: Raised, level: int) -> tuple[Part, ...]:
    powers = NAMES_OF_POWERS.get(argument.exponent, f"powers with {argument.exponent}")
    return (
        Part("The side that is claimed to be the larger is never negative:"),
        _shown(upper_nonnegative(s), argument.nonnegative, level),
        Part(f"So it is enough to compare the {powers}:"),
        _shown(raised(s, argument.exponent), argument.argument, level),
    )


def _concave(s: Statement, argument: Concave, level: int) -> tuple[Part, ...]:
    name = argument.symbol
    curvature, lower, upper = concave_statements(s, name)
    return (
        Part(
            f"The difference of the sides is concave in {name}, so it is smallest at an end of the interval:"
        ),
        _shown(curvature, argument.curvature, level),
        Part("At the ends it is:"),
        _shown(lower, argument.lower, level),
        _shown(upper, argument.upper, level),
    )


def _cases(s: Statement, argument: Split | Apart | Either | Arranged, level: int) -> tuple[Part, ...]:
    """Two cases, each with what is shown for it below; parts of parts are not told for ever."""
    if level > MOST_LEVELS:
        return (Part("... and so on for smaller parts."),)
    match argument:
        case Split(name, at, below, above):
            cases = [
                (f"For {name} <= {at}:", part(s, name, at, below=True), below),
                (f"For {name} >= {at}:", part(s, name, at, below=False), above),
            ]
        case Apart(name, at, there, elsewhere):
            cases = [
                (f"For {name} = {at}:", at_value(s, name, at), there),
                (f"For {name} != {at}:", without(s, name, at), elsewhere),
            ]
        case Arranged(symbols, inners):
            orders = [" <= ".join(order) for order in permutations(symbols)]
            said = [
                f"Where {order}, with what each exceeds the one before by in its place:" for order in orders
            ]
            cases = list(zip(said, arrangements(s, symbols), inners, strict=True))
        case Either(term, nonnegative, nonpositive):
            cases = [
                (f"Where {_plain(term)} >= 0:", supposing(s, term, ">="), nonnegative),
                (f"Where {_plain(term)} <= 0:", supposing(s, term, "<="), nonpositive),
            ]
    return tuple(Part(said, None, order_parts(case, inner, level + 1)) for said, case, inner in cases)


def _least(s: Statement, argument: Least, level: int) -> tuple[Part, ...]:
    larger, smaller = larger_and_smaller(s)
    there, below, above = least_statements(s, minus(larger, smaller), argument)
    name, at = argument.symbol, _plain(argument.at)
    parts = [
        Part(f"The difference of the sides is smallest at {name} = {at}. There:"),
        _shown(there, argument.there, level),
    ]
    for slope, inner, sign in ((below, argument.below, "<"), (above, argument.above, ">")):
        if slope is not None and inner is not None:
            parts.append(Part(f"For {name} {sign} {at} its derivative by {name} is {_word(slope)}:"))
            parts.append(_shown(slope, inner, level))
    return tuple(parts)


__all__ = ["order_parts"]
