"""A certificate as something to read: the argument in words, with every lemma and the rule it rests on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import (
    Antidifference,
    Argument,
    BinomialSum,
    BothOrders,
    Cases,
    ClosedLimit,
    Combination,
    ConstantDifference,
    Counterexample,
    Cut,
    Diverges,
    EachValue,
    EitherSign,
    EmptyDomain,
    Exponentials,
    Implied,
    Improper,
    Inducted,
    Induction,
    Integrand,
    Joined,
    KnownIntegral,
    KnownSeries,
    Multiplied,
    Named,
    NeverDefined,
    Order,
    PartialSums,
    Point,
    Powers,
    Primitive,
    Proof,
    Regions,
    Replaced,
    Rewriting,
    Turn,
    Unimplied,
    WithLimits,
)
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.closed_limits import body_statement
from verify_derivations.kernel.calculus.limits import replaced_limit, same_infinity
from verify_derivations.kernel.calculus.linear_integrals import named
from verify_derivations.kernel.calculus.primitives import slope_statement
from verify_derivations.kernel.calculus.replacements import induction_statements, replaced
from verify_derivations.kernel.claims.facts import told
from verify_derivations.kernel.claims.specialised import specialised
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.counterexamples.witness import evaluation_at
from verify_derivations.kernel.proofs.induction import inducted
from verify_derivations.kernel.proofs.multiplied import multiplied
from verify_derivations.kernel.proofs.reduced import (
    at_anchor,
    at_each_value,
    derived,
    exponentiated,
    half,
    raised,
    turned,
)
from verify_derivations.kernel.proofs.regions import region_statements
from verify_derivations.kernel.proofs.supposed import supposing
from verify_derivations.model import Claim, Reading, Verdict
from verify_derivations.render.conditions import implied_parts, unimplied_parts
from verify_derivations.render.finite_sums import by_binomial_sum, by_differences
from verify_derivations.render.integrals import (
    by_combination,
    by_integrand,
    by_known_integral,
    by_limits_of_a_primitive,
)
from verify_derivations.render.order import order_parts
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.render.rewriting import FAILURES, rewriting_parts
from verify_derivations.render.series import by_known_series, by_partial_sums
from verify_derivations.render.wording import point_text, value_text
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Binder, Integral, Product, Sum
from verify_derivations.term.syntax.piecewise import Piecewise, regions

NAMES_OF_POWERS = {2: "squares", 3: "cubes"}


def how_it_was_shown(claim: Claim, verdict: Verdict) -> tuple[Part, ...]:
    """The proof or the refutation of the claim, to be read from top to bottom; nothing for other verdicts."""
    match verdict.certificate:
        case Proof() as proof:
            try:
                s, words = _as_it_was_read(claim, proof)
                shown = (
                    order_parts(s, proof.argument)
                    if isinstance(proof.argument, Order)
                    else _argument(s, proof.argument)
                )
                return (*words, *shown, *_seen_at(proof, claim.relation))
            except FAILURES:  # a report must come out whatever a single proof is like
                return (Part("The certificate was checked; it cannot be retold here."),)
        case Counterexample():
            return _refutation(verdict, claim.relation)
        case NeverDefined() as certificate:
            return _about_nothing(claim, certificate)
        case WithLimits() as with_limits:
            return _with_limits(claim, verdict, with_limits)
        case Implied() as implied:
            return implied_parts(claim, implied, _argument)
        case Unimplied():
            return unimplied_parts(verdict, point_text)
        case Diverges(term, _, _, rate):
            return (
                Part(
                    f"{one_line(text(term))} has no value, as there is the limit", (rate.term, rate.becomes)
                ),
                Part(
                    "What is as large as a multiple of 1/k, or of 1/x, has no finite sum or integral there."
                ),
            )
        case EmptyDomain(name):
            return (
                Part(f"The declarations leave no value for {name}, so there is no point to speak about."),
            )
    return ()


# ---- vacuous ---------------------------------------------------------------------------------------
def _about_nothing(claim: Claim, certificate: NeverDefined) -> tuple[Part, ...]:
    """The requirement that fails everywhere, with the lemmas that show it."""
    failing = f"{one_line(text(certificate.term))} {certificate.relation}"
    if certificate.relation == "nonpole":
        failing = f"{one_line(text(certificate.term))} is none of 0, -1, -2, ..."
    parts = [Part(f"Wherever both sides are defined, {failing}.")]
    if certificate.indices:
        parts.append(
            Part("That fails for " + ", ".join(f"{name} = {k}" for name, k in certificate.indices) + ".")
        )
        return tuple(parts)
    if certificate.lemmas:
        s = replace(statement(claim), lhs=certificate.term, rhs=certificate.term)
        parts.append(Part("", None, rewriting_parts(s, certificate.lemmas)))
    parts.append(Part("That holds at no point of the domain, by the value of the term or by its sign."))
    return tuple(parts)


# ---- limits ----------------------------------------------------------------------------------------
def _with_limits(claim: Claim, verdict: Verdict, certificate: WithLimits) -> tuple[Part, ...]:
    """The limits with their values, then what is shown with these in their place."""
    parts, s = [], statement(claim)
    for value in certificate.values:
        if isinstance(value, ClosedLimit):
            same = body_statement(s, value.term, value.name, value.body)
            said = "What the limit is taken of is, at every whole number,"
            parts.append(Part(said, None, (Part("", (same.lhs, same.rhs), _argument(same, value.same)),)))
        shown = value.value if isinstance(value, ClosedLimit) else value
        words = f"by an asymptotic expansion with up to {shown.order} terms, from every side that is meant"
        how = words if shown.order else "by definition"
        parts.append(Part("", (shown.term, shown.becomes), (Part(how),)))
        s = replaced_limit(s, value.term, value.becomes)
    proof = certificate.certificate
    if isinstance(proof, Counterexample):
        return (*parts, *_refutation(verdict, claim.relation))
    parts.append(Part("With that in its place the claim is", None, (Part("", (s.lhs, s.rhs)),)))
    if same_infinity(s) or isinstance(proof.argument, Order):
        return tuple(parts)
    return (*parts, *_argument(s, proof.argument), *_seen_at(proof, claim.relation))


# ---- refuted ---------------------------------------------------------------------------------------
def _refutation(verdict: Verdict, relation: str) -> tuple[Part, ...]:
    witness = verdict.witness
    if witness is None:
        return ()
    where = point_text(witness) if witness.point or witness.functions or witness.sizes else ""
    return (
        Part(f"At the point {where} both sides are defined:" if where else "Both sides are numbers:"),
        Part(f"  the left side is {value_text(witness.lhs)},"),
        Part(f"  the right side is {value_text(witness.rhs)}."),
        Part(
            "Both are certain to every digit shown, and they differ."
            if relation == "="
            else f"Both are certain to every digit shown: {verdict.reason}."
        ),
    )


# ---- proved ----------------------------------------------------------------------------------------
def _as_it_was_read(claim: Claim, proof: Proof) -> tuple[Statement, tuple[Part, ...]]:
    """The statement that the proof is about: it may be the one for principal values."""
    s = statement(claim)
    try:
        evaluation_at(s, proof)
    except CertificateError:
        principal = replace(claim, context=replace(claim.context, reading=Reading.PRINCIPAL))
        said = "The sides are not real where they are defined, so they are read as principal values:"
        return statement(principal), (Part(said),)
    return s, ()


def _seen_at(proof: Proof, relation: str) -> tuple[Part, ...]:
    """A proof speaks about something: the point at which the statement was evaluated as well."""
    where = f" at {_point(proof.point)}" if proof.point else ""
    names = ", ".join(name for name, _ in proof.functions)
    chosen = f" (with polynomials put for {names})" if names else ""
    seen = "have the same value" if relation == "=" else "do not contradict it"
    return (Part(f"Evaluated independently{where}{chosen}, both sides are defined and {seen}."),)


def _point(point: Point) -> str:
    return ", ".join(
        f"{name} = {re}" if im == 0 else f"{name} = {re} + {im}*I" for name, (re, im) in sorted(point)
    )


def _argument(s: Statement, argument: Argument) -> tuple[Part, ...]:
    """The argument in words, what it rests on below."""
    match argument:
        case Rewriting(lemmas):
            return rewriting_parts(s, lemmas)
        case Exponentials(inner):
            said = "Both sides are real, and exp is one-to-one on the reals: it is enough that"
            return _reduced(said, exponentiated(s), inner)
        case Powers(exponent, inner):
            powers = NAMES_OF_POWERS.get(exponent, f"powers with {exponent}")
            said = f"Neither side is ever negative, so it is enough that their {powers} agree:"
            return _reduced(said, raised(s, exponent), inner)
        case Turn():
            return _turn(s, argument)
        case ConstantDifference():
            return _constant_difference(s, argument)
        case Cases():
            return _cases(s, argument)
        case EitherSign(term, nonnegative, nonpositive):
            shown = one_line(text(term))
            return tuple(
                Part(f"Where {shown} {sign} 0:", None, _argument(supposing(s, term, sign), inner))
                for sign, inner in ((">=", nonnegative), ("<=", nonpositive))
            )
        case BothOrders(below, above):
            first, second = replace(s, relation="<="), replace(s, relation=">=")
            return (
                Part("The left side is never the larger one:", None, order_parts(first, below)),
                Part("Nor is the right side:", None, order_parts(second, above)),
            )
        case Inducted(name, base, step):
            first, growth = inducted(s, name)
            return (
                *_reduced(f"By induction on {name}. At its least value:", first, base),
                *_reduced(f"From each {name} to the next, both sides grow by the same:", growth, step),
            )
        case Regions():
            return _regions(s, argument)
        case Replaced():
            return _replaced(s, argument)
        case Multiplied(matrix, index, left, inner):
            side = "left" if left else "right"
            name = one_line(text(matrix))
            said = (
                f"{name} is invertible, so both sides may be multiplied by it from the {side}, along {index}:"
            )
            return _reduced(said, multiplied(s, argument), inner)
        case Named(names, inner):
            told = ", ".join(f"{name} for {one_line(text(term))}" for name, term in names)
            said = f"It holds whatever numbers the integrals are, with {told}:"
            return _reduced(said, named(s, argument), inner)
        case EachValue(index, arguments):
            return tuple(
                Part(f"For {index} = {k}:", (member.lhs, member.rhs), _argument(member, inner))
                for (k, member), inner in zip(at_each_value(s, index), arguments, strict=True)
            )


def _reduced(said: str, s: Statement, inner: Argument) -> tuple[Part, ...]:
    """The claim comes down to another one, which is shown below."""
    return (Part(said), Part("", (s.lhs, s.rhs), _argument(s, inner)))


def _turn(s: Statement, argument: Turn) -> tuple[Part, ...]:
    turn = "2 pi" if argument.factor == 1 else "pi"
    said = f"The sides differ by a whole multiple of {turn} everywhere, because"
    return (
        *_reduced(said, turned(s, argument.factor), argument.argument),
        Part("Both sides are continuous on the whole of the domain, which is connected, so that"),
        Part("the multiple is the same everywhere."),
        Part(f"At {_point(argument.anchor)} the sides are less than 1 apart, so it is zero."),
    )


def _constant_difference(s: Statement, argument: ConstantDifference) -> tuple[Part, ...]:
    parts = [Part("Both sides are smooth on the whole of the domain, which is connected.")]
    for name, inner in argument.slopes:
        slopes = derived(s, name)
        parts.append(Part(f"Their derivatives by {name} agree:"))
        parts.append(Part("", (slopes.lhs, slopes.rhs), _argument(slopes, inner)))
    at = at_anchor(s, argument.anchor)
    parts.append(Part(f"So their difference is constant. At {_point(argument.anchor)} it is zero:"))
    parts.append(Part("", (at.lhs, at.rhs), _argument(at, argument.at_anchor)))
    return tuple(parts)


def _cases(s: Statement, argument: Cases) -> tuple[Part, ...]:
    name = argument.symbol
    parts = [
        Part(f"For {name} > 0:", None, _argument(half(s, name, positive=True), argument.positive)),
        Part(f"For {name} < 0:", None, _argument(half(s, name, positive=False), argument.negative)),
    ]
    if argument.zero is not None:
        zero = specialised(s, {name: Fraction(0)})
        below = (Part("", (zero.lhs, zero.rhs), _argument(zero, argument.zero)),)
        parts.append(Part(f"For {name} = 0:", None, below))
    else:
        parts.append(Part(f"For {name} = 0 it says nothing: a side is not defined there, or 0 is excluded."))
    return tuple(parts)


def _regions(s: Statement, argument: Regions) -> tuple[Part, ...]:
    """Region by region; of an empty one only that it is."""
    told = (regions(argument.term) if isinstance(argument.term, Piecewise) else None) or []
    parts = []
    for (_, region), part, inner in zip(
        told, region_statements(s, argument.term), argument.parts, strict=True
    ):
        where = one_line(" and ".join(text(c) for c in region)) or "everywhere else"
        if isinstance(inner, NeverDefined | EmptyDomain):
            parts.append(Part(f"Where {where}, there is no point of which the claim speaks."))
        else:
            parts.append(
                Part(f"Where {where}:", None, (Part("", (part.lhs, part.rhs), _argument(part, inner)),))
            )
    return tuple(parts)


def _replaced(s: Statement, argument: Replaced) -> tuple[Part, ...]:
    """First why the integral or sum is what it is said to be, then the claim with that in its place."""
    shown = _evidence(told(s, argument.term) if isinstance(argument.term, Binder) else s, argument)
    after = replaced(s, argument)
    return (
        Part("", (argument.term, argument.becomes), shown),
        Part("With that in its place the claim is"),
        Part("", (after.lhs, after.rhs), _argument(after, argument.argument)),
    )


def _evidence(s: Statement, argument: Replaced) -> tuple[Part, ...]:
    match argument.evidence, argument.term:
        case KnownSeries() as evidence, Sum() as term:
            return by_known_series(s, term, evidence, _argument)
        case KnownIntegral() as evidence, Integral() as term:
            return by_known_integral(s, term, evidence, _argument)
        case Combination() as evidence, Integral() as term:
            return by_combination(s, term, evidence, _argument)
        case Joined(), _:
            return (Part("the ways of these integrals, of the same integrand, follow each other"),)
        case Integrand() as evidence, Integral() as term:
            return by_integrand(s, term, evidence, _argument)
        case Cut(at), _:
            return (Part(f"the way is cut at {one_line(text(at))}, which lies between the bounds"),)
        case Improper() as evidence, Integral() as term:
            return by_limits_of_a_primitive(s, term, evidence, _argument)
        case Antidifference() as evidence, Sum() as term:
            return by_differences(s, term, evidence, _argument)
        case BinomialSum() as evidence, Sum() as term:
            return by_binomial_sum(s, term, evidence, _argument)
        case PartialSums() as evidence, Sum() as term:
            return by_partial_sums(s, term, argument.becomes, evidence, _argument)
        case Primitive() as evidence, Integral() as term:
            slope = slope_statement(s, evidence, term)
            function = one_line(text(evidence.function))
            said = f"the integral is the difference of {function} at its bounds, as that has the derivative"
            return (Part(said), Part("", (slope.lhs, slope.rhs), _argument(slope, evidence.slope)))
        case Induction() as evidence, (Sum() | Product()) as term:
            base, step = induction_statements(s, evidence.name, term, argument.becomes)
            return (
                Part(f"by induction on {evidence.name}; for its least value"),
                Part("", (base.lhs, base.rhs), _argument(base, evidence.base)),
                Part(f"and from {evidence.name} to {evidence.name} + 1"),
                Part("", (step.lhs, step.rhs), _argument(step, evidence.step)),
            )
    return ()


__all__ = ["how_it_was_shown"]
