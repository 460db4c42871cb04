"""Documents end to end: what they say, what each formula is, its verdict and its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.elaborate.document.verbs import VERBS
from verify_derivations.model import Kind, Status
from verify_derivations.read.formulas import NEARLY as NEARLY_ONE
from verify_derivations.read.paths import read_paths
from verify_derivations.results import Report


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str, name: str = "notes.md") -> Report:
    Path(name).write_text(text, encoding="utf-8")
    return check_documents(read_paths([name]), seconds=5)


def verdicts(text: str, name: str = "notes.md") -> list[str]:
    """What is said of each statement: its verdict, or what it is if it claims nothing."""
    return [str(result.status or result.step.kind) for result in checked(text, name).steps()]


def reason(text: str) -> str:
    [result] = [r for r in checked(text).steps() if r.status is Status.NOT_UNDERSTOOD]
    assert result.verdict is not None
    return result.verdict.reason


# ---- one document in all formats -----------------------------------------------------------------------
CHAIN = r"""\begin{aligned}
\sigma'(z) &= \frac{e^{-z}}{(1+e^{-z})^2} \\
  &= \sigma(z)(1-\sigma(z)) \\
  &= \sigma(z)(1+\sigma(z))
\end{aligned}"""

LET = r"Let $\sigma(z) = \frac{1}{1+e^{-z}}$. Its derivative is"

DOCUMENTS = {
    "notes.md": f"# Sigmoid\n\n{LET}\n\n$$\n{CHAIN}\n$$\n",
    "paper.tex": f"\\begin{{document}}\n{LET}\n\\[\n{CHAIN}\n\\]\n\\end{{document}}\n",
    "page.rst": "Let :math:`\\sigma(z) = \\frac{1}{1+e^{-z}}`. Its derivative is\n\n.. math::\n\n"
    + "".join(f"   {line}\n" for line in CHAIN.splitlines()),
    "scraped.txt": f"Sigmoid\n\n{LET}\n\n$${CHAIN}$$\n",
    "notebook.ipynb": json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {},
            "cells": [
                {"cell_type": "code", "source": ["x = 1"], "outputs": [], "metadata": {}, "id": "a"},
                {
                    "cell_type": "markdown",
                    "source": [f"{LET}\n\n$$\n{CHAIN}\n$$\n"],
                    "metadata": {},
                    "id": "b",
                },
            ],
        }
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_chain_with_an_error_in_every_format(name: str) -> None:
    report = checked(DOCUMENTS[name], name)
    found = [str(result.status or result.step.kind) for result in report.steps()]
    assert found == ["definition", "proved", "proved", "refuted"]
    wrong = [result for result in report.steps() if result.status is Status.REFUTED]
    assert not report.all_diagnostics()
    [step] = [result.step for result in wrong]
    source = DOCUMENTS[name]
    if name.endswith(".ipynb"):
        assert step.span.cell == 2
        source = json.loads(source)["cells"][1]["source"][0]
    line = source.splitlines()[step.span.line - 1]
    assert line[step.span.column - 1 :].startswith(r"= \sigma(z)(1+\sigma(z))")


def test_every_formula_of_a_file_that_is_put_in_is_read() -> None:
    # the formulas of two files begin at the same place in each
    Path("one.tex").write_text("We have $1+1=2$.\n", encoding="utf-8")
    Path("two.tex").write_text("We have $1+1=3$.\n", encoding="utf-8")
    text = "\\documentclass{article}\\begin{document}\n\\input{one}\n\n\\input{two}\n\\end{document}\n"
    found = [(str(r.status), r.step.span.path) for r in checked(text, "notes.tex").steps()]
    assert found == [("proved", "one.tex"), ("refuted", "two.tex")]


# ---- what a formula is -----------------------------------------------------------------------------------
KINDS = [
    # definitions
    ("$$ L = (a - y)^2 $$", ["definition"]),
    ("$$ f(x) := x^2 $$\n\n$$ f(x) - x^2 = (x-x) $$", ["definition", "proved"]),
    ("$$ L = (a - y)^2 = a^2 - 2ay + y^2 $$", ["definition", "proved"]),
    ("where $a = b + 1$.\n\n$$ a^2 = b^2 + 2b + 1 $$", ["definition", "proved"]),
    ("其中 $a = b + 1$，\n\n$$ a^2 = b^2 + 2b + 1 $$", ["definition", "proved"]),
    # a name that is defined again in another section
    ("# A\n\n$$ a = 1 + b $$\n\n# B\n\n$$ a = 2 + b $$\n\n$$ a - 2 = b $$", ["definition"] * 2 + ["proved"]),
    # what claims nothing
    ("$$ x^2 - 2 = 0 $$", ["condition"]),
    ("We want to solve\n\n$$ x^2 = 2x - 1 $$", ["condition"]),
    (r"$$ w \leftarrow w - \eta g $$", ["update rule"]),
    (r"$$ w := w - \eta g $$", ["update rule"]),
    (r"$$ p \propto q^2 $$", ["proportionality"]),
    (r"$$ S = 1 + 2 + \dots + n $$", ["definition"]),
    (r"$$ (1 + x) = 1 + \dots + x = x + 1 $$", ["not understood", "proved"]),
    # restrictions in prose, before and behind
    ("For $x > 0$ we have\n\n$$ \\sqrt{x^2} = x $$", ["proved"]),
    ("$$ \\sqrt{x^2} = x $$\nfor $x > 0$.", ["proved"]),
    ("$$ \\sqrt{x^2} = x \\quad \\text{if } x > 0 $$", ["proved"]),
    ("$$ \\sqrt{x^2} = x $$", ["refuted"]),
    # a chain over several displays
    ("$$ (x+1)^2 = x^2 + 2x + 1 $$\n\n$$ = x^2 + 2x + 2 $$", ["proved", "refuted"]),
    # a line that cannot be read does not stop the rest
    (r"$$ \mathrm{E}[X] = x(x+1) = x^2 + x $$", ["not understood", "proved"]),
    # shapes
    ("Let $u, v \\in \\mathbb{R}^n$.\n\n$$ u^\\top v = v^\\top u $$", ["proved"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_what_a_formula_is(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_an_error_that_is_undone_is_told() -> None:
    text = "$$ (p-q)^2 = p^2 - 2pq - q^2 = p^2 - 2pq + q^2 $$"
    assert [str(r.origin) for r in checked(text).steps()] == ["introduced here", "repaired here"]


# ---- never a silent guess ----------------------------------------------------------------------------------
DOUBTS = [
    ("$$ (x + y)^2 = x^2 + 2 x z + y^2 $$", "stands on the right side only"),
    (r"$$ \frac{s}{n} + \bar{x} = \frac{s}{n} + 2 \bar{x} + x $$", "is made from x"),
    ("$$ f(x) + f(y) = f(x + y) $$", "particular function"),
    ("# T\n\n$$ x + y = y + x $$\n\nAt $x = y$ we get\n\n$$ x^2 + y = y^2 + x $$", "stands nearby"),
    ("$$ 0.33 x = 1.01 x - 1.00 x $$", "rounded"),
    ("$$ p + q = q - p $$\n\n# Later\n\n$$ p = r - r $$", "is what line 5 says it is"),
    ("Let $X \\sim \\mathrm{Dir}(a)$.\n\n$$ 2 X + y = X - y $$", "random"),
]


@pytest.mark.parametrize(("text", "words"), DOUBTS)
def test_what_cannot_be_ruled_out_is_not_refuted(text: str, words: str) -> None:
    assert words in reason(text)


def test_a_formula_that_could_not_be_made_ready_claims_nothing() -> None:
    text = "\\def\\x{\\x\\x}\n\\begin{document}\n$$ \\x = 1 $$\n\\end{document}"
    report = checked(text, "paper.tex")
    assert all(result.step.claim is None for result in report.steps())
    assert report.all_diagnostics()


# ---- annotations -------------------------------------------------------------------------------------------
FENCE = re.compile(r"^```(markdown|latex|rst|json|text)\n(.*?)^```", re.DOTALL | re.MULTILINE)
NAMES = {"markdown": "a.md", "latex": "a.tex", "rst": "a.rst", "json": "a.ipynb", "text": "a.txt"}
PAGE = Path(__file__).parents[2] / "docs" / "annotations.md"
EXAMPLES = FENCE.findall(PAGE.read_text(encoding="utf-8"))


def test_the_page_has_an_example_for_each_format() -> None:
    assert [language for language, _ in EXAMPLES] == ["markdown", "latex", "rst", "json", "text"]


@pytest.mark.parametrize(("language", "text"), EXAMPLES)
def test_the_examples_of_the_page_are_as_expected(language: str, text: str) -> None:
    report = checked(text, NAMES[language])
    assert not report.all_diagnostics()
    assert report.as_expected
    assert any(result.status is not None for result in report.steps())


@pytest.mark.parametrize(("language", "text"), EXAMPLES)
def test_without_its_annotations_an_example_is_not(language: str, text: str) -> None:
    assert not checked(re.sub(r"vd:.*?(?=-->|\n)", "", text), NAMES[language]).as_expected


PROBLEMS = [
    ("lett $x = 1$", "VD405", "is not understood"),
    ("let $x$", "VD405", "no relation"),
    (r"let $x \approx 1$", "VD405", "let defines"),
    (r"let $x = \left($", "VD405", "is not read"),
    (r"$x \in \mathcal{Q}$", "VD405", "declares nothing"),
    ("expect refuted", "VD206", "no reason"),
    ("ignore:", "VD206", "no reason"),
    ("expect greatness: hope", "VD405", "expects nothing"),
    ("constant $c$", "VD406", "nothing that is checked uses"),
    ("hello", "VD405", "is not understood"),
    ("", "VD405", "says nothing"),
    ("assume $x >$", "VD405", "something is missing beside >"),
    ("let $x = $", "VD405", "something is missing beside ="),
    (r"assume $\foo{x} > 0$", "VD405", r"what is assumed is not read: the command \foo"),
]


NEARLY = [
    "vd assume $x > 0$",
    "vd : assume $x > 0$",
    "VD: assume $x > 0$",
    "Vd: assume $x > 0$",
    "vd, assume $x > 0$",
    "vd： assume $x > 0$",
    "vd $x > 0$",
    "VD:",
]


@pytest.mark.parametrize("suffix", [".md", ".tex", ".rst", ".txt"])
@pytest.mark.parametrize("words", NEARLY)
def test_a_comment_that_is_nearly_an_annotation_is_told(words: str, suffix: str) -> None:
    comment = {".md": "<!-- {} -->", ".rst": ".. {}"}.get(suffix, "% {}").format(words)
    found = checked(f"Title\n\n{comment}\n\nSo we are done.", f"notes{suffix}").all_diagnostics()
    [diagnostic] = [one for one in found if one.code == "VD405"]
    assert "does not begin with vd:" in diagnostic.message
    assert diagnostic.span is not None
    assert diagnostic.span.line == 3


NO_ANNOTATIONS = ["vd hello", "vdx: let", "a vd: let $x = 1$", "vd is the velocity"]


@pytest.mark.parametrize("words", NO_ANNOTATIONS)
def test_other_comments_are_none_of_ours(words: str) -> None:
    assert not checked(f"# Title\n\n<!-- {words} -->\n\nSo.").all_diagnostics()


def test_each_word_of_annotations_is_known_where_they_are_looked_for() -> None:
    assert all(NEARLY_ONE.match(f"vd {word} $x$") for word in (*VERBS, "expect", "ignore"))


SEVERAL = [
    "constant $x$, $y$",
    "constant $x$ and $y$",
    "constant $x$, and $y$",
    "$x \\in \\mathbb R$, $y \\in \\mathbb R$",
]


@pytest.mark.parametrize("words", SEVERAL)
def test_several_names_stand_behind_one_word(words: str) -> None:
    report = checked(f"<!-- vd: {words} -->\n\n$$x + y = 2x + y$$")
    assert not report.all_diagnostics()
    assert [result.status for result in report.steps()] == [Status.REFUTED]


def test_an_annotation_with_a_formula_stands_behind_a_row() -> None:
    report = checked("$$\n\\log x^2 = 2\\log x % vd: assume $x > 0$\n$$")
    assert not report.all_diagnostics()
    assert [result.status for result in report.steps()] == [Status.PROVED]


@pytest.mark.parametrize(("words", "code", "message"), PROBLEMS)
def test_an_annotation_that_does_not_work_is_an_error(words: str, code: str, message: str) -> None:
    [diagnostic] = checked(f"# Title\n\n<!-- vd: {words} -->\n\n$$ x + x = 2x $$").all_diagnostics()
    assert diagnostic.code == code
    assert message in diagnostic.message
    assert diagnostic.span is not None
    assert diagnostic.span.line == 3


def test_an_expectation_without_a_formula_is_an_error() -> None:
    [diagnostic] = checked("$$ x = x $$\n\n<!-- vd: expect refuted: a slip -->").all_diagnostics()
    assert (diagnostic.code, diagnostic.message) == ("VD406", "no formula follows this annotation")


def test_an_expectation_that_is_wrong_is_told() -> None:
    report = checked("<!-- vd: expect refuted: a slip -->\n\n$$ x + x = 2x $$")
    assert not report.as_expected
    [result] = report.steps()
    assert result.status is Status.PROVED


def test_a_line_that_carries_on_an_expected_error_is_expected_to() -> None:
    text = "$$\n(p-q)^2 = p^2 - q^2 % vd: expect refuted: a term\n= p^2 - q^2 + 0\n$$"
    report = checked(text)
    assert [str(result.status) for result in report.steps()] == ["refuted", "refuted"]
    assert report.as_expected


def test_ignored_formulas_are_shown_as_such() -> None:
    [result] = checked("<!-- vd: ignore: a slogan -->\n\n$$ 1 = 2 $$").steps()
    assert result.step.kind is Kind.NO_CLAIM
    assert "a slogan" in result.step.note
