"""Formulas that cannot be parsed: the reason and the place, in linear time, and never a crash."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify_derivations.errors import FormulaError
from verify_derivations.parse import parse

BAD = [
    ("y(1-s(z)-(1-y)s(z)", "the bracket ( is never closed", "("),
    ("f(x))", "the bracket ) closes nothing", ")"),
    (r"\left( a", r"the bracket \left( is never closed", r"\left("),
    ("(a + [c})", "the bracket [ is never closed", "["),
    ("(a}", "the bracket ( is never closed", "("),
    (r"(a \}", r"the bracket ( is closed by the bracket \}", r"(a \}"),
    ("{a", "the brace { is never closed", "{"),
    ("a}", "the brace } closes nothing", "}"),
    (r"\begin{matrix} a", r"\begin{matrix} is never closed", r"\begin{matrix}"),
    (r"\begin{matrix} a \end{array}", r"is closed by \end{array}", r"\begin{matrix} a \end{array}"),
    (r"\frac{a}", r"\frac has nothing to be applied to", r"\frac"),
    ("x^", "^ has nothing to be applied to", "^"),
    ("x_a_b", "two subscripts on one base", "_b"),
    ("x^2^3", "two superscripts on one base", "^3"),
    ("x^10", "^10 prints 1 as a script and the rest beside it", "^10"),
    (r"\text{open", r"the brace { of \text is never closed", "{"),
    (r"{a \over b \choose c}", r"\choose stands in one group with \over", r"\choose"),
    (r"2 (n \choose k)", r"\choose parts the whole group in which it stands", r"n \choose k"),
    (r"a &= b \over c", r"\over parts the whole group", r"a &= b \over c"),
    ("a \\", "the formula ends in a backslash", "\\"),
]


@pytest.mark.parametrize(("latex", "message", "place"), BAD, ids=[latex for latex, *_ in BAD])
def test_what_cannot_be_parsed_is_told_with_its_place(latex: str, message: str, place: str) -> None:
    with pytest.raises(FormulaError) as raised:
        parse(latex)
    assert message in raised.value.message
    assert latex[raised.value.start : raised.value.end] == place


HOSTILE = {
    "brackets": lambda n: "(" * n + ")" * n,
    "unclosed brackets": lambda n: "(" * n,
    "braces": lambda n: "{" * n,
    "powers": lambda n: "x^{" * n + "}" * n,
    "fractions": lambda n: r"\frac" * n,
    "roots": lambda n: r"\sqrt" * n + "x",
    "accents": lambda n: r"\hat " * n + "x",
    "parted": lambda n: r"{a\over " * n,
    "signs": lambda n: "-" * n + "x",
    "factorials": lambda n: "n" + "!" * n,
    "environments": lambda n: r"\begin{matrix}" * n,
    "fonts": lambda n: r"\bf " * n,
    "bars": lambda n: "|x" * n,
    "letters": lambda n: "a" * n,
    "sums": lambda n: "a+" * n,
    "relations": lambda n: "=" * n,
    "lines": lambda n: r"a \\ b & - " * n,
    "cells": lambda n: "a &&&& -" * n,
    "spaces": lambda n: r"\quad " * n,
    "stacks": lambda n: r"\overset{a}" * n,
    "products": lambda n: r"a \cdot -" * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_formula_exhausts_the_stack_and_the_time_is_linear(name: str) -> None:
    short, long = (fastest(HOSTILE[name](size)) for size in (2_000, 32_000))
    assert long < 0.5 + 64 * short, "16 times the text; quadratic would be 256 times as long"


def fastest(latex: str) -> float:
    """The least time of three runs: other programs may be at work."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        place(latex)
        taken.append(time.process_time() - start)
    return min(taken)


PIECES = st.sampled_from(
    r"""a x 1 2.5 + - \cdot / = \le , ; | || ( ) [ ] { } \{ \} ^ _ ' ! & \\ \quad \frac \sqrt \hat \left
    \right \sum \int \text{if} \mathrm{d} \begin{aligned} \end{aligned} \begin{matrix} \end{matrix} \bf
    \overset""".split()
)


def place(latex: str) -> tuple[int, int]:
    """The place that is complained of; the whole formula if nothing is."""
    try:
        return 0, len(parse(latex).source)
    except FormulaError as error:
        return error.start, error.end


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_text_is_parsed_or_turned_down(latex: str) -> None:
    start, end = place(latex)
    assert 0 <= start <= end <= len(latex)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_characters_are_parsed_or_turned_down(latex: str) -> None:
    start, end = place(latex)
    assert 0 <= start <= end <= len(latex)
