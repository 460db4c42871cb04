"""Formulas within sentences: what the words around one make of it, and its verdict where it is a claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Kind, Status
from verify_derivations.read.paths import read_paths
from verify_derivations.results import Report


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str) -> Report:
    Path("notes.md").write_text(text, encoding="utf-8")
    return check_documents(read_paths(["notes.md"]), seconds=5)


def verdicts(text: str) -> list[str]:
    return [str(result.status or result.step.kind) for result in checked(text).steps()]


SIGMOID = r"Let $\sigma(z) = \frac{1}{1 + e^{-z}}$"

WORDS = [
    # definitions
    ("Let $a = b + 1$, so $a^2 = b^2 + 2b + 1$.", ["definition", "proved"]),
    ("设 $a = b + 1$，于是 $a^2 = b^2 + 2b + 1$。", ["definition", "proved"]),
    ("We put $n = 5$. Then $n^2 = 25$.", ["definition", "proved"]),
    ("The loss is $L = (a - y)^2$.", ["definition"]),
    ("It follows that $L = (a - y)^2 = a^2 - 2ay + y^2$.", ["definition", "proved"]),
    # claims, true and false
    (rf"{SIGMOID}, so $\sigma'(z) = \sigma(z)(1 - \sigma(z))$.", ["definition", "proved"]),
    (rf"{SIGMOID}, so $\sigma'(z) = \sigma(z)(1 + \sigma(z))$.", ["definition", "refuted"]),
    (rf"{SIGMOID}. Since $\sigma(-z) = 1 - \sigma(z)$, it is odd about 0.", ["definition", "proved"]),
    ("因为 $(p+q)^2 = p^2 + q^2$，所以……", ["refuted"]),
    ("We get $(p+q)^2 = p^2 + 2pq + q^2 = p^2 + q^2$.", ["proved", "refuted"]),
    ("Therefore $p^2 + q^2 \\geq 2 p q$.", ["proved"]),
    # conditions
    ("If $p = q$, the roots are equal.", ["condition"]),
    ("We want $x^2 = 2 x - 1$.", ["condition"]),
    ("We look at it at $p + q = 1$.", ["condition"]),
    ("Assume $p + q = 1$. Then $p^2 + p q = p$.", ["condition", "proved"]),
    ("若 $p = q$，则 $p - q = 0$。", ["condition", "condition"]),
    ("The point ($x = 3$) is on the line.", ["condition"]),
    ("$p + q = 1$", ["not understood"]),
    # an update rule printed with an equals sign
    (r"The weights become $w = w - \eta g$.", ["update rule"]),
    # comparisons of names only narrow them
    ("For $x > 0$ we have $\\sqrt{x^2} = x$.", ["proved"]),
    # what is not said does not become a definition
    ("The point ($x = 3$) is there. So $x^2 + 1 = 1 + x^2$ holds.", ["condition", "proved"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_the_words_say_what_a_formula_is(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_without_a_word_a_refutation_is_not_told() -> None:
    [result] = checked("The picture shows $(p+q)^2 = p^2 + q^2$.").steps()
    assert result.status is Status.REFUTED  # "shows" is a word
    [result] = checked("A blackboard, $(p+q)^2 = p^2 + q^2$, and chalk.").steps()
    assert result.verdict is not None
    assert result.status is Status.NOT_UNDERSTOOD
    assert "no word before it rules out" in result.verdict.reason


def test_what_is_said_to_be_a_condition_is_told_with_the_reason() -> None:
    [result] = checked("We have to solve $x^2 = 2$.").steps()
    assert result.step.kind is Kind.CONDITION
    assert "to be solved" in result.step.note


def test_a_formula_that_is_not_parsed_is_not_passed_over() -> None:
    [result] = checked("So $a = \\frac{1}{2 b$ holds.").steps()
    assert result.status is Status.NOT_UNDERSTOOD


def test_an_expectation_may_stand_before_a_sentence() -> None:
    report = checked("<!-- vd: expect refuted: a slip -->\n\nSo $(p+q)^2 = p^2 + q^2$.")
    assert report.as_expected
    assert not report.all_diagnostics()


SUPPOSED = [
    # true where it holds, false elsewhere: not told
    ("At $x = y$ we get\n\n$$ x^2 + y = y^2 + x $$", "not understood"),
    # false where it holds, too
    ("At $x = y$ we get\n\n$$ \\sin(x + y) = \\sin x + \\sin y $$", "refuted"),
    ("$$ p + q = q - p $$\n\n# Later\n\n$$ p = r - r $$", "not understood"),
    ("$$ p + q = q - p $$\n\n# Later\n\n$$ p = r $$", "refuted"),
    # another name with the same stem
    ("$$ p_1 + q = q - p_1 $$\n\n# Later\n\n$$ p_2 = r - r $$", "refuted"),
    ("$$ p_1 + q = q - p_1 $$\n\n# Later\n\n$$ p = r - r $$", "not understood"),
    # a definition below that is not read
    ("$$ p + q = q - p $$\n\n# Later\n\n$$ p = \\mathbb{E}[r] $$", "not understood"),
]


@pytest.mark.parametrize(("text", "expected"), SUPPOSED)
def test_what_stands_nearby_is_put_in_before_a_refutation_is_told(text: str, expected: str) -> None:
    found = [r for r in checked(f"# T\n\n$$ x + y = y + x $$\n\n{text}").steps() if r.step.line != 3]
    told = [str(r.status) for r in found if r.step.kind is Kind.CLAIM and r.step.span.line < 10]
    assert expected in told


POSITIVE = [
    ("The numbers are non-negative.", "not understood"),
    ("The numbers are real.", "refuted"),
]


@pytest.mark.parametrize(("words", "expected"), POSITIVE)
def test_what_the_prose_calls_positive_may_be_the_names_in_a_formula(words: str, expected: str) -> None:
    assert verdicts(f"{words}\n\n$$ \\sqrt{{x^2}} = x $$") == [expected]
    assert verdicts(f"{words}\n\n$$ \\sum_{{i=1}}^n \\sqrt{{x_i^2}} = \\sum_{{i=1}}^n x_i $$") == [expected]


# Comparisons of several names: each line below is true of the names as they are declared.
SEVERAL = [
    ("Let $s, t > 0$.", ["s", "t"]),
    (r"Let $\sigma_1, \sigma_2 > 0$ and $\mu \in \mathbb{R}$.", [r"\sigma_1", r"\sigma_2"]),
    (r"Let $m > 0$, $p > 0, q > 0, r \ge 1$.", ["p", "q", "r"]),
    (r"Assume $x_1, \dots, x_n \ge 1$.", ["x_1", "x_n"]),
    ("For $x, y, z > 0$:", ["x", "y", "z"]),
    ("Let $0 < u, v < 1$.", ["u", "v", "(1 - u)", "(1 - v)"]),
    ("Let $0 < u, v, w$.", ["u", "v", "w"]),
    (r"Let $p \text{ and } q > 0$.", ["p", "q"]),
]


@pytest.mark.parametrize(("said", "positive"), SEVERAL)
def test_a_comparison_of_several_names_is_about_each(said: str, positive: list[str]) -> None:
    """Ledger dev-120: of all but one of them nothing was known, and true lines were refuted."""
    displays = "\n".join(rf"$$\sqrt{{{name}^2}} = {name}$$" for name in positive)
    claims = [one.status for one in checked(f"{said}\n\n{displays}").steps() if one.step.kind is Kind.CLAIM]
    assert claims == [Status.PROVED] * len(positive)


APART = [
    ("Let $X_t, t > 0$ be a process.", "X_t"),
    ("Let $m = n, l, k > 0$.", "l"),
    ("Let $l : k > 0$.", "l"),
    ("Let $u > 0, l < k$.", "l"),
    ("Let $0 < u, l > k$.", "l"),
]


@pytest.mark.parametrize(("said", "name"), APART)
def test_a_comparison_is_not_about_what_is_listed_before_it_for_another_reason(said: str, name: str) -> None:
    claims = list(checked(f"{said}\n\n" + rf"$$\sqrt{{{name}^2}} = {name}$$").steps())
    assert claims[-1].status is not Status.PROVED
