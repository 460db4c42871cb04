"""One cause behind several lines is told once, with what helps; the others name its place."""

from __future__ import annotations

from pathlib import Path

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.render.json import render_json
from verify_derivations.render.text import render_concise, render_full
from verify_derivations.results import Report

NOTE = r"""# Stones

Somebody at the beach shouts $h(x) = x^2$.

Hence

$$ h'(x) = 2 x. $$

Also $h(2 x) = 4 h(x)$ and $h(3) = 8$, and so

$$ (a + b)^2 = a^2 + b^2. $$

Once more, $h(x) = h(-x)$.
"""


def report(folder: Path) -> Report:
    path = folder / "stones.md"
    path.write_text(NOTE, encoding="utf-8")
    return check_documents(read_paths([str(path)]), seconds=5)


def test_the_cause_is_told_once_and_every_line_has_its_place_and_code(tmp_path: Path) -> None:
    full = render_full(report(tmp_path))
    assert full.count(": VD104 ") == 5
    assert full.count(" reason: ") == 2  # one line has a cause of its own
    assert "also: 3 lines below are not understood for this reason, either" in full
    told = [line for line in full.splitlines() if "the reason is that of stones.md:7:4" in line]
    assert [line.partition(" VD104 not understood: ")[2].partition(";")[0] for line in told] == [
        'step 3 of "Stones": as read here it is proved',
        'step 4 of "Stones": as read here it is refuted',
        'step 6 of "Stones": as read here it is proved',
    ]


def test_neighbours_stand_together(tmp_path: Path) -> None:
    blocks = render_full(report(tmp_path)).split("\n\n")
    assert [len(block.splitlines()) for block in blocks if "the reason is that of" in block] == [2, 1]


def test_other_formats_tell_every_reason(tmp_path: Path) -> None:
    found = report(tmp_path)
    assert render_json(found).count("where no word tells") == 4
    assert render_concise(found).count("where no word tells") == 4
