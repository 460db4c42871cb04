"""A free symbol becomes the index of a binder: how `Sum(e, (k, a, b))` is read."""

from __future__ import annotations

from collections.abc import Collection

from verify_derivations.term.syntax.nodes import Apply, Bound, Derivative, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, shift, substitute
from verify_derivations.term.syntax.traverse import subterms


def bind(body: Term, name: str) -> Term:
    """The body of a binder over the index that was written as the symbol `name`.

    Raises:
        TermError: the body is differentiated by that index.

    >>> from verify_derivations.term.syntax.nodes import Mul, Symbol
    >>> bind(Mul((Symbol("k"), Symbol("x"))), "k").factors
    (Bound(0), Symbol('x'))
    """
    return substitute(shift(body, 1), {name: Bound(0)})


def with_primes(body: Term, variable: Symbol, functions: Collection[str]) -> Term:
    """The body with f'(x) for each derivative of an unknown f(x) by the variable, which is about to be bound.

    >>> from verify_derivations.term.syntax.nodes import Apply, Derivative
    >>> x = Symbol("x")
    >>> with_primes(Derivative(Apply("f", (x,)), x, 2), x, ["f"])
    Apply("f''", (Symbol('x'),))
    """
    for part in subterms(body) if body.holds(Derivative) else ():
        match part:
            case Derivative(Apply(name, arguments), Symbol() as by, order):
                if by is variable and name in functions and arguments == (variable,):
                    body = exchanged(body, part, Apply(name + "'" * order, arguments), throughout=True)
    return body
