"""Probability distributions: log-densities, maximum likelihood, divergences, entropies, moments."""

from sympy import (
    Abs,
    Function,
    Integral,
    Interval,
    Limit,
    Rational,
    Symbol,
    erf,
    exp,
    log,
    oo,
    pi,
    sign,
    sqrt,
    symbols,
)

from verify_derivations import D, Source, derivation

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, chapter 2")
MURPHY = Source("Murphy 2012", "Machine Learning: A Probabilistic Perspective", "MIT Press")
CASELLA = Source("Casella, Berger 2002", "Statistical Inference", "Duxbury, second edition")
COVER = Source("Cover, Thomas 2006", "Elements of Information Theory", "Wiley, second edition")
KINGMA = Source("Kingma, Welling 2014", "Auto-encoding variational Bayes", "arXiv:1312.6114, appendix B")

x, mu, t, q = symbols("x mu t q", real=True)
p = Symbol("p", real=True)
sigma, tau, lam, rate, n, k, s, S, a, b, T, alpha, beta = symbols(
    "sigma tau lambda rate n k s S a b T alpha beta", positive=True
)
nu = Symbol("nu", real=True)
f, ell, H, phi, Phi = (Function(name) for name in ("f", "ell", "H", "phi", "Phi"))
UNIT = Interval.open(0, 1)


with derivation(
    "library.distributions.gaussian-log-density",
    "The logarithm of the Gaussian density and its derivatives",
    BISHOP,
) as d:
    d.define(ell(x), -log(sigma) - log(2 * pi) / 2 - (x - mu) ** 2 / (2 * sigma**2))
    d.begin(log(1 / sqrt(2 * pi * sigma**2) * exp(-((x - mu) ** 2) / (2 * sigma**2))))
    d.equals(-log(sqrt(2 * pi * sigma**2)) - (x - mu) ** 2 / (2 * sigma**2), because="logarithm of a product")
    d.equals(-log(2 * pi * sigma**2) / 2 - (x - mu) ** 2 / (2 * sigma**2), because="logarithm of a root")
    d.equals(ell(x), because="logarithm of a product")
    d.claim(D(ell(x), mu), (x - mu) / sigma**2, because="the score of the mean")
    d.claim(
        D(ell(x), sigma), ((x - mu) ** 2 - sigma**2) / sigma**3, because="the score of the standard deviation"
    )
    d.claim(D(ell(x), mu, 2), -1 / sigma**2)
    d.claim(D(ell(x), x), -(x - mu) / sigma**2, because="the score by x, as in score matching")


with derivation(
    "library.distributions.gaussian-mle",
    "The maximum likelihood estimates of a Gaussian",
    BISHOP,
    note="For three observations.",
) as d:
    x1, x2, x3, v = symbols("x1 x2 x3 v", real=True)
    d.declare(v, domain="positive")
    d.define(
        ell(mu, v), -3 * log(2 * pi * v) / 2 - ((x1 - mu) ** 2 + (x2 - mu) ** 2 + (x3 - mu) ** 2) / (2 * v)
    )
    d.begin(D(ell(mu, v), mu), chain="mean")
    d.equals(((x1 - mu) + (x2 - mu) + (x3 - mu)) / v)
    d.equals((x1 + x2 + x3 - 3 * mu) / v)
    d.passes_through(
        (x1 + x2 + x3 - 3 * mu) / v,
        {mu: (x1 + x2 + x3) / 3},
        0,
        because="the slope vanishes at the sample mean",
    )
    d.begin(D(ell(mu, v), v), chain="variance")
    d.equals(-Rational(3, 2) / v + ((x1 - mu) ** 2 + (x2 - mu) ** 2 + (x3 - mu) ** 2) / (2 * v**2))
    d.equals(
        3 / (2 * v**2) * (((x1 - mu) ** 2 + (x2 - mu) ** 2 + (x3 - mu) ** 2) / 3 - v),
        because="so v is the mean square",
    )


with derivation(
    "library.distributions.bernoulli-mle",
    "The maximum likelihood estimate of a probability is the relative frequency",
    BISHOP,
    note="k successes in n trials.",
) as d:
    d.declare(p, domain=UNIT)
    d.assume(k < n)
    d.define(ell(p), k * log(p) + (n - k) * log(1 - p))
    d.begin(D(ell(p), p))
    d.equals(k / p - (n - k) / (1 - p), because="derivative of the logarithm")
    d.equals((k * (1 - p) - (n - k) * p) / (p * (1 - p)), because="common denominator")
    d.equals((k - n * p) / (p * (1 - p)), because="so it vanishes where p = k/n")
    d.claim((k - n * (k / n)) / (k / n * (1 - k / n)), 0)
    d.claim(D(ell(p), p, 2), -k / p**2 - (n - k) / (1 - p) ** 2)
    d.claim(D(ell(p), p, 2), "<", 0, because="so it is a maximum")


with derivation(
    "library.distributions.poisson-mle",
    "The maximum likelihood estimate of a Poisson rate is the mean count",
    CASELLA,
    note="S is the sum of n counts; the factorials do not depend on the rate.",
) as d:
    d.define(ell(lam), S * log(lam) - n * lam)
    d.begin(D(ell(lam), lam))
    d.equals(S / lam - n)
    d.equals((S - n * lam) / lam, because="so it vanishes where the rate is S/n")
    d.passes_through((S - n * lam) / lam, {lam: S / n}, 0)
    d.claim(D(ell(lam), lam, 2), "<", 0, because="so it is a maximum")


with derivation(
    "library.distributions.exponential-mle",
    "The maximum likelihood estimate of an exponential rate is one over the mean",
    CASELLA,
    note="S is the sum of n waiting times.",
) as d:
    d.define(ell(lam), n * log(lam) - lam * S)
    d.begin(D(ell(lam), lam))
    d.equals(n / lam - S)
    d.equals((n - lam * S) / lam, because="so it vanishes where the rate is n/S")
    d.passes_through((n - lam * S) / lam, {lam: n / S}, 0)
    d.claim(D(ell(lam), lam, 2), -n / lam**2)
    d.claim(D(ell(lam), lam, 2), "<", 0, because="so it is a maximum")


with derivation(
    "library.distributions.laplace-score", "The score of the Laplace distribution is a sign", MURPHY
) as d:
    d.define(ell(mu, b), -log(2 * b) - Abs(x - mu) / b)
    d.claim(D(ell(mu, b), mu), sign(x - mu) / b, because="so the estimate of mu is a median")
    d.claim(D(ell(mu, b), b), (Abs(x - mu) - b) / b**2, because="so that of b is the mean absolute deviation")


with derivation(
    "library.distributions.gaussian-kl",
    "The Kullback-Leibler divergence of two Gaussians",
    KINGMA,
    note="The mean of (x - nu)^2 under the first Gaussian is sigma^2 + (mu - nu)^2.",
) as d:
    d.begin(
        -log(2 * pi * sigma**2) / 2
        - sigma**2 / (2 * sigma**2)
        - (-log(2 * pi * tau**2) / 2 - (sigma**2 + (mu - nu) ** 2) / (2 * tau**2)),
        tex=r"\mathbb E_p[\log p(x)] - \mathbb E_p[\log q(x)]",
    )
    d.equals(
        log(tau**2 / sigma**2) / 2 - Rational(1, 2) + (sigma**2 + (mu - nu) ** 2) / (2 * tau**2),
        because="logarithm of a quotient",
    )
    d.equals(
        log(tau / sigma) + (sigma**2 + (mu - nu) ** 2) / (2 * tau**2) - Rational(1, 2),
        because="logarithm of a square",
    )
    d.define(f(mu, sigma), log(1 / sigma) + (sigma**2 + mu**2) / 2 - Rational(1, 2))
    d.claim(
        f(mu, sigma),
        -(1 + log(sigma**2) - mu**2 - sigma**2) / 2,
        because="the second one is standard: the term of the variational auto-encoder",
    )
    d.claim(D(f(mu, sigma), mu), mu)
    d.claim(D(f(mu, sigma), sigma), sigma - 1 / sigma)


with derivation(
    "library.distributions.bernoulli-kl",
    "The Kullback-Leibler divergence of two Bernoulli distributions, and its slope",
    COVER,
) as d:
    d.declare(p, q, domain=UNIT)
    d.define(f(p, q), p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)))
    d.begin(f(p, q), chain="entropy and cross-entropy")
    d.equals(p * (log(p) - log(q)) + (1 - p) * (log(1 - p) - log(1 - q)), because="logarithm of a quotient")
    d.equals(
        -(p * log(q) + (1 - p) * log(1 - q)) - -(p * log(p) + (1 - p) * log(1 - p)),
        because="cross-entropy less entropy",
    )
    d.begin(D(f(p, q), q), chain="slope")
    d.equals(-p / q + (1 - p) / (1 - q))
    d.equals((q - p) / (q * (1 - q)), because="common denominator")
    d.claim(D(f(p, q), p), log(p / (1 - p)) - log(q / (1 - q)), because="a difference of logits")


with derivation(
    "library.distributions.exponential-kl",
    "The Kullback-Leibler divergence of two exponential distributions",
    MURPHY,
    note="The mean of x under the first one is 1/lambda.",
) as d:
    d.begin(
        (log(lam) - lam * (1 / lam)) - (log(rate) - rate * (1 / lam)),
        tex=r"\mathbb E_p[\log p(x)] - \mathbb E_p[\log q(x)]",
    )
    d.equals(log(lam) - 1 - log(rate) + rate / lam)
    d.equals(log(lam / rate) + rate / lam - 1, because="logarithm of a quotient")
    d.claim(log(lam / rate) + rate / lam - 1, ">=", 0, because="log u <= u - 1")


with derivation(
    "library.distributions.poisson-kl",
    "The Kullback-Leibler divergence of two Poisson distributions",
    MURPHY,
    note="The mean of x under the first one is lambda; the factorials cancel.",
) as d:
    d.begin(
        (lam * log(lam) - lam) - (lam * log(rate) - rate),
        tex=r"\mathbb E_p[\log p(x)] - \mathbb E_p[\log q(x)]",
    )
    d.equals(lam * (log(lam) - log(rate)) + rate - lam)
    d.equals(lam * log(lam / rate) + rate - lam, because="logarithm of a quotient")


with derivation(
    "library.distributions.gaussian-entropy",
    "The entropy of a Gaussian",
    COVER,
    note="The mean of (x - mu)^2 is sigma^2.",
) as d:
    d.begin(log(2 * pi * sigma**2) / 2 + sigma**2 / (2 * sigma**2), tex=r"-\mathbb E[\log p(x)]")
    d.equals(log(2 * pi * sigma**2) / 2 + Rational(1, 2))
    d.equals((log(2 * pi * sigma**2) + log(exp(1))) / 2, because="1 = log e")
    d.equals(log(2 * pi * exp(1) * sigma**2) / 2, because="logarithm of a product")


with derivation(
    "library.distributions.bernoulli-entropy",
    "The entropy of a Bernoulli distribution: slope, curvature and value at 1/2",
    COVER,
) as d:
    d.declare(p, domain=UNIT)
    d.define(H(p), -p * log(p) - (1 - p) * log(1 - p))
    d.begin(D(H(p), p))
    d.equals(-log(p) - 1 + log(1 - p) + 1, because="product rule")
    d.equals(log((1 - p) / p), because="logarithm of a quotient")
    d.claim(D(H(p), p, 2), -1 / (p * (1 - p)))
    d.claim(H(1 - p), H(p), because="both outcomes count alike")
    d.maximum(H(p), {p: Rational(1, 2)}, log(2))


with derivation(
    "library.distributions.exponential-mgf",
    "The moment generating function of the exponential distribution and its moments",
    CASELLA,
) as d:
    d.assume(t < lam)
    d.define(f(t), lam / (lam - t))
    d.claim(
        D(-lam / (lam - t) * exp(-(lam - t) * x), x),
        lam * exp(-lam * x) * exp(t * x),
        because="an antiderivative",
    )
    d.begin(Integral(lam * exp(-s * x), (x, 0, T)), chain="up to T, with t = lambda - s")
    d.equals(lam / s * (1 - exp(-s * T)), because="fundamental theorem")
    d.begin(Limit(lam / s * (1 - exp(-s * T)), T, oo), chain="all of it")
    d.equals(lam / s, because="s is positive")
    d.equals(f(lam - s), because="definition")
    d.claim(D(f(t), t), lam / (lam - t) ** 2)
    d.passes_through(lam / (lam - t) ** 2, {t: 0}, 1 / lam, because="the mean")
    d.claim(D(f(t), t, 2), 2 * lam / (lam - t) ** 3)
    d.claim(2 * lam / lam**3 - (1 / lam) ** 2, 1 / lam**2, because="the variance")


with derivation(
    "library.distributions.gaussian-mgf",
    "The moment generating function of a Gaussian by completing the square",
    CASELLA,
) as d:
    d.define(f(x), 1 / sqrt(2 * pi * sigma**2) * exp(-((x - mu) ** 2) / (2 * sigma**2)))
    d.begin(exp(t * x) * f(x))
    d.equals(
        1 / sqrt(2 * pi * sigma**2) * exp(-((x - mu) ** 2 - 2 * sigma**2 * t * x) / (2 * sigma**2)),
        because="one exponent",
    )
    d.equals(
        1
        / sqrt(2 * pi * sigma**2)
        * exp(-((x - (mu + sigma**2 * t)) ** 2 - 2 * mu * sigma**2 * t - sigma**4 * t**2) / (2 * sigma**2)),
        because="complete the square",
    )
    d.equals(
        exp(mu * t + sigma**2 * t**2 / 2) * f(x - sigma**2 * t),
        because="a shifted density, which integrates to 1",
    )
    d.claim(D(exp(mu * t + sigma**2 * t**2 / 2), t), (mu + sigma**2 * t) * exp(mu * t + sigma**2 * t**2 / 2))
    d.passes_through(D(exp(mu * t + sigma**2 * t**2 / 2), t), {t: 0}, mu, because="the mean")
    d.passes_through(
        D(exp(mu * t + sigma**2 * t**2 / 2), t, 2), {t: 0}, mu**2 + sigma**2, because="the second moment"
    )


with derivation(
    "library.distributions.bernoulli-moments",
    "Mean, variance and moment generating function of a Bernoulli variable",
    CASELLA,
) as d:
    d.declare(p, domain=UNIT)
    d.define(f(t), (1 - p) * exp(t * 0) + p * exp(t * 1))
    d.claim(f(t), 1 - p + p * exp(t), because="both outcomes")
    d.passes_through(D(f(t), t), {t: 0}, p, because="the mean")
    d.begin((1 - p) * (0 - p) ** 2 + p * (1 - p) ** 2, chain="variance")
    d.equals(p * (1 - p) * (p + (1 - p)), because="factor out")
    d.equals(p * (1 - p))


with derivation(
    "library.distributions.uniform-moments",
    "Mean, variance and moment generating function of the uniform distribution",
    CASELLA,
) as d:
    d.assume(a < b)
    d.begin(1 / (b - a) * Integral(x, (x, a, b)), chain="mean")
    d.equals((b**2 - a**2) / (2 * (b - a)), because="fundamental theorem")
    d.equals((a + b) / 2, because="third binomial formula")
    d.begin(1 / (b - a) * Integral(x**2, (x, a, b)) - ((a + b) / 2) ** 2, chain="variance")
    d.equals((b**3 - a**3) / (3 * (b - a)) - ((a + b) / 2) ** 2, because="fundamental theorem")
    d.equals((a**2 + a * b + b**2) / 3 - (a + b) ** 2 / 4, because="divide by b - a")
    d.equals((b - a) ** 2 / 12)
    d.claim(
        D(exp(t * x) / (t * (b - a)), x),
        exp(t * x) / (b - a),
        because="an antiderivative of the integrand of the moment generating function",
    )


with derivation(
    "library.distributions.logistic",
    "The logistic distribution: its density is sigma (1 - sigma), and even",
    CASELLA,
) as d:
    d.define(f(x), 1 / (1 + exp(-x)))
    d.begin(D(f(x), x))
    d.equals(exp(-x) / (1 + exp(-x)) ** 2, because="the distribution function is the sigmoid")
    d.equals(f(x) * (1 - f(x)))
    d.equals(1 / (exp(x / 2) + exp(-x / 2)) ** 2, because="divide by exp(-x)")
    d.claim(exp(x) / (1 + exp(x)) ** 2, exp(-x) / (1 + exp(-x)) ** 2, because="it is even")


with derivation(
    "library.distributions.standard-normal",
    "The standard normal density and its distribution function",
    BISHOP,
) as d:
    d.define(phi(x), exp(-(x**2) / 2) / sqrt(2 * pi))
    d.define(Phi(x), (1 + erf(x / sqrt(2))) / 2)
    d.claim(D(Phi(x), x), phi(x))
    d.claim(D(phi(x), x), -x * phi(x))
    d.claim(D(phi(x), x, 2), (x**2 - 1) * phi(x), because="inflections at -1 and 1")
    d.claim(Phi(-x), 1 - Phi(x), because="erf is odd")
    d.increasing(Phi(x), x)
    d.claim(D(-phi(x), x), x * phi(x), because="so the mean is 0")
    d.claim(D(Phi(x) - x * phi(x), x), x**2 * phi(x), because="so the variance is 1")


with derivation(
    "library.distributions.gamma-and-beta-modes",
    "The modes of the gamma and of the beta distribution",
    MURPHY,
) as d:
    d.declare(p, domain=UNIT)
    d.claim(D((alpha - 1) * log(lam) - beta * lam, lam), (alpha - 1) / lam - beta)
    d.assume(alpha > 1)
    d.passes_through(
        (alpha - 1) / lam - beta, {lam: (alpha - 1) / beta}, 0, because="the mode of the gamma distribution"
    )
    d.begin(D((alpha - 1) * log(p) + (beta - 1) * log(1 - p), p))
    d.equals((alpha - 1) / p - (beta - 1) / (1 - p))
    d.equals(
        (alpha - 1 - (alpha + beta - 2) * p) / (p * (1 - p)),
        because="common denominator: zero at (alpha - 1)/(alpha + beta - 2)",
    )


with derivation(
    "library.distributions.memoryless",
    "The exponential distribution has no memory, and a constant hazard",
    CASELLA,
) as d:
    d.begin(exp(-lam * (s + T)) / exp(-lam * s))
    d.equals(exp(-lam * s - lam * T + lam * s), because="quotient of exponentials")
    d.equals(exp(-lam * T))
    d.claim(lam * exp(-lam * x) / exp(-lam * x), lam, because="density over survival function")


with derivation(
    "library.distributions.log-normal",
    "The density of the log-normal distribution by a change of variables",
    CASELLA,
) as d:
    y = Symbol("y", positive=True)
    d.define(Phi(x), (1 + erf(x / sqrt(2))) / 2)
    d.begin(D(Phi((log(y) - mu) / sigma), y))
    d.equals(
        exp(-(((log(y) - mu) / sigma) ** 2) / 2) / sqrt(2 * pi) * D((log(y) - mu) / sigma, y),
        because="chain rule",
    )
    d.equals(
        1 / (y * sigma * sqrt(2 * pi)) * exp(-((log(y) - mu) ** 2) / (2 * sigma**2)),
        because="derivative of the logarithm",
    )
