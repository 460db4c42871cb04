"""Document 004: why a sigmoid neuron learns faster with the cross-entropy than with the quadratic cost.

The document argues for a weight between two neurons of a layered network, with indices; here is the
argument for a single neuron. The indexed formulas have statements of their own.
"""

from sympy import Abs, Function, Limit, MatrixSymbol, Rational, Sum, Symbol, exp, log, oo, symbols

from verify_derivations import D, Source, derivation, elementwise, hadamard, outer, vector

SOURCE = Source(
    "004_c42003b53eb12484.txt",
    "sigmoid作为激活函数时使用交叉熵损失函数cross-entropy原由",
    "Chinese, with LaTeX; follows chapter 3 of Nielsen, Neural Networks and Deep Learning.",
)

sigma, sigma_prime = Function("sigma"), Function("sigma'")
x, z = symbols("x z", real=True)

with derivation("004-sigmoid", "The sigmoid and its derivative, as printed", SOURCE, line=25) as d:
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.claim(
        sigma(x),
        1 / (1 + exp(-z)),
        ref="004-11",
        tex=r"a = \sigma(x) = \frac{1}{1+e^{-z}}",
        expect="refuted",
        wrong="the two sides have different variables; the argument on the left must be z",
        corrected=(sigma(z), 1 / (1 + exp(-z))),
        corrected_tex=r"a = \sigma(z) = \frac{1}{1+e^{-z}}",
    )
    d.claim(
        D(sigma(z), z),
        sigma(z) * sigma(1 - sigma(z)),
        ref="004-37",
        line=63,
        tex=r"\sigma'(z) = \sigma(z)\sigma(1-\sigma(z))",
        expect="refuted",
        wrong="one σ too many: the second factor is 1 - σ(z) itself",
        corrected=sigma(z) * (1 - sigma(z)),
        corrected_tex=r"\sigma'(z) = \sigma(z)(1-\sigma(z))",
    )


w, b, y, a, C = symbols("w b y a C", real=True)


def neuron(d):
    """One sigmoid neuron with one input; `a` is what it puts out."""
    d.define(sigma(z), 1 / (1 + exp(-z)), tex=r"\sigma(z) = \frac{1}{1+e^{-z}}")
    d.define(sigma_prime(z), D(sigma(z), z), tex=r"\sigma'(z) = \frac{d\sigma(z)}{dz}")
    d.define(z, w * x + b, tex=r"z = wx+b")
    d.define(a, sigma(z), tex=r"a = \sigma(z)")


def chain_rule(d):
    """From the weight to the cost, one link at a time; the same for every cost."""
    d.begin(D(C, w), tex=r"\frac{\partial C}{\partial w}", chain="dC/dw")
    d.equals(D(C, z) * D(z, w), tex=r"\frac{\partial C}{\partial z}\frac{\partial z}{\partial w}")
    d.equals(
        D(C, a) * D(a, z) * D(z, w),
        tex=r"\frac{\partial C}{\partial a}\frac{\partial a}{\partial z}\frac{\partial z}{\partial w}",
    )
    d.equals(
        D(C, a) * sigma_prime(z) * D(z, w),
        tex=r"\frac{\partial C}{\partial a}\sigma'(z)\frac{\partial z}{\partial w}",
    )


C_Q, C_CE, eta, slope, t, G = *symbols("C_Q C_CE eta g t", real=True), Function("G")

with derivation("004-two-costs", "How fast a neuron learns with each cost", SOURCE, line=3) as d:
    neuron(d)
    d.define(C_Q, (a - y) ** 2 / 2, tex=r"C_Q = \frac{(a-y)^2}{2}")
    d.define(C_CE, -(y * log(a) + (1 - y) * log(1 - a)), tex=r"C_{CE} = -[y\ln a+(1-y)\ln(1-a)]")
    faster = "with the cross-entropy w and b learn faster: the gradient is 1/σ'(z) times as large, at least 4 times"
    for parameter in (w, b):
        d.claim(
            D(C_CE, parameter) / D(C_Q, parameter),
            1 / sigma_prime(z),
            ref="004-01",
            tex=rf"\frac{{\partial C_{{CE}}/\partial {parameter}}}{{\partial C_Q/\partial {parameter}}} = \frac{{1}}{{\sigma'(z)}}",
            note=faster,
        )
    d.claim(1 / sigma_prime(z), ">=", 4, ref="004-01", tex=r"\frac{1}{\sigma'(z)} \ge 4", note=faster)

    slow = "the quadratic cost is slow: for y = 0 and large z the error tends to 1, and the gradient to 0"
    d.claim(
        Abs(D(C_Q, w)),
        "<=",
        Rational(1, 4) * Abs(a - y) * Abs(x),
        ref="004-02",
        line=5,
        tex=r"\left|\frac{\partial C_Q}{\partial w}\right| \le \tfrac14|a-y||x|",
        note=slow,
    )
    d.claim(D(C_Q, w), (a - y) * (a * (1 - a)) * x, line=5)
    d.claim(
        Limit(sigma(t), t, oo), 1, ref="004-02", line=5, tex=r"\lim_{z\to\infty}\sigma(z)-0 = 1", note=slow
    )
    d.claim(
        Limit(sigma(t) * (sigma(t) * (1 - sigma(t))) * x, t, oo),
        0,
        ref="004-02",
        line=5,
        tex=r"\lim_{z\to\infty}(\sigma(z)-0)\,\sigma'(z)\,x = 0",
        note=slow,
    )


with derivation(
    "004-experiment",
    "The experiment of the two figures, which are lost",
    SOURCE,
    line=9,
    note="It is the one of the chapter that the document follows: one neuron, the input 1, the target 0.",
) as d:
    d.define(y, 0, tex="y = 0")
    for printed in ("0.09", "0.20"):
        d.claim(
            y,
            "≈",
            printed,
            ref="004-03",
            tex=f"y = {printed}",
            note="the required outputs are said to be 0.09 and 0.20",
            expect="refuted",
            wrong="these are the outputs after 300 epochs of training; the required output is 0",
            corrected="0.00",
            corrected_tex="y = 0",
        )
    d.unreadable(
        "how much is 'no great change' is not said, and the figure is lost",
        ref="004-04",
        note="in the first 150 epochs the weight and the bias hardly change",
    )
    d.state(
        "update rule",
        "the partial derivatives determine how fast w and b descend",
        ref="004-05",
        line=11,
        tex=r"\Delta w = -\eta\frac{\partial C}{\partial w},\ \Delta b = -\eta\frac{\partial C}{\partial b}",
    )
    d.unreadable(
        "a larger derivative is a larger step; that training takes less time is not so in general, as a step may"
        " be too large",
        ref="004-06",
        line=13,
        note="large derivatives are said to make w and b descend fast and training short",
    )
    d.declare(eta, domain="positive")
    d.claim(Abs(w - eta * slope - w), eta * Abs(slope), line=13, tex=r"|\Delta w| = \eta\,|g|")


with derivation("004-which-formula", "Which of the formulas is derived", SOURCE, line=33) as d:
    neuron(d)
    d.define(C, G(a), tex="C = G(a)")
    d.claim(
        D(C, w),
        D(C, b),
        ref="004-16",
        tex=r"\frac{\partial C}{\partial w} = \frac{\partial C}{\partial b}",
        note="what follows is called the derivation of formula (3), which is about b",
        expect="refuted",
        wrong="what follows is about w: it is the derivation of formula (4)",
        corrected=x * D(C, b),
        corrected_tex=r"\frac{\partial C}{\partial w} = x\,\frac{\partial C}{\partial b}",
    )


with derivation("004-saturation", "Where the slope of the sigmoid is near 0", SOURCE, line=47) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    d.claim(D(sigma(t), t), sigma(t) * (1 - sigma(t)), tex=r"\sigma'(z) = \sigma(z)(1-\sigma(z))")
    sloped = sigma(t) * (1 - sigma(t))
    for point, end in ((0, -oo), (1, oo)):
        d.claim(
            Limit(sloped, t, point, "+-"),
            0,
            ref="004-27",
            tex=rf"\lim_{{z\to {point}}} \sigma'(z) = 0",
            note="for z near 1 or 0 the gradient of the sigmoid is said to be near 0",
            expect="refuted",
            wrong="it is the output σ(z) that must be near 0 or 1; at z = 0 the slope is largest, 1/4",
            corrected=(Limit(sloped, t, end), 0),
            corrected_tex=rf"\lim_{{z\to {'-' if end == -oo else '+'}\infty}} \sigma'(z) = 0",
        )
        d.claim(
            Limit(sigma(t), t, end),
            point,
            tex=rf"\lim_{{z\to {'-' if end == -oo else '+'}\infty}} \sigma(z) = {point}",
        )
    d.maximum(sloped, {t: 0}, Rational(1, 4), tex=r"\sigma'(z) \le \sigma'(0) = \tfrac14")
    d.unreadable(
        "a speed of 0 is never reached, it is what the speed tends to; and the formula that shows it is (6)",
        ref="004-28",
        tex=r"(a-y)\sigma'(z)x",
        note="formula (3) is said to get the speed 0",
        intended=(Limit((sigma(t) - y) * sloped * x, t, oo), 0),
        corrected_tex=r"\lim_{z\to\infty}(\sigma(z)-y)\,\sigma'(z)\,x = 0",
    )
    d.claim(
        Limit((sigma(t) - y) * sloped * x, t, -oo),
        0,
        tex=r"\lim_{z\to-\infty}(\sigma(z)-y)\,\sigma'(z)\,x = 0",
    )


with derivation(
    "004-quadratic-cost",
    "The gradient of the quadratic cost, for one neuron",
    SOURCE,
    line=45,
    note="The document never prints the cost; its formula (6) needs the factor 1/2.",
) as d:
    neuron(d)
    d.define(C, (a - y) ** 2 / 2, tex=r"C = \frac{(a-y)^2}{2}")
    chain_rule(d)
    d.equals((a - y) * sigma_prime(z) * x, tex=r"(a-y)\sigma'(z)x")
    d.claim(D(C, b), (a - y) * sigma_prime(z), tex=r"\frac{\partial C}{\partial b} = (a-y)\sigma'(z)")


with derivation(
    "004-cross-entropy",
    "The gradient of the cross-entropy, for one neuron",
    SOURCE,
    line=61,
    note="The document's formula for the cost was an image.",
) as d:
    neuron(d)
    d.unreadable("the formula for the cross-entropy was an image and is lost", ref="004-30", line=53)
    d.define(
        C, -(y * log(a) + (1 - y) * log(1 - a)), line=53, tex=r"C = -\left[y\ln a + (1-y)\ln(1-a)\right]"
    )
    chain_rule(d)
    d.equals(
        -(y / a - (1 - y) / (1 - a)) * sigma_prime(z) * x,
        tex=r"-\left[\frac{y}{a}-\frac{1-y}{1-a}\right]\sigma'(z)x",
    )
    d.equals(-((y - a) / (a * (1 - a))) * sigma_prime(z) * x, tex=r"-\frac{y-a}{a(1-a)}\sigma'(z)x")
    d.equals(-x * (y - a), line=65, tex=r"-x(y-a)")
    d.claim(
        D(C, w),
        (a - y) * x,
        ref="004-29",
        line=49,
        tex=r"\frac{\partial C_{CE}}{\partial w} = (a-y)x",
        because="the factor σ'(z), which slows the quadratic cost down, cancels",
    )
    d.claim(D(C, b), a - y, tex=r"\frac{\partial C}{\partial b} = a-y")


# ---- layers of any size ----------------------------------------------------------------------------
# A layer has the weights w, the biases b, the input z and the output a; what enters it is the output `before`
# of the layer below. Everything holds for all numbers of neurons.
p, q, r = symbols("p q r", integer=True, positive=True)
j, k = symbols("j k", integer=True)
weights, biases, before = MatrixSymbol("w", q, p), vector("b", q), vector("a0", p)
inputs, outputs, targets = vector("z", q), vector("a", q), vector("y", q)
cost_of = Function("c")
t = Symbol("t", real=True)


def slope(z):
    """σ' of every entry."""
    return elementwise(lambda v: sigma(v) * (1 - sigma(v)), z)


def layer(d, weights=weights, biases=biases, before=before, inputs=inputs, outputs=outputs):
    """One layer of neurons."""
    d.define(inputs, weights * before + biases, tex=r"z^l = w^l a^{l-1} + b^l")
    d.define(outputs, elementwise(sigma, inputs), tex=r"a^l = \sigma(z^l)")


with derivation(
    "004-output-layer",
    "The four equations at the output layer",
    SOURCE,
    line=17,
    note="The cost is the sum over the outputs of any function c of the output and its target.",
) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    layer(d)
    d.define(C, Sum(cost_of(outputs[j], targets[j]), (j, 1, q)), tex=r"C = \sum_j c(a^L_j, y_j)")
    d.state(
        "definition",
        "the derivatives by the outputs, one by one",
        ref="004-13",
        line=27,
        tex=r"(\nabla_a C)_j = \frac{\partial C}{\partial a^L_j}",
    )
    d.state("definition", "k numbers the layer before, j this one", ref="004-21", line=43, tex=r"w^l_{jk}")
    d.claim(
        D(C, inputs),
        hadamard(D(C, outputs), slope(inputs)),
        ref="004-07",
        tex=r"\delta^L = \nabla_a C\odot\sigma'(z^L)",
    )
    d.begin(D(C, inputs[j]), tex=r"\delta^L_j", line=31, chain="delta")
    d.unreadable(
        "the left side is one entry, the right side a vector times a number: the index j is missing at the gradient",
        status="ill-formed",
        ref="004-14",
        tex=r"\bigtriangledown_{a}C\bigodot\sigma'(z_j^L)",
        intended=D(C, outputs)[j] * slope(inputs)[j],
        corrected_tex=r"\delta^L_j = (\nabla_a C)_j\,\sigma'(z^L_j)",
    )
    d.equals(
        D(C, outputs[j]) * slope(inputs)[j],
        ref="004-15",
        tex=r"\frac{\partial C}{\partial a^L_j}\sigma'(z^L_j)",
    )
    d.claim(D(C, biases), D(C, inputs), tex=r"\frac{\partial C}{\partial b^L} = \delta^L")
    d.claim(
        D(C, weights[j, k]),
        before[k] * D(C, inputs[j]),
        ref="004-10",
        line=23,
        tex=r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k\delta^l_j",
    )
    d.claim(
        D(C, weights),
        outer(D(C, inputs), before),
        tex=r"\frac{\partial C}{\partial w^l} = \delta^l(a^{l-1})^T",
    )

    by_weight = r"\frac{\partial C}{\partial w^l_{jk}}"
    d.begin(D(C, weights[j, k]), tex=by_weight, line=35, chain="formula (4)")
    d.equals(
        D(C, inputs[j]) * D(inputs[j], weights[j, k]),
        ref="004-17",
        tex=r"\frac{\partial C}{\partial z^l_j}\frac{\partial z^l_j}{\partial w^l_{jk}}",
    )
    d.equals(
        D(C, inputs[j]) * D(weights[j, k] * before[k] + biases[j], weights[j, k]),
        ref="004-18",
        tex=r"\delta^l_j\frac{\partial(w^l_{jk}a^{l-1}_k+b^l_j)}{\partial w^l_{jk}}",
        note="The terms of the sum that are left out do not depend on this weight.",
    )
    d.equals(before[k] * D(C, inputs[j]), ref="004-19", tex=r"a^{l-1}_k\delta^l_j")
    d.state(
        "update rule",
        "how fast a weight changes",
        ref="004-20",
        line=37,
        tex=r"\Delta w^l_{jk} = -\eta\,a^{l-1}_k\delta^l_j,\quad \Delta b^l_j = -\eta\,\delta^l_j",
    )


with derivation("004-weighted-sum", "What enters a neuron", SOURCE, line=25) as d:
    w_, x_ = vector("w", p), vector("x", p)
    d.define(z, Sum(w_[j] * x_[j], (j, 1, p)) + b, ref="004-12", tex=r"z = \sum_j w_j x_j + b")
    d.claim(z, w_.T * x_ + b, tex=r"z = w^T x + b")


# The layer above: its weights V lead from a to the input u and the output o.
V, c_, u, o, goals = MatrixSymbol("V", r, q), vector("c0", r), vector("u", r), vector("o", r), vector("y", r)

with derivation(
    "004-hidden-layer",
    "The error of a layer from that of the layer above",
    SOURCE,
    line=19,
    note="The layer above is the output layer here; w, z, a belong to the layer l and V, u, o to the layer l + 1.",
) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    layer(d)
    layer(d, V, c_, outputs, u, o)
    d.define(C, Sum(cost_of(o[j], goals[j]), (j, 1, r)), tex=r"C = \sum_j c(a^L_j, y_j)")
    d.claim(
        D(C, inputs),
        hadamard(V.T * D(C, u), slope(inputs)),
        tex=r"\delta^l = \left((w^{l+1})^T\delta^{l+1}\right)\odot\sigma'(z^l)",
    )


# Layers of equal width: only there do the misprinted equations have a meaning.
w1, w2 = MatrixSymbol("w1", q, q), MatrixSymbol("w2", q, q)
b1, b2, z1, z2, o1, o2 = (vector(name, q) for name in ("b1", "b2", "z1", "z2", "o1", "o2"))

with derivation(
    "004-equal-layers",
    "The error of a layer, where all layers have as many neurons",
    SOURCE,
    line=19,
) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    entering = vector("x", q)
    layer(d, w1, b1, entering, z1, o1)
    layer(d, w2, b2, o1, z2, o2)
    d.define(C, Sum(cost_of(o2[j], targets[j]), (j, 1, q)), tex=r"C = \sum_j c(a^L_j, y_j)")
    d.claim(
        D(C, z1),
        hadamard(w2.T * D(C, z2), slope(z2)),
        ref="004-08",
        tex=r"\delta^l = \left((w^{l+1})^T\delta^{l+1}\right)\odot\sigma'(z^L)",
        expect="refuted",
        wrong="it must be σ'(z^l); where the layers have different sizes, the printed product has no meaning at all",
        corrected=hadamard(w2.T * D(C, z2), slope(z1)),
        corrected_tex=r"\delta^l = \left((w^{l+1})^T\delta^{l+1}\right)\odot\sigma'(z^l)",
    )


with derivation(
    "004-swapped-indices", "The derivative by a bias, with its indices swapped", SOURCE, line=21
) as d:
    # Two layers with two neurons each; b_l^j with l = 2 and j = 1 is the second bias of the first layer.
    d.define(sigma(t), 1 / (1 + exp(-t)))
    first, second = MatrixSymbol("w1", 2, 2), MatrixSymbol("w2", 2, 2)
    entering, shift1, shift2 = vector("x", 2), vector("b1", 2), vector("b2", 2)
    in1, in2, out1, out2, wanted = (vector(name, 2) for name in ("z1", "z2", "a1", "a2", "y"))
    layer(d, first, shift1, entering, in1, out1)
    layer(d, second, shift2, out1, in2, out2)
    d.define(C, Sum(cost_of(out2[j], wanted[j]), (j, 1, 2)), tex=r"C = \sum_j c(a^L_j, y_j)")
    d.claim(
        D(C, shift1[2]),
        D(C, in2[1]),
        ref="004-09",
        tex=r"\frac{\partial C}{\partial b_l^j} = \delta_j^l",
        expect="refuted",
        wrong="elsewhere the neuron stands below and the layer above: b_l^j is neuron l of layer j, δ_j^l neuron j of layer l",
        corrected=(D(C, shift2[j]), D(C, in2[j])),
        corrected_tex=r"\frac{\partial C}{\partial b_j^l} = \delta_j^l",
    )


def chain_to_the_weight(d, refs, line):
    """The links from a weight to the cost, for one sample."""
    tex = (
        r"\frac{\partial C}{\partial z_{j}^{l}}\frac{\partial z_{j}^{l}}{\partial w_{jk}^{l}}",
        r"\frac{\partial C}{\partial a_{j}^{l}}\frac{\partial a_{j}^{l}}{\partial z_{j}^{l}}\frac{\partial z_{j}^{l}}{\partial w_{jk}^{l}}",
        r"\frac{\partial C}{\partial a_{j}^{l}}\sigma'(z_{j}^{l})\frac{\partial z_{j}^{l}}{\partial w_{jk}^{l}}",
    )
    links = (
        D(C, inputs[j]) * D(inputs[j], weights[j, k]),
        D(C, outputs[j]) * D(outputs[j], inputs[j]) * D(inputs[j], weights[j, k]),
        D(C, outputs[j]) * slope(inputs)[j] * D(inputs[j], weights[j, k]),
    )
    d.begin(D(C, weights[j, k]), tex=r"\frac{\partial C}{\partial w_{jk}^{l}}", line=line)
    for link, ref, printed in zip(links, refs, tex, strict=True):
        d.equals(link, ref=ref, tex=printed)


with derivation(
    "004-quadratic-layer", "The gradient of the quadratic cost, for a layer", SOURCE, line=45
) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    layer(d)
    d.define(C, Sum((outputs[j] - targets[j]) ** 2, (j, 1, q)) / 2, tex=r"C = \frac12\sum_j(a_j^L-y_j)^2")
    chain_to_the_weight(d, ("004-22", "004-23", "004-24"), 45)
    d.unreadable(
        "a hidden layer has no target, so only the output layer can be meant; and y needs the index j",
        ref="004-25",
        tex=r"(a_{j}^{l}-y)\sigma'(z_{j}^{l})a_{k}^{l-1}",
        intended=(outputs[j] - targets[j]) * slope(inputs)[j] * before[k],
        corrected_tex=r"(a_{j}^{L}-y_j)\sigma'(z_{j}^{L})a_{k}^{L-1}",
    )
    d.claim(
        D(C, weights),
        outer(hadamard(outputs - targets, slope(inputs)), before),
        ref="004-26",
        line=47,
        tex=r"\frac{\partial C_Q}{\partial w^L} = \left((a^L-y)\odot\sigma'(z^L)\right)(a^{L-1})^T",
        because="with the quadratic cost, the factor σ' stands in the gradient",
    )


with derivation(
    "004-cross-entropy-layer", "The gradient of the cross-entropy, for one sample", SOURCE, line=61
) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    layer(d)
    d.define(
        C,
        -Sum(targets[j] * log(outputs[j]) + (1 - targets[j]) * log(1 - outputs[j]), (j, 1, q)),
        tex=r"C = -\sum_j\left[y_j\ln a_j+(1-y_j)\ln(1-a_j)\right]",
    )
    chain_to_the_weight(d, ("004-32", "004-33", "004-34"), 61)
    d.equals(before[k] * (outputs[j] - targets[j]), tex=r"a^{l-1}_k(a^l_j-y_j)")


# All samples: one row each. The layers have equal width, so that a_k^l exists where a_j^l is meant.
n = Symbol("n", integer=True, positive=True)
i = Symbol("i", integer=True)
A0, Z, A, Y = (MatrixSymbol(name, n, q) for name in ("a0", "z", "a", "y"))

with derivation(
    "004-cross-entropy-samples",
    "The gradient of the cross-entropy, over all samples",
    SOURCE,
    line=61,
    note="Row i holds sample i. The document prints the sum over the samples as a sum over x.",
) as d:
    d.define(sigma(t), 1 / (1 + exp(-t)))
    w_all = MatrixSymbol("w", q, q)
    d.define(
        Z[i, j], Sum(w_all[j, k] * A0[i, k], (k, 1, q)) + biases[j], tex=r"z_j = \sum_k w_{jk}a_k^{l-1}+b_j"
    )
    d.define(A[i, j], sigma(Z[i, j]), tex=r"a_j = \sigma(z_j)")
    cross_entropy = Y[i, j] * log(A[i, j]) + (1 - Y[i, j]) * log(1 - A[i, j])
    d.define(
        C,
        -1 / n * Sum(cross_entropy, (j, 1, q), (i, 1, n)),
        tex=r"C = -\frac1n\sum_x\sum_j\left[y_j\ln a_j+(1-y_j)\ln(1-a_j)\right]",
    )
    slope_ij = sigma(Z[i, j]) * (1 - sigma(Z[i, j]))

    def bracket(a, y):
        return y / a - (1 - y) / (1 - a)

    d.claim(
        Sum(D(C, A[i, j]), (i, 1, n)),
        -1 / n * Sum(bracket(A[i, j], Y[i, j]), (i, 1, n)),
        ref="004-31",
        line=57,
        tex=r"\frac{\partial C}{\partial a_j} = -\frac1n\sum_x\left[\frac{y_j}{a_j}-\frac{1-y_j}{1-a_j}\right]",
    )
    wrong_index = (
        "k numbers the layer before: it must be a_j^l, with the index of the neuron; and y needs it too"
    )
    printed = (
        r"-\frac{1}{n}\sum _{x} [\frac{y-a_{k}^{l}}{a_{k}^{l}(1-a_{k}^{l})}]\sigma'(z_{j}^{l})a_{k}^{l-1}"
    )
    d.begin(D(C, w_all[j, k]), tex=r"\frac{\partial C}{\partial w_{jk}^{l}}")
    d.equals(
        -1 / n * Sum(bracket(A[i, k], Y[i, j]) * slope_ij * A0[i, k], (i, 1, n)),
        ref="004-35",
        tex=r"-\frac{1}{n}\sum _{x} [\frac{y}{a_{k}^{l}}-\frac{1-y}{1-a_{k}^{l}}]\sigma'(z_{j}^{l})a_{k}^{l-1}",
        expect="refuted",
        wrong=wrong_index,
        corrected=-1 / n * Sum(bracket(A[i, j], Y[i, j]) * slope_ij * A0[i, k], (i, 1, n)),
        corrected_tex=r"-\frac{1}{n}\sum _{x} [\frac{y_j}{a_{j}^{l}}-\frac{1-y_j}{1-a_{j}^{l}}]\sigma'(z_{j}^{l})a_{k}^{l-1}",
    )
    with_k = -1 / n * Sum((Y[i, j] - A[i, k]) / (A[i, k] * (1 - A[i, k])) * slope_ij * A0[i, k], (i, 1, n))
    with_j = -1 / n * Sum((Y[i, j] - A[i, j]) / (A[i, j] * (1 - A[i, j])) * slope_ij * A0[i, k], (i, 1, n))
    d.equals(
        with_k,
        ref="004-36",
        tex=printed,
        expect="refuted",
        wrong="the wrong index of the line before is carried on",
        corrected=with_j,
        corrected_tex=r"-\frac{1}{n}\sum _{x} [\frac{y_j-a_{j}^{l}}{a_{j}^{l}(1-a_{j}^{l})}]\sigma'(z_{j}^{l})a_{k}^{l-1}",
    )
    d.claim(
        with_k,
        -1 / n * Sum(A0[i, k] * (Y[i, j] - A[i, k]), (i, 1, n)),
        ref="004-38",
        line=65,
        tex=printed + r" = -\frac{1}{n}\sum _{x}a_{k}^{l-1}(y-a_{k}^{l})",
        expect="refuted",
        wrong="σ'(z_j) = a_j(1 - a_j) cancels only with a_j in the denominator",
        corrected=(with_j, -1 / n * Sum(A0[i, k] * (Y[i, j] - A[i, j]), (i, 1, n))),
        corrected_tex=r"-\frac1n\sum_x\left[\frac{y_j-a_j}{a_j(1-a_j)}\right]\sigma'(z_j)a_k = -\frac1n\sum_x a_k(y_j-a_j)",
    )
    d.claim(
        D(C, w_all),
        1 / n * (A - Y).T * A0,
        ref="004-39",
        line=67,
        tex=r"\frac{\partial C}{\partial w^L} = \frac1n (A-Y)^T A^{L-1}",
        because="there is no factor σ' in the gradient",
    )
