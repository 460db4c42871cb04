"""What is being defined: a quantity, or a function of parameters."""

from __future__ import annotations

from dataclasses import dataclass

from verify_derivations.elaborate.meaning.calls import listed
from verify_derivations.elaborate.notation.divergences import between_bars
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain, quantity, scripted_name
from verify_derivations.elaborate.notation.naming import Naming
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import in_brackets, survey
from verify_derivations.model import Definition
from verify_derivations.parse.tree import Digits, Fenced, Node, Product, Scripts
from verify_derivations.term.arrays.array import Array, entry
from verify_derivations.term.syntax.nodes import ZERO, Apply, Entry, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import subterms


@dataclass(frozen=True)
class Defined:
    """A definition: its name, its parameters if it is a function.

    `value` is what an array is defined to be, `indices` the letters of an entry x_i defined for all i.
    """

    name: str
    head: Term
    body: Term = ZERO
    parameters: tuple[str, ...] | None = None
    value: Array | None = None
    indices: tuple[str, ...] = ()


def head_of(node: Node) -> Defined:
    """What the left side of a definition defines.

    Raises:
        NotRead: nothing that can be defined.
    """
    node = plain(node)
    if isinstance(node, Product) and len(node.parts) == 2 and node.parts[1][0] == "":
        name, brackets = quantity(node.parts[0][1]), in_brackets(node.parts[1][1])
        if (
            name is not None
            and not name.endswith("'")
            and brackets is not None
            and brackets is node.parts[1][1]
        ):
            return _function(name, brackets)
    name = scripted_name(node)
    if name is None or (isinstance(node, Scripts) and node.primes):
        raise NotRead("this is no name that can be defined", node)
    return Defined(name, Symbol(name))


def _function(name: str, brackets: Fenced) -> Defined:
    parameters = [scripted_name(item) for item in listed(brackets)]
    if any(p is None for p in parameters) or len(set(parameters)) < len(parameters):
        raise NotRead(f"{name} is defined at something else than different names", brackets)
    names = tuple(p for p in parameters if p is not None)
    return Defined(name, Apply(name, [Symbol(p) for p in names]), parameters=names)


def parameters_of(head: Node) -> tuple[Node, ...]:
    """The parameters of the function that a left side defines, as notation."""
    head = plain(head)
    brackets = in_brackets(head.parts[1][1]) if isinstance(head, Product) else None
    return () if brackets is None else tuple(listed(brackets))


def refused_divergence(head: Node, body: Node) -> NotRead | None:
    r"""Why a divergence D(p \| q) cannot be put in as a function of p and q; None for anything that can.

    Between double bars stand distributions far more often than numbers: then p(x) is no product. And what has
    no p in it says something of these two, not of any others.
    """
    if not is_between_bars(head):
        return None
    names = {name for node in parameters_of(head) if (name := scripted_name(node)) is not None}
    applied = survey([body]).called & names
    if applied:
        name = min(applied)
        message = f"{name} stands before brackets here: a function, or a factor"
        return NotRead(message, body, help=f"write \\cdot for a product, or ${name}_i$ for a distribution")
    if names <= names_in(body):
        return None
    name = min(names - names_in(body))
    message = f"this does not say how it depends on {name}"
    return NotRead(message, body, help=f"let $D_{{{name}}} = ...$ names it without what it depends on")


def is_between_bars(head: Node) -> bool:
    """A divergence, as it is printed."""
    head = plain(head)
    brackets = in_brackets(head.parts[-1][1]) if isinstance(head, Product) else None
    return brackets is not None and between_bars(brackets) is not None


def base_of(head: Node) -> str:
    """The name that is defined, without scripts."""
    head = plain(head)
    return base_name(head.base if isinstance(head, Scripts) else head) or ""


def array_name(head: Node) -> str:
    """The name of an array that is defined: z_1 as it is printed, z where the subscript is an index."""
    head = plain(head)
    subs = components(head.sub) if isinstance(head, Scripts) and head.sup is None else []
    numbered = bool(subs) and all(isinstance(part, Digits) for part in subs)
    return (quantity(head) if numbered else None) or base_of(head)


def entry_letters(target: Term) -> tuple[str, ...]:
    """The letters of an entry x_ij that is defined for all i and j; none for anything else."""
    if not isinstance(target, Entry):
        return ()
    letters = [index.name for index in target.indices if isinstance(index, Symbol)]
    return tuple(letters) if len(set(letters)) == len(target.indices) else ()


def entry_head(target: Array, name: str) -> Term:
    """An entry of the array that is defined, of whatever indices."""
    found = [part for part in subterms(target.body) if isinstance(part, Entry)]
    if len(found) != 1 or len(found[0].indices) != target.rank:
        raise NotRead(f"{name} is defined for some of its indices only")
    return found[0]


def in_terms(made: Defined, known: Naming) -> Definition:
    """A definition in terms; the indices of arrays get names of their own."""
    if made.value is not None and isinstance(made.head, Entry):
        places = known.indices(made.value.rank)
        return Definition(Entry(made.head.array, places), known(entry(made.value, places)))
    if made.indices and isinstance(made.head, Entry):
        places = known.indices(len(made.indices))
        renamed: dict[str, Term] = dict(zip(made.indices, places, strict=True))
        return Definition(Entry(made.head.array, places), known(substitute(made.body, renamed)))
    return Definition(made.head, known(made.body))


__all__ = [
    "Defined",
    "array_name",
    "base_of",
    "entry_head",
    "entry_letters",
    "head_of",
    "in_terms",
    "is_between_bars",
    "parameters_of",
    "refused_divergence",
]
