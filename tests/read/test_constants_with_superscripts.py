"""`constant $z_j^l$`: with a letter above a name stays a name, with a number or a transpose it is none."""

from __future__ import annotations

import pytest
from told import results, told

from verify_derivations.read.paths import read_paths

NAMES = ["z_j^l", "a_k^{l-1}", r"\theta^*", "x^{(i)}", r"\hat{y}^{(t)}"]


@pytest.mark.parametrize("name", NAMES)
def test_a_constant_with_a_superscript(tmp_path, name):
    assert told(f"<!-- vd: constant ${name}$ -->\n\n$${name} = -{name}$$", tmp_path) == ["refuted"]


NO_NAMES = ["x^2", r"x^\top", "x^T", "x + 1", "2"]


@pytest.mark.parametrize("printed", NO_NAMES)
def test_what_is_no_name(tmp_path, printed):
    path = tmp_path / "note.md"
    path.write_text(f"<!-- vd: constant ${printed}$ -->\n\n$$x = -x$$\n", encoding="utf-8")
    [document] = read_paths([str(path)])
    assert [one.code for one in document.diagnostics] == ["VD405"]


NUMBERED = r"""<!-- vd: {}let $\sigma(t) = \frac{{1}}{{1 + e^{{-t}}}}$; constant $y$, $n$, $a_k^l$ -->

$$-\frac{{1}}{{n}}\sum_{{x}} (y - a_k^l) \sigma'(z_j^l) = -\frac{{1}}{{n}}\sum_{{x}} (y - a_k^l)$$
"""


def test_the_advice_for_what_an_index_is_put_on_silently_can_be_followed(tmp_path):
    (asked,) = results(NUMBERED.format(""), tmp_path)
    assert "let $z_j^l=...$, or constant $z_j^l$" in asked.verdict.reason
    assert told(NUMBERED.format("constant $z_j^l$; "), tmp_path) == ["refuted"]
