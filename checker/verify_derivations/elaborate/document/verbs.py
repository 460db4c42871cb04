"""What each word of an annotation does: `let`, `index`, `assume`, `constant`, `identity`, `function`."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.meaning.conditionals import law_of
from verify_derivations.elaborate.meaning.definitions import refused_divergence
from verify_derivations.elaborate.meaning.identities import letters_of
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import is_transpose, plain, scripted_name
from verify_derivations.elaborate.notation.statements import Statement, index_range, statements
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.array_values import declared_values
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.declarations import ORDERS, bound_names, declare, pairs
from verify_derivations.elaborate.prose.said import Said, defined_name
from verify_derivations.elaborate.prose.spoken_identities import unit_of
from verify_derivations.parse.tree import Digits, Listing, Node, Scripts, Separator
from verify_derivations.span import Span
from verify_derivations.term.syntax.domain import REAL

WORDS = (
    "let, index, assume, constant, identity, function, claim, expect, ignore, or a declaration such as "
    "$x \\in \\mathbb R$"
)


class Unclear(Exception):
    """An annotation that says nothing that is known; the message says what is wrong, and what would help."""

    def __init__(self, message: str, help: str = "", code: str = "VD405") -> None:
        super().__init__(message)
        self.message, self.help, self.code = message, help, code


Verb = Callable[[Node, Context, Span, int], None]


def _let(root: Node, context: Context, span: Span, section: int) -> None:
    if _says_where_values_are(root, context):
        return
    for statement in _stated(root):
        if all(relation.name in ORDERS | {"in"} for relation in statement.relations):
            _declare_one(statement, context, span, section)  # let x > 0
            continue
        head = defined_name(statement.members[0], said=True)
        if (
            head is None
            or len(statement.members) != 2
            or statement.relations[0].name not in ("=", ":=", "==")
        ):
            raise Unclear(
                "let defines one name, or a function of names, by =", "for instance let $a = b + 1$"
            )
        body = statement.members[1]
        try:
            if (trouble := refused_divergence(statement.members[0], body)) is not None:
                raise trouble
            in_context((body, "=", body), context)
        except NotRead as error:
            raise Unclear(
                f"what {head[0]} is defined to be is not read: {error.message}", error.help
            ) from error
        context.define(Said(head[0], span, section, statement.members[0], body, head[1], annotated=True))
        _overrule(context, head[0], head)


def _overrule(context: Context, name: str, defined: tuple[str, bool] | None = None) -> None:
    """What the text says of the name nearby or further up does not put in doubt what the author says here.

    Args:
        context: what the document says.
        name: what the annotation is about.
        defined: what it defines; what the text says of the name without defining it still counts then.
    """
    context.mentions = [
        (names, said)
        for names, said in context.mentions
        if (name not in names if defined is None else defined_name(said.members[0], said=True) != defined)
    ]
    context.stated = [(names, said) for names, said in context.stated if name not in names]
    context.passed_names.discard(name)


def _declare(root: Node, context: Context, span: Span, section: int) -> None:
    found = index_range(root)
    if found is not None:
        letter = scripted_name(found[0])
        if letter is None or not (isinstance(found[1], Digits) and found[1].text == "1"):
            raise Unclear("an index runs from 1 here", "for instance $i = 1, \\dots, n$")
        context.ranges[letter] = found[2]
        return
    if _says_where_values_are(root, context):
        return
    for statement in _stated(root):
        _declare_one(statement, context, span, section)


def _says_where_values_are(root: Node, context: Context) -> bool:
    r"""It says of functions only in which set their values are: A(t) \in \mathbb R, f: X \to \mathbb R."""
    found = declared_values(root)
    context.valued.update(found)
    return bool(found)


def _declare_one(statement: Statement, context: Context, span: Span, section: int) -> None:
    if all(relation.name in ORDERS for relation in statement.relations):
        _assume_one(statement, context)
        return
    context.settle(names_in(statement.members[0]))
    if not declare(statement, context, span, section):
        raise Unclear("this declares nothing that is known", f"known are {WORDS}")


def _assume(root: Node, context: Context, span: Span, section: int) -> None:
    for statement in _stated(root):
        if [relation.name for relation in statement.relations] == ["in"]:
            _declare_one(statement, context, span, section)
            continue
        if any(relation.name not in ORDERS | {"="} for relation in statement.relations):
            raise Unclear("only equations and inequalities can be assumed")
        _assume_one(statement, context)


def _assume_one(statement: Statement, context: Context) -> None:
    context.settle(frozenset[str]().union(*map(names_in, statement.members)))
    if bound_names(statement, context):
        return
    assumed = list(pairs(statement))
    for left, relation, right in assumed:
        try:
            in_context((left, relation, right), context)
        except NotRead as error:
            raise Unclear(f"what is assumed is not read: {error.message}", error.help) from error
    context.given.extend(assumed)


def _index(root: Node, context: Context, span: Span, section: int) -> None:
    for node in _items(root):
        if scripted_name(node) is None:
            raise Unclear("an index is a letter, or stands in a script", "for instance index $x^{(i)}$")
        context.indices.append(node)


def _constant(root: Node, context: Context, span: Span, section: int) -> None:
    for name in _named(root, "constant"):
        whole = name in context.shapes and name in context.recent  # an array of this section stays one
        context.declare(name, span)
        context.constants.add(name)
        _overrule(context, name)
        if name == "\\pi" and name not in context.said:
            continue  # it is the constant that everybody knows
        if not whole:
            context.shapes.pop(name, None)
            context.domains.setdefault(name, REAL)


def _function(root: Node, context: Context, span: Span, section: int) -> None:
    for name in _named(root, "function"):
        context.declare(name, span)
        context.shapes.pop(name, None)
        context.functions[name] = None


def _identity(root: Node, context: Context, span: Span, section: int) -> None:
    for node in _items(root):
        name, size = unit_of(node)
        if not letters_of((name,)):
            raise Unclear("an identity matrix is called I", "for instance identity $I_n$")
        context.places[name] = span
        context.declare_unit(name, size)


def _named(root: Node, word: str) -> list[str]:
    names = []
    for node in _items(root):
        head = defined_name(node)
        name = head[0] if head is not None else _with_superscript(node)
        if word == "function" and (law := law_of(node)) is not None:
            name = law
        if name is None:
            raise Unclear(f"{word} takes names", f"for instance {word} $y$")
        names.append(name)
    return names


def _with_superscript(node: Node) -> str | None:
    """A name with a letter or the like for a superscript, which is no power and no transpose here."""
    node = plain(node)
    if isinstance(node, Scripts) and (_is_number(node.sup) or is_transpose(node.sup)):
        return None
    return scripted_name(node)


def _is_number(node: Node | None) -> bool:
    return node is not None and isinstance(plain(node), Digits)


def _items(root: Node) -> list[Node]:
    items = root.items if isinstance(root, Listing) else (root,)
    return [item for item in items if not isinstance(item, Separator)]


def _stated(root: Node) -> list[Statement]:
    found = statements(root)
    if not found or any(statement.continues for statement in found):
        raise Unclear("there is no relation in this formula", f"known are {WORDS}")
    return found


VERBS: dict[str, Verb] = {
    "": _declare,
    "let": _let,
    "index": _index,
    "indices": _index,
    "assume": _assume,
    "constant": _constant,
    "constants": _constant,
    "identity": _identity,
    "function": _function,
    "functions": _function,
}
"""The words with which an annotation begins; one that begins with a formula declares names."""

FILLERS = frozenset(("and", ""))

__all__ = ["FILLERS", "VERBS", "WORDS", "Unclear", "Verb"]
