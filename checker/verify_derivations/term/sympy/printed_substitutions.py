"""Substitutions into what is kept as written: a derivative, integral, sum or limit must not catch a name.

`diff(x*y, x)` is `y`, with `x` for `y` it is `x`; put into what is written that would be the derivative of
`x*x`. And `diff(x**2, x)` at 3 is no derivative by 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits

from verify_derivations.errors import TermError
from verify_derivations.term.sympy.from_sympy import D

Pair = tuple[Any, Any]


def checked(method: Callable[..., Any], pairs_of: Callable[..., Iterable[Pair]]) -> Callable[..., Any]:
    """A method of SymPy that puts something in, which raises where a name would be caught."""

    def instead(written: Any, *given: Any, **more: Any) -> Any:
        if any(map(written.has, BINDERS)):
            _check(written, [(_named(old), _named(new)) for old, new in pairs_of(*given)])
        return method(written, *given, **more)

    return instead


BINDERS = (D, ExprWithLimits, sympy.Limit)


def _check(written: Any, pairs: list[Pair]) -> None:
    brought = set().union(*(_names(new) for _, new in pairs))
    for binder in written.atoms(*BINDERS):
        body, bound = _parts(binder)
        for old, new in pairs:
            if old != new and _is_caught(binder, old, new, bound, _names(body), brought):
                names = ", ".join(map(str, bound))
                raise TermError(
                    f"{new} cannot be put in for {old} in {binder}, where {names} is bound",
                    help="write what it is without that, or call SymPy before the block",
                )


def _parts(binder: Any) -> tuple[Any, list[Any]]:
    """The body, and the names that have a meaning of their own in it."""
    if isinstance(binder, ExprWithLimits):
        return binder.function, list(binder.variables)
    return binder.args[0], sorted(_names(binder.args[1]), key=str)


def _is_caught(
    binder: Any, old: Any, new: Any, bound: list[Any], inside: set[Any], brought: set[Any]
) -> bool:
    names = _names(old)
    if old in bound:  # the index of a sum is left alone; of a derivative a fresh name takes its place
        return not isinstance(binder, ExprWithLimits) and not (
            getattr(new, "is_Symbol", False) and new not in inside
        )
    if names.intersection(bound):  # a part in which it stands
        return bool(names & inside)
    return bool(names & (inside | brought)) and not _names(new).isdisjoint(bound)


def _named(one: Any) -> Any:
    """What a string names; anything else is what it is."""
    return sympy.Symbol(one) if isinstance(one, str) else one


def _names(expression: Any) -> set[Any]:
    return set(getattr(expression, "free_symbols", ()))


# ---- what is put in for what -----------------------------------------------------------------------
def _pairs(*given: Any) -> Iterator[Pair]:
    """Of `subs(old, new)`, `subs({old: new})`, `subs([(old, new)])` and `xreplace({old: new})`."""
    if len(given) == 2:
        yield given[0], given[1]
    elif len(given) == 1:
        (several,) = given
        yield from several.items() if isinstance(several, Mapping) else list(several)


def _replaced(*given: Any) -> Iterator[Pair]:
    """Of `replace(old, new)`; patterns and functions are left alone."""
    if len(given) == 2 and all(isinstance(one, sympy.Basic) for one in given):
        yield given[0], given[1]


PUTTING_IN: tuple[tuple[type, str, Callable[..., Any]], ...] = (
    (sympy.Basic, "subs", checked(sympy.Basic.subs, _pairs)),
    (sympy.Basic, "xreplace", checked(sympy.Basic.xreplace, _pairs)),
    (sympy.Basic, "replace", checked(sympy.Basic.replace, _replaced)),
)
"""What takes the place of a method of SymPy."""


__all__ = ["PUTTING_IN", "checked"]
