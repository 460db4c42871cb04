"""A refutation stands where what may be supposed besides is proved, and defined at its point."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.decide import agreed, decide
from verify_derivations.model import Alternative, Claim, Context
from verify_derivations.read.paths import read_paths
from verify_derivations.term.notation.plain import parse_plain

POSITIVE = (("a", ">", "0"), ("b", ">", "a"))

SUPPOSED = [
    # what is assumed, the claim that fails, what may be supposed besides, what is told
    (POSITIVE, ("sqrt((a-b)**2)", "a-b"), ("Abs(a-b)", "b-a"), "refuted"),
    (POSITIVE, ("sqrt((a-b)**2)", "a-b"), ("sqrt(a**2*b)", "a*sqrt(b)"), "refuted"),
    # proved where it is defined, which it is not where the claim fails
    ((), ("sqrt(b**2)", "b"), ("sqrt(b)**2", "b"), "not understood"),
    ((), ("sqrt(b**2)", "b"), ("exp(log(b))", "b"), "not understood"),
    # not proved: it may exclude the point
    ((), ("sqrt(b**2)", "b"), ("exp(b)", "exp(Abs(b))"), "not understood"),
]


@pytest.mark.parametrize(("assumed", "fails", "besides", "told"), SUPPOSED)
def test_what_is_supposed_besides(
    assumed: tuple[tuple[str, str, str], ...], fails: tuple[str, str], besides: tuple[str, str], told: str
) -> None:
    context = Context(assumptions=tuple(claim(*one) for one in assumed))
    verdict = decide(claim(fails[0], "=", fails[1], context))
    assert str(verdict.status) == "refuted"
    supposed = claim(besides[0], "=", besides[1], context)
    other = Alternative("more holds here", "assume it", None, covered=True, supposed=(supposed,))
    assert str(agreed(verdict, [other], decide).status) == told


def claim(lhs: str, relation: str, rhs: str, context: Context | None = None) -> Claim:
    return Claim(parse_plain(lhs), relation, parse_plain(rhs), context or Context())


def test_a_line_beside_proved_ones_is_refuted(tmp_path: Path) -> None:
    # a square root in the line before is defined where the wrong line fails
    text = "Let $a > 0$ and $b > a$. Then $\\sqrt{a^2 b} = a\\sqrt{b}$, but $\\sqrt{(a-b)^2} = a - b$.\n"
    (tmp_path / "notes.md").write_text(text, encoding="utf-8")
    found = check_documents(read_paths([str(tmp_path / "notes.md")]), seconds=5).steps()
    assert [str(one.status) for one in found] == ["proved", "refuted"]
