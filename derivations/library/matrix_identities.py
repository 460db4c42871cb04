"""Identities for inverses and determinants of sums: Woodbury and its kin, for all sizes."""

from sympy import Determinant, Identity, MatrixSymbol, Trace, symbols

from verify_derivations import Source, derivation, outer, vector

COOKBOOK = Source("Petersen, Pedersen 2012", "The Matrix Cookbook", "Technical University of Denmark")
WOODBURY = Source(
    "Woodbury 1950", "Inverting modified matrices", "Statistical Research Group, Princeton, memorandum 42"
)
SHERMAN = Source(
    "Sherman, Morrison 1950",
    "Adjustment of an inverse matrix corresponding to a change in one element of a given matrix",
    "Annals of Mathematical Statistics 21",
)
BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, appendix C")
HENDERSON = Source("Henderson, Searle 1981", "On deriving the inverse of a sum of matrices", "SIAM Review 23")

m, n = symbols("m n", integer=True, positive=True)
lam = symbols("lambda", positive=True)
A, B, S = (MatrixSymbol(name, n, n) for name in "ABS")
C, R = MatrixSymbol("C", m, m), MatrixSymbol("R", m, m)
U, V = MatrixSymbol("U", n, m), MatrixSymbol("V", m, n)
u, v = vector("u", n), vector("v", n)


with derivation(
    "library.matrix-identities.product-inverse",
    "The inverse of a product and of a transpose",
    COOKBOOK,
    note="Equations 1 and 3.",
) as d:
    d.begin(A * B * (B.I * A.I))
    d.equals(A * Identity(n) * A.I, because="an inverse cancels")
    d.equals(Identity(n))
    d.claim((A * B).I, B.I * A.I)
    d.claim(A.T.I, A.I.T)


with derivation(
    "library.matrix-identities.push-through",
    "The push-through identity",
    HENDERSON,
    note="Equation 167 of the Matrix Cookbook.",
) as d:
    d.begin((Identity(n) + U * V) * U, chain="without inverses")
    d.equals(U + U * V * U)
    d.equals(U * (Identity(m) + V * U), because="factor out on the other side")
    d.claim(
        (Identity(n) + U * V).I * U,
        U * (Identity(m) + V * U).I,
        because="multiply by both inverses",
    )


with derivation(
    "library.matrix-identities.woodbury",
    "The identity of Woodbury",
    WOODBURY,
    note="Equation 157 of the Matrix Cookbook.",
) as d:
    d.declare(A, C, assume="invertible")
    d.begin((A + U * C * V) * (A.I - A.I * U * (C.I + V * A.I * U).I * V * A.I))
    d.equals(
        Identity(n)
        + U * C * V * A.I
        - U * (C.I + V * A.I * U).I * V * A.I
        - U * C * V * A.I * U * (C.I + V * A.I * U).I * V * A.I,
        because="multiply out",
    )
    d.equals(
        Identity(n) + U * C * V * A.I - U * C * (C.I + V * A.I * U) * (C.I + V * A.I * U).I * V * A.I,
        because="factor out U C",
    )
    d.equals(Identity(n) + U * C * V * A.I - U * C * V * A.I, because="an inverse cancels")
    d.equals(Identity(n))
    d.claim((A + U * C * V).I, A.I - A.I * U * (C.I + V * A.I * U).I * V * A.I)


with derivation(
    "library.matrix-identities.sherman-morrison",
    "The inverse after a change of rank one",
    SHERMAN,
    note="Equation 160 of the Matrix Cookbook.",
) as d:
    d.begin((A + u * v.T) * (A.I - A.I * u * v.T * A.I / (1 + v.T * A.I * u)))
    d.equals(
        Identity(n) + u * v.T * A.I - (u * v.T * A.I + u * (v.T * A.I * u) * v.T * A.I) / (1 + v.T * A.I * u),
        because="multiply out",
    )
    d.equals(
        Identity(n) + u * v.T * A.I - (1 + v.T * A.I * u) * u * v.T * A.I / (1 + v.T * A.I * u),
        because="a number moves to the front",
    )
    d.equals(Identity(n))
    d.claim((A + outer(u, v)).I, A.I - A.I * outer(u, v) * A.I / (1 + v.T * A.I * u))


with derivation(
    "library.matrix-identities.determinant-lemma",
    "The determinant after a change of rank one",
    BISHOP,
    note="Equation C.15 is the case of the identity matrix.",
) as d:
    d.declare(A, assume="invertible")
    d.claim(Determinant(Identity(n) + u * v.T), 1 + v.T * u)
    d.begin(Determinant(A + u * v.T))
    d.equals(Determinant(A * (Identity(n) + A.I * u * v.T)), because="factor out A")
    d.equals(Determinant(A) * Determinant(Identity(n) + A.I * u * v.T), because="product rule")
    d.equals(Determinant(A) * (1 + v.T * A.I * u))


with derivation(
    "library.matrix-identities.sylvester",
    "The determinant identity of Sylvester, for sizes that differ",
    BISHOP,
    note="Equation C.14.",
) as d:
    d.claim(Determinant(Identity(n) + U * V), Determinant(Identity(m) + V * U))


with derivation(
    "library.matrix-identities.inverse-of-sums",
    "Sums of inverses and the parallel sum",
    COOKBOOK,
    note="Equations 161 and 163 to 165.",
) as d:
    d.declare(A, B, assume="invertible")
    d.begin(A.I * (A + B) * B.I)
    d.equals(A.I * A * B.I + A.I * B * B.I, because="multiply out")
    d.equals(A.I + B.I, because="inverses cancel")
    d.claim((A.I + B.I).I, A * (A + B).I * B)
    d.claim(A - A * (A + B).I * A, B - B * (A + B).I * B)
    d.claim((Identity(n) + A.I).I, A * (A + Identity(n)).I)


with derivation(
    "library.matrix-identities.gain-forms",
    "Two forms of a gain: in the space of states and in the space of observations",
    BISHOP,
    note="Equation C.5.",
) as d:
    d.declare(S, R, assume="invertible")
    d.begin((S.I + U * R.I * V) * S * U, chain="without inverses")
    d.equals(U + U * R.I * V * S * U, because="multiply out")
    d.equals(U * R.I * (R + V * S * U), because="factor out U and the inverse of R")
    d.claim((S.I + U * R.I * V).I * U * R.I, S * U * (V * S * U + R).I)


with derivation(
    "library.matrix-identities.block-inverse",
    "The inverse of a two-by-two block matrix, block by block",
    COOKBOOK,
    note="Section 9.1: the blocks of the matrix times its inverse are 1 and 0.",
) as d:
    T = MatrixSymbol("T", m, m)
    d.define(T, C - V * A.I * U, because="Schur complement")
    d.begin(A * (A.I + A.I * U * T.I * V * A.I) - U * T.I * V * A.I, chain="first row, first column")
    d.equals(Identity(n) + U * T.I * V * A.I - U * T.I * V * A.I, because="an inverse cancels")
    d.equals(Identity(n))
    d.begin(-A * A.I * U * T.I + U * T.I, chain="first row, second column")
    d.equals(-U * T.I + U * T.I)
    d.equals(0)
    d.begin(V * (A.I + A.I * U * T.I * V * A.I) - C * T.I * V * A.I, chain="second row, first column")
    d.equals(V * A.I - (C - V * A.I * U) * T.I * V * A.I)
    d.equals(V * A.I - V * A.I, because="definition of the Schur complement")
    d.equals(0)
    d.begin(-V * A.I * U * T.I + C * T.I, chain="second row, second column")
    d.equals((C - V * A.I * U) * T.I)
    d.equals(Identity(m), because="definition of the Schur complement")


with derivation(
    "library.matrix-identities.idempotent-complement",
    "A projection and its complement",
    HENDERSON,
) as d:
    H = MatrixSymbol("H", n, n)
    d.define(H, U * (U.T * U).I * U.T)
    d.claim(H * H, H, because="the inner product cancels")
    d.claim(H.T, H)
    d.claim(H * U, U)
    d.claim((Identity(n) - H) * (Identity(n) - H), Identity(n) - H)
    d.claim(Trace(H), m, because="a trace is cyclic")
