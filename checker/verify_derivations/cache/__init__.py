"""What a run printed is kept, and printed again while nothing has changed; whatever is not sure is no hit.

What is kept are the outputs and the exit code, as text. Verdicts are not: only the kernel can make one, and
it would have to judge again, which takes the time that is to be saved. So nothing that a cache holds can
become a verdict of this process; it is shown as what an earlier run said, and is trusted that far.
"""

from __future__ import annotations

from verify_derivations.cache.run import Run, kept_run

__all__ = ["Run", "kept_run"]
