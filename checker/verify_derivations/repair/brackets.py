"""Edits of brackets: one that is missing, one too many, one that closes too early or too late."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.repair.parts import product, total
from verify_derivations.repair.setting import Setting
from verify_derivations.term.syntax.nodes import Add, Apply, Mul, Pow, Term


def bracket_lost(term: Term, setting: Setting) -> Iterator[Term]:
    """a*b + c is meant as a*(b + c), f(a) + b as f(a + b), a*b**n as (a*b)**n."""
    match term:
        case Add(terms):
            yield from _over_a_sum(terms)
        case Mul(factors):
            yield from _over_a_product(factors)
        case Apply(name, (Pow(base, exponent),)):
            yield Pow(Apply(name, (base,)), exponent)
        case Pow(Apply(name, (argument,)), exponent):
            yield Apply(name, (Pow(argument, exponent),))


def _over_a_sum(terms: tuple[Term, ...]) -> Iterator[Term]:
    last = len(terms)
    for start in range(last):
        for end in range(start + 2, last + 1):
            before, inside, after = terms[:start], terms[start:end], terms[end:]
            for wide in (*_to_the_right(inside), *_to_the_left(inside)):
                yield total(*before, wide, *after)


def _to_the_right(inside: tuple[Term, ...]) -> Iterator[Term]:
    """The first summand reaches over those that follow."""
    first, rest = inside[0], inside[1:]
    match first:
        case Mul((*front, Pow(base, exponent))):
            yield product(*front, Pow(total(base, *rest), exponent))
            yield product(*front, total(Pow(base, exponent), *rest))
        case Mul((*front, Apply(name, (argument,)))):
            yield product(*front, Apply(name, (total(argument, *rest),)))
            yield product(*front, total(Apply(name, (argument,)), *rest))
        case Mul((*front, last)):
            yield product(*front, total(last, *rest))
        case Pow(base, exponent):
            yield Pow(total(base, *rest), exponent)
            yield Pow(base, total(exponent, *rest))
        case Apply(name, (argument,)):
            yield Apply(name, (total(argument, *rest),))


def _to_the_left(inside: tuple[Term, ...]) -> Iterator[Term]:
    """The last summand reaches over those before it."""
    rest, last = inside[:-1], inside[-1]
    match last:
        case Mul((first, *back)):
            yield product(total(*rest, first), *back)
        case Pow(base, exponent):
            yield Pow(total(*rest, base), exponent)


def _over_a_product(factors: tuple[Term, ...]) -> Iterator[Term]:
    for place, factor in enumerate(factors):
        before, after = factors[:place], factors[place + 1 :]
        match factor:
            case Apply(name, (argument,)) if after:
                yield product(*before, Apply(name, (product(argument, *after),)))
            case Pow(base, exponent) if before:
                yield Pow(product(*before, base), exponent)


def bracket_too_many(term: Term, setting: Setting) -> Iterator[Term]:
    """a*(b + c) is meant as a*b + c, f(a + b) as f(a) + b, (a*b)**n as a*b**n."""
    match term:
        case Mul(factors):
            yield from _out_of_a_product(factors)
        case Apply(name, (Add((first, *rest)),)):
            yield total(Apply(name, (first,)), *rest)
        case Apply(name, (Mul((first, *rest)),)):
            yield product(Apply(name, (first,)), *rest)
        case Pow(Add((*rest, last)), exponent):
            yield total(*rest, Pow(last, exponent))
        case Pow(Mul((*rest, last)), exponent):
            yield product(*rest, Pow(last, exponent))


def _out_of_a_product(factors: tuple[Term, ...]) -> Iterator[Term]:
    match factors:
        case (*front, Add((first, *rest))):
            yield total(product(*front, first), *rest)
        case (*front, Pow(Add((first, *rest)), exponent)):
            yield total(product(*front, Pow(first, exponent)), *rest)
    match factors:
        case (Add((*rest, last)), *back):
            yield total(*rest, product(last, *back))


__all__ = ["bracket_lost", "bracket_too_many"]
