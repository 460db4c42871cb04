"""Equations for names that are defined: claims where words or `vd: claim` say so, else definitions anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

from verify_derivations.read.paths import read_paths

F = "Let $f(x) = x^2$."
OPEN = ["definition", "not understood"]
CLAIMED = ["definition", "refuted"]

SAID = [
    # words that say more of what is defined
    (f"{F} We also have\n\n$$f(x) = x \\cdot x + 1$$", CLAIMED),
    (f"{F}\n\nTherefore\n\n$$f(x) = x^2 + 1$$", CLAIMED),
    (f"{F}\n\nEquivalently,\n$$f(x) = x^2 + 1$$", CLAIMED),
    (f"{F} Hence $f(x) = x^2 + 1$.", CLAIMED),
    (f"{F} It follows that $f(x) = x^2 + 1$, so\n$$f(x) = x^2 + 2$$", [*CLAIMED, "refuted"]),
    (f"{F} Thus $f(x) = x \\cdot x$.", ["definition", "proved"]),
    ("设 $f(x) = x^2$。\n\n因此\n\n$$f(x) = x^2 + 1$$", CLAIMED),
    ("设 $f(x) = x^2$。所以 $f(x) = x^2 + 1$。", CLAIMED),
    ("设 $f(x) = x^2$。于是\n$$f(x) = x^2 + 1$$\n等价地\n$$f(x) = x^2 + 2$$", [*CLAIMED, "refuted"]),
    ("Let $u = a + b$. Hence $u = a - b$.", CLAIMED),
    # no word says that it follows
    (f"{F}\n\n$$f(x) = x^2 + 1$$", OPEN),
    (f"{F} Below,\n\n$$f(x) = x^2 + 1$$", OPEN),
    # another one may be meant
    (f"{F} Now let $f$ be odd. Hence\n\n$$f(x) = x^3$$", OPEN),
    (f"{F} Suppose instead that it is shifted. Then we have\n\n$$f(x) = x^2 + 1$$", OPEN),
    (f"{F} If it starts at one, so\n\n$$f(x) = x^2 + 1$$", OPEN),
    (f"1. {F}\n2. Hence $f(x) = x^2 + 1$.", OPEN),
    (f"- {F}\n- Hence $f(x) = x^2 + 1$.", OPEN),
    ("For example, let $f(x) = x^2$. Hence\n\n$$f(x) = x^2 + 1$$", OPEN),
    (f"{F} Next, we have\n\n$$f(x) = x^2 + 1$$", OPEN),
    ("设 $f(x) = x^2$。换一个函数，因此\n\n$$f(x) = x^2 + 1$$", OPEN),
    ("# One\n\nLet $f(x) = x^2$.\n\n# Two\n\nHence\n\n$$f(x) = x^2 + 1$$", ["definition", "definition"]),
    # ledger dev-313: words that are none of a consequence may speak of another one; each of these was refuted
    (
        "Let $f(x) = x^2$ be the area of a square. We also have the volume of the cube,\n\n$$f(x) = x^3$$",
        OPEN,
    ),
    (f'{F} Bob says: "Hence $f(x) = 2x$".', OPEN),
    ("Let $u = a + b$ on the left side. On the right side we have $u = a - b$.", OPEN),
    ("The velocity in the lab frame is $v = u + w$. In the moving frame we have\n\n$$v = u - w$$", OPEN),
    (f"{F} Reflecting its graph in the axis we get\n\n$$f(x) = -x^2$$", OPEN),
    ("Let $S = 1 + x$. Squaring, we obtain $S = 1 + 2x + x^2$.", OPEN),
    ("In one dimension $V = 2r$. In three dimensions we have $V = \\frac43 \\pi r^3$.", OPEN),
    ("The circle has area $A = \\pi r^2$. The sphere: hence $A = 4 \\pi r^2$.", OPEN),
    ("One root is $x = a + \\sqrt{b}$. We also have\n\n$$x = a - \\sqrt{b}$$", OPEN),
    ("Left of the origin $y = -x$. Right of it we have $y = x$.", OPEN),
    ("设 $f(x) = x^2$。向右平移一个单位，得到\n\n$$f(x) = (x-1)^2$$", OPEN),
    (f"{F}\n\n**Theorem.** We have $f(x) = x^3$ for odd functions.", OPEN),
    (f"{F} Then we have\n\n$$f(x) = x^2 + 2x$$\n\nfor the second one.", OPEN),
    (f"{F} Expanding, we therefore have\n\n$$f(x) = x^2 + 1$$\n\nThis is good.", CLAIMED),
    # it may be the value at a point, or what another name makes of it
    (f"{F} Hence\n\n$$f(x) = 4$$", OPEN),
    ("Let $a = b + 1$. So\n\n$$a = c^2$$", OPEN),
]


@pytest.mark.parametrize(("text", "found"), SAID)
def test_words_say_that_it_is_claimed(text: str, found: list[str], tmp_path: Path) -> None:
    assert told(text, tmp_path) == found


VALUES = [
    # values of an unknown define nothing, also negative ones; ledger dev-295
    ("The solutions are $x = 1$ and $x = -1$. For the first we have\n\n$$x + 1 = 2$$", "not understood"),
    ("The solutions are $x = 1$ and $x = -1$.\n\n$$x^2 + x = 2 x$$", "not understood"),
    ("Let $x = -1$. So we have\n\n$$x + 1 = 0$$", "proved"),
]


@pytest.mark.parametrize(("text", "found"), VALUES)
def test_values_of_an_unknown_define_nothing(text: str, found: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == found


CLAIM = "<!-- vd: claim -->"
ANNOTATED = [
    (f"{F}\n\n{CLAIM}\n\n$$f(x) = x^2 + 1$$", CLAIMED),
    (f"{F}\n\n{CLAIM}\n\nNow $f(x) = x^3$ is here.", CLAIMED),
    (f"{F}\n\n{CLAIM}\n\nNow $f(x) = x \\cdot x$ where $g = 2$.", ["definition", "proved", "definition"]),
    ("<!-- vd: claim; constant $x$ -->\n\n$$x^2 - 1 = 0$$", ["refuted"]),
    (f"{CLAIM}\n\n$$x^2 - 1 = 0$$", ["not understood"]),  # x may still be what some words say
    ("$$x^2 - 1 = 0$$", ["condition"]),
    (f"# Taylor\n\n{CLAIM}\n\n$$(1+x)^2 = 1 + 2x$$", ["refuted"]),
    (f"{CLAIM}\n\n$$w = w - 1$$", ["refuted"]),
    ("<!-- vd: constant $x$; claim -->\n\n$$x = x + 1$$", ["refuted"]),
    # it would define what it is said to claim something of
    (f"{CLAIM}\n\n$$g(x) = x^2$$", ["not understood"]),
    # an equation modulo something is none between numbers, also if it is claimed
    (f"We calculate modulo 12.\n\n{CLAIM}\n\n$$7 + 8 = 3$$", ["not understood"]),
]


@pytest.mark.parametrize(("text", "found"), ANNOTATED)
def test_an_annotation_says_that_it_is_claimed(text: str, found: list[str], tmp_path: Path) -> None:
    assert told(text, tmp_path) == found


def test_the_row_of_a_display_that_is_claimed(tmp_path: Path) -> None:
    text = r"""\documentclass{article}
\begin{document}
Let $f(x) = x^2$ and $g(x) = x$.
\begin{align}
  f(x) &= x^2 + 1 % vd: claim
\\ g(x) &= x + 1
\end{align}
\end{document}"""
    assert told(text, tmp_path, ".tex") == ["definition", "definition", "refuted", "not understood"]


PROBLEMS = [
    # the document, the code, its place, a part of the message
    (f"{CLAIM}\n\n$$\\pi \\sim x$$", "VD406", 1, "no equation here that could be claimed"),
    (f"$$1 = 1$$\n\n{CLAIM}", "VD406", 3, "no formula follows this annotation"),
    ("$$1 = 1$$\n\n<!-- vd: claims -->\n\n$$2 = 2$$", "VD405", 3, '"claims" is not understood'),
    ("<!-- vd: claim $x = 1$ -->\n\n$$2 = 2$$", "VD405", 1, '"claim $x = 1$" is not understood'),
    ("<!-- vd claim -->\n\n$$2 = 2$$", "VD405", 1, "does not begin with vd:"),
]


@pytest.mark.parametrize(("text", "code", "line", "message"), PROBLEMS)
def test_a_claim_without_an_equation_is_an_error(
    text: str, code: str, line: int, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    path.write_text(text, encoding="utf-8")
    [document] = read_paths([str(path)])
    [problem] = document.diagnostics
    assert problem.span is not None
    assert (problem.code, problem.span.line) == (code, line)
    assert message in problem.message


def test_the_doubt_names_the_annotation_that_settles_it(tmp_path: Path) -> None:
    doubt = results(f"{F}\n\n$$f(x) = x^2 + 1$$", tmp_path)[-1].step.alternatives[-1]
    assert "vd: claim" in doubt.help
    assert "let $f(x)=...$" in doubt.help
