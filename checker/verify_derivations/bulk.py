"""Claim records in, answers out, a line of JSON each: in order, as they come, however many there are.

Lines are only moved here. Reading a record, deciding it and writing the answer is a task of the workers
(`answers`), so that whatever a line does, it does it in a process that can be stopped.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from queue import Empty, Queue
from typing import IO, Any

from verify_derivations.errors import UsageError
from verify_derivations.pool import NOTHING_YET, Done, Outcome, Pool

SECONDS = 2.0
"""What a claim may take in bulk."""

TASK = "verify_derivations.answers:answer_line"
MOST_BYTES_A_LINE = 4 << 20
LINES_AHEAD = 256

EMPTY: dict[str, Any] = {
    "id": None,
    "status": "",
    "conditions": [],
    "witness": None,
    "read_as": "",
    "reason": "",
    "seconds": 0.0,
}
"""The fields of an answer, in order."""


def bulk(source: IO[bytes], sink: IO[bytes], *, jobs: int = 1, seconds: float = SECONDS) -> bool:
    """Answer every line of the source; False if one was no record at all.

    Args:
        source: JSON lines; blank lines are passed over. It is closed here.
        sink: where the answers go, each as soon as it and all before it are there.
        jobs: the number of worker processes.
        seconds: the time that a claim may take.

    Raises:
        UsageError: the source cannot be read.
        PoolError: no worker process can be started.
    """
    well_formed = True
    with Pool(TASK, jobs=jobs, seconds=seconds, fork=True) as pool:
        lines = _Lines(source, pool)
        for line, outcome in lines.with_outcomes(pool.map(lines)):
            if isinstance(outcome, Done):
                malformed, answer = outcome.value
            else:
                malformed, answer = False, encode(failed(_id_of(line), outcome.reason, seconds))
            well_formed &= not malformed
            sink.write(answer.encode() + b"\n")
            if not lines.more_is_there():
                sink.flush()
    return well_formed


class _Lines:
    """The lines of a file as tasks; a thread reads ahead, so that answers never wait for the next line."""

    def __init__(self, source: IO[bytes], pool: Pool) -> None:
        self.source, self.pool = source, pool
        self.ahead: Queue[tuple[int, bytes] | OSError | None] = Queue(LINES_AHEAD)
        self.given: dict[int, tuple[int, bytes]] = {}
        self.count = self.answered = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            for item in _numbered(self.source):
                self.ahead.put(item)
                self.pool.wake()
            self.ahead.put(None)
        except OSError as error:  # a folder, or a file that went away under our hands
            self.ahead.put(error)
        finally:
            self.source.close()
        self.pool.wake()

    def __iter__(self) -> Iterator[Any]:
        while True:
            try:
                item = self.ahead.get_nowait()
            except Empty:
                yield NOTHING_YET
                continue
            if item is None:
                return
            if isinstance(item, OSError):
                raise UsageError(f"the records cannot be read: {item.strerror or item}", code="VD002")
            self.given[self.count] = item
            self.count += 1
            yield item

    def with_outcomes(self, outcomes: Iterator[Outcome]) -> Iterator[tuple[bytes, Outcome]]:
        """Each line with its outcome."""
        for outcome in outcomes:
            _, line = self.given.pop(self.answered)
            self.answered += 1
            yield line, outcome

    def more_is_there(self) -> bool:
        """Further answers will be written soon: the last one need not be pushed out by itself."""
        return self.answered < self.count and self.answered % 64 != 0


def _numbered(source: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers from 1; blank ones left out, one that is far too long cut off."""
    number = 0
    while line := source.readline(MOST_BYTES_A_LINE + 1):
        number += 1
        if len(line) > MOST_BYTES_A_LINE:
            while (rest := source.readline(MOST_BYTES_A_LINE)) and not rest.endswith(b"\n"):
                pass
        if line.strip():
            yield number, line


def _id_of(line: bytes) -> Any:
    """The id of a record whose answer the worker did not live to write."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record.get("id") if isinstance(record, dict) else None


def failed(id: Any, reason: str, seconds: float) -> dict[str, Any]:
    """The answer where a worker had to be stopped."""
    return {**EMPTY, "id": id, "status": "undecided", "reason": reason, "seconds": seconds}


def encode(answer: dict[str, Any]) -> str:
    """A line of JSON, in ASCII: half a character (\\ud800) may come in and has to go out again."""
    return WRITING.encode(answer)


WRITING = json.JSONEncoder(separators=(",", ":"), check_circular=False)
"""Made once: `json.dumps` would make one for each line. What is in an answer was read, or made here."""
