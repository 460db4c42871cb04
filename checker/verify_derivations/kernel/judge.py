"""`judge`: from a claim and a certificate to a verdict. No other code can say proved or refuted.

What only one kind of certificate needs is loaded where it is met: a run over one equation starts without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verify_derivations.certificate import (
    Certificate,
    Counterexample,
    Diverges,
    EmptyDomain,
    Implied,
    NeverDefined,
    NoLimit,
    Order,
    Proof,
    Unimplied,
    WithLimits,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget
from verify_derivations.kernel.claims.decimals import in_words
from verify_derivations.kernel.claims.relations import IMPLICATIONS, RELATIONS, fails
from verify_derivations.kernel.claims.statement import APPROXIMATELY, DEFINED, Statement, statement
from verify_derivations.kernel.counterexamples.witness import (
    evaluation_at,
    refuting_witness,
    sides_at,
    sides_of,
)
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.kernel.proofs.side_conditions import side_conditions
from verify_derivations.model import SEAL, Claim, Reading, Status, Verdict
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.evaluation.balls import Evaluation
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import ONE, Binder, Sum, Symbol


def judge(claim: Claim, certificate: Certificate, *, found_by: str = "") -> Verdict:
    """Recompute a certificate and give the verdict that it supports.

    Args:
        claim: the claim, in its context.
        certificate: plain data; nothing in it is believed.
        found_by: the name of the searcher, for the record.

    Raises:
        CertificateError: the certificate does not check; its searcher has a bug.
    """
    if claim.relation not in RELATIONS and claim.relation not in IMPLICATIONS:
        raise CertificateError(f"the kernel has no rule for the relation {claim.relation}")
    try:
        if claim.relation in IMPLICATIONS:
            return _judge_implication(claim, certificate, found_by)
        s = statement(claim)
        match certificate:
            case Proof():
                made = _judge_proof(s, certificate, found_by, _how_read(claim))
                return replace(made, conditions=(*claim.context.provided, *made.conditions), seal=SEAL)
            case Counterexample():
                return _judge_counterexample(s, certificate, found_by, _how_read(claim))
            case NeverDefined():
                return _judge_never_defined(s, certificate, found_by)
            case EmptyDomain():
                return _judge_empty_domain(claim, certificate, found_by)
            case WithLimits():
                return _judge_with_limits(s, certificate, found_by)
            case Diverges():
                return _judge_diverges(s, certificate, found_by)
            case NoLimit():
                return _judge_no_limit(s, certificate, found_by)
            case Implied() | Unimplied():
                raise CertificateError("it is about a step between conditions")
    except (Budget, TermError, ArithmeticError, RecursionError) as error:
        raise CertificateError(f"the certificate cannot be recomputed: {error}") from error
    except (AttributeError, LookupError, TypeError, ValueError) as error:  # data of another kind than is due
        raise CertificateError(f"no such certificate can be read: {type(error).__name__}: {error}") from error
    raise CertificateError(f"there is no certificate of the kind {type(certificate).__name__}")


def judge_together(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict on a statement that makes several claims, one after the other.

    It is refuted if one of them is, and proved if all of them are; else it is as the first that is not.

    >>> from verify_derivations.model import Status
    >>> str(judge_together([Verdict(Status.UNDECIDED, reason="why"), Verdict(Status.ILL_FORMED)]).status)
    'undecided'
    """
    if len(verdicts) == 1:
        return verdicts[0]
    failing = [k for k, verdict in enumerate(verdicts) if verdict.status is not Status.PROVED]
    refuted = [k for k in failing if verdicts[k].status is Status.REFUTED]
    if failing:
        at = (refuted or failing)[0]
        reason = f"step {at + 1} of {len(verdicts)}: {verdicts[at].reason or verdicts[at].status}"
        return replace(verdicts[at], reason=reason, seal=SEAL)
    conditions = tuple(dict.fromkeys(c for verdict in verdicts for c in verdict.conditions))
    return replace(verdicts[-1], conditions=conditions, seal=SEAL)


def _how_read(claim: Claim) -> str:
    """A word on the reading where it is not the usual one."""
    if claim.context.reading is Reading.PRINCIPAL:
        return "read with principal complex values, as no point was found at which both sides are real"
    return ""


def _judge_counterexample(s: Statement, certificate: Counterexample, found_by: str, reason: str) -> Verdict:
    defined = s.relation == DEFINED
    if defined:
        from verify_derivations.kernel.proofs.definedness import undefined_witness

        witness, fact = undefined_witness(s, certificate)
    else:
        witness, fact = refuting_witness(s, certificate)
    if certificate.elsewhere:
        from verify_derivations.kernel.counterexamples.special_sizes import agreement_elsewhere

        fact = f"{fact}; {agreement_elsewhere(s, certificate)}"
    if not defined and s.indices:
        from verify_derivations.kernel.counterexamples.tableau import tableau

        witness = replace(witness, tableau=tableau(s, certificate))
    return Verdict(
        Status.REFUTED,
        reason=reason or fact,
        witness=witness,
        certificate=certificate,
        found_by=found_by,
        seal=SEAL,
    )


def _judge_proof(s: Statement, certificate: Proof, found_by: str, reason: str) -> Verdict:
    evaluation, fact = _check_point(s, certificate)
    argument = certificate.argument
    if isinstance(argument, Order) == (s.relation == "="):
        raise CertificateError(f"there is no such argument for the relation {s.relation}")
    if isinstance(argument, Order):
        from verify_derivations.kernel.proofs.order import check_order

        found = check_order(s, argument)
    else:
        found = check_argument(s, argument, evaluation)
    return Verdict(
        Status.PROVED,
        reason=reason or fact,
        conditions=side_conditions(s, argument, found),
        certificate=certificate,
        found_by=found_by,
        seal=SEAL,
    )


def _judge_never_defined(s: Statement, certificate: NeverDefined, found_by: str) -> Verdict:
    from verify_derivations.kernel.proofs.vacuity import check_never_defined

    failing = check_never_defined(s, certificate)
    reason = f"there is no point at which both sides are defined: {_fails(failing)}"
    return Verdict(Status.VACUOUS, reason=reason, certificate=certificate, found_by=found_by, seal=SEAL)


def _fails(requirement: Requirement) -> str:
    shown, relation = text(requirement.term), requirement.relation
    if relation == "nonpole":
        return f"{shown} is one of 0, -1, -2, ... everywhere"
    return f"{shown} {relation} holds nowhere"


def _judge_diverges(s: Statement, certificate: Diverges, found_by: str) -> Verdict:
    from verify_derivations.kernel.calculus.divergence import check_diverges

    check_diverges(s, certificate)
    reason = f"there is no point at which both sides are defined: {_diverges(certificate)}"
    return Verdict(Status.VACUOUS, reason=reason, certificate=certificate, found_by=found_by, seal=SEAL)


def _diverges(certificate: Diverges) -> str:
    from verify_derivations.kernel.calculus.divergence import distance

    term, at, limit = certificate.term, certificate.at, text(certificate.rate.becomes)
    index = term.index if isinstance(term, Binder) else ""
    if isinstance(term, Sum):
        return f"{text(term)} diverges, as {index} times its terms tends to {limit}"
    place = "infinity" if isinstance(at, Infinity) else f"{index} = {text(at)}"
    times = text(distance(Symbol(index), at))
    return f"{text(term)} diverges at {place}, as {times} times its integrand tends to {limit}"


def _judge_empty_domain(claim: Claim, certificate: EmptyDomain, found_by: str) -> Verdict:
    if not claim.context.domain(certificate.symbol).is_empty:
        raise CertificateError(f"the domain of {certificate.symbol} is not empty")
    reason = f"no value is left for {certificate.symbol}: its declared domain is empty"
    return Verdict(Status.VACUOUS, reason=reason, certificate=certificate, found_by=found_by, seal=SEAL)


def _judge_implication(claim: Claim, certificate: Certificate, found_by: str) -> Verdict:
    """A step between conditions: every part of it is shown, or a point at which one fails."""
    from verify_derivations.kernel.proofs.implications import check_implied, unimplied_witness

    match certificate:
        case Implied():
            check_implied(claim, certificate)
            return Verdict(Status.PROVED, certificate=certificate, found_by=found_by, seal=SEAL)
        case Unimplied():
            witness, why = unimplied_witness(claim, certificate)
            return Verdict(
                Status.REFUTED,
                reason=why,
                witness=witness,
                certificate=certificate,
                found_by=found_by,
                seal=SEAL,
            )
        case EmptyDomain():
            return _judge_empty_domain(claim, certificate, found_by)
    raise CertificateError("there is no such certificate for a step between conditions")


def _judge_with_limits(s: Statement, certificate: WithLimits, found_by: str) -> Verdict:
    """What the limits are is put in their place; then it is a proof or a counterexample like another."""
    from verify_derivations.kernel.calculus.closed_limits import with_limits
    from verify_derivations.kernel.calculus.limits import same_infinity
    from verify_derivations.kernel.counterexamples.with_limits import refuting

    if s.relation != "=":
        raise CertificateError("limits are put in for equations only")
    match certificate.certificate:
        case Counterexample():
            witness = refuting(s, certificate, check_argument)
            reason = "the two sides differ at this point"
            return Verdict(
                Status.REFUTED,
                reason=reason,
                witness=witness,
                certificate=certificate,
                found_by=found_by,
                seal=SEAL,
            )
        case Proof() as proof:
            after = with_limits(s, certificate.values, check_argument)
            if not same_infinity(after):
                verdict = _judge_proof(after, proof, found_by, "")
                return replace(verdict, certificate=certificate, seal=SEAL)
            evaluation_at(replace(after, lhs=ONE, rhs=ONE), proof)  # there is something of which it speaks
            return Verdict(Status.PROVED, certificate=certificate, found_by=found_by, seal=SEAL)
    raise CertificateError("neither a proof nor a counterexample")


def _judge_no_limit(s: Statement, certificate: NoLimit, found_by: str) -> Verdict:
    from verify_derivations.kernel.calculus.limits import check_no_limit

    check_no_limit(s, certificate)
    above, below = text(certificate.above), text(certificate.below)
    reason = (
        f"{text(certificate.term)} needs a direction: the limit is {above} from above and {below} from below"
    )
    return Verdict(Status.ILL_FORMED, reason=reason, certificate=certificate, found_by=found_by)


def _check_point(s: Statement, certificate: Proof) -> tuple[Evaluation, str]:
    """The statement is defined somewhere, and may hold there: a proof is never about nothing.

    Returns:
        The evaluation at the point, and what the value says about the digits of a printed decimal.
    """
    evaluation = evaluation_at(s, certificate)
    lhs, rhs = sides_of(s, evaluation)
    if fails(s, lhs, rhs):
        raise CertificateError(FAILED[s.relation == "="])
    return evaluation, "" if s.symbols else said_of_digits(s, certificate)


def said_of_digits(s: Statement, certificate: Counterexample | Proof) -> str:
    """Whether printed digits are the rounded or the truncated ones; nothing where none are printed."""
    if s.relation != APPROXIMATELY:
        return ""
    found = (
        in_words(s, sides_at(s, replace(certificate, precision=precision))[0]) for precision in PRECISIONS
    )
    return next((words for words in found if words), "")


PRECISIONS = (64, 256, 1024, 4096)


FAILED = {
    True: "the sides differ at the point: a rule of the kernel is wrong",
    False: "the relation fails at the point: a rule of the kernel is wrong",
}
