"""A claim made ready to be judged: definitions put in, derivatives carried out, requirements collected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from fractions import Fraction
from functools import cached_property, lru_cache

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.kernel.claims.convergent import convergence
from verify_derivations.kernel.claims.defined import RESERVED, is_reserved
from verify_derivations.model import ArrayDeclaration, Claim, Context, Reading
from verify_derivations.term.calculus.cases import has_cases
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.running import require_known_slopes, require_nothing_runs
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.syntax.build import add, rational
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import (
    ZERO,
    Add,
    Antiderivative,
    Constant,
    Decimal,
    Entry,
    I,
    Mul,
    Number,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import free_symbols, subterms

APPROXIMATELY = "≈"
"""The relation between a number and a printed decimal."""

COMPARED = ("<", "<=", ">", ">=")
"""The relations other than equality that are judged between numbers made of arrays, and entry by entry."""

DEFINED = "defined"
"""The relation of an expression to itself that says that it is defined on the whole of its domain."""


@dataclass(frozen=True, eq=False)  # what is remembered of a statement is remembered of this very object
class Statement:
    """What a claim means: `lhs relation rhs` in plain terms, over these domains, where `required` holds.

    `complex_values` says that it is read in the complex numbers (principal values): the context says so,
    a symbol is declared complex, or the imaginary unit is written.
    """

    lhs: Term
    relation: str
    rhs: Term
    domains: dict[str, Domain]
    differentiated: tuple[Term, ...]
    required: tuple[Requirement, ...]
    complex_values: bool
    assumed: tuple[tuple[Term, str, Term], ...] = ()
    arrays: dict[str, ArrayDeclaration] = field(default_factory=dict)
    indices: dict[str, Term] = field(default_factory=dict)
    """Free indices, and the size up to which each of them runs."""
    opened: tuple[tuple[str, str], ...] = ()
    """The definitions that were put into the two sides: in the body of which ("" for a side), and which."""
    converging: tuple[Requirement, ...] = ()
    """Those that the integrals in it require in order to converge; they stand among the hypotheses, too."""

    @cached_property
    def symbols(self) -> list[str]:
        """The free symbols, those of differentiated bodies, of hypotheses and of sizes included."""
        sizes = [*self.indices.values(), *(size for a in self.arrays.values() for size in a.shape)]
        return free_symbols(self.lhs, self.rhs, *self.differentiated, *self.hypotheses, *sizes)

    def holds(self, kind: type[Term]) -> bool:
        """A node of that class occurs in one of the two sides."""
        return self.lhs.holds(kind) or self.rhs.holds(kind)

    @cached_property
    def has_cases(self) -> bool:
        """An expression by cases occurs in it."""
        return has_cases(self.lhs, self.rhs, *self.differentiated, *self.hypotheses)

    @cached_property
    def unknown(self) -> tuple[tuple[str, int], ...]:
        """The functions of which nothing is known, with their numbers of arguments."""
        return tuple(unknown_functions(self.lhs, self.rhs, *self.differentiated))

    @property
    def hypotheses(self) -> tuple[Term, ...]:
        """The sides of the hypotheses."""
        return tuple(side for lhs, _, rhs in self.assumed for side in (lhs, rhs))


def statement(claim: Claim) -> Statement:
    """What the claim means in its context. Remembered, as searchers and the judge ask for it in turn.

    Raises:
        TermError: a circular definition, an unknown derivative.
    """
    latest = _LATEST.get("claim")  # to see that it is the same takes less time than its hash
    if latest is None or latest[0] is not claim:
        latest = _LATEST["claim"] = claim, _statement(claim)
    return latest[1]


_LATEST: dict[str, tuple[Claim, Statement]] = {}


@lru_cache(maxsize=64)
def _statement(claim: Claim) -> Statement:
    context = claim.context
    definitions = [(d.head, d.body) for d in context.definitions]
    _require_names(claim)
    _require_what_hypotheses_mean(claim, definitions)
    unfolding = Unfolding(definitions)
    lhs, rhs = unfolding.meaning(claim.lhs), unfolding.meaning(claim.rhs)
    opened = tuple(unfolding.opened)
    _require_sense(lhs, claim.relation, rhs)
    lhs, rhs = _without_antiderivatives(lhs, rhs, unfolding)
    assumed = _assumed(context, unfolding)
    hypotheses = [side for left, _, right in assumed for side in (left, right)]
    differentiated = tuple(dict.fromkeys(unfolding.differentiated))
    names = free_symbols(lhs, rhs, *differentiated, *hypotheses)
    arrays = {a.name: a for a in context.arrays}
    used = _arrays_in(lhs, rhs, *differentiated, *hypotheses)
    if not used <= set(arrays):
        raise TermError(f"{min(used - set(arrays))} has no declared shape")
    arrays = {name: arrays[name] for name in sorted(used)}
    indices = {name: size for name, size in context.indices if name in names}
    if claim.relation not in ("=", *COMPARED) and (arrays or indices):
        raise TermError(f"the relation {claim.relation} is not judged between arrays yet")
    if arrays or indices:
        sizes = [*indices.values(), *(size for a in arrays.values() for size in a.shape)]
        names = sorted({*names, *free_symbols(*sizes)})
    domains = {name: context.domain(name) for name in names}
    domains.update(dict.fromkeys(indices, DOMAINS["posint"]))
    complex_values = (
        context.reading is Reading.PRINCIPAL
        or any(d.field == "complex" for d in (*domains.values(), *(a.entries for a in arrays.values())))
        or any(side.holds(Constant) and I in subterms(side) for side in (lhs, rhs))
    )
    required = tuple(requirements((lhs, rhs, *hypotheses), differentiated))
    plain = claim.relation in ("=", "!=", *COMPARED) and not (complex_values or arrays or indices)
    converging = _converging(domains, assumed, lhs, rhs) if plain else ()
    required += converging
    assumed += tuple((r.term, ">", ZERO) for r in converging)
    return Statement(
        lhs,
        claim.relation,
        rhs,
        domains,
        differentiated,
        required,
        complex_values,
        assumed,
        arrays,
        indices,
        opened,
        converging,
    )


def _assumed(context: Context, unfolding: Unfolding) -> tuple[tuple[Term, str, Term], ...]:
    """The hypotheses: what is assumed, and what follows from what defined names are declared to be."""
    assumed = tuple(
        (unfolding.meaning(a.lhs), a.relation, unfolding.meaning(a.rhs)) for a in context.assumptions
    )
    of_sizes = _sizes_defined(context, unfolding)
    sizes = [head for head, _, _ in of_sizes]
    of_numbers = tuple(
        (unfolding.meaning(d.head), relation, bound)
        for d in context.definitions
        if isinstance(d.head, Symbol) and d.head not in sizes
        for relation, bound in _bounds(d.head.name, d.body, context.domain(d.head.name))
    )
    return assumed + of_sizes + of_numbers


def _sizes_defined(context: Context, unfolding: Unfolding) -> tuple[tuple[Term, str, Term], ...]:
    """What the definitions say of the sizes of arrays and indices, in which no definition is put."""
    sizes = [size for a in context.arrays for size in a.shape] + [size for _, size in context.indices]
    names = frozenset[str]().union(*(size.names for size in sizes))
    return tuple(
        (d.head, "=", unfolding.meaning(d.body))
        for d in context.definitions
        if isinstance(d.head, Symbol) and d.head.name in names
    )


def _converging(
    domains: dict[str, Domain], assumed: tuple[tuple[Term, str, Term], ...], *sides: Term
) -> tuple[Requirement, ...]:
    """What the integrals in the sides require, but for what is assumed in just this form."""
    found = dict.fromkeys(convergence(domains, *sides))
    return tuple(r for r in found if (r.term, ">", ZERO) not in assumed)


def _require_what_hypotheses_mean(claim: Claim, definitions: list[tuple[Term, Term]]) -> None:
    """What they say of a name is the same under sums, integrals, limits and derivatives.

    Raises:
        TermError: it may be meant in two ways.
    """
    equations = [(a.lhs, a.rhs) for a in claim.context.assumptions if a.relation == "="]
    require_nothing_runs(_solved(claim.context.assumptions), claim.lhs, claim.rhs)
    require_known_slopes(definitions, equations, claim.lhs, claim.rhs)


def _solved(assumptions: tuple[Claim, ...]) -> list[tuple[Term, Term]]:
    """The hypotheses that say of a symbol what it is, as pairs of a head and a body."""
    equations = [(a.lhs, a.rhs) for a in assumptions if a.relation == "="]
    return [(head, body) for head, body in equations if isinstance(head, Symbol)]


def _arrays_in(*terms: Term) -> set[str]:
    """The names of the arrays that occur."""
    with_entries = [term for term in terms if term.holds(Entry)]
    if not with_entries:
        return set()
    return {t.array for t in subterms(*with_entries) if isinstance(t, Entry)}


def _require_sense(lhs: Term, relation: str, rhs: Term) -> None:
    """A printed decimal stands to the right of an approximation; integrals without bounds in equations.

    Raises:
        TermError: the relation makes no sense between these sides.
    """
    if isinstance(rhs, Decimal) != (relation == APPROXIMATELY):
        raise TermError(
            "an approximation is judged by the digits of a printed decimal on its right side"
            if relation == APPROXIMATELY
            else "a printed decimal stands for an interval, so it can only be approximated"
        )
    if lhs.holds(Decimal):
        raise TermError("a printed decimal stands for an interval and not for a number within an expression")
    if relation == DEFINED and lhs is not rhs:
        raise TermError("that something is defined is said of one expression")
    if relation != "=" and _has_antiderivative(lhs, rhs):
        raise TermError("an integral without bounds can only be equated")


def _require_names(claim: Claim) -> None:
    """No name could be mistaken for one that the kernel makes."""
    context = claim.context
    terms = [side for c in (claim, *context.assumptions) for side in (c.lhs, c.rhs)]
    terms += [part for d in context.definitions for part in (d.head, d.body)]
    sizes = [size for a in context.arrays for size in a.shape] + [size for _, size in context.indices]
    names = [name for name, _ in context.indices]
    names += frozenset().union(*[term.names for term in (*terms, *sizes)])
    if is_reserved("".join(names)):
        name = min(name for name in names if is_reserved(name))
        raise TermError(f"the name {name} holds one of the characters {RESERVED}, which no name may hold")


def _without_antiderivatives(lhs: Term, rhs: Term, unfolding: Unfolding) -> tuple[Term, Term]:
    """An integral without bounds equals whatever has its integrand as derivative; constants are ignored."""
    for left, right in ((lhs, rhs), (rhs, lhs)):
        if isinstance(left, Antiderivative) and not _has_antiderivative(left.body, right):
            unfolding.differentiated.append(right)
            return left.body, differentiate(right, left.variable)
    if not _has_antiderivative(lhs, rhs):
        return lhs, rhs
    integrals, rest = _antiderivatives(lhs)
    others, other_rest = _antiderivatives(rhs)
    variables = {integral.variable for _, integral in (*integrals, *others)}
    if len(variables) > 1:
        raise TermError("integrals without bounds are over different variables")
    (variable,) = variables
    return _slope(integrals, rest, variable, unfolding), _slope(others, other_rest, variable, unfolding)


def _antiderivatives(term: Term) -> tuple[list[tuple[Fraction, Antiderivative]], list[Term]]:
    """The integrals without bounds that are summands of a term, with their factors, and the other summands.

    Raises:
        TermError: one stands elsewhere.
    """
    found, rest = list[tuple[Fraction, Antiderivative]](), list[Term]()
    for summand in term.children if isinstance(term, Add) else (term,):
        factors = [*_factors(summand)]
        integrals = [factor for factor in factors if factor.holds(Antiderivative)]
        numbers = [rational(factor) for factor in factors if not factor.holds(Antiderivative)]
        if not integrals:
            rest.append(summand)
            continue
        inner = integrals[0]
        if len(integrals) > 1 or not isinstance(inner, Antiderivative) or _has_antiderivative(inner.body):
            raise TermError(SUMMANDS)
        factor = Fraction(1)
        for number in numbers:
            if number is None:
                raise TermError(SUMMANDS)
            factor *= number
        found.append((factor, inner))
    return found, rest


def _factors(term: Term) -> Iterator[Term]:
    """The factors of a product, and of products within it."""
    if isinstance(term, Mul):
        for factor in term.children:
            yield from _factors(factor)
    else:
        yield term


SUMMANDS = "integrals without bounds have to be summands, with numbers as factors"


def _slope(
    integrals: list[tuple[Fraction, Antiderivative]], rest: list[Term], variable: Term, unfolding: Unfolding
) -> Term:
    """The derivative of a sum of integrals without bounds and other summands."""
    unfolding.differentiated += rest
    bodies = (
        integral.body if factor == 1 else Mul((Number(factor), integral.body))
        for factor, integral in integrals
    )
    return add(*bodies, *(differentiate(summand, variable) for summand in rest))


def _has_antiderivative(*terms: Term) -> bool:
    return any(term.holds(Antiderivative) for term in terms)


def _bounds(name: str, body: Term, domain: Domain) -> list[tuple[str, Term]]:
    """What the domain of a defined name says about its definition: comparisons with numbers."""
    value = rational(body)
    if value is not None and value in domain:
        return []
    if domain.field == "integer":
        raise TermError(f"{name} is defined, so it cannot be declared to be a whole number")
    found: list[tuple[str, Term]] = []
    if domain.lower is not None:
        found.append((">" if domain.lower_open else ">=", Number(domain.lower)))
    if domain.upper is not None:
        found.append(("<" if domain.upper_open else "<=", Number(domain.upper)))
    if domain.nonzero:
        found.append(("!=", Number(0)))
    return found
