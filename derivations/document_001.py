"""Document 001: the sigmoid, the cross-entropy loss, and the gradient of a logistic regression.

What is summed over samples in the document is derived here for one sample; the sums have statements of
their own.
"""

from sympy import (
    Abs,
    Function,
    Integral,
    Interval,
    Limit,
    MatrixSymbol,
    Rational,
    Sum,
    Symbol,
    exp,
    log,
    oo,
    symbols,
)

from verify_derivations import D, Source, derivation, vector

SOURCE = Source(
    "001_5e8543a9bc1c14a3.txt",
    "Differentiation of the Sigmoid activation and crossentropy loss function",
    "A page of course notes; some backslashes are lost with the letter behind them.",
)

g, u, v = Function("g"), Function("u"), Function("v")
x = Symbol("x", real=True)

with derivation("001-sigmoid", "The derivative of the sigmoid by the quotient rule", SOURCE, line=19) as d:
    d.define(g(x), 1 / (1 + exp(-x)), ref="001-01", tex=r"g(x) = \frac{1}{1+e^{-x}}")
    # The document names u and v and does not say what they are.
    d.define(u(x), 1, tex=r"u = 1")
    d.define(v(x), 1 + exp(-x), tex=r"v = 1+e^{-x}")

    d.begin(D(g(x), x), tex=r"\frac{dg}{dx}")
    d.equals(
        D(1 / (1 + exp(-x)), x),
        ref="001-09",
        line=31,
        tex=r"\frac{d}{dx}\left(\frac{1}{1+e^{-x}}\right)",
    )
    d.equals(
        (v(x) * D(u(x), x) - u(x) * D(v(x), x)) / v(x) ** 2,
        ref="001-10",
        line=31,
        tex=r"\frac{vu'-uv'}{v^2}",
    )
    d.equals(
        (0 * (1 - exp(-x)) - 1 * (-exp(-x))) / (1 - exp(-x)) ** 2,
        ref="001-11",
        line=33,
        tex=r"\frac{(0)(1-e^{-x})-1(-e^{-x})}{(1-e^{-x})^2}",
        expect="refuted",
        wrong="v is 1 + e^(-x); it is printed with a minus sign, twice",
        corrected=(0 * (1 + exp(-x)) - 1 * (-exp(-x))) / (1 + exp(-x)) ** 2,
        corrected_tex=r"\frac{(0)(1+e^{-x})-1(-e^{-x})}{(1+e^{-x})^2}",
    )
    d.equals(
        exp(-x) / (1 - exp(-x)) ** 2,
        ref="001-12",
        line=35,
        tex=r"\frac{e^{-x}}{(1-e^{-x})^2}",
        expect="refuted",
        wrong="the numerator is worked out correctly; the wrong v of the line before is carried on",
        corrected=exp(-x) / (1 + exp(-x)) ** 2,
        corrected_tex=r"\frac{e^{-x}}{(1+e^{-x})^2}",
    )


with derivation("001-sigmoid-in-words", "What is said of the sigmoid's values", SOURCE, line=19) as d:
    d.define(g(x), 1 / (1 + exp(-x)))
    d.within(g(x), Interval.open(0, 1), ref="001-02", tex=r"g(x)\in(0,1)")
    for_any = '"For any value of x, the Sigmoid function g(x) falls in the range (0,1)"'
    d.within(g(x), Interval.open(0, 1), ref="001-03", line=21, tex="0 < g(x) < 1", note=for_any)
    decreases = '"As the value of x decreases, g(x) approaches 0"'
    d.claim(Limit(g(x), x, -oo), 0, ref="001-04", line=21, tex=r"\lim_{x\to-\infty} g(x) = 0", note=decreases)
    d.increasing(g(x), x, ref="001-04", line=21, tex=r"g\ \text{increases}", note=decreases)
    d.claim(
        Limit(g(x), x, oo),
        1,
        ref="001-05",
        line=21,
        tex=r"\lim_{x\to+\infty} g(x) = 1",
        note='"as x grows bigger, g(x) tends to 1"',
    )
    cut_off = "the digits are cut off, not rounded"
    printed = {
        "001-06": (23, Rational(-11, 2), "-5.5", "0.0040", "0.0041"),
        "001-07": (25, Rational(13, 2), "6.5", "0.9984", "0.9985"),
        "001-08": (27, Rational(2, 5), "0.4", "0.5986", "0.5987"),
    }
    for ref, (line, at, where, digits, rounded) in printed.items():
        d.approx(
            g(at),
            digits,
            ref=ref,
            line=line,
            tex=f"g({where}) = {digits}",
            expect="refuted",
            wrong=cut_off,
            corrected=rounded,
            corrected_tex=rf"g({where}) \approx {rounded}",
        )
        d.approx(g(at), digits + "...", line=line, tex=rf"g({where}) = {digits}\ldots")


P, p = Function("P"), Symbol("p", real=True)

with derivation("001-sigmoid-in-g", "The derivative of the sigmoid in terms of itself", SOURCE, line=39) as d:
    d.define(g(x), 1 / (1 + exp(-x)))
    d.claim(D(g(x), x), g(x) - g(x) ** 2, ref="001-13", line=37, tex=r"\frac{dg}{dx} = g(x)-g(x)^2")

    d.begin(D(g(x), x), tex=r"\frac{dg}{dx}")
    d.equals(D(1 / (1 + exp(-x)), x), tex=r"\frac{d}{dx}\left(\frac{1}{1+e^{-x}}\right)")
    d.equals(exp(-x) / (1 + exp(-x)) ** 2, ref="001-14", tex=r"\frac{e^{-x}}{(1+e^{-x})^2}")
    d.equals(
        1 / (1 + exp(-x)) * (exp(-x) / (1 + exp(-x))),
        ref="001-15",
        line=41,
        tex=r"\frac{1}{1+e^{-x}}\cdot\frac{e^{-x}}{1+e^{-x}}",
    )
    d.equals(
        1 / (1 + exp(-x)) * ((1 + exp(-x) - 1) / (1 + exp(-x))),
        ref="001-16",
        line=43,
        tex=r"\frac{1}{1+e^{-x}}\cdot\frac{1+e^{-x}-1}{1+e^{-x}}",
    )
    d.equals(
        1 / (1 + exp(-x)) * ((1 + exp(-x)) / (1 + exp(-x))),
        ref="001-17",
        line=45,
        tex=r"\frac{1}{1+e^{-x}}\cdot\frac{1+e^{-x}}{1+e^{-x}}",
        expect="refuted",
        wrong="the -1 of the numerator is lost, and with it the term -1/(1 + e^(-x)); what is left is g itself",
        corrected=1 / (1 + exp(-x)) * ((1 + exp(-x)) / (1 + exp(-x)) - 1 / (1 + exp(-x))),
        corrected_tex=r"\frac{1}{1+e^{-x}}\left(\frac{1+e^{-x}}{1+e^{-x}}-\frac{1}{1+e^{-x}}\right)",
    )
    d.equals(
        1 / (1 + exp(-x)) * 1 - 1 / (1 + exp(-x)),
        ref="001-18",
        line=48,
        tex=r"\frac{1}{1+e^{-x}}\cdot 1-\frac{1}{1+e^{-x}}",
        expect="refuted",
        wrong="parentheses are missing: as printed the line is g - g, which is 0",
        corrected=1 / (1 + exp(-x)) * (1 - 1 / (1 + exp(-x))),
        corrected_tex=r"\frac{1}{1+e^{-x}}\left(1-\frac{1}{1+e^{-x}}\right)",
    )
    # The last line is right again, although it does not follow from the line before it.
    d.equals(g(x) * (1 - g(x)), ref="001-19", line=50, tex=r"g(x)(1-g(x))")

    d.define(P(p), p * (1 - p), tex=r"P(p) = p(1-p)")
    d.claim(D(g(x), x), P(g(x)), ref="001-20", line=54, tex=r"\frac{dg}{dx} = P(g(x))")


with derivation("001-entropy-in-words", "Entropy, and what cross-entropy is called", SOURCE, line=66) as d:
    d.state(
        "no claim",
        'what entropy is, in words: "the level of uncertainty inherent in the variables possible outcome"',
        ref="001-21",
    )
    d.unreadable(
        "the integral has no differential",
        status="ill-formed",
        ref="001-22",
        line=70,
        tex=r"H(X) = -\int_x p(x)\log p(x)",
    )
    d.claim(
        -Integral(2 * log(2), (x, 0, Rational(1, 2))),
        -log(2),
        line=70,
        tex=r"-\int_0^{1/2} 2\log 2\,dx = -\log 2",
        note="with the differential: the entropy of the uniform density 2 on (0, 1/2), which is negative",
    )
    d.state(
        "no claim",
        'other names: "also called logarithmic loss, log loss or logistic loss"',
        ref="001-24",
        line=72,
    )
    d.state("declared", '"actual class desired output 0 or 1"', ref="001-25", line=74, tex=r"t\in\{0,1\}")


E_g, E_b = Function("E_g"), Function("E_b")
t, yhat = symbols("t yhat", real=True)
t1, t2, p1, p2 = symbols("t1 t2 p1 p2", real=True)

with derivation("001-binary-loss", "The cross-entropy loss of two classes", SOURCE, line=84) as d:
    d.declare(yhat, domain="unit")
    d.define(E_b(t, yhat), -(t * log(yhat) + (1 - t) * log(1 - yhat)))
    d.unreadable(
        "t_n and \\bar{y} stand nowhere else; taken as symbols of their own they would make the first term"
        " a constant in \\hat{y}",
        status="ill-formed",
        ref="001-33",
        line=86,
        tex=r"E_b = -[t_n \ln(\bar{y}) + (1-t)\ln(1-\hat{y})]",
        intended=(E_b(t, yhat), -(t * log(yhat) + (1 - t) * log(1 - yhat))),
        corrected_tex=r"E_b = -\left[t\ln(\hat{y}) + (1-t)\ln(1-\hat{y})\right]",
    )

    # The loss of n classes, for n = 2: labels t and 1 - t, probabilities yhat and 1 - yhat.
    d.define(E_g(t1, t2, p1, p2), -(t1 * log(p1) + t2 * log(p2)), tex=r"E_g = -(t_1\ln p_1 + t_2\ln p_2)")
    d.claim(
        E_g(t, 1 - t, yhat, 1 - yhat),
        E_b(t, yhat),
        ref="001-34",
        tex=r"n=2,\ t=(t,1-t),\ p=(\hat{y},1-\hat{y}):\ E_g = E_b",
    )

    # "The penalty is logarithmic in nature", for the two labels that there are.
    d.claim(E_b(0, yhat), -log(1 - Abs(yhat)), ref="001-29", line=74, tex=r"t=0:\ E_b = -\ln(1-|\hat{y}-t|)")
    d.claim(
        E_b(1, yhat), -log(1 - Abs(yhat - 1)), ref="001-29", line=74, tex=r"t=1:\ E_b = -\ln(1-|\hat{y}-t|)"
    )


distance, score = symbols("d l", real=True)

with derivation("001-loss-in-words", "The loss as a penalty for a distance", SOURCE, line=74) as d:
    d.declare(yhat, domain="unit")
    d.declare(distance, domain=Interval.Ropen(0, 1))
    d.define(E_b(t, yhat), -(t * log(yhat) + (1 - t) * log(1 - yhat)))
    penalty = -log(1 - distance)
    penalizes = '"penalizes the probability based on how far it is from the actual expected value"'
    for label, gap in ((0, yhat), (1, yhat - 1)):
        tex = rf"t={label}:\ E_b = -\ln(1-|\hat{{y}}-t|)"
        d.claim(E_b(label, yhat), -log(1 - Abs(gap)), ref="001-26", tex=tex, note=penalizes)
    d.increasing(penalty, distance, ref="001-26", tex=r"-\ln(1-d)\ \text{increases}", note=penalizes)
    d.claim(
        Limit(penalty, distance, 1, "-"),
        oo,
        ref="001-27",
        tex=r"\lim_{d\to 1^-} -\ln(1-d) = +\infty",
        note='"a large score for large differences close to 1"',
    )
    d.claim(
        Limit(penalty, distance, 0, "+"),
        0,
        ref="001-28",
        tex=r"\lim_{d\to 0^+} -\ln(1-d) = 0",
        note='"small score for small differences tending to 0"',
    )
    better = '"the smaller the loss the better the model": the loss orders models as the distance does'
    d.increasing(penalty, distance, ref="001-30", line=76, tex=r"-\ln(1-d)\ \text{increases}", note=better)
    d.claim(1 - exp(-penalty), distance, ref="001-30", line=76, tex="d = 1-e^{-L}", note=better)
    d.increasing(
        1 - exp(-score), score, ref="001-30", line=76, tex=r"1-e^{-L}\ \text{increases}", note=better
    )
    # A perfect prediction is a probability of 1 or 0. The other term is 0 times the logarithm of 0, which
    # counts as 0: it is what the loss tends to.
    perfect = '"A perfect model has a cross-entropy loss of 0"'
    for label, side, arrow in ((1, "-", "1^-"), (0, "+", "0^+")):
        tex = rf"\lim_{{\hat{{y}}\to {arrow}}} E_b = 0\ (t={label})"
        d.claim(Limit(E_b(label, yhat), yhat, label, side), 0, ref="001-31", line=76, tex=tex, note=perfect)


with derivation("001-binary-loss-slope", "The derivative of the binary cross-entropy", SOURCE, line=88) as d:
    d.declare(yhat, domain="unit")
    d.define(E_b(t, yhat), -(t * log(yhat) + (1 - t) * log(1 - yhat)))
    d.claim(D(t, yhat), 0, ref="001-35", tex=r"\frac{\partial t}{\partial\hat{y}} = 0")

    d.begin(
        D(t * log(yhat), yhat),
        tex=r"\frac{\partial}{\partial\hat{y}}(t\ln\hat{y})",
        chain="first term",
        line=90,
    )
    d.equals(
        t * D(log(yhat), yhat) + log(yhat) * D(t, yhat),
        ref="001-36",
        tex=r"t\frac{\partial}{\partial\hat{y}}(\ln\hat{y}) + \ln(\hat{y})\frac{\partial}{\partial\hat{y}}(t)",
    )
    d.equals(t / yhat + log(yhat) * 0, ref="001-37", tex=r"\frac{t}{\hat{y}} + \ln\hat{y}(0)")
    d.equals(t / yhat, ref="001-38", tex=r"\frac{t}{\hat{y}}")

    d.begin(
        D((1 - t) * log(1 - yhat), yhat),
        tex=r"\frac{\partial}{\partial\hat{y}}((1-t)\ln(1-\hat{y}))",
        chain="second term",
    )
    d.equals(
        (1 - t) * D(log(1 - yhat), yhat) + log(1 - yhat) * D(1 - t, yhat),
        ref="001-39",
        line=92,
        tex=r"(1-t)\frac{\partial}{\partial\hat{y}}(\ln(1-\hat{y})) + \ln((1-\hat{y}))\frac{\partial}{\partial\hat{y}}(1-t)",
    )
    d.equals(
        -(1 - t) / (1 - yhat) + log(1 - yhat) * 0,
        ref="001-40",
        line=94,
        tex=r"-\frac{1-t}{1-\hat{y}} + \ln(1-\hat{y})(0)",
    )
    d.equals(-(1 - t) / (1 - yhat), ref="001-41", line=96, tex=r"-\frac{1-t}{1-\hat{y}}")

    d.begin(D(E_b(t, yhat), yhat), tex=r"\frac{\partial E_b}{\partial\hat{y}}", chain="loss")
    d.equals(
        -(t / yhat - (1 - t) / (1 - yhat)),
        ref="001-42",
        line=100,
        tex=r"-\left(\frac{t}{\hat{y}} - \frac{1-t}{1-\hat{y}}\right)",
    )
    d.equals(
        t / yhat + (1 - t) / (1 - yhat),
        ref="001-43",
        line=101,
        tex=r"\left(\frac{t}{\hat{y}} + \frac{1-t}{1-\hat{y}}\right)",
        expect="refuted",
        wrong="the minus sign was applied to the second term only; both lines agree where t is 0",
        corrected=-t / yhat + (1 - t) / (1 - yhat),
        corrected_tex=r"-\frac{t}{\hat{y}} + \frac{1-t}{1-\hat{y}}",
    )


stuff = Function("stuff")
theta_j, x_j = symbols("theta_j x_j", real=True)

with derivation("001-square", "The rules that the linear regression uses", SOURCE, line=135) as d:
    d.claim(
        D(stuff(theta_j) ** 2, theta_j),
        2 * stuff(theta_j) * D(stuff(theta_j), theta_j),
        ref="001-58",
        tex=r"\frac{\partial}{\partial\theta_j}(\text{stuff})^2 = 2(\text{stuff})\times\frac{\partial}{\partial\theta_j}\text{stuff}",
        because="chain rule",
    )
    d.claim(D(x_j, theta_j), 0, ref="001-62", line=151, tex=r"\frac{\partial x_j}{\partial\theta_j} = 0")
    d.claim(
        D(theta_j, theta_j), 1, ref="001-63", line=151, tex=r"\frac{\partial\theta_j}{\partial\theta_j} = 1"
    )


y, u_, mean, half = symbols("y u M H", real=True)
i, m, n = symbols("i m n", integer=True, positive=True)

with derivation("001-regression-in-words", "What is said of the linear regression", SOURCE, line=109) as d:
    d.claim(
        u_,
        y,
        ref="001-46",
        tex="u = y",
        note='"u is an mx1 matrix containing the response values"',
        expect="refuted",
        wrong="in every formula the response is y, which is declared nowhere; u never occurs again",
    )
    d.state("declared", "what must be meant: y holds the response values", tex=r"y\in\mathbb{R}^{m\times 1}")
    d.claim(
        Sum(1, (i, 1, m)),
        n,
        ref="001-49",
        line=117,
        tex=r"\sum_{i=1}^m 1 = n",
        note='"the superscript i\'s refer to a particular feature", of which there are n',
        expect="refuted",
        wrong="i runs from 1 to m, the number of training records; features have the index j",
        corrected=m,
        corrected_tex=r"\sum_{i=1}^m 1 = m",
    )
    comparing = (
        '"this is not important, because we will only be comparing": half the mean orders as the mean does'
    )
    d.increasing(
        mean / 2, mean, ref="001-55", line=125, tex=r"\tfrac12 M\ \text{increases with}\ M", note=comparing
    )
    d.increasing(2 * half, half, ref="001-55", line=125, tex=r"2H\ \text{increases with}\ H", note=comparing)
    d.unreadable(
        "the derivative is taken by a weight; the features are constants",
        ref="001-55a",
        line=129,
        note='"the partial derivative for any one feature in x"',
    )
    d.unreadable(
        "what follows is the gradient of the cost, not a minimised cost",
        ref="001-69",
        line=171,
        note='"Minimized cost function ... the partial derivative of the cost function"',
    )


y, a = symbols("y a", real=True)

with derivation("001-logarithms", "The rules for logarithms that the document quotes", SOURCE, line=183) as d:
    d.claim(log(x / y), log(x) - log(y), ref="001-72", tex=r"\log\left(\frac{x}{y}\right) = \log(x)-\log(y)")
    d.claim(log(exp(a)), a, ref="001-73", line=185, tex=r"\log(e^a) = a")


h, J, u = symbols("h J u", real=True)

with derivation(
    "001-logistic-cost",
    "The cost of a logistic regression, for one sample",
    SOURCE,
    line=191,
    note="The document sums over the samples (its statements 001-74 to 001-82); this is one summand, with m = 1 "
    "and u for the product of weights and features.",
) as d:
    d.define(h, 1 / (1 + exp(-u)), tex=r"h = \frac{1}{1+e^{-u}}")
    d.define(J, -(y * log(h) + (1 - y) * log(1 - h)), tex=r"J = -\left[y\log h + (1-y)\log(1-h)\right]")

    d.begin(J, tex=r"J")
    d.equals(
        -(y * log(1 / (1 + exp(-u))) + (1 - y) * log(1 - 1 / (1 + exp(-u)))),
        tex=r"-\left[y\log\frac{1}{1+e^{-u}} + (1-y)\log\left(1-\frac{1}{1+e^{-u}}\right)\right]",
        because="put the sigmoid in for h",
    )
    d.equals(
        -(y * log(1 / (1 + exp(-u))) + (1 - y) * log(exp(-u) / (1 + exp(-u)))),
        tex=r"-\left[y\log\frac{1}{1+e^{-u}} + (1-y)\log\frac{e^{-u}}{1+e^{-u}}\right]",
        because="one fraction on the right",
    )
    d.equals(
        -(y * (log(1) - log(1 + exp(-u))) + (1 - y) * log(exp(-u) / (1 + exp(-u)))),
        tex=r"-\left[y(\log 1-\log(1+e^{-u})) + (1-y)\log\frac{e^{-u}}{1+e^{-u}}\right]",
        because="logarithm of a quotient, on the left",
    )
    d.equals(
        -(-y * log(1 + exp(-u)) + (1 - y) * log(exp(-u) / (1 + exp(-u)))),
        tex=r"-\left[-y\log(1+e^{-u}) + (1-y)\log\frac{e^{-u}}{1+e^{-u}}\right]",
        because="log 1 is 0",
    )
    d.equals(
        -(-y * log(1 + exp(-u)) + (1 - y) * log(exp(-u)) - (1 - y) * log(1 + exp(-u))),
        tex=r"-\left[-y\log(1+e^{-u}) + (1-y)\log(e^{-u}) - (1-y)\log(1+e^{-u})\right]",
        because="logarithm of a quotient, on the right",
    )
    d.equals(
        -(-y * log(1 + exp(-u)) + (1 - y) * (-u) - (1 - y) * log(1 + exp(-u))),
        tex=r"-\left[-y\log(1+e^{-u}) + (1-y)(-u) - (1-y)\log(1+e^{-u})\right]",
        because="logarithm of an exponential",
    )
    d.equals(
        y * log(1 + exp(-u)) + (1 - y) * u + (1 - y) * log(1 + exp(-u)),
        tex=r"y\log(1+e^{-u}) + (1-y)(u) + (1-y)\log(1+e^{-u})",
        because="the minus sign goes inside",
    )
    d.equals(
        log(1 + exp(-u)) + (1 - y) * u,
        tex=r"\log(1+e^{-u}) + (1-y)(u)",
        because="first and third term together",
    )


x_k, theta_k = symbols("x_k theta_k", real=True)

with derivation(
    "001-logistic-gradient",
    "The gradient of a logistic regression, for one sample and two features",
    SOURCE,
    line=197,
    note="The document sums over the samples (its statements 001-83 to 001-86); this is one summand, with m = 1. "
    "Feature j is the one whose weight is varied, feature k stands for all others.",
) as d:
    d.define(u, theta_j * x_j + theta_k * x_k, tex=r"u = \theta^T x = \theta_j x_j + \theta_k x_k")
    d.define(h, 1 / (1 + exp(-u)), tex=r"h = \frac{1}{1+e^{-u}}")
    d.define(J, -(y * log(h) + (1 - y) * log(1 - h)), tex=r"J = -\left[y\log h + (1-y)\log(1-h)\right]")

    d.begin(D(J, theta_j), tex=r"\frac{\partial J}{\partial\theta_j}")
    d.equals(
        exp(-u) * (-x_j) / (1 + exp(-u)) + (1 - y) * x_j,
        tex=r"\frac{e^{-u}(-x_j)}{1+e^{-u}} + (1-y)x_j",
    )
    d.equals(
        (-exp(-u) / (1 + exp(-u)) + 1 - y) * x_j,
        tex=r"\left(\frac{-e^{-u}}{1+e^{-u}} + 1 - y\right)x_j",
        because="x_j is a factor of both terms",
    )
    d.equals(
        (1 / (1 + exp(-u)) - y) * x_j,
        tex=r"\left(\frac{1}{1+e^{-u}} - y\right)x_j",
        because="first two terms together",
    )
    d.equals((h - y) * x_j, tex=r"(h-y)x_j", because="h in place of the sigmoid")


# ---- sums over classes and samples -----------------------------------------------------------------
m, n = symbols("m n", integer=True, positive=True)
i, k = symbols("i k", integer=True)
j = Symbol("j", integer=True)
E_classes = Symbol("E", real=True)

with derivation("001-entropy", "The entropy, and the cross-entropy of n classes", SOURCE, line=70) as d:
    prob, truth = vector("p", n), vector("t", n)
    H = Symbol("H", real=True)
    d.declare(prob, domain="positive", assume="simplex rows")
    d.define(
        H,
        -Sum(prob[k] * log(prob[k]), (k, 1, n)),
        ref="001-23",
        tex=r"H(X) = -\sum_x p(x)\log p(x)",
    )
    d.define(
        E_classes,
        -Sum(truth[i] * log(prob[i]), (i, 1, n)),
        ref="001-32",
        line=80,
        tex=r"E_g = -\sum_{i=1}^n t_i\ln(p_i)",
    )
    d.claim(
        D(E_classes, prob[j]),
        -truth[j] / prob[j],
        tex=r"\frac{\partial E_g}{\partial p_j} = -\frac{t_j}{p_j}",
    )


# Linear regression. The rows of x are the records; theta is a row of weights, as the document declares it.
x_rows, y_all, theta_row = MatrixSymbol("x", m, n), vector("y", m), MatrixSymbol("theta", 1, n)
h_all = vector("h", m)
J_of_theta = Symbol("J", real=True)

with derivation(
    "001-shapes", "The hypothesis of the linear regression, in the declared shapes", SOURCE, line=107
) as d:
    d.state("declared", "x is an m x n matrix", ref="001-44", line=107, tex=r"x\in\mathbb R^{m\times n}")
    d.state(
        "declared", "theta is a 1 x n matrix", ref="001-45", line=108, tex=r"\theta\in\mathbb R^{1\times n}"
    )
    d.state("declared", "m records with n features each", ref="001-47", line=111, tex=r"m, n")
    predicted = r"h_\theta(x^{(i)}) = \sum_{j=1}^n\theta_j x^{(i)}_j,\quad h = x\theta^T"
    for ref, line in (("001-48", 115), ("001-60", 143)):
        d.claim(
            h_all,
            theta_row.T * x_rows,
            ref=ref,
            line=line,
            tex=r"h_\theta = \theta^T x",
            expect="ill-formed",
            wrong="theta is declared as 1 x n and x as m x n, so there is no product of theta^T and x",
            corrected=((x_rows * theta_row.T)[i], Sum(theta_row[k] * x_rows[i, k], (k, 1, n))),
            corrected_tex=predicted,
        )


def errors_squared():
    """The sum of the squared errors, with the hypothesis as a name."""
    return Sum((h_all[i] - y_all[i]) ** 2, (i, 1, m))


def hypothesis(d):
    """The hypothesis of the linear regression, record by record."""
    d.define(
        h_all[i],
        Sum(theta_row[k] * x_rows[i, k], (k, 1, n)),
        tex=r"h_\theta(x^{(i)}) = \sum_{j=1}^n\theta_j x^{(i)}_j",
    )


total_tex = r"\sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2"
half_tex = rf"\frac{{1}}{{2m}}{total_tex}"
by_theta_j = r"\frac{\partial}{\partial\theta_j}"

with derivation("001-squared-errors", "The total of the squared errors", SOURCE, line=119) as d:
    hypothesis(d)
    d.define(J_of_theta, errors_squared(), ref="001-50", tex=rf"J(\theta) = {total_tex}")
    d.claim(
        J_of_theta,
        (x_rows * theta_row.T - y_all).T * (x_rows * theta_row.T - y_all),
        ref="001-51",
        line=121,
        tex=r"J(\theta) = \sum_{i=1}^m e_i^2,\quad e = x\theta^T - y",
        because="this gives the total of the squared errors",
    )

with derivation("001-mean-squared-error", "The mean of the squared errors", SOURCE, line=123) as d:
    hypothesis(d)
    M = Symbol("M", real=True)
    d.define(M, 1 / m * errors_squared(), ref="001-52", tex=rf"J(\theta) = \frac{{1}}{{m}}{total_tex}")
    d.define(
        J_of_theta, 1 / (2 * m) * errors_squared(), ref="001-53", line=127, tex=rf"J(\theta) = {half_tex}"
    )
    d.claim(
        J_of_theta,
        M / 2,
        ref="001-54",
        line=125,
        tex=rf"{half_tex} = \frac12\cdot\frac1m{total_tex}",
        because="one-half of the mean",
    )


with derivation("001-linear-gradient", "The gradient of the linear regression", SOURCE, line=131) as d:
    hypothesis(d)
    d.define(J_of_theta, 1 / (2 * m) * errors_squared(), tex=rf"J(\theta) = {half_tex}")
    f_all = vector("f", m)
    c, w_j = symbols("c w", real=True)
    part = Function("f")
    d.state("no claim", "a question", ref="001-56", tex=rf"{by_theta_j} {half_tex} =\ ?")
    d.claim(
        D(c * Sum(part(i, w_j), (i, 1, m)), w_j),
        c * Sum(D(part(i, w_j), w_j), (i, 1, m)),
        ref="001-57",
        line=133,
        tex=rf"{by_theta_j}\left(c\sum_i f_i\right) = c\sum_i\frac{{\partial f_i}}{{\partial\theta_j}}",
        because="a constant outside of the sum does not change",
    )
    d.begin(1 / (2 * m) * errors_squared(), tex=half_tex, chain="by definition", line=131)
    d.equals(J_of_theta, tex=r"J(\theta)")

    slope_of_h = D(h_all[i], theta_row[j])
    gradient = 1 / (2 * m) * Sum(2 * (h_all[i] - y_all[i]) * slope_of_h, (i, 1, m))
    d.begin(
        D(1 / (2 * m) * errors_squared(), theta_row[j]),
        tex=rf"{by_theta_j} {half_tex}",
        chain="gradient",
        line=139,
    )
    d.equals(
        gradient,
        ref="001-59",
        tex=rf"\frac{{1}}{{2m}}\sum_{{i=1}}^m 2(h_\theta(x^{{(i)}}) - y^{{(i)}})\times{by_theta_j} h_\theta(x^{{(i)}})",
        because="chain rule",
    )
    d.equals(
        1 / (2 * m) * Sum(2 * (h_all[i] - y_all[i]) * x_rows[i, j], (i, 1, m)),
        ref="001-65",
        line=157,
        tex=r"\frac{1}{2m}\sum_{i=1}^m 2(h_\theta(x^{(i)}) - y^{(i)})\cdot x_j^{(i)}",
    )
    d.unreadable(
        "the operator on the left has nothing to work on",
        status="ill-formed",
        ref="001-67",
        line=161,
        tex=r"\frac{\partial}{\partial\theta_j} = \frac{1}{m}\sum_{i=1}^m(h_\theta(x^{(i)}) - y^{(i)})\cdot x_j^{(i)}",
        intended=1 / m * Sum((h_all[i] - y_all[i]) * x_rows[i, j], (i, 1, m)),
        corrected_tex=r"\frac{\partial}{\partial\theta_j} J(\theta) = \frac{1}{m}\sum_{i=1}^m(h_\theta(x^{(i)}) - y^{(i)})\cdot x_j^{(i)}",
    )
    d.claim(
        1 / (2 * m) * Sum(2 * f_all[i], (i, 1, m)),
        1 / m * Sum(f_all[i], (i, 1, m)),
        ref="001-66",
        line=159,
        tex=r"\frac{1}{2m}\sum_i 2a_i = \frac{1}{m}\sum_i a_i",
        because="the two 2s cancel",
    )
    d.claim(
        D(J_of_theta, theta_row),
        1 / m * (x_rows * theta_row.T - y_all).T * x_rows,
        tex=r"\frac{\partial J}{\partial\theta} = \frac{1}{m}(x\theta^T - y)^T x",
        note="The gradient has the shape of theta, which is a row.",
    )


features, weights = vector("x", n), vector("theta", n)

with derivation("001-linear-hypothesis", "The slope of one prediction", SOURCE, line=147) as d:
    prediction = Symbol("h", real=True)
    d.define(prediction, Sum(weights[k] * features[k], (k, 1, n)), tex=r"h_\theta = \sum_k\theta_k x_k")
    d.claim(
        D(prediction, weights[i]),
        D(weights[j] * features[j], weights[i]),
        ref="001-61",
        tex=r"\frac{\partial}{\partial\theta_i} h_\theta = \frac{\partial}{\partial\theta_i}\theta_j^T x_j",
        expect="refuted",
        wrong="only one term of the sum is kept, and not the one with the index of the derivative",
        corrected=(D(prediction, weights[j]), D(weights[j] * features[j], weights[j])),
        corrected_tex=r"\frac{\partial}{\partial\theta_j} h_\theta = \frac{\partial}{\partial\theta_j}\theta_j x_j",
    )
    d.claim(
        D(prediction, weights[j]),
        features[j],
        ref="001-64",
        line=153,
        tex=r"\frac{\partial}{\partial\theta_j} h_\theta = x_j",
    )
    d.claim(D(prediction, weights), features, tex=r"\nabla_\theta h_\theta = x")


# Logistic regression over m samples.
scores = vector("u", m)

with derivation(
    "001-logistic-hypothesis", "The cost and the hypothesis of the logistic regression", SOURCE, line=169
) as d:
    d.declare(h_all, domain="unit")
    summand = y_all[i] * log(h_all[i]) + (1 - y_all[i]) * log(1 - h_all[i])
    d.unreadable(
        "there are no brackets behind the sum: as printed it could end before the plus sign, and i would be free"
        " in the second term",
        ref="001-68",
        tex=r"J(\theta) = -\frac{1}{m}\sum_{i=1}^m y^{(i)}\log(h_\theta(x^{(i)})) + (1-y^{(i)})\log(1-h_\theta(x^{(i)}))",
        intended=(
            -1 / m * Sum(summand, (i, 1, m)),
            -1
            / m
            * (Sum(y_all[i] * log(h_all[i]), (i, 1, m)) + Sum((1 - y_all[i]) * log(1 - h_all[i]), (i, 1, m))),
        ),
        corrected_tex=r"-\frac{1}{m}\sum_{i=1}^m\left[y^{(i)}\log(h_\theta(x^{(i)})) + (1-y^{(i)})\log(1-h_\theta(x^{(i)}))\right]",
    )
    d.unreadable(
        "x on the right lacks the index (i) that the left side has; the matrix x itself does not fit theta^T",
        status="ill-formed",
        ref="001-71",
        line=179,
        tex=r"h_\theta(x^{(i)}) = \frac{1}{1+e^{-\theta^T x}}",
        intended=(
            1 / (1 + exp(-(x_rows * weights)[i])),
            1 / (1 + exp(-Sum(weights[k] * x_rows[i, k], (k, 1, n)))),
        ),
        corrected_tex=r"h_\theta(x^{(i)}) = \frac{1}{1+e^{-\theta^T x^{(i)}}}",
    )


def logistic(d):
    """Scores, hypothesis and cost of all samples."""
    d.define(scores[i], Sum(weights[k] * x_rows[i, k], (k, 1, n)), tex=r"u^{(i)} = \theta^T x^{(i)}")
    d.define(
        h_all[i], 1 / (1 + exp(-scores[i])), tex=r"h_\theta(x^{(i)}) = \frac{1}{1+e^{-\theta^T x^{(i)}}}"
    )


def mean(summand):
    """1/m times the sum over the samples."""
    return 1 / m * Sum(summand, (i, 1, m))


u_i, y_i = r"\theta^T x^{(i)}", r"y^{(i)}"
mean_tex = r"\frac{1}{m}\left[\sum_{i=1}^m\left(%s\right)\right]"
unclosed = "the parenthesis before the last logarithm is never closed; there is one sensible place for it"

with derivation(
    "001-logistic-cost-sum", "The cost of the logistic regression, simplified", SOURCE, line=191
) as d:
    logistic(d)
    u, y = scores[i], y_all[i]
    d.define(
        J_of_theta,
        -mean(y * log(h_all[i]) + (1 - y) * log(1 - h_all[i])),
        ref="001-74",
        tex=r"J(\theta) = -"
        + mean_tex % r"y^{(i)}(\log h_\theta(x^{(i)})) + (1-y^{(i)})\log(1-h_\theta(x^{(i)}))",
    )
    d.begin(J_of_theta, tex=r"J(\theta)")
    d.equals(
        -mean(y * log(1 / (1 + exp(-u))) + (1 - y) * log(1 - 1 / (1 + exp(-u)))),
        ref="001-75",
        tex="-"
        + mean_tex
        % rf"{y_i}\log(\frac{{1}}{{1+e^{{-{u_i}}}}}) + (1-{y_i})\log(1-\frac{{1}}{{1+e^{{-{u_i}}}}})",
        because="replace h with the sigmoid",
    )
    d.equals(
        -mean(y * log(1 / (1 + exp(-u))) + (1 - y) * log(exp(-u) / (1 + exp(-u)))),
        ref="001-76",
        tex="-"
        + mean_tex
        % rf"{y_i}\log(\frac{{1}}{{1+e^{{-{u_i}}}}}) + (1-{y_i})\log(\frac{{e^{{-{u_i}}}}}{{1+e^{{-{u_i}}}}})",
        because="convert the right term to a single rational expression",
    )
    d.equals(
        -mean(y * (log(1) - log(1 + exp(-u))) + (1 - y) * log(exp(-u) / (1 + exp(-u)))),
        ref="001-77",
        tex="-"
        + mean_tex
        % rf"{y_i}(\log(1)-\log(1+e^{{-{u_i}}})) + (1-{y_i})\log(\frac{{e^{{-{u_i}}}}}{{1+e^{{-{u_i}}}}})",
        because="logarithm of a quotient, on the left term",
    )
    d.equals(
        -mean(-y * log(1 + exp(-u)) + (1 - y) * log(exp(-u) / (1 + exp(-u)))),
        ref="001-78",
        tex="-"
        + mean_tex % rf"-{y_i}\log(1+e^{{-{u_i}}}) + (1-{y_i})\log(\frac{{e^{{-{u_i}}}}}{{1+e^{{-{u_i}}}}})",
    )
    d.unreadable(
        unclosed,
        status="ill-formed",
        ref="001-79",
        line=193,
        tex=rf"-\frac{{1}}{{m}}[\sum_{{i=1}}^m(-{y_i}\log(1+e^{{-{u_i}}}) + (1-{y_i})\log(e^{{-{u_i}}}) - (1-{y_i})(\log(1+e^{{-{u_i}}}))]",
        intended=-mean(-y * log(1 + exp(-u)) + (1 - y) * log(exp(-u)) - (1 - y) * log(1 + exp(-u))),
    )
    d.unreadable(
        unclosed,
        status="ill-formed",
        ref="001-80",
        line=193,
        tex=rf"-\frac{{1}}{{m}}[\sum_{{i=1}}^m(-{y_i}\log(1+e^{{-{u_i}}}) + (1-{y_i})(-{u_i}) - (1-{y_i})(\log(1+e^{{-{u_i}}}))]",
        intended=-mean(-y * log(1 + exp(-u)) + (1 - y) * (-u) - (1 - y) * log(1 + exp(-u))),
    )
    d.unreadable(
        unclosed,
        status="ill-formed",
        ref="001-81",
        line=193,
        tex=rf"\frac{{1}}{{m}}[\sum_{{i=1}}^m({y_i}\log(1+e^{{-{u_i}}}) + (1-{y_i})({u_i}) + (1-{y_i})(\log(1+e^{{-{u_i}}}))]",
        intended=mean(y * log(1 + exp(-u)) + (1 - y) * u + (1 - y) * log(1 + exp(-u))),
    )
    d.equals(
        mean(log(1 + exp(-u)) + (1 - y) * u),
        ref="001-82",
        line=193,
        tex=mean_tex % rf"\log(1+e^{{-{u_i}}}) + (1-{y_i})({u_i})",
        because="first and third term together",
    )


extra = "a closing parenthesis has no opening one; there is one sensible place for it"

with derivation(
    "001-logistic-gradient-sum", "The gradient of the logistic regression", SOURCE, line=197
) as d:
    logistic(d)
    u, y, x_ij = scores[i], y_all[i], x_rows[i, j]
    d.define(J_of_theta, -mean(y * log(h_all[i]) + (1 - y) * log(1 - h_all[i])))
    known = mean((h_all[i] - y) * x_ij)
    d.unreadable(
        "the operator on the left has nothing to work on",
        status="ill-formed",
        ref="001-70",
        line=175,
        tex=r"\frac{\partial}{\partial\theta_j} = \frac{1}{m}\sum_{i=1}^m(h_\theta(x^{(i)}) - y^{(i)})x_j^{(i)}",
        intended=(D(J_of_theta, weights[j]), known),
        corrected_tex=r"\frac{\partial}{\partial\theta_j} J(\theta) = \frac{1}{m}\sum_{i=1}^m(h_\theta(x^{(i)}) - y^{(i)})x_j^{(i)}",
    )
    d.begin(D(J_of_theta, weights[j]), tex=r"\frac{\partial}{\partial\theta_j} J(\theta)")
    d.equals(
        mean(exp(-u) * (-x_ij) / (1 + exp(-u)) + (1 - y) * x_ij),
        ref="001-83",
        tex=mean_tex % rf"\frac{{e^{{-{u_i}}}(-x_j^{{(i)}})}}{{1+e^{{-{u_i}}}}} + (1-{y_i})x_j^{{(i)}}",
    )
    d.equals(
        mean((-exp(-u) / (1 + exp(-u)) + 1 - y) * x_ij),
        ref="001-84",
        tex=r"\frac{1}{m}\left[\sum_{i=1}^m"
        + rf"\left(\frac{{-e^{{-{u_i}}}}}{{1+e^{{-{u_i}}}}} + 1 - {y_i}\right)x_j^{{(i)}}\right]",
        because="factor out x_j",
    )
    d.unreadable(
        extra,
        status="ill-formed",
        ref="001-85",
        tex=rf"\frac{{1}}{{m}}[\sum_{{i=1}}^m(\frac{{1}}{{1+e^{{-{u_i}}}}} - {y_i})x_j^{{(i)}})]",
        intended=mean((1 / (1 + exp(-u)) - y) * x_ij),
        because="first two terms together",
    )
    d.unreadable(
        extra,
        status="ill-formed",
        ref="001-86",
        tex=rf"\frac{{1}}{{m}}[\sum_{{i=1}}^m(h_\theta(x^{{(i)}}) - {y_i})x_j^{{(i)}})]",
        intended=known,
        because="h in place of the sigmoid",
    )
    d.claim(
        D(J_of_theta, weights),
        1 / m * x_rows.T * (h_all - y_all),
        tex=r"\nabla_\theta J = \frac{1}{m}X^T(h - y)",
    )
