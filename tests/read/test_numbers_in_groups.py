"""Numbers whose digits stand in groups of three, and parameters of densities that are said in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

GROUPS = [
    # a formula, what is told of it
    (r"10\,000 = 10^4", "proved"),
    (r"12\,345 = 12345", "proved"),
    (r"60 \cdot 60 \cdot 24 = 86\,400", "proved"),
    (r"3 \cdot 1{\,}000 = 3\,000", "proved"),
    (r"10^6 = 1\,000\,000", "proved"),
    (r"1\,234.5 = \frac{2469}{2}", "proved"),
    (r"24 \cdot 60 = 1\,441", "refuted"),
    (r"2\,x = x + x", "proved"),
    (r"1~000 = 10^3", "not understood"),
    (r"1\;000 = 0", "not understood"),
    (r"0\,125 = 0", "not understood"),
    (r"10\,00 = 0", "not understood"),
]


@pytest.mark.parametrize(("formula", "status"), GROUPS)
def test_digits_in_groups(formula, status, tmp_path: Path):
    assert told(f"$$ {formula} $$", tmp_path) == [status]


def test_a_record_in_latex_is_read_so_too():
    claim = read_record({"syntax": "latex", "lhs": r"10\,000", "rhs": "10^4"})
    assert decide(claim).status == "proved"


NORMAL = r"f(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x - \mu)^2}{2\sigma^2}}"
MEAN = r"\int_{-\infty}^{\infty} x f(x)\,dx = \mu"

DENSITIES = [
    # what is said of the parameter, the density, a claim, what is told of it
    (
        r"The normal distribution with standard deviation $\sigma$ has the density",
        NORMAL,
        MEAN,
        "not understood",
    ),
    (r"Let $\sigma > 0$. The normal density is", NORMAL, MEAN, "proved"),
    (r"Let $\sigma > 0$. The normal density is", NORMAL, MEAN.replace(r"\mu", r"2\mu"), "refuted"),
    (
        "The Rayleigh density with parameter $s$ is",
        r"f(x) = \frac{x}{s^2} e^{-\frac{x^2}{2s^2}}",
        r"\int_0^\infty x f(x)\,dx = s\sqrt{\frac{\pi}{2}}",
        "not understood",
    ),
]


@pytest.mark.parametrize(("words", "density", "claim", "status"), DENSITIES)
def test_a_parameter_that_the_density_alone_prints(words, density, claim, status, tmp_path: Path):
    assert told(f"{words}\n\n$$ {density} $$\n\nIts mean is\n\n$$ {claim} $$", tmp_path)[-1] == status
