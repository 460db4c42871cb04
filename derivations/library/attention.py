"""Scaled dot-product attention: what it computes, and its backward pass, for all lengths and widths."""

from sympy import KroneckerDelta, MatrixSymbol, OneMatrix, Sum, cos, exp, sin, sqrt, symbols

from verify_derivations import D, Source, derivation, grad, hadamard, softmax, vector

VASWANI = Source("Vaswani et al. 2017", "Attention is all you need", "arXiv:1706.03762, section 3.2")
DAO = Source(
    "Dao, Fu, Ermon, Rudra, Re 2022",
    "FlashAttention: fast and memory-efficient exact attention with IO-awareness",
    "arXiv:2205.14135, appendix B",
)
MILAKOV = Source("Milakov, Gimelshein 2018", "Online normalizer calculation for softmax", "arXiv:1805.02867")
KATHAROPOULOS = Source(
    "Katharopoulos, Vyas, Pappas, Fleuret 2020",
    "Transformers are RNNs: fast autoregressive transformers with linear attention",
    "arXiv:2006.16236, section 3.2",
)
SU = Source(
    "Su, Lu, Pan, Murtadha, Wen, Liu 2021",
    "RoFormer: enhanced transformer with rotary position embedding",
    "arXiv:2104.09864, section 3.2",
)

m, n, h, e = symbols("m n h e", integer=True, positive=True)
i, j, k, l, r, s = symbols("i j k l r s", integer=True)
L, c = symbols("L c", real=True)
Q, K, V = MatrixSymbol("Q", m, h), MatrixSymbol("K", n, h), MatrixSymbol("V", n, e)
G, O = MatrixSymbol("G", m, e), MatrixSymbol("O", m, e)
P, S, A, T = (MatrixSymbol(name, m, n) for name in ("P", "S", "A", "T"))
columns, width = OneMatrix(n, 1), OneMatrix(1, n)


with derivation(
    "library.attention.weights",
    "Attention weights are probabilities for each query",
    VASWANI,
    note="Section 3.2.1.",
) as d:
    d.define(P, softmax(Q * K.T / sqrt(h)))
    d.begin(P * columns)
    d.equals(OneMatrix(m, 1), because="rows of a softmax add up to 1")
    d.begin((P * V)[i, j], chain="output")
    d.equals(
        Sum(exp((Q * K.T)[i, s] / sqrt(h)) * V[s, j], (s, 1, n))
        / Sum(exp((Q * K.T)[i, s] / sqrt(h)), (s, 1, n)),
        because="a weighted mean of the values",
    )


with derivation(
    "library.attention.shift", "A shift of the scores of a query changes nothing: the safe softmax", MILAKOV
) as d:
    M = vector("M", m)
    d.begin(softmax(S)[i, j])
    d.equals(exp(S[i, j]) / Sum(exp(S[i, k]), (k, 1, n)), because="definition")
    d.equals(
        exp(-M[i]) * exp(S[i, j]) / Sum(exp(-M[i]) * exp(S[i, k]), (k, 1, n)), because="one factor a row"
    )
    d.equals(exp(S[i, j] - M[i]) / Sum(exp(S[i, k] - M[i]), (k, 1, n)))


with derivation("library.attention.values", "The backward pass through the values", DAO) as d:
    d.define(L, Sum(Sum(G[s, k] * (P * V)[s, k], (k, 1, e)), (s, 1, m)))
    d.begin(D(L, V[i, j]), chain="values, entry by entry")
    d.equals(Sum(G[s, j] * P[s, i], (s, 1, m)))
    d.claim(grad(L, V), P.T * G)
    d.begin(D(L, P[i, j]), chain="weights, entry by entry")
    d.equals(Sum(G[i, k] * V[j, k], (k, 1, e)))
    d.claim(grad(L, P), G * V.T)


with derivation(
    "library.attention.softmax-rows", "The backward pass through the softmax of each row", DAO
) as d:
    d.define(P, softmax(S))
    d.define(L, Sum(Sum(A[r, k] * P[r, k], (k, 1, n)), (r, 1, m)))
    d.begin(D(L, S[i, j]))
    d.equals(
        Sum(A[i, k] * P[i, k] * (KroneckerDelta(k, j) - P[i, j]), (k, 1, n)),
        because="the Jacobian of a softmax, row by row",
    )
    d.equals(P[i, j] * (A[i, j] - Sum(A[i, k] * P[i, k], (k, 1, n))))
    d.claim(grad(L, S), hadamard(P, A - hadamard(A, P) * columns * width))


with derivation("library.attention.scores", "The backward pass through the scores", DAO) as d:
    d.define(L, c * Sum(Sum(T[r, k] * (Q * K.T)[r, k], (k, 1, n)), (r, 1, m)))
    d.claim(grad(L, Q), c * T * K)
    d.claim(grad(L, K), c * T.T * Q)


with derivation(
    "library.attention.row-sums",
    "The row sums of the backward pass are inner products of outputs and their gradients",
    DAO,
) as d:
    d.begin(Sum((G * V.T)[i, k] * P[i, k], (k, 1, n)))
    d.equals(Sum(Sum(G[i, l] * V[k, l], (l, 1, e)) * P[i, k], (k, 1, n)))
    d.equals(Sum(G[i, l] * Sum(P[i, k] * V[k, l], (k, 1, n)), (l, 1, e)), because="finite sums commute")
    d.equals(Sum(G[i, l] * (P * V)[i, l], (l, 1, e)), because="definition of the output")


with derivation(
    "library.attention.whole", "The whole backward pass of attention: queries, keys and values", DAO
) as d:
    d.define(P, softmax(c * Q * K.T))
    d.define(A, G * V.T)
    d.define(T, hadamard(P, A - hadamard(A, P) * columns * width))
    d.define(L, Sum(Sum(G[s, k] * (P * V)[s, k], (k, 1, e)), (s, 1, m)))
    d.claim(grad(L, V), P.T * G)
    d.claim(grad(L, Q), c * T * K)
    d.claim(grad(L, K), c * T.T * Q)


with derivation(
    "library.attention.projections", "The gradient by a projection matrix of the queries", VASWANI
) as d:
    X, W = MatrixSymbol("X", m, e), MatrixSymbol("W", e, h)
    d.define(L, Sum(Sum(T[r, k] * (X * W * K.T)[r, k], (k, 1, n)), (r, 1, m)))
    d.begin(grad(L, W))
    d.equals(X.T * (T * K), because="what is handed back to the queries")
    d.claim(grad(L, X), T * K * W.T)


with derivation(
    "library.attention.score-matrix",
    "Scores depend on the projections of queries and keys only through their product",
    VASWANI,
) as d:
    X, Y = MatrixSymbol("X", m, e), MatrixSymbol("Y", n, e)
    U, W = MatrixSymbol("U", e, h), MatrixSymbol("W", e, h)
    d.begin((X * U) * (Y * W).T)
    d.equals(X * U * W.T * Y.T, because="transpose of a product")
    d.equals(X * (U * W.T) * Y.T)


with derivation(
    "library.attention.linear",
    "Attention without a softmax is linear in the length",
    KATHAROPOULOS,
    note="Section 3.2.",
) as d:
    d.begin((Q * K.T) * V)
    d.equals(Q * (K.T * V), because="products are associative")
    d.begin((Q * K.T) * columns, chain="normaliser")
    d.equals(Q * (K.T * columns))


with derivation(
    "library.attention.permutation",
    "Attention does not see the order of keys and values",
    VASWANI,
    note="R is any orthogonal matrix, a permutation for one; this is the linear part.",
) as d:
    R = MatrixSymbol("R", n, n)
    d.declare(R, assume="orthonormal columns")
    d.begin((Q * (R.T * K).T) * (R.T * V))
    d.equals(Q * K.T * R * R.T * V)
    d.equals(Q * K.T * V, because="R is orthogonal")


with derivation(
    "library.attention.rotary", "Rotary positions: a score depends on the distance of two positions alone", SU
) as d:
    a, b, q1, q2, k1, k2 = symbols("a b q1 q2 k1 k2", real=True)
    d.begin(
        (cos(a) * q1 - sin(a) * q2) * (cos(b) * k1 - sin(b) * k2)
        + (sin(a) * q1 + cos(a) * q2) * (sin(b) * k1 + cos(b) * k2)
    )
    d.equals(
        (cos(a) * cos(b) + sin(a) * sin(b)) * (q1 * k1 + q2 * k2)
        + (sin(a) * cos(b) - cos(a) * sin(b)) * (q1 * k2 - q2 * k1),
        because="multiply out",
    )
    d.equals(cos(a - b) * (q1 * k1 + q2 * k2) + sin(a - b) * (q1 * k2 - q2 * k1), because="addition theorems")
