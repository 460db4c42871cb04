r"""Expressions taken at a point or between two: `f(x)|_{x=2}`, `\left[x^2\right]_0^1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.limits import infinity
from verify_derivations.elaborate.notation.leibniz import d_sign, leibniz
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, quantity
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import number
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Fenced,
    Letter,
    Listing,
    Node,
    Product,
    Scripts,
    Sum,
    nodes,
)
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    Add,
    Antiderivative,
    Apply,
    Derivative,
    Mul,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]
Point = dict[str, Term]
"""What is put in for which name."""

BRACKETS = frozenset({("[", "]"), (".", "|"), (".", "]")})


def evaluated(reading: Elaborator, node: Scripts) -> Array | None:
    """A bracket with bounds: `[F]_a^b`, `.F|_{x=a}`; None if it is another thing with scripts."""
    fenced = plain(node.base)
    if not isinstance(fenced, Fenced) or (fenced.left, fenced.right) not in BRACKETS or node.primes:
        return None
    if fenced.left == "[" and (node.sub is None or (node.sup is None and not _assignments(node.sub))):
        return None  # an entry, or a power
    if fenced.right == "]" and _may_be_power_of_entry(reading, node):
        raise NotRead("this may be an entry to a power, or a difference between two bounds", node, help=NAMED)
    return _taken(reading, number(reading.value(fenced.body), fenced), node)


NAMED = "write |_{x=a}^{x=b}"


def _may_be_power_of_entry(reading: Elaborator, node: Scripts) -> bool:
    """`[A x]_i^2`: a letter below and a whole number above, and no differential says for which name."""
    letter = node.sub is not None and quantity(node.sub) is not None
    return letter and isinstance(node.sup, Digits) and not _differentials(reading)


def bar(parts: Parts) -> Scripts | None:
    r"""The bar behind a product, with what is put in: `x^2 \Big|_0^1`."""
    last = parts[-1][1]
    if len(parts) < 2 or not isinstance(last, Scripts) or last.primes or parts[-1][0] != "":
        return None
    return last if last.base[:1] == ("|",) and isinstance(last.base, Letter) else None


def before_bar(reading: Elaborator, parts: Parts, at: Scripts) -> Array:
    """What stands before the bar, taken between its bounds."""
    body = number(reading.factors(parts[:-1]), at)
    if at.sup is None and _stand_before_derivative(parts[:-1], _names(reading, body, at)):
        raise NotRead("it is open whether the bar is of the derivative only", at, help="put brackets")
    return _taken(reading, body, at)


def sum_before_bar(reading: Elaborator, node: Sum) -> Array | None:
    """A sum with a bar behind its last term, if the bar is one of the whole sum."""
    sign, last = node.parts[-1]
    at = bar(last.parts) if isinstance(last, Product) else None
    if at is None or not isinstance(last, Product) or len(node.parts) < 2:
        return None
    rest = last.parts[0][1] if len(last.parts) == 2 else last._replace(parts=last.parts[:-1])
    whole = number(reading.value(node._replace(parts=(*node.parts[:-1], (sign, rest)))), node)
    names = _names(reading, whole, at)
    held = [bool(names_in(part) & names) for _, part in node.parts[:-1]]
    if at.sup is None and not any(held):
        return None  # what is put in, is put into the last term in any case
    # one writes x^2 + x|_0^1 for the whole, but C + x|_0^1, and x + f'(x)|_{x=a}, for the last term
    usual = not any(map(_is_derivative, nodes(rest))) if at.sup is None else all(held)
    options = ("the bar reaches over the whole sum", "the bar is of the last term only")
    if reading.choose(Choice(f"bar at {at.start}", options, "put brackets", usual=usual)) != options[0]:
        return None
    return _taken(reading, whole, at)


def _stand_before_derivative(parts: Parts, names: set[str]) -> bool:
    """These names stand in factors before one that is differentiated: `(x-a) f'(x)|_{x=a}`."""
    last = max((k for k, (_, part) in enumerate(parts) if any(map(_is_derivative, nodes(part)))), default=0)
    return any(names_in(part) & names for _, part in parts[:last])


def _is_derivative(node: Node) -> bool:
    return leibniz(node) is not None or (isinstance(node, Scripts) and node.primes > 0)


def _taken(reading: Elaborator, body: Term, node: Scripts) -> Array:
    """The difference between the values at both bounds, or the value at the one that is printed."""
    if node.sub is None:
        raise NotRead("at which point this is taken is not printed", node)
    given = _assignments(node.sub)
    names = _names(reading, body, node)
    if node.sup is None:
        return scalar(
            at_point(reading, body, {name: _bound(reading, value) for name, _, value in given}, node)
        )
    upper = _assignments(node.sup)
    if len(names) != 1:
        raise NotRead("for which name the bounds are put in is not printed", node, help=NAMED)
    (name,) = names
    low, high = given[0][2] if given else node.sub, upper[0][2] if upper else node.sup
    top, bottom = (at_point(reading, body, {name: _bound(reading, end)}, node) for end in (high, low))
    return scalar(Add((top, Mul((MINUS_ONE, bottom)))))


def _names(reading: Elaborator, body: Term, node: Scripts) -> set[str]:
    """The names for which something is put in; each is a number that is free."""
    printed = [script for script in (node.sub, node.sup) if script is not None]
    given = [assignment for script in printed for assignment in _assignments(script)]
    if not given and node.sup is None:
        raise NotRead("by which name this is taken is not printed", node, help="write |_{x=...}")
    for name, head, _ in given:
        if reading.term(head) is not Symbol(name):  # an entry of an array, a constant
            raise NotRead("nothing can be put in here: it is no name of a number", head)
    return {name for name, _, _ in given} or {_variable(reading, body, node)}


def _assignments(script: Node) -> list[tuple[str, Node, Node]]:
    """Names, as text and as printed, and what they are to be: `x=2`, `x=0, y=1`; empty if it is no such."""
    items = [plain(item) for item in (script.items[::2] if isinstance(script, Listing) else (script,))]
    found = []
    for item in items:
        chain = isinstance(item, Chain) and len(item.members) == 2 and item.relations[0].name == "="
        name = quantity(item.members[0]) if isinstance(item, Chain) and chain else None
        if not isinstance(item, Chain) or name is None:
            return []
        found.append((name, item.members[0], item.members[1]))
    return found


def _bound(reading: Elaborator, node: Node) -> Term:
    return infinity(node) or reading.term(node)


def _variable(reading: Elaborator, body: Term, node: Scripts) -> str:
    """The name that the bounds are for: that of the differentials around, or the only one there is."""
    free = set(free_symbols(body))
    candidates = free & _differentials(reading) or free
    if len(candidates) != 1:
        raise NotRead("for which name the bounds are put in is not printed", node, help=NAMED)
    return candidates.pop()


def _differentials(reading: Elaborator) -> set[str]:
    """The names behind a d in the statement."""
    return {
        name
        for root in reading.roots
        for product in nodes(root)
        if isinstance(product, Product)
        for (_, sign), (_, part) in zip(product.parts, product.parts[1:], strict=False)
        if d_sign(sign) == "d" and (name := quantity(part)) is not None
    }


def at_point(reading: Elaborator, body: Term, point: Point, node: Node) -> Term:
    """The value of a term at a point; towards infinity, its limit."""
    _refuse_hidden(reading, body, point, node)
    far = {name for name, value in point.items() if isinstance(value, Infinity)}
    if far:
        return _limit(body, point, node)
    if not any(isinstance(part, Derivative) for part in subterms(body)):
        return substitute(body, point)
    # a derivative is carried out before the point is put in, and has to exist there: as of a function
    if set(free_symbols(body)) & set(reading.bound):
        raise NotRead("a derivative at a point, under a sum, is not read yet", node)
    names = tuple(dict.fromkeys((*point, *free_symbols(body))))  # nothing hides in it
    made = reading.at_places(body, names)
    return substitute(made, point)


def _limit(body: Term, point: Point, node: Node) -> Term:
    (name, far), *others = point.items()
    if others:
        raise NotRead("a limit of several names is not read", node)
    try:
        return Limit(name, far, "", bind(body, name))
    except TermError as error:
        raise NotRead(f"something is differentiated by {name}, which goes to infinity", node) from error


def _refuse_hidden(reading: Elaborator, body: Term, point: Point, node: Node) -> None:
    """A name that is defined elsewhere may depend on what is put in."""
    scope = reading.scope
    hidden = [part.name for part in subterms(body) if isinstance(part, Symbol) and part.name in scope.defined]
    if not point.keys() <= body.names:  # y|_{x=2} is printed of a y that depends on x
        hidden += sorted(body.names - point.keys())
    for part in subterms(body):
        if isinstance(part, Apply):
            parameters = scope.functions.get(part.function)
            if parameters is not None and not set(point) <= set(parameters):
                hidden.append(part.function)
        if isinstance(part, Antiderivative):
            hidden.append("an integral without bounds")
    hidden += [name for name in point if name in scope.defined | scope.ranks.keys() | set(reading.bound)]
    if hidden:
        names = " and ".join(point)
        raise NotRead(f"how {hidden[0]} depends on {names} is not seen here: not read yet", node)


__all__ = ["at_point", "bar", "before_bar", "evaluated", "sum_before_bar"]
