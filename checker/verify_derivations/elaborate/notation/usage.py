"""How names are used in a piece of text: the evidence by which scripts and calls are read.

A survey looks at all formulas that belong together before any is read, and decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from verify_derivations.elaborate.notation.divergences import between_bars
from verify_derivations.elaborate.notation.indices import (
    big_sign,
    bound_in,
    components,
    letter_of,
    may_be_power,
    numbered,
)
from verify_derivations.elaborate.notation.leibniz import d_sign, leibniz
from verify_derivations.elaborate.notation.names import base_name, is_transpose, plain, quantity
from verify_derivations.elaborate.notation.tables import ARRAY_OPERATORS, FUNCTION_NAMES, PROBABILITY
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import (
    Digits,
    Fenced,
    Fraction,
    Grid,
    Letter,
    Node,
    Product,
    Scripts,
    Sum,
    Text,
    children,
    nodes,
)

OF_NUMBERS = FUNCTION_NAMES.keys() - set(
    "exp sigmoid Sigmoid softplus relu ReLU tanh max min abs sqrt".split()
)
"""Functions that are of numbers; those left out are applied to arrays, too."""


@dataclass
class Usage:
    """What was seen.

    Attributes:
        alone: names used as quantities, with their subscripts.
        called: names that stand right before brackets.
        bound: letters over which something is summed.
        sup_letters: letters that number things in a superscript somewhere.
        sup_bases: names whose superscripts number things.
        sup_declared: those of which the author declares it.
        sup_ones: names with a 1 above them somewhere in the document, where an exponent would be left out.
        slots: for a name with so many superscript and subscript places, the places where an index runs.
        powers: names that have a superscript which may be an exponent.
        derived: names that stand alone above the line of a derivative.
        numbering: letters that occur in scripts which number things.
        ends: names in what ends a range: whole numbers.
        turned: the letter i stands in an exponent of e.
        by: what is differentiated by.
        transposed: names that are transposed.
        behind_row: names that stand right behind a transposed one.
        within_entry: names in an expression of which an entry is taken.
        within_operator: names in what a trace, determinant or norm is taken of.
        entries: how many letters or digits a name has as subscripts, where it has any.
        numbers: names that stand where only numbers can: below a line, in an exponent, beside a digit.
    """

    alone: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    sup_letters: set[str] = field(default_factory=set)
    sup_bases: set[str] = field(default_factory=set)
    sup_declared: set[str] = field(default_factory=set)
    sup_ones: set[str] = field(default_factory=set)
    slots: dict[tuple[str, int, int], set[int]] = field(default_factory=dict)
    powers: set[str] = field(default_factory=set)
    derived: set[str] = field(default_factory=set)
    numbering: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    turned: bool = False
    by: list[Node] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    transposed: set[str] = field(default_factory=set)
    behind_row: set[str] = field(default_factory=set)
    within_entry: set[str] = field(default_factory=set)
    within_operator: set[str] = field(default_factory=set)
    entries: dict[str, int] = field(default_factory=dict)

    def add(self, other: Usage) -> None:
        """Take in what was seen elsewhere."""
        for name in SETS:
            getattr(self, name).update(getattr(other, name))
        for key, places in other.slots.items():
            self.slots.setdefault(key, set()).update(places)
        for name, count in other.entries.items():
            self.entries[name] = max(count, self.entries.get(name, 0))
        self.by += other.by
        self.turned |= other.turned


SETS = [one.name for one in fields(Usage) if one.name not in ("slots", "entries", "by", "turned")]


def survey(roots: Iterable[Node], indices: Iterable[str] = (), heads: Iterable[Node] = ()) -> Usage:
    """The usage in these formulas; `indices` are declared index letters, `heads` the names being defined."""
    usage = Usage()
    roots = list(roots)
    bound = frozenset(indices).union(*map(bound_in, roots))
    for head in heads:
        _number_superscript(plain(head), usage)
    for root in roots:
        usage.add(_seen(root, bound))
    usage.bound |= bound
    return usage


@remembered
def _seen(root: Node, bound: frozenset[str]) -> Usage:
    """The usage in one formula, where these letters are bound."""
    usage = Usage(bound=set(bound))
    _visit(root, usage)
    return usage


def operator_word(node: Node) -> str | None:
    """The operator on arrays that a node is."""
    node = plain(node)
    return ARRAY_OPERATORS.get(node.text.removeprefix("\\")) if isinstance(node, Letter | Text) else None


def is_norm(node: Node) -> bool:
    """Double bars around something."""
    return isinstance(node, Fenced) and node.left == "\\|" == node.right


# ---- scripts -----------------------------------------------------------------------------------------
def _number_superscript(node: Node, usage: Usage) -> None:
    """Where a name is defined or differentiated by, its superscript can be no power.

    What can be none anyway, as in x^*, says nothing of the other superscripts of the name.
    """
    if isinstance(node, Scripts) and node.sup is not None and may_be_power(node.sup):
        base = base_name(node.base)
        if base is None:
            return
        usage.sup_bases.add(base)
        letter = letter_of(node.sup)
        if letter is not None:
            usage.sup_letters.add(letter)


def _visit_scripts(node: Scripts, usage: Usage) -> None:
    base = base_name(node.base)
    if base is not None:
        inside = numbered(node.sup) if node.sup is not None else None
        sups = components(inside)
        subs = components(node.sub)
        places = [*sups, *subs]
        if subs and all(_is_index(part) for part in subs):
            usage.entries[base] = max(len(subs), usage.entries.get(base, 0))
        usage.numbering.update(letter for letter in map(letter_of, places) if letter)
        running = {k for k, part in enumerate(places) if letter_of(part) in usage.bound}
        if running:
            usage.slots.setdefault((base, len(sups), len(subs)), set()).update(running)
        if node.sup is not None and inside is None and not is_transpose(node.sup):
            usage.powers.add(base)
            usage.turned |= base == "e" and any(
                plain(part) == Letter("i", part.start, part.end) for part in nodes(node.sup)
            )
    elif not isinstance(node.base, Letter | Text):
        _visit(node.base, usage)
        if node.sub is not None and isinstance(node.base, Fenced):
            names = map(base_name, nodes(node.base))
            usage.within_entry.update(name for name in names if name is not None)
    if is_transpose(node.sup):
        usage.transposed.update(name for name in (_array_name(node),) if name is not None)
    if big_sign(node) and node.sup is not None:
        usage.ends.update(name for name in map(base_name, nodes(node.sup)) if name is not None)
    for script in (node.sub, node.sup):
        if script is not None:
            _visit(script, usage)


def _is_index(part: Node) -> bool:
    """A small letter or a digit, as indices are."""
    text = part.text if isinstance(part, Letter | Digits) else ""
    return len(text) == 1 and (text.isdigit() or text.islower())


def _array_name(node: Node) -> str | None:
    """The name of an array, perhaps in brackets, without its scripts: w of (w^{l+1})^T."""
    node = plain(node)
    if isinstance(node, Scripts):
        return None if node.sub is not None else _array_name(node.base)
    return _array_name(node.body) if isinstance(node, Fenced) else base_name(node)


# ---- names -------------------------------------------------------------------------------------------
def in_brackets(node: Node) -> Fenced | None:
    """The round or square brackets that a node is, perhaps with scripts on them."""
    node = node.base if isinstance(node, Scripts) else node
    return node if isinstance(node, Fenced) and node.left in ("(", "[") else None


def _visit(node: Node, usage: Usage) -> None:
    node = plain(node)
    if isinstance(node, Fenced) and (two := between_bars(node)) is not None:
        for argument in two:  # what stands there by itself may be a distribution as well
            if quantity(plain(argument)) is None:
                _visit(argument, usage)
        return
    if isinstance(node, Fenced) and is_norm(node):
        _operated(node.body, usage)
    name = quantity(node)
    if name is not None:
        usage.alone.add(name)
    match node:
        case Scripts():
            _visit_scripts(node, usage)
        case Product(parts):
            _visit_product(parts, usage)
        case _:
            derivative = leibniz(node)
            if derivative is None:
                _find_numbers(node, usage)
                for child in children(node):
                    _visit(child, usage)
                return
            for variable, _ in derivative.variables:
                _number_superscript(variable, usage)
                usage.by.append(variable)
                _visit(variable, usage)
            _visit_derived(derivative.body, usage)


def _visit_product(parts: tuple[tuple[str, Node], ...], usage: Usage) -> None:
    for k, (_, part) in enumerate(parts):
        following = parts[k + 1] if k + 1 < len(parts) else None
        part = plain(part)
        if following and operator_word(part):
            for other in _taken(parts, k + 1):
                _operated(other, usage)
        if (
            following
            and isinstance(part, Letter)
            and part.text in ("\\ln", "\\log")
            and quantity(following[1]) == "e"
        ):
            usage.powers.add("e")  # as for a power, nobody means another e
        if isinstance(part, Scripts) and is_transpose(part.sup) and following and following[0] == "":
            name = _array_name(following[1])
            usage.behind_row.update(() if name is None else (name,))
        if following and isinstance(part, Letter) and part.text.lstrip("\\") in OF_NUMBERS:
            inside = plain(following[1])
            own = quantity(inside)
            usage.numbers |= (
                _names_of_numbers(inside) if isinstance(inside, Fenced) else {own} if own else set()
            )
        if k and parts[k][0] == "" and _is_functional(parts[k - 1][1], part):
            continue  # what stands in its brackets by itself may be a function as well
        if k and parts[k][0] == "" and _is_transposed_call(parts[k - 1][1], part):
            part = (
                part._replace(sup=None) if isinstance(part, Scripts) else part
            )  # not its argument is transposed
        name = quantity(part)
        if name == "\\pi" and following and _is_a_sign(following[1]):
            continue  # \pi (-1)^n is a product
        if name is not None and following and following[0] == "" and _adjoins(part, following[1]):
            usage.called.add(name)
            if isinstance(part, Scripts):
                _visit_scripts(part, usage)
        elif not d_sign(part):
            _visit(part, usage)


def _is_functional(before: Node, part: Node) -> bool:
    """F[p]: a capital before square brackets with a name in them, and no operator of probability."""
    if not (isinstance(part, Fenced) and part.left == "[" and quantity(plain(part.body)) is not None):
        return False
    base = base_name(before.base if isinstance(before, Scripts) else before)
    if base is None or base in PROBABILITY:
        return False
    return base.lstrip("\\")[:1].isupper() or base.rstrip("}")[-1:].isupper()  # \Phi, \mathcal{L}


def _names_of_numbers(inside: Node) -> set[str]:
    """The names in the argument of a logarithm; of a capital in vertical bars it may be a determinant."""
    found, stack = set[str](), [(inside, False)]
    while stack:
        node, within = stack.pop()
        node = plain(node)
        bars = within or (isinstance(node, Fenced) and node.left in ("|", "\\lvert"))
        name = quantity(node)
        if name is not None and not (bars and name.lstrip("\\")[:1].isupper()):
            found.add(name)
        stack += [(child, bars) for child in children(node)]
    return found


def _is_transposed_call(before: Node, part: Node) -> bool:
    """R(x)^T: brackets around a bare name would not be needed for its transpose."""
    if not isinstance(part, Scripts) or not is_transpose(part.sup) or not isinstance(part.base, Fenced):
        return False
    return quantity(before) is not None and base_name(plain(part.base.body)) is not None


def _taken(parts: tuple[tuple[str, Node], ...], k: int) -> list[Node]:
    """What an operator before part k is applied to: its brackets, or all that stands beside it."""
    if in_brackets(parts[k][1]) is not None:
        return [parts[k][1]]
    end = k + 1
    while end < len(parts) and parts[end][0] == "" and not operator_word(parts[end][1]):
        end += 1
    return [part for _, part in parts[k:end]]


def _operated(node: Node, usage: Usage) -> None:
    """Latin letters in what an operator on arrays is applied to: capitals are matrices, others vectors."""
    stack = [plain(node)]
    while stack:
        part = plain(stack.pop())
        name = base_name(part)
        if name is not None and not (name.startswith("\\") and isinstance(part, Letter)):
            usage.within_operator.add(name)
        if isinstance(part, Scripts):
            stack.append(part.base)
        elif not isinstance(part, Grid):  # its entries are numbers
            stack.extend(children(part))


def _adjoins(part: Node, node: Node) -> bool:
    found = in_brackets(node)
    operator = base_name(part.base if isinstance(part, Scripts) else part) in PROBABILITY
    return found is not None and (found.left == "(" or operator)


def _is_a_sign(node: Node) -> bool:
    """A power of a printed number with its sign: (-1)^n."""
    found = in_brackets(node)
    return found is not None and isinstance(node, Scripts) and node.sup is not None and _is_signed(found.body)


def _is_signed(node: Node) -> bool:
    return isinstance(node, Sum) and len(node.parts) == 1 and isinstance(node.parts[0][1], Digits)


def _visit_derived(body: Node | None, usage: Usage) -> None:
    """What is differentiated: a name alone there may well be a function."""
    if body is None:
        return
    name = quantity(body)
    if name is None:
        _visit(body, usage)
    else:
        usage.derived.add(name)
        if isinstance(body, Scripts):
            _visit_scripts(body, usage)


def _find_numbers(node: Node, usage: Usage) -> None:
    """Names below a line, and those added to a printed number."""
    found: list[Node] = []
    if isinstance(node, Fraction):
        below = plain(node.bottom)
        found = [part for _, part in below.parts] if isinstance(below, Product | Sum) else [below]
        found = [] if any(map(operator_word, found)) else found
    elif isinstance(node, Sum) and any(isinstance(part, Digits) for _, part in node.parts):
        found = [part for _, part in node.parts]
    usage.numbers.update(name for name in map(quantity, found) if name is not None)
