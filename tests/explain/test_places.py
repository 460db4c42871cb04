"""FILE:LINE for documents of each format, and CELL:LINE in notebooks."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Program = Callable[..., subprocess.CompletedProcess[str]]

DISPLAY = "\\begin{aligned}\n(a+b)^2 &= (a+b)(a+b) \\\\\n  &= a^2 + 2ab + b^2\n\\end{aligned}"
INDENTED = "".join(f"   {line}\n" for line in DISPLAY.splitlines())
CELLS = ["We have $x + x = 2x$.\n", f"$$\n{DISPLAY}\n$$\n"]
NOTEBOOK = json.dumps(
    {
        "cells": [{"cell_type": "markdown", "metadata": {}, "source": cell} for cell in CELLS],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
)

FILES = {
    "n.md": f"We have\n\n$$\n{DISPLAY}\n$$\n\nand $x + x = 2x$ too.\n",
    "p.tex": f"\\begin{{document}}\n\\[\n{DISPLAY}\n\\]\n\\input{{part}}\n\\end{{document}}\n",
    "part.tex": "$x + x = 2x$ holds.\n\n$y + y = 2y$ too.\n",
    "r.rst": f"T\n=\n\n.. math::\n\n{INDENTED}\nand :math:`x+x=2x`.\n",
    "t.txt": f"We have\n$$\n{DISPLAY}\n$$\n",
    "b.ipynb": NOTEBOOK,
}

FOUND = [
    ("n.md:5", ["5:1"]),
    ("n.md:6:9", ["6:4"]),
    ("n.md:4", ["5:1", "6:4"]),  # a line of the display at which no step begins
    ("n.md:10", ["10:6"]),
    ("p.tex:5", ["5:4"]),
    ("p.tex:3", ["4:1", "5:4"]),  # not what stands in line 3 of the file that is taken in
    ("part.tex:3", ["3:2"]),
    ("r.rst:7", ["7:4"]),
    ("r.rst:11", ["11:12"]),
    ("t.txt:4", ["4:1"]),
    ("b.ipynb:1:1", ["cell 1:1:10"]),
    ("b.ipynb:2:4", ["cell 2:4:4"]),
    ("b.ipynb:2:4:7", ["cell 2:4:4"]),
    ("b.ipynb:cell 2:3", ["cell 2:3:1"]),
    ("b.ipynb:2:2", ["cell 2:3:1", "cell 2:4:4"]),
]


@pytest.fixture(autouse=True)
def files(write: Callable[[str, str], Path]) -> None:
    for name, text in FILES.items():
        write(name, text)


@pytest.mark.parametrize(("place", "steps"), FOUND)
def test_a_line_finds_its_steps(program: Program, place: str, steps: list[str]) -> None:
    run = program("explain", place)
    assert run.returncode == 0, run.stderr
    name = place.split(":")[0]
    assert re.findall(rf"^{re.escape(name)}:(.*), in ", run.stdout, re.MULTILINE) == steps


@pytest.mark.parametrize(
    ("place", "said", "help"),
    [
        ("n.md:2", "no step stands at line 2 of n.md", "there are steps at 5, 6, 10"),
        ("p.tex:9", "no step stands at line 9 of p.tex", "there are steps at 4, 5"),
        ("b.ipynb:4", "no step stands at line 4 of b.ipynb", "at 1:1, 2:3, 2:4 (cell:line)"),
        ("b.ipynb:5:1", "no step stands at line 1 of cell 5", "at 1:1, 2:3, 2:4 (cell:line)"),
    ],
)
def test_what_is_near_is_told(program: Program, place: str, said: str, help: str) -> None:
    run = program("explain", place)
    assert run.returncode == 2
    assert said in run.stderr
    assert help in run.stderr


@pytest.mark.parametrize("name", ["none.md", "none.ipynb", "none.tex", "none.py"])
def test_a_file_that_is_not_there(program: Program, name: str) -> None:
    run = program("explain", f"{name}:3")
    assert run.returncode == 2
    assert "VD001 there is no such file" in run.stderr
