"""One step explained in full: what was printed, how it was read, what it rests on, and how it was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify_derivations.errors import TermError
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.model import Claim, Definition, Derivation, Kind, Repair, Status, Suspicion, Verdict
from verify_derivations.render.mending import mending_text
from verify_derivations.render.parts import equation_text, proof_lines
from verify_derivations.render.place import shown_place
from verify_derivations.render.plain import one_line
from verify_derivations.render.proof import how_it_was_shown
from verify_derivations.render.wording import LOOKS, point_text
from verify_derivations.results import StepResult
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.notation.latex import relation_latex
from verify_derivations.term.notation.text import relation_text, text
from verify_derivations.term.syntax.domain import REAL
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

LABEL = 12

INDENT = " " * (LABEL + 4)


def explain_step(result: StepResult, derivation: Derivation) -> list[str]:
    """The lines that explain a step."""
    step, claim = result.step, result.step.claim
    lines = [_headline(result, derivation)]
    if step.printed:
        lines += _labelled("printed", [one_line(step.printed)])
    if claim is not None:
        lines += _labelled("read as", [relation_latex(claim.lhs, claim.relation, claim.rhs)])
        lines += _labelled("in text", [_in_text(claim)])
    lines += _labelled("names", [one_line(remark) for remark in step.remarks])
    others = [f"{other.words} (settle it with {other.help})" for other in step.alternatives]
    lines += _labelled("or else", [one_line(words) for words in others])
    if step.because:
        lines += _labelled("because", [one_line(step.because)])
    if claim is not None and step.kind is Kind.CLAIM:
        lines += _about(claim)
    lines += _labelled("verdict", list(_verdict(result)))
    if claim is not None and result.verdict is not None:
        lines += _labelled("conditions", _conditions(claim, result.verdict))
        lines += _labelled("shown by", list(proof_lines(how_it_was_shown(claim, result.verdict))))
    if result.suspicion is not None:
        lines += _suspicion(result.suspicion)
    if result.repair is not None:
        lines += _repair(result.repair)
    if step.local is not None and result.local is not None:
        lines += _line_before(step.local, result.local)
    return lines


def _headline(result: StepResult, derivation: Derivation) -> str:
    step = result.step
    ref = f" ({one_line(step.ref)})" if step.ref else ""
    title = f', in "{one_line(derivation.title)}"' if derivation.title else ""
    place = shown_place(step.span) if step.span.path else ""
    if step.id == str(step.span):  # a step of a document has no other name than its place
        return f"{place}{ref}{title}"
    return f"{place}: {one_line(step.id)}{ref}{title}" if place else f"{one_line(step.id)}{ref}{title}"


def _labelled(label: str, lines: Iterable[str]) -> list[str]:
    """The lines behind a label; none at all if there is nothing to say."""
    heads = [f"  {label:>{LABEL}}  "]
    return [(heads.pop() if heads else INDENT) + line for line in lines]


def _in_text(claim: Claim) -> str:
    return one_line(relation_text(claim.lhs, claim.relation, claim.rhs))


# ---- what the statement is about ---------------------------------------------------------------------
def _about(claim: Claim) -> list[str]:
    """Symbols, definitions and assumptions in force, and the meaning with all of that put in."""
    used = _definitions_used(claim)
    lines = _labelled("definitions", [f"{text(d.head)} := {text(d.body)}" for d in used])
    try:
        s = statement(claim)
    except (TermError, RecursionError) as error:
        why = error.message if isinstance(error, TermError) else "it is nested too deeply"
        return [*_labelled("symbols", _symbols(claim, (), used)), *lines, *_labelled("meaning", [why])]
    lines = _labelled("symbols", _symbols(claim, s.symbols, used)) + lines
    lines += _labelled("given", [_in_text(a) for a in claim.context.assumptions])
    return lines + _labelled("meaning", _meaning(claim, s))


def _symbols(claim: Claim, unfolded: Iterable[str], used: list[Definition]) -> list[str]:
    """Every symbol and function with where it lives and where that comes from."""
    written = free_symbols(claim.lhs, claim.rhs)
    heads = {d.head.name for d in used if isinstance(d.head, Symbol)}
    lines = [f"{name}: defined below" for name in written if name in heads]
    for name in dict.fromkeys((*(n for n in written if n not in heads), *unfolded)):
        domain = claim.context.domain(name)
        why = "nothing narrower is declared" if domain == REAL else "declared"
        via = "" if name in written else "; it comes in with a definition"
        lines.append(f"{domain.describe(name)} ({why}{via})")
    functions = {name for name, _ in unknown_functions(claim.lhs, claim.rhs, *(d.body for d in used))}
    defined = {_head(d) for d in used}
    lines += [f"{name}: a function, defined below" for name in sorted(functions & defined)]
    free = sorted(functions.intersection(claim.context.functions) - defined)
    return lines + [f"{name}: any smooth function, of which nothing more is known" for name in free]


def _definitions_used(claim: Claim) -> list[Definition]:
    """The definitions that the claim uses, by way of others too, in the order in which they were given."""
    wanted, used = _names(claim.lhs, claim.rhs), set[int]()
    definitions = claim.context.definitions
    while True:
        new = [i for i, d in enumerate(definitions) if i not in used and _head(d) in wanted]
        if not new:
            return [definitions[i] for i in sorted(used)]
        used.update(new)
        for i in new:
            wanted |= _names(definitions[i].body)


def _head(definition: Definition) -> str:
    head = definition.head
    return head.name if isinstance(head, Symbol) else head.function if isinstance(head, Apply) else ""


def _names(*terms: Term) -> set[str]:
    """The symbols and functions in terms; a primed function counts as the function."""
    everything = subterms(*terms)
    symbols = {t.name for t in everything if isinstance(t, Symbol)}
    return symbols | {t.function.rstrip("'") for t in everything if isinstance(t, Apply)}


def _meaning(claim: Claim, s: Statement) -> list[str]:
    """What it says with definitions put in and derivatives carried out, if that shows anything new."""
    if s.lhs is claim.lhs and s.rhs is claim.rhs:
        return []
    field = " (in the complex numbers, principal values)" if s.complex_values else ""
    if s.relation == "defined":
        return [one_line(relation_text(s.lhs, s.relation, s.rhs))]
    return [equation_text((s.lhs, s.rhs), relation=s.relation) + field]


# ---- what came out -------------------------------------------------------------------------------------
def _verdict(result: StepResult) -> Iterator[str]:
    verdict = result.verdict
    if verdict is None:
        article = "an" if str(result.step.kind)[:1] in "aeiou" else "a"
        yield f"none: this is no claim but {article} {result.step.kind}"
        if result.step.note:
            yield one_line(result.step.note)
        return
    code = LOOKS[verdict.status].code
    known = ", as it was said to be" if result.step.expect and result.as_expected else ""
    yield f"{verdict.status}{f' ({code})' if code else ''}{known}"
    shown = verdict.witness is not None and verdict.status is Status.REFUTED
    if verdict.reason and not (shown and result.step.relation == "="):
        yield one_line(verdict.reason)
    if verdict.witness is not None and not shown and result.suspicion is None:
        yield f"as read here it fails at {point_text(verdict.witness)}"
    if result.origin is not None:
        yield f"in its chain: {result.origin}"
    if result.step.wrong:
        yield f"what is wrong: {one_line(result.step.wrong)}"


def _conditions(claim: Claim, verdict: Verdict) -> list[str]:
    """Where a verdict speaks; said as well where it is everywhere."""
    if verdict.conditions:
        return [", ".join(one_line(condition.text) for condition in verdict.conditions)]
    proved = verdict.status is Status.PROVED
    return ["none: it is defined on the whole of the declared domain"] if proved else []


def _suspicion(suspicion: Suspicion) -> list[str]:
    """What speaks for an error in a line that is not understood."""
    witness = suspicion.refuted.witness
    where = f"as read here it fails at {point_text(witness)}" if witness else "as read here it fails"
    return _labelled("looks wrong", [f"{where}; unless {suspicion.words}"]) + _repair(suspicion.repair)


def _repair(repair: Repair) -> list[str]:
    """What would mend the step, and the statement that was proved for it."""
    return _labelled("repair", [mending_text(repair), f"then {_in_text(repair.claim)}: proved"])


def _line_before(local: Claim, verdict: Verdict) -> list[str]:
    """The step against the line before it; above it was taken against the first line of the chain."""
    lines = _labelled("line before", [f"{_in_text(local)}: {verdict.status}"])
    shown = list(proof_lines(how_it_was_shown(local, verdict)))
    return lines + _labelled("shown by", shown)


__all__ = ["explain_step"]
