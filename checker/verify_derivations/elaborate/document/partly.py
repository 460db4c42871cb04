"""Definitions for some values only, "f(x) = x^2 for x > 0": of others nothing is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.document.cases import END
from verify_derivations.elaborate.document.used_at import is_used_at_the_name, is_used_at_whole_numbers
from verify_derivations.elaborate.document.within_reach import is_used_within
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.meaning.definitions import parameters_of
from verify_derivations.elaborate.notation.free_names import head_name
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name, stem
from verify_derivations.elaborate.notation.statements import Statement, statements
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import in_brackets
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.declarations import ORDERS, domain_of, is_interval
from verify_derivations.elaborate.prose.narrower import Narrower
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim, Definition
from verify_derivations.parse.tree import Digits, Node, Product, Scripts
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import ZERO, Apply, Entry, Number, Symbol, Term
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise

if TYPE_CHECKING:
    from verify_derivations.elaborate.prose.context import Context
    from verify_derivations.elaborate.prose.said import Said

SPECIAL = (
    r"(?:even|odd|primes?|squares?|cubes?|multiples|powers|positive|negative|non-?zero|non-?negative|small|"
    r"large)"
)
EXCEPTED = re.compile(
    r"\b(?:otherwise|elsewhere|else|except\w*|unless|sonst|andernfalls)\b"
    rf"|\b(?:for|if|when|whenever|only)\b[^.;$]{{0,20}}\b{SPECIAL}\b"
    rf"|\b(?:if|when|whenever|for)\s+\$(?:[^$]*\$)?\s*(?:is |are )?(?:an? )?{SPECIAL}\b"
    r"|(?:若|如果|当)\s*\$\s*[是为](?:[偶奇素质]数|[正负])"
    r"|\b(?:up to|at most|less than|more than|until)\s+(?:\$|\d)|\b(?:beyond|outside)\b"
    r"|\b(?:exten(?:d\w*|sion)|continued?|continuation)\b(?:\W+[\w$]+){0,4}?\W+(?:period\w*|even|odd|zero|to|as)\b"
    r"|\b(?:even|odd|periodic)\s+(?:function\s+)?with\b|\b(?:positive|negative|left|right)\s+(?:half-?)?(?:axis|line)\b"
    r"|否则|其他情|其它|除了|除非|周期延拓|[奇偶]延拓|以内|以外|超过|为周期",
    re.IGNORECASE,
)
"""Words of a sentence with which a definition in it is one of some values."""

_SPECIAL = re.compile(rf"\b{SPECIAL}$", re.IGNORECASE)
"""Those of them that are adjectives of what follows."""

ON = re.compile(
    r"\b(?:on|inside|within|auf)\s+(?:the\s+)?(?:(?:closed|open|half-open|unit|finite|base|basic)\s+)*"
    r"(?:interval|segment|period|range|set)?\s*\$?\s*$|在\s*(?:区间)?\s*$",
    re.IGNORECASE,
)
"""Words before an interval that say where something is defined."""

EQUAL_HERE = "what {place} defines {name} to be holds for some values only"
HELP = "let ${equation}$ before it, if it holds for all values"


@dataclass(frozen=True)
class Limits:
    """Where a definition holds: relations, domains of its parameters, words that are not read.

    Of `narrow` parameters words say more than where they live: "for odd $n$".
    """

    only: tuple[Sides, ...] = ()
    within: tuple[tuple[str, Domain], ...] = ()
    words: str = ""
    narrow: tuple[str, ...] = ()


def limits_of(
    head: Node,
    body: Node,
    local: Iterable[Sides],
    domains: Mapping[str, Domain],
    narrower: Mapping[str, Narrower],
) -> Limits | None:
    """The conditions around a definition under which it is made, if there are some."""
    names = names_in(head) | names_in(body)
    letters = _letters(head)
    only = tuple(
        one for one in local if one[1] in ORDERS and _names(one) & names and not _is_range(one, letters)
    )
    parameters = [name for name in map(scripted_name, parameters_of(head)) if name is not None]
    within = tuple((p, domains[p]) for p in parameters if p in domains and domains[p] != REAL)
    narrow = tuple(p for p in parameters if p in narrower and not narrower[p].part)
    return Limits(only, within, narrow=narrow) if only or within or narrow else None


def _letters(head: Node) -> frozenset[str]:
    """The letters by which the quantities are numbered that a definition is about."""
    head = plain(head)
    subs = components(head.sub) if isinstance(head, Scripts) else []
    return frozenset[str]().union(*map(names_in, subs))


def _is_range(sides: Sides, letters: frozenset[str]) -> bool:
    """It says of the letter of an index where it begins and ends."""
    left, sign, right = sides
    if sign in (">", ">="):
        left, right = right, left
    if sign not in ("<", "<=", ">", ">="):
        return False
    begins = isinstance(left, Digits) and left.text in ("0", "1") and scripted_name(right) in letters
    return begins or (sign in ("<=", ">=") and scripted_name(left) in letters)


def _names(sides: Sides) -> frozenset[str]:
    return names_in(sides[0]) | names_in(sides[2])


@dataclass
class Partly:
    """Listens for conditions behind definitions in the same sentence."""

    context: Context
    words: str = ""
    made: dict[str, Said] = field(default_factory=dict)
    """The definitions of the sentence."""
    before: dict[str, Said] = field(default_factory=dict)
    interval: Node | None = None
    """On which the sentence defines something."""
    roots: list[Node | None] = field(default_factory=list)
    """The formulas of the sentence."""

    def begin(self) -> None:
        """A sentence begins."""
        self.words, self.interval = "", None
        self.made.clear()
        self.roots.clear()
        self.before = dict(self.context.said)

    def read(self, words: str) -> None:
        """Words, which may end the sentence."""
        *ended, rest = END.split(words)
        for part in ended:
            self.words += part
            self.heed()
            self.begin()
        self.words += rest
        self.heed()

    def heed(self) -> None:
        """Words of the sentence may make exceptions."""
        words = " ".join(self.words.split())
        excepted = [*EXCEPTED.finditer(self.words)]
        for name, said in [*self.made.items()] if excepted else ():
            if not all(self.is_of_what_it_is_made_of(said, one) for one in excepted):
                self.narrow(words=words, only={name: said})

    def is_of_what_it_is_made_of(self, said: Said, excepted: re.Match[str]) -> bool:
        """The words speak of a name that the definition is made of, and not of its arguments or indices.

        "For a nonzero vector $w$ put $P = w w^\\top$" defines P for each such w; what else P may be for
        another one is nowhere said.
        """
        number = self.words.count("$", 0, excepted.end()) - ("$" in excepted[0])
        root = self.roots[number] if number < len(self.roots) else None
        if root is None or said.head is None or said.body is None or not _SPECIAL.search(excepted[0]):
            return False
        first = [one.members[0] for one in statements(root) if one.relations[0].name == "in"]
        names = frozenset[str]().union(*map(names_in, first or [root]))
        return bool(names) and names <= names_in(said.body) and not names & names_in(said.head)

    def formula(self, said: Iterable[Sides], root: Node | None = None) -> None:
        """A formula of the sentence, with the conditions that it adds."""
        if root is not None and is_interval(root) and ON.search(self.words):
            self.interval = root
        self.words += " $ "
        self.roots.append(root)
        now = self.context.said
        self.made = {name: one for name, one in now.items() if self.before.get(name) is not one}
        self.narrow(said)
        self.narrow_to_interval()
        self.heed()

    def narrow_to_interval(self) -> None:
        """What the sentence defines as a function has values on its interval."""
        if self.interval is None:
            return
        domain = domain_of(self.interval)
        for name, said in self.made.items():
            parameters = [scripted_name(p) for p in parameters_of(said.head)] if said.head is not None else []
            if len(parameters) != 1 or parameters[0] is None or said.body is None or said.annotated:
                continue
            known = said.limits or Limits()
            if domain is None:
                limits = replace(known, words=f"{name} is defined on an interval")
            else:
                limits = replace(known, within=((parameters[0], domain),))
            self.made[name] = self.context.said[name] = replace(said, limits=limits)

    def value(self, statement: Statement, cue: Cue) -> None:
        """A statement: what defines a function at one point is an exception of its definition."""
        call = plain(statement.members[0])
        if not isinstance(call, Product) or len(call.parts) != 2:
            return
        name, at = scripted_name(call.parts[0][1]), in_brackets(call.parts[1][1])
        said = self.context.said.get(name or "")
        if said is None or not said.parameters or at is None or names_in(at):
            return
        if cue is not Cue.DEFINE and not (said.name in self.made and cue is not Cue.CLAIM):
            return
        limits = replace(said.limits or Limits(), words=f"{name} has a value of its own at a point")
        self.context.said[said.name] = replace(said, limits=limits)

    def narrow(
        self, given: Iterable[Sides] = (), words: str = "", only: Mapping[str, Said] | None = None
    ) -> None:
        """The definitions of the sentence, or only these, hold where this does."""
        given = tuple(given)
        for name, said in [*(self.made if only is None else only).items()]:
            if said.head is None or said.body is None or said.annotated:
                continue
            found = limits_of(said.head, said.body, given, self.context.domains, self.context.narrower)
            if found is None and not words:
                continue
            known, found = said.limits or Limits(), found or Limits()
            more = tuple(one for one in found.only if not any(one is other for other in known.only))
            limits = replace(
                known,
                only=(*known.only, *more),
                within=found.within or known.within,
                words=words or known.words,
                narrow=found.narrow or known.narrow,
            )
            if limits != said.limits:
                self.made[name] = self.context.said[name] = replace(said, limits=limits)


def in_a_case(said: Said, conditions: Iterable[Statement]) -> Said:
    """A definition beside conditions: one that its own names cannot tell makes it one of a case."""
    body = frozenset[str]() if said.body is None else names_in(said.body)
    names = body if said.head is None else body | names_in(said.head)
    for one in conditions:
        signs = {relation.name for relation in one.relations}
        told = signs <= ORDERS and frozenset[str]().union(*map(names_in, one.members)) & names
        if not told and signs <= ORDERS | {"=", "=="}:
            return replace(said, limits=replace(said.limits or Limits(), words=f"{said.name} is of a case"))
    return said


def partly_defined(
    claim: Claim, known: Known, context: Context, relevant: Iterable[Said]
) -> Iterator[Alternative]:
    """The claim where what is defined for some values only has no value for others.

    Args:
        claim: as it was read.
        known: what of the document is known of it.
        context: what the document says.
        relevant: the definitions of names in it.
    """
    for said in relevant:
        limits = said.limits
        found = [d for d in claim.context.definitions if _is_of(d, said)]
        if limits is None or not found:
            continue
        words = EQUAL_HERE.format(place=said.place, name=said.name)
        help = HELP.format(equation=said.printed or f"{_as_written(said)}=...")
        if limits.words or (limits.only and _is_said_twice(said, context)):
            yield Alternative(words, help)
            continue
        definition = found[0]
        if not _is_at_its_values(claim, definition, limits, known):
            yield Alternative(words, help)
            continue
        conditions = _conditions(limits, definition, known)
        if conditions is None:
            yield Alternative(words, help)
        elif conditions and not is_used_within(claim, definition, conditions):
            yield Alternative(words, help, _narrowed(claim, definition, conditions))


def _is_at_its_values(claim: Claim, definition: Definition, limits: Limits, known: Known) -> bool:
    """A function of whole numbers, or of odd ones, stands in the claim behind such only."""
    whole = (name for name, domain in limits.within if domain.field == "integer")
    return all(is_used_at_the_name(claim, definition, name) for name in limits.narrow) and all(
        is_used_at_whole_numbers(claim, definition, name, known.domains) for name in whole
    )


def _as_written(said: Said) -> str:
    """The name that is defined, with the parameters in brackets: f(x)."""
    parameters = [] if said.head is None else [scripted_name(one) for one in parameters_of(said.head)]
    named = ", ".join(name for name in parameters if name is not None)
    return f"{said.name}({named})" if named else said.name


def _is_of(definition: Definition, said: Said) -> bool:
    """It is the definition that was said, perhaps as that of a whole array."""
    name = head_name(definition)
    return name == said.name or ("#" in name and stem(name) == stem(said.name))


def _is_said_twice(said: Said, context: Context) -> bool:
    """Another formula of the document says of the same name, at the same parameters, what it is."""
    names = names_in(said.head) if said.head is not None else frozenset[str]()
    ways = context.below.get(stem(said.name), ())
    return sum(way.name == said.name and names_in(way.head) == names for way in ways) > 1


def _conditions(limits: Limits, definition: Definition, known: Known) -> list[Comparison] | None:
    """What has to hold where the definition does, but for what is assumed; None if there are no terms."""
    head = definition.head
    if isinstance(head, Entry):
        return None
    parameters = (
        {part.name for part in head.children if isinstance(part, Symbol)}
        if isinstance(head, Apply)
        else set()
    )
    found = list[Comparison]()
    for one in limits.only:
        if any(one is other for other in known.given) and not _names(one) & parameters:
            continue
        comparison = _comparison(one)
        if comparison is None:
            return None
        found.append(comparison)
    for name, domain in limits.within:
        if domain.field == "complex":
            return None
        found += _bounds(Symbol(name), domain)
    return found


def _comparison(sides: Sides) -> Comparison | None:
    """A condition on numbers in terms, if it can be read by itself."""
    try:
        claim = read_claim(sides, Known()).claim
    except (NotRead, TermError):
        return None
    return None if claim.context.arrays else Comparison(claim.lhs, claim.relation, claim.rhs)


def _bounds(name: Term, domain: Domain) -> Iterator[Comparison]:
    if domain.lower is not None:
        yield Comparison(name, ">" if domain.lower_open else ">=", Number(domain.lower))
    if domain.upper is not None:
        yield Comparison(name, "<" if domain.upper_open else "<=", Number(domain.upper))
    if domain.nonzero:
        yield Comparison(name, "!=", ZERO)


def _narrowed(claim: Claim, definition: Definition, conditions: list[Comparison]) -> Claim:
    """The claim where the definition has a value under these conditions only."""
    other = Definition(definition.head, Piecewise([definition.body], [All(conditions)]))
    definitions = tuple(other if d is definition else d for d in claim.context.definitions)
    return replace(claim, context=replace(claim.context, definitions=definitions))


__all__ = ["Limits", "Partly", "in_a_case", "limits_of", "partly_defined"]
