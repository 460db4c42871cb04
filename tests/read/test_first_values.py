"""Functions with a first value, N(t) = N_0 e^{rt}: x_0 is no x, and P(t) may be no probability."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

DEFINED = [
    # what is defined, what holds, what does not
    ("Let $x(t) = x_0 + v t$.", "x'(t) = v", "x'(t) = v t"),
    ("Let $N(t) = N_0 e^{-\\lambda t}$.", r"\frac{dN}{dt} = -\lambda N", r"\frac{dN}{dt} = \lambda N"),
    ("We have $Q(t) = Q_0 e^{r t}$.", "Q'(t) = r Q(t)", "Q'(t) = r Q(t) + 1"),
    ("Let $s(t) = s_0 + v_0 t + \\frac12 a t^2$.", "s'(t) = v_0 + a t", "s'(t) = v_0 - a t"),
    ("Let $x = x_0 + v t$.", r"\frac{dx}{dt} = v", r"\frac{dx}{dt} = 2 v"),
    ("Let $S = S_1 + S_2$.", "S^2 = S_1^2 + 2 S_1 S_2 + S_2^2", "S^2 = S_1^2 + S_2^2"),
    ("Let $z = z_0 e^{k t}$.", r"\dot z = k z", r"\dot z = k z + 1"),
    ("Let $y = y_0 \\sin(k t)$.", r"\ddot y = -k^2 y", r"\ddot y = -k^2 y + 1"),
]


@pytest.mark.parametrize(("words", "holds", "fails"), DEFINED)
def test_a_function_with_a_first_value_is_defined(words: str, holds: str, fails: str, tmp_path: Path) -> None:
    assert told(f"{words} Then\n\n$$ {holds} $$", tmp_path)[-1] == "proved"
    assert told(f"{words} Then\n\n$$ {fails} $$", tmp_path)[-1] == "refuted"


LETTERS = [
    ("Let $P(t) = P_0 e^{r t}$.", "P'(t) = r P(t)"),
    ("Let $E(t) = E_0 e^{-t}$.", "E'(t) = -E(t)"),
]


@pytest.mark.parametrize(("words", "holds"), LETTERS)
def test_so_is_one_with_a_letter_of_probability(words: str, holds: str, tmp_path: Path) -> None:
    assert told(f"{words} Then\n\n$$ {holds} $$", tmp_path)[-1] == "proved"


OPEN = [
    # the operators keep their meaning; what is said of one set defines nothing
    "Let $E(t) = E_0 e^{-t}$. Then\n\n$$ E[a X] = 2 E[X] $$",
    "Let $E(t) = E_0 e^{-t}$. Then\n\n$$ E(a X) = 2 E(X) $$",
    "Let $P(x) = \\theta^x (1 - \\theta)^{1 - x}$. Then\n\n$$ P(A) = 1 - P(B) $$",
    "Let $P(A) = \\frac12$. Then\n\n$$ P(B) = \\frac13 $$",
    "Let $P(A) = \\frac12$. Then\n\n$$ P(B) = \\frac12 $$",
    # ledger dev-547: means and probabilities are no functions of what is summed over
    "Let $E(x) = \\sum_{i=1}^n x_i p_i$. Then\n\n$$ E(2x) = E(x) $$",
    "Let $E(x) = \\int x p(x)\\,dx$. Then\n\n$$ E(x^2) = E(x) $$",
    "Let $P(x) = \\sum_y q(x, y)$. Then\n\n$$ P(x) = P(y) $$",
    "Let $P(x) = g(x)$. Then\n\n$$ P(x) = g(y) $$",
    # what brackets of other kinds hold
    "Let $P(X = x) = \\theta^x$. Then\n\n$$ P(X = 1) = \\theta $$",
    "Let $P(x, y \\mid z) = x y z$. Then\n\n$$ P(1, y \\mid z) = y $$",
    "Let $E() = 1$. Then\n\n$$ E() = 2 $$",
    # an updated name, and a value that is a name of another section
    "Let $w = w + 1$. Then\n\n$$ w = 2 $$",
    "# A\n\nLet $v(t) = v_0 + a t$.\n\n# B\n\nLet $x = x_0 + v t$. Then\n\n$$ \\frac{dx}{dt} = v $$",
    "# A\n\nLet $v(t) = v_0 + a t$.\n\n# B\n\nLet $x = x_0 + v t$. Then\n\n$$ \\frac{dx}{dt} = v + a t $$",
]


@pytest.mark.parametrize("text", OPEN)
def test_where_it_is_open_nothing_is_told(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] not in ("proved", "refuted")


def test_a_function_of_another_section_is_called_there(tmp_path: Path) -> None:
    text = "# A\n\nLet $v(t) = v_0 + a t$.\n\n# B\n\nLet $g(t) = v(t)^2$. Then\n\n$$ g'(t) = 2 a v(t) $$"
    assert told(text, tmp_path)[-1] == "proved"
