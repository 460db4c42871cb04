"""Everything that can be said to an author, as exceptions and diagnostics with a stable code each."""

from __future__ import annotations

from verify_derivations.dataclass import dataclass
from verify_derivations.span import Span

CODES: dict[str, str] = {
    "VD001": "a path that does not exist",
    "VD002": "a file that cannot be read",
    "VD003": "a file of a kind that has no reader",
    "VD004": "nothing to check was found",
    "VD005": "a file that is larger than what is read",
    "VD006": "bytes that are not UTF-8",
    "VD010": "an unknown configuration key",
    "VD011": "a configuration value that cannot be used",
    "VD012": "a configuration file that cannot be read",
    "VD101": "a refuted step",
    "VD102": "an undecided step",
    "VD103": "an ill-formed statement",
    "VD104": "a statement that is not understood",
    "VD105": "a vacuous statement",
    "VD106": "a step whose verdict is not the expected one",
    "VD107": "a statement that is not understood and looks wrong",
    "VD201": "a claim file that raised an exception",
    "VD202": "a claim that is no relation",
    "VD203": "an expression that has no meaning as a term",
    "VD204": "an identifier that is used twice",
    "VD205": "a derivation without a first expression",
    "VD206": "an expectation without a reason",
    "VD207": "a declaration that contradicts itself",
    "VD301": "a certificate that does not check",
    "VD401": "a formula that is never closed",
    "VD402": "a command of the author's that cannot be replaced by what it stands for",
    "VD403": "a file that a document takes in and that is not read",
    "VD404": "a notebook that is none",
    "VD405": "an annotation that is not understood",
    "VD406": "an annotation that is about nothing",
}
"""The stable codes and what each is about; the text of a message says the rest."""


class VerifyDerivationsError(Exception):
    """A problem of the input or of the use of the software; `code` is one of `CODES`."""

    code = "VD000"

    def __init__(self, message: str, *, code: str | None = None, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        if code is not None:
            self.code = code


class UsageError(VerifyDerivationsError):
    """The command line or the configuration cannot be followed; exit code 2."""


class TermError(VerifyDerivationsError):
    """An expression has no meaning in the term language (an unknown function, a float, an infinity)."""

    code = "VD203"


class TooLarge(TermError):
    """A term would be too large if it were written out."""


class AuthoringError(VerifyDerivationsError):
    """A claim file says something that is no claim."""

    code = "VD202"


class CertificateError(VerifyDerivationsError):
    """A certificate does not check; the searcher that made it has a bug."""

    code = "VD301"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message about the input, with its place; a broken file yields these instead of a traceback."""

    code: str
    message: str
    span: Span | None = None
    help: str = ""


class FormulaError(VerifyDerivationsError):
    """A formula that cannot be read at all, such as one with a bracket that is never closed.

    `start` and `end` are the offsets of the place within the formula.
    """

    code = "VD103"

    def __init__(self, message: str, start: int, end: int, *, help: str = "") -> None:
        super().__init__(message, help=help)
        self.start = start
        self.end = end
