"""Information: Fisher information, inequalities of the logarithm, divergences, capacities."""

from sympy import Function, Interval, Rational, Symbol, exp, log, pi, symbols

from verify_derivations import D, Source, derivation

COVER = Source("Cover, Thomas 2006", "Elements of Information Theory", "Wiley, second edition")
CASELLA = Source("Casella, Berger 2002", "Statistical Inference", "Duxbury, second edition, section 7.3")
MACKAY = Source(
    "MacKay 2003", "Information Theory, Inference, and Learning Algorithms", "Cambridge University Press"
)
GOODFELLOW = Source("Goodfellow et al. 2014", "Generative adversarial nets", "arXiv:1406.2661, section 4")
TSYBAKOV = Source("Tsybakov 2009", "Introduction to Nonparametric Estimation", "Springer, section 2.4")

x, mu, theta = symbols("x mu theta", real=True)
p, q, rho = symbols("p q rho", real=True)
sigma, lam, n, u, a, b = symbols("sigma lambda n u a b", positive=True)
H, K, ell = (Function(name) for name in ("H", "K", "ell"))
UNIT = Interval.open(0, 1)


with derivation(
    "library.information.fisher-bernoulli",
    "The Fisher information of a probability is 1/(p (1 - p))",
    CASELLA,
) as d:
    d.declare(p, domain=UNIT)
    d.define(ell(x, p), x * log(p) + (1 - x) * log(1 - p))
    d.begin(
        p * D(ell(1, p), p) ** 2 + (1 - p) * D(ell(0, p), p) ** 2,
        tex=r"\mathbb E\left[\left(\partial_p \ell(x, p)\right)^2\right]",
    )
    d.equals(p * (1 / p) ** 2 + (1 - p) * (1 / (1 - p)) ** 2, because="the score of each outcome")
    d.equals(1 / p + 1 / (1 - p))
    d.equals(1 / (p * (1 - p)), because="common denominator")
    d.claim(
        -(p * D(ell(1, p), p, 2) + (1 - p) * D(ell(0, p), p, 2)),
        1 / (p * (1 - p)),
        because="the mean curvature gives the same",
    )
    d.claim(p * D(ell(1, p), p) + (1 - p) * D(ell(0, p), p), 0, because="the score has mean 0")
    d.claim(
        p * (1 - p) / n,
        1 / (n * (1 / (p * (1 - p)))),
        because="the relative frequency attains the bound of Cramer and Rao",
    )


with derivation(
    "library.information.fisher-logit",
    "Fisher information in another parameter: the logit of a probability",
    CASELLA,
) as d:
    d.define(p, 1 / (1 + exp(-theta)))
    d.begin(1 / (p * (1 - p)) * D(p, theta) ** 2, tex=r"I(p)\left(\frac{dp}{d\theta}\right)^2")
    d.equals(1 / (p * (1 - p)) * (p * (1 - p)) ** 2, because="derivative of the sigmoid")
    d.equals(p * (1 - p))


with derivation(
    "library.information.fisher-gaussian",
    "The Fisher information of the mean and of the standard deviation of a Gaussian",
    CASELLA,
    note="With z = (x - mu)/sigma, whose second moment is 1 and whose fourth is 3.",
) as d:
    z = Symbol("z", real=True)
    d.define(ell(x), -log(sigma) - log(2 * pi) / 2 - (x - mu) ** 2 / (2 * sigma**2))
    d.passes_through(
        D(ell(x), mu),
        {x: mu + sigma * z},
        z / sigma,
        because="the score of mu; its square has mean 1/sigma^2",
    )
    d.passes_through(D(ell(x), sigma), {x: mu + sigma * z}, (z**2 - 1) / sigma, because="the score of sigma")
    d.begin((3 - 2 * Rational(1) + 1) / sigma**2, tex=r"\mathbb E\left[(z^4 - 2z^2 + 1)/\sigma^2\right]")
    d.equals(2 / sigma**2, because="so this is the information about sigma")


with derivation(
    "library.information.fisher-poisson",
    "The Fisher information of a Poisson rate is 1/lambda",
    CASELLA,
    note="x has mean and variance lambda.",
) as d:
    d.define(ell(x), x * log(lam) - lam)
    d.begin(D(ell(x), lam), chain="score")
    d.equals(x / lam - 1)
    d.equals((x - lam) / lam, because="its variance is lambda/lambda^2")
    d.begin(-D(ell(x), lam, 2), chain="curvature")
    d.equals(x / lam**2, because="its mean is lambda/lambda^2")
    d.passes_through(x / lam**2, {x: lam}, 1 / lam)


with derivation("library.information.log-inequality", "log u <= u - 1, and what follows from it", COVER) as d:
    d.claim(log(u), "<=", u - 1)
    d.minimum(u - 1 - log(u), {u: 1}, 0)
    d.claim(log(u), ">=", 1 - 1 / u, because="1/u for u")
    d.claim(exp(x), ">=", 1 + x)
    d.claim(u * log(u), ">=", u - 1, because="multiplied by u")


with derivation(
    "library.information.gibbs", "Gibbs' inequality for two outcomes: the divergence is not negative", MACKAY
) as d:
    d.declare(p, q, domain=UNIT)
    d.claim(p * log(q / p), "<=", p * (q / p - 1), because="log u <= u - 1")
    d.claim(
        (1 - p) * log((1 - q) / (1 - p)), "<=", (1 - p) * ((1 - q) / (1 - p) - 1), because="log u <= u - 1"
    )
    d.claim(p * (q / p - 1) + (1 - p) * ((1 - q) / (1 - p) - 1), 0, because="both distributions add up to 1")
    d.claim(p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)), ">=", 0)


with derivation("library.information.cross-entropy", "Cross-entropy is entropy and divergence", COVER) as d:
    d.declare(p, q, domain=UNIT)
    d.define(H(p), -p * log(p) - (1 - p) * log(1 - p))
    d.define(K(p, q), p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)))
    d.begin(-p * log(q) - (1 - p) * log(1 - q))
    d.equals(
        -p * log(p) - (1 - p) * log(1 - p) + p * (log(p) - log(q)) + (1 - p) * (log(1 - p) - log(1 - q)),
        because="add and subtract the entropy",
    )
    d.equals(H(p) + K(p, q), because="definitions")


with derivation(
    "library.information.chi-squared",
    "The chi-squared divergence of two Bernoulli distributions bounds the other divergence",
    TSYBAKOV,
) as d:
    d.declare(p, q, domain=UNIT)
    d.begin((p - q) ** 2 / q + ((1 - p) - (1 - q)) ** 2 / (1 - q))
    d.equals((p - q) ** 2 * (1 / q + 1 / (1 - q)), because="the differences are opposite")
    d.equals((p - q) ** 2 / (q * (1 - q)), because="common denominator")
    d.claim(
        p * (p / q - 1) + (1 - p) * ((1 - p) / (1 - q) - 1),
        (p - q) ** 2 / (q * (1 - q)),
        because="so log u <= u - 1 gives K <= chi^2",
    )


with derivation(
    "library.information.jensen-shannon", "The Jensen-Shannon divergence by entropies", COVER
) as d:
    d.declare(p, q, domain=UNIT)
    m = Symbol("m", real=True)
    d.define(m, (p + q) / 2)
    d.define(H(p), -p * log(p) - (1 - p) * log(1 - p))
    d.define(K(p, q), p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)))
    d.begin(K(p, m) / 2 + K(q, m) / 2)
    d.equals(
        (-H(p) - p * log(m) - (1 - p) * log(1 - m)) / 2 + (-H(q) - q * log(m) - (1 - q) * log(1 - m)) / 2,
        because="cross-entropy less entropy",
    )
    d.equals(
        -m * log(m) - (1 - m) * log(1 - m) - (H(p) + H(q)) / 2,
        because="the means of p, q and of 1 - p, 1 - q",
    )
    d.equals(H(m) - (H(p) + H(q)) / 2, because="definition")


with derivation(
    "library.information.optimal-discriminator",
    "The best discriminator of a GAN at a point, and its value",
    GOODFELLOW,
    note="a and b are the densities of the data and of the generator.",
) as d:
    y = Symbol("y", real=True)
    d.declare(y, domain=UNIT)
    d.define(ell(y), a * log(y) + b * log(1 - y))
    d.begin(D(ell(y), y))
    d.equals(a / y - b / (1 - y))
    d.equals((a - (a + b) * y) / (y * (1 - y)), because="so it vanishes at a/(a + b)")
    d.claim(D(ell(y), y, 2), "<", 0, because="so this is the maximum")
    d.begin(ell(a / (a + b)), chain="value")
    d.equals(a * log(a / (a + b)) + b * log(b / (a + b)), because="1 - a/(a + b) = b/(a + b)")
    d.equals(
        a * log(a / ((a + b) / 2)) + b * log(b / ((a + b) / 2)) - (a + b) * log(2),
        because="twice the Jensen-Shannon divergence, less log 4, once integrated",
    )


with derivation(
    "library.information.gaussian-channel",
    "The mutual information of two correlated Gaussians, and the capacity of the Gaussian channel",
    COVER,
) as d:
    P, N = symbols("P N", positive=True)
    d.declare(rho, domain=Interval.open(-1, 1))
    d.begin(
        log(2 * pi * exp(1) * sigma**2) / 2 - log(2 * pi * exp(1) * sigma**2 * (1 - rho**2)) / 2,
        chain="mutual information",
    )
    d.equals(-log(1 - rho**2) / 2, because="entropy less conditional entropy")
    d.begin(log(2 * pi * exp(1) * (P + N)) / 2 - log(2 * pi * exp(1) * N) / 2, chain="capacity")
    d.equals(log((P + N) / N) / 2, because="logarithm of a quotient")
    d.equals(log(1 + P / N) / 2)


with derivation(
    "library.information.log-sum",
    "The log-sum inequality for two terms, by log u <= u - 1",
    COVER,
) as d:
    a1, a2, b1, b2 = symbols("a1 a2 b1 b2", positive=True)
    d.begin(a1 * log(a1 / b1) + a2 * log(a2 / b2) - (a1 + a2) * log((a1 + a2) / (b1 + b2)))
    d.equals(
        a1 * log(a1 * (b1 + b2) / (b1 * (a1 + a2))) + a2 * log(a2 * (b1 + b2) / (b2 * (a1 + a2))),
        because="logarithm of a quotient",
    )
    d.claim(
        a1 * (1 - b1 * (a1 + a2) / (a1 * (b1 + b2))) + a2 * (1 - b2 * (a1 + a2) / (a2 * (b1 + b2))),
        0,
        because="each logarithm is at least 1 - 1/u, and these add up to 0",
    )
    d.claim(
        -a1 * log(u),
        ">=",
        a1 * (1 - u),
        because="log u <= u - 1, for each quotient above, turned upside down",
    )
