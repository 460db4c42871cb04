"""The text of a file: bounded in size, decoded with a place for every bad byte, one kind of line end."""

from __future__ import annotations

import codecs
import os
import re

from verify_derivations.errors import Diagnostic
from verify_derivations.manuscript import SourceText
from verify_derivations.span import Span

LARGEST = 5_000_000
"""Bytes of a document that are read; a book of a thousand pages has three million."""

REPORTED = 5
"""So many bad bytes of a file are named one by one."""

ENCODINGS = (
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
)

SURROGATE = re.compile("[\ud800-\udfff]")


def read_source(path: str, largest: int = LARGEST) -> tuple[SourceText, list[Diagnostic]]:
    """The text of a file as `SourceText`, and what is wrong with its bytes.

    A file beyond the bound, or in another encoding by its mark, gives an empty text and says why.

    Raises:
        OSError: the file cannot be opened or read.
    """
    if (refusal := too_large(path, os.path.getsize(path), largest)) is not None:
        return SourceText(path, ""), [refusal]
    with open(path, "rb") as file:
        data = file.read(largest + 1)  # a file may grow, or tell no size at all
    if (refusal := too_large(path, len(data), largest)) is not None:
        return SourceText(path, ""), [refusal]
    return decoded(path, data)


def too_large(path: str, size: int, largest: int) -> Diagnostic | None:
    """What is said of a file beyond the bound."""
    if size <= largest:
        return None
    message = f"the file has {size / 1e6:.1f} MB; up to {largest / 1e6:.0f} MB are read"
    return Diagnostic("VD005", message, Span(path, 1), "split it, or exclude it with --exclude")


def decoded(path: str, data: bytes) -> tuple[SourceText, list[Diagnostic]]:
    """Bytes as text; each byte that is not UTF-8 becomes U+FFFD and is told with its place."""
    for mark, name in ENCODINGS:
        if data.startswith(mark):
            message = f"the file is {name}, not UTF-8"
            return SourceText(path, ""), [Diagnostic("VD002", message, Span(path, 1), "save it as UTF-8")]
    text = one_line_end(data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape"))
    source = SourceText(path, without_surrogates(text))
    return source, _bad_bytes(source, text)


def one_line_end(text: str) -> str:
    """CR LF, CR and LF as one newline each, as every text editor counts lines."""
    return re.sub("\r\n?", "\n", text) if "\r" in text else text


def without_surrogates(text: str) -> str:
    """U+FFFD for each half of a surrogate pair, which no file can hold."""
    return SURROGATE.sub("\ufffd", text)


def _bad_bytes(source: SourceText, text: str) -> list[Diagnostic]:
    """The places of the first few bad bytes (as surrogates in the text), and the number of the others."""
    found = []
    bad = [match.start() for match in SURROGATE.finditer(text)]
    for at in bad[:REPORTED]:
        message = f"byte 0x{ord(text[at]) - 0xDC00:02x} is not UTF-8; the rest of the file is read"
        found.append(Diagnostic("VD006", message, source.span(at, at + 1), "save the file as UTF-8"))
    if len(bad) > REPORTED:
        message = f"{len(bad) - REPORTED} more bytes of the file are not UTF-8"
        found.append(Diagnostic("VD006", message, source.span(bad[REPORTED], bad[REPORTED] + 1)))
    return found
