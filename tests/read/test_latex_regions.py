"""LaTeX: formulas of all kinds with their places, the author's own commands, and files taken in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from manuscript_helpers import expected, found, manuscript

from verify_derivations.manuscript import Prose, Role
from verify_derivations.read.manuscripts import read_manuscript

DOCUMENTS = {
    "delimiters and environments": (
        r"""Let $a$ and \(b\) be in
\[ c \]
$$d$$
\begin{equation}\label{eq:e}
  e = f
\end{equation}
\begin{align*} g &= h \\ &= i \end{align*}
and \begin{math}j\end{math}.
""",
        r"""
        1:6 inline a
        1:15 inline b
        2:4 display c
        3:3 display d
        4:1 display \begin{equation}\label{eq:e} e = f \end{equation}
        7:1 display \begin{align*} g &= h \\ &= i \end{align*}
        8:5 inline \begin{math}j\end{math}
        """,
    ),
    "comments, verbatim and money are no mathematics": (
        r"""% $a$ \begin{align}
A price of \$5 and 5\% \verb|$b$| of it.
\begin{verbatim}
$c$ \[ d \]
\end{verbatim}
\begin{lstlisting}[language=TeX]
$$e$$
\end{lstlisting}
\iffalse
$f$
\fi
\begin{tikzpicture} \node {$g$}; \end{tikzpicture}
\url{http://x.org/$h$} \href{http://x.org}{of $i$}
$j % a comment with $ in it
 + k$
""",
        r"""
        13:48 inline i
        14:2 inline j + k
        """,
    ),
    "only the document is read": (
        r"""\documentclass{article}
\newcommand{\x}{$a$}
\title{The $\sigma$ function}
\begin{document}
$b$
\end{document}
$c$
""",
        "5:2 inline b",
    ),
    "text in text is no end": (
        r"$x \text{ if $y$}$ and $z$",
        r"""
        1:2 inline x \text{ if $y$}
        1:25 inline z
        """,
    ),
    "the author's commands, with arguments": (
        r"""\newcommand{\R}{\mathbb{R}}
\newcommand\norm[1]{\left\| #1 \right\|}
\newcommand{\pd}[2][f]{\frac{\partial #1}{\partial #2}}
\renewcommand*{\vec}[1]{\mathbf{#1}}
\DeclareMathOperator*{\argmin}{arg\,min}
\DeclareMathOperator{\tr}{tr}
\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}
\def\half{\frac12}
\def\at#1#2{#1|_{#2}}
\let\eps=\varepsilon
\let\vv\vec
\providecommand{\R}{Z}
$\R^n$ $\norm{x}$ $\pd{x}$ $\pd[g]{y}$ $\vec x$ $\vv{y}$ $\argmin_x f$ $\tr A$
$\abs{a} + \abs*{b}$ $\half x$ $\at fx$ $\eps$ $\norm{\pd{\vec{z}}}$
""",
        r"""
        13:2 inline \mathbb{R}^n
        13:9 inline \left\| x \right\|
        13:20 inline \frac{\partial f}{\partial x}
        13:29 inline \frac{\partial g}{\partial y}
        13:41 inline \mathbf{x}
        13:50 inline \mathbf{y}
        13:59 inline \operatorname*{arg\,min}_x f
        13:73 inline \operatorname{tr} A
        14:2 inline \lvert a \rvert + \left\lvert b \right\rvert
        14:23 inline \frac12 x
        14:33 inline f|_{x}
        14:42 inline \varepsilon
        14:49 inline \left\| \frac{\partial f}{\partial \mathbf{z}} \right\|
        """,
    ),
    "the author's commands that open and close a formula": (
        r"""\def\be{\begin{equation}} \def\ee{\end{equation}}
\newenvironment{eqs}{\begin{align}}{\end{align}}
\newcommand{\R}{\ensuremath{\mathbb{R}}}
In \R we have \be a = b \ee and
\begin{eqs}
c &= d
\end{eqs}
in $\R$ or \ensuremath{e}.
""",
        r"""
        4:4 inline \mathbb{R}
        4:15 display \begin{equation} a = b \end{equation}
        5:1 display \begin{align} c &= d \end{align}
        8:5 inline \mathbb{R}
        8:24 inline e
        """,
    ),
    "what is defined in a group ends with it": (
        r"""\def\x{a} {\def\x{b} $\x$ {\gdef\y{c}} $\y$} $\x\y$
\begin{proof}
\renewcommand{\x}{d} $\x$
\end{proof}
$\x \def\x{e}$ $\x$ } \end{proof} $\x$
""",
        r"""
        1:23 inline b
        1:41 inline c
        1:47 inline ac
        3:23 inline d
        5:2 inline a
        5:17 inline a
        5:36 inline a
        """,
    ),
    "a command under its old name": (
        r"""\let\oldvec\vec \renewcommand{\vec}[1]{\oldvec{\mathbf{#1}}} \let\newvec\vec
\renewcommand{\vec}[1]{v} \DeclarePairedDelimiter{\norm}{\|}{\|}
$\newvec{x} \vec{y}$ $\norm[\big]{a} + \norm*{b}$
""",
        r"""
        3:2 inline \vec{\mathbf{x}} v
        3:23 inline \| a \| + \left\| b \right\|
        """,
    ),
    "annotations": (
        r"""% vd: let $a=\sigma(z)$
Text. % not one of ours
\begin{align}
a &= b \\ % vd: expect refuted: the 2 is missing
  &= c
\end{align} % vd: ignore: told later
""",
        r"""
        1:1 annotation let $a=\sigma(z)$
        3:1 display \begin{align} a &= b \\ &= c \end{align}
        4:11 annotation expect refuted: the 2 is missing
        6:13 annotation ignore: told later
        """,
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_found(name: str, tmp_path: Path) -> None:
    text, table = DOCUMENTS[name]
    assert found(tmp_path, text, ".tex") == expected(table)


UNCLOSED = {
    "a dollar sign": (
        "Let $x be what we call it in words.\n\nThen $y$.\n",
        ["3:7 inline y", "1:5 VD401 the formula that $ opens is never closed"],
    ),
    "a bracket": (
        "\\[ a = b\n\nThen \\[ c \\]\n",
        ["3:9 display c", "1:1 VD401 the formula that \\[ opens is never closed"],
    ),
    "an environment": (
        "\\begin{align} a\n\n\\begin{align} b \\end{align}\n",
        [
            "3:1 display \\begin{align} b \\end{align}",
            "1:1 VD401 the formula that \\begin{align} opens is never closed",
        ],
    ),
    "two dollar signs": (
        "$$ a\n\nThis is a text of words.\n\n$$ b $$\n",
        ["5:4 display b", "1:1 VD401 the formula that $$ opens is never closed"],
    ),
    "a command of the author's": (
        "\\def\\be{\\begin{equation}}\n\\be a\n",
        ["2:1 VD401 the formula that \\be opens is never closed"],
    ),
}


@pytest.mark.parametrize("name", UNCLOSED)
def test_a_formula_that_is_never_closed_harms_no_other(name: str, tmp_path: Path) -> None:
    text, lines = UNCLOSED[name]
    assert found(tmp_path, text, ".tex") == lines


def test_places_lead_through_the_authors_commands(tmp_path: Path) -> None:
    r"""What `\sq` brings in is at `\sq`; its argument is where it was written."""
    text = "\\newcommand{\\sq}[1]{(#1)^2}\n$a + \\sq{bc}$\n"
    [region] = manuscript(tmp_path, text, ".tex").regions()
    assert region.latex == "a + (bc)^2"
    lines = text.split("\n")
    for what, where in (("a", "a"), ("(", "\\sq"), ("bc", "bc"), (")^2", "\\sq"), ("+ (bc", "+ \\sq{bc")):
        start = region.latex.index(what)
        span = region.span(start, start + len(what))
        assert lines[span.line - 1][span.column - 1 : (span.end_column or 0) - 1] == where


BAD_COMMANDS = {
    "it needs itself": (r"\def\x{\x}", r"\x stands for too much"),
    "it needs itself, by another": (r"\def\x{\y a}\def\y{\x b}", "stands for too much"),
    "it doubles at every turn": (
        "".join(
            rf"\def\{a}{{\{b}\{b}}}"
            for a, b in zip("xbcdefghijklmnopqrst", "bcdefghijklmnopqrstu", strict=True)
        ),
        "stands for too much",
    ),
    "its argument doubles": (
        r"\def\x{\y{\y{\y{\y{\y{\y{\y a}}}}}}}\def\y#1{#1#1#1#1#1#1#1#1}",
        "stands for too much",
    ),
    "an argument is missing": (r"\newcommand{\x}[2]{#1#2}", r"\x takes 2 arguments, and 0 are given"),
    "it uses what it does not take": (r"\newcommand{\x}{#1}", r"\x uses #1, which it does not take"),
    "its argument ends at a text": (r"\def\x#1;{#1}", r"\x is defined with arguments that end at a text"),
}


@pytest.mark.parametrize("name", BAD_COMMANDS)
def test_a_command_that_cannot_be_put_in_is_told_of_at_its_place(name: str, tmp_path: Path) -> None:
    definition, reason = BAD_COMMANDS[name]
    read = manuscript(tmp_path, f"{definition}\n\n$a + \\x$ and $b$\n", ".tex")
    bad, good = read.regions()
    assert bad.problem is not None
    assert bad.latex == "a + \\x"
    assert good.problem is None
    [message] = read.diagnostics
    assert (message.code, str(message.span).rpartition(":d")[2].rpartition("tex:")[2]) == ("VD402", "3:6")
    assert reason in message.message


def test_files_are_taken_in_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "one.tex").write_text("One $\\R$.\n\\input{chapters/two}\n", encoding="utf-8")
    (tmp_path / "chapters" / "two.tex").write_text("Two $b$.\n", encoding="utf-8")
    (tmp_path / "own.sty").write_text("\\newcommand{\\R}{\\mathbb{R}}\n", encoding="utf-8")
    text = (
        "\\documentclass{book}\n\\usepackage{amsmath,own}\n\\begin{document}\n"
        "$a$ \\input{chapters/one.tex}\n$c$\n\\end{document}\n"
    )
    lines = found(tmp_path, text, ".tex")
    assert [line.removeprefix(f"{tmp_path}{os.sep}") for line in lines] == [
        "4:2 inline a",
        os.path.join("chapters", "one.tex") + ":1:6 inline \\mathbb{R}",
        os.path.join("chapters", "two.tex") + ":1:6 inline b",
        "5:2 inline c",
    ]


NOT_TAKEN_IN = {
    "missing": "missing is not read: there is no such file",
    "../outside": "../outside is not read: it lies outside of the folder of the document",
    "/etc/hostname": "/etc/hostname is not read: it lies outside of the folder of the document",
    "link": "link is not read: it leads out of the folder of the document",
    "document": "document is not read: it is being read already; the files take in each other in a circle",
    "circle": "document is not read: it is being read already; the files take in each other in a circle",
}


@pytest.mark.parametrize("name", NOT_TAKEN_IN)
def test_what_is_not_taken_in_is_told_of(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "outside.tex").write_text("$secret$", encoding="utf-8")
    (folder / "link.tex").symlink_to(tmp_path / "outside.tex")
    (folder / "circle.tex").write_text("\\input{document}", encoding="utf-8")
    read = manuscript(folder, f"$a$ \\input{{{name}}} $b$", ".tex")
    assert [region.latex for region in read.regions()] == ["a", "b"]
    assert [(message.code, message.message) for message in read.diagnostics] == [
        ("VD403", NOT_TAKEN_IN[name])
    ]


def test_files_that_take_in_ever_more_come_to_an_end(tmp_path: Path) -> None:
    for number in range(30):
        text = f"\\input{{f{number + 1}}}\\input{{f{number + 1}}}"
        (tmp_path / f"f{number}.tex").write_text(text, encoding="utf-8")
    (tmp_path / "f30.tex").write_text("$a$", encoding="utf-8")
    read = read_manuscript(str(tmp_path / "f0.tex"))
    assert len(read.sources) < 1000
    assert any("takes in more than" in message.message for message in read.diagnostics)


def test_prose_keeps_words_and_formulas_in_order(tmp_path: Path) -> None:
    text = (
        "\\section{Of $x$}\nWe \\emph{let} $W\\in\\R$, where~\\cite{me}\n\\[ a = b \\]\nholds.\n\n"
        "\\begin{itemize}\\item One $c$.\\item Two.\\end{itemize}\n"
    )
    prose = [block for block in manuscript(tmp_path, text, ".tex").blocks if isinstance(block, Prose)]
    assert [(block.role, block.level, block.continued, block.text) for block in prose] == [
        (Role.HEADING, 3, False, "Of $x$"),
        (Role.PARAGRAPH, 0, False, "We let $W\\in\\R$, where~"),
        (Role.PARAGRAPH, 0, True, "holds."),
        (Role.ITEM, 0, False, "One $c$."),
        (Role.ITEM, 0, False, "Two."),
    ]
