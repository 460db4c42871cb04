"""Conditions beside an equation in its display are heard, whatever they look like, or nothing is refuted."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def verdicts(text: str, folder: Path) -> list[str]:
    """The verdicts on the equations of a document."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(r.status) for r in steps if r.step.claim is not None and r.step.claim.relation == "="]


HEARD = [
    r", \quad b, c > 0",
    r", \qquad b > 0, c > 0",
    r"\quad b \ge 0,\ c \ge 0",
    r"\qquad 0 < b, c",
    r"; \quad b > 0; c > 0",
    r"\mid b, c > 0",
    r"\\ b, c > 0",
    r"\text{, } b, c > 0",
    r"\quad (b, c > 0)",
    r"\quad [b > 0, c > 0]",
    r"\quad (\text{for } b, c > 0)",
    r"\quad (\text{if } b > 0 \text{ and } c > 0)",
    r"\text{ for } b, c > 0",
    r"\text{ if } b > 0 \text{ and } c > 0",
    r"\text{ where } b, c > 0",
    r"\text{ provided that } b, c > 0",
    r"\text{ as long as } b, c > 0",
    r"\text{ 对任意 } b, c > 0",
    r"\quad \text{s.t. } b, c > 0",
    r"\text{ for } b, c \in \mathbb{R}_+",
    r"\text{ for } b \in (0, 1), c \in (0, 1)",
    r"\\ &\text{for } b, c > 0",
]


@pytest.mark.parametrize("condition", HEARD)
def test_a_condition_that_is_read_holds_of_the_equation_before_it(condition: str, tmp_path: Path) -> None:
    assert verdicts(rf"$$\sqrt{{b^2 c^2}} = b c {condition}$$", tmp_path)[0] == "proved"


AHEAD = [
    r"\text{If } b, c > 0, \text{ then } \sqrt{b^2 c^2} = b c",
    r"\text{Let } b, c > 0. \quad \sqrt{b^2 c^2} = b c",
    r"b, c > 0: \quad \sqrt{b^2 c^2} = b c",
    r"\begin{aligned} &\text{for } b, c > 0 \\ \sqrt{b^2 c^2} &= b c \end{aligned}",
    r"b > 0 \Rightarrow \sqrt{b^2} = b",
    r"\sqrt{b^2} = b \Leftarrow b > 0",
]


@pytest.mark.parametrize("formula", AHEAD)
def test_one_that_is_read_holds_of_the_equation_behind_it(formula: str, tmp_path: Path) -> None:
    assert verdicts(f"$${formula}$$", tmp_path)[-1] == "proved"


OVERLOOKED = [
    r"\text{ for } b > 0 \text{ or } c > 0",
    r"\text{ unless } b < 0",
    r"\text{ if not } b, c < 0",
    r"\because b, c > 0",
    r"\Leftarrow b, c > 0",
    r"\text{ for positive } b, c",
    r"\text{ for all positive } b \text{ and } c",
    r"\mbox{for all $b, c > 0$}",
    r"\text{ (positive b and c)}",
    r"\text{ when $b$ and $c$ are positive}",
    r"\quad b, c \text{ positive}",
    r"\quad \text{with } b \text{ and } c \text{ positive}",
    r"\quad b, c \text{ both } > 0",
    r"\quad \text{für } b, c > 0",
    r"\text{ on } (0, \infty)^2",
    r"\text{ on the positive axis}",
    r"\text{ for small } b, c",
    r"\text{ a.s.}",
    r"\text{ (almost everywhere)}",
    r"\quad b c > 0",
    r"\quad \min(b, c) > 0",
    r"\quad \{b, c > 0\}",
    r"\quad b > 0 \wedge c > 0",
    r", \quad b \to 0",
    r", \quad b \ll 1",
    r"\tag{b, c > 0}",
    r"\tag{if positive}",
    r"\quad \exists b, c \in \mathbb{R}^+",
]


@pytest.mark.parametrize("condition", OVERLOOKED)
def test_beside_one_that_is_not_read_nothing_is_refuted(condition: str, tmp_path: Path) -> None:
    found = verdicts(rf"$$\sqrt{{b^2 c^2}} = b c {condition}$$", tmp_path)
    assert found[0] in ("not understood", "undecided")


WITHIN = [
    r"b, c > 0 \Rightarrow \sqrt{b^2 c^2} = b c",
    r"\sqrt{b^2} \overset{b > 0}{=} b",
    r"\sqrt{b^2} \stackrel{\text{if real}}{=} b^3",
    r"\sqrt{b^2} = \underbrace{b}_{> 0}",
    r"\sqrt{b^2} = \underbrace{b}_{\text{positive}}",
    r"\sqrt{b^2} = b > 0",
    r"0 < b = \sqrt{b^2}",
    r"x \to 0: \quad \sin x = x",
]


@pytest.mark.parametrize("formula", WITHIN)
def test_nor_where_it_stands_within_the_equation(formula: str, tmp_path: Path) -> None:
    assert "refuted" not in verdicts(f"$${formula}$$", tmp_path)


HARMLESS = [
    r"\text{ (chain rule)}",
    r"\text{ by the definition of } f",
    r"\quad \text{for all } x",
    r", \quad x \in \mathbb{R}",
    r", \quad x > 0",
    r"\quad (x > 0)",
    r", \quad i = 1, \dots, n",
    r"\text{, where } z = 3 x",
    r"\tag{3}",
    r"\quad (*)",
]


@pytest.mark.parametrize("beside", HARMLESS)
def test_what_does_not_make_it_true_leaves_a_slip_refuted(beside: str, tmp_path: Path) -> None:
    assert "refuted" in verdicts(rf"$$(x + 1)^2 = x^2 + 1 {beside}$$", tmp_path)


CASES = [
    r"|x| = x \quad (x > 0), \qquad |x| = -x \quad (x < 0)",
    r"|x| = x \text{ if } x > 0, \qquad |x| = -x \text{ if } x < 0",
    r"\begin{cases} |x| = x & x > 0 \\ |x| = -x & x < 0 \end{cases}",
    r"\begin{aligned} |x| &= x && (x > 0) \\ |x| &= -x && (x < 0) \end{aligned}",
]


@pytest.mark.parametrize("formula", CASES)
def test_each_case_has_its_own_condition(formula: str, tmp_path: Path) -> None:
    assert verdicts(f"$${formula}$$", tmp_path) == ["proved", "proved"]


def test_a_condition_before_all_cases_is_about_each_of_them(tmp_path: Path) -> None:
    formula = r"$$b > 0: \quad |b x| = b x \quad (x > 0), \qquad |b x| = -b x \quad (x < 0)$$"
    assert verdicts(formula, tmp_path) == ["proved", "proved"]


def test_one_of_several_names_that_is_not_read_leaves_nothing_refuted(tmp_path: Path) -> None:
    assert verdicts(r"$$\sqrt{a^2} = a, \quad a, b + 1 > 0$$", tmp_path) == ["not understood"]


def test_what_is_assumed_in_a_display_is_not_claimed(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("Assume\n$$b, c > 0.$$\n\nThen $b c = c b$.\n", encoding="utf-8")
    assert [str(r.status) for r in check_documents(read_paths([str(path)])).steps()] == ["proved"]


def test_the_condition_of_one_case_proves_nothing_of_the_next(tmp_path: Path) -> None:
    formula = r"$$|x| = x \text{ for } x > 0, \quad \sqrt{x^2} = x$$"
    assert verdicts(formula, tmp_path) == ["proved", "not understood"]


CONSEQUENCES = [
    r"|x| = x \iff x > 0",
    r"x > 0 \iff |x| = x",
    r"|x| = x \text{, so } x \geq 0",
    r"|x| = x \text{, hence } x \geq 0",
    r"|x| = x, \quad \text{then } x > 0",
    r"|x| = x \therefore x \geq 0",
    r"|x| = x \text{ if and only if } x > 0",
    r"|x| = x \text{ only if } x > 0",
    r"|x| = x \text{ iff } x > 0",
    r"|x| = x \text{ implies } x > 0",
]


@pytest.mark.parametrize("formula", CONSEQUENCES)
def test_what_follows_from_an_equation_is_no_condition_of_it(formula: str, tmp_path: Path) -> None:
    found = verdicts(f"$${formula}$$", tmp_path)
    assert "proved" not in found
    assert "refuted" not in found


EQUIVALENT = [r"|x| = x \iff x \geq 0", r"x \ge 0 \iff |x| = x", r"|x| = x \Rightarrow x \geq 0"]


@pytest.mark.parametrize("formula", EQUIVALENT)
def test_a_true_equivalence_is_proved_as_one(formula: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(f"$${formula}$$\n", encoding="utf-8")
    assert [str(r.status) for r in check_documents(read_paths([str(path)])).steps()] == ["proved"]


def test_nor_is_it_behind_the_display(tmp_path: Path) -> None:
    assert verdicts("$$|x| = x$$\nif and only if $x > 0$.", tmp_path) == ["not understood"]


RANGES = [
    (r"x_i + x_i = 3 x_i, \quad i = 1, \dots, n", "refuted"),
    (r"x_i + x_i = 3 x_i \quad (i = 1, 2, \dots, n)", "refuted"),
    (r"x_i + x_i = 2 x_i \quad \text{for } i = 1, \dots, n", "proved"),
    # values of which each is one: none of them is a condition by itself
    (r"\sqrt{x^2} = x \quad (x = 1, -1)", "not understood"),
    (r"x^k = x \quad (k = 1, 2)", "not understood"),
    (r"x^k = x \quad (k = 1 \text{ or } k = 2)", "not understood"),
]


@pytest.mark.parametrize(("formula", "verdict"), RANGES)
def test_the_range_of_an_index_is_no_condition(formula: str, verdict: str, tmp_path: Path) -> None:
    assert verdicts(f"$${formula}$$", tmp_path)[0] == verdict


DISPLAYS = [
    ("Assume\n$$b, c > 0.$$\nThen\n$$\\sqrt{b^2 c^2} = b c.$$", "proved"),
    ("$$b, c > 0$$\n\nThen\n\n$$\\sqrt{b^2 c^2} = b c$$", "not understood"),
    ("We have\n$$\\sqrt{b^2 c^2} = b c$$\nwith\n$$b, c > 0.$$", "not understood"),
    ("$$\\sqrt{b^2} = b$$\n\n$$b > 0$$", "not understood"),
    ("Unless $x > 0$ we have\n\n$$|x| = -x$$", "not understood"),
    ("$$\\nexists x: (x + 1)^2 = x^2 + 2 x + 1$$", "not understood"),
]


@pytest.mark.parametrize(("text", "verdict"), DISPLAYS)
def test_so_it_is_with_conditions_in_a_display_of_their_own(text: str, verdict: str, tmp_path: Path) -> None:
    assert verdicts(text, tmp_path)[:1] == [verdict]


def test_a_quantifier_with_a_set_is_read(tmp_path: Path) -> None:
    (found,) = verdicts(r"$$\sqrt{b^2 c^2} = b c \quad \forall b, c \in \mathbb{R}^+$$", tmp_path)
    assert found == "proved"


ELSEWHERE = [
    # ledger dev-570: the case of a display was taken for what holds in the displays behind it
    (r"|x| = x \quad \text{for } x > 0", r"\sqrt{x^2} = x", "not understood"),
    (r"|x| = x \quad (x > 0)", r"\sqrt{x^2} = |x|", "proved"),
    (r"|x| = x \quad \text{where } x > 0", r"\sqrt{x^2} = x", "proved"),
    # ledger dev-571: so was the value that a display gives to a name in a case
    (r"b = 5 \text{ if } n = 2", "b^2 = 25", "not understood"),
    (r"b = 5 \text{ for } n > 2", "b^2 = 25", "not understood"),
    (r"b = \sqrt{a} \text{ for } a > 0", "b^2 = a", "proved"),
    (r"z = \frac{y}{w} \text{ where } y = 3w", "z = 3", "proved"),
]


@pytest.mark.parametrize(("display", "behind", "verdict"), ELSEWHERE)
def test_what_a_display_says_of_a_case_is_about_its_lines(
    display: str, behind: str, verdict: str, tmp_path: Path
) -> None:
    assert verdicts(f"$${display}$$\n\n$${behind}$$", tmp_path)[-1] == verdict
