r"""Doubts of a whole formula: beside `\forall b > 0` and words that are not known nothing is refuted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from verify_derivations.elaborate.notation.quantifiers import UNRESTRICTED
from verify_derivations.elaborate.prose.asides import COMPARED
from verify_derivations.model import Alternative, Step

SIGNS = re.compile(r"\\(?:forall|exists)(?![A-Za-z])|[∀∃]")
DENYING = re.compile(r"\\(?:nexists|neg|lnot)(?![A-Za-z])|\\not\s*\\exists|[∄¬]")

NOT_READ = Alternative(
    "what is said beside it restricts its names",
    "say it in the text before: let $x > 0$",
    covered=True,
)
DENIED = Alternative("what stands beside it denies it", "say in words what holds and what does not")


def is_quantified(latex: str) -> bool:
    r"""A quantifier stands in the formula.

    >>> is_quantified(r"\sqrt{b^2} = b \quad \forall b > 0"), is_quantified(r"\sqrt{b^2} = b")
    (True, False)
    """
    return bool(SIGNS.search(latex) or DENYING.search(latex))


def is_restricted(latex: str) -> bool:
    r"""A quantifier stands in it that says more than that it holds for all numbers.

    >>> is_restricted(r"\forall b > 0: \sqrt{b^2} = b"), is_restricted(r"b + b = 2 b \quad \forall b")
    (True, False)
    """
    rest = UNRESTRICTED.sub(" ", latex)
    return is_quantified(latex) and (is_quantified(rest) or COMPARED.search(rest) is not None)


def with_doubts(steps: Iterable[Step], latex: str, unheard: str) -> list[Step]:
    """The steps of a formula with a quantifier, or with words that may restrict what it says.

    A proof stands beside them, a refutation may miss what is meant; beside a negation nothing stands.

    Args:
        steps: what is made of the formula.
        latex: the formula.
        unheard: the words, if there are some.
    """
    found = [DENIED] if DENYING.search(latex) else [NOT_READ] if is_restricted(latex) else []
    if unheard:
        found.append(Alternative(f'"{unheard}" restricts it', NOT_READ.help, covered=True))
    return [_doubted(step, tuple(found)) if found and step.claim is not None else step for step in steps]


def _doubted(step: Step, found: tuple[Alternative, ...]) -> Step:
    return replace(
        step,
        alternatives=(*step.alternatives, *found),
        local_alternatives=(*step.local_alternatives, *found),
    )


__all__ = ["is_quantified", "is_restricted", "with_doubts"]
