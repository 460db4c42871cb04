"""Configuration: where it is looked for, what it may say, and how a mistake in it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from verify_derivations.config import KEYS, UNSET, Config, load_config, show
from verify_derivations.errors import UsageError
from verify_derivations.model import Status

Write = Callable[[str, str], Path]

PYPROJECT = """
    [project]
    name = "notes"

    [tool.verify-derivations]
    paths = ["chapters"]
    fail-on = ["refuted", "not understood"]
    output-format = "concise"
"""


def test_the_table_of_the_nearest_pyproject_is_read_from_any_folder_below(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("pyproject.toml", PYPROJECT)
    write("chapters/one/pyproject.toml", "[project]\nname = 'says nothing about us'\n")
    monkeypatch.chdir(tmp_path / "chapters" / "one")
    config = load_config()
    assert config.paths == ("../../chapters",)
    assert config.fail_on == (Status.REFUTED, Status.NOT_UNDERSTOOD)
    assert config.output_format == ("concise",)
    assert config.source == "../../pyproject.toml"


def test_a_file_of_our_own_comes_before_pyproject(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write("pyproject.toml", PYPROJECT)
    write("verify-derivations.toml", 'paths = ["notes"]\njobs = 2\n')
    assert load_config() == Config(paths=("notes",), jobs=2, source="verify-derivations.toml")
    assert load_config("pyproject.toml").paths == ("chapters",)
    assert load_config(isolated=True) == Config()


def test_paths_and_patterns_start_at_the_file_that_names_them(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("book/verify-derivations.toml", 'exclude = ["drafts/old", "scratch*"]\n')
    monkeypatch.chdir(tmp_path)
    config = load_config("book/verify-derivations.toml")
    assert config.paths == ("book",)
    assert config.exclude == ("book/drafts/old", "scratch*")


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        (
            'fail_on = ["refuted"]',
            "VD010",
            ':3: unknown configuration key "fail_on"',
            'did you mean "fail-on"?',
        ),
        ('pahts = ["a"]', "VD010", ':3: unknown configuration key "pahts"', 'did you mean "paths"?'),
        ("zzz = 1", "VD010", ':3: unknown configuration key "zzz"', "the keys are paths, exclude, "),
        ('paths = "a"', "VD011", ':3: paths = "a" cannot be used: a list of strings is needed', ""),
        ("jobs = 0", "VD011", ":3: jobs = 0 cannot be used: a whole number, at least 1", ""),
        ("jobs = true", "VD011", ":3: jobs = true cannot be used", ""),
        ("exit-zero = 1", "VD011", ":3: exit-zero = 1 cannot be used: true or false", ""),
        ('fail-on = ["proved"]', "VD011", '"proved" is no status that can fail a run', ""),
        ("paths = [", "VD012", "the configuration cannot be read", ""),
    ],
)
def test_a_mistake_is_told_with_its_place(
    write: Write, tmp_path: Path, line: str, code: str, message: str, help: str
) -> None:
    path = write("pyproject.toml", "[tool.verify-derivations]\n# settings\n" + line + "\n")
    with pytest.raises(UsageError) as caught:
        load_config(str(path))
    assert caught.value.code == code
    assert str(path) in caught.value.message
    assert message in caught.value.message
    assert help in caught.value.help


def test_the_key_of_another_table_is_not_taken_for_the_place(write: Write) -> None:
    path = write("pyproject.toml", "[tool.other]\npahts = 1\n\n[tool.verify-derivations]\npahts = 1\n")
    with pytest.raises(UsageError, match=r":5: unknown"):
        load_config(str(path))


def test_a_missing_configuration_file_is_told() -> None:
    with pytest.raises(UsageError, match="the configuration cannot be read: No such file") as caught:
        load_config("/nowhere/at-all.toml")
    assert caught.value.code == "VD012"


def test_a_table_that_is_no_table_is_told(write: Write) -> None:
    path = write("pyproject.toml", "[tool]\nverify-derivations = 3\n")
    with pytest.raises(UsageError, match="must be a table"):
        load_config(str(path))


def test_what_is_unset_on_the_command_line_changes_nothing() -> None:
    config = Config(jobs=3, exit_zero=True)
    assert config.with_given(jobs=UNSET, exit_zero=UNSET) == config
    assert config.with_given(jobs=1, exit_zero=UNSET) == Config(jobs=1, exit_zero=True)


def test_a_config_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Config().jobs = 2  # type: ignore[misc]


def test_shown_settings_can_be_used_as_settings(write: Write) -> None:
    config = Config(paths=("notes",), exclude=("old",), fail_on=(Status.NOT_UNDERSTOOD,), exit_zero=True)
    again = load_config(str(write("pyproject.toml", show(config))))
    assert again.with_given(source=None, paths=config.paths) == config
    assert all(f"\n{key} = " in show(config) for key in KEYS)
