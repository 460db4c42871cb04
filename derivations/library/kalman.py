"""The Kalman filter in one dimension: gain, Joseph form, information form, steady state, smoothing."""

from sympy import Function, Symbol, log, pi, sqrt, symbols

from verify_derivations import D, Source, derivation

KALMAN = Source(
    "Kalman 1960",
    "A new approach to linear filtering and prediction problems",
    "Journal of Basic Engineering 82",
)
SIMON = Source("Simon 2006", "Optimal State Estimation", "Wiley, chapters 5 to 9")
SARKKA = Source(
    "Sarkka 2013", "Bayesian Filtering and Smoothing", "Cambridge University Press, chapters 4 and 8"
)
RAUCH = Source(
    "Rauch, Tung, Striebel 1965", "Maximum likelihood estimates of linear dynamic systems", "AIAA Journal 3"
)

m, z, a, K, x = symbols("m z a K x", real=True)
h = Symbol("h", real=True)
P, R, Q = symbols("P R Q", positive=True)
S = Symbol("S", real=True)
G = Symbol("G", real=True)
f = Function("f")

# P is the predicted variance, R that of the measurement z = h x + noise, Q that of the process


with derivation(
    "library.kalman.prediction",
    "Prediction: the mean is carried on, the variance is stretched and grows",
    KALMAN,
) as d:
    w, e = symbols("w e", real=True)
    d.define(x, m + e)
    d.begin(a * x + w - a * m)
    d.equals(a * e + w, because="the error of the prediction")
    d.claim(
        (a * e + w) ** 2,
        a**2 * e**2 + 2 * a * e * w + w**2,
        because="so the variance is a^2 P + Q, as e and w are uncorrelated",
    )


with derivation("library.kalman.gain", "The gain that makes the posterior variance least", KALMAN) as d:
    d.define(f(K), (1 - K * h) ** 2 * P + K**2 * R)
    d.begin(D(f(K), K))
    d.equals(-2 * h * (1 - K * h) * P + 2 * K * R, because="chain rule")
    d.equals(2 * (K * (h**2 * P + R) - P * h), because="collect K")
    d.passes_through(
        2 * (K * (h**2 * P + R) - P * h), {K: P * h / (h**2 * P + R)}, 0, because="so this is the gain"
    )
    d.claim(D(f(K), K, 2), ">", 0, because="so it is a minimum")


with derivation(
    "library.kalman.joseph-form",
    "The Joseph form holds for every gain, the short form for the best one",
    SIMON,
) as d:
    d.define(S, h**2 * P + R)
    d.define(G, P * h / S)
    d.begin((1 - G * h) ** 2 * P + G**2 * R)
    d.equals(P - 2 * G * h * P + G**2 * (h**2 * P + R), because="multiply out")
    d.equals(P - 2 * G * h * P + G * (P * h), because="G S = P h")
    d.equals((1 - G * h) * P, because="collect")
    d.equals(P * R / S, because="1 - G h = R/S")


with derivation(
    "library.kalman.excess-of-a-wrong-gain", "What a gain that is not the best one costs", SIMON
) as d:
    d.define(S, h**2 * P + R)
    d.define(G, P * h / S)
    d.begin((1 - K * h) ** 2 * P + K**2 * R)
    d.equals(S * K**2 - 2 * P * h * K + P, because="collect powers of K")
    d.equals(S * (K - P * h / S) ** 2 + P - (P * h) ** 2 / S, because="complete the square")
    d.equals((1 - G * h) * P + S * (K - G) ** 2, because="definition of the best gain")


with derivation("library.kalman.information-form", "The information form: precisions add up", SIMON) as d:
    d.define(S, h**2 * P + R)
    d.define(G, P * h / S)
    d.begin(1 / ((1 - G * h) * P), chain="precision")
    d.equals((h**2 * P + R) / (P * R), because="the posterior variance is P R/S")
    d.equals(1 / P + h**2 / R, because="divide term by term")
    d.begin(G, chain="gain")
    d.equals(P * h / (h**2 * P + R), because="definition")
    d.equals(h / R / (1 / P + h**2 / R), because="divide numerator and denominator by P R")
    d.equals((1 - G * h) * P * h / R, because="posterior variance times h/R")


with derivation(
    "library.kalman.update-as-weighted-mean", "The update is a mean weighted by precisions", SARKKA
) as d:
    d.define(G, P * h / (h**2 * P + R))
    d.begin(m + G * (z - h * m))
    d.equals((R * m + P * h * z) / (h**2 * P + R), because="common denominator")
    d.equals((m / P + h * z / R) / (1 / P + h**2 / R), because="divide numerator and denominator by P R")


with derivation(
    "library.kalman.update-by-completing-the-square",
    "The posterior of the state by completing the square",
    SARKKA,
) as d:
    d.define(S, h**2 * P + R)
    d.define(G, P * h / S)
    d.begin(
        (x - m) ** 2 / P + (z - h * x) ** 2 / R, tex=r"-2\log\left(p(x)\,p(z\mid x)\right) + \text{const}"
    )
    d.equals(
        (x - (m + G * (z - h * m))) ** 2 / ((1 - G * h) * P) + (z - h * m) ** 2 / S,
        because="complete the square: posterior and evidence",
    )


with derivation(
    "library.kalman.sequential-updates",
    "Two measurements one after the other are one measurement of both",
    SIMON,
    note="With h = 1 and measurement variances R and Q.",
) as d:
    d.begin(1 / (1 / (1 / P + 1 / R)) + 1 / Q)
    d.equals(1 / P + 1 / R + 1 / Q, because="precisions add up")
    d.equals(1 / P + 1 / (R * Q / (R + Q)), because="as if measured once, with the combined variance")


with derivation(
    "library.kalman.steady-state",
    "The steady state of a random walk that is observed",
    SIMON,
    note="With a = h = 1; the fixed point of the predicted variance.",
) as d:
    p = Symbol("p", real=True)
    d.define(p, (Q + sqrt(Q**2 + 4 * Q * R)) / 2)
    d.claim(p**2, Q * p + Q * R, because="the quadratic equation")
    d.begin(p * R / (p + R) + Q)
    d.equals((p * R + Q * p + Q * R) / (p + R), because="common denominator")
    d.equals((p * R + p**2) / (p + R), because="the quadratic equation")
    d.equals(p)


with derivation(
    "library.kalman.log-likelihood",
    "The log-likelihood of an innovation and its slope by the measurement variance",
    SARKKA,
) as d:
    v = Symbol("v", real=True)
    d.define(f(R), -log(2 * pi * (h**2 * P + R)) / 2 - v**2 / (2 * (h**2 * P + R)))
    d.begin(D(f(R), R))
    d.equals(-1 / (2 * (h**2 * P + R)) + v**2 / (2 * (h**2 * P + R) ** 2))
    d.equals(
        (v**2 - (h**2 * P + R)) / (2 * (h**2 * P + R) ** 2),
        because="so S should match the mean square of the innovations",
    )


with derivation(
    "library.kalman.smoother",
    "The Rauch-Tung-Striebel gain as a regression of the state on the next one",
    RAUCH,
    note="y is the smoothed next state, a m its prediction.",
) as d:
    y, n = symbols("y n", real=True)
    d.define(G, P * a / (a**2 * P + Q))
    d.begin((x - m) ** 2 / P + (y - a * x) ** 2 / Q)
    d.equals(
        (x - (m + G * (y - a * m))) ** 2 / (P - G * a * P) + (y - a * m) ** 2 / (a**2 * P + Q),
        because="complete the square",
    )
