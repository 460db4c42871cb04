"""What stands in the way of a reading: the status to answer, the place, the declaration that would help."""

from __future__ import annotations

from verify_derivations.errors import VerifyDerivationsError
from verify_derivations.model import Status
from verify_derivations.parse.tree import Node


class NotRead(VerifyDerivationsError):
    """A formula, or a part of one, that is not read; `start` and `end` are offsets in its text."""

    code = "VD104"

    def __init__(
        self,
        message: str,
        node: Node | None = None,
        *,
        help: str = "",
        status: Status = Status.NOT_UNDERSTOOD,
    ) -> None:
        super().__init__(message, help=help)
        self.status = status
        self.start = node.start if node is not None else 0
        self.end = node.end if node is not None else 0


class Clash(NotRead):
    """Shapes that do not fit, of sizes that are known.

    Attributes:
        mend: what would fit.
        declared: all that stands in the side, or in the two sides, in which they clash is declared.
        within: they clash within one of the sides.
    """

    def __init__(self, message: str, node: Node, *, mend: str = "") -> None:
        super().__init__(message, node, help="declare the shapes")
        self.mend = mend
        self.declared = self.within = False

    def as_ill_formed(self) -> NotRead:
        """The same where everything that stands there is declared: the statement has no meaning."""
        found = ill_formed(self.message, help=self.mend)
        found.start, found.end = self.start, self.end
        return found

    def with_more(self, words: str, help: str) -> NotRead:
        """The same with more words, where it has a meaning by another convention."""
        found = NotRead(self.message + words, help=help)
        found.start, found.end = self.start, self.end
        return found


class Contradicted(NotRead):
    """What can be read, and not as the text says elsewhere that it is meant."""


def ill_formed(message: str, node: Node | None = None, *, help: str = "") -> NotRead:
    """What has no meaning as it is printed."""
    return NotRead(message, node, help=help, status=Status.ILL_FORMED)
