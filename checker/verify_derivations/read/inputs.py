"""Files that a LaTeX document takes in, from its own folder, bounded, in no circle."""

from __future__ import annotations

import os
from pathlib import Path

from verify_derivations.manuscript import SourceText
from verify_derivations.read.formulas import Desk
from verify_derivations.read.source import LARGEST, read_source

MOST = 500
"""Files that one document may take in, the same one again included."""


class Inputs:
    """What a document has taken in so far. `root` is its own file."""

    def __init__(self, root: SourceText, desk: Desk) -> None:
        self.folder = os.path.dirname(root.path)
        self.desk = desk
        self.open = [os.path.realpath(root.path)]
        self.sources = [root]
        self.left = LARGEST
        self.count = 0

    def take(self, name: str, source: SourceText, start: int, end: int, suffix: str) -> SourceText | None:
        """The text of the file that is taken in at this place; it stays open until `done`.

        A file that cannot be followed gives None, and a message; a package (`.sty`) that is not beside the
        document is somebody else's, and none of our business.
        """
        found = self._found(name.strip(), suffix)
        reason = self._refusal(name.strip(), found)
        if reason is None and found is not None:
            return self._read(found, source, start, end)
        if suffix != ".sty":
            help = "the rest of the document is read"
            self.desk.say("VD403", f"{name.strip()[:80]} is not read: {reason}", source, start, end, help)
        return None

    def done(self) -> None:
        """The file that was taken in last is at its end."""
        self.open.pop()

    def _found(self, name: str, suffix: str) -> str | None:
        if not name or "\0" in name:
            return None
        path = os.path.join(self.folder, name)
        candidates = (path, path + suffix) if os.path.splitext(name)[1] else (path + suffix, path)
        return next((candidate for candidate in candidates if os.path.isfile(candidate)), None)

    def _refusal(self, name: str, found: str | None) -> str | None:
        """Why a file is not read; None if it is."""
        if os.path.isabs(name) or not self._inside(os.path.join(self.folder, name)):
            return "it lies outside of the folder of the document"
        if found is None:
            return "there is no such file"
        if not self._inside(found):
            return "it leads out of the folder of the document"
        if os.path.realpath(found) in self.open:
            return "it is being read already; the files take in each other in a circle"
        if self.count >= MOST:
            return f"the document takes in more than {MOST} files"
        return None

    def _inside(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.folder or os.curdir))

    def _read(self, path: str, source: SourceText, start: int, end: int) -> SourceText | None:
        self.count += 1
        try:
            taken, messages = read_source(path, self.left)
        except OSError as error:
            reason = error.strerror or str(error)
            self.desk.say("VD403", f"{os.path.basename(path)} cannot be read: {reason}", source, start, end)
            return None
        for message in messages:
            self.desk.note(message)
        self.left -= len(taken.text)
        self.open.append(os.path.realpath(path))
        self.sources.append(taken)
        return taken
