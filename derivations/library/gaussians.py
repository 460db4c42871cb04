"""Gaussians of any dimension: gradients of the density, estimates, divergences, conditioning."""

from sympy import Determinant, Identity, MatrixSymbol, OneMatrix, Sum, Trace, exp, log, pi, symbols

from verify_derivations import D, Source, derivation, grad, jacobian, outer, vector

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, section 2.3")
COOKBOOK = Source(
    "Petersen, Pedersen 2012", "The Matrix Cookbook", "Technical University of Denmark, section 8"
)
ANDERSON = Source(
    "Anderson, Olkin 1985",
    "Maximum-likelihood estimation of the parameters of a multivariate normal distribution",
    "Linear Algebra and its Applications 70",
)
KINGMA = Source("Kingma, Welling 2014", "Auto-encoding variational Bayes", "arXiv:1312.6114, appendix B")
RASMUSSEN = Source("Rasmussen, Williams 2006", "Gaussian Processes for Machine Learning", "MIT Press")
COVER = Source("Cover, Thomas 2006", "Elements of Information Theory", "Wiley, second edition, chapter 8")

m, n = symbols("m n", integer=True, positive=True)
i, j, k = symbols("i j k", integer=True)
L, J, KL = symbols("L J KL", real=True)
S, R, P, W = (MatrixSymbol(name, n, n) for name in "SRPW")
x, mu, nu, b, lv = (vector(name, n) for name in ("x", "mu", "nu", "b", "lv"))
X = MatrixSymbol("X", m, n)
rows = OneMatrix(m, 1)


with derivation(
    "library.gaussians.score",
    "The score of a Gaussian: by its argument and by its mean",
    BISHOP,
    note="The logarithm of equation 2.43.",
) as d:
    d.declare(S, assume="positive definite")
    d.define(L, -n * log(2 * pi) / 2 - log(Determinant(S)) / 2 - (x - mu).T * S.I * (x - mu) / 2)
    d.begin(grad(L, x), chain="argument")
    d.equals(-(S.I + S.I.T) * (x - mu) / 2, because="gradient of a quadratic form")
    d.equals(-S.I * (x - mu), because="S is symmetric")
    d.claim(grad(L, mu), S.I * (x - mu))
    d.claim(jacobian(grad(L, x), x), -S.I, because="the curvature is the negative precision")


with derivation(
    "library.gaussians.score-of-covariance",
    "The gradient of a Gaussian log-density by its covariance",
    COOKBOOK,
    note="Without regard to the symmetry of S.",
) as d:
    d.declare(S, assume="positive definite")
    d.begin(grad(-log(Determinant(S)) / 2 - (x - mu).T * S.I * (x - mu) / 2, S))
    d.equals(-S.I / 2 + S.I * outer(x - mu, x - mu) * S.I / 2)
    d.equals(S.I * (outer(x - mu, x - mu) - S) * S.I / 2, because="factor out")


with derivation(
    "library.gaussians.mean-estimate",
    "The maximum-likelihood estimate of the mean",
    BISHOP,
    note="Equations 2.118 to 2.121.",
) as d:
    d.declare(S, assume="positive definite")
    d.define(
        L,
        -m * log(Determinant(S)) / 2
        - Sum(Sum(Sum((X[k, i] - mu[i]) * S.I[i, j] * (X[k, j] - mu[j]), (j, 1, n)), (i, 1, n)), (k, 1, m))
        / 2,
    )
    d.begin(grad(L, mu))
    d.equals(S.I * (X.T * rows - m * mu))
    d.define(nu, X.T * rows / m)
    d.begin(S.I * (X.T * rows - m * nu), chain="it vanishes at the mean of the sample")
    d.equals(S.I * (X.T * rows - X.T * rows))
    d.equals(0)


with derivation(
    "library.gaussians.covariance-estimate",
    "The maximum-likelihood estimate of the covariance",
    ANDERSON,
    note="W is the scatter matrix: the sum of the outer products of all deviations from the mean.",
) as d:
    d.declare(S, W, assume="positive definite")
    d.begin(grad(-m * log(Determinant(S)) / 2 - Trace(S.I * W) / 2, S))
    d.equals(-m * S.I / 2 + S.I * W * S.I / 2)
    d.equals(S.I * (W - m * S) * S.I / 2, because="factor out")
    d.claim((W / m).I * (W - m * (W / m)) * (W / m).I / 2, 0, because="it vanishes at W/m")


with derivation(
    "library.gaussians.precision-estimate",
    "The same by the precision",
    ANDERSON,
) as d:
    d.declare(P, W, assume="positive definite")
    d.begin(grad(m * log(Determinant(P)) / 2 - Trace(P * W) / 2, P))
    d.equals((m * P.I - W) / 2)
    d.claim(m * (m * W.I).I - W, 0, because="it vanishes where the precision is m times the inverse scatter")


with derivation(
    "library.gaussians.scatter",
    "The scatter matrix about the mean",
    BISHOP,
    note="Equation 2.122.",
) as d:
    d.define(mu, X.T * rows / m)
    d.begin((X - rows * mu.T).T * (X - rows * mu.T))
    d.equals(X.T * X - X.T * rows * mu.T - mu * rows.T * X + m * mu * mu.T, because="multiply out")
    d.equals(X.T * X - m * mu * mu.T - m * mu * mu.T + m * mu * mu.T, because="definition of the mean")
    d.equals(X.T * X - m * mu * mu.T)


with derivation(
    "library.gaussians.affine-covariance",
    "How a sample covariance changes under a linear map",
    COOKBOOK,
) as d:
    A = MatrixSymbol("A", n, n)
    d.begin((X * A.T).T * (X * A.T) / m)
    d.equals(A * X.T * X * A.T / m, because="transpose of a product")
    d.equals(A * (X.T * X / m) * A.T)


with derivation(
    "library.gaussians.product-of-densities",
    "The exponent of a product of two Gaussians: precisions add up",
    COOKBOOK,
    note="Section 8.1.",
) as d:
    d.declare(P, R, assume="positive definite")
    d.define(nu, (P + R).I * (P * mu + R * b))
    d.begin((x - mu).T * P * (x - mu) + (x - b).T * R * (x - b))
    d.equals(
        x.T * (P + R) * x - 2 * x.T * (P * mu + R * b) + mu.T * P * mu + b.T * R * b,
        because="multiply out; both are symmetric",
    )
    d.equals(
        x.T * (P + R) * x - 2 * x.T * (P + R) * nu + mu.T * P * mu + b.T * R * b, because="definition of nu"
    )
    d.equals(
        (x - nu).T * (P + R) * (x - nu) - nu.T * (P + R) * nu + mu.T * P * mu + b.T * R * b,
        because="complete the square",
    )


with derivation(
    "library.gaussians.kl",
    "The divergence between two Gaussians from its parts, and its gradients",
    COVER,
    note="mu, S belong to the first, nu, R to the second.",
) as d:
    d.declare(S, R, assume="positive definite")
    d.define(
        KL,
        (Trace(R.I * S) - n + (nu - mu).T * R.I * (nu - mu) + log(Determinant(R)) - log(Determinant(S))) / 2,
    )
    d.claim(grad(KL, mu), R.I * (mu - nu))
    d.claim(grad(KL, nu), R.I * (nu - mu))
    d.begin(grad(KL, S))
    d.equals((R.I - S.I) / 2, because="gradients of a trace and of a log-determinant")


with derivation(
    "library.gaussians.kl-of-equals", "The divergence of a Gaussian from itself is 0", COVER
) as d:
    d.declare(S, assume="positive definite")
    d.begin(
        (Trace(S.I * S) - n + (mu - mu).T * S.I * (mu - mu) + log(Determinant(S)) - log(Determinant(S))) / 2
    )
    d.equals((Trace(Identity(n)) - n) / 2)
    d.equals(0)


with derivation(
    "library.gaussians.kl-standard",
    "The divergence of a diagonal Gaussian from the standard one, and its gradients",
    KINGMA,
    note="lv are the logarithms of the variances.",
) as d:
    d.define(KL, -Sum(1 + lv[k] - mu[k] ** 2 - exp(lv[k]), (k, 1, n)) / 2)
    d.begin(KL)
    d.equals(
        (Sum(exp(lv[k]), (k, 1, n)) - n + mu.T * mu - Sum(lv[k], (k, 1, n))) / 2,
        because="trace, dimension, means, log-determinant",
    )
    d.claim(grad(KL, mu), mu)
    d.claim(D(KL, lv[j]), (exp(lv[j]) - 1) / 2)


with derivation(
    "library.gaussians.entropy",
    "The entropy of a Gaussian: what scaling does to it, and its gradient",
    COVER,
    note="Theorem 8.4.1.",
) as d:
    c, H = symbols("c", positive=True), symbols("H", real=True)
    d.declare(S, assume="positive definite")
    d.define(H, n * (1 + log(2 * pi)) / 2 + log(Determinant(S)) / 2)
    d.claim(grad(H, S), S.I / 2)
    d.begin(n * (1 + log(2 * pi)) / 2 + log(Determinant(c**2 * S)) / 2)
    d.equals(H + n * log(c), because="the determinant of a multiple")


with derivation(
    "library.gaussians.conditioning-exponent",
    "Conditioning: the joint exponent splits into that of one part and that of the other given it",
    BISHOP,
    note="Equations 2.73 and 2.75, in terms of the blocks of the precision. x and y are deviations from means.",
) as d:
    A, B, C = MatrixSymbol("A", n, n), MatrixSymbol("B", n, m), MatrixSymbol("C", m, m)
    y, q = vector("y", m), vector("q", n)
    d.declare(A, C, assume="positive definite")
    d.define(q, -A.I * B * y)
    d.begin(x.T * A * x + 2 * x.T * B * y + y.T * C * y)
    d.equals(
        (x + A.I * B * y).T * A * (x + A.I * B * y) - y.T * B.T * A.I * B * y + y.T * C * y,
        because="complete the square in x",
    )
    d.equals(
        (x - q).T * A * (x - q) + y.T * (C - B.T * A.I * B) * y,
        because="the conditional mean is q, the conditional precision A",
    )


with derivation(
    "library.gaussians.conditioning",
    "Conditional mean and covariance: the same in blocks of the precision and of the covariance",
    BISHOP,
    note="Equation 2.75, and section 2.3.1 for the blocks of the covariance. The blocks of the precision follow from those of the covariance.",
) as d:
    A, B, C = MatrixSymbol("A", n, n), MatrixSymbol("B", n, m), MatrixSymbol("C", m, m)
    T, U = MatrixSymbol("T", n, n), MatrixSymbol("U", n, m)
    y = vector("y", m)
    d.declare(A, C, assume="positive definite")
    d.define(T, (A - B * C.I * B.T).I)
    d.define(U, -(A - B * C.I * B.T).I * B * C.I)
    d.begin(A * T + B * U.T, chain="the blocks are those of an inverse")
    d.equals((A - B * C.I * B.T) * (A - B * C.I * B.T).I)
    d.equals(Identity(n))
    d.claim(T.I, A - B * C.I * B.T, because="conditional covariance")
    d.begin(-T.I * U * y, chain="conditional mean")
    d.equals((A - B * C.I * B.T) * (A - B * C.I * B.T).I * B * C.I * y)
    d.equals(B * C.I * y, because="an inverse cancels")


with derivation(
    "library.gaussians.linear-model",
    "The posterior of a linear Gaussian model: precision and mean",
    BISHOP,
    note="Equations 2.116 and 2.117, with a prior mean of 0.",
) as d:
    A, y = MatrixSymbol("A", m, n), vector("y", m)
    N = MatrixSymbol("N", m, m)
    d.declare(S, N, assume="positive definite")
    d.define(J, (y - A * x).T * N.I * (y - A * x) / 2 + x.T * S.I * x / 2)
    d.begin(grad(J, x))
    d.equals(-A.T * N.I * (y - A * x) + S.I * x)
    d.equals((S.I + A.T * N.I * A) * x - A.T * N.I * y)
    d.claim(jacobian(grad(J, x), x), S.I + A.T * N.I * A, because="the posterior precision")
    d.claim(
        (S.I + A.T * N.I * A) * ((S.I + A.T * N.I * A).I * A.T * N.I * y) - A.T * N.I * y,
        0,
        because="the posterior mean",
    )


with derivation(
    "library.gaussians.process-regression",
    "Regression with a Gaussian process: weights and functions give the same mean",
    RASMUSSEN,
    note="Section 2.1.2; F has the features of the examples as rows.",
) as d:
    F, y, f = MatrixSymbol("F", m, n), vector("y", m), vector("f", n)
    s = symbols("s", positive=True)
    d.declare(S, assume="positive definite")
    d.begin((S.I + F.T * F / s) * S * F.T, chain="without inverses")
    d.equals(F.T + F.T * F * S * F.T / s)
    d.equals(F.T * (s * Identity(m) + F * S * F.T) / s)
    d.claim(
        (S.I + F.T * F / s).I * F.T * y / s,
        S * F.T * (F * S * F.T + s * Identity(m)).I * y,
        because="multiply by both inverses",
    )


with derivation(
    "library.gaussians.marginal-likelihood",
    "The gradient of the marginal likelihood of a Gaussian process by a parameter of its covariance",
    RASMUSSEN,
    note="Section 5.4.1.",
) as d:
    t, y, a = symbols("t", real=True), vector("y", n), vector("a", n)
    d.declare(S, R, assume="symmetric")
    d.begin(D(-y.T * (S + t * R).I * y / 2 - log(Determinant(S + t * R)) / 2, t))
    d.equals(y.T * (S + t * R).I * R * (S + t * R).I * y / 2 - Trace((S + t * R).I * R) / 2)
    d.equals(
        Trace((((S + t * R).I * y) * ((S + t * R).I * y).T - (S + t * R).I) * R) / 2,
        because="a quadratic form as a trace",
    )
