"""Document 003: the Chinese original of document 000, of which only the words are left.

Its formulas were images; what stands there now is the text that replaced them. The statements below are
those that the words alone make, and the places where a formula is lost.
"""

from sympy import Function, Symbol, exp, symbols

from verify_derivations import D, Source, derivation

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
    "003-25": (54, "the composite function"),
    "003-44": (95, "the number of samples"),
    "003-51": (103, "the output as a sigmoid"),
    "003-52": (105, "the gradient by a weight of the second layer"),
    "003-53": (109, "the gradients by the other weights of the second layer"),
    "003-56": (117, "the gradient by a weight of the first layer"),
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
