"""A pair of sides read in the context of a document: what is tried, and what then cannot be ruled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from verify_derivations.elaborate.document.advice import advised
from verify_derivations.elaborate.document.along import along
from verify_derivations.elaborate.document.arguments import of_any_argument
from verify_derivations.elaborate.document.cases import of_cases
from verify_derivations.elaborate.document.constraints import constrained
from verify_derivations.elaborate.document.contrasted import contrasted
from verify_derivations.elaborate.document.doubts import doubts
from verify_derivations.elaborate.document.integration import is_of_integration
from verify_derivations.elaborate.document.introduced_anew import introduced_anew
from verify_derivations.elaborate.document.known_functions import defined_otherwise
from verify_derivations.elaborate.document.lone_calls import called_elsewhere
from verify_derivations.elaborate.document.of_one_index import said_of_one_index
from verify_derivations.elaborate.document.other_circumstances import in_other_circumstances
from verify_derivations.elaborate.document.other_functions import other_functions
from verify_derivations.elaborate.document.partly import partly_defined
from verify_derivations.elaborate.document.redefined import redefined_since
from verify_derivations.elaborate.document.roots import other_roots
from verify_derivations.elaborate.document.said_otherwise import said_otherwise
from verify_derivations.elaborate.document.sequences import of_sequences
from verify_derivations.elaborate.document.spoken_of import spoken_of
from verify_derivations.elaborate.document.suppositions import suppositions
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.meaning.closer_ranks import has_transposes
from verify_derivations.elaborate.meaning.dependence import dropped
from verify_derivations.elaborate.meaning.members import members
from verify_derivations.elaborate.notation.free_names import free_names, is_of_numbers
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.letters_anew import shown_numbers
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.primed_transposes import with_transposes
from verify_derivations.elaborate.notation.trouble import Clash, Contradicted, NotRead
from verify_derivations.elaborate.prose.context import Context, within
from verify_derivations.elaborate.prose.listed import of_unread_families
from verify_derivations.elaborate.prose.quantified import NOT_READ
from verify_derivations.elaborate.prose.remarks import remarks
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim, Read, Status
from verify_derivations.parse.tree import Node
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Antiderivative, Binder, Derivative, Integral
from verify_derivations.term.syntax.traverse import subterms

BY_A_CLOSER_LOOK = Alternative(
    "vectors and matrices are others than those that are needed to give it a meaning",
    "declare the shapes, as in $V \\in \\mathbb R^{n \\times n}$",
    covered=True,
)


@dataclass
class Reading:
    """A pair of sides as read in context: a claim with everything that cannot be ruled out."""

    read: Read
    alternatives: tuple[Alternative, ...]
    remarks: tuple[str, ...] = ()


def in_context(
    sides: Sides, context: Context, around: tuple[Node, ...] = (), *, alone: bool = True
) -> Reading:
    """The claim that two sides make in a context.

    A definition that cannot be put in is left out, and what stands for it is a doubt. What is no claim by
    itself (not `alone`) leaves other doubts to the whole of which it is a part.

    Raises:
        NotRead: it is not understood.
    """
    if context.primes_transpose:
        sides = (with_transposes(sides[0]), sides[1], with_transposes(sides[2]))
    roots = [sides[0], sides[2], *around]
    relevant, _ = context.relevant(roots)
    freed = context.freed(roots)
    anew = _with_parameters(sides, context, roots, freed) if freed else None
    read, known, why = anew or _first(sides, _attempts(context, roots, relevant))
    as_before = _as_before(sides, read, context, roots, freed) if anew else ()
    _refuse_contradiction(sides, context)
    arrays = context.known(roots[:2]).arrays
    fewer = len(known.arrays) < len(arrays) and not known.closely
    fewer = fewer and not (_is_integrated(read.claim) and free_names(read.claim).isdisjoint(arrays))
    numbers = [_as_numbers(context, roots)] if fewer else []
    relevant, names = context.relevant([sides[0], sides[2]])
    names |= _sizes(read.claim)
    relevant = [said for said in relevant if not (anew and said.name in freed)]
    found = (
        *numbers,
        *as_before,
        *_of_another_section(context.known(roots), known, context, roots[:2], read.claim),
        *_unheard(context.known(roots), known),
        *_named_first(
            doubts(read.claim, (sides[0], sides[2]), context, relevant) if alone else (),
            suppositions(sides, context, known, read.claim, names),
        ),
        *_of_definitions(sides, context, known, read.claim, relevant),
        *constrained(sides, context, known, read.claim, names),
        *of_sequences(sides, context, known, read.claim),
        *defined_otherwise(sides, context, known, read.claim),
        *of_cases(sides, context, known, read.claim, names),
        *partly_defined(read.claim, known, context, relevant),
        *introduced_anew(sides, context, known, read.claim),
        *contrasted(sides, context, known, read.claim),
        *other_functions(sides, context, known, read.claim),
        *of_any_argument(sides, known, read.claim),
        *said_otherwise(sides, context, known, read.claim),
        *said_of_one_index(read.claim, context),
        *of_unread_families(read.claim, context),
        *_as_declared(sides, known, context),
        *in_other_circumstances(sides, context, known, read.claim),
        *((BY_A_CLOSER_LOOK,) if known.closely else ()),
        *((NOT_READ,) if _restricts(read.claim, names, context) else ()),
    )
    constants = {name for name in names if is_of_integration(name, read.claim)}
    told = tuple(remarks(read.claim, context, relevant, known.given, constants, why))
    return Reading(read, tuple(advised((*read.alternatives, *found), read.claim, context.derived)), told)


def _of_definitions(
    sides: Sides, context: Context, known: Known, claim: Claim, relevant: list[Said]
) -> Iterator[Alternative]:
    """What is in doubt about the definitions of names in a claim, and about letters without any."""
    yield from dropped(claim, relevant)
    yield from redefined_since(relevant, context)
    yield from spoken_of(sides, known, claim, relevant)
    yield from called_elsewhere(claim, sides[::2], context, relevant)
    yield from along(sides[::2], claim, context)
    yield from other_roots(sides, claim, context, relevant)


def _named_first(found: Iterable[Alternative], nearby: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """What stands nearby tells more than that a name is not free: where that is in doubt it comes first."""
    doubted = [*found]
    settling = any(one.settling for one in doubted)
    return (*nearby, *doubted) if settling else (*doubted, *nearby)


def _sizes(claim: Claim) -> set[str]:
    """The names of the sizes of its arrays, which need not be printed in it."""
    return set[str]().union(*(size.names for array in claim.context.arrays for size in array.shape))


def _as_declared(sides: Sides, known: Known, context: Context) -> Iterator[Alternative]:
    """The reading in which a name is what was declared, whatever a condition nearby says of another case."""
    if not known.contradicted:
        return
    name, local = min(known.contradicted), {id(one) for one in context.local}
    given = tuple(one for one in known.given if id(one) not in local)
    domains = {**known.domains, **known.contradicted}
    words = f"{name} is what was declared, and not of the case that is spoken of beside it"
    help = f"say it in a paragraph of its own, or what holds of it here: let ${name} > 0$"
    try:
        other = _read(sides, replace(known, given=given, domains=domains, contradicted={})).claim
    except NotRead:
        yield Alternative(words, help)
        return
    yield Alternative(words, help, other)


def _restricts(claim: Claim, names: set[str], context: Context) -> bool:
    """Something that was not taken in restricts a name of the claim; of numbers nothing does."""
    return bool(names & (context.quantified | context.overlooked | context.doubted)) and not is_of_numbers(
        claim
    )


def _with_parameters(
    sides: Sides, context: Context, roots: list[Node], freed: tuple[str, ...]
) -> tuple[Read, Known, str] | None:
    """The reading in which what this section declares is not what an earlier one defines."""
    known = context.known(roots, freed)
    with suppress(NotRead):
        return _first(sides, iter((known, replace(known, arrays=()))))
    return None


def _as_before(
    sides: Sides, read: Read, context: Context, roots: list[Node], freed: tuple[str, ...]
) -> Iterator[Alternative]:
    """The other reading: what a function depends on is what an earlier section defines it to be.

    What is true of every value is true of that one, too, unless something is differentiated, summed up, or
    the like: it may depend on that name.
    """
    claim = read.claim
    terms = (claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions))
    bound = any(isinstance(part, Derivative | Binder | Antiderivative) for part in subterms(*terms))
    places = " and ".join(f"{name} is what {context.said[name].place} defines" for name in freed)
    help = f"constant ${freed[0]}$"
    try:
        yield Alternative(places, help, _read(sides, context.known(roots)).claim, covered=not bound)
    except Clash:
        return  # sizes that are declared differ: it has no meaning
    except NotRead as error:
        if error.status is not Status.ILL_FORMED:  # it may have a meaning that is not seen
            yield Alternative(places, help, covered=not bound)


def _refuse_contradiction(sides: Sides, context: Context) -> None:
    """What the prose says in words of shapes must not be what gives the statement no meaning.

    Raises:
        Contradicted: it does.
    """
    names = names_in(sides[0]) | names_in(sides[2])
    spoken = {n: s for n, s in context.spoken.items() if n in names and context.is_open(n)}
    if not spoken:
        return
    known = context.known([sides[0], sides[2]])
    shapes = {**known.shapes, **{name: shape.sizes for name, shape in spoken.items()}}
    try:
        _read(sides, replace(known, shapes=shapes, definitions=(), loose_shapes=False))
    except NotRead as error:
        if error.status is Status.ILL_FORMED:
            words = " and ".join(f'"{shape.words}"' for shape in spoken.values())
            help = "declare the shapes that are meant, as in $x \\in \\mathbb R^n$"
            raise Contradicted(
                f"the text says {words}, and so {error.message}", sides[2], help=help
            ) from error


def _attempts(context: Context, roots: list[Node], relevant: list[Said]) -> Iterator[Known]:
    """What is known, and less of it.

    Without definitions of what stands in neither side, without what is an array elsewhere only, without
    shapes that an earlier section declared, without definitions, without what is assumed of other names too.
    """
    known = context.known(roots)
    yield known
    near = replace(context.known(roots[:2]), around=tuple(roots))
    if len(near.definitions) < len(known.definitions):
        yield near  # what only the other lines of a chain need
    yield from _with_members(roots, known, context)
    if known.arrays:
        yield replace(known, arrays=())
    for given_up in (context.parameters - context.recent, _numbers_here(roots[:2], known, context)):
        shapes = {name: sizes for name, sizes in known.shapes.items() if name not in given_up}
        if len(shapes) < len(known.shapes):
            yield replace(known, shapes=shapes, arrays=())
    shapes = {name: sizes for name, sizes in known.shapes.items() if name in context.recent}
    if len(shapes) < len(known.shapes):
        yield replace(known, shapes=shapes, arrays=())
    if any(said.body is not None and not said.opaque for said in relevant):
        yield replace(context.known(roots, [said.name for said in relevant]), arrays=())
    given = within(known.given, context.relevant(roots)[1])
    if len(given) < len(known.given):
        yield replace(known, given=given)
        yield replace(context.known(roots, [said.name for said in relevant]), arrays=(), given=given)
    yield from _more_closely(roots, known, near, context, relevant)


def _more_closely(
    roots: list[Node], known: Known, near: Known, context: Context, relevant: list[Said]
) -> Iterator[Known]:
    """The same with vectors and matrices where a closer look finds them, if there is something transposed."""
    bodies = [body for _, body in known.definitions]
    if not any(map(has_transposes, [*roots, *bodies])):
        return
    alone = context.known(roots, [said.name for said in relevant])
    for one in (known, near, alone):
        yield replace(one, closely=True, arrays=())


def _with_members(roots: list[Node], known: Known, context: Context) -> Iterator[Known]:
    """What is known where x_i are vectors, and x is none of which they are entries."""
    found = members([*roots, *(body for _, body in known.definitions)])
    if not found:
        return
    bases = {stem(name) for name in found}
    for here in (known.shapes.keys(), context.recent):
        shapes = {n: sizes for n, sizes in known.shapes.items() if n in here and stem(n) not in bases}
        yield replace(known, shapes=shapes, members=found)


def _unheard(said: Known, heard: Known) -> Iterator[Alternative]:
    """What is assumed, and could not be read together with the claim."""
    if len(heard.given) < len(said.given):
        words = "what is assumed of its names and others holds"
        yield Alternative(words, "assume something of these names alone", covered=True)


def _first(sides: Sides, attempts: Iterator[Known]) -> tuple[Read, Known, str]:
    """The first reading that has a meaning, what is known for it, and what stands in the way of knowing more.

    Raises:
        NotRead: there is none.
    """
    trouble: NotRead | None = None
    for known in attempts:
        try:
            return _read(sides, known), known, "" if trouble is None else trouble.message
        except NotRead as error:
            trouble = trouble or error  # what stands in the way of the most plausible reading is told
    raise trouble or NotRead("there is no way to read this", sides[0])


def _as_numbers(context: Context, roots: list[Node]) -> Alternative:
    """What is transposed elsewhere is read as numbers here, as nothing else can be read."""
    name = context.known(roots[:2]).arrays[0]
    words = f"{name} is a vector or a matrix, as it is transposed in {context.transposed[name]}"
    return Alternative(words, f"constant ${name}$, or ${name} \\in \\mathbb R^n$")


def _numbers_here(sides: list[Node], known: Known, context: Context) -> frozenset[str]:
    """Vectors of an earlier section that the sides show to be numbers in this one."""
    earlier = {name: sizes for name, sizes in known.shapes.items() if name not in context.recent}
    vectors = {
        name for name, sizes in earlier.items() if len(sizes) == 1 and len(name) == 1 and name.islower()
    }
    mentioned = frozenset[str]().union(*map(names_in, sides))
    if any(name not in vectors and name in mentioned for name in earlier):
        return frozenset()
    return shown_numbers(sides, vectors)


def _of_another_section(
    said: Known, heard: Known, context: Context, sides: list[Node], claim: Claim
) -> Iterator[Alternative]:
    """Names with a shape in an earlier section, read as numbers here, as nothing else can be read.

    A proof for numbers stands where this section defines a function of such a name: there it is another one;
    and where the sides themselves show that it is. The variable of an integral between numbers is one, too.
    """
    bound = said.shapes.keys() - free_names(claim) if _is_integrated(claim) else set[str]()
    anew = context.parameters | {stem(name) for name in heard.members} | _numbers_here(sides, said, context)
    for name in sorted(said.shapes.keys() - heard.shapes.keys() - bound):
        where = context.places[name].where if name in context.places else "an earlier section"
        words = f"{name} is the array that {where} declares"
        help = f"constant ${name}$ if it is a number here, else declare its shape in this section"
        yield Alternative(words, help, covered=name in anew)


def _is_integrated(claim: Claim) -> bool:
    """Integrals stand in it, each from one number to another; one over everything may be over a space."""
    found = [part for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Integral)]
    return bool(found) and not any(end.holds(Infinity) for one in found for end in (one.lower, one.upper))


def _read(sides: Sides, known: Known) -> Read:
    try:
        return read_claim(sides, known)
    except TermError as error:
        raise NotRead(error.message, sides[0]) from error


__all__ = ["Reading", "in_context"]
