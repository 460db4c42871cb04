"""A report as JSON with a version and a schema: plain structures, the same bytes for the same report."""

from __future__ import annotations

from typing import get_args

import msgspec

from verify_derivations import model, results
from verify_derivations.chains import Chain, chains
from verify_derivations.errors import Diagnostic
from verify_derivations.render.json_structures import (
    CellJson,
    ChainJson,
    ConditionJson,
    DerivationJson,
    DiagnosticJson,
    DocumentJson,
    RepairJson,
    ReportJson,
    SideName,
    SourceJson,
    StepJson,
    SummaryJson,
    SuspicionJson,
    TableauJson,
    ValueJson,
    WitnessJson,
)
from verify_derivations.render.mending import part_latex
from verify_derivations.render.options import DEFAULTS, RenderOptions
from verify_derivations.render.place import shown_path
from verify_derivations.render.plain import printable
from verify_derivations.render.summary import Summary
from verify_derivations.render.view import DerivationView, DocumentView, StepView, arrange
from verify_derivations.term.notation.latex import relation_latex
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Term

SCHEMA_VERSION = "1.3"
"""The minor number grows with an added field; the major one when a reader has to change."""


def render_json(report: results.Report, options: RenderOptions = DEFAULTS) -> str:
    """The report, indented by two, with a line break at the end."""
    view = arrange(report)
    whole = ReportJson(
        schema_version=SCHEMA_VERSION,
        tool="verify-derivations",
        tool_version=printable(report.tool_version),
        as_expected=report.as_expected,
        summary=_summary(view.summary),
        diagnostics=[_diagnostic(diagnostic) for diagnostic in view.diagnostics],
        documents=[_document(document) for document in view.documents],
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def schema() -> str:
    """The JSON Schema of the report, made from the structures above."""
    definition = msgspec.json.schema(ReportJson)
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Derivation report"}
    return msgspec.json.format(msgspec.json.encode(named | definition), indent=2).decode() + "\n"


def _summary(summary: Summary) -> SummaryJson:
    return SummaryJson(
        statements=summary.statements,
        checked=summary.checked,
        counts={status.value: count for status, count in summary.counts.items()},
        corrections={status.value: count for status, count in summary.corrections.items()},
        no_claims=dict(summary.said),
        as_expected=summary.as_expected,
        unexpected=summary.unexpected,
        known=summary.known,
        diagnostics=summary.diagnostics,
        coverage=summary.coverage,
        repaired=summary.repaired,
        repaired_as_corrected=summary.as_corrected,
        suspected=summary.suspected,
    )


def _diagnostic(diagnostic: Diagnostic) -> DiagnosticJson:
    span = diagnostic.span
    return DiagnosticJson(
        code=diagnostic.code,
        message=printable(diagnostic.message),
        help=printable(diagnostic.help),
        path=shown_path(span.path) if span else None,
        line=span.line if span else None,
        column=span.column if span else None,
    )


def _document(view: DocumentView) -> DocumentJson:
    return DocumentJson(
        path=view.path,
        title=printable(view.document.title),
        summary=_summary(view.summary),
        derivations=[_derivation(derivation) for derivation in view.derivations],
    )


def _derivation(view: DerivationView) -> DerivationJson:
    derivation = view.derivation
    return DerivationJson(
        id=printable(derivation.id),
        title=printable(derivation.title),
        note=printable(derivation.note),
        path=shown_path(derivation.span.path),
        line=derivation.span.line,
        source=_source(derivation.source) if derivation.source else None,
        source_line=derivation.line,
        as_expected=view.result.as_expected,
        chains=[_chain(chain) for chain in chains(view.result.steps)],
        steps=[_step(step) for step in view.all_steps()],
    )


def _chain(chain: Chain) -> ChainJson:
    def ids(*origins: results.Origin) -> list[str]:
        return [printable(result.step.id) for result in chain.of(*origins)]

    return ChainJson(
        name=printable(chain.name),
        steps=[printable(result.step.id) for result in chain.steps],
        ends_agree={model.Status.PROVED: True, model.Status.REFUTED: False}.get(chain.ends)
        if chain.ends
        else None,
        introduced=ids(results.Origin.INTRODUCED),
        inherited=ids(results.Origin.INHERITED),
        repaired=ids(results.Origin.REPAIRED),
        unclear=ids(results.Origin.UNCLEAR),
    )


def _source(source: model.Source) -> SourceJson:
    return SourceJson(
        name=shown_path(source.name), title=printable(source.title), note=printable(source.note)
    )


def _step(view: StepView) -> StepJson:
    result, step, verdict, local = view.result, view.result.step, view.result.verdict, view.result.local
    return StepJson(
        id=printable(step.id),
        ref=printable(step.ref) if step.ref is not None else None,
        number=view.number,
        kind=step.kind.value,
        relation=printable(step.relation),
        status=verdict.status.value if verdict else None,
        local_status=local.status.value if local else None,
        expect=step.expect.value if step.expect else None,
        as_expected=result.as_expected,
        code=view.code,
        origin=result.origin.value if result.origin else None,
        printed=printable(step.printed),
        read_as=printable(result.read_as),
        conditions=_conditions(verdict),
        witness=_witness(verdict),
        local_witness=_witness(local),
        repair=_repair(result.repair) if result.repair else None,
        suspicion=_suspicion(result.suspicion) if result.suspicion else None,
        reason=printable(verdict.reason) if verdict else "",
        because=printable(step.because),
        note=printable(step.note),
        wrong=printable(step.wrong),
        corrects=printable(step.corrects) if step.corrects is not None else None,
        chain=printable(step.chain) if step.chain is not None else None,
        found_by=printable(verdict.found_by) if verdict else "",
        path=shown_path(step.span.path),
        line=step.span.line,
        column=step.span.column,
        source_line=step.line,
    )


SIDES: dict[str, SideName] = {name: name for name in get_args(SideName)}


def _repair(repair: model.Repair) -> RepairJson:
    claim = repair.claim
    return RepairJson(
        side=SIDES[repair.side],
        slip=repair.slip,
        old_text=printable(_text(repair.old)),
        old_latex=printable(part_latex(repair.old)),
        new_text=printable(_text(repair.new)),
        new_latex=printable(part_latex(repair.new)),
        statement=printable(f"{text(claim.lhs)} {claim.relation} {text(claim.rhs)}"),
        statement_latex=printable(relation_latex(claim.lhs, claim.relation, claim.rhs)),
        conditions=_conditions(repair.verdict),
        under=printable(str(repair.under.new)) if repair.under else None,
        unless=printable(repair.unless) or None,
    )


def _suspicion(suspicion: model.Suspicion) -> SuspicionJson:
    claim = suspicion.claim
    return SuspicionJson(
        unless=printable(suspicion.words),
        statement=printable(f"{text(claim.lhs)} {claim.relation} {text(claim.rhs)}"),
        statement_latex=printable(relation_latex(claim.lhs, claim.relation, claim.rhs)),
        witness=_witness(suspicion.refuted),
        repair=_repair(suspicion.repair),
    )


def _text(part: Term | str) -> str:
    return part if isinstance(part, str) else text(part)


def _conditions(verdict: model.Verdict | None) -> list[ConditionJson]:
    conditions = verdict.conditions if verdict else ()
    return [ConditionJson(text=printable(c.text), latex=printable(c.latex)) for c in conditions]


def _witness(verdict: model.Verdict | None) -> WitnessJson | None:
    if verdict is None or verdict.witness is None:
        return None
    witness = verdict.witness
    return WitnessJson(
        point={printable(name): printable(value) for name, value in witness.point},
        sizes={printable(name): size for name, size in witness.sizes},
        left=_value(witness.lhs),
        right=_value(witness.rhs),
        tableau=_tableau(witness.tableau) if witness.tableau else None,
    )


def _tableau(tableau: model.Tableau) -> TableauJson:
    return TableauJson(
        indices=[printable(name) for name in tableau.indices],
        at=list(tableau.at),
        rows=[[_cell(cell) for cell in row] for row in tableau.rows],
    )


def _cell(cell: model.Cell) -> CellJson:
    return CellJson(
        left=_value(cell.lhs) if cell.lhs else None,
        right=_value(cell.rhs) if cell.rhs else None,
        differs=cell.differs,
    )


def _value(value: model.Enclosure) -> ValueJson:
    return ValueJson(
        decimal=printable(value.decimal), exact=printable(value.exact) if value.exact is not None else None
    )
