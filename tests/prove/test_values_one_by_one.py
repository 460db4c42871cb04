"""Whole numbers between two: a claim is shown for one value after the other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from verify_derivations.certificate import EachValue, Rewriting
from verify_derivations.check import check_documents
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.read.paths import read_paths
from verify_derivations.read.records import read_record
from verify_derivations.term.syntax.domain import Domain


def status(text: str, folder: Path) -> str:
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


LABELS = [
    # of y in {0, 1}
    (r"y \in \{0, 1\}", r"y^2 = y", "proved"),
    (r"y \in \{0, 1\}", r"2^y = 1 + y", "proved"),
    (r"y \in \{0, 1\}", r"p^y (1 - p)^{1 - y} = y p + (1 - y)(1 - p)", "proved"),
    (r"y \in \{0, 1\}", r"y^2 = 2 y", "refuted"),
    (r"t \in \{\pm 1\}", r"t^2 = 1", "proved"),
    (r"t \in \{\pm 1\}", r"t^3 = 2 t", "refuted"),
    (r"t \in \{\pm 2\}", r"t^2 = 1", "not understood"),
    (r"y, z \in \{0, 1\}", r"(y - z)^2 = y + z - 2 y z", "proved"),
    (r"y, z \in \{0, 1\}", r"\max(y, z) = y + z - y z", "proved"),
    # of the signs
    (r"s \in \{-1, 1\}", r"s^3 = s", "proved"),
    (r"s \in \{-1, +1\}", r"\frac{1}{s} = s", "proved"),
    (r"s \in \{-1, 1\}", r"|x - s| = |s x - 1|", "proved"),
    (r"s \in \{-1, 1\}", r"(s + 1)^2 = s^2 + 1", "refuted"),
    # of a few numbers in a row
    (r"k \in \{1, 2, 3\}", r"k^3 = 6 k^2 - 11 k + 6", "proved"),
    (r"k \in \{1, 2, 3\}", r"(k + 1)^2 = k^2 + 1", "refuted"),
]


@pytest.mark.parametrize(("where", "formula", "expected"), LABELS)
def test_labels(where: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert status(f"Let ${where}$. Then\n\n$$ {formula} $$", tmp_path) == expected


def about(lhs: str, rhs: str, **domains: Domain) -> Statement:
    s = statement(read_record({"lhs": lhs, "rhs": rhs}))
    return replace(s, domains={**s.domains, **domains})


def whole(first: int, last: int) -> Domain:
    return Domain("integer", Fraction(first), Fraction(last), False, False)


def each(name: str, count: int) -> EachValue:
    return EachValue(name, (Rewriting(()),) * count)


def test_an_argument_for_each_value_is_accepted() -> None:
    check_argument(about("y**2", "y", y=whole(0, 1)), each("y", 2))
    odd = Domain("integer", Fraction(-1), Fraction(1), False, False, nonzero=True)
    check_argument(about("s**2", "1", s=odd), each("s", 2))


FORGED = [
    (about("y**2", "y", y=whole(0, 1)), each("y", 1), "y has 2 values, and 1 are looked at"),
    (about("y**2", "y", y=whole(0, 2)), each("y", 2), "y has 3 values, and 2 are looked at"),
    (about("y**2", "y", y=whole(0, 2)), each("y", 3), "is not zero"),
    (about("y**2", "y", y=whole(0, 40)), each("y", 2), "no index or whole number"),
    (about("y**2", "y", y=Domain("integer", Fraction(0))), each("y", 2), "no index or whole number"),
    (about("y**2", "y", y=Domain("real", Fraction(0), Fraction(1), False, False)), each("y", 2), "no index"),
    (about("y**2", "y", y=whole(0, 1)), each("z", 2), "no index or whole number"),
]


@pytest.mark.parametrize(("s", "argument", "reason"), FORGED)
def test_a_forged_one_is_turned_down(s: Statement, argument: EachValue, reason: str) -> None:
    with pytest.raises(CertificateError, match=reason):
        check_argument(s, argument)


def test_the_size_of_an_array_is_no_such_number() -> None:
    record = {"lhs": "Sum(v[i], (i, 1, n))", "rhs": "v[1]", "symbols": {"v": {"shape": ["n"]}}}
    s = statement(read_record(record))
    sized = replace(s, domains={**s.domains, "n": whole(1, 1)})
    with pytest.raises(CertificateError, match="n is the size of something"):
        check_argument(sized, each("n", 1))
