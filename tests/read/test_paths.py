"""Finding files: what a folder is searched for, and that one bad path harms no other."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from verify_derivations.model import Document
from verify_derivations.read.paths import Reader, read_paths, source_lines

Write = Callable[[str, str], Path]

NOTE = Reader("note", (".note",), lambda path: Document(path, Path(path).read_text(encoding="utf-8")))
"""A kind of file that is read at once, so that these tests are about paths."""


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [document.path for document in read_paths(paths, readers=(NOTE,), exclude=exclude)]


def codes(*paths: str) -> list[tuple[str, str]]:
    documents = read_paths(paths, readers=(NOTE,))
    return [(diagnostic.code, str(diagnostic.span)) for doc in documents for diagnostic in doc.diagnostics]


def test_a_folder_is_its_files_of_known_kinds_sorted(write: Write) -> None:
    for name in ("b.note", "a.note", "sub/c.note", "B.note", "a.txt", ".hidden.note", "_private.note"):
        write(name, name)
    for folder in (".git", "_build", "node_modules"):
        write(f"{folder}/x.note", "not ours")
    assert found(".") == ["B.note", "a.note", "b.note", "sub/c.note"]


def test_a_virtual_environment_is_passed_over_whatever_its_name(write: Write) -> None:
    write("env/pyvenv.cfg", "")
    write("env/lib/x.note", "")
    write("a.note", "")
    assert found(".") == ["a.note"]


def test_what_is_named_is_read_even_if_a_search_would_skip_it(write: Write) -> None:
    write("_private.note", "")
    assert found("_private.note") == ["_private.note"]


def test_paths_keep_their_order_and_a_file_is_read_once(write: Write) -> None:
    write("a.note", "")
    write("b.note", "")
    os.symlink("a.note", "link.note")
    assert found("b.note", "a.note", ".", "./b.note", "link.note") == ["b.note", "a.note"]


def test_excluded_files_and_folders_are_not_found(write: Write) -> None:
    for name in ("a.note", "draft-b.note", "old/c.note", "deep/old/d.note", "deep/e.note"):
        write(name, "")
    assert found(".", exclude=("draft-*",)) == ["a.note", "deep/e.note", "deep/old/d.note", "old/c.note"]
    assert found(".", exclude=("old/", "draft-*")) == ["a.note", "deep/e.note"]
    assert found(".", exclude=("deep/old", "draft-*")) == ["a.note", "deep/e.note", "old/c.note"]


def test_every_bad_path_is_told_and_the_good_one_is_read(write: Write) -> None:
    write("good.note", "fine")
    write("image.png", "")
    Path("latin.note").write_bytes(b"one\ntwo\nna\xefve\n")
    os.mkfifo("pipe.note")
    os.symlink("nowhere", "dangling.note")
    bad = ["missing.note", "image.png", "latin.note", "pipe.note", "dangling.note"]
    documents = read_paths([*bad, "good.note"], readers=(NOTE,))
    assert documents[-1] == Document("good.note", "fine")
    assert codes(*bad) == [
        ("VD001", "missing.note:1:1"),
        ("VD003", "image.png:1:1"),
        ("VD002", "latin.note:3:1"),
        ("VD002", "pipe.note:1:1"),
        ("VD002", "dangling.note:1:1"),
    ]


def test_a_file_without_permission_is_told(write: Write) -> None:
    def forbidden(path: str) -> Document:
        raise PermissionError(13, "Permission denied", path)  # root may read everything, so chmod is no test

    write("secret.note", "")
    [document] = read_paths(["secret.note"], readers=(Reader("forbidden", (".note",), forbidden),))
    [diagnostic] = document.diagnostics
    assert (diagnostic.code, diagnostic.message) == ("VD002", "the file cannot be read: Permission denied")


def test_the_kinds_that_can_be_read_are_named_where_one_cannot() -> None:
    Path("a.docx").write_bytes(b"")
    [document] = read_paths(["a.docx"])
    assert document.diagnostics[0].help == (
        "can be read: .py, .md, .markdown, .qmd, .rmd, .tex, .ipynb, .rst, .txt"
    )


def test_the_text_is_kept_for_messages_where_there_is_any(write: Write) -> None:
    write("good.note", "one\ntwo\n")
    Path("latin.note").write_bytes(b"na\xefve\n")
    documents = read_paths(["good.note", "latin.note", "missing.note"], readers=(NOTE,))
    assert source_lines(documents) == {"good.note": ("one", "two"), "latin.note": ("na\ufffdve",)}
