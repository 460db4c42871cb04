"""Document 001: the sigmoid, the cross-entropy loss, and the gradient of a logistic regression.

What is summed over samples in the document is derived here for one sample; the sums have statements of
their own.
"""

from sympy import Abs, Function, Symbol, exp, log, symbols

from verify_derivations import D, Source, derivation

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
