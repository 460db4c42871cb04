"""Of a statement about arrays that fails: whether it does for one entry, and for square matrices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import fails
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.special_sizes import size_names
from verify_derivations.kernel.counterexamples.witness import sides_at
from verify_derivations.refute.instances import instances

ENOUGH = 3
"""At so many instances of a size the sides have to agree."""


def with_special_sizes(s: Statement, at: Counterexample) -> Counterexample:
    """The counterexample, with instances of other sizes at which the sides agree, if there are such sizes."""
    names = size_names(s)
    here = {name: real for name, (real, _) in at.point if name in names}
    if not here or len(here) > 3:
        return at
    for sizes in _special(here):
        seen: list[Counterexample] = []
        for other in instances(s, ENOUGH, sizes):
            agrees = _agrees(s, other)
            if not agrees or len(seen) == ENOUGH:
                break
            seen.append(other)
        if len(seen) == ENOUGH:
            return replace(at, elsewhere=tuple(seen))
    return at


def _special(here: dict[str, Fraction]) -> Iterator[dict[str, Fraction]]:
    """Sizes with one that is 1, all that are 1, all that are equal."""
    one = Fraction(1)
    for name in here:
        if here[name] != 1:
            yield {**here, name: one}
    if len(set(here.values())) > 1:
        yield dict.fromkeys(here, Fraction(2))
    if len(here) > 1:
        yield dict.fromkeys(here, one)


def _agrees(s: Statement, at: Counterexample) -> bool:
    try:
        return not fails(s, *sides_at(s, at))
    except (CertificateError, TermError, ArithmeticError):
        return False


__all__ = ["with_special_sizes"]
