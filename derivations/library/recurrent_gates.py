"""Gates of LSTM and GRU cells as vectors: all gradients of one step, for any width."""

from sympy import Function, MatrixSymbol, OneMatrix, exp, symbols, tanh

from verify_derivations import Source, derivation, diag, elementwise, grad, hadamard, jacobian, vector

HOCHREITER = Source("Hochreiter, Schmidhuber 1997", "Long short-term memory", "Neural Computation 9")
GERS = Source(
    "Gers, Schmidhuber, Cummins 2000",
    "Learning to forget: continual prediction with LSTM",
    "Neural Computation 12",
)
CHO = Source(
    "Cho et al. 2014",
    "Learning phrase representations using RNN encoder-decoder for statistical machine translation",
    "arXiv:1406.1078, section 2.3",
)
PASCANU = Source(
    "Pascanu, Mikolov, Bengio 2013",
    "On the difficulty of training recurrent neural networks",
    "arXiv:1211.5063",
)

n, m = symbols("n m", integer=True, positive=True)
L, x = symbols("L x", real=True)
sigma = Function("sigma")
zi, zf, zo, zg, i, f, o, g, c, h, cp, hp, dh, dc, r, u, q = (
    vector(name, n) for name in "zi zf zo zg i f o g c h cp hp dh dc r u q".split()
)
e, b = vector("e", m), vector("b", n)
W, U = MatrixSymbol("W", n, n), MatrixSymbol("U", n, m)
one = OneMatrix(n, 1)


def gates(d):
    """The forward pass of an LSTM cell from its pre-activations."""
    d.define(sigma(x), 1 / (1 + exp(-x)))
    for gate, z in ((i, zi), (f, zf), (o, zo)):
        d.define(gate, elementwise(sigma, z))
    d.define(g, elementwise(tanh, zg))
    d.define(c, hadamard(f, cp) + hadamard(i, g))
    d.define(h, hadamard(o, elementwise(tanh, c)))


with derivation(
    "library.recurrent-gates.lstm-output-gate", "The gradient of an LSTM step by its output gate", HOCHREITER
) as d:
    gates(d)
    d.begin(grad(dh.T * h, zo))
    d.equals(hadamard(dh, elementwise(tanh, c), o, one - o), because="sigma' = sigma (1 - sigma)")


with derivation(
    "library.recurrent-gates.lstm-cell", "The gradient of an LSTM step by its cell state", HOCHREITER
) as d:
    d.define(h, hadamard(o, elementwise(tanh, c)))
    d.begin(grad(dh.T * h, c))
    d.equals(hadamard(dh, o, elementwise(lambda s: 1 - tanh(s) ** 2, c)), because="derivative of tanh")


with derivation(
    "library.recurrent-gates.lstm-inner-gates",
    "The gradients of an LSTM step by forget gate, input gate and candidate",
    GERS,
) as d:
    gates(d)
    d.define(dc, hadamard(dh, o, elementwise(lambda s: 1 - tanh(s) ** 2, c)))
    d.claim(grad(dh.T * h, zf), hadamard(dc, cp, f, one - f))
    d.claim(grad(dh.T * h, zi), hadamard(dc, g, i, one - i))
    d.claim(grad(dh.T * h, zg), hadamard(dc, i, elementwise(lambda s: 1 - s**2, g)))
    d.claim(grad(dh.T * h, cp), hadamard(dc, f), because="the cell hands back through the forget gate")


with derivation(
    "library.recurrent-gates.lstm-carousel",
    "The cell state alone hands gradients back through the forget gate, without any weights",
    GERS,
) as d:
    d.define(c, hadamard(f, cp) + hadamard(i, g))
    d.claim(jacobian(c, cp), diag(f))
    d.claim(grad(dc.T * c, f), hadamard(dc, cp))
    d.claim(grad(dc.T * c, i), hadamard(dc, g))
    d.claim(grad(dc.T * c, g), hadamard(dc, i))


with derivation(
    "library.recurrent-gates.lstm-weights", "The gradient of an LSTM step by the weights of a gate", GERS
) as d:
    d.define(sigma(x), 1 / (1 + exp(-x)))
    d.define(f, elementwise(sigma, W * hp + U * e + b))
    d.define(c, hadamard(f, cp) + hadamard(i, g))
    d.define(q, hadamard(dc, cp, f, one - f))
    d.claim(grad(dc.T * c, W), q * hp.T)
    d.claim(grad(dc.T * c, U), q * e.T)
    d.claim(grad(dc.T * c, b), q)
    d.claim(grad(dc.T * c, hp), W.T * q)


with derivation(
    "library.recurrent-gates.gru-update",
    "The state of a GRU moves towards its candidate by the update gate",
    CHO,
    note="Section 2.3.",
) as d:
    d.define(h, hadamard(u, hp) + hadamard(one - u, g))
    d.begin(h)
    d.equals(g + hadamard(u, hp - g), because="multiply out")
    d.claim(grad(dh.T * h, u), hadamard(dh, hp - g))
    d.claim(grad(dh.T * h, g), hadamard(dh, one - u))
    d.claim(grad(dh.T * h, hp), hadamard(dh, u), because="with the gates held fixed")


with derivation(
    "library.recurrent-gates.gru-candidate",
    "The gradient of a GRU step through its candidate and its reset gate",
    CHO,
    note="Section 2.3.",
) as d:
    d.define(g, elementwise(tanh, U * e + W * hadamard(r, hp)))
    d.define(q, hadamard(dh, elementwise(lambda s: 1 - s**2, g)))
    d.claim(grad(dh.T * g, r), hadamard(W.T * q, hp))
    d.claim(grad(dh.T * g, hp), hadamard(W.T * q, r))
    d.claim(grad(dh.T * g, W), q * hadamard(r, hp).T)
    d.claim(grad(dh.T * g, U), q * e.T)


with derivation(
    "library.recurrent-gates.jacobian-of-a-step",
    "The Jacobian of a step, by whose powers gradients vanish or explode",
    PASCANU,
) as d:
    d.begin(jacobian(W * elementwise(tanh, hp) + U * e + b, hp))
    d.equals(W * diag(elementwise(lambda s: 1 - tanh(s) ** 2, hp)))
    d.begin(grad(dh.T * (W * elementwise(tanh, hp) + U * e + b), hp), chain="what is handed back")
    d.equals(hadamard(W.T * dh, elementwise(lambda s: 1 - tanh(s) ** 2, hp)))
