"""Random integrals of polynomials times exp(-A*x**2 + B*x): what they are, and what they are not.

For a > 0 and every b each integral has a value, so a law holds everywhere; a slip fails everywhere, or for
some a.
"""

from __future__ import annotations

from random import Random

from generate import Case

from verify_derivations.read.records import read_record

SYMBOLS = {"a": {"domain": "positive"}, "b": {}}
RATES = ("1", "1/2", "2", "a", "a**2", "1/(2*a**2)", "1/a", "1 + b**2", "a + b**2", "exp(b)")
"""The A: positive."""
DRIFTS = ("0", "0", "1", "-1/2", "b", "-b", "a*b")
"""The B."""
FACTORS = (
    ("1",),
    ("1",),
    ("0", "1"),
    ("0", "0", "1"),
    ("b", "1"),
    ("-b", "a"),
    ("a", "0", "1"),
    ("0", "0", "0", "1"),
)
"""Coefficients of the polynomial, that of the lowest power first."""
WAYS = (
    ("-oo", "oo"),
    ("-oo", "oo"),
    ("0", "oo"),
    ("-oo", "0"),
    ("0", "1"),
    ("1", "0"),
    ("b", "oo"),
    ("0", "b"),
)
"""From where to where."""
WRITTEN = (
    "({p})*exp(-({A})*x**2 + ({B})*x)",
    "({p})*exp(-({A})*x**2)*exp(({B})*x)",
    "({p})*exp(({B})*x)/exp(({A})*x**2)",
    "({p})/exp(({A})*x**2 - ({B})*x)",
)
SLIPS = (
    "({}) + 1",
    "({}) - a",
    "({}) + a + Abs(b)",
    "Piecewise(({0}, a > 1), (({0}) + 1, True))",
    "({}) + Heaviside(a - 1/2)",
)
"""What is something else: everywhere, or for some a."""


def integral(factor: tuple[str, ...], rate: str, drift: str, lower: str, upper: str) -> str:
    """What it is: J[k] = (B*J[k - 1] + (k - 1)*J[k - 2] - [x**(k - 1)*exp(..)])/(2*A)."""
    width, far = f"sqrt({rate})", {"oo": "1", "-oo": "-1"}

    def error_function(z: str) -> str:
        return far.get(z) or f"erf({width}*(({z}) - ({drift})/(2*({rate}))))"

    def at(z: str, k: int) -> str:
        if z in far or (z == "0" and k > 0):
            return "0"
        power = f"({z})**{k}*" if k else ""
        return f"{power}exp(-({rate})*({z})**2 + ({drift})*({z}))" if z != "0" else "1"

    height = f"sqrt(pi)/(2*{width})*exp(({drift})**2/(4*({rate})))"
    found = [f"{height}*({error_function(upper)} - ({error_function(lower)}))"]
    for k in range(1, len(factor)):
        before = f"({drift})*({found[k - 1]})" + (f" + {k - 1}*({found[k - 2]})" if k > 1 else "")
        found.append(f"({before} - ({at(upper, k - 1)} - ({at(lower, k - 1)})))/(2*({rate}))")
    return " + ".join(f"({c})*({j})" for c, j in zip(factor, found, strict=True) if c != "0")


def case(seed: int, number: int, kind: str = "") -> Case:
    """The claim of this number."""
    rng = Random(f"{seed}/{number}/gaussians")
    kind = kind or rng.choice(("true", "mutant"))
    factor, rate, drift = rng.choice(FACTORS), rng.choice(RATES), rng.choice(DRIFTS)
    lower, upper = rng.choice(WAYS)
    polynomial = " + ".join(f"({c})*x**{k}" if k else c for k, c in enumerate(factor) if c != "0")
    body = rng.choice(WRITTEN).format(p=polynomial, A=rate, B=drift)
    value = integral(factor, rate, drift, lower, upper)
    if kind == "mutant":
        value = rng.choice(SLIPS).format(value)
    lhs = f"integrate({body}, (x, {lower}, {upper}))"
    return Case(read_record({"lhs": lhs, "rhs": value, "symbols": SYMBOLS}), kind, "gaussian")
