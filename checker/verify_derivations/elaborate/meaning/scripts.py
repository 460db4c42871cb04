"""Subscripts and superscripts: index, layer, power, transpose, or part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning import evaluations
from verify_derivations.elaborate.meaning.array_functions import by_itself
from verify_derivations.elaborate.meaning.bare_functions import at_variable, derived
from verify_derivations.elaborate.meaning.entries import entry_of_matrix, entry_of_printed, have_room
from verify_derivations.elaborate.meaning.families import member
from verify_derivations.elaborate.meaning.identities import identity_matrix
from verify_derivations.elaborate.meaning.kronecker import delta
from verify_derivations.elaborate.meaning.ones import ones
from verify_derivations.elaborate.meaning.powers import is_power, power_of_square, raised
from verify_derivations.elaborate.meaning.primes import primed
from verify_derivations.elaborate.meaning.stacked import row_or_column
from verify_derivations.elaborate.meaning.transposes import transposed_expression
from verify_derivations.elaborate.notation.indices import components, letter_of, numbered
from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    script_text,
    scripted_name,
    with_scripts,
)
from verify_derivations.elaborate.notation.printed_entries import digits_of
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import is_norm
from verify_derivations.elaborate.notation.values import transposed
from verify_derivations.parse.tree import Digits, Empty, Fenced, Mark, Node, Scripts
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    PI,
    Apply,
    Derivative,
    Entry,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


def scripts(reading: Elaborator, node: Scripts) -> Array:
    """A base with scripts."""
    node = _unnested(node)
    taken = evaluations.evaluated(reading, node)
    if taken is not None:
        return taken
    if isinstance(node.base, Empty):
        raise NotRead("a script without a base", node)
    if is_norm(node.base):
        from verify_derivations.elaborate.meaning.operators import norm

        return norm(reading, node) or scalar(ONE)
    base = base_name(node.base)
    if base is None or base in reading.locals:
        return _of_expression(reading, node)
    unit = identity_matrix(reading, base, node)
    if unit is None:
        unit = ones(reading, base, node)
    if unit is not None:
        return unit
    of_matrix = row_or_column(reading, base, node)
    if of_matrix is None:
        of_matrix = entry_of_matrix(reading, base, node)
    if of_matrix is not None:
        return of_matrix
    one_of_many = member(reading, base, node)
    if one_of_many is not None:
        return one_of_many
    full = quantity(node)
    if full in reading.locals or full in reading.scope.expanded:
        return _put_in(reading, full or "", node)
    if node.sub is not None and full is not None and full in reading.scope.ranks:
        return _declared_with_scripts(reading, full, node)
    if (
        reading.scope.closely
        and full is not None
        and base in reading.scope.ranks
        and _is_fixed(reading, node)
    ):
        return _numbered_by_hand(reading, full, node)
    if is_transpose(node.sup):
        if base not in reading.scope.ranks:
            raise NotRead(
                f"a transpose ({base}^T) needs to know the shape of {base}",
                node,
                help=f"declare it, as in ${base} \\in \\mathbb R^n$",
            )
        return transposed(whole(reading, base, node._replace(sup=None)))
    if node.sup is not None and script_text(node.sup) in ("-T", "-\\top") and base in reading.scope.ranks:
        return _inverse_transpose(reading, base, node)
    if _is_exponential(reading, base, node) and node.sup is not None:
        return scalar(Apply("exp", (reading.term(node.sup),)))
    half = power_of_square(reading, base, node)
    if half is not None:
        square = named(reading, base, node._replace(sup=Digits("2", node.start, node.end)))
        return scalar(Pow(square, Number(half)))
    if is_power(reading, base, node):
        return raised(reading, scripted(reading, base, node._replace(sup=None)), node)
    return scripted(reading, base, node)


def _is_fixed(reading: Elaborator, node: Scripts) -> bool:
    """A subscript in which nothing runs."""
    letters = [letter_of(part) for part in components(node.sub)]
    known = {*reading.bound, *reading.notes.free, *reading.scope.ranges, *reading.scope.usage.bound}
    fixed = node.sub is not None and not node.primes and not any(letter in known for letter in letters)
    return fixed and reading.scope.closely


def _numbered_by_hand(reading: Elaborator, name: str, node: Scripts) -> Array:
    r"""\hat\beta_0 beside a vector \hat\beta: any number, which is more general than one of its entries."""
    if is_transpose(node.sup):
        raise NotRead(f"a transpose ({name}^T) needs to know the shape of {name}", node)
    value = scalar(Symbol(name))
    return value if node.sup is None else raised(reading, value, node)


def _put_in(reading: Elaborator, name: str, node: Scripts) -> Array:
    """A parameter for which something is put in, or a function of arrays; its name has a subscript."""
    if node.primes or (node.sup is not None and not is_transpose(node.sup)):
        raise NotRead(f"what stands above {name} is not read here", node)
    known = reading.locals.get(name)
    value = by_itself(reading, name, node) if known is None else known
    return value if node.sup is None else transposed(value)


def _declared_with_scripts(reading: Elaborator, name: str, node: Scripts) -> Array:
    """An array whose name has a subscript: W_1."""
    places = reading.places(name, reading.scope.ranks[name])
    value = arrays.tabulated(
        [(size,) for size in places], lambda *groups: Entry(name, [g[0] for g in groups])
    )
    if node.primes:
        raise NotRead(f"a prime on the array {name} is not read", node)
    if is_transpose(node.sup):
        return transposed(value)
    return value if node.sup is None else raised(reading, value, node)


def _inverse_transpose(reading: Elaborator, base: str, node: Scripts) -> Array:
    value = whole(reading, base, node._replace(sup=None))
    if value.rank != 2 or not all(map(reading.sizes.fit, *value.axes)):
        raise NotRead("the inverse of a matrix that is not square", node)
    return transposed(arrays.inverse(Array((value.axes[0], value.axes[0]), value.body)))


def scripted(reading: Elaborator, base: str, node: Scripts) -> Array:
    """A name with scripts that belong to it."""
    if base in reading.scope.ranks:
        return whole(reading, base, node)
    return scalar(named(reading, base, node))


def _is_exponential(reading: Elaborator, base: str, node: Scripts) -> bool:
    """e^x, where e is not a name of the author's."""
    own = base in reading.bound or base in reading.scope.defined | reading.scope.scalars
    return base in ("e", "\\mathrm{e}") and node.sub is None and not node.primes and not own


def _unnested(node: Scripts) -> Scripts:
    """z^{_j^l}, as some editors write it, is z_j^l."""
    match node:
        case Scripts(base, None, Scripts(Empty(), sub, sup, 0), primes, start, end):
            return Scripts(base, sub, sup, primes, start, end)
    return node


# ---- names with scripts ------------------------------------------------------------------------------
def named(reading: Elaborator, base: str, node: Scripts) -> Term:
    """A name with scripts that belong to it: a symbol, or an entry where an index runs."""
    sups, subs = components(_within(node)), components(node.sub)
    running = reading.scope.usage.slots.get((base, len(sups), len(subs)), set())
    found = delta(reading, base, node)
    if found is not None:
        return found
    derivative = primed(reading, base, node) if node.primes else None
    if derivative is not None:
        return derivative
    if not running:
        name = scripted_name(node)
        if name is None:
            raise NotRead(f"the script of {base} is none that a name can have", node)
        alone = node.sub is None and node.sup is None
        return reading.name(name, node) if alone else _symbol(reading, name, node)
    texts, indices = [], list[Node]()
    for k, part in enumerate([*sups, *subs]):
        texts.append(f"#{len(indices) + 1}" if k in running else _text(part, base))
        indices += [part] if k in running else []
    sup = _sup_text(node, texts[: len(sups)])
    name = with_scripts(base, _listed(texts[len(sups) :]), sup, node.primes)
    places = reading.places(name, len(indices))
    return Entry(name, [index(reading, *pair) for pair in zip(indices, places, strict=True)])


def whole(reading: Elaborator, base: str, node: Scripts) -> Array:
    r"""An array, or an entry of it; the number in a superscript like x^{(i)} is an index where it runs."""
    rank = reading.scope.ranks[base]
    sups, subs = components(_within(node)), components(node.sub)
    if node.primes == 1 and node.sup is None and not subs and rank:
        message = f"{base}' may be the transpose of {base}, or another array"
        raise NotRead(
            message,
            node,
            help=f"write {base}^T for the transpose, or say in the text: a prime denotes the transpose",
        )
    defined = entry_of_printed(reading, base, node)
    if defined is not None:
        return defined
    if (subs and len(subs) != rank) or node.primes:
        raise NotRead(f"{base} has {rank} indices, and {len(subs)} stand here", node)
    runs = any(
        key[0] == base and key[1] == len(sups) and any(k < key[1] for k in places)
        for key, places in reading.scope.usage.slots.items()
    )
    leading = sups if runs else []
    texts = [f"#{k + 1}" for k in range(len(sups))] if runs else [_text(part, base) for part in sups]
    below = "".join(f"#{len(sups) + k + 1}" for k in range(rank)) if runs else ""
    name = with_scripts(base, below, _sup_text(node, texts))
    places = reading.places(name, len(leading) + rank)
    before = [index(reading, part, size) for part, size in zip(leading, places, strict=False)]
    rest = places[len(leading) :]
    if subs:
        indices = [index(reading, part, size) for part, size in zip(subs, rest, strict=True)]
        return scalar(Entry(name, [*before, *indices]))
    return arrays.tabulated(
        [(size,) for size in rest], lambda *groups: Entry(name, [*before, *(g[0] for g in groups)])
    )


def _within(node: Scripts) -> Node | None:
    return numbered(node.sup) if node.sup is not None else None


def _symbol(reading: Elaborator, name: str, node: Scripts) -> Term:
    function = at_variable(reading, name)
    if function is not None:
        return function
    for component in components(node.sub):
        letter = letter_of(component)
        if letter is not None and letter in reading.bound:
            raise NotRead(f"the index {letter} runs in {name} in a way that is not read", node)
    return Symbol(name)


def index(reading: Elaborator, node: Node, size: Term) -> Term:
    """An index at a place of this size: a letter of a sum around it, a free letter, or the number 1."""
    if isinstance(node, Digits) and node.text == "1":
        return ONE
    known = reading.sizes.of(size)
    if isinstance(node, Digits) and isinstance(known, Number) and 1 <= int(node.text) <= known.value:
        return Number(int(node.text))
    letter = base_name(node)
    if letter is None:
        help = "give what has this index a name of its own, without it"
        raise NotRead("an index other than a letter is not read yet", node, help=help)
    if letter in reading.bound:
        last = reading.lasts.get(letter)
        if last is None:
            raise NotRead(
                f"{letter} does not run from 1 or a later number: what it numbers is not read yet",
                node,
                help=f"write a function, as p({letter})",
            )
    else:
        last = reading.notes.free.setdefault(letter, reading.scope.ranges.get(letter, size))
    if not reading.sizes.fit(size, last):
        shown = f"{text(reading.sizes.of(last))} and to {text(reading.sizes.of(size))}"
        raise NotRead(f"the index {letter} runs to {shown}", node)
    return Symbol(letter)


def _text(part: Node, base: str) -> str:
    found = script_text(part)
    if found is None:
        raise NotRead(f"the script of {base} is none that a name can have", part)
    return found


def _listed(texts: list[str]) -> str:
    gap = "," if any(len(t) > 1 and not t.startswith("#") for t in texts) else ""
    return gap.join(texts)


def _sup_text(node: Scripts, texts: list[str]) -> str:
    sup = node.sup
    if sup is None:
        return ""
    if isinstance(sup, Fenced) and numbered(sup) is not None:
        return f"{sup.left}{_listed(texts)}{sup.right}"
    return _text(sup, "this")


# ---- scripts on anything else ------------------------------------------------------------------------
def _of_expression(reading: Elaborator, node: Scripts) -> Array:
    if is_transpose(node.sup):
        value = reading.value(node.base)
        if not value.rank and leibniz(plain(node.base)) is not None:
            raise NotRead(
                "a derivative is transposed that is a number as far as is known",
                node,
                help="declare the shapes of what stands in it",
            )
        return entry_of(reading, transposed_expression(reading, value, node.base), node)
    if node.primes:
        return scalar(_primed_expression(reading, node))
    if isinstance(node.sup, Mark) and node.sup.text == "circ" and node.sub is None:
        degrees = Mul((reading.term(node.base), PI, Pow(Number(180), MINUS_ONE)))
        return scalar(degrees)
    if node.sup is not None and numbered(node.sup) is not None:
        raise NotRead("a superscript in brackets on an expression is not read", node)
    value = reading.value(node.base)
    if node.sup is not None:
        value = raised(reading, value, node)
    return entry_of(reading, value, node)


def entry_of(reading: Elaborator, value: Array, node: Scripts) -> Array:
    """The entry of an expression that its subscript names: two digits are a row and a column."""
    subs = components(node.sub)
    if not subs:
        return value
    digits = digits_of(node)
    if len(subs) == 1 and digits is not None and value.rank == 2 and have_room(reading, digits, value.axes):
        subs = list(digits)
    if len(subs) != value.rank:
        raise NotRead(f"{len(subs)} indices on an expression that has {value.rank}", node)
    groups = [[index(reading, part, axis[0])] for part, axis in zip(subs, value.axes, strict=True)]
    return scalar(arrays.at(value, *groups))


def _primed_expression(reading: Elaborator, node: Scripts) -> Term:
    """(...)' is the derivative by the one quantity that is in it."""
    body = reading.term(node.base)
    if reading.scope.variable and node.sup is None and node.sub is None:
        return derived(reading, body, node.primes)
    names = free_symbols(body)
    if len(names) != 1 or node.sup is not None:
        raise NotRead("a prime does not say by what this is differentiated", node, help="write d/dx")
    return Derivative(body, Symbol(names[0]), node.primes)


# ---- letters that may be constants -------------------------------------------------------------------
def euler_base(reading: Elaborator) -> bool:
    """e is also the base of a power, so it is the number."""
    return "e" in reading.scope.usage.powers


def imaginary(reading: Elaborator) -> bool:
    """i stands in the exponent of e and numbers nothing."""
    usage = reading.scope.usage
    return usage.turned and "i" not in usage.bound | usage.numbering | usage.ends
