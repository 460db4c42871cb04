r"""Names in binomial coefficients count: whole numbers in Pascal's triangle; nothing else is narrowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def result(text: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


PROVED = [
    r"$$\binom{n+1}{k} = \binom{n}{k} + \binom{n}{k-1}$$",
    r"$$\binom{n}{k} = \binom{n-1}{k-1} + \binom{n-1}{k}$$",
    r"For $1 \le k \le n - 1$: $$\binom{n}{k} = \binom{n-1}{k-1} + \binom{n-1}{k}$$",
    r"$$\binom{n}{k} = \binom{n}{n-k}$$",
    r"$$\binom{n}{k} = \frac{n!}{k! \, (n-k)!}$$",
    r"$$\binom{n}{x} p^x = \frac{n!}{x! \, (n-x)!} p^x$$",
    r"$${n \choose k} {k \choose m} = {n \choose m} {n-m \choose k-m}$$",
]


@pytest.mark.parametrize("text", PROVED)
def test_an_identity_of_pascals_triangle_is_proved_where_its_names_count(text: str, tmp_path: Path) -> None:
    assert str(result(text, tmp_path).status) == "proved"


def test_the_range_that_is_used_is_told(tmp_path: Path) -> None:
    told = result(r"$$\binom{n+1}{k} = \binom{n}{k} + \binom{n}{k-1}$$", tmp_path).step.remarks
    assert "in binomial coefficients: k, n whole, k < n + 2, k < n + 1" in " ".join(told)
    assert "k >= 1, integer" in told


WRONG = [
    r"$$\binom{n+1}{k} = \binom{n}{k} + \binom{n}{k+1}$$",
    r"$$\binom{n}{k} = \binom{n}{k+1}$$",
    r"$$\binom{n}{k} = \frac{n!}{k!}$$",
    r"$$\binom{n}{k} = \binom{n-1}{k-1} - \binom{n-1}{k}$$",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_one_is_refuted_inside_of_the_triangle(text: str, tmp_path: Path) -> None:
    claimed = f"<!-- vd: claim -->\n\n{text}"  # else some may be there to be solved for k
    assert str(result(claimed, tmp_path).status) == "refuted"


UNTOUCHED = {
    "the author says that it is a real number": r"Let $n \in \mathbb R$. $$\binom{n}{k} = \binom{n}{n-k}$$",
    "the author does not say that k <= n": r"Let $n, k \in \mathbb N$. $$\binom{n}{k} = \binom{n}{n-k}$$",
    "at k = n it is outside": r"For $1 \le k \le n$: $$\binom{n}{k} = \binom{n-1}{k-1} + \binom{n-1}{k}$$",
    "negative whole numbers are among them": r"Let $n \in \mathbb Z$. $$\binom{n}{k} = \binom{n}{n-k}$$",
    "Greek letters do not count": r"$$\binom{\alpha}{k} = \binom{\alpha}{\alpha-k}$$",
    "nor do letters of real numbers": r"$$\binom{r}{k} = \binom{r}{r-k}$$",
    "nor does x as the upper number": r"$$\binom{x}{2} = \frac{x(x-1)}{2}$$",
    "a series holds for other exponents, too": r"$$\sum_{k=0}^{\infty} \binom{n}{k} x^k = (1+x)^n$$",
    "minus n is no count": r"$$\binom{-n}{k} = (-1)^k \binom{n+k-1}{k}$$",
    "one half is none": r"$$\binom{1/2}{k} = \binom{1/2}{k-1} \frac{3/2-k}{k}$$",
    "it is differentiated by": r"$$\frac{d}{dn} \binom{n}{k} = \frac{d}{dn} \binom{n}{n-k}$$",
}


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_nothing_is_said_where_a_value_is_a_matter_of_convention(text: str, tmp_path: Path) -> None:
    found = result(text, tmp_path)
    assert str(found.status) in ("undecided", "not understood")
    reason = found.verdict.reason if found.verdict else (found.step.unreadable or ("", ""))[1]
    assert reason


def test_ranges_that_leave_no_point_are_not_assumed(tmp_path: Path) -> None:
    assert str(result(r"$$\binom{n}{n+1} + \binom{n+1}{n} = n$$", tmp_path).status) != "vacuous"
