"""Numerically stable forms: the same number, computed without overflow or cancellation."""

from sympy import (
    Abs,
    Function,
    Limit,
    Max,
    Min,
    Piecewise,
    Rational,
    Symbol,
    cos,
    exp,
    log,
    sin,
    sqrt,
    symbols,
    tanh,
)

from verify_derivations import D, Source, derivation

HIGHAM = Source(
    "Higham 2002", "Accuracy and Stability of Numerical Algorithms", "SIAM, second edition, chapter 1"
)
BLANCHARD = Source(
    "Blanchard, Higham, Higham 2021",
    "Accurately computing the log-sum-exp and softmax functions",
    "IMA Journal of Numerical Analysis 41",
)
MAECHLER = Source(
    "Maechler 2012", "Accurately computing log(1 - exp(-|a|))", "Vignette of the R package Rmpfr"
)
WELFORD = Source(
    "Welford 1962",
    "Note on a method for calculating corrected sums of squares and products",
    "Technometrics 4",
)
MILAKOV = Source("Milakov, Gimelshein 2018", "Online normalizer calculation for softmax", "arXiv:1805.02867")
GOODFELLOW = Source("Goodfellow, Bengio, Courville 2016", "Deep Learning", "MIT Press, section 4.1")

x, y, z, c, a, b, x1, x2, x3 = symbols("x y z c a b x1 x2 x3", real=True)
u = Symbol("u", positive=True)
n = Symbol("n", positive=True)
f = Function("f")


with derivation(
    "library.numerics.log-sum-exp-shift", "The log-sum-exp may be shifted by any number", BLANCHARD
) as d:
    d.begin(log(exp(x1) + exp(x2) + exp(x3)))
    d.equals(log(exp(c) * (exp(x1 - c) + exp(x2 - c) + exp(x3 - c))), because="factor out exp(c)")
    d.equals(c + log(exp(x1 - c) + exp(x2 - c) + exp(x3 - c)), because="logarithm of a product")


with derivation(
    "library.numerics.log-add-exp",
    "log(exp(a) + exp(b)) by the larger of the two and the distance",
    BLANCHARD,
) as d:
    d.begin(log(exp(a) + exp(b)))
    d.equals(a + log(1 + exp(b - a)), because="factor out exp(a)")
    d.equals(b + log(1 + exp(a - b)), because="or exp(b)")
    d.claim(
        log(1 + exp(x)),
        Max(x, 0) + log(1 + exp(-Abs(x))),
        because="with x for the distance a - b, of either sign",
    )


with derivation(
    "library.numerics.log-sum-exp-bounds",
    "The log-sum-exp lies between the maximum and the maximum plus log n",
    BLANCHARD,
    note="For two terms.",
) as d:
    d.claim(log(exp(a) + exp(b)), ">", a, because="the logarithm increases")
    d.claim(log(exp(a) + exp(b)), ">", b, because="the logarithm increases")
    d.claim(exp(-Abs(x)), "<=", 1)
    d.claim(log(1 + exp(-Abs(x))), "<=", log(2), because="so it exceeds the maximum by log 2 at most")


with derivation(
    "library.numerics.softmax-shift",
    "The softmax does not change when all its arguments are shifted",
    GOODFELLOW,
) as d:
    d.begin(exp(x1 - c) / (exp(x1 - c) + exp(x2 - c) + exp(x3 - c)))
    d.equals(exp(-c) * exp(x1) / (exp(-c) * (exp(x1) + exp(x2) + exp(x3))), because="exponential of a sum")
    d.equals(exp(x1) / (exp(x1) + exp(x2) + exp(x3)), because="cancel")
    d.claim(
        exp(x1) / (exp(x1) + exp(x2)),
        1 / (1 + exp(-(x1 - x2))),
        because="for two classes it is a sigmoid of the difference",
    )


with derivation(
    "library.numerics.log-softmax", "The log-softmax without an exponential that overflows", BLANCHARD
) as d:
    d.begin(log(exp(x1) / (exp(x1) + exp(x2) + exp(x3))))
    d.equals(x1 - log(exp(x1) + exp(x2) + exp(x3)), because="logarithm of a quotient")
    d.equals(
        (x1 - c) - log(exp(x1 - c) + exp(x2 - c) + exp(x3 - c)), because="shift by c, mostly the maximum"
    )


with derivation(
    "library.numerics.stable-sigmoid", "The sigmoid in two forms, one for each sign", GOODFELLOW
) as d:
    d.begin(1 / (1 + exp(-x)))
    d.equals(exp(x) / (1 + exp(x)), because="multiply numerator and denominator by exp(x)")
    d.equals(
        Piecewise((1 / (1 + exp(-x)), x >= 0), (exp(x) / (1 + exp(x)), True)),
        because="the exponent is never positive",
    )
    d.equals(exp(Min(x, 0)) / (1 + exp(-Abs(x))), because="both in one formula")


with derivation("library.numerics.stable-softplus", "Softplus without overflow", MAECHLER) as d:
    d.begin(log(1 + exp(x)))
    d.equals(Max(x, 0) + log(1 + exp(-Abs(x))), because="by the sign of x")
    d.claim(log(1 + exp(x)), x + log(1 + exp(-x)), because="for large x")


with derivation(
    "library.numerics.stable-cross-entropy",
    "Binary cross-entropy from logits, as it is implemented",
    GOODFELLOW,
) as d:
    d.begin(-(y * log(1 / (1 + exp(-z))) + (1 - y) * log(1 - 1 / (1 + exp(-z)))))
    d.equals(log(1 + exp(z)) - y * z, because="by softplus")
    d.equals(Max(z, 0) - y * z + log(1 + exp(-Abs(z))), because="softplus without overflow")


with derivation(
    "library.numerics.log1p-and-expm1",
    "log1p and expm1: what they compute, and that they undo each other",
    HIGHAM,
) as d:
    d.claim(exp(log(1 + u)) - 1, u, because="expm1(log1p(u)) = u")
    d.claim(log(1 + (exp(x) - 1)), x, because="log1p(expm1(x)) = x")
    d.claim(exp(x) - 1, tanh(x / 2) * (exp(x) + 1), because="no cancellation on the right")
    d.claim(Limit((exp(x) - 1) / x, x, 0, "+-"), 1)
    d.claim(Limit(log(1 + x) / x, x, 0, "+-"), 1)


with derivation("library.numerics.log1mexp", "log(1 - exp(-u)) in two forms", MAECHLER) as d:
    d.begin(log(1 - exp(-u)))
    d.equals(log(-(exp(-u) - 1)), because="expm1, for small u")
    d.equals(log(exp(-u) * (exp(u) - 1)), because="factor out exp(-u)")
    d.equals(-u + log(exp(u) - 1), because="so it is softplus, undone")


with derivation(
    "library.numerics.difference-of-roots", "A difference of roots without cancellation", HIGHAM
) as d:
    d.begin(sqrt(u + 1) - sqrt(u))
    d.equals(
        (sqrt(u + 1) - sqrt(u)) * (sqrt(u + 1) + sqrt(u)) / (sqrt(u + 1) + sqrt(u)),
        because="expand the fraction",
    )
    d.equals(1 / (sqrt(u + 1) + sqrt(u)), because="third binomial formula")


with derivation(
    "library.numerics.quadratic-formula",
    "The small root of a quadratic equation without cancellation",
    HIGHAM,
) as d:
    p, q = symbols("p q", positive=True)
    d.assume(q < p**2)
    d.begin(p - sqrt(p**2 - q))
    d.equals((p**2 - (p**2 - q)) / (p + sqrt(p**2 - q)), because="third binomial formula")
    d.equals(q / (p + sqrt(p**2 - q)))
    d.claim(
        (p - sqrt(p**2 - q)) * (p + sqrt(p**2 - q)),
        q,
        because="Vieta: the product of both roots of x^2 - 2 p x + q",
    )


with derivation("library.numerics.one-minus-cosine", "1 - cos x without cancellation", HIGHAM) as d:
    d.begin(1 - cos(x))
    d.equals(1 - (1 - 2 * sin(x / 2) ** 2), because="double angle")
    d.equals(2 * sin(x / 2) ** 2)
    d.claim(Limit((1 - cos(x)) / x**2, x, 0, "+-"), Rational(1, 2))


with derivation(
    "library.numerics.welford",
    "Welford's update of the mean and of the sum of squares",
    WELFORD,
    note="m is the mean of n - 1 values, x the n-th.",
) as d:
    m, k = symbols("m k", real=True)
    d.define(k, m + (x - m) / n)
    d.claim(((n - 1) * m + x) / n, k, because="the new mean")
    d.begin((n - 1) * (m - k) ** 2 + (x - k) ** 2, chain="what is added to the sum of squares")
    d.equals(
        (n - 1) / n**2 * (x - m) ** 2 + (n - 1) ** 2 / n**2 * (x - m) ** 2,
        because="both distances are parts of x - m",
    )
    d.equals((n - 1) / n * (x - m) ** 2)
    d.equals((x - m) * (x - k), because="x - k = (n - 1)/n (x - m)")


with derivation(
    "library.numerics.online-softmax",
    "The online normaliser of a softmax: rescale when the maximum changes",
    MILAKOV,
    note="Two values are seen, then a third; m is the old reference, k the new one.",
) as d:
    m, k = symbols("m k", real=True)
    d.begin((exp(x1 - m) + exp(x2 - m)) * exp(m - k) + exp(x3 - k))
    d.equals(exp(x1 - m + m - k) + exp(x2 - m + m - k) + exp(x3 - k), because="exponential of a sum")
    d.equals(exp(x1 - k) + exp(x2 - k) + exp(x3 - k))


with derivation(
    "library.numerics.finite-differences", "Finite differences of a cubic: the central one is better", HIGHAM
) as d:
    h = Symbol("h", positive=True)
    d.define(f(x), x**3)
    d.claim((f(x + h) - f(x)) / h - D(f(x), x), 3 * x * h + h**2, because="forward: first order")
    d.claim((f(x + h) - f(x - h)) / (2 * h) - D(f(x), x), h**2, because="central: second order")
    d.claim((f(x + h) - 2 * f(x) + f(x - h)) / h**2, D(f(x), x, 2), because="second difference")
