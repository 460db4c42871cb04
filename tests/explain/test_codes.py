"""`explain CODE`: every code has its text, and the command needs no SymPy for it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from verify_derivations.codes import EXPLANATIONS
from verify_derivations.errors import CODES

Program = Callable[..., subprocess.CompletedProcess[str]]


def test_every_code_is_explained_and_nothing_else_is() -> None:
    assert set(EXPLANATIONS) == set(CODES)


@pytest.mark.parametrize("code", sorted(EXPLANATIONS))
def test_an_explanation_says_what_how_and_what_helps(code: str) -> None:
    said = EXPLANATIONS[code]
    assert said.meaning.endswith(".")
    assert said.help.endswith((".", 'wrong"', "intended=..."))
    assert said.example


def test_a_code_is_explained_in_either_case(program: Program) -> None:
    run = program("explain", "vd101")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("VD101: a refuted step\n")
    assert "the left side is 9, the right side is 5" in " ".join(run.stdout.split())


def test_a_code_needs_no_sympy(program: Program) -> None:
    script = (
        "import sys; from verify_derivations.cli import run; run(['explain', 'VD101'])\n"
        "print([m for m in ('sympy', 'jinja2') if m in sys.modules])"
    )
    run = program(script, command=("-c",))
    assert run.stdout.endswith("\n[]\n"), run.stdout + run.stderr


def test_an_unknown_code_is_told_with_those_near_it(program: Program) -> None:
    run = program("explain", "VD109")
    assert run.returncode == 2
    assert "there is no code VD109" in run.stderr
    assert "near it: VD10" in run.stderr
