"""**The commands and environments of running text** in LaTeX, by what is done with them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verify_derivations.manuscript import Enclosure

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

NOTES = frozenset(("footnote", "footnotetext", "marginpar", "thanks", "caption", "subcaption", "todo"))
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

SET_APART = (
    r"(?:theorem|thm|satz|lemma|lem|proposition|prop|claim|corollary|coro?|exercise|exer|problem|question|"
    r"example|exmp|exa|ex|remark|rem|rmk|observation|conjecture|fact|case|counterexample|"
    r"quote|quotation|displayquote|exampleblock|alertblock|block|tcolorbox|mdframed|framed|shaded|leftbar)"
)
"""Environments in which something is supposed that holds there only."""

PROOFS = re.compile(r"proof\w*|pf|beweis|solutions?|sol|answer|hint|loesung", re.IGNORECASE)
"""Environments that belong to a statement before them."""

LASTING = re.compile(
    r"\b(?:def\w*|dfn|notations?|not|assumptions?|ass|asm|assum\w*|setting\w*|set-?up|conventions?|conv|axioms?|"
    r"models?|hypothes[ie]s|hyp|conditions?|preliminar\w+|Annahmen?|Bezeichnung\w*|Voraussetzung\w*)\b"
    r"|定义|记号|假设|约定|公理",
    re.IGNORECASE,
)
"""Names and titles of environments whose words hold below them, too."""

NEW_STATEMENT = re.compile(
    r"\\(?:newtheorem\*?|newmdtheoremenv|spnewtheorem\*?)\s*\{\s*(?P<name>[^{}]+?)\s*\}\s*(?:\[[^\]]*\]\s*)?"
    r"\{(?P<title>[^{}]*)\}"
    r"|\\(?:declaretheorem|newtcbtheorem)\s*(?:\[(?P<options>[^\]]*)\]\s*)?\{\s*(?P<other>[^{}]+?)\s*\}"
)
"""How an author makes such an environment."""


def kind_of_environment(name: str, own: Mapping[str, str]) -> Enclosure | None:
    """What the environment of this name sets apart, if it does.

    Args:
        name: of the environment, without a star.
        own: the environments that the author makes, with their titles.

    >>> kind_of_environment("lemma", {}), kind_of_environment("aufg", {"aufg": "Aufgabe"})
    (<Enclosure.STATEMENT: 'statement'>, <Enclosure.STATEMENT: 'statement'>)
    >>> kind_of_environment("definition", {"definition": "Definition"}) is None
    True
    >>> kind_of_environment("proof", {})
    <Enclosure.PROOF: 'proof'>
    """
    if LASTING.search(name) or LASTING.search(own.get(name, "")):
        return None
    if PROOFS.fullmatch(name) or PROOFS.fullmatch(own.get(name, "")):
        return Enclosure.PROOF
    return Enclosure.STATEMENT if name in own or re.fullmatch(SET_APART, name, re.I) else None


LAYOUT = frozenset(
    "container compound class rst-class cssclass grid grid-item grid-item-card card "
    "card-body card-header card-carousel tab-set tabs figure centered highlights hlist div glossary rubric "
    "sectionauthor moduleauthor math button-ref button-link line-block block main body section article "
    "part chapter".split()
)
"""Directives that say how something looks, or what words mean."""

ADMONITIONS = frozenset(
    "note tip hint important warning caution danger attention error seealso todo dropdown topic sidebar "
    "aside admonition details callout callout-note callout-tip callout-important callout-warning "
    "callout-caution epigraph pull-quote tab-item tab info abstract summary quote box "
    "conjecture criterion algorithm exercise problem alert alert-block alert-info alert-success "
    "alert-warning alert-danger remark-box notice expand expandable accordion accordionitem infobox".split()
)
"""Directives in which something is said beside the text."""

TITLED = frozenset(("admonition", "dropdown", "topic", "details", "tab-item", "tab", "sidebar", "box"))
"""Those whose title says what they are."""

ALL_OF_QUARTO = {
    "thm": "theorem",
    "lem": "lemma",
    "cor": "corollary",
    "prp": "proposition",
    "cnj": "conjecture",
}
ALL_OF_QUARTO |= {
    "def": "definition",
    "exm": "example",
    "exr": "exercise",
    "rem": "remark",
    "sol": "solution",
}
"""What the first letters of a label of Quarto say."""


def kind_of_directive(name: str, argument: str) -> Enclosure | None:
    """What a directive of MyST or reStructuredText sets apart: by its name, or an admonition by its title.

    >>> kind_of_directive("prf:theorem", ""), kind_of_directive("admonition", "Example 3 (Halves)")
    (<Enclosure.STATEMENT: 'statement'>, <Enclosure.STATEMENT: 'statement'>)
    >>> kind_of_directive("prf:definition", "") is kind_of_directive("note", "Notation") is None
    True
    >>> kind_of_directive("note", ""), kind_of_directive("dropdown", "Solution")
    (<Enclosure.STATEMENT: 'statement'>, <Enclosure.PROOF: 'proof'>)
    """
    name = name.lower()
    words = argument.split()
    if name in ADMONITIONS and words:
        titled = words[0].strip(".:").lower()
        if LASTING.search(titled) or (name in TITLED and kind_of_environment(titled, {}) is not None):
            name = titled
    kind = kind_of_environment(name.rpartition(":")[2], {})
    if name == "container" and kind is None:
        return kind_of_div(argument)
    apart = not LASTING.search(name) and name not in LAYOUT
    return kind or (Enclosure.STATEMENT if apart else None)


def kind_of_div(attributes: str) -> Enclosure | None:
    """What a block of Pandoc or Quarto sets apart by what stands behind its colons, a tag by its attributes.

    >>> kind_of_div("{.theorem #pythagoras}"), kind_of_div("{#sol-first}"), kind_of_div("proof")
    (<Enclosure.STATEMENT: 'statement'>, <Enclosure.PROOF: 'proof'>, <Enclosure.PROOF: 'proof'>)
    >>> kind_of_div("{.columns}") is kind_of_div("{#def-mean}") is None
    True
    """
    names = [one.strip(".#").lower() for one in re.findall(r"[\w.#-]+", attributes)]
    names += [ALL_OF_QUARTO.get(one.partition("-")[0], "") for one in names if "-" in one]
    if any(LASTING.search(one) for one in names):
        return None
    if any(one in ADMONITIONS for one in names):
        return Enclosure.STATEMENT
    return next((kind for one in names if (kind := kind_of_environment(one, {})) is not None), None)


def kind_of_tag(name: str, attributes: str) -> Enclosure | None:
    """What a tag of HTML sets apart.

    >>> kind_of_tag("details", ""), kind_of_tag("div", ' class="proof"')
    (<Enclosure.STATEMENT: 'statement'>, <Enclosure.PROOF: 'proof'>)
    >>> kind_of_tag("div", ' class="column"') is None
    True
    """
    kind = kind_of_div(f"{name} {attributes}" if name != "section" else attributes)
    own = name in ("details", "blockquote", "aside") and not LASTING.search(attributes)
    return kind or (Enclosure.STATEMENT if own else None)


def own_statements(text: str) -> dict[str, str]:
    r"""The environments for statements that a text makes, each with its title.

    >>> own_statements(r"\newtheorem{exa}[thm]{Example} \newtheorem*{rem}{Remark}")
    {'exa': 'Example', 'rem': 'Remark'}
    """
    found = (m.groupdict() for m in NEW_STATEMENT.finditer(text))
    return {m["name"] or m["other"]: m["title"] or m["options"] or "" for m in found}


__all__ = [
    "ARGUMENT_DROPPED",
    "ARGUMENT_OF_BEGIN",
    "NOTES",
    "SECTIONS",
    "STATEMENTS",
    "TAKES_IN",
    "kind_of_directive",
    "kind_of_div",
    "kind_of_environment",
    "kind_of_tag",
    "own_statements",
]
