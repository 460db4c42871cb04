"""**The tables of words** that stand beside claims and take nothing back of them, with those of statements.

Words that deny, doubt, quote, narrow, compare or change something are in none of them, on purpose.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


CALCULATING = _words(
    "account achieve act acts add added adding adds aggregate agree agrees allow allows amount analyse",
    "analyze appear appears applied applies apply arise arises arrange arranged arrive arrives assemble",
    "backpropagate backpropagated backpropagates belong belongs bring brings build builds built calculated",
    "calculating cancel canceling cancelled cancelling cancels carried carries carry chain check checking",
    "checks clear collect collected collecting collects combine combined combines combining come comes",
    "coming compare compared compares comparing complete completed completes completing compose composed",
    "composing computed concern concerns confirm confirmed confirming confirms connect connects conserved",
    "consist consists constitute contain contained contains contribute contributes convert converting",
    "correspond corresponding count counting counts decompose decomposed decomposes decomposing deduced",
    "deducing define demonstrate demonstrates denoting depend dependent depending depends derived derives",
    "deriving describe described describes determine determined determines determining develop diagonalize",
    "differentiate differentiated differentiates differentiating disappear disappears distribute",
    "distributing do does doing done ease ends ensure ensures enter enters equate equated equating establish",
    "established establishes estimated evaluate evaluated expand expanded expands explain explained express",
    "expresses expressing extend extract factor factored factoring factorise factorises factorising",
    "factorize factorizes factorizing falls feed feeds figure find finding finds finish finishes fits flow",
    "flows formulate formulated gather gathering gathers generalise generalises generalize generalizes",
    "generate generated getting giving go goes going got group grouped grouping groups grow grows happens",
    "help helps identified identify identifying illustrate illustrates imposing include included includes",
    "including indicate indicates insert inserted inserts integrated integrates integrating interpret",
    "interpreted invert inverted inverting invoke invoking involve involves isolate isolates isolating",
    "iterate iterating join keep keeps know knows lead leads leave leaves leaving left-multiply",
    "left-multiplying let's let’s look looking looks made make makes making manipulate match matches",
    "matching maximise maximised maximises maximising maximize maximized maximizes maximizing meet meets met",
    "minimise minimised minimises minimising minimize minimized minimizes minimizing move moved moves moving",
    "multiplied multiplies multiply multiplying need needed needs note noted notes notice noticed noticing",
    "observed observes observing obtaining occur occurs parametrise parametrize pass passes perform",
    "performed performing plugged plugs proceed proceeding produce produced produces propagate propagated",
    "propagates propagating prove proved proven proves provide provides pull pulling pulls put quantifies",
    "quantify raise raised raises raising reach reached reaches realise realize rearrange rearranged",
    "rearranges rearranging recall recalling recast recognise recognised recognising recognize recognized",
    "recognizing recollect recover recovers reduce reduced reducing reexpress refer refers regroup",
    "regrouping regularised regularized relate related relates relating remain remaining remains remember",
    "remembering represent representing require required requires resolve resolving result resulting results",
    "retrieve return returns reveal reveals rewrites rewriting saved seeing seen sees separate separates",
    "separating serve serves share shared showing shown shows simplified simplify simplifying solve solved",
    "solves solving sort split splits splitting stack stacking stacks stand stands start starts stay stays",
    "step steps stop stops subsitute substituted substitutes subtract subtracted subtracts sum summed",
    "summing sums taken takes telescope telescopes telescoping tell tells together track transform",
    "transformed transforming transforms translate translates transpose transposed transposes transposing",
    "turn turned turning understand understood undo unfold unfolding unfolds unroll unrolling used vanish",
    "vanished vanishes vanishing verified verifies verify verifying view viewed walk walks work worked",
    "working works wrote",
)
"""Verbs of calculating, proving and showing."""

NOUNS = _words(
    "accuracy addition additivity advance aid amount analogue analysis appendix application argument",
    "associativity axis backprop backpropagation backward basis bayes' beginning bit bound bounds bracket",
    "brackets calculation calculations calculus cancellation chain-rule chapter choice classification",
    "cofactor cofactors comparison computation computations consequence consequences context continuity",
    "control convenience count counterpart counts definition definitions denominator dependence derivation",
    "derivations description details diagram differentiation direction distributivity effect elimination end",
    "ends equality error-signal estimation evaluation example examples existence expansion exponentials",
    "exponentiation extension factorial factorials factorisation factorization figure flow formulation",
    "generality goal graph identity implementation importance incentive indexing indices induction inference",
    "information ingredient input-output insight integration interpretation intersection introduction",
    "intuition inversion keys kinetics lecture left lemma lemmas letters level linearity lookup machine",
    "machinery manner mapping mathematics maths maximisation maximization meaning means mile miles",
    "minimisation minimization multiplication nature need nets networks notations note notes numbers",
    "one-half operation operations optimisation optimization page paper paragraph part parts pass passes",
    "perspective physics picture piece pieces place point-of-view practice preceding process products proofs",
    "propagation properties proportionality purpose purposes quotient-rule reason reasoning reasons regard",
    "regularisation regularization remainder representation respect rest row-sums rule-of-thumb sampling",
    "section sense sentence setup shape shapes side sides sign signs simplicity simplification sketch",
    "solution solutions step-by-step steps structure subscript subscripts substitutions subtraction success",
    "successes summand summary summation superscript superscripts symmetry table tables technique terms",
    "theory thing things timestep timesteps tool tools topic total training transformation transpose trick",
    "trigonometry tutorial union unit units update use values variables vectors version view way ways word",
    "words work x-axis y-axis",
)
"""Nouns for calculations and what they are made of."""

OTHERS = _words(
    "according accordingly actually additive after afterwards again against ago ahead all along alongside",
    "already altogether always among amongst analogous analogously another antisymmetric any anybody",
    "anything around as-is aside associative at available away back based basic because been before begin",
    "beginning behind being below beside besides bottom brief briefly came can certainly cf class classic",
    "clear clearly close collectively column-wise columnwise combinatorial come comes common commutative",
    "complete component-wise componentwise concerned consecutive convenient conveniently conventional cor",
    "corresponding crucial crucially current currently detail differentiability direct directly distributive",
    "dot down during each earlier easier easily easy eight either elegant element-by-element element-wise",
    "elementary elementwise end-to-end entire entirely entrywise eq eqs equally every everybody everyone",
    "everything evident evidently exactly exempli explicitly familiar fifth fig five forward four fourth",
    "fully fundamental given good gratia great hadamard handy having hence here's herein i'll i'm i-th ibid",
    "immediate immediately important in including independence individually inner-most innermost inside",
    "interesting intermediate invertibility it's itself j-th just k-th key kronecker l-th last later",
    "layer-wise layerwise left left-hand lem long longer look lot main many matrix-matrix matrix-vector me",
    "mechanical methodically module more most much multi-layer multi-level multiplicative mutually my n-th",
    "namely nd neat neatly necessary nice nicely nine non-trivial now obvious obviously off once one-way",
    "ones onto onwards order original orthogonality our ours out outer outermost own pairwise particular per",
    "plain plainly plus pointwise powerful precisely previous previously prior probability-weighted prop",
    "purely quick quickly rd ready recursive recursively ref related relevant remaining remarkable required",
    "respectively responsible resulting right right-hand right-multiplying row-wise rowwise s-shaped same",
    "sec second see seen semi-definite separately seven several short shorter shortest similar",
    "similar-looking similarity simple simpler simplest simply since single six st standard still straight",
    "straightforward straightforwardly strictly strong successive successively such suitable sure symmetric",
    "symmetrical systematically t-th ten term-by-term termwise th than thanks that's them themselves then",
    "there's thereby therein thereof they thing third thm though through throughout till time times today",
    "together too top totally toward towards trivial trivially twice twice-applying two-way unchanged under",
    "underlying up upon us valid versa very via vice was we'll we're we've well were when where's whereby",
    "wherever whole will within words worth yet you you'd you'll your zeroth",
)
"""Words for the place, order and manner of what is said."""

PEOPLE = _words(
    "abel's archimedes bayes bayes's bellman bellman's bernoulli bernoulli's bessel's binet binet's",
    "blackwell boltzmann boltzmann's boyle's cauchy cauchy's cauchy-schwarz cayley cayley-hamilton",
    "chebyshev's clapeyron clausius cochran's cosine cosines coulomb's cramer cramer's de einstein's euler's",
    "faraday's faulhaber's fermat's fisher's fourier's fubini's galileo's gauss gauss's gibbs green's",
    "hamilton hamilton's heron heron's hesse's hooke's hölder's ito's itô's jacobi's jensen's kepler's",
    "kirchhoff's l'hopital's l'hôpital's lagrange lagrange's laplace's leibniz leibniz' leibniz's",
    "liouville's logarithms l’hôpital’s markov's maxwell's minkowski's moivre moivre's morrison newton's",
    "neyman ohm's parseval's pascal's pearson planck's poisson's pythagoras pythagoras's rao riemann's",
    "rolle's schwarz sherman sine sines snell's stefan stirling's stokes student's sylvester's tangents",
    "taylor's torricelli's vandermonde vandermonde's vieta vieta's wald wald's wallis weierstrass wien's",
    "wilson's wishart's woodbury",
)
"""After whom rules and theorems are called."""

WORDS = CALCULATING | NOUNS | OTHERS | PEOPLE

__all__ = ["WORDS"]
