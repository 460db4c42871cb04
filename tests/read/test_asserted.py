"""Equations behind "satisfies" or with a zero: claims where all in them is determined, else conditions."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.commands.listing import listing
from verify_derivations.model import Kind
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def last(text: str) -> StepResult:
    """The result of the last statement of a document."""
    Path("notes.md").write_text(text, encoding="utf-8")
    return [*check_documents(read_paths(["notes.md"]), seconds=5).steps()][-1]


def verdict(text: str) -> str:
    found = last(text)
    return str(found.status or found.step.kind)


SIGMOID = r"Let $\sigma(x) = \frac{1}{1 + e^{-x}}$."
CUBIC = r"Let $f(x) = x^3 - x$."

CLAIMED = [
    (rf"{SIGMOID} The derivative satisfies $$\sigma'(x) = \sigma(x)(1 + \sigma(x))$$", "refuted"),
    (rf"{SIGMOID} The derivative satisfies $$\sigma'(x) = \sigma(x)(1 - \sigma(x))$$", "proved"),
    (rf"{SIGMOID} The function obeys the identity $\sigma(-x) = 1 + \sigma(x)$.", "refuted"),
    (rf"{SIGMOID} The logistic sigmoid fulfils $\sigma(-x) = 1 - \sigma(x)$.", "proved"),
    (rf"{SIGMOID} The derivative of $\sigma$ satisfies $\sigma'(x) = \sigma(x)(1 + \sigma(x))$.", "refuted"),
    (rf"{SIGMOID} Then $\sigma'$ satisfies $\sigma'(-x) = -\sigma'(x)$.", "refuted"),
    (rf"{SIGMOID} 其导数满足 $\sigma'(x) = \sigma(x)(1 + \sigma(x))$。", "refuted"),
    (rf"{SIGMOID} 函数 $\sigma$ 满足 $\sigma(-x) = 1 - \sigma(x)$。", "proved"),
    (r"Let $\phi(x) = e^{-x^2/2}$, which satisfies $\phi'(x) = x\phi(x)$.", "refuted"),
    (r"Let $\phi(x) = e^{-\lambda x}$. The function satisfies $\phi'(x) = -\lambda\phi(x)$.", "proved"),
    (
        r"Let $A \in \mathbb{R}^{n\times n}$ be invertible, $b \in \mathbb{R}^n$. Let $x = A^{-1} b$. "
        "Then $x$ satisfies\n\n$$ A x = b $$",
        "proved",
    ),
    # of what was spoken of before, it is not certain: a proof counts, a refutation does not
    (rf"{SIGMOID} It satisfies $\sigma(-x) = 1 - \sigma(x)$.", "proved"),
    (rf"{SIGMOID} It satisfies $\sigma(-x) = 2 - \sigma(x)$.", "not understood"),
    (rf"{SIGMOID} There is a shortcut, satisfying $$\sigma(-x) = 2 - \sigma(x).$$", "not understood"),
    (f"{CUBIC}\n\n# Later\n\nThe function satisfies $f(x) = 2x$.", "not understood"),
    # without an unknown there is nothing to solve
    (rf"{SIGMOID} Hence $\sigma(0) = 0$.", "refuted"),
    (rf"{SIGMOID} Since $\sigma(0) - \frac{{1}}{{2}} = 0$, it is odd about it.", "proved"),
    (f"{CUBIC} So $f(2) = 0$.", "refuted"),
    (f"{CUBIC} We get $f(2) = 8 - 2 = 0$.", "refuted"),
    (f"{CUBIC} Thus $0 = f(1)$.", "proved"),
    ("Let $a = 3$ and $b = a - 3$. Therefore $a b = 0$.", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMED)
def test_what_all_is_determined_in_is_a_claim(text: str, expected: str) -> None:
    assert verdict(text) == expected


OPEN = [
    rf"{SIGMOID} The point $x$ satisfies $\sigma(x) = 1 - x$.",
    rf"{SIGMOID} where $x$ satisfies $x^2 = 1$.",
    r"The estimate $\hat\theta$ satisfies $X^TX\hat\theta = X^Ty$.",
    r"Let $\hat\theta = \arg\min_\theta L(\theta)$. Then $\hat\theta$ satisfies $X^TX\hat\theta = X^Ty$.",
    f"{CUBIC} The solution satisfies $f'(x^*) = 0$.",
    f"{CUBIC} Setting the derivative to zero, $f'(x) = 0$.",
    f"{CUBIC} The fixed point of $f$ satisfies $f(x) = x$.",
    f"{CUBIC} The root of the function satisfies $f(x) = 2$.",
    f"{CUBIC} The derivative satisfies $f'(x) = 0$.",
    f"{CUBIC} Suppose that $f$ satisfies $f(x) = x$.",
    f"{CUBIC} If $f$ satisfies $f(-x) = f(x)$, it is even.",
    f"{CUBIC} Find a function which satisfies $f(x) = 2x$.",
    f"{CUBIC} A function is even if it satisfies $f(-x) = f(x)$.",
    f"{CUBIC} The derivative satisfies $f'(x) = \\lambda$.",
    "The function satisfies $g(x) = 2x$.",
    "Let $f(x) = a x + b$. Hence $f(0) = 0$.",
    f"{CUBIC} Hence $f(x) = 0$.",
    f"{CUBIC} The boundary condition is $f(2) = 0$.",
    f"{CUBIC} We want $f(2) = 0$.",
    f"{CUBIC}\n\n# Later\n\nHence $f(2) = 0$.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_has_an_unknown_is_a_condition_and_tells_why(text: str) -> None:
    found = last(text)
    assert found.step.kind is Kind.CONDITION
    assert found.step.note
    [*_, line] = listing(read_paths(["notes.md"]))
    assert line.endswith(found.step.note)
