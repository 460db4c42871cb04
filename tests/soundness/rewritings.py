"""The rewritings that claims are made of: right always, right only sometimes, and closed forms of sums."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from verify_derivations.term.syntax.nodes import (
    HALF,
    MINUS_ONE,
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Apply,
    Derivative,
    I,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)

Build = Callable[[Term, Term, Term], tuple[Term, Term]]
"""From three parts to the two sides of a claim."""


# ---- short forms ---------------------------------------------------------------------------------
def add(*terms: Term) -> Term:
    return Add(terms)


def mul(*factors: Term) -> Term:
    return Mul(factors)


def neg(a: Term) -> Term:
    return Mul((MINUS_ONE, a))


def sub(a: Term, b: Term) -> Term:
    return Add((a, neg(b)))


def inv(a: Term) -> Term:
    return Pow(a, MINUS_ONE)


def div(a: Term, b: Term) -> Term:
    return Mul((a, inv(b)))


def power(a: Term, k: int | str) -> Term:
    return Pow(a, Number(Fraction(k)))


def sqrt(a: Term) -> Term:
    return Pow(a, HALF)


def f(name: str, *arguments: Term) -> Term:
    return Apply(name, arguments)


def d(a: Term, by: str = "x") -> Term:
    return Derivative(a, Symbol(by))


X, N = Symbol("x"), Symbol("n")

# ---- pairs that agree wherever both sides are defined, over the reals ----------------------------
TRUE: dict[str, Build] = {
    "commute a sum": lambda a, b, c: (add(a, b, c), add(c, a, b)),
    "commute a product": lambda a, b, c: (mul(a, b, c), mul(c, b, a)),
    "distribute": lambda a, b, c: (mul(a, add(b, c)), add(mul(a, b), mul(a, c))),
    "square of a sum": lambda a, b, c: (
        power(add(a, b), 2),
        add(power(a, 2), mul(TWO, a, b), power(b, 2)),
    ),
    "difference of squares": lambda a, b, c: (div(sub(power(a, 2), power(b, 2)), sub(a, b)), add(a, b)),
    "common denominator": lambda a, b, c: (
        add(div(a, b), div(b, c)),
        div(add(mul(a, c), power(b, 2)), mul(b, c)),
    ),
    "cancel": lambda a, b, c: (div(mul(a, b), mul(b, c)), div(a, c)),
    "a double fraction": lambda a, b, c: (div(a, div(b, c)), div(mul(a, c), b)),
    "pythagoras": lambda a, b, c: (add(power(f("sin", a), 2), power(f("cos", a), 2)), ONE),
    "hyperbolic pythagoras": lambda a, b, c: (sub(power(f("cosh", a), 2), power(f("sinh", a), 2)), ONE),
    "exp of a sum": lambda a, b, c: (f("exp", add(a, b)), mul(f("exp", a), f("exp", b))),
    "exp of a difference": lambda a, b, c: (f("exp", sub(a, b)), div(f("exp", a), f("exp", b))),
    "sin of a sum": lambda a, b, c: (
        f("sin", add(a, b)),
        add(mul(f("sin", a), f("cos", b)), mul(f("cos", a), f("sin", b))),
    ),
    "cos of a double": lambda a, b, c: (f("cos", mul(TWO, a)), sub(ONE, mul(TWO, power(f("sin", a), 2)))),
    "tan of a half": lambda a, b, c: (f("tan", div(a, TWO)), div(f("sin", a), add(ONE, f("cos", a)))),
    "sin of asin": lambda a, b, c: (f("sin", f("asin", a)), a),
    "cos of asin": lambda a, b, c: (f("cos", f("asin", a)), sqrt(sub(ONE, power(a, 2)))),
    "tan of atan": lambda a, b, c: (f("tan", f("atan", a)), a),
    "asin and acos": lambda a, b, c: (add(f("asin", a), f("acos", a)), div(PI, TWO)),
    "log of a product": lambda a, b, c: (add(f("log", a), f("log", b)), f("log", mul(a, b))),
    "log of a quotient": lambda a, b, c: (sub(f("log", a), f("log", b)), f("log", div(a, b))),
    "twice a log": lambda a, b, c: (mul(TWO, f("log", a)), f("log", power(a, 2))),
    "log of a square": lambda a, b, c: (f("log", power(a, 2)), mul(TWO, f("log", f("Abs", a)))),
    "exp of log": lambda a, b, c: (f("exp", f("log", a)), a),
    "log of exp": lambda a, b, c: (f("log", f("exp", a)), a),
    "square of a root": lambda a, b, c: (power(sqrt(a), 2), a),
    "root of a square": lambda a, b, c: (sqrt(power(a, 2)), f("Abs", a)),
    "product of roots": lambda a, b, c: (mul(sqrt(a), sqrt(b)), sqrt(mul(a, b))),
    "a rational denominator": lambda a, b, c: (inv(sqrt(a)), div(sqrt(a), a)),
    "Abs of a product": lambda a, b, c: (f("Abs", mul(a, b)), mul(f("Abs", a), f("Abs", b))),
    "square of Abs": lambda a, b, c: (power(f("Abs", a), 2), power(a, 2)),
    "sign times Abs": lambda a, b, c: (mul(f("sign", a), f("Abs", a)), a),
    "sign of a product": lambda a, b, c: (f("sign", mul(a, b)), mul(f("sign", a), f("sign", b))),
    "max and min": lambda a, b, c: (add(f("Max", a, b), f("Min", a, b)), add(a, b)),
    "relu": lambda a, b, c: (sub(f("relu", a), f("relu", neg(a))), a),
    "sigmoid mirrored": lambda a, b, c: (f("sigmoid", neg(a)), sub(ONE, f("sigmoid", a))),
    "tanh by sigmoid": lambda a, b, c: (f("tanh", a), sub(mul(TWO, f("sigmoid", mul(TWO, a))), ONE)),
    "softplus": lambda a, b, c: (sub(f("softplus", a), f("softplus", neg(a))), a),
    "erf is odd": lambda a, b, c: (f("erf", neg(a)), neg(f("erf", a))),
    "gamma recurs": lambda a, b, c: (f("gamma", add(a, ONE)), mul(a, f("gamma", a))),
    "derivative of a product": lambda a, b, c: (d(mul(a, b)), add(mul(d(a), b), mul(a, d(b)))),
    "derivative of a quotient": lambda a, b, c: (
        d(div(a, b)),
        div(sub(mul(d(a), b), mul(a, d(b))), power(b, 2)),
    ),
    "derivative of a sum": lambda a, b, c: (d(add(a, mul(b, c))), add(d(a), d(mul(b, c)))),
    "chain rule, exp": lambda a, b, c: (d(f("exp", a)), mul(f("exp", a), d(a))),
    "chain rule, log": lambda a, b, c: (d(f("log", a)), div(d(a), a)),
    "chain rule, log Abs": lambda a, b, c: (d(f("log", f("Abs", a))), div(d(a), a)),
    "chain rule, root": lambda a, b, c: (d(sqrt(a)), div(d(a), mul(TWO, sqrt(a)))),
    "chain rule, atan": lambda a, b, c: (d(f("atan", a)), div(d(a), add(ONE, power(a, 2)))),
    "chain rule, Abs": lambda a, b, c: (d(f("Abs", a)), mul(f("sign", a), d(a))),
    "chain rule, sigmoid": lambda a, b, c: (
        d(f("sigmoid", a)),
        mul(f("sigmoid", a), sub(ONE, f("sigmoid", a)), d(a)),
    ),
    "acosh by log": lambda a, b, c: (f("acosh", a), f("log", add(a, sqrt(sub(power(a, 2), ONE))))),
    "asinh by log": lambda a, b, c: (f("asinh", a), f("log", add(a, sqrt(add(power(a, 2), ONE))))),
    "atanh by log": lambda a, b, c: (f("atanh", a), div(f("log", div(add(ONE, a), sub(ONE, a))), TWO)),
}

# ---- and those that still do in the complex numbers ----------------------------------------------
TRUE_COMPLEX = (
    "commute a sum,commute a product,distribute,square of a sum,difference of squares,common denominator,"
    "cancel,a double fraction,pythagoras,hyperbolic pythagoras,exp of a sum,exp of a difference,sin of a sum,"
    "cos of a double,exp of log,square of a root,sin of asin,tan of atan,asin and acos"
).split(",")

# ---- rewritings that are right only sometimes ----------------------------------------------------
FORCED: dict[str, Build] = {
    "log of a product": lambda a, b, c: (f("log", mul(a, b)), add(f("log", a), f("log", b))),
    "log of Abs taken off": lambda a, b, c: (f("log", f("Abs", a)), f("log", power(a, 2))),
    "root of a square": lambda a, b, c: (sqrt(power(a, 2)), a),
    "root of a square, negative": lambda a, b, c: (sqrt(power(a, 2)), neg(a)),
    "a cubic root": lambda a, b, c: (power(power(a, 3), "1/3"), a),
    "a fourth root": lambda a, b, c: (power(power(a, 4), "1/4"), a),
    "powers multiplied": lambda a, b, c: (Pow(Pow(a, b), c), Pow(a, mul(b, c))),
    "powers of a square": lambda a, b, c: (Pow(power(a, 2), b), Pow(a, mul(TWO, b))),
    "powers added": lambda a, b, c: (mul(Pow(a, b), Pow(a, c)), Pow(a, add(b, c))),
    "power of a product": lambda a, b, c: (Pow(mul(a, b), c), mul(Pow(a, c), Pow(b, c))),
    "Abs dropped": lambda a, b, c: (f("Abs", a), a),
    "Abs of a sum": lambda a, b, c: (f("Abs", add(a, b)), add(f("Abs", a), f("Abs", b))),
    "sign is one": lambda a, b, c: (f("sign", a), ONE),
    "sign squared": lambda a, b, c: (mul(f("sign", a), f("sign", b)), ONE),
    "log of a power": lambda a, b, c: (f("log", power(a, 2)), mul(TWO, f("log", a))),
    "log of any power": lambda a, b, c: (f("log", Pow(a, b)), mul(b, f("log", a))),
    "log of a sum": lambda a, b, c: (f("log", add(a, b)), add(f("log", a), f("log", b))),
    "root of a product": lambda a, b, c: (sqrt(mul(a, b)), mul(sqrt(a), sqrt(b))),
    "root of a sum": lambda a, b, c: (sqrt(add(a, b)), add(sqrt(a), sqrt(b))),
    "root of a sum of squares": lambda a, b, c: (sqrt(add(power(a, 2), power(b, 2))), add(a, b)),
    "asin of sin": lambda a, b, c: (f("asin", f("sin", a)), a),
    "acos of cos": lambda a, b, c: (f("acos", f("cos", a)), a),
    "atan of tan": lambda a, b, c: (f("atan", f("tan", a)), a),
    "acosh of cosh": lambda a, b, c: (f("acosh", f("cosh", a)), a),
    "atan of a reciprocal": lambda a, b, c: (add(f("atan", a), f("atan", inv(a))), div(PI, TWO)),
    "atan added": lambda a, b, c: (
        add(f("atan", a), f("atan", b)),
        f("atan", div(add(a, b), sub(ONE, mul(a, b)))),
    ),
    "acos by asin": lambda a, b, c: (f("acos", a), f("asin", sqrt(sub(ONE, power(a, 2))))),
    "asin by atan": lambda a, b, c: (f("asin", a), f("atan", div(a, sqrt(sub(ONE, power(a, 2)))))),
    "acos by atan": lambda a, b, c: (f("acos", a), f("atan", div(sqrt(sub(ONE, power(a, 2))), a))),
    "acot by atan": lambda a, b, c: (f("acot", a), sub(div(PI, TWO), f("atan", a))),
    "power zero": lambda a, b, c: (mul(power(a, 0), b), b),
    "zero to a power": lambda a, b, c: (Pow(ZERO, a), ZERO),
    "root of one minus a square": lambda a, b, c: (sqrt(sub(ONE, power(f("sin", a), 2))), f("cos", a)),
    "root of cosh": lambda a, b, c: (sqrt(sub(power(f("cosh", a), 2), ONE)), f("sinh", a)),
    "root of one minus cos": lambda a, b, c: (
        sqrt(div(sub(ONE, f("cos", a)), TWO)),
        f("sin", div(a, TWO)),
    ),
    "maximum is the first": lambda a, b, c: (f("Max", a, b), a),
    "relu dropped": lambda a, b, c: (f("relu", a), a),
    "half of a sum and Abs": lambda a, b, c: (f("Max", a, b), div(add(a, b, sub(a, b)), TWO)),
    "derivative with a sign": lambda a, b, c: (d(f("cos", a)), mul(f("sin", a), d(a))),
    "derivative without the inner one": lambda a, b, c: (d(f("exp", a)), f("exp", a)),
    "derivative of a quotient, turned": lambda a, b, c: (
        d(div(a, b)),
        div(sub(mul(a, d(b)), mul(d(a), b)), power(b, 2)),
    ),
    "derivative of a product, naive": lambda a, b, c: (d(mul(a, b)), mul(d(a), d(b))),
    "derivative of Abs": lambda a, b, c: (d(f("Abs", a)), d(a)),
    "derivative of a root of a square": lambda a, b, c: (d(sqrt(power(a, 2))), div(d(a), f("Abs", a))),
    "derivative of asec": lambda a, b, c: (d(f("asec", a)), div(d(a), mul(a, sqrt(sub(power(a, 2), ONE))))),
    "exp is additive": lambda a, b, c: (f("exp", add(a, b)), add(f("exp", a), f("exp", b))),
    "exp of a product": lambda a, b, c: (f("exp", mul(a, b)), Pow(f("exp", a), b)),
    "gamma recurs wrongly": lambda a, b, c: (f("gamma", add(a, ONE)), mul(add(a, ONE), f("gamma", a))),
    "loggamma": lambda a, b, c: (f("loggamma", a), f("log", f("gamma", a))),
    "beta by the first": lambda a, b, c: (add(f("atan", f("beta", a, ONE)), f("atan", a)), div(PI, TWO)),
    "binomial and atan": lambda a, b, c: (
        add(f("atan", f("binomial", a, ONE)), f("atan", inv(a))),
        div(PI, TWO),
    ),
    "cases glued": lambda a, b, c: (mul(f("Abs", a), sub(a, ONE)), mul(neg(a), sub(a, ONE))),
    "a definite square": lambda a, b, c: (f("Abs", sub(power(a, 2), a)), sub(power(a, 2), a)),
    "sum of Abs": lambda a, b, c: (add(f("Abs", a), f("Abs", neg(b))), f("Abs", sub(a, b))),
    "log of a negative": lambda a, b, c: (f("log", neg(a)), neg(f("log", a))),
    "square of a log": lambda a, b, c: (power(f("log", a), 2), f("log", power(a, 2))),
    "a hidden sign": lambda a, b, c: (
        add(f("log", mul(a, power(f("sin", b), 2))), mul(f("Abs", a), sub(a, ONE))),
        add(f("log", mul(a, power(f("sin", b), 2))), mul(neg(a), sub(a, ONE))),
    ),
}

FORCED_COMPLEX: dict[str, Build] = {
    name: FORCED[name]
    for name in (
        "log of a product,root of a square,powers of a square,power of a product,Abs dropped,log of a power,"
        "root of a product,asin of sin,atan of tan,root of one minus a square,exp of a product,"
        "square of a log,log of a negative,asin by atan,atan of a reciprocal"
    ).split(",")
} | {
    "log of exp": lambda a, b, c: (f("log", f("exp", a)), a),
    "root of a negative": lambda a, b, c: (sqrt(neg(a)), mul(I, sqrt(a))),
    "log of a negative, by pi": lambda a, b, c: (f("log", neg(a)), add(f("log", a), mul(I, PI))),
    "log of I": lambda a, b, c: (f("log", mul(I, a)), add(f("log", a), mul(I, div(PI, TWO)))),
    "root of an exponential": lambda a, b, c: (sqrt(f("exp", mul(I, a))), f("exp", mul(I, div(a, TWO)))),
    "square of Abs": lambda a, b, c: (power(f("Abs", a), 2), power(a, 2)),
    "sign times Abs": lambda a, b, c: (mul(f("sign", a), f("Abs", a)), a),
    "Abs of I": lambda a, b, c: (f("Abs", mul(I, a)), f("Abs", a)),
    "root of a reciprocal": lambda a, b, c: (sqrt(inv(a)), inv(sqrt(a))),
    "root of a quotient": lambda a, b, c: (sqrt(div(a, b)), div(sqrt(a), sqrt(b))),
    "difference of roots": lambda a, b, c: (
        mul(sqrt(sub(a, ONE)), sqrt(add(a, ONE))),
        sqrt(sub(power(a, 2), ONE)),
    ),
    "acosh by log": TRUE["acosh by log"],
    "asinh by log": TRUE["asinh by log"],
    "atanh by log": TRUE["atanh by log"],
    "product of logs": TRUE["log of a product"],
    "product of roots": TRUE["product of roots"],
    "softplus": TRUE["softplus"],
}


# ---- sums and products: closed forms, right from some lower end of n on --------------------------
SUMS: tuple[tuple[str, str], ...] = (
    ("Sum(1, (k, 1, n))", "n"),
    ("Sum(k, (k, 1, n))", "n*(n + 1)/2"),
    ("Sum(k, (k, 0, n - 1))", "n*(n - 1)/2"),
    ("Sum(k**2, (k, 1, n))", "n*(n + 1)*(2*n + 1)/6"),
    ("Sum(2*k - 1, (k, 1, n))", "n**2"),
    ("Sum(x**k, (k, 0, n))", "(1 - x**(n + 1))/(1 - x)"),
    ("Sum(x**k, (k, 0, n))", "(x**(n + 1) - 1)/(x - 1)"),
    ("Sum(k*x**k, (k, 0, n))", "x*(1 - (n + 1)*x**n + n*x**(n + 1))/(1 - x)**2"),
    ("Sum((-1)**k, (k, 0, n))", "(1 + (-1)**n)/2"),
    ("Sum(1/(k*(k + 1)), (k, 1, n))", "n/(n + 1)"),
    ("Sum(1/(k*(k - 3)), (k, 4, n))", "11/18 - 1/(3*n) - 1/(3*(n - 1)) - 1/(3*(n - 2))"),
    ("Sum(Abs(k - 2), (k, 1, n))", "(n - 2)*(n - 1)/2 + 1"),
    ("Sum(Abs(k), (k, -2, n))", "3 + n*(n + 1)/2"),
    ("Sum(sign(k - 2), (k, 1, n))", "-1"),
    ("Sum(sqrt(k**2), (k, 1, n))", "n*(n + 1)/2"),
    ("Sum(log(k), (k, 1, n))", "loggamma(n + 1)"),
    ("Sum(log(1 + 1/k), (k, 1, n))", "log(n + 1)"),
    ("Sum(exp(k*x), (k, 0, n))", "(1 - exp((n + 1)*x))/(1 - exp(x))"),
    ("Product(k, (k, 1, n))", "gamma(n + 1)"),
    ("Product(x, (k, 1, n))", "x**n"),
    ("Product(1 + 1/k, (k, 1, n))", "n + 1"),
    ("Product(k - 3, (k, 1, n))", "0"),
    ("Product(k/(k - 1), (k, 2, n))", "n"),
    ("Product(1 - 1/k**2, (k, 2, n))", "(n + 1)/(2*n)"),
    ("Sum(Max(k, 3), (k, 1, n))", "n*(n + 1)/2 + 3"),
    ("Sum(x*y, (k, 1, n))", "n*x*y"),
    ("Sum(k/Abs(k), (k, -1, n))", "n - 1"),
    ("Sum(n, (k, 1, n))", "n**2"),
    ("Sum(k, (k, -n, n))", "0"),
    ("Sum(k, (k, 1, 4))", "10"),
    ("Sum(1/(x - k), (k, 1, 2))", "1/(x - 1) + 1/(x - 2)"),
)
