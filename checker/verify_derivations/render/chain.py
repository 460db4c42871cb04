"""A chain with an error in it, in a sentence: where the error starts and ends, and if the ends agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verify_derivations.chains import Chain
from verify_derivations.model import Status
from verify_derivations.results import Origin, StepResult

ENDS: dict[Status | None, str] = {
    Status.PROVED: "The first and the last line agree all the same",
    Status.REFUTED: "The first and the last line do not agree",
}
"""What is said of the ends; anything else is not known."""

WORDS: dict[Origin, tuple[str, str]] = {
    Origin.INTRODUCED: ("an error starts at {}", "errors start at {}"),
    Origin.UNCLEAR: ("{} is wrong, or a line before it", "{} are wrong, or lines before them"),
    Origin.INHERITED: ("carried on by {}", "carried on by {}"),
    Origin.REPAIRED: ("{} is right again and does not say so", "{} are right again and do not say so"),
}
"""What is said of one step, and of several."""

NOT_KNOWN = "Whether the first and the last line agree is not known"


def chain_sentence(chain: Chain, numbers: Mapping[str, str]) -> str:
    """What became of the chain; nothing if no line of it is wrong.

    Args:
        chain: the chain.
        numbers: the printed number of each step, by its identifier.
    """
    if not chain.is_wrong_somewhere:
        return ""
    parts = (_told(chain.of(origin), *words, numbers) for origin, words in WORDS.items())
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}. {ENDS.get(chain.ends, NOT_KNOWN)}."


def _told(steps: Sequence[StepResult], one: str, many: str, numbers: Mapping[str, str]) -> str:
    """What is said of some steps."""
    named = [numbers.get(step.step.id, "?") for step in steps]
    if not named:
        return ""
    if len(named) == 1:
        return one.format(f"step {named[0]}")
    return many.format(f"steps {', '.join(named[:-1])} and {named[-1]}")


__all__ = ["chain_sentence"]
