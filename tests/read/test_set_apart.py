"""Theorems, examples and proofs in LaTeX: what is supposed in one holds in it, and in its proof."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

PREAMBLE = r"""\documentclass{article}
\newtheorem{theorem}{Theorem}
\newtheorem{rem}[theorem]{Remark}
\newtheorem*{aufg}{Aufgabe}
\newtheorem{dfn}{Definition}
\begin{document}
"""
OPEN = "not understood"
THEOREM = r"\begin{theorem} Let $x > 0$ and $y = 2x$. Then $|x| = x$.\end{theorem}"
PROOF = r"\begin{proof} We have $|x| = x$ and $x + y = 3x$.\end{proof}"

ENVIRONMENTS = [
    # ledger dev-580: environments were paragraphs, and what one said held in all that follow
    (THEOREM + " We have $|x| = x$ and $x + y = 3x$.", ["proved", OPEN, OPEN]),
    (THEOREM + r"\section{Next} We have $|x| = x$ and $x + y = 3x$.", ["proved", OPEN, OPEN]),
    (THEOREM + r"\begin{rem} We have $|x| = x$.\end{rem}", ["proved", OPEN]),
    (
        r"\begin{aufg} Let $x = 3$. Then $x^2 = 9$.\end{aufg} \begin{aufg} We have $x^2 = 9$.\end{aufg}",
        ["proved", OPEN],
    ),
    (
        r"\begin{example} Let $x > 0$. Then $|x| = x$.\end{example} Now $|x| = x$ holds.",
        ["proved", OPEN],
    ),
    (
        r"\begin{theorem} Let $f(x) = x^2$.\end{theorem} \begin{theorem} Now $f(2x) = 4f(x)$.\end{theorem}",
        [OPEN],
    ),
    (
        r"\begin{proof} Let $x > 0$. Then $|x| = x$.\end{proof} \begin{proof} Now $|x| = x$.\end{proof}",
        ["proved", OPEN],
    ),
    # a proof goes on with its statement, whatever stands between
    (THEOREM + PROOF, ["proved"] * 3),
    (THEOREM + " Here is a proof. " + PROOF, ["proved"] * 3),
    (THEOREM + PROOF + PROOF, ["proved"] * 5),
    (THEOREM + PROOF + " Now $|x| = x$ holds.", ["proved"] * 3 + [OPEN]),
    # what is said before them, or defined in a definition, goes on; functions are spoken of behind them
    (r"Let $x > 0$. \begin{theorem} We have $|x| = x$.\end{theorem} So $|x| = x$ holds.", ["proved"] * 2),
    (
        r"\begin{dfn} Let $f(x) = x^2$.\end{dfn} \begin{theorem} We have $f(2x) = 4f(x)$.\end{theorem}",
        ["proved"],
    ),
    (r"\begin{theorem} Let $f(x) = x^2$.\end{theorem} We use $f(2x) = 4f(x)$ again.", ["proved"]),
]


@pytest.mark.parametrize(("text", "expected"), ENVIRONMENTS)
def test_what_a_statement_supposes_holds_in_it(text: str, expected: list[str], tmp_path: Path) -> None:
    found = told(f"{PREAMBLE}{text}\n\\end{{document}}", tmp_path, ".tex")
    assert [one for one in found if one not in ("definition", "declared", "condition")] == expected


ITEMS = [
    # ledger dev-581: a formula that is all of an item was a display of the item before
    ("1. If $x > 0$, then $|x| = x$.\n2. $|x| = x$.", ".md"),
    ("- If $x > 0$, then $|x| = x$.\n- $|x| = x$", ".md"),
    (r"\begin{itemize}\item If $x > 0$, then $|x| = x$. \item $|x| = x$.\end{itemize}", ".tex"),
]


@pytest.mark.parametrize(("text", "suffix"), ITEMS)
def test_a_formula_that_is_an_item(text: str, suffix: str, tmp_path: Path) -> None:
    assert told(text, tmp_path, suffix)[-2:] == ["proved", OPEN]


DIRECTIVES = [
    # ledger dev-593: in MyST a statement was text like any other
    (
        ":::{prf:theorem} Of x\nSuppose $x > 0$. Then $|x| = x$.\n:::\n\nWe have $\\sqrt{x^2} = x$.",
        "not understood",
    ),
    ("```{prf:example}\nLet $y = 2z$. Then $y + z = 3z$.\n```\n\nWe have $y + 2z = 4z$.", "not understood"),
    (":::{prf:definition}\nLet $s = 2r$.\n:::\n\nWe have $s + r = 3r$.", "proved"),
    (":::{prf:lemma}\nLet $a = 2b$.\n:::\n\n:::{prf:proof}\nIndeed $a + b = 2b + b$.\n:::", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), DIRECTIVES)
def test_a_directive_sets_a_statement_apart(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected


IN_RST = [
    (
        ".. prf:theorem:: Of x\n\n   Suppose :math:`x > 0`.\n\nWe have :math:`\\sqrt{x^2} = x`.",
        OPEN,
    ),
    (".. admonition:: Example\n\n   Let :math:`y = 2z`.\n\nWe have :math:`y + 2z = 4z`.", OPEN),
    (".. note::\n\n   Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), IN_RST)
def test_so_does_a_directive_of_restructuredtext(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path, ".rst")[-1] == expected
