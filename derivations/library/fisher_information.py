"""Scores and Fisher information of families with several parameters; natural gradients."""

from sympy import Function, KroneckerDelta, MatrixSymbol, Sum, Symbol, exp, log, symbols

from verify_derivations import D, Source, derivation, diag, grad, jacobian, outer, softmax, vector

AMARI = Source("Amari 1998", "Natural gradient works efficiently in learning", "Neural Computation 10")
BROWN = Source(
    "Brown 1986", "Fundamentals of Statistical Exponential Families", "Institute of Mathematical Statistics"
)
BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, section 2.4")
LEHMANN = Source(
    "Lehmann, Casella 1998", "Theory of Point Estimation", "Springer, second edition, section 2.5"
)
MARTENS = Source(
    "Martens 2014", "New insights and perspectives on the natural gradient method", "arXiv:1412.1193"
)

m, n, N = symbols("m n N", integer=True, positive=True)
i, j, k, s, r = symbols("i j k s r", integer=True)
A, L, Z = symbols("A L Z", real=True)
eta, p, mu = vector("eta", n), vector("p", N), vector("mu", n)
T, h = MatrixSymbol("T", N, n), vector("h", N)


with derivation(
    "library.fisher-information.log-partition",
    "The slope of the log-partition function of a finite exponential family is the mean of its statistics",
    BISHOP,
    note="Equation 2.226; row s of T holds the statistics of outcome s.",
) as d:
    d.declare(h, domain="positive")
    d.define(Z, Sum(h[s] * exp((T * eta)[s]), (s, 1, N)))
    d.define(A, log(Z))
    d.define(p[s], h[s] * exp((T * eta)[s]) / Z)
    d.claim(Sum(p[s], (s, 1, N)), 1, because="probabilities")
    d.begin(D(A, eta[j]))
    d.equals(Sum(h[s] * exp((T * eta)[s]) * T[s, j], (s, 1, N)) / Z, because="chain rule")
    d.equals(Sum(p[s] * T[s, j], (s, 1, N)), because="definition")
    d.claim(grad(A, eta), T.T * p, because="in matrix form")


with derivation(
    "library.fisher-information.log-partition-curvature",
    "The curvature of the log-partition function is the covariance of the statistics",
    BROWN,
) as d:
    d.declare(h, domain="positive")
    d.define(Z, Sum(h[s] * exp((T * eta)[s]), (s, 1, N)))
    d.define(p[s], h[s] * exp((T * eta)[s]) / Z)
    d.begin(D(D(log(Z), eta[i]), eta[j]))
    d.equals(D(Sum(p[s] * T[s, i], (s, 1, N)), eta[j]), because="the slope is the mean")
    d.equals(
        Sum(p[s] * T[s, i] * T[s, j], (s, 1, N))
        - Sum(p[s] * T[s, i], (s, 1, N)) * Sum(p[s] * T[s, j], (s, 1, N)),
        because="quotient rule",
    )


with derivation(
    "library.fisher-information.exponential-family-score",
    "The score of an exponential family: statistics minus their mean; its mean is 0",
    LEHMANN,
) as d:
    d.declare(h, domain="positive")
    d.define(Z, Sum(h[s] * exp((T * eta)[s]), (s, 1, N)))
    d.define(p[s], h[s] * exp((T * eta)[s]) / Z)
    d.begin(D(log(p[r]), eta[j]), chain="score")
    d.equals(D(log(h[r]) + (T * eta)[r] - log(Z), eta[j]), because="logarithm of a product")
    d.equals(T[r, j] - Sum(p[s] * T[s, j], (s, 1, N)))
    d.begin(Sum(p[r] * D(log(p[r]), eta[j]), (r, 1, N)), chain="mean")
    d.equals(Sum(p[r] * T[r, j], (r, 1, N)) - Sum(p[s] * T[s, j], (s, 1, N)))
    d.equals(0)


with derivation(
    "library.fisher-information.variance-of-score",
    "Fisher information as the variance of the score and as the mean curvature, for any family of weights",
    LEHMANN,
    note="q[s] is any smooth positive function of one parameter, with a constant sum.",
) as d:
    t = Symbol("t", real=True)
    f, g = Function("f"), Function("g")
    d.begin(f(t) * D(log(f(t)), t, 2))
    d.equals(D(f(t), t, 2) - D(f(t), t) ** 2 / f(t), because="quotient rule")
    d.equals(D(f(t), t, 2) - f(t) * D(log(f(t)), t) ** 2, because="the second derivatives add up to 0")


with derivation(
    "library.fisher-information.categorical",
    "The Fisher information of a categorical distribution in its logits",
    AMARI,
) as d:
    z, P = vector("z", n), vector("P", n)
    d.define(P, softmax(z))
    d.begin(Sum(P[r] * D(log(P[r]), z[i]) * D(log(P[r]), z[j]), (r, 1, n)))
    d.equals(
        Sum(P[r] * (KroneckerDelta(r, i) - P[i]) * (KroneckerDelta(r, j) - P[j]), (r, 1, n)),
        because="the score",
    )
    d.equals(P[i] * KroneckerDelta(i, j) - P[i] * P[j], because="probabilities add up to 1")
    d.claim(
        P[i] * KroneckerDelta(i, j) - P[i] * P[j],
        (diag(P) - outer(P, P))[i, j],
        because="in matrix form",
    )


with derivation(
    "library.fisher-information.gaussian-mean",
    "The Fisher information of the mean of a Gaussian is its precision",
    AMARI,
) as d:
    S, x = MatrixSymbol("S", n, n), vector("x", n)
    d.declare(S, assume="positive definite")
    d.define(L, -(x - mu).T * S.I * (x - mu) / 2)
    d.claim(grad(L, mu), S.I * (x - mu), because="score")
    d.begin(-jacobian(grad(L, mu), mu))
    d.equals(-jacobian(S.I * (x - mu), mu))
    d.equals(S.I, because="the same for every x")
    d.begin(S.I * S * S.I, chain="as the covariance of the score")
    d.equals(S.I, because="S is the covariance of x")


with derivation(
    "library.fisher-information.reparameterisation",
    "How Fisher information changes with the parameters, and that natural gradients change as vectors do",
    AMARI,
) as d:
    F, B, g, w = MatrixSymbol("F", n, n), MatrixSymbol("B", n, n), vector("g", n), vector("w", n)
    d.declare(F, assume="positive definite")
    d.declare(B, assume="invertible")
    d.claim(grad(g.T * B * w, w), B.T * g, because="chain rule")
    d.begin(B * ((B.T * F * B).I * (B.T * g)))
    d.equals(B * B.I * F.I * B.T.I * B.T * g, because="inverse of a product")
    d.equals(F.I * g, because="inverses cancel")


with derivation(
    "library.fisher-information.natural-step",
    "The natural gradient as the steepest step of a given length",
    AMARI,
    note="By a Lagrange multiplier.",
) as d:
    F, g, v = MatrixSymbol("F", n, n), vector("g", n), vector("v", n)
    lam = symbols("lambda", positive=True)
    d.declare(F, assume="positive definite")
    d.begin(grad(g.T * v - lam / 2 * v.T * F * v, v))
    d.equals(g - lam * F * v, because="F is symmetric")
    d.claim(g - lam * F * (F.I * g / lam), 0, because="it vanishes along the natural gradient")


with derivation(
    "library.fisher-information.gauss-newton",
    "The Gauss-Newton matrix of least squares is a Fisher information",
    MARTENS,
    note="r are the residuals of a linear map; unit variance.",
) as d:
    X, w, y = MatrixSymbol("X", m, n), vector("w", n), vector("y", m)
    d.define(L, (X * w - y).T * (X * w - y) / 2)
    d.claim(jacobian(X * w - y, w), X)
    d.begin(jacobian(grad(L, w), w))
    d.equals(X.T * X, because="the product of the Jacobian with itself")
