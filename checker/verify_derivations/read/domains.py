"""What a claim record says about where a symbol lives; and the error for what is no record."""

from __future__ import annotations

from collections.abc import Mapping

from verify_derivations.errors import VerifyDerivationsError
from verify_derivations.model import Status
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain

KEYS = ("domain", "shape", "assume")

OBJECTS = (dict, Mapping)
"""What may stand for a JSON object; a dictionary is told sooner than any mapping."""


class RecordError(VerifyDerivationsError):
    """A record is no claim; `status` is what is answered."""

    def __init__(self, message: str, status: Status = Status.ILL_FORMED) -> None:
        super().__init__(message)
        self.status = status


def domain_of(name: str, said: object) -> Domain:
    """The domain that a declaration gives: {"domain": "positive"}, or short "positive".

    Raises:
        RecordError: there is no such domain, or the declaration has another field.

    >>> domain_of("x", "positive") is domain_of("x", {"domain": "positive"})
    True
    """
    if isinstance(said, Domain):
        return said
    said = {"domain": said} if isinstance(said, str) else said
    if not isinstance(said, OBJECTS):
        raise RecordError(
            f'symbols: {name} is {kind_of(said)}; it should be an object such as {{"domain": "real"}}'
        )
    for key in said:
        if key not in KEYS:
            raise RecordError(
                f"symbols: there is no field {str(key)[:40]!r} in a declaration ({name})",
                Status.NOT_UNDERSTOOD,
            )
    domain = said.get("domain")
    if domain is None:
        return REAL
    if not isinstance(domain, str) or domain not in DOMAINS:
        raise RecordError(
            f"symbols: {str(domain)[:40]!r} is no domain ({name}); one of " + ", ".join(DOMAINS),
            Status.NOT_UNDERSTOOD,
        )
    return DOMAINS[domain]


def kind_of(value: object) -> str:
    """What JSON calls a value of this type."""
    if value is None:
        return "null"
    kinds = {bool: "a truth value", int: "a number", float: "a number", str: "text", list: "a list"}
    return kinds.get(type(value), "an object")


__all__ = ["OBJECTS", "RecordError", "domain_of", "kind_of"]
