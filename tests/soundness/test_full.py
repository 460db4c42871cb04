"""Verdicts, with all searchers at work: none is wrong, whatever the claim."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.model import Claim, Context, Declaration, Definition
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS

LOG_OF_GAMMA = Context(definitions=(Definition(parse_plain("w"), parse_plain("log(gamma(x))")),))

KINDS = ["true", "forced", "mutant", "sums", "cases"]

ONCE_TURNED_DOWN = [
    # a rule met a term before the search had found its lemma, and the lemma was never checked
    (
        Claim(parse_plain("exp(w)"), "=", parse_plain("gamma(x)"), LOG_OF_GAMMA),
        "log(gamma(x)) is not loggamma(x)",
    ),
    (
        Claim(
            parse_plain("exp(atan(x)/(x - 1/2)*(2*x/3))"),
            "=",
            parse_plain("exp(atan(x)/(x - 1/2))**(2*x/3)"),
            Context((Declaration("x", DOMAINS["sym1"]),)),
        ),
        "two lemmas that rest on each other",
    ),
]


@pytest.mark.parametrize("kind", KINDS)
def test_no_verdict_is_wrong(failures, kind):
    assert failures("both", kind, 150) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_raised_and_the_kernel_takes_what_the_searchers_find(defects, kind):
    assert defects("both", kind, 150) == []


@pytest.mark.parametrize(("claim", "why"), ONCE_TURNED_DOWN)
def test_what_the_search_finds_is_what_the_kernel_checks(claim, why):
    assert str(decide(claim).status) == "proved", why
