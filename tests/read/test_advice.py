"""Advice that settles: each annotation that a message proposes, pasted as printed, takes its doubt away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Step
from verify_derivations.read.paths import read_paths
from verify_derivations.render.plain import printable

ANNOTATION = re.compile(r"(?:let|constant|function|assume) \$[^$]+\$|\$[^$]+\$; constant \$[^$]+\$")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str) -> tuple[Step, tuple[Diagnostic, ...]]:
    """The last statement of a document, and what is told about the document."""
    Path("notes.md").write_text(text, encoding="utf-8")
    [document] = read_paths(["notes.md"])
    return document.derivations[-1].steps[-1], document.diagnostics


def proposed(help: str) -> Iterator[str]:
    """The annotations in an advice, with a value where it has dots."""
    for found in ANNOTATION.finditer(printable(help)):
        if "..." not in found[0] or "\\in" not in help:  # two is no array
            yield found[0].replace("...", "2")


DOUBTS = [
    # what is said, the formula, a part of the doubt
    ("So we have", "p q = r", "p, which stands on the left side only"),
    (r"Let $y^{(i)}$ be given for $i=1,\dots,m$.", r"\sum_{i=1}^m y^{(i)} = s", "which stands on the left"),
    (r"Let $v \in \mathbb{R}^n$ and $M \in \mathbb{R}^{n \times n}$.", r"v^\top M v = s", "which stands on"),
    ("So", r"h(x) = h(-x)", "h is a particular function"),
    ("So", r"p(y|x) = p(x|y)", "p(y|x) is a particular function"),
    ("So", r"\bar x + x = 2 x", r"\bar{x} is made from x"),
    ("Let the radius be $r$. Then", r"\sqrt{r^2} = r", "r is"),
    (r"Let $X \in \mathbb{R}^{n \times n}$. If $X$ has full rank, then we get", r"X X = X", "has full rank"),
    ("Let $a = b + 1$. So", "a = c^2", "defined anew"),
    ("Let $f(x) = x^2$ for $x > 0$. So", "f(-2) = 5", "holds for some values only"),
    ("Let $f(x, y) = x y$ for $x > 0$. So", "f(-2, 1) = 5", "holds for some values only"),
    (r"A good rate $\lambda$ is a positive number, as rates are.", r"\sqrt{\mu^2} = \mu", "> 0"),
]


@pytest.mark.parametrize(("said", "formula", "doubt"), DOUBTS)
def test_what_a_message_proposes_settles_it(said: str, formula: str, doubt: str) -> None:
    step, _ = read(f"{said}\n\n$$ {formula} $$")
    found = [one for one in step.alternatives if doubt in printable(one.words)]
    assert found
    lines = list(proposed(found[0].help))
    assert lines
    for line in lines:
        after, problems = read(f"{said}\n\n<!-- vd: {line} -->\n\n$$ {formula} $$")
        assert not [one.message for one in problems if one.code == "VD405"]
        assert found[0].words not in [one.words for one in after.alternatives]


DECLARED = [r"let $x > 0$", r"assume $x \in \mathbb{R}_+$", r"let $x \in \mathbb{R}_{>0}$", "$x > 0$"]


@pytest.mark.parametrize("line", DECLARED)
def test_a_declaration_may_be_let_or_assumed(line: str) -> None:
    step, problems = read(f"<!-- vd: {line} -->\n\n$$ \\sqrt{{x^2}} = x $$")
    assert not problems
    assert step.claim is not None
    assert step.claim.context.declarations


def test_a_constant_vector_stays_a_vector() -> None:
    text = r"Let $y \in \mathbb{R}^n$.{}So $$\sum_{i=1}^n y_i^2 = y^\top y$$"
    step, problems = read(text.replace("{}", "\n\n<!-- vd: constant $y$ -->\n\n"))
    assert not problems
    assert step.claim is not None
    assert [array.name for array in step.claim.context.arrays] == ["y"]


INTERNAL = [
    ("y^{(#1)}, which", "y^{(i)}, which"),
    ("x_{#2}^{(#1)}", "x_j^{(i)}"),
    ("a_{#1#2} is", "a_{ij} is"),
    ("x_i^{(#1)}", "x_i^{(j)}"),
    ("\\Pr[#1]: an array", "\\Pr: an array"),
    ("x_{#1}[#2]", "x_i"),
    # what an author writes
    ("see [#1], notes.md#1, #2", "see [#1], notes.md#1, #2"),
]


@pytest.mark.parametrize(("inside", "shown"), INTERNAL)
def test_names_of_families_are_shown_as_they_are_printed(inside: str, shown: str) -> None:
    assert printable(inside) == shown


OTHERS = [
    # where the sign matters, both are told; where it does not, only the one
    ("So we have", r"|x| + y = z", r"constant $x$ (of either sign), or assume $x > 0$"),
    ("So we have", r"x + \frac1x \geq 2", r"constant $x$ (of either sign), or assume $x > 0$"),
    ("So we have", r"p q = r", "let $p=...$, or constant $p$"),
    # what is differentiated by something is no constant
    (
        "We look at $y' = k y$. So",
        r"y + 1 = z",
        "constant $y$ if it does not depend on anything; else function $y$",
    ),
    ("So", r"y' + 1 = z", "write the derivative as a fraction, or, of a name of its own, constant $y'$"),
    (
        "So",
        r"x + \dot x = 2 x",
        r"function $x$, with derivatives as $x'(t)$, or, of a name of its own, constant $\dot{x}$",
    ),
]


@pytest.mark.parametrize(("said", "formula", "advice"), OTHERS)
def test_a_constant_is_advised_where_it_is_meant(said: str, formula: str, advice: str) -> None:
    step, _ = read(f"{said}\n\n$$ {formula} $$")
    assert any(advice in printable(one.help) for one in step.alternatives)
