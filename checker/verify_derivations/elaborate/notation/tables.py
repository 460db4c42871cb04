r"""What commands and words mean, as tables: functions, big operators, constants, names for operators.

The names on the right are those of the table of functions of the term language.
"""

from __future__ import annotations

FUNCTION_NAMES: dict[str, str] = {
    "exp": "exp",
    "log": "log",
    "ln": "log",
    "sin": "sin",
    "cos": "cos",
    "tan": "tan",
    "cot": "cot",
    "sec": "sec",
    "csc": "csc",
    "sinh": "sinh",
    "cosh": "cosh",
    "tanh": "tanh",
    "coth": "coth",
    "sech": "sech",
    "csch": "csch",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "arcsinh": "asinh",
    "arsinh": "asinh",
    "arccosh": "acosh",
    "arcosh": "acosh",
    "arctanh": "atanh",
    "artanh": "atanh",
    "atanh": "atanh",
    "sigmoid": "sigmoid",
    "Sigmoid": "sigmoid",
    "softplus": "softplus",
    "relu": "relu",
    "ReLU": "relu",
    "sign": "sign",
    "sgn": "sign",
    "erf": "erf",
    "erfc": "erfc",
    "abs": "Abs",
    "max": "Max",
    "min": "Min",
    "sqrt": "sqrt",
    "lg": "lg",
}
"""Functions by the word that is printed, slashed (`\\log`), upright (`\\mathrm{erf}`) or bare (`log`)."""

INVERSES = {"sin": "asin", "cos": "acos", "tan": "atan", "sinh": "asinh", "cosh": "acosh", "tanh": "atanh"}
"""What a superscript -1 makes of a function; of any other it makes no known one."""

GREEDY = frozenset("sin cos tan cot sec csc".split())
"""Functions that take all that stands beside them: sin k x is sin(kx)."""

VARIABLES = frozenset(r"x y z t u v r s \theta \phi \varphi \psi \xi \eta \alpha \beta A B".split())
"""Names that are mostly the last of an argument: in sin x y the y may well stand outside of it."""

FUNCTION_SYMBOLS: dict[str, str] = {"\\Gamma": "gamma", "Γ": "gamma"}
"""Signs that are functions where they stand before brackets."""

SUMS = {"\\sum": "sum", "∑": "sum", "\\prod": "product", "∏": "product", "sum": "sum"}
INTEGRALS = frozenset(("\\int", "∫", "\\oint", "\\iint", "\\iiint"))
LIMITS = frozenset(("\\lim", "lim", "\\limsup", "\\liminf", "\\varlimsup", "\\varliminf"))

OPERATORS: dict[str, str] = {
    "\\max": "a maximum over a set",
    "\\min": "a minimum over a set",
    "\\argmax": "an argument of the maximum",
    "\\argmin": "an argument of the minimum",
    "argmax": "an argument of the maximum",
    "argmin": "an argument of the minimum",
    "arg max": "an argument of the maximum",
    "arg min": "an argument of the minimum",
    "\\arg": "an argument",
    "\\sup": "a supremum",
    "\\inf": "an infimum",
    "\\bigcup": "a union",
    "\\bigcap": "an intersection",
    "\\coprod": "a coproduct",
    "\\nabla": "a gradient",
    "∇": "a gradient",
    "\\bigtriangledown": "a gradient",
    "\\triangledown": "a gradient",
    "\\Delta": "a difference or Laplacian",
    "\\forall": "a quantifier",
    "\\exists": "a quantifier",
    "∀": "a quantifier",
    "∃": "a quantifier",
    "\\Pr": "a probability",
    "\\det": "a determinant",
    "\\gcd": "a greatest common divisor",
    "\\dim": "a dimension",
    "\\ker": "a kernel",
    "\\deg": "a degree",
    "\\hom": "a set of homomorphisms",
    "\\infty": "infinity",
    "∞": "infinity",
    "\\hbar": "",
    "\\Re": "a real part",
    "\\Im": "an imaginary part",
    "\\dagger": "an adjoint",
    "\\partial": "a partial derivative",
    "∂": "a partial derivative",
    "\\emptyset": "the empty set",
    "\\varnothing": "the empty set",
}
"""Commands that are no number by themselves, with what they are; without a rule they are not read."""

OPERATOR_NAMES: dict[str, str] = {
    "Re": "a real part",
    "Im": "an imaginary part",
    "arg": "an argument",
    "Arg": "an argument",
    "conj": "a conjugate",
    "Res": "a residue",
    "gcd": "a greatest common divisor",
    "lcm": "a least common multiple",
    "rank": "a rank",
    "rk": "a rank",
    "dim": "a dimension",
    "ker": "a kernel",
    "deg": "a degree",
    "span": "a span",
    "card": "a number of elements",
    "vol": "a volume",
    "sup": "a supremum",
    "inf": "an infimum",
}
"""Names in upright letters that everybody knows: without a word that defines them, an equation does not."""

NABLA = frozenset(("\\nabla", "∇", "\\bigtriangledown", "\\triangledown"))

ARRAY_OPERATORS: dict[str, str] = {
    **dict.fromkeys(("tr", "Tr", "trace"), "tr"),
    "det": "det",
    "diag": "diag",
    **dict.fromkeys(("softmax", "Softmax"), "softmax"),
}
"""Operators on arrays by the word that is printed, slashed (`\\det`), upright or bare."""

DOTS = frozenset(
    "\\dots \\ldots \\cdots \\dotsb \\dotsc \\dotsm \\dotsi \\dotso \\vdots \\ddots \\hdots … ⋯".split()
)

GREEK: dict[str, str] = dict(
    zip(
        "αβγδεζηθικλμνξπρσςτυφχψωΓΔΘΛΞΠΣΥΦΨΩϵϑϕϱ",
        (
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma "
            "varsigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi "
            "Omega epsilon vartheta phi varrho"
        ).split(),
        strict=True,
    )
)
"""Greek letters typed as such, by the names of their commands."""

NAME_COMMANDS = frozenset(
    "\\" + name
    for name in (
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu "
        "nu xi omicron pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta "
        "Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varGamma varDelta varTheta varLambda varSigma varPhi "
        "varPsi varOmega ell hbar imath jmath aleph beth wp digamma S P AA O o L l ae oe aa"
    ).split()
)
"""Commands that are names of quantities."""

SYNONYMS: dict[str, str] = {
    "\\widehat": "\\hat",
    "\\overline": "\\bar",
    "\\widetilde": "\\tilde",
    "\\bm": "\\boldsymbol",
    "\\pmb": "\\boldsymbol",
    "\\bold": "\\mathbf",
    "\\symbf": "\\mathbf",
    "\\Bbb": "\\mathbb",
    "\\overrightarrow": "\\vec",
    "\\widecheck": "\\check",
    "\\mathnormal": "",
    "\\mathit": "",
}
"""Accents and fonts that are one to the reader; "" prints as without it."""

TRANSPOSES = frozenset(
    ("T", "\\top", "\\intercal", "⊤", "\\mathrm{T}", "\\mathsf{T}", "\\mathbf{T}", "\\mathtt{T}")
)

LAYERS = frozenset(("l", "L", "\\ell"))
"""Letters that number layers: as superscripts they are rarely powers."""

FUNCTION_LETTERS = frozenset(
    "f g h F G H \\sigma \\phi \\varphi \\psi \\Phi \\Psi \\mathcal{L} \\mathcal{F} \\ell J".split()
)
"""Letters that name functions where they stand before brackets and nowhere alone."""

REMAINDERS = frozenset("O o \\mathcal{O} \\mathcal{o} \\mathrm{O} \\mathrm{o}".split())
"""Landau's symbols, where they stand before brackets and nothing else is said of them."""

ELEMENTWISE = frozenset("\\sigma \\phi \\varphi \\mathrm{sigmoid} \\mathrm{ReLU} \\mathrm{relu}".split())
"""Functions that are applied to an array entry by entry."""

MULTIPLICATION = frozenset(("", ".", "x", "*"))
"""Signs that mean a product of numbers."""

OTHER_PRODUCTS: dict[str, str] = {
    "odot": "an elementwise product",
    "otimes": "a tensor product",
    "circ": "a composition or an elementwise product",
    "star": "a convolution",
    "mod": "a remainder",
    "backslash": "a backslash",
    "ltimes": "a semidirect product",
    "point": "a point between two things, which may multiply them or end a sentence,",
}
OTHER_SUMS: dict[str, str] = {
    "+-": "a choice of signs",
    "-+": "a choice of signs",
    "union": "a union",
    "meet": "an intersection",
    "minus": "a difference of sets",
    "oplus": "a direct sum",
    "ominus": "the sign \\ominus",
    "wedge": "a wedge product or a conjunction",
    "vee": "a maximum or a disjunction",
}

PROBABILITY: dict[str | None, str] = {
    **dict.fromkeys(("E", "\\mathbb{E}", "\\mathrm{E}", "\\mathbf{E}", "\\mathcal{E}"), "an expectation"),
    **dict.fromkeys(("P", "\\mathbb{P}", "\\mathrm{P}", "\\mathrm{Pr}", "\\mathbf{P}"), "a probability"),
    **dict.fromkeys(("\\mathrm{Var}", "\\mathbb{V}", "\\mathrm{var}", "\\mathrm{V}"), "a variance"),
    **dict.fromkeys(("\\mathrm{Cov}", "\\mathrm{cov}"), "a covariance"),
    **dict.fromkeys(("\\mathrm{rank}", "\\mathrm{vec}"), "an array"),
    **dict.fromkeys(("\\mathbb{1}", "\\mathbf{1}", "\\mathbb{I}", "\\mathrm{I}"), "an indicator"),
}
"""Names that stand for operators before brackets, which no unspecified function may take the place of."""

CONSTANT_LETTERS: dict[str, str] = {
    "j": "the imaginary unit",
    "\\gamma": "Euler's constant",
    **dict.fromkeys(("\\phi", "\\varphi", "\\Phi"), "the golden ratio"),
    **dict.fromkeys(("\\omega", "\\zeta"), "a root of unity"),
    **dict.fromkeys(
        ("I", "\\mathbf{I}", "\\mathbb{I}", "\\boldsymbol{I}", "\\mathrm{Id}"), "an identity matrix"
    ),
    **dict.fromkeys(("J", "\\mathbf{J}"), "a matrix of ones"),
    **dict.fromkeys(("\\mathbf{1}", "\\mathbb{1}", "\\boldsymbol{1}", "\\vec{1}"), "a vector of ones"),
    **dict.fromkeys(("\\mathbf{0}", "\\boldsymbol{0}", "\\vec{0}"), "a vector of zeros"),
    **dict.fromkeys(("D", "\\mathrm{D}"), "a differential operator"),
}
"""Names that are often constants of their own, or no numbers at all."""

SYMBOL_LETTERS: dict[str, str] = {
    "\\delta": "Kronecker's delta",
    **dict.fromkeys(("\\epsilon", "\\varepsilon"), "the Levi-Civita symbol"),
    "\\Gamma": "a Christoffel symbol, symmetric in its last indices",
    **dict.fromkeys(("g", "\\eta"), "a metric, symmetric in its indices"),
}
"""Names that with several indices are often symbols with laws of their own."""

COUNTS = frozenset("i j k l m n K L M N \\ell".split())
"""Letters by which whole numbers are called."""

CUSTOMARY: dict[str, str] = {
    **dict.fromkeys("i j k l m n N M \\ell".split(), "posint"),
    **dict.fromkeys("\\sigma \\epsilon \\varepsilon \\tau \\lambda r R T".split(), "positive"),
    **dict.fromkeys("p q \\hat{p} \\hat{q}".split(), "unit"),
}
"""Where names live that stand for counts, for deviations and rates, for probabilities."""

WEIGHTS = frozenset("p q P Q w y t \\pi \\alpha \\hat{p} \\hat{y} \\lambda".split())
"""Names of vectors whose entries often add up to 1: probabilities, weights, labels."""
