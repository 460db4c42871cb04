"""Small reports made by hand, for the renderers' tests: every status, every origin, and hostile text."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.errors import Diagnostic
from verify_derivations.model import (
    SEAL,  # noqa: TID251  # the renderers need sealed verdicts to show; nothing is decided here
    Claim,
    Condition,
    Derivation,
    Document,
    Enclosure,
    Kind,
    Source,
    Status,
    Step,
    Verdict,
    Witness,
)
from verify_derivations.results import DerivationResult, DocumentResult, Origin, Report, StepResult
from verify_derivations.span import Span
from verify_derivations.term.syntax.nodes import Symbol

PATH = "derivations/sigmoid.py"
SOURCE = Source("logistic-notes.md", "逻辑回归笔记：损失函数的梯度")
CLAIM = Claim(Symbol("a"), "=", Symbol("b"))
LOCAL = Claim(Symbol("c"), "=", Symbol("b"))

HOSTILE = (
    '<img src=x onerror="alert(1)">',
    r"\text{<script>alert(1)</script>}",
    "\"'><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    r"\input{/etc/passwd}\write18{ls}",
    r"\end{document}",
    "a\x00b\x1b[31mc\ud800d\u202ee",
    "{" * 5000 + "x" + "}" * 5000,
    r"\frac1" * 20_000,
    r"\def\a{\a\a}\a",
    "]]>--><!--",
    "100% & #1 $x$ ~ ^ _ \\",
    "",
)


def proved(*conditions: Condition, reason: str = "") -> Verdict:
    return Verdict(Status.PROVED, reason, conditions, found_by="canonical form", seal=SEAL)


def refuted(left: str = "0.25", right: str = "0.5") -> Verdict:
    witness = Witness((("z", "1/7"),), Enclosure(left, "1/4" if left == "0.25" else None), Enclosure(right))
    return Verdict(Status.REFUTED, witness=witness, found_by="sampling", seal=SEAL)


def open_verdict(status: Status, reason: str) -> Verdict:
    return Verdict(status, reason)


def vacuous() -> Verdict:
    return Verdict(Status.VACUOUS, "ln(x) and ln(-x) are never both defined", seal=SEAL)


def step(number: int | str, printed: str, **told) -> Step:
    line = told.pop("at", 3)
    told.setdefault("kind", Kind.CLAIM)
    told.setdefault("claim", CLAIM if told["kind"] is Kind.CLAIM else None)
    return Step(f"sigmoid.{number}", span=Span(PATH, line, 5), printed=printed, **told)


LINES = (
    "from verify_derivations import D, derivation",
    'with derivation("sigmoid", "S 型函数的导数") as d:',
    "    d.begin(D(f(z), z))",
    '    d.equals((1 + exp(-z)) / (1 + exp(-z)) ** 2, because="因此")',
    "    d.equals(f(z) * (1 - f(z)))",
)


def chain() -> DerivationResult:
    """A chain in which an error starts, is carried on and is undone."""
    told = {"chain": "sigmoid", "line": 75}
    steps = (
        StepResult(
            Step("sigmoid.1", Kind.DEFINITION, None, Span(PATH, 2), r"f(z) = \frac{1}{1+e^{-z}}", ":="), None
        ),
        StepResult(
            step(2, r"f'(z) = \frac{e^{-z}}{(1+e^{-z})^2}", because="quotient rule", at=3, **told),
            proved(),
            read_as=r"\frac{d}{d z} \frac{1}{1 + e^{- z}} = \frac{e^{- z}}{\left(1 + e^{- z}\right)^{2}}",
        ),
        StepResult(
            step(3, r"\frac{1+e^{-z}}{(1+e^{-z})^2}", local=LOCAL, at=4, because="因此", **told),
            refuted(),
            refuted(),
            Origin.INTRODUCED,
            r"\frac{d}{d z} f(z) = \frac{1 + e^{- z}}{\left(1 + e^{- z}\right)^{2}}",
        ),
        StepResult(step("3-corrected", r"\frac{e^{-z}}{(1+e^{-z})^2}", corrects="sigmoid.3"), proved()),
        StepResult(
            step(
                4,
                r"= \frac{1}{1+e^{-z}}",
                local=LOCAL,
                expect=Status.REFUTED,
                wrong="the −1 of the numerator is lost",
                **told,
            ),
            refuted(),
            proved(),
            Origin.INHERITED,
        ),
        StepResult(step(5, "f(z)(1-f(z))", local=LOCAL, **told), proved(), refuted(), Origin.REPAIRED),
    )
    shell = Derivation("sigmoid", "S 型函数的导数: the sigmoid's derivative", Span(PATH, 2), SOURCE, 75)
    return DerivationResult(replace(shell, steps=tuple(s.step for s in steps)), steps)


def statements() -> DerivationResult:
    """Lone statements: one of each other status, a known error, and things that claim nothing."""
    positive = Condition("x != 0", r"x \neq 0")
    steps = (
        StepResult(
            step("b1", r"\frac{x^2}{x} = x", ref="004-17"), proved(positive, Condition("y > 0", "y > 0"))
        ),
        StepResult(
            step("b2", r"H(X) = -\int_x p \log p"),
            open_verdict(Status.UNDECIDED, "12 points agree to 30 digits"),
        ),
        StepResult(
            step("b3", r"\frac 1 {h(y))}", claim=None, unreadable=(Status.ILL_FORMED, "a bracket too many")),
            open_verdict(Status.ILL_FORMED, "a bracket too many"),
        ),
        StepResult(step("b3-corrected", r"\frac{1}{h(y)}", corrects="sigmoid.b3"), proved()),
        StepResult(
            step(
                "b4", r"\therefore\ \hat y \to 1", expect=Status.NOT_UNDERSTOOD, wrong="no direction is given"
            ),
            open_verdict(Status.NOT_UNDERSTOOD, "a limit without a direction"),
        ),
        StepResult(step("b5", r"\ln x + \ln(-x) = 0"), vacuous()),
        StepResult(
            step("b6", r"\sigma(-5.5) = 0.004", expect=Status.REFUTED, wrong="it was mended"), proved()
        ),
        StepResult(
            step("b7", r"w := w - \eta\, dw", kind=Kind.UPDATE_RULE, note="one step of descent"), None
        ),
    )
    shell = Derivation("statements", "Lone statements", Span(PATH, 9), note="Every other status.")
    return DerivationResult(replace(shell, steps=tuple(s.step for s in steps)), steps)


def sample() -> Report:
    """A report with everything in it."""
    results = (chain(), statements())
    trouble = (Diagnostic("VD203", "oo is no number", Span(PATH, 4, 1), "write a limit"),)
    document = Document(PATH, "The sigmoid", tuple(r.derivation for r in results), trouble)
    return Report((DocumentResult(document, results),), (), "0.1.0", {PATH: LINES})


def only(*results: StepResult, path: str = PATH, lines: tuple[str, ...] = LINES) -> Report:
    """A report of one derivation with these steps."""
    shell = Derivation("sigmoid", "The sigmoid", Span(path, 2), SOURCE, 75)
    derivation = DerivationResult(replace(shell, steps=tuple(r.step for r in results)), results)
    document = DocumentResult(Document(path, "Sigmoid", (derivation.derivation,)), (derivation,))
    return Report((document,), (), "0.1.0", {path: lines})


def hostile(text: str) -> Report:
    """A report in which every text that comes from a document is this one."""
    span = Span(PATH, 3, 5)
    told = Step(
        "sigmoid.1", Kind.CLAIM, CLAIM, span, text, ref=text, because=text, note=text, wrong=text, expect=None
    )
    witness = Witness(((text, text),), Enclosure(text), Enclosure(text, text))
    verdict = Verdict(Status.REFUTED, text, (Condition(text, text),), witness, found_by=text, seal=SEAL)
    result = StepResult(told, verdict, open_verdict(Status.UNDECIDED, text), Origin.REPAIRED, text + " ")
    shell = Derivation(text or "id", text, span, Source(text, text, text), 1, text, steps=(told,))
    document = Document(PATH, text, (shell,), (Diagnostic("VD203", text, span, text),))
    report = DocumentResult(document, (DerivationResult(shell, (result,)),))
    return Report((report,), (), "0.1.0", {PATH: (text,) * 4})
