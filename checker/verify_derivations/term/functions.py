"""The functions we know, as rows: derivative, where they are defined, range, parity, meaning in other terms.

Formulas are in the plain notation, `u` is the argument and `s` the first of two. Add a row to add a
function; nothing else has to change, except that a function without `means` needs a ball evaluation in
`term.balls`. Sources: NIST Digital Library of Mathematical Functions (DLMF), chapters 4 to 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from verify_derivations.errors import TermError
from verify_derivations.term.nodes import Symbol, Term
from verify_derivations.term.plain import parse_plain
from verify_derivations.term.substitute import substitute


@dataclass(frozen=True, slots=True)
class Function:
    """One function.

    Attributes:
        name: its name in the plain notation.
        latex: its LaTeX name; "{u}" in it marks where arguments go if not behind the name.
        derivative: by its last argument, in the plain notation; "" if unknown.
        defined: exactly what makes the value a real number at real arguments; `u nonpole` says that u is
            none of 0, -1, -2, ...
        smooth: what must hold in addition for the derivative to exist.
        range: "real", "positive", "nonnegative", or "complex" where reality is not known.
        parity: "odd", "even" or "".
        analytic: real-analytic at every interior point of where it is defined and smooth.
        means: an equal expression in other functions, valid at every complex argument where defined.
        means_real: the same, valid for real arguments.
        arity: the number of arguments.
    """

    name: str
    latex: str
    derivative: str = ""
    defined: tuple[str, ...] = ()
    smooth: tuple[str, ...] = ()
    range: str = "real"
    parity: str = ""
    analytic: bool = True
    means: str = ""
    means_real: str = ""
    arity: int = 1


ROWS: tuple[Function, ...] = (
    # exponential and logarithm
    Function("exp", r"\exp", "exp(u)", range="positive"),
    Function("log", r"\log", "1/u", defined=("u > 0",)),
    Function("log10", r"\log_{10}", "1/(u*log(10))", defined=("u > 0",), means="log(u)/log(10)"),
    Function("log2", r"\log_{2}", "1/(u*log(2))", defined=("u > 0",), means="log(u)/log(2)"),
    # logistic family
    Function("sigmoid", r"\sigma", "sigmoid(u)*(1 - sigmoid(u))", range="positive", means="1/(1 + exp(-u))"),
    Function("softplus", r"\operatorname{softplus}", "sigmoid(u)", range="positive", means="log(1 + exp(u))"),
    # circular
    Function("sin", r"\sin", "cos(u)", parity="odd", means="(exp(I*u) - exp(-(I*u)))/(2*I)"),
    Function("cos", r"\cos", "-sin(u)", parity="even", means="(exp(I*u) + exp(-(I*u)))/2"),
    Function("tan", r"\tan", "1 + tan(u)**2", ("cos(u) != 0",), parity="odd", means="sin(u)/cos(u)"),
    Function("cot", r"\cot", "-(1 + cot(u)**2)", ("sin(u) != 0",), parity="odd", means="cos(u)/sin(u)"),
    Function("sec", r"\sec", "sec(u)*tan(u)", ("cos(u) != 0",), parity="even", means="1/cos(u)"),
    Function("csc", r"\csc", "-(csc(u)*cot(u))", ("sin(u) != 0",), parity="odd", means="1/sin(u)"),
    # hyperbolic
    Function("sinh", r"\sinh", "cosh(u)", parity="odd", means="(exp(u) - exp(-u))/2"),
    Function("cosh", r"\cosh", "sinh(u)", parity="even", range="positive", means="(exp(u) + exp(-u))/2"),
    Function("tanh", r"\tanh", "1 - tanh(u)**2", parity="odd", means="(exp(u) - exp(-u))/(exp(u) + exp(-u))"),
    Function(
        "coth",
        r"\coth",
        "1 - coth(u)**2",
        ("u != 0",),
        parity="odd",
        means="(exp(u) + exp(-u))/(exp(u) - exp(-u))",
    ),
    Function(
        "sech",
        r"\operatorname{sech}",
        "-(sech(u)*tanh(u))",
        range="positive",
        parity="even",
        means="2/(exp(u) + exp(-u))",
    ),
    Function(
        "csch",
        r"\operatorname{csch}",
        "-(csch(u)*coth(u))",
        ("u != 0",),
        parity="odd",
        means="2/(exp(u) - exp(-u))",
    ),
    # inverse circular and hyperbolic
    Function("asin", r"\arcsin", "1/sqrt(1 - u**2)", ("1 - u**2 >= 0",), ("1 - u**2 > 0",), parity="odd"),
    Function("acos", r"\arccos", "-(1/sqrt(1 - u**2))", ("1 - u**2 >= 0",), ("1 - u**2 > 0",)),
    Function("atan", r"\arctan", "1/(1 + u**2)", parity="odd"),
    Function("asinh", r"\operatorname{arsinh}", "1/sqrt(1 + u**2)", parity="odd"),
    Function(
        "acosh", r"\operatorname{arcosh}", "1/(sqrt(u - 1)*sqrt(u + 1))", ("u - 1 >= 0",), ("u - 1 > 0",)
    ),
    Function("atanh", r"\operatorname{artanh}", "1/(1 - u**2)", ("1 - u**2 > 0",), parity="odd"),
    # piecewise linear
    Function("Abs", r"\left|{u}\right|", "sign(u)", (), ("u != 0",), "nonnegative", "even", analytic=False),
    Function("sign", r"\operatorname{sign}", "0", ("u != 0",), parity="odd", analytic=False),
    Function(
        "Heaviside", "H", "0", ("u != 0",), range="nonnegative", analytic=False, means="(1 + sign(u))/2"
    ),
    Function(
        "relu",
        r"\operatorname{ReLU}",
        "Heaviside(u)",
        (),
        ("u != 0",),
        "nonnegative",
        analytic=False,
        means_real="(u + Abs(u))/2",
    ),
    Function("Max", r"\max", arity=2, range="real", analytic=False, means_real="(s + u + Abs(s - u))/2"),
    Function("Min", r"\min", arity=2, range="real", analytic=False, means_real="(s + u - Abs(s - u))/2"),
    # error function, gamma family
    Function("erf", r"\operatorname{erf}", "2/sqrt(pi)*exp(-u**2)", parity="odd"),
    Function("erfc", r"\operatorname{erfc}", "-2/sqrt(pi)*exp(-u**2)", means="1 - erf(u)"),
    Function("gamma", r"\Gamma", "gamma(u)*digamma(u)", ("u nonpole",)),
    Function("loggamma", r"\log\Gamma", "digamma(u)", ("u > 0",)),
    Function("digamma", r"\psi", "polygamma(1, u)", ("u nonpole",)),
    Function("polygamma", r"\psi^{({s})}", "polygamma(s + 1, u)", ("u nonpole",), arity=2),
    Function("factorial", r"{u}!", "gamma(u + 1)*digamma(u + 1)", ("u + 1 nonpole",), means="gamma(u + 1)"),
)

FUNCTIONS: dict[str, Function] = {row.name: row for row in ROWS}
"""The rows by name."""

_U, _S = Symbol("u"), Symbol("s")


@cache
def _formula(text: str) -> Term:
    return parse_plain(text)


def instantiate(formula: str, arguments: tuple[Term, ...]) -> Term:
    """A formula of a row at given arguments: `u` the last, `s` the first of two."""
    values = {"u": arguments[-1]} | ({"s": arguments[0]} if len(arguments) == 2 else {})
    return substitute(_formula(formula), values)


def function(name: str) -> Function:
    """The row of a function.

    Raises:
        TermError: there is none.
    """
    row = FUNCTIONS.get(name)
    if row is None:
        raise TermError(f"nothing is known about the function {name}")
    return row
