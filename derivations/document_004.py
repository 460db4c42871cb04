"""Document 004: why a sigmoid neuron learns faster with the cross-entropy than with the quadratic cost.

The document argues for a weight between two neurons of a layered network, with indices; here is the
argument for a single neuron. The indexed formulas have statements of their own.
"""

from sympy import Function, exp, log, symbols

from verify_derivations import D, Source, derivation

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
