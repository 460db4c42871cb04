"""Document 002: one logistic neuron, from its loss back to its weights.

The document writes `da`, `dz`, `dw`, `db` for the derivatives of the loss by a, z, w and b, as programs do.
Its weights are written out here for the two features that it names; the vector forms have statements of
their own.
"""

from sympy import E, Function, Interval, Limit, Sum, Symbol, exp, log, symbols

from verify_derivations import D, Source, derivation, vector

SOURCE = Source(
    "002_7af595a26dd0191f.txt",
    "深度学习反向传播公式推导",
    "Chinese; every formula is printed three times, once as LaTeX.",
)

L, sigma, sigma_prime = Function("L"), Function("sigma"), Function("sigma'")
y, yhat, a, z, t = symbols("y yhat a z t", real=True)
w1, w2, x1, x2, b = symbols("w1 w2 x1 x2 b", real=True)

with derivation("002-loss", "The loss of one sample", SOURCE, line=6) as d:
    d.define(
        L(yhat, y),
        -y * log(yhat) - (1 - y) * log(1 - yhat),
        ref="002-01",
        tex=r"L(\hat{y},y) = -y\log(\hat{y})-(1-y)\log(1-\hat{y})",
    )
    d.state("no claim", "what is wanted: a loss as small as possible", ref="002-02", line=8)


v = symbols("v", real=True)
CLOSED = "the values are in (0,1), whose ends are not reached; that they lie in [0,1] is true all the same"

with derivation("002-loss-if-1", "The loss of a sample with the label 1", SOURCE, line=10) as d:
    d.declare(yhat, domain="unit")
    d.define(L(yhat, y), -y * log(yhat) - (1 - y) * log(1 - yhat))
    d.define(y, 1, tex=r"y = 1")
    d.claim(L(yhat, y), -log(yhat), ref="002-03", tex=r"L = -\log(\hat{y})")
    large = '"if the loss is to be as small as possible, yhat has to be as large as possible"'
    d.decreasing(L(yhat, y), yhat, ref="002-04", tex=r"L\ \text{decreases with}\ \hat{y}", note=large)
    d.claim(
        D(L(yhat, y), yhat), "<", 0, ref="002-04", tex=r"\frac{\partial L}{\partial\hat{y}} < 0", note=large
    )
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.unreadable(CLOSED, ref="002-05", tex=r"\sigma(\mathbb R) = [0,1]")
    d.range(sigma(z), Interval.open(0, 1), reached={z: log(v / (1 - v))}, tex=r"\sigma(\mathbb R) = (0,1)")
    near = '"yhat comes infinitely close to 1": the loss is above 0, and tends to 0 there'
    d.claim(L(yhat, y), ">", 0, ref="002-06", tex=r"-\log\hat{y} > 0", note=near)
    d.claim(
        Limit(L(yhat, y), yhat, 1, "-"),
        0,
        ref="002-06",
        tex=r"\lim_{\hat{y}\to 1^-} -\log\hat{y} = 0",
        note=near,
    )


with derivation("002-loss-if-0", "The loss of a sample with the label 0", SOURCE, line=11) as d:
    d.declare(yhat, domain="unit")
    d.define(L(yhat, y), -y * log(yhat) - (1 - y) * log(1 - yhat))
    d.define(y, 0, tex=r"y = 0")
    d.begin(L(yhat, y), tex=r"L(\hat{y},y)")
    d.equals(-(1 - y) * log(1 - yhat), ref="002-07", tex=r"-(1-y)\log(1-\hat{y})")
    d.equals(-log(1 - yhat), tex=r"-\log(1-\hat{y})")
    small = '"if the loss is to be as small as possible, yhat has to be as small as possible"'
    d.increasing(L(yhat, y), yhat, ref="002-08", tex=r"L\ \text{increases with}\ \hat{y}", note=small)
    d.claim(
        D(L(yhat, y), yhat), ">", 0, ref="002-08", tex=r"\frac{\partial L}{\partial\hat{y}} > 0", note=small
    )
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.unreadable(CLOSED, ref="002-09", tex=r"\sigma(\mathbb R) = [0,1]")
    d.within(sigma(z), Interval.open(0, 1), tex=r"0 < \sigma(z) < 1")
    near = '"yhat comes infinitely close to 0": the loss is above 0, and tends to 0 there'
    d.claim(L(yhat, y), ">", 0, ref="002-10", tex=r"-\log(1-\hat{y}) > 0", note=near)
    d.claim(
        Limit(L(yhat, y), yhat, 0, "+"),
        0,
        ref="002-10",
        tex=r"\lim_{\hat{y}\to 0^+} -\log(1-\hat{y}) = 0",
        note=near,
    )


with derivation("002-neuron", "The neuron: from features to a probability", SOURCE, line=20) as d:
    d.define(z, w1 * x1 + w2 * x2 + b, line=21, tex=r"z = w^T x + b")
    d.claim(
        z,
        w1 * x1 + w2 * x2,
        ref="002-13",
        tex=r"z = {w_1}{x_1}+{w_2}{x_2}",
        expect="refuted",
        wrong="the bias b is missing, although the same sentence lists it and the next line has it",
        corrected=w1 * x1 + w2 * x2 + b,
        corrected_tex=r"z = w_1 x_1 + w_2 x_2 + b",
    )
    d.define(sigma(z), 1 / (1 + exp(-z)), ref="002-16", line=21, tex=r"\sigma(z) = \frac{1}{1+e^{-z}}")
    d.define(a, sigma(z), ref="002-14", line=21, tex=r"\hat{y} = a = \sigma(z)")
    d.define(yhat, a)
    d.define(
        L(yhat, y),
        -y * log(yhat) - (1 - y) * log(1 - yhat),
        ref="002-17",
        line=22,
        tex=r"L(\hat{y},y) = -y\log(\hat{y})-(1-y)\log(1-\hat{y})",
    )
    d.unreadable(
        "the learning rate is printed as a, which is the output of the neuron already; and = assigns here",
        ref="002-22",
        line=30,
        tex=r"b = b-a\frac{\partial J(w,b)}{\partial b}",
    )


with derivation("002-loss-slope", "The derivative of the loss by the output", SOURCE, line=27) as d:
    d.declare(a, domain="unit")
    d.define(
        L(a, y),
        -y * log(a) - (1 - y) * log(1 - a),
        ref="002-19",
        tex=r"L(a,y) = -y\log(a)-(1-y)\log(1-a)",
    )
    d.state(
        "declared",
        "a is the output of the logistic regression, y the label of the sample",
        ref="002-20",
        line=28,
        tex=r"a\in(0,1),\ y\in\{0,1\}",
    )
    da = symbols("da", real=True)
    d.define(da, D(L(a, y), a), ref="002-23", line=32, tex=r"da = \frac{dL(a,y)}{da}")
    d.claim(
        D(L(a, y), a),
        -y / a + (1 - y) / (1 - a),
        ref="002-24",
        line=33,
        tex=r"\frac{dL(a,y)}{da} = -\frac{y}{a}+\frac{(1-y)}{1-a}",
    )
    d.claim(D(y, a), 0, ref="002-25", line=34, tex=r"\frac{\partial y}{\partial a} = 0")
    d.unreadable(
        "the base of the logarithm is left open: with base e the sentence is right, with base 10, which the"
        " same line considers, it is wrong",
        ref="002-26",
        line=34,
        tex=r"\frac{d}{da}\log a = \frac{1}{a}",
        intended=(D(log(a), a), 1 / a),
        corrected_tex=r"\frac{d}{da}\ln a = \frac{1}{a}",
    )
    d.claim(
        D(log(a) / log(10), a),
        1 / (a * log(10)),
        ref="002-27",
        line=34,
        tex=r"\frac{d}{da}\log_{10}a = \frac{1}{a\ln 10}",
    )
    d.claim(D(log(a), a), 1 / a, ref="002-28", line=34, tex=r"\frac{d}{da}\ln a = \frac{1}{a}")
    d.claim(
        D(log(1 - a), a), -1 / (1 - a), ref="002-30", line=34, tex=r"\frac{d}{da}\log(1-a) = -\frac{1}{1-a}"
    )
    d.claim(D(1 - a, a), -1, ref="002-31", line=34, tex=r"\frac{d}{da}(1-a) = -1")


base, L_base = symbols("beta L_beta", real=True)

with derivation("002-base", "Which base the logarithm has", SOURCE, line=34) as d:
    d.declare(a, domain="unit")
    d.declare(base, domain="positive")
    d.define(
        L_base,
        -y * (log(a) / log(base)) - (1 - y) * (log(1 - a) / log(base)),
        tex=r"L \text{ with } \log_\beta",
    )
    inferred = '"no source says so, but from the result it must be ln": the factor 1/ln(beta) is 1 at e only'
    d.claim(
        D(L_base, a),
        1 / log(base) * (-y / a + (1 - y) / (1 - a)),
        ref="002-29",
        tex=r"\frac{dL}{da} = \frac{1}{\ln\beta}\left(-\frac{y}{a}+\frac{1-y}{1-a}\right)",
        note=inferred,
    )
    d.claim(1 / log(E), 1, ref="002-29", tex=r"\frac{1}{\ln e} = 1", note=inferred)
    d.increasing(log(base), base, ref="002-29", tex=r"\ln\beta\ \text{increases}", note=inferred)


with derivation("002-sigmoid", "The derivative of the sigmoid", SOURCE, line=37) as d:
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(a, sigma(z), ref="002-33", tex=r"a = \sigma(z) = \frac{1}{1+e^{-z}}")
    d.define(t, 1 + exp(-z), ref="002-34", tex=r"t = 1+e^{-z}")
    d.claim(
        D(sigma(z), z),
        -1 / t**2,
        ref="002-35",
        tex=r"\sigma'(z) = -\frac{1}{t^2}",
        expect="refuted",
        wrong="this is the derivative by t; by z it has the factor t', and without that even the wrong sign",
        corrected=-1 / t**2 * D(t, z),
        corrected_tex=r"\sigma'(z) = -\frac{1}{t^2}\cdot t'",
    )
    d.claim(D(t, z), -exp(-z), ref="002-36", tex=r"t' = -e^{-z}")

    # Printed is σ'(a), the slope of the sigmoid at the point a = σ(z); the slope at z is meant.
    d.define(sigma_prime(z), D(sigma(z), z), tex=r"\sigma'(z) = \frac{d\sigma(z)}{dz}")
    carried_on = "the line before leads here correctly; only the head of the chain has the wrong argument"
    d.begin(sigma_prime(a), tex=r"\sigma'(a)")
    d.equals(
        -1 / (1 + exp(-z)) ** 2 * (-exp(-z)),
        ref="002-37",
        tex=r"-\frac{1}{(1+e^{-z})^2}\cdot(-e^{-z})",
        expect="refuted",
        wrong="the argument of the derivative has to be z: σ'(a) is the slope at a = σ(z)",
        corrected=(sigma_prime(z), -1 / (1 + exp(-z)) ** 2 * (-exp(-z))),
        corrected_tex=r"\sigma'(z) = -\frac{1}{(1+e^{-z})^2}\cdot(-e^{-z})",
    )
    d.equals(
        exp(-z) / (1 + exp(-z)) ** 2,
        ref="002-38",
        tex=r"\frac{e^{-z}}{(1+e^{-z})^2}",
        expect="refuted",
        wrong=carried_on,
        corrected=(sigma_prime(z), exp(-z) / (1 + exp(-z)) ** 2),
        corrected_tex=r"\sigma'(z) = \frac{e^{-z}}{(1+e^{-z})^2}",
    )
    d.equals(
        (1 + exp(-z) - 1) / (1 + exp(-z)) ** 2,
        ref="002-39",
        tex=r"\frac{1+e^{-z}-1}{(1+e^{-z})^2}",
        expect="refuted",
        wrong=carried_on,
        corrected=(sigma_prime(z), (1 + exp(-z) - 1) / (1 + exp(-z)) ** 2),
        corrected_tex=r"\sigma'(z) = \frac{1+e^{-z}-1}{(1+e^{-z})^2}",
    )
    d.equals(
        a - a**2,
        ref="002-40",
        tex=r"a-a^2",
        expect="refuted",
        wrong=carried_on,
        corrected=(sigma_prime(z), a - a**2),
        corrected_tex=r"\sigma'(z) = a-a^2",
    )

    d.claim(D(a, z), a - a**2, ref="002-41", tex=r"\frac{da}{dz} = a-a^2")


with derivation("002-dz", "The derivative of the loss by z", SOURCE, line=36) as d:
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(a, sigma(z))
    d.define(L(a, y), -y * log(a) - (1 - y) * log(1 - a))
    # dL/da holds a free and puts σ(z) in afterwards; dL/dz goes through a.
    d.claim(
        D(L(a, y), z),
        D(L(a, y), a) * D(a, z),
        ref="002-32",
        tex=r"\frac{dL(a,y)}{dz} = \frac{dL}{dz} = \frac{dL}{da}\cdot\frac{da}{dz}",
        because="chain rule",
    )

    d.begin(D(L(a, y), z), tex=r"\frac{dL(a,y)}{dz}", line=37)
    d.equals(D(L(a, y), a) * D(a, z), ref="002-42", tex=r"\frac{dL}{da}\cdot\frac{da}{dz}")
    d.equals(
        (-y / a + (1 - y) / (1 - a)) * (a - a**2),
        ref="002-43",
        tex=r"\left(-\frac{y}{a}+\frac{(1-y)}{1-a}\right)\cdot(a-a^2)",
    )
    d.equals(a - y, ref="002-44", tex=r"a-y")


dw1, dw2, dz, db = symbols("dw1 dw2 dz db", real=True)

with derivation(
    "002-weights",
    "The derivatives of the loss by the weights and the bias",
    SOURCE,
    line=39,
    note="The document has one vector w; its statements about vectors (002-46, 002-50, 002-51) are given here "
    "for each of two weights.",
) as d:
    d.define(z, w1 * x1 + w2 * x2 + b, tex=r"z = w_1 x_1 + w_2 x_2 + b")
    d.define(sigma(z), 1 / (1 + exp(-z)))
    d.define(a, sigma(z))
    d.define(L(a, y), -y * log(a) - (1 - y) * log(1 - a))
    d.define(dz, D(L(a, y), z), tex=r"dz = \frac{dL(a,y)}{dz}")
    d.define(db, D(L(a, y), b), tex=r"db = \frac{dL(a,y)}{db}")
    d.define(dw1, D(L(a, y), w1), ref="002-45", tex=r"dw_1 = \frac{dL(a,y)}{dw_1}")
    d.define(dw2, D(L(a, y), w2), ref="002-45", tex=r"dw_2 = \frac{dL(a,y)}{dw_2}")

    for k, (w, x, dw) in enumerate(((w1, x1, dw1), (w2, x2, dw2)), start=1):
        d.claim(
            D(L(a, y), w),
            D(L(a, y), a) * D(a, z) * D(z, w),
            line=40,
            tex=rf"\frac{{dL}}{{dw_{k}}} = \frac{{dL}}{{da}}\cdot\frac{{da}}{{dz}}\cdot\frac{{dz}}{{dw_{k}}}",
            because="chain rule",
        )
        d.claim(D(z, w), x, line=40, tex=rf"\frac{{dz}}{{dw_{k}}} = x_{k}")
        d.claim(dw, dz * x, line=40, tex=rf"dw_{k} = dz\cdot x_{k}")

    d.claim(D(z, b), 1, ref="002-52", line=40, tex=r"\frac{dz}{db} = 1")
    d.claim(db, dz, ref="002-53", line=40, tex=r"db = dz")


w, x = symbols("w x", real=True)

with derivation("002-directions", "What is differentiated by what", SOURCE, line=40) as d:
    d.unreadable(
        "the words name w as a function of z; what is needed, and follows, is z as a function of w",
        ref="002-47",
        tex=r"z(w)",
        note='"so we need to know the function of w with respect to z"',
    )
    d.claim(
        D((z - b) / x, z),
        x,
        ref="002-49",
        tex=r"\frac{\partial w}{\partial z} = x",
        note='"the partial derivative of w by z", for one weight: z = w x + b, so w = (z - b)/x',
        expect="refuted",
        wrong="the two are exchanged: the derivative of z by w is x",
        corrected=(D(w * x + b, w), x),
        corrected_tex=r"\frac{\partial z}{\partial w} = x",
    )
    d.unreadable(
        "the table of derivatives was an image and is lost", ref="002-54", line=42, note="common derivatives"
    )


# ---- all weights at once, and all samples ----------------------------------------------------------
m, n = symbols("m n", integer=True, positive=True)
i, j, k = symbols("i j k", integer=True)
w, x = vector("w", n), vector("x", n)
dw = vector("dw", n)
J = Symbol("J", real=True)

with derivation("002-cost", "The cost of all samples", SOURCE, line=15) as d:
    outputs, labels = vector("yhat", m), vector("y", m)
    d.declare(outputs, domain="unit")
    d.define(
        L(t, z),
        -z * log(t) - (1 - z) * log(1 - t),
        tex=r"L(\hat{y},y) = -y\log(\hat{y})-(1-y)\log(1-\hat{y})",
    )
    d.define(
        J,
        1 / m * Sum(L(outputs[i], labels[i]), (i, 1, m)),
        ref="002-11",
        tex=r"J(w,b) = \frac{1}{m}\sum_{i=1}^m L(\hat{y}^{(i)}, y^{(i)})",
    )
    written_out = -1 / m * Sum(labels[i] * log(outputs[i]) + (1 - labels[i]) * log(1 - outputs[i]), (i, 1, m))
    for ref, line in (("002-12", 16), ("002-18", 24)):
        d.unreadable(
            "the formula for the cost was an image and is lost; the words before it say what it is",
            ref=ref,
            line=line,
            intended=(J, written_out),
        )
    d.claim(
        D(J, outputs[j]),
        1 / m * (-labels[j] / outputs[j] + (1 - labels[j]) / (1 - outputs[j])),
        tex=r"\frac{\partial J}{\partial\hat{y}^{(j)}} = \frac{1}{m}\left(-\frac{y^{(j)}}{\hat{y}^{(j)}} + \frac{1-y^{(j)}}{1-\hat{y}^{(j)}}\right)",
    )


with derivation(
    "002-vectors", "The derivatives of the loss by the vector of the weights", SOURCE, line=39
) as d:
    d.define(z, w.T * x + b, ref="002-15", line=21, tex=r"z = w^T x + b")
    d.define(sigma(t), 1 / (1 + exp(-t)), tex=r"\sigma(t) = \frac{1}{1+e^{-t}}")
    d.define(a, sigma(z))
    d.define(L(yhat, y), -y * log(yhat) - (1 - y) * log(1 - yhat))
    d.unreadable(
        "the learning rate is printed as a, which is the output of the neuron already; and = assigns here",
        ref="002-21",
        line=30,
        tex=r"w = w-a\frac{\partial J(w,b)}{\partial w}",
    )
    d.unreadable(
        "for two columns w and x there is no product w x; it is right for a single feature, or if w is a row",
        ref="002-48",
        line=40,
        tex=r"z = wx+b",
        intended=(z, w.T * x + b),
        corrected_tex=r"z = w^T x + b",
    )
    d.claim(
        D(L(a, y), w),
        D(L(a, y), a) * D(a, z) * D(z, w),
        ref="002-46",
        line=40,
        tex=r"\frac{dL}{dw} = \frac{dL}{da}\cdot\frac{da}{dz}\cdot\frac{dz}{dw}",
        because="chain rule",
    )
    d.claim(D(z, w), x, ref="002-50", line=40, tex=r"\frac{dz}{dw} = x")
    d.define(dz, D(L(a, y), z), tex=r"dz = \frac{dL(a,y)}{dz}")
    d.define(dw, D(L(a, y), w), tex=r"dw = \frac{dL(a,y)}{dw}")
    d.claim(dw, dz * x, ref="002-51", line=40, tex=r"dw = dz\cdot x")
    d.claim(dw, (a - y) * x, line=40, tex=r"dw = (a-y)\,x")
