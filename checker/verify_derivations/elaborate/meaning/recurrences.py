r"""Sequences defined by a recurrence: v_t = \beta v_{t-1} + g_t says what v_{t-1} and v_2 are, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from verify_derivations.elaborate.notation.indices import bound_letters
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.layers import layer_of
from verify_derivations.elaborate.notation.mentioned import names_in, printed_names
from verify_derivations.elaborate.notation.names import base_name, plain, quantity
from verify_derivations.parse.tree import Digits, Fenced, Letter, Listing, Node, Scripts, Sum, nodes

Pair = tuple[Node, Node]
Index = tuple[str, int]
"""A letter and what is added to it, t - 1; no letter: a number."""
Key = tuple[str, Index]
"""A sequence and one of its indices."""

MOST_MEMBERS = 40
"""So many members of sequences are put in for one statement."""


class Rule(NamedTuple):
    """A definition for every value of the letter in a subscript.

    `order` says on how many members before it a member rests: 0 if on none of its own sequence. `first` is
    the first value of the letter for which the rule is said to hold, None where that is not known.
    """

    base: str
    letter: str
    shift: int
    order: int
    head: Node
    body: Node
    first: int | None


def rule_of(head: Node, body: Node, first: int | None = 0) -> Rule | None:
    """The rule that a definition is: of v_t by anything, or by v_{t-1}; None if it is none.

    >>> from verify_derivations.parse import parse
    >>> found = rule_of(parse("v_t").root, parse("a v_{t-1} + v_{t-2}").root)
    >>> found and (found.base, found.letter, found.order)
    ('v', 't', 2)
    """
    key = key_of(head)
    if key is None or not key[1][0] or plain(head).sup is not None:  # type: ignore[union-attr]
        return None
    base, (letter, shift) = key
    if any(letter in bound_letters(node) for node in nodes(body)):
        return None
    own = [index for other, index in _keys(body) if other == base]
    if any(other != letter or number >= shift for other, number in own):
        return None
    order = max((shift - number for _, number in own), default=0)
    return Rule(base, letter, shift, order, head, body, first)


def rules_among(rules: Iterable[Rule]) -> dict[str, Rule]:
    """The rules by what they define: recurrences, and what else is defined for their letters."""
    rules = list(rules)
    times = {rule.letter for rule in rules if rule.order}
    return {rule.base: rule for rule in rules if rule.letter in times}


def put_in(definitions: Sequence[Pair], roots: Sequence[Node], rules: Mapping[str, Rule]) -> list[Pair]:
    """The definitions, with those of the members of sequences on which these formulas rest.

    A member is put in by its rule where it rests on members that are named or defined.
    """
    own = dict[Key, Pair]()
    for pair in definitions:
        key = _ruled(pair[0], rules)
        if key is not None and pair[0] is rules[key[0]].head:
            own = {k: p for k, p in own.items() if k[0] != key[0] or not k[1][0]}
        if key is not None:
            own[key] = pair
    fixed = [pair for pair in definitions if _ruled(pair[0], rules) is None]
    around = [*roots, *(body for _, body in fixed)]
    named, made = set[Key](), dict[Key, Pair]()
    while around and len(made) < MOST_MEMBERS:
        named |= {key for root in around for key in _keys(root) if key[0] in rules}
        least = _least([*named, *(key for key in own if not key[1][0])])
        new = dict[Key, Pair]()
        for key in sorted(named - made.keys()):
            found = own.get(key) or _member(key, rules[key[0]], least)
            if found is not None:
                new[key] = found
        made |= new
        around = [body for _, body in new.values()]
    return [*fixed, *(made[key] for key in sorted(made))]


def follows(head: Node, body: Node, definitions: Sequence[Pair], rules: Mapping[str, Rule]) -> bool:
    """A rule says already what this member of a sequence is.

    A mere number, where what the rule makes of it holds other names, is the value in some example.
    """
    key = _ruled(head, rules)
    if key is None or not rules[key[0]].order:
        return False
    others = [pair for pair in definitions if key_of(pair[0]) != key]
    made = put_in(others, [head, body], rules)
    if not any(key_of(member) == key for member, _ in made):
        return False
    if names_in(body):
        return True
    heads = {quantity(member) for member, _ in made}
    return not {name for _, rest in made for name in printed_names(rest)} - heads


def key_of(node: Node) -> Key | None:
    """The sequence and the index: v and t - 1 of v_{t-1}, whatever stands above it."""
    node = plain(node)
    if not isinstance(node, Scripts) or node.sub is None or node.primes:
        return None
    base, index = base_name(node.base), _index(node.sub)
    return None if base is None or index is None else (base, index)


def _ruled(head: Node, rules: Mapping[str, Rule]) -> Key | None:
    key = key_of(head)
    return key if key is not None and key[0] in rules else None


def _index(sub: Node) -> Index | None:
    sub = plain(sub)
    if isinstance(sub, Digits):
        return ("", int(sub.text)) if sub.text.isdigit() else None
    return layer_of(sub)


def _keys(root: Node) -> Iterator[Key]:
    for node in nodes(root):
        key = key_of(node) if isinstance(node, Scripts) else None
        if key is not None:
            yield key


def _least(keys: Iterable[Key]) -> dict[tuple[str, str], int]:
    """The least index of each sequence and letter."""
    least = dict[tuple[str, str], int]()
    for base, (letter, number) in keys:
        least[base, letter] = min(number, least.get((base, letter), number))
    return least


def _member(key: Key, rule: Rule, least: Mapping[tuple[str, str], int]) -> Pair | None:
    """The definition of one member, if it rests on what is named or defined."""
    base, (letter, number) = key
    if letter not in ("", rule.letter) or number - rule.order < least[base, letter]:
        return None
    if not letter and (number < rule.order or rule.first is None or number - rule.shift < rule.first):
        return None
    index = (letter, number - rule.shift)
    head, body = (moved(node, rule.letter, index) for node in (rule.head, rule.body))
    return None if head is None or body is None else (head, body)


def first_of(letter: str, said: Iterable[Sides]) -> int | None:
    """The first value of a letter, 0 if nothing of this is said of it; None if something else is."""
    first = 0
    for left, relation, right in said:
        if letter not in names_in(left) | names_in(right):
            continue
        if relation in TURNED and isinstance(plain(left), Digits):
            left, relation, right = right, TURNED[relation], left
        bound = plain(right)
        known = base_name(left) == letter and isinstance(bound, Digits) and bound.text.isdigit()
        if not known or relation not in (">", ">="):
            return None
        first = max(first, int(bound.text) + (relation == ">"))  # type: ignore[union-attr]
    return first


TURNED = {"<": ">", "<=": ">="}


# ---- notation with another index ------------------------------------------------------------------------
def moved(node: Node, before: str, index: Index) -> Node | None:
    """The notation with another index for a letter in scripts; None where the letter stands elsewhere."""
    try:
        made: Node = _moved(node, before, index, False)
    except ValueError:
        return None
    return made


def _moved(node: Any, before: str, index: Index, script: bool) -> Any:
    """The same; within a script the letter, and what is added to it, are replaced."""
    if not isinstance(node, tuple):
        return node
    if not hasattr(node, "_fields"):
        return tuple(_moved(part, before, index, script) for part in node)
    found = layer_of(node) if script else None  # type: ignore[arg-type]
    if found is not None and found[0] == before:
        return _printed((index[0], index[1] + found[1]), node)
    if base_name(node) == before:  # type: ignore[arg-type]
        raise ValueError("a factor, which would need brackets")
    kept = script and isinstance(node, Fenced | Listing)
    inner = {
        name: _moved(value, before, index, kept or (isinstance(node, Scripts) and name in ("sub", "sup")))
        for name, value in zip(node._fields, node, strict=True)
    }
    made: Any = node
    return made._replace(**inner)


def _printed(index: Index, at: Any) -> Node:
    """An index as notation, where another one stood."""
    letter, number = index
    digits = Digits(str(abs(number)), at.start, at.end)
    if not letter:
        if number < 0:
            raise ValueError("before the first member")
        return digits
    first = Letter(letter, at.start, at.end)
    return Sum((("", first), ("+" if number > 0 else "-", digits)), at.start, at.end) if number else first


__all__ = ["Rule", "first_of", "follows", "key_of", "moved", "put_in", "rule_of", "rules_among"]
