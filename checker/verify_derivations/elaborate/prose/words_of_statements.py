"""**The tables of words** with which authors suppose, define and conclude, and which may stand beside these.

A formula is only spoken of where another word stands beside it: a mathematician who misses one adds it here.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


CLAUSES = _words(
    "as assume assuming because given if knowing let let's lets noting provided recall since suppose",
    "supposed supposing when whenever where wherein while",
)
"""Words that suppose what is said in the clause behind them: "if the velocity is"."""

PHRASES = _words(
    "abbreviate across adding along apply applying at begin calculating case cases choose choosing",
    "compute consider considering define defining denote denoting differentiate differentiating dividing",
    "evaluating expanding fix fixing for having in inserting inside integrate integrating introduce",
    "introducing multiplying note observe on pick plugging put putting rearranging set setting start",
    "starting substitute substituting subtracting take taking under use using via whose with write",
    "writing",
)
"""Words that suppose what stands behind them: "with the mass"."""

COMPUTING = _words(
    "abbreviate across calculating compute denote denoting differentiate differentiating evaluating",
    "expanding integrate integrating rearranging write writing",
)
"""Those of them with which nothing is supposed: "integrate over $x > 0$"."""

DEFINERS = _words(
    "abbreviated assigns become becomes by calculated call called calls computed computes define",
    "defined defines denoted equal equals expressed form forms given has have obey obeys outputs",
    "predicts produces read reads represented represents returns rewrite rewritten satisfies satisfy",
    "uses written",
)
"""Words with which something is defined, or is said of what is known to be so."""

CONCLUDING = _words(
    "amounts becomes calculate calculates compute computes conclude consequently corresponds deduce",
    "derive emerges evaluates expressed find follow follows get give gives hence implies leads means",
    "obtain obtained obtains reduces see show shows simplifies so then therefore thus turns yield yields",
)
"""Words with which something is concluded, and so neither defined nor supposed anew."""

BEING = _words("is are be being have has")
"""Verbs that only words of `CLAUSES` suppose."""

LEADING = _words(
    "above again also and as before below both but concretely e equivalently finally first following",
    "further furthermore here i ie indeed it likewise moreover namely next now or practice respectively",
    "section similarly so-called specifically such that there these this together us we well",
)
"""Words that lead on to a formula, or from one to the next."""

LEADS_ON = _words(
    "according accordingly actual actually alternatively analogously answer assigns assumption basic",
    "but clearly convenience convention conversely course definition each easier easily easy else eq",
    "eqs equivalently exempli exercise explicitly fig figure generality generally gratia hand however",
    "idea induction instead intuitively just last learns less look maximises maximizes minimises",
    "minimizes naturally nevertheless obviously only otherwise outputs part particular particularly",
    "precisely predicts previous produces proof returns sake same second section setting setup shown",
    "similar simple simplest simplicity sketch still straightforward subsequently summary they usually",
    "without words yet",
)
"""Words of a clause before the one that supposes something: "in particular, let", "the idea: let"."""

FILLING = _words(
    "a above all an and any arbitrary at between both by can each every following four from given in into",
    "its of on one our over per that the their these this three to two which with",
)
"""Words of phrases that say nothing by themselves."""

QUALIFYING = _words(
    "absolute absolutely adiabatic affine algebraic alternative analytic analytical angular annual",
    "arithmetic atomic augmented autoregressive average backward bayesian bernoulli beta binary",
    "binomial bivariate block bounded cartesian categorical centered central centred certain",
    "characteristic chemical chi-squared circular closed common compact complementary complete complex",
    "compound concave conditional conjugate connected consistent constant continuous continuously",
    "convex convolutional correlated corresponding critical cross-entropy cubic cumulative cylindrical",
    "daily damped decreasing definite degree dense design desired deterministic diagonal differentiable",
    "differential dimensional dimensionless dirichlet discounted discrete distributed dominant driven",
    "dual effective elastic electric electrical elementary elementwise elliptic endogenous ergodic",
    "estimated even ex-gaussian exact examples exogenous expected explicit exponential extended",
    "external extrinsic f-statistic feed-forward final finite first fitted fixed forward free full",
    "future gamma gaussian gaussian-distributed general generating generative geometric global",
    "gravitational gross half harmonic hermitian hidden hourly hyperbolic i.i.d ideal idempotent",
    "identical identically identity implicit increasing independent individual infinite infinitely",
    "initial inner input integrable integrated intermediate internal intrinsic inverse invertible ionic",
    "irrational isothermal iterative joint kinetic known kullback-leibler large last latent leading",
    "learning least left-hand length likelihood linear local log-normal logarithmic logistic",
    "longitudinal lower magnetic marginal markov massless mathematical matrix-normal maximal maximum",
    "mean mean-centered mean-squared measurable measured mechanical metallic midpoint minimal minimum",
    "molecular moment-generating monotone monthly moving multinomial multiple multiplication",
    "multivariate mutual natural negative negative-definite net neural new nilpotent nominal",
    "non-negative non-positive non-zero nonnegative nonsingular nonzero normal normal-gamma",
    "normal-wishart normalised normalized normally nuclear null numerical observed odd one-hot",
    "one-sided open optical optimal ordinary orthogonal orthonormal oscillating outer output pairwise",
    "parabolic parametrized partial partitioned penalized periodic plain poisson poisson-distributed",
    "polar pooled positive positive-definite posterior potential precision predicted predictive present",
    "primal prime principal prior probability quadratic radial random rational raw real reciprocal",
    "recurrent recursive reduced regression regularized relative rescaled resulting reversible",
    "right-hand rigid rotational sample scalar scaled second semi-definite semidefinite short sigmoid",
    "simple simplest single singular small smooth softmax solid sparse spatial special spherical square",
    "squared stability standard standardized stationary statistical steady step stochastic strictly",
    "strong sufficient summable symmetric tall target temporal test thermal third total trailing",
    "training translational transverse trapezoidal triangular trigonometric true twice two-sided",
    "unbiased uncorrelated uniform uniformly unit unitary univariate unknown unnormalized unscaled",
    "upper useful usual vanilla variable vector-valued vibrational visible von weak weight weighted",
    "weights well-known wide wishart",
)
"""Adjectives, and nouns before nouns, that take nothing back."""

SAYINGS = _words(
    "abbreviation ansatz case claim condition constraint corollary definition derivation equality",
    "equation example-sheet expression fact formula hypothesis identity inequality law lemma method",
    "model-equation notation ode pde problem proof property proposition question recurrence",
    "recurrence-relation recursion relation relationship remark result rule scheme shorthand statement",
    "substitution task theorem update",
)
"""Nouns for formulas themselves, of which it is said what they are worth, in the singular."""

QUANTITIES = _words(
    "abscissa acceleration account accuracy action activation advantage agent algorithm altitude",
    "amplitude angle angular-momentum antiderivative arc area argument array asset atom attention",
    "autocorrelation autocovariance axiom bacterium ball bandwidth bank base basis batch battery beam",
    "beta bias binomial bisector bit block body bond bound budget byte camera capacitance capacitor",
    "capital card category cdf cell centroid channel charge chart choice chord circle circuit",
    "circumradius class classifier codeword coefficient coil coin color colour column combination",
    "company compartment complexity component concentration cone congruence connection constant",
    "consumer consumption contrast controller convolution coordinate corner correlation cost count",
    "covariance covariate criterion critic cube current curvature curve customer cycle cylinder damping",
    "data dataset datum day debt decay decimal decoder degree delta demand denominator density deposit",
    "derivative design determinant deviance deviation diagonal diameter die difference digit dimension",
    "diode dirac discount discriminant discriminator displacement distance distribution divergence",
    "dividend divisor domain dosage dose drift drug edge eigenspace eigenvalue eigenvector elasticity",
    "electrode electron element ellipse embedding encoder energy engine enthalpy entropy",
    "entropy-production entry episode epoch error estimand estimate estimator event evidence example",
    "expectation exponent export expression extremum face factor family feature feedback field filter",
    "firm flow fluid flux force form fraction freedom frequency function functional gain game gamma gas",
    "gate generator geodesic gradient graph grid group growth half-life hamiltonian head heat height",
    "helix hessian hinge horizon hour household hyperbola hyperparameter hypotenuse image import",
    "impulse incircle income index indicator inductance inductor inertia inflation information",
    "inner-product input inradius instance integer integral integrand intercept interest interval",
    "investment ion iteration jacobian kernel key label labor labour lagrangian lattice layer leg",
    "length lens letter lever likelihood limit line log log-likelihood log-odds logarithm logistic",
    "logit loop loss magnet manifold map margin marginal-cost mass matrix maximizer maximum mean",
    "measurement mechanics median medium membrane mesh message metric mgf midpoint minimizer minimum",
    "minute mirror mixture mode model modulus molecule moment moment-of-inertia momentum monomial month",
    "multiple multiplier network neuron node noise nonlinearity norm normal normalization nozzle number",
    "numerator objective observation odds operator optimizer optimum option-price orbit order ordinate",
    "orthocenter oscillation oscillator outcome output panel parabola parameter particle partition path",
    "patient payoff pdf penalty pendulum percent percentage perimeter period periodogram permutation",
    "perplexity phase photon pipe pixel plane planet plant plate player pmf point pole policy polygon",
    "polynomial population portfolio position posterior potential power pre-activation preactivation",
    "precision predator prediction predictor premium pressure prey price prime prior prism probability",
    "probit product profit projectile projection pulley pump pyramid quadrature quantile quantity query",
    "queue quotient radius range rank rate ratio ray reaction reagent rectangle regime regression",
    "regressor regret regularization regularizer remainder representation residual residue resistance",
    "resistor resonance response return revenue reward ring risk rod rollout root root-of-unity",
    "rotation row sample satellite saving scalar score secant second sector security sensitivity",
    "sequence series server set shell side sigma-algebra sigmoid signal simplex size skewness slope",
    "softmax softplus softsign solution solvent space spacing species spectrum speed sphere spring",
    "square squares star state statistic step step-size stepsize stiffness stock strategy strength",
    "string subinterval subspace sum summand supply support surface swish symbol system tangent tanh",
    "tank target tax temperature tensor term tetrahedron threshold time timestep token torque torsion",
    "torus trace trajectory transfer transformation transistor transition translation treatment tree",
    "trial triangle turbine unit urn utility value value-function valve variable variance vector",
    "vector-field velocity vertex vocabulary voltage volume wage wave wavelength weight width window",
    "wire word work worker year yield zero",
)
"""Nouns for what formulas say something of, in the singular."""

WORDS_BEHIND = _words(
    "a also an and as at be because becomes between but by denote e everywhere for from gives has have",
    "hence here i if implies in into it its let now of on one or our over per reads respectively since so",
    "such that the then there therefore these this those throughout thus to together under using via we",
    "when where wherein which while whose with yields",
)
"""Words that go on behind a formula without taking anything back of it."""

VERBS_BEHIND = _words(
    "are be being controls defines denote denotes describes determines follow follows governs has have hold",
    "holds is means measures quantifies represents satisfies satisfy sets specifies",
)
"""Verbs behind a formula, which say something of it with the word behind them."""

UNREAL = _words("would could might had should must")
"""Words with which something is said of what is not so."""

HAN_SUPPOSES = (
    r"(?:(?:又|再|现|并|我们|可以|不妨|首先|这里|其中|也|则)*"
    r"(?:设|令|若|如果|当|其中|对于?|假设|假定|因为|由于|已知|给定|取|任取|任给|选取|固定|只要|考虑|由假设|由条件|"
    r"以下假设|以下设|以下总假设|下文中?总?假设|本文中?假设|这里|式中|记))"
)
HAN_DEFINES = (
    r"(?:(?:又|再|现|并|我们|可以|首先|因此|所以|于是|从而|那么|则|故|即|得|得到|有|可得|也就是)*"
    r"(?:记|记作|记为|定义|定义为|写作|写成|为|是|等于|即|则|得|得到|有|可得|函数|公式|如下|利用|根据|由|使用)?)"
)
HAN_LEADS = (
    r"(?:证明|下面|接下来|习题|练习|问题|例|题|注意?|说明|步|解答?|例如?|例题|首先|其次|然后|接着|现在|步骤|第.[步章节]|情[形况]|方法|特别地?|一般地?|"
    r"不失一般性|为了?(?:方便|简单|简洁)(?:起见)?|定义|定理|引理|命题|推论|性质|公式|注意到?|考虑|我们|可以|"
    r"因此|所以|于是|从而|故|也|就|都|还|又|再|另|这|那|该|此|本|个|些|里|上|下|一|二|三|四|进行|如下|以下|思路|"
    r"偏?导数|梯度|为零|等于零|求导|代入|配方|展开|整理|化简|"
    r"做法|很?简单|明显|显然|易知|计算|求|利用|使用|应用|根据|由|否则|反之|而|但|那么|在|中|考虑到)"
)
HAN_BETWEEN = (
    r"(?:\s|\$|和|与|且|并|及|、|，|以及|任意|任何|所有|每个|一切|的|实数|整数|自然数|常数|正数|向量|矢量|矩阵|函数|参数|"
    r"变量|随机变量|样本|输入|输出|权重|偏置|损失|代价|误差|步长|学习率|初值|质量|长度|半径|方差|概率|系数|其|为|是|有|"
    r"满足|极小值点|极大值点|最小值点|最大值点|驻点|目标)"
)
HAN_QUANTITIES = (
    r"(?:(?:正|初始|给定|固定|平均|总|动量|阻尼|摩擦|弹性|衰减|正则化?|惩罚|弹簧|折扣|噪声)的?)?"
    r"(?:参数|常数|系数|因子|步长|学习率|质量|长度|半径|高度|方差|标准差|概率|温度|时间|距离|速度|速率|频率|角频率|"
    r"压强|体积|电阻|电容|电感|劲度系数|率|误差|精度|阈值|权重|样本数|维数)"
)
HAN_BEHIND = (
    r"(?:时|为|是|的|则|那么|有|表示|代表|其中|且|并|和|与|及|以及|，|于是|所以|因此|故|就|这|我们|成立|"
    r"对|可以|它)"
)

__all__ = [
    "BEING",
    "CLAUSES",
    "COMPUTING",
    "CONCLUDING",
    "DEFINERS",
    "FILLING",
    "HAN_BEHIND",
    "HAN_BETWEEN",
    "HAN_DEFINES",
    "HAN_LEADS",
    "HAN_QUANTITIES",
    "HAN_SUPPOSES",
    "LEADING",
    "LEADS_ON",
    "PHRASES",
    "QUALIFYING",
    "QUANTITIES",
    "SAYINGS",
    "UNREAL",
    "VERBS_BEHIND",
    "WORDS_BEHIND",
]
