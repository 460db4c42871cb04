"""The command `bulk`: what it does, and which arguments are so plain that nothing is needed to read them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import IO, NoReturn

from verify_derivations.errors import UsageError

ALL_ANSWERED, SOME_MALFORMED = 0, 1

FILE = re.compile(r"-|[^-].*", re.DOTALL)
JOBS = re.compile("[1-9][0-9]{0,3}", re.ASCII)


def plain(words: Sequence[str]) -> tuple[str, int] | None:
    """The file and the number of workers, where nothing else is said; None leaves it to the whole grammar.

    >>> plain(["claims.jsonl"]), plain(["-", "-j", "4"]), plain(["--help"]), plain(["-", "--jobs", "no"])
    (('claims.jsonl', 1), ('-', 4), None, None)
    """
    match words:
        case [file] if FILE.fullmatch(file):
            return file, 1
        case [file, "-j" | "--jobs", jobs] if FILE.fullmatch(file) and JOBS.fullmatch(jobs):
            return file, int(jobs)
    return None


def answer_file(file: str, jobs: int, seconds: float | None = None) -> int:
    """Answer the records of a file, or of standard input for -; the exit code.

    Raises:
        UsageError: it cannot be read, or the answers cannot be written.
    """
    from verify_derivations.bulk import SECONDS, bulk  # not for --help

    source = _opened(file)
    try:
        fine = bulk(source, sys.stdout.buffer, jobs=jobs, seconds=seconds or SECONDS)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ALL_ANSWERED
    except OSError as error:
        raise UsageError(f"the answers cannot be written: {error.strerror or error}") from error
    return ALL_ANSWERED if fine else SOME_MALFORMED


def _opened(file: str) -> IO[bytes]:
    """The file, or standard input for -; the thread that reads it closes it.

    Standard input gets a buffer of its own, as that thread may still wait for a line when all is over.
    """
    try:
        return open(0 if file == "-" else file, "rb", closefd=file != "-")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}", code="VD001") from error


def end_at_once(code: int) -> NoReturn:
    """End with the exit code: the workers are gone; a thread may still wait for input, and tearing down the
    engine takes 0.02 s."""
    sys.stderr.flush()
    os._exit(code)


__all__ = ["answer_file", "end_at_once", "plain"]
