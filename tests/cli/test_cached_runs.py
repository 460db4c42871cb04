"""The program run twice: the second time it prints what it printed before, without SymPy."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Program = Callable[..., "subprocess.CompletedProcess[str]"]

TELL_SYMPY = """
import atexit, sys
atexit.register(lambda: print("sympy" in sys.modules, file=sys.stderr))
from verify_derivations.cli import main
main()
"""


def test_an_unchanged_run_prints_the_same_and_does_not_import_sympy(
    program: Program, claims: dict[str, Path], tmp_path: Path
) -> None:
    words = ("wrong.py", "right.py", "--output-format", "full", "--output-format", "html=report.html")
    first = program(*words, command=("-c", TELL_SYMPY))
    page = (tmp_path / "report.html").read_bytes()
    (tmp_path / "report.html").unlink()
    again = program(*words, command=("-c", TELL_SYMPY))
    assert first.stderr.endswith("True\n")
    assert again.stderr == first.stderr.replace("True", "False")
    assert (again.returncode, again.stdout) == (1, first.stdout)
    assert (tmp_path / "report.html").read_bytes() == page

    anew = program(*words, "--no-cache", command=("-c", TELL_SYMPY))
    assert anew.stderr.endswith("True\n")
    assert anew.stdout == first.stdout


def test_a_changed_file_is_checked_anew_and_other_ends_have_other_codes(
    program: Program, claims: dict[str, Path], tmp_path: Path
) -> None:
    assert program("wrong.py").returncode == 1
    assert program("wrong.py", "--exit-zero").returncode == 0
    assert "Week 3" in program("wrong.py", "--output-format", "html", "--title", "Week 3").stdout
    assert "Week 4" in program("wrong.py", "--output-format", "html", "--title", "Week 4").stdout
    assert program("wrong.py").returncode == 1
    claims["wrong"].write_text(claims["wrong"].read_text().replace("b**2)", "b**2 + 2*a*b)"))
    assert program("wrong.py").returncode == 0


def test_without_a_cache_nothing_is_left_behind(
    program: Program, claims: dict[str, Path], tmp_path: Path
) -> None:
    program("right.py", "--no-cache")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["right.py", "wrong.py"]
