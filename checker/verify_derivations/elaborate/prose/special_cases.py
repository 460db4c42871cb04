"""Provisos of special cases that words name without a formula: "a massless particle", "without friction"."""

from __future__ import annotations

from verify_derivations.elaborate.notation.free_names import free_names, head_name, names_of
from verify_derivations.elaborate.prose.proviso import Reach, proviso
from verify_derivations.model import Claim
from verify_derivations.term.syntax.nodes import Apply
from verify_derivations.term.syntax.traverse import subterms

OF_A_SPECIAL_CASE = "say in a formula what is special here: let $m = 0$"

LESS = (
    r"(?!dimension|unit|need|regard|neverthe|use|hope|harm|count|end|limit|price|meaning|effort|point|seam|"
    r"value|care|time|doubt|worth|bound)[a-z]{3,}less(?<!unless)(?<!nonetheless)"
)
"""What is left out, in one word: massless, frictionless."""

WITHOUT = (
    r"without (?:an?|the|any|such|external|additional|other)? ?"
    r"(?!loss|proof|further|doubt|words|calculat|comput|using|writ|any (?:loss|further|doubt)|changing|"
    r"explicit|prejudice|restrict|comment|mention|replacement|a (?:word|proof|calculator)|difficulty|"
    r"ambiguity|confusion|the (?:help|use|need|index|indices|proof))[a-z]{3,}"
)
"""What is not there."""

OMITTED = (
    r"(?:penalt\w+|bias\w*|noise|friction|damping|source|offset|intercept|regulari[sz]\w+|drag|charge|field|"
    r"constant|mass|load|force|tax\w*|costs?)"
)
"""What is skipped, removed, absorbed."""

ZERO = (
    r"(?:zero|unit|null)[- ](?:mean|bias\w*|variance|noise|friction|charge|mass(?:es)?|slope|intercept|drift|"
    r"offset|costs?|profits?|field|temperature|velocity|speed|radius|sides?|length|elasticity|interest|"
    r"inflation|curvature|momentum|energy|current|voltage|resistance|damping|correlation|covariance|"
    r"skewness|rate|tax\w*|initial \w+|boundary \w+|growth|area|volume|square|cube|trace|determinant|"
    r"discriminant|average|sum|net \w+|total \w+|angular \w+|spin|angle|phase|delay|input|output)"
)
"""Quantities that have a value: zero mean, unit variance."""

NO_QUANTITY = (
    r"(?!derivative|gradient|slope|difference|side|expression|which|that|this|sum|limit|set|them|both|equal|"
    r"denominator|numerator|determinant|with|the|for|than|from|and|into|add|only|but|where|just|tends|goes)"
)
"""What is set to zero, or one, in every text."""

VALUE = (
    rf"{NO_QUANTITY}[a-z]{{3,}} (?:(?:is|are|be|being|of|at|to|equals?) |equal to ){{1,2}}"
    r"(?:zero|one|unity|unit(?:[- ]\w+)?|null|equal|identical|constant|proportional)|"
    r"(?:variance|mean|expectation|standard deviation|slope|intercept|charge|mass|radius|area|volume|length|"
    r"side|speed|velocity|rate|average|median) (?:of |is |equals? |be )?"
    r"(?:zero|one|two|three|four|five|ten|\d+)"
)
"""Quantities that words give a value: costs are zero, a mean of two."""

QUALITY = (
    r"(?:be|is|are|being|becomes?) (?:an? |the )?"
    r"(?:linear|affine|even|odd|symmetric\w*|antisymmetric|homogeneous|constant|"
    r"(?:strictly )?(?:in|de)creasing|monoton\w+|convex|concave|periodic|bounded|proportional|harmonic|monic|"
    r"primitive|normali[sz]ed|standardi[sz]ed|cent(?:er|re|r)ed|balanced|unbiased|fair|reversible|"
    r"conservative|stationary|static|uncorrelated|independent|identical|equal|isotropic|degenerate|neutral|"
    r"grounded|at rest|in (?:phase|resonance)|critically damped|undamped|elastic|inelastic|incompressible|"
    r"isothermal|adiabatic|isobaric|isochoric|integrable|divergence-free|curl-free|solenoidal|irrotational|"
    r"exact|separable|singular|a (?:density|probability (?:density|distribution)|line through \w+ \w+|"
    r"square|cube|circle|sphere|solution|contraction))"
)
"""What something is that is written with parameters, so that they are not just any numbers."""

KINDS = (
    r"(?:monic|depressed|horizontal|vertical|homogeneous|cent(?:er|re|r)ed|identical|neutral|grounded|"
    r"balanced|uncorrelated|equilateral|isosceles|right-angled|regular|fair|unbiased|risk[- ]neutral|"
    r"stationary|unpolari[sz]ed|symmetric(?:al)?|equal|critically damped|undamped|free(?:ly)?|natural|Planck|"
    r"atomic|geometri[cz]\w*|perfectly?|completely|totally|steady|static|isotropic|degenerate)"
    r" (?:\w+ )?"
    r"(?:polynomials?|quadratics?|cubics?|equations?|lines?|variables?|data|particles?|bod(?:y|ies)|spheres?|"
    r"conductors?|class(?:es)?|assets?|triangles?|polygons?|coins?|di(?:e|ce)|variate|distributions?|"
    r"investors?|agents?|consumers?|walks?|mass(?:es)?|springs?|charges?|units|fall\w*|competition|markets?|"
    r"flows?|oscillators?|light|collisions?|elastic|inelastic|walls?|gas(?:es)?|plates?|resistors?|"
    r"capacitors?|lens(?:es)?|tangents?|asymptotes?)|"
    r"standard normal|standardi[sz]ed (?:data|variables?|scores?|normal)|monicity|evenness|oddness|"
    r"cent(?:er|r)ing"
)
"""Things of a special kind."""

FIGURES = (
    r"(?:for|in|is|has) (?:a|the) square(?= (?:we|has)|\s*[,.:])|a square (?:has|satisf\w+)|"
    r"squares (?:have|satisfy|maximi[sz]e)|squares(?=\s*$)|cubes?(?= (?:has|have|satisf))|spheres?|"
    r"circles? (?:has|have|satisf\w+)|(?:for|of) (?:a )?circles?|rhomb(?:us|i|uses)"
)
"""Figures that are special cases of others."""

SITUATIONS = (
    r"photons?|vacuum|neutrinos?|(?:through|at|in|contains?) the origin|"
    r"(?:has|have|having) an? (?:double|repeated|common|triple) (?:root|zero)s?|double roots?|"
    r"initial (?:conditions?|values?)|boundary conditions?|normali[sz]ation|"
    r"(?:hang|stand|sit|lie|remain|stay)s? still|comes? to (?:a )?(?:rest|stop)|(?:at|starts? from|"
    r"from) rest|"
    r"(?:is|are|was|were|be|being|when|once) (?:just |simply )?(?:dropped|released|let go|switched (?:on|"
    r"off)|turned off)|"
    r"(?:the|its) (?:[xyz]|real|imaginary|vertical|horizontal)[- ]axis|"
    r"(?:prices?|wages|markets?|rates?|population) (?:is|are|stays?|remains?) (?:stable|flat|unchanged|"
    r"frozen|steady)|"
    r"profits? (?:to|are|is) zero|break[- ]?even|in the long run|competition|Spezialfall\w*|ohne \w+|"
    r"masselos\w*|reibungsfrei\w*"
)
"""Where quantities have special values."""

COMPARED = (
    r"(?:is|are|equals?|was|were) (?:now |just |exactly )?(?:half|twice|thrice|double|triple|\w+ times|"
    r"a (?:half|third|quarter|fifth)) (?:as|of|the|its|that|their)|"
    r"same (?:number|value|mass|length|height|age|size|price|weight|rate|speed|variance|mean|amount|width|"
    r"radius|charge|probability|temperature|volume|area)s?|"
    r"(?:height|width|length|radius|diameter|mass|price|side|base|speed|age|depth)s? "
    r"equals? (?:its|the|their|that)|"
    r"(?:a|one|the|only one) (?:single|sole) (?!equation|expression|formula|line|step|term|matrix|number|sum|"
    r"variable|index|integral|fraction|function|layer|neuron)\w+|coincide|doubles(?=\s*,)|"
    r"(?:is|are|be) flat|indifferent|nothing"
)
"""Quantities that words compare: half the length, the same mass."""

SPECIAL_CASES = (
    proviso(
        "is said of a special case",
        Reach.PARAGRAPH,
        OF_A_SPECIAL_CASE,
        rf"{LESS}|{WITHOUT}|in the absence of|(?:switch|turn)(?:s|ed|ing)? (?:\w+ ){{0,3}}off|"
        rf"(?:skip|remov|delet|eliminat|absorb)(?:s|ping|ing|es?|ed)? (?:the|this|all|any) (?:\w+ )?"
        rf"{OMITTED}|"
        rf"(?:there (?:is|are)|with|has|have|had) no \w+|{ZERO}|{VALUE}|{QUALITY}|{KINDS}|{FIGURES}|"
        rf"{SITUATIONS}|{COMPARED}",
        r"光滑|无摩擦|无质量|零质量|真空|等边|等腰|直角|正方形|球体|首一|过原点|自然单位|标准正态|零均值|"
        r"均值为|方差为|"
        r"没有\w|不带|去除|关闭|特例|特殊情[况形]|偶函数|奇函数|相同的|相等|静止|初始条件|边界条件",
    ),
)
"""**The table**: special cases in words."""


def has_parameters(claim: Claim) -> bool:
    """Numbers with names stand in it, or in what it is about, that are not just what functions are taken at.

    What is said of arrays is heard where they are declared.
    """
    if claim.context.arrays:
        return False
    defined = {head_name(definition) for definition in claim.context.definitions}
    at = {
        name
        for part in subterms(claim.lhs, claim.rhs)
        if isinstance(part, Apply) and part.function.rstrip("'") in defined
        for name in names_of(*part.arguments)
    }
    return bool(free_names(claim) - at)


__all__ = ["OF_A_SPECIAL_CASE", "SPECIAL_CASES", "has_parameters"]
