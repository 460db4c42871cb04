"""Which files a run depends on, by content: what is found at its paths, and what those files take in."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from verify_derivations.cache.imports import PACKAGE, neighbours
from verify_derivations.cache.records import FOLDER
from verify_derivations.cache.unsure import UnsureError
from verify_derivations.finding import PRUNED, files_below

CLAIMS = ".py"
LATEX = ".tex"
KINDS = (CLAIMS, LATEX, ".md", ".markdown", ".qmd", ".rmd", ".ipynb", ".rst", ".txt")
"""The kinds of files of which is known what they depend on: the suffixes of our own readers."""

LARGEST = 64 << 20
MOST_IN_FOLDER = 2_000
SKIPPED = (*PRUNED, FOLDER, ".git", ".hg", ".svn", "__pycache__")
"""Folders in which no document has its parts; what is taken in from one all the same is not kept."""

ABSENT = ""
"""The digest of what is not there."""

Digests = tuple[tuple[str, str], ...]
"""Paths, and digests of what is there."""


def found(paths: Sequence[str], exclude: Sequence[str]) -> Digests:
    """The files that a run with these paths looks at, in order, with their digests.

    Args:
        paths: files and folders, as the user named them.
        exclude: patterns of what is left out of folders.

    Raises:
        UnsureError: a path is neither a folder nor a file of a known kind, or cannot be read.
    """
    return tuple((path, digest(path)) for path in _paths(paths, exclude))


def _paths(paths: Sequence[str], exclude: Sequence[str]) -> Iterator[str]:
    unreadable: list[OSError] = []
    for path in paths:
        if os.path.isdir(path):
            below = files_below(path, exclude, unreadable)
            yield from (file for file in below if _kind(file) in KINDS)
        elif _kind(path) in KINDS:
            yield path
        else:
            raise UnsureError(f"{path} is no kind of file whose dependencies are known")
    if unreadable:
        raise UnsureError(f"{unreadable[0].filename} cannot be read")


def taken_in(files: Digests, named: Sequence[str]) -> Digests:
    """What these files take in: the neighbours that claim files import, the folders of LaTeX documents.

    Args:
        files: what was found.
        named: the paths that the user named; of other Python files only those that import us are run.

    Raises:
        UnsureError: a file depends on something that cannot be told from files.
    """
    beside: dict[str, str] = {}
    waiting = [path for path, _ in files if path in named or not _is_script(path)]
    while waiting:
        path = waiting.pop()
        if _kind(path) == LATEX:
            folder = os.path.dirname(path) or os.curdir
            beside[folder + os.sep] = folder_digest(folder)
        elif _kind(path) == CLAIMS:
            for name in neighbours(path, _content(path)):
                if name not in beside:
                    beside[name] = digest(name)
                    if beside[name] != ABSENT:
                        waiting.append(name)
    return tuple(sorted(beside.items()))


def covers_parts(path: str, parts: Iterable[str]) -> bool:
    """Whether the files that a LaTeX document has taken in count among those of its folder.

    Args:
        path: the document.
        parts: the files by name, itself included.

    Raises:
        UnsureError: its folder cannot be read.
    """
    if _kind(path) != LATEX:
        return True
    known = set(files_of(os.path.dirname(path) or os.curdir))
    return all(os.path.normpath(part) in known for part in parts)


def _is_script(path: str) -> bool:
    """Surely no claim file: it does not even name the package."""
    return _kind(path) == CLAIMS and PACKAGE.encode() not in _content(path)


def now(path: str) -> str:
    """The digest of what is there: of a folder if the path ends so, else of a file.

    Raises:
        UnsureError: it cannot be told.
    """
    return folder_digest(path[: -len(os.sep)]) if path.endswith(os.sep) else digest(path)


def digest(path: str) -> str:
    """The digest of a file; `ABSENT` where there is none.

    Raises:
        UnsureError: it is no regular file, cannot be read, or is very large.
    """
    return blake2b(_content(path), digest_size=16).hexdigest() if os.path.lexists(path) else ABSENT


def folder_digest(folder: str) -> str:
    """One digest of all files of a folder; a document may take in any of them.

    Raises:
        UnsureError: there are too many, or one cannot be read.
    """
    found = blake2b(digest_size=16)
    for path in files_of(folder):
        what = os.readlink(path) if os.path.isdir(path) else digest(path)
        found.update(f"{path}\0{what}\0".encode(errors="surrogateescape"))
    return found.hexdigest()


def files_of(folder: str) -> list[str]:
    """The files of a folder, hidden ones too, as `\\input{_part}` takes them in; and links to folders.

    Raises:
        UnsureError: there are too many, or a folder cannot be read.
    """
    unreadable: list[OSError] = []
    found: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        if "pyvenv.cfg" in files:
            folders.clear()
            continue
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        found += (os.path.normpath(os.path.join(parent, name)) for name in sorted(files + links))
        if len(found) > MOST_IN_FOLDER:
            raise UnsureError(f"{folder} holds more than {MOST_IN_FOLDER} files")
    if unreadable:
        raise UnsureError(f"{unreadable[0].filename} cannot be read")
    return found


def _kind(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _content(path: str) -> bytes:
    try:
        here = os.stat(path)
        if not stat.S_ISREG(here.st_mode) or here.st_size > LARGEST:  # a pipe would be waited for
            raise UnsureError(f"{path} is no file, or a very large one")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UnsureError(f"{path} cannot be read: {error.strerror}") from error
