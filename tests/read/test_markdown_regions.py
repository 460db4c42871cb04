"""Markdown: every formula with its line and column, and nothing that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from manuscript_helpers import expected, found, manuscript

from verify_derivations.manuscript import Annotation, Prose, Region, Role

DOCUMENTS = {
    "delimiters": (
        r"""Let $a=b$ and \(c\) be, and $$x$$ in a sentence.

$$ \frac{a}{b}
 = c $$

\[ d = e \]

\begin{align}
f &= g \\
  &= h
\end{align}
""",
        r"""
        1:6 inline a=b
        1:17 inline c
        1:31 inline x
        3:4 display \frac{a}{b} = c
        6:4 display d = e
        8:1 display \begin{align} f &= g \\ &= h \end{align}
        """,
    ),
    "kramdown writes two backslashes, and one is taken away from what follows": (
        r"""The gradient \\(\nabla f\\) of \\( x\_i \\).""",
        r"""
        1:17 inline \nabla f
        1:36 inline x_i
        """,
    ),
    "fences, directives and roles": (
        """A role {math}`x^2`, GitHub's $`y`$.

```math
a = b
```

```{math}
:label: second
c = d

e = f
```

:::{note} Of $g$
Inside $h$.
:::

```{prf:proof}
Then $i$.
```
""",
        """
        1:15 inline x^2
        1:32 inline y
        4:1 display a = b
        9:1 display c = d
        11:1 display e = f
        14:15 inline g
        15:9 inline h
        19:7 inline i
        """,
    ),
    "code, comments, links and tags are no mathematics": (
        """Code `$a$` and ``$b` $c``, a [link $d$](http://x.org/$e$), <a href="$f$">$g$</a>.

```python
price = "$h$"
```

    indented $i$

<!-- a comment with $j$

over a blank line -->

<pre>
$k$

$l$
</pre>

[reference]: http://x.org/$m$ "$n$"

$o$
""",
        """
        1:37 inline d
        1:75 inline g
        21:2 inline o
        """,
    ),
    "prices are no mathematics": (
        r"""It costs $5 and $10, $20,000 in all, US$5-US$10, or \$3 and \$4. Set $HOME to x.

A formula $n$th, $5$ of $n$, $2n$ for $10.

$ x $ and $ y = z $ and "$ a prompt $ here".
""",
        """
        3:12 inline n
        3:19 inline 5
        3:26 inline n
        3:31 inline 2n
        5:3 inline x
        5:13 inline y = z
        """,
    ),
    "quotes and lists": (
        """> quoted $a$ and
> $$
> b = c \\\\
> d
> $$

1. An item $e$

   $$
   f
   $$

   - deeper $g$

         code $h$
* $$
  i
  $$
- [ ] $j$
""",
        r"""
        1:11 inline a
        3:3 display b = c \\ d
        7:13 inline e
        10:4 display f
        13:14 inline g
        17:3 display i
        19:8 inline j
        """,
    ),
    "lines of a formula that would mean something else outside of one": (
        """$$
a
- b
1. c
= d
===
+ e

> f
$$
then $g$
""",
        """
        2:1 display a - b 1. c = d === + e > f
        11:7 inline g
        """,
    ),
    "terms and what they mean": (
        """Term $a$
: means $b$

    and $c$

```{glossary}
Word

    that $d$
```

    no $e$
""",
        """
        1:7 inline a
        2:10 inline b
        4:10 inline c
        9:11 inline d
        """,
    ),
    "headings and tables": (
        """# Of $a$ #

Of $b$
------

| $c$ | $d | e$ |
|-----|---------|
| $f  | g$      |
""",
        """
        1:7 inline a
        3:5 inline b
        6:4 inline c
        6:10 inline d | e
        8:4 inline f | g
        """,
    ),
    "an equation that is all of its paragraph is displayed": (
        """$a = b$.

1. $$c = d$$

$e$

with $f = g$
""",
        """
        1:2 display a = b
        3:6 display c = d
        5:2 inline e
        7:7 inline f = g
        """,
    ),
    "front matter is passed over": (
        """---
title: "On $x$"
---
$y$
""",
        "4:2 inline y",
    ),
    "groups hold dollar signs": (
        r"$x \text{ for $n$ and } y$ and $\text{if $m$}$",
        r"""
        1:2 inline x \text{ for $n$ and } y
        1:33 inline \text{if $m$}
        """,
    ),
    "the author's commands": (
        r"""\newcommand{\R}{\mathbb{R}}

$$\def\pd#1#2{\frac{\partial #1}{\partial #2}}$$

In $\R^n$ the slope is $\pd{f}{x}$.
""",
        r"""
        5:5 inline \mathbb{R}^n
        5:25 inline \frac{\partial f}{\partial x}
        """,
    ),
    "entities, and a display with its label": (
        """If $a &lt; b$ then

$$
c
$$ (first)

$$ d $$ {#eq:second}
""",
        """
        1:5 inline a < b
        4:1 display c
        7:4 display d
        """,
    ),
    "annotations": (
        r"""<!-- vd: let $a = \sigma(z)$ -->
Text with $x$ <!-- vd: ignore: told later --> and $y$. <!-- not one of ours: vd: -->

$$
a = b \\ % vd: expect refuted: a slip
c = d % an aside
$$

% vd: assume $0<a<1$

{::comment} vd: constant $y$ {:/comment}
""",
        r"""
        1:1 annotation let $a = \sigma(z)$
        2:12 inline x
        2:15 annotation ignore: told later
        2:52 inline y
        5:1 display a = b \\ c = d
        5:10 annotation expect refuted: a slip
        9:1 annotation assume $0<a<1$
        11:1 annotation constant $y$
        """,
    ),
    "other scripts, tabs and wide signs": (
        "损失函数$L(\\hat y)$是凸的,\t$α$ 。\n\n\t$b$\n- 项\t$c$\n",
        """
        1:6 inline L(\\hat y)
        1:22 inline α
        4:6 inline c
        """,
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_found(name: str, tmp_path: Path) -> None:
    text, table = DOCUMENTS[name]
    assert found(tmp_path, text, ".md") == expected(table)


UNCLOSED = {
    "a display": (
        "$$ a = b\n\nWords follow here as they do in a text, with $x$.\n\n$$ c $$\n",
        [
            "3:47 inline x",
            "5:4 display c",
            "1:1 VD401 the formula that $$ opens is never closed",
        ],
    ),
    "an environment": (
        "\\begin{align}\na = b\n\nThen $x$.\n\n\\begin{align} c \\end{align}\n",
        [
            "4:7 inline x",
            "6:1 display \\begin{align} c \\end{align}",
            "1:1 VD401 the formula that \\begin{align} opens is never closed",
        ],
    ),
    "a dollar sign": (
        "The $\\alpha is open, and $x$ is not.\n\n$y$\n",
        ["1:27 inline x", "3:2 inline y", "1:5 VD401 the formula that $ opens is never closed"],
    ),
    "a display that goes on into a heading": (
        "$$\na\n\n# Of $x$\n\n$$\nb\n$$\n",
        ["4:7 inline x", "7:1 display b", "1:1 VD401 the formula that $$ opens is never closed"],
    ),
    "money is not told of": ("Only $$ here, and $ there.\n", []),
}


@pytest.mark.parametrize("name", UNCLOSED)
def test_a_formula_that_is_never_closed_harms_no_other(name: str, tmp_path: Path) -> None:
    text, lines = UNCLOSED[name]
    assert found(tmp_path, text, ".md") == lines


def test_prose_keeps_words_and_formulas_in_order(tmp_path: Path) -> None:
    text = "# Of $x$\n\nLet *$W\\in\\mathbb R^{n}$*, where\n$$ a = b $$\nand `c` is [it](d).\n\n- $e$\n"
    blocks = manuscript(tmp_path, text, ".md").blocks
    assert [(block.role, block.continued, block.text) for block in blocks if isinstance(block, Prose)] == [
        (Role.HEADING, False, "Of $x$"),
        (Role.PARAGRAPH, False, "Let $W\\in\\mathbb R^{n}$, where"),
        (Role.PARAGRAPH, True, "and `c` is [it]."),
        (Role.ITEM, False, "$e$"),
    ]
    assert isinstance(blocks[2], Region)


def test_an_annotation_in_a_formula_knows_where_it_stood(tmp_path: Path) -> None:
    text = "$$\n\\a = b \\\\ % vd: ignore: x\nc = d\n$$\n"
    [region] = manuscript(tmp_path, f"\\newcommand{{\\a}}{{\\alpha}}\n\n{text}", ".md").regions()
    [annotation] = region.annotations
    assert annotation.position is not None
    assert region.latex[: annotation.position].strip() == "\\alpha = b \\\\"
    assert region.latex[annotation.position :].strip() == "c = d"


def test_an_annotation_has_its_formulas(tmp_path: Path) -> None:
    [block] = manuscript(tmp_path, "<!-- vd: let $a = b$\n  and $c$ -->\n", ".md").blocks
    assert isinstance(block, Annotation)
    formulas = [part for part in block.parts if isinstance(part, Region)]
    assert [(str(f.span()).rpartition("document.md:")[2], f.latex) for f in formulas] == [
        ("1:15", "a = b"),
        ("2:8", "c"),
    ]


def test_labels_and_delimiters_are_kept(tmp_path: Path) -> None:
    text = "$$ a $$ (one)\n\n$$ b $$ {#eq:two}\n\n```{math}\n:label: three\nc\n```\n\n$$ \\label{four} d $$\n"
    regions = manuscript(tmp_path, text, ".md").regions()
    assert [(region.label, region.delimiter) for region in regions] == [
        ("one", "$$"),
        ("eq:two", "$$"),
        ("three", "math"),
        ("four", "$$"),
    ]


def test_the_title_is_that_of_the_front_matter(tmp_path: Path) -> None:
    assert manuscript(tmp_path, "---\na: b\ntitle: The sigmoid\n---\n", ".md").title == "The sigmoid"
