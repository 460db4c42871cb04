r"""Declarations in notation into the context: `x \in \mathbb R^n`, `0 < a < 1`, `X \sim ...`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, script_text, scripted_name
from verify_derivations.elaborate.notation.statements import Statement, statements
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.contradicted import number_or_name
from verify_derivations.elaborate.prose.distributions import support
from verify_derivations.elaborate.prose.intervals import ends_of, said_between, was_between
from verify_derivations.elaborate.prose.listed import Listed, base_of, families_in, power_of
from verify_derivations.elaborate.prose.living import bound, live, widen
from verify_derivations.elaborate.prose.narrower import EARLIER, NATURAL
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.elaborate.prose.spoken_values import domain_of_numbers
from verify_derivations.parse.tree import (
    Accent,
    Digits,
    Fenced,
    Letter,
    Listing,
    Node,
    Product,
    Scripts,
    Separator,
    Sum,
    Text,
    nodes,
)
from verify_derivations.span import Span
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain

ORDERS = frozenset(("<", "<=", ">", ">=", "!="))

FONTS_OF_SETS = frozenset(("\\mathbb", "\\mathbf", "\\mathrm", "\\Bbb", "\\mathbbm", "\\mathds"))
"""The commands with which letters of sets are written."""

FIELDS, FIELD_SIGNS = frozenset("CKFH"), frozenset(("ℂ", "𝕂", "𝔽", "ℍ", "\\C"))
"""Letters and signs of the complex numbers, and of fields that may be they."""

SETS: dict[str, str] = {
    "R": "real",
    "N": "natural",
    "Z": "integer",
    "C": "complex",
}
"""The sets by their letter on the blackboard."""

SIGNED: dict[tuple[str, str], str | Domain] = {
    ("R", "+"): "nonnegative",
    ("R", "++"): "positive",
    ("R", "-"): "nonpositive",
    ("R", ">0"): "positive",
    ("R", "\\geq 0"): "nonnegative",
    ("R", ">=0"): "nonnegative",
    ("R", "*"): "nonzero",
    ("R", "!=0"): "nonzero",
    ("R", "<0"): "negative",
    ("R", "<=0"): "nonpositive",
    ("N", "+"): "posint",
    ("N", "*"): "posint",
    ("N", ">0"): "posint",
    ("N", "0"): "natural",
    ("Z", "+"): "posint",
    ("Z", ">0"): "posint",
    ("Z", ">=0"): "natural",
    ("Z", "<0"): Domain("integer", upper=Fraction(-1), upper_open=False),
    ("Z", "<=0"): Domain("integer", upper=Fraction(0), upper_open=False),
    ("Z", "!=0"): Domain("integer", nonzero=True),
}
"""The same with a sign above or below."""


def declare(statement: Statement, context: Context, span: Span, section: int) -> bool:
    r"""What `a, b \in S` and `X \sim ...` say of names, into the context; False if it is not understood."""
    relation = statement.relations[0].name
    names = [scripted_name(node) for node in (*statement.loose, statement.members[0])]
    if any(name is None or ":" in name for name in names):
        _declare_listed(statement, context, span)
        return False
    found = [name for name in names if name is not None]
    if relation == "~":
        for name in found:
            _random(name, statement.members[1], context, span, section)
        context.restricted |= names_in(statement.members[1])
        return True
    if relation != "in":
        return False
    shape = shape_of(statement.members[1])
    domain = domain_of(statement.members[1]) if shape is None else None
    between = ends_of(statement.members[1]) if shape is None and domain is None else None
    wide = shape is None and domain is None and is_over_a_field(statement.members[1])
    for name in found:
        if shape is not None:
            if name not in context.said or context.said[name].opaque:
                context.declare(name, span)
            context.domains.pop(name, None)
            context.shapes[name] = shape
            context.symmetric.pop(name, None)
            context.kinds.pop(name, None)
            context.recent.add(name)
        elif between is not None:
            if name not in context.said:
                context.declare(name, span)
                context.shapes.pop(name, None)
                said_between(name, between, context)
            context.recent.add(name)
        elif domain is not None:
            if name not in context.said:
                earlier = was_between(name, context)
                context.declare(name, span)
                context.shapes.pop(name, None)  # a number from here on
                live(name, domain, context)
                context.narrower.update({name: EARLIER} if earlier else {})
                if is_natural(statement.members[1]) and context.domains[name] == domain:
                    context.narrower[name] = NATURAL
            context.recent.add(name)
        elif context.is_fresh(name) or wide:
            context.shapes.pop(name, None)
            opaque = "it is an element of a set that is not read"
            context.define(Said(name, span, section, opaque=opaque, is_wide=wide))
    return shape is not None or domain is not None or between is not None


def _declare_listed(statement: Statement, context: Context, span: Span) -> None:
    r"""What `x_1, \dots, x_n \in S` and `(x_1, \dots, x_n) \in S^n` say of the members of x."""
    relation, (_, where) = statement.relations[0].name, statement.members[:2]
    if relation not in ("in", "subset", "~") or (relation == "in" and shape_of(where) is not None):
        return
    inner = power_of(where) if relation == "in" else None
    domain = support(where) if relation == "~" else domain_of(where)
    if domain is None and inner is not None:
        domain = domain_of(inner)
    for base in families_in(statement):
        context.families.pop(base, None)
        for name in [name for name in context.domains if base_of(name) == base]:
            del context.domains[name]  # it is said anew
        if domain != REAL:
            context.families[base] = Listed(domain, is_over_a_field(where), span.line)


def _random(name: str, distribution: Node, context: Context, span: Span, section: int) -> None:
    """A random quantity may have any value that its distribution gives it; what defines it still does."""
    known, domain = context.said.get(name), support(distribution)
    if known is not None and not known.opaque:
        return
    if domain is None:
        context.define(Said(name, span, section, opaque="it is a random quantity"))
        return
    context.said.pop(name, None)
    if domain != REAL:
        context.domains[name] = domain


def shaped_names(root: Node) -> Iterator[str]:
    r"""The names that a formula declares to be arrays: x of x \in \mathbb R^n."""
    for statement in statements(root):
        if statement.relations[0].name == "in" and shape_of(statement.members[1]) is not None:
            names = map(scripted_name, (*statement.loose, statement.members[0]))
            yield from (name for name in names if name is not None)


def domain_of(node: Node) -> Domain | None:
    r"""The set of numbers that notation is: \mathbb R, \mathbb{R}_+, (0, 1), [0, \infty), \{0, 1\}."""
    node = plain(node)
    if isinstance(node, Fenced) and node.left == "\\{":
        return _listed(node)
    if isinstance(node, Fenced) and isinstance(node.body, Listing):
        return _interval(node)
    base, sign = (node, "") if not isinstance(node, Scripts) else (plain(node.base), _sign(node))
    letter = _blackboard(base)
    if letter is None:
        return None
    found = SIGNED.get((letter, sign)) if sign else SETS[letter]
    return DOMAINS[found] if isinstance(found, str) else found


def is_over_a_field(node: Node) -> bool:
    r"""A set that is made of the complex numbers, or of a field that may be they: \mathbb C^n."""
    return any(map(_is_field, nodes(node)))


def _is_field(node: Node) -> bool:
    match node:
        case Accent(command, Letter(text)):
            return command in FONTS_OF_SETS and text in FIELDS
        case Letter(text):
            return text in FIELD_SIGNS
    return False


def is_natural(node: Node) -> bool:
    r"""It is \mathbb N without a sign: whether 0 belongs to it is open."""
    return _blackboard(plain(node)) == "N"


def _sign(node: Scripts) -> str:
    texts = [script_text(script) or "?" for script in (node.sub, node.sup) if script is not None]
    return texts[0].replace(" ", "") if len(texts) == 1 else "?"


def _blackboard(node: Node) -> str | None:
    match node:
        case Accent(command, Letter(text)) if command in FONTS_OF_SETS:
            return text if text in SETS else None
        case Letter("ℝ" | "ℕ" | "ℤ" | "ℂ" as sign):
            return {"ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℂ": "C"}[sign]
        case Letter("\\R" | "\\N" | "\\Z" | "\\C" | "\\reals" as command):
            return command[1].upper()
        case Text("R" | "N" | "Z" as text):
            return text
    return None


def shape_of(node: Node) -> tuple[Node, ...] | None:
    r"""The sizes of \mathbb R^n and \mathbb R^{n \times d}; None for anything else."""
    node = plain(node)
    if not isinstance(node, Scripts) or node.sup is None or node.sub is not None:
        return None
    if _blackboard(plain(node.base)) != "R" or script_text(node.sup) in ("+", "-", "*", "++"):
        return None
    sup = plain(node.sup)
    if isinstance(sup, Product) and len(sup.parts) == 2 and sup.parts[1][0] == "x":
        sizes = tuple(part for _, part in sup.parts)
    else:
        sizes = (sup,)
    return sizes if all(_is_size(size) for size in sizes) else None


def _is_size(node: Node) -> bool:
    return (isinstance(node, Digits) and node.text.isdigit()) or scripted_name(node) is not None


def _listed(node: Fenced) -> Domain | None:
    items = node.body.items if isinstance(node.body, Listing) else (node.body,)
    ends = [end for item in items if not isinstance(item, Separator) for end in _both_signs(item)]
    return None if None in ends else domain_of_numbers(end for end in ends if end is not None)


def _both_signs(item: Node) -> tuple[Fraction | None, ...]:
    r"""The values that an item of a set stands for: two of \pm 1."""
    match item:
        case Sum(parts) if len(parts) == 1 and parts[0][0] == "+-":
            value = _end(parts[0][1])
            return (None,) if value is None else (-value, value)
    return (_end(item),)


def is_of_numbers(statement: Statement) -> bool:
    """It says that names are numbers of a set."""
    return statement.relations[0].name == "in" and shape_of(statement.members[1]) is None


def narrows(statement: Statement) -> bool:
    r"""It says of names that they are numbers of a set which is not all of \mathbb R."""
    return is_of_numbers(statement) and domain_of(statement.members[1]) not in (None, REAL)


def is_interval(node: Node) -> bool:
    """Two ends in brackets, whatever they are."""
    node = plain(node)
    if not isinstance(node, Fenced) or not isinstance(node.body, Listing):
        return False
    items = [item for item in node.body.items if not isinstance(item, Separator)]
    return len(items) == 2 and node.left in ("(", "[", "]") and node.right in (")", "]", "[")


def _interval(node: Fenced) -> Domain | None:
    items = [item for item in node.body.items if not isinstance(item, Separator)]  # type: ignore[union-attr]
    if len(items) != 2 or node.left not in ("(", "[", "]") or node.right not in (")", "]", "["):
        return None
    found: list[Fraction | None] = []
    for item in items:
        value = _end(item)
        if value is None and not _is_infinite(item):
            return None
        found.append(value)
    lower, upper = found
    return replace(REAL, lower=lower, upper=upper, lower_open=node.left != "[", upper_open=node.right != "]")


def _is_infinite(node: Node) -> bool:
    text = script_text(node) or ""
    return "\\infty" in text or "∞" in text


def _end(node: Node) -> Fraction | None:
    text = script_text(node)
    try:
        return None if text is None else Fraction(text)
    except ValueError:
        return None


def pairs(statement: Statement) -> list[tuple[Node, str, Node]]:
    """The pairs that a statement compares: 0 < a < 1 is two."""
    return [
        (left, relation.name, right)
        for left, relation, right in zip(
            statement.members, statement.relations, statement.members[1:], strict=False
        )
    ]


def set_and_order(statement: Statement) -> tuple[Statement, ...]:
    r"""The two that `0 < x \in S` says in one; nothing for any other statement."""
    *before, last = (relation.name for relation in statement.relations)
    if last != "in" or not before or not ORDERS.issuperset(before):
        return ()
    declared = replace(
        statement, members=statement.members[-2:], relations=statement.relations[-1:], loose=()
    )
    return declared, replace(
        statement, members=statement.members[:-1], relations=statement.relations[:-1], conditions=()
    )


def bound_names(statement: Statement, context: Context) -> bool:
    """Narrow the domains of names that are compared with numbers; False if this is something else."""
    made, alone = dict(context.domains), dict[str, Domain]()
    for left, sign, right in pairs(statement):
        terms = [number_or_name(node) for node in (left, right)]
        if None in terms or sign not in ORDERS:
            return False
        found = narrowed(made, terms[0], sign, terms[1])  # type: ignore[arg-type]
        if found is None:
            return False
        made.update(found)
        alone.update(narrowed(alone, terms[0], sign, terms[1]) or {})  # type: ignore[arg-type]
    bound({name: made[name] for name in alone}, alone, context)
    return True


def supposed_again(statement: Statement, context: Context) -> None:
    """Comparisons of names with numbers are supposed, which may say less than what was said before."""
    alone = dict[str, Domain]()
    for left, sign, right in pairs(statement):
        terms = [number_or_name(node) for node in (left, right)]
        if None in terms or sign not in ORDERS:
            return
        alone.update(narrowed(alone, terms[0], sign, terms[1]) or {})  # type: ignore[arg-type]
    widen(alone, context)


__all__ = [
    "ORDERS",
    "bound_names",
    "declare",
    "domain_of",
    "is_interval",
    "is_of_numbers",
    "names_in",
    "narrows",
    "pairs",
    "set_and_order",
    "shape_of",
    "shaped_names",
    "supposed_again",
]
