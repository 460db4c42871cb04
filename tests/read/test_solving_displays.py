"""Displays in which equations are solved: one step for each arrow, refuted only if that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def results(*paragraphs: str) -> list[StepResult]:
    Path("notes.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return list(check_documents(read_paths(["notes.md"]), seconds=5).steps())


def told(result: StepResult) -> tuple[str, str]:
    return result.step.relation, str(result.status or result.step.kind)


DISPLAYS = [
    # the display, and of each step its sign and its verdict
    (r"x^2 = 4 \iff x = \pm 2.", [(r"\iff", "proved")]),
    (r"x^2 = 4 \Leftrightarrow x = 2 \text{ or } x = -2", [(r"\Leftrightarrow", "proved")]),
    (r"t^2 = 9 \iff t = 3", [(r"\iff", "refuted")]),
    (r"\sqrt{x} = y \iff x = y^2", [(r"\iff", "refuted")]),
    (r"2u + 4 = 0 \Rightarrow u = -2", [(r"\Rightarrow", "proved")]),
    (r"v^2 = v \Rightarrow v = 1", [(r"\Rightarrow", "not understood")]),  # v may be known not to be 0
    (r"e^q = p \implies q = \ln p \implies q^2 = (\ln p)^2", None),  # the second one solves for nothing
    (r"e^q = p \iff q = \ln p \iff 2q = 2 \ln p", [(r"\iff", "proved"), (r"\iff", "proved")]),
    (r"AB = 0 \iff A = 0 \text{ or } B = 0", [(r"\iff", "not understood")]),
    (r"p = e^q \iff q = \ln p", [(r"\iff", "proved")]),
    (r"p = e^q \implies q = \ln p", None),  # p is defined, for as long as the display lasts
    (r"(a+b)^2 = a^2 + b^2 \Rightarrow c = 1", [("=", "refuted"), ("=", "definition")]),
    (r"x \in A \iff x = 1", None),
]


@pytest.mark.parametrize(("display", "steps"), DISPLAYS)
def test_an_arrow_makes_a_step_where_equations_are_solved(
    display: str, steps: list[tuple[str, str]] | None
) -> None:
    found = [told(result) for result in results(f"$$ {display} $$")]
    if steps is None:
        assert all(sign not in (r"\iff", r"\implies", r"\Rightarrow") for sign, _ in found)
    else:
        assert found == steps


def test_the_solution_that_is_lost_is_told() -> None:
    [result] = results(r"$$ t^2 = 9 \iff t = 3 $$")
    assert result.verdict is not None
    assert str(result.verdict.witness) == "t = -3"
    assert result.verdict.reason.startswith("a solution is lost")


SAID = [
    # what the document says before, or behind: then no counterexample is told
    ("Let $t > 0$ be a time.", "proved"),
    ("Here $t$ is positive.", "proved"),
    ("Here Bob says that $t$ is positive.", "not understood"),
    ("Let $t = 3$.", "proved"),
]


@pytest.mark.parametrize(("words", "status"), SAID)
def test_what_a_document_says_holds_for_both_conditions(words: str, status: str) -> None:
    assert told(results(words, r"$$ t^2 = 9 \iff t = 3 $$")[-1]) == (r"\iff", status)


def test_a_solution_is_in_force_further_down() -> None:
    found = results(r"$$ 2u + 4 = 0 \Rightarrow u = -2 $$", r"$$ u^2 = 4 $$")
    assert [told(result) for result in found] == [(r"\Rightarrow", "proved"), ("=", "proved")]
