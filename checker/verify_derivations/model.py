"""The nouns of the software: what was read, what it claims, and what is known of that; all of it frozen."""

from __future__ import annotations

import re
from dataclasses import InitVar, field
from enum import StrEnum

from verify_derivations.certificate import Certificate
from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError, Diagnostic
from verify_derivations.span import Span
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import Term


class Status(StrEnum):
    """What can be said of a claim; `PROVED` and `REFUTED` (and `VACUOUS`) come from the kernel alone."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNDECIDED = "undecided"
    ILL_FORMED = "ill-formed"
    NOT_UNDERSTOOD = "not understood"
    VACUOUS = "vacuous"


class Kind(StrEnum):
    """What a statement is; only a claim (and an approximation) gets a verdict."""

    CLAIM = "claim"
    DEFINITION = "definition"
    CONDITION = "condition"
    UPDATE_RULE = "update rule"
    DECLARED = "declared"
    ELIDED = "elided"
    APPROXIMATION = "approximation"
    PROPORTIONALITY = "proportionality"
    NO_CLAIM = "no claim"


class Reading(StrEnum):
    """In which numbers a statement is read.

    `NATURAL`: over the reals; a value that is not real is undefined. `DECLARED`: the same, but the author
    has stated the domain of every symbol, so points of it where a side is not real are looked at, too.
    `PRINCIPAL`: in the complex numbers, with principal values. A complex symbol or a written imaginary
    unit makes every reading the principal one.
    """

    NATURAL = "natural"
    DECLARED = "declared"
    PRINCIPAL = "principal"


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a derivation transcribes: its file name, title and language, for the report."""

    name: str
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A symbol and where it lives."""

    name: str
    domain: Domain = REAL


@dataclass(frozen=True, slots=True)
class Definition:
    """`head := body`, where head is a symbol or a function applied to distinct symbols (its parameters)."""

    head: Term
    body: Term


@dataclass(frozen=True, slots=True)
class ArrayDeclaration:
    """A vector, matrix or larger array: the size of each of its indices, and what is assumed of it.

    `assumed` holds words of `term.syntax.domain.ARRAY_WORDS`: sym, inv, spd, orth, simplex. `entries` is
    where each entry lives.
    """

    name: str
    shape: tuple[Term, ...]
    assumed: tuple[str, ...] = ()
    entries: Domain = REAL


@dataclass(frozen=True, slots=True)
class Context:
    """Everything in force where a claim stands. A symbol without a declaration is real."""

    declarations: tuple[Declaration, ...] = ()
    definitions: tuple[Definition, ...] = ()
    assumptions: tuple[Claim, ...] = ()
    functions: tuple[str, ...] = ()
    """Functions that stand for any smooth function."""
    reading: Reading = Reading.NATURAL
    arrays: tuple[ArrayDeclaration, ...] = ()
    indices: tuple[tuple[str, Term], ...] = ()
    """Free indices and the size up to which each runs, from 1; a claim holds for all of their values."""
    matrices: bool = False
    """The author compares arrays: no index was written, and those above, rows first, number their entries."""
    provided: tuple[Condition, ...] = ()
    """What the reading supposes of functions that stand nowhere in the terms; told with a proof."""

    def domain(self, name: str) -> Domain:
        """The declared domain of a symbol, the real line if nothing is declared."""
        for declaration in self.declarations:
            if declaration.name == name:
                return declaration.domain
        return REAL


@dataclass(frozen=True, slots=True)
class Claim:
    """`lhs relation rhs`, in a context: the mathematical content of a step and nothing else."""

    lhs: Term
    relation: str
    rhs: Term
    context: Context = Context()

    def __hash__(self) -> int:
        # that of the context takes longer than all else that is done to look a claim up
        return hash((self.lhs, self.relation, self.rhs))


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to read a statement, that nothing in the document rules out.

    `words` say how, `help` is the declaration that would settle it. Without a claim the software has no
    terms for that reading; `covered` says that a proof of the statement as read holds for it all the same.
    `alien`: so understood, the terms here are not what the statement is about, and what holds of them says
    nothing of it. `settling`: so understood, the statement itself says what one of its names is; `solvable`:
    as an equation that is there to be solved. `supposed` is what is assumed besides: where all of it is
    proved, it excludes no point at which it is defined.
    """

    words: str
    help: str
    claim: Claim | None = None
    covered: bool = False
    alien: bool = False
    settling: bool = False
    solvable: bool = False
    supposed: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A statement as read, and the other readings that nothing rules out.

    What states a chain (a = b = c) makes several claims: `steps` are those before this one.
    """

    claim: Claim
    alternatives: tuple[Alternative, ...] = ()
    steps: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold at a point for a proof to speak about it: `term relation bound`, in text and LaTeX."""

    text: str
    latex: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A certified value: the decimal digits that are sure, and the exact rational where there is one."""

    decimal: str
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry of both sides, and whether they surely differ there; None where they are not defined."""

    lhs: Enclosure | None
    rhs: Enclosure | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Tableau:
    """Both sides of a claim about arrays, by the values of its free indices; `at`: the entry of the witness.

    With one index there is a row for each of its values, with two the second one numbers the columns.
    """

    indices: tuple[str, ...]
    at: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which both sides are defined and differ, with both values (of sizes too, for arrays)."""

    point: tuple[tuple[str, str], ...]
    lhs: Enclosure
    rhs: Enclosure
    sizes: tuple[tuple[str, int], ...] = ()
    functions: tuple[tuple[str, str], ...] = ()
    tableau: Tableau | None = None

    def __str__(self) -> str:
        """The point in words: sizes, functions, values.

        >>> print(Witness((("x", "1/2"),), Enclosure("1"), Enclosure("2")))
        x = 1/2
        """
        parts = (*self.sizes, *self.functions, *self.point)
        return ", ".join(f"{WITH_A_HOLE.sub('', name)} = {value}" for name, value in parts) or "any point"


WITH_A_HOLE = re.compile(r"[_^]\{#\d+\}")
"""What an array that is written x_i is called after, beside its letter: it is shown as x."""


SEAL = object()
"""The kernel's mark. It stops accidents, not malice: nothing but `kernel/` may import it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a claim. Only `kernel.judge` can make one that says proved or refuted."""

    status: Status
    reason: str = ""
    conditions: tuple[Condition, ...] = ()
    witness: Witness | None = None
    certificate: Certificate | None = None
    found_by: str = ""
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if self.status in (Status.PROVED, Status.REFUTED, Status.VACUOUS) and seal is not SEAL:
            raise CertificateError(f"only the kernel can say {self.status}")


@dataclass(frozen=True, slots=True)
class Repair:
    """A small edit with which a refuted claim would hold.

    `side` says what is edited: "left", "right" or "both" (there `new` stands in the place of `old`),
    "relation" (then `old` and `new` are its signs), "whole", the statement, or "condition" (then it holds as
    printed where the symbol `old` lives as `new` says; `under` is such a repair beside another one). Of a
    statement that has no meaning as it is printed, `old` and `new` are LaTeX. `slip` is what would have been
    wrong, as a noun ("a sign"); where two edits are needed, `old` and `new` are what holds them both. `claim`
    is the edited claim and `verdict` the kernel's on it: nothing that is not proved can be shown as a repair.
    `unless` says which other ways to read the statement there are for which that is not a proof.
    """

    side: str
    slip: str
    old: Term | str
    new: Term | str
    claim: Claim
    verdict: Verdict
    under: Repair | None = None
    unless: str = ""

    def __post_init__(self) -> None:
        if self.verdict.status is not Status.PROVED:
            raise CertificateError("a repair that is not proved")

    @property
    def is_whole_side(self) -> bool:
        """All of the side is exchanged."""
        if isinstance(self.new, str):
            return self.side in ("left", "right")
        sides = {"left": self.claim.lhs, "right": self.claim.rhs}
        return self.side in sides and self.new is sides[self.side]


@dataclass(frozen=True, slots=True)
class Variant:
    """A statement that has a meaning, one edit away from one that is printed and has none.

    `old` and `new` are the LaTeX of what is edited: a side ("left", "right"), or all of it ("whole"); `slip`
    says what would be wrong with the printed one, as a noun. `claim` is what the edited statement claims, and
    `alternatives` are the other ways to read it.
    """

    side: str
    slip: str
    old: str
    new: str
    claim: Claim
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A refutation that is not told, with what speaks for it: the line is one misprint away from a proof.

    `claim` is the statement as read, `refuted` the kernel's verdict on it; `words` say which other way to
    understand it stands in the way, and `repair` is the edit that keeps all names and is proved.
    """

    claim: Claim
    refuted: Verdict
    words: str
    repair: Repair

    def __post_init__(self) -> None:
        if self.refuted.status is not Status.REFUTED:
            raise CertificateError("a suspicion of something that is not refuted as read")


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a derivation, as printed.

    `claim` is head = this (for a lone statement: lhs = rhs), `local` is previous = this where they
    differ. `expect` is the verdict that a known error of a source should get, `wrong` says why.
    `unreadable` holds status and reason of a statement that cannot be a claim as printed. `corrects`
    names the step that this one puts right. `line` is the line in the source document. `alternatives` are
    the other ways to read `claim`, and `local_alternatives` those to read `local`; `remarks` say how names
    are understood, and from where. `by_itself`: where nothing is known of it against the head, the step is
    judged against the line before. `variants`: of a statement without a meaning, those that have one and
    are one edit away from it. `claimed`: its author says that it is claimed, exactly as it is printed.
    """

    id: str
    kind: Kind
    claim: Claim | None
    span: Span
    printed: str = ""
    relation: str = "="
    ref: str | None = None
    local: Claim | None = None
    line: int | None = None
    because: str = ""
    note: str = ""
    expect: Status | None = None
    wrong: str = ""
    unreadable: tuple[Status, str] | None = None
    corrects: str | None = None
    chain: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    local_alternatives: tuple[Alternative, ...] = ()
    remarks: tuple[str, ...] = ()
    by_itself: bool = False
    variants: tuple[Variant, ...] = ()
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class Derivation:
    """A titled run of steps in one context; `id` is stable, it stands in reports, configurations, URLs."""

    id: str
    title: str
    span: Span
    source: Source | None = None
    line: int | None = None
    note: str = ""
    context: Context = Context()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file, and what could not be.

    `texts` are the texts in which its places count, by `Span.text`, where that is not the file as it stands:
    the cells of a notebook, files that it takes in.
    """

    path: str
    title: str
    derivations: tuple[Derivation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
