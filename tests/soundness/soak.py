"""A long run of the soundness trials: `python tests/soundness/soak.py --claims 20000 --seed 7 --jobs 2`.

Every claim is made from the seed and its number, so that a failure printed here can be made again with
`--only NUMBER`. Claims are tried in child processes: one that hangs or dies is counted, named and skipped.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection, wait
from random import Random

from generate import case
from trial import TRIALS, tried

PATIENCE = 30.0
"""After so many seconds without a word a child is ended; the claim that it was at is `stuck`."""

Report = list[tuple[str, str, str, str]]
"""What came out of one claim: trial, kind of claim, what was said, failure."""


def on_trial(seed: int, number: int, seconds: float) -> Report:
    """The outcomes of all trials of one claim."""
    made = case(seed, number)
    out = []
    for name in TRIALS:
        outcome = tried(name, made, Random(f"{seed}/{number}/points"), seconds)
        out.append((name, made.kind, outcome.said, outcome.failure))
    return out


def child(seed: int, numbers: list[int], seconds: float, pipe: Connection) -> None:
    """Try claim after claim; each number is sent before its claim is tried and its report after."""
    for number in numbers:
        pipe.send((number, None))
        pipe.send((number, on_trial(seed, number, seconds)))
    pipe.send(None)


class Lane:
    """One child process at a time, with the numbers that are left to it."""

    def __init__(self, seed: int, numbers: list[int], seconds: float) -> None:
        self.seed, self.numbers, self.seconds = seed, numbers, seconds
        self.at = -1
        self.start()

    def start(self) -> None:
        self.pipe, theirs = multiprocessing.Pipe(duplex=False)
        arguments = (self.seed, self.numbers, self.seconds, theirs)
        self.process = multiprocessing.Process(target=child, args=arguments, daemon=True)
        self.process.start()
        theirs.close()
        self.heard = time.monotonic()

    def after(self, number: int) -> None:
        """Go on in a new child with what follows a number."""
        self.process.kill()
        self.process.join()
        self.numbers = [n for n in self.numbers if n > number]
        if self.numbers:
            self.start()


class Tally:
    """Counts of outcomes, and failures as they come."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.failures = 0

    def take(self, number: int, report: Report) -> None:
        for trial, kind, said, failure in report:
            self.counts[trial, kind, said] += 1
            if failure:
                self.fail(number, trial, failure)

    def stuck(self, number: int, why: str) -> None:
        """No wrong verdict, but nothing that may happen either."""
        self.counts["all", case(self.seed, number).kind, why] += 1
        print(f"{why}: --seed {self.seed} --only {number}: {case(self.seed, number)}", flush=True)

    def fail(self, number: int, trial: str, failure: str) -> None:
        self.failures += 1
        print(f"FAILURE --seed {self.seed} --only {number} ({trial}) {failure}", flush=True)

    def print(self) -> None:
        for (trial, kind, said), count in sorted(self.counts.items()):
            print(f"{trial:14} {kind:7} {said:12} {count:8}")
        print(f"{self.failures} failures")


def run(seed: int, numbers: list[int], seconds: float, jobs: int) -> int:
    """The number of failures."""
    tally = Tally(seed)
    shares = [numbers[k::jobs] for k in range(jobs)]
    lanes = [Lane(seed, share, seconds) for share in shares if share]
    while lanes:
        wait([lane.pipe for lane in lanes], timeout=1.0)
        lanes = [lane for lane in lanes if serve(lane, tally)]
    tally.print()
    return tally.failures


def serve(lane: Lane, tally: Tally) -> bool:
    """Hear what a lane has to say; False when it is done."""
    try:
        while lane.pipe.poll():
            word = lane.pipe.recv()
            lane.heard = time.monotonic()
            if word is None:
                lane.process.join()
                return False
            lane.at, report = word
            if report is not None:
                tally.take(lane.at, report)
    except EOFError:
        tally.stuck(lane.at, "died")
        lane.after(lane.at)
        return bool(lane.numbers)
    if time.monotonic() - lane.heard > PATIENCE:
        tally.stuck(lane.at, "stuck")
        lane.after(lane.at)
        return bool(lane.numbers)
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=20000, help="how many claims are tried")
    parser.add_argument("--seed", type=int, default=1, help="which claims")
    parser.add_argument("--only", type=int, help="the number of a single claim to try again")
    parser.add_argument("--seconds", type=float, default=1.0, help="the budget of a trial")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes")
    given = parser.parse_args()
    numbers = list(range(given.claims)) if given.only is None else [given.only]
    if given.only is not None:
        print(case(given.seed, given.only))
    return 1 if run(given.seed, numbers, given.seconds, given.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
