"""Terms up to how they are printed: numbers put together, summands and factors in one order."""

from __future__ import annotations

from verify_derivations.term.syntax.build import add, mul, power
from verify_derivations.term.syntax.nodes import Add, Mul, Pow, Term
from verify_derivations.term.syntax.substitute import rebuild


def folded(term: Term) -> Term:
    """The term with its numbers put together and its summands and factors in one order.

    Two terms with the same result are equal wherever both are defined, and plainly so.

    >>> from verify_derivations.term.notation.plain import parse_plain as p
    >>> folded(p("x + 2 - 1")) is folded(p("1 + x"))
    True
    """
    children = tuple(folded(child) for child in term.children)
    match term:
        case Add():
            flat = [t for child in children for t in (child.terms if isinstance(child, Add) else (child,))]
            return add(*sorted(flat, key=repr))
        case Mul():
            flat = [f for child in children for f in (child.factors if isinstance(child, Mul) else (child,))]
            return mul(*sorted(flat, key=repr))
        case Pow():
            return power(children[0], children[1])
    return rebuild(term, children)


__all__ = ["folded"]
