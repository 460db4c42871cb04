"""Left sides that an equation does not define in silence: Im(w), rank(A), f_x of a function f of x."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

F = "Let $f(x, y) = x^2 y$."
ROWS = [
    # operators that everybody knows are not defined, but where a word says so
    (r"$$\operatorname{Im}(w) = \frac{w + \bar w}{2}$$", ["not understood"]),
    (r"$$\mathrm{Re}(w) = w^2$$", ["not understood"]),
    (r"$$\operatorname{arg}(z) = z$$", ["not understood"]),
    (r"$$\operatorname{rank}(A) = n - 1$$", ["not understood"]),
    (r"Let $\operatorname{vol}(t) = t^2$. Then $\operatorname{vol}(3) = 9$.", ["definition", "proved"]),
    (r"$$\operatorname{score}(t) = t^2$$", ["definition"]),
    # a subscript is a derivative, where the function is known
    (rf"{F} $$f_y = x^2$$ $$f_x = 2 x y$$ $$f_{{xy}} = 2 x$$", ["definition", *["proved"] * 3]),
    (rf"{F} $$f_x(x, y) = 2 x y$$", ["definition", "proved"]),
    (rf"{F} $$f_x = 3 x y$$", ["definition", "not understood"]),
    (F + "\n\n<!-- vd: claim -->\n\n$$f_x = 3 x y$$", ["definition", "refuted"]),
    # something else is meant
    (rf"{F} Let $f_x = 3 x y$. Then $f_x + 1 = 3 x y + 1$.", ["definition", "definition", "proved"]),
    (rf"{F} $$f_1 = 3 x y$$", ["definition", "definition"]),
    (rf"{F} $$f_z = 3 z$$", ["definition", "definition"]),
    (rf"{F} $$f_x(y) = x^2 y$$ so $f_x(2) = 2 x^2$", ["definition", "definition", "proved"]),
    (r"$$u_t = 3 t$$", ["definition"]),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_what_is_known_is_not_defined_in_silence(text: str, found: list[str], tmp_path: Path) -> None:
    assert told(text, tmp_path) == found


SETTLED = [
    (r"$$\operatorname{Im}(w) = \frac{w + \bar w}{2}$$", r"let $\operatorname{Im}(w)=...$"),
    (rf"{F} $$f_x = 3 x y$$", r"write $\frac{\partial f}{\partial x}$ or vd: claim"),
]


@pytest.mark.parametrize(("text", "help"), SETTLED)
def test_what_would_settle_it_is_told(text: str, help: str, tmp_path: Path) -> None:
    verdict = results(text, tmp_path)[-1].verdict
    assert verdict is not None
    assert help in verdict.reason
