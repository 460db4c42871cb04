r"""What sums and products run over: bounds in one chain, one-sided bounds, sets, all but one index."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.model import Claim
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Chain
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult
from verify_derivations.term.notation.text import text


def read(statement: str) -> Claim:
    chain = parse(statement).root
    assert isinstance(chain, Chain)
    return read_claim((chain.members[0], "=", chain.members[1]), Known()).claim


def result(statement: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(f"$${statement}$$\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


READ = [
    (r"\sum_{1 \le k \le n} k", "Sum(k, (k, 1, n))"),
    (r"\sum_{0 \le k < n} 2^k", "Sum(2**k, (k, 0, n - 1))"),
    (r"\sum_{0 < k < n} 2^k", "Sum(2**k, (k, 1, n - 1))"),
    (r"\sum_{k \ge 0} x^k", "Sum(x**k, (k, 0, oo))"),
    (r"\sum_{k > 0} x^k", "Sum(x**k, (k, 1, oo))"),
    (r"\sum_{k \in \{1, \dots, n\}} k", "Sum(k, (k, 1, n))"),
    (r"\sum_{x \in \{0, 1\}} p^x", "p**0 + p**1"),
    (r"\sum_{1 \le i < j \le n} a_i a_j", "Sum(Sum(a_{i}*a_{j}, (i, 1, j - 1)), (j, 1, n))"),
    (r"\sum_{j=1}^n \sum_{i < j} a_i", "Sum(Sum(a_{i}, (i, 1, j - 1)), (j, 1, n))"),
    (r"\sum_{j=1}^n \sum_{i > j} a_i", "Sum(Sum(a_{i}, (i, j + 1, n)), (j, 1, n))"),
    (r"\sum_{j=1}^n \sum_{i \ne j} a_i", "Sum(Sum((1 - delta(i, j))*a_{i}, (i, 1, n)), (j, 1, n))"),
    (r"\sum_{i=1, i \ne j}^n a_i + a_j", "Sum((1 - delta(i, j))*a_{i}, (i, 1, n)) + a_{j}"),
]


@pytest.mark.parametrize(("latex", "term"), READ)
def test_a_range_is_read_as_it_is_meant(latex: str, term: str) -> None:
    assert text(read(f"{latex} = 0").lhs) == term


REFUSED = [
    (r"\sum_{k < n} 2^k", "the first value of k is not printed"),
    (r"\sum_{i < j} (i + a_j)", "the first value of i is not printed"),
    (r"\sum_{i \ne j} (1 + b_j)", "whether i runs here is open"),
    (r"\sum_{k \ge 1} a_k", "what it numbers is not read yet"),
    (r"\sum_{i \ne j} \frac{1}{x_i - x_j}", "where a term has no value"),
    (r"\sum_{x \in \mathbb{N}} x", "a range other than from a first to a last value"),
    (r"\sum_{x \in \{a, b\}} x", "whether the members of this set are different"),
    (r"\sum_{x \in \{1, 1\}} x", "whether the members of this set are different"),
    (r"\sum_{d \mid n} d", "over what this runs is not read"),
    (r"\sum_{d | n} d", "over what this runs is not read"),
    (r"\sum_{i \ne j}^n a_i", "a range other than from a first to a last value"),
]


@pytest.mark.parametrize(("latex", "reason"), REFUSED)
def test_other_ranges_are_refused_for_their_reason(latex: str, reason: str) -> None:
    with pytest.raises(NotRead) as raised:
        read(f"{latex} = 0")
    assert reason in raised.value.message


SQUARE = r"\left(\sum_{i=1}^n a_i\right)^2 = \sum_{i=1}^n a_i^2"

VERDICTS = [
    (r"\sum_{i \ne j} a_i = \sum_{i=1}^n a_i - a_j", "proved"),
    (r"\sum_{i \ne j} a_i = \sum_{i=1}^n a_i + a_j", "refuted"),
    (rf"{SQUARE} + \sum_{{i \ne j}} a_i a_j", "proved"),
    (rf"{SQUARE} + \sum_{{i < j}} a_i a_j", "refuted"),
    (r"\sum_{x \in \{0, 1\}} p^x (1-p)^{1-x} = 1", "proved"),
    (r"\sum_{k \ge 0} \frac{x^k}{k!} = e^x", "proved"),
    (r"\sum_{k \ge 1} \frac{x^k}{k!} = e^x", "refuted"),
    # ledger dev-210: a factor behind a product may stand in it or not
    (r"\prod_{k=1}^n x_k \cdot y = y \prod_{k=1}^n x_k", "not understood"),
    (r"\prod_{k=1}^n x_k y = y^n \prod_{k=1}^n x_k", "not understood"),
    (r"\prod_{k=1}^n x_k y = y^2 \prod_{k=1}^n x_k", "refuted"),
    (r"\prod_{k=1}^n y x_k = y^n \prod_{k=1}^n x_k", "proved"),
    (r"\prod_{i=1}^n a_i \prod_{j=1}^m b_j = \prod_{j=1}^m b_j \prod_{i=1}^n a_i", "not understood"),
    (r"\prod_{i \ne j} a_i \cdot a_j = \prod_{i=1}^n a_i", "not understood"),
]


@pytest.mark.parametrize(("statement", "status"), VERDICTS)
def test_a_statement_over_a_range_has_its_verdict(statement: str, status: str, tmp_path: Path) -> None:
    assert str(result(statement, tmp_path).status) == status


def test_both_ways_to_end_a_product_are_told(tmp_path: Path) -> None:
    verdict = result(r"\prod_{k=1}^n x_k \cdot y = y \prod_{k=1}^n x_k", tmp_path).verdict
    assert verdict is not None
    assert "refuted as read here, but if it ends with the last factor with its index" in verdict.reason
