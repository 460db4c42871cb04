"""Certificates and claims next to given ones: one field, number, sign, interval or hypothesis is another."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

from verify_derivations.certificate import (
    Apart,
    Either,
    Enclosed,
    Generalised,
    Least,
    Natural,
    Order,
    Sign,
    Split,
)
from verify_derivations.model import Claim, Declaration
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Add, Apply, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import subterms

NUMBERS = [Fraction(n) for n in "0 1 -1 1/2 -1/2 2 3 9/10 11/10".split()]
RELATIONS = ("<", "<=", ">", ">=")
INTERVALS = [
    *(Domain("real", Fraction(0), Fraction(1), a, b) for a in (True, False) for b in (True, False)),
    Domain("real", Fraction(-1), Fraction(1), False, True),
    Domain("integer", Fraction(-2), Fraction(2), False, False),
    *(DOMAINS[name] for name in ("real", "positive", "nonnegative", "negative", "gt1", "nonzero", "natural")),
]


def another_term(rng: Random, term: Term, around: list[Term]) -> Term:
    """A term near this one."""
    parts = list(subterms(term))
    numbers = [part for part in parts if isinstance(part, Number)]
    near = [
        lambda: Add((term, Number(rng.choice(NUMBERS)))),
        lambda: Mul((term, Number(rng.choice(NUMBERS)))),
        lambda: Apply(rng.choice(("Abs", "log", "sqrt", "sign", "floor")), (term,)),
        lambda: exchanged(term, rng.choice(parts), rng.choice(around)),
        lambda: rng.choice(around),
    ]
    if numbers:
        near += [lambda: exchanged(term, rng.choice(numbers), Number(rng.choice(NUMBERS)))] * 3
    return rng.choice(near)()


def another_certificate(rng: Random, value: Any, around: list[Term], names: list[str]) -> Any:
    """The same with one part altered."""
    match value:
        case Term():
            return another_term(rng, value, around)
        case Fraction():
            return rng.choice(NUMBERS)
        case str() if value in names:
            return rng.choice(names)
        case str() if value in RELATIONS:
            return rng.choice(RELATIONS)
        case tuple() if value:
            k = rng.randrange(len(value))
            here = () if rng.random() < 0.2 else (another_certificate(rng, value[k], around, names),)
            return (*value[:k], *here, *value[k + 1 :])
        case None:
            return Sign()
    if isinstance(value, Order) and rng.random() < 0.3:
        return another_argument(rng, value, around, names)
    return another_field(rng, value, around, names)


def another_field(rng: Random, value: Any, around: list[Term], names: list[str]) -> Any:
    """The same part of a certificate with one field altered."""
    own = fields(value) if is_dataclass(value) else ()
    if not own:
        return value
    name = rng.choice(own).name
    altered = another_certificate(rng, getattr(value, name), around, names)
    return type(value)(**{f.name: altered if f.name == name else getattr(value, f.name) for f in own})


def another_argument(rng: Random, argument: Order, around: list[Term], names: list[str]) -> Order:
    """A simpler argument, or this one within another."""
    name, number = rng.choice(names), rng.choice(NUMBERS)
    others: list[Order] = [
        Sign(),
        Enclosed(),
        Natural(argument),
        Split(name, number, argument, argument),
        Apart(name, number, Sign(), argument),
        Either(rng.choice(around), argument, argument),
        Generalised(rng.choice(around), "t", argument),
        Least(name, rng.choice([Number(number), *around]), Sign(), argument, argument),
    ]
    return rng.choice(others)


def another_claim(rng: Random, stated: Claim, around: list[Term]) -> Claim:
    """The claim with another side, relation, domain or hypothesis."""
    context = stated.context
    match rng.randrange(6):
        case 0:
            return replace(stated, lhs=another_term(rng, stated.lhs, around))
        case 1:
            return replace(stated, rhs=another_term(rng, stated.rhs, around))
        case 2 if stated.relation in RELATIONS:
            return replace(stated, relation=rng.choice(RELATIONS))
        case 3 if context.assumptions:
            kept = list(context.assumptions)
            k = rng.randrange(len(kept))
            kept[k] = replace(kept[k], relation=rng.choice(RELATIONS))
            return replace(stated, context=replace(context, assumptions=tuple(kept)))
    symbols = sorted({t.name for t in around if isinstance(t, Symbol)})
    if not symbols:
        return stated
    chosen, domain = rng.choice(symbols), rng.choice(INTERVALS)
    others = [d for d in context.declarations if d.name != chosen]
    return replace(stated, context=replace(context, declarations=(*others, Declaration(chosen, domain))))
