"""Reasons on the page: no dollars around formulas, but around what is to be typed."""

from __future__ import annotations

import pytest

from verify_derivations.render.reasons import told

ROWS = [
    ("if $x$ holds", "if <math><mi>x</mi></math> holds"),
    (
        "if $x$ holds; declare which is meant: assume $x$",
        "if <math><mi>x</mi></math> holds; declare which is meant: assume <code>$x$</code>",
    ),
    ("it is refuted; put it in; let $x=...$, or constant $x$", None),
    ("a < b & c", "a &lt; b &amp; c"),
    # a formula that is cut off is left as it is
    ('as "$\\lim_{x" may say', "as &#34;$\\lim_{x&#34; may say"),
    ("<script>$x$", "&lt;script&gt;<math><mi>x</mi></math>"),
]


@pytest.mark.parametrize(("reason", "expected"), ROWS)
def test_reasons_have_formulas(reason: str, expected: str | None) -> None:
    made = str(told(reason))
    if expected is None:
        assert made.endswith("let <code>$x=...$</code>, or constant <code>$x$</code>")
    else:
        assert made == expected
