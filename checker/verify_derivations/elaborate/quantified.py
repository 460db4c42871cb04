r"""Formulas with a quantifier: what `\forall b > 0` says is not read, so nothing is refuted there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from verify_derivations.model import Alternative, Step

SIGNS = re.compile(r"\\(?:forall|exists|nexists)(?![A-Za-z])|[∀∃]")
ORDER = r"(?:[<>≤≥≠∈]|\\(?:[gl]eq?|neq?|in)(?![A-Za-z]))"
WORDS = re.compile(rf"\b[Ff]or (?:all|any|every)\b(?=[^$]*,)(?=[^$]*{ORDER})")
"""In words it is read where it is about one name, not where it is about several."""

NOT_READ = Alternative(
    "what is said of its names with a quantifier restricts them",
    "say it in the text before: let $x > 0$",
    covered=True,
)


def is_quantified(latex: str) -> bool:
    r"""A quantifier stands in the formula, or words that are one for several names.

    >>> is_quantified(r"\sqrt{b^2} = b \quad \forall b > 0"), is_quantified(r"\sqrt{b^2} = b")
    (True, False)
    """
    return bool(SIGNS.search(latex) or WORDS.search(latex))


def with_doubt(steps: Iterable[Step]) -> list[Step]:
    """The steps of a quantified formula: a proof stands, a refutation may miss what is meant."""
    return [
        replace(
            step,
            alternatives=(*step.alternatives, NOT_READ),
            local_alternatives=(*step.local_alternatives, NOT_READ),
        )
        if step.claim is not None
        else step
        for step in steps
    ]


__all__ = ["is_quantified", "with_doubt"]
