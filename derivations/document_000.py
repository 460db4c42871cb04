"""Document 000: the sigmoid, and the gradient of a small neural network by the chain rule.

This file shows most of what a derivation can say. `define` puts a definition in force, `claim` states one
equation, `begin` and `equals` write a chain line by line. Every expression is given as the document prints
it, misprints included: a line that is known to be wrong says so (`expect="refuted"`), says why (`wrong`) and
gives the right expression (`corrected`), which is checked as well.

The document has lost its fraction bars and index positions (`θ212` is θ²₁₂); `tex` restores them.
"""

from sympy import Abs, Function, Interval, Limit, Matrix, MatrixSymbol, Sum, Symbol, exp, log, oo, symbols

from verify_derivations import D, Source, derivation, elementwise, hadamard, stack, vector

SOURCE = Source(
    "000_057bc1a2054463d2.txt",
    "Deep learning: derivation of sigmoid function and loss function",
    "A translation from Chinese; document 003 is its original. All pictures are lost.",
)

f = Function("f")
x, z, v = symbols("x z v", real=True)

with derivation("000-s-shape", "What makes the sigmoid an S-shaped curve", SOURCE, line=9) as d:
    below, above = Symbol("z_-", negative=True), Symbol("z_+", positive=True)
    s_shaped = "S-shaped: it rises, first ever steeper, after z = 0 ever less so"
    d.define(f(z), 1 / (1 + exp(-z)))
    d.increasing(f(z), z, ref="000-01", tex="f' > 0", note=s_shaped)
    d.claim(D(f(below), below, 2), ">", 0, ref="000-01", tex=r"f''(z) > 0\ (z < 0)", note=s_shaped)
    d.passes_through(D(f(z), z, 2), {z: 0}, 0, ref="000-01", tex="f''(0) = 0", note=s_shaped)
    d.claim(D(f(above), above, 2), "<", 0, ref="000-01", tex=r"f''(z) < 0\ (z > 0)", note=s_shaped)


with derivation("000-sigmoid", "The sigmoid function and what it is made of", SOURCE, line=12) as d:
    d.define(f(z), 1 / (1 + exp(-z)), ref="000-02", tex=r"f(z) = \frac{1}{1+e^{-z}}")
    d.claim(D(f(z), z), f(z) * (1 - f(z)), ref="000-03", line=14, tex=r"f'(z) = f(z)\,(1-f(z))")

    base = Symbol("a", positive=True)
    passes_through = "every exponential function passes through the point (0, 1)"
    d.claim(base**0, 1, ref="000-04", line=22, tex=r"a^0 = 1", because=passes_through)
    d.claim(exp(0), 1, ref="000-04", line=22, tex=r"e^0 = 1", because=passes_through)

    d.claim(1 / exp(-x), exp(x), ref="000-08", line=34, tex=r"\frac{1}{e^{-x}} = e^x")
    d.claim(1 / (1 + exp(-x)), f(x), ref="000-09", line=40, tex=r"\frac{1}{1+e^{-x}} = f(x)")


with derivation(
    "000-exponential-in-words", "What is read off the exponential function", SOURCE, line=22
) as d:
    growing, falling = symbols("a b", real=True)
    d.declare(growing, domain=Interval.open(1, oo))
    d.declare(falling, domain=Interval.open(0, 1))
    d.unreadable(
        "which of the two depends on the base, which is not named: increasing for a base above 1, decreasing for"
        " one between 0 and 1",
        ref="000-05",
        tex=r"a^x\ \text{increasing / decreasing}",
        note='"monotonically increasing / decreasing"',
    )
    d.increasing(growing**x, x, tex=r"a^x\ \text{increases for}\ a > 1")
    d.claim(D(growing**x, x), ">", 0, tex=r"\frac{d}{dx}a^x > 0\ (a > 1)")
    d.decreasing(falling**x, x, tex=r"a^x\ \text{decreases for}\ 0 < a < 1")
    d.claim(D(falling**x, x), "<", 0, tex=r"\frac{d}{dx}a^x < 0\ (0 < a < 1)")
    d.increasing(exp(x), x, tex=r"e^x\ \text{increases}")
    d.decreasing(exp(-x), x, tex=r"e^{-x}\ \text{decreases}")

    d.domain(exp(x), x, "real", ref="000-06", tex=r"\mathrm{dom}(\exp) = (-\infty,+\infty)")
    d.range(
        exp(x),
        Interval.open(0, oo),
        reached={x: log(v)},
        ref="000-07",
        line=26,
        tex=r"\exp(\mathbb R) = (0,+\infty)",
    )


with derivation("000-sigmoid-in-words", "Domain and range of the sigmoid", SOURCE, line=40) as d:
    d.define(f(z), 1 / (1 + exp(-z)))
    d.domain(f(z), z, "real", ref="000-10", tex=r"\mathrm{dom}(f) = (-\infty,+\infty)")
    d.range(
        f(z),
        Interval.open(0, 1),
        reached={z: log(v / (1 - v))},
        ref="000-11",
        line=44,
        tex=r"f(\mathbb R) = (0,1)",
    )
    whatever = '"no matter what x ... we can get the value between (0,1)"'
    d.within(f(x), Interval.open(0, 1), ref="000-12", line=48, tex="0 < f(x) < 1", note=whatever)


with derivation("000-logarithm-in-words", "The logarithm, whose picture is lost", SOURCE, line=58) as d:
    d.define(f(z), 1 / (1 + exp(-z)))
    d.decreasing(
        log(x),
        x,
        ref="000-13",
        tex=r"\log x\ \text{decreases}",
        note='"Logarithmic function of the image above, monotone decreasing"',
        expect="refuted",
        wrong="the logarithm increases; the picture must have shown -log x, which is the loss",
        corrected=-log(x),
        corrected_tex=r"-\log x\ \text{decreases}",
    )
    d.unreadable(
        "the sentence breaks off and does not say what the feature in (0,1) is; the original does: infinite near 0,"
        " and 0 at 1",
        ref="000-14",
        tex=r"-\log x\ \text{on}\ (0,1)",
        note='"there is a better feature is in the (0,1)"',
        intended=(Limit(-log(x), x, 0, "+"), oo),
        corrected_tex=r"\lim_{x\to 0^+} -\log x = +\infty",
    )
    d.claim(-log(1), 0, tex=r"-\log 1 = 0")
    d.unreadable(
        "the result (0,1) may be the set of the values, and then it is wrong, or that of the arguments",
        ref="000-15",
        line=62,
        tex=r"z\mapsto -\log f(z)",
        note='"put the sigmoid in the position of the independent variable, we will get the result (0,1)"',
    )
    d.within(f(z), Interval.open(0, 1), line=62, tex=r"0 < f(z) < 1")
    d.range(
        -log(f(z)),
        Interval.open(0, oo),
        reached={z: -log(exp(v) - 1)},
        line=62,
        tex=r"-\log f(z)\ \text{takes the values}\ (0,+\infty)",
    )


L = Function("L")
yhat, y, distance, farthest, loss, rest, m, J = symbols("yhat y d t l r m J", real=True)

with derivation(
    "000-loss-in-words",
    "How the loss measures the distance between result and label",
    SOURCE,
    line=68,
    note="The label is 0 or 1, and the distance is |yhat - y|, below 1. The loss of one sample is the one that"
    " 000-18 asks for; J is the mean over m samples.",
) as d:
    d.declare(yhat, domain="unit")
    d.declare(distance, farthest, domain=Interval.Ropen(0, 1))
    d.define(L(yhat, y), -y * log(yhat) - (1 - y) * log(1 - yhat))
    d.unreadable(
        "the function is -log(yhat), which does not know the label: it is the loss for the label 1 only",
        ref="000-18",
        tex=r"-\log\hat{y}",
        note='"this function can be used as the loss function of logistic regression classifier"',
        intended=(L(yhat, 1), -log(yhat)),
        corrected_tex=r"y = 1:\ L = -\log\hat{y}",
    )
    d.claim(L(yhat, 0), -log(1 - yhat), tex=r"y = 0:\ L = -\log(1-\hat{y})")

    closer = '"if the result is closer, the difference will be smaller, otherwise, it will be larger"'
    for label, gap in ((0, yhat), (1, yhat - 1)):
        tex = rf"y = {label}:\ L = -\log(1-|\hat{{y}}-y|)"
        d.claim(L(yhat, label), -log(1 - Abs(gap)), ref="000-16", tex=tex, note=closer)
    d.increasing(-log(1 - distance), distance, ref="000-16", tex=r"-\log(1-d)\ \text{increases}", note=closer)
    d.unreadable(
        "the label is not named: it is so for the label 1, and the other way round for the label 0",
        ref="000-17",
        tex=r"\hat{y}\uparrow 1:\ |\hat{y}-y|\ \text{decreases}",
        note='"If the calculated value is closer to 1, then it means that it is closer to the world result"',
    )
    d.decreasing(Abs(yhat - 1), yhat, tex=r"y = 1:\ |\hat{y}-y|\ \text{decreases}")

    all_close = '"If all the results are close to the result value, then the closer it is to 0"'
    d.claim(-log(1 - distance), ">=", 0, ref="000-19", tex=r"-\log(1-d) \ge 0", note=all_close)
    d.claim(
        Limit(-log(1 - farthest), farthest, 0, "+"),
        0,
        ref="000-19",
        tex=r"\lim_{t\to 0^+} -\log(1-t) = 0",
        note=all_close,
    )


with derivation("000-mean-loss", "The mean loss near 0 and the distances near 0", SOURCE, line=68) as d:
    d.declare(distance, farthest, domain=Interval.Ropen(0, 1))
    d.declare(rest, domain="nonnegative")
    d.declare(m, domain="positive")
    d.define(loss, -log(1 - distance), tex=r"\ell = -\log(1-d)")
    d.define(J, (loss + rest) / m, tex=r"J = \frac{\ell + r}{m}", note="the other losses are in r >= 0")
    near = '"If the result is close to 0 ..., the calculated result is very close to the actual result"'
    d.claim(distance, "<=", 1 - exp(-m * J), ref="000-20", tex=r"d \le 1-e^{-mJ}", note=near)
    d.claim(
        Limit(1 - exp(-m * x), x, 0, "+"), 0, ref="000-20", tex=r"\lim_{J\to 0^+} 1-e^{-mJ} = 0", note=near
    )
    d.assume(distance <= farthest)
    d.claim(
        loss,
        "<=",
        -log(1 - farthest),
        ref="000-19",
        tex=r"d \le t:\ -\log(1-d) \le -\log(1-t)",
        note=all_close
        + ": if all distances are at most t, every loss, and so their mean, is at most -log(1 - t)",
    )


with derivation("000-sigmoid-derivative", "The derivative of the sigmoid", SOURCE, line=75) as d:
    d.define(f(z), 1 / (1 + exp(-z)))

    d.begin(D(f(z), z), tex=r"f'(z)")
    d.equals(D(1 / (1 + exp(-z)), z), ref="000-21", tex=r"\left(\frac{1}{1+e^{-z}}\right)'")
    d.equals(exp(-z) / (1 + exp(-z)) ** 2, ref="000-22", tex=r"\frac{e^{-z}}{(1+e^{-z})^2}")
    d.equals((1 + exp(-z) - 1) / (1 + exp(-z)) ** 2, ref="000-23", tex=r"\frac{1+e^{-z}-1}{(1+e^{-z})^2}")
    d.equals(
        1 / (1 + exp(-z)) * (1 - 1 / (1 + exp(-z))),
        ref="000-24",
        tex=r"\frac{1}{(1+e^{-z})}\left(1-\frac{1}{(1+e^{-z})}\right)",
    )
    d.equals(f(z) * (1 - f(z)), ref="000-25", tex=r"f(z)(1-f(z))")


a, b, c, e = symbols("a b c e", real=True)
d_ = Symbol("d", real=True)

with derivation("000-composite", "A composite function, printed without its parts", SOURCE, line=85) as d:
    d.define(e, (a + b) * (b + 1), ref="000-28", tex=r"e = (a+b)(b+1)")


with derivation("000-chain-rule", "The chain rule along the paths of a small graph", SOURCE, line=87) as d:
    # The parts c and d are named in a picture only.
    d.define(c, a + b, tex=r"c = a+b")
    d.define(d_, b + 1, tex=r"d = b+1")
    d.define(e, c * d_, tex=r"e = cd")
    d.claim(e, (a + b) * (b + 1), tex=r"e = (a+b)(b+1)")
    functions = '"C is a function of a and E is a function of C"; c depends on b and e on d as well'
    d.claim(D(c, a), 1, ref="000-29", tex=r"\frac{\partial c}{\partial a} = 1", note=functions)
    d.claim(D(e, c), d_, ref="000-29", tex=r"\frac{\partial e}{\partial c} = d", note=functions)

    d.begin(D(e, a), tex=r"\frac{\partial e}{\partial a}", chain="de/da")
    d.equals(
        D(e, c) * D(c, a), ref="000-30", tex=r"\frac{\partial e}{\partial c}\frac{\partial c}{\partial a}"
    )
    d.equals(b + 1, tex=r"b+1")

    both_paths = D(e, c) * D(c, b) + D(e, d_) * D(d_, b)
    both_paths_tex = r"\frac{\partial e}{\partial b} = \frac{\partial e}{\partial c}\frac{\partial c}{\partial b} + \frac{\partial e}{\partial d}\frac{\partial d}{\partial b}"
    d.unreadable(
        "the sentence names four derivatives and says to add them up; it leaves out that the two"
        " derivatives along each path are multiplied first",
        ref="000-31",
        tex=r"\frac{\partial e}{\partial b}: \frac{\partial e}{\partial c}, \frac{\partial e}{\partial d}, \frac{\partial c}{\partial b}, \frac{\partial d}{\partial b}",
        intended=(D(e, b), both_paths),
        corrected_tex=both_paths_tex,
    )
    d.claim(D(e, b), a + 2 * b + 1, tex=r"\frac{\partial e}{\partial b} = a+2b+1")
    d.claim(
        D(e, b),
        D(e, c) * D(c, b),
        ref="000-34",
        line=91,
        tex=r"\frac{\partial e}{\partial b} = \frac{\partial e}{\partial c}\frac{\partial c}{\partial b}",
        expect="refuted",
        wrong="one path is not enough: b reaches e through c and through d, and the products of both count",
        corrected=both_paths,
        corrected_tex=both_paths_tex,
    )


g_ec, g_ed, g_ca, g_cb, g_db = symbols("g_ec g_ed g_ca g_cb g_db", real=True)

with derivation(
    "000-saved-derivatives", "Every derivative is worked out once and saved", SOURCE, line=87
) as d:
    d.define(c, a + b)
    d.define(d_, b + 1)
    d.define(e, c * d_)
    twice = '"e calculates the derivative of C twice": it is a factor on the way from a and on one from b'
    d.claim(D(e, a), D(e, c) * D(c, a), ref="000-32", note=twice)
    d.claim(D(e, b), D(e, c) * D(c, b) + D(e, d_) * D(d_, b), ref="000-32", note=twice)
    d.unreadable(
        "what is on top was in a picture that is lost: the values have to be computed from the inputs to e, and the"
        " derivatives may be taken from e to the inputs",
        ref="000-33",
        line=89,
        note='"we start from top to bottom, calculate the value of each cell, then ... the partial derivative"',
    )
    # One name for each of the five edges of the graph; all that is asked for is made of these.
    once = '"the partial derivatives of each path only need to be calculated once"'
    d.define(g_ec, D(e, c), tex=r"g_{ec} = \frac{\partial e}{\partial c}")
    d.define(g_ed, D(e, d_), tex=r"g_{ed} = \frac{\partial e}{\partial d}")
    d.define(g_ca, D(c, a), tex=r"g_{ca} = \frac{\partial c}{\partial a}")
    d.define(g_cb, D(c, b), tex=r"g_{cb} = \frac{\partial c}{\partial b}")
    d.define(g_db, D(d_, b), tex=r"g_{db} = \frac{\partial d}{\partial b}")
    d.claim(D(e, a), g_ec * g_ca, ref="000-35", line=91, note=once)
    d.claim(D(e, b), g_ec * g_cb + g_ed * g_db, ref="000-35", line=91, note=once)


# The network: inputs x1, x2; hidden units a2_1, a2_2; output a3. The weights theta1_ji lead from input i to
# hidden unit j, the weights theta2_1i from hidden unit i to the output; index 0 is the bias.
s = Function("s")
theta1_10, theta1_11, theta1_12 = symbols("theta1_10 theta1_11 theta1_12", real=True)
theta1_20, theta1_21, theta1_22 = symbols("theta1_20 theta1_21 theta1_22", real=True)
theta2_10, theta2_11, theta2_12 = symbols("theta2_10 theta2_11 theta2_12", real=True)
x0, x1, x2, y, m = symbols("x0 x1 x2 y m", real=True)
z2_1, z2_2, z3 = symbols("z2_1 z2_2 z3", real=True)
a2_0, a2_1, a2_2, a3 = symbols("a2_0 a2_1 a2_2 a3", real=True)
J, delta3 = symbols("J delta3", real=True)

with derivation(
    "000-network",
    "Back-propagation through a network with two inputs, two hidden units and one output",
    SOURCE,
    line=131,
    note="The document prints the hidden activation a^2_i as a^2_{1i}. Its forward equations are definitions "
    "here; as products of the weight matrices they are statements of their own.",
) as d:
    d.define(s(z), 1 / (1 + exp(-z)), tex=r"s(z) = \frac{1}{1+e^{-z}}")
    d.define(x0, 1, ref="000-41", line=119, tex=r"x_0 = 1")
    d.define(
        z2_1,
        theta1_10 * x0 + theta1_11 * x1 + theta1_12 * x2,
        tex=r"z^2_1 = \theta^1_{10} x_0 + \theta^1_{11} x_1 + \theta^1_{12} x_2",
    )
    d.define(
        z2_2,
        theta1_20 * x0 + theta1_21 * x1 + theta1_22 * x2,
        tex=r"z^2_2 = \theta^1_{20} x_0 + \theta^1_{21} x_1 + \theta^1_{22} x_2",
    )
    d.define(a2_0, 1, tex=r"a^2_0 = 1")
    d.define(a2_1, s(z2_1), tex=r"a^2_1 = s(z^2_1)")
    d.define(a2_2, s(z2_2), tex=r"a^2_2 = s(z^2_2)")
    d.define(
        z3,
        theta2_10 * a2_0 + theta2_11 * a2_1 + theta2_12 * a2_2,
        line=137,
        tex=r"z^3 = \theta^2_{10} a^2_0 + \theta^2_{11} a^2_1 + \theta^2_{12} a^2_2",
    )
    d.define(a3, s(z3), ref="000-51", line=137, tex=r"a^3 = \operatorname{sigmoid}(z^3)")
    d.define(m, 1, ref="000-56", line=145, tex=r"m = 1")
    d.define(
        J,
        -1 / m * (y * log(a3) + (1 - y) * log(1 - a3)),
        ref="000-61",
        line=156,
        tex=r"J(\Theta) = -\frac{1}{m}\left[y\log(a^3) + (1-y)\log(1-a^3)\right]",
    )

    no_bias = '"Because it is the output layer, ... the bias term is not added"'
    weighted = theta2_10 * a2_0 + theta2_11 * a2_1 + theta2_12 * a2_2
    d.claim(a3, s(weighted), ref="000-53", line=139, tex=r"a^3 = s(\theta^2_{10}a^2_0+\dots)", note=no_bias)
    d.unreadable(
        "the network has two inputs; one sample is meant, and one output",
        ref="000-55",
        line=143,
        note='"there is only one input and one output"',
    )
    composite = '"this formula is actually a composite function"'
    d.claim(
        J,
        -1 / m * (y * log(s(weighted)) + (1 - y) * log(1 - s(weighted))),
        ref="000-66",
        line=162,
        tex=r"J = \ell(s(z^3(\theta^2,a^2)))",
        note=composite,
    )
    d.claim(D(y, theta2_12), 0, ref="000-62", line=164, tex=r"\frac{\partial y}{\partial\theta^2_{12}} = 0")
    d.claim(
        D(a3, theta2_12),
        0,
        ref="000-63",
        line=166,
        tex=r"\frac{\partial a^3}{\partial\theta^2_{12}} = 0",
        expect="refuted",
        wrong="the sentence calls a^3 a constant, but a^3 = s(z^3) depends on every weight; the constant is y",
        corrected=s(z3) * (1 - s(z3)) * a2_2,
        corrected_tex=r"\frac{\partial a^3}{\partial\theta^2_{12}} = s(z^3)(1-s(z^3))\,a^2_2",
    )
    d.unreadable(
        "nothing but the words 'finish writing sth.' stands between the two sides",
        status="ill-formed",
        ref="000-65",
        line=184,
        tex=r"a^3 \ldots s(z^3)",
        intended=(a3, s(z3)),
        corrected_tex=r"a^3 = s(z^3)",
    )

    # The derivative of -mJ by a^3, as printed at the head of both gradients.
    bracket = y * (1 / s(z3)) - (1 - y) * (1 / (1 - s(z3)))
    bracket_tex = r"\left[y\frac{1}{s(z^3)} - (1-y)\frac{1}{1-s(z^3)}\right]"

    d.begin(
        D(J, theta2_12),
        tex=r"\frac{\partial J(\Theta)}{\partial\theta^2_{12}}",
        chain="dJ/dtheta2_12",
        line=192,
    )
    d.equals(
        -1 / m * bracket * s(z3) * (1 - s(z3)) * a2_2,
        ref="000-67",
        tex=rf"-\frac{{1}}{{m}}{bracket_tex} s(z^3)(1-s(z^3))\,a^2_{{12}}",
    )
    d.unreadable(
        "a closing parenthesis is missing after y(1-s(z^3); put before the bracket instead, it would make"
        " the line false wherever y is not 1",
        status="ill-formed",
        ref="000-68",
        tex=r"-\frac{1}{m}[y(1-s(z^3)-(1-y)s(z^3)]\,a^2_{12}",
        intended=-1 / m * (y * (1 - s(z3)) - (1 - y) * s(z3)) * a2_2,
        corrected_tex=r"-\frac{1}{m}\left[y(1-s(z^3)) - (1-y)s(z^3)\right] a^2_{12}",
    )
    d.equals(-1 / m * (y - s(z3)) * a2_2, ref="000-69", tex=r"-\frac{1}{m}[y-s(z^3)]\,a^2_{12}")
    d.equals(1 / m * (s(z3) - y) * a2_2, ref="000-70", tex=r"\frac{1}{m}[s(z^3)-y]\,a^2_{12}")
    d.equals(1 / m * (a3 - y) * a2_2, ref="000-71", tex=r"\frac{1}{m}[a^3-y]\,a^2_{12}")

    d.claim(
        D(J, theta2_10),
        1 / m * (a3 - y) * a2_0,
        ref="000-72",
        line=197,
        tex=r"\frac{\partial J(\Theta)}{\partial\theta^2_{10}} = \frac{1}{m}[a^3-y]\,a^2_{10}",
    )
    d.claim(
        D(J, theta2_11),
        1 / m * (a3 - y) * a2_1,
        ref="000-73",
        line=197,
        tex=r"\frac{\partial J(\Theta)}{\partial\theta^2_{11}} = \frac{1}{m}[a^3-y]\,a^2_{11}",
    )

    d.define(delta3, a3 - y, ref="000-75", line=203, tex=r"\delta^3 = a^3-y")
    d.claim(D(m * J, z3), delta3, line=203, tex=r"\delta^3 = \frac{\partial(mJ)}{\partial z^3}")

    d.begin(
        D(J, theta1_12),
        tex=r"\frac{\partial J(\Theta)}{\partial\theta^1_{12}}",
        chain="dJ/dtheta1_12",
        line=218,
    )
    d.unreadable(
        "z^2 has two components, yet s(z^2) is a factor of a number; the component z^2_1 is meant, the only"
        " one that depends on this weight",
        status="ill-formed",
        ref="000-77",
        tex=rf"-\frac{{1}}{{m}}{bracket_tex} s(z^3)(1-s(z^3))\,\theta^2_{{11}}\,s(z^2)(1-s(z^2))\,x_2",
        intended=-1 / m * bracket * s(z3) * (1 - s(z3)) * theta2_11 * s(z2_1) * (1 - s(z2_1)) * x2,
        corrected_tex=rf"-\frac{{1}}{{m}}{bracket_tex} s(z^3)(1-s(z^3))\,\theta^2_{{11}}\,s(z^2_1)(1-s(z^2_1))\,x_2",
    )
    d.equals(
        -1 / m * (a3 - y) * theta2_11 * s(z2_1) * (1 - s(z2_1)) * x2,
        ref="000-78",
        tex=r"-\frac{1}{m}[a^3-y]\,\theta^2_{11}\,s(z^2)(1-s(z^2))\,x_2",
        expect="refuted",
        wrong="[y - a^3] was turned into [a^3 - y], so the minus sign in front has to go",
        corrected=1 / m * (a3 - y) * theta2_11 * s(z2_1) * (1 - s(z2_1)) * x2,
        corrected_tex=r"\frac{1}{m}[a^3-y]\,\theta^2_{11}\,s(z^2_1)(1-s(z^2_1))\,x_2",
    )
    d.equals(
        -1 / m * delta3 * theta2_11 * s(z2_1) * (1 - s(z2_1)) * x2,
        ref="000-79",
        tex=r"-\frac{1}{m}\delta^3\,\theta^2_{11}\,s(z^2)(1-s(z^2))\,x_2",
        expect="refuted",
        wrong="delta^3 is put in correctly; the wrong sign of the line before is carried on",
        corrected=1 / m * delta3 * theta2_11 * s(z2_1) * (1 - s(z2_1)) * x2,
        corrected_tex=r"\frac{1}{m}\delta^3\,\theta^2_{11}\,s(z^2_1)(1-s(z^2_1))\,x_2",
    )

    # "The derivative we saved can be directly multiplied": the same product for all six weights of the first
    # layer, each with the weight that leads on from its hidden unit, the z of that unit, and its input.
    first_layer = {
        (1, 0): (theta1_10, theta2_11, z2_1, x0),
        (1, 1): (theta1_11, theta2_11, z2_1, x1),
        (1, 2): (theta1_12, theta2_11, z2_1, x2),
        (2, 0): (theta1_20, theta2_12, z2_2, x0),
        (2, 1): (theta1_21, theta2_12, z2_2, x1),
        (2, 2): (theta1_22, theta2_12, z2_2, x2),
    }
    for (j, i), (weight, onward, hidden, entering) in first_layer.items():
        by_weight = rf"\frac{{\partial J}}{{\partial\theta^1_{{{j}{i}}}}}"
        d.claim(
            D(J, weight),
            1 / m * delta3 * onward * D(s(hidden), hidden) * entering,
            ref="000-80",
            line=220,
            tex=rf"{by_weight} = \frac{{1}}{{m}}\,\delta^3\,\theta^2_{{1{j}}}\,s'(z^2_{j})\,x_{i}",
        )

    # "The chain rule is used for derivation": the links from the loss to each of the nine weights. All of them
    # begin with the same ones, so they would be worked out again and again.
    second_layer = {0: (theta2_10, a2_0), 1: (theta2_11, a2_1), 2: (theta2_12, a2_2)}
    for i, (weight, entering) in second_layer.items():
        tex = rf"\frac{{\partial J}}{{\partial\theta^2_{{1{i}}}}}"
        d.claim(D(J, weight), D(J, a3) * D(a3, z3) * entering, ref="000-26", line=79, tex=rf"{tex} = \dots")
        d.proportional(
            D(J, weight),
            a3 - y,
            y,
            factor=1 / m * entering,
            ref="000-36",
            line=93,
            tex=rf"{tex}\propto a^3-y",
        )
    for (j, i), (weight, onward, hidden, entering) in first_layer.items():
        tex = rf"\frac{{\partial J}}{{\partial\theta^1_{{{j}{i}}}}}"
        rest_of_path = onward * D(s(hidden), hidden) * entering
        d.claim(
            D(J, weight), D(J, a3) * D(a3, z3) * rest_of_path, ref="000-26", line=79, tex=rf"{tex} = \dots"
        )
        d.proportional(
            D(J, weight),
            a3 - y,
            y,
            factor=1 / m * rest_of_path,
            ref="000-36",
            line=93,
            tex=rf"{tex}\propto a^3-y",
        )

    d.state("definition", "the definition of line 203 again", ref="000-81", line=223, tex=r"\delta^3 = a^3-y")


# The same network as products of matrices. Column k + 1 of the weights holds what is printed with the index k,
# as entries are counted from 1: the first column is that of the bias.
theta1, theta2 = MatrixSymbol("theta1", 2, 3), MatrixSymbol("theta2", 1, 3)
a1, a2 = vector("a1", 3), vector("a2", 3)
z2, s2, delta2 = vector("z2", 2), vector("s2", 2), vector("delta2", 2)
i, j, k = symbols("i j k", integer=True)
x_1, x_2, lambda_ = symbols("x1 x2 lambda", real=True)


def forward(d):
    """From the input to the hidden layer and the output."""
    d.define(s(z), 1 / (1 + exp(-z)), tex=r"s(z) = \frac{1}{1+e^{-z}}")
    d.define(
        a1,
        Matrix([1, x_1, x_2]),
        ref="000-40",
        line=117,
        tex=r"a^1 = \begin{bmatrix}x_0\\x_1\\x_2\end{bmatrix}",
    )
    d.define(z2, theta1 * a1, line=131, tex=r"z^2 = \theta^1 a^1")


def output(d):
    """From the hidden layer on, with the bias in front."""
    d.define(a2, stack(1, elementwise(s, z2)), tex=r"a^2 = \begin{bmatrix}1\\ s(z^2)\end{bmatrix}")
    d.define(z3, theta2 * a2, line=137, tex=r"z^3 = \theta^2 a^2")
    d.define(a3, s(z3), ref="000-52", line=137, tex=r"a^3 = [a^3_1]")


with derivation(
    "000-forward",
    "Forward propagation as products of matrices",
    SOURCE,
    line=99,
    note="The first column of the weights belongs to the bias; the document counts it as column 0.",
) as d:
    d.unreadable(
        "the numbers stand in one line; they could be a row of six, or three rows of two; the equations for"
        " z^2 settle that they are two rows of three",
        ref="000-37",
        tex=r"\theta^1 = [\theta^1_{10}\ \theta^1_{20}\ \theta^1_{11}\ \theta^1_{21}\ \theta^1_{12}\ \theta^1_{22}]",
    )
    d.state(
        "declared",
        "a row of three weights",
        ref="000-38",
        tex=r"\theta^2 = [\theta^2_{10}\ \theta^2_{11}\ \theta^2_{12}]",
    )
    d.state("declared", "one sample with the features x1, x2 and the label y", ref="000-39", line=105)
    forward(d)
    rows = [theta1[row, 1] + theta1[row, 2] * x_1 + theta1[row, 3] * x_2 for row in (1, 2)]
    d.claim(
        z2[1],
        rows[0],
        ref="000-43",
        line=131,
        tex=r"z^2_1 = \theta^1_{10} x_0 + \theta^1_{11} x_1 + \theta^1_{12} x_2",
    )
    d.claim(
        z2[2],
        rows[1],
        ref="000-44",
        line=131,
        tex=r"z^2_2 = \theta^1_{20} x_0 + \theta^1_{21} x_1 + \theta^1_{22} x_2",
    )
    d.claim(
        Matrix(rows),
        theta1 * a1,
        ref="000-45",
        line=131,
        tex=r"z^2 = \begin{bmatrix}z^2_1\\z^2_2\end{bmatrix}",
    )
    d.define(s2, elementwise(s, z2), ref="000-46", line=131, tex=r"a^2 = \operatorname{sigmoid}(z^2)")
    d.claim(
        s2,
        stack(1, elementwise(s, z2)),
        ref="000-47",
        line=131,
        tex=r"a^2 = \begin{bmatrix}1\\a^2_1\\a^2_2\end{bmatrix}",
        expect="ill-formed",
        wrong="the line before says that a^2 has two entries; here the same name has three",
        corrected=(stack(1, s2), Matrix([1, s(z2[1]), s(z2[2])])),
        corrected_tex=r"\begin{bmatrix}1\\s(z^2)\end{bmatrix} = \begin{bmatrix}1\\a^2_1\\a^2_2\end{bmatrix}",
    )
    output(d)
    d.unreadable(
        "the bias is put in front, not at the end; what is meant is that it is added at last",
        ref="000-48",
        line=133,
        tex=r"a^2 = \begin{bmatrix}s(z^2)\\1\end{bmatrix}",
        intended=(a2, stack(1, elementwise(s, theta1 * a1))),
        corrected_tex=r"a^2 = \begin{bmatrix}1\\s(z^2)\end{bmatrix}",
    )
    d.claim(
        a2[j],
        stack(1, elementwise(s, theta1 * a1))[j],
        ref="000-42",
        line=123,
        tex=r"a^2 = \sigma(\theta^1 a^1)",
        because="the features are multiplied by the weights, then goes the sigmoid; the bias is put in front",
    )
    d.claim(
        z3,
        theta2[1] * a2[1] + theta2[2] * a2[2] + theta2[3] * a2[3],
        ref="000-49",
        line=137,
        tex=r"z^3_1 = \theta^2_{10} a^2_0 + \theta^2_{11} a^2_1 + \theta^2_{12} a^2_2",
    )
    d.claim(z3, theta2 * a2, ref="000-50", line=137, tex=r"[z^3_1] = \theta^2 a^2")
    d.claim(
        a3,
        s(theta2 * stack(1, elementwise(s, theta1 * a1))),
        ref="000-54",
        line=141,
        tex=r"h_\Theta(x) = \sigma\left(\theta^2\begin{bmatrix}1\\\sigma(\theta^1[1;x])\end{bmatrix}\right)",
    )
    d.claim(
        z3,
        a2,
        ref="000-64",
        line=176,
        tex=r"z^3 = a^2",
        expect="ill-formed",
        wrong="the sentence says that z^3 is a^2; z^3 is a number, a^2 has three entries: the weights are missing",
        corrected=theta2 * a2,
        corrected_tex=r"z^3 = \theta^2 a^2",
    )


with derivation("000-cost", "The cost with its regularisation", SOURCE, line=148) as d:
    forward(d)
    output(d)
    first, second = Sum(theta1[j, i] ** 2, (j, 1, 2), (i, 2, 3)), Sum(theta2[i] ** 2, (i, 2, 3))
    penalty = lambda_ / (2 * m) * (first + second)
    penalty_tex = r"\frac{\lambda}{2m}\sum_{l=1}^{L-1}\sum_{i=1}^{s_l}\sum_{j=1}^{s_{l+1}}\left(\Theta^{(l)}_{j,i}\right)^2"
    h = Symbol("h", real=True)
    d.define(h, a3, tex=r"h_\Theta(x) = a^3")
    d.define(J, -1 / m * (y * log(h) + (1 - y) * log(1 - h)) + penalty)
    d.unreadable(
        "the sums over i and k are gone, as there is one sample and one output; their indices are still there",
        status="ill-formed",
        ref="000-57",
        line=148,
        tex=rf"J(\Theta) = -\frac1m\left[y^{{(i)}}_k\log\left((h_\Theta(x^{{(i)}}))_k\right) + (1-y^{{(i)}}_k)\log\left(1-(h_\Theta(x^{{(i)}}))_k\right)\right] + {penalty_tex}",
        intended=(J, -1 / m * (y * log(h) + (1 - y) * log(1 - h)) + penalty),
    )
    d.claim(
        J,
        -1 / m * (y * log(a3) + (1 - y) * log(1 - a3)) + penalty,
        ref="000-58",
        line=148,
        tex=rf"J(\Theta) = -\frac1m\left[y\log(a^3) + (1-y)\log(1-a^3)\right] + {penalty_tex}",
    )
    every = Sum(theta1[j, i] ** 2, (j, 1, 2), (i, 1, 3)) + Sum(theta2[i] ** 2, (i, 1, 3))
    d.claim(
        penalty,
        every,
        ref="000-59",
        line=152,
        tex=rf"{penalty_tex} = \text{{the sum of squares of all the weights}}",
        expect="refuted",
        wrong="the factor is missing, and i starts at 1: the weights of the bias (i = 0) are not in the sum",
        corrected=lambda_ / (2 * m) * (every - theta1[1, 1] ** 2 - theta1[2, 1] ** 2 - theta2[1] ** 2),
        corrected_tex=rf"{penalty_tex} = \frac{{\lambda}}{{2m}}\cdot\text{{the squares of all weights but those of the bias}}",
    )
    d.claim(
        D(penalty, theta1[j, 1]),
        0,
        ref="000-60",
        line=154,
        tex=r"\frac{\partial}{\partial\Theta^{(1)}_{j,0}} \frac{\lambda}{2m}\sum\sum\sum\left(\Theta^{(l)}_{j,i}\right)^2 = 0",
        because="the one multiplied by the offset term is not put in",
    )


with derivation(
    "000-back-propagation",
    "Back-propagation as products of matrices",
    SOURCE,
    line=199,
    note="delta^2 is the derivative of mJ by z^2. The factor 1/m stands in the gradients.",
) as d:
    forward(d)
    output(d)
    d.define(J, -1 / m * (y * log(a3) + (1 - y) * log(1 - a3)))
    d.claim(
        D(J, theta2),
        1 / m * (a3 - y) * a2.T,
        ref="000-74",
        line=199,
        tex=r"\frac{\partial J}{\partial\theta^2} = \frac1m(a^3-y)(a^2)^T",
    )
    d.define(delta3, a3 - y, line=203, tex=r"\delta^3 = a^3-y")
    d.claim(
        D(J, theta2),
        1 / m * delta3 * a2.T,
        ref="000-76",
        line=207,
        tex=r"\frac{\partial J}{\partial\theta^2} = \frac1m\,\delta^3(a^2)^T",
        note="The document does not mention the transposition; without it the shapes do not fit.",
    )
    slope = elementwise(lambda u: s(u) * (1 - s(u)), z2)
    without_bias = Matrix([theta2[2], theta2[3]])
    d.claim(
        delta2,
        hadamard(delta3 * theta2.T, slope),
        ref="000-82",
        line=223,
        tex=r"\delta^2 = \delta^3 * (\theta^2)^T * s(z^2)'",
        expect="ill-formed",
        wrong="(θ²)ᵀ has three entries, one of them for the bias, and s'(z²) has two: the bias has to be left out",
        corrected=(m * D(J, z2), hadamard(without_bias * delta3, slope)),
        corrected_tex=r"\delta^2 = \frac{\partial(mJ)}{\partial z^2} = (\bar\theta^2)^T\delta^3 \odot s'(z^2),\quad \bar\theta^2 = [\theta^2_{11}\ \theta^2_{12}]",
    )
    d.define(
        delta2,
        hadamard(without_bias * delta3, slope),
        tex=r"\delta^2 = (\bar\theta^2)^T\delta^3 \odot s'(z^2)",
    )
    d.claim(
        D(J, theta1),
        1 / m * delta2 * a1.T,
        ref="000-83",
        line=225,
        tex=r"\frac{\partial J}{\partial\theta^1} = \frac1m\,\delta^2(a^1)^T",
    )


# Layers of any size. The bias is a term of its own here, so that no column has to be left out.
p, q, r = symbols("p q r", integer=True, positive=True)
W, V = MatrixSymbol("W", q, p), MatrixSymbol("V", r, q)
entering, b_W, b_V = vector("x", p), vector("b", q), vector("c", r)
z_l, z_next, target = vector("z", q), vector("u", r), vector("y", r)
loss = Function("loss")
t = Symbol("t", real=True)

with derivation(
    "000-layers",
    "Back-propagation from a layer to the one before it, whatever their sizes",
    SOURCE,
    line=225,
    note="Weights W lead to the layer with the input z, weights V on to the next with the input u; the cost adds "
    "up any function of the entries of u. Biases b and c stand apart, so (V)ᵀ has no row to be left out.",
) as d:
    d.define(s(t), 1 / (1 + exp(-t)), tex=r"s(t) = \frac{1}{1+e^{-t}}")
    d.define(z_l, W * entering + b_W, tex=r"z = Wx + b")
    d.define(z_next, V * elementwise(s, z_l) + b_V, tex=r"u = V s(z) + c")
    d.define(J, Sum(loss(z_next[k], target[k]), (k, 1, r)), tex=r"J = \sum_{k=1}^{r}\ell(u_k, y_k)")
    d.claim(
        D(J, z_l),
        hadamard(V.T * D(J, z_next), elementwise(lambda v: s(v) * (1 - s(v)), z_l)),
        ref="000-84",
        tex=r"\delta^l = \left[(\theta^l)^T\delta^{l+1}\right]\odot s'(z^l)",
    )
    d.claim(D(J, W), D(J, z_l) * entering.T, tex=r"\frac{\partial J}{\partial W} = \delta^l (a^{l-1})^T")
    d.claim(D(J, b_W), D(J, z_l), tex=r"\frac{\partial J}{\partial b} = \delta^l")


samples, outputs, s_1, s_2, s_3 = symbols("m K s_1 s_2 s_3", integer=True, positive=True)
labels, answers = MatrixSymbol("y", samples, outputs), MatrixSymbol("h", samples, outputs)
Theta1, Theta2 = MatrixSymbol("Theta1", s_2, s_1), MatrixSymbol("Theta2", s_3, s_2)

with derivation(
    "000-whole-cost",
    "The cost of all samples and outputs, with its regularisation",
    SOURCE,
    line=81,
    note="For three layers, so that the sum over l has two terms; the weights of the bias are not among these.",
) as d:
    d.declare(answers, domain="unit")
    cross_entropy = labels[i, k] * log(answers[i, k]) + (1 - labels[i, k]) * log(1 - answers[i, k])
    squares = Sum(Theta1[j, i] ** 2, (j, 1, s_2), (i, 1, s_1)) + Sum(
        Theta2[j, i] ** 2, (j, 1, s_3), (i, 1, s_2)
    )
    d.define(
        J,
        -1 / samples * Sum(cross_entropy, (k, 1, outputs), (i, 1, samples))
        + lambda_ / (2 * samples) * squares,
        ref="000-27",
        tex=r"J(\Theta) = -\frac1m\sum_{i=1}^m\sum_{k=1}^K\left[y^{(i)}_k\log\left((h_\Theta(x^{(i)}))_k\right)+(1-y^{(i)}_k)\log\left(1-(h_\Theta(x^{(i)}))_k\right)\right]+\frac{\lambda}{2m}\sum_{l=1}^{L-1}\sum_{i=1}^{s_l}\sum_{j=1}^{s_{l+1}}\left(\Theta^{(l)}_{j,i}\right)^2",
    )
    d.claim(
        D(J, answers[i, k]),
        -1 / samples * (labels[i, k] / answers[i, k] - (1 - labels[i, k]) / (1 - answers[i, k])),
        tex=r"\frac{\partial J}{\partial(h_\Theta(x^{(i)}))_k} = -\frac1m\left[\frac{y^{(i)}_k}{(h_\Theta(x^{(i)}))_k}-\frac{1-y^{(i)}_k}{1-(h_\Theta(x^{(i)}))_k}\right]",
    )
    d.claim(
        D(J, Theta1),
        lambda_ / samples * Theta1,
        tex=r"\frac{\partial J}{\partial\Theta^{(1)}} = \frac{\lambda}{m}\Theta^{(1)}",
        note="with the outputs held fixed",
    )
