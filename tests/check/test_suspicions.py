"""What is not understood and looks wrong: one misprint away from a proof, and not what could be meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.decide import decide, doubted
from verify_derivations.elaborate.document.documents import document_of
from verify_derivations.errors import CertificateError
from verify_derivations.model import Alternative, Claim, Repair, Status, Suspicion
from verify_derivations.read.manuscripts import read_manuscript
from verify_derivations.render import RENDERERS, RenderOptions
from verify_derivations.render.explanation import explain_step
from verify_derivations.repair.misprints import keeps_names
from verify_derivations.results import Origin, Report, StepResult
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import ONE, Bound, Entry, Mul, Sum, Symbol, Term

SQUARES = r"\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - 2 \bar{x} \sum_{i=1}^n x_i"


def report_of(folder: Path, text: str) -> Report:
    path = folder / "notes.md"
    path.write_text(text, encoding="utf-8")
    return check_documents([document_of(read_manuscript(str(path)))])


def last_step(folder: Path, text: str) -> StepResult:
    return list(report_of(folder, text).steps())[-1]


MISPRINTS = [
    (rf"$${SQUARES} - n \bar{{x}}^2$$", "a sign"),
    (rf"$${SQUARES} + n \bar{{x}}^3$$", "an exponent"),
    (rf"$${SQUARES} + 3 n \bar{{x}}^2$$", "a factor too many"),
    (r"$$\sum_{i=1}^n (x_i - c)(y_i - c) = \sum_{i=1}^n (x_j y_i - c x_i - c y_i + c^2)$$", "another index"),
    (r"Let $Q$ be a random variable. $$\frac{Q}{a b} + \frac{1}{c} = \frac{Q c - a b}{a b c}$$", "a sign"),
]


@pytest.mark.parametrize(("text", "slip"), MISPRINTS)
def test_a_misprint_in_a_line_with_a_doubt_is_suspected_with_its_repair(
    text: str, slip: str, tmp_path: Path
) -> None:
    result = last_step(tmp_path, text)
    assert result.status is Status.NOT_UNDERSTOOD
    assert result.suspicion is not None
    assert result.suspicion.repair.slip == slip
    assert result.suspicion.refuted.witness is not None


SETTLED = [
    (r"$$(a + b)^2 - a^2 - b^2 + c - c = 3 a b$$", "a number"),
    (r"$$\frac{a n}{n} + \frac{b n}{n} = a - b$$", "a sign"),
]


@pytest.mark.parametrize(("text", "slip"), SETTLED)
def test_that_a_name_cancels_is_no_doubt_where_a_misprint_is_all_that_is_wrong(
    text: str, slip: str, tmp_path: Path
) -> None:
    result = last_step(tmp_path, text)
    assert result.status is Status.REFUTED
    assert result.origin is Origin.INTRODUCED
    assert result.suspicion is None
    assert result.repair is not None
    assert result.repair.slip == slip


def test_a_line_is_suspected_against_the_line_before_where_the_head_says_nothing(tmp_path: Path) -> None:
    text = r"""Let $M = \sum_{i=1}^n (x_i - \bar{x})^2$.

$$M = \sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n (c x_i - c \bar{x} + b)^2 =
\sum_{i=1}^n (c x_i - c \bar{x})^2 + 2 b \sum_{i=1}^n (c x_i - c \bar{x}) - n b^2$$
"""
    result = last_step(tmp_path, text)
    assert result.status is Status.NOT_UNDERSTOOD
    assert result.suspicion is not None
    assert result.suspicion.claim is result.step.local
    assert result.suspicion.repair.slip == "a sign"


def test_a_name_on_one_side_is_a_doubt_where_no_misprint_is_seen(tmp_path: Path) -> None:
    result = last_step(tmp_path, r"$$(a + b)^2 - a^2 - b^2 + c - c = 3 a d$$")
    assert result.status is Status.NOT_UNDERSTOOD
    assert result.suspicion is None


NO_MISPRINTS = {
    "it is so by what the name means: the deviations from a mean add up to 0": (
        r"$$\sum_{i=1}^n (x_i - \bar{x})(y_i - c) = \sum_{i=1}^n (x_i - \bar{x}) y_i$$"
    ),
    "one name may stand for the other": r"$$\bar{x} (x + y)^2 = \bar{x} (x^2 + 2 x y + z^2)$$",
    "d stands for no number": r"$$d x (a + b)^2 = d x (a^2 + 2 a b - b^2)$$",
    "there is too little in it": r"$$\bar{x} x + x = x (\bar{x} - 1)$$",
    "it says what a name is": r"$$\bar{x} = \frac{a + b x}{a - b x + a^2 b^2}$$",
    "it holds where what is doubted is so": (
        r"Let $\sigma$ be a standard deviation. $$\sqrt{\sigma^2 a^2 b^2 c^2} = \sigma \sqrt{a^2 b^2 c^2}$$"
    ),
    "it is no equation": r"$$\bar{x}^2 + 2 \bar{x} x + x^2 \leq \bar{x}^2 + x^2 + 3$$",
}


@pytest.mark.parametrize("why", NO_MISPRINTS)
def test_what_could_be_meant_so_is_not_suspected(why: str, tmp_path: Path) -> None:
    result = last_step(tmp_path, NO_MISPRINTS[why])
    assert result.status is not Status.REFUTED
    assert result.suspicion is None


KEPT = [
    ("a + 2*b", "a - 3*b", True),
    ("(a + b)*c", "a + b*c", True),
    ("sin(a)", "cos(a)", True),
    ("a**2/b", "b/a**2", True),
    ("a + b", "a + c", False),
    ("a*b + b", "a*b", False),
    ("f(a) + b", "g(a) + b", False),
]


@pytest.mark.parametrize(("printed", "edited", "kept"), KEPT)
def test_a_misprint_keeps_all_names(printed: str, edited: str, kept: bool) -> None:
    functions = ("f", "g")
    terms = [parse_plain(text, functions=functions) for text in (printed, edited)]
    assert keeps_names(*terms) is kept


J, K, RUNS = Symbol("j"), Symbol("k"), Bound(0)
XY = Entry("x", (RUNS,)), Entry("y", (RUNS,))

INDICES = [
    (Mul((Entry("x", (J,)), XY[1])), Mul(XY), True),
    (Mul(XY), Mul((Entry("x", (J,)), XY[1])), False),
    (Mul((Entry("x", (J,)), XY[1])), Mul((Entry("x", (K,)), XY[1])), False),
    (Mul((Entry("z", (J,)), XY[1])), Mul(XY), False),
    (Entry("a", (J, RUNS)), Entry("a", (RUNS, J)), False),
]


@pytest.mark.parametrize(("printed", "edited", "kept"), INDICES)
def test_only_the_index_that_runs_may_stand_for_a_free_one(printed: Term, edited: Term, kept: bool) -> None:
    assert keeps_names(Sum("i", ONE, Symbol("n"), printed), Sum("i", ONE, Symbol("n"), edited)) is kept


def claim(text: str) -> Claim:
    left, _, right = text.partition(" = ")
    return Claim(parse_plain(left), "=", parse_plain(right))


WRONG, RIGHT = claim("x + x = 3*x"), claim("x + x = 2*x")

DOUBTS = [
    ((), False),
    ((Alternative("x is something", "", covered=True),), True),
    ((Alternative("x is positive", "", WRONG, covered=True), Alternative("x is", "", covered=True)), True),
    ((Alternative("x is something", ""),), False),
    ((Alternative("x is no number", "", covered=True, alien=True),), False),
    ((Alternative("x is", "", covered=True), Alternative("x is 0", "", RIGHT, covered=True)), False),
]


@pytest.mark.parametrize(("alternatives", "found"), DOUBTS)
def test_a_doubt_is_a_reading_with_which_a_proof_would_stand_and_that_does_not_give_one(
    alternatives: tuple[Alternative, ...], found: bool
) -> None:
    assert (doubted(decide(WRONG), alternatives, decide) != ()) is found
    assert doubted(decide(RIGHT), alternatives, decide) == ()


def test_only_what_is_refuted_as_read_can_be_suspected() -> None:
    repair = Repair("right", "a number", WRONG.rhs, RIGHT.rhs, RIGHT, decide(RIGHT))
    with pytest.raises(CertificateError, match="not refuted"):
        Suspicion(RIGHT, decide(RIGHT), "x is something", repair)


def test_every_format_tells_of_it(tmp_path: Path) -> None:
    report = report_of(tmp_path, MISPRINTS[0][0])
    told = {
        name: RENDERERS[name](report, RenderOptions())
        for name in ("full", "concise", "html", "latex", "json")
    }
    assert "VD107 not understood" in told["full"]
    assert "as read here it does not hold" in told["full"]
    assert "holds if the right side is" in told["full"]
    assert "1 of 1 statement not understood looks wrong" in told["full"]
    assert "it looks wrong: at" in told["concise"]
    assert "it looks wrong: as read here it does not hold" in told["html"]
    assert "a sign" in told["html"]
    glance = told["html"].partition('<div class="glance">')[2].partition('<div class="detail">')[0]
    assert r"nothing can be said if \bar{x} is made from x" in glance
    assert "look at the line: it is misprinted, or meant as the reason says" in told["html"]
    assert "looks wrong" in told["latex"]
    data = json.loads(told["json"])
    assert data["summary"]["suspected"] == 1
    [step] = data["documents"][0]["derivations"][0]["steps"]
    assert step["status"] == "not understood"
    assert step["code"] == "VD107"
    assert step["suspicion"]["repair"]["slip"] == "a sign"
    assert step["suspicion"]["unless"] == r"\bar{x} is made from x"
    [derivation] = report.documents[0].derivations
    explained = "\n".join(explain_step(derivation.steps[0], derivation.derivation))
    assert "looks wrong" in explained
    assert r"unless \bar{x} is made from x" in explained
