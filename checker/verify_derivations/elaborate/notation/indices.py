"""Indices: the parts of a script, and the letters that sums, products and limits bind."""

from __future__ import annotations

from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    script_text,
    with_subscript,
)
from verify_derivations.elaborate.notation.tables import DOTS, LIMITS, SUMS
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import (
    Accent,
    Chain,
    Digits,
    Fenced,
    Letter,
    Listing,
    Mark,
    Node,
    Product,
    Relation,
    Scripts,
    Sum,
    Text,
    nodes,
)

INDEX_FENCES = {"(": ")", "[": "]", "\\langle": "\\rangle"}


# ---- scripts -----------------------------------------------------------------------------------------
def components(node: Node | None) -> list[Node]:
    """The parts of a script: j and k of jk, i and j of i,j; t+1 is one part."""
    if node is None:
        return []
    node = plain(node)
    match node:
        case Product(parts) if all(sign == "" for sign, _ in parts):
            return [part for _, part in parts]
        case Listing(items):
            return [part for item in items[::2] for part in components(item)]
    return [node]


def numbered(sup: Node) -> Node | None:
    r"""What stands in the brackets of a superscript that numbers things: i of (i), l of [l]."""
    if isinstance(sup, Fenced) and INDEX_FENCES.get(sup.left) == sup.right:
        return sup.body
    return None


SIGNS = DOTS | {"\\dagger", "\\prime", "\\circ", "\\infty", "\\perp", "\\star", "\\ast", "\\pi"}
"""What is no exponent where it stands above a name; above a letter, \\pi is a policy."""


def may_be_power(sup: Node) -> bool:
    r"""A superscript that may be an exponent, which x^{(1)}, x^*, x^+ and x^\top have none of."""
    sup = plain(sup)
    if numbered(sup) is not None or isinstance(sup, Mark | Text) or is_transpose(sup):
        return False
    return not (isinstance(sup, Letter) and sup.text in SIGNS) and script_text(sup) not in ("+", "-", "\\pi")


def letter_of(component: Node) -> str | None:
    """The letter of an index such as i, l-1, n+1; None where there is none or more than one."""
    component = plain(component)
    name = base_name(component)
    if name is not None:
        return name
    if isinstance(component, Sum):
        letters = [base_name(part) for _, part in component.parts if not isinstance(part, Digits)]
        return letters[0] if len(letters) == 1 else None
    return None


# ---- which letters are summed over -------------------------------------------------------------------
def bound_letters(node: Node) -> list[str]:
    r"""The letters that a big sign with its scripts binds: i in \sum_{i=1}^n, i and j in \sum_{i,j}."""
    if not isinstance(node, Scripts) or node.sub is None or big_sign(node) == "":
        return []
    return _letters(node.sub)


def big_sign(node: Node) -> str:
    """`sum` or `product` for a big sign, with or without scripts; "" for anything else."""
    node = plain(node.base if isinstance(node, Scripts) else node)
    return SUMS.get(node.text, "") if isinstance(node, Letter | Text) else ""


def limit_letter(node: Node) -> str | None:
    r"""The letter of a limit with its scripts: x in \lim_{x \to 0}."""
    if not isinstance(node, Scripts) or node.sub is None or node.sup is not None:
        return None
    base, sub = plain(node.base), plain(node.sub)
    if not isinstance(base, Letter | Text) or base.text not in LIMITS or not isinstance(sub, Chain):
        return None
    goes = len(sub.relations) == 1 and sub.relations[0].name in ("->", "arrow")
    return quantity(sub.members[0]) if goes else None


def _letters(sub: Node) -> list[str]:
    sub = plain(sub)
    match sub:
        case Letter() | Accent():
            name = base_name(sub)
            return [name] if name else []
        case Scripts():
            return [] if sub.sup is not None else [n for n in [with_subscript(sub)] if n]
        case Product(parts):
            return [n for _, part in parts for n in _letters(part)]
        case Listing(items):
            return [n for item in items for n in _letters(item)]
        case Chain(members, relations):
            return [n for member in _run(members, relations) for n in _letters(member)]
    return []


def _run(members: tuple[Node, ...], relations: tuple[Relation, ...]) -> tuple[Node, ...]:
    r"""The members of a range that run: i of i \ne j, i and j of 1 \le i < j \le n."""
    if len(relations) == 1:
        return members[:1]
    between = all(relation.name in ("<", "<=") for relation in relations)
    return members[1:-1] if between else members[:1] if relations[0].name in ("=", "in") else members


@remembered
def bound_in(root: Node) -> frozenset[str]:
    """The letters over which something is summed in a formula."""
    signs = [node for node in nodes(root) if isinstance(node, Scripts) and big_sign(node)]
    letters = {letter for sign in signs for letter in bound_letters(sign)}
    beside = {name for sign in signs for name in _beside(sign)}
    if beside:  # j of i < j is an index where it is one of an entry
        others = (n.sub for n in nodes(root) if isinstance(n, Scripts) and n not in signs)
        letters |= beside & {letter_of(part) for sub in others for part in components(sub)}
    return frozenset(letters)


def _beside(sign: Scripts) -> list[str]:
    r"""The letter beside the one that runs: j in \sum_{i \ne j}."""
    if not isinstance(sign.sub, Chain):
        return []
    name = base_name(sign.sub.members[1])
    return [name] if name is not None and sign.sub.relations[0].name in ("!=", "<", "<=", ">", ">=") else []
