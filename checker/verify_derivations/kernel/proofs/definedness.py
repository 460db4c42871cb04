"""That an expression is defined on the whole of its domain: what it requires, one claim after the other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.calculus.valued import undisputed
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import evaluation_in_domain, shown_point
from verify_derivations.model import Enclosure, Witness
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import ZERO, Add, Apply, Constant, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

KNOWN = (Add, Mul, Number, Symbol, Constant)
TOTAL = frozenset(("Max", "Min"))
"""Functions of two arguments that have a value everywhere."""


def requirement_claims(s: Statement) -> tuple[Statement, ...]:
    """The requirements of the left side as claims; each may use that those before it hold.

    Raises:
        CertificateError: it is not known exactly where the expression is defined.
    """
    required = _required(s)
    given = requirements(s.hypotheses)
    return tuple(
        replace(
            s,
            lhs=r.term,
            relation=RELATIONS[r.relation],
            rhs=ZERO,
            differentiated=(),
            required=(*given, *required[:k]),
        )
        for k, r in enumerate(required)
    )


RELATIONS = {"> 0": ">", ">= 0": ">=", "!= 0": "!=", "nonpole": ">"}
"""What is to be shown of each requirement; a number above 0 is none of 0, -1, -2, ..."""


def _required(s: Statement) -> list[Requirement]:
    """What the expression requires, its parts first."""
    if s.complex_values:
        raise CertificateError("where a complex expression is defined is not judged")
    required: list[Requirement] = requirements((s.lhs,), s.differentiated)
    for term in subterms(s.lhs, *s.differentiated):
        if not _exact(term):
            raise CertificateError(f"it is not known exactly where {text(term)} is defined")
    if any(r.bound for r in required):
        raise CertificateError("a requirement stands under a sum")
    return required


def _exact(term: Term) -> bool:
    """The requirements tell exactly where the node at the top is defined."""
    match term:
        case Pow(_, exponent):
            return isinstance(exponent, Number)
        case Apply(name, _):
            row = FUNCTIONS.get(name)
            return row is None or row.arity == 1 or name in TOTAL
    return isinstance(term, KNOWN)


def undefined_witness(s: Statement, certificate: Counterexample) -> tuple[Witness, str]:
    """The witness that the certificate describes, if the expression surely has no value there; and why.

    Raises:
        CertificateError: it may have one, or the point is none of the domain.
    """
    evaluation = evaluation_in_domain(s, certificate)
    point = {name: real for name, (real, _) in certificate.point}
    sure = undisputed(s)
    for r in _required(s):
        try:
            value = evaluation.value(r.term)
        except (Undefined, TermError) as error:
            raise CertificateError("what is required cannot be evaluated at the point") from error
        if _fails(r, value, point):
            if r not in sure:
                raise CertificateError("it may be defined at the point all the same")
            nothing = Enclosure("undefined")
            return Witness(shown_point(s, certificate), nothing, nothing), _words(r, evaluation)
        if not _holds(r, value):
            raise CertificateError("what is required may hold or not at the point")
    raise CertificateError("the expression is defined at the point")


def _fails(r: Requirement, value: Ball, point: dict[str, Fraction]) -> bool:
    match r.relation:
        case "> 0":
            return bool(value <= 0)
        case ">= 0":
            return bool(value < 0)
        case "!= 0":
            return bool(value == 0)
    number = rational_value(r.term, point)
    return number is not None and number <= 0 and number.denominator == 1


def _holds(r: Requirement, value: Ball) -> bool:
    match r.relation:
        case "> 0":
            return bool(value > 0)
        case ">= 0":
            return bool(value >= 0)
        case "!= 0":
            return not value.contains(0)
    return bool(value > 0)


def _words(r: Requirement, evaluation: Evaluation) -> str:
    needed = "must not be 0, -1, -2, ..." if r.relation == "nonpole" else f"must be {r.relation}"
    value = evaluation.value(r.term)
    return f"{text(r.term)} {needed}, and is {value.str(6, radius=False)} at this point"


__all__ = ["requirement_claims", "undefined_witness"]
