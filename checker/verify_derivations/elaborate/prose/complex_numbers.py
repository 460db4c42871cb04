"""Names that may be complex, as a text says: what is told of them has to hold for complex numbers, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.manuscript import Manuscript
from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Apply, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.piecewise import Comparison
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.prose.context import Context

SPOKEN_OF = re.compile(
    r"\bcomplex[- ](?:numbers?|plane|conjugat\w+|valued|variables?|analysis|roots?|scalars?|values?|"
    r"entries|field|domain|function theory|arguments?|amplitudes?|(?:square )?matri(?:x|ces)|"
    r"(?:column )?vectors?|(?:inner product |vector )?spaces?|eigen\w+|coordinates|inner products?|\$)"
    r"|\b(?:over|in|on|from|of|field|plane) \$\s*(?:\\mathbb\{?\s*C\s*\}?|\\C|ℂ)\s*\$"
    r"|\b(?:is|are|be) complex\b(?! (?:and|to|in (?!general)|system|model|enough))|"
    r"\bholomorphic\b|\bunitary\b|"
    r"\bhermitian\b|\bkomplexe\w*|复数|复平面|复变|复矩阵|复向量|酉矩阵|厄米",
    re.IGNORECASE,
)
"""Words of complex numbers."""

FIELD = re.compile(
    r"\\(?:mathbb|Bbb|mathbbm|mathds)\s*(?:\{\s*[CKF]\s*\}|[CKF](?![A-Za-z]))|\\C(?![A-Za-z])|[ℂ𝕂𝔽]"
    r"|\\in\s*\\(?:mathbf|mathrm)\s*(?:\{\s*C\s*\}|C(?![A-Za-z]))"
)
r"""\mathbb C in notation, or any field."""

CALLED = re.compile(
    r"\bcomplex(?:[- ](?:valued|numbers?|variables?))?\b(?! (?:of|models?))|"
    r"\b(?:phasors?|impedances?|admittances?|wave ?functions?|fourier)\b|复|\bkomplex",
    re.I,
)
"""Words with which a name is called complex."""

MAY_BE = re.compile(
    r"\beigen(?:values?|vectors?)\b|\b(?<!square )(?<!cube )(?:roots?|zeros?)\b|"
    r"\beigen(?:wert|vektor)\w*|特征值|特征向量|的根",
    re.IGNORECASE,
)
"""What solves an equation with real coefficients may be complex."""

ALL_REAL = re.compile(
    r"\b(?:symmetric|hermitian|covariance|hessian|definite|laplacian|real)\b|对称|正定|实", re.IGNORECASE
)
"""Words of matrices whose eigenvalues are real."""

HELP = "${0} \\in \\mathbb R$, or ${0} \\in \\mathbb C$"
HELP_FOR_VALUES = "let ${0}(x) = ...$, or write ${0}(x)^2$ without bars where its values are real"
HELP_FOR_ARRAYS = "${} \\in \\mathbb R^{}$, with the sizes that are meant"


def complex_readings(claim: Claim, free: set[str], context: Context) -> Iterator[Alternative]:
    """The claim for complex values of the names that may have them.

    Where an array may be complex, there are no terms for what notation says of it: a norm is another one.

    Args:
        claim: as it was read.
        free: the names in it that are not defined.
        context: what the document says.
    """
    squared = [base for term in subterms(claim.lhs, claim.rhs) for base in _squared_modulus(term)]
    values = [part for part in subterms(*squared) if isinstance(part, Apply) and _is_unknown(part, claim)]
    if values and claim.relation == "=":
        yield Alternative(
            f"{values[0].function} has complex values", HELP_FOR_VALUES.format(values[0].function)
        )
        return
    called = {name for name, said in context.described.items() if CALLED.search(said.words)}
    if claim.relation != "=":
        called |= {name for name, said in context.described.items() if _may_be(said.words)}
    called |= {part.name for part in subterms(*squared) if isinstance(part, Symbol)} - _ordered(claim)
    if not called and not context.speaks_of_complex and not context.complex_sets:
        return
    arrays = {array.name: len(array.shape) for array in claim.context.arrays if array.name in free}
    real = {stem(name) for name in context.shapes}
    lost = sorted((called & arrays.keys()) or {name for name in arrays if stem(name) not in real})
    if lost:
        help = HELP_FOR_ARRAYS.format(lost[0], "n" if arrays[lost[0]] == 1 else r"{m \times n}")
        yield Alternative(f"{lost[0]} is complex, as the text says", help)
        return
    names = _open_numbers(claim) & (free if context.speaks_of_complex else called)
    if not names:
        return
    more = (Declaration(name, DOMAINS["complex"]) for name in names)
    declarations = tuple(sorted((*claim.context.declarations, *more), key=lambda d: d.name))
    other = replace(claim, context=replace(claim.context, declarations=declarations))
    yield Alternative(f"{min(names)} is a complex number", HELP.format(min(names)), other)


def speaks_of_complex(texts: Iterable[str]) -> bool:
    """Words of complex numbers occur in one of the texts."""
    return any(map(SPOKEN_OF.search, texts))


def has_complex_sets(manuscript: Manuscript) -> bool:
    """A formula of the document has the complex numbers, or a field that may be they."""
    return any(FIELD.search(region.latex) for region in manuscript.regions())


def _squared_modulus(term: Term) -> Iterator[Term]:
    """What stands between bars with an even power, |z|^2, or below one, |z^2|.

    Of real numbers bars say nothing there, and nobody prints them.
    """
    match term:
        case Pow(Apply("Abs", (base,)), Number(power)) if power % 2 == 0:
            yield base
        case Apply("Abs", (Pow(base, Number(power)),)) if power % 2 == 0:
            yield base


def _ordered(claim: Claim) -> set[str]:
    """The names that are compared within the claim, and standard deviations."""
    parts = list(subterms(claim.lhs, claim.rhs))
    compared = names_of(*(part for part in parts if isinstance(part, Comparison)))
    return compared | {
        part.name for part in parts if isinstance(part, Symbol) and stem(part.name) == "\\sigma"
    }


def _is_unknown(value: Apply, claim: Claim) -> bool:
    """The value of a function of which nothing is known but that it is one."""
    return value.function in claim.context.functions


def _may_be(words: str) -> bool:
    return bool(MAY_BE.search(words)) and not ALL_REAL.search(words)


def _open_numbers(claim: Claim) -> set[str]:
    """The names of numbers of which nothing says where they live."""
    bodies = (d.body for d in claim.context.definitions)
    symbols = {part.name for part in subterms(claim.lhs, claim.rhs, *bodies) if isinstance(part, Symbol)}
    known = {d.name for d in claim.context.declarations} | {name for name, _ in claim.context.indices}
    return symbols - known


__all__ = ["FIELD", "complex_readings", "has_complex_sets", "speaks_of_complex"]
