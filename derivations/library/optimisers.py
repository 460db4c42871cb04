"""Optimisers: momentum, Adam, learning-rate schedules, and gradient descent on a parabola."""

from sympy import (
    Abs,
    Function,
    Interval,
    Rational,
    Sum,
    Symbol,
    cos,
    pi,
    sin,
    sqrt,
    symbols,
)

from verify_derivations import D, Source, derivation

KINGMA = Source("Kingma, Ba 2015", "Adam: a method for stochastic optimization", "arXiv:1412.6980, section 3")
POLYAK = Source(
    "Polyak 1964",
    "Some methods of speeding up the convergence of iteration methods",
    "USSR Computational Mathematics and Mathematical Physics 4",
)
NESTEROV = Source("Nesterov 2004", "Introductory Lectures on Convex Optimization", "Kluwer, section 1.2")
BOYD = Source("Boyd, Vandenberghe 2004", "Convex Optimization", "Cambridge University Press, chapter 9")
LOSHCHILOV = Source(
    "Loshchilov, Hutter 2017", "SGDR: stochastic gradient descent with warm restarts", "arXiv:1608.03983"
)
ADAMW = Source("Loshchilov, Hutter 2019", "Decoupled weight decay regularization", "arXiv:1711.05101")
VASWANI = Source("Vaswani et al. 2017", "Attention is all you need", "arXiv:1706.03762, section 5.3")
DUCHI = Source(
    "Duchi, Hazan, Singer 2011",
    "Adaptive subgradient methods for online learning and stochastic optimization",
    "Journal of Machine Learning Research 12",
)

t = Symbol("t", integer=True, positive=True)
i = Symbol("i", integer=True, positive=True)
g, m, x, v, w, c = symbols("g m x v w c", real=True)
a, eta, lam = symbols("a eta lambda", positive=True)
beta = Symbol("beta", real=True)
f, F = Function("f"), Function("F")
UNIT = Interval.open(0, 1)


with derivation(
    "library.optimisers.adam-bias-correction",
    "Adam's bias: the weights of an exponential average add up to 1 - beta^t",
    KINGMA,
    note="The i-th newest gradient has the weight (1 - beta) beta^(i - 1).",
) as d:
    d.declare(beta, domain=UNIT)
    d.begin(Sum((1 - beta) * beta ** (i - 1), (i, 1, t)))
    d.equals((1 - beta) * ((1 - beta**t) / (1 - beta)), because="geometric sum, by induction on t")
    d.equals(1 - beta**t, because="cancel")
    d.claim((1 - beta**t) * g / (1 - beta**t), g, because="so a constant gradient is recovered")


with derivation(
    "library.optimisers.adam-recursion",
    "Adam's corrected average is a recursion with a decreasing step",
    KINGMA,
) as d:
    d.declare(beta, domain=UNIT)
    d.define(m, beta * v + (1 - beta) * g)
    d.begin(m / (1 - beta**t))
    d.equals((beta * v + (1 - beta) * g) / (1 - beta**t), because="update of the average")
    d.equals(
        v / (1 - beta ** (t - 1)) * (1 - (1 - beta) / (1 - beta**t)) + (1 - beta) / (1 - beta**t) * g,
        because="beta (1 - beta^(t-1)) = (1 - beta^t) - (1 - beta)",
    )


with derivation(
    "library.optimisers.adam-first-step",
    "Adam's first step has the size of the learning rate",
    KINGMA,
    note="Without the constant epsilon in the denominator.",
) as d:
    b1, b2 = symbols("beta1 beta2", real=True)
    d.declare(b1, b2, domain=UNIT)
    d.begin(-eta * ((1 - b1) * g / (1 - b1)) / sqrt((1 - b2) * g**2 / (1 - b2)))
    d.equals(-eta * g / sqrt(g**2), because="both corrections cancel")
    d.equals(-eta * g / Abs(g), because="root of a square")
    d.claim(
        c * g / sqrt((c * g) ** 2) * Abs(c),
        c * g / Abs(g),
        because="a factor of the gradient leaves its sign only",
    )


with derivation(
    "library.optimisers.momentum-constant-gradient",
    "Momentum under a constant gradient: the velocity is a geometric sum",
    POLYAK,
    note="The i-th newest gradient is weighted by beta^(i - 1).",
) as d:
    d.declare(beta, domain=UNIT)
    d.begin(Sum(beta ** (i - 1) * g, (i, 1, t)))
    d.equals(g * (1 - beta**t) / (1 - beta), because="geometric sum, by induction on t")
    d.claim(
        beta * (g * (1 - beta**t) / (1 - beta)) + g,
        g * (1 - beta ** (t + 1)) / (1 - beta),
        because="one more step",
    )
    d.claim(
        g - beta * g,
        (1 - beta) * g,
        because="g/(1 - beta) is the fixed point: beta g/(1 - beta) + g = g/(1 - beta)",
    )


with derivation(
    "library.optimisers.exponential-average-unrolled",
    "Three steps of an exponential moving average, unrolled",
    KINGMA,
) as d:
    m0, g1, g2, g3 = symbols("m0 g1 g2 g3", real=True)
    m1, m2, m3 = symbols("m1 m2 m3", real=True)
    d.define(m1, beta * m0 + (1 - beta) * g1)
    d.define(m2, beta * m1 + (1 - beta) * g2)
    d.define(m3, beta * m2 + (1 - beta) * g3)
    d.begin(m3)
    d.equals(beta * (beta * m1 + (1 - beta) * g2) + (1 - beta) * g3, because="definition of m2")
    d.equals(beta**2 * m1 + (1 - beta) * (beta * g2 + g3), because="collect")
    d.equals(beta**3 * m0 + (1 - beta) * (beta**2 * g1 + beta * g2 + g3), because="definition of m1")


with derivation(
    "library.optimisers.gradient-descent-parabola",
    "Gradient descent on a parabola: the distance shrinks by the factor 1 - eta a",
    BOYD,
) as d:
    d.define(F(x), a * (x - c) ** 2 / 2)
    d.define(f(x), x - eta * (a * (x - c)))
    d.claim(D(F(x), x), a * (x - c))
    d.begin(f(x) - c, chain="distance")
    d.equals((x - c) - eta * a * (x - c), because="definition of the step")
    d.equals((1 - eta * a) * (x - c), because="factor out the distance")
    d.begin(F(f(x)), chain="value")
    d.equals(a * ((1 - eta * a) * (x - c)) ** 2 / 2)
    d.equals((1 - eta * a) ** 2 * F(x), because="definition")
    d.claim(f(f(x)) - c, (1 - eta * a) ** 2 * (x - c), because="two steps")
    d.claim(x - 1 / a * (a * (x - c)), c, because="with eta = 1/a, one step is enough")


with derivation(
    "library.optimisers.best-constant-step", "The best constant step for curvatures between l and L", NESTEROV
) as d:
    l, L = symbols("l L", positive=True)
    d.assume(l < L)
    d.begin(1 - 2 / (l + L) * l, chain="smallest curvature")
    d.equals((L - l) / (L + l), because="common denominator")
    d.begin(-(1 - 2 / (l + L) * L), chain="largest curvature")
    d.equals((L - l) / (L + l), because="common denominator: both contract alike")
    d.claim((L - l) / (L + l), (L / l - 1) / (L / l + 1), because="in terms of the condition number L/l")
    d.claim((L - l) / (L + l), "<", 1)


with derivation(
    "library.optimisers.descent-lemma",
    "What a gradient step gains on a function with curvature at most L",
    NESTEROV,
) as d:
    L = Symbol("L", positive=True)
    d.begin(g * (-eta * g) + L / 2 * (-eta * g) ** 2, tex=r"g(y-x) + \frac{L}{2}(y-x)^2,\ y = x - \eta g")
    d.equals(-eta * g**2 + L * eta**2 * g**2 / 2)
    d.equals(-eta * (1 - L * eta / 2) * g**2, because="factor out")
    d.passes_through(
        -eta * (1 - L * eta / 2) * g**2, {eta: 1 / L}, -(g**2) / (2 * L), because="the best step is 1/L"
    )
    d.claim(-eta * g**2 + L * eta**2 * g**2 / 2, ">=", -(g**2) / (2 * L))


with derivation(
    "library.optimisers.heavy-ball",
    "Heavy ball on a parabola: the characteristic polynomial has a double root at the critical damping",
    POLYAK,
) as d:
    r = Symbol("r", real=True)
    d.define(beta, (1 - sqrt(eta * a)) ** 2)
    d.begin(r**2 - (1 + beta - eta * a) * r + beta)
    d.equals(r**2 - 2 * (1 - sqrt(eta * a)) * r + (1 - sqrt(eta * a)) ** 2, because="definition of beta")
    d.equals((r - (1 - sqrt(eta * a))) ** 2, because="second binomial formula")


with derivation(
    "library.optimisers.newton",
    "Newton's method: one step on a parabola, and the square root by averaging",
    BOYD,
) as d:
    s = Symbol("s", positive=True)
    u = Symbol("u", positive=True)
    d.define(F(x), a * (x - c) ** 2 / 2)
    d.claim(x - D(F(x), x) / D(F(x), x, 2), c, because="the parabola is its own model")
    d.begin(u - (u**2 - s) / (2 * u), chain="square root of s")
    d.equals((u + s / u) / 2, because="the average of u and s/u")
    d.begin((u + s / u) / 2 - sqrt(s), chain="error")
    d.equals((u**2 - 2 * u * sqrt(s) + s) / (2 * u), because="common denominator")
    d.equals((u - sqrt(s)) ** 2 / (2 * u), because="the error is squared")


with derivation(
    "library.optimisers.cosine-schedule",
    "The cosine schedule: its ends, its middle and its slope",
    LOSHCHILOV,
    note="x is the part of the run that is over.",
) as d:
    low, high = symbols("eta_min eta_max", positive=True)
    d.define(f(x), low + (high - low) * (1 + cos(pi * x)) / 2)
    d.claim(f(0), high, because="cos 0 = 1")
    d.claim(f(1), low, because="cos pi = -1")
    d.claim(f(Rational(1, 2)), (low + high) / 2, because="cos(pi/2) = 0")
    d.claim(D(f(x), x), -(high - low) * pi / 2 * sin(pi * x), because="chain rule")
    d.claim(f(x) + f(1 - x), low + high, because="symmetric about the middle")


with derivation(
    "library.optimisers.warmup-inverse-root", "Linear warm-up meets inverse square root decay", VASWANI
) as d:
    s, T = symbols("s T", positive=True)
    d.begin(s * T ** Rational(-3, 2), chain="warm-up")
    d.equals(s / T * (1 / sqrt(T)), because="split the power")
    d.passes_through(
        s * T ** Rational(-3, 2), {s: T}, 1 / sqrt(T), because="both rules agree at the end of the warm-up"
    )
    d.claim(D(1 / sqrt(s), s), -1 / (2 * s * sqrt(s)), because="power rule")


with derivation(
    "library.optimisers.weight-decay",
    "Weight decay and an L2 penalty are the same for plain gradient descent",
    ADAMW,
) as d:
    d.define(F(w), f(w) + lam / 2 * w**2)
    d.begin(w - eta * D(F(w), w))
    d.equals(w - eta * (D(f(w), w) + lam * w), because="derivative of the penalty")
    d.equals((1 - eta * lam) * w - eta * D(f(w), w), because="collect w")


with derivation(
    "library.optimisers.adagrad-constant",
    "Adagrad under a constant gradient: steps like one over the root of t",
    DUCHI,
) as d:
    s = Symbol("s", positive=True)
    d.begin(eta * g / sqrt(s * g**2))
    d.equals(eta * g / (sqrt(s) * Abs(g)), because="root of a product")
    d.claim(Sum(i, (i, 1, t)), t * (t + 1) / 2, because="sum of the first t numbers, by induction on t")
