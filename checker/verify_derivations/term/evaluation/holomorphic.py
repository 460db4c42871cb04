"""Whether a term has a complex derivative at a point: on a branch cut, and for |z|, the formulas lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.evaluation.balls import Ball, Evaluation
from verify_derivations.term.syntax.nodes import Apply, Constant, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.traverse import subterms

NEVER = frozenset(("Abs", "sign", "conjugate", "re", "im", "Heaviside", "relu", "Max", "Min"))
"""Functions without a complex derivative anywhere."""

NEGATIVE_CUT = frozenset(("log", "loggamma"))
"""Functions whose cut is the negative real axis, as that of a power."""

IMAGINARY_CUT = frozenset(("atan", "asinh"))
"""Functions whose cuts lie on the imaginary axis, beyond i and -i; the others have real ones."""

OFF_THE_CUT: dict[str, Callable[[Ball], bool]] = {
    "asin": lambda x: abs(x) < 1,
    "acos": lambda x: abs(x) < 1,
    "atanh": lambda x: abs(x) < 1,
    "acosh": lambda x: x > 1,
    "polylog": lambda x: x < 1,
    "li": lambda x: x > 1,
    "Ei": lambda x: x > 0,
    "Ci": lambda x: x > 0,
    "Chi": lambda x: x > 0,
    "uppergamma": lambda x: x > 0,
    "LambertW": lambda x: x > 0,
}
"""Where on the real axis the other functions have no cut; a function that is not listed: nowhere."""

NO_CUT = frozenset(
    "exp sin cos tan cot sec csc sinh cosh tanh coth sech csch erf erfi Si Shi fresnels fresnelc "
    "gamma digamma polygamma".split()
)
"""Functions that are analytic wherever they are defined."""


def has_complex_derivative(terms: Iterable[Term], at: Evaluation, complex_names: frozenset[str]) -> bool:
    """The terms are surely analytic at the point, in those parts of them that may be complex.

    Args:
        terms: what is differentiated.
        at: the point.
        complex_names: the symbols that are complex there.
    """
    return all(_is_analytic(sub, at, complex_names) for sub in subterms(*terms))


def _is_analytic(term: Term, at: Evaluation, complex_names: frozenset[str]) -> bool:
    """One step of the term is; its parts are looked at by themselves."""
    if not _may_be_complex(term, complex_names):
        return True
    match term:
        case Piecewise():
            return False
        case Pow(_, Number(exponent)) if exponent.denominator == 1:
            return True
        case Pow(base, _):
            return _off_negative_axis(at.value(base))
        case Apply(name, arguments) if name in FUNCTIONS and name not in NO_CUT:
            row = FUNCTIONS[name]
            if name in NEVER:
                return False
            if row.means:
                return has_complex_derivative((instantiate(row.means, arguments),), at, complex_names)
            if name in NEGATIVE_CUT:
                return _off_negative_axis(at.value(arguments[-1]))
            if any(_may_be_complex(order, complex_names) for order in arguments[:-1]):
                return False
            value = at.value(arguments[-1])
            if name in IMAGINARY_CUT:
                return not value.real.contains(0) or bool(abs(value) < 1)
            return not value.imag.contains(0) or bool(OFF_THE_CUT.get(name, _never)(value.real))
    return True


def _never(x: Ball) -> bool:
    return False


def _may_be_complex(term: Term, complex_names: frozenset[str]) -> bool:
    return any(
        (isinstance(sub, Symbol) and sub.name in complex_names)
        or (isinstance(sub, Constant) and sub.name == "i")
        for sub in subterms(term)
    )


def _off_negative_axis(value: Ball) -> bool:
    """The value is surely no real number that is zero or less."""
    return bool(value.real > 0) or not value.imag.contains(0)
