"""Readers and renderers of installed packages: found by entry point, and a broken one is a clear message."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint, EntryPoints
from types import SimpleNamespace
from typing import Any

import pytest

from verify_derivations import cli, registry
from verify_derivations.errors import UsageError
from verify_derivations.model import Document
from verify_derivations.read.paths import READERS, Reader
from verify_derivations.registry import READER_GROUP, RENDERER_GROUP, readers, renderer
from verify_derivations.render.options import RenderOptions
from verify_derivations.results import Report

PLUGINS = SimpleNamespace(
    notes=Reader("notes", (".note",), lambda path: Document(path, "a note")),
    thief=Reader("thief", (".py",), lambda path: Document(path, "stolen")),
    shout=lambda report, options: "ALL WELL",
)
"""What a plug-in package might hold; the entry points below name its attributes."""


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Pretend that packages with these entry points are installed: `installed((group, name, value), ...)`."""
    monkeypatch.setitem(sys.modules, "plugged_in", PLUGINS)

    def _installed(*rows: tuple[str, str, str]) -> None:
        points = EntryPoints(EntryPoint(name, value, group) for group, name, value in rows)
        monkeypatch.setattr(registry, "entry_points", lambda *, group: points.select(group=group))

    return _installed


def test_a_reader_of_a_package_comes_after_ours(installed: Any) -> None:
    installed((READER_GROUP, "notes", "plugged_in:notes"))
    assert readers() == (*READERS, PLUGINS.notes)


def test_a_renderer_of_a_package_is_found_by_its_name(installed: Any) -> None:
    installed((RENDERER_GROUP, "shout", "plugged_in:shout"))
    assert renderer("shout")(Report(()), RenderOptions()) == "ALL WELL"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("nowhere_at_all:notes", "ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("plugged_in:nothing", "AttributeError"),
        ("plugged_in:shout", "it is a function and should be a verify_derivations Reader"),
        ("plugged_in:thief", ".py files are read by the reader python already"),
    ],
)
def test_a_broken_reader_is_named_with_the_reason(
    installed: Any, capsys: pytest.CaptureFixture[str], value: str, reason: str
) -> None:
    installed((READER_GROUP, "broken", value))
    assert cli.run(["--isolated", "/nowhere/at/all.py"]) == 2
    err = capsys.readouterr().err
    assert f'the plug-in "broken" ({value}, installed with an unnamed package) cannot be used' in err
    assert reason in err
    assert "Traceback" not in err


def test_a_broken_renderer_harms_only_who_asks_for_it(installed: Any) -> None:
    installed((RENDERER_GROUP, "broken", "nowhere_at_all:x"), (RENDERER_GROUP, "shout", "plugged_in:shout"))
    assert renderer("shout") is PLUGINS.shout
    assert renderer("json")(Report(()), RenderOptions()).startswith("{")
    with pytest.raises(UsageError, match='the plug-in "broken"'):
        renderer("broken")


def test_an_installed_package_cannot_take_the_place_of_a_format_of_ours(installed: Any) -> None:
    installed((RENDERER_GROUP, "json", "plugged_in:shout"))
    assert renderer("json") is not PLUGINS.shout


def test_the_kernel_is_no_socket() -> None:
    groups = [value for name, value in vars(registry).items() if name.endswith("_GROUP")]
    assert sorted(groups) == ["verify_derivations.readers", "verify_derivations.renderers"]
