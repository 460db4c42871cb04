"""The table of series: ratios of neighbouring terms, first terms, sums, and where they converge.

Of a row, a(j) stands for the term with the index j, from `start` on: a(start) is `first`, and a(j + 1)/a(j)
is `ratio`, in the index `j` and the variable `z`. tests/kernel/test_series.py holds every row against balls.
"""

from __future__ import annotations

from verify_derivations.dataclass import dataclass

UNIT_DISC = ("1 - z**2 > 0", "1 - z > 0", "1 + z > 0", "z != 0")
"""What |z| < 1 says, where a power z**j stands in the terms, so that z is not 0."""


@dataclass(frozen=True)
class Series:
    """A row.

    Args:
        start: the first index.
        ratio, first, value: formulas in j and z.
        converges: what is true of z if, and only if, the series converges, given `needs` and that its terms
            are defined. If the terms are multiplied by a polynomial, this is still so where `step` is not 0.
        needs: what else the value needs to be defined; the claim has to give it.
        whole: some terms of the row may have no value, so a claim has to have all of them.
        step, offset: the power of z in the j-th term is step*j + offset; (0, 0) if it is no power series.
    """

    start: int
    ratio: str
    first: str
    value: str
    converges: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    whole: bool = False
    step: int = 0
    offset: int = 0


EVERYWHERE = ("z != 0",)

SERIES: dict[str, Series] = {
    "geometric": Series(0, "z", "1", "1/(1 - z)", UNIT_DISC, step=1),
    "exponential": Series(0, "z/(j + 1)", "1", "exp(z)", EVERYWHERE, step=1),
    "cosine": Series(0, "-z**2/((2*j + 1)*(2*j + 2))", "1", "cos(z)", EVERYWHERE, step=2),
    "sine": Series(0, "-z**2/((2*j + 2)*(2*j + 3))", "z", "sin(z)", EVERYWHERE, step=2, offset=1),
    "hyperbolic cosine": Series(0, "z**2/((2*j + 1)*(2*j + 2))", "1", "cosh(z)", EVERYWHERE, step=2),
    "hyperbolic sine": Series(0, "z**2/((2*j + 2)*(2*j + 3))", "z", "sinh(z)", EVERYWHERE, step=2, offset=1),
    "logarithm": Series(1, "z*j/(j + 1)", "z", "-log(1 - z)", ("1 + z >= 0", "1 - z > 0", "z != 0")),
    "dilogarithm": Series(
        1, "z*(j/(j + 1))**2", "z", "polylog(2, z)", ("1 + z >= 0", "1 - z >= 0", "z != 0")
    ),
    "trilogarithm": Series(
        1, "z*(j/(j + 1))**3", "z", "polylog(3, z)", ("1 + z >= 0", "1 - z >= 0", "z != 0")
    ),
    "arctangent": Series(
        0, "-z**2*(2*j + 1)/(2*j + 3)", "z", "atan(z)", ("1 - z >= 0", "1 + z >= 0", "z != 0")
    ),
    "inverse hyperbolic tangent": Series(0, "z**2*(2*j + 1)/(2*j + 3)", "z", "atanh(z)", UNIT_DISC),
    "squares": Series(1, "(j/(j + 1))**2", "1", "pi**2/6"),
    "cubes": Series(1, "(j/(j + 1))**3", "1", "zeta(3)"),
    "fourth powers": Series(1, "(j/(j + 1))**4", "1", "pi**4/90"),
    "fifth powers": Series(1, "(j/(j + 1))**5", "1", "zeta(5)"),
    "sixth powers": Series(1, "(j/(j + 1))**6", "1", "pi**6/945"),
    "eighth powers": Series(1, "(j/(j + 1))**8", "1", "pi**8/9450"),
    "alternating squares": Series(1, "-(j/(j + 1))**2", "1", "pi**2/12"),
    "alternating fourth powers": Series(1, "-(j/(j + 1))**4", "1", "7*pi**4/720"),
    "odd squares": Series(0, "((2*j + 1)/(2*j + 3))**2", "1", "pi**2/8"),
    "odd fourth powers": Series(0, "((2*j + 1)/(2*j + 3))**4", "1", "pi**4/96"),
    "alternating odd cubes": Series(0, "-((2*j + 1)/(2*j + 3))**3", "1", "pi**3/32"),
    "cotangent": Series(
        1,
        "(j**2 - z**2)/((j + 1)**2 - z**2)",
        "1/(1 - z**2)",
        "1/(2*z**2) - pi*cot(pi*z)/(2*z)",
        ("sin(pi*z) != 0", "1 - z**2 != 0"),
        ("z != 0",),
        whole=True,
    ),
    "hyperbolic cotangent": Series(
        1,
        "(j**2 + z**2)/((j + 1)**2 + z**2)",
        "1/(1 + z**2)",
        "pi*coth(pi*z)/(2*z) - 1/(2*z**2)",
        needs=("z != 0",),
    ),
}
"""By the name that a certificate gives. L. Euler 1734 (squares, cotangent); N. Mercator 1668 (logarithm)."""


__all__ = ["SERIES", "Series"]
