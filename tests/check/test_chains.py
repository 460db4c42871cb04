"""What each step does to its chain follows from its two verdicts, and no more is said than follows."""

from __future__ import annotations

import pytest

from verify_derivations.chains import chains, with_origins
from verify_derivations.check import check_derivation
from verify_derivations.model import (
    SEAL,  # noqa: TID251  # verdicts to look at; nothing is decided here
    Claim,
    Derivation,
    Kind,
    Status,
    Step,
    Verdict,
)
from verify_derivations.render.chain import chain_sentence
from verify_derivations.results import Origin, StepResult
from verify_derivations.span import Span
from verify_derivations.term.notation.plain import parse_plain

WORDS = {
    "p": Status.PROVED,
    "r": Status.REFUTED,
    "u": Status.UNDECIDED,
    "i": Status.ILL_FORMED,
    "n": Status.NOT_UNDERSTOOD,
}


def verdict(letter: str) -> Verdict | None:
    return None if letter == "-" else Verdict(WORDS[letter], seal=SEAL)


def results(lines: str) -> list[StepResult]:
    """`"p- rr"`: for each line the verdict against the head and against the line before, `-` for none."""
    pairs = lines.split()
    steps = [Step(f"s{k}", Kind.CLAIM, None, Span("s.py", k), chain="s") for k in range(len(pairs))]
    return [StepResult(s, verdict(p[0]), verdict(p[1])) for s, p in zip(steps, pairs, strict=True)]


I, H, R, U = Origin.INTRODUCED, Origin.INHERITED, Origin.REPAIRED, Origin.UNCLEAR

ORIGINS = [
    ("p- pp pp", [None, None, None]),
    ("r- pp", [I, None]),
    ("p- rr rp pr", [None, I, H, R]),
    ("p- rr rr pr", [None, I, I, R]),
    ("p- rp", [None, I]),  # it follows from the line before only where that is defined
    ("p- ru", [None, I]),  # the line before is right, so it is this one
    ("p- u- rp", [None, None, H]),  # the line before was wrong as well, though that was not found out
    ("p- u- rr", [None, None, I]),
    ("p- u- ru", [None, None, U]),  # here or before: nothing tells
    ("p- i- r-", [None, None, U]),
    ("p- n- r- rp", [None, None, U, H]),
    ("p- rr ru", [None, I, U]),
    ("p- pr", [None, None]),  # the line before was right: there is nothing to undo
    ("p- u- pr", [None, None, R]),
    ("p- rr up", [None, I, None]),
]


@pytest.mark.parametrize(("lines", "origins"), ORIGINS)
def test_what_a_step_does_to_its_chain(lines, origins):
    assert [r.origin for r in with_origins(results(lines))] == origins


SENTENCES = [
    ("p- pp", ""),
    ("p- rr", "An error starts at step 1. The first and the last line do not agree."),
    (
        "p- rr rp",
        "An error starts at step 1, carried on by step 2. The first and the last line do not agree.",
    ),
    (
        "p- rr rp rp pr",
        "An error starts at step 1, carried on by steps 2 and 3, step 4 is right again and does not say so."
        " The first and the last line agree all the same.",
    ),
    (
        "p- rr rr u-",
        "Errors start at steps 1 and 2. Whether the first and the last line agree is not known.",
    ),
    ("p- u- ru", "Step 2 is wrong, or a line before it. The first and the last line do not agree."),
]


@pytest.mark.parametrize(("lines", "sentence"), SENTENCES)
def test_a_chain_with_an_error_is_told_in_a_sentence(lines, sentence):
    (chain,) = chains(with_origins(results(lines)))
    assert chain_sentence(chain, {f"s{k}": str(k) for k in range(9)}) == sentence


def test_corrected_lines_and_lone_statements_are_in_no_chain():
    alone = StepResult(Step("a", Kind.CLAIM, None, Span("s.py", 1)), verdict("p"))
    corrected = StepResult(
        Step("c", Kind.CLAIM, None, Span("s.py", 2), chain="s", corrects="s0"), verdict("r")
    )
    (chain,) = chains([*with_origins([*results("p- pp"), corrected, alone])])
    assert [r.step.id for r in chain.steps] == ["s0", "s1"]
    assert with_origins([corrected, alone])[0].origin is None


def test_two_chains_of_a_derivation_do_not_meet():
    first = results("p- rr")
    other = [StepResult(Step("t", Kind.CLAIM, None, Span("s.py", 1), chain="t"), verdict("r"), verdict("p"))]
    found = with_origins([*first, *other])
    assert [r.origin for r in found] == [None, I, I]
    assert [chain.name for chain in chains(found)] == ["s", "t"]


def test_a_chain_that_is_wrong_in_the_middle_is_checked_from_end_to_end():
    head = parse_plain("(x + 1)**2 - 1")
    lines = [parse_plain(text) for text in ("x**2 + 2*x", "x**2 - 2*x", "x*(x - 2)", "x*(x + 2)")]
    steps = tuple(
        Step(
            f"s{k}",
            Kind.CLAIM,
            Claim(head, "=", line),
            Span("s.py", k),
            chain="s",
            local=Claim(lines[k - 1], "=", line) if k else None,
        )
        for k, line in enumerate(lines)
    )
    result = check_derivation(Derivation("s", "", Span("s.py", 1), steps=steps))
    assert [r.origin for r in result.steps] == [None, I, H, R]
    (chain,) = chains(result.steps)
    assert chain.ends is Status.PROVED
    assert chain.of(I, H) == result.steps[1:3]
