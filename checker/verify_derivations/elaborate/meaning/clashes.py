r"""Whether a clash of shapes is final: all of it is declared, and no layout of derivatives mends it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from verify_derivations.elaborate.meaning.identities import may_be_identities
from verify_derivations.elaborate.meaning.one_reading import OneReading
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.layouts import (
    COLUMNS,
    DENOMINATOR,
    JACOBIAN,
    LAYOUT,
    NUMERATOR,
    ROWS,
    Layout,
)
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.trouble import Clash, NotRead
from verify_derivations.elaborate.notation.usage import Usage
from verify_derivations.model import Claim

IN_NUMERATOR_LAYOUT = (
    "; they would in numerator layout, where the derivative by an array has the shape of its transpose"
)
IN_DENOMINATOR_LAYOUT = "; they would in denominator layout, and the text says numerator layout"
IN_COLUMNS = "; they would if the derivatives of each entry of a vector stood in a column"
HELP = "say in the text if the derivatives are in denominator layout"
HELP_ALL = "say in the text which layout the derivatives have, and no other one"
MEANT_OTHERWISE = "; the text speaks of square matrices, rows, batches or code, where others may be meant"
DECLARE = "declare the shapes that are meant, with one letter for sizes that agree"
NO_HELP = "everything in it is declared; which layout the derivatives have is open"

COLUMN_WISE = {JACOBIAN: COLUMNS}
ROW_WISE = {LAYOUT: NUMERATOR, JACOBIAN: ROWS}


def by_columns(
    sides: Sides, known: Known, usage: Usage
) -> tuple[OneReading, Claim, Mapping[str, str]] | None:
    r"""The reading in which derivatives of vectors stand in columns, where it alone has a meaning.

    `\frac{\partial L}{\partial a} = \frac{\partial z}{\partial a} \delta` is the chain rule so.
    """
    if may_be_identities(names_in(sides[0]) | names_in(sides[2])):
        return None  # that I is no number is settled elsewhere
    with suppress(NotRead):
        reading = OneReading(sides, known, usage, COLUMN_WISE)
        return reading, reading.claim(), COLUMN_WISE
    return None


def final(clash: Clash, sides: Sides, known: Known, usage: Usage) -> NotRead:
    """The clash as it is told: the statement has no meaning if nothing was guessed, and in no layout.

    Args:
        clash: of shapes whose sizes are known, in the reading in which derivatives have the usual shapes.
        sides: the statement.
        known: what is said around it.
        usage: how names are used.
    """
    if not clash.declared:
        return clash
    if known.loose_shapes:
        return clash.with_more(MEANT_OTHERWISE, DECLARE)
    if known.layout is Layout.NUMERATOR and _has_a_meaning(sides, known, usage, {LAYOUT: DENOMINATOR}):
        return clash.with_more(IN_DENOMINATOR_LAYOUT, HELP_ALL)
    if known.layout is not Layout.DENOMINATOR:
        for settled in (ROW_WISE, {**ROW_WISE, JACOBIAN: COLUMNS}):
            try:
                OneReading(sides, known, usage, settled).claim()
            except Clash:
                continue
            except NotRead:
                return clash.with_more("", NO_HELP)
            return clash.with_more(IN_NUMERATOR_LAYOUT if settled is ROW_WISE else IN_COLUMNS, HELP)
    return clash.as_ill_formed()


def _has_a_meaning(sides: Sides, known: Known, usage: Usage, settled: Mapping[str, str]) -> bool:
    with suppress(NotRead):
        OneReading(sides, known, usage, settled).claim()
        return True
    return False


__all__ = ["by_columns", "final"]
