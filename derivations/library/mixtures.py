"""Mixtures and the EM algorithm: responsibilities, the steps of maximization, and why they work."""

from sympy import IndexedBase, MatrixSymbol, Sum, exp, log, pi, symbols

from verify_derivations import D, Source, derivation, softmax, vector

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, sections 9.2 to 9.4")
DEMPSTER = Source(
    "Dempster, Laird, Rubin 1977",
    "Maximum likelihood from incomplete data via the EM algorithm",
    "Journal of the Royal Statistical Society B 39",
)
NEAL = Source(
    "Neal, Hinton 1998",
    "A view of the EM algorithm that justifies incremental, sparse, and other variants",
    "Learning in Graphical Models, Kluwer",
)

m, n, K = symbols("m n K", integer=True, positive=True)
i, j, k, l, a, s, e = symbols("i j k l a s e", integer=True)
L, lam, F = symbols("L lambda F", real=True)
X, M, R, P = (
    MatrixSymbol("X", m, n),
    MatrixSymbol("M", K, n),
    MatrixSymbol("R", m, K),
    MatrixSymbol("P", m, K),
)
w = vector("w", K)
N = IndexedBase("N", shape=(K,))


with derivation(
    "library.mixtures.responsibilities",
    "Responsibilities are probabilities for each example",
    BISHOP,
    note="Equation 9.13; P[i, k] is the density of example i under component k.",
) as d:
    d.declare(w, P, domain="positive")
    d.define(R[i, k], w[k] * P[i, k] / Sum(w[l] * P[i, l], (l, 1, K)))
    d.begin(Sum(R[i, k], (k, 1, K)))
    d.equals(Sum(w[k] * P[i, k], (k, 1, K)) / Sum(w[l] * P[i, l], (l, 1, K)), because="factor out")
    d.equals(1)


with derivation(
    "library.mixtures.responsibilities-as-softmax",
    "Responsibilities are a softmax of log-densities",
    BISHOP,
) as d:
    A = MatrixSymbol("A", m, K)
    d.declare(w, domain="positive")
    d.begin(w[k] * exp(A[i, k]) / Sum(w[l] * exp(A[i, l]), (l, 1, K)))
    d.equals(exp(A[i, k] + log(w[k])) / Sum(exp(A[i, l] + log(w[l])), (l, 1, K)), because="w = exp(log w)")


with derivation(
    "library.mixtures.gradient-by-means",
    "The gradient of the log-likelihood by the means of spherical components: responsibilities appear",
    BISHOP,
    note="Equation 9.16 with unit covariances.",
) as d:
    d.declare(w, domain="positive")
    d.define(P[i, k], exp(-Sum((X[i, a] - M[k, a]) ** 2, (a, 1, n)) / 2))
    d.define(R[i, k], w[k] * P[i, k] / Sum(w[l] * P[i, l], (l, 1, K)))
    d.define(L, Sum(log(Sum(w[l] * P[i, l], (l, 1, K))), (i, 1, m)))
    d.begin(D(L, M[j, e]))
    d.equals(
        Sum(
            w[j]
            * exp(-Sum((X[i, a] - M[j, a]) ** 2, (a, 1, n)) / 2)
            / Sum(w[l] * P[i, l], (l, 1, K))
            * (X[i, e] - M[j, e]),
            (i, 1, m),
        ),
        because="chain rule; only one component depends on its mean",
    )
    d.equals(Sum(R[i, j] * (X[i, e] - M[j, e]), (i, 1, m)), because="definition")


with derivation(
    "library.mixtures.means",
    "The means that maximize: weighted means of the data",
    BISHOP,
    note="Equations 9.17 and 9.18.",
) as d:
    d.declare(R, domain="positive")
    d.define(N[k], Sum(R[i, k], (i, 1, m)))
    d.define(M[k, e], Sum(R[s, k] * X[s, e], (s, 1, m)) / N[k])
    d.begin(Sum(R[i, k] * (X[i, e] - M[k, e]), (i, 1, m)))
    d.equals(Sum(R[i, k] * X[i, e], (i, 1, m)) - M[k, e] * N[k], because="definition of N")
    d.equals(0, because="definition of M")


with derivation(
    "library.mixtures.variances",
    "The variances that maximize",
    BISHOP,
    note="Equation 9.19 for one dimension.",
) as d:
    x, rho = vector("x", m), vector("rho", m)
    g, v, q = symbols("g", real=True), symbols("v", positive=True), symbols("q", real=True)
    d.declare(rho, domain="positive")
    d.begin(D(Sum(rho[i] * (-log(2 * pi * v) / 2 - (x[i] - g) ** 2 / (2 * v)), (i, 1, m)), v))
    d.equals(-Sum(rho[i], (i, 1, m)) / (2 * v) + Sum(rho[i] * (x[i] - g) ** 2, (i, 1, m)) / (2 * v**2))
    d.equals(
        (Sum(rho[i] * (x[i] - g) ** 2, (i, 1, m)) - v * Sum(rho[i], (i, 1, m))) / (2 * v**2),
        because="common denominator",
    )
    d.claim(
        Sum(rho[i] * (x[i] - g) ** 2, (i, 1, m))
        - Sum(rho[i] * (x[i] - g) ** 2, (i, 1, m)) / Sum(rho[i], (i, 1, m)) * Sum(rho[i], (i, 1, m)),
        0,
        because="it vanishes at the weighted variance",
    )


with derivation(
    "library.mixtures.weights",
    "The mixing weights that maximize, by a Lagrange multiplier",
    BISHOP,
    note="Equations 9.20 to 9.22.",
) as d:
    d.declare(R, assume="simplex rows")
    d.declare(w, domain="positive")
    d.begin(
        D(Sum(Sum(R[i, k] * log(w[k]), (k, 1, K)), (i, 1, m)) + lam * (Sum(w[k], (k, 1, K)) - 1), w[j]),
        chain="Lagrange",
    )
    d.equals(Sum(R[i, j], (i, 1, m)) / w[j] + lam)
    d.begin(Sum(Sum(R[i, j], (i, 1, m)), (j, 1, K)), chain="the multiplier is -m")
    d.equals(Sum(Sum(R[i, j], (j, 1, K)), (i, 1, m)), because="finite sums commute")
    d.equals(Sum(1, (i, 1, m)), because="responsibilities add up to 1")
    d.equals(m)
    d.begin(Sum(Sum(R[i, j], (i, 1, m)) / m, (j, 1, K)), chain="weights add up to 1")
    d.equals(1)


with derivation(
    "library.mixtures.weights-by-logits",
    "The gradient by the logits of the mixing weights: responsibilities minus weights",
    BISHOP,
) as d:
    z = vector("z", K)
    d.declare(P, domain="positive")
    d.define(w, softmax(z))
    d.define(R[i, k], w[k] * P[i, k] / Sum(w[l] * P[i, l], (l, 1, K)))
    d.begin(D(Sum(log(Sum(w[l] * P[i, l], (l, 1, K))), (i, 1, m)), z[j]))
    d.equals(Sum(R[i, j] - w[j], (i, 1, m)))
    d.equals(Sum(R[i, j], (i, 1, m)) - m * w[j])


with derivation(
    "library.mixtures.free-energy",
    "The bound that EM raises: the log-likelihood without a divergence",
    NEAL,
    note="Equations 9.70 to 9.72 of Bishop 2006; p[k] is the joint density with component k.",
) as d:
    p, q = vector("p", K), vector("q", K)
    Z = symbols("Z", positive=True)
    d.declare(q, assume="simplex rows", domain="positive")
    d.declare(p, domain="positive")
    d.begin(Sum(q[k] * log(p[k] / q[k]), (k, 1, K)))
    d.equals(Sum(q[k] * (log(Z) + log(p[k] / Z / q[k])), (k, 1, K)), because="p = Z (p/Z)")
    d.equals(
        log(Z) * Sum(q[k], (k, 1, K)) - Sum(q[k] * log(q[k] / (p[k] / Z)), (k, 1, K)),
        because="logarithm of a quotient",
    )
    d.equals(log(Z) - Sum(q[k] * log(q[k] / (p[k] / Z)), (k, 1, K)), because="q adds up to 1")


with derivation(
    "library.mixtures.bound-is-tight",
    "At the responsibilities the bound equals the log-likelihood",
    DEMPSTER,
) as d:
    p = vector("p", K)
    d.declare(p, domain="positive")
    d.begin(Sum(p[k] / Sum(p[l], (l, 1, K)) * log(p[k] / (p[k] / Sum(p[l], (l, 1, K)))), (k, 1, K)))
    d.equals(Sum(p[k] / Sum(p[l], (l, 1, K)) * log(Sum(p[l], (l, 1, K))), (k, 1, K)), because="p cancels")
    d.equals(log(Sum(p[l], (l, 1, K))))
