"""Loss functions: their slopes, their other forms, and where they are least."""

from sympy import (
    Abs,
    Function,
    Interval,
    Max,
    Piecewise,
    Rational,
    Symbol,
    cosh,
    exp,
    log,
    pi,
    sqrt,
    symbols,
    tanh,
)

from verify_derivations import D, Source, derivation

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, section 4.3.2")
REGRESSION = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer, section 3.1")
HUBER = Source(
    "Huber 1964", "Robust estimation of a location parameter", "Annals of Mathematical Statistics 35"
)
LIN = Source(
    "Lin, Goyal, Girshick, He, Dollar 2017", "Focal loss for dense object detection", "arXiv:1708.02002"
)
KOENKER = Source("Koenker, Bassett 1978", "Regression quantiles", "Econometrica 46")
CORTES = Source("Cortes, Vapnik 1995", "Support-vector networks", "Machine Learning 20")
HASTIE = Source(
    "Hastie, Tibshirani, Friedman 2009",
    "The Elements of Statistical Learning",
    "Springer, second edition, sections 10.4 to 10.6",
)
SZEGEDY = Source(
    "Szegedy, Vanhoucke, Ioffe, Shlens, Wojna 2016",
    "Rethinking the Inception architecture for computer vision",
    "arXiv:1512.00567, section 7",
)
MCCULLAGH = Source("McCullagh, Nelder 1989", "Generalized Linear Models", "Chapman and Hall, second edition")
NIX = Source(
    "Nix, Weigend 1994",
    "Estimating the mean and variance of the target probability distribution",
    "IEEE International Conference on Neural Networks",
)
GREEN = Source(
    "Green 1990",
    "Bayesian reconstructions from emission tomography data using a modified EM algorithm",
    "IEEE Transactions on Medical Imaging 9",
)
BARRON = Source("Barron 2019", "A general and adaptive robust loss function", "arXiv:1701.03077")
RAFAILOV = Source(
    "Rafailov et al. 2023",
    "Direct preference optimization: your language model is secretly a reward model",
    "arXiv:2305.18290",
)
HINTON = Source(
    "Hinton, Vinyals, Dean 2015", "Distilling the knowledge in a neural network", "arXiv:1503.02531"
)
RIJSBERGEN = Source("van Rijsbergen 1979", "Information Retrieval", "Butterworths, second edition, chapter 7")

x, y, z, w, b, h, r, t, u, m, s = symbols("x y z w b h r t u m s", real=True)
sigma, f, L = Function("sigma"), Function("f"), Function("L")
delta, c = Symbol("delta", positive=True), Symbol("c", positive=True)


with derivation(
    "library.losses.squared-error", "The gradient of the squared error of a linear model", REGRESSION
) as d:
    E = Symbol("E", real=True)
    d.define(h, w * x + b)
    d.define(E, (h - y) ** 2 / 2)
    d.begin(D(E, w), chain="by the weight")
    d.equals(D(E, h) * D(h, w), because="chain rule")
    d.equals((h - y) * x)
    d.equals((w * x + b - y) * x, because="definition")
    d.begin(D(E, b), chain="by the bias")
    d.equals(D(E, h) * D(h, b), because="chain rule")
    d.equals(h - y)
    d.claim(D(E, w, 2), x**2, because="it is a parabola in w")


with derivation(
    "library.losses.squared-error-decomposition",
    "Bias and variance: the mean of squares about another point",
    REGRESSION,
    note="For two equally likely values y1 and y2 with mean m and variance v.",
) as d:
    y1, y2, v = symbols("y1 y2 v", real=True)
    d.define(m, (y1 + y2) / 2)
    d.define(v, ((y1 - m) ** 2 + (y2 - m) ** 2) / 2)
    d.begin(((y1 - h) ** 2 + (y2 - h) ** 2) / 2)
    d.equals(((y1 - m + (m - h)) ** 2 + (y2 - m + (m - h)) ** 2) / 2, because="add and subtract the mean")
    d.equals(v + (m - h) * ((y1 - m) + (y2 - m)) + (m - h) ** 2, because="binomial formula")
    d.equals(v + (m - h) ** 2, because="deviations from the mean add up to 0")


with derivation(
    "library.losses.huber", "The Huber loss by cases: its slope, and that the branches meet", HUBER
) as d:
    d.define(
        f(r),
        Piecewise(
            (delta * (-r - delta / 2), r < -delta), (r**2 / 2, r <= delta), (delta * (r - delta / 2), True)
        ),
    )
    d.claim(
        D(f(r), r),
        Piecewise((-delta, r < -delta), (r, (r > -delta) & (r < delta)), (delta, r > delta)),
        because="each branch by itself",
    )
    d.claim(D(r**2 / 2, r), r, because="inside")
    d.claim(D(delta * (Abs(r) - delta / 2), r), delta * r / Abs(r), because="outside")
    d.passes_through(r**2 / 2, {r: delta}, delta * (delta - delta / 2), because="the branches meet at delta")
    d.passes_through(r, {r: delta}, delta, because="and with the same slope")


with derivation(
    "library.losses.log-cosh", "The slope, the curvature and the asymptotic form of log cosh", GREEN
) as d:
    d.begin(D(log(cosh(r)), r), chain="slope")
    d.equals(1 / cosh(r) * D(cosh(r), r), because="chain rule")
    d.equals(tanh(r), because="the derivative of cosh is sinh")
    d.claim(D(log(cosh(r)), r, 2), 1 - tanh(r) ** 2, because="derivative of tanh")
    d.begin(log(cosh(r)), chain="without overflow")
    d.equals(log((exp(r) + exp(-r)) / 2), because="definition")
    d.equals(log(exp(r) * (1 + exp(-2 * r)) / 2), because="factor out exp(r)")
    d.equals(r + log(1 + exp(-2 * r)) - log(2), because="logarithm of a product")
    d.claim(log(cosh(r)), ">=", 0)


with derivation(
    "library.losses.binary-cross-entropy",
    "Binary cross-entropy through a sigmoid: the gradient is a - y",
    BISHOP,
) as d:
    a, E = symbols("a E", real=True)
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(a, sigma(z))
    d.define(E, -(y * log(a) + (1 - y) * log(1 - a)))
    d.begin(D(E, z))
    d.equals(D(E, a) * D(a, z), because="chain rule")
    d.equals(-(y / a - (1 - y) / (1 - a)) * D(a, z), because="derivative of the logarithm")
    d.equals(-(y / a - (1 - y) / (1 - a)) * (a * (1 - a)), because="derivative of the sigmoid")
    d.equals(-(y * (1 - a) - (1 - y) * a), because="multiply out")
    d.equals(a - y)
    d.claim(D(E, z, 2), a * (1 - a), because="so it is convex in z")


with derivation(
    "library.losses.binary-cross-entropy-logits",
    "Binary cross-entropy from logits: softplus(z) - y z",
    BISHOP,
) as d:
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.begin(-(y * log(sigma(z)) + (1 - y) * log(1 - sigma(z))))
    d.equals(-(y * log(sigma(z)) + (1 - y) * log(sigma(-z))), because="1 - sigma(z) = sigma(-z)")
    d.equals(y * log(1 + exp(-z)) + (1 - y) * log(1 + exp(z)), because="logarithm of a reciprocal")
    d.equals(
        y * (log(1 + exp(z)) - z) + (1 - y) * log(1 + exp(z)), because="1 + exp(-z) = exp(-z) (1 + exp(z))"
    )
    d.equals(log(1 + exp(z)) - y * z)
    d.claim(D(log(1 + exp(z)) - y * z, z), sigma(z) - y, because="derivative of softplus")


with derivation(
    "library.losses.logistic-loss-signed-labels", "The logistic loss for labels -1 and 1", HASTIE
) as d:
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(L(y, z), -(y * log(sigma(z)) + (1 - y) * log(1 - sigma(z))))
    d.claim(L(1, z), log(1 + exp(-z)), because="t = 1 where y = 1")
    d.claim(L(0, z), log(1 + exp(z)), because="t = -1 where y = 0")
    d.begin(D(log(1 + exp(-t * z)), z))
    d.equals(-t * exp(-t * z) / (1 + exp(-t * z)), because="chain rule")
    d.equals(-t / (exp(t * z) + 1), because="multiply numerator and denominator by exp(t z)")
    d.equals(-t * sigma(-t * z), because="definition")


with derivation(
    "library.losses.focal-loss",
    "The gradient of the focal loss by the logit, for the positive class",
    LIN,
    note="The paper gives it in its appendix.",
) as d:
    gamma_ = Symbol("gamma", positive=True)
    p, FL = symbols("p FL", real=True)
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(p, sigma(z))
    d.define(FL, -((1 - p) ** gamma_) * log(p))
    d.begin(D(FL, z))
    d.equals(D(FL, p) * D(p, z), because="chain rule")
    d.equals(
        (gamma_ * (1 - p) ** (gamma_ - 1) * log(p) - (1 - p) ** gamma_ / p) * (p * (1 - p)),
        because="product rule",
    )
    d.equals((1 - p) ** gamma_ * (gamma_ * p * log(p) + p - 1), because="factor out (1 - p)^gamma")


with derivation(
    "library.losses.hinge", "The hinge loss and the squared hinge loss: forms and slopes", CORTES
) as d:
    d.claim(Max(0, 1 - z), Piecewise((1 - z, z < 1), (0, True)))
    d.claim(D(Max(0, 1 - z), z), Piecewise((-1, z < 1), (0, z > 1)), because="no slope at the margin")
    d.claim(D(Max(0, 1 - t * z), z), Piecewise((-t, t * z < 1), (0, t * z > 1)), because="for the label t")
    d.claim(D(Max(0, 1 - z) ** 2, z), Piecewise((-2 * (1 - z), z < 1), (0, z > 1)), because="chain rule")
    d.claim(Max(0, 1 - z), ">=", 1 - z)


with derivation("library.losses.quantile", "The quantile (pinball) loss: forms and slope", KOENKER) as d:
    tau = Symbol("tau", real=True)
    d.declare(tau, domain=Interval.open(0, 1))
    d.begin(Max(tau * u, (tau - 1) * u), chain="forms")
    d.equals(tau * Max(u, 0) + (1 - tau) * Max(-u, 0), because="by the sign of u")
    d.equals(Piecewise((tau * u, u >= 0), ((tau - 1) * u, True)), because="by the sign of u")
    d.equals((tau - Rational(1, 2)) * u + Abs(u) / 2, because="the odd and the even part")
    d.claim(D(tau * Max(u, 0) + (1 - tau) * Max(-u, 0), u), Piecewise((tau, u > 0), (tau - 1, u < 0)))
    d.claim(Max(u / 2, -u / 2), Abs(u) / 2, because="the median is at tau = 1/2")


with derivation(
    "library.losses.poisson",
    "The Poisson loss with a log link: the gradient is the rate minus the count",
    MCCULLAGH,
) as d:
    rate, E = symbols("rate E", real=True)
    d.define(rate, exp(z))
    d.define(E, rate - y * log(rate))
    d.begin(D(E, z))
    d.equals(D(E, rate) * D(rate, z), because="chain rule")
    d.equals((1 - y / rate) * rate, because="the derivative of exp is exp")
    d.equals(rate - y)
    d.claim(E, exp(z) - y * z, because="log undoes exp")
    d.claim(D(E, z, 2), exp(z), because="so it is convex in z")


with derivation(
    "library.losses.exponential", "The exponential loss is least at half the log-odds", HASTIE
) as d:
    p = Symbol("p", real=True)
    d.declare(p, domain=Interval.open(0, 1))
    d.define(L(z), p * exp(-z) + (1 - p) * exp(z))
    d.claim(D(L(z), z), (1 - p) * exp(z) - p * exp(-z))
    d.passes_through(
        (1 - p) * exp(z) - p * exp(-z), {z: log(p / (1 - p)) / 2}, 0, because="the slope vanishes there"
    )
    d.claim(D(L(z), z, 2), ">", 0, because="it is convex, so this is the minimum")
    d.passes_through(L(z), {z: log(p / (1 - p)) / 2}, 2 * sqrt(p * (1 - p)), because="its least value")


with derivation(
    "library.losses.label-smoothing",
    "Label smoothing mixes in the cross-entropy with the uniform distribution",
    SZEGEDY,
    note="For two classes with probabilities p and 1 - p.",
) as d:
    p, eps = symbols("p epsilon", real=True)
    q = Symbol("q", real=True)
    d.declare(p, domain=Interval.open(0, 1))
    d.define(q, (1 - eps) * y + eps / 2)
    d.begin(-(q * log(p) + (1 - q) * log(1 - p)))
    d.equals(
        -(((1 - eps) * y + eps / 2) * log(p) + ((1 - eps) * (1 - y) + eps / 2) * log(1 - p)),
        because="1 - q = (1 - eps)(1 - y) + eps/2",
    )
    d.equals(
        (1 - eps) * -(y * log(p) + (1 - y) * log(1 - p)) + eps * -(log(p) / 2 + log(1 - p) / 2),
        because="collect by eps",
    )


with derivation(
    "library.losses.softmax-three-classes",
    "Cross-entropy through a softmax of three classes: the gradient is p - y",
    BISHOP,
    note="Equation (4.109) of the book, for one sample and three classes with labels that add up to 1.",
) as d:
    z1, z2, z3, y1, y2, y3, p1, p2, p3, E = symbols("z1 z2 z3 y1 y2 y3 p1 p2 p3 E", real=True)
    total = exp(z1) + exp(z2) + exp(z3)
    d.define(y3, 1 - y1 - y2)
    d.define(p1, exp(z1) / (exp(z1) + exp(z2) + exp(z3)))
    d.define(p2, exp(z2) / (exp(z1) + exp(z2) + exp(z3)))
    d.define(p3, exp(z3) / (exp(z1) + exp(z2) + exp(z3)))
    d.define(E, -(y1 * log(p1) + y2 * log(p2) + y3 * log(p3)))
    d.claim(D(p1, z1), p1 * (1 - p1), because="quotient rule")
    d.claim(D(p2, z1), -p1 * p2, because="only the denominator depends on z1")
    d.begin(D(E, z1))
    d.equals(-(y1 / p1 * D(p1, z1) + y2 / p2 * D(p2, z1) + y3 / p3 * D(p3, z1)), because="chain rule")
    d.equals(-(y1 * (1 - p1) - y2 * p1 - y3 * p1), because="derivatives of the softmax")
    d.equals((y1 + y2 + y3) * p1 - y1, because="collect p1")
    d.equals(p1 - y1, because="the labels add up to 1")


with derivation(
    "library.losses.gaussian-nll", "The Gaussian negative log-likelihood with a predicted log-variance", NIX
) as d:
    d.define(L(m, s), s / 2 + (y - m) ** 2 / (2 * exp(s)))
    d.claim(D(L(m, s), m), (m - y) / exp(s), because="the residual, weighted by the precision")
    d.begin(D(L(m, s), s))
    d.equals(Rational(1, 2) - (y - m) ** 2 * exp(-s) / 2, because="the derivative of exp(-s) is -exp(-s)")
    d.equals((1 - (y - m) ** 2 / exp(s)) / 2)
    v = Symbol("v", positive=True)
    d.claim(
        log(sqrt(2 * pi * v)) + (y - m) ** 2 / (2 * v), L(m, log(v)) + log(2 * pi) / 2, because="v = exp(s)"
    )


with derivation(
    "library.losses.robust", "Charbonnier, Cauchy and Geman-McClure: the slopes of robust losses", BARRON
) as d:
    d.claim(D(sqrt((x / c) ** 2 + 1) - 1, x), x / c**2 / sqrt((x / c) ** 2 + 1), because="chain rule")
    d.claim(D(log((x / c) ** 2 / 2 + 1), x), 2 * x / (x**2 + 2 * c**2), because="chain rule")
    d.claim(
        D(2 * (x / c) ** 2 / ((x / c) ** 2 + 4), x),
        x / c**2 * 16 / ((x / c) ** 2 + 4) ** 2,
        because="quotient rule",
    )


with derivation(
    "library.losses.preference",
    "The gradient of the preference loss of DPO",
    RAFAILOV,
    note="u is the log-ratio of the preferred answer to the reference, v that of the other.",
) as d:
    v, beta, E = symbols("v beta E", real=True)
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(E, -log(sigma(beta * u - beta * v)))
    d.begin(D(E, u))
    d.equals(-1 / sigma(beta * u - beta * v) * D(sigma(beta * u - beta * v), u), because="chain rule")
    d.equals(-beta * (1 - sigma(beta * u - beta * v)), because="derivative of the sigmoid")
    d.equals(-beta * sigma(beta * v - beta * u), because="1 - sigma(z) = sigma(-z)")
    d.claim(D(E, v), -D(E, u), because="the loss depends on the difference only")


with derivation(
    "library.losses.distillation", "The gradient of distillation at a temperature, for two classes", HINTON
) as d:
    T = Symbol("T", positive=True)
    q = Symbol("q", real=True)
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.begin(D(-(q * log(sigma(z / T)) + (1 - q) * log(1 - sigma(z / T))), z))
    d.equals((sigma(z / T) - q) * D(z / T, z), because="gradient of the cross-entropy, chain rule")
    d.equals((sigma(z / T) - q) / T)


with derivation("library.losses.f1", "F1 from precision and recall, and from the counts", RIJSBERGEN) as d:
    TP, FP, FN = symbols("TP FP FN", positive=True)
    P, R = symbols("P R", real=True)
    d.define(P, TP / (TP + FP))
    d.define(R, TP / (TP + FN))
    d.begin(2 / (1 / P + 1 / R))
    d.equals(2 * P * R / (P + R), because="the harmonic mean")
    d.equals(2 / ((TP + FP) / TP + (TP + FN) / TP), because="definitions")
    d.equals(2 * TP / (2 * TP + FP + FN), because="multiply numerator and denominator by TP")
    d.claim(1 - 2 * TP / (2 * TP + FP + FN), (FP + FN) / (2 * TP + FP + FN), because="the Dice loss")
