"""The rules of calculus, for any smooth functions, and limits and integrals that are used everywhere."""

from sympy import (
    Function,
    Integral,
    Interval,
    Limit,
    Rational,
    Sum,
    Symbol,
    asin,
    atan,
    cos,
    exp,
    log,
    oo,
    pi,
    sin,
    sqrt,
    symbols,
    tan,
)

from verify_derivations import D, Source, derivation

SPIVAK = Source("Spivak 2008", "Calculus", "Publish or Perish, fourth edition")
RUDIN = Source("Rudin 1976", "Principles of Mathematical Analysis", "McGraw-Hill, third edition")
DLMF = Source("NIST", "Digital Library of Mathematical Functions", "dlmf.nist.gov, chapters 1 and 4")
GRIEWANK = Source("Griewank, Walther 2008", "Evaluating Derivatives", "SIAM, second edition")

x, t, a, b, h = symbols("x t a b h", real=True)
u = Symbol("u", positive=True)
n = Symbol("n", integer=True, positive=True)
k = Symbol("k", integer=True, positive=True)
f, g, w = (Function(name) for name in ("f", "g", "w"))


with derivation(
    "library.calculus.product-rule",
    "The product rule, for two and three factors, and for second derivatives",
    SPIVAK,
) as d:
    d.claim(D(f(x) * g(x), x), D(f(x), x) * g(x) + f(x) * D(g(x), x))
    d.claim(
        D(f(x) * g(x) * w(x), x),
        D(f(x), x) * g(x) * w(x) + f(x) * D(g(x), x) * w(x) + f(x) * g(x) * D(w(x), x),
    )
    d.claim(
        D(f(x) * g(x), x, 2),
        D(f(x), x, 2) * g(x) + 2 * D(f(x), x) * D(g(x), x) + f(x) * D(g(x), x, 2),
        because="Leibniz",
    )
    d.claim(
        D(f(x) * g(x), x, 3),
        D(f(x), x, 3) * g(x)
        + 3 * D(f(x), x, 2) * D(g(x), x)
        + 3 * D(f(x), x) * D(g(x), x, 2)
        + f(x) * D(g(x), x, 3),
        because="Leibniz",
    )


with derivation("library.calculus.quotient-rule", "The quotient rule from the product rule", SPIVAK) as d:
    d.begin(D(f(x) / g(x), x))
    d.equals(D(f(x) * g(x) ** (-1), x), because="a quotient is a product")
    d.equals(
        D(f(x), x) * g(x) ** (-1) + f(x) * (-(g(x) ** (-2)) * D(g(x), x)), because="product and chain rule"
    )
    d.equals((D(f(x), x) * g(x) - f(x) * D(g(x), x)) / g(x) ** 2, because="common denominator")
    d.claim(D(1 / g(x), x), -D(g(x), x) / g(x) ** 2, because="the numerator 1")


with derivation(
    "library.calculus.logarithmic-derivative", "The logarithmic derivative of products and powers", SPIVAK
) as d:
    d.claim(D(log(f(x) * g(x)), x), D(f(x), x) / f(x) + D(g(x), x) / g(x))
    d.claim(D(u**u, u), u**u * (log(u) + 1))
    d.claim(D(log(u**a), u), a / u)


with derivation(
    "library.calculus.inverse-functions", "Derivatives of inverse functions: one over the slope there", SPIVAK
) as d:
    d.declare(t, domain=Interval.open(-1, 1))
    d.begin(1 / cos(asin(t)), chain="arcsine")
    d.equals(1 / sqrt(1 - sin(asin(t)) ** 2), because="the cosine is positive there")
    d.equals(1 / sqrt(1 - t**2))
    d.equals(D(asin(t), t))
    d.begin(1 / (1 + tan(atan(x)) ** 2), chain="arctangent")
    d.equals(1 / (1 + x**2))
    d.equals(D(atan(x), x))
    d.claim(1 / exp(log(u)), D(log(u), u), because="the logarithm undoes exp")
    d.claim(D(sqrt(u), u), 1 / (2 * sqrt(u)), because="the root undoes the square")


with derivation(
    "library.calculus.chain-rule-instances",
    "The chain rule for squares, exponentials, logarithms and roots",
    SPIVAK,
) as d:
    d.claim(D(f(x) ** 2, x), 2 * f(x) * D(f(x), x))
    d.claim(D(exp(f(x)), x), exp(f(x)) * D(f(x), x))
    d.claim(D(log(f(x)), x), D(f(x), x) / f(x))
    d.claim(D(sqrt(f(x)), x), D(f(x), x) / (2 * sqrt(f(x))))


with derivation(
    "library.calculus.integration-by-parts", "Integration by parts: x exp(-x), log x, x cos x", SPIVAK
) as d:
    d.begin(Integral(x * exp(-x), (x, 0, 1)), chain="x exp(-x)")
    d.equals(-exp(-1) + Integral(exp(-x), (x, 0, 1)), because="parts: x and -exp(-x)")
    d.equals(1 - 2 * exp(-1))
    d.begin(Integral(log(x), (x, 1, 2)), chain="log x")
    d.equals(2 * log(2) - Integral(x * (1 / x), (x, 1, 2)), because="parts: log x and x")
    d.equals(2 * log(2) - 1)
    d.begin(Integral(x * cos(x), (x, 0, 1)), chain="x cos x")
    d.equals(sin(1) - Integral(sin(x), (x, 0, 1)), because="parts: x and sin x")
    d.equals(sin(1) + cos(1) - 1)


with derivation("library.calculus.substitution", "Integration by substitution", SPIVAK) as d:
    d.begin(Integral(2 * x * exp(-(x**2)), (x, 0, 1)))
    d.equals(Integral(exp(-t), (t, 0, 1)), because="t = x^2")
    d.equals(1 - exp(-1))
    d.claim(Integral(x / (1 + x**2), (x, 0, 1)), log(2) / 2, because="t = 1 + x^2")
    d.claim(Integral(1 / (1 + x**2), (x, 0, 1)), pi / 4, because="x = tan t")


with derivation(
    "library.calculus.taylor-with-remainder", "Taylor's formula with the remainder as an integral", RUDIN
) as d:
    d.begin(exp(1), chain="e")
    d.equals(1 + Integral(exp(t), (t, 0, 1)), because="fundamental theorem")
    d.equals(1 + 1 + Integral((1 - t) * exp(t), (t, 0, 1)), because="by parts")
    d.equals(1 + 1 + Rational(1, 2) + Integral((1 - t) ** 2 / 2 * exp(t), (t, 0, 1)), because="by parts")
    d.claim(exp(x), ">=", 1 + x, because="the tangent at 0 lies below")


with derivation(
    "library.calculus.difference-quotients", "Derivatives as limits of difference quotients", SPIVAK
) as d:
    d.claim(Limit(((x + h) ** 2 - x**2) / h, h, 0, "+-"), 2 * x)
    d.claim(Limit((exp(x + h) - exp(x)) / h, h, 0, "+-"), exp(x))
    d.claim(Limit((log(u + h) - log(u)) / h, h, 0, "+-"), 1 / u)
    d.claim(Limit(sin(x) / x, x, 0, "+-"), 1)
    d.claim(Limit((1 - cos(x)) / x**2, x, 0, "+-"), Rational(1, 2))


with derivation(
    "library.calculus.growth", "Powers, exponentials and logarithms compared at infinity", SPIVAK
) as d:
    d.claim(Limit(x**3 * exp(-x), x, oo), 0, because="an exponential outgrows every power")
    d.claim(Limit(log(u) / sqrt(u), u, oo), 0, because="every power outgrows the logarithm")
    d.claim(Limit((1 + a / u) ** u, u, oo), exp(a), because="compound interest")
    d.claim(Limit(u * log(u), u, 0, "+"), 0, because="so 0 log 0 is taken for 0")


with derivation("library.calculus.sums", "Sums of powers and the geometric sum", DLMF) as d:
    d.claim(Sum(k, (k, 1, n)), n * (n + 1) / 2)
    d.claim(Sum(k**2, (k, 1, n)), n * (n + 1) * (2 * n + 1) / 6)
    d.claim(Sum(k**3, (k, 1, n)), (n * (n + 1) / 2) ** 2)
    d.claim(Sum(2 * k - 1, (k, 1, n)), n**2, because="the odd numbers")
    d.claim(Sum(1 / (k * (k + 1)), (k, 1, n)), 1 - 1 / (n + 1), because="it telescopes")
    d.declare(t, domain=Interval.open(0, 1))
    d.claim(Sum(t**k, (k, 0, n)), (1 - t ** (n + 1)) / (1 - t))


with derivation("library.calculus.trigonometry", "Identities of the circular functions", DLMF) as d:
    d.claim(sin(x) ** 2 + cos(x) ** 2, 1)
    d.claim(sin(x + t), sin(x) * cos(t) + cos(x) * sin(t))
    d.claim(cos(x + t), cos(x) * cos(t) - sin(x) * sin(t))
    d.claim(sin(2 * x), 2 * sin(x) * cos(x))
    d.claim(cos(2 * x), 2 * cos(x) ** 2 - 1)
    d.claim(sin(x) * sin(t), (cos(x - t) - cos(x + t)) / 2)
    d.claim(1 + tan(x) ** 2, 1 / cos(x) ** 2)


with derivation("library.calculus.means", "The arithmetic, the geometric and the harmonic mean", RUDIN) as d:
    v = Symbol("v", positive=True)
    d.begin((u + v) / 2 - sqrt(u * v))
    d.equals((sqrt(u) ** 2 - 2 * sqrt(u) * sqrt(v) + sqrt(v) ** 2) / 2)
    d.equals((sqrt(u) - sqrt(v)) ** 2 / 2, because="second binomial formula")
    d.claim((u + v) / 2, ">=", sqrt(u * v), because="a square is not negative")
    d.claim(2 / (1 / u + 1 / v), "<=", (u + v) / 2)


with derivation(
    "library.calculus.reverse-mode",
    "One function, forwards and backwards: automatic differentiation by hand",
    GRIEWANK,
) as d:
    v1, v2, v3, y = symbols("v1 v2 v3 y", real=True)
    d.define(v1, x * t)
    d.define(v2, sin(x))
    d.define(v3, v1 + v2)
    d.define(y, v3**2)
    d.claim(D(y, v3), 2 * v3)
    d.claim(D(y, v1), D(y, v3) * D(v3, v1))
    d.claim(D(y, v2), D(y, v3) * D(v3, v2))
    d.begin(D(y, x))
    d.equals(D(y, v1) * D(v1, x) + D(y, v2) * D(v2, x), because="add up over both paths")
    d.equals(2 * v3 * (t + cos(x)))
    d.claim(D(y, t), 2 * v3 * x, because="one path only")
