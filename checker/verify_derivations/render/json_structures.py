"""The structures of the JSON report; its schema is made from them."""

from __future__ import annotations

from typing import Literal

import msgspec

StatusName = Literal["proved", "refuted", "undecided", "ill-formed", "not understood", "vacuous"]
KindName = Literal[
    "claim",
    "definition",
    "condition",
    "update rule",
    "declared",
    "elided",
    "approximation",
    "proportionality",
    "no claim",
]
OriginName = Literal["introduced here", "inherited", "repaired here", "here or before"]
SideName = Literal["left", "right", "both", "relation", "whole", "condition"]


class _Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all structures of the report."""


class ConditionJson(_Struct, frozen=True):
    """What must hold where a proof speaks."""

    text: str
    latex: str


class ValueJson(_Struct, frozen=True):
    """A certified value: its sure decimal digits, and the exact value where there is one."""

    decimal: str
    exact: str | None


class CellJson(_Struct, frozen=True):
    """One entry of both sides; null where they are not defined."""

    left: ValueJson | None
    right: ValueJson | None
    differs: bool


class TableauJson(_Struct, frozen=True):
    """Both sides as small matrices: the free indices, their values at the point, and all entries by rows."""

    indices: list[str]
    at: list[int]
    rows: list[list[CellJson]]


class WitnessJson(_Struct, frozen=True):
    """A point at which both sides are defined and differ."""

    point: dict[str, str]
    sizes: dict[str, int]
    left: ValueJson
    right: ValueJson
    tableau: TableauJson | None


class RepairJson(_Struct, frozen=True):
    """A small edit with which the step would hold; the edited statement is proved.

    On that side (or on both) `new_text` would stand in the place of `old_text`; or they are the signs of the
    relation, where that is exchanged; `whole` is the printed statement, a `condition` where the symbol
    `old_text` has to live. `slip` is what would have been wrong. `under` is the condition under which the
    statement holds as it is printed, if there is one; `unless` tells how it may be understood, too,
    so that the edited one may not hold.
    """

    side: SideName
    slip: str
    old_text: str
    old_latex: str
    new_text: str
    new_latex: str
    statement: str
    statement_latex: str
    conditions: list[ConditionJson]
    under: str | None
    unless: str | None


class SuspicionJson(_Struct, frozen=True):
    """Why a step that is not understood looks wrong: as read, it fails at the point, and `repair` mends it.

    `statement` is what fails. It is no error if what the words of `unless` say is meant.
    """

    unless: str
    statement: str
    statement_latex: str
    witness: WitnessJson | None
    repair: RepairJson


class StepJson(_Struct, frozen=True):
    """A statement with what came out. `status` is null where nothing is claimed.

    `status` is the verdict against the head of the chain, `local_status` against the line before.
    `line` and `column` are in the claim file at `path`, `source_line` in the document transcribed.
    """

    id: str
    ref: str | None
    number: str
    kind: KindName
    relation: str
    status: StatusName | None
    local_status: StatusName | None
    expect: StatusName | None
    as_expected: bool
    code: str | None
    origin: OriginName | None
    printed: str
    read_as: str
    conditions: list[ConditionJson]
    witness: WitnessJson | None
    local_witness: WitnessJson | None
    repair: RepairJson | None
    suspicion: SuspicionJson | None
    reason: str
    because: str
    note: str
    wrong: str
    corrects: str | None
    chain: str | None
    found_by: str
    path: str
    line: int
    column: int
    source_line: int | None


class ChainJson(_Struct, frozen=True):
    """A chain: if its ends agree (null if that is not known), and what its steps do to it, by identifier."""

    name: str
    steps: list[str]
    ends_agree: bool | None
    introduced: list[str]
    inherited: list[str]
    repaired: list[str]
    unclear: list[str]


class SourceJson(_Struct, frozen=True):
    """The document that a derivation transcribes."""

    name: str
    title: str
    note: str


class DerivationJson(_Struct, frozen=True):
    """A derivation with its steps, each corrected line right after what it corrects."""

    id: str
    title: str
    note: str
    path: str
    line: int
    source: SourceJson | None
    source_line: int | None
    as_expected: bool
    chains: list[ChainJson]
    steps: list[StepJson]


class DiagnosticJson(_Struct, frozen=True):
    """What could not be read, and what would help."""

    code: str
    message: str
    help: str
    path: str | None
    line: int | None
    column: int | None


class SummaryJson(_Struct, frozen=True):
    """The numbers. `counts` are of the statements of the sources; corrected lines are counted apart.

    `suspected` is how many statements are not understood and look wrong.
    `repaired` is how many refuted statements one small edit would mend, `repaired_as_corrected` how many of
    them it makes what the corrected line says.
    """

    statements: int
    checked: int
    counts: dict[str, int]
    corrections: dict[str, int]
    no_claims: dict[str, int]
    as_expected: int
    unexpected: int
    known: int
    diagnostics: int
    coverage: str
    repaired: int
    repaired_as_corrected: int
    suspected: int


class DocumentJson(_Struct, frozen=True):
    """A file of claims."""

    path: str
    title: str
    summary: SummaryJson
    derivations: list[DerivationJson]


class ReportJson(_Struct, frozen=True):
    """The outcome of a run of verify-derivations."""

    schema_version: str
    tool: str
    tool_version: str
    as_expected: bool
    summary: SummaryJson
    diagnostics: list[DiagnosticJson]
    documents: list[DocumentJson]
