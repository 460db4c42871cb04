"""The table of provisos: words around a formula, each with what they make of it and how far they reach."""

from __future__ import annotations

from verify_derivations.elaborate.prose.proviso import Reach
from verify_derivations.elaborate.prose.proviso import proviso as _proviso
from verify_derivations.elaborate.prose.remainders import HELP as UP_TO

EXACT = "write \\approx for what is approximately equal, or vd: claim before what holds exactly"
DENIED_HERE = "expect refuted: it is denied here"
NUMBERS = "write \\equiv, or what it says of numbers"
LEFT_OUT = "write what is left out"
ASKED = "say what is claimed"
BY_PLACE = "number entries from 1, or write a function, as p(i)"
"""Of provisos that concern only formulas with indices."""

EXACTLY = frozenset((EXACT, LEFT_OUT, ASKED, UP_TO))
"""Of provisos that do not concern what an author says is claimed, exactly as it is printed."""

LIMITS = "write what it says of limits"
"""Of provisos that concern only formulas with series and integrals."""

PROVISOS = (
    _proviso(
        "holds approximately",
        Reach.SECTION,
        EXACT,
        r"approximat\w*|(?<!\\)approx|(?:first|second|third|fourth|leading|lowest|linear|zeroth|quadratic|"
        r"next|higher|\w*th)[- ]orders?"
        r"(?! (?:(?:ordinary|partial|linear|necessary|optimality|homogeneous) )*(?:conditions?|[op]des?|"
        r"differential|logic|tensors?|statistics?|reactions?)\b)|"
        r"asymptotic\w*|perturbati\w+|neglect\w*|negligibl\w+|lineari[sz]\w*|"
        r"n[äa]herungsweise|ungef[äa]hr|vernachl[äa]ssig\w*|asymptotisch\w*|(?:erster|zweiter|"
        r"f[üu]hrender) Ordnung",
        r"\border \$|\$-?(?:th|st|nd|rd)[- ]order|"
        r"\\approx(?!\s*[-+]?[\d.,]*\d\s*(?:[$;&]|[.,]\s*\$|\\[,;\\ ]|\Z))|"
        r"近似|约等于|约为|忽略|略去|一阶|二阶|高阶|渐近",
    ),
    _proviso(
        "leaves something out, as the text says of its terms",
        Reach.PARAGRAPH,
        LEFT_OUT,
        r"(?:ignor|drop|dropp|discard|omit|omitt|disregard|cut off|truncat|throw away|leave out|left out|"
        r"leaving out)"
        r"(?:s|e|es|ed|ing)? (?:[\w$^-]+ ){0,4}(?:terms?|powers?|contributions?|corrections?|remainders?)",
        r"[舍丢]去",
    ),
    _proviso(
        "is about sets or propositions, as the text says of its signs",
        Reach.SECTION,
        NUMBERS,
        r"(?:unions?|intersections?|conjunctions?|disjunctions?|negations?) (?:is|are) "
        r"(?:written|denoted|printed)|"
        r"(?:denotes?|stands? for|write) (?:[\w$]+ ){0,3}the (?:union|intersection|conjunction|disjunction|"
        r"joint occurrence)",
        r"\bjoint occurrence|\blogical (?:conjunction|disjunction)|\bfor (?:an? |the )?propositions? \$",
        denies=True,
    ),
    _proviso(
        "may be about symbols of number theory that look like fractions in brackets",
        Reach.DOCUMENT,
        NUMBERS,
        r"(?:legendre|jacobi|kronecker|residue|hilbert)(?:'s)? symbols?",
        r"勒让德符号|雅可比符号",
    ),
    _proviso(
        "leaves something out, or holds up to something",
        Reach.SENTENCE,
        LEFT_OUT,
        r"up to (?:an?|the|some|sign|terms?|scal\w+|multipl\w+|normali[sz]\w+|rescal\w+|additive|"
        r"irrelevant|constants?)|"
        r"(?:ignor|drop|dropp|discard|omit|omitt|suppress|disregard|absorb)(?:s|e|es|ed|ing)?|"
        r"(?:irrelevant|unimportant|constant|cross|remaining|other|mixed|boundary) terms?|"
        r"normali[sz](?:ation|ing) (?:constants?|factors?)|proportional\w*|without loss of generality|"
        r"wlog|"
        r"bis auf|weglass\w*|weggelassen|lassen \w+ weg|konstante Terme",
        r"\bup to \$|w\.l\.o\.g|相差|不计|去掉|舍去|省略|成正比|不失一般性",
    ),
    _proviso(
        "holds for values that are small or large, or in a limit",
        Reach.SENTENCE,
        EXACT,
        r"small|large|tiny|huge|infinitesimal\w*|close to|near|in the limit|tends? to|approach(?:es|"
        r"ing)?|"
        r"(?:goes|go|going|grows?|becomes?|gets?) (?:to|large|small|arbitrarily)|vanish\w*|eventually|"
        r"sufficiently|"
        r"much (?:smaller|larger|less|greater|bigger)|"
        r"(?:hinreichend|gen[üu]gend|sehr) \w+|kleine[snrm]?|gro(?:ß|ss)e[snrm]?",
        r"\\(?:ll|gg|approx|simeq|lesssim|gtrsim)(?![a-zA-Z])|[≪≫≈]|"
        r"\$[^$:]*(?:\\to(?![a-zA-Z])|\\rightarrow|→)\s*(?:[-+]?\d|[-+]?\\infty|[a-z](?![a-zA-Z]))|"
        r"很小|充分小|足够小|很大|充分大|足够大|远小于|远大于|趋于|趋近|接近|极限",
    ),
    _proviso(
        "holds approximately",
        Reach.SENTENCE,
        EXACT,
        r"Stirling\w*|small[- ]angle|Taylor\w*|Maclaurin\w*|"
        r"(?:leading|dominant|dominating|lowest|first \w+) (?:terms?|contributions?)|"
        r"expan(?:sions?|d\w*) (?:\w+ ){0,4}(?:around|about|near|at|to)|in the [\w-]+(?: [\w-]+)? limit|"
        r"roughly|heuristic\w*|rules? of thumb|saddle[- ]points?|"
        r"Laplace'?s? (?:method|approximation)|mean[- ]field|back of the envelope|rounding|rounded|"
        r"(?:trapez\w+|Simpson'?s?|midpoints?|rectangles?|endpoints?|Riemann|Euler'?s?|Newton'?s?|"
        r"Monte[- ]Carlo|"
        r"bisection|secant|Runge\w*|Heun'?s?|(?:forward|backward|central|finite) differences?|quadrature|"
        r"interpolation|simulations?|estimates?|estimators?|approximations?)"
        r"(?: (?:rules?|methods?|sums?|steps?|schemes?|formulas?))?(?: [^\s.;]+){0,4} "
        r"(?:gives?|yields?|returns?|predicts?|produces?|leads? to|says?)",
        r"斯特林|泰勒|大致|(?:梯形|辛普森|中点|矩形|欧拉|牛顿|蒙特卡罗)[^。]{0,6}(?:得|给出)",
    ),
    _proviso(
        "holds where these words say",
        Reach.SENTENCE,
        "say it in a formula: for $x > 0$",
        r"under (?:this|these|that|such|certain|some|suitable|mild) (?:\w+ )?"
        r"(?:assumptions?|conditions?|constraints?|hypothes\w+|circumstances)|as long as|"
        r"(?:on|along|inside|outside|within) the (?:\w+ )?(?:axis|axes|line|circle|interval|boundary|sphere|"
        r"diagonal|simplex|support|curve|surface|ball|disk)|"
        r"in the (?:\w+ )?(?:region|range|quadrant|interval|half[- ]plane|regime)|"
        r"(?:in|at) (?:equilibrium|(?:the )?steady state|(?:the )?(?:optimum|minimum|maximum|solution))|"
        r"(?:for|if|when|whenever) (?:both|the|all|a|an|any|every)?\s*(?:\w+ ){0,3}(?:unit|probability|"
        r"orthogonal|orthonormal|normali[sz]ed|parallel|perpendicular|collinear|independent|identical|equal|same|"
        r"right-angled|equilateral|isosceles|diagonal|singular|degenerate|special|balanced|conserved|distinct|"
        r"projections?|projectors?|idempotents?|involutions?|reflections?|rotations?|cardinals?|booleans?|bits)",
        r"单位向量|单位圆|平衡|在此条件|在这[个种些]?(?:条件|假设|情况)",
    ),
    _proviso(
        "is said of some numbers only",
        Reach.SENTENCE,
        "say of which it holds: let $x = ...$, or for all $x > 0$",
        r"(?:for|with) (?:some|at least|infinitely|finitely|almost|most|all but|suitable)|"
        r"there (?:is|are|exists?|must be|can be) (?:an?|some|one|two|exactly|at least|infinitely|always|"
        r"unique)|"
        r"(?:for )?one can (?:find|choose)|für (?:ein|einige|fast)|es gibt",
        r"\bthere exists?\b|\\exists|∃|存在|对某个|对某些|几乎所有|几乎处处|无穷多",
    ),
    _proviso(
        "is an equation to be solved, or a question",
        Reach.SENTENCE,
        ASKED,
        r"(?:consider|solve\w*|solving|study|take|given|look at) (?:now )?(?:the|an?|this|our|following) "
        r"(?:\w+ ){0,2}(?:equations?|systems?|relations?|conditions?)|(?:look|search|ask|hunt)(?:s|ing)? for|"
        r"seek\w*|find (?:all|the|an?|those|any|numbers?|values?|points?|solutions?)|for (?:which|what)|"
        r"when (?:do(?:es)?|is|are|can)|do(?:es)? (?:it|this|we|they|the)|is (?:it|this|there)|"
        r"meets?|intersect\w*|coincid\w+|gesucht|finde|löse|bestimme|gilt auch",
        r"(?-i:\n\n\s*(?:implies|then|entails|would|cannot|can only|if and only|iff|exactly when|"
        r"holds? (?:only|iff|if|when|precisely|exactly)|precisely when|is equivalent|has)(?![a-z]))|"
        r"\?\s*$|"
        r"是否|求解|解方程|吗|何时",
    ),
    _proviso(
        "comes from another formula by putting something in",
        Reach.SENTENCE,
        "write out what is put in",
        r"(?:replac|substitut|exchang|swap|interchang)\w+ \$[^$=]*\$ (?:by|with|for|and|to|→)",
        r"\$\s*[a-zA-Z]\s*(?:\\to|\\mapsto|\\rightarrow|→|\\leftrightarrow)\s*-|将 ?\$[^$=]*\$ ?(?:替换|换)",
        denies=True,
    ),
    _proviso(
        "is about numbers as computers have them",
        Reach.DOCUMENT,
        NUMBERS,
        r"(?:integer|floor|truncating) (?:division|arithmetic)|floating[- ]point|fixed[- ]point arithmetic|"
        r"machine precision",
        r"整除|整数除法|浮点",
    ),
    _proviso(
        "is about products whose order matters",
        Reach.SECTION,
        NUMBERS,
        r"elements? of (?:an?|the|any|some|this) (?:\w+ ){0,2}(?:group|ring|algebra|semigroup|monoid)|"
        r"compositions? (?:of (?:\w+ )?)?(?:is|are) (?:written|denoted|printed)|composed as|"
        r"concatenat\w+ of (?:\w+ )?(?:strings?|words?|lists?|sequences?|paths?|letters?)",
        r"\$ (?:for|denotes?|is|means?) (?:the|their) composition|"
        r"\$[A-Za-z]\$ (?:be|is|denotes?) (?:an?|the|any|some) (?:[\w-]+ ){0,2}"
        r"(?:group|ring|semigroup|monoid|algebra)\b|连接|群中|\\in\s*\\mathbb\s*\{?\s*[HO]\b|"
        r"(?-i:\\in\s*(?:\\(?:mathrm|operatorname|mathcal)\{)?(?:GL|SO|SU|SL|Sp|End|Aut|M_))",
        denies=True,
    ),
    _proviso(
        "is an equation modulo something, or over another field than the real numbers",
        Reach.DOCUMENT,
        NUMBERS,
        r"modulo|modular|mod|congruen\w+|finite fields?|galois|binary arithmetic|xor|integers mod|"
        r"characteristic (?:[\dp]|two|three)|fields? (?:with|of) (?:\w+|\$?\d+\$?) elements|"
        r"\w+-element (?:fields?|rings?|groups?)|"
        r"nilpotents?(?! (?:matri|operator|part|jordan))|"
        r"dual numbers?|tropical|p-adic|formal power series|clifford|grassmann|"
        r"non-?commut\w+|anti-?commut\w+|"
        r"endlichen? K[öo]rper\w*|Charakteristik [\dp]",
        r"\bchara[ck]teristi[ck] (?:is )?\$|\bcharacteristic is (?:two|three|\d)|"
        r"\\mathbb\{?\s*F\s*\}?_|\\mathrm\{GF\}|同余|有限域|特征为|模 ?[\d$]",
    ),
    _proviso(
        "is about quantities for which the order of factors, or of brackets, matters",
        Reach.DOCUMENT,
        NUMBERS,
        r"quaternions?|octonions?|sedenions?|(?:clifford|grassmann) (?:algebras?|numbers?|variables?)|"
        r"(?:non-?|anti-?)commut\w+ (?:rings?|algebras?|variables?|operators?|quantities|numbers?|"
        r"indeterminates?|symbols?)|quantum observables?",
        r"四元数|八元数|\\in\s*[GH](?![\w_^(\\])",
        denies=True,
    ),
    _proviso(
        "is about multi-indices",
        Reach.DOCUMENT,
        "write sums and products over the components",
        r"multi-?ind(?:ex|ices)",
        r"多重指标",
        denies=True,
    ),
    _proviso(
        "is about values that series and integrals have by other rules than by limits",
        Reach.DOCUMENT,
        LIMITS,
        r"principal[- ]values?|finite[- ]parts?|Ramanujan\w*|Abel(?:'s)? (?:summ?\w*|means?)|"
        r"(?:Euler|Borel|Ces[aà]ro|Poisson|Lambert|Mittag-Leffler)(?:'s)? (?:summ?\w*|means?)|"
        r"(?:zeta|dimensional|heat[- ]kernel|Hadamard)(?:[- ]function)?[- ]regulari[sz]\w+|"
        r"regulari[sz]ed (?:sums?|values?|integrals?|series|products?|determinants?)|renormali[sz]\w+|"
        r"analytic(?:al|ally)? continu\w+|continu\w+ (?:\w+ )?analytically|Casimir|"
        r"divergent (?:series|sums?|integrals?)|"
        r"(?:\d+|p)-adic\w*|formal (?:power |Laurent |Dirichlet )?(?:series|sums?)|"
        r"(?:tempered )?distributions? theory|generali[sz]ed functions?|Hauptwert\w*",
        r"\\mathbb\s*\{?\s*[QZ]\s*\}?_|\$-adic|主值|拉马努金|正则化|重整化|解析延拓|形式幂级数|形式级数|"
        r"发散级数|有限部分|进数",
    ),
    _proviso(
        "is about values that series and integrals have by other rules than by limits",
        Reach.SENTENCE,
        LIMITS,
        r"formal(?:ly)?|regulari[sz]\w+|cut-?offs?|continu(?:ed|ation)|regular parts?|extended reals?|"
        r"in (?:the|a|an|this|that|some|what) (?:\w+ )?sense|in (?:[\w-]+'s?) sense|interpret\w*|"
        r"diverg(?:es|ed?|ing|ent)|(?:is|are|be|becomes?) infinite|assign\w*|convention|"
        r"Euler (?:claim|wr[io]t|found|thought|argu|believ|obtain|assert)\w*",
        r"发散|无穷大|形式上",
    ),
    _proviso(
        "is about angles in degrees",
        Reach.DOCUMENT,
        "write \\pi for half a turn",
        r"(?:in|use|using|with|takes?|taking|of) degrees|degree mode|gradians|gons|"
        r"(?:measured?|given|expressed|counted)(?: \w+){0,3} in (?:turns|revolutions|cycles|arc ?minutes)|"
        r"degrees (?:instead|rather|throughout|here)|in Grad",
        r"角度制|以度为单位",
        denies=True,
    ),
    _proviso(
        "has indices that look like powers",
        Reach.DOCUMENT,
        "write indices below, or in brackets",
        r"contravariant|tensor notation|upper (?:ind(?:ex|ices)|and lower ind\w+)|"
        r"superscripts? (?:(?:here )?(?:is|are|denotes?|"
        r"numbers?|labels?|index\w*|counts?)|ind(?:ex|ices))|Einstein (?:sum\w*|convention|notation)|"
        r"summ?(?:ation|ed|ing) (?:over|convention)(?: of| over)? repeated|repeated ind\w+ (?:is|"
        r"are) summed|summation convention|sum(?:s|med|ming)? (?:is )?(?:implied |understood )?over "
        r"(?:all )?(?:repeated|double|doubled|equal) ind\w+",
        r"\$[a-z]\^\{?[123]\}?\$[^.$]{0,20}\b(?:coordinates?|components?)|"
        r"\b(?:coordinates?|components?)\b[^.$]{0,12}\$[a-z]\^\{?[123]\}?\s*[,$]|上指标|爱因斯坦求和",
        denies=True,
    ),
    _proviso(
        "numbers entries from 0",
        Reach.DOCUMENT,
        BY_PLACE,
        r"(?:ind(?:ex|ices|exes|exing)|numbering|counting|subscripts?|we (?:count|number)) "
        r"(?:(?:of|for|entries|components|all|here|always|vectors|arrays|the|them|are|is|will) ){0,4}"
        r"(?:(?:starts?|begins?|runs?|starting|beginning) )?(?:from|at|with|in) (?:zero|0)|"
        r"(?:zero|0)[- ](?:based|indexed|indexing)|z[äa]hlen ab (?:0|null)",
        r"\bind(?:ex|ices|exes|exing) (?:(?:start|begin|run)(?:s|ing)? )?(?:from|at|with) \$\s*0\s*\$|"
        r"下标从\s*\$?\s*0|从\s*\$?[0零]\$?\s*开始(?:编号|计数)",
        denies=True,
    ),
    _proviso(
        "is about products by entries",
        Reach.DOCUMENT,
        "write \\odot for products by entries",
        r"(?:products?|multiplications?)(?: of \w+)? (?:is|are)(?: always| here)?(?: taken| meant|"
        r" understood| done| performed)? "
        r"(?:element|entry|component|point|coordinate)[- ]?wise|"
        r"multipl(?:y|ied) (?:element|entry|component|point|coordinate)[- ]?wise",
        r"\$[A-Za-z\\ ]+\$ (?:is|denotes|be) (?:the|their) (?:Hadamard|(?:element|entry)[- ]?wise) product",
        denies=True,
    ),
    _proviso(
        "may be meant by entries",
        Reach.SENTENCE,
        "write \\odot for products by entries",
        r"numpy(?:'s)?|matlab(?:'s)?|pytorch(?:'s)?|julia(?:'s)?|python(?:'s)?|broadcast\w*",
        r"广播",
    ),
    _proviso(
        "may be about digits side by side",
        Reach.SECTION,
        "write \\cdot for products",
        r"(?:\w+|\d)-digit numbers?|numerals?|cryptarithms?",
        r"[两二三四五几\d]位[整]?数|数字谜",
    ),
    _proviso(
        "is an equation between other things than numbers",
        Reach.SENTENCE,
        NUMBERS,
        r"operators?|in the (?:ring|group|algebra)|as (?:sets|events|functions|distributions|"
        r"random variables)|sets|"
        r"boolean|units|types",
        r"算子|集合|量纲",
    ),
    _proviso(
        "holds in the sense of probability",
        Reach.SENTENCE,
        "write what it says of numbers",
        r"almost (?:surely|everywhere|certainly|all)|in (?:distribution|law|probability|expectation)|"
        r"with (?:high )?probability(?: one| 1)?|on average|fast (?:sicher|[üu]berall)|im Mittel",
        r"\ba\.\s?[se]\.|几乎必然|几乎处处|依分布|以概率|平均意义",
    ),
    _proviso(
        "is denied",
        Reach.SENTENCE,
        DENIED_HERE,
        r"not (?:true|correct|valid|the case|generally true|in general true)|"
        r"(?:does not|doesn't|do not|don't|need not|cannot|can not) (?:\w+ )?hold|"
        r"fails?(?: (?:to hold|in general|here|badly|miserably))?(?=\s*[.,;:]|\s*$)|"
        r"(?:is|are|would be) (?:(?:also|clearly|plainly|simply|just|of course|in general|generally) )?"
        r"(?:false|wrong|incorrect|invalid|nonsense|a mistake|not so)|"
        r"(?:common|typical|frequent|popular|classic|usual) (?:mistakes?|errors?|misconceptions?|"
        r"fallac(?:y|ies))|"
        r"(?:wrong|false|incorrect|erroneous|invalid)(?:ly)? (?:to|identity|equation|formula|claim|"
        r"conclu\w+|rule|result|"
        r"equality|statement|step|derivation|answer|writes?|written|simplif\w+|assum\w+)|"
        r"gilt nicht|ist (?:falsch|nicht wahr)|Fehler ist",
        r"不成立|是错误的|不正确|是错的",
        denies=True,
    ),
    _proviso(
        "may be denied",
        Reach.SENTENCE,
        DENIED_HERE,
        r"(?:do(?:es)?|did|would|will|can|could|is|are|was) not|cannot|\w+n't|not|never|neither|nor|"
        r"hardly|false|"
        r"wrong\w*|incorrect\w*|invalid|mistake\w*|erroneous\w*|misconceptions?|fallac\w+|nonsens\w*|"
        r"absurd\w*|"
        r"contradict\w*|contrary|counter-?examples?|impossible|tempting|temptation|na[iï]ve(?:ly)?|"
        r"(?:might|would) \w+|fails?|failed|unlike|instead of|rather than|pitfalls?|beware|caution|"
        r"careful|were|"
        r"pretend|imagine|students?|wish|hope|conjecture|wonder|whether|unless|except|only|"
        r"falsch\w*|unwahr|Widerspruch\w*|Fehler|nicht|kein\w*|Gegenbeispiel|nur",
        r"矛盾|反例|并非|不等于|不对|误以为|不能|除非|仅当|是否",
    ),
)
"""**The table of provisos**: what is heard around a formula and changes what it says."""

__all__ = [
    "ASKED",
    "BY_PLACE",
    "DENIED_HERE",
    "EXACT",
    "EXACTLY",
    "LEFT_OUT",
    "LIMITS",
    "NUMBERS",
    "PROVISOS",
]
