"""A free symbol becomes the index of a binder: how `Sum(e, (k, a, b))` is read."""

from __future__ import annotations

from verify_derivations.term.syntax.nodes import Bound, Term
from verify_derivations.term.syntax.substitute import shift, substitute


def bind(body: Term, name: str) -> Term:
    """The body of a binder over the index that was written as the symbol `name`.

    Raises:
        TermError: the body is differentiated by that index.

    >>> from verify_derivations.term.syntax.nodes import Mul, Symbol
    >>> bind(Mul((Symbol("k"), Symbol("x"))), "k").factors
    (Bound(0), Symbol('x'))
    """
    return substitute(shift(body, 1), {name: Bound(0)})
