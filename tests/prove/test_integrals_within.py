"""Integrals within integrals: what is suggested for the outer one, without the cases of the inner one."""

from __future__ import annotations

import pytest

from verify_derivations.prove.primitives import primitives
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import DOMAINS

INNER = [
    # body, variable, domain of the other symbols, whether there is a suggestion
    ("integrate(exp(-a*x - b*y), (x, 0, oo))", "y", "positive", True),
    ("integrate(exp(-a*x - b*y), (x, 0, oo))", "y", "real", True),
    ("integrate(exp(-a*x - b*y), (x, 0, 1))", "y", "positive", True),
    ("integrate(exp(-x**4 - x*y), (x, 0, 1))", "y", "real", False),
]


@pytest.mark.parametrize(("body", "name", "domain", "found"), INNER)
def test_the_general_case_is_integrated(body: str, name: str, domain: str, found: bool) -> None:
    term = parse_plain(body)
    domains = {n: DOMAINS[domain if n != name else "real"] for n in term.names}
    suggested = [text(t) for t in primitives(term, name, domains)]
    assert bool(suggested) is found
    assert not any("integrate" in t or "Piecewise" in t for t in suggested)
