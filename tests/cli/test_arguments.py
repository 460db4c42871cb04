"""The command line, in process: what it hands on, and what it says about a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verify_derivations import check as check_module
from verify_derivations import cli, registry
from verify_derivations.config import Config
from verify_derivations.render.options import RenderOptions
from verify_derivations.results import Report


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """What the command line told the rest of the program, whose work is not done here."""
    seen: dict[str, Any] = {"renderers": []}

    def checked(documents: Any, *, jobs: int = 1) -> Report:
        seen["documents"], seen["jobs"] = list(documents), jobs
        return Report(())

    def renderer(name: str) -> Any:
        seen["renderers"].append(name)
        return lambda report, options: f"<{name}>"

    monkeypatch.setattr(check_module, "check_documents", checked)
    monkeypatch.setattr(registry, "renderer", renderer)
    monkeypatch.chdir(tmp_path)
    for name in ("VERIFY_DERIVATIONS_OUTPUT_FORMAT", "VERIFY_DERIVATIONS_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return seen


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--nonsense"], "No such option"),
        (["--nonsense"], "No such option"),
        (["--fail-on", "refuted,wrong"], '"wrong" is no status that can fail a run; choose from refuted'),
        (["-j", "0"], '"0" is neither "auto" nor a whole number'),
        (["-j", "many"], '"many" is neither "auto" nor a whole number'),
        (["--color", "red"], "'red' is not one of 'auto', 'always', 'never'"),
        (["--output-format", "json", "--output-format", "html"], "json and html would be mixed"),
        (["-o", "a", "--output-format", "json=b"], "-o names the file of a single output format"),
        (["-o", "/nowhere/at/all/report.html"], "there is no folder /nowhere/at/all"),
        (["--output-format", "json=/"], "/ cannot be written: it is a folder"),
        (
            ["--config", "/nowhere/at-all.toml"],
            "VD012 /nowhere/at-all.toml: the configuration cannot be read",
        ),
    ],
)
def test_wrong_use_is_one_clear_message_and_exit_2(
    told: dict[str, Any], capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.startswith("verify-derivations: ")
    assert "Traceback" not in err
    assert "documents" not in told, "a mistake is found before anything is checked"


def test_each_format_goes_where_it_is_sent(
    told: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "--output-format",
        "concise",
        "--output-format",
        "json=r.json",
        "--output-format",
        "html=r.html",
    ]
    assert cli.run(arguments) == 0
    assert capsys.readouterr().out == "<concise>\n"
    assert (tmp_path / "r.json").read_text() == "<json>"
    assert (tmp_path / "r.html").read_text() == "<html>"


def test_o_names_the_file_of_the_only_format(told: dict[str, Any], tmp_path: Path) -> None:
    assert cli.run(["--output-format", "latex", "-o", "r.tex"]) == 0
    assert (tmp_path / "r.tex").read_text() == "<latex>"


def test_command_line_beats_environment_beats_configuration(
    told: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "verify-derivations.toml").write_text('output-format = "latex"\njobs = 3\n')
    cli.run([])
    monkeypatch.setenv("VERIFY_DERIVATIONS_OUTPUT_FORMAT", "json")
    cli.run([])
    cli.run(["--output-format", "html", "--jobs", "2"])
    assert told["renderers"] == ["latex", "json", "html"]
    assert told["jobs"] == 2


def test_nothing_to_check_is_a_warning_and_can_be_a_failure(
    told: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([]) == 0
    assert "VD004 there is nothing to check" in capsys.readouterr().err
    assert cli.run(["--fail-if-empty"]) == 2


def test_an_input_is_never_overwritten(
    told: dict[str, Any], claims: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = claims["right"].read_text()
    assert cli.run(["right.py", "-o", "right.py"]) == 2
    assert "it would be overwritten" in capsys.readouterr().err
    assert claims["right"].read_text() == before


def test_show_settings_prints_what_is_in_force_and_checks_nothing(
    told: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--show-settings", "--fail-on", "refuted", "notes"]) == 0
    out = capsys.readouterr().out
    assert 'paths = ["notes"]' in out
    assert 'fail-on = ["refuted"]' in out
    assert "documents" not in told


def test_a_bug_of_ours_is_owned_up_to(
    told: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(documents: Any, *, jobs: int = 1) -> Report:
        raise KeyError("lost")

    monkeypatch.setattr(check_module, "check_documents", broken)
    assert cli.run([]) == 2
    err = capsys.readouterr().err
    assert "this is a bug of verify-derivations" in err
    assert "KeyError: 'lost'" in err
    assert "Traceback" not in err
    assert cli.run(["--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_is_no_traceback(
    told: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(documents: Any, *, jobs: int = 1) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_module, "check_documents", interrupted)
    assert cli.run([]) == 2
    assert capsys.readouterr().err.strip() == "verify-derivations: interrupted"


@pytest.mark.parametrize(
    ("choice", "colored"),
    [("always", True), ("never", False), ("auto", False)],  # a test is no terminal
)
def test_color_is_for_terminals_unless_told(
    told: dict[str, Any], monkeypatch: pytest.MonkeyPatch, choice: str, colored: bool
) -> None:
    seen = []

    def renderer(name: str) -> Any:
        def render(report: Report, options: RenderOptions) -> str:
            seen.append(options)
            return ""

        return render

    monkeypatch.setattr(registry, "renderer", renderer)
    cli.run(["--color", choice, "--output-format", "full", "--output-format", "json=r.json"])
    assert [options.color for options in seen] == [colored, False]


def test_defaults_are_those_of_the_configuration(told: dict[str, Any]) -> None:
    cli.run(["--isolated"])
    assert (told["renderers"], told["jobs"]) == (list(Config().output_format), Config().jobs)
