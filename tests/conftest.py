"""What the tests share: claim files made on the spot, and the program run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parent.parent

# what a developer has set must not decide a test
OURS = (
    "VERIFY_DERIVATIONS_OUTPUT_FORMAT",
    "VERIFY_DERIVATIONS_DEBUG",
    "NO_COLOR",
    "FORCE_COLOR",
    "PYTHONPATH",
)

RIGHT = """
    "The square of a sum."
    from sympy import symbols
    from verify_derivations import derivation

    a, b = symbols("a b", real=True)
    with derivation("square", "The square of a sum") as d:
        d.claim((a + b)**2, a**2 + 2*a*b + b**2)
"""
"""A claim file in which everything holds."""

WRONG = """
    "The square of a sum, by a beginner."
    from sympy import symbols
    from verify_derivations import derivation

    a, b = symbols("a b", real=True)
    with derivation("beginner", "The square of a sum, by a beginner") as d:
        d.claim((a + b)**2, a**2 + b**2)
"""
"""A claim file with one wrong step, on line 8."""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file below the test's folder: `write("notes/claims.py", text)`."""

    def _write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return _write


@pytest.fixture
def claims(write: Callable[[str, str], Path]) -> dict[str, Path]:
    """One claim file in which everything holds and one with a wrong step, in the test's folder."""
    return {"right": write("right.py", RIGHT), "wrong": write("wrong.py", WRONG)}


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `verify-derivations` in a process of its own: `program("check", "a.py", cwd=..., env={...})`.

    Without `cwd` it runs in the test's folder, which is never that of the checkout.
    """

    def _program(
        *words: str,
        cwd: Path | str = tmp_path,
        env: dict[str, str] | None = None,
        python: tuple[str, ...] = (),
        command: tuple[str, ...] = ("-m", "verify_derivations"),
    ) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if name not in OURS}
        return subprocess.run(
            [sys.executable, *python, *command, *words],
            cwd=cwd,
            env={**clean, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=100,
            check=False,
        )

    return _program


@pytest.fixture
def help_text(program: Callable[..., subprocess.CompletedProcess[str]]) -> Callable[..., str]:
    """What `--help` prints, 80 columns wide: `help_text()`, `help_text("check")`.

    For a document that shows it: `assert help_text("check").strip() in readme`.
    """

    def _help_text(*words: str) -> str:
        shown = program(*words, "--help")
        assert shown.returncode == 0, shown.stderr
        return shown.stdout

    return _help_text
