"""What words say of names that stand alone in a sentence, as "the radius $r$": it may restrict them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from verify_derivations.elaborate.notation.any_value import any_value
from verify_derivations.elaborate.notation.names import plain, scripted_name, stem
from verify_derivations.elaborate.notation.statements import has_dots
from verify_derivations.elaborate.prose.describing_words import (
    BEFORE,
    BEHIND,
    BESIDE,
    CONSTANT,
    DEPENDENT,
    FUNCTION,
    HARMLESS,
    MAPS,
    ORDINARY,
    OTHER_THINGS,
    PARTICULAR,
    SOME_INTEGERS,
    WORD,
)
from verify_derivations.elaborate.prose.values_in_words import families_in_a_set, family_of, values_said
from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Fenced,
    Listing,
    Node,
    Product,
    Scripts,
    Separator,
    nodes,
)
from verify_derivations.term.syntax.domain import DOMAINS, REAL
from verify_derivations.term.syntax.nodes import (
    ONE,
    PI,
    Antiderivative,
    Apply,
    Binder,
    Derivative,
    I,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import subterms


def as_said(name: str, words: str) -> str:
    """What words say of a name, or beside it, where they are no description.

    >>> as_said("r", "radius"), as_said("n", "After")
    ('r is "radius", as the text says', 'n is something in particular, as "After" beside it may say')
    """
    if BESIDE.fullmatch(words):
        return f'{name} is something in particular, as "{words}" beside it may say'
    return f'{name} is "{words}", as the text says'


@dataclass(frozen=True)
class Description:
    """What is said of a name.

    `particular`: it is narrowed to some values, or tied to something else. `may_vary`: it may be random.
    `other_thing`: it may be no number. `depends`: it may change with what is differentiated by.
    `some_integers`: words that narrow it beyond any domain.
    """

    words: str
    particular: bool
    may_vary: bool
    other_thing: bool = False
    depends: bool = False
    some_integers: str = ""

    def with_another(self, other: Description) -> Description:
        """What both say."""
        return Description(
            other.words if other.particular and not self.particular else self.words,
            self.particular or other.particular,
            self.may_vary or other.may_vary,
            self.other_thing or other.other_thing,
            self.depends or other.depends,
            self.some_integers or other.some_integers,
        )


def numbered_from_zero(root: Node) -> dict[str, Description]:
    """The names whose members a formula lists from number 0: a_0, a_1, ..., a_{n-1}."""
    items = items_of(root)
    first = plain(items[0]) if len(items) > 1 and any(map(has_dots, items)) else None
    if isinstance(first, Scripts) and isinstance(first.sub, Digits) and first.sub.text == "0":
        name = scripted_name(first.base)
        if name is not None:
            return {name: Description("numbered from 0", True, False, other_thing=True)}
    return {}


def functions_of_something(root: Node) -> dict[str, Description]:
    """The names that a formula says to be functions: y of y = y(x)."""
    found = dict[str, Description]()
    for node in nodes(root):
        if isinstance(node, Chain) and len(node.members) == 2:
            name, call = scripted_name(node.members[0]), plain(node.members[1])
            if name is not None and isinstance(call, Product) and len(call.parts) == 2:
                head, brackets = (part for _, part in call.parts)
                if scripted_name(head) == name and isinstance(plain(brackets), Fenced):
                    found[name] = Description(f"a function, {name}(...)", True, True, depends=True)
    return found


def described(root: Node, before: str, behind: str) -> dict[str, Description]:
    """The names that stand alone in a formula, with what the words beside it say that may restrict them.

    Args:
        root: the formula.
        before: the words of the paragraph before it, with a dollar sign for each formula.
        behind: those behind it.
    """
    values = values_said(behind)
    said = Description(values, True, True) if values else _said(before, behind)
    names = (scripted_name(item) for item in items_of(root))
    found = functions_of_something(root) | numbered_from_zero(root)
    found |= {name: Description("in a set", True, True) for name in families_in_a_set(items_of(root), behind)}
    return found | ({name: said for name in names if name is not None} if said is not None else {})


def items_of(root: Node) -> tuple[Node, ...]:
    """What a formula lists: a and b of `a, b`, with or without brackets."""
    root = plain(root)
    if isinstance(root, Fenced):
        root = plain(root.body)
    if isinstance(root, Listing):
        return tuple(item for item in root.items if not isinstance(item, Separator))
    return (root,)


def _said(before: str, behind: str) -> Description | None:
    found = BEFORE.search(before)
    phrases = [(noun_of(found["words"]), False)] if found else []
    for pattern in BEHIND:
        said = pattern.match(behind)
        if said:
            phrases.append((said["words"], bool(said["of"]) and bool(re.search(r"\bof\s*$", said["words"]))))
    words = [word.lower() for phrase, _ in phrases for word in _content(phrase)]
    narrow = [phrase for phrase, tied in phrases if tied or PARTICULAR.search(phrase)]
    narrow += filter(None, (_all_of_some(before),))
    telling = [p for p, _ in phrases if any(word.lower() not in HARMLESS for word in _content(p))]
    if not narrow and not telling:
        return None
    shown = " ".join((narrow or telling)[0].split()).strip(" ,").partition(",")[0]
    return Description(
        shown,
        bool(narrow),
        not all(word in CONSTANT for word in words),
        any(OTHER_THINGS.search(phrase) for phrase, _ in phrases),
        any(DEPENDENT.search(phrase) for phrase, _ in phrases),
        next((" ".join(phrase.split()) for phrase, _ in phrases if SOME_INTEGERS.search(phrase)), ""),
    )


OF_ALL = re.compile(r"\b(?:all|every|each|any)\s+(?P<words>(?:[A-Za-z][\w'’-]*\s+){1,3})$", re.IGNORECASE)
ANY_VALUE = HARMLESS | frozenset(
    "integer integers natural naturals positive negative nonnegative non-negative nonzero non-zero complex "
    "whole angle angles argument arguments input inputs value values point points choice choices time times "
    "possible finite prime primes odd even rational irrational rationals probability probabilities strictly "
    "two three pair pairs of such the n m given length lengths".split()
)
"""Words behind "for all" with which a name has any value, or one of a set that is heard elsewhere."""


def _all_of_some(before: str) -> str:
    """What the names are of all of which it is said, if that narrows them: involutions, these."""
    found = OF_ALL.search(re.sub(r"(?:\$\s*(?:,|and|or)?\s*)*$", "", before))
    words = found["words"].split() if found else []
    return "" if all(word.lower() in ANY_VALUE for word in words) else " ".join(words)


def noun_of(words: str) -> str:
    """The words behind the last one that describes nothing: radius of `let the radius`."""
    parts = words.split()
    ends = [k for k, word in enumerate(parts) if word.lower() in FUNCTION]
    return " ".join(parts[ends[-1] + 1 :] if ends else parts)


def _content(phrase: str) -> list[str]:
    words = (ORDINARY.sub("", word) for word in WORD.findall(phrase))
    return [word for word in words if word and word.lower() not in FUNCTION]


def restricted(claim: Claim, free: Set[str], said: Mapping[str, Description]) -> Iterator[Alternative]:
    """The claim where the names that are described have values that fit nearly every description.

    A counterexample in positive whole numbers, and another one between 0 and 1, stand for lengths, counts,
    probabilities; where words narrow a name to particular values, there is no such thing.

    Args:
        claim: the claim.
        free: the free names in it, by way of definitions too.
        said: what words say of names.
    """
    declared = {d.name for d in claim.context.declarations if d.domain != REAL}
    heads = {part.name for d in claim.context.definitions if isinstance(part := d.head, Symbol)}
    free = free | {part.name for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Symbol)}
    arrays = {array.name for array in claim.context.arrays if array.entries == REAL}
    indices = {name for name, _ in claim.context.indices}
    said = {**said, **{name: said[stem(name)] for name in arrays if "#" in name and stem(name) in said}}
    said = {**{name: said[family_of(name)] for name in free | arrays if family_of(name) in said}, **said}
    for name in sorted(
        n for n in free & declared & said.keys() if said[n].some_integers or said[n].particular
    ):
        words = as_said(name, said[name].some_integers or said[name].words)
        yield Alternative(words, _help(name, claim), covered=True)
    names = sorted(name for name in (free | arrays) - declared - heads - indices if name in said)
    if not names:
        return
    varies = any(
        isinstance(part, Derivative | Antiderivative | Binder) for part in subterms(claim.lhs, claim.rhs)
    )
    called = {
        n for n in claim.context.functions if n in said and MAPS.search(said[n].words)
    }  # f(x), a number
    lost = next(
        (n for n in names if (said[n].other_thing and n not in called) or (varies and said[n].depends)), None
    )
    if lost is not None:
        yield Alternative(as_said(stem(lost), said[lost].words), f"let ${stem(lost)}=...$")
    particular = [name for name in names if said[name].particular]
    if particular:
        name = particular[0]
        yield Alternative(as_said(name, said[name].words), _help(name, claim), covered=True)
        return
    words = as_said(names[0], said[names[0]].words)
    for domain in ("posint", "unit"):
        other = _narrowed(claim, names, domain)
        yield Alternative(words, _help(names[0], claim), other, covered=True)


def _help(name: str, claim: Claim) -> str:
    anything = any_value(name, claim)
    return anything if "\\in" in anything else f"say it in a formula: assume ${name} > 0$, or {anything}"


CONSTANTS: dict[str, Term] = {"e": Apply("exp", (ONE,)), "\\pi": PI, "i": I}
USUAL = re.compile(r"euler|base|logarithm|number|constant|imaginary|unit$|circle|3\.14|2\.71", re.IGNORECASE)


def called_something_else(
    claim: Claim, names: Iterable[str], said: Mapping[str, Description]
) -> Iterator[Alternative]:
    """A letter that is read as e, pi or i, and that the text calls something else.

    Args:
        claim: as it was read.
        names: those in its notation.
        said: what words say of names.
    """
    parts = set(subterms(claim.lhs, claim.rhs))
    for name, constant in CONSTANTS.items():
        if name in said and name in names and constant in parts and not USUAL.search(said[name].words):
            yield Alternative(as_said(name, said[name].words), f"constant ${name}$")


def _narrowed(claim: Claim, names: Iterable[str], domain: str) -> Claim:
    names = set(names)
    arrays = tuple(
        replace(a, entries=DOMAINS["positive" if domain == "posint" else domain]) if a.name in names else a
        for a in claim.context.arrays
    )
    rest = (d for d in claim.context.declarations if d.name not in names)
    numbers = names - {a.name for a in claim.context.arrays}
    more = (Declaration(name, DOMAINS[domain]) for name in numbers)
    declarations = tuple(sorted((*rest, *more), key=lambda d: d.name))
    return replace(claim, context=replace(claim.context, declarations=declarations, arrays=arrays))


__all__ = [
    "Description",
    "called_something_else",
    "described",
    "items_of",
    "noun_of",
    "restricted",
]
