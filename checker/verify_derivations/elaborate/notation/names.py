"""Names as authors print them: one text for each name, however it is typed."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.tables import (
    FUNCTION_NAMES,
    GREEK,
    NAME_COMMANDS,
    SYNONYMS,
    TRANSPOSES,
)
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.commands import ACCENTS, FONTS
from verify_derivations.parse.tree import (
    Accent,
    Chain,
    Digits,
    Empty,
    Fenced,
    Letter,
    Listing,
    Mark,
    Node,
    Product,
    Scripts,
    Separator,
    Sum,
    Text,
)

NAMING = ACCENTS | FONTS | {"\\mathrm", "\\mathup"}


def plain(node: Node) -> Node:
    r"""The node with accents and fonts moved inwards: \hat{y_i} is \hat{y}_i, \mathbf{Wx} two letters.

    Braces and boxes around something are passed.
    """
    if not isinstance(node, Accent):
        return node
    command = SYNONYMS.get(node.command, node.command)
    body = plain(node.body)
    if command == "" or node.command not in NAMING:
        return body
    match body:
        case Scripts(base, sub, sup, primes) if node.command in FONTS or _is_of_a_name(sup):
            inner = plain(Accent(node.command, base, node.start, node.end))
            return Scripts(inner, sub, sup, primes, node.start, node.end)
        case Product(parts) if node.command in FONTS or node.command == "\\mathrm":
            moved = tuple((sign, plain(Accent(node.command, p, p.start, p.end))) for sign, p in parts)
            return Product(moved, node.start, node.end)
        case Digits() if node.command in ("\\mathrm", "\\mathit", "\\mathup"):
            return body
    return Accent(command, body, node.start, node.end)


def _is_of_a_name(sup: Node | None) -> bool:
    r"""What stands above belongs to a name and is no power: \hat{y^{(i)}} is \hat{y}^{(i)}, but the mean
    of the squares, \overline{x^2}, is not the square of the mean."""
    return sup is None or isinstance(plain(sup), Fenced | Mark)


def base_name(node: Node) -> str | None:
    r"""The name that a letter, an accented letter or an upright word is; None for anything else.

    >>> from verify_derivations.parse import parse
    >>> [base_name(parse(t).root) for t in ("x", "λ", r"\widehat{y}", r"\mathrm{loss}", "2")]
    ['x', '\\lambda', '\\hat{y}', '\\mathrm{loss}', None]
    """
    if isinstance(node, Letter):  # most of them are
        text = node.text
        if text in GREEK:
            return "\\" + GREEK[text]
        return text if text in NAME_COMMANDS or text.isalpha() else None
    match plain(node):
        case Letter() as letter:
            return base_name(letter)
        case Text(text):
            return f"\\mathrm{{{text}}}"
        case Accent(command, body):
            inner = base_name(body)
            if inner is None and isinstance(body, Digits):
                inner = body.text
            return None if inner is None else f"{command}{{{inner}}}"
    return None


def script_text(node: Node | None) -> str | None:
    r"""A script as text, the same for all ways to type it; None if it is none that a name can have.

    >>> from verify_derivations.parse import parse
    >>> script_text(parse("{ l - 1 }").root), script_text(parse("i, j").root)
    ('l-1', 'i,j')
    """
    if node is None:
        return ""
    node = plain(node)
    match node:
        case Digits(text):
            return text
        case Mark(text):
            return {".": "\\cdot"}.get(text, text)
        case Text(text):
            return f"\\mathrm{{{text}}}"
        case Separator(kind=kind):
            return "," if kind == "," else kind
        case Scripts():
            return scripted_name(node)
        case Fenced(left, body, right):
            inner = script_text(body)
            return None if inner is None else f"{left}{inner}{right}"
        case Sum(parts):
            return _joined([(sign, script_text(part)) for sign, part in parts])
        case Product(parts):
            return _joined([(sign, script_text(part)) for sign, part in parts])
        case Listing(items):
            return _joined([("", script_text(item)) for item in items])
        case Chain():
            members = [script_text(member) for member in node.members]
            signs = ["", *(relation.name for relation in node.relations)]
            return _joined(list(zip(signs, members, strict=True)))
        case Empty():
            return ""
    name = base_name(node)
    if name is not None:
        return name
    return node.text if isinstance(node, Letter) else None


def _joined(parts: list[tuple[str, str | None]]) -> str | None:
    out = ""
    for sign, text in parts:
        if text is None:
            return None
        sign = {".": "\\cdot ", "x": "\\times "}.get(sign, sign)
        gap = " " if _ends_in_command(out + sign) and text[:1].isalpha() else ""
        out += sign + gap + text
    return out


def _ends_in_command(text: str) -> bool:
    tail = text.rsplit("\\", 1)
    return len(tail) == 2 and tail[1].isalpha()


def with_scripts(base: str, sub: str, sup: str, primes: int = 0) -> str:
    """A name with its scripts.

    >>> with_scripts("x", "i", ""), with_scripts("w", "jk", "l+1"), with_scripts("f", "", "", 2)
    ('x_i', 'w_{jk}^{l+1}', "f''")
    """
    out = base + "'" * primes
    if sub:
        out += f"_{sub}" if len(sub) == 1 else f"_{{{sub}}}"
    if sup:
        out += f"^{sup}" if len(sup) == 1 else f"^{{{sup}}}"
    return out


def scripted_name(node: Node) -> str | None:
    """The whole of a name with its scripts as text, whatever the scripts mean."""
    node = plain(node)
    if not isinstance(node, Scripts):
        return base_name(node)
    base, sub, sup = base_name(node.base), script_text(node.sub), script_text(node.sup)
    if base is None or sub is None or sup is None:
        return None
    return with_scripts(base, sub, sup, node.primes)


def is_transpose(node: Node | None) -> bool:
    r"""A superscript that transposes: T, \top, \intercal, in any font."""
    return node is not None and script_text(node) in TRANSPOSES


def stem(name: str) -> str:
    """A name without its scripts and primes.

    >>> stem("z_i^{(2)}"), stem("f'")
    ('z', 'f')
    """
    return re.split(r"[_^']", name, maxsplit=1)[0]


def name_or_raise(node: Node) -> str:
    """The text of a name.

    Raises:
        NotRead: it is none.
    """
    name = scripted_name(node)
    if name is None:
        raise NotRead("this is no name", node)
    return name


def quantity(node: Node) -> str | None:
    """The name of a quantity with its subscript, whatever its superscript is; None for anything else."""
    node = plain(node)
    if isinstance(node, Scripts):
        return with_subscript(node)
    name = base_name(node)
    if name is None or (isinstance(node, Text) and node.text in FUNCTION_NAMES):
        return None
    return name


def with_subscript(node: Scripts) -> str | None:
    """The name of what has these scripts, with the subscript alone."""
    base, sub = base_name(node.base), script_text(node.sub)
    return None if base is None or sub is None else with_scripts(base, sub, "", node.primes)
