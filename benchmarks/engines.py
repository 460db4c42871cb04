"""The engines by name: ours, SymPy's simplify and equals; Maxima has a door of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from benchmarks import maxima
from benchmarks.to_sympy import Untranslatable, difference
from verify_derivations.model import Claim, Reading, Status
from verify_derivations.read.records import RecordError, read_record
from verify_derivations.term.syntax.traverse import free_symbols

OURS, SIMPLIFY, EQUALS, MAXIMA = "ours", "simplify", "equals", "maxima"
LEFT_OUT = "left out"

Answer = tuple[str, float]
"""proved, refuted, undecided, timeout or left out; and the seconds of thinking."""

Engine = Callable[[dict[str, Any], float], Answer]
"""From a claim record and a cap in seconds to an answer."""


def ours(record: dict[str, Any], cap: float) -> Answer:
    """What a claim record gets from us; the time is that of deciding, or of seeing that it cannot be read."""
    from verify_derivations.check import decide

    start = time.perf_counter()
    try:
        claim = as_declared(read_record(record), record)
    except RecordError:
        return "undecided", time.perf_counter() - start
    start = time.perf_counter()
    status = decide(claim, seconds=cap).status
    seconds = time.perf_counter() - start
    return {Status.PROVED: "proved", Status.REFUTED: "refuted"}.get(status, "undecided"), seconds


def as_declared(claim: Claim, record: dict[str, Any]) -> Claim:
    """A record that declares every symbol means all of its domain; any other is read over the reals."""
    declared = set(record.get("symbols") or {})
    names = free_symbols(claim.lhs, claim.rhs)
    reading = Reading.DECLARED if names and declared.issuperset(names) else Reading.NATURAL
    return replace(claim, context=replace(claim.context, reading=reading))


def simplify(record: dict[str, Any], cap: float) -> Answer:
    """SymPy's simplify(lhs - rhs) == 0, derivatives carried out by SymPy."""
    import sympy

    expression = difference(claim_of(record))
    start = time.perf_counter()
    result = sympy.simplify(expression.doit())
    seconds = time.perf_counter() - start
    if result == 0:
        return "proved", seconds
    return ("refuted" if result.is_number and result.is_zero is False else "undecided"), seconds


def equals(record: dict[str, Any], cap: float) -> Answer:
    """SymPy's (lhs - rhs).equals(0)."""
    expression = difference(claim_of(record))
    start = time.perf_counter()
    result = expression.doit().equals(0)
    return {True: "proved", False: "refuted"}.get(result, "undecided"), time.perf_counter() - start


ENGINES: dict[str, Engine] = {OURS: ours, SIMPLIFY: simplify, EQUALS: equals}


def claim_of(record: dict[str, Any]) -> Claim:
    """The claim, to be translated."""
    try:
        return read_record(record)
    except RecordError as error:
        raise Untranslatable(error.message) from error


def available() -> list[str]:
    """The engines that can be measured here."""
    return [OURS, SIMPLIFY, EQUALS] + ([MAXIMA] if maxima.installed() else [])


__all__ = [
    "ENGINES",
    "EQUALS",
    "LEFT_OUT",
    "MAXIMA",
    "OURS",
    "SIMPLIFY",
    "Answer",
    "Engine",
    "as_declared",
    "available",
    "claim_of",
    "equals",
    "ours",
    "simplify",
]
