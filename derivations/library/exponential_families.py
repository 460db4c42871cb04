"""Exponential families: the log-partition function A(eta), with A' the mean and A'' the variance.

Each density is written as exp(eta*T(x) - A(eta)) up to a factor that does not depend on the parameter.
"""

from sympy import Function, Interval, Symbol, exp, log, pi, sqrt, symbols

from verify_derivations import D, Source, derivation

WAINWRIGHT = Source(
    "Wainwright, Jordan 2008",
    "Graphical models, exponential families, and variational inference",
    "Foundations and Trends in Machine Learning 1, section 3",
)
MCCULLAGH = Source("McCullagh, Nelder 1989", "Generalized Linear Models", "Chapman and Hall, section 2.2")

x, eta, mu, eta1, eta2 = symbols("x eta mu eta1 eta2", real=True)
p = Symbol("p", real=True)
lam, sigma, r, alpha, beta, b = symbols("lambda sigma r alpha beta b", positive=True)
A = Function("A")
UNIT = Interval.open(0, 1)


with derivation(
    "library.exponential-families.bernoulli",
    "Bernoulli: A(eta) = log(1 + exp(eta)) with eta the logit",
    WAINWRIGHT,
) as d:
    d.declare(p, domain=UNIT)
    d.define(A(eta), log(1 + exp(eta)))
    d.begin(exp(x * log(p / (1 - p)) - A(log(p / (1 - p)))), chain="density")
    d.equals(exp(x * log(p / (1 - p)) - log(1 / (1 - p))), because="1 + p/(1 - p) = 1/(1 - p)")
    d.equals(exp(x * log(p) + (1 - x) * log(1 - p)), because="logarithm of a quotient")
    d.equals(p**x * (1 - p) ** (1 - x), because="definition of the power")
    d.begin(D(A(eta), eta), chain="mean")
    d.equals(exp(eta) / (1 + exp(eta)))
    d.equals(1 / (1 + exp(-eta)), because="the sigmoid")
    d.begin(D(A(eta), eta, 2), chain="variance")
    d.equals(exp(eta) / (1 + exp(eta)) ** 2, because="quotient rule")
    d.equals(D(A(eta), eta) * (1 - D(A(eta), eta)), because="p (1 - p)")
    d.passes_through(D(A(eta), eta), {eta: log(p / (1 - p))}, p, because="the mean is p")


with derivation(
    "library.exponential-families.binomial", "Binomial: A(eta) = n log(1 + exp(eta))", MCCULLAGH
) as d:
    n = Symbol("n", positive=True)
    d.declare(p, domain=UNIT)
    d.define(A(eta), n * log(1 + exp(eta)))
    d.claim(
        exp(x * log(p / (1 - p)) - A(log(p / (1 - p)))),
        p**x * (1 - p) ** (n - x),
        because="up to the binomial coefficient",
    )
    d.passes_through(D(A(eta), eta), {eta: log(p / (1 - p))}, n * p, because="mean")
    d.passes_through(D(A(eta), eta, 2), {eta: log(p / (1 - p))}, n * p * (1 - p), because="variance")


with derivation(
    "library.exponential-families.poisson", "Poisson: A(eta) = exp(eta) with eta the log-rate", WAINWRIGHT
) as d:
    d.define(A(eta), exp(eta))
    d.begin(exp(x * log(lam) - A(log(lam))), chain="density, up to the factorial")
    d.equals(exp(x * log(lam) - lam), because="exp undoes log")
    d.equals(lam**x * exp(-lam), because="definition of the power")
    d.claim(D(A(eta), eta), exp(eta), because="mean")
    d.claim(D(A(eta), eta, 2), D(A(eta), eta), because="the variance equals the mean")
    d.passes_through(D(A(eta), eta), {eta: log(lam)}, lam)


with derivation(
    "library.exponential-families.gaussian-known-variance",
    "Gaussian with known variance: A(eta) = sigma^2 eta^2 / 2",
    WAINWRIGHT,
) as d:
    d.define(A(eta), sigma**2 * eta**2 / 2)
    d.begin(
        exp(-(x**2) / (2 * sigma**2)) / sqrt(2 * pi * sigma**2) * exp(mu / sigma**2 * x - A(mu / sigma**2)),
        chain="density",
    )
    d.equals(
        exp(-(x**2) / (2 * sigma**2)) / sqrt(2 * pi * sigma**2) * exp((2 * mu * x - mu**2) / (2 * sigma**2))
    )
    d.equals(exp(-((x - mu) ** 2) / (2 * sigma**2)) / sqrt(2 * pi * sigma**2), because="complete the square")
    d.begin(D(A(eta), eta), chain="mean")
    d.equals(sigma**2 * eta)
    d.passes_through(sigma**2 * eta, {eta: mu / sigma**2}, mu)
    d.claim(D(A(eta), eta, 2), sigma**2, because="variance")


with derivation(
    "library.exponential-families.gaussian",
    "Gaussian with both parameters unknown",
    WAINWRIGHT,
    note="eta1 goes with x, eta2 with x^2.",
) as d:
    d.declare(eta2, domain="negative")
    d.define(A(eta1, eta2), -(eta1**2) / (4 * eta2) - log(-2 * eta2) / 2)
    d.claim(
        exp(mu / sigma**2 * x - x**2 / (2 * sigma**2) - A(mu / sigma**2, -1 / (2 * sigma**2))),
        exp(-((x - mu) ** 2) / (2 * sigma**2)) / sigma,
        because="up to the root of 2 pi",
    )
    d.begin(D(A(eta1, eta2), eta1), chain="mean of x")
    d.equals(-eta1 / (2 * eta2))
    d.passes_through(-eta1 / (2 * eta2), {eta1: mu / sigma**2, eta2: -1 / (2 * sigma**2)}, mu)
    d.begin(D(A(eta1, eta2), eta2), chain="mean of the square")
    d.equals(eta1**2 / (4 * eta2**2) - 1 / (2 * eta2))
    d.passes_through(
        eta1**2 / (4 * eta2**2) - 1 / (2 * eta2),
        {eta1: mu / sigma**2, eta2: -1 / (2 * sigma**2)},
        mu**2 + sigma**2,
    )
    d.claim(D(A(eta1, eta2), eta1, 2), -1 / (2 * eta2), because="the variance")


with derivation(
    "library.exponential-families.exponential",
    "Exponential: A(eta) = -log(-eta) with eta = -lambda",
    WAINWRIGHT,
) as d:
    d.declare(eta, domain="negative")
    d.define(A(eta), -log(-eta))
    d.begin(exp(-lam * x - A(-lam)), chain="density")
    d.equals(exp(-lam * x + log(lam)))
    d.equals(lam * exp(-lam * x), because="exp undoes log")
    d.claim(D(A(eta), eta), -1 / eta, because="mean: 1/lambda")
    d.claim(D(A(eta), eta, 2), 1 / eta**2, because="variance: 1/lambda^2")


with derivation(
    "library.exponential-families.geometric",
    "Geometric (failures before a success): A(eta) = -log(1 - exp(eta))",
    MCCULLAGH,
) as d:
    d.declare(p, domain=UNIT)
    d.declare(eta, domain="negative")
    d.define(A(eta), -log(1 - exp(eta)))
    d.begin(exp(x * log(1 - p) - A(log(1 - p))), chain="density")
    d.equals(exp(x * log(1 - p) + log(p)), because="1 - (1 - p) = p")
    d.equals(p * (1 - p) ** x, because="definition of the power")
    d.begin(D(A(eta), eta), chain="mean")
    d.equals(exp(eta) / (1 - exp(eta)))
    d.passes_through(exp(eta) / (1 - exp(eta)), {eta: log(1 - p)}, (1 - p) / p)
    d.begin(D(A(eta), eta, 2), chain="variance")
    d.equals(exp(eta) / (1 - exp(eta)) ** 2, because="quotient rule")
    d.passes_through(exp(eta) / (1 - exp(eta)) ** 2, {eta: log(1 - p)}, (1 - p) / p**2)


with derivation(
    "library.exponential-families.negative-binomial",
    "Negative binomial with a known number r: A(eta) = -r log(1 - exp(eta))",
    MCCULLAGH,
) as d:
    d.declare(p, domain=UNIT)
    d.declare(eta, domain="negative")
    d.define(A(eta), -r * log(1 - exp(eta)))
    d.claim(
        exp(x * log(1 - p) - A(log(1 - p))), p**r * (1 - p) ** x, because="up to the binomial coefficient"
    )
    d.claim(D(A(eta), eta), r * exp(eta) / (1 - exp(eta)))
    d.passes_through(r * exp(eta) / (1 - exp(eta)), {eta: log(1 - p)}, r * (1 - p) / p, because="mean")
    d.claim(D(A(eta), eta, 2), r * exp(eta) / (1 - exp(eta)) ** 2)
    d.passes_through(
        r * exp(eta) / (1 - exp(eta)) ** 2, {eta: log(1 - p)}, r * (1 - p) / p**2, because="variance"
    )


with derivation(
    "library.exponential-families.gamma",
    "Gamma with a known shape: A(eta) = -alpha log(-eta) with eta = -beta",
    MCCULLAGH,
) as d:
    d.declare(eta, domain="negative")
    d.declare(x, domain="positive")
    d.define(A(eta), -alpha * log(-eta))
    d.claim(
        x ** (alpha - 1) * exp(-beta * x - A(-beta)),
        beta**alpha * x ** (alpha - 1) * exp(-beta * x),
        because="up to the gamma function of the shape",
    )
    d.claim(D(A(eta), eta), -alpha / eta, because="mean: alpha/beta")
    d.claim(D(A(eta), eta, 2), alpha / eta**2, because="variance: alpha/beta^2")


with derivation(
    "library.exponential-families.laplace",
    "Laplace with known centre: A(eta) = log(-2/eta), for T(x) = Abs(x)",
    WAINWRIGHT,
) as d:
    d.declare(eta, domain="negative")
    d.define(A(eta), log(-2 / eta))
    d.claim(
        exp(-x / b - A(-1 / b)), exp(-x / b) / (2 * b), because="x stands for the distance from the centre"
    )
    d.claim(D(A(eta), eta), -1 / eta, because="the mean distance is b")
    d.claim(D(A(eta), eta, 2), 1 / eta**2, because="its variance is b^2")


with derivation(
    "library.exponential-families.cumulants",
    "The derivatives of log M(t) are the mean and the variance",
    WAINWRIGHT,
    note="M is any positive smooth function with M(0) = 1; its derivatives at 0 are the moments.",
) as d:
    t = Symbol("t", real=True)
    M = Function("M")
    d.begin(D(log(M(t)), t), chain="first")
    d.equals(D(M(t), t) / M(t), because="chain rule: the mean under the tilted density")
    d.begin(D(log(M(t)), t, 2), chain="second")
    d.equals((D(M(t), t, 2) * M(t) - D(M(t), t) ** 2) / M(t) ** 2, because="quotient rule")
    d.equals(
        D(M(t), t, 2) / M(t) - (D(M(t), t) / M(t)) ** 2, because="second moment less the square of the mean"
    )
