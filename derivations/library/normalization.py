"""Batch, layer, group-wise and root-mean-square normalization: forward identities and backward passes."""

from sympy import Identity, IndexedBase, KroneckerDelta, MatrixSymbol, OneMatrix, Sum, sqrt, symbols

from verify_derivations import D, Source, derivation, grad, hadamard, jacobian, norm, outer, vector

IOFFE = Source(
    "Ioffe, Szegedy 2015",
    "Batch normalization: accelerating deep network training by reducing internal covariate shift",
    "arXiv:1502.03167, section 3",
)
BA = Source("Ba, Kiros, Hinton 2016", "Layer normalization", "arXiv:1607.06450, section 3")
ZHANG = Source("Zhang, Sennrich 2019", "Root mean square layer normalization", "arXiv:1910.07467, section 4")
SALIMANS = Source(
    "Salimans, Kingma 2016",
    "Weight normalization: a simple reparameterization to accelerate training of deep neural networks",
    "arXiv:1602.07868",
)

m, n = symbols("m n", integer=True, positive=True)
i, j, k, s = symbols("i j k s", integer=True)
eps = symbols("epsilon", positive=True)
c, mu, v, L = symbols("c mu v L", real=True)
x, g, y, gamma, beta, xhat = (vector(name, n) for name in ("x", "g", "y", "gamma", "beta", "xhat"))
X, G = MatrixSymbol("X", m, n), MatrixSymbol("G", m, n)
one = OneMatrix(n, 1)


with derivation(
    "library.normalization.mean-and-variance",
    "The derivatives of a mean and of a variance",
    IOFFE,
) as d:
    d.define(mu, Sum(x[k], (k, 1, n)) / n)
    d.define(v, Sum((x[k] - mu) ** 2, (k, 1, n)) / n)
    d.claim(D(mu, x[j]), 1 / n)
    d.begin(v, chain="two forms of a variance")
    d.equals(Sum(x[k] ** 2, (k, 1, n)) / n - 2 * mu * Sum(x[k], (k, 1, n)) / n + mu**2)
    d.equals(Sum(x[k] ** 2, (k, 1, n)) / n - mu**2, because="definition of the mean")
    d.begin(D(v, x[j]), chain="slope of the variance")
    d.equals(2 * (x[j] - mu) / n - 2 / n**2 * Sum(x[k] - mu, (k, 1, n)), because="chain rule")
    d.equals(2 * (x[j] - mu) / n, because="deviations from the mean add up to 0")


with derivation(
    "library.normalization.layer-forward",
    "What is normalized has mean 0, and a variance just below 1",
    BA,
    note="Section 3, with a small number under the root.",
) as d:
    d.define(mu, Sum(x[k], (k, 1, n)) / n)
    d.define(v, Sum((x[k] - mu) ** 2, (k, 1, n)) / n)
    d.define(xhat, (x - mu * one) / sqrt(v + eps))
    d.begin(Sum(xhat[k], (k, 1, n)), chain="mean")
    d.equals((Sum(x[k], (k, 1, n)) - n * mu) / sqrt(v + eps))
    d.equals(0, because="definition of the mean")
    d.begin(Sum(xhat[k] ** 2, (k, 1, n)) / n, chain="variance")
    d.equals(v / (v + eps))
    d.equals(1 - eps / (v + eps))


with derivation(
    "library.normalization.layer-backward",
    "The backward pass of layer normalization",
    BA,
    note="g is the gradient of the loss by the normalized values.",
) as d:
    d.define(mu, Sum(x[k], (k, 1, n)) / n)
    d.define(v, Sum((x[k] - mu) ** 2, (k, 1, n)) / n)
    d.define(xhat, (x - mu * one) / sqrt(v + eps))
    d.begin(D(xhat[i], x[j]), chain="Jacobian")
    d.equals(
        (KroneckerDelta(i, j) - 1 / n) / sqrt(v + eps)
        - (x[i] - mu) / (2 * (v + eps) * sqrt(v + eps)) * (2 * (x[j] - mu) / n),
        because="quotient rule, and the slopes of mean and variance",
    )
    d.equals((KroneckerDelta(i, j) - 1 / n - xhat[i] * xhat[j] / n) / sqrt(v + eps))
    d.begin(grad(g.T * xhat, x), chain="backward")
    d.equals((g - one * (one.T * g) / n - xhat * (xhat.T * g) / n) / sqrt(v + eps))


with derivation(
    "library.normalization.layer-scale-and-shift",
    "The gradients of layer normalization by its gains and biases",
    BA,
    note="Section 3.",
) as d:
    d.define(L, g.T * (hadamard(gamma, y) + beta))
    d.claim(grad(L, gamma), hadamard(g, y))
    d.claim(grad(L, beta), g)
    d.claim(grad(L, y), hadamard(g, gamma), because="what is handed to the normalization")


with derivation(
    "library.normalization.layer-invariance",
    "Layer normalization does not see a shift, nor (without a number under the root) a scale",
    BA,
    note="Section 5.1.",
) as d:
    w = symbols("w", positive=True)
    d.define(mu, Sum(x[k], (k, 1, n)) / n)
    d.define(v, Sum((x[k] - mu) ** 2, (k, 1, n)) / n)
    d.claim(Sum(x[k] + c, (k, 1, n)) / n, mu + c, because="the mean moves along")
    d.claim(x[i] + c - (mu + c), x[i] - mu, because="so deviations stay")
    d.claim(Sum((w * x[k] - w * mu) ** 2, (k, 1, n)) / n, w**2 * v, because="the variance scales")
    d.claim((w * x[i] - w * mu) / sqrt(w**2 * v), (x[i] - mu) / sqrt(v), because="so the scale cancels")


with derivation(
    "library.normalization.rms-forward",
    "The normalized vector has mean square just below 1",
    ZHANG,
    note="Section 4, with a small number under the root.",
) as d:
    d.define(v, Sum(x[k] ** 2, (k, 1, n)) / n)
    d.begin(Sum((x[k] / sqrt(v + eps)) ** 2, (k, 1, n)) / n)
    d.equals(Sum(x[k] ** 2, (k, 1, n)) / n / (v + eps), because="factor out")
    d.equals(v / (v + eps))


with derivation(
    "library.normalization.rms-backward",
    "The backward pass of root-mean-square normalization",
    ZHANG,
) as d:
    d.define(v, Sum(x[k] ** 2, (k, 1, n)) / n)
    d.define(xhat, x / sqrt(v + eps))
    d.claim(D(v, x[j]), 2 * x[j] / n)
    d.begin(D(xhat[i], x[j]), chain="Jacobian")
    d.equals(
        KroneckerDelta(i, j) / sqrt(v + eps) - x[i] / (2 * (v + eps) * sqrt(v + eps)) * (2 * x[j] / n),
        because="quotient rule",
    )
    d.equals((KroneckerDelta(i, j) - xhat[i] * xhat[j] / n) / sqrt(v + eps))
    d.begin(grad(g.T * xhat, x), chain="backward")
    d.equals((g - xhat * (xhat.T * g) / n) / sqrt(v + eps))


with derivation(
    "library.normalization.batch-backward",
    "The backward pass of batch normalization, feature by feature",
    IOFFE,
    note="Rows are examples; G is the gradient of the loss by the normalized values.",
) as d:
    M, V, H = IndexedBase("M", shape=(n,)), IndexedBase("V", shape=(n,)), IndexedBase("H", shape=(m, n))
    d.define(M[j], Sum(X[s, j], (s, 1, m)) / m)
    d.define(V[j], Sum((X[s, j] - M[j]) ** 2, (s, 1, m)) / m)
    d.define(H[i, j], (X[i, j] - M[j]) / sqrt(V[j] + eps))
    d.define(L, Sum(Sum(G[s, k] * H[s, k], (k, 1, n)), (s, 1, m)))
    d.claim(Sum(H[s, j], (s, 1, m)), 0, because="every feature is centred")
    d.begin(D(L, X[i, j]))
    d.equals(
        (G[i, j] - Sum(G[s, j], (s, 1, m)) / m - H[i, j] * Sum(G[s, j] * H[s, j], (s, 1, m)) / m)
        / sqrt(V[j] + eps),
    )
    d.equals(
        (m * G[i, j] - Sum(G[s, j], (s, 1, m)) - H[i, j] * Sum(G[s, j] * H[s, j], (s, 1, m)))
        / (m * sqrt(V[j] + eps)),
        because="factor out 1/m",
    )


with derivation(
    "library.normalization.batch-intermediate",
    "The gradients of batch normalization by variance and mean, as the paper lists them",
    IOFFE,
    note="One feature x over n examples; g is the gradient by the normalized values.",
) as d:
    d.begin(D(Sum(g[k] * (x[k] - mu) / sqrt(v + eps), (k, 1, n)), v), chain="variance")
    d.equals(-Sum(g[k] * (x[k] - mu), (k, 1, n)) / (2 * (v + eps) * sqrt(v + eps)))
    d.begin(D(Sum(g[k] * (x[k] - mu) / sqrt(v + eps), (k, 1, n)), mu), chain="mean")
    d.equals(-Sum(g[k], (k, 1, n)) / sqrt(v + eps))
    d.claim(
        D(Sum((x[k] - mu) ** 2, (k, 1, n)) / n, mu),
        -2 * Sum(x[k] - mu, (k, 1, n)) / n,
        because="how the variance depends on the mean",
    )


with derivation(
    "library.normalization.batch-scale-and-shift",
    "The gradients of batch normalization by its scale and shift",
    IOFFE,
) as d:
    d.define(L, Sum(Sum(G[s, k] * (gamma[k] * X[s, k] + beta[k]), (k, 1, n)), (s, 1, m)))
    d.claim(D(L, gamma[j]), Sum(G[s, j] * X[s, j], (s, 1, m)))
    d.claim(D(L, beta[j]), Sum(G[s, j], (s, 1, m)))


with derivation(
    "library.normalization.unit-vector",
    "The Jacobian of a normalized vector is a projection off that vector",
    SALIMANS,
) as d:
    d.begin(jacobian(x / norm(x), x) * norm(x))
    d.equals(Identity(n) - outer(x, x) / norm(x) ** 2)
    d.begin((Identity(n) - outer(x, x) / norm(x) ** 2) * x, chain="it annihilates x")
    d.equals(x - x * (x.T * x) / norm(x) ** 2)
    d.equals(0)


with derivation(
    "library.normalization.weight-normalization",
    "The gradients of weight normalization by length and direction",
    SALIMANS,
    note="Section 2.1.",
) as d:
    r = symbols("r", real=True)
    d.define(L, g.T * (r * x / norm(x)))
    d.claim(D(L, r), g.T * x / norm(x))
    d.begin(grad(L, x))
    d.equals(r / norm(x) * g - r * (g.T * x) / norm(x) ** 3 * x)
    d.equals(r / norm(x) * g - r / norm(x) ** 2 * (g.T * x / norm(x)) * x, because="in terms of the former")


with derivation(
    "library.normalization.cosine-similarity",
    "The gradient of the cosine similarity",
    SALIMANS,
) as d:
    C = symbols("C", real=True)
    d.define(C, x.T * y / (norm(x) * norm(y)))
    d.begin(grad(C, x))
    d.equals(y / (norm(x) * norm(y)) - (x.T * y) * x / (norm(x) ** 3 * norm(y)), because="quotient rule")
    d.equals(y / (norm(x) * norm(y)) - C * x / norm(x) ** 2)
