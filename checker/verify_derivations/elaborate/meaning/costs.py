r"""Quantities of which only derivatives are printed: a cost C, of which \partial C/\partial a is any array.

Where C is a function of a, and a is defined by z, the chain rule says what \partial C/\partial z is, whatever
function C is. At a point the derivatives of C by a can be any numbers, as those of a linear function; so C is
read as the sum of these numbers times the entries of a. That is right for first derivatives at one point, and
nothing else is read so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.free_names import free_in, names_of
from verify_derivations.elaborate.notation.indices import big_sign, components, letter_of
from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    script_text,
    with_scripts,
)
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.tables import NABLA
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.model import Claim, Condition
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Digits, Fraction, Letter, Node, Product, Scripts, children, nodes
from verify_derivations.term.arrays.array import Array, elementwise, scalar, tabulated, total
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import (
    Antiderivative,
    Apply,
    Derivative,
    Entry,
    Integral,
    Mul,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Key = tuple[str, str]
"""A quantity, whatever indices it has: its name, and what stands above it."""

Pair = tuple[Node, Node]


@dataclass(frozen=True)
class Cost:
    """What a cost is a function of, as notation without indices, and what it depends on by way of that."""

    base: Node
    by_way: tuple[str, ...]
    shown: str


def find_costs(roots: Sequence[Node], definitions: Sequence[Pair], known: Iterable[str]) -> dict[str, Cost]:
    """The quantities of which these formulas have derivatives only, of which nothing is known.

    Args:
        roots: all formulas that belong together.
        definitions: what is defined, and by what.
        known: names of which something is said.
    """
    by: dict[str, list[Node]] = {}
    for name, variable in (found for root in roots for found in _derivatives(root)):
        by.setdefault(name, []).append(variable)
    if not by:
        return {}
    taken = {*known, *(_key(head)[0] for head, _ in definitions)}
    found: dict[str, Cost] = {}
    for name, variables in by.items():
        printed = sum(_printed(root)[name] for root in roots)
        made = _cost(variables, definitions) if name not in taken and printed == len(variables) else None
        if made is not None:
            found[name] = made
    return found


def index_counts(roots: Iterable[Node], costs: Mapping[str, Cost]) -> dict[str, int]:
    """The numbers of indices of arrays that go with those by whose entries a cost is differentiated."""
    roots = list(roots)
    by = [variable for root in roots for name, variable in _derivatives(root) if name in costs]
    letters = {
        letter_of(part) for variable in by if isinstance(variable, Scripts) for part in _indices(variable)
    }
    found: dict[str, set[int]] = {}
    running = set[str]()
    for name, indices in (pair for root in roots for pair in _indexed(root)):
        found.setdefault(name, set()).add(len(indices))
        if letters.intersection(indices):
            running.add(name)
    return {name: min(counts) for name, counts in found.items() if len(counts) == 1 and name in running}


@remembered
def _indexed(root: Node) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    """Names with indices, and the letters of these, once for each place where they are printed."""
    out = []
    for node in map(plain, nodes(root)):
        if isinstance(node, Scripts) and not big_sign(node):
            name, indices = base_name(node.base), _indices(node)
            if name is not None and indices:
                out.append((name, tuple(map(letter_of, indices))))
    return tuple(out)


@remembered
def _printed(root: Node) -> Counter[str]:
    """How often each name is printed, whatever its scripts are."""
    found = Counter[str]()
    stack = [root]
    while stack:
        node = plain(stack.pop())
        name = base_name(node)
        if name is not None:
            found[name] += 1
        else:
            stack.extend(children(node))
    return found


@remembered
def _derivatives(root: Node) -> tuple[tuple[str, Node], ...]:
    r"""Names that are differentiated once by one thing, and by what: \partial C/\partial z, \nabla_a C."""
    return tuple(_each_derivative(root))


def _each_derivative(root: Node) -> Iterator[tuple[str, Node]]:
    for node in nodes(root):
        if isinstance(node, Product):
            for (_, first), (sign, second) in zip(node.parts, node.parts[1:], strict=False):
                name, variable = base_name(second), _operator(plain(first))
                if name is not None and variable is not None and sign == "":
                    yield name, variable
        found = leibniz(node) if isinstance(node, Fraction) else None
        name = base_name(found.body) if found is not None and found.body is not None else None
        if (
            found is not None
            and name is not None
            and len(found.variables) == 1
            and found.variables[0][1] == 1
        ):
            yield name, plain(found.variables[0][0])


def _operator(node: Node) -> Node | None:
    """What a derivative sign without a body differentiates by."""
    if isinstance(node, Scripts) and isinstance(node.base, Letter) and node.base.text in NABLA:
        return plain(node.sub) if node.sub is not None and node.sup is None and not node.primes else None
    found = leibniz(node) if isinstance(node, Fraction) else None
    once = found is not None and len(found.variables) == 1 and found.variables[0][1] == 1
    return plain(found.variables[0][0]) if found is not None and found.body is None and once else None


# ---- what a cost is a function of --------------------------------------------------------------------------
def _cost(variables: Sequence[Node], definitions: Sequence[Pair]) -> Cost | None:
    """What is differentiated by and depends, by definitions, on everything else that is."""
    heads = {_key(head): head for head, _ in definitions}
    keys = {*heads, *map(_key, variables)}
    by = {_resolved(_key(variable), keys): variable for variable in variables}
    graph = {key: {_resolved(other, keys) for other in _keys(body)} for key, body in _bodies(definitions)}
    found = [key for key in by if by.keys() - {key} <= _reached(key, graph)]
    if len(found) != 1 or not definitions:
        return None
    base = heads.get(found[0], by[found[0]])
    others = sorted(with_scripts(name, "", sup) for name, sup in by.keys() - {found[0]})
    return Cost(_bare(base), tuple(others), with_scripts(found[0][0], "", found[0][1]))


def _bodies(definitions: Iterable[Pair]) -> Iterator[tuple[Key, Node]]:
    return ((_key(head), body) for head, body in definitions)


def _key(node: Node) -> Key:
    node = plain(node)
    if not isinstance(node, Scripts):
        return base_name(node) or "", ""
    name, sup = base_name(node.base) or "", "" if is_transpose(node.sup) else script_text(node.sup) or ""
    return (
        name if _indices(node) or node.sub is None else with_scripts(name, script_text(node.sub) or "", "")
    ), sup


def _indices(node: Scripts) -> list[Node]:
    """The letters below a name, which number something; digits and words are parts of the name."""
    subs = components(node.sub)
    return subs if all(letter_of(part) is not None and not isinstance(part, Digits) for part in subs) else []


def _keys(root: Node) -> Iterator[Key]:
    stack = [root]
    while stack:
        node = plain(stack.pop())
        if base_name(node) is not None or (isinstance(node, Scripts) and base_name(node.base) is not None):
            yield _key(node)
        else:
            stack.extend(children(node))


def _resolved(key: Key, keys: set[Key]) -> Key:
    """The only quantity of that name: the a of a gradient by a where nothing but a^L is known; x of x^2."""
    if key[1].isdigit() and key not in keys:
        key = key[0], ""
    others = {other for other in keys if other[0] == key[0] and other[1]}
    return others.pop() if not key[1] and len(others) == 1 else key


def _reached(key: Key, graph: Mapping[Key, set[Key]]) -> set[Key]:
    seen, waiting = set[Key](), [key]
    while waiting:
        for other in graph.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _bare(node: Node) -> Node:
    """A quantity without its indices: the array a^L of which a_j^L is an entry."""
    node = plain(node)
    if not isinstance(node, Scripts) or not _indices(node):
        return node
    return node._replace(sub=None) if node.sup is not None or node.primes else node.base


def differentiated_by(costs: Mapping[str, Cost], name: str | None, by: Node) -> Node:
    r"""What a gradient of a cost is taken by: \nabla_a C is one by a^L where C is a function of that."""
    cost = costs.get(name or "")
    if cost is None or not isinstance(cost.base, Scripts) or base_name(by) != base_name(cost.base.base):
        return by
    return cost.base


# ---- what it is read as ------------------------------------------------------------------------------------
def surrogate(reading: Elaborator, name: str, node: Node) -> Array:
    """What has the derivatives of the cost at a point: its derivatives by the base, times the base.

    Raises:
        NotRead: it stands within a function, which may be taken at other points.
    """
    cost = reading.scope.costs[name]
    if reading.locals or reading.within:
        raise NotRead(f"nothing says what {name} is", node, help=f"let ${name} = ...$")
    options = (f"{name} is any function of {cost.shown}", f"{name} is a particular one")
    reading.choose(Choice(f"cost {name}", options, f"let ${name} = ...$", modelled=False))
    base = reading.value(cost.base)
    if not base.rank and not isinstance(base.body, Symbol | Entry):
        raise NotRead(f"nothing says how {name} depends on {cost.shown}", node, help=f"let ${name} = ...$")
    slope = f"\\frac{{\\partial {name}}}{{\\partial {cost.shown}}}"
    reading.notes.costs[slope] = _provided(name, cost)
    if not base.rank:
        return scalar(Mul((Symbol(slope), base.body)))
    reading.notes.places.setdefault(slope, tuple(axis[0] for axis in base.axes))
    slopes = tabulated(base.axes, lambda *groups: Entry(slope, [group[0] for group in groups]))
    return total(elementwise(lambda a, b: Mul((a, b)), slopes, base))


def _provided(name: str, cost: Cost) -> Condition | None:
    if not cost.by_way:
        return None
    words = f"{name} depends on {' and '.join(cost.by_way)} through {cost.shown} only"
    others = r"\text{ and }".join(cost.by_way)
    latex = rf"{name} \text{{ depends on }} {others} \text{{ through }} {cost.shown} \text{{ only}}"
    return Condition(words, latex)


def refuse_elsewhere(claim: Claim, slopes: Iterable[str], node: Node) -> None:
    """The derivatives of a cost are numbers at one point only.

    Raises:
        NotRead: the claim differentiates them again, or takes them at another point.
    """
    slopes = set(slopes)
    bodies = [definition.body for definition in claim.context.definitions]
    terms = [claim.lhs, claim.rhs, *bodies]
    calls = [d.body for d in claim.context.definitions if isinstance(d.head, Apply)]
    moving = [part for part in subterms(*terms) if isinstance(part, Integral | Antiderivative | Limit)]
    again = [
        part.body for part in subterms(*terms) if isinstance(part, Derivative) and not _is_first(part, slopes)
    ]
    if moving or any(slopes & free_in(claim, body) for body in (*calls, *again)):
        message = "derivatives of an unknown function are read at one point only, and of the first order"
        raise NotRead(message, node, help="define what is differentiated")


def _is_first(part: Derivative, slopes: set[str]) -> bool:
    """The derivative of what a cost is read as."""
    inner: Term = part.body
    return bool(slopes & names_of(inner)) and not any(isinstance(p, Derivative) for p in subterms(inner))


__all__ = ["Cost", "differentiated_by", "find_costs", "index_counts", "refuse_elsewhere", "surrogate"]
