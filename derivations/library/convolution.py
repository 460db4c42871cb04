"""Convolution as a linear map: its matrix, its gradients, its transpose, for all lengths."""

from sympy import KroneckerDelta, Matrix, MatrixSymbol, Sum, symbols

from verify_derivations import D, Source, derivation, grad, vector

DUMOULIN = Source(
    "Dumoulin, Visin 2016",
    "A guide to convolution arithmetic for deep learning",
    "arXiv:1603.07285, chapter 4",
)
GOODFELLOW = Source("Goodfellow, Bengio, Courville 2016", "Deep Learning", "MIT Press, chapter 9")
STRANG = Source("Strang 1986", "Introduction to Applied Mathematics", "Wellesley-Cambridge, chapter 4")
LIN = Source("Lin, Chen, Yan 2013", "Network in network", "arXiv:1312.4400")

m, n, N, K = symbols("m n N K", integer=True, positive=True)
i, j, k, l = symbols("i j k l", integer=True)
L, a, b = symbols("L a b", real=True)
w, v, x, u, g = vector("w", K), vector("v", K), vector("x", n), vector("u", n), vector("g", m)
C = MatrixSymbol("C", m, n)


def shift(place, tap, source):
    """1 where an output and a tap of the kernel meet an input: source = place + tap - 1."""
    return KroneckerDelta(place + tap, source + 1)


with derivation(
    "library.convolution.linear-map",
    "A convolution is a product with a matrix that repeats the kernel along its diagonals",
    GOODFELLOW,
    note="Section 9.1. Inputs beyond the end count as 0, as with padding.",
) as d:
    d.define(C[i, j], Sum(w[k] * shift(i, k, j), (k, 1, K)))
    d.begin((C * x)[i])
    d.equals(Sum(Sum(w[k] * shift(i, k, j), (k, 1, K)) * x[j], (j, 1, n)), because="definition")
    d.equals(Sum(w[k] * Sum(shift(i, k, j) * x[j], (j, 1, n)), (k, 1, K)), because="finite sums commute")


with derivation(
    "library.convolution.linear-in-both",
    "A convolution is linear in its input and in its kernel",
    STRANG,
) as d:
    d.begin(Sum(w[k] * Sum(shift(i, k, j) * (a * x[j] + b * u[j]), (j, 1, n)), (k, 1, K)), chain="input")
    d.equals(
        a * Sum(w[k] * Sum(shift(i, k, j) * x[j], (j, 1, n)), (k, 1, K))
        + b * Sum(w[k] * Sum(shift(i, k, j) * u[j], (j, 1, n)), (k, 1, K))
    )
    d.begin(Sum((a * w[k] + b * v[k]) * Sum(shift(i, k, j) * x[j], (j, 1, n)), (k, 1, K)), chain="kernel")
    d.equals(
        a * Sum(w[k] * Sum(shift(i, k, j) * x[j], (j, 1, n)), (k, 1, K))
        + b * Sum(v[k] * Sum(shift(i, k, j) * x[j], (j, 1, n)), (k, 1, K))
    )


with derivation(
    "library.convolution.kernel-gradient",
    "The gradient by the kernel: the input correlated with the errors",
    GOODFELLOW,
    note="Section 9.5; g is the gradient of the loss by the outputs.",
) as d:
    d.define(L, Sum(g[i] * Sum(w[k] * Sum(shift(i, k, j) * x[j], (j, 1, n)), (k, 1, K)), (i, 1, m)))
    d.begin(D(L, w[l]))
    d.equals(Sum(g[i] * Sum(shift(i, l, j) * x[j], (j, 1, n)), (i, 1, m)), because="linear in the kernel")


with derivation(
    "library.convolution.input-gradient",
    "The gradient by the input: a transposed convolution of the errors",
    DUMOULIN,
) as d:
    d.define(C[i, j], Sum(w[k] * shift(i, k, j), (k, 1, K)))
    d.define(L, g.T * (C * x))
    d.begin(D(L, x[l]))
    d.equals(Sum(g[i] * C[i, l], (i, 1, m)), because="linear in the input")
    d.equals((C.T * g)[l])
    d.equals(Sum(Sum(g[i] * shift(i, k, l), (i, 1, m)) * w[k], (k, 1, K)), because="finite sums commute")
    d.claim(grad(L, x), C.T * g)


with derivation(
    "library.convolution.three-taps",
    "A kernel of three taps over five inputs, written out, and its transpose",
    DUMOULIN,
) as d:
    p, q, r = symbols("p q r", real=True)
    z, e = vector("z", 5), vector("e", 3)
    T = Matrix([[p, q, r, 0, 0], [0, p, q, r, 0], [0, 0, p, q, r]])
    d.claim(
        T * z,
        Matrix(
            [
                p * z[1] + q * z[2] + r * z[3],
                p * z[2] + q * z[3] + r * z[4],
                p * z[3] + q * z[4] + r * z[5],
            ]
        ),
    )
    d.claim(
        grad(e.T * T * z, z),
        Matrix(
            [
                p * e[1],
                q * e[1] + p * e[2],
                r * e[1] + q * e[2] + p * e[3],
                r * e[2] + q * e[3],
                r * e[3],
            ]
        ),
        because="the kernel runs backwards over the errors",
    )
    d.claim(D(e.T * T * z, q), e[1] * z[2] + e[2] * z[3] + e[3] * z[4])


with derivation(
    "library.convolution.pointwise",
    "A convolution of width one is a dense layer at every place",
    LIN,
) as d:
    X, W, G = MatrixSymbol("X", N, n), MatrixSymbol("W", n, m), MatrixSymbol("G", N, m)
    d.define(L, Sum(Sum(G[l, k] * Sum(X[l, j] * W[j, k], (j, 1, n)), (k, 1, m)), (l, 1, N)))
    d.claim(grad(L, W), X.T * G)
    d.claim(grad(L, X), G * W.T)


with derivation(
    "library.convolution.average-pooling", "The gradient of a global average is shared equally", GOODFELLOW
) as d:
    d.begin(D(Sum(x[j], (j, 1, n)) / n, x[l]))
    d.equals(Sum(KroneckerDelta(j, l), (j, 1, n)) / n)
    d.equals(1 / n)


with derivation(
    "library.convolution.generating-functions",
    "The coefficients of a product of polynomials are a convolution",
    STRANG,
) as d:
    t = symbols("t", real=True)
    p0, p1, p2, q0, q1, q2 = symbols("p0 p1 p2 q0 q1 q2", real=True)
    d.begin((p0 + p1 * t + p2 * t**2) * (q0 + q1 * t + q2 * t**2))
    d.equals(
        p0 * q0
        + (p0 * q1 + p1 * q0) * t
        + (p0 * q2 + p1 * q1 + p2 * q0) * t**2
        + (p1 * q2 + p2 * q1) * t**3
        + p2 * q2 * t**4,
        because="collect powers",
    )
