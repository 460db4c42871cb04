"""What formulas within sentences state: definitions, claims and conditions, as the words around them say."""

from __future__ import annotations

import re
from dataclasses import replace

from verify_derivations.elaborate.document.asserted import as_claimed
from verify_derivations.elaborate.document.concluded import is_concluded
from verify_derivations.elaborate.document.defining import DEFINING, EQUALITIES
from verify_derivations.elaborate.document.depending import DEPENDS, says_what_it_depends_on
from verify_derivations.elaborate.document.equal_names import of_one_value
from verify_derivations.elaborate.document.of_a_case import is_of_a_case
from verify_derivations.elaborate.document.other_definitions import may_be_otherwise
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.document.restated import is_of_a_definition
from verify_derivations.elaborate.document.steps import WANTED, Chain
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.meaning.definitions import parameters_of
from verify_derivations.elaborate.meaning.limits import INFINITY
from verify_derivations.elaborate.notation.free_names import is_of_numbers
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name, stem
from verify_derivations.elaborate.notation.printed import ROUGHLY
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import DENIED, Cue
from verify_derivations.elaborate.prose.declarations import (
    ORDERS,
    bound_names,
    declare,
    narrows,
    pairs,
    set_and_order,
    supposed_again,
)
from verify_derivations.elaborate.prose.lasting import cue_of_comparison
from verify_derivations.elaborate.prose.normalised import said_normalised
from verify_derivations.elaborate.prose.of_numbers import is_quoted
from verify_derivations.elaborate.prose.said import defined_name, depends_on_its_parameters
from verify_derivations.model import Alternative, Claim, Kind, Step
from verify_derivations.parse.tree import Digits, Fraction, Node, Product, Root, Scripts, Sum

ASSERTING = frozenset((Cue.CLAIM, Cue.FACT))
"""Words after which something is said to hold."""

CONDITIONS: dict[Cue, str] = {
    Cue.CONDITION: WANTED,
    Cue.RESTRICT: "the words before it make it a condition",
    Cue.ASSUME: "the words before it assume it",
}

UNSAID = Alternative(
    "it is a definition or a condition, which no word before it rules out",
    "say what it is: let, where, if, so ..., or vd: claim",
    covered=True,
)


def inline_steps(statement: Statement, context: Context, place: Place) -> list[Step]:
    """The steps of a statement within a sentence; what it defines, declares or assumes goes into the context.

    Args:
        statement: what is stated.
        context: what is known there.
        place: where it stands, with the cue before it.
    """
    parts = set_and_order(statement) or of_one_value(statement, context, place.cue)
    if parts:
        return [step for part in parts for step in inline_steps(part, context, place)]
    if says_what_it_depends_on(statement, context, place):
        return [replace(Chain(statement, context, place).no_claim(1, Kind.DECLARED), note=DEPENDS)]
    span = place.span(statement.start, statement.end)
    if _is_only_spoken_of(statement, context, place):
        return []
    between = _is_between_numbers(statement, context, place) and not statement.continues
    if not between and (declare(statement, context, span, place.section) or statement.continues):
        return []
    if statement.relations[0].name == ROUGHLY or between:
        found = [step for step in Chain(statement, context, place).steps() if step.claim is not None]
        return [unsaid(step, place) for step in found] if place.cue is Cue.NONE else found
    if not _equates(statement):
        return _compared(statement, context, place)
    if said_normalised(statement, place.words, place.cue, context):
        step = Chain(statement, context, place).no_claim(1, Kind.CONDITION)
        return [replace(step, note="the words before it say it of the vector, here and below")]
    place = as_claimed(statement, context, place)
    if place.cue not in (*ASSERTING, Cue.NONE):
        place = replace(place, claimed=())  # an annotation is about the claims of a paragraph
    if place.is_claimed(statement.start, statement.end):
        return list(Chain(statement, context, place).steps())
    if _constrains(statement, context, place.cue) or _is_let(statement, context, place):
        place = replace(place, cue=Cue.ASSUME)
    if place.cue is Cue.RESTRICT and (
        _is_new_function(statement, context) or _is_named(statement, context, place)
    ):
        place = replace(place, cue=Cue.DEFINE)  # "for this model, f(x) = ..."
    concluded = is_concluded(statement.members[:2], place, context)
    if place.cue in CONDITIONS or (_sets_a_value(statement, context, place.cue) and not concluded):
        _may_be_otherwise(statement, context, place)
        cue = Cue.ASSUME if is_of_a_case(statement, context, place) else place.cue
        denied = cue is Cue.ASSUME and DENIED.search(place.words)
        restrict(statement, context, Cue.RESTRICT if denied else cue, supposed=place.supposed)
        note = CONDITIONS.get(place.cue, "a name is set to a value, and no word says that this defines it")
        step = Chain(statement, context, place).no_claim(1, Kind.CONDITION)
        return [replace(step, note=note)]
    steps = list(Chain(statement, context, place).steps())
    says = any(step.kind in (Kind.CLAIM, Kind.CONDITION) for step in steps)
    if says and not is_of_a_definition(statement, context, place):
        if place.cue in ASSERTING and all(step.claim is not None for step in steps):
            context.state(frozenset[str]().union(*map(names_in, statement.members)), statement)
            _overlook_functions(statement, context)
        else:
            restrict(statement, context, Cue.RESTRICT)
    silent = place.cue is Cue.NONE or (place.cue is Cue.DEFINE and _is_of_free_names(statement, context))
    return [unsaid(step, place) for step in steps] if silent else steps


def _is_only_spoken_of(statement: Statement, context: Context, place: Place) -> bool:
    """It says of names in which set of numbers they are, in words that do not suppose it."""
    if not narrows(statement):
        return False
    named = names_in(statement.members[0]).union(*map(names_in, statement.loose))
    if place.supposed:
        context.settle(named)
    else:
        context.doubted |= named
    return not place.supposed


def _may_be_otherwise(statement: Statement, context: Context, place: Place) -> None:
    """In a case a quantity is another than it is defined to be: "conversely, if m = 2n + 1"."""
    sides, relations = statement.members, statement.relations
    head = defined_name(sides[0])
    if head is None or place.cue is Cue.CONDITION or relations[0].name not in EQUALITIES:
        return
    if head[1] and "^" not in (scripted_name(sides[1]) or "^"):
        return  # where is it equal to that?
    may_be_otherwise((sides[0], sides[1]), place, context)


def restrict(statement: Statement, context: Context, cue: Cue, *, supposed: bool = True) -> None:
    """What a relation says of the statements nearby, into the context; only what is supposed is one."""
    orders = all(relation.name in ORDERS for relation in statement.relations)
    names = frozenset[str]().union(*map(names_in, statement.members))
    if not supposed and (orders or cue is Cue.ASSUME):
        context.mentions.append((names, statement))
        context.doubted |= names  # a counterexample may agree with it, and not with what else is doubted
    elif orders:
        lasting = cue in (Cue.DEFINE, Cue.ASSUME, Cue.FACT)
        context.settle(names if lasting else ())
        if cue in (Cue.DEFINE, Cue.ASSUME, Cue.RESTRICT):
            supposed_again(statement, context)
        if not (lasting and bound_names(statement, context)):
            (context.given if lasting else context.local).extend(pairs(statement))
    elif cue is Cue.ASSUME and all(relation.name in EQUALITIES for relation in statement.relations):
        context.local.extend((left, "=", right) for left, _, right in pairs(statement))
    else:
        context.mentions.append((names, statement))
        _overlook_functions(statement, context)


def _overlook_functions(statement: Statement, context: Context) -> None:
    """What is said of all values of a function: what agrees with it at a point is not meant."""
    head = defined_name(statement.members[0])
    if head is not None and head[1] and head[0] in context.said:
        context.overlooked.add(head[0])


def _equates(statement: Statement) -> bool:
    return statement.relations[0].name in EQUALITIES | DEFINING


def _is_between_numbers(statement: Statement, context: Context, place: Place) -> bool:
    r"""Numbers are compared, and no word makes a condition of it: "and so $e^\pi > \pi^e$"."""
    if place.cue in CONDITIONS or not all(relation.name in ORDERS for relation in statement.relations):
        return False
    if not any(isinstance(plain(member), COMPUTED) for member in statement.members):
        return False
    names = {stem(name) for name in frozenset[str]().union(*map(names_in, statement.members))}
    if names & (context.said.keys() | context.domains.keys() | VARIABLE):
        return False
    return names <= CONSTANTS.keys() | survey(statement.members).bound


COMPUTED = Product | Sum | Root | Fraction | Scripts
"""What is more than a name or a number, as something is computed in it."""

VARIABLE = frozenset("ei")
"""Letters that are constants, but may be anything else beside a sign of comparison."""


def _is_told(claim: Claim, place: Place) -> bool:
    """A claim of numbers alone that the words before it do not merely speak of."""
    closed = is_of_numbers(claim) or claim.relation == "≈"
    return closed and re.search(r"\w", place.words) is not None and not is_quoted(place.words)


def _compared(statement: Statement, context: Context, place: Place) -> list[Step]:
    """Comparisons of expressions may be claimed; those of names narrow them."""
    orders = all(relation.name in ORDERS for relation in statement.relations)
    said = place.cue in ASSERTING or (place.cue is Cue.NONE and _holds_for_all(statement, context))
    if orders and said and any(_may_be_claimed(member, context) for member in statement.members):
        steps = list(Chain(statement, context, place).steps())
        context.mentions.append((frozenset[str]().union(*map(names_in, statement.members)), statement))
        return steps
    if orders or statement.relations[0].name in EQUALITIES:
        supposed = orders and place.supposed
        cue = cue_of_comparison(place.words, context.after, place.cue) if supposed else place.cue
        restrict(statement, context, cue, supposed=place.supposed)
    return []


def _holds_for_all(statement: Statement, context: Context) -> bool:
    """It is said to hold for all values of what nothing else is known of."""
    names = frozenset[str]().union(*map(names_in, statement.members))
    return bool(names & context.for_all) and not any(map(context.is_open, names - context.for_all))


def is_expression(node: Node) -> bool:
    """More than a name: a sum or a product."""
    return isinstance(node, Product | Sum) and defined_name(node) is None


def _may_be_claimed(node: Node, context: Context) -> bool:
    """An expression, and a value of a function that is defined."""
    if isinstance(node, Scripts):
        power = node.sup is not None and node.sub is None and not node.primes
        return power and (isinstance(node.base, Digits) or isinstance(node.sup, Digits))
    head = defined_name(node)
    if head is not None and head[1]:
        return head[0] in context.said and not context.said[head[0]].opaque
    return is_expression(node) or isinstance(node, Fraction | Root)


def _sets_a_value(statement: Statement, context: Context, cue: Cue) -> bool:
    """A name that is not defined is said to equal a number or another name, without a word of definition."""
    if len(statement.members) != 2 or cue is Cue.DEFINE or statement.relations[0].name in DEFINING:
        return False
    head, value = (defined_name(member) for member in statement.members)
    if head is None or head[0] in context.said or head[1]:
        return False
    return (value is not None and not value[1]) or _is_a_number(statement.members[1])


def _is_a_number(node: Node) -> bool:
    """Digits, with a sign or without."""
    node = plain(node)
    signed = isinstance(node, Sum) and len(node.parts) == 1
    return isinstance(node.parts[0][1] if isinstance(node, Sum) and signed else node, Digits)


def _is_new_function(statement: Statement, context: Context) -> bool:
    """The left side is a function of which nothing was said yet, and the right side holds what it depends on.

    "For f(x) = 0" defines nothing: that is a case.
    """
    head = defined_name(statement.members[0])
    if (
        head is None
        or not head[1]
        or not (context.is_fresh(head[0]) or _is_of_another_section(head, context))
    ):
        return False
    parameters = set().union(*map(names_in, parameters_of(statement.members[0])))
    return bool(parameters & names_in(statement.members[1]))


def _is_of_another_section(head: tuple[str, bool], context: Context) -> bool:
    said = context.said.get(head[0])
    return said is not None and said.section != context.section


NAMED = re.compile(
    r"\bthe (?:[\w-]+ ){0,3}(?:cost|loss|error|objective|energy|potential|likelihood|Lagrangian|Hamiltonian)"
    r"(?: function)?\s+$"
)
"""Words right before a formula that name what it defines: "for the quadratic cost C = ..."."""


def _is_named(statement: Statement, context: Context, place: Place) -> bool:
    """The words before it give a name of which nothing was said yet a meaning, and the formula says which."""
    head = defined_name(statement.members[0])
    if head is None or not context.is_fresh(head[0]) or not NAMED.search(place.words):
        return False
    return bool(names_in(statement.members[1]) - names_in(statement.members[0]))


def _constrains(statement: Statement, context: Context, cue: Cue) -> bool:
    """An expression of names that nothing was said of is a number: "with the sum of all p_i = 1"."""
    if cue is not Cue.DEFINE or len(statement.members) != 2 or statement.relations[0].name not in EQUALITIES:
        return False
    expression, value = map(plain, statement.members)
    if not isinstance(value, Digits) or defined_name(expression) is not None:
        return False
    free = names_in(expression) - survey([expression]).bound - CONSTANTS.keys() - INFINITY
    return any(name not in context.said and stem(name) not in context.said for name in free)


LET = re.compile(r"\b(?:let|fix|take|given|suppose|assume)\b(?!['’]s|\s+(?:us|me)\b)|[设令]", re.IGNORECASE)
"""Words of a clause that declares: an equation in it says more of what it declares."""


def _is_let(statement: Statement, context: Context, place: Place) -> bool:
    """An equation that defines nothing, in a clause that declares: "let x be a number, and x^2 = x"."""
    return (
        place.cue is Cue.DEFINE
        and LET.search(place.words) is not None
        and statement.relations[0].name in EQUALITIES
        and _is_of_free_names(statement, context)
    )


def _is_of_free_names(statement: Statement, context: Context) -> bool:
    """Its left side is an expression, and no name in it is defined: it may be a condition."""
    left, right = map(plain, statement.members[:2])
    if defined_name(left, said=depends_on_its_parameters(left, right)) is not None or (
        isinstance(left, Scripts) and not names_in(left) & names_in(right)
    ):
        return False  # a definition, perhaps of a square
    names = frozenset[str]().union(*map(names_in, statement.members)) - CONSTANTS.keys()
    return bool(names) and not any(name in context.said or stem(name) in context.said for name in names)


def unsaid(step: Step, place: Place) -> Step:
    """A step behind no word that says what it is; between numbers nothing is defined or solved."""
    if step.kind is not Kind.CLAIM or step.unreadable is not None:
        return step
    if step.claim is not None and _is_told(step.claim, place):
        return step
    local = (*step.local_alternatives, UNSAID) if step.local is not None else ()
    return replace(step, alternatives=(*step.alternatives, UNSAID), local_alternatives=local)


__all__ = ["inline_steps", "restrict", "unsaid"]
