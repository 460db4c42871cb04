"""Each formula of a sentence has conditions of its own; what is only remarked in brackets is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Kind
from verify_derivations.read.paths import read_paths


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def verdicts(text: str) -> list[str]:
    Path("notes.md").write_text(text, encoding="utf-8")
    steps = check_documents(read_paths(["notes.md"]), seconds=5).steps()
    return [str(result.status) for result in steps if result.step.kind is Kind.CLAIM]


OWN = [
    ("We have $|x| = x$ for $x > 0$ and $|x| = -x$ for $x < 0$.", ["proved", "proved"]),
    ("We have $|x| = -x$ for $x < 0$ and $|x| = x$ for $x > 0$.", ["proved", "proved"]),
    ("Then $|x| = x$ if $x > 0$, but $|x| = -x$ if $x < 0$.", ["proved", "proved"]),
    ("So $|x| = x$ for all $x > 0$ and also $|x| = -x$ for $x < 0$.", ["proved", "proved"]),
    ("我们有 $|x| = x$ 当 $x > 0$，而 $|x| = -x$ 当 $x < 0$。", None),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_each_formula_has_its_own_condition(text: str, expected: list[str] | None) -> None:
    found = verdicts(text)
    assert "refuted" not in found
    assert "vacuous" not in found
    assert expected is None or found == expected


def test_a_slip_is_found_where_its_own_condition_holds() -> None:
    text = "So $|z| = z$ for $z < 0$ and $|z| = z$ for $z > 0$."
    assert verdicts(text) == ["refuted", "proved"]


ASIDES = [
    ("Suppose $x > 0$ (the case $x \\le 0$ is similar). Then $\\sqrt{x^2} = x$.", ["proved"]),
    ("Suppose $x > 0$ (for $x < 0$ the argument is analogous). Then $|x| = -x$.", ["refuted"]),
    # brackets that say where it holds
    ("Suppose $x > 0$ (where $y < 1$). Then $\\sqrt{(1-y)^2} = 1 - y$.", ["proved"]),
]


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_a_remark_on_another_case_is_no_hypothesis(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


ANEW = [
    # ledger dev-242: x = 1 agrees with "f(x) = x^3", which is said of all x
    ("For a function $f$, $f(x) = x^3$, so $f'(x) = 3x^2$.", ["proved"]),
    ("We want $f(x) = x^3$. Then $f'(x) = 3x^2$.", ["not understood"]),
    ("If $f(x) = x^3$, then $f'(x) = 3x^2$.", ["proved"]),
]


@pytest.mark.parametrize(("text", "expected"), ANEW)
@pytest.mark.parametrize("between", ["\n\n# Later\n\n", " "])
def test_what_is_said_of_a_function_anew_is_not_held_against_what_it_was(
    text: str, expected: list[str], between: str
) -> None:
    found = verdicts(f"Let $f(x) = x^2$.{between}{text}")
    assert "refuted" not in found
    assert not between.strip() or found == expected
