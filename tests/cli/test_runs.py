"""The program as a user runs it: from another folder, on good and bad input, judged by what it prints."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Program = Callable[..., "subprocess.CompletedProcess[str]"]
Write = Callable[[str, str], Path]
Claims = dict[str, Path]

IMPORT = b"from verify_derivations import derivation\n"


def test_what_holds_is_exit_0(program: Program, claims: Claims) -> None:
    run = program("check", "right.py")
    assert (run.returncode, run.stderr) == (0, "")
    assert "proved" in run.stdout


def test_a_wrong_step_is_exit_1_with_its_place_and_a_point(program: Program, claims: Claims) -> None:
    run = program("wrong.py", "--output-format", "concise")
    assert run.returncode == 1
    assert "wrong.py:8:" in run.stdout
    assert "VD101" in run.stdout
    assert program("wrong.py", "--exit-zero").returncode == 0
    assert program("wrong.py", "--fail-on", "undecided").returncode == 0


def test_a_report_may_have_a_heading_of_its_own(program: Program, claims: Claims) -> None:
    pages = ("--output-format", "html", "--no-cache")
    assert "<h1>Derivation report</h1>" in program("right.py", *pages).stdout
    assert "<h1>Week 3 &amp; 4</h1>" in program("right.py", *pages, "--title", "Week 3 & 4").stdout


def test_the_full_output_shows_the_line(program: Program, claims: Claims) -> None:
    run = program("wrong.py")
    assert "d.claim((a + b)**2, a**2 + b**2)" in run.stdout


def test_a_known_error_is_exit_0_and_a_known_error_that_holds_is_exit_1(
    program: Program, write: Write
) -> None:
    text = """
        from sympy import Symbol
        from verify_derivations import derivation
        x = Symbol("x", real=True)
        with derivation("known", "A known error") as d:
            d.claim(x + 1, {}, expect="refuted", wrong="the sign")
    """
    write("known.py", text.format("x - 1"))
    write("mended.py", text.format("1 + x"))
    assert program("known.py").returncode == 0
    assert program("mended.py").returncode == 1
    assert program("mended.py", "--fail-on", "undecided").returncode == 1


@pytest.mark.parametrize(
    ("name", "text", "code", "message"),
    [
        ("missing.py", None, "VD001", "no such file"),
        ("latin.py", b"# na\xefve\n", "VD002", "not UTF-8"),
        ("notes.docx", b"", "VD003", "no reader for this kind of file"),
        ("raises.py", b"import verify_derivations\nraise ValueError('on purpose')\n", "VD201", "on purpose"),
        ("syntax.py", b"x = (\n", "VD201", "was never closed"),
        (
            "relation.py",
            IMPORT + b"with derivation('r', 'R') as d:\n    d.claim(1 + 1)\n",
            "VD202",
            "no relation",
        ),
        (
            "twice.py",
            IMPORT + b"with derivation('square', 'Again') as d:\n    d.claim(1, 1)\n",
            "VD204",
            "used twice",
        ),
    ],
)
def test_bad_input_is_told_once_with_its_place_and_the_rest_is_checked(
    program: Program, claims: Claims, tmp_path: Path, name: str, text: bytes | None, code: str, message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_bytes(text)
    run = program(
        "right.py", name, "wrong.py", "--output-format", "concise", "--output-format", "json=r.json"
    )
    assert run.returncode == 2
    assert "Traceback" not in run.stdout + run.stderr
    [line] = [line for line in run.stdout.splitlines() if code in line]
    assert f"{name}:" in line
    assert message in line
    assert "wrong.py:8:" in run.stdout, "the rest of the run is unharmed"
    written = json.dumps(json.loads((tmp_path / "r.json").read_text()))
    assert '"square"' in written
    assert '"beginner"' in written


def test_an_unknown_key_stops_the_run_with_a_suggestion(
    program: Program, claims: Claims, write: Write
) -> None:
    write("pyproject.toml", "[tool.verify-derivations]\npathes = ['right.py']\n")
    run = program()
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        'verify-derivations: VD010 pyproject.toml:2: unknown configuration key "pathes"\n'
        '  help: did you mean "paths"?\n'
    )
    assert program("right.py", "--isolated").returncode == 0


def test_the_paths_of_the_configuration_are_checked_from_any_folder(
    program: Program, claims: Claims, write: Write, tmp_path: Path
) -> None:
    write("pyproject.toml", "[tool.verify-derivations]\npaths = ['right.py']\n")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "deep" / "er"):
        run = program(cwd=folder)
        assert run.returncode == 0
        assert "proved" in run.stdout


def test_an_unknown_format_is_named_with_the_known_ones(program: Program, claims: Claims) -> None:
    run = program("right.py", "--output-format", "htlm")
    assert (run.returncode, run.stdout) == (2, "")
    assert 'there is no output format "htlm"' in run.stderr
    assert 'did you mean "html"?' in run.stderr


def test_an_output_that_cannot_be_written_is_told_and_the_others_are_written(
    program: Program, claims: Claims, tmp_path: Path
) -> None:
    run = program("right.py", "--output-format", "html=/dev/full", "--output-format", "json=r.json")
    assert run.returncode == 2
    assert "/dev/full cannot be written: No space left on device" in run.stderr
    assert "Traceback" not in run.stderr
    assert json.loads((tmp_path / "r.json").read_text())


def test_a_folder_without_claims_is_a_warning(program: Program, tmp_path: Path) -> None:
    run = program(str(tmp_path))
    assert run.returncode == 0
    assert "VD004 there is nothing to check" in run.stderr
    assert program(str(tmp_path), "--fail-if-empty").returncode == 2
    (tmp_path / "conditions.md").write_text("Find $x$ such that\n\n$$ x^2 = 1 $$\n", encoding="utf-8")
    run = program(str(tmp_path), "--fail-if-empty")
    assert (run.returncode, "nothing claimed (1 condition)" in run.stdout) == (2, True)


def test_a_reader_that_leaves_early_causes_no_noise(program: Program, claims: Claims, tmp_path: Path) -> None:
    run = program(
        "-c",
        "import os, sys; r, w = os.pipe(); os.close(r); os.dup2(w, 1);"
        "from verify_derivations.cli import main; main(['right.py'])",
        command=(),
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_color_is_there_when_asked_for_and_only_then(program: Program, claims: Claims) -> None:
    assert "\x1b[" not in program("wrong.py").stdout
    assert "\x1b[" in program("wrong.py", "--color", "always").stdout
    assert "\x1b[" not in program("wrong.py", "--color", "auto", env={"NO_COLOR": "1"}).stdout


def test_output_is_the_same_under_any_hash_seed(program: Program, claims: Claims) -> None:
    runs = [
        program(".", "--no-cache", "--output-format", "json", env={"PYTHONHASHSEED": seed}).stdout
        for seed in "01"
    ]
    assert runs[0] == runs[1]


def test_so_is_which_of_several_names_is_told_of_first(program: Program, write: Write) -> None:
    write(
        "notes.md",
        """
        Let $a = 2$, $b = 3$, $c = 4$ and $d = 5$.

        Now suppose that $a + b + c > d$. Then

        $$a + b + c + d = 14$$
        """,
    )
    for seed in "0123":
        run = program("notes.md", "--no-cache", "--output-format", "concise", env={"PYTHONHASHSEED": seed})
        assert "if a is introduced anew" in run.stdout


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("check", "--help"), ("--show-settings",)])
def test_a_question_about_the_program_loads_no_engine(program: Program, words: tuple[str, ...]) -> None:
    run = program(*words, python=("-X", "importtime"))
    assert run.returncode == 0
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "verify_derivations.cli" in loaded
    assert not loaded & {"sympy", "flint", "jinja2", "math_core", "msgspec"}


def test_help_says_what_the_exit_codes_mean(help_text: Callable[..., str]) -> None:
    assert "0 all as expected, 1 something is not, 2 wrong use or broken input" in " ".join(
        help_text().split()
    )
    assert "--fail-on" in help_text("check")
