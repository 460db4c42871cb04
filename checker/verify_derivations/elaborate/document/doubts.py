"""What a reader cannot rule out about a claim: with it a proof stands, a refutation does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.document.advice import written_for
from verify_derivations.elaborate.document.constant_letters import may_be_names
from verify_derivations.elaborate.document.integration import is_of_integration
from verify_derivations.elaborate.document.iterates import iterates
from verify_derivations.elaborate.document.roots import beside_their_square
from verify_derivations.elaborate.document.units import in_other_units
from verify_derivations.elaborate.meaning.conditionals import law_shown
from verify_derivations.elaborate.meaning.identities import LETTERS
from verify_derivations.elaborate.notation.any_value import any_value
from verify_derivations.elaborate.notation.free_names import free_in, free_names, head_name, names_of
from verify_derivations.elaborate.notation.leibniz import d_sign
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain, stem
from verify_derivations.elaborate.notation.numbered import as_numbered
from verify_derivations.elaborate.notation.printed import printed_decimal
from verify_derivations.elaborate.notation.printed_entries import another_numbering
from verify_derivations.elaborate.notation.qualities import narrowed_by_words
from verify_derivations.elaborate.notation.tables import PROBABILITY
from verify_derivations.elaborate.prose.complex_numbers import complex_readings
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.conventions import conventions
from verify_derivations.elaborate.prose.described import called_something_else, restricted
from verify_derivations.elaborate.prose.described_sizes import with_such_sizes
from verify_derivations.elaborate.prose.describing_words import OF_ITS_FORMULA
from verify_derivations.elaborate.prose.narrower import narrower_readings
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.elaborate.prose.spoken_values import of_spoken_values
from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.parse.tree import Digits, Letter, Node, Product, Scripts, nodes
from verify_derivations.term.syntax.domain import DOMAINS, REAL
from verify_derivations.term.syntax.nodes import Apply, Binder, Derivative, Symbol
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def doubts(
    claim: Claim, roots: Iterable[Node], context: Context, relevant: Iterable[Said]
) -> Iterator[Alternative]:
    """Other ways to understand a claim for which there are no terms.

    Args:
        claim: as it was read.
        roots: its notation.
        context: what the document says.
        relevant: what it says of the names in it.
    """
    roots, relevant = list(roots), list(relevant)
    free = free_names(claim)
    yield from _opaque(claim, relevant, free, context)
    of_numbers = not any(name[:1].isupper() for name in free)  # none of which may be a matrix beside it
    known = names_of(claim.lhs, claim.rhs) if of_numbers else set[str]()
    yield from _another_unit(free | known, roots, context)
    yield from _accented(free, context)
    yield from beside_their_square(claim, free)
    yield from _unknown_functions(claim, context)
    yield from _on_one_side(claim, roots, context)
    yield from _summed_silently(claim, roots)
    yield from _letters_of_operators(claim, free, roots, context)
    positive = list(_positive(claim, context, free))
    yield from positive
    others = [other.claim for other in positive if other.claim is not None]
    any_ones = _any_ones(claim, context)
    yield from narrowed_by_words(claim, others, context.qualities, any_ones, context.special)
    described = {
        name: said
        for name, said in context.described.items()
        if not context.is_constant(name)
        and not (OF_ITS_FORMULA.fullmatch(said.words.strip()) and _is_given(name, claim))
    }
    yield from restricted(claim, free, described)
    yield from with_such_sizes(claim, described)
    yield from _some_numbers(free, context)
    yield from narrower_readings(claim, context.narrower, context.wider)
    yield from complex_readings(claim, free, context)
    yield from _of_two_cases(claim)
    yield from _in_a_range(claim, free, context)
    yield from of_spoken_values(claim, free, context.values_spoken, context.constants | context.said.keys())
    yield from in_other_units(claim)
    arrays = {stem(array.name) for array in claim.context.arrays}
    yield from another_numbering(roots if arrays else (), context.numbered_otherwise, arrays)
    yield from may_be_names(claim, roots, relevant, context.constants, "".join(context.told) + context.after)
    printed = frozenset[str]().union(*map(names_in, roots))
    yield from iterates([*roots], context)
    yield from called_something_else(claim, printed, context.described)
    yield from conventions(claim, free, lambda name: not context.is_open(name))
    if any(_may_be_rounded(node, claim) for root in _exact(roots, claim) for node in nodes(root)):
        words, help = "a printed decimal is a rounded value", "write fractions, or \\approx"
        yield Alternative(words, help, covered=True, alien=True)
    if free & DIFFERENTIALS & printed and any(map(_has_differential, roots)):
        words, help = "d stands for a differential", "write a derivative or an integral"
        yield Alternative(words, help, covered=True, alien=True)


INDICATOR = re.compile(r"(?:I|\\chi|\\mathbf\{I\}|\\mathcal\{I\})_.+")
"""Names of functions that are 1 on a set, which stands below."""

OF_SETS = re.compile(
    r"\b(?:events?|(?:sub)?sets?|indicators?|characteristic functions?)\b|事件|集合|示性", re.IGNORECASE
)
"""Words of texts in which they stand."""


def _turns(node: Node) -> bool:
    r"""The unit and \pi stand in an exponent, where an index may have the same name: e^{2 \pi i}."""
    if not (isinstance(node, Scripts) and isinstance(node.sup, Product) and base_name(node.base) == "e"):
        return False
    factors = [plain(part) for _, part in node.sup.parts]
    return {"i", "\\pi"} <= {factor.text for factor in factors if isinstance(factor, Letter)}


OF_RANDOM = frozenset("E")
"""The letter that is no factor where a text speaks of random quantities: E X^2."""


def _letters_of_operators(
    claim: Claim, free: set[str], roots: list[Node], context: Context
) -> Iterator[Alternative]:
    """Letters of expectations, probabilities and indicators, and of the imaginary unit."""
    for name in sorted(free):
        if stem(name) in PROBABILITY and name not in context.constants:
            words, speaks = f"{name} is {PROBABILITY[stem(name)]}", context.means or bool(context.random)
            yield Alternative(words, f"constant ${name}$", covered=not (speaks and name in OF_RANDOM))
        elif INDICATOR.fullmatch(name) and context.is_open(name) and OF_SETS.search("".join(context.told)):
            yield _alternative(f"{name} is an indicator", f"constant ${name}$")
    runs = any(isinstance(part, Binder) and part.index == "i" for part in subterms(claim.lhs, claim.rhs))
    if runs and any(map(_turns, (node for root in roots for node in nodes(root)))):
        yield _alternative("i is the imaginary unit in an exponent", "write \\mathrm{i} for the unit")


def _exact(roots: Iterable[Node], claim: Claim) -> list[Node]:
    """The sides that are not themselves the digits of an approximation."""
    return [r for r in roots if not (claim.relation == "≈" and printed_decimal(r, whole=True) is not None)]


def _may_be_rounded(node: Node, claim: Claim) -> bool:
    r"""Digits with a point; in what is approximated, one digit behind it is an input: e^{5.5} = 244.69."""
    if not isinstance(node, Digits) or "." not in node.text:
        return False
    return claim.relation != "≈" or len(node.text.partition(".")[2]) > 1


DIFFERENTIALS = frozenset(("d", "\\mathrm{d}", "\\partial"))


def _has_differential(root: Node) -> bool:
    """The letter d, as of differentials, right before something."""
    products = [node for node in nodes(root) if isinstance(node, Product)]
    return any(d_sign(part) for node in products for _, part in node.parts[:-1])


def _alternative(words: str, help: str) -> Alternative:
    return Alternative(words, help, covered=True)


def _any_ones(claim: Claim, context: Context) -> frozenset[str]:
    """Names that an annotation says stand for anything, unless words beside them say something else."""
    names = {*names_of(claim.lhs, claim.rhs), *(array.name for array in claim.context.arrays)}
    return frozenset(n for n in names if context.is_constant(n) and not {n, stem(n)} & context.special.keys())


def _some_numbers(free: set[str], context: Context) -> Iterator[Alternative]:
    """Any numbers by an annotation, and even, odd or prime by the words beside them: they stay in doubt."""
    for name in sorted(free):
        said = context.described.get(name)
        spoken = {q.help for q in context.special.get(name, ()) if not q.rank and not q.meaning}
        if context.is_constant(name) and (spoken or (said is not None and said.some_integers)):
            help = min(spoken, default="write it as $2k$ or $2k+1$").format(name)
            yield _alternative(f"{name} is one of some numbers, as the text says beside it", help)


def _of_two_cases(claim: Claim) -> Iterator[Alternative]:
    """What is said of a name leaves no number: it may be said of one case and of another one."""
    for name in (d.name for d in claim.context.declarations if d.domain.is_empty):
        yield Alternative(
            f"what is said of {name} is said of several cases", f"say what holds of it here: let ${name} > 0$"
        )


def _in_a_range(claim: Claim, free: set[str], context: Context) -> Iterator[Alternative]:
    r"""Numbers that a list with dots lets run, x \in \{1, \dots, 9\}."""
    known = {d.name for d in claim.context.declarations if d.domain != REAL}
    known |= {name for name, _ in claim.context.indices}
    for name in sorted((free & context.starts.keys()) - known):
        help = f"let ${name}$ be a natural number"
        yield _alternative(f"{name} runs from {context.starts[name]} on, as the text says", help)


def _opaque(
    claim: Claim, relevant: Iterable[Said], free: set[str], context: Context
) -> Iterator[Alternative]:
    """Names that are defined in a way that is not read, or whose definition does not apply as it stands."""
    used = {head_name(d) for d in claim.context.definitions}
    by_stem: dict[str, list[str]] = {}
    for name in sorted(free):
        by_stem.setdefault(stem(name), []).append(name)
    for said in relevant:
        if said.name in free and said.opaque:
            words = f"{said.name} is what {said.place} says ({said.opaque})"
            yield Alternative(words, f"let ${said.name}=...$", covered=not said.is_wide)
        elif said.name in free and said.head is not None:
            yield _alternative(
                f"{said.name} is what {said.place} defines, which could not be put in",
                f"let ${said.name}=...$",
            )
        elif said.name not in used and stem(said.name) not in context.rules and context.form(said) is None:
            for name in by_stem.get(stem(said.name), []):
                yield _alternative(f"{name} has to do with {said.name} of {said.place}", f"constant ${name}$")


def _another_unit(names: set[str], roots: Iterable[Node], context: Context) -> Iterator[Alternative]:
    """The letter I was read as the identity matrix, and the document says something else of it."""
    printed = frozenset[str]().union(*map(names_in, roots))
    for name in sorted(LETTERS & printed - names):
        if name in context.said or any(stem(other) == name for other in (*context.said, *context.spoken)):
            words = f"{name} is what the document says of it, and not the identity matrix"
            yield Alternative(words, f"let ${name}=...$")


def _accented(free: set[str], context: Context) -> Iterator[Alternative]:
    r"""A name with an accent is mostly made from the one without: \bar{x} and x."""
    stems = {stem(name) for name in free}
    for name in sorted(free - context.constants):
        found = ACCENTED.match(name)
        if found and found[1] in stems and context.is_fresh(name) and not ESTIMATE.fullmatch(stem(name)):
            help = f"let ${name}=...$, or constant ${name}$"
            if DOTTED.match(name):
                read = f"function ${found[1]}$, with derivatives as ${found[1]}'(t)$"
                help = f"{read}, or{OF_ITS_OWN} constant ${name}$"
            yield _alternative(f"{name} is made from {found[1]}", help)


ESTIMATE = re.compile(r"\\hat\{(?:y|p|\\[a-z]+)\}")
"""Predictions and estimates: they are made from data, not from what they stand for."""

DOTTED, OF_ITS_OWN = re.compile(r"\\d?dot\{"), ", of a name of its own,"
"""With a dot a name is a derivative mostly, which is no constant."""

ACCENTED = re.compile(r"\\(?:hat|bar|tilde|dot|ddot|check|breve)\{(.*)\}")


def _on_one_side(claim: Claim, roots: Iterable[Node], context: Context) -> Iterator[Alternative]:
    """A name on one side only: the statement may say what it is.

    It does not so of names that come in by definitions, or by which is differentiated, unless what it says is
    a mere number.
    """
    sizes = {name for array in claim.context.arrays for name in free_symbols(*array.shape)}
    named = {d.name for d in claim.context.declarations}
    printed = frozenset[str]().union(*map(names_in, roots))
    left, right = free_in(claim, claim.lhs), free_in(claim, claim.rhs)
    hidden = sizes | _hidden(claim, left, right)
    for name in sorted((left ^ right) - hidden):
        undeclared = name in claim.context.functions and name not in context.functions
        if (
            context.is_constant(name)
            or (name in context.for_all and not _is_value(name, claim))
            or undeclared
            or (name in named and name not in printed)
        ):
            continue
        if is_of_integration(name, claim) or _is_given(name, claim):
            continue
        side = "left" if name in left else "right"
        words = f"{as_numbered(name)}, which stands on the {side} side only, is a quantity that is not free"
        body = written_for(name, "".join(context.told))
        help = f"let ${as_numbered(name)}=...$, or {any_value(name, claim)}"
        help = f"let ${name} = {body}$, if it stands for that here" if body else help
        yield Alternative(words, help, covered=True, settling=True)


def _is_given(name: str, claim: Claim) -> bool:
    """What is assumed says what the name is, "if y = 2x", and the statement does not say it anew."""
    if claim.lhs is Symbol(name) or claim.rhs is Symbol(name):
        return False
    sides = ((one.lhs, one.rhs) for one in claim.context.assumptions if one.relation == "=")
    return any(
        one is Symbol(name) and name not in names_of(other)
        for a, b in sides
        for one, other in ((a, b), (b, a))
    )


def _is_value(name: str, claim: Claim) -> bool:
    """It says that the name is a number, `n = 5`, which no name is that stands for all of them."""
    return claim.relation == "=" and claim.lhs is Symbol(name) and not names_of(claim.rhs)


def _summed_silently(claim: Claim, roots: Iterable[Node]) -> Iterator[Alternative]:
    """An index on one side only may be summed over without a sign, as in physics."""
    printed = frozenset[str]().union(*map(names_in, roots))
    left, right = set(free_symbols(claim.lhs)), set(free_symbols(claim.rhs))
    for name, _ in claim.context.indices:
        if name in printed and (name in left) != (name in right):
            yield _alternative(f"{name}, which stands on one side only, is summed over", "write the sum")


def _hidden(claim: Claim, left: set[str], right: set[str]) -> set[str]:
    """Names that a statement does not print, or prints only to differentiate by them."""
    derivatives = [part for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Derivative)]
    found = set[str]()
    if derivatives or (left and right):
        found = (left | right) - names_of(claim.lhs, claim.rhs)
    if left and right:
        found |= names_of(*(part.variable for part in derivatives))
    return found


def _positive(claim: Claim, context: Context, free: set[str]) -> Iterator[Alternative]:
    """Parameters of a distribution are mostly positive, and so may be what goes with them. So are those of
    what is defined where the prose speaks of densities.

    So may everything be where the prose speaks of what is positive.
    """
    declared = {d.name for d in claim.context.declarations}
    symbols = free - {array.name for array in claim.context.arrays} - set(claim.context.functions)
    of_laws = names_of(*(d.body for d in claim.context.definitions)) if context.speaks_of_laws else set[str]()
    names = (symbols & (context.restricted | of_laws)) - declared
    some = symbols - declared if names or context.speaks_of_positive else set[str]()
    arrays = claim.context.arrays
    if context.speaks_of_positive:
        arrays = tuple(replace(a, entries=DOMAINS["positive"]) if a.entries == REAL else a for a in arrays)
    for chosen in dict.fromkeys((frozenset(names), frozenset(some))):
        if not chosen and arrays == claim.context.arrays:
            continue
        more = tuple(Declaration(name, DOMAINS["positive"]) for name in chosen)
        declarations = tuple(sorted((*claim.context.declarations, *more), key=lambda d: d.name))
        other = replace(claim, context=replace(claim.context, declarations=declarations, arrays=arrays))
        shown = ", ".join(f"{name} > 0" for name in sorted(chosen)) or "its arrays have positive entries"
        each = "; ".join(f"assume ${name} > 0$" for name in sorted(chosen))
        help = each or "assume that $a_i > 0$"
        yield Alternative(shown, help, other, covered=True)


def _unknown_functions(claim: Claim, context: Context) -> Iterator[Alternative]:
    """Functions that nobody declared: the document may mean particular ones."""
    defined = {head_name(d) for d in claim.context.definitions}
    for name in claim.context.functions:
        if name not in context.functions and name not in defined:
            shown = law_shown(name)
            words = f"{shown or name} is a particular function that is not defined here"
            help = (
                f"function ${shown}$"
                if shown
                else f"function ${name}$, or let ${name}({_letters(name, claim)})=...$"
            )
            yield _alternative(words, help)


def _letters(name: str, claim: Claim) -> str:
    """As many letters as the function has arguments where it stands."""
    calls = (part for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Apply))
    counts = {len(call.arguments) for call in calls if call.function == name}
    return ", ".join("xyzuvw"[: max(counts, default=1)])


__all__ = ["doubts"]
