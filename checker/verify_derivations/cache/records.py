"""A kept result as a file: written at once or not at all, and read as data; whatever is odd is not there."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from contextlib import suppress
from hashlib import blake2b
from typing import Any

FOLDER = ".verify_derivations_cache"
LARGEST = 256 << 20
MOST_RECORDS = 20

README = "Kept by verify-derivations: what runs have printed. It may be deleted at any time.\n"
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# see https://bford.info/cachedir/\n"


def load(folder: str, key: str) -> Any:
    """What was kept under this key, as plain data; None if nothing was, or it is not as it was written.

    Args:
        folder: where results are kept.
        key: what the result belongs to.
    """
    path = _path(folder, key)
    try:
        here = os.lstat(path)
        if os.path.islink(folder) or not stat.S_ISREG(here.st_mode) or here.st_size > LARGEST:
            return None
        with open(path, encoding="utf-8") as file:
            first, body = file.readline(), file.read()
        return json.loads(body) if first == _head(key, body) else None
    except (OSError, ValueError, RecursionError, MemoryError):
        return None


def store(folder: str, key: str, data: Any) -> None:
    """Keep it under this key, in the place of what was kept before; without a word where that cannot be.

    Args:
        folder: where results are kept; it is made.
        key: what the result belongs to.
        data: plain data.
    """
    body = json.dumps(data, ensure_ascii=True)
    if os.path.islink(folder):  # somebody else's folder is not for us to write into
        return
    with suppress(OSError):
        _make(folder)
        _write(_path(folder, key), _head(key, body) + body)
        _prune(folder)


def _path(folder: str, key: str) -> str:
    return os.path.join(folder, blake2b(key.encode(), digest_size=16).hexdigest() + ".json")


def _head(key: str, body: str) -> str:
    """The first line of a record: a digest of the key and of all that follows."""
    return blake2b(f"{key}\0{body}".encode(), digest_size=32).hexdigest() + "\n"


def _make(folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    for name, text in (("README", README), ("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
        if not os.path.exists(os.path.join(folder, name)):
            _write(os.path.join(folder, name), text)


def _write(path: str, text: str) -> None:
    """Under another name first: whoever reads meanwhile, or is writing too, finds a whole file."""
    number, other = tempfile.mkstemp(prefix=".", dir=os.path.dirname(path))
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(other, path)
    except BaseException:  # an interrupt, too, must not leave half a file behind
        with suppress(OSError):
            os.unlink(other)
        raise


def _prune(folder: str) -> None:
    """Only the newest records stay."""
    records = [entry for entry in os.scandir(folder) if entry.name.endswith(".json")]
    records.sort(key=lambda entry: (entry.stat().st_mtime_ns, entry.name), reverse=True)
    for entry in records[MOST_RECORDS:]:
        with suppress(OSError):
            os.unlink(entry.path)
