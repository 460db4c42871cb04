"""What a document says of a name: a definition, or one that a formula further down may make."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.definitions import head_of
from verify_derivations.elaborate.notation.alike import alike
from verify_derivations.elaborate.notation.indices import numbered
from verify_derivations.elaborate.notation.layers import layer_of
from verify_derivations.elaborate.notation.names import plain, stem
from verify_derivations.elaborate.notation.tables import INTEGRALS, PROBABILITY, SUMS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.parse.tree import Letter, Mark, Node, Scripts, nodes
from verify_derivations.span import Span

if TYPE_CHECKING:
    from verify_derivations.elaborate.document.partly import Limits
    from verify_derivations.elaborate.notation.statements import Statement


@dataclass(frozen=True)
class Said:
    """Something that the document said of a name: what, where, in which section.

    A definition whose body is not read is `opaque`: the name is no free variable, but nothing can be put
    for it. What is an `array` defines its entries, too; x_i defined for all i (`entries`) defines x_k. What
    is defined under an index holds from its `first` value on, None where that is not known. It holds within
    `limits`. With `signed` it may as well be the opposite, as only its square is defined.
    """

    name: str
    span: Span
    section: int
    head: Node | None = None
    body: Node | None = None
    parameters: bool = False
    opaque: str = ""
    array: bool = False
    entries: bool = False
    first: int | None = 0
    limits: Limits | None = None
    signed: bool = False
    at: int = 0
    """How many pieces of its section were read where it is defined."""
    words: str = ""
    """Its sentence, up to the formula that defines it."""
    is_wide: bool = False
    """It may be what no reading as a real number or array covers: an element of a complex space."""

    is_told: bool = True
    """The words around it say that it is so; else it may be what somebody guesses, or wants."""

    displayed: bool = False
    """It stands by itself, and not in a sentence."""

    annotated: bool = False
    """The author says so in an annotation, perhaps of what the text says in the same formula."""

    unread: tuple[str, ...] = ()
    """Words around it that are in no table, so that it is not told."""

    printed: str = ""
    """The equation as it is printed; empty where it is long, or goes over several lines."""

    @property
    def place(self) -> str:
        return self.span.where


def said_again(before: Said | None, said: Said) -> Said:
    """The same definition, without a doubt left where an annotation above says the same.

    Args:
        before: what was said of the name last.
        said: what is said now.
    """
    if before is None or not before.annotated:
        return said
    same = alike(before.head, said.head) and alike(before.body, said.body)
    return replace(said, is_told=True, limits=None, annotated=True) if same else said


@dataclass(frozen=True)
class Otherwise:
    """A definition, and what an equation further down makes of its name, if it is another one."""

    said: Said
    now: Said


@dataclass(frozen=True)
class Constraint:
    """An equation that ties names together, $x + y = 1$, wherever it stands in the document."""

    names: frozenset[str]
    statement: Statement
    line: int
    shown: str


@dataclass(frozen=True)
class Below:
    """A definition that a formula of the document may make; one that does not equate is not read."""

    name: str
    head: Node
    body: Node
    line: int
    equates: bool
    said: bool = False
    """The words before it say that it is a definition."""


def as_pairs(said: Iterable[Said]) -> list[tuple[Node, Node]]:
    """Heads and bodies of what was defined and is read."""
    return [(s.head, s.body) for s in said if s.head is not None and s.body is not None and not s.opaque]


def defined_name(node: Node, *, said: bool = False, layers: Collection[str] = ()) -> tuple[str, bool] | None:
    """The name that a left side may define, and whether it is a function; None if it is none.

    Where it is not `said` to be a definition, E_b may be an expectation. What has a superscript that may be a
    power is none: x^2 = 4 defines nothing. What numbers layers is no power.
    """
    node = plain(node)
    if isinstance(node, Letter) and not (node.text.isalpha() or node.text.startswith("\\")):
        return None
    if isinstance(node, Scripts) and node.sup is not None and not _numbers(node.sup):
        layer = layer_of(node.sup)
        if layer is None or layer[0] not in layers:
            return None
    try:
        made = head_of(node)
    except NotRead:
        return None
    alone = made.parameters is None and not isinstance(node, Scripts)  # an operator would have an argument
    if stem(made.name) in PROBABILITY and not said and not alone:
        return None
    if made.name in FIXED:
        return None
    return made.name, made.parameters is not None


LETTERS = frozenset(("E", "P"))
"""Letters of operators by which functions are called, too: an energy, a population."""


def depends_on_its_parameters(left: Node, right: Node) -> bool:
    r"""A function with a letter of probability, computed from its parameters: E(t) = E_0 e^{-t}.

    What is summed, integrated or made of another function is a mean or a probability.

    >>> from verify_derivations.parse import parse
    >>> told = ("P(t) = P_0 e^t", "P(A) = 1/2", r"E(x) = \sum_i x_i p_i", r"E(x) = \int x p(x) dx")
    >>> [depends_on_its_parameters(*parse(one).root.members) for one in told]
    [True, False, False, False]
    """
    try:
        made = head_of(left)
    except NotRead:  # p(x | y)
        return False
    if made.name not in LETTERS or not made.parameters:
        return False
    usage = survey([right])
    letters = {node.text for node in nodes(right) if isinstance(node, Letter)}
    summed = usage.bound or letters & (SUMS.keys() | INTEGRALS)
    return not summed and not usage.called and usage.alone >= {*made.parameters}


FIXED = frozenset(f"\\mathrm{{{word}}}" for word in ("tr", "Tr", "trace", "det", "diag"))
"""Operators that a formula does not define, but says something of."""


def _numbers(sup: Node) -> bool:
    """A superscript that is no exponent: in brackets, or a mark."""
    return numbered(sup) is not None or isinstance(sup, Mark)


__all__ = [
    "Below",
    "Constraint",
    "Otherwise",
    "Said",
    "as_pairs",
    "defined_name",
    "depends_on_its_parameters",
    "said_again",
]
