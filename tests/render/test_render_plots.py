"""The page draws both sides of a refuted step around the point where it fails, where that can be done."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from sample_reports import CLAIM, refuted

from verify_derivations.check import decide
from verify_derivations.model import Claim, Context, Declaration, Definition
from verify_derivations.render.curves import curves
from verify_derivations.render.plot import pictures
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS


def claim(lhs: str, rhs: str, functions: tuple[str, ...] = (), define: str = "", **domains: str) -> Claim:
    declarations = tuple(Declaration(name, DOMAINS[d]) for name, d in domains.items())
    definitions = [Definition(*map(parse_plain, one.split(":="))) for one in define.split(";") if one]
    return Claim(
        parse_plain(lhs), "=", parse_plain(rhs), Context(declarations, tuple(definitions), (), functions)
    )


DRAWN = [
    (claim("x**2", "x**3 + 1"), ["x"]),
    (claim("(a + b)**2", "a**2 + b**2"), ["a", "b"]),
    (claim("s", "x", define="s := x**2"), ["x"]),
    (claim("diff(Abs(x), x)", "x"), ["x"]),
    (claim("(a + b)*c", "a + b*c"), []),  # three symbols
    (claim("1 + 1", "3"), []),
    (claim("sqrt(z**2)", "z", z="complex"), []),
    (claim("n", "n**2", n="integer"), []),
    (claim("f(x)", "x", functions=("f",)), []),
    (claim("Integral(t*x, (t, 0, 1))", "x"), []),
    (claim("x", "x"), []),  # nothing to show
]


@pytest.mark.parametrize(("given", "symbols"), DRAWN, ids=lambda value: str(value)[:30])
def test_one_curve_for_each_of_one_or_two_real_symbols(given, symbols):
    assert [one.symbol for one in curves(given, decide(given))] == symbols
    assert len(pictures(given, decide(given))) == len(symbols)


def test_a_verdict_without_its_certificate_is_not_drawn():
    assert pictures(CLAIM, refuted()) == []


def test_the_other_symbol_is_held_where_the_statement_fails():
    given = claim("(a + b)**2", "a**2 + b**2")
    first, second = curves(given, decide(given))
    assert (first.fixed, second.fixed) == ("b = -2", "a = 1")
    assert first.at == (1.0, 1.0, 5.0)


def test_the_places_stay_inside_the_declared_domain():
    given = claim("log(y)", "y", y="unit")
    (one,) = curves(given, decide(given))
    assert 0 < min(one.xs) < max(one.xs) < 1


def test_a_side_without_a_value_leaves_a_gap():
    given = claim("log(x)", "x")
    (one,) = curves(given, decide(given))
    assert None in one.left
    assert None not in one.right


def lines(picture: str) -> dict[str, str]:
    return dict(re.findall(r'<path class="(left|right)" d="([^"]*)"', picture))


def test_a_pole_breaks_the_line_and_does_not_flatten_the_rest():
    given = claim("1/x", "x + 2")
    (picture,) = pictures(given, decide(given))
    assert lines(picture)["left"].count("M") == 2
    heights = [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", lines(picture)["right"])]
    assert max(heights) - min(heights) > 20


@pytest.mark.parametrize("given", [row[0] for row in DRAWN if row[1]], ids=lambda c: str(c)[:30])
def test_a_picture_is_sound_svg_and_stays_inside_its_frame(given):
    for picture in pictures(given, decide(given)):
        figure = ElementTree.fromstring(str(picture))
        (svg, caption) = figure
        _, _, width, height = map(float, svg.attrib["viewBox"].split())
        assert svg.attrib["role"] == "img"
        assert svg.attrib["aria-label"].startswith("both sides along ")
        assert "left side" in "".join(caption.itertext())
        for path in svg.iter("path"):
            numbers = re.findall(r"([\d.-]+) ([\d.-]+)", path.attrib["d"])
            assert all(0 <= float(x) <= width and 0 <= float(y) <= height for x, y in numbers)


def test_both_ends_of_the_gap_are_marked():
    given = claim("x**2", "x**3 + 1")
    (picture,) = pictures(given, decide(given))
    assert re.findall(r'<circle class="(\w+)"', picture) == ["left", "right"]
