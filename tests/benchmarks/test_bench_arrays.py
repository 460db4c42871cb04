"""Claims about arrays are measured, and what the rivals are asked is what the record says."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(
    0, str(Path(__file__).resolve().parents[2])
)  # the benchmarks are run from the root, not installed

from benchmarks.__main__ import main
from benchmarks.array_engines import INSTANCE, MATRIX
from benchmarks.arrays import HEADS, LABELS, NO_NUMPY, counted
from benchmarks.cases import SHIPPED, Case, load, load_arrays
from benchmarks.to_sympy import Untranslatable

from benchmarks import array_engines, arrays, instances, matrix_calculus
from verify_derivations.answers import answer_record

SYMBOLS: dict[str, Any] = {
    **{name: {"shape": ["n", "n"]} for name in ("A", "B")},
    **{name: {"shape": ["n", "n"], "assume": ["inv"]} for name in ("M", "N")},
    "S": {"shape": ["n", "n"], "assume": ["sym"]},
    "X": {"shape": ["m", "n"]},
    "x": {"shape": ["n"]},
    "y": {"shape": ["m"]},
    "c": {},
}


def record(lhs: str, rhs: str, **more: Any) -> dict[str, Any]:
    return {"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS, **more}


CLAIMS = [
    ("t", "T(A@B)", "T(B)@T(A)", True),
    ("f", "tr(A)", "2 + tr(A)", False),
    ("s", "X@x", "T(X)@x", False),
]


def test_three_claims_from_end_to_end(tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, **record(lhs, rhs), "truth": so}) for name, lhs, rhs, so in CLAIMS]
    (tmp_path / "three.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    page = tmp_path / "page.md"
    words = ["--cases", str(tmp_path), "--bulk", "0", "--largest", "0", "--cap", "20", "--output", str(page)]
    assert main(words) == 0
    text = page.read_text(encoding="utf-8")
    rows = {cells[1]: cells for line in text.splitlines() if len(cells := _cells(line)) == len(HEADS)}
    expected = ["3", "100.0 % (1/1)", "50.0 % (1/2)", "50.0 % (1/2)", *"00000"]
    for engine in ("ours, alone", *(LABELS[name] for name in array_engines.available([INSTANCE]))):
        assert rows[engine][2:11] == expected, engine
    # to SymPy two sizes with different names might be the same: it does not object to T(X)@x
    assert rows[LABELS[MATRIX]][2:11] == ["3", "100.0 % (1/1)", "50.0 % (1/2)", "0.0 % (0/2)", *"01000"]
    assert (LABELS[INSTANCE] in rows) is instances.importable()
    assert (NO_NUMPY in text) is not instances.importable()


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_without_numpy_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instances, "importable", lambda: False)
    assert array_engines.available([MATRIX, INSTANCE]) == [array_engines.OURS, MATRIX]
    assert NO_NUMPY in arrays.measure([], [MATRIX, INSTANCE], 1, 1.0, print).notes
    assert NO_NUMPY not in arrays.measure([], [MATRIX], 1, 1.0, print).notes


def test_the_counts() -> None:
    true, false = Case("a", {}, True), Case("b", {}, False)
    answers = [
        *((true, (answer, 0.002)) for answer in ("proved", "refuted", "ill-formed", "undecided", "timeout")),
        *((false, (answer, 0.004)) for answer in ("proved", "refuted", "ill-formed", "raised", "left out")),
    ]
    row = dict(zip(HEADS, counted("some", "an engine", answers, {"a": 0.001, "b": 0.001}), strict=True))
    assert row == {
        "set": "some",
        "engine": "an engine",
        "claims": "9",
        "true: proved": "20.0 % (1/5)",
        "false: refuted": "25.0 % (1/4)",
        "false: ill-formed": "25.0 % (1/4)",
        "wrong": "3",
        "undecided": "3",
        "overran": "1",
        "raised": "1",
        "left out": "1",
        "median ms": "2",
        "mean ms": "2.89",
        "ratio": "2 x",
    }


def test_arrays_and_numbers_are_told_apart() -> None:
    assert [s.name for s in load_arrays(SHIPPED)] == ["arrays"]
    assert "arrays" not in [s.name for s in load(SHIPPED)]
    (shipped,) = load_arrays(SHIPPED)
    assert [case.truth for case in shipped.cases].count(True) == len(shipped.cases) // 2 == 20


IN_SYMPY = [
    ("T(A@B)", "T(B)@T(A)", "proved"),
    ("T(A@B)", "T(A)@T(B)", "undecided"),  # SymPy does not say that two matrices differ
    ("inv(M@N)", "inv(N)@inv(M)", "proved"),
    ("T(S)", "S", "proved"),
    ("T(A)", "A", "undecided"),
    ("X@A", "A@X", "undecided"),  # m and n are not known to differ
    ("grad(x@A@x, x)", "A@x + T(A)@x", "proved"),
    ("grad(tr(A@B), A)", "T(B)", "proved"),
    ("grad(tr(A@B), A)", "B", "undecided"),
    ("tr(eye(n))", "n", "proved"),
    ("tr(eye(n))", "n + 1", "refuted"),
    ("x*x", "x**2", "proved"),
    ("A/c + 1", "1 + A/c", "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "answer"), IN_SYMPY)
def test_what_sympy_makes_of_it(lhs: str, rhs: str, answer: str) -> None:
    assert matrix_calculus.compare(record(lhs, rhs)) == answer


NOT_IN_SYMPY: list[tuple[str, str, dict[str, Any], str]] = [
    ("softmax(x)", "x", {}, "softmax"),
    ("jac(A@x, x)", "A", {}, "jac"),
    ("x[i]", "x[i]", {"indices": {"i": "n"}}, "indices"),
    ("f(x)", "x", {"functions": ["f"]}, "functions"),
    ("x@x", "1", {"given": [["x@x", "1"]]}, "given"),
    ("A*x", "x*A", {}, "a vector times a matrix"),
]


@pytest.mark.parametrize(("lhs", "rhs", "more", "words"), NOT_IN_SYMPY)
def test_what_sympy_cannot_express_is_left_out(lhs: str, rhs: str, more: dict[str, Any], words: str) -> None:
    with pytest.raises(Untranslatable, match=words):
        matrix_calculus.compare(record(lhs, rhs, **more))


AT_AN_INSTANCE: list[tuple[str, str, dict[str, Any], str]] = [
    ("T(A@B)", "T(B)@T(A)", {}, "proved"),
    ("T(A@B)", "T(A)@T(B)", {}, "refuted"),
    ("X@x", "T(X)@x", {}, "ill-formed"),
    ("x", "y", {}, "ill-formed"),
    ("grad(sum((X@x - y)**2)/2, x)", "T(X)@(X@x - y)", {}, "proved"),
    ("jac(grad(sum((X@x - y)**2)/2, x), x)", "T(X)@X", {}, "proved"),
    ("jac(softmax(x), x)", "diag(softmax(x)) - outer(softmax(x), softmax(x))", {}, "proved"),
    ("dd(inv(M), M, A)", "-inv(M)@A@inv(M)", {}, "proved"),
    ("D(S(i, p[i]), x[j])", "2*x[j]", {"indices": {"i": "n", "j": "n"}, "let": [["p", "x**2"]]}, "proved"),
    ("delta(i, j)*x[i]", "x[i]", {"indices": {"i": "n", "j": "n"}}, "refuted"),
    ("grad(sum(f(x)), x)", "f1(x)", {"functions": ["f", "f1"]}, "proved"),
    ("grad(sum(f(x)), x)", "f(x)", {"functions": ["f"]}, "refuted"),
    ("x*1e-5", "x*2e-5", {}, "refuted"),  # small, but not the same
]


@pytest.mark.parametrize(("lhs", "rhs", "more", "answer"), AT_AN_INSTANCE)
def test_one_instance(lhs: str, rhs: str, more: dict[str, Any], answer: str) -> None:
    pytest.importorskip("numpy")
    assert array_engines.instance(record(lhs, rhs, **more), 1.0)[0] == answer


def trap(folder: Path, lhs: str, rhs: str, pre: str) -> dict[str, Any]:
    """The record that is made of a trap about arrays of SymPy."""
    row = {"id": "t5", "plain": {"lhs": lhs, "rhs": rhs}, "assume": {}, "pre": pre, "expected": "proved"}
    (folder / "traps.json").write_text(json.dumps([row]), encoding="utf-8")
    [traps] = load(folder)
    [case] = traps.cases
    return case.record


def test_a_trap_about_entries_has_its_arrays_declared(tmp_path: Path) -> None:
    made = trap(tmp_path, "Sum(KroneckerDelta(j,k)*x[k],(k,1,n))", "x[j]", "indexed")
    assert made["symbols"] == {"x": {"shape": ["n"]}}
    assert made["indices"] == {"j": "n"}
    assert answer_record(made, 10.0)["status"] == "proved"


def test_an_index_of_a_trap_may_be_free_and_bound(tmp_path: Path) -> None:
    made = trap(tmp_path, "Sum(c[i]*x[i],(i,1,n)).diff(x[i])", "c[i]", "indexed")
    assert made["indices"] == {"i": "n"}
    assert answer_record(made, 10.0)["status"] == "proved"
    assert answer_record(made | {"rhs": "Sum(c[i],(i,1,n))"}, 10.0)["status"] == "refuted"


def test_a_product_of_matrices_in_a_trap_is_one_here(tmp_path: Path) -> None:
    made = trap(tmp_path, "(A*B).T", "B.T*A.T", "matrix")
    assert made["symbols"] == {"A": {"shape": [3, 3]}, "B": {"shape": [3, 3]}}
    assert (made["lhs"], made["rhs"]) == ("(A@B).T", "B.T@A.T")
    assert answer_record(made, 10.0)["status"] == "proved"
