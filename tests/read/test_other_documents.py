"""Notebooks, reStructuredText and plain text: every formula with its place, and what was mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from manuscript_helpers import expected, found, manuscript

from verify_derivations.manuscript import Prose, Role


# ---- notebooks ---------------------------------------------------------------------------------
def notebook(*cells: object) -> str:
    """A notebook with these cells; a text is a Markdown cell."""
    full = [{"cell_type": "markdown", "source": cell} if isinstance(cell, str) else cell for cell in cells]
    return json.dumps({"nbformat": 4, "cells": full})


def test_places_in_a_notebook_are_by_cell_line_and_column(tmp_path: Path) -> None:
    text = notebook(
        "# Of $a$",
        {"cell_type": "code", "source": "price = '$b$'"},
        {"cell_type": "markdown", "source": ["Then\n", "\n", "$$ \\R $$\n", "<!-- vd: assume $x>0$ -->"]},
        {"cell_type": "raw", "source": "$c$"},
    )
    defined = text.replace("# Of $a$", "$\\\\newcommand{\\\\R}{r}$\\n\\n# Of $a$")
    assert found(tmp_path, defined, ".ipynb") == [
        "cell 1:3:7 inline a",
        "cell 3:3:4 display r",
        "cell 3:4:1 annotation assume $x>0$",
    ]


def test_a_notebook_of_an_old_format_is_read(tmp_path: Path) -> None:
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "markdown", "source": "$a$"}]}]}
    assert found(tmp_path, json.dumps(old), ".ipynb") == ["cell 1:1:2 inline a"]


NO_NOTEBOOKS = {
    "cut off": ('{"cells": [', "1:12", "this notebook is not JSON: Expecting value"),
    "a merge": ('{"cells":\n<<<<<<< HEAD\n[]}', "2:1", "this notebook is not JSON: Expecting value"),
    "a list": ("[1, 2]", "1:1", "this is JSON, but no notebook: it is no object with cells"),
    "no cells": ("{}", "1:1", "this is JSON, but no notebook: it has no list of cells"),
    "too deep": ("[" * 100_000, "1:1", "this notebook is not JSON that can be read: maximum recursion depth"),
    "too long a number": (f"[{'9' * 10_000}]", "1:1", "this notebook is not JSON that can be read: Exceeds"),
}


@pytest.mark.parametrize("name", NO_NOTEBOOKS)
def test_what_is_no_notebook_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    text, place, reason = NO_NOTEBOOKS[name]
    [line] = found(tmp_path, text, ".ipynb")
    assert line.startswith(f"{place} VD404 {reason}")


def test_odd_cells_are_passed_over(tmp_path: Path) -> None:
    text = notebook({"cell_type": "markdown", "source": None}, 7, {"cell_type": "markdown"}, "$a$ \ud800")
    assert found(tmp_path, text, ".ipynb") == ["cell 4:1:2 inline a"]


# ---- reStructuredText --------------------------------------------------------------------------
RST = {
    "roles and directives": (
        r"""Of :math:`a`
============

Let :math:`\alpha_i` and `\beta`:math: be, ``:math:`b``` not, `a link <http://x.org>`_ and :ref:`x`.

.. math::

   c &= d \\
     &= e

   f = g

.. math:: h = i
   :label: last
""",
        r"""
        1:11 inline a
        4:12 inline \alpha_i
        4:27 inline \beta
        8:4 display c &= d \\ &= e
        11:4 display f = g
        13:11 display h = i
        """,
    ),
    "code and comments are no mathematics": (
        """An example::

   :math:`a`

.. code-block:: python

   x = ":math:`b`"

.. a comment with :math:`c`

   .. math:: d

>>> print(":math:`e`")

.. note::
   But this :math:`f` is read.

   .. math:: g
""",
        """
        16:20 inline f
        18:14 display g
        """,
    ),
    "tables drawn with signs": (
        """+-----------------+----------+
| .. math::       | :math:`c`|
|                 |          |
|    a \\\\         |  words   |
|    b            |          |
+-----------------+----------+
""",
        """
        4:6 display a \\\\ b
        2:28 inline c
        """,
    ),
    "items of lists": (
        """1. .. math:: a
   words :math:`b`
2. .. math:: c
      + d

- :math:`e`

  - .. note:: :math:`f`
""",
        """
        1:14 display a
        2:17 inline b
        3:14 display c + d
        6:10 inline e
        8:22 inline f
        """,
    ),
    "annotations": (
        """.. vd: let $a=b$

.. math::

   a \\\\ % vd: ignore: x
   b

.. vd: assume $0<a$
   and $b$
""",
        """
        1:1 annotation let $a=b$
        5:4 display a \\\\ b
        5:9 annotation ignore: x
        8:1 annotation assume $0<a$ and $b$
        """,
    ),
}


@pytest.mark.parametrize("name", RST)
def test_what_is_found_in_restructuredtext(name: str, tmp_path: Path) -> None:
    text, table = RST[name]
    assert found(tmp_path, text, ".rst") == expected(table)


def test_prose_of_restructuredtext_keeps_its_order(tmp_path: Path) -> None:
    text = "Title\n=====\n\n- Let *a* be :math:`a`\n  here.\n- two\n\n  .. math:: b\n"
    blocks = manuscript(tmp_path, text, ".rst").blocks
    assert [(block.role, block.text) for block in blocks if isinstance(block, Prose)] == [
        (Role.HEADING, "Title"),
        (Role.ITEM, "Let a be $a$\nhere."),
        (Role.ITEM, "two"),
    ]


# ---- plain text --------------------------------------------------------------------------------
PLAIN = {
    "backslashes that were eaten": (
        "$$J(heta) = rac{1}{2} h_ heta imes x^ op$$\n\n"
        "It is $oldsymbol{x}$ of the $i^{ ext{th}}$ class, $\x0crac{1}{2}$ and $\theta$.\n\n"
        "$\x08eta + \text{a}$ but a rac of betas and $\\theta$.\n",
        r"""
        1:3 display J(\theta) = \frac{1}{2} h_ \theta \times x^ \top
        3:8 inline \boldsymbol{x}
        3:30 inline i^{ \text{th}}
        3:52 inline \frac{1}{2}
        3:69 inline \theta
        5:2 inline \beta + \text{a}
        5:42 inline \theta
        1:5 repaired heta \theta
        1:13 repaired rac \frac
        1:26 repaired heta \theta
        1:31 repaired imes \times
        1:39 repaired op \top
        3:8 repaired oldsymbol \boldsymbol
        3:34 repaired ext \text
        3:52 repaired rac \frac
        3:69 repaired heta \theta
        5:2 repaired eta \beta
        5:9 repaired ext \text
        """,
    ),
    "formulas copied three times over": (
        "其中 x 1 {x_{1}} x1和 z = w x + b z=w^{1}x +b z=w1x+b z=w1x+b\n"
        "令 y ^ = σ ( z ) {\\hat{y}=\\sigma(z)} y^=σ(z)成立, 而 a b {a_{c}} ab 不是\n",
        r"""
        1:9 inline x_{1}
        2:18 inline \hat{y}=\sigma(z)
        """,
    ),
    "LaTeX that stands bare": (
        "where \\hat{y} is a variable, by \\frac{a}{b} = c, I mean. A \\bar{x} = a is it.\n\n"
        "\\delta^{l} = \\left ( w^{T}\\delta \\right )\u00a0 \u00a0(1)\n\n"
        "根据\\sigma ^{'}(z)=a(1-a)将其并入, in C:\\Users\\me or a\\b\n",
        r"""
        1:7 inline \hat{y}
        1:33 inline \frac{a}{b} = c
        1:60 inline \bar{x} = a
        3:1 display \delta^{l} = \left ( w^{T}\delta \right )
        5:3 inline \sigma ^{'}(z)=a(1-a)
        """,
    ),
}


@pytest.mark.parametrize("name", PLAIN)
def test_what_is_found_in_plain_text(name: str, tmp_path: Path) -> None:
    text, table = PLAIN[name]
    assert found(tmp_path, text, ".txt") == expected(table)


def test_a_repair_says_what_stood_there(tmp_path: Path) -> None:
    [repair] = manuscript(tmp_path, "words\n$a rac{1}{2}$\n", ".txt").repairs()
    assert (repair.span.line, repair.span.column, repair.span.end_column) == (2, 4, 7)
    assert (repair.found, repair.read) == ("rac", "\\frac")
