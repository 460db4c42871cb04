"""Activation functions: what they are made of, their derivatives, symmetries, bounds and extrema."""

from sympy import (
    Abs,
    Function,
    Interval,
    Max,
    Min,
    Piecewise,
    Rational,
    Symbol,
    cosh,
    erf,
    exp,
    log,
    pi,
    sqrt,
    symbols,
    tanh,
)

from verify_derivations import D, Source, derivation

BISHOP = Source("Bishop 2006", "Pattern Recognition and Machine Learning", "Springer")
GOODFELLOW = Source("Goodfellow, Bengio, Courville 2016", "Deep Learning", "MIT Press, section 3.10")
GLOROT = Source(
    "Glorot, Bengio 2010",
    "Understanding the difficulty of training deep feedforward neural networks",
    "AISTATS 2010",
)
ELFWING = Source(
    "Elfwing, Uchibe, Doya 2018",
    "Sigmoid-weighted linear units for neural network function approximation in reinforcement learning",
    "arXiv:1702.03118",
)
RAMACHANDRAN = Source("Ramachandran, Zoph, Le 2017", "Searching for activation functions", "arXiv:1710.05941")
HENDRYCKS = Source("Hendrycks, Gimpel 2016", "Gaussian error linear units (GELUs)", "arXiv:1606.08415")
CLEVERT = Source(
    "Clevert, Unterthiner, Hochreiter 2015",
    "Fast and accurate deep network learning by exponential linear units (ELUs)",
    "arXiv:1511.07289",
)
KLAMBAUER = Source(
    "Klambauer, Unterthiner, Mayr, Hochreiter 2017", "Self-normalizing neural networks", "arXiv:1706.02515"
)
HE = Source(
    "He, Zhang, Ren, Sun 2015",
    "Delving deep into rectifiers: surpassing human-level performance on ImageNet classification",
    "arXiv:1502.01852",
)
MISRA = Source("Misra 2019", "Mish: a self regularized non-monotonic activation function", "arXiv:1908.08681")
COURBARIAUX = Source(
    "Courbariaux, Bengio, David 2015",
    "BinaryConnect: training deep neural networks with binary weights during propagations",
    "arXiv:1511.00363",
)
HOWARD = Source("Howard et al. 2019", "Searching for MobileNetV3", "arXiv:1905.02244")
DAUPHIN = Source(
    "Dauphin, Fan, Auli, Grangier 2017",
    "Language modeling with gated convolutional networks",
    "arXiv:1612.08083",
)
BARRON = Source("Barron 2021", "Squareplus: a softplus-like algebraic rectifier", "arXiv:2112.11687")
NWANKPA = Source(
    "Nwankpa, Ijomah, Gachagan, Marshall 2018",
    "Activation functions: comparison of trends in practice and research for deep learning",
    "arXiv:1811.03378",
)

x, y, p, a, b, beta = symbols("x y p a b beta", real=True)
alpha = Symbol("alpha", positive=True)
sigma, S, f, g, Phi, phi = (Function(name) for name in ("sigma", "S", "f", "g", "Phi", "phi"))


with derivation(
    "library.activations.sigmoid-derivative",
    "The derivative of the sigmoid is sigma (1 - sigma)",
    BISHOP,
    note="Equation (4.88) of the book.",
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(D(sigma(x), x))
    d.equals(D(1 / (1 + exp(-x)), x), because="definition")
    d.equals(-1 / (1 + exp(-x)) ** 2 * D(1 + exp(-x), x), because="chain rule for 1/u")
    d.equals(exp(-x) / (1 + exp(-x)) ** 2, because="the derivative of exp(-x) is -exp(-x)")
    d.equals(1 / (1 + exp(-x)) * (exp(-x) / (1 + exp(-x))), because="split the square in the denominator")
    d.equals(1 / (1 + exp(-x)) * ((1 + exp(-x) - 1) / (1 + exp(-x))), because="add and subtract 1")
    d.equals(1 / (1 + exp(-x)) * (1 - 1 / (1 + exp(-x))), because="divide term by term")
    d.equals(sigma(x) * (1 - sigma(x)), because="definition")


with derivation(
    "library.activations.sigmoid-symmetry",
    "Mirroring the sigmoid: sigma(-x) = 1 - sigma(x)",
    BISHOP,
    note="Equation (4.60) of the book.",
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(sigma(-x))
    d.equals(1 / (1 + exp(x)), because="definition, and -(-x) = x")
    d.equals(exp(-x) / (exp(-x) + 1), because="multiply numerator and denominator by exp(-x)")
    d.equals((1 + exp(-x) - 1) / (1 + exp(-x)), because="add and subtract 1")
    d.equals(1 - 1 / (1 + exp(-x)), because="divide term by term")
    d.equals(1 - sigma(x), because="definition")


with derivation(
    "library.activations.sigmoid-shape",
    "The sigmoid lies between 0 and 1, increases, and is steepest at 0",
    BISHOP,
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.range(sigma(x), Interval.open(0, 1), reached={x: log(p / (1 - p))})
    d.increasing(sigma(x), x)
    d.passes_through(sigma(x), {x: 0}, Rational(1, 2))
    d.maximum(D(sigma(x), x), {x: 0}, Rational(1, 4))


with derivation(
    "library.activations.sigmoid-second-derivative",
    "The second derivative of the sigmoid",
    BISHOP,
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(D(sigma(x), x, 2))
    d.equals(D(sigma(x) * (1 - sigma(x)), x), because="first derivative")
    d.equals(
        D(sigma(x), x) * (1 - sigma(x)) - sigma(x) * D(sigma(x), x),
        because="product rule",
    )
    d.equals(D(sigma(x), x) * (1 - 2 * sigma(x)), because="factor out")
    d.equals(sigma(x) * (1 - sigma(x)) * (1 - 2 * sigma(x)), because="first derivative again")


with derivation(
    "library.activations.logit-inverse",
    "The logit is the inverse of the sigmoid",
    BISHOP,
    note="Equation (4.61) of the book.",
) as d:
    d.declare(p, domain=Interval.open(0, 1))
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(sigma(log(p / (1 - p))))
    d.equals(1 / (1 + exp(-log(p / (1 - p)))), because="definition")
    d.equals(1 / (1 + (1 - p) / p), because="exp(-log u) = 1/u")
    d.equals(p / (p + (1 - p)), because="multiply numerator and denominator by p")
    d.equals(p)
    d.begin(log(sigma(x) / (1 - sigma(x))), chain="the other way round")
    d.equals(log(sigma(x) / sigma(-x)), because="1 - sigma(x) = sigma(-x)")
    d.equals(log((1 + exp(x)) / (1 + exp(-x))), because="definition")
    d.equals(log(exp(x)), because="1 + exp(x) = exp(x) (1 + exp(-x))")
    d.equals(x)


with derivation("library.activations.logit-derivative", "The derivative of the logit", BISHOP) as d:
    d.declare(p, domain=Interval.open(0, 1))
    d.begin(D(log(p / (1 - p)), p))
    d.equals(D(log(p) - log(1 - p), p), because="logarithm of a quotient")
    d.equals(1 / p + 1 / (1 - p), because="chain rule")
    d.equals((1 - p + p) / (p * (1 - p)), because="common denominator")
    d.equals(1 / (p * (1 - p)))
    d.increasing(log(p / (1 - p)), p)


with derivation("library.activations.tanh-derivative", "The derivative of tanh is 1 - tanh^2", NWANKPA) as d:
    d.begin(D(tanh(x), x))
    d.equals(D((exp(x) - exp(-x)) / (exp(x) + exp(-x)), x), because="definition")
    d.equals(
        ((exp(x) + exp(-x)) * (exp(x) + exp(-x)) - (exp(x) - exp(-x)) * (exp(x) - exp(-x)))
        / (exp(x) + exp(-x)) ** 2,
        because="quotient rule",
    )
    d.equals(1 - (exp(x) - exp(-x)) ** 2 / (exp(x) + exp(-x)) ** 2, because="divide term by term")
    d.equals(1 - tanh(x) ** 2, because="definition")
    d.equals(1 / cosh(x) ** 2, because="cosh^2 - sinh^2 = 1")


with derivation(
    "library.activations.tanh-from-sigmoid",
    "tanh is a sigmoid, stretched and shifted: tanh(x) = 2 sigma(2x) - 1",
    GOODFELLOW,
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(tanh(x))
    d.equals((exp(x) - exp(-x)) / (exp(x) + exp(-x)), because="definition")
    d.equals((1 - exp(-2 * x)) / (1 + exp(-2 * x)), because="multiply numerator and denominator by exp(-x)")
    d.equals((2 - (1 + exp(-2 * x))) / (1 + exp(-2 * x)), because="1 = 2 - 1")
    d.equals(2 / (1 + exp(-2 * x)) - 1, because="divide term by term")
    d.equals(2 * sigma(2 * x) - 1, because="definition")
    d.claim(sigma(x), (1 + tanh(x / 2)) / 2, because="solved for sigma, with x/2 for x")
    d.claim(tanh(-x), -tanh(x), because="tanh is odd")
    d.within(tanh(x), Interval.open(-1, 1))
    d.increasing(tanh(x), x)


with derivation(
    "library.activations.softplus-derivative", "The derivative of softplus is the sigmoid", GOODFELLOW
) as d:
    d.define(S(x), log(1 + exp(x)))
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(D(S(x), x))
    d.equals(1 / (1 + exp(x)) * D(1 + exp(x), x), because="chain rule")
    d.equals(exp(x) / (1 + exp(x)), because="derivative of the exponential")
    d.equals(1 / (exp(-x) + 1), because="divide numerator and denominator by exp(x)")
    d.equals(sigma(x), because="definition")
    d.claim(D(S(x), x, 2), sigma(x) * (1 - sigma(x)), because="derivative of the sigmoid")


with derivation(
    "library.activations.softplus-properties",
    "Softplus and its mirror image differ by x, and it is the negative log of a sigmoid",
    GOODFELLOW,
) as d:
    d.define(S(x), log(1 + exp(x)))
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.begin(S(x) - S(-x), chain="mirror image")
    d.equals(log(1 + exp(x)) - log(1 + exp(-x)), because="definition")
    d.equals(log((1 + exp(x)) / (1 + exp(-x))), because="logarithm of a quotient")
    d.equals(log(exp(x)), because="1 + exp(x) = exp(x) (1 + exp(-x))")
    d.equals(x)
    d.begin(log(sigma(x)), chain="log of a sigmoid")
    d.equals(log(1 / (1 + exp(-x))), because="definition")
    d.equals(-log(1 + exp(-x)), because="logarithm of a reciprocal")
    d.equals(-S(-x), because="definition")
    d.claim(S(x), ">", 0)
    d.claim(S(x), ">", x)
    d.increasing(S(x), x)


with derivation(
    "library.activations.softplus-inverse", "The inverse of softplus is log(exp(y) - 1)", GOODFELLOW
) as d:
    d.declare(y, domain="positive")
    d.define(S(x), log(1 + exp(x)))
    d.begin(S(log(exp(y) - 1)))
    d.equals(log(1 + exp(log(exp(y) - 1))), because="definition")
    d.equals(log(1 + (exp(y) - 1)), because="exp undoes log")
    d.equals(log(exp(y)))
    d.equals(y)
    d.begin(log(exp(S(x)) - 1), chain="the other way round")
    d.equals(log(1 + exp(x) - 1), because="exp undoes log")
    d.equals(x)


with derivation(
    "library.activations.relu-forms", "ReLU as a maximum, by an absolute value, and by cases", HE
) as d:
    d.begin(Max(0, x))
    d.equals((x + Abs(x)) / 2, because="the larger of two numbers")
    d.equals(Piecewise((x, x > 0), (0, True)), because="Abs(x) is x or -x")
    d.claim(Max(0, x) - Max(0, -x), x, because="positive part less negative part")
    d.claim(Max(0, x) + Max(0, -x), Abs(x), because="positive part and negative part")
    d.claim(Max(0, alpha * x), alpha * Max(0, x), because="alpha is positive")
    d.claim(D(Max(0, x), x), Piecewise((1, x > 0), (0, x < 0)), because="there is no slope at 0")


with derivation(
    "library.activations.leaky-relu", "The slope of the leaky ReLU (PReLU), and its forms", HE
) as d:
    d.declare(a, domain=Interval.open(0, 1))
    d.define(f(x), Piecewise((x, x > 0), (a * x, True)))
    d.claim(f(x), Max(x, a * x), because="0 < a < 1")
    d.claim(f(x), Max(0, x) + a * Min(0, x))
    d.claim(D(f(x), x), Piecewise((1, x > 0), (a, x < 0)), because="each branch is linear")
    d.claim(D(f(x), a), Piecewise((0, x > 0), (x, True)), because="a stands in the lower branch only")


with derivation(
    "library.activations.elu",
    "The exponential linear unit: its slope, and how the slope follows from the value",
    CLEVERT,
) as d:
    d.define(f(x), Piecewise((x, x > 0), (alpha * (exp(x) - 1), True)))
    d.begin(D(f(x), x))
    d.equals(Piecewise((1, x > 0), (alpha * exp(x), x < 0)), because="each branch by itself")
    d.equals(
        Piecewise((1, x > 0), (f(x) + alpha, x < 0)), because="alpha exp(x) = alpha (exp(x) - 1) + alpha"
    )
    d.claim(alpha * (exp(x) - 1), ">", -alpha, because="the lower branch saturates at -alpha")


lam = Symbol("lambda", positive=True)
with derivation(
    "library.activations.selu", "The slope of the scaled exponential linear unit", KLAMBAUER
) as d:
    d.define(f(x), lam * Piecewise((x, x > 0), (alpha * exp(x) - alpha, True)))
    d.begin(D(f(x), x))
    d.equals(lam * Piecewise((1, x > 0), (alpha * exp(x), x < 0)), because="each branch by itself")
    d.claim(lam * (alpha * exp(x) - alpha), ">", -lam * alpha, because="the lower branch saturates here")


with derivation(
    "library.activations.silu-derivative", "The derivative of SiLU (Swish with beta = 1)", ELFWING
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(f(x), x * sigma(x))
    d.begin(D(f(x), x))
    d.equals(sigma(x) + x * D(sigma(x), x), because="product rule")
    d.equals(sigma(x) + x * sigma(x) * (1 - sigma(x)), because="derivative of the sigmoid")
    d.equals(sigma(x) * (1 + x * (1 - sigma(x))), because="factor out sigma(x)")
    d.equals(f(x) + sigma(x) * (1 - f(x)), because="x sigma(x) is the value itself")
    d.claim(f(x) - f(-x), x, because="sigma(x) + sigma(-x) = 1")


with derivation(
    "library.activations.swish-derivative", "The derivative of Swish, by x and by beta", RAMACHANDRAN
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(f(x), x * sigma(beta * x))
    d.begin(D(f(x), x), chain="by x")
    d.equals(
        sigma(beta * x) + beta * x * sigma(beta * x) * (1 - sigma(beta * x)), because="product and chain rule"
    )
    d.equals(
        sigma(beta * x) + beta * x * sigma(beta * x) - beta * x * sigma(beta * x) ** 2, because="multiply out"
    )
    d.equals(
        beta * x * sigma(beta * x) + sigma(beta * x) * (1 - beta * x * sigma(beta * x)),
        because="factor out sigma(beta x)",
    )
    d.equals(beta * f(x) + sigma(beta * x) * (1 - beta * f(x)), because="x sigma(beta x) is f(x)")
    d.begin(D(f(x), beta), chain="by beta")
    d.equals(x * sigma(beta * x) * (1 - sigma(beta * x)) * D(beta * x, beta), because="chain rule")
    d.equals(x**2 * sigma(beta * x) * (1 - sigma(beta * x)))
    d.equals(f(x) * (x - f(x)), because="x sigma(beta x) is f(x)")


with derivation(
    "library.activations.gelu-derivative", "The derivative of the exact GELU is Phi(x) + x phi(x)", HENDRYCKS
) as d:
    d.define(Phi(x), (1 + erf(x / sqrt(2))) / 2)
    d.define(phi(x), exp(-(x**2) / 2) / sqrt(2 * pi))
    d.define(f(x), x * Phi(x))
    d.begin(D(Phi(x), x), chain="the normal distribution function")
    d.equals(
        Rational(1, 2) * (2 / sqrt(pi)) * exp(-((x / sqrt(2)) ** 2)) * (1 / sqrt(2)),
        because="chain rule for erf",
    )
    d.equals(exp(-(x**2) / 2) / sqrt(2 * pi), because="collect the factors")
    d.equals(phi(x))
    d.begin(D(f(x), x), chain="GELU")
    d.equals(Phi(x) + x * D(Phi(x), x), because="product rule")
    d.equals(Phi(x) + x * phi(x), because="the density is the derivative of the distribution function")
    d.claim(f(x) - f(-x), x, because="Phi(x) + Phi(-x) = 1")


with derivation(
    "library.activations.gelu-second-derivative", "The second derivative of the exact GELU", HENDRYCKS
) as d:
    d.define(Phi(x), (1 + erf(x / sqrt(2))) / 2)
    d.define(phi(x), exp(-(x**2) / 2) / sqrt(2 * pi))
    d.begin(D(x * Phi(x), x, 2))
    d.equals(D(Phi(x) + x * phi(x), x), because="first derivative")
    d.equals(phi(x) + phi(x) + x * D(phi(x), x), because="product rule")
    d.equals(2 * phi(x) - x**2 * phi(x), because="the derivative of phi is -x phi")
    d.equals(phi(x) * (2 - x**2), because="factor out phi(x)")


with derivation(
    "library.activations.mish-derivative", "The derivative of Mish, in the closed form of the paper", MISRA
) as d:
    omega, delta = symbols("omega delta", real=True)
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(S(x), log(1 + exp(x)))
    d.define(f(x), x * tanh(S(x)))
    d.define(omega, 4 * (x + 1) + 4 * exp(2 * x) + exp(3 * x) + exp(x) * (4 * x + 6))
    d.define(delta, 2 * exp(x) + exp(2 * x) + 2)
    d.claim(tanh(S(x)), ((1 + exp(x)) ** 2 - 1) / ((1 + exp(x)) ** 2 + 1), because="exp(S) = 1 + exp(x)")
    d.begin(D(f(x), x))
    d.equals(tanh(S(x)) + x * (1 - tanh(S(x)) ** 2) * sigma(x), because="product and chain rule")
    d.equals(exp(x) * omega / delta**2, because="everything in terms of exp(x)")


with derivation("library.activations.softsign", "The derivative of softsign", GLOROT) as d:
    d.define(f(x), x / (1 + Abs(x)))
    d.begin(D(f(x), x))
    d.equals((1 + Abs(x) - x * D(Abs(x), x)) / (1 + Abs(x)) ** 2, because="quotient rule")
    d.equals((1 + Abs(x) - Abs(x)) / (1 + Abs(x)) ** 2, because="x sign(x) = Abs(x)")
    d.equals(1 / (1 + Abs(x)) ** 2)
    d.equals((1 - Abs(f(x))) ** 2, because="1 - Abs(f) = 1/(1 + Abs(x))")
    d.claim(f(-x), -f(x), because="softsign is odd")
    d.within(f(x), Interval.open(-1, 1))


with derivation(
    "library.activations.hard-sigmoid",
    "The hard sigmoid by cases, its mirror image and its slope",
    COURBARIAUX,
) as d:
    d.define(f(x), Max(0, Min(1, (x + 1) / 2)))
    d.claim(f(x), Piecewise((0, x <= -1), ((x + 1) / 2, x < 1), (1, True)))
    d.define(g(x), Piecewise((0, x <= -1), ((x + 1) / 2, x < 1), (1, True)))
    d.claim(g(-x), 1 - g(x), because="as for the sigmoid")
    d.claim(D(f(x), x), Piecewise((0, x < -1), (Rational(1, 2), (x > -1) & (x < 1)), (0, x > 1)))
    d.within(f(x), Interval(0, 1))


with derivation("library.activations.hard-swish", "Hard swish by cases, and its slope", HOWARD) as d:
    d.define(f(x), x * Min(Max(0, x + 3), 6) / 6)
    d.claim(f(x), Piecewise((0, x <= -3), (x * (x + 3) / 6, x < 3), (x, True)))
    d.claim(D(f(x), x), Piecewise((0, x < -3), (x / 3 + Rational(1, 2), (x > -3) & (x < 3)), (1, x > 3)))
    d.minimum(
        x * (x + 3) / 6,
        {x: Rational(-3, 2)},
        -Rational(3, 8),
        because="the lowest point of the middle branch",
    )


with derivation(
    "library.activations.gated-linear-unit", "The gradients of a gated linear unit", DAUPHIN
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(f(a, b), a * sigma(b))
    d.claim(D(f(a, b), a), sigma(b), because="linear in a: the gradient passes through the open gate")
    d.begin(D(f(a, b), b))
    d.equals(a * D(sigma(b), b))
    d.equals(a * sigma(b) * (1 - sigma(b)), because="derivative of the sigmoid")
    d.equals(f(a, b) * (1 - sigma(b)), because="a sigma(b) is the value itself")


with derivation(
    "library.activations.squareplus",
    "Squareplus: its slope, its mirror image, and that it is positive",
    BARRON,
) as d:
    d.declare(b, domain="positive")
    d.define(f(x), (x + sqrt(x**2 + b)) / 2)
    d.begin(D(f(x), x))
    d.equals(Rational(1, 2) * (1 + D(sqrt(x**2 + b), x)))
    d.equals(Rational(1, 2) * (1 + 2 * x / (2 * sqrt(x**2 + b))), because="chain rule")
    d.equals(Rational(1, 2) * (1 + x / sqrt(x**2 + b)))
    d.equals(f(x) / sqrt(x**2 + b), because="common denominator")
    d.claim(f(x) - f(-x), x, because="the root is even")
    d.claim(f(x) * f(-x), b / 4, because="third binomial formula")
    d.claim(f(x), ">", 0)
