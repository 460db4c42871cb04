"""`explain` for a place in a claim file and for a claim given on the spot, as a user runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Program = Callable[..., subprocess.CompletedProcess[str]]

NOTES = """
    "The sigmoid."
    from sympy import Function, Symbol, exp, symbols
    from verify_derivations import D, derivation

    f, g = Function("f"), Function("g")
    z = Symbol("z", real=True)
    p = Symbol("p", positive=True)
    with derivation("sigmoid", "The sigmoid function") as d:
        d.define(f(z), 1 / (1 + exp(-z)))
        d.begin(D(f(z), z), tex=r"f'(z)")
        d.equals(
            exp(-z) / (1 + exp(-z)) ** 2,
            because="quotient rule",
            tex=r"a long printed formula",
        )
        d.equals(f(z) * (1 - f(z)) * p / p)
        d.equals(f(z) * (1 + f(z)), tex="wrong")
    with derivation("other", "Something else") as d:
        d.claim(g(p), g(p))
"""


@pytest.fixture
def notes(write: Callable[[str, str], Path]) -> Path:
    return write("notes.py", NOTES)


def explained(program: Program, *words: str) -> str:
    run = program("explain", *words)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_a_step_is_explained_in_full(program: Program, notes: Path) -> None:
    told = explained(program, "notes.py::sigmoid.3")
    assert told.startswith('notes.py:17:1: sigmoid.3, in "The sigmoid function"\n')
    assert "in text  diff(f(z), z) = f(z)*(1 - f(z))*p/p" in told
    assert "p > 0 (declared)" in told
    assert "z real (nothing narrower is declared)" in told
    assert "f: a function, defined below" in told
    assert "definitions  f(z) := 1/(1 + exp(-z))" in told
    assert "meaning  exp(-z)/(1 + exp(-z))**2 = " in told
    assert "verdict  proved" in told
    assert "Both sides are now the same rational function of: exp(z)." in told
    assert "line before  exp(-z)/(1 + exp(-z))**2 = f(z)*(1 - f(z))*p/p: proved" in told


@pytest.mark.parametrize("line", [12, 13, 14, 16])
def test_any_line_of_a_statement_finds_its_step(program: Program, notes: Path, line: int) -> None:
    told = explained(program, f"notes.py:{line}")
    assert "sigmoid.2" in told.splitlines()[0]
    assert "because  quotient rule" in told
    assert "printed  f'(z) = a long printed formula" in told
    assert "sigmoid.3" not in told


def test_a_refuted_step_shows_the_point_and_where_the_error_starts(program: Program, notes: Path) -> None:
    told = explained(program, "notes.py:18")
    assert "verdict  refuted (VD101)" in told
    assert "in its chain: introduced here" in told
    assert "both sides are defined:" in told
    assert "the left side is" in told
    assert "the right side is" in told


def test_a_definition_is_no_claim(program: Program, notes: Path) -> None:
    told = explained(program, "notes.py:10")
    assert "verdict  none: this is no claim but a definition" in told


def test_the_line_of_a_derivation_explains_all_of_it(program: Program, notes: Path) -> None:
    told = explained(program, "notes.py:9")
    assert [word in told for word in ("sigmoid.1", "sigmoid.4", "other.1")] == [True, True, False]
    assert explained(program, "notes.py").count("verdict  ") == 5


def test_a_function_of_which_nothing_is_known(program: Program, notes: Path) -> None:
    told = explained(program, "notes.py::other.1")
    assert "g: any smooth function, of which nothing more is known" in told
    assert "with polynomials put for g" in told


@pytest.mark.parametrize(
    ("what", "said", "help"),
    [
        ("notes.py:3", "no step stands at line 3", "there are steps at 10, 12, 17"),
        ("notes.py::sigmod.3", "there is no step sigmod.3", "did you mean sigmoid.3"),
        ("nothing.py", "VD001 there is no such file or folder", ""),
        ("nothing.docx:4", "VD001", ""),
    ],
)
def test_what_is_not_there(program: Program, notes: Path, what: str, said: str, help: str) -> None:
    run = program("explain", what)
    assert run.returncode == 2
    assert said in run.stderr
    assert help in run.stderr


def test_a_file_that_breaks_off_says_so_after_its_steps(program: Program, notes: Path) -> None:
    notes.write_text(notes.read_text(encoding="utf-8") + "\nnonsense\n", encoding="utf-8")
    told = explained(program, "notes.py::other.1")
    assert "VD201 NameError" in told


# ---- a claim on the spot -------------------------------------------------------------------------
def test_a_claim_with_domains(program: Program) -> None:
    claim = "log(x*y) = log(x) + log(y)"
    told = explained(program, "--claim", claim, "--domain", "x=positive", "--domain", "y=positive")
    assert r"read as  \log\left(x \, y\right)" in told
    assert "x > 0 (declared)" in told
    assert "conditions  none" in told
    assert "conditions  x > 0, y > 0" in explained(program, "--claim", claim)


def test_a_claim_with_a_letter_that_may_be_a_number(program: Program) -> None:
    told = explained(program, "--claim", "e + a = a + e")
    assert "or else  e is the base of natural logarithms" in told
    assert "verdict  proved" in told


def test_a_claim_with_a_definition_and_an_assumption(program: Program) -> None:
    told = explained(program, "--claim", "diff(a, z) = a*(1-a)", "--let", "a=sigmoid(z)")
    assert "a: defined below" in told
    assert "z real (nothing narrower is declared; it comes in with a definition)" not in told
    told = explained(program, "--claim", "a**2 = a*b", "--given", "a = b")
    assert "given  a = b" in told
    assert "verdict  proved" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "explain takes one thing"),
        (("VD101", "--claim", "x = x"), "explain takes one thing"),
        (("VD101", "--domain", "x=real"), "go with --claim"),
        (("--claim", "x + 1"), "is no comparison"),
        (("--claim", "x = = 1"), "column"),
        (("--claim", "a = b = c"), "a chain is several claims"),
        (("--claim", "x = x", "--domain", "x"), "it should be NAME=..."),
        (("--claim", "x = x", "--domain", "x=large"), "is no domain"),
    ],
)
def test_wrong_use_is_told(program: Program, words: tuple[str, ...], said: str) -> None:
    run = program("explain", *words)
    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr
