"""The softmax: its Jacobian, its losses with their gradients and Hessians, for any number of classes."""

from sympy import Function, IndexedBase, KroneckerDelta, MatrixSymbol, OneMatrix, Sum, exp, log, symbols

from verify_derivations import (
    D,
    Source,
    derivation,
    diag,
    elementwise,
    grad,
    hadamard,
    jacobian,
    outer,
    softmax,
    vector,
)

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, section 4.3.4")
BOYD = Source("Boyd, Vandenberghe 2004", "Convex Optimization", "Cambridge, section 3.1.5")
GOODFELLOW = Source("Goodfellow, Bengio, Courville 2016", "Deep Learning", "MIT Press, section 6.2.2.3")
WILLIAMS = Source(
    "Williams 1992",
    "Simple statistical gradient-following algorithms for connectionist reinforcement learning",
    "Machine Learning 8",
)
SUTTON = Source(
    "Sutton, Barto 2018", "Reinforcement Learning: An Introduction", "MIT Press, second edition, chapter 13"
)
HINTON = Source(
    "Hinton, Vinyals, Dean 2015", "Distilling the knowledge in a neural network", "arXiv:1503.02531"
)
SZEGEDY = Source(
    "Szegedy, Vanhoucke, Ioffe, Shlens, Wojna 2016",
    "Rethinking the Inception architecture for computer vision",
    "arXiv:1512.00567, section 7",
)
MIKOLOV = Source(
    "Mikolov, Sutskever, Chen, Corrado, Dean 2013",
    "Distributed representations of words and phrases and their compositionality",
    "arXiv:1310.4546",
)

m, n = symbols("m n", integer=True, positive=True)
i, j, k, a, r = symbols("i j k a r", integer=True)
c, E, L, Z, J, V = symbols("c E L Z J V", real=True)
T = symbols("T", positive=True)
z, p, t, q = (vector(name, n) for name in "zptq")
one = OneMatrix(n, 1)


with derivation(
    "library.softmax.jacobian", "The Jacobian of the softmax", BISHOP, note="Equation 4.106."
) as d:
    P = IndexedBase("P", shape=(n,))
    d.define(Z, Sum(exp(z[k]), (k, 1, n)))
    d.define(P[i], exp(z[i]) / Z)
    d.begin(D(P[i], z[j]), chain="entry by entry")
    d.equals(exp(z[i]) * KroneckerDelta(i, j) / Z - exp(z[i]) * exp(z[j]) / Z**2, because="quotient rule")
    d.equals(exp(z[i]) / Z * (KroneckerDelta(i, j) - exp(z[j]) / Z), because="factor out")
    d.equals(P[i] * (KroneckerDelta(i, j) - P[j]), because="definition")
    d.claim(jacobian(softmax(z), z), diag(softmax(z)) - outer(softmax(z), softmax(z)))


with derivation(
    "library.softmax.sums-to-one", "The softmax sums to one, and its Jacobian annihilates constants", BISHOP
) as d:
    d.claim(Sum(softmax(z)[k], (k, 1, n)), 1)
    d.define(p, softmax(z))
    d.begin((diag(p) - outer(p, p)) * one)
    d.equals(p - p * (p.T * one))
    d.equals(p - p, because="the entries of p add up to 1")
    d.equals(0)


with derivation("library.softmax.shift", "A constant added to all logits changes nothing", GOODFELLOW) as d:
    d.begin(softmax(z + c * one)[i])
    d.equals(exp(z[i] + c) / Sum(exp(z[k] + c), (k, 1, n)), because="definition")
    d.equals(exp(c) * exp(z[i]) / (exp(c) * Sum(exp(z[k]), (k, 1, n))), because="exp of a sum; factor out")
    d.equals(softmax(z)[i])


with derivation(
    "library.softmax.log-sum-exp",
    "The gradient and the Hessian of log-sum-exp",
    BOYD,
) as d:
    d.define(p, softmax(z))
    d.define(L, log(Sum(exp(z[k]), (k, 1, n))))
    d.begin(D(L, z[j]), chain="entry by entry")
    d.equals(exp(z[j]) / Sum(exp(z[k]), (k, 1, n)), because="chain rule")
    d.equals(p[j])
    d.claim(grad(L, z), p)
    d.claim(jacobian(grad(L, z), z), diag(p) - p * p.T)


with derivation(
    "library.softmax.log-sum-exp-convex",
    "The Hessian of log-sum-exp as a variance, which is never negative",
    BOYD,
) as d:
    v, M = vector("v", n), symbols("M", real=True)
    d.declare(p, assume="simplex rows")
    d.define(M, Sum(p[k] * v[k], (k, 1, n)))
    d.begin(v.T * (diag(p) - p * p.T) * v)
    d.equals(Sum(p[k] * v[k] ** 2, (k, 1, n)) - (p.T * v) ** 2)
    d.equals(Sum(p[k] * (v[k] - M) ** 2, (k, 1, n)), because="a variance, as the weights add up to 1")


with derivation(
    "library.softmax.log-sum-exp-shift", "Log-sum-exp without overflow: take out the largest logit", BOYD
) as d:
    d.begin(log(Sum(exp(z[k]), (k, 1, n))))
    d.equals(log(Sum(exp(c) * exp(z[k] - c), (k, 1, n))), because="exp of a sum")
    d.equals(log(exp(c) * Sum(exp(z[k] - c), (k, 1, n))), because="factor out")
    d.equals(c + log(Sum(exp(z[k] - c), (k, 1, n))), because="logarithm of a product")


with derivation(
    "library.softmax.cross-entropy",
    "Cross-entropy through a softmax: the gradient is p - t",
    BISHOP,
    note="Equation 4.109 for one example.",
) as d:
    d.declare(t, assume="simplex rows")
    d.define(p, softmax(z))
    d.define(E, -Sum(t[k] * log(p[k]), (k, 1, n)))
    d.begin(D(E, z[j]), chain="entry by entry")
    d.equals(
        -Sum(t[k] / p[k] * (p[k] * (KroneckerDelta(k, j) - p[j])), (k, 1, n)),
        because="chain rule and the Jacobian of the softmax",
    )
    d.equals(-Sum(t[k] * KroneckerDelta(k, j), (k, 1, n)) + p[j] * Sum(t[k], (k, 1, n)))
    d.equals(-t[j] + p[j], because="the targets add up to 1")
    d.claim(grad(E, z), p - t)


with derivation(
    "library.softmax.cross-entropy-weighted",
    "Without targets that add up to one, the softmax is weighted by their sum",
    BISHOP,
) as d:
    d.define(p, softmax(z))
    d.begin(grad(-Sum(t[k] * log(p[k]), (k, 1, n)), z))
    d.equals(Sum(t[k], (k, 1, n)) * p - t)


with derivation(
    "library.softmax.cross-entropy-hessian",
    "The Hessian of the softmax cross-entropy",
    BISHOP,
    note="Equation 4.110 for one example.",
) as d:
    d.declare(t, assume="simplex rows")
    d.define(p, softmax(z))
    d.define(E, -Sum(t[k] * log(p[k]), (k, 1, n)))
    d.begin(jacobian(grad(E, z), z))
    d.equals(jacobian(p - t, z), because="the gradient is p - t")
    d.equals(jacobian(p, z), because="the targets are constant")
    d.equals(diag(p) - p * p.T)


with derivation(
    "library.softmax.one-label",
    "The loss of one label: the negative logarithm of its probability",
    GOODFELLOW,
) as d:
    d.define(p, softmax(z))
    d.begin(-log(p[r]), chain="as log-sum-exp")
    d.equals(-log(exp(z[r])) + log(Sum(exp(z[k]), (k, 1, n))), because="logarithm of a quotient")
    d.equals(log(Sum(exp(z[k]), (k, 1, n))) - z[r])
    d.begin(D(-log(p[r]), z[j]), chain="gradient")
    d.equals(exp(z[j]) / Sum(exp(z[k]), (k, 1, n)) - KroneckerDelta(r, j))
    d.equals(p[j] - KroneckerDelta(r, j))


with derivation(
    "library.softmax.temperature",
    "Distillation at a temperature: the gradient is (p - q) / T",
    HINTON,
    note="Section 2.",
) as d:
    d.declare(q, assume="simplex rows")
    d.define(p, softmax(z / T))
    d.begin(grad(-Sum(q[k] * log(p[k]), (k, 1, n)), z))
    d.equals((Sum(q[k], (k, 1, n)) * p - q) / T, because="chain rule")
    d.equals((p - q) / T, because="the soft targets add up to 1")


with derivation(
    "library.softmax.label-smoothing",
    "The gradient of the cross-entropy with smoothed labels",
    SZEGEDY,
) as d:
    eps = symbols("epsilon", real=True)
    d.declare(t, assume="simplex rows")
    d.define(p, softmax(z))
    d.define(q, (1 - eps) * t + eps / n * one)
    d.claim(Sum(q[k], (k, 1, n)), 1, because="the smoothed targets are probabilities")
    d.begin(grad(-Sum(q[k] * log(p[k]), (k, 1, n)), z))
    d.equals(Sum(q[k], (k, 1, n)) * p - q)
    d.equals(p - (1 - eps) * t - eps / n * one)


with derivation(
    "library.softmax.backward",
    "The backward pass of a softmax, without forming its Jacobian",
    GOODFELLOW,
) as d:
    g = vector("g", n)
    d.define(p, softmax(z))
    d.begin(grad(g.T * softmax(z), z))
    d.equals((diag(p) - p * p.T) * g, because="the Jacobian is symmetric")
    d.equals(hadamard(p, g) - p * (p.T * g))
    d.equals(hadamard(p, g - (p.T * g) * one), because="entry by entry")


with derivation(
    "library.softmax.kl-gradient",
    "The gradient of the Kullback-Leibler divergence to a softmax",
    GOODFELLOW,
) as d:
    d.declare(q, assume="simplex rows", domain="positive")
    d.define(p, softmax(z))
    d.begin(grad(Sum(q[k] * log(q[k] / p[k]), (k, 1, n)), z))
    d.equals(grad(Sum(q[k] * log(q[k]), (k, 1, n)) - Sum(q[k] * log(p[k]), (k, 1, n)), z))
    d.equals(grad(-Sum(q[k] * log(p[k]), (k, 1, n)), z), because="the entropy of q is constant")
    d.equals(p - q)


with derivation(
    "library.softmax.entropy",
    "The entropy of a softmax and its gradient by the logits",
    WILLIAMS,
) as d:
    H = symbols("H", real=True)
    d.define(p, softmax(z))
    d.define(H, -Sum(p[k] * log(p[k]), (k, 1, n)))
    d.begin(H, chain="value")
    d.equals(log(Sum(exp(z[k]), (k, 1, n))) - Sum(p[k] * z[k], (k, 1, n)))
    d.begin(D(H, z[j]), chain="gradient")
    d.equals(-p[j] * (log(p[j]) + H))


with derivation(
    "library.softmax.policy-score",
    "The score function of a softmax policy",
    SUTTON,
) as d:
    d.define(p, softmax(z))
    d.begin(D(log(p[a]), z[j]))
    d.equals(D(z[a] - log(Sum(exp(z[k]), (k, 1, n))), z[j]), because="logarithm of a quotient")
    d.equals(KroneckerDelta(a, j) - exp(z[j]) / Sum(exp(z[k]), (k, 1, n)))
    d.equals(KroneckerDelta(a, j) - p[j])


with derivation(
    "library.softmax.policy-score-mean",
    "The score of a policy has mean zero, so a baseline costs nothing",
    WILLIAMS,
) as d:
    d.define(p, softmax(z))
    d.begin(c * Sum(p[a] * D(log(p[a]), z[j]), (a, 1, n)))
    d.equals(c * Sum(p[a] * (KroneckerDelta(a, j) - p[j]), (a, 1, n)), because="the score")
    d.equals(c * (p[j] - p[j] * Sum(p[a], (a, 1, n))))
    d.equals(0, because="probabilities add up to 1")


with derivation(
    "library.softmax.policy-gradient",
    "The gradient of the expected reward under a softmax policy: the advantage of each action",
    WILLIAMS,
) as d:
    Q = IndexedBase("Q", shape=(n,))
    d.define(p, softmax(z))
    d.define(V, Sum(p[k] * Q[k], (k, 1, n)))
    d.begin(D(V, z[j]))
    d.equals(Sum(Q[a] * D(p[a], z[j]), (a, 1, n)), because="the rewards are given")
    d.equals(Sum(p[a] * D(log(p[a]), z[j]) * Q[a], (a, 1, n)), because="p' = p (log p)'")
    d.equals(Sum(p[a] * (KroneckerDelta(a, j) - p[j]) * Q[a], (a, 1, n)), because="the score")
    d.equals(p[j] * Q[j] - p[j] * Sum(p[a] * Q[a], (a, 1, n)))
    d.equals(p[j] * (Q[j] - V))


with derivation(
    "library.softmax.fisher",
    "The Fisher information of a softmax: the covariance of its score",
    WILLIAMS,
) as d:
    d.define(p, softmax(z))
    d.begin(Sum(p[a] * (KroneckerDelta(a, i) - p[i]) * (KroneckerDelta(a, j) - p[j]), (a, 1, n)))
    d.equals(
        p[i] * KroneckerDelta(i, j) - p[i] * p[j] - p[i] * p[j] + p[i] * p[j] * Sum(p[a], (a, 1, n)),
        because="multiply out",
    )
    d.equals(p[i] * (KroneckerDelta(i, j) - p[j]), because="probabilities add up to 1")
    d.equals(D(p[i], z[j]), because="the Jacobian of the softmax")


with derivation(
    "library.softmax.sigmoid",
    "The sigmoid is the softmax of z and 0",
    BISHOP,
    note="Equation 4.62 with two classes is 4.57.",
) as d:
    x = symbols("x", real=True)
    d.begin(exp(x) / (exp(x) + exp(0)))
    d.equals(1 / (1 + exp(-x)), because="divide by exp(x)")


with derivation(
    "library.softmax.negative-sampling",
    "The gradient of the loss of negative sampling by the input vector",
    MIKOLOV,
    note="Section 2.2.",
) as d:
    sigma = Function("sigma")
    u, v, N = vector("u", n), vector("v", n), MatrixSymbol("N", m, n)
    x = symbols("x", real=True)
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(E, -log(sigma(u.T * v)) - Sum(log(sigma(-(N * v)[k])), (k, 1, m)))
    d.begin(grad(E, v))
    d.equals(-(1 - sigma(u.T * v)) * u + N.T * elementwise(sigma, N * v), because="chain rule")
    d.equals((sigma(u.T * v) - 1) * u + N.T * elementwise(sigma, N * v))
