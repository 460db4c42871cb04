"""Principal components and their kin: Lagrange conditions, variance explained, reconstruction."""

from sympy import Eq, Identity, MatrixSymbol, Sum, Trace, symbols

from verify_derivations import D, Source, derivation, grad, norm, vector

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, section 12.1")
PEARSON = Source(
    "Pearson 1901",
    "On lines and planes of closest fit to systems of points in space",
    "Philosophical Magazine 2",
)
TIPPING = Source(
    "Tipping, Bishop 1999",
    "Probabilistic principal component analysis",
    "Journal of the Royal Statistical Society B 61",
)
FISHER = Source(
    "Fisher 1936", "The use of multiple measurements in taxonomic problems", "Annals of Eugenics 7"
)
LLOYD = Source(
    "Lloyd 1982", "Least squares quantization in PCM", "IEEE Transactions on Information Theory 28"
)
GOLUB = Source("Golub, Van Loan 2013", "Matrix Computations", "Johns Hopkins, fourth edition")

m, n, r = symbols("m n r", integer=True, positive=True)
i, j, k, s = symbols("i j k s", integer=True)
lam, mu, c, J, L = symbols("lambda mu c J L", real=True)
S = MatrixSymbol("S", n, n)
u, v, x = vector("u", n), vector("v", n), vector("x", n)
X, W = MatrixSymbol("X", m, n), MatrixSymbol("W", n, r)


with derivation(
    "library.pca.variance-of-a-projection",
    "The variance of projected data is a quadratic form",
    BISHOP,
    note="Equations 12.2 and 12.3, for centred data.",
) as d:
    d.begin(Sum((X * u)[i] ** 2, (i, 1, m)) / m)
    d.equals((X * u).T * (X * u) / m)
    d.equals(u.T * (X.T * X / m) * u, because="transpose of a product")


with derivation(
    "library.pca.lagrange",
    "The first principal component by a Lagrange multiplier",
    BISHOP,
    note="Equations 12.4 to 12.6.",
) as d:
    d.declare(S, assume="symmetric")
    d.define(L, u.T * S * u + lam * (1 - u.T * u))
    d.begin(grad(L, u))
    d.equals((S + S.T) * u - 2 * lam * u)
    d.equals(2 * (S * u - lam * u), because="S is symmetric; it vanishes for eigenvectors")
    d.claim(D(L, lam), 1 - u.T * u, because="the constraint")


with derivation(
    "library.pca.explained-variance",
    "The variance along an eigenvector is its eigenvalue",
    BISHOP,
    note="Equation 12.6.",
) as d:
    d.assume(Eq(S * u, lam * u), Eq(u.T * u, 1))
    d.begin(u.T * S * u)
    d.equals(lam * u.T * u, because="u is an eigenvector")
    d.equals(lam, because="u has length 1")


with derivation(
    "library.pca.next-component",
    "The multiplier of orthogonality to an earlier component vanishes",
    BISHOP,
    note="Exercise 12.1: v is the earlier component.",
) as d:
    d.declare(S, assume="symmetric")
    d.begin(grad(u.T * S * u + lam * (1 - u.T * u) + mu * u.T * v, u))
    d.equals(2 * S * u - 2 * lam * u + mu * v)


with derivation(
    "library.pca.reconstruction-error",
    "The error of reconstruction is the total variance without what is explained",
    PEARSON,
) as d:
    d.declare(W, assume="orthonormal columns")
    d.begin(norm(X - X * W * W.T) ** 2)
    d.equals(Trace((X - X * W * W.T).T * (X - X * W * W.T)), because="the Frobenius norm as a trace")
    d.equals(
        Trace(X.T * X) - 2 * Trace(W * W.T * X.T * X) + Trace(W * W.T * X.T * X * W * W.T),
        because="multiply out; a trace is cyclic",
    )
    d.equals(Trace(X.T * X) - Trace(W.T * X.T * X * W), because="the columns of W are orthonormal")
    d.equals(norm(X) ** 2 - norm(X * W) ** 2)


with derivation(
    "library.pca.projection",
    "The projection on orthonormal components: idempotent, of trace r",
    BISHOP,
) as d:
    d.declare(W, assume="orthonormal columns")
    d.begin((W * W.T) * (W * W.T))
    d.equals(W * (W.T * W) * W.T)
    d.equals(W * W.T, because="the columns of W are orthonormal")
    d.begin(Trace(W * W.T), chain="trace")
    d.equals(Trace(W.T * W), because="a trace is cyclic")
    d.equals(r)


with derivation(
    "library.pca.best-coordinates",
    "The best coordinates of a point on given components",
    BISHOP,
    note="Equations 12.12 and 12.13.",
) as d:
    z = vector("z", r)
    d.declare(W, assume="orthonormal columns")
    d.begin(grad((x - W * z).T * (x - W * z) / 2, z))
    d.equals(-W.T * (x - W * z))
    d.equals(W.T * W * z - W.T * x)
    d.equals(z - W.T * x, because="the columns of W are orthonormal")


with derivation(
    "library.pca.kernel",
    "Eigenvectors of the Gram matrix give those of the covariance",
    BISHOP,
    note="Equations 12.28 to 12.30.",
) as d:
    a = vector("a", m)
    d.begin(X.T * X * (X.T * a) / m - lam * (X.T * a))
    d.equals(X.T * (X * X.T * a) / m - lam * X.T * a, because="products are associative")
    d.equals(
        X.T * (X * X.T * a / m - lam * a), because="it vanishes where a is an eigenvector of the Gram matrix"
    )


with derivation(
    "library.pca.probabilistic",
    "Probabilistic principal components: the posterior of the coordinates in two forms",
    TIPPING,
    note="Equations 12.41 and 12.42 of Bishop 2006.",
) as d:
    t = symbols("t", positive=True)
    d.begin((W.T * W + t * Identity(r)) * W.T, chain="without inverses")
    d.equals(W.T * (W * W.T + t * Identity(n)))
    d.claim(
        (W.T * W + t * Identity(r)).I * W.T * x,
        W.T * (W * W.T + t * Identity(n)).I * x,
        because="multiply by both inverses",
    )


with derivation(
    "library.pca.fisher-discriminant",
    "The gradient of the Fisher criterion",
    FISHER,
    note="Section 4.1.4 of Bishop 2006; B is the scatter between classes, S that within.",
) as d:
    B = MatrixSymbol("B", n, n)
    d.declare(B, S, assume="symmetric")
    d.begin(grad(u.T * B * u / (u.T * S * u), u))
    d.equals(
        2 * B * u / (u.T * S * u) - 2 * (u.T * B * u) * S * u / (u.T * S * u) ** 2, because="quotient rule"
    )
    d.equals(
        2 * ((u.T * S * u) * B * u - (u.T * B * u) * S * u) / (u.T * S * u) ** 2, because="common denominator"
    )


with derivation(
    "library.pca.k-means",
    "The centre of a cluster is the mean of its members",
    LLOYD,
    note="Section 9.1 of Bishop 2006; rho says how much each point belongs to the cluster.",
) as d:
    rho, g = vector("rho", m), vector("g", n)
    d.declare(rho, domain="positive")
    d.begin(D(Sum(rho[s] * Sum((X[s, k] - g[k]) ** 2, (k, 1, n)), (s, 1, m)), g[j]))
    d.equals(-2 * Sum(rho[s] * (X[s, j] - g[j]), (s, 1, m)))
    d.equals(2 * g[j] * Sum(rho[s], (s, 1, m)) - 2 * Sum(rho[s] * X[s, j], (s, 1, m)))
    q = Sum(rho[s] * X[s, j], (s, 1, m)) / Sum(rho[s], (s, 1, m))
    d.begin(2 * q * Sum(rho[s], (s, 1, m)) - 2 * Sum(rho[s] * X[s, j], (s, 1, m)), chain="at the mean")
    d.equals(2 * Sum(rho[s] * X[s, j], (s, 1, m)) - 2 * Sum(rho[s] * X[s, j], (s, 1, m)))
    d.equals(0)


with derivation(
    "library.pca.pairwise-distances",
    "The sum of squared distances of all pairs is 2 n times the sum of squares about the mean",
    PEARSON,
) as d:
    d.begin(Sum(Sum((x[i] - x[j]) ** 2, (j, 1, n)), (i, 1, n)))
    d.equals(2 * n * Sum(x[i] ** 2, (i, 1, n)) - 2 * Sum(x[i], (i, 1, n)) ** 2, because="multiply out")
    d.equals(2 * n * Sum((x[i] - Sum(x[k], (k, 1, n)) / n) ** 2, (i, 1, n)))


with derivation("library.pca.gram-distances", "Squared distances from inner products", PEARSON) as d:
    d.begin(Sum((X[i, k] - X[j, k]) ** 2, (k, 1, n)))
    d.equals(Sum(X[i, k] ** 2 - 2 * X[i, k] * X[j, k] + X[j, k] ** 2, (k, 1, n)), because="binomial formula")
    d.equals((X * X.T)[i, i] - 2 * (X * X.T)[i, j] + (X * X.T)[j, j])


with derivation(
    "library.pca.householder",
    "A reflection of Householder is symmetric and its own inverse",
    GOLUB,
    note="Section 5.1.",
) as d:
    d.begin((Identity(n) - 2 * u * u.T / (u.T * u)) * (Identity(n) - 2 * u * u.T / (u.T * u)))
    d.equals(
        Identity(n) - 4 * u * u.T / (u.T * u) + 4 * u * (u.T * u) * u.T / (u.T * u) ** 2,
        because="multiply out",
    )
    d.equals(Identity(n), because="a number cancels")
    d.claim((Identity(n) - 2 * u * u.T / (u.T * u)).T, Identity(n) - 2 * u * u.T / (u.T * u))


with derivation(
    "library.pca.eigenvalue-perturbation",
    "The first-order change of an eigenvalue",
    GOLUB,
    note="(S + H)(v + w) = (lambda + mu)(v + w), to first order: H v + S w - lambda w = mu v.",
) as d:
    H, w = MatrixSymbol("H", n, n), vector("w", n)
    d.declare(S, assume="symmetric")
    d.assume(Eq(S * v, lam * v), Eq(v.T * v, 1))
    d.begin(v.T * (H * v + S * w - lam * w), chain="the equation of first order, times the eigenvector")
    d.equals(v.T * H * v + v.T * S * w - lam * v.T * w, because="multiply out")
    d.equals(v.T * H * v, because="S is symmetric and v an eigenvector")
    d.claim(v.T * (mu * v), mu, because="the other side of the equation, as v has length 1")
