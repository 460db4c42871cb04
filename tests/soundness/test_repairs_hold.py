"""A repair of a random wrong claim holds by the independent judge too, and looking for one never fails."""

from __future__ import annotations

from random import Random

from generate import case
from judge_independently import KNOWN, Pair

from verify_derivations.check import decide, mend
from verify_derivations.model import Status
from verify_derivations.repair.search import Wrong
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.traverse import applied_functions

SEED, CLAIMS = 3, 120


def test_what_is_offered_is_not_refuted_by_the_independent_judge():
    wrong = [case(SEED, number, "mutant").claim for number in range(CLAIMS)]
    refuted = [claim for claim in wrong if decide(claim, seconds=1.0).status is Status.REFUTED]
    found = [repair for claim in refuted for repair in mend(Wrong((claim,))) if repair is not None]
    known = [r for r in found if set(applied_functions(r.claim.lhs, r.claim.rhs)) <= set(KNOWN)]
    assert len(known) > 10
    for repair in known:
        shown = f"{text(repair.claim.lhs)} = {text(repair.claim.rhs)}"
        assert Pair(repair.claim).counterexample(Random(1)) is None, shown
