"""The two sides of a refuted claim about arrays as small matrices, with the entries that differ marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from verify_derivations.model import Enclosure, Tableau
from verify_derivations.render.plain import printable
from verify_derivations.render.textext import tex_text

Side = Literal["left", "right"]

LONGEST = 8
"""Characters of one entry; of a longer number the first digits are shown."""

UNDEFINED = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry of a side as it is shown; `at`: here the witness stands."""

    text: str
    differs: bool
    at: bool
    place: str


def rows(tableau: Tableau, side: Side) -> list[list[Shown]]:
    """The entries of a side, row by row.

    >>> from verify_derivations.model import Cell
    >>> third = Enclosure("0.333333333333", "1/3")
    >>> table = Tableau(("i",), (2,), ((Cell(third, third, False),), (Cell(third, None, False),)))
    >>> [[shown.text for shown in row] for row in rows(table, "right")]
    [['1/3'], ['–']]
    """
    return [
        [
            Shown(
                text=_short(cell.lhs if side == "left" else cell.rhs),
                differs=cell.differs,
                at=(i, j)[: len(tableau.at)] == tableau.at,
                place=", ".join(f"{n} = {k}" for n, k in zip(tableau.indices, (i, j), strict=False)),
            )
            for j, cell in enumerate(row, 1)
        ]
        for i, row in enumerate(tableau.rows, 1)
    ]


def nested(tableau: Tableau, side: Side) -> str:
    """The entries of a side in one line, a vector as a list, a matrix as a list of its rows."""
    lines = [[shown.text for shown in row] for row in rows(tableau, side)]
    if len(tableau.indices) == 1:
        return _listed(text for line in lines for text in line)
    return _listed(_listed(line) for line in lines)


def tex_matrix(tableau: Tableau, side: Side) -> Markup:
    """The entries of a side as a matrix in TeX, those that differ in colour."""
    lines = (" & ".join(_tex(shown) for shown in row) for row in rows(tableau, side))
    return Markup(r"$\begin{pmatrix}" + r" \\ ".join(lines) + r"\end{pmatrix}$")


def _listed(items: Iterator[str] | list[str]) -> str:
    return f"[{', '.join(items)}]"


def _tex(shown: Shown) -> str:
    inner = rf"\text{{{tex_text(shown.text)}}}"
    if not shown.differs:
        return inner
    coloured = rf"\textcolor{{vdrefuted}}{{{inner}}}"
    return rf"\fbox{{${coloured}$}}" if shown.at else coloured


def _short(value: Enclosure | None) -> str:
    if value is None:
        return UNDEFINED
    for text in (value.exact, value.decimal):
        if text is not None and len(text) <= LONGEST:
            return printable(text)
    cut, exponent = value.decimal.partition("e")[::2]
    return printable(cut[: LONGEST - 1] + "…" + (f"e{exponent}" if exponent else ""))


__all__ = ["Shown", "Side", "nested", "rows", "tex_matrix"]
