"""Reinforcement learning: returns, advantages, policy gradients, temporal differences."""

from sympy import Function, Interval, Rational, Sum, Symbol, exp, log, pi, symbols

from verify_derivations import D, Source, derivation

SUTTON = Source("Sutton, Barto 2018", "Reinforcement Learning: An Introduction", "MIT Press, second edition")
SCHULMAN = Source(
    "Schulman, Moritz, Levine, Jordan, Abbeel 2016",
    "High-dimensional continuous control using generalized advantage estimation",
    "arXiv:1506.02438, section 3",
)
PPO = Source(
    "Schulman, Wolski, Dhariwal, Radford, Klimov 2017",
    "Proximal policy optimization algorithms",
    "arXiv:1707.06347",
)
WILLIAMS = Source(
    "Williams 1992",
    "Simple statistical gradient-following algorithms for connectionist reinforcement learning",
    "Machine Learning 8",
)
HAARNOJA = Source(
    "Haarnoja, Zhou, Abbeel, Levine 2018",
    "Soft actor-critic: off-policy maximum entropy deep reinforcement learning with a stochastic actor",
    "arXiv:1801.01290",
)

gamma_, lam = symbols("gamma lambda", real=True)
r0, r1, r2, r3, V0, V1, V2, V3 = symbols("r0 r1 r2 r3 V0 V1 V2 V3", real=True)
theta, b, R, mu, a = symbols("theta b R mu a", real=True)
alpha, sigma, tau = symbols("alpha sigma tau", positive=True)
n = Symbol("n", integer=True, positive=True)
k = Symbol("k", integer=True, positive=True)
f = Function("f")
UNIT = Interval.open(0, 1)


with derivation(
    "library.rl.return-recursion",
    "The discounted return is a reward and a discounted return",
    SUTTON,
    note="Equation (3.9) of the book, for four rewards.",
) as d:
    G0, G1 = symbols("G0 G1", real=True)
    d.define(G1, r1 + gamma_ * r2 + gamma_**2 * r3)
    d.define(G0, r0 + gamma_ * r1 + gamma_**2 * r2 + gamma_**3 * r3)
    d.begin(G0)
    d.equals(r0 + gamma_ * (r1 + gamma_ * r2 + gamma_**2 * r3), because="factor out gamma")
    d.equals(r0 + gamma_ * G1, because="definition")


with derivation(
    "library.rl.constant-reward",
    "The return of a constant reward: 1/(1 - gamma) in the end",
    SUTTON,
    note="Equation (3.10) of the book.",
) as d:
    T = Symbol("T", integer=True, positive=True)
    d.declare(gamma_, domain=UNIT)
    d.claim(
        Sum(gamma_**k, (k, 0, n)),
        (1 - gamma_ ** (n + 1)) / (1 - gamma_),
        because="geometric sum, by induction on n",
    )
    d.claim(1 + gamma_ * (1 / (1 - gamma_)), 1 / (1 - gamma_), because="the fixed point of G = 1 + gamma G")
    d.claim(
        1 / (1 - gamma_) - (1 - gamma_ ** (n + 1)) / (1 - gamma_),
        gamma_ ** (n + 1) / (1 - gamma_),
        because="what is cut off after n steps",
    )


with derivation(
    "library.rl.td-errors-telescope",
    "Discounted temporal-difference errors add up to a return less a value",
    SCHULMAN,
    note="For three steps.",
) as d:
    d0, d1, d2 = symbols("delta0 delta1 delta2", real=True)
    d.define(d0, r0 + gamma_ * V1 - V0)
    d.define(d1, r1 + gamma_ * V2 - V1)
    d.define(d2, r2 + gamma_ * V3 - V2)
    d.begin(d0 + gamma_ * d1 + gamma_**2 * d2)
    d.equals(
        r0 + gamma_ * V1 - V0 + gamma_ * (r1 + gamma_ * V2 - V1) + gamma_**2 * (r2 + gamma_ * V3 - V2),
        because="definitions",
    )
    d.equals(-V0 + r0 + gamma_ * r1 + gamma_**2 * r2 + gamma_**3 * V3, because="the values in between cancel")


with derivation(
    "library.rl.td-errors-telescope-for-any-length",
    "Discounted temporal-difference errors add up to a return less a value, for any number of steps",
    SCHULMAN,
) as d:
    r, V, T = Function("r"), Function("V"), Symbol("T", integer=True, positive=True)
    d.begin(Sum(gamma_**k * (r(k) + gamma_ * V(k + 1) - V(k)), (k, 0, T - 1)))
    d.equals(
        Sum(gamma_**k * r(k), (k, 0, T - 1)) + gamma_**T * V(T) - V(0), because="the values in between cancel"
    )


with derivation(
    "library.rl.gae",
    "Generalized advantage estimation: the weighted average of n-step advantages",
    SCHULMAN,
    note="For three steps; the last estimate takes what is left of the weights.",
) as d:
    d0, d1, d2 = symbols("delta0 delta1 delta2", real=True)
    A1, A2, A3 = symbols("A1 A2 A3", real=True)
    d.define(A1, d0)
    d.define(A2, d0 + gamma_ * d1)
    d.define(A3, d0 + gamma_ * d1 + gamma_**2 * d2)
    d.begin((1 - lam) * (A1 + lam * A2) + lam**2 * A3)
    d.equals(
        d0 * ((1 - lam) + (1 - lam) * lam + lam**2)
        + gamma_ * d1 * ((1 - lam) * lam + lam**2)
        + gamma_**2 * d2 * lam**2,
        because="collect the errors",
    )
    d.equals(d0 + gamma_ * lam * d1 + (gamma_ * lam) ** 2 * d2, because="the weights telescope")
    d.equals(d0 + gamma_ * lam * (d1 + gamma_ * lam * d2), because="the recursion that is run backwards")


with derivation("library.rl.gae-extremes", "GAE with lambda = 0 and with lambda = 1", SCHULMAN) as d:
    A = Function("A")
    d.define(A(lam), (r0 + gamma_ * V1 - V0) + gamma_ * lam * (r1 + gamma_ * V2 - V1))
    d.claim(A(Rational(0)), r0 + gamma_ * V1 - V0, because="one-step advantage: least variance")
    d.claim(A(Rational(1)), r0 + gamma_ * r1 + gamma_**2 * V2 - V0, because="return less value: least bias")


with derivation(
    "library.rl.log-derivative-trick",
    "The log-derivative trick, and why a baseline costs nothing",
    WILLIAMS,
    note="For two actions with probabilities pi and 1 - pi.",
) as d:
    p = Symbol("p", real=True)
    d.define(p, 1 / (1 + exp(-theta)))
    d.claim(D(p, theta), p * D(log(p), theta), because="the derivative of log u is u'/u")
    Q1, Q2 = symbols("Q1 Q2", real=True)
    d.begin(D(p * Q1 + (1 - p) * Q2, theta), chain="policy gradient")
    d.equals(Q1 * D(p, theta) + Q2 * D(1 - p, theta), because="the values do not depend on theta")
    d.equals(
        p * (D(log(p), theta) * Q1) + (1 - p) * (D(log(1 - p), theta) * Q2),
        because="log-derivative trick: an expectation",
    )
    d.equals(
        p * (D(log(p), theta) * (Q1 - b)) + (1 - p) * (D(log(1 - p), theta) * (Q2 - b)),
        because="the score has mean 0",
    )
    d.claim(p * D(log(p), theta) + (1 - p) * D(log(1 - p), theta), 0, because="probabilities add up to 1")


with derivation("library.rl.gaussian-policy-score", "The score of a Gaussian policy", WILLIAMS) as d:
    d.define(f(a), -((a - mu) ** 2) / (2 * sigma**2) - log(sigma) - log(2 * pi) / 2)
    d.claim(D(f(a), mu), (a - mu) / sigma**2)
    d.begin(D(f(a), sigma))
    d.equals((a - mu) ** 2 / sigma**3 - 1 / sigma)
    d.equals(((a - mu) ** 2 - sigma**2) / sigma**3, because="common denominator")


with derivation(
    "library.rl.softmax-policy-score",
    "The score of a softmax policy: one less the probability",
    SUTTON,
    note="For three actions; the preferences are h1, h2, h3.",
) as d:
    h1, h2, h3 = symbols("h1 h2 h3", real=True)
    p1, p2 = symbols("p1 p2", real=True)
    d.define(p1, exp(h1) / (exp(h1) + exp(h2) + exp(h3)))
    d.define(p2, exp(h2) / (exp(h1) + exp(h2) + exp(h3)))
    d.begin(D(log(p1), h1), chain="own preference")
    d.equals(D(h1 - log(exp(h1) + exp(h2) + exp(h3)), h1), because="logarithm of a quotient")
    d.equals(1 - exp(h1) / (exp(h1) + exp(h2) + exp(h3)), because="chain rule")
    d.equals(1 - p1, because="definition")
    d.begin(D(log(p1), h2), chain="another preference")
    d.equals(-exp(h2) / (exp(h1) + exp(h2) + exp(h3)), because="only the normaliser depends on it")
    d.equals(-p2, because="definition")


with derivation(
    "library.rl.incremental-mean",
    "A running mean is an update by a fraction of the error",
    SUTTON,
    note="Section 2.4 of the book; m is the mean of the first n - 1 rewards.",
) as d:
    m, N = symbols("m N", real=True)
    d.begin(((N - 1) * m + R) / N)
    d.equals((N * m + R - m) / N, because="multiply out")
    d.equals(m + (R - m) / N, because="divide term by term")


with derivation(
    "library.rl.weighted-importance", "The incremental form of weighted importance sampling", SUTTON
) as d:
    m = Symbol("m", real=True)
    C, W = symbols("C W", positive=True)
    d.begin((C * m + W * R) / (C + W))
    d.equals(((C + W) * m + W * R - W * m) / (C + W), because="add and subtract W m")
    d.equals(m + W / (C + W) * (R - m))


with derivation(
    "library.rl.constant-step-average",
    "With a constant step size, the estimate is an exponential average",
    SUTTON,
) as d:
    q, R1, R2 = symbols("q R1 R2", real=True)
    f1 = Symbol("Q1", real=True)
    f2 = Symbol("Q2", real=True)
    d.define(f1, q + alpha * (R1 - q))
    d.define(f2, f1 + alpha * (R2 - f1))
    d.begin(f2)
    d.equals(alpha * R2 + (1 - alpha) * f1, because="collect")
    d.equals(alpha * R2 + (1 - alpha) * (alpha * R1 + (1 - alpha) * q), because="definition")
    d.equals((1 - alpha) ** 2 * q + alpha * (1 - alpha) * R1 + alpha * R2, because="multiply out")
    d.claim((1 - alpha) ** 2 + alpha * (1 - alpha) + alpha, 1, because="the weights add up to 1")


with derivation(
    "library.rl.ppo-ratio",
    "The gradient of the probability ratio at the old policy is the policy gradient",
    PPO,
) as d:
    c = Symbol("c", real=True)
    A = Symbol("A", real=True)
    d.begin(
        D(exp(f(theta) - c) * A, theta), tex=r"\frac{d}{d\theta}\frac{\pi_\theta(a)}{\pi_{\text{old}}(a)}A"
    )
    d.equals(
        exp(f(theta) - c) * D(f(theta), theta) * A,
        because="chain rule; f is the log-probability, c its old value",
    )
    d.claim(
        exp(c - c) * D(f(theta), theta) * A,
        D(f(theta), theta) * A,
        because="at the old policy the ratio is 1",
    )


with derivation(
    "library.rl.soft-bellman", "The soft value of two actions, and the policy that attains it", HAARNOJA
) as d:
    Q1, Q2 = symbols("Q1 Q2", real=True)
    p, V = symbols("p V", real=True)
    d.define(p, exp(Q1 / tau) / (exp(Q1 / tau) + exp(Q2 / tau)))
    d.define(V, tau * log(exp(Q1 / tau) + exp(Q2 / tau)))
    d.claim(log(p), (Q1 - V) / tau, because="logarithm of a quotient")
    d.claim(log(1 - p), (Q2 - V) / tau, because="logarithm of a quotient")
    d.begin(p * Q1 + (1 - p) * Q2 + tau * (-p * log(p) - (1 - p) * log(1 - p)))
    d.equals(p * (Q1 - tau * log(p)) + (1 - p) * (Q2 - tau * log(1 - p)), because="collect by action")
    d.equals(p * V + (1 - p) * V, because="each bracket is V")
    d.equals(V)
    d.claim(D(V, Q1), p, because="the policy is the gradient of the value")
