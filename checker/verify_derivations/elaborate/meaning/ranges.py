r"""What a big sign runs over: from a first to a last value, between bounds, over a set, all but one index."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from verify_derivations.elaborate.meaning.how_many import how_many
from verify_derivations.elaborate.meaning.limits import infinity
from verify_derivations.elaborate.meaning.named_sets import set_name
from verify_derivations.elaborate.notation.indices import bound_letters
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.statements import index_range
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import (
    Chain,
    Fenced,
    Fraction,
    Listing,
    Node,
    Product,
    Relation,
    Scripts,
    Separator,
    children,
)
from verify_derivations.term.syntax.limit import OO, Infinity
from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, Add, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


class Range(NamedTuple):
    """A letter with its first and last value.

    `size` is how many entries it numbers, None if it numbers none. `without` is an index that it leaves out.
    With `silent` nothing is printed of its first value, which is known only where it numbers entries.
    `values` are those of a set, in the place of bounds; `members` is the mere name of a set.
    """

    letter: str
    lower: Term
    upper: Term
    size: Term | None = None
    without: str = ""
    silent: bool = False
    values: tuple[Term, ...] = ()
    members: str = ""


def ranges(reading: Elaborator, sign: Node) -> list[Range]:
    """The letters that run, the outermost first."""
    if not isinstance(sign, Scripts) or sign.sub is None:
        raise NotRead("nothing says over what this runs", sign, help="write the index below the sign")
    sub = plain(sign.sub)
    if isinstance(sub, Chain):
        return _printed(reading, sub, sign)
    found = _with_exception(reading, sub, sign)
    if found is not None:
        return [found]
    letters = bound_letters(sign)
    signs = sub.items[1::2] if isinstance(sub, Listing) else ()
    if not letters or any(isinstance(one, Separator) and one.kind != "," for one in signs):
        raise NotRead("over what this runs is not read", sign.sub)
    if sign.sup is not None:
        if len(letters) > 1:
            raise NotRead("which of these letters ends here is not read", sign)
        return [_counted(letters[0], ONE, _last(reading, sign.sup))]
    return [_counted(letter, ONE, _declared_last(reading, letter)) for letter in letters]


def _printed(reading: Elaborator, sub: Chain, sign: Scripts) -> list[Range]:
    """A range that is printed with relation signs."""
    signs = tuple(relation.name for relation in sub.relations)
    if signs == ("=",):
        return [_from_to(reading, sub, sign)]
    if sign.sup is not None or any(base_name(part) is None for part in _running(sub)):
        raise _unread(sub.relations[0], sub)
    if len(signs) > 1 and set(signs) <= {"<", "<="}:
        return _between(reading, sub)
    rule = ONE_SIGN.get(signs[0]) if len(signs) == 1 else None
    if rule is None:
        raise _unread(sub.relations[0], sub)
    return rule(reading, sub, sign)


def _running(sub: Chain) -> tuple[Node, ...]:
    return sub.members[:1] if len(sub.members) == 2 else sub.members[1:-1]


def _unread(relation: Relation, sub: Node) -> NotRead:
    return NotRead(f"a range other than from a first to a last value ({relation.text}) is not read yet", sub)


def _from_to(reading: Elaborator, sub: Chain, sign: Scripts) -> Range:
    """i = 1 below the sign, the last value above it."""
    letter = base_name(sub.members[0])
    if letter is None:
        raise _unread(sub.relations[0], sub)
    lower = reading.term(sub.members[1])
    if sign.sup is None:
        raise NotRead(f"the last value of {letter} is missing", sign)
    return _counted(letter, lower, _last(reading, sign.sup))


def _counted(letter: str, lower: Term, upper: Term) -> Range:
    """A range whose letter numbers entries if they are counted from 1."""
    counts = isinstance(lower, Number) and lower.value.denominator == 1 and lower.value >= 1
    return Range(letter, lower, upper, upper if counts and not isinstance(upper, Infinity) else None)


def _last(reading: Elaborator, sup: Node) -> Term:
    sup = plain(sup)
    far = infinity(sup)
    if far is not None:
        return far
    return _whole(reading, reading.term(sup))


def _whole(reading: Elaborator, upper: Term) -> Term:
    """The last value of a range: names in it are whole numbers."""
    for name in free_symbols(upper):
        if name not in reading.bound:
            reading.notes.sizes.setdefault(name)
    return upper


def _declared_last(reading: Elaborator, letter: str) -> Term:
    """The declared last value, or one that is not known yet."""
    last = reading.scope.ranges.get(letter)
    return how_many(reading, letter) if last is None else _whole(reading, last)


# ---- other relations ------------------------------------------------------------------------------------
def _between(reading: Elaborator, sub: Chain) -> list[Range]:
    r"""1 \le i \le n, and 1 \le i < j \le n, where the second letter is the outer one."""
    letters = [base_name(part) or "" for part in sub.members[1:-1]]
    last = _last(reading, sub.members[-1])
    upper = last if sub.relations[-1].name == "<=" else _shifted(last, MINUS_ONE)
    first = reading.term(sub.members[0])
    lower = first if sub.relations[0].name == "<=" else _shifted(first, ONE)
    outer = _counted(letters[-1], lower, upper)
    if len(letters) == 1:
        return [outer]
    if len(letters) > 2 or len(set(letters)) < 2 or outer.size is None:
        raise _unread(sub.relations[0], sub)
    below: Term = Symbol(letters[1])
    below = below if sub.relations[1].name == "<=" else _shifted(below, MINUS_ONE)
    return [outer, Range(letters[0], lower, below, outer.size)]


def _shifted(value: Term, by: Term) -> Term:
    if isinstance(value, Number) and isinstance(by, Number):
        return Number(value.value + by.value)
    return Add((value, by))


def _one_sided(reading: Elaborator, sub: Chain, sign: Scripts) -> list[Range]:
    r"""k \ge 0 runs on without end; i > j and i < j leave out a part of what i numbers."""
    letter, relation = base_name(sub.members[0]) or "", sub.relations[0].name
    other = base_name(sub.members[1])
    if other is not None and _is_index(reading, other):
        return _beside(reading, letter, other, relation, sign)
    if relation in ("<", "<="):
        raise NotRead(f"the first value of {letter} is not printed", sub, help="write it below the sign")
    if letter in reading.scope.ranges:
        raise NotRead(f"it is open where {letter} ends", sub, help="write its last value above the sign")
    lower = reading.term(sub.members[1])
    return [Range(letter, lower if relation == ">=" else _shifted(lower, ONE), OO)]


def _all_but(reading: Elaborator, sub: Chain, sign: Scripts) -> list[Range]:
    r"""i \ne j, for an index j."""
    letter, other = base_name(sub.members[0]) or "", base_name(sub.members[1])
    if other is None:
        raise _unread(sub.relations[0], sub)
    return _beside(reading, letter, other, "!=", sign)


def _is_index(reading: Elaborator, name: str) -> bool:
    """A letter over which something is summed, or that is an index of entries."""
    indices = reading.scope.usage.bound | reading.notes.free.keys() | reading.scope.ranges.keys()
    return name in reading.bound or name in indices


def _beside(reading: Elaborator, letter: str, other: str, relation: str, sign: Scripts) -> list[Range]:
    """A letter that runs beside an index; both run where the other one stands nowhere else."""
    if letter == other:
        raise NotRead(f"{letter} runs beside itself", sign)
    size = _declared_last(reading, letter)
    outer = []
    if other not in reading.bound and _both_run(reading, letter, other, sign):
        outer = [Range(other, ONE, size, size, silent=True)]
    elif other in reading.bound:
        known = reading.lasts.get(other)
        if known is None or not reading.sizes.fit(size, known):
            raise NotRead(f"what {letter} numbers is not what {other} does", sign)
    elif not reading.sizes.fit(size, reading.notes.free.setdefault(other, size)):
        raise NotRead(f"what {letter} numbers is not what {other} does", sign)
    index = Symbol(other)
    bounds: dict[str, tuple[Term, Term]] = {
        "<": (ONE, _shifted(index, MINUS_ONE)),
        "<=": (ONE, index),
        ">": (_shifted(index, ONE), size),
        ">=": (index, size),
        "!=": (ONE, size),
    }
    lower, upper = bounds[relation]
    without = other if relation == "!=" else ""
    return [*outer, Range(letter, lower, upper, size, without, silent=True)]


def _both_run(reading: Elaborator, letter: str, other: str, sign: Scripts) -> bool:
    r"""\sum_{i < j} a_{ij} runs over pairs, where it is not said for each j."""
    if not _is_within(reading, other, sign):
        return False
    options = (f"both {letter} and {other} run", f"only {letter} runs, for each {other}")
    help = f"write the sums over {letter} and over {other}"
    return (
        reading.choose(Choice(f"sum over {letter} beside {other}", options, help, usual=True)) == options[0]
    )


def _is_within(reading: Elaborator, letter: str, sign: Node) -> bool:
    """The letter stands in the reach of this sign, and nowhere else in the statement."""
    seen = [_seen(root, letter, sign) for root in reading.roots]
    return any(found for found, _ in seen) and not any(mentioned for _, mentioned in seen)


def _seen(node: Node, letter: str, sign: Node) -> tuple[bool, bool]:
    """Whether the sign was found, and the letter outside of its reach and of sums over it."""
    node = plain(node)
    if node is sign or base_name(node) == letter:
        return node is sign, node is not sign
    found = mentioned = False
    for child in children(node):
        if isinstance(node, Product) and (child is sign or letter in bound_letters(child)):
            return found or child is sign, mentioned
        inner = _seen(child, letter, sign)
        found, mentioned = found or inner[0], mentioned or inner[1]
    return found, mentioned


def _set(reading: Elaborator, sub: Chain, sign: Scripts) -> list[Range]:
    r"""i \in \{1, \dots, n\} and x \in \{0, 1\}."""
    letter, inside = base_name(sub.members[0]) or "", plain(sub.members[1])
    run = index_range(sub)
    if run is not None:
        return [_counted(letter, reading.term(run[1]), _last(reading, run[2]))]
    name = set_name(reading, inside)
    if name is not None:
        return [Range(letter, ONE, ONE, members=name)]
    items = inside.body.items if isinstance(inside, Fenced) and isinstance(inside.body, Listing) else ()
    commas = [item for item in items[1::2] if isinstance(item, Separator) and item.kind == ","]
    if not items or not isinstance(inside, Fenced) or inside.left != "\\{" or len(commas) < len(items) // 2:
        raise _unread(sub.relations[0], sub)
    values = tuple(reading.term(item) for item in items[::2])
    if len(set(values)) < len(values) or not all(isinstance(value, Number) for value in values):
        raise NotRead("whether the members of this set are different is not known", sub)
    return [Range(letter, ONE, ONE, values=values)]


ONE_SIGN: dict[str, Callable[[Elaborator, Chain, Scripts], list[Range]]] = {
    "in": _set,
    "!=": _all_but,
    **dict.fromkeys(("<", "<=", ">", ">="), _one_sided),
}


def _with_exception(reading: Elaborator, sub: Node, sign: Scripts) -> Range | None:
    r"""i = 1, i \ne j below the sign, beside each other or one above the other."""
    parts: tuple[Node, ...] = ()
    if isinstance(sub, Listing):
        parts = sub.items[::2]
    elif isinstance(sub, Fraction) and sub.command == "\\atop":
        parts = (sub.top, sub.bottom)
    chains = [part for part in map(plain, parts) if isinstance(part, Chain) and len(part.relations) == 1]
    if len(chains) != 2 or len(parts) != 2 or [c.relations[0].name for c in chains] != ["=", "!="]:
        return None
    found, other = _from_to(reading, chains[0], sign), base_name(chains[1].members[1])
    if base_name(chains[1].members[0]) != found.letter or other is None or found.size is None:
        return None
    free = reading.notes.free.get(other, found.size)
    known = reading.lasts.get(other) if other in reading.bound else free
    if known is None or found.lower is not ONE or not reading.sizes.fit(found.size, known):
        raise NotRead(f"what {found.letter} numbers is not what {other} does", sign)
    if other not in reading.bound:
        reading.notes.free.setdefault(other, found.size)
    return found._replace(without=other)


__all__ = ["Range", "ranges"]
