"""One integral on trial: what it is must not be refuted, what it is not must not be proved."""

from __future__ import annotations

import traceback
from pathlib import Path
from random import Random

from generate import Case
from trial import Outcome

from verify_derivations.check import decide

WRONG = {"true": ("refuted", "vacuous"), "mutant": ("proved", "vacuous")}
"""What must not be said of a claim of a kind."""


def both(case: Case, rng: Random, seconds: float) -> Outcome:
    """The verdict."""
    verdict = decide(case.claim, seconds=seconds)
    said = str(verdict.status)
    if verdict.reason.startswith("a bug of this software"):
        return Outcome("own bug", f"{verdict.reason}: {case}")
    return Outcome(said, f"{said}, which is wrong: {case}" if said in WRONG[case.kind] else "")


def tried(name: str, case: Case, rng: Random, seconds: float) -> Outcome:
    """The outcome of a trial; that the software raises is a failure like another."""
    try:
        return TRIALS[name](case, rng, seconds)
    except Exception as error:  # whatever escapes is the finding; the run goes on
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Outcome("raised", f"raised {type(error).__name__}: {error} ({where}): {case}")


TRIALS = {"both": both}
"""All ways to try such a claim, by name."""
