"""What each step stands on, and the drawing of it: layered, linked, and only where it says something."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from verify_derivations.check import check_derivation
from verify_derivations.read.python import read_python
from verify_derivations.render.graph import HEIGHT, graph
from verify_derivations.render.html import render_html
from verify_derivations.render.standing import says_something, standing
from verify_derivations.render.view import DerivationView, arrange
from verify_derivations.results import DocumentResult, Report

HEAD = """
from sympy import *
from verify_derivations import *
x, a, b, c = symbols("x a b c", real=True)
n, i, k = symbols("n i k", integer=True, positive=True)
h, w = IndexedBase("h", shape=(n,)), IndexedBase("w", shape=(n,))
sigma = Function("sigma")
with derivation("d", "A derivation") as d:
"""


@pytest.fixture
def view(tmp_path: Path):
    """The view of the derivation that some lines make."""

    def view(lines: str) -> DerivationView:
        path = tmp_path / "claims.py"
        path.write_text(HEAD + "".join(f"    {line}\n" for line in lines.splitlines()), encoding="utf-8")
        document = read_python(str(path))
        assert document.diagnostics == ()
        result = check_derivation(document.derivations[0])
        return arrange(Report((DocumentResult(document, (result,)),))).documents[0].derivations[0]

    return view


STANDING = [
    # lines, what each step stands on, whether that is worth a drawing
    ("d.begin(x + x)\nd.equals(2*x)\nd.equals(x*2)", {2: {1}}, False),
    ("d.define(a, x + 1)\nd.claim(a, 1 + x)", {2: {1}}, False),
    ("d.define(a, x + 1)\nd.claim(a, 1 + x)\nd.claim(2*a, 2*x + 2)", {2: {1}, 3: {1}}, False),
    # b stands on a; what stands on b stands on a through it
    (
        "d.define(a, x + 1)\nd.define(b, a**2)\nd.claim(b, (x + 1)**2)\nd.claim(a + b - b, x + 1)",
        {2: {1}, 3: {2}, 4: {2}},
        True,
    ),
    (
        "d.define(a, x + 1)\nd.define(b, x - 1)\nd.claim(a*b, x**2 - 1)\nd.claim(a, 1 + x)",
        {3: {1, 2}, 4: {1}},
        True,
    ),
    # what stands in a derivation and is of no use to a claim
    ("d.define(a, x + 1)\nd.define(b, x - 1)\nd.claim(D(3*a, a), 3)", {3: {1}}, False),
    # functions and entries of arrays, and the lines of a chain
    (
        "d.define(sigma(x), exp(x))\nd.define(h[i], sigma(w[i]))\nd.begin(h[i]**2)\n"
        "d.equals(exp(2*w[i]))\nd.equals(sigma(2*w[i]))",
        {2: {1}, 3: {2}, 4: {3}},
        False,
    ),
]


@pytest.mark.parametrize(("lines", "expected", "drawn"), STANDING)
def test_a_step_stands_on_what_was_put_into_it(view, lines: str, expected: dict[int, set[int]], drawn: bool):
    shown = view(lines)
    edges = standing(shown.result)
    found = {
        int(name.rpartition(".")[2]): {int(below.rpartition(".")[2]) for below in on}
        for name, on in edges.items()
        if on
    }
    assert found == expected
    assert says_something(edges) is drawn
    assert bool(graph(shown)) is drawn


def test_the_drawing_is_layered_linked_and_within_its_frame(view):
    shown = view(STANDING[3][0])
    drawing = ElementTree.fromstring(str(graph(shown)))
    boxes = {a.attrib["href"]: next(a.iter("rect")).attrib for a in drawing.iter("a")}
    assert set(boxes) == {f"#{step.anchor}" for step in shown.steps}
    width, height = map(float, drawing.attrib["viewBox"].split()[2:])
    places = [(float(b["x"]), float(b["y"])) for b in boxes.values()]
    assert len(set(places)) == len(places)
    for box in boxes.values():
        assert 0 <= float(box["x"]) <= width - float(box["width"])
        assert 0 <= float(box["y"]) <= height - HEIGHT
    # every line goes from left to right
    for path in drawing.iter("path"):
        numbers = [float(n) for n in re.findall(r"-?[0-9.]+", path.attrib["d"])]
        assert numbers[0] < numbers[-2]


def test_equal_reports_give_equal_drawings_and_names_are_escaped(view):
    shown = view("d.define(sigma(x), exp(x))\n" + STANDING[3][0])
    assert graph(shown) == graph(shown)
    assert "script" not in graph(shown)


def test_the_page_names_the_source_with_where_it_appeared(tmp_path: Path):
    path = tmp_path / "claims.py"
    told = HEAD.replace('"A derivation")', '"A derivation", Source("Ba 2016", "Layers", "section <3>"))')
    path.write_text(told + "    d.claim(x + x, 2*x)\n", encoding="utf-8")
    document = read_python(str(path))
    result = DocumentResult(document, (check_derivation(document.derivations[0]),))
    assert "<code>Ba 2016</code> · Layers, section &lt;3&gt;</p>" in render_html(Report((result,)))
