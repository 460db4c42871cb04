"""Rules of matrix calculus: traces, quadratic forms, norms, determinants and inverses, for all sizes."""

from sympy import Determinant, Identity, MatrixSymbol, Sum, Symbol, Trace, log, symbols

from verify_derivations import D, Source, derivation, grad, jacobian, norm, outer, vector

COOKBOOK = Source("Petersen, Pedersen 2012", "The Matrix Cookbook", "Technical University of Denmark")
MAGNUS = Source(
    "Magnus, Neudecker 2019",
    "Matrix Differential Calculus with Applications in Statistics and Econometrics",
    "Wiley, third edition",
)

m, n = symbols("m n", integer=True, positive=True)
i, j, k, p, q = symbols("i j k p q", integer=True)
c, t = symbols("c t", real=True)
A, B = MatrixSymbol("A", m, n), MatrixSymbol("B", n, m)
S, R, X, Y = (MatrixSymbol(name, n, n) for name in "SRXY")
a, b, u, v, x, y = (vector(name, n) for name in "abuvxy")
z = vector("z", m)


with derivation(
    "library.matrix-calculus.trace-cyclic", "A trace is cyclic", COOKBOOK, note="Equation 14."
) as d:
    d.begin(Trace(A * B))
    d.equals(Sum(Sum(A[i, k] * B[k, i], (k, 1, n)), (i, 1, m)), because="definition")
    d.equals(Sum(Sum(B[k, i] * A[i, k], (i, 1, m)), (k, 1, n)), because="finite sums commute")
    d.equals(Trace(B * A), because="definition")


with derivation(
    "library.matrix-calculus.trace-of-outer-product",
    "A quadratic form as a trace",
    COOKBOOK,
    note="Equation 17 is the case S = 1.",
) as d:
    d.begin(x.T * S * x)
    d.equals(Trace(x.T * S * x), because="a number is its own trace")
    d.equals(Trace(S * x * x.T), because="a trace is cyclic")
    d.equals(Trace(S * outer(x, x)))


with derivation(
    "library.matrix-calculus.linear-form", "The gradient of a linear form", COOKBOOK, note="Equation 69."
) as d:
    d.begin(D(a.T * x, x[j]), chain="entry by entry")
    d.equals(Sum(a[i] * D(x[i], x[j]), (i, 1, n)), because="the derivative of a sum")
    d.equals(a[j], because="only the summand with i = j depends on it")
    d.claim(grad(a.T * x, x), a, because="all entries together")


with derivation(
    "library.matrix-calculus.bilinear-form",
    "The gradient of a bilinear form by its matrix",
    COOKBOOK,
    note="Equations 70 and 71.",
) as d:
    d.begin(grad(z.T * A * x, A))
    d.equals(outer(z, x), because="entry by entry")
    d.equals(z * x.T)
    d.claim(grad(x.T * A.T * z, A), z * x.T, because="a number is its own transpose")


with derivation(
    "library.matrix-calculus.quadratic-form",
    "The gradient and the Hessian of a quadratic form",
    COOKBOOK,
    note="Equations 81, 97 and 98.",
) as d:
    d.begin(D(x.T * S * x, x[k]), chain="entry by entry")
    d.equals(Sum(S[k, j] * x[j], (j, 1, n)) + Sum(x[i] * S[i, k], (i, 1, n)), because="product rule")
    d.equals((S * x)[k] + (S.T * x)[k])
    d.begin(grad(x.T * S * x + b.T * x, x), chain="gradient")
    d.equals(S * x + S.T * x + b)
    d.equals((S + S.T) * x + b)
    d.claim(jacobian(grad(x.T * S * x + b.T * x, x), x), S + S.T, because="Hessian")


with derivation(
    "library.matrix-calculus.symmetric-quadratic-form",
    "Where the matrix is symmetric, the gradient of its quadratic form is 2 S x",
    COOKBOOK,
    note="Equation 81.",
) as d:
    d.declare(S, assume="symmetric")
    d.begin(grad(x.T * S * x / 2 - b.T * x, x))
    d.equals((S + S.T) * x / 2 - b)
    d.equals(S * x - b, because="S is symmetric")


with derivation(
    "library.matrix-calculus.completing-the-square",
    "Completing the square of a quadratic form",
    COOKBOOK,
    note="Section 8.1.",
) as d:
    d.declare(S, assume="positive definite")
    d.begin((x - S.I * b).T * S * (x - S.I * b) / 2)
    d.equals(
        (x.T * S * x - x.T * S * S.I * b - b.T * S.I * S * x + b.T * S.I * S * S.I * b) / 2,
        because="multiply out; S is symmetric",
    )
    d.equals((x.T * S * x - x.T * b - b.T * x + b.T * S.I * b) / 2, because="an inverse cancels")
    d.equals(x.T * S * x / 2 - b.T * x + b.T * S.I * b / 2)


with derivation(
    "library.matrix-calculus.squared-residual",
    "The gradient of a squared residual",
    COOKBOOK,
    note="Equation 84 with the identity as weight.",
) as d:
    d.begin(grad((A * x - z).T * (A * x - z), x))
    d.equals(grad(x.T * A.T * A * x - 2 * z.T * A * x + z.T * z, x), because="multiply out")
    d.equals(2 * A.T * A * x - 2 * A.T * z)
    d.equals(2 * A.T * (A * x - z))


with derivation(
    "library.matrix-calculus.norm",
    "The gradient and the Jacobian of the Euclidean norm",
    COOKBOOK,
    note="Equations 129 to 131.",
) as d:
    d.claim(grad(norm(x) ** 2, x), 2 * x)
    d.begin(grad(norm(x - a), x))
    d.equals(grad(norm(x - a) ** 2, x) / (2 * norm(x - a)), because="chain rule")
    d.equals((x - a) / norm(x - a))
    d.begin(jacobian((x - a) / norm(x - a), x), chain="direction")
    d.equals(Identity(n) / norm(x - a) - outer(x - a, x - a) / norm(x - a) ** 3, because="quotient rule")


with derivation(
    "library.matrix-calculus.frobenius-norm",
    "The Frobenius norm as a trace, and its gradient",
    COOKBOOK,
    note="Equations 115 and 132.",
) as d:
    d.begin(norm(A) ** 2)
    d.equals(Sum(Sum(A[i, j] ** 2, (j, 1, n)), (i, 1, m)))
    d.equals(Trace(A.T * A))
    d.claim(grad(Trace(A.T * A), A), 2 * A)


with derivation(
    "library.matrix-calculus.trace-linear",
    "Gradients of traces that are linear in the matrix",
    COOKBOOK,
    note="Equations 99 to 103.",
) as d:
    d.claim(grad(Trace(X), X), Identity(n))
    d.begin(grad(Trace(S * X * R), X))
    d.equals(grad(Trace(R * S * X), X), because="a trace is cyclic")
    d.equals((R * S).T)
    d.equals(S.T * R.T)
    d.claim(grad(Trace(S * X.T * R), X), R * S)


with derivation(
    "library.matrix-calculus.trace-quadratic",
    "Gradients of traces that are quadratic in the matrix",
    COOKBOOK,
    note="Equations 106 to 117.",
) as d:
    d.claim(grad(Trace(X * X), X), 2 * X.T)
    d.claim(grad(Trace(X.T * S * X), X), S * X + S.T * X)
    d.claim(grad(Trace(X * S * X.T), X), X * S.T + X * S)
    d.claim(grad(Trace(R * X * S * X), X), R.T * X.T * S.T + S.T * X.T * R.T)
    d.claim(grad(Trace(X.T * S * X * R), X), S * X * R + S.T * X * R.T)
    d.claim(grad(Trace(X * X * X), X), 3 * (X * X).T, because="equation 121 has the general power")


with derivation(
    "library.matrix-calculus.inverse",
    "The derivative of an inverse",
    MAGNUS,
    note="Also equations 59 and 60 of the Matrix Cookbook.",
) as d:
    d.claim(X.I * X, Identity(n), because="definition")
    d.begin(D(X.I[p, q], X[i, j]))
    d.equals(-X.I[p, i] * X.I[j, q], because="differentiate X X^-1 = 1 and solve")


with derivation(
    "library.matrix-calculus.inverse-forms",
    "Gradients of forms with an inverse",
    COOKBOOK,
    note="Equations 61, 63 and 64.",
) as d:
    d.begin(grad(a.T * X.I * b, X))
    d.equals(-outer(X.I.T * a, X.I * b), because="the derivative of an inverse, entry by entry")
    d.equals(-X.I.T * a * b.T * X.I.T)
    d.claim(grad(Trace(S * X.I * R), X), -((X.I * R * S * X.I).T))
    d.claim(grad(Trace((X + S).I), X), -(((X + S).I * (X + S).I).T))


with derivation(
    "library.matrix-calculus.determinant",
    "Jacobi's formula: the gradient of a determinant",
    MAGNUS,
    note="Also equations 49 and 57 of the Matrix Cookbook.",
) as d:
    d.claim(grad(Determinant(X), X), Determinant(X) * X.I.T)
    d.begin(grad(log(Determinant(X)), X), chain="logarithm")
    d.equals(grad(Determinant(X), X) / Determinant(X), because="chain rule")
    d.equals(X.I.T)


with derivation(
    "library.matrix-calculus.determinant-products",
    "Determinants of products, powers and inverses, and their gradients",
    COOKBOOK,
    note="Equations 18 to 23, 51, 58 and 62.",
) as d:
    d.claim(Determinant(c * X), c**n * Determinant(X))
    d.claim(Determinant(X.T), Determinant(X))
    d.claim(Determinant(X * Y), Determinant(X) * Determinant(Y))
    d.claim(Determinant(X.I), 1 / Determinant(X))
    d.claim(grad(Determinant(S * X * R), X), Determinant(S * X * R) * X.I.T)
    d.claim(grad(Determinant(X * X), X), 2 * Determinant(X) ** 2 * X.I.T)
    d.claim(grad(Determinant(X.I), X), -Determinant(X.I) * X.I.T)


with derivation(
    "library.matrix-calculus.gram-determinant",
    "The gradient of the log-determinant of a Gram matrix",
    COOKBOOK,
    note="Equation 55.",
) as d:
    d.begin(grad(log(Determinant(A.T * A)), A))
    d.equals(2 * A * (A.T * A).I)


with derivation(
    "library.matrix-calculus.chain-rule-for-log-determinants",
    "The slope of a log-determinant along a line of matrices",
    COOKBOOK,
    note="Equation 43.",
) as d:
    d.begin(D(log(Determinant(S + t * R)), t))
    d.equals(Trace((S + t * R).I * R))


with derivation(
    "library.matrix-calculus.rayleigh-quotient",
    "The gradient of the Rayleigh quotient, and that eigenvectors are where it vanishes",
    MAGNUS,
) as d:
    r = Symbol("r", real=True)
    d.declare(S, assume="symmetric")
    d.begin(grad(x.T * S * x / (x.T * x), x))
    d.equals(2 * S * x / (x.T * x) - 2 * (x.T * S * x) * x / (x.T * x) ** 2, because="quotient rule")
    d.equals(2 / (x.T * x) * (S * x - (x.T * S * x) / (x.T * x) * x))


with derivation(
    "library.matrix-calculus.lagrange-identity",
    "The identity of Lagrange, from which the inequality of Cauchy and Schwarz follows",
    MAGNUS,
) as d:
    d.begin(Sum(Sum((a[i] * b[j] - a[j] * b[i]) ** 2, (j, 1, n)), (i, 1, n)) / 2)
    d.equals(
        Sum(
            Sum(a[i] ** 2 * b[j] ** 2 - 2 * a[i] * b[i] * a[j] * b[j] + a[j] ** 2 * b[i] ** 2, (j, 1, n)),
            (i, 1, n),
        )
        / 2,
        because="binomial formula",
    )
    d.equals((a.T * a) * (b.T * b) - (a.T * b) ** 2, because="sum up")
