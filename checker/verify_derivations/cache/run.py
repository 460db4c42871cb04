"""One run of `check`: whether what it printed is still good, and whether it may be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from verify_derivations.cache.inputs import Digests, covers_parts, found, now, taken_in
from verify_derivations.cache.records import FOLDER, load, store
from verify_derivations.cache.software import software
from verify_derivations.cache.unsure import UnsureError
from verify_derivations.dataclass import dataclass
from verify_derivations.model import Status
from verify_derivations.results import Report

CODES = (0, 1)
"""The exit codes of runs that are kept: all as expected, or not; what is broken is looked at again."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that may be kept: its key, and the files that it depends on, as they were when it began."""

    key: str
    paths: tuple[str, ...]
    exclude: tuple[str, ...]
    files: Digests
    beside: Digests
    printed: tuple[int, tuple[str, ...]] | None = None
    """The exit code and the outputs of an earlier run that was the same, if there was one."""

    def keep(self, report: Report, code: int, outputs: Iterable[str]) -> None:
        """Keep what was printed, if it is sure to be printed again.

        Args:
            report: what came out.
            code: the exit code.
            outputs: the texts, in the order of the output formats.
        """
        try:
            if not is_settled(report) or not self._covers(report):
                return
            files = found(self.paths, self.exclude)
            if (files, taken_in(files, self.paths)) != (
                self.files,
                self.beside,
            ):  # changed while it was checked
                return
        except UnsureError:
            return
        data = {"files": self.files, "beside": self.beside, "code": code, "outputs": list(outputs)}
        store(FOLDER, self.key, data)

    def _covers(self, report: Report) -> bool:
        """Whether all that was read was known beforehand; what a plug-in reads is not."""
        known = {path for path, _ in self.files}
        return all(
            document.document.path in known and covers_parts(document.document.path, document.document.texts)
            for document in report.documents
        )


def kept_run(settings: dict[str, Any], paths: Sequence[str], exclude: Sequence[str]) -> Run | None:
    """What is known of a run before it begins; None if it cannot be told what it depends on.

    Args:
        settings: whatever else decides on what is printed.
        paths: the files and folders that are checked.
        exclude: patterns of what is left out.
    """
    try:
        told = {**settings, "paths": list(paths), "exclude": list(exclude), "software": software()}
        key = json.dumps(told, sort_keys=True)
        files = found(paths, exclude)
        kept = _read(load(FOLDER, key))
        if kept is not None and kept[:2] == (files, tuple((path, now(path)) for path, _ in kept[1])):
            return Run(key, tuple(paths), tuple(exclude), files, kept[1], kept[2:])
        return Run(key, tuple(paths), tuple(exclude), files, taken_in(files, paths))
    except (UnsureError, OSError):
        return None


def is_settled(report: Report) -> bool:
    """Whether every statement has a verdict that does not depend on how much time there was.

    Args:
        report: what came out.
    """
    verdicts = [v for step in report.steps() for v in (step.verdict, step.local) if v is not None]
    unsettled = any(verdict.status is Status.UNDECIDED for verdict in verdicts)
    return bool(verdicts) and not unsettled and not report.all_diagnostics()


def _read(data: Any) -> tuple[Digests, Digests, int, tuple[str, ...]] | None:
    """A record, if it has the shape of one."""
    match data:
        case {"files": list(files), "beside": list(beside), "code": int(code), "outputs": list(outputs)}:
            fits = all(map(_is_pair, [*files, *beside])) and all(isinstance(text, str) for text in outputs)
            if fits and code in CODES:
                return _pairs(files), _pairs(beside), code, tuple(outputs)
    return None


def _is_pair(data: Any) -> bool:
    return isinstance(data, list) and len(data) == 2 and all(isinstance(part, str) for part in data)


def _pairs(data: list[list[str]]) -> Digests:
    return tuple((path, digest) for path, digest in data)
