"""What stands beside a statement excludes nothing where it is proved; else it keeps it from being refuted."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> tuple[str, str]:
    """The verdict on the last statement of a document, and its reason."""
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    found = [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]
    return str(found.status or found.step.kind), found.verdict.reason if found.verdict else ""


BESIDE_WHAT_HOLDS = [
    r"We know $\int_0^1 x\,dx = \frac12$. Also $$\int_0^1 x^2\,dx = \frac12$$",
    r"We have $\int_0^1 x\,dx = \frac12$ and so $\int_0^1 x^2\,dx = \frac12$.",
    r"We have $\int_0^a x\,dx = \frac{a^2}2$ and so $\int_0^a x^2\,dx = \frac{a^2}2$.",
    r"We have $\sum_{k=0}^\infty 2^{-k} = 2$ and so $\sum_{k=0}^\infty 3^{-k} = 2$.",
    r"Let $X = \int_0^1 x\,dx = \frac12$. Also $$\int_0^1 x^2\,dx = \frac12$$",
    # anywhere in the text, and where no point is found that agrees with it
    r"Let $g(x) = e^{-x^2/2}/\sqrt{2\pi}$. $$\int_{-\infty}^{\infty} g(x)\,dx = 1$$ So we get "
    r"$$\int_{-\infty}^{\infty} x^2 g(x)\,dx = 2$$",
    # it speaks of f and of nothing that stands here
    r"We have $\int_0^1 f(x)\,dx = \frac12$. Hence $\int_0^1 x^2\,dx = \frac12$.",
]


@pytest.mark.parametrize("text", BESIDE_WHAT_HOLDS)
def test_a_proved_neighbour_keeps_nothing_from_being_refuted(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path)[0] == "refuted"


BESIDE_WHAT_EXCLUDES = [
    # where it has a value is a restriction, too
    (r"We have $\sqrt{x}^2 = x$. Also $$\sqrt{x^2} = x$$", "holds here"),
    (r"We have $\exp(\log x) = x$. Also $$|x| = x$$", "holds here"),
    (r"We have $\log(ab) = \log a + \log b$. Also $$|a| = a$$", "holds here"),
    (r"We have $\int_0^\infty e^{-ax}\,dx = \frac1a$. Also $$|a| = a$$", "holds here"),
    (r"We have $\sqrt{x} = x^{1/2}$ and $\sqrt{x^2} = x$.", "holds here"),
    # it is not proved: of some x, or in another sense, it holds
    (
        r"We have $\sum_i x_i = 0$. Hence $$\sum_{i=1}^n (x_i - c)^2 = \sum_{i=1}^n x_i^2 + nc^2$$",
        "holds here",
    ),
    (r"We have $\int_0^1 x\,dx = \frac13$ and hence $$\int_0^1 2x\,dx = \frac23$$", "holds here"),
    (r"We have $x\cdot x = x$. So $$x^3 = x$$", "holds here"),
    (r"We have $e = 1$ edges. Also $$e^2 = e$$", "e is a name"),
    (r"With the measure $\mu$ we have $\int_0^1 x\,dx = \frac13$.", "another measure"),
]


@pytest.mark.parametrize(("text", "words"), BESIDE_WHAT_EXCLUDES)
def test_what_a_neighbour_excludes_is_excluded(text: str, words: str, tmp_path: Path) -> None:
    status, reason = last(text, tmp_path)
    assert status == "not understood"
    assert words in reason


def test_what_is_true_beside_it_is_proved(tmp_path: Path) -> None:
    assert (
        last(r"We have $\int_0^1 x\,dx = \frac12$ and so $\int_0^1 x^2\,dx = \frac13$.", tmp_path)[0]
        == "proved"
    )
