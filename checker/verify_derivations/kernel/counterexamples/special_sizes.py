"""Sizes at which a refuted statement about arrays does not fail: one entry, or square matrices."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.relations import fails
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import sides_at
from verify_derivations.term.syntax.traverse import free_symbols


def size_names(s: Statement) -> list[str]:
    """The names of the sizes of arrays and indices."""
    sizes = [*s.indices.values(), *(size for a in s.arrays.values() for size in a.shape)]
    return free_symbols(*sizes)


def agreement_elsewhere(s: Statement, certificate: Counterexample) -> str:
    """For which sizes the two sides agree at all instances that the certificate tells of, in words.

    Raises:
        CertificateError: they differ at one of them, or the sizes have nothing in common.
    """
    for other in certificate.elsewhere:
        if fails(s, *sides_at(s, other)):
            raise CertificateError("the two sides differ at an instance at which they are said to agree")
    common = _in_common(size_names(s), certificate)
    if not common:
        raise CertificateError("the instances at which the sides agree have no size of their own")
    return f"where {common} they agree at all {len(certificate.elsewhere)} instances that were tried"


def _in_common(names: list[str], certificate: Counterexample) -> str:
    """What holds of the sizes at all of these instances, and not at the point."""
    here = _sizes(names, certificate)
    others = [_sizes(names, other) for other in certificate.elsewhere]
    ones = [n for n in names if here[n] != 1 and all(other[n] == 1 for other in others)]
    if ones:
        return " = ".join((*ones, "1"))
    square = len(set(here.values())) > 1 and all(len(set(other.values())) == 1 for other in others)
    return " = ".join(names) if square else ""


def _sizes(names: list[str], at: Counterexample) -> dict[str, Fraction]:
    values = {name: real for name, (real, _) in at.point}
    return {name: values[name] for name in names}


__all__ = ["agreement_elsewhere", "size_names"]
