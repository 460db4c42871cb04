"""Steps between conditions (`x**2 = 4 ⇔ x = 2 or x = -2`): what has to be shown of them, and checking it.

A condition holds at a point if its sides are defined there and so related. `P ⇒ Q` holds if Q holds at every
point of the domain at which P holds; `P ⇔ Q` is that and its converse. So nothing is left to conditions: a
solution that is lost because one divides by it, or gained because one squares, refutes the step.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import (
    Argument,
    Combined,
    Consequence,
    Implied,
    Inverted,
    Order,
    Unimplied,
)
from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.valued import exactly_where_defined
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.relations import EQUIVALENT, IMPLICATIONS
from verify_derivations.kernel.claims.statement import DEFINED, Statement, statement
from verify_derivations.kernel.counterexamples.witness import evaluation_at, refuting_witness
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.kernel.proofs.definedness import requirement_claims, undefined_witness
from verify_derivations.kernel.proofs.order import check_order
from verify_derivations.model import Claim, Witness
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.build import number
from verify_derivations.term.syntax.nodes import ONE, ZERO, Add, Apply, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.piecewise import All, Comparison
from verify_derivations.term.syntax.traverse import free_symbols

GAINED, LOST = "gained", "lost"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing to be shown: where the hypotheses hold, one comparison is defined and holds.

    `holds` is the comparison, `defined` that its sides have values, both under the hypotheses. `said` is what
    becomes of a solution where that fails: it is lost (P holds and Q does not), or gained. `whole` says that
    without a value of this comparison the conclusion fails, so it is no alternative among others.
    """

    holds: Claim
    defined: Claim
    said: str
    whole: bool


def obligations(claim: Claim) -> tuple[Obligation, ...]:
    """What has to be shown of a step between conditions; one that fails refutes it.

    Raises:
        CertificateError: the sides are no conditions.
    """
    if claim.relation not in IMPLICATIONS:
        raise CertificateError(f"the relation {claim.relation} is none between conditions")
    ways = [(claim.lhs, claim.rhs, LOST)]
    if claim.relation == EQUIVALENT:
        ways.append((claim.rhs, claim.lhs, GAINED))
    return tuple(
        _obligation(claim, given, wanted, said)
        for premise, conclusion, said in ways
        for given in _alternatives(premise)
        for wanted in _parts(conclusion)
    )


def _alternatives(condition: Term) -> tuple[tuple[Comparison, ...], ...]:
    """The alternatives of a condition, each of them comparisons that hold together."""
    match condition:
        case Comparison():
            return ((condition,),)
        case All(parts) if parts:
            return (parts,)
        case AnyOf(parts) if parts:
            return tuple((part,) for part in parts)
    raise CertificateError("a side is no condition")


def _parts(condition: Term) -> tuple[tuple[Comparison, ...], ...]:
    """What a condition says, one after the other: each a comparison, or several of which one holds."""
    match condition:
        case Comparison():
            return ((condition,),)
        case All(parts) if parts:
            return tuple((part,) for part in parts)
        case AnyOf(parts) if parts:
            return (parts,)
    raise CertificateError("a side is no condition")


def _obligation(
    claim: Claim, given: tuple[Comparison, ...], wanted: tuple[Comparison, ...], said: str
) -> Obligation:
    assumed = tuple(Claim(p.left, p.relation, p.right) for p in given)
    context = replace(claim.context, assumptions=(*claim.context.assumptions, *assumed))
    differences = [minus(p.left, p.right) for p in wanted]
    everything = differences[0] if len(differences) == 1 else Add(tuple(differences))
    defined = Claim(everything, DEFINED, everything, context)
    if len(wanted) == 1:
        (one,) = wanted
        return Obligation(Claim(one.left, one.relation, one.right, context), defined, said, True)
    if any(p.relation != "=" for p in wanted):
        raise CertificateError("of several conditions only equations can be alternatives")
    # one of them holds where the product of their differences is 0
    return Obligation(Claim(Mul(tuple(differences)), "=", ZERO, context), defined, said, False)


# ---- proofs ----------------------------------------------------------------------------------------
def check_implied(claim: Claim, certificate: Implied) -> None:
    """Everything is shown that has to be.

    Raises:
        CertificateError: it is not.
    """
    wanted = obligations(claim)
    if len(certificate.parts) != len(wanted):
        raise CertificateError("something is left to be shown of the step")
    evaluation_at(domain_statement(claim), certificate.place)  # the domain has a point
    require_exact_premises(wanted)
    for obligation, part in zip(wanted, certificate.parts, strict=True):
        _check_defined(as_solved(statement(obligation.defined), part.holds), part.defined)
        check_consequence(statement(obligation.holds), part)


def require_exact_premises(wanted: tuple[Obligation, ...]) -> None:
    """It is known exactly where the conditions that are supposed have values.

    Raises:
        CertificateError: one may hold where our conventions give it no value.
    """
    for context in {obligation.holds.context for obligation in wanted}:
        if not exactly_where_defined(statement(Claim(ONE, "=", ONE, context))):
            raise CertificateError("it is not known exactly where a condition has a value")


def domain_statement(claim: Claim) -> Statement:
    """Nothing, over the domain of the claim: what is assumed in its context, without the conditions."""
    domains = {}
    for obligation in obligations(claim):
        domains.update(statement(obligation.holds).domains)
    bare = statement(Claim(ZERO, "=", ZERO, claim.context))
    named = Add((ZERO, *(Symbol(name) for name in domains)))  # so that the point has to name them all
    return replace(bare, lhs=named, rhs=named, domains={**domains, **bare.domains})


def as_solved(s: Statement, how: Argument | Order | Combined | Inverted) -> Statement:
    """The statement with those hypotheses solved that the argument begins by solving."""
    while isinstance(how, Inverted):
        s, how = inverted(s, how), how.argument
    return s


def _check_defined(s: Statement, parts: tuple[Order, ...]) -> None:
    claims = requirement_claims(s)
    if len(parts) != len(claims):
        raise CertificateError("something is left to be shown of where the conclusion is defined")
    for claim, argument in zip(claims, parts, strict=True):
        check_order(claim, argument)


def check_consequence(s: Statement, part: Consequence) -> None:
    """The comparison holds where the hypotheses do, and all of it is defined."""
    if s.complex_values:
        raise CertificateError("steps between conditions are judged over the real numbers")
    how = part.holds
    if isinstance(how, Inverted):
        check_consequence(inverted(s, how), replace(part, holds=how.argument))
    elif isinstance(how, Combined):
        s, others = combined(s, how)
        for multiplier, shown in zip(others, how.defined, strict=True):
            _check_defined(multiplier, shown)
        check_argument(s, how.argument)
    elif isinstance(how, Order):
        if s.relation == "=":
            raise CertificateError("there is no such argument for the relation =")
        check_order(s, how)
    elif s.relation == "=":
        check_argument(s, how)
    else:
        raise CertificateError(f"there is no such argument for the relation {s.relation}")


# ---- multiples of the hypotheses ---------------------------------------------------------------------
def equations(s: Statement) -> list[tuple[Term, Term]]:
    """The hypotheses that are equations, in order."""
    return [(lhs, rhs) for lhs, relation, rhs in s.assumed if relation == "="]


def combined(s: Statement, how: Combined) -> tuple[Statement, list[Statement]]:
    """A power of the difference of the sides is a sum of multiples of differences that are 0, so it is 0.

    Returns:
        The identity, for which no equation is assumed; and that each multiplier is defined.

    Raises:
        CertificateError: it is no such sum.
    """
    known = equations(s)
    if s.relation != "=" or how.exponent < 1 or len(how.multipliers) != len(known):
        raise CertificateError("each equation needs a multiplier, and the difference a power from 1 on")
    if len(how.defined) != len(known):
        raise CertificateError("where the multipliers are defined is not shown")
    if any(name not in s.domains for name in free_symbols(*how.multipliers)):
        raise CertificateError("a multiplier holds a symbol that does not occur")
    rest = tuple(a for a in s.assumed if a[1] != "=")
    products = [Mul((u, minus(*pair))) for u, pair in zip(how.multipliers, known, strict=True)]
    power = Pow(minus(s.lhs, s.rhs), Number(how.exponent))
    more = tuple(requirements(how.multipliers))
    identity = replace(s, lhs=power, rhs=Add((ZERO, *products)), assumed=rest, required=(*s.required, *more))
    places = [replace(s, lhs=u, relation=DEFINED, rhs=u, differentiated=()) for u in how.multipliers]
    return identity, places


# ---- inverse functions ---------------------------------------------------------------------------------
INVERSES = {
    "exp": "log",
    "log": "exp",
    "atan": "tan",
    "asin": "sin",
    "acos": "cos",
    "sinh": "asinh",
    "asinh": "sinh",
    "tanh": "atanh",
    "atanh": "tanh",
}
"""Functions that are one-to-one on the real numbers where they are defined, with what undoes them there."""


def inverted(s: Statement, how: Inverted) -> Statement:
    """The equation f(u) = c among the hypotheses as u = g(c), where g undoes f wherever f is defined.

    Raises:
        CertificateError: it is no such equation.
    """
    if not 0 <= how.hypothesis < len(s.assumed):
        raise CertificateError("there is no such hypothesis")
    lhs, relation, rhs = s.assumed[how.hypothesis]
    if relation != "=":
        raise CertificateError("the hypothesis is no equation")
    if how.right:
        lhs, rhs = rhs, lhs
    match lhs:
        case Apply(name, (argument,)) if name in INVERSES:
            becomes: Term = Apply(INVERSES[name], (rhs,))
        case Pow(argument, Number(exponent)) if exponent.numerator == 1 and exponent.denominator > 1:
            becomes = Pow(rhs, number(Fraction(exponent.denominator)))
        case _:
            raise CertificateError("that side is no function that can be undone")
    at = how.hypothesis
    kept = (*s.assumed[:at], (argument, "=", becomes), *s.assumed[at + 1 :])
    return replace(s, assumed=kept, required=(*s.required, *requirements((becomes,))))


# ---- refutations ---------------------------------------------------------------------------------------
def unimplied_witness(claim: Claim, certificate: Unimplied) -> tuple[Witness, str]:
    """The point at which one condition holds and the other does not, and what it is called.

    Raises:
        CertificateError: it is no such point.
    """
    wanted = obligations(claim)
    if not 0 <= certificate.part < len(wanted):
        raise CertificateError("there is no such part of the step")
    obligation = wanted[certificate.part]
    s = statement(obligation.holds)
    if s.complex_values:
        raise CertificateError("steps between conditions are judged over the real numbers")
    if not certificate.undefined:
        witness, _ = refuting_witness(s, certificate.at)
        return witness, _words(obligation, "does not hold")
    if not obligation.whole:
        raise CertificateError("another of several conditions may hold")
    held = statement(Claim(ONE, "=", ONE, obligation.holds.context))
    evaluation_at(replace(held, domains={**s.domains, **held.domains}), certificate.at)
    witness, why = undefined_witness(statement(obligation.defined), certificate.at)
    return witness, _words(obligation, f"is not defined ({why})")


def _words(obligation: Obligation, how: str) -> str:
    first, second = ("left", "right") if obligation.said == LOST else ("right", "left")
    return (
        f"a solution is {obligation.said}: at this point the {first} condition holds, the {second} one {how}"
    )


__all__ = [
    "INVERSES",
    "Obligation",
    "as_solved",
    "check_consequence",
    "check_implied",
    "combined",
    "domain_statement",
    "equations",
    "inverted",
    "obligations",
    "require_exact_premises",
    "unimplied_witness",
]
