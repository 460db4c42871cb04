"""A statement and what is known around it into a claim, with every other way to read it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import product

from verify_derivations.elaborate.meaning.array_values import of_array_values
from verify_derivations.elaborate.meaning.clashes import by_columns, final
from verify_derivations.elaborate.meaning.definitions import base_of
from verify_derivations.elaborate.meaning.dependence import laws, under_binders
from verify_derivations.elaborate.meaning.empty_ranges import with_terms
from verify_derivations.elaborate.meaning.identities import (
    ANOTHER_MATRIX,
    SETTLED,
    letters_of,
)
from verify_derivations.elaborate.meaning.one_reading import OneReading
from verify_derivations.elaborate.meaning.read_before import read_once
from verify_derivations.elaborate.meaning.values_assumed import values_unread
from verify_derivations.elaborate.notation.as_printed import beside_adjoints, dotted, in_both_orders
from verify_derivations.elaborate.notation.differentials import differentials
from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.indices import limit_letter
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.layouts import Layout
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain, stem
from verify_derivations.elaborate.notation.order import VECTOR, beside_arrays, may_be_capital, unordered
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import Clash, NotRead
from verify_derivations.elaborate.notation.usage import Usage, survey
from verify_derivations.model import Alternative, Claim, Read, Status
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Digits, Node, Product, nodes
from verify_derivations.term.arrays.array import avoiding

ANOTHER_LAW = Alternative(
    "its random quantities are related or distributed as the text says",
    "assume what is known of them, as in $\\mathrm{E}[X] = \\mu$",
    covered=True,
)
"""A proof holds for all laws; one that refutes may be ruled out by what the text says in words."""

ANOTHER_SET = Alternative(
    "the set over which it sums or integrates, and what stands there, are those of the text",
    "write the range, as in $\\sum_{k=1}^n$ or $\\int_0^1$",
    covered=True,
)
"""A proof holds for all sets; a refutation for some, on which a density need not add up to 1."""

MOST_CHOICES = 3
"""With more places left open than this, the readings are not tried out."""


@read_once
def read_claim(sides: Sides, known: Known) -> Read:
    r"""The claim that `lhs relation rhs` makes where this is known.

    Raises:
        NotRead: it is not understood, or ill-formed.

    >>> from verify_derivations.parse import parse
    >>> sides = parse(r"\frac{d}{dx} e^x").root, "=", parse("e^x").root
    >>> read_claim(sides, Known()).claim.rhs
    Apply('exp', (Symbol('x'),))
    """
    usage = _usage(sides, known)
    sizes = frozenset[str]().union(
        *map(names_in, (size for shape in known.shapes.values() for size in shape))
    )
    with avoiding(usage.alone | sizes):
        return _read(sides, known, usage)


def _read(sides: Sides, known: Known, usage: Usage) -> Read:
    """The claim, with the names in use around it."""
    try:
        first, claim, base = _first(sides, known, usage)
    except Clash as clash:
        found = (
            by_columns(sides, known, usage) if clash.within or known.layout is Layout.DENOMINATOR else None
        )
        if found is None:
            raise final(clash, sides, known, usage) from clash
        first, claim, base = found
    choices = list(first.notes.choices.values())
    modelled = [choice for choice in choices if choice.modelled]
    open_choices = [choice for choice in modelled if not choice.usual]
    if len(open_choices) > MOST_CHOICES or len(modelled) > MOST_CHOICES + 2:
        listed = "; ".join(" or ".join(choice.options) for choice in open_choices or modelled)
        raise NotRead(f"too much is left open here: {listed}", help=choices[0].help)
    formulas = [sides[0], sides[2], *(b for _, b in known.definitions)]
    numbers = {name for name, axes in known.vectors.items() if not axes}
    ordered = in_both_orders((sides[0], sides[2]), {*first.scope.ranks, *numbers}, usage.bound)
    operators = _operators(sides, known, first, usage)
    looked_at = (formulas, first.scope, first.notes.sizes, {*known.vectors, *ordered} - numbers)
    matrices = unordered(*looked_at)
    beside = [] if matrices else beside_arrays(*looked_at)
    beside = [name for name in beside if stem(name) not in _defined(known)]
    if base:  # these letters are read as identity matrices
        beside = [name for name in beside if not letters_of((stem(name),))]
    others = (
        *_alternatives(sides, known, usage, choices, base),
        *_as_matrices(sides, known, usage, matrices),
        *_as_vectors(sides, known, usage, _open(dotted((sides[0], sides[2])), first)),
        *_beside_arrays(sides, known, usage, beside),
        *((ANOTHER_MATRIX,) if base and not _are_said_to_be(sides, known, first) else ()),
        *_in_an_algebra(sides, operators, ordered),
        *of_array_values(sides, known, claim),
        *with_terms(claim),
        *values_unread(first.notes.valued),
        *under_binders(claim),
        *laws(claim, first.notes.laws),
        *((ANOTHER_LAW,) if first.notes.weights else ()),
        *((ANOTHER_SET,) if first.notes.measures else ()),
        *differentials((sides[0], sides[2]), free_names(claim) - _known_numbers(known, first)),
    )
    return Read(claim, others)


def _usage(sides: Sides, known: Known) -> Usage:
    """How the names are used in all that belongs together with the sides."""
    roots = {id(root): root for root in _roots(sides, known)}
    letters = [name for name in map(base_name, known.indices) if name is not None]
    heads = [*(head for head, _ in known.definitions), *known.indices]
    usage = survey(roots.values(), [*known.ranges, *letters], heads)
    usage.sup_letters |= known.layers
    usage.sup_declared |= survey((), heads=known.indices).sup_bases
    usage.sup_ones |= known.ones_above
    if any(
        base_name(s) == "e" and _gives_a_number(o) for s, o in ((sides[0], sides[2]), (sides[2], sides[0]))
    ):
        usage.powers.add("e")  # as for a power, nobody means another e
    return usage


def _first(sides: Sides, known: Known, usage: Usage) -> tuple[OneReading, Claim, Mapping[str, str]]:
    """The first reading, in which I is the identity matrix only if a number has no meaning in its place.

    Raises:
        NotRead: there is none.
    """
    settled: Mapping[str, str] = {}
    letters = _identities(sides, known)
    if letters and letters <= known.units.keys():
        with suppress(NotRead):
            first = OneReading(sides, known, usage, SETTLED)
            return first, first.claim(), SETTLED
        known = replace(known, units=dict.fromkeys(known.units))  # those of other sizes are called so, too
        first = OneReading(sides, known, usage, SETTLED)
        return first, first.claim(), SETTLED
    try:
        first = OneReading(sides, known, usage, settled)
        return first, first.claim(), settled
    except NotRead as trouble:
        if not letters:
            raise
        try:
            first = OneReading(sides, known, usage, SETTLED)
            return first, first.claim(), SETTLED
        except NotRead:
            raise trouble from None


def _identities(sides: Sides, known: Known) -> frozenset[str]:
    """The letters that may be identity matrices, in the sides or in what defines their names."""
    bodies = (body for _, body in known.definitions)
    return letters_of(frozenset[str]().union(*map(names_in, (sides[0], sides[2], *bodies))))


def _operators(sides: Sides, known: Known, first: OneReading, usage: Usage) -> frozenset[str]:
    """What no array is, and stands in both orders beside its adjoint, or beside something that is defined.

    Random quantities are numbers, as is what stands below a line or in an exponent.
    """
    numbers = {name for name, axes in known.vectors.items() if not axes}
    arrays = {*numbers, *known.shapes, *(name for name, rank in first.scope.ranks.items() if rank)}
    both = in_both_orders(sides[::2], arrays | usage.numbers | set(known.random), usage.bound)
    defined = any(_names_an_operator(name) and stem(name) in _defined(known) for name in both)
    return beside_adjoints(sides[::2], arrays) | (both if defined else frozenset())


def _names_an_operator(name: str) -> bool:
    """A capital, or what has an accent or a subscript: H, \\hat{x}, \\sigma_x."""
    return name[:1].isupper() or name.startswith("\\hat") or "_" in name


def _in_an_algebra(
    sides: Sides, operators: Collection[str], ordered: Collection[str]
) -> Iterator[Alternative]:
    """What is printed in both orders, and defined, may be operators.

    Where names are not only exchanged, ab = -ba, a relation of some algebra is stated.
    """
    help = "constant ${0}$ if it is a number, or declare its shape: ${0} \\in \\mathbb R^{{n \\times n}}$"
    if operators:
        name = min(operators)
        yield Alternative(f"{name} is an operator, as it stands in both orders", help.format(name))
    elif capitals := _beside_primes(ordered):
        words = f"{capitals[0]} is a matrix, and the prime beside it transposes"
        yield Alternative(words, help.format(capitals[0]))
    elif ordered and not all(isinstance(plain(side), Product) for side in (sides[0], sides[2])):
        name = min(ordered)
        words = f"{name} is an element of some algebra, of which this is said"
        yield Alternative(words, help.format(name), covered=True)


def _beside_primes(ordered: Collection[str]) -> list[str]:
    """The capitals among names that stand in both orders, where others have a prime: of x'A x = A x'x."""
    primed = any(name.endswith("'") for name in ordered)
    return sorted(name for name in ordered if may_be_capital(name)) if primed else []


def _known_numbers(known: Known, first: OneReading) -> set[str]:
    """Names that are declared, defined, or sizes."""
    scope = first.scope
    return {
        *scope.scalars,
        *scope.defined,
        *scope.functions,
        *scope.shaped,
        *first.notes.sizes,
        *_defined(known),
    }


def _are_said_to_be(sides: Sides, known: Known, first: OneReading) -> bool:
    """The text says of all that is taken for an identity matrix that it is one, and its size is seen."""
    letters = _identities(sides, known)
    return letters <= known.units.keys() and not first.has_open_identities()


def _gives_a_number(side: Node) -> bool:
    """A decimal, or a limit."""
    digits = isinstance(side, Digits) and "." in side.text
    return digits or any(limit_letter(node) is not None for node in nodes(side))


def _roots(sides: Sides, known: Known) -> Iterator[Node]:
    yield from (sides[0], sides[2])
    for head, body in known.definitions:
        yield from (head, body)
    for left, _, right in known.given:
        yield from (left, right)
    yield from known.around


def _alternatives(
    sides: Sides, known: Known, usage: Usage, choices: Sequence[Choice], base: Mapping[str, str]
) -> Iterator[Alternative]:
    """Every other combination of the readings that have terms, and each that has none."""
    modelled = [choice for choice in choices if choice.modelled]
    for options in list(product(*(choice.options for choice in modelled)))[1:]:
        settled = {**base, **{c.key: option for c, option in zip(modelled, options, strict=True)}}
        differing = [(c, o) for c, o in zip(modelled, options, strict=True) if o != c.options[0]]
        words = ", ".join(option for _, option in differing)
        try:
            claim = OneReading(sides, known, usage, settled).claim()
        except NotRead:
            continue  # so read it has no meaning
        covered = any(choice.usual for choice, _ in differing)  # the others are there without it, too
        yield Alternative(words, differing[0][0].help, claim, covered)
    for choice in choices:
        if not choice.modelled:
            yield Alternative(choice.options[1], choice.help, covered=choice.general)


def _defined(known: Known) -> set[str]:
    """What is defined, without scripts: f of f(x)."""
    heads = (plain(head) for head, _ in known.definitions)
    return {base_of(head.parts[0][1] if isinstance(head, Product) else head) for head in heads}


def _as_matrices(sides: Sides, known: Known, usage: Usage, names: list[str]) -> Iterator[Alternative]:
    """The reading in which these names are square matrices."""
    if not names:
        return
    axis = _axis(usage)
    vectors = {name for name in names if VECTOR.fullmatch(name) or known.vectors.get(name) == 1}
    shapes = {name: (axis,) if name in vectors else (axis, axis) for name in names}
    kinds = "vectors" if vectors.issuperset(names) else "matrices"
    shape = "\\mathbb R^n" if kinds == "vectors" else "\\mathbb R^{n\\times n}"
    help = f"constant ${names[0]}$, or ${names[0]} \\in {shape}$"
    words = f"{' and '.join(names)} are {kinds}"
    shaped = replace(known, shapes={**known.shapes, **shapes})
    try:
        yield Alternative(words, help, OneReading(sides, shaped, usage, {}).claim())
    except NotRead:
        yield Alternative(words, help)


def _as_vectors(sides: Sides, known: Known, usage: Usage, names: list[str]) -> Iterator[Alternative]:
    """The reading in which these names are vectors, with dot products between them."""
    if not names:
        return
    help = f"constant ${names[0]}$, or ${names[0]} \\in \\mathbb R^n$"
    words = f"{' and '.join(names)} are vectors, and \\cdot is their dot product"
    shaped = replace(known, shapes={**known.shapes, **dict.fromkeys(names, (_axis(usage),))})
    try:
        yield Alternative(words, help, OneReading(sides, shaped, usage, {}).claim())
    except NotRead:
        yield Alternative(words, help)


def _axis(usage: Usage) -> Node:
    return parse(next(letter for letter in "nmdpqrs" if letter not in usage.alone | usage.bound)).root


def _open(names: Iterable[str], first: OneReading) -> list[str]:
    """Those that nobody declared or defined, and that are no arrays."""
    scope = first.scope
    known = {*scope.scalars, *scope.defined, *scope.functions, *scope.ranks, *first.notes.sizes}
    return sorted(name for name in names if not {name, stem(name)} & (known | scope.usage.bound))


def _beside_arrays(sides: Sides, known: Known, usage: Usage, names: list[str]) -> Iterator[Alternative]:
    """The reading in which these names are matrices of the sizes that the arrays beside them need."""
    if not names:
        return
    help = f"constant ${names[0]}$, or ${names[0]} \\in \\mathbb R^{{n\\times n}}$"
    kind, beside = ("is a matrix", "it") if len(names) == 1 else ("are matrices", "them")
    words = f"{' and '.join(names)} {kind}, as what stands beside {beside} is an array"
    shaped = replace(known, arrays=(*known.arrays, *names))
    try:
        claim = OneReading(sides, shaped, usage, {}).claim()
        meant = set(names) <= {array.name for array in claim.context.arrays}
        yield Alternative(words, help, claim if meant else None)
    except Clash:
        return  # it has no meaning with matrices there
    except NotRead as error:
        if error.status is not Status.ILL_FORMED:
            yield Alternative(words, help)


__all__ = ["ANOTHER_LAW", "read_claim"]
