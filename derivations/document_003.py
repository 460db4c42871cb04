"""Document 003: the Chinese original of document 000, of which only the words are left.

Its formulas were images; what stands there now is the text that replaced them. The statements below are
those that the words alone make, and the places where a formula is lost.
"""

from sympy import Abs, Function, Interval, Limit, Matrix, MatrixSymbol, Sum, Symbol, exp, log, oo, symbols

from verify_derivations import D, Source, derivation, elementwise, hadamard, stack, vector

SOURCE = Source(
    "003_55fd3cf9dd02129c.txt",
    "sigmoid函数求导(sigmoid函数求导图像)",
    "Chinese; document 000 is its translation, with the formulas.",
)

LOST = {
    "003-02": (19, "the sigmoid"),
    "003-03": (22, "its derivative"),
    "003-08": (34, "the two exponentials that have one graph"),
    "003-22": (44, "the derivation of the derivative"),
    "003-24": (50, "the cost"),
    "003-25": (54, "the composite function"),
    "003-34": (74, "the two matrices of weights"),
    "003-35": (76, "the sample"),
    "003-36": (78, "the bias of the input"),
    "003-38": (81, "the hidden layer"),
    "003-40": (87, "the output layer"),
    "003-44": (95, "the number of samples"),
    "003-45": (97, "the cost with its regularisation"),
    "003-49": (103, "what is constant and what is a sigmoid"),
    "003-50": (103, "the product of the hidden layer and the weights"),
    "003-51": (103, "the output as a sigmoid"),
    "003-52": (105, "the gradient by a weight of the second layer"),
    "003-53": (109, "the gradients by the other weights of the second layer"),
    "003-54": (111, "the gradient by the second matrix of weights"),
    "003-55": (111, "the same, with the difference at the output as a factor"),
    "003-56": (117, "the gradient by a weight of the first layer"),
    "003-58": (121, "the differences, from the output backwards"),
}
"""What each lost formula was about, by statement, with its line."""

with derivation("003-lost", "The formulas that are lost", SOURCE, line=19) as d:
    d.state("no claim", "every formula of this document was an image; document 000 has their text")
    for ref, (line, subject) in LOST.items():
        d.unreadable(f"the formula for {subject} was an image and is lost", ref=ref, line=line)


f = Function("f")
x, z, v = symbols("x z v", real=True)

with derivation("003-sigmoid", "The sigmoid in words", SOURCE, line=30) as d:
    d.define(f(z), 1 / (1 + exp(-z)), line=19)
    base = Symbol("a", positive=True)
    d.claim(base**0, 1, ref="003-04", tex=r"a^0 = 1", because="an exponential function passes through (0, 1)")
    d.claim(
        1 / (1 + exp(-x)),
        f(x),
        ref="003-09",
        line=34,
        tex=r"\frac{1}{1+e^{-x}} = f(x)",
        because="1 is added to the denominator",
    )


with derivation("003-s-shape", "What makes the sigmoid an S-shaped curve", SOURCE, line=17) as d:
    below, above = Symbol("z_-", negative=True), Symbol("z_+", positive=True)
    d.define(f(z), 1 / (1 + exp(-z)), line=19)
    d.increasing(f(z), z, ref="003-01", tex="f' > 0", note="s-shaped: it rises, ever steeper up to z = 0")
    d.claim(D(f(below), below, 2), ">", 0, ref="003-01", tex=r"f''(z) > 0\ (z < 0)")
    d.claim(D(f(above), above, 2), "<", 0, ref="003-01", tex=r"f''(z) < 0\ (z > 0)")


with derivation("003-graphs-in-words", "What is read off the graphs", SOURCE, line=30) as d:
    growing, falling = symbols("a b", real=True)
    d.declare(growing, domain=Interval.open(1, oo))
    d.declare(falling, domain=Interval.open(0, 1))
    d.define(f(z), 1 / (1 + exp(-z)), line=19)
    d.unreadable(
        "whether it increases or decreases depends on the base, which is not named",
        ref="003-05",
        tex=r"a^x\ \text{increasing / decreasing}",
    )
    d.increasing(growing**x, x, tex=r"a^x\ \text{increases for}\ a > 1")
    d.decreasing(falling**x, x, tex=r"a^x\ \text{decreases for}\ 0 < a < 1")
    d.domain(exp(x), x, "real", ref="003-06", tex=r"\mathrm{dom}(\exp) = (-\infty,+\infty)")
    d.range(
        exp(x),
        Interval.open(0, oo),
        reached={x: log(v)},
        ref="003-07",
        tex=r"\exp(\mathbb R) = (0,+\infty)",
    )
    d.domain(f(z), z, "real", ref="003-10", line=34, tex=r"\mathrm{dom}(f) = (-\infty,+\infty)")
    d.range(
        f(z),
        Interval.open(0, 1),
        reached={z: log(v / (1 - v))},
        ref="003-11",
        line=34,
        tex=r"f(\mathbb R) = (0,1)",
    )
    d.within(f(x), Interval.open(0, 1), ref="003-12", line=34, tex="0 < f(x) < 1", note="whatever x is")

    d.decreasing(
        log(x),
        x,
        ref="003-13",
        line=40,
        tex=r"\log x\ \text{decreases}",
        expect="refuted",
        wrong="the logarithm increases; what is said next of the values near 0 is true of -log x",
        corrected=-log(x),
        corrected_tex=r"-\log x\ \text{decreases}",
    )
    d.unreadable(
        "infinite with which sign: -log x, which the picture must have shown, tends to plus infinity, log x to minus",
        ref="003-14",
        line=40,
        note="near 0 it comes near infinity",
        intended=(Limit(-log(x), x, 0, "+"), oo),
        corrected_tex=r"\lim_{x\to 0^+} -\log x = +\infty",
    )
    for sign, curve in (("-", -log(x)), ("", log(x))):
        tex = rf"\lim_{{x\to 1}} {sign}\log x = 0"
        d.claim(Limit(curve, x, 1, "+-"), 0, ref="003-15", line=40, tex=tex, note="near 1 it is 0")
    d.unreadable(
        "the graph 'of (0,1)' may be one of the values, and then it is wrong, or one of the arguments",
        ref="003-16",
        line=40,
        tex=r"z\mapsto -\log f(z)",
    )
    d.range(
        -log(f(z)),
        Interval.open(0, oo),
        reached={z: -log(exp(v) - 1)},
        line=40,
        tex=r"-\log f(z)\ \text{takes the values}\ (0,+\infty)",
    )


L = Function("L")
yhat, y, distance, farthest, loss, rest, m, J = symbols("yhat y d t l r m J", real=True)

with derivation("003-loss-in-words", "How the loss measures a distance", SOURCE, line=42) as d:
    d.declare(yhat, domain="unit")
    d.declare(distance, farthest, domain=Interval.Ropen(0, 1))
    d.declare(rest, domain="nonnegative")
    d.declare(m, domain="positive")
    d.define(L(yhat, y), -y * log(yhat) - (1 - y) * log(1 - yhat))
    for label, gap in ((0, yhat), (1, yhat - 1)):
        tex = rf"y = {label}:\ L = -\log(1-|\hat{{y}}-y|)"
        d.claim(L(yhat, label), -log(1 - Abs(gap)), ref="003-17", tex=tex)
    d.increasing(
        -log(1 - distance),
        distance,
        ref="003-17",
        tex=r"-\log(1-d)\ \text{increases}",
        note="the closer the result, the smaller the difference, and the other way round",
    )
    d.unreadable(
        "that a value closer to 1 is closer to the true result is so for the label 1 only", ref="003-18"
    )
    d.decreasing(Abs(yhat - 1), yhat, tex=r"y = 1:\ |\hat{y}-y|\ \text{decreases}")
    d.unreadable(
        "the function is -log(yhat), which is the loss for the label 1 only",
        ref="003-19",
        intended=(L(yhat, 1), -log(yhat)),
        corrected_tex=r"y = 1:\ L = -\log\hat{y}",
    )
    d.claim(L(yhat, 0), -log(1 - yhat), tex=r"y = 0:\ L = -\log(1-\hat{y})")

    d.define(loss, -log(1 - distance), tex=r"\ell = -\log(1-d)")
    d.define(J, (loss + rest) / m, tex=r"J = \frac{\ell + r}{m}", note="the other losses are in r >= 0")
    near = "if the mean loss is near 0, every result is near its label"
    d.claim(distance, "<=", 1 - exp(-m * J), ref="003-21", tex=r"d \le 1-e^{-mJ}", note=near)
    d.claim(
        Limit(1 - exp(-m * x), x, 0, "+"), 0, ref="003-21", tex=r"\lim_{J\to 0^+} 1-e^{-mJ} = 0", note=near
    )
    all_close = "if all distances are at most t, every loss, and so their mean, is at most -log(1 - t)"
    d.claim(
        Limit(-log(1 - farthest), farthest, 0, "+"),
        0,
        ref="003-20",
        tex=r"\lim_{t\to 0^+} -\log(1-t) = 0",
        note=all_close,
    )
    d.claim(loss, ">=", 0, ref="003-20", tex=r"-\log(1-d) \ge 0", note=all_close)
    d.assume(distance <= farthest)
    d.claim(
        loss,
        "<=",
        -log(1 - farthest),
        ref="003-20",
        tex=r"d \le t:\ -\log(1-d) \le -\log(1-t)",
        note=all_close,
    )


a, b, c, e = symbols("a b c e", real=True)
d_ = Symbol("d", real=True)

with derivation("003-chain-rule", "The chain rule in words", SOURCE, line=58) as d:
    d.define(c, a + b, tex=r"c = a+b")
    d.define(d_, b + 1, tex=r"d = b+1")
    d.define(e, c * d_, tex=r"e = cd")
    functions = "c is a function of a, and e one of c; c depends on b and e on d as well"
    d.claim(D(c, a), 1, ref="003-26", tex=r"\frac{\partial c}{\partial a} = 1", note=functions)
    d.claim(D(e, c), d_, ref="003-26", tex=r"\frac{\partial e}{\partial c} = d", note=functions)
    twice = "the derivative of e by c is a factor on the way from a and on one from b"
    d.claim(D(e, a), D(e, c) * D(c, a), ref="003-29", note=twice)
    d.claim(D(e, b), D(e, c) * D(c, b) + D(e, d_) * D(d_, b), ref="003-29", note=twice)
    d.unreadable(
        "what is on top was in a picture that is lost: values are computed from the inputs on, derivatives may be"
        " taken from the output on",
        ref="003-30",
        line=62,
    )
    d.claim(
        D(e, a),
        D(e, c) * D(c, a),
        ref="003-27",
        tex=r"\frac{\partial e}{\partial a} = \frac{\partial e}{\partial c}\frac{\partial c}{\partial a}",
    )

    both_paths = D(e, c) * D(c, b) + D(e, d_) * D(d_, b)
    both_paths_tex = r"\frac{\partial e}{\partial b} = \frac{\partial e}{\partial c}\frac{\partial c}{\partial b} + \frac{\partial e}{\partial d}\frac{\partial d}{\partial b}"
    d.unreadable(
        "the sentence adds four derivatives; it leaves out that the two along each path are multiplied first",
        ref="003-28",
        tex=r"\frac{\partial e}{\partial b}: \frac{\partial e}{\partial c}, \frac{\partial e}{\partial d}, \frac{\partial c}{\partial b}, \frac{\partial d}{\partial b}",
        intended=(D(e, b), both_paths),
        corrected_tex=both_paths_tex,
    )
    d.claim(
        D(e, b),
        D(e, c) * D(c, b),
        ref="003-31",
        line=64,
        tex=r"\frac{\partial e}{\partial b} = \frac{\partial e}{\partial c}\frac{\partial c}{\partial b}",
        expect="refuted",
        wrong="one path is not enough: b reaches e through c and through d, and the products of both count",
        corrected=both_paths,
        corrected_tex=both_paths_tex,
    )


g_ec, g_ed, g_ca, g_cb, g_db = symbols("g_ec g_ed g_ca g_cb g_db", real=True)

with derivation(
    "003-saved-derivatives", "Every derivative is worked out once and saved", SOURCE, line=64
) as d:
    d.define(c, a + b)
    d.define(d_, b + 1)
    d.define(e, c * d_)
    for saved, (upper, lower) in {
        g_ec: (e, c),
        g_ed: (e, d_),
        g_ca: (c, a),
        g_cb: (c, b),
        g_db: (d_, b),
    }.items():
        d.define(saved, D(upper, lower))
    once = "all derivatives by a and b are made of five that are each worked out once"
    d.claim(D(e, a), g_ec * g_ca, ref="003-32", note=once)
    d.claim(D(e, b), g_ec * g_cb + g_ed * g_db, ref="003-32", note=once)


s, ell, A1, A2, Z = (Function(name) for name in ("s", "ell", "A_1", "A_2", "Z"))
theta, z2, a2, z3, a3 = symbols("theta z2 a2 z3 a3", real=True)

with derivation("003-composite", "The loss of a network as a function of functions", SOURCE, line=48) as d:
    # One path from a weight to the loss; nothing is known of the functions but that they are smooth.
    d.define(z2, A1(theta), tex=r"z^2 = A_1(\theta)")
    d.define(a2, s(z2), tex=r"a^2 = s(z^2)")
    d.define(z3, A2(a2), tex=r"z^3 = A_2(a^2)")
    d.define(a3, s(z3), tex=r"a^3 = s(z^3)")
    d.define(J, ell(a3), tex=r"J = \ell(a^3)")
    d.claim(
        D(J, theta),
        D(J, a3) * D(a3, z3) * D(z3, a2) * D(a2, z2) * D(z2, theta),
        ref="003-23",
        tex=r"DJ = D\ell\cdot Ds\cdot DA_2\cdot Ds\cdot DA_1",
        because="chain rule",
    )


with derivation("003-repeated", "What the derivatives by all weights have in common", SOURCE, line=66) as d:
    # The weight may stand in either layer: z3 depends on it in some way.
    d.define(s(z), 1 / (1 + exp(-z)))
    d.define(z3, Z(theta), tex=r"z^3 = Z(\theta)")
    d.define(a3, s(z3), tex=r"a^3 = s(z^3)")
    d.define(J, -1 / m * (y * log(a3) + (1 - y) * log(1 - a3)))
    d.proportional(
        D(J, theta),
        a3 - y,
        y,
        factor=1 / m * D(z3, theta),
        ref="003-33",
        tex=r"\frac{\partial J}{\partial\theta} = \frac{a^3-y}{m}\,\frac{\partial z^3}{\partial\theta}",
        note="the derivatives by the weights of both layers repeat many steps",
    )
    d.unreadable("one input is said, and the network has two: one sample is meant", ref="003-43", line=93)
    d.unreadable(
        "two ways of writing one weight, of which the second would be another one, or a product of two weights",
        ref="003-48",
        line=103,
        tex=r"\theta^2_{12}\,\theta_{122}",
    )


# The network in words: two features, two hidden neurons, one output. The first column of the weights is that of
# the bias.
s = Function("s")
y, m, z3, a3, J, delta3, lambda_ = symbols("y m z3 a3 J delta3 lambda", real=True)
x1, x2 = symbols("x1 x2", real=True)
theta1, theta2 = MatrixSymbol("theta1", 2, 3), MatrixSymbol("theta2", 1, 3)
a1, a2, z2, delta2 = vector("a1", 3), vector("a2", 3), vector("z2", 2), vector("delta2", 2)
i, j = symbols("i j", integer=True)

with derivation("003-network", "The network in words", SOURCE, line=79) as d:
    d.define(s(z), 1 / (1 + exp(-z)), tex=r"s(z) = \frac{1}{1+e^{-z}}")
    d.define(a1, stack(1, Matrix([x1, x2])), tex=r"a^1 = (1, x_1, x_2)^T")
    d.define(z2, theta1 * a1, tex=r"z^2 = \theta^1 a^1")
    d.define(a2, stack(1, elementwise(s, z2)), tex=r"a^2 = (1, s(z^2))^T")
    d.define(z3, theta2 * a2, tex=r"z^3 = \theta^2 a^2")
    d.define(a3, s(z3), tex=r"a^3 = s(z^3)")
    d.define(J, -1 / m * (y * log(a3) + (1 - y) * log(1 - a3)))
    d.define(delta3, a3 - y, tex=r"\delta^3 = a^3-y")
    d.claim(
        a2[j],
        stack(1, elementwise(s, theta1 * a1))[j],
        ref="003-37",
        line=79,
        tex=r"a^2 = \sigma(\theta^1 a^1)",
        because="the features are multiplied by the weights, then goes the sigmoid",
    )
    d.claim(
        a2,
        Matrix([1, s(z2[1]), s(z2[2])]),
        ref="003-39",
        line=83,
        tex=r"a^2 = (1, s(z^2_1), s(z^2_2))^T",
        because="the bias is added at last",
    )
    d.claim(
        a3, s(theta2 * a2), ref="003-41", line=89, tex=r"a^3 = s(\theta^2 a^2)", because="no bias is added"
    )
    d.claim(
        a3,
        s(theta2 * stack(1, elementwise(s, theta1 * a1))),
        ref="003-42",
        line=91,
        tex=r"h_\Theta(x) = \sigma(\theta^2[1;\sigma(\theta^1[1;x])])",
    )
    every = Sum(theta1[j, i] ** 2, (j, 1, 2), (i, 1, 3)) + Sum(theta2[i] ** 2, (i, 1, 3))
    counted = Sum(theta1[j, i] ** 2, (j, 1, 2), (i, 2, 3)) + Sum(theta2[i] ** 2, (i, 2, 3))
    d.claim(
        lambda_ / (2 * m) * counted,
        every,
        ref="003-46",
        line=99,
        tex=r"\frac{\lambda}{2m}\sum\sum\sum(\Theta^{(l)}_{j,i})^2 = \text{the sum of squares of all the weights}",
        expect="refuted",
        wrong="the factor is missing, and the weights of the bias are not in the sum",
        corrected=lambda_ / (2 * m) * (every - theta1[1, 1] ** 2 - theta1[2, 1] ** 2 - theta2[1] ** 2),
    )
    d.claim(
        D(lambda_ / (2 * m) * counted, theta1[j, 1]),
        0,
        ref="003-47",
        line=99,
        tex=r"\frac{\partial}{\partial\Theta^{(1)}_{j,0}}\frac{\lambda}{2m}\sum\sum\sum(\Theta^{(l)}_{j,i})^2 = 0",
        because="what is multiplied by the bias is not put in",
    )
    slope = elementwise(lambda u: s(u) * (1 - s(u)), z2)
    d.define(delta2, hadamard(Matrix([theta2[2], theta2[3]]) * delta3, slope), tex=r"\delta^2")
    for row in (1, 2):
        d.claim(
            D(J, theta1[row, i]),
            1 / m * delta3 * theta2[row + 1] * (s(z2[row]) * (1 - s(z2[row]))) * a1[i],
            ref="003-57",
            line=119,
            tex=rf"\frac{{\partial J}}{{\partial\theta^1_{{{row} i}}}} = \frac1m\,\delta^3\,\theta^2_{{1{row}}}\,\sigma'(z^2_{row})\,x_i",
            because="the derivatives that were saved are multiplied",
        )
    d.claim(
        D(J, theta2),
        1 / m * delta3 * a2.T,
        ref="003-59",
        line=123,
        tex=r"\frac{\partial J}{\partial\theta^2} = \frac1m\delta^3(a^2)^T",
    )
    d.claim(
        D(J, theta1),
        1 / m * delta2 * a1.T,
        ref="003-59",
        line=123,
        tex=r"\frac{\partial J}{\partial\theta^1} = \frac1m\delta^2(a^1)^T",
    )


p, q, r = symbols("p q r", integer=True, positive=True)
W, V = MatrixSymbol("W", q, p), MatrixSymbol("V", r, q)
entering, hidden, above, target = vector("x", p), vector("z", q), vector("u", r), vector("y", r)
loss = Function("loss")

with derivation(
    "003-layers",
    "From the second equation on, all layers are alike",
    SOURCE,
    line=123,
    note="Biases are left out: a column of them adds a row that the next layer does not see.",
) as d:
    d.define(s(z), 1 / (1 + exp(-z)))
    d.define(hidden, W * entering, tex=r"z = Wx")
    d.define(above, V * elementwise(s, hidden), tex=r"u = V s(z)")
    d.define(J, Sum(loss(above[i], target[i]), (i, 1, r)), tex=r"J = \sum_i \ell(u_i, y_i)")
    d.claim(
        D(J, hidden),
        hadamard(V.T * D(J, above), elementwise(lambda u: s(u) * (1 - s(u)), hidden)),
        ref="003-60",
        tex=r"\delta^l = [(\theta^l)^T\delta^{l+1}]\odot s'(z^l)",
    )
