r"""Functions without their argument, of which primes are derivatives: (fg)' = f'g + fg'."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Digits, Fenced, Node, Scripts, children
from verify_derivations.term.arrays.array import Array, applied, scalar
from verify_derivations.term.syntax.nodes import Apply, Derivative, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

FUNCTIONS = frozenset(("f", "g", "h", "u", "v", "w", "F", "G", "H", "\\phi", "\\varphi", "\\psi"))
"""Letters by which functions are called."""

CONSTANTS = frozenset(
    (
        "a",
        "b",
        "c",
        "d",
        "k",
        "m",
        "n",
        "p",
        "q",
        "r",
        "\\alpha",
        "\\beta",
        "\\lambda",
        "\\mu",
        "\\omega",
        "C",
    )
)
"""Letters that stand for constants beside them."""

NUMBERS = frozenset(("e", "\\mathrm{e}", "\\pi"))

VARIABLES = ("x", "t")
"""Letters by which is differentiated where nothing says by what."""


def bare_functions(
    sides: Iterable[Node], declared: Collection[str], taken: Collection[str]
) -> tuple[str, frozenset[str]] | None:
    """The variable, and the names that are functions of it; None if the sides have no bracket with a prime.

    Args:
        sides: both sides of a statement.
        declared: names that are declared to be functions.
        taken: names of which something else is said, or that are called with arguments.
    """
    sides = list(sides)
    if not any(map(_primed_brackets, sides)):
        return None
    inside = {name for side in sides for body in _primed_brackets(side) for name in _names(body)}
    primed = {name for side in sides for name in _primed(side)}
    printed = {name for side in sides for name in _names(side)}
    variable = next((v for v in VARIABLES if v in printed - primed - set(taken)), "")
    functions = (primed | (inside & (FUNCTIONS | set(declared)))) - {variable}
    others = inside - functions - {variable}
    if functions & set(taken) or (others - CONSTANTS) or variable in primed:
        return None
    if not functions and (not variable or others == set() or variable not in inside):
        return None
    return variable or next(v for v in ("x", "t", "s", "\\xi") if v not in printed), frozenset(functions)


def _walk(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = plain(stack.pop())
        yield node
        stack.extend(children(node))


@remembered
def _primed_brackets(root: Node) -> tuple[Node, ...]:
    return tuple(
        node.base
        for node in _walk(root)
        if isinstance(node, Scripts) and node.primes and isinstance(plain(node.base), Fenced)
    )


def _primed(root: Node) -> Iterator[str]:
    for node in _walk(root):
        if isinstance(node, Scripts) and node.primes:
            name = scripted_name(node._replace(primes=0, sup=None))
            if name is not None:
                yield name


def _names(root: Node) -> Iterator[str]:
    """The names of quantities, with numbers below them, without primes and powers."""
    stack = [root]
    while stack:
        node = plain(stack.pop())
        if isinstance(node, Scripts) and base_name(node.base) is not None:
            subs = components(node.sub)
            bare = node._replace(primes=0, sup=None) if subs else node.base
            own = scripted_name(bare) if all(isinstance(s, Digits) for s in subs) else None
            yield from () if own in NUMBERS else (own or "?",)
            stack.extend([node.sup] if node.sup is not None else [])
        elif base_name(node) is not None:
            name = base_name(node) or ""
            if (len(name) == 1 or name in FUNCTIONS | CONSTANTS) and name not in NUMBERS:
                yield name
        else:
            stack.extend(children(node))


# ---- what they are read as ---------------------------------------------------------------------------------
def at_variable(reading: Elaborator, name: str) -> Term | None:
    """f as f(x); None if it is no such function."""
    if name not in reading.scope.bare:
        return None
    reading.notes.functions.setdefault(name)
    return Apply(name, (Symbol(reading.scope.variable),))


def derived(reading: Elaborator, body: Term, order: int) -> Term:
    """The derivative that a prime on brackets stands for."""
    variable = reading.scope.variable
    if body.names - reading.scope.bare - {variable}:
        options = (f"a prime is a derivative by {variable}", "it is one by something else")
        reading.choose(Choice("primes", options, f"write \\frac{{d}}{{d{variable}}}", modelled=False))
    return Derivative(body, Symbol(variable), order)


def composed(reading: Elaborator, outer: Node, inner: Node) -> Array | None:
    r"""f \circ g, and f' \circ g; None if these are no such functions."""
    outer = plain(outer)
    primes = outer.primes if isinstance(outer, Scripts) else 0
    bare = outer._replace(primes=0) if isinstance(outer, Scripts) else outer
    name = scripted_name(bare if not isinstance(bare, Scripts) or bare.sub is not None else bare.base)
    if name is None or name not in reading.scope.bare:
        return None
    reading.notes.functions.setdefault(name)
    return applied(name + "'" * primes, scalar(reading.term(inner)))


__all__ = ["at_variable", "bare_functions", "composed", "derived"]
