"""Bayesian updates: conjugate priors, completing the square, predictive distributions."""

from sympy import Function, Interval, Rational, Symbol, exp, gamma, log, pi, sqrt, symbols

from verify_derivations import D, Source, derivation

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, sections 2.1 and 2.3")
GELMAN = Source("Gelman et al. 2013", "Bayesian Data Analysis", "CRC Press, third edition, chapter 2")
MURPHY = Source("Murphy 2012", "Machine Learning: A Probabilistic Perspective", "MIT Press, chapter 3")

x, y, m, p, theta = symbols("x y m p theta", real=True)
alpha, beta, k, n, S, lam, s, t, tau, sigma = symbols("alpha beta k n S lambda s t tau sigma", positive=True)
g, ell = (Function(name) for name in ("g", "ell"))
UNIT = Interval.open(0, 1)


with derivation(
    "library.bayes.bayes-rule-odds",
    "Bayes' rule in odds, and as a sigmoid of the log-odds",
    BISHOP,
    note="a and b are the joint probabilities of the observation with each hypothesis.",
) as d:
    a, b = symbols("a b", positive=True)
    d.begin(a / (a + b))
    d.equals(1 / (1 + b / a), because="divide by a")
    d.equals(1 / (1 + exp(-log(a / b))), because="b/a = exp(-log(a/b))")
    d.claim(a / (a + b) / (b / (a + b)), a / b, because="the normaliser cancels in the odds")


with derivation(
    "library.bayes.diagnostic-test", "The posterior probability of a disease after a positive test", GELMAN
) as d:
    sens, spec, prev = symbols("sens spec prev", real=True)
    d.declare(sens, spec, prev, domain=UNIT)
    d.begin(sens * prev / (sens * prev + (1 - spec) * (1 - prev)))
    d.equals(1 / (1 + (1 - spec) / sens * ((1 - prev) / prev)), because="divide by sens prev")
    d.increasing(sens * prev / (sens * prev + (1 - spec) * (1 - prev)), prev)
    d.claim(
        (Rational(99, 100) * Rational(1, 100))
        / (Rational(99, 100) * Rational(1, 100) + Rational(1, 100) * Rational(99, 100)),
        Rational(1, 2),
        because="99 % sensitive, 99 % specific, 1 % prevalent: even odds",
    )


with derivation(
    "library.bayes.beta-bernoulli", "A beta prior and k successes in n trials give a beta posterior", BISHOP
) as d:
    d.declare(p, domain=UNIT)
    d.begin(p**k * (1 - p) ** (n - k) * (p ** (alpha - 1) * (1 - p) ** (beta - 1)), tex=r"p(k \mid p)\,p(p)")
    d.equals(p ** (alpha + k - 1) * (1 - p) ** (beta + n - k - 1), because="add the exponents")


with derivation(
    "library.bayes.beta-posterior-mean",
    "The posterior mean lies between the prior mean and the frequency",
    BISHOP,
) as d:
    w = Symbol("w", real=True)
    d.define(w, n / (alpha + beta + n))
    d.begin((alpha + k) / (alpha + beta + n))
    d.equals(
        alpha / (alpha + beta) * ((alpha + beta) / (alpha + beta + n)) + k / n * (n / (alpha + beta + n)),
        because="expand both fractions",
    )
    d.equals((1 - w) * (alpha / (alpha + beta)) + w * (k / n), because="definition of the weight")
    d.claim((1 + k) / (1 + 1 + n), (k + 1) / (n + 2), because="Laplace's rule of succession: a uniform prior")


with derivation(
    "library.bayes.beta-mean",
    "The mean and the variance of a beta distribution from the gamma function",
    GELMAN,
) as d:
    d.define(g(alpha, beta), gamma(alpha) * gamma(beta) / gamma(alpha + beta))
    d.begin(g(alpha + 1, beta) / g(alpha, beta), chain="mean")
    d.equals(
        gamma(alpha + 1) / gamma(alpha) * (gamma(alpha + beta) / gamma(alpha + beta + 1)),
        because="gamma(beta) cancels",
    )
    d.equals(alpha / (alpha + beta), because="gamma(u + 1) = u gamma(u)")
    d.begin(g(alpha + 2, beta) / g(alpha, beta) - (alpha / (alpha + beta)) ** 2, chain="variance")
    d.equals(
        alpha * (alpha + 1) / ((alpha + beta) * (alpha + beta + 1)) - (alpha / (alpha + beta)) ** 2,
        because="the recurrence, twice",
    )
    d.equals(alpha * beta / ((alpha + beta) ** 2 * (alpha + beta + 1)), because="common denominator")


with derivation(
    "library.bayes.gamma-poisson", "A gamma prior and n counts with sum S give a gamma posterior", GELMAN
) as d:
    d.begin(
        lam**S * exp(-n * lam) * (lam ** (alpha - 1) * exp(-beta * lam)),
        tex=r"p(x_1, \ldots, x_n \mid \lambda)\,p(\lambda)",
    )
    d.equals(lam ** (alpha + S - 1) * exp(-(beta + n) * lam), because="add the exponents")
    d.begin((alpha + S) / (beta + n), chain="posterior mean")
    d.equals(
        beta / (beta + n) * (alpha / beta) + n / (beta + n) * (S / n),
        because="between the prior mean and the mean count",
    )


with derivation(
    "library.bayes.gamma-exponential",
    "A gamma prior and n waiting times with sum S give a gamma posterior",
    MURPHY,
) as d:
    d.begin(lam**n * exp(-lam * S) * (lam ** (alpha - 1) * exp(-beta * lam)))
    d.equals(lam ** (alpha + n - 1) * exp(-(beta + S) * lam), because="add the exponents")


with derivation("library.bayes.completing-the-square", "Completing the square", BISHOP) as d:
    a = Symbol("a", positive=True)
    b, c = symbols("b c", real=True)
    d.begin(a * x**2 + b * x + c)
    d.equals(
        a * (x**2 + 2 * x * (b / (2 * a)) + (b / (2 * a)) ** 2) - a * (b / (2 * a)) ** 2 + c,
        because="add and subtract",
    )
    d.equals(a * (x + b / (2 * a)) ** 2 + c - b**2 / (4 * a), because="first binomial formula")
    d.minimum(a * x**2 + b * x + c, {x: -b / (2 * a)}, c - b**2 / (4 * a))


with derivation(
    "library.bayes.normal-normal",
    "A normal prior and a normal observation: precisions add up, means are weighted by them",
    BISHOP,
    note="The prior has mean m and precision s, the observation x has precision t.",
) as d:
    d.begin(
        s * (theta - m) ** 2 + t * (x - theta) ** 2,
        tex=r"-2\log\left(p(\theta)\,p(x\mid\theta)\right) + \text{const}",
    )
    d.equals(
        (s + t) * theta**2 - 2 * (s * m + t * x) * theta + s * m**2 + t * x**2,
        because="collect powers of theta",
    )
    d.equals(
        (s + t) * (theta - (s * m + t * x) / (s + t)) ** 2
        - (s * m + t * x) ** 2 / (s + t)
        + s * m**2
        + t * x**2,
        because="complete the square",
    )
    d.equals(
        (s + t) * (theta - (s * m + t * x) / (s + t)) ** 2 + s * t / (s + t) * (x - m) ** 2,
        because="what is left is the square of a difference",
    )


with derivation(
    "library.bayes.normal-normal-variance-form",
    "The same update by variances: a gain and a residual",
    BISHOP,
    note="The prior has variance tau^2, the observation sigma^2.",
) as d:
    d.begin((m / tau**2 + x / sigma**2) / (1 / tau**2 + 1 / sigma**2), chain="mean")
    d.equals((sigma**2 * m + tau**2 * x) / (sigma**2 + tau**2), because="multiply by both variances")
    d.equals(
        m + tau**2 / (tau**2 + sigma**2) * (x - m), because="m = (sigma^2 m + tau^2 m)/(sigma^2 + tau^2)"
    )
    d.begin(1 / (1 / tau**2 + 1 / sigma**2), chain="variance")
    d.equals(sigma**2 * tau**2 / (sigma**2 + tau**2), because="common denominator")
    d.equals(tau**2 * (1 - tau**2 / (tau**2 + sigma**2)), because="the gain shrinks it")
    d.claim(1 / (1 / tau**2 + 1 / sigma**2), "<", tau**2, because="an observation always helps")


with derivation(
    "library.bayes.normal-many-observations",
    "The posterior of a mean after n observations with mean y",
    BISHOP,
) as d:
    d.begin(m / tau**2 + n * y / sigma**2, chain="weighted sum")
    d.equals((sigma**2 * m + n * tau**2 * y) / (sigma**2 * tau**2), because="common denominator")
    d.begin((m / tau**2 + n * y / sigma**2) / (1 / tau**2 + n / sigma**2), chain="mean")
    d.equals(
        sigma**2 / (n * tau**2 + sigma**2) * m + n * tau**2 / (n * tau**2 + sigma**2) * y,
        because="equation (2.141) of the book",
    )
    d.claim(
        1 / (1 / tau**2 + n / sigma**2), tau**2 * sigma**2 / (n * tau**2 + sigma**2), because="its variance"
    )


with derivation(
    "library.bayes.product-of-gaussians",
    "The product of two Gaussian densities is a Gaussian density, scaled",
    BISHOP,
) as d:
    a, b = symbols("a b", real=True)
    v, w = symbols("v w", positive=True)
    d.begin((x - a) ** 2 / v + (x - b) ** 2 / w, chain="exponents")
    d.equals(
        (v + w) / (v * w) * (x - (w * a + v * b) / (v + w)) ** 2 + (a - b) ** 2 / (v + w),
        because="complete the square",
    )
    d.claim(
        sqrt(2 * pi * v) * sqrt(2 * pi * w),
        sqrt(2 * pi * (v + w)) * sqrt(2 * pi * (v * w / (v + w))),
        because="the factors in front agree as well",
    )


with derivation(
    "library.bayes.inverse-gamma-variance",
    "An inverse gamma prior for a variance",
    GELMAN,
    note="n observations with sum of squares S about the known mean.",
) as d:
    v = Symbol("v", positive=True)
    d.begin(v ** (-n / 2) * exp(-S / (2 * v)) * (v ** (-alpha - 1) * exp(-beta / v)))
    d.equals(v ** (-(alpha + n / 2) - 1) * exp(-(beta + S / 2) / v), because="add the exponents")


with derivation(
    "library.bayes.map-ridge",
    "The mode of a posterior with a Gaussian prior is a ridge estimate",
    BISHOP,
    note="One weight theta, one input x, one target y.",
) as d:
    d.define(ell(theta), (y - theta * x) ** 2 / (2 * sigma**2) + theta**2 / (2 * tau**2))
    d.begin(D(ell(theta), theta))
    d.equals(-x * (y - theta * x) / sigma**2 + theta / tau**2)
    d.equals(((x**2 + sigma**2 / tau**2) * theta - x * y) / sigma**2, because="collect theta")
    d.passes_through(
        ((x**2 + sigma**2 / tau**2) * theta - x * y) / sigma**2,
        {theta: x * y / (x**2 + sigma**2 / tau**2)},
        0,
    )
