"""The letter of a known function: an equation defines another one by it only where words say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def verdicts(text: str, folder: Path) -> list[str]:
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    found = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(step.status or step.step.kind) for step in found]


ROWS = [
    # what is said of Gamma, and then of its values; ledger dev-257
    (r"We have $\Gamma(n) = (n-1)!$. Then $\Gamma(5) = 24$.", ["proved", "proved"]),
    (r"We have $\Gamma(n) = n!$. Then $\Gamma(5) = 24$.", ["not understood", "not understood"]),
    (r"Recall that $\Gamma(n) = n!$. Then $\Gamma(5) = 24$.", ["not understood", "proved"]),
    (r"$$\Gamma(n) = n!$$ and hence $$\Gamma(5) = 24$$", ["not understood", "not understood"]),
    (
        r"Recall that $\Gamma(z) = \int_0^\infty t^{z-1} e^{-t} dt$. Then $\Gamma(5) = 24$.",
        ["undecided", "proved"],
    ),
    (
        r"The coefficient is $\Gamma(x) = \frac{1-x}{1+x}$. So $\Gamma(0) = 1$.",
        ["not understood", "not understood"],
    ),
    # the author says that it is defined
    (r"Let $\Gamma(n) = n!$. Then $\Gamma(5) = 120$.", ["definition", "proved"]),
    (r"We define $$\Gamma(x) = \frac{1-x}{1+x}.$$ So $\Gamma(0) = 1$.", ["definition", "proved"]),
    (r"Then $\Gamma(5) = 25$.", ["refuted"]),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_gamma_is_the_known_function_unless_it_is_defined(
    text: str, found: list[str], tmp_path: Path
) -> None:
    assert verdicts(text, tmp_path) == found
