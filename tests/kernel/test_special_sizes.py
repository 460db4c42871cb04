"""A statement about arrays that holds only for one entry, or for square matrices: the refutation says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify_derivations import verify
from verify_derivations.certificate import Counterexample
from verify_derivations.decide import decide, told_of_sizes
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.judge import judge
from verify_derivations.read.records import read_record

SYMBOLS: dict[str, dict[str, object]] = {
    "A": {"shape": ["n", "n"]},
    "B": {"shape": ["n", "n"]},
    "x": {"shape": ["n"]},
    "X": {"shape": ["m", "n"]},
}

SPECIAL = [
    ("A@B", "B@A", "n = 1"),
    ("tr(A@B)", "tr(A)*tr(B)", "n = 1"),
    ("det(A + B)", "det(A) + det(B)", "n = 1"),
    ("x@x", "sum(x)**2", "n = 1"),
    ("X", "X*n", "n = 1"),
    ("n*tr(X@T(X))", "m*tr(X@T(X))", "m = n"),
]


def told(lhs: str, rhs: str) -> str:
    """The reason, as a claim file or a document gets it."""
    claim = read_record({"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS})
    return told_of_sizes(claim, decide(claim)).reason


@pytest.mark.parametrize(("lhs", "rhs", "where"), SPECIAL)
def test_for_which_sizes_the_sides_agree_is_part_of_the_reason(lhs: str, rhs: str, where: str):
    assert told(lhs, rhs) == (
        f"the two sides differ at this point; where {where} they agree at all 3 instances that were tried"
    )


@pytest.mark.parametrize(("lhs", "rhs"), [("A@x", "2*A@x"), ("sum(x)", "x@x")])
def test_what_fails_for_all_sizes_has_no_such_word(lhs: str, rhs: str):
    assert told(lhs, rhs) == "the two sides differ at this point"


def test_an_instance_at_which_the_sides_differ_is_no_agreement():
    claim = read_record({"lhs": "A@B", "rhs": "B@A", "symbols": SYMBOLS})
    certificate = verify("A@B", "B@A", symbols=SYMBOLS).certificate
    assert isinstance(certificate, Counterexample)
    forged = replace(certificate, elsewhere=(replace(certificate, elsewhere=()),))
    with pytest.raises(CertificateError, match="differ at an instance at which they are said to agree"):
        judge(claim, forged)


def test_instances_of_the_size_of_the_point_say_nothing_of_other_sizes():
    claim = read_record({"lhs": "x", "rhs": "x**2", "symbols": {"x": {"shape": ["n"]}}})
    certificate = verify("x", "x**2", symbols={"x": {"shape": ["n"]}}).certificate
    assert isinstance(certificate, Counterexample)
    ones = tuple((name, indices, type(value)(1)) for name, indices, value in certificate.entries)
    forged = replace(certificate, elsewhere=(replace(certificate, entries=ones, elsewhere=()),))
    with pytest.raises(CertificateError, match="no size of their own"):
        judge(claim, forged)
