"""Checking an argument: the ways in which two sides may be shown to be equal, each reduced to identities.

What only one kind of argument needs is loaded where it is met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import (
    Argument,
    BothOrders,
    Cases,
    ConstantDifference,
    EachValue,
    EitherSign,
    Exponentials,
    Inducted,
    Lemma,
    Multiplied,
    Named,
    Order,
    Point,
    Powers,
    Regions,
    Replaced,
    Rewriting,
    Sign,
    Turn,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.continuity import holds_everywhere, require_connected_and_continuous
from verify_derivations.kernel.calculus.leibniz import require_smooth_ways
from verify_derivations.kernel.claims.facts import facts
from verify_derivations.kernel.claims.specialised import specialised
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.equality import same
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.reduced import (
    at_anchor,
    at_each_value,
    derived,
    exponentiated,
    half,
    raised,
    require_near,
    require_nonnegative,
    require_real_sides,
    turned,
    undefined_at_zero,
)
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.evaluation.balls import Evaluation, Undefined
from verify_derivations.term.syntax.build import sub
from verify_derivations.term.syntax.piecewise import Comparison
from verify_derivations.term.syntax.traverse import subterms


def check_argument(
    s: Statement, argument: Argument, at: Evaluation | None = None
) -> list[Requirement] | None:
    """The argument shows that both sides agree wherever the statement is defined.

    Args:
        s: the statement.
        argument: the argument.
        at: an evaluation at a point at which the statement is defined: a normal form is held against it.

    Returns:
        What the statement requires beyond its declarations, where the argument has found that out.

    Raises:
        CertificateError: it does not show that.
    """
    require_smooth_ways(s)
    if isinstance(argument, Rewriting):
        v = checked(s, argument.lemmas)
        if at is not None and s.arrays:
            _require_same_values(s, v, at)
        return None if s.complex_values else v.unmet
    _check_reduced(s, argument)
    return None


def _check_reduced(s: Statement, argument: Argument) -> None:
    """An argument that reduces the statement to others, of which each has an argument of its own."""
    match argument:
        case Exponentials(inner):
            check_argument(exponentiated(s), inner)
        case Powers(exponent, inner):
            require_nonnegative(s)
            check_argument(raised(s, exponent), inner)
        case Replaced():
            from verify_derivations.kernel.calculus.replacements import check_replacement, replaced

            check_replacement(s, argument, check_argument)
            check_argument(replaced(s, argument), argument.argument)
        case Multiplied():
            from verify_derivations.kernel.proofs.multiplied import multiplied

            check_argument(multiplied(s, argument), argument.argument)
        case Named():
            from verify_derivations.kernel.calculus.linear_integrals import named

            if _brought(argument.argument):
                raise CertificateError("what converges is to be known before integrals get names")
            check_argument(named(s, argument), argument.argument)
        case EachValue(index, arguments):
            _check_each_value(s, index, arguments)
        case Turn(factor, inner, anchor):
            _check_turn(s, factor, inner, anchor)
        case ConstantDifference():
            _check_constant(s, argument)
        case Cases():
            _check_cases(s, argument)
        case EitherSign():
            _check_signs(s, argument)
        case BothOrders(below, above):
            _check_orders(s, below, above)
        case Inducted(name, base, step):
            from verify_derivations.kernel.proofs.induction import inducted

            first, growth = inducted(s, name)
            check_argument(first, base)
            check_argument(growth, step)
        case Regions():
            from verify_derivations.kernel.proofs.regions import check_regions

            check_regions(s, argument, check_argument)
        case _:
            raise CertificateError(f"there is no argument of the kind {type(argument).__name__}")


def _require_same_values(s: Statement, v: Valuation, at: Evaluation) -> None:
    """The normal form of each side has the value of the side: else a rule of the kernel is wrong."""
    for side in (s.lhs, s.rhs):
        try:
            difference = at.value(v.sums.written(v.value(side))) - at.value(side)
        except (Undefined, TermError):
            continue  # a lemma may have brought in what has no value there
        if not difference.contains(0):
            raise CertificateError("a normal form has another value: a rule of the kernel is wrong")


# ---- identities ------------------------------------------------------------------------------------
def unmet_requirements(
    s: Statement, argument: Argument | Order, found: list[Requirement] | None
) -> list[Requirement]:
    """The requirements of a statement that its declarations do not give, without those that others give.

    `found` are those beyond the declarations, where `check_argument` has told.
    """
    lemmas = argument.lemmas if isinstance(argument, Rewriting | Sign) else ()

    def open_ones(required: Sequence[Requirement]) -> list[Requirement]:
        def work(capacity: int) -> list[Requirement]:
            v = Valuation.of(s, capacity, RULES)
            for lemma in lemmas:
                v.state(lemma.rule, lemma.term, lemma.becomes)
            v.suppose((s.lhs, s.rhs, *s.differentiated), required, real=not s.complex_values)
            return v.unmet

        try:
            return in_large_enough_field(work, room(s))
        except (CertificateError, DividedByZero, Budget):
            return list(required)

    wanted = [
        r
        for r in (*s.required, *_boundaries(s), *_brought(argument))
        if not (s.complex_values and r.relation == ">= 0")
    ]
    if s.complex_values:
        wanted = [r if r.relation == "nonpole" else replace(r, relation="!= 0") for r in wanted]
    kept = found if found is not None else open_ones(wanted) if wanted else []
    all_open = True
    if 2 <= len(kept) <= MOST_PRUNED:
        for requirement in list(kept):
            others = [r for r in kept if r is not requirement]
            if requirement is kept[-1] and all_open:
                break  # those before it do not give it: that is how it was found
            if requirement not in open_ones([*others, requirement]):
                kept, all_open = others, False
    return kept


def _boundaries(s: Statement) -> tuple[Requirement, ...]:
    """An expression by cases has no derivative where one of its comparisons turns; nothing is said there."""
    bodies = [body for body in s.differentiated if body.holds(Comparison)]
    if not bodies:
        return ()
    turning = [t for t in subterms(*bodies) if isinstance(t, Comparison)]
    found = dict.fromkeys(Requirement(sub(t.left, t.right), "!= 0") for t in turning)
    return tuple(r for r in found if not r.term.loose and not holds_everywhere(s, r))


def _brought(argument: Argument | Order) -> tuple[Requirement, ...]:
    """What is known of the points at which the series that an argument replaces converge."""
    if not isinstance(argument, Replaced):
        return ()
    from verify_derivations.kernel.calculus.replacements import brought

    return brought(argument)


MOST_PRUNED = 8
"""Longer lists of conditions are shown as they are."""


def checked(s: Statement, lemmas: tuple[Lemma, ...]) -> Valuation:
    """The valuation, by these lemmas, in which the two sides have the same value.

    Raises:
        CertificateError: they have not, or a lemma does not check.
    """

    def work(capacity: int) -> Valuation:
        v = Valuation.of(s, capacity, RULES)
        for lemma in lemmas:
            v.state(lemma.rule, lemma.term, lemma.becomes)
        v.suppose((s.lhs, s.rhs, *s.differentiated), facts(s), real=not s.complex_values)
        v.assume(s.assumed)
        if not same(v, s.lhs, s.rhs):
            raise CertificateError("the difference of the two sides is not zero")
        return v

    quantities = {lemma.becomes for lemma in lemmas} | {lemma.term for lemma in lemmas}
    try:
        return in_large_enough_field(work, room(s) + len(quantities) // 3)
    except DividedByZero:
        raise CertificateError("the statement divides by zero everywhere") from None


def room(s: Statement) -> int:
    """About how many quantities a statement needs at least; with indices each has several names."""
    return len(s.domains) + (32 if s.arrays else 0)


def _check_turn(s: Statement, factor: int, inner: Argument, anchor: Point) -> None:
    """lhs - rhs is a multiple of 2 pi/factor everywhere, continuous, and at one point less than 1 < pi."""
    if factor not in (1, 2):
        raise CertificateError("the factor of a turn is 1 or 2")
    require_connected_and_continuous(s)
    check_argument(turned(s, factor), inner)
    require_near(s, anchor)


# ---- constant difference -----------------------------------------------------------------------------
def _check_constant(s: Statement, argument: ConstantDifference) -> None:
    require_connected_and_continuous(s, smooth=True)
    slopes = dict(argument.slopes)
    for name in s.symbols:
        if name not in slopes:
            raise CertificateError(f"nothing is shown about the derivative by {name}")
        check_argument(derived(s, name), slopes[name])
    check_argument(at_anchor(s, argument.anchor), argument.at_anchor)


def _check_each_value(s: Statement, index: str, arguments: Sequence[Argument]) -> None:
    members = at_each_value(s, index)
    if len(arguments) != len(members):
        raise CertificateError(f"{index} has {len(members)} values, and {len(arguments)} are looked at")
    for (_, member), argument in zip(members, arguments, strict=True):
        check_argument(member, argument)


# ---- cases -------------------------------------------------------------------------------------------
def _check_cases(s: Statement, argument: Cases) -> None:
    name = argument.symbol
    if name not in s.domains:
        raise CertificateError(f"{name} does not occur")
    check_argument(half(s, name, positive=True), argument.positive)
    check_argument(half(s, name, positive=False), argument.negative)
    if s.domains[name].nonzero:
        return
    if argument.zero is not None:
        check_argument(specialised(s, {name: Fraction(0)}), argument.zero)
    elif not undefined_at_zero(s, name):
        raise CertificateError(f"nothing is shown for {name} = 0")


def _check_signs(s: Statement, argument: EitherSign) -> None:
    """Where the term is nonnegative, and where it is nonpositive: by identities, as nothing is known there of
    how the points hang together."""
    if s.arrays or s.indices or s.complex_values:
        raise CertificateError("signs are told apart for real numbers only")
    from verify_derivations.kernel.proofs.supposed import supposing

    for relation, inner in ((">=", argument.nonnegative), ("<=", argument.nonpositive)):
        if not isinstance(inner, Rewriting | EitherSign | BothOrders):
            raise CertificateError("there is no such argument where a term has a sign")
        check_argument(supposing(s, argument.term, relation), inner)


def _check_orders(s: Statement, below: Order, above: Order) -> None:
    """One side is at most the other, and at least: for real numbers they are equal."""
    from verify_derivations.kernel.proofs.order import check_order  # which checks its identities here

    require_real_sides(s)
    check_order(replace(s, relation="<="), below)
    check_order(replace(s, relation=">="), above)
