"""**The tables of words** with which authors suppose, define and conclude, and which may stand beside these.

A formula is only spoken of where another word stands beside it: a mathematician who misses one adds it here.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


CLAUSES = _words(
    "let lets let's suppose supposing supposed assume assuming given if when whenever where wherein since",
    "because as provided while recall knowing noting",
)
"""Words that suppose what is said in the clause behind them: "if the velocity is"."""

PHRASES = _words(
    "for with fix fixing take taking choose choosing pick consider considering set setting put putting denote",
    "denoting write writing define defining introduce introducing abbreviate using use via under substituting",
    "start starting begin case cases inserting plugging having in on at whose differentiate integrate apply applying substitute compute",
)
"""Words that suppose what stands right behind them: "with the mass"."""

DEFINERS = _words(
    "called defined denoted abbreviated written rewritten given by define defines call calls rewrite read reads",
    "becomes become equals equal obeys obey satisfies satisfy form represents uses have has",
)
"""Words with which something is defined, or is said of what is known to be so."""

CONCLUDING = _words(
    "then thus hence therefore so consequently get obtain find follows follow gives give yields yield implies",
    "means show shows see compute computes conclude leads becomes",
)
"""Words with which something is concluded, and so neither defined nor supposed anew."""

BEING = _words("is are be being have has")
"""Verbs that only words of `CLAUSES` suppose."""

LEADING = _words(
    "now here first next also again and or but we us that this these it there finally further furthermore",
    "moreover similarly likewise together equivalently indeed as such so-called both concretely",
    "specifically namely i e ie respectively well before above below following",
)
"""Words that lead on to a formula, or from one to the next."""

FILLING = _words(
    "a an the our can its their all any every each arbitrary of in on from to between over with by and at per into",
    "one two three four both following above given this these that which",
)
"""Words of phrases that say nothing by themselves."""

QUALIFYING = _words(
    "real complex positive negative non-negative nonnegative non-positive non-zero nonzero constant fixed common",
    "general random independent identically continuous discrete finite infinite small large free unknown known",
    "scalar linear affine quadratic cubic square symmetric diagonal invertible orthogonal convex differentiable",
    "smooth single multiple total relative mean average expected conditional marginal joint prior posterior",
    "standard normal gaussian gaussian-distributed normal-gamma binary inverse initial final angular kinetic",
    "potential mechanical electric magnetic thermal gravitational spherical circular cylindrical radial partial",
    "total moment-generating characteristic cumulative probability hidden visible input output cross-entropy",
    "mean-squared logistic sigmoid softmax hyperbolic exponential natural ordinary least effective reciprocal",
    "feed-forward implicit explicit complementary closed open plain simple i.i.d sample likelihood precision",
    "null alternative degree training test target true estimated predicted observed measured desired",
    "weighted reduced scaled unscaled design weight weights step unit length learning regression",
    "chi-squared binomial poisson bernoulli uniform categorical dirichlet multinomial gamma beta wishart",
    "normal-wishart matrix-normal von vanilla recurrent convolutional univariate bivariate multivariate",
    "examples one-hot certain generative useful well-known usual one-sided two-sided simple multiplication stability",
    "geometric harmonic simple short first second third last new",
)
"""Adjectives, and nouns before nouns, that take nothing back."""

SAYINGS = _words(
    "equation relation identity equality inequality formula notation abbreviation shorthand condition constraint",
    "case hypothesis proof statement claim lemma theorem proposition corollary remark substitution ansatz update rule method scheme recursion recurrence expression",
)
"""Nouns for formulas themselves, of which it is said what they are worth, in the singular."""

QUANTITIES = _words(
    "number integer scalar vector matrix tensor array entry element component constant variable parameter",
    "hyperparameter coefficient function functional map operator polynomial series sequence sum product",
    "quotient ratio fraction difference derivative gradient jacobian hessian integral limit expression term",
    "factor summand point interval domain range set space value quantity symbol letter index size",
    "dimension length width height radius diameter area volume angle distance norm slope intercept root zero",
    "exponent base power order degree argument mean variance covariance deviation expectation probability",
    "density distribution likelihood log-likelihood entropy moment quantile median mode correlation residual",
    "error loss cost risk objective reward return score activation weight bias threshold sigmoid softmax",
    "logistic tanh input output layer neuron unit label target prediction estimate estimator prior posterior",
    "evidence precision noise sample observation datum data feature regressor model vocabulary token query key",
    "velocity speed acceleration mass force momentum energy work temperature pressure charge current voltage",
    "resistance capacitance inductance field potential frequency period wavelength amplitude phase time",
    "position displacement height spring stiffness damping hamiltonian lagrangian action temperature density",
    "price quantity demand supply revenue profit utility income wage rate interest capital labour labor output",
    "sensitivity controller plant gain pole system transfer response step stepsize step-size margin support",
    "freedom trace determinant rank eigenvalue eigenvector projection kernel image",
    "curve rectangle triangle cube cylinder cone side edge corner perimeter cell feedback",
    "circle ellipse sphere ball line plane surface graph node edge tree path word group ring basis",
    "iteration penalty regularizer multiplier partition class",
    "color colour ray dataset sigma-algebra algorithm oscillator axiom camera rod pendulum firm consumer block",
    "image pixel sum mixture component cdf pdf pmf mgf gamma beta dirac delta design regression",
    "subinterval grid spacing mesh population growth half-life concentration dose volume flux flow rate",
)
"""Nouns for what formulas say something of, in the singular."""

WORDS_BEHIND = _words(
    "and or but then we so it this these those there here let where wherein with for if when while since as in",
    "on of to by from at via over between under which that the a an our its into per whose one such because",
    "using denote has have be respectively i e thus hence therefore also everywhere throughout now",
    "together implies yields gives reads becomes only",
) - _words("only")
"""Words that go on behind a formula without taking anything back of it."""

VERBS_BEHIND = _words(
    "is are be being denotes denote means represents holds hold has have satisfies satisfy defines follow follows"
)
"""Verbs behind a formula, which say something of it with the word behind them."""

HAN_SUPPOSES = (
    r"(?:(?:又|再|现|并|我们|可以|不妨|首先|这里|其中|也|则)*"
    r"(?:设|令|若|如果|当|其中|对于?|假设|假定|因为|由于|已知|给定|取|这里|式中|记))"
)
HAN_DEFINES = (
    r"(?:(?:又|再|现|并|我们|可以|首先|因此|所以|于是|从而|那么|则|故|即|得|得到|有|可得|也就是)*"
    r"(?:记|记作|记为|定义|定义为|写作|写成|为|是|等于|即|则|得|得到|有|可得|函数|公式|如下|利用|根据|由|使用)?)"
)
HAN_BETWEEN = (
    r"(?:\s|\$|和|与|且|并|及|、|，|以及|任意|任何|所有|每个|一切|的|实数|整数|自然数|常数|正数|向量|矢量|矩阵|函数|参数|"
    r"变量|随机变量|样本|输入|输出|权重|偏置|损失|代价|误差|其|为|是|有|满足)"
)
HAN_BEHIND = r"(?:时|为|是|的|则|那么|有|表示|代表|其中|且|并|和|与|及|以及|，|于是|所以|因此|故|就|这|我们|成立|对|可以|它)"

__all__ = [
    "BEING",
    "CLAUSES",
    "CONCLUDING",
    "DEFINERS",
    "FILLING",
    "HAN_BEHIND",
    "HAN_BETWEEN",
    "HAN_DEFINES",
    "HAN_SUPPOSES",
    "LEADING",
    "PHRASES",
    "QUALIFYING",
    "QUANTITIES",
    "SAYINGS",
    "VERBS_BEHIND",
    "WORDS_BEHIND",
]
