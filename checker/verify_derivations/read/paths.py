"""Files in, documents out: finds the files below the given paths and gives each to the reader of its kind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import chain

from verify_derivations.errors import Diagnostic
from verify_derivations.finding import files_below
from verify_derivations.model import Document
from verify_derivations.read.documents import read_document
from verify_derivations.read.duplicates import marked_duplicates
from verify_derivations.read.manuscripts import FORMATS
from verify_derivations.read.python import holds_claims, read_python
from verify_derivations.span import Span


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: its suffixes, and what reads it.

    `is_one` tells, for a file that a folder was searched for, whether it is meant for us at all; a file
    that the user named is read without asking. `read` may raise OSError and UnicodeDecodeError; whatever
    else is wrong with the file belongs into the document, as a diagnostic.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str], Document]
    is_one: Callable[[str], bool] = lambda path: True
    imports: str = ""


READERS: tuple[Reader, ...] = (
    Reader("python", (".py",), read_python, holds_claims, "verify_derivations.authoring"),
    Reader("document", tuple(FORMATS), read_document),
)
"""The kinds of files that can be read. A new one is a line here and a module beside this."""


def read_paths(
    paths: Sequence[str], *, readers: Sequence[Reader] = READERS, exclude: Sequence[str] = ()
) -> list[Document]:
    """One document for each file, in the order of the paths, a folder's files sorted.

    A path with a problem becomes a document with a diagnostic and harms no other. A file that is
    reached twice is read once.
    """
    return list(read_each(paths, readers=readers, exclude=exclude))


def read_each(
    paths: Sequence[str], *, readers: Sequence[Reader] = READERS, exclude: Sequence[str] = ()
) -> Iterator[Document]:
    """The same documents one by one; a file is read when its document is asked for.

    What it takes to read the first is imported at once: processes that are forked now need not do it again.
    """
    seen: set[str] = set()
    found = (one for path in paths for one in _found(path, readers, exclude, seen))
    first = next(found, None)
    if isinstance(first, _File) and first.reader.imports:
        import_module(first.reader.imports)
    all_found = chain([] if first is None else [first], found)
    return marked_duplicates(_document(one) if isinstance(one, _File) else one for one in all_found)


def source_lines(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """The text of the files by path, for messages that show the line; what cannot be read is left out."""
    lines: dict[str, tuple[str, ...]] = {}
    for document in documents:
        if os.path.isfile(document.path):
            with suppress(OSError), open(document.path, encoding="utf-8-sig", errors="replace") as file:
                lines[document.path] = tuple(line.rstrip("\n") for line in file)
        lines |= document.texts
    return lines


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    reader: Reader


def _found(
    path: str, readers: Sequence[Reader], exclude: Sequence[str], seen: set[str]
) -> Iterator[_File | Document]:
    """The files at a path; what is wrong with it is a document."""
    if not os.path.lexists(path):
        yield _broken(path, "VD001", "there is no such file or folder")
    elif os.path.isdir(path):
        yield from _folder(path, readers, exclude, seen)
    elif (reader := _reader(path, readers)) is None:
        known = ", ".join(suffix for reader in readers for suffix in reader.suffixes)
        yield _broken(path, "VD003", "there is no reader for this kind of file", f"can be read: {known}")
    elif _first_time(path, seen):
        yield _File(path, reader)


def _folder(
    folder: str, readers: Sequence[Reader], exclude: Sequence[str], seen: set[str]
) -> Iterator[_File | Document]:
    unreadable: list[OSError] = []
    for path in files_below(folder, exclude, unreadable):
        reader = _reader(path, readers)
        if reader is not None and reader.is_one(path) and _first_time(path, seen):
            yield _File(path, reader)
    for error in unreadable:
        yield _broken(str(error.filename), "VD002", f"the folder cannot be read: {error.strerror}")


def _reader(path: str, readers: Sequence[Reader]) -> Reader | None:
    suffix = os.path.splitext(path)[1].lower()
    return next((reader for reader in readers if suffix in reader.suffixes), None)


def _first_time(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    new = real not in seen
    seen.add(real)
    return new


def _document(file: _File) -> Document:
    path = file.path
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe would be waited for, for ever
        return _broken(path, "VD002", "this is neither a file nor a folder")
    try:
        return file.reader.read(path)
    except OSError as error:
        return _broken(path, "VD002", f"the file cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        byte = f"byte 0x{error.object[error.start]:02x}"
        return _broken(path, "VD002", f"the file is not UTF-8: {byte}", "save it as UTF-8", line)


def _broken(path: str, code: str, message: str, help: str = "", line: int = 1) -> Document:
    return Document(path, path, (), (Diagnostic(code, message, Span(path, line), help),))
