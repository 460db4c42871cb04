r"""Provisos of numbers that live in a range: "on $[0, \pi]$", "the positive root", below an integral."""

from __future__ import annotations

import re
from collections.abc import Set
from fractions import Fraction

from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.prose.proviso import Reach, proviso
from verify_derivations.elaborate.prose.restrictions import OF_SOME
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Apply, Constant, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

END = r"[^$,;=<>\[\]()]{1,25}"
NUMBER = r"\$\s*[-+]?(?:\d[\d./]*|\\(?:pi|infty|frac)|[\d{}./]|\s)+\$"

RANGES = (
    proviso(
        "is said of an interval",
        Reach.PARAGRAPH,
        OF_SOME,
        r"(?:choos\w+|tak\w+|pick\w*|on) (?:the|this|that|a|one) (?:\w+ )?branch|"
        r"(?:positive|principal) branch",
        rf"\$\s*(?:\\left\s*)?(?:\[\s*{END},{END}[\])\[]|[(\]]\s*{END},{END}\])\s*\$"
        rf"|\b(?:on|over|in|inside|within|interval|range)\s+\$\s*\({END},{END}\)\s*\$"
        rf"|[在区间]\s*\$\s*\({END},{END}\)\s*\$",
    ),
    proviso(
        "is said of what lies between two numbers",
        Reach.SENTENCE,
        OF_SOME,
        r"(?:the )?(?:positive|negative|principal) (?:square )?roots?|(?:the )?(?:plus|positive) sign",
        rf"\b(?:between|from)\s+{NUMBER}\s+(?:and|to)\s+\$|从\s*{NUMBER}\s*\S{{0,3}}到\s*\$|[正主][平方]*根",
    ),
    proviso(
        "is said of equal or of small quantities",
        Reach.PARAGRAPH,
        OF_SOME,
        r"(?:the|both|all|two|their) (?!sides|expressions|results|answers|terms|formulas|values|numbers)\w+s "
        r"(?:are|were) (?:all |both )?(?:equal|identical|the same)(?! to)|"
        r"(?:produces?|have|has|having|with) (?:the same|equal|identical) \w+|"
        r"(?:is|are) (?:very |so |sufficiently |rather )?(?:small|tiny)",
        r"(?:质量|长度|边|角|速度|产量)都?相[等同]",
    ),
    proviso(
        "is said where something has a sign",
        Reach.PARAGRAPH,
        OF_SOME,
        r"(?:has|with|of) (?:a )?(?:constant|positive|definite) sign",
        r"\$[^$]*[\\(^+*/-][^$]*\$\s+(?:(?:is|are|be|being|stays?|remains?)\s+)?(?:strictly\s+)?"
        r"(?:positive|negative|non-?negative|non-?positive)\b",
    ),
)
"""**The table**: words and formulas that say between which numbers, or of which sign, something is."""

INTEGRATED = re.compile(r"\\i+nt(?![a-zA-Z])|\bsubstitut\w+|换元|代换")
"""What says that names are those of an integral, or of a substitution, and run over its range."""

WITHIN = Alternative(
    "its names run over the range of an integral, or of a substitution, that stands beside it",
    "say for which numbers it holds: assume $0 \\leq x \\leq 1$",
    covered=True,
    alien=True,
)
"""Of claims whose sides have roots or bars, the sign of which depends on the range."""


def within_a_range(text: str) -> tuple[Alternative, ...]:
    """The doubt that an integral or a substitution nearby restricts names; only roots and bars are sensitive.

    >>> len(within_a_range("put $x = 1$ in $\\\\int_0^1 f(x) dx$")), len(within_a_range("put $x = 1$"))
    (1, 0)
    """
    return (WITHIN,) if INTEGRATED.search(text) else ()


def depends_on_signs(claim: Claim) -> bool:
    """A root, a logarithm or an absolute value of something with a free name stands in it.

    A product of powers of numbers of which the signs are declared has one sign, whatever the range.
    """
    terms = (claim.lhs, claim.rhs, *(definition.body for definition in claim.context.definitions))
    signed = {d.name for d in claim.context.declarations if _has_a_sign(d.domain)}
    return bool(free_names(claim)) and any(_is_sensitive(term, signed) for term in subterms(*terms))


def _has_a_sign(domain: Domain) -> bool:
    return (domain.lower is not None and domain.lower >= 0) or (
        domain.upper is not None and domain.upper <= 0
    )


def _is_sensitive(term: Term, signed: Set[str]) -> bool:
    if isinstance(term, Pow):
        whole = isinstance(term.exponent, Number) and Fraction(term.exponent.value).denominator == 1
        return not whole and not _is_of_one_sign(term.base, signed)
    return isinstance(term, Apply) and term.function in SENSITIVE and not _is_of_one_sign(term, signed)


def _is_of_one_sign(term: Term, signed: Set[str]) -> bool:
    """Numbers, and names with a sign, multiplied and raised to powers."""
    match term:
        case Number() | Constant():
            return True
        case Symbol(name):
            return name in signed
        case Mul():
            return all(_is_of_one_sign(factor, signed) for factor in term.children)
        case Pow(base, Number()):
            return _is_of_one_sign(base, signed)
        case Apply(function, (argument,)) if function in SENSITIVE:
            return _is_of_one_sign(argument, signed)
    return False


SENSITIVE = frozenset(("Abs", "log", "sqrt", "sign", "asin", "acos", "atan", "acosh"))


__all__ = ["RANGES", "WITHIN", "depends_on_signs", "within_a_range"]
