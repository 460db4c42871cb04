"""Lines of a document that are not understood for one cause, which is told in full at the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verify_derivations.model import Status
from verify_derivations.render.view import StepView
from verify_derivations.render.wording import LOOKS, counted

DOUBT = re.compile(
    r"it is (?P<status>[\w -]+?) as read here, but (?:nothing can be said )?if (?P<cause>.*?)"
    r"(?:, it is [\w -]+)?(?P<advice>; declare which is meant: .*)",
    re.DOTALL,
)
"""The reason of a line that has a verdict as it is read, and may be meant otherwise."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why some lines are not understood: the line at which it is told, and how many others it keeps back."""

    first: StepView
    others: int

    @property
    def sentence(self) -> str:
        """What is added at the first line: `2 lines below are not understood for this cause, either`."""
        if not self.others:
            return ""
        verb = "is" if self.others == 1 else "are"
        return f"{counted(self.others, 'line')} below {verb} not understood for this reason, either"


def causes(views: Iterable[StepView]) -> dict[str, Cause]:
    """The causes for which lines are not understood, by the anchor of every line.

    Args:
        views: the steps of which something is told, in order.
    """
    groups = dict[tuple[str, str], list[StepView]]()
    for view in views:
        if (cause := _cause(view)) is not None:
            groups.setdefault((view.result.step.span.path, cause), []).append(view)
    told = [(lines, Cause(lines[0], len(lines) - 1)) for lines in groups.values()]
    return {view.anchor: cause for lines, cause in told for view in lines}


def referring(view: StepView, cause: Cause) -> str:
    """What is said of another line: `as read here it is proved; the reason is that of notes.md:10:1`.

    Args:
        view: the line.
        cause: its cause.
    """
    found = DOUBT.fullmatch(view.reason)
    read = f"as read here it is {found['status']}; " if found else ""
    return f"{read}the reason is that of {cause.first.place}"


def _cause(view: StepView) -> str | None:
    """Why a line is not understood, without the verdicts that it has in one reading or another."""
    is_of_a_document = view.result.step.by_itself
    if not is_of_a_document or view.code != LOOKS[Status.NOT_UNDERSTOOD].code or not view.reason:
        return None
    found = DOUBT.fullmatch(view.reason)
    return view.reason if found is None else found["cause"] + found["advice"]


__all__ = ["Cause", "causes", "referring"]
