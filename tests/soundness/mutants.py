"""The mutation score: `python tests/soundness/mutants.py derivations`, true lines made wrong in every way.

Each line that is proved is edited by every row of the table of edits, at every place. Most of what comes out
is false and must be refuted. What is not refuted must be equal to the line as printed, and is then proved to
be; or have no value anywhere; else it survives and is listed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from mutant_making import PRINTED_WRONGLY, true_lines
from mutant_trial import (
    EQUAL,
    MEANINGLESS,
    NOWHERE,
    PROVED,
    REFUTED,
    REPEATED,
    UNDECIDED,
    WITHIN,
    Line,
    Tried,
)

from verify_derivations.model import Document
from verify_derivations.pool import Done, Outcome, Pool
from verify_derivations.read.python import read_python
from verify_derivations.repair.edits import EDITS

SECONDS = 3600.0
"""The bound of all mutants of a line together; each has bounds of its own."""

ENOUGH = 0.99
"""The part of the wrong mutants that must be refuted."""


@dataclass
class Score:
    """What became of mutants, how many statements they were made of, and the statements not finished."""

    counts: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    unfinished: int = 0
    seconds: float = 0.0

    @property
    def wrong(self) -> int:
        """The mutants that are false, or may be."""
        return self.counts[REFUTED] + self.counts[PROVED] + self.counts[UNDECIDED]

    @property
    def is_enough(self) -> bool:
        """Nearly all that is wrong is refuted, nothing of it is proved, and all was tried."""
        refuted = self.counts[REFUTED] >= ENOUGH * self.wrong
        return refuted and not self.counts[PROVED] and not self.unfinished

    def add(self, answer: Outcome) -> None:
        """Take in what became of the mutants of one statement."""
        self.statements += 1
        if isinstance(answer, Done) and isinstance(answer.value, Tried):
            self.counts.update(answer.value.counts)
            self.seconds += answer.value.seconds
        else:
            self.unfinished += 1

    def __str__(self) -> str:
        refuted, wrong = self.counts[REFUTED], self.wrong
        part = f" ({100 * refuted / wrong:.2f} %)" if wrong else ""
        kinds = (PROVED, UNDECIDED, EQUAL, WITHIN, NOWHERE, MEANINGLESS, REPEATED)
        others = [f"{self.counts[what]} {what}" for what in kinds if self.counts[what]]
        left = [f"{self.unfinished} statements not finished"] if self.unfinished else []
        return "; ".join([f"{refuted} of {wrong} wrong ones refuted{part}", *others, *left])


def run(lines: Sequence[Line], jobs: int) -> Iterator[tuple[Line, Outcome]]:
    """Each line with what became of its mutants, in order, as soon as it is there."""
    with Pool("mutant_trial:work", jobs=jobs, seconds=SECONDS, fork=True) as pool:
        yield from zip(lines, pool.map(lines), strict=True)


def told(tried: Iterator[tuple[Line, Outcome]], total: Score) -> Iterator[str]:
    """A line for each derivation, with its survivors below it; the figures go into `total`."""
    for name, group in groupby(tried, key=lambda one: one[0].step.id.rpartition(".")[0]):
        own = Score()
        survivors = []
        for line, answer in group:
            for score in (own, total):
                score.add(answer)
            if isinstance(answer, Done):
                survivors += [f"  {what}: {mutant}: {why}" for what, mutant, why in answer.value.survivors]
            else:
                survivors.append(f"  not finished: {line.step.id}: {answer.reason}")
        yield f"{name}: {own}; {own.seconds:.1f} s"
        yield from survivors


def lines_of(documents: Sequence[Document], *, every: int = 1, quick: bool = False) -> list[Line]:
    """The true lines, each with the mutants that are to be tried: all, or an even part of them."""
    edits = tuple(dict.fromkeys(edit.name for edit in (PRINTED_WRONGLY if quick else EDITS)))
    return [Line(step, edits, every, k % every) for k, step in enumerate(true_lines(documents))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", help="claim files and folders of them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--step", help="only the line with this identifier")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="only each N-th mutant of every line"
    )
    parser.add_argument(
        "--printed", action="store_true", help="only edits that bring nothing in from elsewhere"
    )
    arguments = parser.parse_args()
    files = [f for p in arguments.paths for f in (sorted(p.rglob("*.py")) if p.is_dir() else [p])]
    documents = [read_python(str(path)) for path in files]
    lines = lines_of(documents, every=arguments.every, quick=arguments.printed)
    lines = [line for line in lines if arguments.step in (None, line.step.id, line.step.ref)]
    start, total = time.monotonic(), Score()
    for words in told(run(lines, arguments.jobs), total):
        print(words, flush=True)
    part = "all mutants" if arguments.every == 1 else f"one in {arguments.every} of the mutants"
    kinds = ", of the edits that bring nothing in from elsewhere" if arguments.printed else ""
    print(f"\n{part} of {total.statements} statements{kinds}: {sum(total.counts.values())}: {total}")
    print(f"{time.monotonic() - start:.0f} s, {arguments.jobs} processes, {total.seconds:.0f} s of computing")
    return 0 if total.is_enough else 1


if __name__ == "__main__":
    sys.exit(main())
