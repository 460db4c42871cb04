"""Conditions of cases, "if $x > 0$": in which sentences they hold, where they end, and where that is open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verify_derivations.elaborate.document.excluding import excluded
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.alike import alike
from verify_derivations.elaborate.notation.any_value import some_kind
from verify_derivations.elaborate.notation.free_names import free_names, head_name
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.released import OF_THE_PARAGRAPH
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import Binder
from verify_derivations.term.syntax.traverse import subterms

END = re.compile(r"[.!?]\s|[.!?]$|[。！？]|\n\s*\n")

CONTRAST = re.compile(
    r"[,;]\s*(?=(?:but|while|whereas|yet|aber|während|wohingegen)\s+(?!\$|also\b|not\b|still\b)(?=\S))"
    r"|[,;]\s*(?=(?:so|now) (?:assume|suppose|let|consider|take)\b)"
    r"|;\s*(?=(?:in general|generally|for|if|when|elsewhere)\b)|[，；](?=(?:而|但)[^\$]{1,6})",
    re.IGNORECASE,
)
"""Where a sentence goes on to something of which its first conditions were not said."""

ALTERNATIVELY = re.compile(
    r"[\s,(]*(?:or|oder|resp\w*\.?|as well as|(?:and|und) (?:also|auch)|或|以及)(?![a-z])[^$]*$",
    re.IGNORECASE,
)
"""Words between two conditions, either of which may hold."""

GOES_ON = re.compile(
    r"\b(?:cases?|consider|suppos\w*|(?<!under the )(?<!under this )(?<!under our )assum\w*|"
    r"take|look(?:ing)?|restrict\w*|let|fix|choose|given|"
    r"treat|first|now|"
    r"from now on|throughout|henceforth|always)\b|考虑|假设|设|情形|以下",
    re.IGNORECASE,
)
"""Words with which the condition of a sentence holds in those behind it, too."""

OTHER_CASE = re.compile(
    r"\b(?:otherwise|else|(?:in|for) (?:(?:the|all|any|every) )?others?|(?:in|for) the rest|elsewhere|"
    r"conversely|on the other hand|"
    r"remaining|opposite)\b|"
    r"\b(?:sonst|andernfalls)\b|否则|反之|其他情[况形]",
    re.IGNORECASE,
)
"""Words that begin the case of which the conditions before were not said."""

BEHIND = re.compile(
    r"\s*[,(]?\s*(?:valid |true |which holds |but only |only |at least )?"
    r"(?:for|if|when(?:ever)?|provided(?: that)?|as long as|on|where|für|falls|wenn|当|若)"
    r"(?:\s+(?:all|any|every|each|both|real|given|instance))*\s*|\s*[(（]\s*",
    re.IGNORECASE,
)
"""Words between a claim and a condition that belongs to it, and perhaps to nothing behind it."""

ANOTHER_IF = re.compile(
    r"(?:\b(?:if|when(?:ever)?|wenn|falls|in (?:the )?case(?: that| of)?|for)|如果|若|当)\s*$", re.IGNORECASE
)
"""Words right before an equation that may say of another case what it is."""

LEADS = re.compile(r"\s*(?:we|then|it|one|there|this|so)\b|\s*(?:则|有|我们)", re.IGNORECASE)
"""Words behind a condition with which something is said under it."""

IMPLIED = re.compile(
    r"\$\s+(?:implies|entails|means|forces|yields|gives|guarantees|ensures|suffices|"
    r"is (?:enough|sufficient|needed|necessary|required)|requires|needs)\b"
    r"|\b(?:requires?|needs?|only)\b[^$]*\$"
    r"|蕴含|推出|保证|需要|要求|只有|仅当",
    re.IGNORECASE,
)
"""Words of a sentence about what follows from a condition, which need not hold further down."""

CONCLUDES = re.compile(
    r"\W*(?:so|hence|thus|therefore|consequently|finally|together|in (?:all|total|summary|conclusion)|"
    r"we (?:conclude|see)|this (?:shows|proves)|也就是|所以|因此|故|综上|于是)(?![a-z])",
    re.IGNORECASE,
)
"""How a sentence begins that may conclude from several cases."""

ALL = re.compile(
    r"\bfor (?:general|arbitrary)\b|\bin general\b|\bin any case\b|\bfor (?:all|any|every)\b", re.I
)
"""Words that end a case."""

NEVER_MIND = re.compile(r"\bfor (?:general|arbitrary)\b|\bin general\b|\bin any case\b", re.IGNORECASE)
"""Those of them with which the condition is surely not meant any more."""


@dataclass
class Cases:
    """The sentence that is being read: its words, its conditions, whether it makes a claim."""

    context: Context
    words: str = ""
    said: list[Sides] = field(default_factory=list)
    claims: bool = False
    claimed: bool = False
    """Its last formula claims something."""
    replaces: bool = False
    """Its conditions are those of another case than the one before."""
    trailing: list[Sides] = field(default_factory=list)
    """Conditions right behind a claim, where it is not seen yet what stands behind them."""
    displayed: list[Sides] = field(default_factory=list)
    """Conditions behind displays and behind formulas of sentences."""
    within: list[Sides] = field(default_factory=list)
    """Those behind formulas of this sentence."""
    of_claims: list[Sides] = field(default_factory=list)
    """Those of sentences of this paragraph that claim something: "for $x > 0$ we have"."""

    def read(self, text: str) -> None:
        """Words of a paragraph, which may end the sentence."""
        if not LEADS.match(text):
            self.context.ended += self.trailing
        self.trailing = []
        *ended, rest = END.split(text)
        for part in ended:
            self._clauses(part)
            self.end()
        self._clauses(rest)

    def _clauses(self, text: str) -> None:
        """Words of a sentence: what it says of a case may be over behind "but" or "while"."""
        *ended, rest = CONTRAST.split(text)
        for part in ended:
            self.words += part
            if self.said:
                self.end()
        self.words += rest
        if self.context.passed and CONCLUDES.match(self.words):
            self._conclude()

    def _conclude(self) -> None:
        """The sentence may conclude from all of several cases, of which the last one was spoken of."""
        for sides in self._before():
            if any(_is_another(sides, other) for other in self.context.passed):
                self.context.ended.append(sides)

    def formula(
        self, said: Sequence[Sides], *, claims: bool, equates: bool = False, equations: Sequence[Sides] = ()
    ) -> None:
        """A formula of the sentence, with the conditions that it adds; one replaces an older one.

        Its equations, where it claims nothing, may be conditions, too.

        Those right behind a claim are its own, and may not be meant of what stands behind them. An equation
        behind "if" that is no condition may be a case all the same, in which those before do not hold.
        """
        if equates and not said and not claims and self.claims and ANOTHER_IF.search(self.words):
            self.context.ended += self.context.local
        for sides in () if said or claims else equations:
            self.context.ended += [other for other in self._before() if _is_another(sides, other)]
        if self.claimed:
            self.context.ended += self.within
            self.within = []
        if self.claims and BEHIND.fullmatch(self.words.rpartition("$")[2]):
            self.trailing = [*said]
        before = self._before()
        for sides in said:
            older = [other for other in self._before() if other not in said and _is_another(sides, other)]
            self._pass(older)
        self._pass(excluded([other for other in self._before() if other not in said], said) if said else [])
        self.replaces = self.replaces or (bool(said) and len(self._before()) < len(before))
        if said and self.said and ALTERNATIVELY.search(self.words.rpartition("$")[2]):
            both = [*self.said, *said]
            self.context.passed_names.update(*map(_names, both))
            self._drop(both)
            self.said, said = [], []
        self.said += said
        self.claims = self.claims or claims
        self.claimed = claims
        self.words += " $ "

    def behind(self, said: Sequence[Sides], *, sentence: bool = False) -> None:
        """Conditions behind a display, or a formula of a sentence, which replace those before.

        Those of a sentence may not be meant any more where it ends.
        """
        for sides in said:
            self._pass([other for other in self.displayed if _is_another(sides, other)])
        self.displayed += said
        self.within += said if sentence else ()

    def display(self) -> None:
        """A display: it belongs to the sentence, whose words may end the case that was spoken of."""
        if OTHER_CASE.search(self.words):
            older = self._before()
            self.context.passed_names.update(*(_names(sides) for sides in older))
            self._drop(older)
        elif ALL.search(self.words):
            older = self._before()
            self._pass(older)
            if NEVER_MIND.search(self.words):
                self.context.passed.clear()
        self.claims = True

    def end(self) -> None:
        """The sentence ends: a condition that nothing followed from in it may not be meant any more."""
        if OF_THE_PARAGRAPH.search(self.words):
            self.of_claims.extend(self.said)
        elif IMPLIED.search(self.words):
            self.context.ended.extend(self.said)
        elif not GOES_ON.search(self.words):
            lasts = self.claims and not self.replaces
            (self.of_claims if lasts else self.context.ended).extend(self.said)
        self.replaces = False
        self.context.ended += self.within
        self.words, self.said, self.claims, self.within = "", [], False, []
        self.claimed = False

    def leave_paragraph(self) -> None:
        """What a sentence only claims something of may not be meant any more in another paragraph."""
        self.end()
        self.context.ended += self.of_claims
        self.of_claims.clear()

    def _before(self) -> list[Sides]:
        """The conditions of sentences before this one."""
        return [sides for sides in self.context.local if not any(sides is own for own in self.said)]

    def _pass(self, older: list[Sides]) -> None:
        self.context.passed += older
        self._drop(older)

    def _drop(self, older: list[Sides]) -> None:
        local = self.context.local
        local[:] = [sides for sides in local if not any(sides is old for old in older)]


def _names(sides: Sides) -> frozenset[str]:
    return (names_in(sides[0]) | names_in(sides[2])) - CONSTANTS


CONSTANTS = frozenset((r"\pi",))
r"""What a condition such as $x \le \pi$ is not about."""


LETTERS_OF_NUMBERS = frozenset((r"\pi", "e", "i"))
"""Letters of which a relation may say something else only where they are no numbers."""


def _is_another(sides: Sides, other: Sides) -> bool:
    """Both are about one name, and the same, or say of the same expression what it equals."""
    if sides[1] == other[1] == "=" and alike(sides[0], other[0]) and not alike(sides[2], other[2]):
        return True
    return len(_names(sides)) == 1 and _names(sides) == _names(other)


# ---- doubts ----------------------------------------------------------------------------------------------
def of_cases(
    sides: Sides, context: Context, known: Known, claim: Claim, names: set[str]
) -> Iterator[Alternative]:
    """The readings in which a condition further up still holds, and those in which one does no longer.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
        names: the names in it, by way of definitions too.
    """
    ended = [one for one in known.given if any(one is other for other in context.ended)]
    if ended:
        rest = tuple(one for one in known.given if not any(one is other for other in ended))
        words = f"what a sentence before says of {_shown(ended)} was said of a case"
        other = _with_given(sides, known, rest)
        if other is None or other != claim:
            yield Alternative(words, help_for(ended, names), other)
    names = names - _running(claim)
    passed = [one for one in context.passed if _names(one) & names]
    if passed:
        words = f"what was said of {_shown(passed)} further up holds here, too"
        yield Alternative(
            words, help_for(passed, names), _supposed(sides, known, claim, passed), covered=True
        )
    known_numbers = {letter for letter in LETTERS_OF_NUMBERS if letter not in context.said} - free_names(
        claim
    )
    open_names = sorted((context.passed_names | context.passed_doubts) & names - known_numbers)
    if open_names:
        words = f"what was said of {open_names[0]} further up holds here, too"
        yield Alternative(words, HELP.format(some_kind(open_names[0])), covered=True)


def _running(claim: Claim) -> set[str]:
    """The names of indices and variables of integration that stand for nothing else in the claim."""
    binders = [t for t in subterms(claim.lhs, claim.rhs) if isinstance(t, Binder)]
    return {binder.index for binder in binders} - set(free_names(claim))


HELP = "say in the text before what holds of it here, as in: {0}"


def help_for(given: Iterable[Sides], names: Collection[str] = ()) -> str:
    """What settles whether a condition further up holds: saying anew what is known of its names.

    Args:
        given: the conditions.
        names: those in the statement, which come first.
    """
    found = sorted(frozenset[str]().union(*map(_names, given)), key=lambda name: (name not in names, name))
    return HELP.format(some_kind(found[0]))


def _shown(given: Iterable[Sides]) -> str:
    return ", ".join(sorted(frozenset[str]().union(*map(_names, given))))


def _supposed(sides: Sides, known: Known, claim: Claim, passed: Sequence[Sides]) -> Claim | None:
    """The claim with these conditions; other names in them are of nothing that is defined."""
    others = frozenset[str]().union(*map(_names, passed)) - free_names(claim)
    if others & {head_name(definition) for definition in claim.context.definitions}:
        return None
    return _with_given(sides, known, (*known.given, *passed))


def _with_given(sides: Sides, known: Known, given: tuple[Sides, ...]) -> Claim | None:
    try:
        return read_claim(sides, replace(known, given=given)).claim
    except (NotRead, TermError):
        return None


__all__ = ["Cases", "of_cases"]
