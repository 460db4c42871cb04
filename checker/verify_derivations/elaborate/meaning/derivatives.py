r"""Derivatives: \frac{dL}{dz}, and \frac{\partial}{\partial x} before what it is applied to."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning import partials
from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.elaborate.notation.indices import may_be_power
from verify_derivations.elaborate.notation.layouts import (
    COLUMNS,
    DENOMINATOR,
    JACOBIAN,
    LAYOUT,
    NUMERATOR,
    ROWS,
    Layout,
)
from verify_derivations.elaborate.notation.leibniz import Leibniz, indexed, leibniz
from verify_derivations.elaborate.notation.names import plain, quantity, script_text, scripted_name
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import in_brackets
from verify_derivations.elaborate.notation.values import number, transposed
from verify_derivations.parse.tree import Digits, Fraction, Node, Scripts
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply, Derivative, Entry, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]
Variable = tuple[Array, int, str]
"""What is differentiated by, how often, and its name."""


def operator(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """A derivative sign without a body takes the bracket, or all that stands beside it."""
    found = leibniz(part) or indexed(part)
    if found is None or found.body is not None:
        return None
    if k + 1 == len(parts):
        raise NotRead("there is nothing that this derivative is applied to", part)
    if parts[k + 1][0] != "":
        raise NotRead("a sign stands between a derivative and what it is applied to", part)
    variables = _variables(reading, found)
    bracketed = in_brackets(parts[k + 1][1]) is not None
    end = k + 2 if bracketed else run_end(parts, k + 1)
    for _, _, name in variables:
        partials.refuse_held(reading, [node for _, node in parts[k + 1 : end]], name, part)
    body = reading.factors((("", parts[k + 1][1]), *parts[k + 2 : end]))
    _refuse_hidden(reading, found, body, variables, part)
    if end < len(parts) and (not bracketed or parts[end][0] == ""):
        _refuse_open_end(reading, parts[end:], variables, part)
    return _taken(reading, found, body, variables, part), end


def derivative(reading: Elaborator, node: Fraction) -> Array:
    """A derivative with its body above the line."""
    found = leibniz(node)
    if found is None or found.body is None:
        raise NotRead("there is nothing that this derivative is applied to", node)
    variables = _variables(reading, found)
    for _, _, name in variables:
        partials.refuse_held(reading, [found.body], name, node)
    body = _body(reading, found.body, variables, node)
    _refuse_hidden(reading, found, body, variables, node)
    return _taken(reading, found, body, variables, node)


def run_end(parts: Parts, start: int) -> int:
    end = start + 1
    while end < len(parts) and parts[end][0] == "":
        end += 1
    return end


def _variables(reading: Elaborator, found: Leibniz) -> list[Variable]:
    out: list[Variable] = []
    for node, order in found.variables:
        value = reading.value(node)
        name = scripted_name(node)
        if value.rank and (name is None or len(found.variables) > 1 or order > 1):
            raise NotRead("a derivative by an array like this is not read yet", node)
        if not value.rank and not isinstance(value.body, Symbol | Entry):
            raise NotRead("this is nothing that one can differentiate by", node)
        out.append((value, order, name or ""))
    return out


def _body(reading: Elaborator, body: Node, variables: list[Variable], node: Node) -> Array:
    """What is differentiated; a name alone has to be known to depend on something."""
    body = plain(body)
    name = quantity(body)
    if name is None or (isinstance(body, Scripts) and body.sup is not None):
        name = scripted_name(body)
    if name is None:
        return reading.value(body)
    scope = reading.scope
    if name in scope.functions:
        parameters = scope.functions[name]
        if parameters is not None:
            return scalar(Apply(name, [Symbol(p) for p in parameters]))
        return scalar(Apply(name, [number(variable, node) for variable, _, _ in variables]))
    if (
        _is_entry(reading, body)
        or name in scope.entries
        or _is_power_of_defined(reading, body)
        or name in scope.defined | scope.scalars | scope.expanded.keys() | scope.costs.keys()
        or any(by == name or _entries_alike(value, body) for value, _, by in variables)
    ):
        return reading.value(body)
    by = scripted_name(leibniz(node).variables[0][0]) if leibniz(node) else ""  # type: ignore[union-attr]  # known
    if name in scope.usage.called and len(variables) == 1:
        reading.notes.functions.setdefault(name)
        return scalar(Apply(name, (number(variables[0][0], node),)))
    raise NotRead(
        f"nothing says how {name} depends on {by}",
        body,
        help=_how_to_define(name, body),
    )


def _how_to_define(name: str, body: Node) -> str:
    """What says how a name depends on something; a power of one is defined by defining that."""
    if isinstance(body, Scripts) and body.sup is not None and may_be_power(body.sup):
        base = scripted_name(body._replace(sup=None, primes=0)) or name
        return f"define ${base}$ in this section, or write what ${base}$ is in its place: let ${base} = ...$"
    return f"define it: let ${name} = ...$, or function ${name}$"


def _is_power_of_defined(reading: Elaborator, body: Node) -> bool:
    """A power of a quantity that is defined, or the inverse of a matrix that is: r^2 where r is, K^{-1}."""
    if not isinstance(body, Scripts) or body.primes:
        return False
    name = scripted_name(body._replace(sup=None))
    if script_text(body.sup) == "-1":
        return name in reading.scope.defined or name in reading.scope.entries
    return isinstance(body.sup, Digits) and name in reading.scope.defined


def _entries_alike(variable: Array, body: Node) -> bool:
    """The body is an entry of the very array by an entry of which it is differentiated: x_i by x_j."""
    base = quantity(body.base) if isinstance(body, Scripts) and body.sub is not None else None
    by = variable.body
    return base is not None and isinstance(by, Entry) and by.array.partition("_")[0] == base


def _taken(reading: Elaborator, found: Leibniz, body: Array, variables: list[Variable], node: Node) -> Array:
    """The derivative; a partial one of f(x, y) holds y, even where y is defined by x."""
    if found.sign == "\\partial" and not body.rank:
        made = partials.partial(reading, body.body, [(v.body, order) for v, order, _ in variables], node)
        if made is not None:
            return scalar(made)
    slopes = _derived(reading, body, variables, node)
    flat = not body.rank and len(variables) == 1
    return _in_layout(reading, slopes, variables[0][0].rank) if flat else slopes


WHICH_LAYOUT = 'say in the text which layout the derivatives have: "denominator layout" or "numerator layout"'


def _in_layout(reading: Elaborator, gradient: Array, rank: int) -> Array:
    """The derivative of a number by an array of this rank, in the layout that is read.

    Of a vector, the other layout is a row where a column stood: that is left to the shapes, unless the text
    says so.
    """
    said = reading.scope.layout
    settled = LAYOUT in reading.scope.settled
    if not rank or (
        not settled and (said is Layout.DENOMINATOR or (rank == 1 and said is not Layout.NUMERATOR))
    ):
        return gradient
    options = (NUMERATOR, DENOMINATOR) if said is Layout.NUMERATOR else (DENOMINATOR, NUMERATOR)
    chosen = reading.choose(Choice(LAYOUT, options, WHICH_LAYOUT, usual=said is not Layout.OPEN))
    return transposed(gradient) if chosen == NUMERATOR else gradient


def derived_by(reading: Elaborator, body: Array, variable: Array, name: str, node: Node) -> Array:
    """The derivative of a number by a number or by an array, as a gradient: that has the shape of the array.

    Where the text speaks of the numerator layout, a proof has to hold of its transpose, too.
    """
    made = _derived(reading, body, [(variable, 1, name)], node)
    if body.rank or variable.rank < 2 or reading.scope.layout not in (Layout.NUMERATOR, Layout.OPEN):
        return made
    options = tuple(f"gradients, where {words}" for words in (DENOMINATOR, NUMERATOR))
    chosen = reading.choose(Choice(f"{LAYOUT}: gradients", options, "write \\partial, in one layout"))
    return made if chosen == options[0] else transposed(made)


def _is_entry(reading: Elaborator, body: Node) -> bool:
    """An entry of an array of which the entries are defined."""
    if not reading.scope.entries or not isinstance(body, Scripts) or body.sub is None:
        return False
    value = reading.value(body)
    return isinstance(value.body, Entry) and value.body.array in reading.scope.entries


def _derived(reading: Elaborator, body: Array, variables: list[Variable], node: Node) -> Array:
    for variable, order, name in variables:
        if variable.rank:
            if body.rank:
                return _jacobian(reading, body, variable, name, node)
            held = partials.gradient(reading, body.body, variable, name, node)
            return held or arrays.gradient(body, name, variable)
        _refuse_siblings(body.body, variable.body, node)
        body = arrays.elementwise(partial(Derivative, variable=variable.body, order=order), body)
    return body


def _jacobian(reading: Elaborator, body: Array, variable: Array, name: str, node: Node) -> Array:
    """The derivatives of a vector by a vector, in rows or in columns: a proof has to hold of both.

    Raises:
        NotRead: one of the two is no vector; the vector holds others that may depend on the variable.
    """
    if body.rank > 1 or variable.rank > 1:
        raise NotRead("a derivative of an array by an array like these is not read yet", node)
    others = names_of(body.body) & (reading.scope.defined | reading.scope.entries)
    if others and not isinstance(body.body, Entry):
        held = min(others)
        raise NotRead(
            f"whether {held} is held is open", node, help=f"write out what {held} is, or constant ${held}$"
        )
    options = (
        f"{ROWS} i of the derivative by {name} has the derivatives of entry i",
        f"{COLUMNS} i of the derivative by {name} has the derivatives of entry i",
    )
    help = f"write its entries, as in \\partial p_i / \\partial {name}_j"
    in_rows = reading.scope.layout is Layout.NUMERATOR
    chosen = reading.choose(Choice(JACOBIAN, options, help, usual=in_rows))
    found = arrays.jacobian(body, name, variable)
    return found if chosen.startswith(ROWS) else arrays.transpose(found)


def _refuse_siblings(body: Term, variable: Term, node: Node) -> None:
    """x_i may be x_j, and x_j a part of x: what is not known to be apart is not differentiated."""
    if not isinstance(variable, Symbol) or "_" not in variable.name:
        return
    base, _, sub = variable.name.partition("_")
    for term in subterms(body):
        name = term.name if isinstance(term, Symbol) else term.array if isinstance(term, Entry) else ""
        if name == base or (isinstance(term, Entry) and name.startswith(base + "_")):
            raise NotRead(
                f"{variable.name} may be an entry of {base}", node, help=f"declare the shape of {base}"
            )
        if name.startswith(base + "_") and name != variable.name and not _numbers(name, sub):
            raise NotRead(
                f"{variable.name} and {name} may be the same entry", node, help=_apart(variable.name, name)
            )


def _apart(one: str, other: str) -> str:
    """What tells two names with indices apart; for an index with a sum in it no range can be declared."""
    if re.search(r"[-+]", one + other):
        return "give one of them a name of its own, without the index"
    return "declare the ranges of their indices, as in $i = 1, \\dots, n$, or name one of them by itself"


def _refuse_hidden(
    reading: Elaborator, found: Leibniz, body: Array, variables: list[Variable], node: Node
) -> None:
    """d/dt of what does not show t may well depend on it; a partial derivative says that it does not."""
    names = {name for name in map(_name, subterms(body.body)) if name is not None}
    scope = reading.scope
    known = scope.scalars | scope.defined | scope.functions.keys() | set(reading.bound)
    by = {_name(variable.body) for variable, _, _ in variables}
    if found.sign == "d" and names - known and not names & (by | scope.defined):
        first, variable = min(names - known), variables[0][2]
        raise NotRead(
            f"nothing says how {first} depends on {variable}",
            node,
            help=f"write \\partial where it does not, or define it: let ${first} = ...$",
        )


def _name(term: Term) -> str | None:
    if isinstance(term, Apply):
        return term.function if term.function not in FUNCTIONS else None
    return term.name if isinstance(term, Symbol) else term.array if isinstance(term, Entry) else None


def _numbers(name: str, sub: str) -> bool:
    """Two numbers that differ name two things."""
    other = name.partition("_")[2]
    return other.strip("{}").isdigit() and sub.strip("{}").isdigit()


def _refuse_open_end(reading: Elaborator, rest: Parts, variables: list[Variable], part: Node) -> None:
    """What follows may belong to what is differentiated; it does not matter where it is constant."""
    term = reading.factors((("", rest[0][1]), *rest[1:])).body
    names = {t.name for t in subterms(term) if isinstance(t, Symbol)}
    entries = {t.array for t in subterms(term) if isinstance(t, Entry)}
    depends = any(
        (isinstance(v, Symbol) and v.name in names) or (isinstance(v, Entry) and v.array in entries)
        for v in (value.body for value, _, _ in variables)
    )
    if depends or names & reading.scope.defined:
        raise NotRead(
            "it is open how far this derivative reaches", part, help="put brackets around what it takes"
        )
