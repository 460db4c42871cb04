"""What stands beside the equations of a display: it is heard before they are, or nothing is refuted there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from verify_derivations.elaborate.document.defining import DEFINING, EQUALITIES
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.document.sentences import is_expression, restrict
from verify_derivations.elaborate.document.unheard import COMPARING, names_unheard, words_unheard
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name, stem
from verify_derivations.elaborate.notation.several import AND
from verify_derivations.elaborate.notation.statements import BEHIND, Statement, ranges_in, statements
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import DENIED, EQUIVALENT, Cue, cue_of, is_ended
from verify_derivations.elaborate.prose.declarations import ORDERS, declare, pairs
from verify_derivations.elaborate.prose.not_supposed import is_not_supposed
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.parse.tree import Digits, Fenced, Fraction, Grid, Node, Root, Scripts

EQUATING = EQUALITIES | DEFINING | {"<-", "~"}
"""The signs that say of no name where it lives."""

INTRODUCED = frozenset((Cue.RESTRICT, Cue.ASSUME))
"""Words that make a condition of any statement."""

NARROWING = INTRODUCED | {Cue.DEFINE, Cue.FACT, Cue.CONDITION}
"""Words that make a condition of a comparison."""

CONCLUDING = frozenset(("=>", "<=>", "therefore"))
"""Arrows behind which a consequence stands."""

LASTING = frozenset((Cue.DEFINE, Cue.ASSUME, Cue.FACT, Cue.CONDITION))
"""Words with which a condition is about all that a display states."""

OR = frozenset(("or", "oder", "ou", "或"))


@dataclass
class Display:
    """The statements of a display in the order in which they are to be read, and what is said beside them.

    `conditions` restrict what the others state and are no statements of their own; `claimed` are comparisons
    that stand beside equations and may be meant as conditions, too. `overlooked` are names of which something
    is said that is not taken in; `unheard` are words of which it is not known whether they restrict anything.
    `equates`: there is an equation. `ranges`: letters of indices, with first and last values.
    """

    stated: list[Statement] = field(default_factory=list)
    conditions: list[Statement] = field(default_factory=list)
    claimed: list[Statement] = field(default_factory=list)
    overlooked: set[str] = field(default_factory=set)
    unheard: str = ""
    equates: bool = True
    ranges: list[tuple[Node, Node, Node]] = field(default_factory=list)


def display(found: Sequence[Statement], root: Node, latex: str, context: Context) -> Display:
    """What a display states, and what it says beside that.

    Args:
        found: its statements, in the order of the text.
        root: its tree.
        latex: its LaTeX.
        context: what is known there.
    """
    made = Display(overlooked=names_unheard(root), unheard=next(words_unheard(root, latex), ""))
    made.ranges = [ends for _, ends in ranges_in(root)]
    places = {place for place, _ in ranges_in(root)}
    found = [part for one in found for part in (replace(one, conditions=()), *one.conditions)]
    found = [one for one in found if one.start not in places]
    made.equates = any(map(_equates, found))
    heads = {head[0] for one in found if _equates(one) and (head := defined_name(one.members[0]))}
    first, rest = list[Statement](), list[Statement]()
    cue = Cue.NONE
    for k, one in enumerate(found):
        following = found[k + 1] if k + 1 < len(found) else None
        cue = _cue(one, cue)
        if _is_denied(one, following) or _follows(one, following, cue):
            made.overlooked |= _names(one)
            rest.append(one)
        elif _is_condition(one, following, cue, made.equates, first=k == 0) or (
            made.equates and _narrows(one) and not (_defined(one, context) or _names(one) & heads)
        ):
            made.conditions.append(one)
            rest.append(one)
        else:
            if made.equates and _compares(one):
                made.claimed.append(one)
            (first if cue is Cue.DEFINE and k > 0 and one.words not in ("", BEHIND) else rest).append(one)
        made.overlooked |= _said_within(one)
    made.stated = [*first, *rest]
    _give_each_case_its_own(made)
    return made


def _give_each_case_its_own(made: Display) -> None:
    """Conditions between equations are about the one before them; those around all of them are about all."""
    conditions, made.conditions = made.conditions, []
    places = [k for k, one in enumerate(made.stated) if one not in conditions]
    first, last = (places[0], places[-1]) if places else (0, 0)
    cases = any(
        one in conditions and first < k < last and _cue(one) not in LASTING
        for k, one in enumerate(made.stated)
    )
    out = list[Statement]()
    for k, one in enumerate(made.stated):
        if one not in conditions:
            out.append(one)
        elif not cases or k < first or _cue(one) in LASTING:
            made.conditions.append(one)
        else:
            made.overlooked |= _names(one)
            if not one.loose and all(relation.name in ORDERS for relation in one.relations):
                out[-1] = replace(out[-1], conditions=(*out[-1].conditions, one))
    made.stated = out


def hear(made: Display, place: Place, context: Context) -> None:
    """What a display says beside its equations, into the context."""
    for letter, first, last in made.ranges:
        name = scripted_name(letter)
        if name is not None:
            context.begin(name, first)
        if name is not None and isinstance(first, Digits) and first.text == "1":
            context.ranges[name] = last
        else:
            made.overlooked |= names_in(letter)
    if place.spoken:
        made.overlooked.update(*map(_names, made.conditions))
        made.conditions.clear()
    for one in map(shown(place), made.conditions):
        if declare(one, context, place.span(one.start, one.end), place.section):
            continue
        if one.words == BEHIND and all(sign.name in ORDERS | EQUALITIES for sign in one.relations):
            context.local += pairs(one)
        else:
            restrict(one, context, Cue.RESTRICT)
        if one.loose:
            made.overlooked |= _names(one)
    for one in map(shown(place), made.claimed):
        if one.loose:
            made.overlooked |= _names(one)
        else:
            context.mentions.append((frozenset(_names(one)), one))
    context.overlooked |= made.overlooked
    if not made.equates:
        _hear_alone(made, place, context)


def _hear_alone(made: Display, place: Place, context: Context) -> None:
    """A display that only says where names live: what "let" and "if" introduce is a condition."""
    stated, made.stated = made.stated, []
    for one in stated:
        if _narrows(one) and not _defined(one, context):
            if place.cue in NARROWING and is_ended(place.words) and not all(map(_is_bare, one.members)):
                context.mentions.append((frozenset(_names(one)), shown(place)(one)))
            elif place.cue in NARROWING and not one.loose and _names(one).isdisjoint(made.overlooked):
                restrict(shown(place)(one), context, place.cue, supposed=place.supposed)
                continue
            context.quantified |= _names(one)
        made.stated.append(one)


def _is_bare(member: Node) -> bool:
    """A name without an exponent, or a printed number."""
    if isinstance(member, Scripts):
        return member.sup is None
    return not is_expression(member) and not isinstance(member, Fenced | Fraction | Grid | Root)


def shown(place: Place) -> Callable[[Statement], Statement]:
    """Puts the formula as printed into a statement of it."""
    latex = place.region.latex
    return lambda one: replace(one, shown=f"${' '.join(latex[one.start : one.end].split())}$")


PREMISES = {"=>": (True, False), "<=>": (True, True), "<==": (False, True)}
"""Whether what stands before an arrow, and behind it, is a premise."""


def suppositions_in(found: Sequence[Statement]) -> list[tuple[Statement, set[str]]]:
    r"""What a display supposes at its arrows, where it says what a name is or compares names; with the names.

    >>> from verify_derivations.elaborate.notation.statements import statements
    >>> from verify_derivations.parse import parse
    >>> [sorted(names) for _, names in suppositions_in(statements(parse(r"a = b \implies a^2 = b^2").root))]
    [['a', 'b']]
    """
    out = list[Statement]()
    for one, following in pairwise(found):
        before, behind = PREMISES.get(following.link, (False, False))
        out += [one] * before + [following] * behind
    return [(one, _names(one)) for one in out if _compares(one) or _says_what_a_name_is(one)]


def _says_what_a_name_is(one: Statement) -> bool:
    """It equates a name by itself; what is said of a function at all of its arguments is a definition."""
    head = defined_name(one.members[0])
    return head is not None and not head[1] and not one.continues


# ---- statements ------------------------------------------------------------------------------------
def _equates(one: Statement) -> bool:
    """It is an equation, a definition, or something else that is no condition by itself."""
    return not _compares(one)


def _compares(one: Statement) -> bool:
    return not one.continues and all(relation.name in COMPARING for relation in one.relations)


def _cue(one: Statement, before: Cue = Cue.NONE) -> Cue:
    """What the words before it make of it: "if x > 0 and y > 0" makes the same of both."""
    if one.link == "because":
        return Cue.FACT
    if one.continues or one.words == BEHIND:
        return Cue.NONE
    if not one.words or one.words.lower() in AND:
        return before if before in NARROWING and _compares(one) else Cue.NONE
    return cue_of(one.words)


def _is_condition(
    one: Statement, following: Statement | None, cue: Cue, equates: bool, *, first: bool
) -> bool:
    """The words, the brackets or the arrow beside it make it one."""
    if one.words == BEHIND or one.link == "<==":
        return not first
    if _compares(one) and following is not None and following.link == "=>":
        return True
    if first:
        return equates and _compares(one) and cue in NARROWING
    return cue in INTRODUCED or (cue in NARROWING and _compares(one))


def _is_denied(one: Statement, following: Statement | None) -> bool:
    """It is denied, or one of several cases."""
    if not _compares(one):
        return False
    words = {one.words.lower(), following.words.lower() if following is not None else ""}
    return bool(DENIED.search(one.words) or is_not_supposed(one.words) or words & OR)


def _follows(one: Statement, following: Statement | None, cue: Cue) -> bool:
    """It is said to follow from an equation, or to be equivalent to one, and so is no condition of it."""
    if not _compares(one):
        return False
    behind = following.link if following is not None else ""
    said = cue is Cue.CLAIM or EQUIVALENT.search(one.words) is not None
    return said or one.link in CONCLUDING or behind in ("<=>", "<==")


def _narrows(one: Statement) -> bool:
    """It compares names with each other or with numbers."""
    if not _compares(one):
        return False
    if any(relation.name == "in" for relation in one.relations):
        return scripted_name(one.members[0]) is not None
    return all(map(_is_name_or_number, one.members))


def _is_name_or_number(node: Node) -> bool:
    return not names_in(node) or scripted_name(node) is not None


def _defined(one: Statement, context: Context) -> bool:
    """A name in it has a definition, so that it may be claimed."""
    known = [context.said.get(stem(name)) or context.said.get(name) for name in _names(one)]
    return any(said is not None and said.body is not None for said in known)


def _said_within(one: Statement) -> set[str]:
    """Names of which a statement says more than an equation: b of `a = b > 0`, x of `x \\to 0`."""
    signs = {relation.name for relation in one.relations}
    if signs <= EQUATING or signs <= COMPARING:
        return set()
    if signs <= EQUATING | ORDERS:
        return {name for name in map(scripted_name, one.members) if name is not None}
    return _names(one) if all(map(_is_name_or_number, one.members)) else set()


def is_only_compared(root: Node) -> set[str]:
    """The names in a formula that only compares names with each other or with numbers; else nothing."""
    found = statements(root)
    return set[str]().union(*map(_names, found)) if all(map(_narrows, found)) else set()


def _names(one: Statement) -> set[str]:
    return set().union(*map(names_in, (*one.loose, *one.members)))


__all__ = ["Display", "display", "hear", "is_only_compared", "shown", "suppositions_in"]
