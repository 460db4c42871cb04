"""The table of integrals, each along a way that is fixed, of which no elementary primitive is known.

Of a row, `integrand` is a formula in the variable `x` and the parameters `s`, `t` and `p`, which are
positive, and `value` is the integral. tests/kernel/test_known_integrals.py holds every row against balls.
"""

from __future__ import annotations

from verify_derivations.dataclass import dataclass


@dataclass(frozen=True)
class IntegralRow:
    """A row.

    Args:
        integrand: a formula in x and the parameters.
        value: the integral from 0 to the end, a formula in the parameters.
        unit: the way ends at 1; else it goes on to infinity.
        parameters: which of them it has.
    """

    integrand: str
    value: str
    unit: bool = False
    parameters: tuple[str, ...] = ("s", "t")


INTEGRALS: dict[str, IntegralRow] = {
    "gamma": IntegralRow("x**(s - 1)*exp(-(t*x**p))", "gamma(s/p)/(p*t**(s/p))", parameters=("s", "t", "p")),
    "beta": IntegralRow("x**(s - 1)*(1 - x)**(t - 1)", "gamma(s)*gamma(t)/gamma(s + t)", unit=True),
    "beta to infinity": IntegralRow("x**(s - 1)*(1 + x)**(-s - t)", "gamma(s)*gamma(t)/gamma(s + t)"),
    "logarithms": IntegralRow("x**(s - 1)*(-log(x))**(t - 1)", "gamma(t)/s**t", unit=True),
    # for t > 0: the geometric series, or that of the logarithm, term by term
    "zeta": IntegralRow("x**t/(exp(s*x) - 1)", "gamma(t + 1)*zeta(t + 1)/s**(t + 1)"),
    "alternating zeta": IntegralRow(
        "x**t/(exp(s*x) + 1)", "gamma(t + 1)*(1 - 2**(-t))*zeta(t + 1)/s**(t + 1)"
    ),
    "over 1 - x": IntegralRow(
        "x**(p - 1)*(-log(x))**t/(1 - x**p)",
        "gamma(t + 1)*zeta(t + 1)/p**(t + 1)",
        unit=True,
        parameters=("t", "p"),
    ),
    "over 1 + x": IntegralRow(
        "x**(p - 1)*(-log(x))**t/(1 + x**p)",
        "gamma(t + 1)*(1 - 2**(-t))*zeta(t + 1)/p**(t + 1)",
        unit=True,
        parameters=("t", "p"),
    ),
    "over 1 - x**2": IntegralRow(
        "x**(p - 1)*(-log(x))**t/(1 - x**(2*p))",
        "gamma(t + 1)*(1 - 2**(-t - 1))*zeta(t + 1)/p**(t + 1)",
        unit=True,
        parameters=("t", "p"),
    ),
    "log(1 - x) over x": IntegralRow(
        "(-log(x))**(t - 1)*log(1 - x**p)/x",
        "-(gamma(t)*zeta(t + 1))/p**t",
        unit=True,
        parameters=("t", "p"),
    ),
    "log(1 + x) over x": IntegralRow(
        "(-log(x))**(t - 1)*log(1 + x**p)/x",
        "gamma(t)*(1 - 2**(-t))*zeta(t + 1)/p**t",
        unit=True,
        parameters=("t", "p"),
    ),
}
"""By the name that a certificate gives. L. Euler 1729 (gamma, beta); DLMF 5.9.1, 5.12.1, 5.12.3, 25.5.

The rows for 1 - x and 1 + x are these two with exp(-x) for x; those with a logarithm beside 1/x are the same
by parts.
"""


__all__ = ["INTEGRALS", "IntegralRow"]
