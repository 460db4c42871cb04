"""Document 003: the Chinese original of document 000, of which only the words are left.

Its formulas were images; what stands there now is the text that replaced them. The statements below are
those that the words alone make, and the places where a formula is lost.
"""

from sympy import Function, Matrix, MatrixSymbol, Sum, Symbol, exp, log, symbols

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
x, z = symbols("x z", real=True)

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


a, b, c, e = symbols("a b c e", real=True)
d_ = Symbol("d", real=True)

with derivation("003-chain-rule", "The chain rule in words", SOURCE, line=58) as d:
    d.define(c, a + b, tex=r"c = a+b")
    d.define(d_, b + 1, tex=r"d = b+1")
    d.define(e, c * d_, tex=r"e = cd")
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
