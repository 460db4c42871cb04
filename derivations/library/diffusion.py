"""Diffusion models in one dimension: forward marginals, posteriors, parametrisations, guidance."""

from sympy import Function, Interval, Rational, Symbol, cos, exp, log, pi, sin, sqrt, symbols

from verify_derivations import D, Source, derivation

HO = Source(
    "Ho, Jain, Abbeel 2020", "Denoising diffusion probabilistic models", "arXiv:2006.11239, sections 2 and 3"
)
SONG = Source("Song, Meng, Ermon 2021", "Denoising diffusion implicit models", "arXiv:2010.02502")
SALIMANS = Source(
    "Salimans, Ho 2022", "Progressive distillation for fast sampling of diffusion models", "arXiv:2202.00512"
)
SDE = Source(
    "Song, Sohl-Dickstein, Kingma, Kumar, Ermon, Poole 2021",
    "Score-based generative modeling through stochastic differential equations",
    "arXiv:2011.13456",
)
VDM = Source("Kingma, Salimans, Poole, Ho 2021", "Variational diffusion models", "arXiv:2107.00630")
GUIDANCE = Source("Ho, Salimans 2022", "Classifier-free diffusion guidance", "arXiv:2207.12598")
LIPMAN = Source(
    "Lipman, Chen, Ben-Hamu, Nickel, Le 2023", "Flow matching for generative modeling", "arXiv:2210.02747"
)
EFRON = Source(
    "Efron 2011",
    "Tweedie's formula and selection bias",
    "Journal of the American Statistical Association 106",
)

x0, x, y, e, e1, e2, v, s, w = symbols("x0 x y epsilon epsilon1 epsilon2 v s w", real=True)
A, a, b = symbols("abar alpha b", real=True)
t = Symbol("t", real=True)
sigma = Symbol("sigma", positive=True)
f, g = Function("f"), Function("g")
UNIT = Interval.open(0, 1)

# abar is the product of the alphas before this step, alpha that of this step, beta = 1 - alpha


with derivation(
    "library.diffusion.forward-marginal",
    "Two noising steps are one: the recursion for alpha-bar",
    HO,
    note="abar belongs to the step before, alpha to this one; independent noises add their variances.",
) as d:
    d.declare(A, a, domain=UNIT)
    d.begin(sqrt(a) * (sqrt(A) * x0 + sqrt(1 - A) * e1) + sqrt(1 - a) * e2, chain="sample")
    d.equals(sqrt(a * A) * x0 + sqrt(a * (1 - A)) * e1 + sqrt(1 - a) * e2, because="products of roots")
    d.begin(sqrt(a * (1 - A)) ** 2 + sqrt(1 - a) ** 2, chain="variance of the noise")
    d.equals(a * (1 - A) + (1 - a), because="independent noises")
    d.equals(1 - a * A, because="so the new abar is alpha abar")


with derivation("library.diffusion.variance-preserved", "The forward process keeps the variance 1", HO) as d:
    d.declare(A, domain=UNIT)
    d.claim(sqrt(A) ** 2 * 1 + sqrt(1 - A) ** 2, 1, because="for data of variance 1")
    d.claim(A / (1 - A), 1 / (1 / A - 1), because="the signal-to-noise ratio")
    d.increasing(A / (1 - A), A)


with derivation(
    "library.diffusion.posterior-variance",
    "The posterior precision and variance of a step back",
    HO,
    note="Section 2 of the paper.",
) as d:
    d.declare(A, a, domain=UNIT)
    d.begin(a / (1 - a) + 1 / (1 - A), chain="precision")
    d.equals((a * (1 - A) + (1 - a)) / ((1 - a) * (1 - A)), because="common denominator")
    d.equals((1 - a * A) / ((1 - a) * (1 - A)), because="a - a A + 1 - a")
    d.claim(
        1 / (a / (1 - a) + 1 / (1 - A)),
        (1 - A) / (1 - a * A) * (1 - a),
        because="the variance is the reciprocal",
    )


with derivation(
    "library.diffusion.posterior-mean",
    "The posterior mean of a step back, by completing the square",
    HO,
    note="Section 2 of the paper. x is x_t, y is x_(t-1), abar is that of step t - 1.",
) as d:
    m, c = symbols("m c", real=True)
    d.declare(A, a, domain=UNIT)
    d.define(c, (1 - a * A) / ((1 - a) * (1 - A)))
    d.define(m, sqrt(A) * (1 - a) / (1 - a * A) * x0 + sqrt(a) * (1 - A) / (1 - a * A) * x)
    d.begin(
        (x - sqrt(a) * y) ** 2 / (1 - a)
        + (y - sqrt(A) * x0) ** 2 / (1 - A)
        - (x - sqrt(a * A) * x0) ** 2 / (1 - a * A)
    )
    d.equals(
        (a / (1 - a) + 1 / (1 - A)) * y**2
        - 2 * (sqrt(a) * x / (1 - a) + sqrt(A) * x0 / (1 - A)) * y
        + x**2 / (1 - a)
        + A * x0**2 / (1 - A)
        - (x - sqrt(a * A) * x0) ** 2 / (1 - a * A),
        because="collect powers of y",
    )
    d.equals(c * (y - m) ** 2, because="complete the square; nothing is left")


with derivation(
    "library.diffusion.posterior-mean-by-noise",
    "The posterior mean by the noise that was added",
    HO,
    note="Section 3.2 of the paper. x is x_t, abar is that of step t - 1.",
) as d:
    d.declare(A, a, domain=UNIT)
    d.define(x0, (x - sqrt(1 - a * A) * e) / sqrt(a * A))
    d.begin(sqrt(A) * (1 - a) / (1 - a * A) * x0 + sqrt(a) * (1 - A) / (1 - a * A) * x)
    d.equals(
        (1 - a) / (sqrt(a) * (1 - a * A)) * (x - sqrt(1 - a * A) * e) + sqrt(a) * (1 - A) / (1 - a * A) * x,
        because="put x0 in",
    )
    d.equals(
        ((1 - a) + a * (1 - A)) / (sqrt(a) * (1 - a * A)) * x - (1 - a) / (sqrt(a) * sqrt(1 - a * A)) * e,
        because="collect x and the noise",
    )
    d.equals(1 / sqrt(a) * (x - (1 - a) / sqrt(1 - a * A) * e), because="(1 - a) + a (1 - A) = 1 - a A")


with derivation(
    "library.diffusion.loss-weight",
    "The weight of the squared noise error in the variational bound",
    HO,
    note="Section 3.2 of the paper. abar is that of step t - 1; s is the predicted noise.",
) as d:
    d.declare(A, a, domain=UNIT)
    d.begin(
        (
            1 / sqrt(a) * (x - (1 - a) / sqrt(1 - a * A) * e)
            - 1 / sqrt(a) * (x - (1 - a) / sqrt(1 - a * A) * s)
        )
        ** 2
        / (2 * sigma**2)
    )
    d.equals((1 / sqrt(a) * ((1 - a) / sqrt(1 - a * A) * (s - e))) ** 2 / (2 * sigma**2), because="x cancels")
    d.equals((1 - a) ** 2 / (2 * sigma**2 * a * (1 - a * A)) * (e - s) ** 2, because="square the factors")


with derivation(
    "library.diffusion.score-and-noise", "The score of the forward marginal is the noise, scaled", SDE
) as d:
    d.declare(A, domain=UNIT)
    d.define(f(x), -((x - sqrt(A) * x0) ** 2) / (2 * (1 - A)) - log(2 * pi * (1 - A)) / 2)
    d.begin(D(f(x), x))
    d.equals(-(x - sqrt(A) * x0) / (1 - A))
    d.passes_through(
        -(x - sqrt(A) * x0) / (1 - A),
        {x: sqrt(A) * x0 + sqrt(1 - A) * e},
        -e / sqrt(1 - A),
        because="put the sample in",
    )


with derivation(
    "library.diffusion.tweedie",
    "Tweedie's formula for a Gaussian prior: the posterior mean is the observation plus the variance times the score",
    EFRON,
    note="Prior with mean 0 and variance tau^2, noise with variance sigma^2.",
) as d:
    tau = Symbol("tau", positive=True)
    d.define(f(x), -(x**2) / (2 * (tau**2 + sigma**2)) - log(2 * pi * (tau**2 + sigma**2)) / 2)
    d.begin(x + sigma**2 * D(f(x), x))
    d.equals(x - sigma**2 * x / (tau**2 + sigma**2), because="score of the marginal")
    d.equals(tau**2 / (tau**2 + sigma**2) * x, because="the posterior mean")


with derivation(
    "library.diffusion.v-prediction",
    "The velocity parametrisation, and the way back to data and noise",
    SALIMANS,
) as d:
    phi = Symbol("phi", real=True)
    z = Symbol("z", real=True)
    d.define(z, cos(phi) * x0 + sin(phi) * e)
    d.define(v, cos(phi) * e - sin(phi) * x0)
    d.claim(D(z, phi), v, because="the velocity along the angle")
    d.begin(cos(phi) * z - sin(phi) * v, chain="data")
    d.equals(
        (cos(phi) ** 2 + sin(phi) ** 2) * x0 + (cos(phi) * sin(phi) - sin(phi) * cos(phi)) * e,
        because="definitions",
    )
    d.equals(x0, because="Pythagoras")
    d.begin(sin(phi) * z + cos(phi) * v, chain="noise")
    d.equals(e, because="in the same way")


with derivation(
    "library.diffusion.ddim-step",
    "The DDIM step without noise ends at the right marginal",
    SONG,
    note="A is the old alpha-bar, b the new one.",
) as d:
    d.declare(A, b, domain=UNIT)
    d.define(x, sqrt(A) * x0 + sqrt(1 - A) * e)
    d.begin(sqrt(b) * ((x - sqrt(1 - A) * e) / sqrt(A)) + sqrt(1 - b) * e)
    d.equals(sqrt(b) * x0 + sqrt(1 - b) * e, because="the bracket is x0")
    d.declare(sigma, domain=Interval.open(0, Rational(1, 2)))
    d.assume(sigma**2 < 1 - b)
    d.claim(
        sqrt(1 - b - sigma**2) ** 2 + sigma**2,
        1 - b,
        because="with noise of variance sigma^2 the marginal is the same",
    )


with derivation(
    "library.diffusion.log-snr", "Alpha-bar is a sigmoid of the log signal-to-noise ratio", VDM
) as d:
    lam = Symbol("lambda", real=True)
    d.declare(A, domain=UNIT)
    d.claim(1 / (1 + exp(-log(A / (1 - A)))), A, because="the sigmoid undoes the logit")
    d.define(A, 1 / (1 + exp(-lam)))
    d.claim(1 - A, 1 / (1 + exp(lam)), because="1 - sigma(u) = sigma(-u)")
    d.claim(D(A, lam), A * (1 - A), because="derivative of the sigmoid")


with derivation(
    "library.diffusion.guidance",
    "Classifier-free guidance is an extrapolation, and a product of powers",
    GUIDANCE,
) as d:
    p, q = Function("p"), Function("q")
    c_, n_ = symbols("c n", real=True)
    d.claim(c_ + w * (c_ - n_), (1 + w) * c_ - w * n_, because="away from the unconditional score")
    d.begin(D((1 + w) * log(f(x)) - w * log(g(x)), x))
    d.equals((1 + w) * D(log(f(x)), x) - w * D(log(g(x)), x), because="linear")
    d.equals(D(log(f(x)), x) + w * (D(log(f(x)), x) - D(log(g(x)), x)), because="collect w")


with derivation(
    "library.diffusion.flow-matching", "The straight path of flow matching and its velocity", LIPMAN
) as d:
    z = Symbol("z", real=True)
    smin = Symbol("sigma_min", positive=True)
    d.define(z, (1 - (1 - smin) * t) * x0 + t * y)
    d.claim(D(z, t), y - (1 - smin) * x0, because="linear in time")
    d.begin((y - (1 - smin) * z) / (1 - (1 - smin) * t))
    d.equals(
        (y - (1 - smin) * ((1 - (1 - smin) * t) * x0 + t * y)) / (1 - (1 - smin) * t), because="definition"
    )
    d.equals(y - (1 - smin) * x0, because="divide: the same velocity, as a field")
