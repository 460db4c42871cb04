"""Names that a text introduces anew or sets free: what was said of them before may be over."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> str:
    """The verdict on the last formula of a document."""
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


VALUES = [
    # the words before x^2 = 4, its verdict: ledger dev-170
    ("Let $x = 2$. Then", "proved"),
    ("Let $x = 2$.\n\nAs was said,", "proved"),
    ("Let $x = 2$. For any $x$", "not understood"),
    ("Let $x = 2$. For every real number $x$", "not understood"),
    ("Let $x = 2$.\n\nNow let $x$ be arbitrary.", "not understood"),
    ("Let $x = 2$. Let $x \\in \\mathbb{R}$. Then", "not understood"),
    ("Let $x = 2$. For all $x \\ge 0$", "not understood"),
    ("Let $x = 2$. As $x$ is arbitrary,", "not understood"),
    ("令 $x = 2$。对任意 $x$ 有", "not understood"),
    # a value for what is said next only
    ("With $x = 2$ we get", "proved"),
    ("With $x = 2$ we get $x^3 = 8$.\n\nThere is more:", "not understood"),
    ("With $x = 2$ we get\n\n$$x^3 = 8$$\n\nThere is more:", "not understood"),
    # what is said afterwards holds
    ("Let $x = 3$. For any $x$ it is so. Now let $x = 2$. Then", "proved"),
    ("Let $x = 2$. For any $y$ it is so, and", "proved"),
]


@pytest.mark.parametrize(("words", "status"), VALUES)
def test_a_name_that_is_introduced_anew_has_its_value_no_more(
    words: str, status: str, tmp_path: Path
) -> None:
    assert last(f"{words}\n\n$$x^2 = 4$$", tmp_path) == status


def test_nor_where_a_quantifier_stands_in_the_formula(tmp_path: Path) -> None:
    assert last("Let $x = 2$. Then\n\n$$x^2 = 4 \\quad \\forall x$$", tmp_path) == "not understood"
    words = "\\quad \\text{for all } x \\in \\mathbb{R}"
    assert last(f"Let $x = 2$. Then\n\n$$x^2 = 4 {words}$$", tmp_path) == "not understood"


def test_what_holds_without_the_definition_is_told(tmp_path: Path) -> None:
    words = "Put $c = a + b$. For arbitrary $a, b, c$ we have\n\n"
    assert last(words + "$$c^2 = (a + b)^2$$", tmp_path) == "not understood"
    assert last(words + "$$(c + a)^2 = c^2 + 2 a c + a^2$$", tmp_path) == "proved"


CONDITIONS = [
    # the words before |x| = x, its verdict: ledger dev-171
    ("There is more to say. Hence", "proved"),
    ("For real $x$,", "not understood"),
    ("Drop the assumption that $x > 0$. Then", "not understood"),
    ("Without this assumption", "not understood"),
    ("We now remove the restriction. Then", "not understood"),
    ("We treat the general case. Then", "not understood"),
    ("Regardless of the sign of $x$", "not understood"),
    ("Since $x$ was arbitrary,", "not understood"),
    ("Let now $x \\in \\mathbb{R}$. Then", "refuted"),
    ("Without any doubt", "proved"),
    ("For all $x > 1$", "proved"),
]


@pytest.mark.parametrize(("words", "status"), CONDITIONS)
def test_what_is_assumed_holds_until_it_is_dropped(words: str, status: str, tmp_path: Path) -> None:
    assert last(f"Let $x > 0$.\n\n$$x |x| = x^2$$\n\n{words}\n\n$$|x| = x$$", tmp_path) == status
