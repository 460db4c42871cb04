"""Claims and certificates are altered at random: the kernel takes none for what it refutes somewhere."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from altering import another_certificate, another_claim
from test_order_forgeries import GENUINE

from verify_derivations.certificate import Counterexample, Proof
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Status
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import subterms

ALTERED = 60
"""So many times each genuine certificate is altered."""

VALUES = [Fraction(n) for n in "0 1 -1 1/2 2 3/4 -2 3 1/10 1/1000".split()]
TRIED = [(k, stated, proof) for k, (stated, proof) in enumerate(GENUINE) if not stated.context.arrays]


def accepted(stated: Claim, proof: Proof) -> bool:
    try:
        return judge(stated, proof).status is Status.PROVED
    except CertificateError:
        return False


def refuted_at(stated: Claim, names: list[str]) -> dict[str, Fraction] | None:
    """A point at which the kernel refutes the claim."""
    for values in product(VALUES[: 10 if len(names) < 3 else 5], repeat=len(names)):
        point = tuple((name, (value, Fraction(0))) for name, value in zip(names, values, strict=True))
        try:
            judge(stated, Counterexample(point))
        except CertificateError:
            continue
        return dict(zip(names, values, strict=True))
    return None


@pytest.mark.parametrize(("number", "stated", "proof"), TRIED)
def test_nothing_false_is_accepted(number: int, stated: Claim, proof: Proof) -> None:
    for k in range(ALTERED):
        rng = Random(f"{number}/{k}")
        around = list(dict.fromkeys(subterms(stated.lhs, stated.rhs)))
        names = sorted({t.name for t in around if isinstance(t, Symbol)}) or ["x"]
        claim = stated
        for _ in range(rng.choice((1, 1, 2))):
            claim = another_claim(rng, claim, around)
        argument = proof.argument
        for _ in range(rng.choice((0, 0, 1, 2))):
            argument = another_certificate(rng, argument, around, names)
        altered = replace(proof, argument=argument)
        if accepted(claim, altered):
            names = sorted({name for name, _ in proof.point})
            at = refuted_at(claim, names)
            where = [d.domain.describe(d.name) for d in claim.context.declarations]
            given = [f"{text(a.lhs)} {a.relation} {text(a.rhs)}" for a in claim.context.assumptions]
            said = f"{text(claim.lhs)} {claim.relation} {text(claim.rhs)}, {where}, {given}"
            assert at is None, f"case {number}/{k}: {said} fails at {at}, but was proved by {argument}"
