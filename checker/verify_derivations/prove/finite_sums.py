"""What sums over a range may be: differences of an antidifference, or rows of the table of binomial sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from math import comb, factorial
from typing import Any

from verify_derivations.certificate import Antidifference, Argument, BinomialSum, Point, Rewriting
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.binomial_table import BINOMIAL_SUMS
from verify_derivations.kernel.calculus.finite_sums import (
    binomial_value,
    check_antidifference,
    check_binomial,
    difference_statement,
    difference_value,
    identity_statement,
)
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.evaluation.hypergeometric import coefficients, linear
from verify_derivations.term.syntax.build import (
    add,
    built_anew,
    call,
    inverse,
    mul,
    number,
    power,
    rational,
    sub,
)
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    TWO,
    Apply,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols, walk

Prove = Callable[[Statement, float, Point], Argument | None]

FAILURES = (CertificateError, TermError, Budget, DividedByZero)

HIGHEST_POWER = 10
"""Sums of powers up to this one have a formula here."""


def finite_sums(
    s: Statement, term: Sum, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Antidifference | BinomialSum]]:
    """What a sum over a range is, with the evidence."""
    name = f"{term.index}_" + "".join(free_symbols(term))
    body = instantiate_bound(term.body, Symbol(name))
    for draft in binomial_sums(term, body, name):
        try:
            value = binomial_value(term, draft)
            check_binomial(s, term, value, draft, lambda _, __: None)
            identity = prove(identity_statement(s, term, draft), deadline, seen)
        except FAILURES:
            continue
        if identity is not None:
            yield value, replace(draft, identity=identity)
            return
    function = antidifference(body, name)
    if function is None:
        return
    for first in (0, 1):
        evidence = Antidifference(name, function, Rewriting(), first)
        value = difference_value(term, evidence)
        try:
            check_antidifference(s, term, value, evidence, lambda _, __: None)
            step = prove(difference_statement(s, term, evidence), deadline, seen)
        except FAILURES:
            continue
        if step is not None:
            yield value, replace(evidence, step=step)
            return


# ---- antidifferences ----------------------------------------------------------------------------------
def antidifference(body: Term, name: str) -> Term | None:
    """F with F(k) - F(k - 1) = body, perhaps.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(antidifference(parse_plain("2*k"), "k"))
    '2*(k**2/2 + k/2)'
    """
    body = _inner_sums_closed(body)
    if any(isinstance(part, Sum) for part, _ in walk(body)):
        return None
    try:
        found = coefficients(body, name)
    except TermError:
        return _by_gosper(body, name)
    if len(found) > HIGHEST_POWER:
        return None
    return add(*(mul(c, power_sum(p, Symbol(name))) for p, c in enumerate(found) if rational(c) != 0))


def _inner_sums_closed(body: Term) -> Term:
    """The term with what they are in the place of the sums in it, as far as that is known."""
    for part, depth in walk(body):
        if isinstance(part, Sum) and depth == 0 and not part.loose:
            name = f"{part.index}_" + "".join(free_symbols(body))
            function = antidifference(instantiate_bound(part.body, Symbol(name)), name)
            if function is not None:
                value = difference_value(part, Antidifference(name, function, Rewriting()))
                body = exchanged(body, part, value)
    return body


def power_sum(p: int, n: Term) -> Term:
    """1**p + ... + n**p as a polynomial in n (J. Faulhaber 1631; J. Bernoulli 1713)."""
    numbers = _bernoulli(p)
    parts = [
        mul(number(comb(p + 1, i) * numbers[i] / (p + 1)), power(n, p + 1 - i))
        for i in range(p + 1)
        if numbers[i]
    ]
    return add(*parts)


def _bernoulli(p: int) -> list[Fraction]:
    """The Bernoulli numbers up to the p-th, that of 1 being 1/2."""
    found = [Fraction(1)]
    for m in range(1, p + 1):
        found.append(-sum((comb(m + 1, i) * found[i] for i in range(m)), Fraction(0)) / (m + 1))
    return [-b if i == 1 else b for i, b in enumerate(found)]


def _by_gosper(body: Term, name: str) -> Term | None:
    """What summation in closed form (R. W. Gosper, 1978) gives, as a whole or summand by summand."""
    import sympy

    from verify_derivations.term.sympy.from_sympy import term_from_sympy
    from verify_derivations.term.sympy.to_sympy import to_sympy

    k = sympy.Symbol(name, integer=True)
    try:
        printed = to_sympy(body, evaluate=True).subs(sympy.Symbol(name, real=True), k)
        whole = _indefinite(printed, k)
        if whole is not None:
            return term_from_sympy(whole)
        found = []
        for part in sympy.Add.make_args(sympy.expand(printed)):
            own = _power_sum_of(part, k) or _indefinite(part, k)
            if own is None:
                return None
            found.append(term_from_sympy(own))
        return add(*found)
    except (TermError, NotImplementedError, ValueError, TypeError, AttributeError, RecursionError):
        return None  # SymPy fails in many ways; a suggestion is all that is lost


def _indefinite(part: Any, k: Any) -> Any:
    """SymPy's closed form of the sum up to k; None if there is none."""
    import sympy
    from sympy.concrete.gosper import gosper_term

    ratio = gosper_term(part, k)
    return None if ratio is None else sympy.factor(sympy.simplify((part * ratio).subs(k, k + 1)))


def _power_sum_of(part: Any, k: Any) -> Any:
    """The same of a summand without the index."""
    return None if part.has(k) else part * k


# ---- sums over binomial coefficients ---------------------------------------------------------------------
def binomial_sums(term: Sum, body: Term, name: str) -> Iterator[BinomialSum]:
    """Rows of the table of which the sum may be one."""
    factors = body.factors if isinstance(body, Mul) else (body,)
    above = [f for f in factors if _is_polynomial(f, name) and name in free_symbols(f)]
    rest = mul(*(f for f in factors if f not in above))
    lower = rational(term.lower)
    if lower is None:
        return
    for size in _sizes(factors, name):
        shift = rational(sub(size, term.upper)) or _difference(size, term.upper)
        if shift is None or shift.denominator != 1 or not 0 <= lower + shift <= 4:
            continue
        for row, at in _rows(factors, name, size):
            try:
                coefficients = _by_falling_powers(mul(*above), name, int(shift))
                scale = _scale(rest, name, row, size, at, int(lower), int(shift))
            except TermError:
                continue
            scaled = tuple(mul(scale, c) for c in coefficients)
            yield BinomialSum(row, name, size, at, int(shift), scaled, Rewriting())


def _difference(size: Term, upper: Term) -> Fraction | None:
    from verify_derivations.term.arrays.affine import affine

    first, second = affine(size), affine(upper)
    if first is None or second is None or first.minus(second).parts:
        return None
    return first.minus(second).constant


def _is_polynomial(factor: Term, name: str) -> bool:
    try:
        coefficients(factor, name)
    except TermError:
        return False
    return True


def _sizes(factors: tuple[Term, ...], name: str) -> list[Term]:
    """What the upper arguments of the binomial coefficients are, or of what stands for one."""
    found: list[Term] = []
    for f in factors:
        match f:
            case Apply("binomial", (size, _)) if name not in free_symbols(size):
                found.append(size)
            case Pow(Apply("binomial", (size, _)), Number(e)) if e == 2 and name not in free_symbols(size):
                found.append(size)
            case Pow(Apply("factorial", (argument,)), Number(e)) if e == -1:
                _append_constant(found, argument, name)
            case Pow(Mul(inner), Number(e)) if e == -1:
                for part in inner:
                    if isinstance(part, Apply) and part.function == "factorial":
                        _append_constant(found, part.arguments[0], name)
    return list(dict.fromkeys([*found, *(add(size, ONE) for size in found)]))


def _append_constant(found: list[Term], argument: Term, name: str) -> None:
    """c, where the argument is c minus the index."""
    try:
        slope, rest = linear(argument, name)
    except TermError:
        return
    if rational(slope) == -1:
        found.append(rest)


def _rows(factors: tuple[Term, ...], name: str, size: Term) -> Iterator[tuple[str, Term]]:
    """Rows, and what may stand for their parameter."""
    if any(isinstance(f, Pow) and _is_binomial(f.base) and f.exponent is TWO for f in factors):
        yield "Vandermonde", size
    both = [f for f in factors if _is_binomial(f)]
    if len(both) == 2:
        for f in both:
            yield "Vandermonde", f.children[0]
    z = mul(*(_base(f, name) for f in factors))
    if rational(z) == -1:
        yield "alternating", MINUS_ONE
    yield "binomial theorem", z


def _is_binomial(term: Term) -> bool:
    return isinstance(term, Apply) and term.function == "binomial"


def _base(factor: Term, name: str) -> Term:
    """b where the factor is b**(k + c); 1 for any other factor."""
    match factor:
        case Pow(base, exponent) if name in free_symbols(exponent) and name not in free_symbols(base):
            sign = 1
        case Pow(Pow(base, exponent), Number(e)) if name in free_symbols(exponent) and e in (1, -1):
            sign = int(e)
        case Apply("exp", (exponent,)) if name in free_symbols(exponent):
            return call("exp", linear(exponent, name)[0])
        case _:
            return ONE
    slope = rational(linear(exponent, name)[0])
    return ONE if slope is None else power(base, sign * slope)


def _by_falling_powers(polynomial: Term, name: str, shift: int) -> list[Term]:
    """The coefficients of a polynomial in the index by falling powers of the index of the row."""
    shifted = substitute(polynomial, {name: sub(Symbol(name), number(shift))})
    plain = coefficients(shifted, name)
    return [
        add(*(mul(number(_partitions(p, i)), c) for p, c in enumerate(plain) if _partitions(p, i)))
        for i in range(len(plain))
    ]


def _partitions(p: int, i: int) -> int:
    """In how many ways p things fall into i groups: the Stirling numbers of the second kind."""
    signed = ((-1 if (i - r) % 2 else 1) * comb(i, r) * int(r**p) for r in range(i + 1))
    return sum(signed) // factorial(i)


def _scale(rest: Term, name: str, row: str, size: Term, at: Term, first: int, shift: int) -> Term:
    """What the terms have besides those of the row, taken at the first index."""
    if row not in BINOMIAL_SUMS:
        raise TermError("no such row")
    j = first + shift
    own = mul(number(Fraction(1, factorial(j))), *(sub(size, number(i)) for i in range(j)))
    if row == "binomial theorem":
        own = mul(own, power(at, j))
    elif row == "alternating":
        own = mul(own, number((-1) ** j))
    elif j:
        raise TermError("the sum begins after the row")
    return mul(built_anew(substitute(rest, {name: Number(first)})), inverse(own))


__all__ = ["antidifference", "binomial_sums", "finite_sums", "power_sum"]
