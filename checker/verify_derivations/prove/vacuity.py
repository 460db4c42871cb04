"""Search for a requirement, or a hypothesis, that fails at every point of the domain."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from verify_derivations.certificate import Lemma, NeverDefined
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget
from verify_derivations.kernel.calculus.leibniz import has_smooth_ways
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.vacuity import check_never_defined, demands, instance
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import ZERO

MOST_INSTANCES = 64
"""So many values of the indices of a sum are tried."""

Indices = tuple[tuple[str, int], ...]


def never_defined(s: Statement, deadline: float) -> NeverDefined | None:
    """Why the statement speaks about no point at all, if that is found.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
    """
    for with_lemmas in (False, True) if has_smooth_ways(s) else ():
        for requirement in demands(s):
            for indices in islice(_instances(requirement), MOST_INSTANCES):
                if time.perf_counter() > deadline:
                    return None
                lemmas = _lemmas(s, instance(requirement, dict(indices)), deadline) if with_lemmas else ()
                found = NeverDefined(requirement.term, requirement.relation, lemmas, indices)
                if _checks(s, found):
                    return found
    return None


def _instances(requirement: Requirement) -> Iterator[Indices]:
    """Values of the indices that the requirement stands under, where their bounds are numbers."""
    choices: list[range] = []
    for r in requirement.ranges:
        lower, upper = rational(r.lower), rational(r.upper)
        if not r.whole or lower is None or lower.denominator != 1 or (upper is None and r.upper is not OO):
            return
        last = int(lower) + MOST_INSTANCES
        choices.append(range(int(lower), (last if upper is None else min(int(upper.__floor__()), last)) + 1))
    names = [r.name for r in requirement.ranges]
    for values in product(*choices):
        yield tuple(zip(names, values, strict=True))


def _lemmas(s: Statement, wanted: Requirement, deadline: float) -> tuple[Lemma, ...]:
    """Lemmas that open the term: those by which it is zero, or those that its own canonical form needs."""
    others = tuple(r for r in s.required if (r.term, r.relation) != (wanted.term, wanted.relation))
    for rhs in (ZERO, wanted.term):
        found = rewriting(replace(s, lhs=wanted.term, rhs=rhs, required=others), deadline)
        if found is not None:
            return found.lemmas
    return ()


def _checks(s: Statement, certificate: NeverDefined) -> bool:
    try:
        check_never_defined(s, certificate)
    except (CertificateError, TermError, Budget, ArithmeticError):
        return False
    return True
