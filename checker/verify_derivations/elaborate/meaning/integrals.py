r"""Integrals with a differential behind (or in front of) what is integrated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.limits import infinity
from verify_derivations.elaborate.meaning.named_sets import over_set, set_name
from verify_derivations.elaborate.notation.leibniz import d_sign, leibniz
from verify_derivations.elaborate.notation.names import base_name, plain, quantity
from verify_derivations.elaborate.notation.tables import INTEGRALS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import number
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import Chain, Digits, Fraction, Letter, Node, Product, Scripts
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import OO, Infinity
from verify_derivations.term.syntax.nodes import ONE, Antiderivative, Integral, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]


def integral(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """An integral takes what follows up to its differential."""
    base = plain(part.base if isinstance(part, Scripts) else part)
    if not isinstance(base, Letter) or base.text not in INTEGRALS:
        return None
    if base.text not in ("\\int", "∫"):
        raise NotRead(f"the integral {base.text} is not read yet", part)
    parts = _moved_out(parts, k)
    at = _differential(parts, k)
    if at is None:
        raise NotRead("the variable of this integral is not printed", part, help="write dx behind it")
    variable = quantity(parts[at + 1][1])
    if variable is None:
        raise NotRead("by what this is integrated is not read", parts[at + 1][1])
    inside = parts[k + 1 : at] if at > k + 1 else parts[at + 2 :]
    after = at + 2 if at > k + 1 else len(parts)
    reading.bound.append(variable)
    body = number(reading.factors((("", inside[0][1]), *inside[1:])), part) if inside else ONE
    reading.bound.pop()
    return scalar(_made(reading, part, variable, body)), after


def _moved_out(parts: Parts, k: int) -> Parts:
    r"""The parts with a differential that stands above a line behind it: \int \frac{dx}{x}."""
    if k + 1 == len(parts) or parts[k + 1][0] != "" or _differential(parts, k) is not None:
        return parts
    fraction = plain(parts[k + 1][1])
    top = plain(fraction.top) if isinstance(fraction, Fraction) and leibniz(fraction) is None else None
    above = top.parts if isinstance(top, Product) else ()
    if not isinstance(fraction, Fraction) or len(above) < 2 or d_sign(above[-2][1]) != "d":
        return parts
    start, end = above[-2][1].start, above[-2][1].start
    rest: Node = Product(above[:-2], start, end) if len(above) > 2 else Digits("1", start, end)
    moved = (("", fraction._replace(top=rest)), ("", above[-2][1]), ("", above[-1][1]))
    return (*parts[: k + 1], *moved, *parts[k + 2 :])


def _differential(parts: Parts, k: int) -> int | None:
    """The number of the d that closes the integral sign at k; inner integrals close before it."""
    depth = 0
    for at in range(k, len(parts)):
        part = plain(parts[at][1])
        base = plain(part.base if isinstance(part, Scripts) else part)
        if isinstance(base, Letter) and base.text in INTEGRALS:
            depth += 1
        elif d_sign(part) == "d" and at + 1 < len(parts) and parts[at + 1][0] == "":
            depth -= 1
            if depth == 0:
                return at
    return None


def _made(reading: Elaborator, part: Node, variable: str, body: Term) -> Term:
    lower = part.sub if isinstance(part, Scripts) else None
    upper = part.sup if isinstance(part, Scripts) else None
    if lower is None and upper is None:
        return Antiderivative(body, Symbol(variable))
    if lower is not None and upper is None:
        return _over_domain(reading, part, _domain(lower, variable), variable, body)
    if lower is None or upper is None:
        raise NotRead("the domain of this integral is not read", part)
    bounds = infinity(lower) or reading.term(lower), infinity(upper) or reading.term(upper)
    return _between(part, variable, bounds, body)


def _domain(sub: Node, variable: str) -> Node:
    r"""What is integrated over: \mathcal X of x \in \mathcal X."""
    sub = plain(sub)
    if isinstance(sub, Chain) and [relation.name for relation in sub.relations] == ["in"]:
        return sub.members[1] if quantity(sub.members[0]) == variable else sub
    return sub


def _over_domain(reading: Elaborator, part: Node, domain: Node, variable: str, body: Term) -> Term:
    r"""An integral over the real line, or over a set that has a name only."""
    if base_name(domain) in ("\\mathbb{R}", "\\R"):
        return _between(part, variable, (Infinity(-1), OO), body)
    name = set_name(reading, domain)
    if name is None or variable in reading.scope.ranks:
        raise NotRead("the domain of this integral is not read", part)
    return over_set(reading, "integral", name, variable, scalar(body), part).body


def _between(part: Node, variable: str, bounds: tuple[Term, Term], body: Term) -> Term:
    try:
        return Integral(variable, *bounds, bind(body, variable))
    except TermError as error:
        raise NotRead(
            f"something is differentiated by the variable {variable} of the integral", part
        ) from error
