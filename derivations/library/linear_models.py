"""Linear, ridge, weighted, logistic, Poisson and multinomial regression in matrix form, for all sizes."""

from sympy import (
    Function,
    Identity,
    MatrixSymbol,
    OneMatrix,
    Sum,
    Trace,
    exp,
    log,
    symbols,
)

from verify_derivations import (
    D,
    Source,
    derivation,
    diag,
    elementwise,
    grad,
    hadamard,
    jacobian,
    softmax,
    vector,
)

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, chapters 3 and 4")
HASTIE = Source(
    "Hastie, Tibshirani, Friedman 2009",
    "The Elements of Statistical Learning",
    "Springer, second edition, chapters 3 and 4",
)
HOERL = Source(
    "Hoerl, Kennard 1970",
    "Ridge regression: biased estimation for nonorthogonal problems",
    "Technometrics 12",
)
SAUNDERS = Source(
    "Saunders, Gammerman, Vovk 1998",
    "Ridge regression learning algorithm in dual variables",
    "International Conference on Machine Learning",
)
MCCULLAGH = Source("McCullagh, Nelder 1989", "Generalized Linear Models", "Chapman and Hall, second edition")
AITKEN = Source(
    "Aitken 1935",
    "On least squares and linear combination of observations",
    "Proceedings of the Royal Society of Edinburgh 55",
)
FRISCH = Source(
    "Frisch, Waugh 1933", "Partial time regressions as compared with individual trends", "Econometrica 1"
)
TIKHONOV = Source(
    "Rasmussen, Williams 2006", "Gaussian Processes for Machine Learning", "MIT Press, chapter 2"
)
PLACKETT = Source("Plackett 1950", "Some theorems in least squares", "Biometrika 37")

m, n, K = symbols("m n K", integer=True, positive=True)
i, j, k, l = symbols("i j k l", integer=True)
E, J, x, c = symbols("E J x c", real=True)
lam, alpha = symbols("lambda alpha", positive=True)
X, S, H = MatrixSymbol("X", m, n), MatrixSymbol("S", m, m), MatrixSymbol("H", m, m)
W, Y = MatrixSymbol("W", n, K), MatrixSymbol("Y", m, K)
w, b, theta, v = (vector(name, n) for name in ("w", "b", "theta", "v"))
y, h, r, s = (vector(name, m) for name in "yhrs")
sigma = Function("sigma")
one = OneMatrix(m, 1)


with derivation(
    "library.linear-models.least-squares",
    "The gradient and the Hessian of the squared error",
    BISHOP,
    note="Equations 3.12 and 3.13.",
) as d:
    d.define(E, Sum((Sum(X[i, l] * w[l], (l, 1, n)) - y[i]) ** 2, (i, 1, m)) / 2)
    d.claim(E, (X * w - y).T * (X * w - y) / 2, because="in matrix form")
    d.begin(D(E, w[j]), chain="entry by entry")
    d.equals(Sum((Sum(X[i, l] * w[l], (l, 1, n)) - y[i]) * X[i, j], (i, 1, m)), because="chain rule")
    d.equals(Sum(X[i, j] * (X * w - y)[i], (i, 1, m)))
    d.begin(grad(E, w), chain="matrix form")
    d.equals(X.T * (X * w - y))
    d.equals(X.T * X * w - X.T * y)
    d.claim(jacobian(grad(E, w), w), X.T * X, because="Hessian")


with derivation(
    "library.linear-models.mean-squared-error",
    "The gradient of the mean squared error with a separate bias",
    HASTIE,
) as d:
    beta = symbols("beta", real=True)
    d.define(J, (X * w + beta * one - y).T * (X * w + beta * one - y) / (2 * m))
    d.claim(grad(J, w), X.T * (X * w + beta * one - y) / m)
    d.begin(D(J, beta))
    d.equals(one.T * (X * w + beta * one - y) / m)
    d.equals(Sum((X * w)[i] - y[i], (i, 1, m)) / m + beta)


with derivation(
    "library.linear-models.normal-equations",
    "The normal equations and their solution",
    BISHOP,
    note="Equation 3.15.",
) as d:
    d.define(w, (X.T * X).I * X.T * y)
    d.begin(X.T * (X * w - y))
    d.equals(X.T * X * w - X.T * y)
    d.equals(X.T * X * (X.T * X).I * X.T * y - X.T * y, because="definition")
    d.equals(X.T * y - X.T * y, because="an inverse cancels")
    d.equals(0)


with derivation(
    "library.linear-models.pythagoras",
    "What any other weights cost: the squared error is least at the solution",
    HASTIE,
) as d:
    d.define(w, (X.T * X).I * X.T * y)
    d.begin((X * v - y).T * (X * v - y))
    d.equals(
        (X * w - y).T * (X * w - y) + 2 * (v - w).T * X.T * (X * w - y) + (v - w).T * X.T * X * (v - w),
        because="v = w + (v - w)",
    )
    d.equals((X * w - y).T * (X * w - y) + (X * (v - w)).T * (X * (v - w)), because="normal equations")


with derivation(
    "library.linear-models.hat-matrix",
    "The hat matrix is a projection of rank n, and residuals are orthogonal to the inputs",
    HASTIE,
    note="Section 3.2.",
) as d:
    d.define(H, X * (X.T * X).I * X.T)
    d.begin(H * H, chain="idempotent")
    d.equals(X * (X.T * X).I * (X.T * X) * (X.T * X).I * X.T)
    d.equals(X * (X.T * X).I * X.T, because="an inverse cancels")
    d.equals(H)
    d.claim(H.T, H)
    d.begin(Trace(H), chain="trace")
    d.equals(Trace((X.T * X).I * X.T * X), because="a trace is cyclic")
    d.equals(Trace(Identity(n)))
    d.equals(n)
    d.claim(X.T * (y - H * y), 0, because="residuals are orthogonal to the inputs")


with derivation(
    "library.linear-models.centering",
    "The centering matrix and the sum of squares about the mean",
    HASTIE,
) as d:
    C, mean = MatrixSymbol("C", m, m), symbols("mu", real=True)
    d.define(C, Identity(m) - one * one.T / m)
    d.define(mean, Sum(y[i], (i, 1, m)) / m)
    d.claim(C * C, C)
    d.claim(C * one, 0)
    d.begin(y.T * C * y)
    d.equals(Sum((y[i] - mean) ** 2, (i, 1, m)))
    d.equals(Sum(y[i] ** 2, (i, 1, m)) - m * mean**2, because="expand the square")


with derivation(
    "library.linear-models.multiple-outputs",
    "Least squares with several outputs",
    BISHOP,
    note="Equation 3.34.",
) as d:
    d.define(E, Trace((X * W - Y).T * (X * W - Y)) / 2)
    d.begin(grad(E, W))
    d.equals(X.T * (X * W - Y))
    d.equals(X.T * X * W - X.T * Y)
    d.claim(X.T * (X * ((X.T * X).I * X.T * Y) - Y), 0, because="it vanishes at the solution")


with derivation(
    "library.linear-models.weighted",
    "Weighted least squares: gradient, Hessian and solution",
    AITKEN,
) as d:
    d.define(E, (y - X * w).T * diag(s) * (y - X * w) / 2)
    d.claim(E, Sum(s[i] * (y[i] - (X * w)[i]) ** 2, (i, 1, m)) / 2, because="a diagonal weight")
    d.begin(grad(E, w))
    d.equals(-X.T * diag(s) * (y - X * w))
    d.equals(-X.T * hadamard(s, y - X * w))
    d.equals(X.T * diag(s) * X * w - X.T * diag(s) * y)
    d.claim(jacobian(grad(E, w), w), X.T * diag(s) * X)
    d.claim(
        X.T * diag(s) * (y - X * ((X.T * diag(s) * X).I * X.T * diag(s) * y)),
        0,
        because="the gradient vanishes at the solution",
    )


with derivation(
    "library.linear-models.generalised",
    "Generalised least squares: correlated errors",
    AITKEN,
) as d:
    d.declare(S, assume="positive definite")
    d.define(E, (y - X * w).T * S.I * (y - X * w) / 2)
    d.begin(grad(E, w))
    d.equals(-X.T * S.I * (y - X * w))
    d.equals(X.T * S.I * X * w - X.T * S.I * y)
    d.begin(X.T * S.I * (y - X * ((X.T * S.I * X).I * X.T * S.I * y)), chain="solution")
    d.equals(X.T * S.I * y - X.T * S.I * X * (X.T * S.I * X).I * X.T * S.I * y)
    d.equals(0, because="an inverse cancels")


with derivation(
    "library.linear-models.ridge",
    "Ridge regression: gradient, Hessian and solution",
    HOERL,
    note="Equation 3.28 of Bishop 2006.",
) as d:
    d.define(E, ((X * w - y).T * (X * w - y) + lam * w.T * w) / 2)
    d.begin(grad(E, w), chain="gradient")
    d.equals(X.T * (X * w - y) + lam * w)
    d.equals((X.T * X + lam * Identity(n)) * w - X.T * y)
    d.claim(jacobian(grad(E, w), w), X.T * X + lam * Identity(n))
    d.define(theta, (X.T * X + lam * Identity(n)).I * X.T * y)
    d.begin((X.T * X + lam * Identity(n)) * theta - X.T * y, chain="solution")
    d.equals(X.T * y - X.T * y, because="an inverse cancels")
    d.equals(0)


with derivation(
    "library.linear-models.ridge-dual",
    "The dual form of ridge regression, by pushing the inputs through the inverse",
    SAUNDERS,
) as d:
    d.begin((X.T * X + lam * Identity(n)) * X.T, chain="without inverses")
    d.equals(X.T * X * X.T + lam * X.T)
    d.equals(X.T * (X * X.T + lam * Identity(m)))
    d.begin((X.T * X + lam * Identity(n)).I * X.T * y, chain="weights")
    d.equals(X.T * (X * X.T + lam * Identity(m)).I * y, because="multiply by both inverses")


with derivation(
    "library.linear-models.kernel-ridge",
    "Kernel ridge regression: gradient and solution in the dual variables",
    SAUNDERS,
) as d:
    a, G = vector("a", m), MatrixSymbol("G", m, m)
    d.declare(G, assume="positive definite")
    d.define(E, (y - G * a).T * (y - G * a) / 2 + lam * a.T * G * a / 2)
    d.begin(grad(E, a))
    d.equals(-G * (y - G * a) + lam * G * a)
    d.equals(G * ((G + lam * Identity(m)) * a - y))
    d.claim(
        (G + lam * Identity(m)) * ((G + lam * Identity(m)).I * y) - y,
        0,
        because="it vanishes at the solution",
    )


with derivation(
    "library.linear-models.weight-decay",
    "A step of gradient descent with weight decay shrinks the weights first",
    HASTIE,
) as d:
    eta = symbols("eta", positive=True)
    d.define(E, (X * w - y).T * (X * w - y) / 2)
    d.begin(w - eta * grad(E + lam / 2 * w.T * w, w))
    d.equals(w - eta * (X.T * (X * w - y) + lam * w))
    d.equals((1 - eta * lam) * w - eta * X.T * (X * w - y))


with derivation(
    "library.linear-models.newton-least-squares",
    "One step of Newton solves least squares from any start",
    HASTIE,
) as d:
    d.define(E, (X * w - y).T * (X * w - y) / 2)
    d.begin(w - (X.T * X).I * grad(E, w))
    d.equals(w - (X.T * X).I * (X.T * X * w - X.T * y), because="gradient")
    d.equals(w - w + (X.T * X).I * X.T * y, because="an inverse cancels")
    d.equals((X.T * X).I * X.T * y)


with derivation(
    "library.linear-models.logistic",
    "Logistic regression: gradient and Hessian in matrix form",
    BISHOP,
    note="Equations 4.90, 4.91 and 4.97.",
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(h, elementwise(sigma, X * w))
    d.define(E, -Sum(y[i] * log(h[i]) + (1 - y[i]) * log(1 - h[i]), (i, 1, m)))
    d.begin(D(E, w[j]), chain="entry by entry")
    d.equals(
        -Sum((y[i] / h[i] - (1 - y[i]) / (1 - h[i])) * h[i] * (1 - h[i]) * X[i, j], (i, 1, m)),
        because="chain rule; sigma' = sigma (1 - sigma)",
    )
    d.equals(-Sum((y[i] * (1 - h[i]) - (1 - y[i]) * h[i]) * X[i, j], (i, 1, m)))
    d.equals(Sum((h[i] - y[i]) * X[i, j], (i, 1, m)))
    d.claim(grad(E, w), X.T * (h - y), because="in matrix form")
    d.begin(jacobian(grad(E, w), w), chain="Hessian")
    d.equals(jacobian(X.T * (h - y), w))
    d.equals(X.T * diag(hadamard(h, one - h)) * X)


with derivation(
    "library.linear-models.logistic-regularised",
    "Regularised logistic regression: gradient and Hessian",
    HASTIE,
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(h, elementwise(sigma, X * w))
    d.define(J, -Sum(y[i] * log(h[i]) + (1 - y[i]) * log(1 - h[i]), (i, 1, m)) / m + lam / (2 * m) * w.T * w)
    d.claim(grad(J, w), X.T * (h - y) / m + lam / m * w)
    d.claim(jacobian(grad(J, w), w), (X.T * diag(hadamard(h, one - h)) * X + lam * Identity(n)) / m)


with derivation(
    "library.linear-models.iteratively-reweighted",
    "A step of Newton for logistic regression is a weighted least-squares problem",
    BISHOP,
    note="Equations 4.99 and 4.100.",
) as d:
    z = vector("z", m)
    d.declare(r, domain="positive")
    d.define(z, X * w - elementwise(lambda e, f: e / f, h - y, r))
    d.begin((X.T * diag(r) * X).I * X.T * diag(r) * z)
    d.equals((X.T * diag(r) * X).I * (X.T * diag(r) * X * w - X.T * (h - y)), because="the weights cancel")
    d.equals(w - (X.T * diag(r) * X).I * X.T * (h - y), because="an inverse cancels")


with derivation(
    "library.linear-models.poisson",
    "Poisson regression: gradient and Hessian in matrix form",
    MCCULLAGH,
) as d:
    mu = vector("mu", m)
    d.define(mu, elementwise(exp, X * w))
    d.define(E, Sum(mu[i] - y[i] * log(mu[i]), (i, 1, m)))
    d.claim(E, Sum(mu[i] - y[i] * (X * w)[i], (i, 1, m)), because="log is the inverse of exp")
    d.begin(D(E, w[j]), chain="entry by entry")
    d.equals(Sum((1 - y[i] / mu[i]) * mu[i] * X[i, j], (i, 1, m)), because="chain rule")
    d.equals(Sum((mu[i] - y[i]) * X[i, j], (i, 1, m)))
    d.claim(grad(E, w), X.T * (mu - y))
    d.claim(jacobian(grad(E, w), w), X.T * diag(mu) * X, because="Hessian")


with derivation(
    "library.linear-models.canonical-link",
    "Any generalised linear model with its canonical link has the gradient of a residual",
    MCCULLAGH,
    note="A is the log-partition function; its slope is the mean, its curvature the variance.",
) as d:
    A, dA, ddA = Function("A"), Function("A'"), Function("A''")
    d.define(E, Sum(A((X * w)[i]) - y[i] * (X * w)[i], (i, 1, m)))
    d.begin(grad(E, w))
    d.equals(X.T * (elementwise(dA, X * w) - y))
    d.begin(jacobian(grad(E, w), w), chain="Hessian")
    d.equals(X.T * diag(elementwise(ddA, X * w)) * X)


with derivation(
    "library.linear-models.multinomial",
    "Multinomial logistic regression: the gradient in matrix form",
    BISHOP,
    note="Equations 4.108 and 4.109.",
) as d:
    P = MatrixSymbol("P", m, K)
    d.declare(Y, assume="simplex rows")
    d.define(P, softmax(X * W))
    d.define(E, -Sum(Sum(Y[i, k] * log(P[i, k]), (k, 1, K)), (i, 1, m)))
    d.begin(D(E, W[j, l]), chain="entry by entry")
    d.equals(Sum((P[i, l] * Sum(Y[i, k], (k, 1, K)) - Y[i, l]) * X[i, j], (i, 1, m)), because="chain rule")
    d.equals(Sum((P[i, l] - Y[i, l]) * X[i, j], (i, 1, m)), because="the targets add up to 1")
    d.claim(grad(E, W), X.T * (P - Y))


with derivation(
    "library.linear-models.partialling-out",
    "A regression on two groups of inputs, with the first group projected out",
    FRISCH,
) as d:
    Z, M, Q = MatrixSymbol("Z", m, K), MatrixSymbol("M", m, m), MatrixSymbol("Q", m, m)
    g = vector("g", K)
    d.define(M, Identity(m) - X * (X.T * X).I * X.T)
    d.claim(M * X, 0, because="X is projected to nothing")
    d.begin(M * (X * w + Z * g))
    d.equals(M * X * w + M * Z * g)
    d.equals(M * Z * g)
    d.begin((M * Z).T * (M * y - M * Z * g), chain="normal equations of what is left")
    d.equals(Z.T * M * M * y - Z.T * M * M * Z * g, because="M is symmetric")
    d.equals(Z.T * M * y - Z.T * M * Z * g, because="M is a projection")


with derivation(
    "library.linear-models.recursive",
    "Recursive least squares: one more example changes the inverse by a rank of one",
    PLACKETT,
) as d:
    P = MatrixSymbol("P", n, n)
    u = vector("u", n)
    d.declare(P, assume="positive definite")
    d.begin((P.I + u * u.T) * (P - P * u * u.T * P / (1 + u.T * P * u)))
    d.equals(
        Identity(n) + u * u.T * P - (u * u.T * P + u * (u.T * P * u) * u.T * P) / (1 + u.T * P * u),
        because="multiply out",
    )
    d.equals(Identity(n), because="a number moves to the front")
    d.claim(
        (P - P * u * u.T * P / (1 + u.T * P * u)) * u,
        P * u / (1 + u.T * P * u),
        because="the gain",
    )
