"""Recurrent cells, one unit at a time: gates, their derivatives, and the gradient through time."""

from sympy import Function, Symbol, exp, symbols, tanh

from verify_derivations import D, Source, derivation

GREFF = Source(
    "Greff, Srivastava, Koutnik, Steunebrink, Schmidhuber 2017",
    "LSTM: a search space odyssey",
    "arXiv:1503.04069, section 2",
)
GERS = Source(
    "Gers, Schmidhuber, Cummins 2000",
    "Learning to forget: continual prediction with LSTM",
    "Neural Computation 12",
)
CHO = Source(
    "Cho et al. 2014",
    "Learning phrase representations using RNN encoder-decoder for statistical machine translation",
    "arXiv:1406.1078",
)
PASCANU = Source(
    "Pascanu, Mikolov, Bengio 2013",
    "On the difficulty of training recurrent neural networks",
    "arXiv:1211.5063",
)
SRIVASTAVA = Source("Srivastava, Greff, Schmidhuber 2015", "Highway networks", "arXiv:1505.00387")
ELMAN = Source("Elman 1990", "Finding structure in time", "Cognitive Science 14")

x, h, c, u, w, b, E = symbols("x h c u w b E", real=True)
zi, zf, zo, zg, zr = symbols("z_i z_f z_o z_g z_r", real=True)
i, f, o, g, r, z, n, hh, cc = symbols("i f o g r z n h_t c_t", real=True)
sigma, L = Function("sigma"), Function("L")


with derivation(
    "library.lstm-gru.plain-cell",
    "The plain recurrent cell: its derivatives by the old state, the input and the weights",
    ELMAN,
) as d:
    a = Symbol("a", real=True)
    d.define(a, w * x + u * h + b)
    d.define(hh, tanh(a))
    d.begin(D(hh, h), chain="old state")
    d.equals(D(hh, a) * D(a, h), because="chain rule")
    d.equals((1 - hh**2) * u, because="derivative of tanh")
    d.claim(D(hh, x), (1 - hh**2) * w)
    d.claim(D(hh, w), (1 - hh**2) * x)
    d.claim(D(hh, u), (1 - hh**2) * h)
    d.claim(D(hh, b), 1 - hh**2)


with derivation(
    "library.lstm-gru.through-time", "Back-propagation through two steps: a product of slopes", PASCANU
) as d:
    x1, x2, h0, h1, h2 = symbols("x1 x2 h0 h1 h2", real=True)
    d.define(h1, tanh(w * x1 + u * h0))
    d.define(h2, tanh(w * x2 + u * h1))
    d.claim(D(h2, h0), (1 - h2**2) * u * ((1 - h1**2) * u), because="chain rule, twice")
    d.begin(D(h2, u))
    d.equals((1 - h2**2) * (h1 + u * D(h1, u)), because="u acts at this step and through the state before")
    d.equals((1 - h2**2) * (h1 + u * ((1 - h1**2) * h0)))
    d.claim(1 - tanh(x) ** 2, "<=", 1, because="so the gradient vanishes where Abs(u) < 1")


with derivation(
    "library.lstm-gru.lstm-output",
    "LSTM: the derivatives of the output by its gate and by the cell",
    GREFF,
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(o, sigma(zo))
    d.define(hh, o * tanh(c))
    d.begin(D(hh, zo), chain="output gate")
    d.equals(tanh(c) * D(o, zo), because="the cell does not depend on the gate")
    d.equals(tanh(c) * o * (1 - o), because="derivative of the sigmoid")
    d.equals(hh * (1 - o), because="o tanh(c) is the output itself")
    d.claim(D(hh, c), o * (1 - tanh(c) ** 2), because="derivative of tanh")


with derivation(
    "library.lstm-gru.lstm-cell", "LSTM: the derivatives of the cell by its gates and by the old cell", GERS
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(i, sigma(zi))
    d.define(f, sigma(zf))
    d.define(g, tanh(zg))
    d.define(cc, f * c + i * g)
    d.claim(D(cc, c), f, because="the forget gate alone stands between two cells")
    d.begin(D(cc, zf), chain="forget gate")
    d.equals(D(cc, f) * D(f, zf), because="chain rule")
    d.equals(c * f * (1 - f), because="derivative of the sigmoid")
    d.begin(D(cc, zi), chain="input gate")
    d.equals(D(cc, i) * D(i, zi), because="chain rule")
    d.equals(g * i * (1 - i), because="derivative of the sigmoid")
    d.begin(D(cc, zg), chain="candidate")
    d.equals(D(cc, g) * D(g, zg), because="chain rule")
    d.equals(i * (1 - g**2), because="derivative of tanh")


with derivation(
    "library.lstm-gru.lstm-loss",
    "LSTM: the gradient of a loss by the gates",
    GREFF,
    note="L is any smooth loss of the output.",
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(i, sigma(zi))
    d.define(f, sigma(zf))
    d.define(o, sigma(zo))
    d.define(g, tanh(zg))
    d.define(cc, f * c + i * g)
    d.define(hh, o * tanh(cc))
    d.define(E, L(hh))
    d.claim(D(E, zo), D(E, hh) * tanh(cc) * o * (1 - o), because="through the output gate")
    d.claim(D(E, cc), D(E, hh) * o * (1 - tanh(cc) ** 2), because="through the cell")
    d.claim(D(E, zf), D(E, cc) * c * f * (1 - f), because="from the cell to the forget gate")
    d.claim(D(E, zi), D(E, cc) * g * i * (1 - i), because="from the cell to the input gate")
    d.claim(D(E, zg), D(E, cc) * i * (1 - g**2), because="from the cell to the candidate")


with derivation(
    "library.lstm-gru.constant-error-carousel",
    "The gradient along three cells is the product of their forget gates",
    GERS,
) as d:
    c0, c1, c2, c3, f1, f2, f3, g1, g2, g3 = symbols("c0 c1 c2 c3 f1 f2 f3 g1 g2 g3", real=True)
    d.define(c1, f1 * c0 + g1)
    d.define(c2, f2 * c1 + g2)
    d.define(c3, f3 * c2 + g3)
    d.begin(D(c3, c0))
    d.equals(D(c3, c2) * D(c2, c1) * D(c1, c0), because="chain rule")
    d.equals(f3 * f2 * f1)
    d.claim(c3, f3 * f2 * f1 * c0 + f3 * f2 * g1 + f3 * g2 + g3, because="unrolled")


with derivation(
    "library.lstm-gru.gru",
    "GRU: the derivatives of the new state by its gate, the candidate and the old state",
    CHO,
    note="The gate and the candidate are held; they depend on the old state as well.",
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(z, sigma(zi))
    d.define(n, tanh(zg))
    d.define(hh, (1 - z) * n + z * h)
    d.claim(hh, n + z * (h - n), because="an interpolation")
    d.begin(D(hh, zi), chain="update gate")
    d.equals(D(hh, z) * D(z, zi), because="chain rule")
    d.equals((h - n) * z * (1 - z), because="derivative of the sigmoid")
    d.begin(D(hh, zg), chain="candidate")
    d.equals((1 - z) * (1 - n**2), because="derivative of tanh")
    d.claim(D(hh, h), z, because="the direct way")


with derivation(
    "library.lstm-gru.gru-reset-gate",
    "GRU: the derivatives of the candidate by the reset gate and through it",
    CHO,
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(r, sigma(zr))
    d.define(n, tanh(w * x + u * (r * h)))
    d.begin(D(n, zr), chain="reset gate")
    d.equals((1 - n**2) * u * h * D(r, zr), because="chain rule")
    d.equals((1 - n**2) * u * h * r * (1 - r), because="derivative of the sigmoid")
    d.claim(D(n, h), (1 - n**2) * u * r, because="the reset gate scales the old state")


with derivation(
    "library.lstm-gru.highway",
    "Highway and residual connections keep a way open for the gradient",
    SRIVASTAVA,
) as d:
    F, T = Function("F"), Function("T")
    d.begin(D(x + F(x), x), chain="residual")
    d.equals(1 + D(F(x), x))
    d.begin(D(T(x) * F(x) + (1 - T(x)) * x, x), chain="highway")
    d.equals(D(T(x), x) * F(x) + T(x) * D(F(x), x) - D(T(x), x) * x + (1 - T(x)), because="product rule")
    d.equals(1 - T(x) + T(x) * D(F(x), x) + D(T(x), x) * (F(x) - x), because="collect")
