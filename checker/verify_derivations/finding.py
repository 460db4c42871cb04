"""The files below a folder that may be meant for us, sorted; it imports nothing of the engine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch

PRUNED = ("node_modules", "site-packages")
"""Folders full of other people's files; hidden ones and those that start with "_" are skipped too."""


def files_below(folder: str, exclude: Sequence[str], unreadable: list[OSError]) -> Iterator[str]:
    """The files below a folder, those of each folder sorted, without what is hidden or excluded.

    Args:
        folder: where the search starts.
        exclude: patterns of names and paths that are left out.
        unreadable: gets the error of each folder that cannot be read.
    """
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        if "pyvenv.cfg" in files:  # a virtual environment, whatever it is called
            folders.clear()
            continue
        folders[:] = sorted(
            name
            for name in folders
            if not _hidden(name) and name not in PRUNED and not _excluded(parent, name, exclude)
        )
        for name in sorted(files):
            if not _hidden(name) and not _excluded(parent, name, exclude):
                yield os.path.normpath(os.path.join(parent, name))


def _hidden(name: str) -> bool:
    return name.startswith((".", "_"))


def _excluded(parent: str, name: str, exclude: Sequence[str]) -> bool:
    path = os.path.normpath(os.path.join(parent, name))
    return any(fnmatch(what, pattern.rstrip("/")) for pattern in exclude for what in (name, path))
