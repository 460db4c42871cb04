"""`verify` and `verify_many`: from text and from SymPy, with everything that a claim may rest on."""

from __future__ import annotations

import doctest
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
import sympy

import verify_derivations.api
from verify_derivations import Status, verify, verify_many

PROVED, REFUTED, OPEN = Status.PROVED, Status.REFUTED, Status.UNDECIDED


@pytest.mark.parametrize(
    ("lhs", "rhs", "options", "status"),
    [
        ("2*x", "x + x", {}, PROVED),
        ("sqrt(x**2)", "x", {}, REFUTED),
        ("sqrt(x**2)", "x", {"symbols": {"x": "positive"}}, PROVED),
        ("sqrt(x**2)", "x", {"symbols": {"x": {"domain": "positive"}}}, PROVED),
        ("Abs(x)", "x", {"given": ["x > 0"]}, PROVED),
        ("Abs(x)", "x", {"given": [("x", ">=", 0)]}, PROVED),
        ("diff(a, z)", "a*(1 - a)", {"let": {"a": "sigmoid(z)"}}, PROVED),
        ("f(3)", "9", {"let": [("f(t)", "t**2")]}, PROVED),
        ("diff(f(2*x), x)", "2*f1(2*x)", {"functions": ["f"]}, PROVED),
        ("diff(f(2*x), x)", "f1(2*x)", {"functions": ["f"]}, REFUTED),
        ("0.1 + 0.2", "0.3", {}, PROVED),
        ("x", "1 - y", {"given": [("x + y", "1")]}, PROVED),
        ("x", "2 - y", {"given": [("x + y", "1")]}, REFUTED),
        ("x +", "x", {}, Status.NOT_UNDERSTOOD),
        ("x/0", "x", {}, Status.ILL_FORMED),
        (1, 2, {}, REFUTED),
        (0.1, "x", {}, Status.NOT_UNDERSTOOD),
    ],
    ids=str,
)
def test_verify(lhs: Any, rhs: Any, options: dict[str, Any], status: Status) -> None:
    verdict = verify(lhs, rhs, **options)
    assert verdict.status is status, verdict.reason
    assert verdict.witness is not None if status is REFUTED else verdict.witness is None


def test_verify_takes_sympy() -> None:
    x, p = sympy.Symbol("x", real=True), sympy.Symbol("p", positive=True)
    with sympy.evaluate(False):
        assert verify(sympy.sqrt(x**2), x).status is REFUTED
        assert verify(sympy.sqrt(p**2), p).status is PROVED
        assert verify(sympy.Abs(x), "x", given=[x > 0]).status is PROVED
        assert verify(sympy.Symbol("a") ** 2, x**4, let={sympy.Symbol("a"): x**2}).status is PROVED


def test_verify_keeps_its_budget() -> None:
    endless = "+".join(f"x{k}" for k in range(60_000))
    start = time.monotonic()
    verdict = verify(endless, "0", seconds=0.3)
    assert time.monotonic() - start < 15
    assert (verdict.status, verdict.reason) == (OPEN, "budget (0.3 s)")
    assert verify("x", "x").status is PROVED


def test_verify_many_is_a_stream() -> None:
    def records() -> Iterator[dict[str, Any]]:
        k = 0
        while True:
            yield {"id": k, "lhs": "2*x", "rhs": "x + x" if k % 2 else "x"}
            k += 1

    found = verify_many(records(), jobs=2)
    assert [(a["id"], a["status"]) for a, _ in zip(found, range(5), strict=False)] == [
        (k, "proved" if k % 2 else "refuted") for k in range(5)
    ]


def test_verify_many_answers_what_is_no_record() -> None:
    found = list(verify_many([{"id": 1}, 3, {"id": 2, "lhs": "x", "rhs": "x"}]))  # type: ignore[list-item]
    assert [a["status"] for a in found] == ["ill-formed", "ill-formed", "proved"]


def test_the_examples_run() -> None:
    assert doctest.testmod(verify_derivations.api).failed == 0


def test_a_script_needs_no_main_guard_and_may_have_threads() -> None:
    code = (
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(1,), daemon=True).start()\n"
        "from verify_derivations import verify, verify_many\n"
        "print(verify('x', 'x').status, [a['status'] for a in verify_many([dict(lhs='x', rhs='x')])])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (run.stdout, run.stderr) == ("proved ['proved']\n", "")
