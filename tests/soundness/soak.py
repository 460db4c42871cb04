"""A long run of the soundness trials: `python tests/soundness/soak.py --claims 20000 --seed 7 --jobs 2`.

The claims are about numbers, with `--what arrays` about vectors, matrices and sums over indices, with
`--what ranges` about sums and products over ranges, with `--what gaussians` about integrals of polynomials
times exponentials of degree two.

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

import array_generate
import array_trial
import gaussian_generate
import gaussian_trial
import generate
import range_generate
import trial as number_trial

KINDS = {
    "numbers": (generate.case, number_trial),
    "arrays": (array_generate.case, array_trial),
    "ranges": (range_generate.case, array_trial),
    "gaussians": (gaussian_generate.case, gaussian_trial),
}
"""What makes the claims of a kind, and what tries them."""

PATIENCE = 30.0
"""After so many seconds without a word a child is ended; the claim that it was at is `stuck`."""

Report = list[tuple[str, str, str, str]]
"""What came out of one claim: trial, kind of claim, what was said, failure."""


def on_trial(what: str, seed: int, number: int, seconds: float) -> Report:
    """The outcomes of all trials of one claim."""
    case, trials = KINDS[what]
    made = case(seed, number)
    out = []
    for name in trials.TRIALS:
        outcome = trials.tried(name, made, Random(f"{seed}/{number}/points"), seconds)
        out.append((name, made.kind, outcome.said, outcome.failure))
    return out


def child(what: str, seed: int, numbers: list[int], seconds: float, pipe: Connection) -> None:
    """Try claim after claim; each number is sent before its claim is tried and its report after."""
    for number in numbers:
        pipe.send((number, None))
        pipe.send((number, on_trial(what, seed, number, seconds)))
    pipe.send(None)


class Lane:
    """One child process at a time, with the numbers that are left to it."""

    def __init__(self, what: str, seed: int, numbers: list[int], seconds: float) -> None:
        self.what, self.seed, self.numbers, self.seconds = what, seed, numbers, seconds
        self.at = -1
        self.start()

    def start(self) -> None:
        self.pipe, theirs = multiprocessing.Pipe(duplex=False)
        arguments = (self.what, self.seed, self.numbers, self.seconds, theirs)
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

    def __init__(self, what: str, seed: int) -> None:
        self.what, self.seed = what, seed
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.failures = 0

    def take(self, number: int, report: Report) -> None:
        for trial, kind, said, failure in report:
            self.counts[trial, kind, said] += 1
            if failure:
                self.fail(number, trial, failure)

    def stuck(self, number: int, why: str) -> None:
        """No wrong verdict, but nothing that may happen either."""
        made = KINDS[self.what][0](self.seed, number)
        self.counts["all", made.kind, why] += 1
        print(f"{why}: --what {self.what} --seed {self.seed} --only {number}: {made}", flush=True)

    def fail(self, number: int, trial: str, failure: str) -> None:
        self.failures += 1
        print(
            f"FAILURE --what {self.what} --seed {self.seed} --only {number} ({trial}) {failure}", flush=True
        )

    def print(self) -> None:
        for (trial, kind, said), count in sorted(self.counts.items()):
            print(f"{trial:14} {kind:7} {said:12} {count:8}")
        print(f"{self.failures} failures")


def run(what: str, seed: int, numbers: list[int], seconds: float, jobs: int) -> int:
    """The number of failures."""
    tally = Tally(what, seed)
    shares = [numbers[k::jobs] for k in range(jobs)]
    lanes = [Lane(what, seed, share, seconds) for share in shares if share]
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
    parser.add_argument("--what", choices=sorted(KINDS), default="numbers", help="what the claims are about")
    parser.add_argument("--claims", type=int, default=20000, help="how many claims are tried")
    parser.add_argument("--first", type=int, default=0, help="the number of the first claim")
    parser.add_argument("--seed", type=int, default=1, help="which claims")
    parser.add_argument("--only", type=int, help="the number of a single claim to try again")
    parser.add_argument("--seconds", type=float, default=1.0, help="the budget of a trial")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes")
    given = parser.parse_args()
    numbers = list(range(given.first, given.first + given.claims)) if given.only is None else [given.only]
    if given.only is not None:
        print(KINDS[given.what][0](given.seed, given.only))
    return 1 if run(given.what, given.seed, numbers, given.seconds, given.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
