"""**The commands and environments of running text** in LaTeX, by what is done with them."""

from __future__ import annotations

SECTIONS = {
    name: level
    for level, names in enumerate(
        ("part", "chapter", "section", "subsection", "subsubsection", "paragraph subparagraph"), start=1
    )
    for name in names.split()
}
TAKES_IN = {
    "input": ".tex",
    "include": ".tex",
    "subfile": ".tex",
    "usepackage": ".sty",
    "RequirePackage": ".sty",
}
ARGUMENT_DROPPED = frozenset(
    "label ref eqref pageref autoref cref Cref cite citep citet citealp nocite includegraphics vspace hspace "
    "bibliography bibliographystyle url href index setcounter setlength addtocounter documentclass pagestyle "
    "thispagestyle hypersetup graphicspath geometry theoremstyle numberwithin fontsize color".split()
)
"""Commands whose first argument is no text."""

ARGUMENT_OF_BEGIN = frozenset("tabular tabularx minipage multicols thebibliography wrapfigure array".split())

NOTES = frozenset(("footnote", "footnotetext", "marginpar", "thanks"))
"""Commands whose argument is a paragraph by itself."""

STATEMENTS = {
    name: label
    for label, names in {
        "Theorem": "theorem thm Theorem satz",
        "Lemma": "lemma lem Lemma",
        "Proposition": "proposition prop Proposition claim",
        "Corollary": "corollary cor coro Corollary",
        "Exercise": "exercise exer problem question",
        "Example": "example exmp Example",
    }.items()
    for name in names.split()
}
"""Environments of statements, each with the word that is printed before what it says."""

__all__ = ["ARGUMENT_DROPPED", "ARGUMENT_OF_BEGIN", "NOTES", "SECTIONS", "STATEMENTS", "TAKES_IN"]
