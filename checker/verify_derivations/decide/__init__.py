"""From a claim to a verdict: the only place where searchers and the kernel come together."""

from __future__ import annotations

from verify_derivations.decide.claim import BUDGET_SECONDS, decide
from verify_derivations.decide.mending import mend, points_for
from verify_derivations.decide.readings import agreed, doubted
from verify_derivations.decide.sizes import told_of_sizes

__all__ = ["BUDGET_SECONDS", "agreed", "decide", "doubted", "mend", "points_for", "told_of_sizes"]
