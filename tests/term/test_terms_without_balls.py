"""Terms that have no number, asked for one: they are refused, and never by a fault."""

from __future__ import annotations

import pytest

from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.balls import Evaluation
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Antiderivative, Symbol, Term

X = Symbol("x")


@pytest.mark.parametrize("term", [Antiderivative(X, X), Infinity(1)])
def test_what_has_no_number_is_refused(term: Term) -> None:
    with pytest.raises(TermError, match="has no ball"):
        Evaluation({}, {}, {}).value(term)
