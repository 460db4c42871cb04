"""Antiderivatives that may be right, our own and SymPy's in several forms; differentiation checks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from verify_derivations.errors import TermError
from verify_derivations.prove.gaussian import gaussian_primitive
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Apply, Integral, Term
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import free_symbols, subterms

MOST = 4
"""So many suggestions are looked at."""


def primitives(body: Term, name: str, domains: Mapping[str, Domain]) -> Iterator[Term]:
    """Terms whose derivative by the name may be the body.

    Args:
        body: what is integrated.
        name: the variable.
        domains: where the other symbols live.
    """
    own = gaussian_primitive(body, name)
    if own is not None:
        yield own
    found: dict[Term, None] = {}
    for term in islice(_suggested(body, name, domains), MOST):
        found.setdefault(term)
        found.setdefault(_of_sizes(term))
    yield from islice(found, MOST)


def _of_sizes(term: Term) -> Term:
    """Logarithms of absolute values: log(u) and log(-u) have the same derivative."""
    for part in subterms(term):
        match part:
            case Apply("log", (Apply("Abs", _),)):
                continue
            case Apply("log", (inside,)):
                term = exchanged(term, part, Apply("log", (Apply("Abs", (inside,)),)))
    return term


def _suggested(body: Term, name: str, domains: Mapping[str, Domain]) -> Iterator[Term]:
    """What SymPy gives, case by case, as far as it can be read."""
    import sympy

    from verify_derivations.term.sympy.from_sympy import term_from_sympy
    from verify_derivations.term.sympy.to_sympy import to_sympy

    try:
        assumed = {
            sympy.Symbol(n, real=True): sympy.Symbol(n, **_assumptions(domains[n]))
            for n in free_symbols(body)
            if n in domains
        }
        x = sympy.Symbol(name, real=True)
        printed = sympy.powsimp(to_sympy(body, evaluate=True).subs(assumed), combine="exp")
        # an inner integral by cases is not integrated with its conditions, which may take SymPy minutes
        chosen = _cases(printed.doit())[:1] if body.holds(Integral) else [printed]
        cases = [case for one in chosen for case in _cases(_integrated(one, x))]
    except FAILURES:
        return  # SymPy fails in many ways; a suggestion is all that is lost
    for case in cases:
        try:
            yield term_from_sympy(case)
        except FAILURES:
            continue


def _integrated(printed: Any, x: Any) -> Any:
    """SymPy's antiderivative of an expression, whose exponents are first made powers of the variable."""
    import sympy

    shift = _shift(printed, x)
    shifted = printed.subs(x, x - shift).replace(sympy.exp, lambda u: sympy.exp(sympy.expand(u)))
    return sympy.integrate(shifted, x).subs(x, x + shift)


def _shift(printed: Any, x: Any) -> Any:
    """c, where the exponent of an exponential holds a power of x + c, or is a square of x + c and a constant:
    without it SymPy finds more."""
    import sympy

    for exponential in sorted(printed.atoms(sympy.exp), key=str):
        exponent = sympy.expand(exponential.args[0])
        if exponent.is_polynomial(x) and sympy.degree(exponent, x) == 2:
            return sympy.simplify(exponent.coeff(x, 1) / (2 * exponent.coeff(x, 2)))
        for power in sorted(exponential.args[0].atoms(sympy.Pow), key=str):
            slope = power.base.diff(x)
            if slope in (1, -1):
                return sympy.expand(slope * power.base - x)
    return sympy.Integer(0)


FAILURES = (TermError, NotImplementedError, ValueError, TypeError, AttributeError, RecursionError)


def _assumptions(domain: Domain) -> dict[str, bool]:
    """What SymPy may know of a symbol."""
    if domain.field == "complex":
        return {"complex": True}
    found = {"integer" if domain.field == "integer" else "real": True}
    if domain.lower is not None and domain.lower >= 0 and (domain.lower_open or domain.lower > 0):
        found["positive"] = True
    if domain.upper is not None and domain.upper <= 0 and (domain.upper_open or domain.upper < 0):
        found["negative"] = True
    return found


def _cases(found: Any) -> list[Any]:
    """The expression with each case of an expression by cases in its place, the last one, which is mostly the
    general one, before the others; none that is an integral still."""
    import sympy

    pieces = found.atoms(sympy.Piecewise)
    if not pieces:
        return [] if found.has(sympy.Integral) else [found]
    most = max(len(piece.args) for piece in pieces)
    out = []
    for k in (0, *range(most - 1, 0, -1)):
        chosen = {piece: piece.args[min(k, len(piece.args) - 1)][0] for piece in pieces}
        out.append(found.xreplace(chosen))
    return [case for case in out if not case.has(sympy.Integral)]


__all__ = ["primitives"]
