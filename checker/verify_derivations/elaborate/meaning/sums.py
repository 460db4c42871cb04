r"""Sums and products over an index: their ranges, and how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.left_out import left_out, refuse_silent
from verify_derivations.elaborate.meaning.named_sets import over_set
from verify_derivations.elaborate.meaning.ranges import Range, ranges
from verify_derivations.elaborate.notation.indices import big_sign, bound_letters, limit_letter
from verify_derivations.elaborate.notation.leibniz import d_sign
from verify_derivations.elaborate.notation.names import base_name, plain, scripted_name
from verify_derivations.elaborate.notation.numbered import numbered
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.tables import INTEGRALS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import Chain, Digits, Letter, Node, Product, Scripts, Sum, Text, children
from verify_derivations.term.arrays.array import Array, elementwise, scalar
from verify_derivations.term.syntax import nodes
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import OO, Infinity
from verify_derivations.term.syntax.nodes import Add, Entry, Mul, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]
KINDS = {"sum": nodes.Sum, "product": nodes.Product}


def big(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """A big sign takes all that follows in its product."""
    kind = big_sign(part)
    if not kind:
        return None
    if k + 1 == len(parts):
        raise NotRead("there is nothing behind this sign", part)
    found = ranges(reading, part)
    outside = dict(reading.lasts)
    for run in found:
        reading.bound.append(run.letter)
        reading.lasts[run.letter] = run.size
    end = _end(reading, kind, parts, k, found)
    value = reading.factors((("", parts[k + 1][1]), *parts[k + 2 : end]))
    reading.lasts = outside
    refuse_silent(value, found, part)
    for run in reversed(found):
        reading.bound.pop()
        letter, upper = run.letter, run.upper
        if _is_bare(part) and not value.rank:
            value = scalar(_numbered_silently(reading, value.body, letter, upper, part))
        if run.members:
            if kind == "product":
                raise NotRead("a product over a set is not read yet", part)
            value = over_set(reading, kind, run.members, letter, value, part)
            continue
        if run.values:
            value = _over_set(kind, value, run)
            continue
        value = left_out(kind, value, run, part)
        if value.rank and kind == "product":
            raise NotRead("a product of arrays over an index is not read", part)
        if isinstance(upper, Infinity):
            _refuse_endless(kind, value, upper, part)
        value = _over(KINDS[kind], value, letter, run.lower, upper, part)
    return value, end


def _refuse_endless(kind: str, value: Array, upper: Infinity, part: Node) -> None:
    """A product without end, a series that goes down, or one of entries, as no array is without end."""
    if kind == "product" or upper is not OO:
        what = "a product without end" if kind == "product" else "a sum down to minus infinity"
        raise NotRead(f"{what} is not read yet", part)
    if value.rank or any(isinstance(inner, Entry | nodes.Family) for inner in subterms(value.body)):
        raise NotRead("a series of entries without end is not read yet", part)


def _end(reading: Elaborator, kind: str, parts: Parts, k: int, found: list[Range]) -> int:
    r"""Where the reach ends; \prod_i x_i y may be y\prod_i x_i, which makes no difference for a sum."""
    whole = len(parts)
    own = [run.letter for run in (found[-1:] if found[-1].silent else found)]
    with_own = [j for j in range(k + 2, whole) if any(mentions(parts[j][1], letter) for letter in own)]
    end = max(with_own, default=k + 1) + 1
    if kind != "product" or end == whole:
        return whole
    options = ("the product reaches to the end of its term", "it ends with the last factor with its index")
    choice = Choice(f"reach of the product at {parts[k][1].start}", options, "put brackets")
    return whole if reading.choose(choice) == options[0] else end


def _is_bare(sign: Node) -> bool:
    """Nothing but letters is printed below the sign, and nothing above it."""
    return isinstance(sign, Scripts) and sign.sup is None and not isinstance(plain(sign.sub or sign), Chain)


def _over_set(kind: str, value: Array, run: Range) -> Array:
    """The sum or product over the numbers of a set."""
    join = Add if kind == "sum" else Mul
    return elementwise(
        lambda entry: join(tuple(substitute(entry, {run.letter: one}) for one in run.values)), value
    )


def _over(kind: type[nodes.Binder], value: Array, letter: str, lower: Term, upper: Term, part: Node) -> Array:
    """The sum or product of every entry over the letter."""
    try:
        return elementwise(lambda entry: kind(letter, lower, upper, bind(entry, letter)), value)
    except TermError as error:
        raise NotRead(f"something is differentiated by the index {letter}", part) from error


# ---- an index that is not printed ----------------------------------------------------------------------
def _numbered_silently(reading: Elaborator, body: Term, letter: str, upper: Term, sign: Node) -> Term:
    r"""\sum_x (y - a): x is not printed on y and a, which are meant to depend on it."""
    if letter in free_symbols(body):
        return body
    inside = [n for n in free_symbols(body) if n not in reading.bound and n not in _outside(reading, letter)]
    if not inside:
        return body
    options = (f"what is summed depends on {letter}", f"what is summed is the same for every {letter}")
    choice = Choice(f"sum over {letter}", options, f"write the index {letter} where it belongs")
    if reading.choose(choice).startswith("what is summed is the same"):
        return body
    for name in inside:
        reading.notes.places[numbered(name)] = (upper,)
    return substitute(body, {n: Entry(numbered(n), (Symbol(letter),)) for n in inside})


def _outside(reading: Elaborator, letter: str) -> set[str]:
    """Names that also occur where no sum over the letter can reach."""
    found: set[str] = set()
    for root in reading.roots:
        _names_outside(root, letter, found)
    return found


def _names_outside(node: Node, letter: str, found: set[str]) -> bool:
    """Gather names; True once a sum over the letter has begun that can reach what follows."""
    node = plain(node)
    if isinstance(node, Product | Sum):
        for _, part in node.parts:
            if letter in bound_letters(part):
                return True
            if _names_outside(part, letter, found) and isinstance(part, Product):
                return True
        return False
    name = scripted_name(node)
    if name is not None:
        found.add(name)
        return False
    for child in children(node):
        _names_outside(child, letter, found)
    return False


# ---- how far a sum reaches --------------------------------------------------------------------------------
def with_scopes(reading: Elaborator, parts: Parts) -> Parts:
    r"""The terms of a sum, those that belong to an open big sign put into its reach.

    In `\sum_i a_i + b_i` the second term has a meaning only inside of the sum. A term that does not
    hold the index ends the sum, as everybody reads it.
    """
    out: list[tuple[str, Node]] = []
    k = 0
    while k < len(parts):
        sign, part = parts[k]
        opened = _open_letters(part)
        last = max((j for j in range(k + 1, len(parts)) if _closes(parts[j][1], part, opened)), default=k)
        if last > k:
            for letter in opened:
                _refuse_free(reading, letter, parts[:k], part)
            part = _extended(part, parts[k + 1 : last + 1])
        out.append((sign, part))
        k = last + 1
    return tuple(out)


def _open_letters(part: Node) -> list[str]:
    """The letters of a big sign that still reaches to the end of this term; "d" for an open integral."""
    part = plain(part)
    items: list[Node] = [item for _, item in part.parts] if isinstance(part, Product) else [part]
    for item in items:
        if big_sign(item):
            return bound_letters(item)
        letter = limit_letter(item)
        if letter is not None:
            return [letter]
    return ["d"] if _open_integrals(items) > 0 else []


def _open_integrals(items: list[Node]) -> int:
    """Integral signs without a differential behind them."""
    count = 0
    for item in items:
        base = plain(item.base if isinstance(item, Scripts) else item)
        if isinstance(base, Letter) and base.text in INTEGRALS:
            count += 1
        elif d_sign(item) == "d":
            count -= 1
    return count


def _closes(later: Node, opener: Node, opened: list[str]) -> bool:
    if opened == ["d"]:
        items: list[Node] = [item for _, item in later.parts] if isinstance(later, Product) else [later]
        return _open_integrals(items) < 0
    return any(mentions(later, letter) for letter in opened)


def mentions(node: Node, letter: str) -> bool:
    """The letter occurs in the node outside of sums over it."""
    node = plain(node)
    if base_name(node) == letter:
        return True
    if isinstance(node, Digits | Text):
        return False
    if isinstance(node, Product):
        for _, part in node.parts:
            if letter in bound_letters(part):
                return isinstance(part, Scripts) and part.sup is not None and mentions(part.sup, letter)
            if mentions(part, letter):
                return True
        return False
    if isinstance(node, Sum):
        for _, part in node.parts:
            if mentions(part, letter):
                return True
            if letter in _open_letters(part):
                return False
        return False
    return any(mentions(child, letter) for child in children(node))


def _refuse_free(reading: Elaborator, letter: str, before: Parts, part: Node) -> None:
    """The letter that would be drawn into the sum also occurs free elsewhere: it may mean that one."""
    if any(mentions(p, letter) for _, p in before) or any(mentions(root, letter) for root in reading.roots):
        raise NotRead(
            f"it is open how far this sum reaches: {letter} is also used outside of it",
            part,
            help="put brackets around what is summed",
        )


def _extended(part: Node, more: Parts) -> Node:
    """The term with the following terms inside of its big sign."""
    part = plain(part)
    items = list(part.parts) if isinstance(part, Product) else [("", part)]
    at = next(k for k, (_, item) in enumerate(items) if _opens(item))
    first = tuple(items[at + 1 :])
    inner = Product(first, first[0][1].start, part.end) if len(first) > 1 else first[0][1]
    end = more[-1][1].end
    if not _is_sign(items[at][1]):  # an integral: its differential is the end of the last term
        last_sign, last = more[-1]
        tail = last.parts[-2:] if isinstance(last, Product) else ()
        kept = last.parts[:-2] if isinstance(last, Product) else ()
        inner_last = Product(kept, last.start, end) if len(kept) > 1 else kept[0][1]
        body = Sum((("", inner), *more[:-1], (last_sign, inner_last)), inner.start, end)
        return Product((*items[: at + 1], ("", body), *tail), part.start, end)
    body = Sum((("", inner), *more), inner.start, end)
    return Product((*items[: at + 1], ("", body)), part.start, end)


def _opens(item: Node) -> bool:
    base = plain(item.base if isinstance(item, Scripts) else item)
    return _is_sign(item) or (isinstance(base, Letter) and base.text in INTEGRALS)


def _is_sign(item: Node) -> bool:
    """A sum, product or limit sign."""
    return big_sign(item) != "" or limit_letter(item) is not None
