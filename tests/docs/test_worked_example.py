"""The worked example of annotating a note shows what the program prints."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "worked-example.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^<!-- file: (\S+) -->\n```markdown\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
RUNS = re.findall(r"^\$ verify-derivations ([^\n]*)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
ANNOTATION = re.compile(r"^<!-- vd: .*\n", re.MULTILINE)

Program = Callable[..., subprocess.CompletedProcess[str]]


def test_the_page_shows_a_note_as_it_is_and_with_three_lines_more() -> None:
    assert list(FILES) == ["note.md", "annotated.md"]
    assert len(ANNOTATION.findall(FILES["annotated.md"])) == 3
    assert ANNOTATION.sub("", FILES["annotated.md"]) == FILES["note.md"]
    assert len(RUNS) == 2


@pytest.mark.parametrize(("words", "output"), RUNS)
def test_a_run_prints_what_the_page_shows(words: str, output: str, program: Program, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert program(*words.split()).stdout.rstrip() == output.rstrip()


def test_the_note_fails_and_the_annotated_one_is_as_expected(program: Program, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [program("check", name, "--quiet").returncode for name in FILES] == [1, 0]
