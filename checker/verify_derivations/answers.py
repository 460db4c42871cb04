"""What a worker does with a claim record: read it, decide it, and put the verdict into an answer."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from verify_derivations.bulk import EMPTY, MOST_BYTES_A_LINE, encode
from verify_derivations.decide import agreed, decide, mend
from verify_derivations.kernel.judge import judge_together
from verify_derivations.model import Claim, Enclosure, Read, Status, Tableau, Verdict, Witness
from verify_derivations.read.records import RecordError, read_readings
from verify_derivations.term.notation.internal_names import as_printed
from verify_derivations.term.notation.text import relation_text

LONGEST_READING = 10_000


def answer_line(numbered: tuple[int, bytes], seconds: float) -> tuple[bool, str]:
    """Whether the line is no JSON object, and the line that answers it."""
    number, line = numbered
    try:
        if len(line) > MOST_BYTES_A_LINE:
            raise ValueError(f"it is longer than {MOST_BYTES_A_LINE >> 20} MB")
        record = READING.decode(line.decode(json.detect_encoding(line), "surrogatepass").rstrip())
        if not isinstance(record, dict):
            raise ValueError("it is no JSON object")
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        reason = f"line {number} is no claim record: {_words(error)}"
        return True, encode({**EMPTY, "status": "ill-formed", "reason": reason, "line": number})
    return False, encode(answer_record(record, seconds))


def _integer(digits: str) -> int:
    if len(digits) > 1000:  # Python turns down more than some thousands, in words about itself
        raise ValueError("it holds a number of more than 1000 digits")
    return int(digits)


def _no_number(word: str) -> float:
    raise ValueError(f"it is not JSON: there is no number {word}")


READING = json.JSONDecoder(parse_int=_integer, parse_constant=_no_number)
"""Made once: `json.loads` would make one for each line."""


def _words(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON: {error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start + 1} is not UTF-8"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def answer_record(record: object, seconds: float) -> dict[str, Any]:
    """The answer to a claim record: a dictionary with the fields of `EMPTY`."""
    start = time.perf_counter()
    claims, verdict = _decided(record, seconds)
    id = record.get("id") if isinstance(record, dict) else None
    return answer(id, claims, verdict, time.perf_counter() - start)


def verdict_of_record(record: object, seconds: float) -> Verdict:
    """The verdict of a claim record."""
    return _decided(record, seconds)[1]


def _decided(record: object, seconds: float) -> tuple[list[Claim], Verdict]:
    try:
        read = read_readings(record)
    except RecordError as error:
        return [], Verdict(error.status, reason=error.message)
    steps = (*read.steps, read)
    return [one.claim for one in steps], judge_together([_verdict(one, seconds) for one in steps])


def _verdict(read: Read, seconds: float) -> Verdict:
    """The verdict of a claim; what is not understood and looks wrong is told in its reason."""
    known: dict[Claim, Verdict] = {}

    def verdict_of(claim: Claim) -> Verdict:
        if claim not in known:
            known[claim] = decide(claim, seconds=seconds)
        return known[claim]

    verdict = agreed(verdict_of(read.claim), read.alternatives, verdict_of)
    if verdict.status is not Status.NOT_UNDERSTOOD:
        return verdict
    from verify_derivations.render.mending import suspicion_text  # only who is in doubt pays for these
    from verify_derivations.suspicions import suspicion_of

    found = suspicion_of(
        read.claim, read.alternatives, verdict_of, lambda wrong: mend(wrong, seconds=seconds / 2)[0]
    )
    return replace(verdict, reason=f"{verdict.reason}; {suspicion_text(found)}") if found else verdict


def answer(id: Any, claims: Sequence[Claim], verdict: Verdict, seconds: float) -> dict[str, Any]:
    """A verdict as an answer; a record makes one claim, or those of a chain."""
    return {
        "id": id,
        "status": str(verdict.status),
        "conditions": [as_printed(condition.text) for condition in verdict.conditions],
        "witness": None if verdict.witness is None else _witness(verdict.witness),
        "read_as": _read_as(claims),
        "reason": as_printed(verdict.reason),
        "seconds": round(seconds, 4),
    }


def _witness(witness: Witness) -> dict[str, Any]:
    out = {
        "values": {as_printed(name): value for name, value in witness.point},
        "functions": dict(witness.functions),
        "sizes": dict(witness.sizes),
        "lhs": witness.lhs.exact or witness.lhs.decimal,
        "rhs": witness.rhs.exact or witness.rhs.decimal,
    }
    return out if witness.tableau is None else out | _entries(witness.tableau)


def _entries(tableau: Tableau) -> dict[str, Any]:
    """All entries of both sides, row by row, and the one that the values above are of."""

    def value(found: Enclosure | None) -> str | None:
        return None if found is None else found.exact or found.decimal

    return {
        "entry": list(tableau.at),
        "lhs_entries": [[value(cell.lhs) for cell in row] for row in tableau.rows],
        "rhs_entries": [[value(cell.rhs) for cell in row] for row in tableau.rows],
    }


def _read_as(claims: Sequence[Claim]) -> str:
    out = "; ".join(relation_text(claim.lhs, claim.relation, claim.rhs) for claim in claims)
    return out if len(out) <= LONGEST_READING else out[: LONGEST_READING - 3] + "..."
