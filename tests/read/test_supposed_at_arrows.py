"""What a display only supposes before an arrow is in force within it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

NOT_IN_FORCE = [
    # two displays: the first supposes something, and without that the second is false
    (r"a = b \implies a^2 = b^2", r"(a+b)^2 = a^2 + 3 b^2"),
    (r"a = b \iff b = a", r"(a+b)^2 = 4 a b"),
    (r"x = 2 \implies x^2 = 4", r"x^3 = 8"),
    (r"x > 1 \implies x^2 > 1", r"x^2 > 1 \implies x > 1"),
    (r"x > 1 \implies x^2 > 1", r"\sqrt{x^2} = x"),
    (r"\sqrt{x^2} = x \Longleftarrow x = 3", r"x + 1 = 4"),
    (r"y = x + 1 \Rightarrow y^2 = x^2 + 2x + 1", r"(y - x)^2 = 1"),
    (r"a = b \implies a^2 = b^2", r"a^2 = b^2 \implies a = b"),
]


def verdicts(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "note.md"
    path.write_text(text, encoding="utf-8")
    return [str(r.status or r.step.kind) for r in check_documents(read_paths([str(path)])).steps()]


@pytest.mark.parametrize("between", ["", "And now for something else.\n\n", "# Another section\n\n"])
@pytest.mark.parametrize(("first", "second"), NOT_IN_FORCE)
def test_a_premise_is_forgotten_behind_its_display(
    first: str, second: str, between: str, tmp_path: Path
) -> None:
    found = verdicts(f"$${first}$$\n\n{between}$${second}$$\n", tmp_path)
    assert "proved" not in found[-1:]


WITHIN = [
    (r"a = b \implies a^2 = b^2", ["definition", "proved"]),
    (r"x > 0 \implies |x| = x", ["proved"]),
    (r"f(x) = x^2 \implies f'(x) = 2 x", ["definition", "proved"]),
    (r"z = w x + b \Rightarrow \frac{\partial z}{\partial w} = x", ["definition", "proved"]),
]


@pytest.mark.parametrize(("display", "expected"), WITHIN)
def test_within_it_holds(display: str, expected: list[str], tmp_path: Path) -> None:
    assert verdicts(f"$${display}$$\n", tmp_path) == expected


@pytest.mark.parametrize(
    "display", [r"a = b \iff a^2 = b^2", r"x = 1 \iff x^2 = 1", r"A = B \iff A^\top A = B^\top B"]
)
def test_an_equivalence_is_not_proved_by_one_direction(display: str, tmp_path: Path) -> None:
    assert "proved" not in verdicts(f"$${display}$$\n", tmp_path)


def test_a_function_stays_defined(tmp_path: Path) -> None:
    text = "$$f(x) = x^2 \\implies f'(x) = 2 x$$\n\nThen\n\n$$f(3) = 9$$\n"
    assert verdicts(text, tmp_path)[-1] == "proved"
