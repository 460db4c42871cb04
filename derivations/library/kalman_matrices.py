"""The Kalman filter in matrix form: gain, covariance updates, information form, for all sizes."""

from sympy import Identity, MatrixSymbol, Trace, symbols

from verify_derivations import Source, derivation, grad, jacobian, vector

KALMAN = Source(
    "Kalman 1960",
    "A new approach to linear filtering and prediction problems",
    "Journal of Basic Engineering 82",
)
JOSEPH = Source(
    "Bucy, Joseph 1968", "Filtering for Stochastic Processes with Applications to Guidance", "Interscience"
)
SARKKA = Source("Sarkka 2013", "Bayesian Filtering and Smoothing", "Cambridge, chapters 4 and 8")
ANDERSON = Source("Anderson, Moore 1979", "Optimal Filtering", "Prentice-Hall")

m, n = symbols("m n", integer=True, positive=True)
J = symbols("J", real=True)
P, Q, F, V = (MatrixSymbol(name, n, n) for name in "PQFV")
H, K, R, S = (
    MatrixSymbol("H", m, n),
    MatrixSymbol("K", n, m),
    MatrixSymbol("R", m, m),
    MatrixSymbol("S", m, m),
)
x, mean, y = vector("x", n), vector("mu", n), vector("y", m)
one = Identity(n)


with derivation(
    "library.kalman-matrices.update-covariance",
    "The covariance after an update with any gain",
    JOSEPH,
) as d:
    d.declare(P, R, assume="symmetric")
    d.begin((one - K * H) * P * (one - K * H).T + K * R * K.T)
    d.equals(P - K * H * P - P * H.T * K.T + K * H * P * H.T * K.T + K * R * K.T, because="multiply out")
    d.equals(P - K * H * P - P * H.T * K.T + K * (H * P * H.T + R) * K.T, because="factor out")


with derivation(
    "library.kalman-matrices.gain",
    "The gain that makes the mean squared error least",
    KALMAN,
) as d:
    d.declare(P, R, assume="positive definite")
    d.define(J, Trace((one - K * H) * P * (one - K * H).T + K * R * K.T))
    d.begin(grad(J, K))
    d.equals(-2 * (one - K * H) * P * H.T + 2 * K * R, because="gradients of traces")
    d.equals(2 * K * (H * P * H.T + R) - 2 * P * H.T)


with derivation(
    "library.kalman-matrices.gain-is-stationary",
    "At the Kalman gain the gradient vanishes",
    KALMAN,
) as d:
    d.declare(P, R, assume="positive definite")
    d.define(K, P * H.T * (H * P * H.T + R).I)
    d.begin(2 * K * (H * P * H.T + R) - 2 * P * H.T)
    d.equals(2 * P * H.T * (H * P * H.T + R).I * (H * P * H.T + R) - 2 * P * H.T, because="definition")
    d.equals(2 * P * H.T - 2 * P * H.T, because="an inverse cancels")
    d.equals(0)


with derivation(
    "library.kalman-matrices.joseph-form",
    "The form of Joseph and the short form agree at the Kalman gain",
    JOSEPH,
) as d:
    d.declare(P, R, assume="positive definite")
    d.define(S, H * P * H.T + R)
    d.define(K, P * H.T * S.I)
    d.begin((one - K * H) * P * (one - K * H).T + K * R * K.T)
    d.equals((one - K * H) * P - ((one - K * H) * P * H.T - K * R) * K.T, because="multiply out on the right")
    d.equals((one - K * H) * P - (P * H.T - K * S) * K.T, because="definition of S")
    d.equals((one - K * H) * P, because="K S is P H^T")
    d.claim((one - K * H) * P, P - K * S * K.T, because="a third form")


with derivation(
    "library.kalman-matrices.information-form",
    "Information adds up: the inverse of the updated covariance",
    ANDERSON,
) as d:
    d.declare(P, R, assume="positive definite")
    d.define(K, P * H.T * (H * P * H.T + R).I)
    d.begin((P.I + H.T * R.I * H) * (P - P * H.T * (H * P * H.T + R).I * H * P), chain="it is an inverse")
    d.equals(
        one
        + H.T * R.I * H * P
        - H.T * (H * P * H.T + R).I * H * P
        - H.T * R.I * (H * P * H.T) * (H * P * H.T + R).I * H * P,
        because="multiply out",
    )
    d.equals(
        one + H.T * R.I * H * P - H.T * R.I * (R + H * P * H.T) * (H * P * H.T + R).I * H * P,
        because="factor out",
    )
    d.equals(one, because="an inverse cancels")
    d.claim((P.I + H.T * R.I * H).I, (one - K * H) * P, because="so it equals the updated covariance")


with derivation(
    "library.kalman-matrices.two-gains",
    "Two forms of the gain: before and after the update",
    ANDERSON,
) as d:
    d.declare(P, R, assume="positive definite")
    d.begin((P.I + H.T * R.I * H) * P * H.T, chain="without inverses")
    d.equals(H.T + H.T * R.I * H * P * H.T)
    d.equals(H.T * R.I * (R + H * P * H.T), because="factor out")
    d.claim(
        (P.I + H.T * R.I * H).I * H.T * R.I,
        P * H.T * (H * P * H.T + R).I,
        because="multiply by both inverses",
    )


with derivation(
    "library.kalman-matrices.update-as-least-squares",
    "The update is the least-squares compromise of prediction and observation",
    SARKKA,
) as d:
    d.declare(P, R, assume="positive definite")
    d.define(J, (x - mean).T * P.I * (x - mean) / 2 + (y - H * x).T * R.I * (y - H * x) / 2)
    d.begin(grad(J, x))
    d.equals(P.I * (x - mean) - H.T * R.I * (y - H * x))
    d.equals((P.I + H.T * R.I * H) * (x - mean) - H.T * R.I * (y - H * mean), because="x = mu + (x - mu)")
    d.claim(jacobian(grad(J, x), x), P.I + H.T * R.I * H)
    d.claim(
        (P.I + H.T * R.I * H) * ((P.I + H.T * R.I * H).I * H.T * R.I * (y - H * mean))
        - H.T * R.I * (y - H * mean),
        0,
        because="it vanishes at the gain times the innovation",
    )


with derivation(
    "library.kalman-matrices.sequential",
    "Two observations one after the other add their information",
    ANDERSON,
) as d:
    G, U = MatrixSymbol("G", m, n), MatrixSymbol("U", m, m)
    d.declare(P, R, U, assume="positive definite")
    d.begin((P.I + H.T * R.I * H).I.I + G.T * U.I * G)
    d.equals(P.I + H.T * R.I * H + G.T * U.I * G)


with derivation(
    "library.kalman-matrices.prediction",
    "The covariance of a prediction",
    KALMAN,
    note="The Riccati equation with the gain put in.",
) as d:
    d.declare(P, R, Q, assume="positive definite")
    d.define(K, P * H.T * (H * P * H.T + R).I)
    d.begin(F * (one - K * H) * P * F.T + Q)
    d.equals(F * P * F.T - F * K * H * P * F.T + Q, because="multiply out")
    d.equals(F * P * F.T - F * P * H.T * (H * P * H.T + R).I * H * P * F.T + Q, because="definition")


with derivation(
    "library.kalman-matrices.smoother",
    "The gain of the smoother of Rauch, Tung and Striebel, in a form with the inverse of the transition",
    SARKKA,
    note="Chapter 8 defines the gain.",
) as d:
    d.declare(P, Q, assume="positive definite")
    d.declare(F, assume="invertible")
    d.define(V, F * P * F.T + Q)
    d.begin(P * F.T * V.I)
    d.equals(F.I * (F * P * F.T) * V.I, because="an inverse is put in")
    d.equals(F.I * (V - Q) * V.I, because="definition of V")
    d.equals(F.I * (one - Q * V.I))
