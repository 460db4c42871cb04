"""Names that a text introduces anew, or sets free: what it said of them before may not hold any more."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from verify_derivations.elaborate.document.cases import END, OTHER_CASE
from verify_derivations.elaborate.document.for_a_moment import ForAMoment
from verify_derivations.elaborate.document.introduced import (
    COMPARING,
    defines_a_function,
    equated,
    introduced,
)
from verify_derivations.elaborate.document.introduced_in_words import (
    any_arguments,
    any_functions,
    newly_called,
    supposed,
)
from verify_derivations.elaborate.document.universal import are_all
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name, stem
from verify_derivations.elaborate.notation.statements import Statement, statements
from verify_derivations.elaborate.notation.superscripted import applied_names
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.narrower import of_a_sign
from verify_derivations.elaborate.prose.released import (
    AGAIN,
    ALL_OF_THEM,
    CODED,
    DROPPED,
    EXAMPLE,
    FOR_EACH,
    FREE,
    IS,
    IS_PART,
    KIND,
    LABEL,
    LASTING,
    LET,
    MAPPED,
    OF_A_CASE,
    OF_EXAMPLES,
    OF_NOTATION,
    OF_THE_PARAGRAPH,
    QUANTIFIED,
    QUANTITY,
    RELEASED,
    STATEMENT,
    VALUE,
)
from verify_derivations.elaborate.prose.said import Said, defined_name
from verify_derivations.parse.tree import Digits, Node
from verify_derivations.term.syntax.domain import Domain

ANOTHER = re.compile(
    r"\b(?:let|take|fix|choose|pick|all|any|every|each|seien?)\b[^$]*$|[设令取任][^$]*$", re.IGNORECASE
)
"""Words with which a name is surely introduced."""


@dataclass(frozen=True)
class Before:
    """What was said of a name before it was introduced anew, as far as it may not hold any more."""

    words: str
    said: Said | None
    domain: Domain | None
    given: tuple[Sides, ...]
    lasting: bool = False
    """It is over in other sections, too."""
    surely: bool = False
    """Words like "let" introduce it, and not those of a condition, which may be about the same one."""


@dataclass
class Anew:
    """Listens for names that are introduced anew while a document is read.

    What a sentence itself says of a name holds together: only what was said before it may be over.
    """

    context: Context
    settled: dict[str, Said] = field(default_factory=dict)
    """The definitions before the sentence that is read."""
    domains: dict[str, Domain] = field(default_factory=dict)
    """Where names live, as was said before what the sentence has not stated yet."""
    begun: dict[str, Domain] = field(default_factory=dict)
    """The same before the sentence."""
    moment: ForAMoment = field(default_factory=ForAMoment)
    held: list[str] = field(default_factory=list)
    """Names whose values end with the sentence that goes on behind a display."""
    given: tuple[Sides, ...] = ()
    values: list[str] = field(default_factory=list)
    """Names that have a value for the formulas nearby."""
    of_paragraph: list[str] = field(default_factory=list)
    """Names of which something is said for one paragraph."""
    compared: list[str] = field(default_factory=list)
    """Names of which the sentence says where they live."""
    supposed: list[str] = field(default_factory=list)
    """Names that are numbers of a kind in a case, "if $n$ is an integer"."""
    narrowed: list[str] = field(default_factory=list)
    """Those of which more is said than a kind, "if $n$ is even"."""
    cased: list[str] = field(default_factory=list)
    """Names that belong to a set for this sentence, "if $t \\in (0, 1)$"."""
    older: frozenset[str] = frozenset()
    """Vectors of earlier sections whose entries add up to 1."""
    of_statement: set[str] = field(default_factory=set)
    """Names that live where a theorem, or what stands below it, says."""
    within: bool = False
    of_example: set[str] = field(default_factory=set)
    """Names that an example defines."""
    in_example: bool = False
    levels: dict[str, int] = field(default_factory=dict)
    """Names that a section declares, with the level of its heading."""
    foreign: frozenset[str] = frozenset()
    """Names that a section declares of which this one is no part."""
    words: str = ""
    heard: int = 0
    """So many of its words set names free already: what is said of a name behind them holds."""

    def settle(self, *, goes_on: bool = False) -> None:
        """A sentence ends, or goes on in a paragraph of its own behind a display."""
        if STATEMENT.fullmatch(self.words):
            for name in sorted(self.of_statement):
                self.over(name, f"what was said of {name} belongs to another statement", definitions=False)
            self.of_statement.clear()
            self.within = True
        if STATEMENT.fullmatch(self.words) or EXAMPLE.fullmatch(self.words):
            kept = self._functions() if IS_PART.fullmatch(self.words) else set[str]()
            for name in sorted(self.of_example - kept):
                self.over(name, f"{name} had this value in an example only", lasting=True)
            self.of_example &= kept
            self.in_example = EXAMPLE.fullmatch(self.words) is not None
        elif self.in_example and not LASTING.search(self.words):
            now = self.context.said
            self.of_example.update(name for name in now if self.settled.get(name) is not now[name])
        if self.within and not STATEMENT.fullmatch(self.words) and not LASTING.search(self.words):
            changed = (name for name, d in self.context.domains.items() if self.begun.get(name) != d)
            self.of_statement.update(changed)
        if OF_THE_PARAGRAPH.search(self.words):
            self.of_paragraph += self.compared
        elif LASTING.search(self.words):
            self.levels.update((name, 0) for name in self.context.just_said)
        valued = [*self.held, *self.moment.over(self.words, self.settled, self.context.said)]
        self.held, valued = (valued, []) if goes_on else ([], valued)
        self.settled = dict(self.context.said)
        for name in valued:
            self.over(name, f"what {name} equals was said of a case, or of an example", lasting=True)
        self.domains = self.begun = dict(self.context.domains)
        self.given = self._given()
        self.context.just_said.clear()
        self.compared.clear()
        self.context.for_all.clear()
        for name in self.cased:
            self.over(name, f"what {name} is was said of a case, or of one sentence", definitions=False)
        self.cased.clear()
        self.words, self.heard = "", 0

    def displayed(self, root: Node | None, *, ends: bool) -> None:
        """A display, which belongs to the sentence, and may end it."""
        if root is not None:
            self.moment.formula(root, self.words)
        self.words += " $ "
        if ends:
            self.settle()

    def stated(self) -> None:
        """A formula of the sentence states something: what was said up to it may be over behind it."""
        self.domains = dict(self.context.domains)
        self.given = self._given()

    def _given(self) -> tuple[Sides, ...]:
        """What is assumed here."""
        return (*self.context.given, *self.context.local, *self.context.of_names())

    def said_of_all(self, names: Iterable[str]) -> None:
        """A formula is said to hold for all values of these names: what was said of cases may be over.

        What "let" says of them holds for all of them.
        """
        for name in names:
            of_cases = [one for one in self.context.local if name in names_in(one[0]) | names_in(one[2])]
            if of_cases and any(one is other for one in self.given for other in of_cases):
                self.over(name, f"what is assumed of {name} holds no more", definitions=False)

    def _functions(self) -> set[str]:
        """What is defined with an argument: parts of an exercise speak of one function."""
        return {name for name, said in self.context.said.items() if said.parameters}

    def read(self, text: str) -> None:
        """Words, which may end the sentence, or set all names free."""
        label = None if self.words.strip() else LABEL.match(text)
        if label is not None:
            self.words += label[0]
            self.settle()
            text = text[label.end() :]
        *ended, rest = END.split(text)
        for part in ended:
            self.words += part
            self.release()
            self.settle()
        self.words += rest
        self.release()

    def release(self) -> None:
        """What is assumed of names may hold no more."""
        if CODED.search(self.words):
            self._coded(self.context.bounded)
        dropped = len(DROPPED.findall(self.words))
        heard = dropped + sum(len(pattern.findall(self.words)) for pattern in (RELEASED, OTHER_CASE))
        if heard <= self.heard:
            return
        self.heard = heard
        given = frozenset[str]().union(*(names_in(side) for a, _, b in self.given for side in (a, b)))
        for name in sorted({*self.domains, *given}):
            self.over(
                name, f"what is assumed of {name} holds no more", definitions=False, lasting=dropped > 0
            )

    def _coded(self, kept: Container[str] = ()) -> None:
        """Whole numbers, but those that are kept, may have other values from here on."""
        for name in sorted(name for name, one in self.domains.items() if one.field == "integer"):
            if name not in kept:
                self.over(name, f"{name} has other values here", definitions=False)

    def formula(self, root: Node, behind: str) -> None:
        """A formula of the sentence, with the words behind it: it may introduce its names."""
        if not names_in(root) and CODED.search(f"{self.words}$"):
            self._coded()
        names, whole = introduced(root)
        self.compared += names if whole in COMPARING else []
        if are_all(self.words) or (whole == "in" and re.search(r"\bfor\s*$", self.words, re.I)):
            self.context.for_all.update(names)
        if whole == "in" and OF_A_CASE.search(self.words):
            self.cased += names
        self._normalised(root, names, behind)
        if QUANTITY.search(self.words):
            for name in names:
                self.over(name, f"{name} is a quantity of another kind here", definitions=False)
        defined = equated(root)
        self.moment.formula(root, self.words)
        if defined is not None and defined not in self.context.bounded and IS.search(self.words):
            self.over(defined, f"{defined} is a quantity of another kind here", definitions=False)
        free = ALL_OF_THEM.search(self.words) or FREE.match(behind)
        let = LET.search(self.words) and (whole == "in" or KIND.match(behind))
        called = newly_called(names, whole, self.words, behind, self.context.nouns, self.foreign)
        for name in sorted(called - self.context.bounded):
            valued = name in self.foreign and self.is_a_value(name)
            self.over(name, f"{name} is a quantity of another kind here", definitions=valued)
        for name in sorted(supposed(root, whole, self.words, behind) - self.context.bounded):
            self.over(name, f"{name} is introduced anew", definitions=not defines_a_function(root))
        for name in sorted(any_arguments(root, self.words, behind)):
            self.over(name, f"{name} is any argument of a function", definitions=False)
        for name in any_functions(root, names, whole, self.words, behind):
            self.over(name, f"{name} is introduced anew")
        for name in names if whole in COMPARING else ():
            if self.is_a_value(name) and (name in self.foreign or AGAIN.search(f"{self.words} {behind}")):
                self.over(name, f"{name} is introduced anew")
        if FOR_EACH.match(behind):
            self.said_of_all(sorted(names_in(root)))
        if names and are_all(self.words) and whole not in (*COMPARING, "in"):
            self.given = self._given()  # what the sentence itself has said of them before is over, too
        if names and (free or let or (whole == "in" and re.search(r"\bfor\s*$", self.words, re.I))):
            for name in names:
                self.over(name, f"{name} is introduced anew")
        self.words += " $ "

    def _normalised(self, root: Node, names: Iterable[str], behind: str) -> None:
        """A vector whose entries add up to 1 may be another one in other sections, or begin elsewhere."""
        found = {stem(name) for name in names} if OF_EXAMPLES.match(behind) else set[str]()
        first = {stem(name) for name in names_in(root) if name.endswith("_0")}
        self.cased += sorted(first & self.context.normalised.keys())
        found |= first
        found |= self.older & {*names}
        for name in sorted(found & self.context.normalised.keys()):
            self.over(
                name, f"that the entries of {name} add up to 1 may be said of another one", definitions=False
            )

    def defined(self, root: Node) -> None:
        """A definition that takes in a name of another section may mean another quantity by it."""
        for one in statements(root):
            head = defined_name(one.members[0]) if len(one.members) > 1 else None
            if head is None or one.relations[0].name not in ("=", ":="):
                continue
            names = frozenset[str]().union(*map(names_in, one.members)) - {head[0]} - self.context.bounded
            called = applied_names(one.members[1])
            for name in sorted(names & self.foreign):
                said = self.context.said.get(name)
                is_function = said is not None and said.parameters
                if is_function and name in called:
                    continue
                valued = is_function or self.is_a_value(name)  # alone it is no function here
                self.over(name, f"{name} is taken from another section", definitions=valued)

    def is_a_value(self, name: str) -> bool:
        """The name equals a printed number."""
        said = self.context.said.get(name)
        return said is not None and said.body is not None and not (said.parameters or names_in(said.body))

    def quantified(self, latex: str) -> None:
        """The names behind quantifiers in a formula that stands by itself."""
        for found in MAPPED.finditer(latex):
            if found["name"] not in self.context.bounded:
                self.over(found["name"], f"{found['name']} is any argument of a map", definitions=False)
        for found in QUANTIFIED.finditer(latex):
            for name in re.findall(r"\\?[A-Za-z]+", found["names"]):
                self.over(name, f"{name} is introduced anew")

    def valued(self, statement: Statement, clause: str) -> None:
        """A name that equals a number may do so for the formulas nearby only; a first value, x_0, lasts.

        One that is no number of the set in which the name lives is a value of another name.
        """
        head = defined_name(statement.members[0])
        if head is not None and self._is_beyond(head[0], statement):
            self.over(head[0], f"{head[0]} has a value that it could not have before", definitions=False)
        number = len(statement.members) == 2 and not names_in(statement.members[1])
        if head is not None and number and "_" not in head[0] and VALUE.search(clause):
            self.values.append(head[0])

    def declared(self, statement: Statement, clause: str) -> None:
        """Words before a set say of which sign the numbers are that are declared to be in it."""
        narrower = of_a_sign(clause)
        if narrower is not None and statement.relations[0].name == "in":
            names = map(scripted_name, (*statement.loose, statement.members[0]))
            self.context.narrower.update((name, narrower) for name in names if name is not None)

    def _is_beyond(self, name: str, statement: Statement) -> bool:
        """The name equals a whole number that is not one of the set in which it lives."""
        domain, value = self.domains.get(name), plain(statement.members[-1])
        if domain is None or len(statement.members) != 2 or statement.relations[0].name != "=":
            return False
        return isinstance(value, Digits) and value.text.isdigit() and Fraction(value.text) not in domain

    def leave_paragraph(self, *, goes_on: bool = False) -> None:
        """The formulas for which names have values end."""
        self.settle(goes_on=goes_on)
        for name in self.values:
            self.over(name, f"{name} had this value for a moment only")
        self.values.clear()
        for name in self.of_paragraph:
            self.over(name, f"what {name} is was said of one paragraph", lasting=True)
        self.of_paragraph.clear()
        for name in self.supposed:
            self.over(name, f"what {name} is was said of a case", definitions=False)

    def leave_section(self, heading: str, level: int) -> None:
        """The cases of a section end, below this heading; what is said of notation holds everywhere."""
        level = 0 if OF_NOTATION.search(heading) else level
        here = {name for name, said in self.context.said.items() if said.section == self.context.section}
        tied = (side for a, _, b in (*self.context.given, *self.context.of_names()) for side in (a, b))
        functions = (name for name in here if self.context.said[name].parameters)
        found = self.context.bounded.union(*map(names_in, tied), filter(self.is_a_value, here), functions)
        self.levels.update((name, level) for name in found if self.levels.get(name) != 0)
        for name in self.narrowed:
            self.context.narrower.pop(name, None)
        for name in self.supposed:
            self.context.domains.pop(name, None)
            self.context.worded.pop(name, None)

    def over(self, name: str, words: str, *, definitions: bool = True, lasting: bool = False) -> None:
        """What was said of a name before this sentence may not hold any more."""
        said = self.settled.get(name) if definitions else None
        said = said if said is not None and said.body is not None else None
        domain = self.domains.get(name)
        given = tuple(one for one in self.given if name in names_in(one[0]) | names_in(one[2]))
        if said is not None or domain is not None or given:
            known = self.context.anew.get(name)
            if known is not None and not definitions:
                said = known.said
            surely = ANOTHER.search(self.words) is not None
            self.context.anew[name] = Before(words, said, domain, given, lasting, surely)


__all__ = ["Anew", "Before"]
