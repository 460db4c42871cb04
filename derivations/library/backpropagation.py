"""Back-propagation through layers of any width, for single examples and for batches."""

from sympy import Function, Identity, KroneckerDelta, MatrixSymbol, OneMatrix, Sum, exp, log, symbols, tanh

from verify_derivations import (
    D,
    Source,
    derivation,
    diag,
    elementwise,
    grad,
    hadamard,
    jacobian,
    vector,
)

NIELSEN = Source("Nielsen 2015", "Neural Networks and Deep Learning", "Determination Press, chapter 2")
RUMELHART = Source(
    "Rumelhart, Hinton, Williams 1986", "Learning representations by back-propagating errors", "Nature 323"
)
GOODFELLOW = Source("Goodfellow, Bengio, Courville 2016", "Deep Learning", "MIT Press, section 6.5")
HE = Source("He, Zhang, Ren, Sun 2016", "Identity mappings in deep residual networks", "arXiv:1603.05027")
BENGIO = Source(
    "Bengio, Ducharme, Vincent, Jauvin 2003",
    "A neural probabilistic language model",
    "Journal of Machine Learning Research 3",
)
ELMAN = Source("Elman 1990", "Finding structure in time", "Cognitive Science 14")
HU = Source("Hu et al. 2021", "LoRA: low-rank adaptation of large language models", "arXiv:2106.09685")
SRIVASTAVA = Source(
    "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov 2014",
    "Dropout: a simple way to prevent neural networks from overfitting",
    "Journal of Machine Learning Research 15",
)
KOREN = Source(
    "Koren, Bell, Volinsky 2009", "Matrix factorization techniques for recommender systems", "Computer 42"
)

m, n, h, b, B = symbols("m n h b B", integer=True, positive=True)
i, j, k, l, s = symbols("i j k l s", integer=True)
C, E, t, u, x = symbols("C E t u x", real=True)
f, df, sigma = Function("f"), Function("f'"), Function("sigma")
W, V = MatrixSymbol("W", m, n), MatrixSymbol("V", h, m)
a, z, beta, y, delta = vector("a", n), vector("z", m), vector("beta", m), vector("y", m), vector("delta", m)


with derivation(
    "library.backpropagation.output-error",
    "The error of the output layer under the quadratic cost",
    NIELSEN,
    note="Equation BP1, for the quadratic cost.",
) as d:
    d.define(C, Sum((f(z[k]) - y[k]) ** 2, (k, 1, m)) / 2)
    d.begin(D(C, z[j]), chain="entry by entry")
    d.equals((f(z[j]) - y[j]) * D(f(z[j]), z[j]), because="chain rule")
    d.equals((f(z[j]) - y[j]) * df(z[j]))
    d.claim(
        grad(C, z),
        hadamard(elementwise(f, z) - y, elementwise(df, z)),
        because="all entries together",
    )


with derivation(
    "library.backpropagation.error-of-layer-before",
    "The error of a layer in terms of the error of the next",
    NIELSEN,
    note="Equation BP2.",
) as d:
    e = vector("e", n)
    L = symbols("L", real=True)
    d.define(L, Sum(delta[k] * (Sum(W[k, l] * f(e[l]), (l, 1, n)) + beta[k]), (k, 1, m)))
    d.begin(D(L, e[j]), chain="entry by entry")
    d.equals(
        Sum(delta[k] * D(Sum(W[k, l] * f(e[l]), (l, 1, n)) + beta[k], e[j]), (k, 1, m)),
        because="the error of the next layer is what the cost changes by",
    )
    d.equals(Sum(W[k, j] * delta[k] * D(f(e[j]), e[j]), (k, 1, m)), because="one summand depends on it")
    d.equals(Sum(W[k, j] * delta[k], (k, 1, m)) * D(f(e[j]), e[j]), because="factor out")
    d.claim(grad(L, e), hadamard(W.T * delta, elementwise(df, e)), because="all entries together")


with derivation(
    "library.backpropagation.bias-and-weights",
    "The gradient of the cost by biases and weights",
    NIELSEN,
    note="Equations BP3 and BP4, for the quadratic cost.",
) as d:
    d.define(C, Sum((f((W * a + beta)[k]) - y[k]) ** 2, (k, 1, m)) / 2)
    d.define(z, W * a + beta)
    d.define(delta, hadamard(elementwise(f, z) - y, elementwise(df, z)))
    d.begin(grad(C, beta), chain="biases")
    d.equals(hadamard(elementwise(f, W * a + beta) - y, elementwise(df, W * a + beta)))
    d.equals(delta)
    d.begin(D(C, W[i, j]), chain="weights, entry by entry")
    d.equals(delta[i] * a[j], because="chain rule")
    d.claim(grad(C, W), delta * a.T)
    d.claim(grad(C, a), W.T * delta, because="what is handed to the layer before")


with derivation(
    "library.backpropagation.dense-layer",
    "A dense layer with any loss behind it: what it hands back and what it learns",
    RUMELHART,
    note="delta is the gradient of the loss by the outputs of the layer.",
) as d:
    L = symbols("L", real=True)
    d.define(L, delta.T * (W * a + beta))
    d.claim(grad(L, a), W.T * delta)
    d.claim(grad(L, W), delta * a.T)
    d.claim(grad(L, beta), delta)


with derivation(
    "library.backpropagation.dense-layer-batch",
    "A dense layer on a batch: the gradients by inputs, weights and biases",
    GOODFELLOW,
    note="Rows are examples; G is the gradient of the loss by the outputs.",
) as d:
    X, U, G, c = MatrixSymbol("X", b, n), MatrixSymbol("U", n, m), MatrixSymbol("G", b, m), vector("c", m)
    one, L = OneMatrix(b, 1), symbols("L", real=True)
    d.define(L, Sum(Sum(G[s, k] * ((X * U)[s, k] + c[k]), (k, 1, m)), (s, 1, b)))
    d.begin(D(L, U[i, j]), chain="weights, entry by entry")
    d.equals(Sum(G[s, j] * X[s, i], (s, 1, b)))
    d.equals((X.T * G)[i, j])
    d.claim(grad(L, U), X.T * G)
    d.claim(grad(L, X), G * U.T)
    d.claim(grad(L, c), G.T * one, because="the bias is added to every example")


with derivation(
    "library.backpropagation.two-layers",
    "A network of two layers: all gradients of the quadratic cost",
    NIELSEN,
) as d:
    p, q = vector("p", h), vector("q", m)
    d1, d2, c, r = vector("d1", m), vector("d2", h), vector("c", h), vector("r", h)
    d.define(q, elementwise(f, W * a + beta))
    d.define(p, elementwise(f, V * q + c))
    d.define(C, (p - r).T * (p - r) / 2)
    d.define(d2, hadamard(p - r, elementwise(df, V * q + c)))
    d.define(d1, hadamard(V.T * d2, elementwise(df, W * a + beta)))
    d.claim(grad(C, c), d2, because="BP3")
    d.claim(grad(C, V), d2 * q.T, because="BP4")
    d.claim(grad(C, beta), d1, because="BP2 and BP3")
    d.claim(grad(C, W), d1 * a.T, because="BP2 and BP4")


with derivation(
    "library.backpropagation.elementwise-jacobian",
    "The Jacobian of an activation is diagonal",
    GOODFELLOW,
) as d:
    d.begin(jacobian(elementwise(f, z), z))
    d.equals(diag(elementwise(df, z)))
    d.claim(jacobian(elementwise(tanh, z), z), diag(elementwise(lambda e: 1 - tanh(e) ** 2, z)))
    d.claim(
        grad(delta.T * elementwise(f, z), z),
        hadamard(delta, elementwise(df, z)),
        because="a product with a diagonal matrix is one entry by entry",
    )


with derivation(
    "library.backpropagation.layer-jacobian",
    "The Jacobian of a dense layer with its activation",
    GOODFELLOW,
) as d:
    d.begin(jacobian(elementwise(f, W * a + beta), a))
    d.equals(diag(elementwise(df, W * a + beta)) * W, because="chain rule")


with derivation(
    "library.backpropagation.sigmoid-cross-entropy",
    "Binary cross-entropy over many outputs through sigmoids: the error is a - y",
    NIELSEN,
    note="Chapter 3, on the cross-entropy cost.",
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(C, -Sum(y[k] * log(sigma(z[k])) + (1 - y[k]) * log(1 - sigma(z[k])), (k, 1, m)))
    d.begin(D(C, z[j]))
    d.equals(
        -(y[j] / sigma(z[j]) - (1 - y[j]) / (1 - sigma(z[j]))) * D(sigma(z[j]), z[j]), because="chain rule"
    )
    d.equals(-(y[j] * (1 - sigma(z[j])) - (1 - y[j]) * sigma(z[j])), because="sigma' = sigma (1 - sigma)")
    d.equals(sigma(z[j]) - y[j])
    d.claim(grad(C, z), elementwise(sigma, z) - y)


with derivation(
    "library.backpropagation.residual",
    "A residual block hands the gradient back unchanged, plus what goes through the branch",
    HE,
    note="Section 2, for one block.",
) as d:
    U, v = MatrixSymbol("U", n, m), vector("v", n)
    d.begin(grad(v.T * (a + U * elementwise(f, W * a)), a))
    d.equals(v + W.T * diag(elementwise(df, W * a)) * U.T * v)
    d.begin(jacobian(a + U * elementwise(f, W * a), a), chain="Jacobian")
    d.equals(Identity(n) + U * diag(elementwise(df, W * a)) * W)


with derivation(
    "library.backpropagation.embedding",
    "The gradient of an embedding: each row collects the errors of the places where it was looked up",
    BENGIO,
    note="Row s of X is the indicator of the word at place s.",
) as d:
    X, T, G = MatrixSymbol("X", b, m), MatrixSymbol("T", m, n), MatrixSymbol("G", b, n)
    L = symbols("L", real=True)
    d.define(L, Sum(Sum(G[s, k] * (X * T)[s, k], (k, 1, n)), (s, 1, b)))
    d.begin(D(L, T[i, j]))
    d.equals(Sum(X[s, i] * G[s, j], (s, 1, b)))
    d.claim(grad(L, T), X.T * G)


with derivation(
    "library.backpropagation.embedding-row", "Looking up a row is a product with an indicator", BENGIO
) as d:
    T = MatrixSymbol("T", m, n)
    d.begin(Sum(KroneckerDelta(i, k) * T[k, j], (k, 1, m)))
    d.equals(T[i, j])


with derivation(
    "library.backpropagation.gated-unit",
    "The backward pass of a gated linear unit",
    Source(
        "Dauphin, Fan, Auli, Grangier 2017",
        "Language modeling with gated convolutional networks",
        "arXiv:1612.08083",
    ),
) as d:
    v = vector("v", m)
    d.claim(grad(delta.T * hadamard(v, elementwise(f, z)), v), hadamard(delta, elementwise(f, z)))
    d.claim(
        grad(delta.T * hadamard(v, elementwise(f, z)), z),
        hadamard(delta, v, elementwise(df, z)),
    )


with derivation(
    "library.backpropagation.dropout",
    "Dropout hands the gradient back through the same mask",
    SRIVASTAVA,
) as d:
    M = vector("M", m)
    p = symbols("p", positive=True)
    d.begin(grad(delta.T * hadamard(M, z) / p, z))
    d.equals(hadamard(M, delta) / p)


with derivation(
    "library.backpropagation.recurrent-step",
    "A step of a recurrent network: the gradients by weights, input and state",
    ELMAN,
) as d:
    S, U, o, e = MatrixSymbol("S", m, m), MatrixSymbol("U", m, n), vector("o", m), vector("e", m)
    d.define(o, elementwise(tanh, S * e + U * a + beta))
    d.define(C, delta.T * o)
    d.claim(grad(C, S), hadamard(delta, elementwise(lambda q: 1 - q**2, o)) * e.T)
    d.claim(grad(C, U), hadamard(delta, elementwise(lambda q: 1 - q**2, o)) * a.T)
    d.claim(grad(C, e), S.T * hadamard(delta, elementwise(lambda q: 1 - q**2, o)))
    d.claim(jacobian(o, e), diag(elementwise(lambda q: 1 - q**2, o)) * S)


with derivation(
    "library.backpropagation.low-rank-adapter",
    "The gradients of a low-rank adapter beside frozen weights",
    HU,
) as d:
    r = symbols("r", integer=True, positive=True)
    P, Q = MatrixSymbol("P", m, r), MatrixSymbol("Q", r, n)
    d.begin((W + P * Q) * a)
    d.equals(W * a + P * (Q * a), because="the product need not be formed")
    d.claim(grad(delta.T * (W + P * Q) * a, P), delta * (Q * a).T)
    d.claim(grad(delta.T * (W + P * Q) * a, Q), P.T * delta * a.T)


with derivation(
    "library.backpropagation.matrix-factorisation",
    "The gradients of a matrix factorisation",
    KOREN,
) as d:
    r = symbols("r", integer=True, positive=True)
    P, Q = MatrixSymbol("P", m, r), MatrixSymbol("Q", n, r)
    d.define(E, Sum(Sum((W[i, j] - (P * Q.T)[i, j]) ** 2, (j, 1, n)), (i, 1, m)) / 2)
    d.claim(grad(E, P), -(W - P * Q.T) * Q)
    d.claim(grad(E, Q), -(W - P * Q.T).T * P)


with derivation(
    "library.backpropagation.gradient-check",
    "The directional derivative of a cost, by which a gradient is checked",
    GOODFELLOW,
) as d:
    v = vector("v", n)
    d.begin(D(Sum(f((W * (a + t * v))[k]), (k, 1, m)), t))
    d.equals(Sum(df((W * (a + t * v))[k]) * (W * v)[k], (k, 1, m)), because="chain rule")
