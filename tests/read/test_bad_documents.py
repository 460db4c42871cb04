"""Bad bytes, huge files, hostile text: a message with a place, everything else read, in linear time."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from manuscript_helpers import found, manuscript

from verify_derivations.manuscript import Manuscript, Prose, Region
from verify_derivations.read import formulas
from verify_derivations.read.manuscripts import FORMATS, listing, read_manuscript

TEXTS = (".md", ".tex", ".rst", ".txt")


def read_bytes(folder: Path, data: bytes, suffix: str) -> Manuscript:
    path = folder / f"document{suffix}"
    path.write_bytes(data)
    return read_manuscript(str(path))


# ---- bytes -------------------------------------------------------------------------------------
@pytest.mark.parametrize("suffix", [".md", ".tex", ".txt"])
def test_a_bad_byte_is_told_with_its_place_and_the_rest_is_read(suffix: str, tmp_path: Path) -> None:
    read = read_bytes(tmp_path, "$a$ and é\n  caf\ud8e9 $b$".encode("utf-8", "surrogatepass"), suffix)
    codes = {(message.code, str(message.span).rpartition(suffix)[2]) for message in read.diagnostics}
    assert ("VD006", ":2:6") in codes
    assert [region.latex for region in read.regions()] == ["a", "b"]


def test_many_bad_bytes_are_counted(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, b"\xfa$a$" * 20, ".md")
    assert len(list(read.regions())) == 20
    assert read.diagnostics[0].message == "byte 0xfa is not UTF-8; the rest of the file is read"
    assert read.diagnostics[-1].message == "15 more bytes of the file are not UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_another_encoding_is_named(encoding: str, tmp_path: Path) -> None:
    data = b"\xfe\xff" + "$a$".encode(encoding) if encoding == "utf-16-be" else "$a$".encode(encoding)
    [message] = read_bytes(tmp_path, data, ".md").diagnostics
    assert (message.code, message.message) == ("VD002", "the file is UTF-16, not UTF-8")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("suffix", [".md", ".tex", ".txt"])
def test_line_ends_and_a_byte_order_mark_move_nothing(
    suffix: str, mark: bytes, line_end: str, tmp_path: Path
) -> None:
    text = line_end.join(["$a$ x", "", "$$", "b", "$$", "z $c$"])
    lines = [
        str(region.span()).rpartition(suffix)[2]
        for region in read_bytes(tmp_path, mark + text.encode(), suffix).regions()
    ]
    assert lines == [":1:2", ":4:1", ":6:4"]


# ---- size --------------------------------------------------------------------------------------
def test_a_file_beyond_the_bound_is_not_read_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    start = time.monotonic()
    read = read_manuscript(str(path))
    assert time.monotonic() - start < 1
    assert [(m.code, m.message) for m in read.diagnostics] == [
        ("VD005", "the file has 50.0 MB; up to 5 MB are read")
    ]
    assert read.blocks == ()


def test_a_notebook_may_be_large_and_its_text_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verify_derivations.read.notebook.LARGEST", 80)
    cell = '{"cell_type": "markdown", "source": "$a$ words words words words words"}'
    picture = '{"cell_type": "code", "source": "", "outputs": ["' + "A" * 10_000 + '"]}'
    lines = found(tmp_path, f'{{"cells": [{picture}, {", ".join([cell] * 5)}]}}', ".ipynb")
    assert [line for line in lines if "inline" in line] == ["cell 2:1:2 inline a", "cell 3:1:2 inline a"]
    assert lines[-1].startswith("cell 4:1:1 VD005 the text of the notebook is longer than")


def test_formulas_beyond_the_bound_are_not_read_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formulas, "FORMULAS", 3)
    assert found(tmp_path, "$a$ $b$ $c$ $d$ $e$", ".md") == [
        "1:2 inline a",
        "1:6 inline b",
        "1:10 inline c",
        "1:13 VD005 the document has more than 3 formulas; from here on they are not read",
    ]


def test_messages_are_bounded(tmp_path: Path) -> None:
    read = manuscript(tmp_path, "\\[ x\n\n" * 1000, ".tex")
    assert len(read.diagnostics) == formulas.MESSAGES + 1
    assert read.diagnostics[-1].message == "950 more problems in this file"


HOSTILE = (
    "$ ${ $$ \\( \\\\( \\[ \\\\[ { } ` ``` <!-- <a_x=' <pre> <code> \\newcommand{\\x}[ \\newcommand\\x{ "
    "\\def\\a{ \\begin{align} \\end{align} \\begin{align}% - > [a]( \\verb| \\iffalse \\text{ \\text{$ \\{% "
    "a_{a}_a_ {a}_ &lt; {::comment} {%_highlight_%}\n ::\n +--+\n .._math::\n {math}` :math:` `` "
    "%_vd:_$x$\n $$x$$\n\n $x$_ [[[ ((( ![ \\x|"
).split(" ")
"""Pieces to be repeated; an underscore stands for a blank."""


def seconds(path: Path, text: str) -> float:
    """What it takes to read this text, the other processes of the machine aside."""
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    read_manuscript(str(path))
    return time.process_time() - start


@pytest.mark.parametrize("suffix", TEXTS)
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(piece: str, suffix: str, tmp_path: Path) -> None:
    """Sixteen times the text takes about sixteen times as long: quadratic time would take 256 times.

    A busy machine can disturb a measurement of milliseconds, but not three of them.
    """
    path, text = tmp_path / f"document{suffix}", piece.replace("_", " ") * 32_000
    ratios = (seconds(path, text[:32_000]) / max(seconds(path, text[:2_000]), 0.002) for _ in range(3))
    assert any(ratio < 80 for ratio in ratios)


# ---- any text ----------------------------------------------------------------------------------
PIECES = (
    "$ $$ \\( \\) \\[ \\] \\\\( \\\\) \\begin{align} \\end{align} { } \\{ ` ``` ~~~ ::: {math}` "
    "<!-- --> % vd: $x$ \\newcommand{\\x}[1]{#1y} \\x \\def\\y{\\y\\y} \\y x^2=y 5 and | "
    "[a](b) ]( <pre> </pre> .. math:: :math:` :: \\be \\def\\be{\\begin{equation}} "
    "\\def\\ee{\\end{equation}} \\ee \\verb| \\input{x} \\iffalse \\fi \\section{ # --- === "
    "+---+ | \\ \\\\ {#eq} \\text{ \\begin{verbatim} \\end{verbatim} \\let\\a=\\b "
    "\\begin{document} \\end{document} \\newenvironment{q}{\\begin{align}}{\\end{align}} "
    "\\begin{q} \\end{q} \\$ word 汉字 &lt; rac{1}{2} heta \\hat{y} x 1 {x_{1}} x1 "
    "\\ensuremath{ \\title{ > - 1. 50%"
).split(" ")

PIECE = st.sampled_from([*PIECES, " ", " ", "\n", "\n\n", "    ", "\t", "\f", "\u2028", "\x00"])
TEXT = st.lists(PIECE, max_size=40).map("".join) | st.lists(PIECE, max_size=30).map(" ".join) | st.text()


@pytest.mark.parametrize("text", [r"\section{$}$\($", r"\footnote{a $}b$ c \(x\)"])
def test_a_formula_that_runs_out_of_a_heading_is_read_once(text: str, tmp_path: Path) -> None:
    regions = sorted(manuscript(tmp_path, text, ".tex").regions(), key=lambda region: region.start)
    assert all(one.end <= other.start for one, other in pairwise(regions))


@pytest.mark.parametrize("suffix", TEXTS)
@given(text=TEXT)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_read_and_every_place_is_true(suffix: str, text: str, tmp_path: Path) -> None:
    """Nothing raises; formulas do not overlap; what no command or repair made stands at its place."""
    read = manuscript(tmp_path, text.encode("utf-8", "replace").decode(), suffix)
    assert all(line for line in listing(read))
    behind = 0
    for region in read.regions():
        assert behind <= region.start < region.end
        behind = region.end
        assert all(stands_there(region, index) for index in range(len(region.latex)))
    for block in read.blocks:
        if isinstance(block, Prose):
            assert block.span.line >= 1
            assert block.parts


def stands_there(region: Region, index: int) -> bool:
    """The character at this place of the formula is that of the source, or is not said to be."""
    start, end = region.formula.origin(index)
    run = next(run for run in reversed(region.formula.runs) if run.at <= index)
    inside = region.start <= start <= end <= region.end
    return inside and (not run.verbatim or region.source.text[start:end] == region.latex[index])


def test_every_format_is_among_those_tested() -> None:
    assert {*FORMATS} == {*TEXTS, ".ipynb", ".markdown", ".qmd", ".rmd"}
