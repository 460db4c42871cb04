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
    # ledger dev-600: so do boxes, quotes, and names at the head of a paragraph
    (r"\begin{quote} Let $x > 0$. Then $|x| = x$.\end{quote} Now $|x| = x$ holds.", ["proved", OPEN]),
    (r"\begin{tcolorbox} Let $x > 0$. Then $|x| = x$.\end{tcolorbox} Now $|x| = x$ holds.", ["proved", OPEN]),
    ("\\textbf{Remark.} Let $x > 0$. Then $|x| = x$.\n\nNow $|x| = x$ holds.", ["proved", OPEN]),
    ("\\begin{figure}\\caption{Let $x > 0$.}\\end{figure} Now $|x| = x$ holds.", [OPEN]),
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
    (".. container::\n\n   Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", "proved"),
    # ledger dev-603: notes, block quotes, the second paragraph of a footnote and rows of a table were text
    (".. note::\n\n   Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", OPEN),
    (".. versionadded:: 2.0\n   Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", OPEN),
    (".. container:: example\n\n   Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", OPEN),
    (".. py:class:: A\n\n   Let :math:`s = 2r`.\n\n.. py:class:: B\n\n   We have :math:`s + r = 3r`.", OPEN),
    (".. rubric:: Example\n\nLet :math:`s = 2`.\n\n.. rubric:: Main\n\nWe have :math:`s + r = 2 + r`.", OPEN),
    ("Text.\n\n   Suppose :math:`x > 0`.\n\nWe have :math:`\\sqrt{x^2} = x`.", OPEN),
    ("* Text.\n\n  Suppose :math:`x > 0`.\n\n  We have :math:`\\sqrt{x^2} = x`.", "proved"),
    ("Text [#f]_.\n\n.. [#f] Text.\n\n   Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", OPEN),
    (
        "=============  ==============\nCase           Value\n=============  ==============\n"
        ":math:`x > 0`  :math:`|x| = x`\n=============  ==============\n\nWe have :math:`|x| = x`.",
        OPEN,
    ),
    ("**Remark.** Let :math:`s = 2r`.\n\nWe have :math:`s + r = 3r`.", OPEN),
]


@pytest.mark.parametrize(("text", "expected"), IN_RST)
def test_so_does_a_directive_of_restructuredtext(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path, ".rst")[-1] == expected


X, Y = "Let $x > 0$. Then $|x| = x$.", "We have $\\sqrt{x^2} = x$."
QUOTES = [
    # ledger dev-600: a block quote was text like any other
    (f"> {X}\n\n{Y}", OPEN),
    (f"> **Remark.** {X}\n\n{Y}", OPEN),
    (f"> [!NOTE]\n> {X}\n\n{Y}", OPEN),
    (f"> {X}\n\n> {Y}", "proved"),
    (f"> **Theorem.** {X}\n\n**Proof.** {Y}", "proved"),
    ("> **Definition.** Let $f(x) = x^2$.\n\nWe have $f(2x) = 4f(x)$.", "proved"),
    (f"Let $x > 0$.\n\n> This matters.\n\n{Y}", "proved"),
    # ledger dev-601: so were notes, exercises and the like, and what tags of HTML set apart
    *(
        (f":::{{{name}}}\n{X}\n:::\n\n{Y}", OPEN)
        for name in ("note", "tip", "exercise", "dropdown", "seealso")
    ),
    *(
        (f"::: {name}\n{X}\n:::\n\n{Y}", OPEN)
        for name in ("remark", "{.remark}", "{#exm-a}", "{.callout-note}")
    ),
    (f"```{{exercise-start}}\n```\n{X}\n```{{exercise-end}}\n```\n\n{Y}", OPEN),
    (f"```{{exercise}}\n{X}\n```\n\n```{{solution}} a\n{Y}\n```", "proved"),
    (f":::{{note}} Notation\n{X}\n:::\n\n{Y}", "proved"),
    (f"::: {{.columns}}\n{X}\n:::\n\n{Y}", "proved"),
    (f"!!! note\n    {X}\n\n{Y}", OPEN),
    *((f"<{tag}>\n\n{X}\n\n</{tag[:7].strip()}>\n\n{Y}", OPEN) for tag in ("details", "aside")),
    (f'<div class="alert alert-info">\n{X}\n</div>\n\n{Y}', OPEN),
    (f"<Callout>\n\n{X}\n\n</Callout>\n\n{Y}", OPEN),
    (f"{{% hint %}}\n{X}\n{{% endhint %}}\n\n{Y}", OPEN),
    (f"{{{{< callout >}}}}\n{X}\n{{{{< /callout >}}}}\n\n{Y}", OPEN),
    (f"<Image />\n\n{X}\n\n{Y}", "proved"),
    (f"{{% highlight text %}}\nLet $x > 0$.\n{{% endhighlight %}}\n\n{Y}", "refuted"),
    (f'<div class="column">\n\n{X}\n\n</div>\n\n{Y}', "proved"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_what_a_quote_a_note_or_a_tag_sets_apart(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected


LEADS = [
    # ledger dev-602: "**Remark.**" was a word of a paragraph like others
    (f"**Remark.** {X}\n\n{Y}", OPEN),
    (f"*Remark 3* {X}\n\n{Y}", OPEN),
    (f"Note: {X}\n\n{Y}", OPEN),
    (f"**Remark.** {X}\n\nand we have $\\sqrt{{x^2}} = x$.", "proved"),
    (f"**Remark.** {X}\n\n- {Y}", "proved"),
    (f"**Example.** {X}\n\n{Y}", "proved"),
    (f"**Example.** {X}\n\n**Discussion.** {Y}", OPEN),
    (f"**Example.** {X}\n\n---\n\n{Y}", OPEN),
    (f"**Example.** {X}\n\n## Next\n\n{Y}", OPEN),
    (f"**Theorem 1.** {X}\n\n*Proof.* {Y}", "proved"),
    (f"**Theorem 1.** {X}\n\n*Proof.* Clear. $\\square$\n\n{Y}", OPEN),
    (f"**Definition.** {X}\n\n{Y}", "proved"),
    (f"## Remark\n\n{X}\n\n## Result\n\n{Y}", OPEN),
    (f"## Remark\n\n{X}\n\n### Details\n\n{Y}", "proved"),
    (f"## Remarkable points\n\n{X}\n\n## Result\n\n{Y}", "proved"),
    (f"**A first remark.** {X}\n\n{Y}", OPEN),
    (f"⚠️ **Warning** {X}\n\n{Y}", OPEN),
    (f"Side note: {X}\n\n{Y}", OPEN),
    (f"As an aside, suppose $x > 0$. Then $|x| = x$.\n\n{Y}", OPEN),
    (f"**Proof of Theorem 1.** {X}\n\n**Proof of Theorem 2.** {Y}", OPEN),
    (f"**Toy example** {X}\n\n**Real data** {Y}", OPEN),
    (f"Notice that it works. {X}\n\n{Y}", "proved"),
    ("**Q1.** Let $x = 3$.\n\n**Q2.** We have $x^2 = 9$.", OPEN),
    # ledger dev-604: what a quote supposes within an example held in the rest of it; so did cases of a proof
    (f"## Example\n\nText.\n\n> {X}\n\n{Y}", OPEN),
    (f"**Proof.** *Case 1.* {X}\n\n*Case 2.* {Y}", OPEN),
    (f"**Theorem.** Let $x > 0$.\n\n**Proof.** *Case 1.* Let $y > 0$.\n\n*Case 2.* {Y}", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_what_a_name_at_the_head_of_a_paragraph_begins(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected
