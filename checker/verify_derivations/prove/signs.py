"""Lemmas after which the difference of two sides has a sign that can be seen."""

from __future__ import annotations

from verify_derivations.certificate import Sign
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.order import has_sign, learn_ends
from verify_derivations.prove.canonical import Search
from verify_derivations.prove.rewriting import rewriting


class SignSearch(Search):
    """A search that ends with the sign of the difference instead of with zero."""

    def begin(self) -> None:
        learn_ends(self.v, self.s.domains)

    def shows(self) -> bool:
        return has_sign(self.v, self.s)


def by_sign(s: Statement, deadline: float) -> Sign | None:
    """The difference has a sign by its canonical form."""
    found = rewriting(s, deadline, search=SignSearch)
    return None if found is None else Sign(found.lemmas)


__all__ = ["by_sign"]
