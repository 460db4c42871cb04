"""Definitions: when the first relation of a chain makes one, and what it puts in force."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.document.concluded import is_concluded, is_entry
from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.known_functions import is_known_function
from verify_derivations.elaborate.document.known_operators import subscripted, unread_operator
from verify_derivations.elaborate.document.partly import limits_of
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.meaning.definitions import is_between_bars, refused_divergence
from verify_derivations.elaborate.notation.indices import components, numbered
from verify_derivations.elaborate.notation.mentioned import names_in, printed_names
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name, stem
from verify_derivations.elaborate.notation.trouble import Contradicted, NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue, is_ended
from verify_derivations.elaborate.prose.said import Said, defined_name, depends_on_its_parameters
from verify_derivations.model import Claim, Kind, Status, Step
from verify_derivations.parse.tree import Digits, Node, Product, Scripts, Sum
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import Apply, Entry, Symbol

if TYPE_CHECKING:
    from verify_derivations.elaborate.document.steps import Chain

EQUALITIES = frozenset(("=", "=="))
DEFINING = frozenset((":=", "=:"))


def defined(chain: Chain) -> Step | None:
    """The definition that the first relation makes, if it makes one."""
    let = chain.places[1].cue is Cue.DEFINE and depends_on_its_parameters(*chain.members[:2])
    head = defined_name(chain.members[0], said=let, layers=chain.context.layers)
    if head is None or chain.relations[0].name not in EQUALITIES | DEFINING:
        return None
    name, parameters = head
    if _is_subscripted(chain, name):
        return None
    if chain.is_claimed(1):
        known_function = is_known_function(name, parameters)
        return None if known_function else _claims_nothing(chain, name, chain.members[1])
    defining = chain.places[1].cue is Cue.DEFINE and not is_ended(chain.places[1].words)
    said_anew = chain.relations[0].name in DEFINING or defining
    if chain.context.is_derivative(name) and not said_anew:
        return None
    if _is_derivative(chain) or chain.context.is_of_a_layer(chain.members[0]):
        return None
    if not said_anew and is_entry(chain.members[0], chain.context):
        return None
    if not said_anew and is_concluded(chain.members[:2], chain.places[1], chain.context):
        return None
    if name in CONSTANTS and isinstance(plain(chain.members[1]), Digits):
        return None  # digits of pi, which are right or wrong
    if is_known_function(name, parameters) and not said_anew and chain.context.is_fresh(name):
        chain.known_function = name
        if chain.places[1].cue is not Cue.FACT:
            chain.context.maybe_defined.setdefault(name, (chain.members[0], chain.members[1]))
        return None
    shown = chain.places[0].region.latex[chain.members[0].start : chain.members[0].end]
    unread = unread_operator(chain.members[0], name, shown, chain.context)
    if unread is not None and not said_anew:
        return chain.not_read(1, unread)
    place = chain.places[1]
    relation, body = chain.relations[0], chain.members[1]
    known = chain.context.said.get(name)
    fresh = chain.context.is_fresh(name)
    again = relation.name in DEFINING or defining
    if known is not None and known.section != place.section and not place.asked:
        again = True
    if _says_it_by_itself(name, body, chain.context):
        moves = relation.name in DEFINING or (chain.alone and is_changed(name, body))
        return chain.no_claim(1, Kind.UPDATE_RULE) if moves else None
    if place.conditional and not again:
        return None
    plain_cue = place.cue in (Cue.CLAIM, Cue.NONE)
    if not again and plain_cue and chain.context.follows(chain.members[0], body):
        return None
    if not (fresh or again) or (place.cue is Cue.CONDITION and chain.alone and not again):
        return None
    if refused_divergence(chain.members[0], body) is not None:
        return None
    return _definition(chain, name, parameters, again)


def _says_it_by_itself(name: str, body: Node, context: Context) -> bool:
    """The name stands in what it is said to be, or in what defines names there; x_0 is no x."""
    used, names = context.relevant([body])
    bodies = [body, *(said.body for said in used if said.body is not None)]
    return name in names and any(name in printed_names(one) for one in bodies)


def _definition(chain: Chain, name: str, parameters: bool, again: bool) -> Step:
    """What the first relation defines, put in force."""
    place, body = chain.places[1], chain.members[1]
    known = chain.context.said.get(name)
    span = place.span(chain.members[0].start, body.end)
    told = () if known is None else (f"{name} is defined anew here; {known.place} said something else",)
    trouble = _trouble_with(chain, body)
    opaque = "" if trouble is None else trouble.message
    said = Said(name, span, place.section, chain.members[0], body, parameters, opaque)
    said = replace(
        said,
        is_told=place.defines,
        unread=place.unread,
        printed=_printed(chain),
        displayed=place.region.display,
        limits=limits_of(
            chain.members[0], body, chain.context.local, chain.context.domains, chain.context.narrower
        ),
    )
    if isinstance(trouble, Contradicted):
        said = replace(said, opaque="")
    elif trouble is None and not again:
        trouble = _defined_twice(chain, name, place)
    if trouble is not None and (trouble.status is Status.ILL_FORMED or not said.opaque):
        chain.context.define(said)
        return chain.not_read(1, trouble)
    step = chain.no_claim(1, Kind.DEFINITION, remarks=told)
    return _with_definition(chain, step, said, trouble)


BROKEN = re.compile(r"\\\\|\\(?:begin|end|label|tag|text|qquad)(?![A-Za-z])|[%$]")
"""What stands in formulas that are no equation for a line of text."""

LONGEST = 90
"""Characters of a definition that is told again in advice."""


def _printed(chain: Chain) -> str:
    """The first equation of a chain as an author may copy it, if it is short and stands in a line."""
    region = chain.places[1].region
    if chain.places[0].region is not region:
        return ""
    latex = region.latex[chain.members[0].start : chain.members[1].end]
    alone = "=" in latex and not BROKEN.search(latex)
    printed = " ".join(latex.replace("&", "").split())
    return printed if alone and len(printed) <= LONGEST else ""


def _is_subscripted(chain: Chain, name: str) -> bool:
    """The head is f_x of a function f of x that is defined, and no word says that it is defined here."""
    place = chain.places[1]
    if chain.relations[0].name in DEFINING or (place.cue is Cue.DEFINE and not is_ended(place.words)):
        return False
    head = chain.members[0]
    shown = chain.places[0].region.latex[head.start : head.end]
    chain.derivative = subscripted(head, name, shown, chain.context)
    if chain.derivative is not None:
        chain.members[0] = chain.derivative.node
    return chain.derivative is not None


def _with_definition(chain: Chain, step: Step, said: Said, trouble: NotRead | None) -> Step:
    """The step with what a definition claims, where that is read; it is in force from here on."""
    name, body = said.name, chain.members[1]
    if (barred := is_between_bars(chain.members[0])) and trouble is None:
        chain.context.define(said)  # it is read as a call where it is known to be one
    with suppress(NotRead):
        claim = in_context((chain.members[0], "=", body), chain.context).read.claim
        if barred and not isinstance(claim.lhs, Apply):
            raise NotRead("what stands for it is put in at once", body)
        step = replace(step, claim=claim)
        array = isinstance(claim.lhs, Entry) and claim.lhs.array == name
        said = replace(said, array=array, entries=_is_for_all(chain.members[0], claim))
        if isinstance(claim.lhs, Symbol) and name not in chain.context.recent:
            chain.context.shapes.pop(name, None)  # in this section it is a number
    chain.context.define(said)
    if said.opaque and step.claim is None:
        step = replace(step, note=f"what it is defined to be is not read: {said.opaque}")
    return step


def _is_derivative(chain: Chain) -> bool:
    """The head is f^{(3)}(x) of a function f that is defined."""
    head = plain(chain.members[0])
    first = head.parts[0][1] if isinstance(head, Product) else None
    if not isinstance(first, Scripts) or first.sup is None or first.sub is not None:
        return False
    said = chain.context.said.get(base_name(first.base) or "")
    return said is not None and said.parameters and isinstance(numbered(first.sup), Digits)


def _defined_twice(chain: Chain, name: str, place: Place) -> NotRead | None:
    """Words further down in the document define the name, too, and by something else."""
    line = place.span(chain.members[0].start, chain.members[1].end).line
    found = chain.context.below.get(stem(name), ())
    others = [b for b in found if b.name == name and b.said and b.line > line]
    if len(others) != 1 or _same(chain, chain.members[1], others[0].body):
        return None
    message = f"{name} is defined twice, and not as the same: here, and in line {others[0].line}"
    return Contradicted(message, chain.members[0], help=f"let ${name}=...$, where it is meant otherwise")


def _same(chain: Chain, one: Node, other: Node) -> bool:
    """Two expressions are the same term; where they cannot be compared, they have the same names."""
    try:
        claim = in_context((one, "=", other), chain.context).read.claim
    except NotRead:
        return names_in(one) == names_in(other)
    return folded(claim.lhs) is folded(claim.rhs)


def _trouble_with(chain: Chain, body: Node) -> NotRead | None:
    """Why what a name is defined to be is not read; None if it is."""
    try:
        in_context((body, "=", body), chain.context)
    except NotRead as error:
        return error
    return None


def _claims_nothing(chain: Chain, name: str, body: Node) -> Step | None:
    """What is said to be claimed of a name would define it, as nothing else says what it is."""
    open_ = chain.context.is_open(name) and name not in chain.context.functions
    if not open_ or name in chain.context.relevant([body])[1] or name in CONSTANTS:
        return None
    help = f"let ${name}=...$ before it, or take vd: claim out where this is its definition"
    return chain.not_read(1, NotRead(f"nothing says what {name} is", chain.members[0], help=help))


def _is_for_all(head: Node, claim: Claim) -> bool:
    """An entry x_i is defined by something that has the same free indices."""
    head = plain(head)
    letters = {base_name(part) for part in components(head.sub)} if isinstance(head, Scripts) else set()
    return bool(letters) and letters <= {name for name, _ in claim.context.indices}


def is_changed(name: str, body: Node) -> bool:
    """The name with something added: w = w - dw tells how w changes, as no number is that."""
    body = plain(body)
    return isinstance(body, Sum) and any(
        sign in ("", "+") and scripted_name(part) == name for sign, part in body.parts
    )


__all__ = ["DEFINING", "EQUALITIES", "defined", "is_changed"]
