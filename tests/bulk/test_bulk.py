"""`bulk` as a user runs it: every line is answered, in order, whatever is in the others."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from verify_derivations.bulk import MOST_BYTES_A_LINE, bulk

Program = Callable[..., "subprocess.CompletedProcess[str]"]

SUM = {"lhs": "(a + b)**2", "rhs": "a**2 + 2*a*b + b**2"}
WRONG = {"lhs": "(a + b)**2", "rhs": "a**2 + b**2"}
LOG = {"lhs": "log(x*y)", "rhs": "log(x) + log(y)"}
ENDLESS = {"lhs": "+".join(f"x{k}" for k in range(60_000)), "rhs": "0"}
"""More symbols than can be dealt with in any budget."""

HOSTILE: list[tuple[dict[str, Any], str, str]] = [
    ({"lhs": "9**9**9**9", "rhs": "1"}, "", ""),
    ({"lhs": "10**(10**9)", "rhs": "x"}, "", ""),
    ({"lhs": "exp(exp(exp(exp(x))))", "rhs": "0"}, "", ""),
    ({"lhs": "+".join(["x"] * 100_000), "rhs": "x"}, "", ""),
    ({"lhs": "(" * 1000 + "x" + ")" * 1000, "rhs": "x"}, "undecided", "budget (size of the text)"),
    ({"lhs": "sin(" * 1000 + "x" + ")" * 1000, "rhs": "x"}, "undecided", "budget (size of the text)"),
    ({"lhs": "f(x)*f", "rhs": "1", "functions": ["f"]}, "ill-formed", "both as a function and as a number"),
    ({"lhs": "x/(1 - 1)", "rhs": "x"}, "ill-formed", "divides by zero"),
    (
        {"lhs": "Sum(k, (k, 1, 3/2))", "rhs": "1"},
        "ill-formed",
        "the bound 3/2 in Sum(k, (k, 1, 3/2)) is no whole number",
    ),
    ({"lhs": "Product(k, (k, 1/2, n))", "rhs": "1"}, "ill-formed", "the bound 1/2 in Product"),
    ({"lhs": "x", "rhs": "x", "given": ["x > 1", "x < 0"]}, "vacuous", "no value is left for x"),
    (ENDLESS, "undecided", "budget (0.5 s)"),
]


def lines(records: Iterable[Any]) -> bytes:
    return b"".join(r if isinstance(r, bytes) else json.dumps(r).encode() + b"\n" for r in records)


def answers(records: Iterable[Any], jobs: int = 1, seconds: float = 5.0) -> list[dict[str, Any]]:
    sink = io.BytesIO()
    bulk(io.BytesIO(lines(records)), sink, jobs=jobs, seconds=seconds)
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_the_fields_of_an_answer() -> None:
    proved, refuted, conditional = answers([{"id": "s", **SUM}, {"id": 7, **WRONG}, LOG])
    assert list(proved) == ["id", "status", "conditions", "witness", "read_as", "reason", "seconds"]
    assert (proved["id"], proved["status"], proved["witness"]) == ("s", "proved", None)
    assert proved["read_as"] == "(a + b)**2 = a**2 + 2*a*b + b**2"
    assert (refuted["id"], refuted["status"]) == (7, "refuted")
    values = {name: int(value) for name, value in refuted["witness"]["values"].items()}
    assert int(refuted["witness"]["lhs"]) == (values["a"] + values["b"]) ** 2
    assert int(refuted["witness"]["rhs"]) == values["a"] ** 2 + values["b"] ** 2
    assert (conditional["id"], conditional["status"]) == (None, "proved")
    assert {"x > 0", "y > 0"} <= set(conditional["conditions"])
    assert 0 < proved["seconds"] < 5


def test_a_line_that_is_no_record_is_answered_with_its_number() -> None:
    bad = [
        b"{\n",
        b"[1, 2]\n",
        b"\xff\xfe\n",
        b"\n",
        b'{"lhs": ' + b"[" * 100_000 + b"\n",
        b"9" * 5000 + b"\n",
    ]
    found = answers([SUM, *bad, b"x" * (MOST_BYTES_A_LINE + 10) + b"\n", WRONG, b'{"lhs": "x", "rhs": "x"}'])
    assert [a["status"] for a in found] == ["proved", *["ill-formed"] * 6, "refuted", "proved"]
    assert [a.get("line") for a in found] == [None, 2, 3, 4, 6, 7, 8, None, None]
    assert all(f"line {a['line']} is no claim record: " in a["reason"] for a in found if "line" in a)


@pytest.mark.parametrize("record", [r for r, _, _ in HOSTILE], ids=lambda r: str(r["lhs"])[:20])
def test_bad_input_gets_a_status_and_a_reason_within_its_budget(record: dict[str, Any]) -> None:
    status, words = next((s, w) for r, s, w in HOSTILE if r is record)
    start = time.monotonic()
    before, answer, after = answers([SUM, {"id": "bad", **record}, WRONG], seconds=0.5)
    assert time.monotonic() - start < 15
    assert (before["status"], answer["id"], after["status"]) == ("proved", "bad", "refuted")
    assert answer["reason"] or answer["status"] == "proved"
    assert status in ("", answer["status"])
    assert words in answer["reason"]


def test_the_answers_do_not_depend_on_the_number_of_workers_nor_on_what_came_before() -> None:
    records = [{"id": k, "lhs": l, "rhs": r} for k, (l, r) in enumerate(CLAIMS * 8)]
    one, three = answers(records), answers(records, jobs=3)
    for answer in (*one, *three):
        del answer["seconds"]
    assert one == three
    for k, answer in enumerate(one):
        assert {**answer, "id": 0} == {**one[k % len(CLAIMS)], "id": 0}


CLAIMS = [
    ("diff(sigmoid(z), z)", "sigmoid(z)*(1 - sigmoid(z))"),
    ("log(x*y)", "log(x) + log(y)"),
    ("sin(x + y)", "sin(x)*cos(y) + cos(x)*sin(y)"),
    ("sin(x + y)", "sin(x)*cos(y) - cos(x)*sin(y)"),
    ("sqrt(x**2)", "x"),
    ("(x**2 - 1)/(x - 1)", "x + 1"),
    ("tanh(x)", "2*sigmoid(2*x) - 1"),
    ("x/0", "x"),
]


@pytest.mark.parametrize("name", ["truth", "mutation", "mutant_of", "ref", "latex", "kind"])
def test_no_answer_depends_on_a_label(name: str) -> None:
    plain, labelled = answers([WRONG, {**WRONG, name: True}])
    assert {**plain, "seconds": 0} == {**labelled, "seconds": 0}


# ---- the command -------------------------------------------------------------------------------------
def test_the_command(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(lines([SUM, WRONG]))
    run = program("bulk", "claims.jsonl", "-j", "2")
    assert (run.returncode, run.stderr) == (0, "")
    assert [json.loads(line)["status"] for line in run.stdout.splitlines()] == ["proved", "refuted"]
    path.write_bytes(lines([SUM, b"{\n"]))
    assert program("bulk", "claims.jsonl").returncode == 1
    path.write_bytes(b"")
    assert (program("bulk", "claims.jsonl").returncode, program("bulk", "claims.jsonl").stdout) == (0, "")


@pytest.mark.parametrize(("name", "words"), [("missing.jsonl", "No such file"), (".", "directory")])
def test_a_file_that_cannot_be_read_is_exit_2(program: Program, name: str, words: str) -> None:
    run = program("bulk", name)
    assert run.returncode == 2
    assert words in run.stderr
    assert "Traceback" not in run.stderr


def test_sympy_is_not_imported(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(lines([SUM, WRONG, {"lhs": "diff(sin(x), x)", "rhs": "cos(x)"}]))
    code = "import sys; sys.modules['sympy'] = None; from verify_derivations.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", code, "bulk", str(path)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert [json.loads(line)["status"] for line in run.stdout.splitlines()] == ["proved", "refuted", "proved"]


RARE = tuple(
    f"verify_derivations.{name}"
    for name in (
        "kernel.calculus.limits",
        "kernel.calculus.replacements",
        "kernel.proofs.implications",
        "kernel.proofs.order",
        "prove.order",
        "prove.replacing",
        "refute.instances",
    )
)
"""What only limits, sums and integrals, steps between conditions, inequalities and arrays need."""


def loaded_by(program: Program, *words: str) -> set[str]:
    run = program(*words, python=("-X", "importtime"))
    assert run.returncode == 0
    return {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}


def test_plain_arguments_load_nothing_that_one_claim_can_do_without(program: Program, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_bytes(lines([SUM]))
    loaded = loaded_by(program, "bulk", str(tmp_path / "claims.jsonl"), "--jobs", "1")
    assert "verify_derivations.decide.equations" in loaded
    for unneeded in (
        "click",
        "subprocess",
        "difflib",
        "verify_derivations.cli",
        "verify_derivations.repair",
        *RARE,
    ):
        assert unneeded not in loaded
    assert "click" in loaded_by(program, "bulk", str(tmp_path / "claims.jsonl"), "--seconds", "1")


@pytest.mark.parametrize("words", [["-j", "0"], ["-j", "two"], ["--job"], ["more.jsonl"]])
def test_arguments_that_are_not_plain_are_read_as_those_of_any_command(
    program: Program, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "claims.jsonl").write_bytes(lines([SUM]))
    run = program("bulk", str(tmp_path / "claims.jsonl"), *words)
    assert run.returncode == 2
    assert "verify-derivations bulk --help lists the options" in run.stderr


def start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "verify_derivations", "bulk", "-", "-j", "2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_an_answer_comes_before_the_next_line_is_written() -> None:
    with start() as process:
        assert process.stdin
        assert process.stdout
        for record, status in ((SUM, "proved"), (WRONG, "refuted"), (SUM, "proved")):
            process.stdin.write(lines([record]))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["status"] == status
        process.stdin.close()
        assert (process.stdout.read(), process.wait(timeout=20)) == (b"", 0)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell starts what runs in the background with interrupts ignored, and children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_the_run_and_its_workers() -> None:
    with start() as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(lines([SUM, ENDLESS]))
        process.stdin.flush()
        process.stdout.readline()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        workers = [int(number) for number in children.read_text().split()] if children.exists() else []
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 2
        assert b"interrupted" in process.stderr.read()
        for worker in workers:
            with pytest.raises(ProcessLookupError):
                os.kill(worker, 0)


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(lines([SUM] * 300))
    command = f"{sys.executable} -m verify_derivations bulk {path} | head -1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(
        ["bash", "-c", command], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (run.returncode, run.stderr, len(run.stdout.splitlines())) == (0, "", 1)
